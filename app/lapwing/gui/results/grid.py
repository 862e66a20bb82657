"""The grid: a `QTableView` that paints the visible block in one go.

Asking a Python model cell by cell costs 26 to 50 ms a repaint of 50 x 12 cells, this 4 ms; so painting reads whole rows
from the model's source and draws them itself. Selection, keyboard, scrolling and accessibility stay Qt's.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QItemSelectionRange, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from lapwing.domain.values import Cell, LongCell, RawText, Row, ServerDefault
from lapwing.gui.results.headers import ColumnHeader, RowHeader
from lapwing.gui.results.model import NULL_TEXT, SHOWN_CHARS, ResultModel, shown_text
from lapwing.gui.results.row_marks import LINK_PX, MarkPainter, Marks
from lapwing.gui.theme import Theme, grid_font, mono_font, ui_font

ROW_PX: Final = 24
PAD_PX: Final = 9
_NARROWEST_PX: Final = 56
_WIDEST_PX: Final = 380
_SAMPLED_ROWS: Final = 40


@dataclass(slots=True)
class _Ink:
    """Fonts and measures that painting needs, kept until the theme changes."""

    plain: QFont
    shaped: QFont
    quiet: QFont
    advance: float
    ascent_px: int
    metrics: QFontMetrics
    quiet_metrics: QFontMetrics

    @classmethod
    def make(cls) -> "_Ink":
        plain, shaped = grid_font(), mono_font(12)
        quiet = ui_font(12, italic=True)
        metrics = QFontMetrics(plain)
        ascent = (ROW_PX + metrics.capHeight()) // 2
        return cls(plain, shaped, quiet, _advance(plain), ascent, metrics, QFontMetrics(quiet))


def _advance(font: QFont) -> float:
    """Width of one character of a fixed-pitch font, in pixels."""
    return QFontMetrics(font).horizontalAdvance("0" * 100) / 100


class ResultGrid(QTableView):
    """Shows a `ResultModel`.

    Signals:
        sort_wanted(int): A column's header was clicked.
        bottom_reached(): The last row came into sight.
    """

    sort_wanted = Signal(int)
    bottom_reached = Signal()

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_grid")
        self.setAccessibleName(self.tr("Result rows"))
        self._model = model
        self._ink = _Ink.make()
        self._right: list[bool] = []
        self._found: tuple[str, bool] = ("", False)
        self._fitting = False
        self._chosen_widths: set[int] = set()
        self._marks = MarkPainter()
        self._columns_header = ColumnHeader(self)
        self._rows_header = RowHeader(ROW_PX, self)
        self.setHorizontalHeader(self._columns_header)
        self.setVerticalHeader(self._rows_header)
        self.setModel(model)
        self._set_behaviour()
        model.rowsInserted.connect(lambda _parent, _first, last: self._rows_header.fit(last + 1))
        self._columns_header.sectionClicked.connect(self.sort_wanted)
        self._columns_header.sectionResized.connect(self._note_width)
        self.verticalScrollBar().valueChanged.connect(self._note_bottom)
        Theme.current().changed.connect(self._restyle)

    def _set_behaviour(self) -> None:
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _restyle(self) -> None:
        self._ink = _Ink.make()
        self.viewport().update()

    # columns

    def fit_columns(self) -> None:
        """Set alignment and width of every column by its name, its type and rows from all over the result.

        A width that a person chose stays.
        """
        columns = self._model.columns
        rows = self._sample(_SAMPLED_ROWS if len(columns) <= 100 else 8)
        self._right = [column.is_numeric or _holds_numbers(rows, place) for place, column in enumerate(columns)]
        self._columns_header.set_alignment(self._right)
        self._fitting = True
        for place in range(len(columns)):
            if place not in self._chosen_widths:
                self.setColumnWidth(place, self._wanted_width(rows, place))
        self._fitting = False

    def _sample(self, count: int) -> list[Row]:
        """Rows of the beginning, the middle and the end."""
        total = self._model.rowCount()
        places = (0, total // 2, total - count) if total > 3 * count else (0,)
        return [row for place in places for row in self._model.read(place, count)]

    def _wanted_width(self, rows: list[Row], column: int) -> int:
        longest = max((_shown_length(row[column]) for row in rows), default=0)
        width = max(self._columns_header.title_width(column), round(longest * self._ink.advance) + 2 * PAD_PX + 4)
        width += LINK_PX + 2 if column in self._marks.links else 0
        return min(_WIDEST_PX, max(_NARROWEST_PX, width))

    def forget_widths(self) -> None:
        """Another result comes: widths chosen for the last one do not hold."""
        self._chosen_widths.clear()

    def _note_width(self, column: int, _old: int, _new: int) -> None:
        if not self._fitting:
            self._chosen_widths.add(column)

    def set_sorted(self, column: int | None, *, descending: bool = False) -> None:
        """Show which column the rows are ordered by."""
        self._columns_header.set_sorted(column, descending)

    def mark_found(self, text: str, *, match_case: bool) -> None:
        """Mark cells that show `text`; the empty text marks nothing."""
        self._found = (text if match_case else text.casefold(), match_case)
        self.viewport().update()

    def show_marks(self, marks: Marks | None, links: Collection[int] = ()) -> None:
        """Show what is to become of rows, as `marks` tells, and that the cells of some columns lead to other rows."""
        self._marks.marks, self._marks.links = marks, frozenset(links)
        self._rows_header.show_marks(marks)
        self.viewport().update()

    def is_link(self, row: int, column: int) -> bool:
        """Whether a cell leads to another row."""
        return column in self._marks.links and self._model.cell(row, column) is not None

    def stands_right(self, column: int) -> bool:
        """Whether the texts of a column stand at its right edge."""
        return column < len(self._right) and self._right[column]

    def show_hot(self, cell: tuple[int, int] | None) -> None:
        """Show that a click would follow the link of this cell (row, column), or of none."""
        if cell != self._marks.hot:
            self._marks.hot = cell
            self.viewport().update()

    # what Qt asks

    def doItemsLayout(self) -> None:
        """Lay out without a repaint where the visible rows were there before: Qt would repaint for every news."""
        bottom = self.rowAt(self.viewport().height() - 1)
        if bottom < 0 or bottom >= self._model.rowCount() - 1:
            super().doItemsLayout()
            return
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, True)
        try:
            super().doItemsLayout()
        finally:
            viewport.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint(painter, event.rect())
        painter.end()

    def _note_bottom(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum():
            self.bottom_reached.emit()

    # painting

    def _paint(self, painter: QPainter, area: QRect) -> None:
        colors = Theme.current().colors
        painter.fillRect(area, colors.editor)
        offset = self.verticalOffset()
        first = max(0, (area.top() + offset) // ROW_PX)
        rows = self._model.read(first, (area.bottom() + offset) // ROW_PX - first + 1)
        if not rows:
            return
        top = first * ROW_PX - offset
        columns = self._visible_columns(area)
        right = max((x + width for _, x, width in columns), default=0)
        for place in range(len(rows)):
            color = colors.alternate_row if (first + place) % 2 else colors.editor
            painter.fillRect(0, top + place * ROW_PX, right, ROW_PX, color)
        self._marks.begin(first, len(rows), QRect(0, top, right, ROW_PX))
        self._marks.paint_ground(painter, columns)
        self._paint_selection(painter, first, len(rows), top)
        for column, x, width in columns:
            self._paint_column(painter, rows, column, x, width, top)
            cell, is_right = QRect(x, top, width, ROW_PX), self.stands_right(column)
            self._marks.paint_links(painter, rows, column, cell, first, text_is_right=is_right)
            painter.setPen(colors.line)
            painter.drawLine(x + width - 1, area.top(), x + width - 1, min(area.bottom(), top + len(rows) * ROW_PX - 1))
        self._marks.paint_over(painter, columns)
        self._paint_current(painter)

    def _visible_columns(self, area: QRect) -> list[tuple[int, int, int]]:
        """Logical number, x and width of each column in `area`."""
        header = self._columns_header
        first = header.visualIndexAt(area.left())
        last = header.visualIndexAt(area.right())
        if first < 0:
            return []
        last = header.count() - 1 if last < 0 else last
        logical = [header.logicalIndex(place) for place in range(first, last + 1)]
        return [(column, self.columnViewportPosition(column), self.columnWidth(column)) for column in logical]

    def _paint_selection(self, painter: QPainter, first: int, count: int, top: int) -> None:
        colors = Theme.current().colors
        for chosen in self._ranges():
            low, high = max(chosen.top(), first), min(chosen.bottom(), first + count - 1)
            if low > high:
                continue
            y, height = top + (low - first) * ROW_PX, (high - low + 1) * ROW_PX
            for column in range(chosen.left(), chosen.right() + 1):
                x = self.columnViewportPosition(column)
                if x > self.viewport().width():
                    break
                painter.fillRect(x, y, self.columnWidth(column), height, colors.selection)

    def _paint_column(self, painter: QPainter, rows: list[Row], column: int, x: int, width: int, top: int) -> None:
        colors = Theme.current().colors
        ink = self._ink
        painter.setFont(ink.plain)
        painter.setPen(colors.text)
        to_right = column < len(self._right) and self._right[column]
        left, edge = x + PAD_PX, x + width - PAD_PX
        if self._marks.has_link(column, width):
            left, edge = (left + LINK_PX, edge) if to_right else (left, edge - LINK_PX)
        room = int((edge - left) / ink.advance)
        y = top + ink.ascent_px
        find, match_case = self._found
        draw = painter.drawText
        for row in rows:
            cell = row[column]
            kind = type(cell)
            if cell is None or kind is RawText or kind is LongCell or kind is ServerDefault or cell == "":
                self._paint_quiet(painter, cell, QRect(left, y - ink.ascent_px, edge - left, ROW_PX), to_right)
            else:
                text = shown_text(cell)
                if find and find in (text if match_case else text.casefold()):
                    painter.fillRect(x, y - ink.ascent_px, width - 1, ROW_PX, colors.changed)
                if len(text) <= room and text.isascii():
                    draw(round(edge - len(text) * ink.advance) if to_right else left, y, text)
                elif text.isascii():
                    draw(left, y, text[: max(0, room - 1)] + "…")
                else:
                    self._paint_shaped(painter, text, left, edge, y, to_right)
            y += ROW_PX

    def _paint_shaped(self, painter: QPainter, text: str, left: int, edge: int, y: int, to_right: bool) -> None:
        """Text beyond ASCII: measured and, where its script needs it, shaped."""
        ink = self._ink
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
        ink = self._ink
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

    def _paint_current(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if index.isValid() and self.hasFocus():
            painter.setPen(QPen(Theme.current().colors.accent_text, 1))
            painter.drawRect(self.visualRect(index).adjusted(0, 0, -2, -1))

    # selection

    def _ranges(self) -> list[QItemSelectionRange]:
        """The blocks that are selected."""
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.size())]

    def selected_cells(self) -> tuple[list[tuple[int, int]], list[int]]:
        """The selection as ranges of rows (first, last), ascending and merged, and its columns as they stand."""
        selection = self._ranges()
        spans = sorted((chosen.top(), chosen.bottom()) for chosen in selection)
        merged: list[tuple[int, int]] = []
        for first, last in spans:
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
            else:
                merged.append((first, last))
        columns = {column for chosen in selection for column in range(chosen.left(), chosen.right() + 1)}
        return merged, sorted(columns, key=self._columns_header.visualIndex)

    def show_row(self, row: int, column: int = 0) -> None:
        """Make a cell current and bring it into the middle."""
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)


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
