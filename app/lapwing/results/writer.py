"""Writing a result: rows in, pages and index entries out."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from lapwing.domain.errors import DiskFull
from lapwing.domain.results import Column
from lapwing.domain.values import PREVIEW_CHARS, Cell, LongCell, RawText, Row
from lapwing.results.codecs import CELLS, encode_row, encode_rows, join_rows
from lapwing.results.layout import (
    ENTRY,
    INDEX_SUFFIX,
    PAGE_BYTES,
    ROWS_PER_PAGE,
    EncodedPage,
    Header,
    encode_header,
)
from lapwing.results.mysql_rows import CELLS_PAGE, MYSQL_ROWS, PACKETS

_CHUNK_BYTES = 256 * 1024


class Space(Protocol):
    """Who says whether there is room left."""

    def take(self, size_bytes: int) -> None:
        """Reserve `size_bytes`.

        Raises:
            ResultSpaceUsed: The quota is used up.
        """


class ResultWriter:
    """Appends rows to one result. One thread.

    What was appended is readable by others after `flush`, which also happens by itself every 256 kB.

    Attributes:
        row_count: Rows appended.
        flushed_rows: Rows that a reader can see.
    """

    def __init__(self, path: Path, columns: Sequence[Column], space: Space, codec: str = CELLS) -> None:
        """Make the files; `codec` is that of pages given to `append_pages`."""
        self.path = path
        self._page_head, self._cells_head = (PACKETS, CELLS_PAGE) if codec == MYSQL_ROWS else (b"", b"")
        self.row_count = 0
        self.flushed_rows = 0
        self._space = space
        self._pages: list[bytes | memoryview] = []
        self._entries: list[bytes] = []
        self._pending_bytes = 0
        self._offset = self._flushed_bytes = self._flushed_pages = 0
        self._fd = self._index_fd = -1
        try:
            self._fd = _create(path)
            self._index_fd = _create(Path(f"{path}{INDEX_SUFFIX}"))
            self._add(encode_header(Header(codec, tuple(columns))))
            self.flush()
        except BaseException:
            self._undo_creation()
            raise

    def _undo_creation(self) -> None:
        for fd, path in ((self._fd, self.path), (self._index_fd, Path(f"{self.path}{INDEX_SUFFIX}"))):
            if fd >= 0:
                path.unlink()
        self.close()

    def append(self, rows: Sequence[Row]) -> None:
        """Append rows, best as many as a page holds.

        Raises:
            ResultSpaceUsed: The quota is used up; rows since the last flush are dropped, earlier ones stay readable.
            DiskFull: The disk is; likewise.
        """
        try:
            for first in range(0, len(rows), ROWS_PER_PAGE):
                part = rows[first : first + ROWS_PER_PAGE] if len(rows) > ROWS_PER_PAGE else rows
                page = encode_rows(part)
                if len(page) <= PAGE_BYTES:
                    self._add_page(page, len(part))
                    continue
                del page  # it may hold cells of a hundred megabytes, which are encoded once more now
                self._append_wide(part)
        except BaseException:
            self._drop_pending()
            raise
        if self._pending_bytes >= _CHUNK_BYTES:
            self.flush()

    def append_pages(self, pages: Sequence[EncodedPage]) -> None:
        """Append pages as they are, in the codec of this result; raises what `append` raises."""
        head = self._page_head
        for page in pages:
            size = len(page.data) + len(head)
            self._entries.append(ENTRY.pack(self.row_count, self._offset, size, page.rows))
            if head:
                self._pages.append(head)
            self._pages.append(page.data)
            self._offset += size
            self._pending_bytes += size
            self.row_count += page.rows
        if self._pending_bytes >= _CHUNK_BYTES:
            self.flush()

    def _append_wide(self, rows: Sequence[Row]) -> None:
        """Rows that do not fit one page: long cells are put aside, right before the page of their row."""
        encoded: list[bytes] = []
        size = 0
        for row in rows:
            data = encode_row(row)
            if encoded and size + len(data) > PAGE_BYTES:
                self._add_page(join_rows(encoded), len(encoded))
                encoded, size = [], 0
            if len(data) > PAGE_BYTES:
                del data
                data = encode_row(tuple(self._put_aside(cell) for cell in row))
            encoded.append(data)
            size += len(data)
        self._add_page(join_rows(encoded), len(encoded))

    def _put_aside(self, cell: Cell) -> Cell:
        """The cell itself, or its start and where the whole of it was written."""
        if isinstance(cell, str) and len(cell) > PAGE_BYTES // 4:
            data = cell.encode()
            kind, start = "text", cell[:PREVIEW_CHARS]
        elif isinstance(cell, bytes) and len(cell) > PAGE_BYTES:
            return self._long(cell, "blob", cell[:PREVIEW_CHARS])
        elif isinstance(cell, RawText) and len(cell.raw) > PAGE_BYTES:
            return self._long(cell.raw, "raw", str(RawText(cell.raw[:PREVIEW_CHARS]))[:PREVIEW_CHARS])
        else:
            return cell
        return self._long(data, kind, start) if len(data) > PAGE_BYTES else cell

    def _long(self, data: bytes, kind: str, start: str | bytes) -> LongCell:
        offset = self._offset
        self._add(data)
        if self._pending_bytes >= _CHUNK_BYTES:
            self._write_pages()
        return LongCell(start, offset, len(data), kind)

    def _add_page(self, page: bytes, rows: int) -> None:
        head = self._cells_head
        self._entries.append(ENTRY.pack(self.row_count, self._offset, len(head) + len(page), rows))
        if head:
            self._add(head)
        self._add(page)
        self.row_count += rows

    def _add(self, data: bytes) -> None:
        self._pages.append(data)
        self._offset += len(data)
        self._pending_bytes += len(data)

    def flush(self) -> None:
        """Let readers see every row appended so far.

        Raises:
            ResultSpaceUsed, DiskFull: Rows since the last flush are dropped, earlier ones stay.
        """
        try:
            self._write_pages()
            if self._entries:
                entries = b"".join(self._entries)
                self._space.take(len(entries))
                _write_all(self._index_fd, entries, self.path)
        except BaseException:
            self._drop_pending()
            raise
        self._flushed_pages += len(self._entries)
        self._entries.clear()
        self._flushed_bytes = self._offset
        self.flushed_rows = self.row_count

    def _write_pages(self) -> None:
        if not self._pages:
            return
        self._space.take(self._pending_bytes)
        _write_vector(self._fd, self._pages, self._pending_bytes, self.path)
        self._pages.clear()
        self._pending_bytes = 0

    def _drop_pending(self) -> None:
        """Forget what could not be written, and what was written of it: the files end as they did after the flush."""
        self._pages.clear()
        self._entries.clear()
        self._pending_bytes = 0
        self.row_count = self.flushed_rows
        self._offset = self._flushed_bytes
        for fd, size in ((self._fd, self._flushed_bytes), (self._index_fd, self._flushed_pages * ENTRY.size)):
            if fd >= 0:
                os.ftruncate(fd, size)
                os.lseek(fd, size, os.SEEK_SET)

    def close(self) -> None:
        """Close the files; nothing is flushed. May be called twice."""
        for fd in (self._fd, self._index_fd):
            if fd >= 0:
                os.close(fd)
        self._fd = self._index_fd = -1


def _create(path: Path) -> int:
    """A new file, owner-only.

    Raises:
        DiskFull: It cannot be made, or exists.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o600)
    except OSError as error:
        raise DiskFull(path=str(path), reason=error.strerror or str(error)) from error


def _write_vector(fd: int, parts: Sequence[bytes | memoryview], size: int, path: Path) -> None:
    """One `writev` for all, the rest by plain writes where the system took less."""
    if not hasattr(os, "writev") or len(parts) > 512:
        _write_all(fd, b"".join(parts), path)
        return
    try:
        written = os.writev(fd, parts)
    except OSError as error:
        raise DiskFull(path=str(path), reason=error.strerror or str(error)) from error
    if written < size:
        _write_all(fd, b"".join(parts)[written:], path)


def _write_all(fd: int, data: bytes, path: Path) -> None:
    view = memoryview(data)
    try:
        while view:
            view = view[os.write(fd, view) :]
    except OSError as error:
        raise DiskFull(path=str(path), reason=error.strerror or str(error)) from error
