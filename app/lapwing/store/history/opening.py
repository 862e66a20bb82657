"""Opening the history's file, and putting aside one that cannot be read."""

from pathlib import Path

import apsw

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.store import sqlite_files
from lapwing.store.history.schema import KIND


def history_path() -> Path:
    """Where the history of this profile lies."""
    return paths.data() / "store" / "history.sqlite"


def open_for_writing(path: Path) -> apsw.Connection:
    """The file, made when there is none and brought to this version. What is deleted from it cannot be read again.

    A commit is not synced to the disk each time, which would cost some milliseconds a statement.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
        apsw.Error, OSError
    """
    connection = sqlite_files.open_for_writing(path, KIND)
    connection.execute("PRAGMA secure_delete=ON")
    return connection


def open_for_reading(path: Path) -> apsw.Connection | None:
    """The file; None where there is none yet.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
        apsw.Error
    """
    return sqlite_files.open_for_reading(path, KIND)


def put_aside(path: Path, reason: str) -> LapwingError:
    """Give a damaged file another name; what to tell about it.

    Raises:
        OSError
    """
    return sqlite_files.put_aside(path, KIND, reason)


def in_words(error: Exception, path: Path) -> LapwingError:
    """What a person is told when the file cannot be used."""
    return KIND.in_words(error, path)
