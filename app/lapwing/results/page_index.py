"""Where the pages of a result lie, and the pages read last."""

import os
import struct
from bisect import bisect_right
from collections import OrderedDict
from typing import Final

from lapwing.domain.values import Row
from lapwing.results.layout import ENTRY, ROWS_PER_PAGE, PageEntry, ResultBroken

READ_FLAGS: Final = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CACHED_PAGES: Final = 96
_CACHED_BYTES: Final = 8 << 20
_BLOCK_ENTRIES: Final = 512
_CACHED_BLOCKS: Final = 32


class PageCache:
    """The pages decoded last, bounded by count and by their encoded size.

    Attributes:
        bytes: Encoded size of the pages kept.
    """

    def __init__(self) -> None:
        self._pages: OrderedDict[int, tuple[list[Row], int]] = OrderedDict()
        self.bytes = 0

    def get(self, first_row: int) -> list[Row] | None:
        """The page that begins with this row."""
        found = self._pages.get(first_row)
        if found is None:
            return None
        self._pages.move_to_end(first_row)
        return found[0]

    def holding(self, row: int) -> tuple[int, list[Row]] | None:
        """The page that holds a row, with the row it begins with."""
        for first_row, (rows, _) in self._pages.items():
            if first_row <= row < first_row + len(rows):
                self._pages.move_to_end(first_row)
                return first_row, rows
        return None

    def put(self, first_row: int, rows: list[Row], size: int) -> None:
        _, replaced = self._pages.pop(first_row, (rows, 0))
        self._pages[first_row] = (rows, size)
        self.bytes += size - replaced
        while len(self._pages) > _CACHED_PAGES or (self.bytes > _CACHED_BYTES and len(self._pages) > 1):
            _, (_, dropped) = self._pages.popitem(last=False)
            self.bytes -= dropped

    def clear(self) -> None:
        self._pages.clear()
        self.bytes = 0


class PageIndex:
    """The page entries of a result, read in blocks of 512, so that memory stays flat for any size."""

    def __init__(self, path: str) -> None:
        self._fd = os.open(path, READ_FLAGS)
        self._blocks: OrderedDict[int, bytes] = OrderedDict()

    def page_count(self) -> int:
        return os.fstat(self._fd).st_size // ENTRY.size

    def entry(self, page: int) -> PageEntry:
        """The entry of page `page`.

        Raises:
            ResultBroken: There is no such page.
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
            raise ResultBroken(f"The result's index has no page {page}.") from error

    def page_of(self, row: int) -> int:
        """The number of the page that holds `row`: first guess row // 64, right unless rows are wide.

        Raises:
            ResultBroken: No page holds it.
        """
        page = row // ROWS_PER_PAGE
        count = self.page_count()
        if page < count:
            entry = self.entry(page)
            if entry.first_row <= row < entry.first_row + entry.rows:
                return page
            after = bisect_right(range(page, count), row, key=lambda number: self.entry(number).first_row) + page
            entry = self.entry(after - 1) if after else entry
            if entry.first_row <= row < entry.first_row + entry.rows:
                return after - 1
        raise ResultBroken(f"The result's index does not name row {row}.")

    def close(self) -> None:
        """Close the file. May be called twice."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
