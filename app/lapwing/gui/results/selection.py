"""What is selected in a grid: rectangles of cells, and the same as bands of rows with the same columns."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lapwing.domain.results import CellBand


class Span(NamedTuple):
    """A rectangle of cells: first and last row, first and last logical column."""

    top: int
    bottom: int
    left: int
    right: int


def bands_of(spans: Sequence[Span], columns: Sequence[int]) -> tuple[CellBand, ...]:
    """Rows in their order with the columns that are selected in each, one band for all that follow each other.

    Args:
        spans: In any order; they may overlap.
        columns: The visible columns in the order they stand.
    """
    starts: dict[int, list[Span]] = {}
    ends: dict[int, list[Span]] = {}
    for span in spans:
        starts.setdefault(span.top, []).append(span)
        ends.setdefault(span.bottom + 1, []).append(span)
    active: dict[tuple[int, int], int] = {}
    bands: list[CellBand] = []
    edges = sorted(starts.keys() | ends.keys())
    for row, following in pairwise(edges):
        for span in ends.get(row, ()):
            _count(active, span, -1)
        for span in starts.get(row, ()):
            _count(active, span, 1)
        chosen = _columns(active, columns)
        if chosen and bands and bands[-1].last == row - 1 and bands[-1].columns == chosen:
            bands[-1] = CellBand(bands[-1].first, following - 1, chosen)
        elif chosen:
            bands.append(CellBand(row, following - 1, chosen))
    return tuple(bands)


def _count(active: dict[tuple[int, int], int], span: Span, by: int) -> None:
    key = span.left, span.right
    active[key] = active.get(key, 0) + by
    if not active[key]:
        del active[key]


def _columns(active: dict[tuple[int, int], int], columns: Sequence[int]) -> tuple[int, ...]:
    return tuple(column for column in columns if any(left <= column <= right for left, right in active))
