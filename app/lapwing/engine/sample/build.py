"""Builds the sample database as a SQLite file, so that a file under its final name is always a finished one.

The rows go into a temporary file in the same folder, without journal and without waiting for the disk; then the file is
forced to the disk and put under its final name in one step. A build that is cut off leaves at most a file whose name
begins with a dot and ends in `.building`; a later build removes it. Builders that run at the same time have a temporary
file each, and the first to finish wins.

Takes about two seconds, 36 MB of disk and 120 MB of memory at the full size. Runs in any thread, and blocks it.
"""

import errno
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from lapwing import paths
from lapwing.engine.sample.company import SMALLEST, tables
from lapwing.engine.sample.queries import SAMPLE_QUERIES, SampleQuery

__all__ = ["SAMPLE_QUERIES", "SAMPLE_VERSION", "SampleQuery", "build_sample", "ensure_sample"]

SAMPLE_VERSION = 1
"""Version of what the sample holds, kept in the file as `PRAGMA user_version`. Raise it when rows or schema change."""

_PART_TWO = "-- ===================================================================== part 2: after the rows"
_ABANDONED_S = 3_600
"""A temporary file that nobody has written to for this long belongs to no running build."""
_MAGIC = b"SQLite format 3\x00"
_BUSY_TIMEOUT_S = 1.0
"""How long an older file may be busy before it counts as in use."""
_JOURNALS = ("-journal", "-wal", "-shm")
_FAST = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "cache_size = -65536",
    "ignore_check_constraints = ON",
)
_BATCH = 20_000
"""Rows between two calls of the progress callback."""
_ROWS_IN_ALL = 1.9
"""Rows of all tables for each row of the largest one."""
_MADE, _WRITTEN, _INDEXED = 0.2, 0.9, 0.97
"""Shares of the time by which the company exists in memory, its rows and its indexes in the file."""

Progress = Callable[[float], None]


def build_sample(
    path: Path,
    *,
    rows: int = 200_000,
    seed: int = 20261031,
    progress: Progress | None = None,
    replace: bool = False,
) -> None:
    """Write the sample database to `path`; its folder is made when missing.

    Args:
        path: The final name. It must not exist, unless `replace` is set.
        rows: Rows of the largest table; the others have as many as go with it. At least 1,000.
        seed: The same seed and number of rows give the same rows.
        progress: Called in this thread with the share that is done, rising to 1.0. What it raises stops the build.
        replace: Put the new file in the place of an old one, whatever that holds.

    Raises:
        FileExistsError: There is something under that name already, or there was when the build had finished.
        OSError: The file cannot be written (disk full, folder read-only ...).
        ValueError: `rows` is too small.
    """
    if rows < SMALLEST:
        raise ValueError(f"The sample needs at least {SMALLEST} rows in its largest table, not {rows}.")
    if not replace and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    if not replace:
        _remove_journals(path)
    with _temporary(path) as unfinished:
        with _disk_errors(unfinished), closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            _write(connection, rows, seed, progress or _nobody_listens)
        _force_to_disk(unfinished)
        _publish(unfinished, path, replace)
    if progress is not None:
        progress(1.0)


def ensure_sample(path: Path, *, progress: Progress | None = None) -> bool:
    """See that the current sample database is at `path`.

    What is there in an older version is kept beside it as `<name> (before <version>).sqlite`, with whatever its user
    changed; so is a file that is no SQLite database at all. A newer version is left alone.

    Args:
        path: Where it belongs.
        progress: As for `build_sample`; not called when nothing has to be built.

    Returns:
        Whether it was built now; False when it was there already, or another builder was faster.

    Raises:
        BlockingIOError: The older version is open in another program, and cannot be moved aside now.
        OSError: As for `build_sample`.
    """
    found = _version(path)
    if found is not None:
        if found >= SAMPLE_VERSION:
            return False
        with suppress(FileNotFoundError):  # another builder was here at the same moment
            _keep_aside(path)
    try:
        build_sample(path, progress=progress)
    except FileExistsError:
        return False
    return True


