"""The folder of an engine's results: private, bounded, and swept only when its engine is gone."""

import os
import random
import shutil
import threading
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.processes import hears, python
from lapwing.domain.errors import ResultSpaceUsed
from lapwing.results.folder import ResultFolder, sweep

ENGINE = """
import sys, pathlib
from lapwing.results.folder import ResultFolder
folder = ResultFolder(pathlib.Path(sys.argv[1]), 1 << 20)
folder.file("rows").write_bytes(b"rows")
print(folder.path, flush=True)
sys.stdin.read()
"""
QUICK = """
import sys, pathlib
from lapwing.results.folder import ResultFolder
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    folder = ResultFolder(pathlib.Path(sys.argv[1]), 1 << 20)
    folder.file("rows").write_bytes(b"rows")
    assert folder.file("rows").read_bytes() == b"rows", "swept while it was in use"
    folder.close()
print("done", flush=True)
"""


def test_a_folder_is_for_its_owner_only_and_gone_when_closed(tmp_path: Path) -> None:
    folder = ResultFolder(tmp_path / "results", 100)
    folder.file("rows").write_bytes(b"rows")
    assert folder.path.stat().st_mode & 0o777 == 0o700
    folder.close()
    folder.close()
    assert list((tmp_path / "results").iterdir()) == []


def test_an_engine_that_lives_keeps_its_folder_and_one_that_was_killed_loses_it(tmp_path: Path) -> None:
    with python(ENGINE, tmp_path) as living, python(ENGINE, tmp_path) as killed:
        keeps, loses = Path(hears(living)), Path(hears(killed))
        killed.kill()
        killed.wait()
        assert sweep(tmp_path) == 1
        assert not loses.exists()
        assert (keeps / "rows").read_bytes() == b"rows"
        ResultFolder(tmp_path, 100).close()
        assert (keeps / "rows").exists()


def test_a_folder_that_somebody_removed_is_made_again_and_still_locked(tmp_path: Path) -> None:
    folder = ResultFolder(tmp_path / "results", 1 << 20)
    folder.file("a").write_bytes(b"a")
    shutil.rmtree(tmp_path / "results")
    folder.file("b").write_bytes(b"b")
    assert sweep(tmp_path / "results") == 0, "it is locked again"
    assert (folder.path / "b").read_bytes() == b"b"
    folder.close()
    assert list((tmp_path / "results").iterdir()) == []


def test_a_new_engine_sweeps_what_a_killed_one_left(tmp_path: Path) -> None:
    with python(ENGINE, tmp_path) as killed:
        left = Path(hears(killed))
        killed.kill()
        killed.wait()
    folder = ResultFolder(tmp_path, 100)
    assert not left.exists()
    folder.close()


def test_engines_that_start_and_end_at_the_same_time_never_sweep_each_other(tmp_path: Path) -> None:
    with python(QUICK, tmp_path, times(60, 3_000)) as one, python(QUICK, tmp_path, times(60, 3_000)) as other:
        for process in (one, other):
            assert hears(process) == "ready"
        for process in (one, other):
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        assert (hears(one), hears(other)) == ("done", "done")
    assert list(tmp_path.iterdir()) == []


def old(path: Path) -> None:
    os.utime(path, (0, 0))


def test_nothing_is_swept_that_no_engine_made(tmp_path: Path) -> None:
    """The folder may be chosen by a person, and may hold anything."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    base = tmp_path / "base"
    for name in ("photos", "1234-photos", "photos-0123456789ab", "12-0123456789abc"):
        (base / name).mkdir(parents=True)
        (base / name / "picture").touch()
        old(base / name)
    (base / "with-lock").mkdir()
    (base / "with-lock" / "lock").touch()
    (base / "12-0123456789ab").symlink_to(elsewhere)
    (base / "13-0123456789ab").write_text("a file")
    (base / "14-0123456789ab").mkdir()
    (base / "14-0123456789ab" / "no lock, so nobody's").touch()
    old(base / "14-0123456789ab")
    before = sorted(base.rglob("*"))
    assert sweep(base) == 0
    assert sorted(base.rglob("*")) == before


def test_an_empty_folder_left_by_an_engine_that_died_at_once_goes_after_a_while(tmp_path: Path) -> None:
    for name in ("12-0123456789ab", "13-0123456789ab"):
        (tmp_path / name).mkdir()
    old(tmp_path / "12-0123456789ab")
    assert sweep(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["13-0123456789ab"]


def test_a_lock_file_that_cannot_be_opened_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "12-0123456789ab"
    (folder / "lock").mkdir(parents=True)
    assert sweep(tmp_path) == 0
    assert folder.exists()


def test_all_files_of_an_engine_share_one_quota(tmp_path: Path, chance: random.Random) -> None:
    folder = ResultFolder(tmp_path, 1_000)
    taken: dict[str, int] = {}
    for _ in range(500):
        name = chance.choice("abc")
        if chance.random() < 0.1:
            folder.remove(name)
            taken.pop(name, None)
        size = chance.randrange(200)
        if sum(taken.values()) + size > 1_000:
            with pytest.raises(ResultSpaceUsed):
                folder.space_for(name).take(size)
        else:
            folder.space_for(name).take(size)
            taken[name] = taken.get(name, 0) + size
        assert folder.used_bytes == sum(taken.values())
    folder.close()


def test_threads_cannot_take_the_same_room_twice(tmp_path: Path) -> None:
    folder = ResultFolder(tmp_path, 10_000)
    refused = []

    def take() -> None:
        for _ in range(2_000):
            try:
                folder.take("a", 1)
            except ResultSpaceUsed:
                refused.append(1)

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (folder.used_bytes, len(refused)) == (10_000, 6_000)
    folder.close()


def test_removing_a_result_takes_its_index_and_orders_but_not_its_neighbours(tmp_path: Path) -> None:
    folder = ResultFolder(tmp_path, 1_000)
    for name in ("ab", "ab.index", "ab.2.down.order", "abc", "abc.index"):
        folder.file(name).touch()
        folder.space_for(name).take(100)
    folder.remove("ab")
    folder.remove("nothing of that name")
    assert folder.used_bytes == 200
    assert sorted(path.name for path in folder.path.iterdir()) == ["abc", "abc.index", "lock"]
    folder.close()


def test_a_folder_that_cannot_be_deleted_whole_keeps_its_lock_for_the_next_sweep(tmp_path: Path) -> None:
    folder = tmp_path / "12-0123456789ab"
    (folder / "in the way").mkdir(parents=True)
    (folder / "lock").touch()
    assert sweep(tmp_path) == 0
    assert (folder / "lock").exists()
    (folder / "in the way").rmdir()
    assert sweep(tmp_path) == 1
