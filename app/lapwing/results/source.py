"""Reading rows of a result, wherever it lies."""

import os
import struct
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from lapwing.domain.results import Column, Pages
from lapwing.domain.values import Cell, LongCell, RawText, Row
from lapwing.results.codecs import codec_named
from lapwing.results.layout import HEAD_BYTES, INDEX_SUFFIX, MAGIC, Header, PageEntry, ResultBroken, decode_header
from lapwing.results.page_index import READ_FLAGS, PageCache, PageIndex


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
            OSError, ResultBroken: The file cannot be read, or is damaged.
        """
        ...

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        """These rows, in the order asked for.

        Raises:
            IndexError: There is no such row.
            OSError, ResultBroken: As above.
        """
        ...

    def long_cell(self, cell: LongCell, start: int = 0, length: int | None = None) -> bytes:
        """Bytes of a cell that lies apart: all of them, or a part.

        Raises:
            OSError, ResultBroken: As above.
        """
        ...


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
            OSError, ResultBroken: It cannot be opened, or is no result file.
        """
        self._cache = PageCache()
        self._fd = os.open(path, READ_FLAGS)
        try:
            self._index = PageIndex(f"{path}{INDEX_SUFFIX}")
        except BaseException:
            os.close(self._fd)
            raise
        try:
            self.header = self._read_header()
            self._codec = codec_named(self.header.codec, self.header.columns)
            self._row_count = self.indexed_rows() if row_count is None else row_count
        except BaseException:
            self.close()
            raise

    def _read_header(self) -> Header:
        head = self._read(0, HEAD_BYTES)
        if not head.startswith(MAGIC):
            raise ResultBroken("This is not a result file.")
        (length,) = struct.unpack_from("<I", head, len(MAGIC))
        return decode_header(head + self._read(HEAD_BYTES, length))

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
            rows = self._decoded(entry)
            self._cache.put(entry.first_row, rows, entry.length)
        return rows

    def _decoded(self, entry: PageEntry) -> list[Row]:
        rows = self._codec.decode(self._read(entry.offset, entry.length))
        if len(rows) != entry.rows or not set(map(len, rows)) <= {len(self.header.columns)}:
            raise ResultBroken("A page of the result holds other rows than its index says.")
        return rows

    def _read(self, offset: int, length: int) -> bytes:
        """Exactly so many bytes; the file's size is asked first, so that a damaged length asks for no memory."""
        if min(offset, length) < 0 or offset + length > os.fstat(self._fd).st_size:
            raise ResultBroken("The result file ends too early.")
        data = os.pread(self._fd, length, offset)
        while len(data) < length:  # one call gives at most 2 GB
            more = os.pread(self._fd, length - len(data), offset + len(data))
            if not more:
                raise ResultBroken("The result file ends too early.")
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
            at = row - entry.first_row
            if not 0 <= at < entry.rows:
                raise ResultBroken("The result's index is out of order.")
            rows = self._page(entry)
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
            yield self._decoded(entry)[: self._row_count - entry.first_row]

    def column_pages(self, column: int) -> Iterator[list[Cell]]:
        """The cells of one column, page by page in order, past the cache."""
        for entry in self.entries():
            cells = self._codec.column(self._read(entry.offset, entry.length), column)
            if len(cells) != entry.rows:
                raise ResultBroken("A page of the result holds other rows than its index says.")
            yield cells[: self._row_count - entry.first_row]

    def raw(self, offset: int, length: int) -> bytes:
        """Bytes of the file as they are, fewer at its end: for searching."""
        return os.pread(self._fd, length, offset)

    def encoded_pages(self, first_row: int, rows: int, most_bytes: int = 4 << 20) -> Pages:
        """Pages as they lie in the file, from the one that holds `first_row`, until `rows` rows are in them.

        There is always one page; further ones only while they have no more than `most_bytes` together.
        """
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
            most_bytes -= entry.length
            if most_bytes < 0 or entry.first_row + entry.rows >= min(first_row + rows, self._row_count):
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
        self._codec = codec_named(codec, columns)
        self._fetch_pages = fetch_pages
        self._fetch_cell = fetch_cell
        self._cache = PageCache()
        self._row_count = 0

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def row_count(self) -> int:
        return self._row_count

    @property
    def kept_bytes(self) -> int:
        """Encoded size of the pages in memory."""
        return self._cache.bytes

    def announce(self, row_count: int) -> None:
        """Rows up to `row_count` can be fetched now."""
        self._row_count = row_count

    def rows(self, first: int, count: int) -> list[Row]:
        end = min(first + count, self._row_count)
        found: list[Row] = []
        while 0 <= first < end:
            kept = self._cache.holding(first)
            for first_row, rows in [kept] if kept else self._fetched(first, end - first):
                if not first_row <= first < first_row + len(rows):
                    raise ResultBroken("The engine sent other rows than it was asked for.")
                found += rows[first - first_row : end - first_row]
                first = min(end, first_row + len(rows))
                if first == end:
                    break
        return found

    def _fetched(self, first: int, count: int) -> list[tuple[int, list[Row]]]:
        """Pages from the one that holds row `first` on, each with its first row."""
        answer = self._fetch_pages(first, count)
        if not answer.pages or len(answer.pages) != len(answer.first_rows):
            raise ResultBroken("The engine sent no page for rows it had announced.")
        pages: list[tuple[int, list[Row]]] = []
        for first_row, page in zip(answer.first_rows, answer.pages, strict=True):
            rows = self._codec.decode(page)
            self._cache.put(first_row, rows, len(page))
            pages.append((first_row, rows))
        return pages

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
        data = bytearray()
        while len(data) < wanted:
            part = self._fetch_cell(cell, start + len(data), wanted - len(data))
            if not part:
                raise ResultBroken("The engine sent less of a cell than it has.")
            data += part
        return bytes(data)

    def close(self) -> None:
        self._cache.clear()


class OrderedRowSource:
    """The rows of another source in the order of a permutation file (`ArrangedRows`)."""

    def __init__(self, base: RowSource, path: str | Path, row_count: int) -> None:
        self.base = base
        self.path = str(path)
        self._fd = os.open(path, READ_FLAGS)
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
        if len(data) < 8 * (end - first):
            raise ResultBroken("The file that holds the order ends too early.")
        return list(struct.unpack(f"<{len(data) // 8}Q", data))

    def rows(self, first: int, count: int) -> list[Row]:
        return self._of_base(self.base_rows(first, count))

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        if any(not 0 <= number < self._row_count for number in numbers):
            raise IndexError("There is no such row.")
        return self._of_base([self.base_rows(number, 1)[0] for number in numbers])

    def _of_base(self, numbers: list[int]) -> list[Row]:
        try:
            return self.base.rows_at(numbers)
        except IndexError as error:
            raise ResultBroken("The file that holds the order names rows that are not there.") from error

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
        OSError, ResultBroken: It cannot be read.
    """
    data = source.long_cell(cell)
    if cell.kind == "blob":
        return data
    if cell.kind == "raw":
        return RawText(data)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ResultBroken("A long text of the result is damaged.") from error
