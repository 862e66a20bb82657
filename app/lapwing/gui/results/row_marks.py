"""How rows and cells that are to change are shown in the grid: colours, strikes, and links to other rows."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.values import Row, ServerDefault
from lapwing.gui.theme import Theme, icon

LINK_PX: Final = 14
"""What the sign of a link takes of the width of its cell."""
_EDGE_PX: Final = 5
_LEAST_PX: Final = 3 * LINK_PX
_QUIET: Final = 0.6

Columns = Sequence[tuple[int, int, int]]
"""Logical number, x and width of each."""


class MarkKind(StrEnum):
    """What is to become of a row."""

    INSERTED = "inserted"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class RowMark:
    """How a row differs from what is in the table; `cells` are the columns that are to change."""

    kind: MarkKind
    cells: frozenset[int] = frozenset()


class Marks(Protocol):
    """What the grid asks about the rows it paints."""

    def row_marks(self, first: int, count: int) -> Sequence[RowMark | None]:
        """How so many rows are marked; None: not at all. Fewer at the end."""
        ...


def number_color(mark: RowMark | None) -> QColor:
    """What a row's number is written in."""
    colors = Theme.current().colors
    if mark is None:
        return colors.faint_text
    return {MarkKind.INSERTED: colors.good, MarkKind.CHANGED: colors.warning, MarkKind.DELETED: colors.bad}[mark.kind]


class MarkPainter:
    """Paints the marks of one grid, a block of rows at a time.

    Attributes:
        marks: Where they come from; None: nothing is marked.
        links: Columns whose cells lead to other rows.
        hot: The cell (row, column) whose link a click would follow, or None.
    """

    def __init__(self) -> None:
        self.marks: Marks | None = None
        self.links: frozenset[int] = frozenset()
        self.hot: tuple[int, int] | None = None
        self._rows: list[tuple[RowMark, QRect]] = []

    def begin(self, first: int, count: int, area: QRect) -> None:
        """So many rows from `first` on are painted now; `area` is the first of them."""
        marks = self.marks.row_marks(first, count) if self.marks is not None else ()
        height = area.height()
        self._rows = [(mark, area.translated(0, at * height)) for at, mark in enumerate(marks) if mark is not None]

    def paint_ground(self, painter: QPainter, columns: Columns) -> None:
        """Fill marked rows and cells, before anything is written on them."""
        colors = Theme.current().colors
        for mark, row in self._rows:
            if mark.kind is MarkKind.CHANGED:
                for cell in _cells(mark, row, columns):
                    painter.fillRect(cell, colors.changed)
            else:
                inserted = mark.kind is MarkKind.INSERTED
                painter.fillRect(row, colors.good_background if inserted else colors.bad_background)

    def paint_over(self, painter: QPainter, columns: Columns) -> None:
        """What is seen over a selection too: edges of cells that are to change, strikes of rows that are to go."""
        colors = Theme.current().colors
        for mark, row in self._rows:
            for cell in _cells(mark, row, columns):
                painter.fillRect(QRect(cell.left(), cell.top(), 2, cell.height()), colors.warning)
            if mark.kind is MarkKind.DELETED:
                painter.setPen(QPen(colors.bad, 1))
                painter.drawLine(row.left(), row.center().y(), row.right(), row.center().y())

    def paint_links(
        self, painter: QPainter, rows: Sequence[Row], column: int, cell: QRect, first: int, *, text_is_right: bool
    ) -> None:
        """The signs of a column whose cells lead to other rows; `cell` is the first of them."""
        if not self.has_link(column, cell.width()):
            return
        for at, row in enumerate(rows):
            if row[column] is not None and not isinstance(row[column], ServerDefault):
                is_hot = self.hot == (first + at, column)
                painter.setOpacity(1.0 if is_hot else _QUIET)
                sign = _link_rect(cell.translated(0, at * cell.height()), text_is_right=text_is_right)
                icon("external", "accent_text" if is_hot else "dim_text").paint(painter, sign)
        painter.setOpacity(1.0)

    def has_link(self, column: int, width: int) -> bool:
        """Whether signs of links stand in a column that is so wide."""
        return column in self.links and width >= _LEAST_PX


def _cells(mark: RowMark, row: QRect, columns: Columns) -> list[QRect]:
    """Where the cells of a row are that are to change."""
    return [QRect(x, row.top(), width - 1, row.height()) for column, x, width in columns if column in mark.cells]


def _link_rect(cell: QRect, *, text_is_right: bool) -> QRect:
    """Where in a cell the sign of its link is: at the edge where no text is."""
    sign = QRect(0, 0, LINK_PX - 2, LINK_PX - 2)
    sign.moveCenter(cell.center())
    if text_is_right:
        sign.moveLeft(cell.left() + _EDGE_PX)
    else:
        sign.moveRight(cell.right() - 1 - _EDGE_PX)
    return sign
