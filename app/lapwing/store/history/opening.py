"""Opening the history's file, and putting aside one that cannot be read."""

import contextlib
import os
import secrets
import time
from pathlib import Path
from typing import Final

import apsw

from lapwing import paths
from lapwing.domain.errors import LapwingError, StoredNewer
from lapwing.domain.history import HistoryPutAside, HistoryUnusable
from lapwing.store.history.schema import VERSION, migrate, version_of

_BUSY_MS: Final = 1_500
"""How long another engine that writes is waited for."""
_READ_BUSY_MS: Final = 5_000
_PARTS: Final = ("", "-wal", "-shm", "-journal")
DAMAGE: Final = (apsw.CorruptError, apsw.NotADBError)


def history_path() -> Path:
    """Where the history of this profile lies."""
    return paths.data() / "store" / "history.sqlite"


def open_for_writing(path: Path) -> apsw.Connection:
    """The file, made when there is none and brought to this version.

    A commit reaches the system before it returns, so that no end of the process loses it; it is not synced to
    the disk each time (`synchronous=NORMAL`), which would cost some milliseconds a statement: a power cut may lose the
    last ones.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
        apsw.Error, OSError
    """
    paths.private_folder(path.parent)
    _make_private(path)
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(_BUSY_MS)
        _refuse_newer(connection, path)
        migrate(connection)
        connection.execute("PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=4194304")
        connection.execute("PRAGMA cache_size=-4000")
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path) -> apsw.Connection | None:
    """The file; None where there is none yet.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
        apsw.Error
    """
    if not path.exists():
        return None
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(_READ_BUSY_MS)
        _refuse_newer(connection, path)
        if version_of(connection) < VERSION:  # it is being made
            connection.close()
            return None
        connection.execute("PRAGMA query_only=ON; PRAGMA cache_size=-16000")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_private(path: Path) -> None:
    """An empty file that only its owner can read, if there is none."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600))


def _refuse_newer(connection: apsw.Connection, path: Path) -> None:
    version = version_of(connection)
    if version > VERSION:
        raise StoredNewer(path=str(path), theirs=version, ours=VERSION)


def put_aside(path: Path, reason: str) -> HistoryPutAside:
    """Give a damaged file another name; what to tell about it.

    Raises:
        OSError
    """
    kept = path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}")
    for part in _PARTS:
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{part}", f"{kept}{part}")
    return HistoryPutAside(path=str(path), kept=str(kept), reason=reason)


def in_words(error: Exception, path: Path) -> LapwingError:
    """What a person is told when the file cannot be used."""
    if isinstance(error, LapwingError):
        return error
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return HistoryUnusable(path=str(path), reason=reason.rstrip(".") or type(error).__name__)