def _nobody_listens(share: float) -> None:
    """Takes the place of a progress callback that was not given."""


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """An empty file of our own beside `path`, removed at the end unless it was moved away."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".building", dir=path.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    """SQLite's words for a failing disk as an OSError; anything else SQLite says here is a defect and passes."""
    try:
        yield
    except sqlite3.OperationalError as error:
        numbers = {
            sqlite3.SQLITE_FULL: errno.ENOSPC,
            sqlite3.SQLITE_IOERR: errno.EIO,
            sqlite3.SQLITE_CANTOPEN: errno.EACCES,
        }
        number = numbers.get(error.sqlite_errorcode & 0xFF)
        if number is None:
            raise
        raise OSError(number, str(error), str(path)) from error


def _write(connection: sqlite3.Connection, rows: int, seed: int, progress: Progress) -> None:
    """Fill an empty database.

    CHECK constraints are not evaluated meanwhile, which saves a fifth of the time: the rows are the same every time,
    and the tests run `PRAGMA integrity_check` over them.
    """
    for pragma in _FAST:
        connection.execute(f"PRAGMA {pragma}").close()
    before, _, after = (paths.resources() / "demo" / "sample.sql").read_text(encoding="utf-8").partition(_PART_TWO)
    progress(0.0)
    connection.executescript(before)
    connection.execute("BEGIN")
    expected, done = rows * _ROWS_IN_ALL, 0
    for table in tables(rows, seed):
        for first in range(0, len(table.rows), _BATCH):
            batch = table.rows[first : first + _BATCH]
            progress(_MADE + (_WRITTEN - _MADE) * min(done / expected, 1.0))
            connection.executemany(table.insert, batch)
            done += len(batch)
        table.rows.clear()
    connection.execute("COMMIT")
    progress(_WRITTEN)
    connection.executescript(after)
    connection.execute("ANALYZE")
    connection.execute(f"PRAGMA user_version = {SAMPLE_VERSION}")
    progress(_INDEXED)


def _force_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _publish(unfinished: Path, path: Path, replace: bool) -> None:
    """Give the finished file its name in one step, and see that the folder remembers it.

    Raises:
        FileExistsError: The name was taken meanwhile, and `replace` is not set.
    """
    if replace:
        _remove_journals(path)
        os.replace(unfinished, path)
    elif os.name == "nt":
        os.rename(unfinished, path)  # refuses to overwrite there
    else:
        _link(unfinished, path)
    if os.name != "nt":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _remove_journals(path: Path) -> None:
    """Remove what an earlier file of that name left beside it: an old log must never be applied to the new file."""
    for suffix in _JOURNALS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _link(unfinished: Path, path: Path) -> None:
    """Name the file without overwriting; by renaming where the file system knows no links."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.rename(unfinished, path)


def _sweep(path: Path) -> None:
    """Remove what cut-off builds left beside `path`."""
    for left in path.parent.glob(f".{path.name}.*.building"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                left.unlink()


def _version(path: Path) -> int | None:
    """The `user_version` of the file; 0 when it is no SQLite database, None when there is no file."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return None
    if len(header) < 100 or not header.startswith(_MAGIC):
        return 0
    return int.from_bytes(header[60:64], "big", signed=True)


def _keep_aside(path: Path) -> None:
    """Move an old file, complete with what its journals hold, to a name that is free."""
    stem, number = f"{path.stem} (before {SAMPLE_VERSION}", 1
    target = path.with_name(f"{stem}){path.suffix}")
    while os.path.lexists(target):
        number += 1
        target = path.with_name(f"{stem}, {number}){path.suffix}")
    _fold_journals(path)
    os.rename(path, target)


def _fold_journals(path: Path) -> None:
    """Bring what lies in a journal or write-ahead log beside the file into the file itself, if it is a database.

    Raises:
        BlockingIOError: Somebody has it open.
    """
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return
    try:
        address = f"{path.resolve().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=_BUSY_TIMEOUT_S)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
            connection.execute("PRAGMA journal_mode = DELETE").close()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise BlockingIOError(errno.EAGAIN, f"The old sample database is in use: {error}", str(path)) from error
    except sqlite3.DatabaseError:
        return  # damaged: nobody can write to it, and it is kept as it is
