"""The encrypted file is whole at every moment, whoever else writes it."""

import errno
import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.encrypted_files import CANARY, PASSPHRASE, VERSION_1
from helpers.processes import hears, python, tells
from helpers.recording_files import FailingFiles, RecordingFiles, cuts
from lapwing.domain.errors import DiskFull
from lapwing.domain.secret_errors import SecretsFileBusy
from lapwing.domain.secrets import Secret
from lapwing.store.secrets.encrypted_file import EncryptedFile


def changes(file: EncryptedFile) -> dict[str, Callable[[], object]]:
    return {
        "put": lambda: file.put("shop/password", Secret("new")),
        "remove": lambda: file.remove("shop/password"),
        "change": lambda: file.change_passphrase(PASSPHRASE, PASSPHRASE),
    }


@pytest.mark.parametrize("what", ["put", "remove", "change"])
def test_killed_or_cut_off_at_any_moment_it_is_the_old_or_the_new(
    path: Path, tmp_path: Path, chance: random.Random, what: str
) -> None:
    files = RecordingFiles(path.parent)
    file = EncryptedFile(path, files)
    file.unlock(PASSPHRASE)
    changes(file)[what]()
    new = path.read_bytes()
    assert new != VERSION_1
    for number, (count, part_bytes) in enumerate(cuts(files)):
        if part_bytes % 50 <= 1:
            left = tmp_path / "killed" / str(number)
            files.disk_after(count, part_bytes).put_as_killed(left)
            assert (left / path.name).read_bytes() in (VERSION_1, new)
    for number in range(times(100, 3_000)):
        count = chance.randint(0, len(files.operations))
        left = tmp_path / "cut" / str(number)
        files.disk_after(count).put_as_cut(left, chance)
        found = (left / path.name).read_bytes()
        assert found in (VERSION_1, new)
        assert found == new or count < len(files.operations)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_any_operation_may_fail_and_the_file_is_the_old_or_the_new(path: Path, code: int) -> None:
    files = FailingFiles()
    file = EncryptedFile(path, files)
    file.unlock(PASSPHRASE)
    for number in range(5):
        path.write_bytes(VERSION_1)
        files.fail(number, code, 1)
        with pytest.raises(DiskFull):
            file.put("shop/password", Secret("new"))
        assert file.get("shop/password") == (CANARY if number < 4 else Secret("new")), number
        assert [other.name for other in path.parent.iterdir()] == [path.name]
        file.put("shop/password", Secret("newer"))
        assert file.get("shop/password") == Secret("newer")


def test_a_passphrase_that_could_not_be_changed_still_opens_the_file(path: Path) -> None:
    files = FailingFiles()
    file = EncryptedFile(path, files)
    files.fail(3, errno.ENOSPC)
    with pytest.raises(DiskFull):
        file.change_passphrase(PASSPHRASE, Secret("another passphrase"))
    assert path.read_bytes() == VERSION_1
    assert not file.is_unlocked
    file.unlock(PASSPHRASE)
    assert file.get("shop/password") == CANARY


# several at once

WRITER = """
import sys
from pathlib import Path
from lapwing.domain.secrets import Secret
from lapwing.store.secrets.encrypted_file import EncryptedFile
file = EncryptedFile(Path(sys.argv[1]))
file.unlock(Secret(sys.argv[2]))
print("ready", flush=True)
input()
for number in range(int(sys.argv[4])):
    file.put(f"{sys.argv[3]} {number}", Secret(sys.argv[3]))
print("done", flush=True)
"""


def test_what_several_processes_and_threads_save_at_once_is_all_there(path: Path) -> None:
    count = times(15, 300)
    own = EncryptedFile(path)
    own.unlock(PASSPHRASE)

    def save(who: str) -> None:
        for number in range(count):
            own.put(f"{who} {number}", Secret(who))

    with (
        python(WRITER, path, PASSPHRASE.reveal(), "one", count) as one,
        python(WRITER, path, PASSPHRASE.reveal(), "two", count) as two,
    ):
        threads = [threading.Thread(target=save, args=(who,)) for who in ("three", "four")]
        for process in (one, two):
            assert hears(process) == "ready"
        for process in (one, two):
            tells(process, "go")
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for process in (one, two):
            assert hears(process) == "done"
    for who in ("one", "two", "three", "four"):
        assert {own.get(f"{who} {number}") for number in range(count)} == {Secret(who)}


HOLDER = """
import fcntl, os, sys
fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)
print("held", flush=True)
input()
"""


def test_another_process_that_hangs_while_writing_is_told(file: EncryptedFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lapwing.store.secrets.encrypted_file._PATIENCE_S", 0.2)
    with python(HOLDER, file.path.parent) as holder:
        assert hears(holder) == "held"
        with pytest.raises(SecretsFileBusy):
            file.put("shop/password", CANARY)
        assert file.get("shop/password") == CANARY, "reading needs no lock"
        tells(holder, "go on")
        holder.wait(30)
    file.put("shop/password", Secret("new"))
