"""Reading a database's file beside SQLite, without its locks and without making anything.

Who closes a file lets go of all locks that his process has on it (POSIX, `fcntl`): a transaction that another session
here has open on that file would lose its lock to other programs. So a database is opened by SQLite's own layer of
files, which puts off the closing for as long as somebody here has a lock (sqlite.org/src, os_unix.c, `setPendingFd`).

Format: sqlite.org/fileformat2.html, 1.3.
"""

import errno
import os
import struct
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import apsw

from lapwing.domain.late_dataclass import dataclass

_FLAGS: Final = [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0]
HEADER_BYTES: Final = 100
_HEADER: Final = struct.Struct(">16sHBB4xIIIII")


def read_head(path: Path, count: int) -> bytes:
    """The first bytes of a file, fewer where it is shorter.

    Raises:
        OSError: It cannot be read.
    """
    if not os.access(path, os.R_OK):
        path.stat()  # raises where there is none
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    try:
        with closing(PlainFile(path)) as file:
            return file.read(count, 0)
    except UnicodeEncodeError:  # names that are no text cannot be given to that layer
        with path.open("rb") as plain:
            return plain.read(count)


class PlainFile:
    """A database's file, opened by SQLite's own layer. One thread."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            OSError
            UnicodeEncodeError: Its name is no text.
        """
        try:
            self._file = apsw.VFSFile("", os.fspath(path), list(_FLAGS))
        except apsw.Error as error:
            raise OSError(errno.EIO, str(error)) from error

    def read(self, count: int, offset: int) -> bytes:
        """Bytes at a place, fewer at the end; raises `OSError`."""
        try:
            return self._file.xRead(count, offset)
        except apsw.Error as error:
            raise OSError(errno.EIO, str(error)) from error

    def close(self) -> None:
        self._file.xClose()


@dataclass(frozen=True, slots=True)
class Header:
    """The beginning of a database.

    Attributes:
        is_wal: Whether changes go to a write-ahead log.
        changes: Counts transactions, modulo 2^32; of those in a write-ahead log it knows nothing.
        pages: Of the whole database, free ones included.
        schema_cookie: Counts changes of definitions.
    """

    page_bytes: int
    is_wal: bool
    changes: int
    pages: int
    free_pages: int
    schema_cookie: int

    @classmethod
    def of(cls, data: bytes) -> "Header | None":
        """What the first hundred bytes say; None where the file is empty yet."""
        if len(data) < HEADER_BYTES:
            return None
        _magic, page_bytes, written, _read, changes, pages, _trunk, free_pages, cookie = _HEADER.unpack_from(data)
        return cls(65_536 if page_bytes == 1 else page_bytes, written == 2, changes, pages, free_pages, cookie)

    def with_log(self, data: bytes, pages: int | None) -> "Header":
        """As the write-ahead log has it: its copy of the header, and how many pages its last transaction left."""
        newest = Header.of(data) or self
        return newest if pages is None else replace(newest, pages=pages)
