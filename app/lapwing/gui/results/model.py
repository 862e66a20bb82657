"""The rows of a result as Qt's model: the truth for accessibility, selection and tests; the grid paints past it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, Row, cell_text
from lapwing.domain.visible import visible_text
from lapwing.gui.widgets import plain_tool_tip
from lapwing.results.source import RowSource

SHOWN_CHARS = 400
"""A cell shows so much of its text; the value inspector and copying give all of it."""
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NULL_TEXT = "NULL"


def shown_text(cell: Cell) -> str:
    """One line for a cell in the grid: invisible characters made visible, cut and marked where it is long."""
    if cell is None:
        return NULL_TEXT
    if type(cell) is int:
        return str(cell)
    text = cell_text(cell)
    if type(cell) is LongCell:
        return f"{visible_text(text[:SHOWN_CHARS])}… ({cell.size_bytes:,} bytes)"
    if len(text) > SHOWN_CHARS:
        return visible_text(text[:SHOWN_CHARS]) + "…"
    return text if text.isprintable() else visible_text(text)


class ResultModel(QAbstractTableModel):
    """Rows read from a `RowSource` when they are asked for. Qt's thread.

    Attributes:
        source: Where the rows come from; None while there is none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.source: RowSource | None = None
        self._columns: tuple[Column, ...] = ()
        self._rows = 0

    def show(self, source: RowSource | None, columns: tuple[Column, ...], row_count: int) -> None:
        """Show another result, or the same one in another order."""
        self.beginResetModel()
        self.source, self._columns, self._rows = source, columns, row_count
        self.endResetModel()

    def grow(self, row_count: int) -> None:
        """Rows up to `row_count` are there now."""
        if row_count > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, row_count - 1)
            self._rows = row_count
            self.endInsertRows()

    def splice(self, gone: Sequence[int], come: Sequence[int]) -> None:
        """Rows were taken out at the places `gone` (as they were before), then rows put in at the places `come`; both
        ascend."""
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._rows -= last - first + 1
            self.endRemoveRows()
        for first, last in _runs(come):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows += last - first + 1
            self.endInsertRows()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def read(self, first: int, count: int) -> list[Row]:
        """Rows for painting."""
        return self.source.rows(first, count) if self.source is not None else []

    def cell(self, row: int, column: int) -> Cell:
        """One cell.

        Raises:
            IndexError: There is none.
        """
        assert self.source is not None
        rows = self.source.rows(row, 1)
        return rows[0][column]

    # Qt's

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.TextAlignmentRole}:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[index.column()].is_numeric else _LEFT
        cell = self.cell(index.row(), index.column())
        return shown_text(cell) if role == Qt.ItemDataRole.DisplayRole else cell_text(cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible_text(column.name)
        if role == Qt.ItemDataRole.UserRole:
            return column.type_name
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = [visible_text(column.name), visible_text(column.type_name)]
            if column.table:
                lines.append(visible_text(f"{column.table}.{column.source}"))
            return plain_tool_tip("\n".join(line for line in lines if line))
        return None


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending numbers as stretches without a gap: the first and the last of each."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
