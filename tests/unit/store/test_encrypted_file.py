"""The encrypted file: what opens it, what it refuses, and that it is whole at every moment."""

import dataclasses
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.counts import times
from helpers.encrypted_files import CANARY, PASSPHRASE, VERSION_1
from helpers.rights import without_root
from helpers.unprivileged import folder as unprivileged_folder
from lapwing.domain.errors import LapwingError, StoredNewer, StoredUnreadable
from lapwing.domain.secret_errors import (
    PassphraseTooShort,
    PassphraseWrong,
    SecretNotText,
    SecretsFileDamaged,
    SecretsFileMissing,
    SecretsLocked,
)
from lapwing.domain.secrets import Secret
from lapwing.store.secrets.encrypted_file import EncryptedFile
from lapwing.store.secrets.sealed_document import Encrypted, SealedDocument, decode, encode

# what it keeps


def test_the_file_of_version_1_opens(path: Path) -> None:
    file = EncryptedFile(path)
    assert (file.exists, file.is_unlocked) == (True, False)
    file.unlock(PASSPHRASE)
    assert file.is_unlocked
    assert file.get("shop/password") == CANARY
    assert file.get("shop/tls-key") == Secret("")
    assert file.get("farm/password") is None
    assert path.read_bytes() == VERSION_1


def test_a_new_file_is_made_with_its_folder_for_its_owner_only(tmp_path: Path) -> None:
    file = EncryptedFile(tmp_path / "new/secrets.json")
    assert (file.exists, file.is_unlocked, file.get("shop/password"), file.remove("x")) == (False, False, None, False)
    with pytest.raises(SecretsFileMissing) as refused:
        file.put("shop/password", CANARY)
    assert str(file.path) in refused.value.next_step()
    with pytest.raises(SecretsFileMissing):
        file.unlock(PASSPHRASE)
    assert not file.exists
    file.create(PASSPHRASE)
    file.put("shop/password", CANARY)
    assert file.path.stat().st_mode & 0o777 == 0o600
    assert file.path.parent.stat().st_mode & 0o777 == 0o700
    assert json.loads(file.path.read_text())["scrypt"]["n"] >= 2**17
    another = EncryptedFile(file.path)
    another.create(PASSPHRASE)  # somebody else was faster: it is unlocked
    assert another.get("shop/password") == CANARY


def test_secrets_are_replaced_and_removed_one_by_one(file: EncryptedFile) -> None:
    file.put("shop/password", Secret("new"))
    assert (file.get("shop/password"), file.get("shop/tls-key")) == (Secret("new"), Secret(""))
    assert file.remove("shop/password") is True
    assert file.remove("shop/password") is False
    assert (file.get("shop/password"), file.get("shop/tls-key")) == (None, Secret(""))


@given(
    name=st.text(st.characters(codec="utf-8")),
    text=st.text(st.characters(codec="utf-8") | st.sampled_from("\0\x80\n"), max_size=200),
)
def test_any_text_is_kept_exactly(opened: EncryptedFile, name: str, text: str) -> None:
    opened.path.write_bytes(VERSION_1)
    opened.put(name, Secret(text))
    assert opened.get(name) == Secret(text)


def test_half_a_character_is_refused_and_nothing_changed(file: EncryptedFile) -> None:
    with pytest.raises(SecretNotText):
        file.put("shop/password", Secret("half \ud83d"))
    assert file.path.read_bytes() == VERSION_1


def test_the_file_shows_neither_the_secret_nor_its_length(file: EncryptedFile) -> None:
    lengths = set()
    for text in ("", "canary", "canary" * 10):
        file.put("shop/password", Secret(text))
        content = file.path.read_bytes()
        assert b"canary" not in content
        lengths.add(len(content))
    assert len(lengths) == 1


def test_the_same_secret_never_looks_the_same(file: EncryptedFile) -> None:
    file.put("a/password", CANARY)
    file.put("b/password", CANARY)
    entries = decode(file.path.read_bytes()).entries.values()
    assert len({entry.nonce for entry in entries}) == len({entry.data for entry in entries}) == len(entries) == 4


def test_permissions_that_are_too_wide_are_narrowed(file: EncryptedFile) -> None:
    file.path.chmod(0o644)
    file.put("shop/password", CANARY)
    assert file.path.stat().st_mode & 0o777 == 0o600


# the passphrase


@pytest.mark.parametrize("wrong", ["", "correct horse batterz", "Correct horse battery", "correct horse battery "])
def test_a_wrong_passphrase_is_told_apart_from_damage(path: Path, wrong: str) -> None:
    file = EncryptedFile(path)
    with pytest.raises(PassphraseWrong) as refused:
        file.unlock(Secret(wrong))
    assert not file.is_unlocked
    assert "lost" in refused.value.next_step()
    assert path.read_bytes() == VERSION_1


