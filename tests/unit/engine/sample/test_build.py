"""The file of the sample database: finished or not there, and never at the cost of somebody's changes."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from lapwing.engine.sample import build
from lapwing.engine.sample.build import SAMPLE_VERSION, build_sample, ensure_sample

ROWS = 1_000


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `ensure_sample` build a small one."""
    monkeypatch.setattr(build, "build_sample", partial(build_sample, rows=ROWS))


def _names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def _identity(path: Path) -> tuple[int, int, int]:
    """What changes when a file is replaced or written to; reading it changes only its time of access."""
    facts = path.stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns


def _orders(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count = connection.execute("SELECT count(*) FROM orders").fetchone()[0]
    assert isinstance(count, int)
    return count


def _run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_is_built_once_and_then_found(tmp_path: Path, quick: None) -> None:
    path = tmp_path / "new folder" / "sample.sqlite"
    assert ensure_sample(path)
    written = _identity(path)
    assert not ensure_sample(path)
    assert _identity(path) == written
    assert _names(path.parent) == ["sample.sqlite"]


def test_progress_rises_from_nothing_to_all(tmp_path: Path) -> None:
    shares: list[float] = []
    build_sample(tmp_path / "sample.sqlite", rows=ROWS, progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_what_is_there_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        build_sample(path, rows=ROWS)
    assert path.read_bytes() == b"mine"
    build_sample(path, rows=ROWS, replace=True)
    assert _orders(path) == ROWS * 13 // 100
    assert _names(tmp_path) == ["sample.sqlite"]


def test_too_few_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 1000 rows"):
        build_sample(tmp_path / "sample.sqlite", rows=999)


def test_a_build_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        build_sample(tmp_path / "sample.sqlite", rows=ROWS, progress=stop)
    assert _names(tmp_path) == []


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.97])
def test_a_build_that_is_killed_never_looks_finished(share: float, tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    code = """
import os, signal, sys
from pathlib import Path
from lapwing.engine.sample.build import build_sample
def progress(done):
    if done >= float(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
build_sample(Path(sys.argv[1]), rows=1000, progress=progress)
"""
    assert _run(code, str(path), str(share)).returncode == -9
    assert not path.exists()
    (left,) = _names(tmp_path)
    assert left.startswith(".sample.sqlite.")
    os.utime(tmp_path / left, (0, 0))  # long ago
    build_sample(path, rows=ROWS)
    assert _names(tmp_path) == ["sample.sqlite"]


def test_the_temporary_file_of_a_running_build_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / ".sample.sqlite.abc.building"
    other.write_bytes(b"at work")
    build_sample(tmp_path / "sample.sqlite", rows=ROWS)
    assert other.read_bytes() == b"at work"


def test_of_two_builders_the_first_to_finish_wins(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    seen: list[os.stat_result] = []

    def overtake(share: float) -> None:
        if share > 0.95 and not seen:
            build_sample(path, rows=ROWS)
            seen.append(path.stat())

    with pytest.raises(FileExistsError):
        build_sample(path, rows=2 * ROWS, progress=overtake)
    assert path.stat().st_ino == seen[0].st_ino
    assert _orders(path) == ROWS * 13 // 100
    assert _names(tmp_path) == ["sample.sqlite"]


def test_two_processes_at_once_end_with_one_finished_file(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    code = """
import sys
from functools import partial
from pathlib import Path
from lapwing.engine.sample import build
build.build_sample = partial(build.build_sample, rows=1000)
print(build.ensure_sample(Path(sys.argv[1])))
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    both = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = sorted(process.communicate(timeout=60)[0].strip() for process in both)
    assert answers == ["False", "True"]
    assert _names(tmp_path) == ["sample.sqlite"]
    assert _orders(path) == ROWS * 13 // 100


def test_a_full_disk_is_an_os_error_and_leaves_nothing(tmp_path: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from lapwing.engine.sample.build import build_sample
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
try:
    build_sample(Path(sys.argv[1]), rows=1000)
except OSError as error:
    print(type(error).__name__, error.errno is not None)
"""
    ran = _run(code, str(tmp_path / "sample.sqlite"))
    assert (ran.stdout, ran.stderr) == ("OSError True\n", "")
    assert _names(tmp_path) == []


def test_the_log_of_a_file_that_is_gone_is_not_applied_to_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "sample.sqlite"
    for suffix in ("-wal", "-journal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"old")
    build_sample(path, rows=ROWS)
    assert _names(tmp_path) == ["sample.sqlite"]


def _older(path: Path) -> None:
    """A sample of version 0 whose user deleted an order, with that change still in the write-ahead log."""
    original = path.with_name("original.sqlite")
    build_sample(original, rows=ROWS)
    with closing(sqlite3.connect(original, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE orders SET note = 'changed by me' WHERE order_id = 100001")
        for suffix in ("", "-wal"):  # as after a crash: the log was never brought in
            path.with_name(path.name + suffix).write_bytes(original.with_name(original.name + suffix).read_bytes())
    original.unlink()


def test_an_older_version_is_kept_beside_the_new_one_with_all_its_changes(tmp_path: Path, quick: None) -> None:
    path = tmp_path / "sample.sqlite"
    kept = tmp_path / f"sample (before {SAMPLE_VERSION}).sqlite"
    _older(path)
    assert ensure_sample(path)
    assert _names(tmp_path) == sorted([kept.name, path.name])
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT note FROM orders WHERE order_id = 100001").fetchone() == ("changed by me",)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SAMPLE_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_older_version_never_takes_the_name_of_one_kept_before(tmp_path: Path, quick: None) -> None:
    path = tmp_path / "sample.sqlite"
    (tmp_path / f"sample (before {SAMPLE_VERSION}).sqlite").write_bytes(b"kept before")
    _older(path)
    assert ensure_sample(path)
    assert (tmp_path / f"sample (before {SAMPLE_VERSION}).sqlite").read_bytes() == b"kept before"
    assert (tmp_path / f"sample (before {SAMPLE_VERSION}, 2).sqlite").exists()


def test_an_older_version_that_is_in_use_stays_where_it_is(
    tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_BUSY_TIMEOUT_S", 0.0)
    path = tmp_path / "sample.sqlite"
    _older(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as user:
        user.execute("BEGIN IMMEDIATE")
        with pytest.raises(BlockingIOError, match="in use"):
            ensure_sample(path)
        user.execute("UPDATE orders SET note = 'still mine' WHERE order_id = 100002")
        user.execute("COMMIT")
    assert ensure_sample(path)


@pytest.mark.parametrize("content", [b"", b"not a database at all\n" * 50])
def test_a_file_that_is_no_sample_is_kept_beside_it(content: bytes, tmp_path: Path, quick: None) -> None:
    path = tmp_path / "sample.sqlite"
    path.write_bytes(content)
    assert ensure_sample(path)
    assert (tmp_path / f"sample (before {SAMPLE_VERSION}).sqlite").read_bytes() == content


def test_a_newer_version_is_left_alone(tmp_path: Path, quick: None) -> None:
    path = tmp_path / "sample.sqlite"
    build_sample(path, rows=ROWS)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SAMPLE_VERSION + 1}")
    written = _identity(path)
    assert not ensure_sample(path)
    assert _identity(path) == written
