"""SQLite files of the store: made, brought to this version, refused when newer, put aside when damaged."""

import contextlib
import os
from pathlib import Path
from typing import Final

import apsw

from lapwing import paths
from lapwing.domain.errors import LapwingError, StoredNewer
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.files import damaged_path

_BUSY_MS: Final = 1_500
"""How long another engine that writes is waited for."""
_READ_BUSY_MS: Final = 5_000
_PARTS: Final = ("", "-wal", "-shm", "-journal")
DAMAGE: Final = (apsw.CorruptError, apsw.NotADBError)


@dataclass(frozen=True, slots=True)
class StoreKind:
    """One kind of file.

    Attributes:
        application_id: By which SQLite tells whose the file is.
        steps: SQL from each version to the next one, beginning with the empty file; how many there are is the version.
        unusable: The error of a file that cannot be opened, read or written; facts `path`, `reason`.
        damaged: The error of one that was put aside; facts `path`, `kept`, `reason`.
    """

    application_id: int
    steps: tuple[str, ...]
    unusable: type[LapwingError]
    damaged: type[LapwingError]

    @property
    def version(self) -> int:
        return len(self.steps)

    def in_words(self, error: Exception, path: Path) -> LapwingError:
        """What a person is told when the file cannot be used."""
        if isinstance(error, LapwingError):
            return error
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return self.unusable(path=str(path), reason=reason.rstrip(".") or type(error).__name__)


def open_for_writing(path: Path, kind: StoreKind) -> apsw.Connection:
    """The file, made when there is none and brought to this version (`PRAGMA user_version`).

    A commit reaches the system before it returns, so that no end of the process loses it; it is not synced to the disk
    each time (`synchronous=NORMAL`): a power cut may lose the last ones, and damages nothing.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
        apsw.Error, OSError
    """
    paths.private_folder(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600))
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(_BUSY_MS)
        _refuse_newer(connection, path, kind)
        _migrate(connection, kind)
        connection.execute("PRAGMA synchronous=NORMAL; PRAGMA journal_size_limit=4194304; PRAGMA cache_size=-4000")
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path, kind: StoreKind) -> apsw.Connection | None:
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
        _refuse_newer(connection, path, kind)
        if version_of(connection) < kind.version:  # it is being made
            connection.close()
            return None
        connection.execute("PRAGMA query_only=ON; PRAGMA cache_size=-16000")
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: apsw.Connection, kind: StoreKind) -> None:
    """Bring the file to this version, in one transaction.

    Raises:
        apsw.Error
    """
    version = version_of(connection)
    if version >= kind.version:
        return
    if version == 0:
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in kind.steps[version_of(connection) :]:  # another engine may have been first
            connection.execute(step)
        connection.execute(f"PRAGMA user_version={kind.version}")
        connection.execute(f"PRAGMA application_id={kind.application_id}")
    except apsw.Error:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def version_of(connection: apsw.Connection) -> int:
    """The version of the file; 0 of an empty one."""
    (version,) = next(iter(connection.execute("PRAGMA user_version")))
    return int(version)


def _refuse_newer(connection: apsw.Connection, path: Path, kind: StoreKind) -> None:
    version = version_of(connection)
    if version > kind.version:
        raise StoredNewer(path=str(path), theirs=version, ours=kind.version)


def put_aside(path: Path, kind: StoreKind, reason: str) -> LapwingError:
    """Give a damaged file another name; what to tell about it.

    Raises:
        OSError
    """
    kept = damaged_path(path)
    for part in _PARTS:
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{path}{part}", f"{kept}{part}")
    return kind.damaged(path=str(path), kept=str(kept), reason=reason.rstrip("."))


def used_bytes(connection: apsw.Connection) -> int:
    """Of the file, without pages that are free."""
    pages, free, size = (
        int(next(iter(connection.execute(f"PRAGMA {name}")))[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