def test_without_the_passphrase_nothing_is_read_or_written(path: Path) -> None:
    file = EncryptedFile(path)
    calls: list[Callable[[str], object]] = [file.get, file.remove, lambda name: file.put(name, CANARY)]
    for call in calls:
        with pytest.raises(SecretsLocked) as refused:
            call("shop/password")
        assert str(path) in refused.value.next_step()
    with pytest.raises(SecretsLocked):
        file.put("farm/password", CANARY)
    assert path.read_bytes() == VERSION_1


def test_nobody_is_asked_for_the_passphrase_for_what_is_not_there(path: Path) -> None:
    file = EncryptedFile(path)
    assert file.get("farm/password") is None
    assert file.remove("farm/password") is False


def test_a_changed_passphrase_opens_the_same_secrets_and_the_old_one_nothing(path: Path) -> None:
    file = EncryptedFile(path)
    elsewhere = EncryptedFile(path)
    elsewhere.unlock(PASSPHRASE)
    file.change_passphrase(PASSPHRASE, Secret("another passphrase"))
    assert file.get("shop/password") == CANARY
    for _ in range(2):  # another process with the old key: it neither reads nor writes any more
        assert not elsewhere.is_unlocked
        with pytest.raises(SecretsLocked):
            elsewhere.put("shop/password", Secret("lost"))
        with pytest.raises(PassphraseWrong):
            elsewhere.unlock(PASSPHRASE)
    elsewhere.unlock(Secret("another passphrase"))
    assert (elsewhere.get("shop/password"), elsewhere.get("shop/tls-key")) == (CANARY, Secret(""))
    assert decode(path.read_bytes()).scrypt.salt != decode(VERSION_1).scrypt.salt


def test_a_passphrase_is_changed_only_by_who_knows_it(path: Path) -> None:
    file = EncryptedFile(path)
    with pytest.raises(PassphraseWrong):
        file.change_passphrase(Secret("a guess of mine"), Secret("another passphrase"))
    with pytest.raises(PassphraseTooShort, match="at least 8"):
        file.change_passphrase(PASSPHRASE, Secret("2 short"))
    assert path.read_bytes() == VERSION_1
    with pytest.raises(SecretsFileMissing):
        EncryptedFile(path.with_name("none")).change_passphrase(PASSPHRASE, PASSPHRASE)


def test_a_short_passphrase_makes_no_file(tmp_path: Path) -> None:
    file = EncryptedFile(tmp_path / "secrets.json")
    with pytest.raises(PassphraseTooShort):
        file.create(Secret("2 short"))
    assert not file.exists


def test_letters_with_accents_are_the_same_however_they_are_composed(tmp_path: Path) -> None:
    EncryptedFile(tmp_path / "secrets.json").create(Secret("caf\u00e9 cr\u00e8me"))
    EncryptedFile(tmp_path / "secrets.json").unlock(Secret("cafe\u0301 cre\u0300me"))


# what it refuses


def test_every_flipped_bit_is_refused(file: EncryptedFile, chance: random.Random) -> None:
    bits = [chance.randrange(8) for _ in VERSION_1]
    for at in range(len(VERSION_1)):
        for bit in range(8):
            if bit == bits[at] or times(0, 1):
                damaged = bytearray(VERSION_1)
                damaged[at] ^= 1 << bit
                file.path.write_bytes(damaged)
                with pytest.raises((SecretsFileDamaged, StoredNewer)):
                    file.get("shop/password")
                assert file.path.read_bytes() == damaged, "it is left as it is"


def test_every_cut_is_refused(file: EncryptedFile) -> None:
    for length in range(len(VERSION_1)):
        file.path.write_bytes(VERSION_1[:length])
        with pytest.raises(SecretsFileDamaged):
            file.put("shop/password", CANARY)
    file.path.write_bytes(VERSION_1 + b"\n")
    with pytest.raises(SecretsFileDamaged, match="checksum"):
        file.get("shop/password")


@given(st.binary(max_size=300))
def test_any_other_bytes_are_refused(opened: EncryptedFile, data: bytes) -> None:
    opened.path.write_bytes(data)
    with pytest.raises(SecretsFileDamaged):
        opened.get("shop/password")


@pytest.mark.parametrize(
    "data",
    [
        b"null",
        b"[]",
        b'{"version": 1}',
        b'{"version": true}',
        b'{"version": 0}',
        b'{"version": 1, "a": ' + b"[" * 100_000,
        VERSION_1.replace(b'"version": 1', b'"version": 1.0'),
        VERSION_1.replace(b'"version": 1', b'"version": "2"'),
        VERSION_1.replace(b'"version": 1', b'"version": 1,\n  "version": 1'),
        VERSION_1.replace(b"\n", b"\r\n"),
        VERSION_1.replace(b"shop", b"\\ud83d"),
        VERSION_1.replace(b"131072", b"9" * 100),
        VERSION_1.replace(b"shop", b"\xff"),
        b"\xef\xbb\xbf" + VERSION_1,
    ],
)
def test_what_is_almost_a_file_of_ours_is_refused(file: EncryptedFile, data: bytes) -> None:
    file.path.write_bytes(data)
    with pytest.raises(SecretsFileDamaged):
        file.get("shop/password")


