"""Painting a block of cells in one go: rows in, pixels out. Qt's thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPolygon

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, RawText, Row, ServerDefault
from lapwing.gui.results.model import NULL_TEXT, SHOWN_CHARS, shown_text
from lapwing.gui.results.row_marks import LINK_PX, MarkPainter
from lapwing.gui.results.selection import Span
from lapwing.gui.theme import Theme, grid_font, mono_font, ui_font

if TYPE_CHECKING:
    from lapwing.gui.results.cell_formats import CellFormats

ROW_PX: Final = 24
PAD_PX: Final = 9
_CORNER_PX: Final = 5

Placed = Sequence[tuple[int, int, int]]
"""Columns as they stand: logical number, x and width of each."""


@dataclass(slots=True)
class Ink:
    """Fonts and measures that painting needs, kept until the theme changes."""

    plain: QFont
    shaped: QFont
    quiet: QFont
    advance: float
    """Width of one character of the plain font, in pixels."""
    ascent_px: int
    metrics: QFontMetrics

    @classmethod
    def make(cls) -> "Ink":
        plain, shaped = grid_font(), mono_font(12)
        metrics = QFontMetrics(plain)
        ascent = (ROW_PX + metrics.capHeight()) // 2
        advance = metrics.horizontalAdvance("0" * 100) / 100
        return cls(plain, shaped, ui_font(12, italic=True), advance, ascent, metrics)


@dataclass(frozen=True, slots=True)
class Block:
    """The rows that are painted now, all with all their columns."""

    rows: list[Row]
    first: int
    """The number of the first one."""
    top: int
    """Where it begins, in pixels of the viewport."""
    selected: Sequence[Span]

    @property
    def bottom(self) -> int:
        return self.top + len(self.rows) * ROW_PX


class CellPainter:
    """Paints cells of one grid.

    Attributes:
        ink: What is written with.
        marks: What is to become of rows.
        formats: What some columns are shown as; None: all as they are.
    """

    def __init__(self) -> None:
        self.ink = Ink.make()
        self.marks = MarkPainter()
        self.formats: CellFormats | None = None
        self._right: list[bool] = []
        self._found: tuple[str, bool] = ("", False)

    def restyle(self) -> None:
        """The theme is another one now."""
        self.ink = Ink.make()

    def align(self, columns: Sequence[Column], rows: list[Row]) -> list[bool]:
        """Let numbers stand to the right, as the types say or these rows show; whether each column does."""
        self._right = [column.is_numeric or _holds_numbers(rows, place) for place, column in enumerate(columns)]
        return self._right

    def stands_right(self, column: int) -> bool:
        return column < len(self._right) and self._right[column]

    def find(self, text: str, *, match_case: bool) -> None:
        """Mark cells that show `text`; the empty text marks nothing."""
        self._found = (text if match_case else text.casefold(), match_case)

    def wanted_width(self, rows: list[Row], column: int) -> int:
        """Pixels that the cells of a column need."""
        shown_by = self.formats.painter_of(column) if self.formats is not None else None
        shown = (row[column] if shown_by is None else shown_by(row[column]) or row[column] for row in rows)
        longest = max((_shown_length(cell) for cell in shown), default=0)
        width = round(longest * self.ink.advance) + 2 * PAD_PX + 4
        return width + (LINK_PX + 2 if column in self.marks.links else 0)

    def paint(self, painter: QPainter, block: Block, columns: Placed) -> None:
        """The cells of some columns that stand side by side, with their ground."""
        if not columns:
            return
        colors = Theme.current().colors
        left, right = columns[0][1], columns[-1][1] + columns[-1][2]
        left, right = min(left, columns[-1][1]), max(right, columns[0][1] + columns[0][2])
        for place in range(len(block.rows)):
            color = colors.alternate_row if (block.first + place) % 2 else colors.editor
            painter.fillRect(left, block.top + place * ROW_PX, right - left, ROW_PX, color)
        self.marks.begin(block.first, len(block.rows), QRect(left, block.top, right - left, ROW_PX))
        self.marks.paint_ground(painter, columns)
        self._paint_selection(painter, block, columns, left, right)
        for column, x, width in columns:
            self._paint_column(painter, block.rows, column, x, width, block.top)
            cell = QRect(x, block.top, width, ROW_PX)
            is_right = self.stands_right(column)
            self.marks.paint_links(painter, block.rows, column, cell, block.first, text_is_right=is_right)
            painter.setPen(colors.line)
            painter.drawLine(x + width - 1, block.top, x + width - 1, block.bottom - 1)
        self.marks.paint_over(painter, columns)

    def _paint_selection(self, painter: QPainter, block: Block, columns: Placed, left: int, right: int) -> None:
        color = Theme.current().colors.selection
        last = block.first + len(block.rows) - 1
        numbers = [column for column, _, _ in columns]
        lowest, highest = min(numbers), max(numbers)
        for chosen in block.selected:
            low, high = max(chosen.top, block.first), min(chosen.bottom, last)
            if low > high:
                continue
            y, height = block.top + (low - block.first) * ROW_PX, (high - low + 1) * ROW_PX
            first, final = chosen.left, chosen.right
            if first <= lowest and final >= highest:
                painter.fillRect(left, y, right - left, height, color)
                continue
            for column, x, width in columns:
                if first <= column <= final:
                    painter.fillRect(x, y, width, height, color)

    def _paint_column(self, painter: QPainter, rows: list[Row], column: int, x: int, width: int, top: int) -> None:
        colors = Theme.current().colors
        ink = self.ink
        painter.setFont(ink.plain)
        painter.setPen(colors.text)
        to_right = self.stands_right(column)
        left, edge = x + PAD_PX, x + width - PAD_PX
        if self.marks.has_link(column, width):
            left, edge = (left + LINK_PX, edge) if to_right else (left, edge - LINK_PX)
        room = int((edge - left) / ink.advance)
        y = top + ink.ascent_px
        find, match_case = self._found
        draw = painter.drawText
        shown_by = self.formats.painter_of(column) if self.formats is not None else None
        for row in rows:
            cell = row[column]
            kind = type(cell)
            if cell is None or kind is RawText or kind is LongCell or kind is ServerDefault or cell == "":
                self._paint_quiet(painter, cell, QRect(left, y - ink.ascent_px, edge - left, ROW_PX), to_right)
            else:
                text = shown_text(cell)
                if find and find in (text if match_case else text.casefold()):
                    painter.fillRect(x, y - ink.ascent_px, width - 1, ROW_PX, colors.changed)
                if shown_by is not None and (formatted := shown_by(cell)) is not None:
                    text = formatted
                    self._paint_corner(painter, x, y - ink.ascent_px)
                if len(text) <= room and text.isascii():
                    draw(round(edge - len(text) * ink.advance) if to_right else left, y, text)
                elif text.isascii():
                    draw(left, y, text[: max(0, room - 1)] + "…")
                else:
                    self._paint_shaped(painter, text, left, edge, y, to_right)
            y += ROW_PX

    def _paint_corner(self, painter: QPainter, x: int, top: int) -> None:
        """A mark that this is not the value itself, but what a plugin makes of it."""
        colors = Theme.current().colors
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.accent_text)
        corner = [QPoint(x, top + 1), QPoint(x + _CORNER_PX, top + 1), QPoint(x, top + 1 + _CORNER_PX)]
        painter.drawPolygon(QPolygon(corner))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colors.text)

    def _paint_shaped(self, painter: QPainter, text: str, left: int, edge: int, y: int, to_right: bool) -> None:
        """Text beyond ASCII: measured and, where its script needs it, shaped."""
        ink = self.ink
        if any(char >= "\u0590" for char in text):
            painter.setFont(ink.shaped)
            box = QRect(left, y - ink.ascent_px, edge - left, ROW_PX)
            aligned = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
            elided = QFontMetrics(ink.shaped).elidedText(text, Qt.TextElideMode.ElideRight, edge - left)
            flags = aligned | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(box, int(flags), elided)
            painter.setFont(ink.plain)
            return
        shown = ink.metrics.elidedText(text, Qt.TextElideMode.ElideRight, edge - left)
        x = edge - ink.metrics.horizontalAdvance(shown) if to_right else left
        painter.drawText(x, y, shown)

    def _paint_quiet(self, painter: QPainter, cell: Cell, box: QRect, to_right: bool) -> None:
        """NULL, and what is not plain text, set apart from text that reads the same."""
        if cell == "":
            return
        ink = self.ink
        colors = Theme.current().colors
        flags = (
            Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        ) | Qt.AlignmentFlag.AlignVCenter
        if cell is None or isinstance(cell, ServerDefault):
            painter.setFont(ink.quiet)
            painter.setPen(colors.faint_text if cell is None else colors.dim_text)
            painter.drawText(box, int(flags), NULL_TEXT if cell is None else str(cell))
        else:
            painter.setPen(colors.warning if isinstance(cell, RawText) else colors.dim_text)
            shown = ink.metrics.elidedText(shown_text(cell), Qt.TextElideMode.ElideMiddle, box.width())
            painter.drawText(box, int(flags), shown)
        painter.setFont(ink.plain)
        painter.setPen(colors.text)


def _holds_numbers(rows: list[Row], column: int) -> bool:
    """Whether the first rows hold numbers and nothing else beside NULL."""
    kinds = {type(row[column]) for row in rows} - {type(None)}
    return bool(kinds) and kinds <= {int, float}


def _shown_length(cell: Cell) -> int:
    """How many characters wide the cell is shown; wide East Asian ones count twice."""
    if cell is None:
        return len(NULL_TEXT)
    text = cell if type(cell) is str and len(cell) <= SHOWN_CHARS else shown_text(cell)
    return len(text) if text.isascii() else sum(2 if char >= "\u1100" else 1 for char in text)
