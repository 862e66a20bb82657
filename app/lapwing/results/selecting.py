"""The selected cells of a result, read in batches whatever their order."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lapwing.domain.errors import StatementCancelled
from lapwing.domain.results import CellBand
from lapwing.domain.values import Cell, LongCell, Row
from lapwing.results.source import OrderedRowSource, RowSource, whole_cell

_BATCH: Final = 2_048
_SHUFFLED_BATCH: Final = 65_536
"""Rows in another order lie all over the file: the more are read at once, the fewer pages are read again."""


def band_rows(
    source: RowSource, bands: Sequence[CellBand], stop: Callable[[], bool] = lambda: False
) -> Iterator[tuple[tuple[int, ...], list[Row]]]:
    """The columns of a band and some of its rows, whole ones with all their columns, in the order they are shown.

    Raises:
        IndexError: There is no such row or column.
        StatementCancelled: `stop` said so.
        OSError, ResultBroken: The rows cannot be read.
    """
    width = len(source.columns)
    for band in bands:
        if not 0 <= band.first <= band.last < source.row_count or not all(0 <= place < width for place in band.columns):
            raise IndexError("There are no such cells.")
        for rows in _batches(source, band.first, band.last + 1):
            if stop():
                raise StatementCancelled
            yield band.columns, rows


def _batches(source: RowSource, first: int, end: int) -> Iterator[list[Row]]:
    if not isinstance(source, OrderedRowSource):
        for start in range(first, end, _BATCH):
            yield source.rows(start, min(_BATCH, end - start))
        return
    for start in range(first, end, _SHUFFLED_BATCH):
        numbers = source.base_rows(start, min(_SHUFFLED_BATCH, end - start))
        ascending = sorted(range(len(numbers)), key=numbers.__getitem__)
        found: list[Row] = [()] * len(numbers)
        for place in range(0, len(ascending), _BATCH):
            part = ascending[place : place + _BATCH]
            for target, row in zip(part, source.base.rows_at([numbers[at] for at in part]), strict=True):
                found[target] = row
        for place in range(0, len(found), _BATCH):
            yield found[place : place + _BATCH]


def whole_band_rows(
    source: RowSource, bands: Sequence[CellBand], stop: Callable[[], bool] = lambda: False
) -> Iterator[tuple[tuple[int, ...], list[Row]]]:
    """As `band_rows`, with long cells read whole where they are selected. Raises what that raises."""
    for places, rows in band_rows(source, bands, stop):
        if any(isinstance(row[place], LongCell) for row in rows for place in places):
            chosen = set(places)
            yield places, [_whole_row(source, row, chosen) for row in rows]
        else:
            yield places, rows


def _whole_row(source: RowSource, row: Row, places: set[int]) -> Row:
    return tuple([whole(source, cell) if place in places else cell for place, cell in enumerate(row)])


def shown_columns(bands: Sequence[CellBand]) -> tuple[int, ...]:
    """The columns that are selected in any row, in the order of the first band that has them all, or as they come."""
    widest = max(bands, key=lambda band: len(band.columns), default=None)
    first = widest.columns if widest is not None else ()
    return tuple(dict.fromkeys((*first, *(place for band in bands for place in band.columns))))


def whole(source: RowSource, cell: Cell) -> Cell:
    """The cell itself; of a long one all of it."""
    return whole_cell(source, cell) if isinstance(cell, LongCell) else cell


def cell_count(bands: Sequence[CellBand]) -> int:
    return sum((band.last - band.first + 1) * len(band.columns) for band in bands)


def row_count(bands: Sequence[CellBand]) -> int:
    return sum(band.last - band.first + 1 for band in bands)
