"""The rows of a table with what is staged over them, as a source of rows for the grid."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.values import LongCell, Row
from lapwing.gui.results.row_marks import MarkKind, RowMark
from lapwing.gui.results.staged import RowEdit, RowKey, StagedEdits
from lapwing.results.source import RowSource

_ROWS_AT_ONCE: Final = 500
_DELETED: Final = RowMark(MarkKind.DELETED)


class EditedSource:
    """A `RowSource` over another one: values that are to change are shown instead of those that are there, and rows
    that are to be inserted stand between the others. One thread.
    """

    def __init__(self, base: RowSource, staged: StagedEdits, key_columns: Sequence[int], width: int) -> None:
        """Lay what is staged over a base.

        Args:
            base: The rows as they were read.
            staged: What is to become of them.
            key_columns: The columns that tell the rows apart, by their places; none: nothing can be staged.
            width: How many columns are shown; those behind them are hidden ones of the key.
        """
        self.base = base
        self._width = width
        self._staged = staged
        self._key_columns = tuple(key_columns)
        self._places: list[int] = []
        self._inserts: list[int] = []
        self.restage()

    def restage(self) -> None:
        """Look at what is staged anew. To be called after each change of it, and when the base has other rows."""
        found = self._staged.inserts()
        self._inserts = [key for _anchor, key in found]
        rows = self.base.row_count
        self._places = [min(anchor, rows) + before for before, (anchor, _key) in enumerate(found)]

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.base.columns[: self._width]

    @property
    def row_count(self) -> int:
        return self.base.row_count + len(self._inserts)

    @property
    def insert_places(self) -> Sequence[int]:
        """The rows, as shown, that are to be inserted; ascending."""
        return self._places

    @property
    def insert_keys(self) -> list[int]:
        """The keys of those rows, in the same order."""
        return self._inserts

    def key_of(self, row: Row) -> RowKey:
        """What tells a row of the table from all others."""
        return tuple(row[column] for column in self._key_columns)

    def find(self, key: RowKey) -> int | None:
        """Where a row of the table is shown; None where it was not read."""
        for first in range(0, self.base.row_count, _ROWS_AT_ONCE):
            for at, row in enumerate(self.base.rows(first, _ROWS_AT_ONCE), first):
                if self.key_of(row) == key:
                    return at + sum(place - before <= at for before, place in enumerate(self._places))
        return None

    def place_of(self, key: int) -> int:
        """Where a row that is to be inserted is shown."""
        return self._places[self._inserts.index(key)]

    def base_row(self, row: int) -> int:
        """Before which row of the table a shown row stands, or which one it is."""
        return row - bisect_left(self._places, row)

    def original(self, row: int) -> tuple[RowKey, Row | None]:
        """The key of a shown row and the row as it was read; None for one that is to be inserted.

        Raises:
            IndexError: There is no such row.
        """
        at = bisect_left(self._places, row)
        if at < len(self._places) and self._places[at] == row:
            return self._inserts[at], None
        read = self.base.rows(row - at, 1)[0]
        return self.key_of(read), read

    # rows

    def rows(self, first: int, count: int) -> list[Row]:
        if not self._staged:
            return self._cut(self.base.rows(first, count))
        start, end, found = self._base_rows(first, count)
        edits = self._staged.edits
        rows = self._cut([_overlaid(row, edits.get(self.key_of(row))) for row in found])
        for at in range(start, end):
            rows.insert(self._places[at] - first, self._inserted(self._inserts[at]))
        return rows

    def _base_rows(self, first: int, count: int) -> tuple[int, int, list[Row]]:
        """Which inserts are among these shown rows (first, one behind the last), and the rows of the table."""
        last = min(first + count, self.row_count)
        start, end = bisect_left(self._places, first), bisect_left(self._places, last)
        wanted = last - first - (end - start)
        return start, end, self.base.rows(first - start, wanted) if wanted > 0 else []

    def _cut(self, rows: list[Row]) -> list[Row]:
        """The rows without the columns that are not shown."""
        return rows if self._width == len(self.base.columns) else [row[: self._width] for row in rows]

    def _inserted(self, key: int) -> Row:
        edit = self._staged.edits[key]
        return tuple(edit.cell(place) for place in range(self._width))

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        found: list[Row] = []
        for number in numbers:
            rows = self.rows(number, 1)
            if number < 0 or not rows:
                raise IndexError(f"There is no row {number}.")
            found += rows
        return found

    def long_cell(self, cell: LongCell, start: int = 0, length: int | None = None) -> bytes:
        return self.base.long_cell(cell, start, length)

    # what is to become of rows

    def row_marks(self, first: int, count: int) -> list[RowMark | None]:
        """How shown rows differ from those of the table; None: not at all."""
        if not self._staged:
            return [None] * max(0, min(count, self.row_count - first))
        start, end, found = self._base_rows(first, count)
        marks = [_mark(self._staged.edits.get(self.key_of(row))) for row in found]
        for at in range(start, end):
            marks.insert(self._places[at] - first, _mark(self._staged.edits[self._inserts[at]]))
        return marks


def _overlaid(row: Row, edit: RowEdit | None) -> Row:
    if edit is None or not edit.values:
        return row
    return tuple(edit.values.get(place, cell) for place, cell in enumerate(row))


def _mark(edit: RowEdit | None) -> RowMark | None:
    if edit is None:
        return None
    if edit.is_deleted:
        return _DELETED
    kind = MarkKind.INSERTED if edit.is_insert else MarkKind.CHANGED
    return RowMark(kind, frozenset(edit.values))
