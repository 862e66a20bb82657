"""Opening a SQLite file: what kind of file it is, in which mode it can be opened, and what to say when it cannot."""

import math
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
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
    UrlInvalid,
)
from lapwing.drivers.sqlite.locks import lock_holders

_MAGIC = b"SQLite format 3\0"
_MEMORY = ":memory:"
_OPENING_S = 2.0
_LONGEST_WAIT_S = 86_400.0
_READ_ONLY_NOTE = "The file cannot be written by this user, so it is open read-only."
_SNAPSHOT_NOTE = (
    "Its folder cannot be written, so the file is open as a snapshot: changes made by others meanwhile are not seen."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open connection and how it came about."""

    connection: apsw.Connection
    read_only: bool
    busy_timeout_s: float
    notes: tuple[str, ...] = ()


def open_file(target: Target) -> Opened:
    """Open what the target names.

    Raises:
        FileMissing, FileUnreadable, NotADatabase, DatabaseDamaged, DatabaseLocked
        UrlInvalid: An option is none.
    """
    busy_timeout_s = _busy_timeout_s(target)
    if target.database == _MEMORY:
        return Opened(apsw.Connection(_MEMORY), target.read_only, busy_timeout_s)
    path = Path(target.database)
    _check_file(path, target)
    read_only, snapshot, notes = _access(path, target)
    flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_NOMUTEX
    flags |= apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
    if target.create and not read_only:
        flags |= apsw.SQLITE_OPEN_CREATE
    try:
        connection = apsw.Connection(_uri(path, snapshot=snapshot), flags=flags)
    except apsw.Error as error:
        raise FileUnreadable(path=str(path), reason=f"{error}.") from error
    wait_s = min(_OPENING_S, busy_timeout_s)
    try:
        connection.set_busy_timeout(int(wait_s * 1000))
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except apsw.Error as error:
        connection.close()
        raise refused_to_open(path, error, wait_s) from error
    return Opened(connection, read_only, busy_timeout_s, notes)


def _busy_timeout_s(target: Target) -> float:
    """The option `busy_timeout`: seconds that a statement waits for a lock."""
    text = target.options.get("busy_timeout", "10")
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= _LONGEST_WAIT_S:
        raise UrlInvalid(url=target.database, reason=f"busy_timeout must be a number of seconds, not {text!r}.")
    return seconds


def _uri(path: Path, *, snapshot: bool) -> str:
    return f"file:{quote(str(path))}" + ("?immutable=1" if snapshot else "")


def _check_file(path: Path, target: Target) -> None:
    """See that there is a file that may be a database."""
    if not path.exists():
        if target.create:
            return
        raise FileMissing(path=str(path))
    if path.is_dir():
        raise FileUnreadable(path=str(path), reason="it is a folder.")
    if not path.is_file():
        raise FileUnreadable(path=str(path), reason="it is no plain file.")
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=f"{error.strerror or error}.") from error
    if head and not head.startswith(_MAGIC):
        raise not_a_database(path, head)


def _access(path: Path, target: Target) -> tuple[bool, bool, tuple[str, ...]]:
    """Whether to open read-only, whether as an unchanging snapshot, and what to say about it."""
    folder_writable = os.access(path.parent, os.W_OK)
    file_writable = not path.exists() or os.access(path, os.W_OK)
    read_only = target.read_only or not file_writable or not folder_writable
    notes = [] if target.read_only or not read_only else [_READ_ONLY_NOTE]
    snapshot = read_only and not folder_writable and not Path(f"{path}-wal").exists() and _is_wal(path)
    if snapshot:
        notes.append(_SNAPSHOT_NOTE)
    return read_only, snapshot, tuple(notes)


def _is_wal(path: Path) -> bool:
    """Whether the file is in write-ahead mode (bytes 18 and 19 of the header, sqlite.org/fileformat2.html)."""
    with path.open("rb") as file:
        return file.read(20)[18:20] == b"\x02\x02"


def not_a_database(path: Path, head: bytes) -> NotADatabase:
    """What the first bytes let one guess."""
    if _entropy_bits(head) > 7.5 and len(head) >= 1024:
        advice = "If it was encrypted (SQLCipher, SEE), decrypt a copy with the program that made it."
        return NotADatabase(path=str(path), guess="; it may be encrypted", advice=advice)
    advice = "Choose a file made by SQLite; its first bytes are always 'SQLite format 3'."
    return NotADatabase(path=str(path), guess="", advice=advice)


def _entropy_bits(data: bytes) -> float:
    """Shannon entropy in bits per byte: near 8 for encrypted or compressed content."""
    counts = Counter(data)
    return -sum(n / len(data) * math.log2(n / len(data)) for n in counts.values()) if data else 0.0


def refused_to_open(path: Path, error: apsw.Error, waited_s: float) -> LapwingError:
    """The right error for SQLite's refusal of the first read."""
    if isinstance(error, apsw.NotADBError):
        return not_a_database(path, path.read_bytes()[:4096])
    if isinstance(error, apsw.BusyError):
        holders = lock_holders([path])
        return DatabaseLocked(waited_s=waited_s, holder=f" by {holders}" if holders else "")
    if isinstance(error, apsw.CorruptError):
        return DatabaseDamaged(path=str(path), server=str(error))
    return FileUnreadable(path=str(path), reason=f"{error}.")