def test_a_newer_file_is_refused_and_left(file: EncryptedFile) -> None:
    newer = VERSION_1.replace(b'"version": 1', b'"version": 2')
    file.path.write_bytes(newer)
    for call in (lambda: file.get("x"), lambda: file.put("x", CANARY), lambda: file.unlock(PASSPHRASE)):
        with pytest.raises(StoredNewer, match="version 2, this one reads up to 1"):
            call()
    assert file.path.read_bytes() == newer


def forged(change: Callable[[SealedDocument], SealedDocument]) -> bytes:
    """The file after somebody changed it who knows its format, checksum and all, and not its passphrase."""
    return encode(change(decode(VERSION_1)))


def with_entries(change: Callable[[dict[str, Encrypted]], dict[str, Encrypted]]) -> bytes:
    return forged(lambda document: dataclasses.replace(document, entries=change(document.entries)))


FORGERIES = {
    "entries exchanged": with_entries(
        lambda old: {"shop/password": old["shop/tls-key"], "shop/tls-key": old["shop/password"]}
    ),
    "an entry copied to another connection": with_entries(lambda old: {**old, "mine/password": old["shop/password"]}),
    "an entry renamed": with_entries(
        lambda old: {"mine/password": old["shop/password"], "shop/tls-key": old["shop/tls-key"]}
    ),
    "an entry left out": with_entries(lambda old: {"shop/tls-key": old["shop/tls-key"]}),
    "an entry made up": with_entries(lambda old: {**old, "shop/password": Encrypted(bytes(12), bytes(80))}),
    "an entry without bytes": with_entries(lambda old: {**old, "shop/password": Encrypted(b"", b"")}),
    "no entries": with_entries(lambda _: {}),
    "seal and check exchanged": forged(
        lambda old: dataclasses.replace(old, seal=old.check, check=old.seal),
    ),
    "no seal": forged(lambda old: dataclasses.replace(old, seal=Encrypted(b"", b""))),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forged_file_is_refused_by_who_had_it_open(file: EncryptedFile, what: str) -> None:
    file.path.write_bytes(FORGERIES[what])
    calls: list[Callable[[str], object]] = [file.get, file.remove, lambda name: file.put(name, CANARY)]
    for call in calls:
        with pytest.raises(SecretsFileDamaged, match="does not know the passphrase"):
            call("shop/password")
    assert file.path.read_bytes() == FORGERIES[what]


@pytest.mark.parametrize("what", ["an entry left out", "no seal"])
def test_a_forged_file_is_refused_with_the_right_passphrase(path: Path, what: str) -> None:
    path.write_bytes(FORGERIES[what])
    with pytest.raises(SecretsFileDamaged):
        EncryptedFile(path).unlock(PASSPHRASE)


def test_an_older_entry_cannot_be_put_back(file: EncryptedFile) -> None:
    file.put("shop/password", Secret("new"))
    now = decode(file.path.read_bytes())
    old = decode(VERSION_1).entries["shop/password"]
    file.path.write_bytes(encode(dataclasses.replace(now, entries={**now.entries, "shop/password": old})))
    with pytest.raises(SecretsFileDamaged):
        file.get("shop/password")


@pytest.mark.parametrize(
    "field", [{"n": 1 << 10}, {"n": 1 << 24}, {"n": 131073}, {"n": 0}, {"r": 1}, {"p": 0}, {"salt": b""}]
)
def test_another_way_to_make_the_key_is_refused_before_it_is_tried(path: Path, field: dict[str, Any]) -> None:
    """Less would be too easy to guess, more would only fill the memory."""
    path.write_bytes(forged(lambda old: dataclasses.replace(old, scrypt=dataclasses.replace(old.scrypt, **field))))
    with pytest.raises(SecretsFileDamaged, match="another way to make the key"):
        EncryptedFile(path).unlock(PASSPHRASE)


def test_what_is_no_file_or_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").mkdir()
    with pytest.raises(StoredUnreadable, match="directory"):
        EncryptedFile(tmp_path / "secrets.json").get("shop/password")
    with unprivileged_folder() as folder:
        (folder / "secrets.json").write_bytes(VERSION_1)
        (folder / "secrets.json").chmod(0)
        with without_root(), pytest.raises(StoredUnreadable, match="Permission denied"):
            EncryptedFile(folder / "secrets.json").get("shop/password")


def test_no_error_of_the_file_holds_a_secret(path: Path) -> None:
    file = EncryptedFile(path)
    told: list[LapwingError] = []
    for call in (
        lambda: file.unlock(Secret("c4nary")),
        lambda: file.change_passphrase(PASSPHRASE, Secret("c4nary")),
        lambda: file.put("shop/password", Secret("c4nary")),
    ):
        with pytest.raises(LapwingError) as refused:
            call()
        told.append(refused.value)
    assert "c4nary" not in "".join(f"{error} {error!r} {error.next_step()} {error.to_wire()}" for error in told)
