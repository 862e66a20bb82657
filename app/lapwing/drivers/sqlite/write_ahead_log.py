"""Following a write-ahead log beside SQLite: how large it is, what it says of the database, and how often it was
committed to. It has no locks of its own, so it is opened and closed at each look.

Format: sqlite.org/fileformat2.html, 4. Checksums are not worked out: a frame counts when its salts are those of the
log, and only up to the last one that commits.
"""

import os
import struct
from pathlib import Path
from typing import Final

from lapwing.drivers.sqlite.files import HEADER_BYTES

_HEADER: Final = struct.Struct(">IIIIII8x")
_FRAME: Final = struct.Struct(">IIII8x")
_MAGIC: Final = frozenset({0x377F0682, 0x377F0683})
_MOST_FRAMES: Final = 50_000
"""In one look; of a log that is longer, the rest is read at the next ones."""


class WriteAheadLog:
    """The log beside one database. One thread.

    Attributes:
        size_bytes: Of its file; 0 where there is none.
        commits: Transactions seen in it since the first look.
        pages: Of the database, as the last transaction in it left it; None: it holds none.
        header: The database's header in it; empty: it holds none.
    """

    def __init__(self, database: Path) -> None:
        """Of the database in this file."""
        self._path = Path(f"{database}-wal")
        self._salts: tuple[int, ...] = ()
        self._frames = 0
        self._looked = False
        self.size_bytes = 0
        self.commits = 0
        self.pages: int | None = None
        self.header = b""

    def read(self) -> None:
        """Read what was added since the last look.

        Raises:
            OSError
        """
        try:
            fd = os.open(self._path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        except FileNotFoundError:
            self.size_bytes = 0
            self._begin_anew(())
        else:
            try:
                self.size_bytes = os.fstat(fd).st_size
                self._follow(fd)
            finally:
                os.close(fd)
        self._looked = True

    def _begin_anew(self, salts: tuple[int, ...]) -> None:
        """What it held is in the database now."""
        self._salts, self._frames, self.pages, self.header = salts, 0, None, b""

    def _follow(self, fd: int) -> None:
        head = os.pread(fd, _HEADER.size, 0)
        if len(head) < _HEADER.size:
            self._begin_anew(())
            return
        magic, _version, page_bytes, _sequence, *salts = _HEADER.unpack(head)
        if magic not in _MAGIC:
            return
        if self._salts != tuple(salts):
            self._begin_anew(tuple(salts))
        first_page: int | None = None
        for number in range(self._frames, self._frames + _MOST_FRAMES):
            place = _HEADER.size + number * (_FRAME.size + page_bytes)
            frame = os.pread(fd, _FRAME.size, place)
            if len(frame) < _FRAME.size:
                break
            page, pages, *frame_salts = _FRAME.unpack(frame)
            if tuple(frame_salts) != self._salts:
                break
            if page == 1:
                first_page = place + _FRAME.size
            if pages:
                self._commit(fd, number + 1, pages, first_page)

    def _commit(self, fd: int, frames: int, pages: int, first_page: int | None) -> None:
        """A transaction ends with this frame."""
        self._frames, self.pages = frames, pages
        self.commits += self._looked
        if first_page is not None:
            self.header = os.pread(fd, HEADER_BYTES, first_page)
