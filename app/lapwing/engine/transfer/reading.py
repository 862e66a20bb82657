"""Rows of a result file in the order in which they are shown, read in pieces of bounded memory."""

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import RowRange
from lapwing.domain.values import Cell, LongCell, Row
from lapwing.results.layout import ResultBroken
from lapwing.results.source import FileRowSource, OrderedRowSource, whole_cell

_AT_ONCE: Final = 1_000
_WINDOW_BYTES: Final = 16 << 20
_WINDOW_ROWS: Final = 131_072


class ResultRows:
    """The rows of one export. One thread; closes its files at the end of `batches`, or by `close`."""

    def __init__(
        self,
        source: FileRowSource,
        order: OrderedRowSource | None,
        ranges: Sequence[RowRange],
        columns: Sequence[int],
        size_bytes: int,
    ) -> None:
        """Of the rows that are there now.

        Args:
            size_bytes: Of the result file: tells how wide its rows are.
        """
        self._source = source
        self._order = order
        shown = order.row_count if order is not None else source.row_count
        self._ranges = [
            RowRange(part.first, min(part.count, shown - part.first)) for part in ranges if 0 <= part.first < shown
        ] or [RowRange(0, shown)]
        self._picked = columns
        self.columns: tuple[Column, ...] = tuple(source.columns[number] for number in columns) or source.columns
        self.count = sum(part.count for part in self._ranges)
        width = size_bytes // max(1, source.row_count) + 1
        self._window = max(64, min(_WINDOW_ROWS, _WINDOW_BYTES // width))

    def batches(self) -> Iterator[list[Row]]:
        """All rows, whole, some at a time."""
        for rows in self._raw():
            yield from self._whole(self._pick(rows))

    def _raw(self) -> Iterator[list[Row]]:
        if self._order is None and self._ranges == [RowRange(0, self._source.row_count)]:
            yield from self._source.pages()
            return
        for part in self._ranges:
            step = _AT_ONCE if self._order is None else self._window
            for first in range(part.first, part.first + part.count, step):
                count = min(step, part.first + part.count - first)
                yield self._source.rows(first, count) if self._order is None else self._ordered(first, count)

    def _ordered(self, first: int, count: int) -> list[Row]:
        """Rows as they are shown: fetched in the order of the file, so that each of its pages is decoded once.

        Raises:
            ResultBroken: The order names rows that are not there.
        """
        assert self._order is not None
        numbers = self._order.base_rows(first, count)
        places = sorted(range(len(numbers)), key=numbers.__getitem__)
        found: list[Row] = [()] * len(numbers)
        done = 0
        for entry in self._source.entries():
            end = entry.first_row + entry.rows
            if done == len(places):
                break
            if numbers[places[done]] >= end:
                continue
            page = self._source.rows(entry.first_row, entry.rows)
            while done < len(places) and numbers[places[done]] < end:
                place = places[done]
                found[place] = page[numbers[place] - entry.first_row]
                done += 1
        if done < len(places):
            raise ResultBroken("The file that holds the order names rows that are not there.")
        return found

    def _pick(self, rows: list[Row]) -> list[Row]:
        if not self._picked:
            return rows
        if len(self._picked) == 1:
            (only,) = self._picked
            return [(row[only],) for row in rows]
        return list(map(itemgetter(*self._picked), rows))

    def _whole(self, rows: list[Row]) -> Iterator[list[Row]]:
        """The rows without cells that lie apart; one at a time where there are such, since each may be large."""
        if LongCell not in set(map(type, chain.from_iterable(rows))):
            yield rows
            return
        for row in rows:
            yield [tuple(self._fetched(cell) for cell in row)]

    def _fetched(self, cell: Cell) -> Cell:
        return whole_cell(self._source, cell) if isinstance(cell, LongCell) else cell

    def close(self) -> None:
        """May be called twice."""
        if self._order is not None:
            self._order.close()
        self._source.close()
