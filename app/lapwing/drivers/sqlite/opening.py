"""Opening a SQLite file: what kind of file it is, in which mode it can be opened, and what to say when it cannot."""

import errno
import math
import os
import stat
from collections import Counter
from pathlib import Path
from typing import Final
from urllib.parse import quote

import apsw

from lapwing.domain.connections import Target
from lapwing.domain.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    FileMissing,
    FileUnreadable,
    LapwingError,
    NotADatabase,
    OptionInvalid,
    UrlInvalid,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.sqlite.files import read_head
from lapwing.drivers.sqlite.locks import lock_holders

_MAGIC: Final = b"SQLite format 3\0"
_HEAD_BYTES: Final = 4096
MEMORY: Final = ":memory:"
_OPENING_S: Final = 2.0
_LONGEST_WAIT_S: Final = 86_400.0
_READ_ONLY_NOTE: Final = "{file} cannot be written by this user, so it is open read-only."
_SNAPSHOT_NOTE: Final = (
    "The folder of {file} cannot be written, so it is open as a snapshot: changes of others are not seen."
)
_HOT_JOURNAL: Final = (
    "a transaction left unfinished by a program that died has to be undone first, by a session that may write."
)
_HIDDEN_CHANGES: Final = (
    "its write-ahead log holds changes that can only be read where its folder may be written. Copy the file and what "
    "lies beside it to a folder of your own."
)
_NEED_WRITING: Final = {
    apsw.SQLITE_READONLY_ROLLBACK,
    apsw.SQLITE_READONLY_RECOVERY,
    apsw.SQLITE_READONLY_CANTINIT,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An open connection and how it came about."""

    connection: apsw.Connection
    read_only: bool
    busy_timeout_s: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Access:
    """In which way a file can be opened."""

    read_only: bool
    snapshot: bool = False
    note: str = ""


def shown_path(path: str | Path) -> str:
    """A path for people and for the line: bytes that are not text as visible escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def open_file(target: Target) -> Opened:
    """Open what the target names, and attach what its options say.

    Raises:
        FileMissing, FileUnreadable, NotADatabase, DatabaseDamaged, DatabaseLocked
        OptionInvalid: There is no such option.
        UrlInvalid: One has no such value.
    """
    _check_options(target)
    busy_timeout_s = _busy_timeout_s(target)
    if target.database == MEMORY:
        access = _Access(target.read_only)
        connection = apsw.Connection(MEMORY)
    else:
        path = Path(target.database)
        _check_file(path, create=target.create and not target.read_only)
        access = _access(path, read_only=target.read_only)
        connection = _connect(path, access, create=target.create)
    notes = [access.note]
    try:
        connection.set_busy_timeout(int(min(_OPENING_S, busy_timeout_s) * 1000))
        if target.database != MEMORY and not target.is_monitor:
            _first_read(connection, path)  # a monitor must not make the files that reading may make
        for option, value in target.options.items():
            if option.startswith("attach."):
                notes.append(_attach(connection, option.removeprefix("attach."), value, read_only=access.read_only))
    except BaseException:
        connection.close()
        raise
    return Opened(connection, access.read_only, busy_timeout_s, tuple(filter(None, notes)))


def _check_options(target: Target) -> None:
    for option in target.options:
        if option != "busy_timeout" and not option.startswith("attach."):
            reason = "SQLite has no such option. There are busy_timeout, attach.NAME and read_only."
            shown = shown_path(target.database)
            raise OptionInvalid(option=option, connection=shown, reason=reason, server="")


def _busy_timeout_s(target: Target) -> float:
    """The option `busy_timeout`: seconds that a statement waits for a lock."""
    text = target.options.get("busy_timeout", "10")
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= _LONGEST_WAIT_S:
        reason = f"busy_timeout must be a number of seconds, not {text!r}."
        raise UrlInvalid(url=shown_path(target.database), reason=reason)
    return seconds


def _connect(path: Path, access: _Access, *, create: bool) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_NOMUTEX
    flags |= apsw.SQLITE_OPEN_READONLY if access.read_only else apsw.SQLITE_OPEN_READWRITE
    if create and not access.read_only:
        flags |= apsw.SQLITE_OPEN_CREATE
    try:
        return apsw.Connection(_uri(path, access), flags=flags)
    except apsw.Error as error:
        raise refused_to_open(path, error) from error


def _first_read(connection: apsw.Connection, path: Path) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except apsw.Error as error:
        raise refused_to_open(path, error) from error


def _attach(connection: apsw.Connection, name: str, database: str, *, read_only: bool) -> str:
    """Attach a file, which must exist, under a name; what is to be said about it."""
    path = Path(database)
    _check_file(path, create=False)
    access = _access(path, read_only=read_only)
    try:
        connection.execute("ATTACH ? AS ?", (_uri(path, access), name))
    except apsw.Error as error:
        raise refused_to_open(path, error) from error
    return access.note


def _uri(path: Path, access: _Access) -> str:
    mode = "immutable=1" if access.snapshot else "mode=ro" if access.read_only else ""
    return f"file:{quote(os.fsencode(path))}" + (f"?{mode}" if mode else "")


def _check_file(path: Path, *, create: bool) -> None:
    """See that there is a file that may be a database.

    Raises:
        FileMissing, FileUnreadable, NotADatabase
    """
    name = shown_path(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileUnreadable(path=name, reason="it is a folder.")
        if not stat.S_ISREG(mode):
            raise FileUnreadable(path=name, reason="it is no plain file.")
        head = _head(path)
    except ValueError as error:
        raise FileUnreadable(path=name, reason="its name holds a NUL character.") from error
    except OSError as error:
        if error.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
            raise FileUnreadable(path=name, reason=f"{error.strerror or error}.") from error
        if not create:
            raise FileMissing(path=name) from error
        return
    if head and not head.startswith(_MAGIC):
        raise not_a_database(path, head)


def _head(path: Path) -> bytes:
    return read_head(path, _HEAD_BYTES)


def _access(path: Path, *, read_only: bool) -> _Access:
    """Whether to open read-only, whether as an unchanging snapshot, and what to say about it."""
    exists = path.exists()
    folder_writable = os.access(path.parent, os.W_OK) or not exists
    writable = folder_writable and (not exists or os.access(path, os.W_OK))
    if read_only and folder_writable:
        return _Access(read_only=True)
    if writable:
        return _Access(read_only=False)
    # what lies in the log cannot be seen in a snapshot: the file is then opened like any other, or refused
    if not folder_writable and _is_wal(path) and not _has_changes(path):
        return _Access(read_only=True, snapshot=True, note=_SNAPSHOT_NOTE.format(file=shown_path(path.name)))
    return _Access(read_only=True, note="" if read_only else _READ_ONLY_NOTE.format(file=shown_path(path.name)))


def _is_wal(path: Path) -> bool:
    """Whether the file is in write-ahead mode (bytes 18 and 19 of the header, sqlite.org/fileformat2.html)."""
    return _head(path)[18:20] == b"\x02\x02"


def _has_changes(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside the file."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def not_a_database(path: Path, head: bytes) -> NotADatabase:
    """What the first bytes let one guess."""
    if _entropy_bits(head) > 7.5 and len(head) >= 1024:
        advice = "If it was encrypted (SQLCipher, SEE), decrypt a copy with the program that made it."
        return NotADatabase(path=shown_path(path), guess="; it may be encrypted", advice=advice)
    advice = "Choose a file made by SQLite; its first bytes are always 'SQLite format 3'."
    return NotADatabase(path=shown_path(path), guess="", advice=advice)


def _entropy_bits(data: bytes) -> float:
    """Shannon entropy in bits per byte: near 8 for encrypted or compressed content."""
    counts = Counter(data)
    return -sum(n / len(data) * math.log2(n / len(data)) for n in counts.values()) if data else 0.0


def refused_to_open(path: Path, error: apsw.Error) -> LapwingError:
    """The right error for SQLite's refusal of the first read."""
    name = shown_path(path)
    if isinstance(error, apsw.NotADBError):
        return not_a_database(path, _head(path))
    if isinstance(error, apsw.BusyError):
        holders = lock_holders([path])
        return DatabaseLocked(waited_s=_OPENING_S, holder=f" by {holders}" if holders else "")
    if isinstance(error, apsw.CorruptError):
        return DatabaseDamaged(path=name, server=str(error))
    if getattr(error, "extendedresult", 0) in _NEED_WRITING:
        return FileUnreadable(path=name, reason=_HIDDEN_CHANGES if _has_changes(path) else _HOT_JOURNAL)
    if isinstance(error, apsw.CantOpenError) and _has_changes(path):
        return FileUnreadable(path=name, reason=_HIDDEN_CHANGES)
    return FileUnreadable(path=name, reason=f"{error}.")
