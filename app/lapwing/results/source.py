"""Reading rows of a result, wherever it lies."""

import os
import struct
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from lapwing.domain.results import Column, Pages
from lapwing.domain.values import LongCell, RawText, Row
from lapwing.results.codecs import codec_named
from lapwing.results.layout import ENTRY, INDEX_SUFFIX, MAGIC, ROWS_PER_PAGE, Header, PageEntry, decode_header

_CACHED_PAGES = 96
_CACHED_BYTES = 8 << 20
_BLOCK_ENTRIES = 512
_CACHED_BLOCKS = 32


class RowSource(Protocol):
    """Rows by number, for who paints, sorts, copies or exports them. One thread at a time.

    Attributes:
        columns: The result's columns.
        row_count: Rows that can be asked for; it grows while the statement runs.
    """

    @property
    def columns(self) -> tuple[Column, ...]: ...

    @property
    def row_count(self) -> int: ...

    def rows(self, first: int, count: int) -> list[Row]:
        """Rows `first` to `first + count - 1`, fewer at the end, none behind it.

        Raises:
            OSError, ValueError: The file cannot be read, or is damaged.
        """
        ...

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        """These rows, in the order asked for.

        Raises:
            IndexError: There is no such row.
        """
        ...

    def long_cell(self, cell: LongCell, start: int = 0, length: int | None = None) -> bytes:
        """Bytes of a cell that lies apart: all of them, or a part."""
        ...


class _PageCache:
    """The pages decoded last, bounded by count and by their encoded size."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, tuple[list[Row], int]] = OrderedDict()
        self._bytes = 0

    def get(self, first_row: int) -> list[Row] | None:
        found = self._pages.get(first_row)
        if found is None:
            return None
        self._pages.move_to_end(first_row)
        return found[0]

    def put(self, first_row: int, rows: list[Row], size: int) -> None:
        self._pages[first_row] = (rows, size)
        self._bytes += size
        while len(self._pages) > _CACHED_PAGES or (self._bytes > _CACHED_BYTES and len(self._pages) > 1):
            _, (_, dropped) = self._pages.popitem(last=False)
            self._bytes -= dropped

    def clear(self) -> None:
        self._pages.clear()
        self._bytes = 0


class _Index:
    """The page entries of a result, read in blocks of 512, so that memory stays flat for any size."""

    def __init__(self, path: str) -> None:
        self._fd = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        self._blocks: OrderedDict[int, bytes] = OrderedDict()

    def page_count(self) -> int:
        return os.fstat(self._fd).st_size // ENTRY.size

    def entry(self, page: int) -> PageEntry:
        """The entry of page `page`.

        Raises:
            IndexError: There is no such page yet.
        """
        number, place = divmod(page, _BLOCK_ENTRIES)
        at = place * ENTRY.size
        block = self._blocks.get(number, b"")
        if len(block) < at + ENTRY.size:
            size = _BLOCK_ENTRIES * ENTRY.size
            block = os.pread(self._fd, size, number * size)
            self._blocks[number] = block
            while len(self._blocks) > _CACHED_BLOCKS:
                self._blocks.popitem(last=False)
        try:
            return PageEntry._make(ENTRY.unpack_from(block, at))
        except struct.error as error:
            raise IndexError(f"There is no page {page}.") from error

    def page_of(self, row: int) -> int:
        """The number of the page that holds `row`: first guess row // 64, right unless rows are wide.

        Raises:
            IndexError: No page holds it yet.
        """
        page = row // ROWS_PER_PAGE
        count = self.page_count()
        if page < count:
            entry = self.entry(page)
            if entry.first_row <= row < entry.first_row + entry.rows:
                return page
        if page >= count:
            raise IndexError(f"There is no row {row}.")
        page = bisect_right(range(page, count), row, key=lambda number: self.entry(number).first_row) + page - 1
        entry = self.entry(page)
        if row >= entry.first_row + entry.rows:
            raise IndexError(f"There is no row {row}.")
        return page

    def close(self) -> None:
        os.close(self._fd)


class FileRowSource:
    """Rows of a result file, read by position: a file that is cut or removed meanwhile raises, and kills nothing.

    The files stay readable after they were unlinked, as long as this source is open.
    """

    def __init__(self, path: str | Path, row_count: int | None = None) -> None:
        """Open a result.

        Args:
            path: The result file.
            row_count: Rows announced so far; None: all that its index names now.

        Raises:
            OSError, ValueError: It cannot be opened, or is no result file.
        """
        self._fd = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        try:
            self._index = _Index(f"{path}{INDEX_SUFFIX}")
        except BaseException:
            os.close(self._fd)
            raise
        self.header = self._read_header()
        self._codec = codec_named(self.header.codec)
        self._cache = _PageCache()
        self._row_count = self.indexed_rows() if row_count is None else row_count

    def _read_header(self) -> Header:
        head = os.pread(self._fd, len(MAGIC) + 4, 0)
        if len(head) < len(MAGIC) + 4:
            raise ValueError("This is not a result file.")
        (length,) = struct.unpack_from("<I", head, len(MAGIC))
        return decode_header(head + os.pread(self._fd, length, len(head)))

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.header.columns

    @property
    def row_count(self) -> int:
        return self._row_count

    def announce(self, row_count: int) -> None:
        """Rows up to `row_count` are in the file now."""
        self._row_count = row_count

    def indexed_rows(self) -> int:
        """How many rows the index names at this moment."""
        pages = self._index.page_count()
        if not pages:
            return 0
        last = self._index.entry(pages - 1)
        return last.first_row + last.rows

    def _page(self, entry: PageEntry) -> list[Row]:
        rows = self._cache.get(entry.first_row)
        if rows is None:
            rows = self._codec.decode(self._read(entry.offset, entry.length))
            self._cache.put(entry.first_row, rows, entry.length)
        return rows

    def _read(self, offset: int, length: int) -> bytes:
        data = os.pread(self._fd, length, offset)
        while len(data) < length:
            more = os.pread(self._fd, length - len(data), offset + len(data))
            if not more:
                raise ValueError("The result file ends too early.")
            data += more
        return data

    def rows(self, first: int, count: int) -> list[Row]:
        end = min(first + count, self._row_count)
        if first < 0 or first >= end:
            return []
        found: list[Row] = []
        page = self._index.page_of(first)
        row = first
        while row < end:
            entry = self._index.entry(page)
            rows = self._page(entry)
            at = row - entry.first_row
            found += rows[at : at + end - row] if at or len(rows) > end - row else rows
            row = entry.first_row + entry.rows
            page += 1
        return found

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        found: list[Row] = []
        for number in numbers:
            if not 0 <= number < self._row_count:
                raise IndexError(f"There is no row {number}.")
            entry = self._index.entry(self._index.page_of(number))
            found.append(self._page(entry)[number - entry.first_row])
        return found

    def long_cell(self, cell: LongCell, start: int = 0, length: int | None = None) -> bytes:
        rest = max(0, cell.size_bytes - start)
        return self._read(cell.offset + start, rest if length is None else min(length, rest))

    def entries(self) -> Iterator[PageEntry]:
        """Every page whose rows are announced, in order."""
        for page in range(self._index.page_count()):
            entry = self._index.entry(page)
            if entry.first_row >= self._row_count:
                return
            yield entry

    def pages(self) -> Iterator[list[Row]]:
        """The rows of every page in order, past the cache: for who reads all of them once."""
        for entry in self.entries():
            rows = self._codec.decode(self._read(entry.offset, entry.length))
            yield rows[: self._row_count - entry.first_row]

    def raw(self, offset: int, length: int) -> bytes:
        """Bytes of the file as they are, fewer at its end: for searching."""
        return os.pread(self._fd, length, offset)

    def encoded_pages(self, first_row: int, rows: int) -> Pages:
        """Pages as they lie in the file, from the one that holds `first_row`, until `rows` rows are in them."""
        if not 0 <= first_row < self._row_count:
            return Pages((), (), self._row_count)
        firsts: list[int] = []
        pages: list[bytes] = []
        page = self._index.page_of(first_row)
        while True:
            entry = self._index.entry(page)
            firsts.append(entry.first_row)
            pages.append(self._read(entry.offset, entry.length))
            page += 1
            if entry.first_row + entry.rows >= min(first_row + rows, self._row_count):
                return Pages(tuple(firsts), tuple(pages), self._row_count)

    def close(self) -> None:
        """Close the files. May be called twice."""
        if self._fd >= 0:
            os.close(self._fd)
            self._index.close()
            self._fd = -1
        self._cache.clear()


class PagesRowSource:
    """Rows of a result that lies elsewhere, fetched through the operation `result.pages`."""

    def __init__(
        self,
        columns: tuple[Column, ...],
        codec: str,
        fetch_pages: Callable[[int, int], Pages],
        fetch_cell: Callable[[LongCell, int, int], bytes],
    ) -> None:
        """Read through two calls that block: pages from a row on, and a part of a long cell (start, length)."""
        self._columns = columns
        self._codec = codec_named(codec)
        self._fetch_pages = fetch_pages
        self._fetch_cell = fetch_cell
        self._cache = _PageCache()
        self._row_count = 0

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def row_count(self) -> int:
        return self._row_count

    def announce(self, row_count: int) -> None:
        """Rows up to `row_count` can be fetched now."""
        self._row_count = row_count

    def rows(self, first: int, count: int) -> list[Row]:
        end = min(first + count, self._row_count)
        found: list[Row] = []
        while 0 <= first < end:
            answer = self._fetch_pages(first, end - first)
            if not answer.pages:
                raise ValueError("The engine sent no page for rows it had announced.")
            for first_row, page in zip(answer.first_rows, answer.pages, strict=True):
                rows = self._codec.decode(page)
                self._cache.put(first_row, rows, len(page))
                found += rows[first - first_row : end - first_row]
                first = min(end, first_row + len(rows))
        return found

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        found: list[Row] = []
        for number in numbers:
            if not 0 <= number < self._row_count:
                raise IndexError(f"There is no row {number}.")
            found += self.rows(number, 1)
        return found

    def long_cell(self, cell: LongCell, start: int = 0, length: int | None = None) -> bytes:
        rest = max(0, cell.size_bytes - start)
        wanted = rest if length is None else min(length, rest)
        data = b""
        while len(data) < wanted:
            part = self._fetch_cell(cell, start + len(data), wanted - len(data))
            if not part:
                raise ValueError("The engine sent less of a cell than it has.")
            data += part
        return data

    def close(self) -> None:
        self._cache.clear()


class OrderedRowSource:
    """The rows of another source in the order of a permutation file (`SortedRows`)."""

    def __init__(self, base: RowSource, path: str | Path, row_count: int) -> None:
        self.base = base
        self._fd = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
        self._row_count = row_count

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.base.columns

    @property
    def row_count(self) -> int:
        return self._row_count

    def base_rows(self, first: int, count: int) -> list[int]:
        """The numbers, in the base source, of the rows shown from `first` on."""
        end = min(first + count, self._row_count)
        if first < 0 or first >= end:
            return []
        data = os.pread(self._fd, 8 * (end - first), 8 * first)
        return list(struct.unpack(f"<{len(data) // 8}Q", data))

    def rows(self, first: int, count: int) -> list[Row]:
        return self.base.rows_at(self.base_rows(first, count))

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        if any(not 0 <= number < self._row_count for number in numbers):
            raise IndexError("There is no such row.")
        return self.base.rows_at([self.base_rows(number, 1)[0] for number in numbers])

    def long_cell(self, cell: LongCell, start: int = 0, length: int | None = None) -> bytes:
        return self.base.long_cell(cell, start, length)

    def close(self) -> None:
        """Close the permutation; the base stays open. May be called twice."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def whole_cell(source: RowSource, cell: LongCell) -> str | bytes | RawText:
    """All of a long cell, as the cell it would have been.

    Raises:
        MemoryError: It does not fit.
    """
    data = source.long_cell(cell)
    if cell.kind == "blob":
        return data
    return RawText(data) if cell.kind == "raw" else data.decode()
