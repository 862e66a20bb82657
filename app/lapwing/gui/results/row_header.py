"""The numbers of the grid's rows, painted in one go."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from lapwing.gui.results.row_marks import Marks, number_color
from lapwing.gui.results.selection import Span
from lapwing.gui.theme import Theme, mono_font

_PAD_PX: Final = 9


class RowHeader(QHeaderView):
    """Row numbers."""

    def __init__(self, row_px: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("result_row_numbers")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(row_px)
        self.setMinimumSectionSize(row_px)
        self._row_px = row_px
        self._font = mono_font(11)
        self._metrics = QFontMetrics(self._font)
        self._digits = 0
        self._marks: Marks | None = None
        self._chosen: Callable[[], Sequence[Span]] = tuple
        self.setAccessibleName(self.tr("Row numbers"))
        self.fit(0)
        Theme.current().changed.connect(self.viewport().update)

    def reset(self) -> None:
        super().reset()
        model = self.model()
        self._digits = 0
        self.fit(model.rowCount() if model is not None else 0)

    def show_chosen(self, chosen: Callable[[], Sequence[Span]]) -> None:
        """Show which rows are selected whole, which is asked for at each painting."""
        self._chosen = chosen

    def show_marks(self, marks: Marks | None) -> None:
        """Write the numbers of rows that are to change in their colours."""
        self._marks = marks
        self.viewport().update()

    def fit(self, rows: int) -> None:
        """Make room for the number of the last row."""
        digits = max(3, len(str(rows)))
        if digits != self._digits:
            self._digits = digits
            self.setFixedWidth(self._metrics.horizontalAdvance("0" * digits) + 2 * _PAD_PX + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        colors = Theme.current().colors
        area = event.rect()
        painter.fillRect(area, colors.panel)
        painter.setFont(self._font)
        offset, width = self.offset(), self.width()
        first = max(0, (area.top() + offset) // self._row_px)
        last = min(self.count() - 1, (area.bottom() + offset) // self._row_px)
        baseline = (self._row_px + self._metrics.capHeight()) // 2 - offset
        advance = self._metrics.horizontalAdvance("0")
        last_column = self.model().columnCount() - 1
        for span in self._chosen():
            if span.left > 0 or span.right < last_column:
                continue
            low, high = max(span.top, first), min(span.bottom, last)
            if low <= high:
                y, height = low * self._row_px - offset, (high - low + 1) * self._row_px
                painter.fillRect(0, y, width, height, colors.accent_background)
        painter.setPen(colors.dim_text)
        marks = self._marks.row_marks(first, last + 1 - first) if self._marks is not None else ()
        for row in range(first, last + 1):
            if self._marks is not None:
                painter.setPen(number_color(marks[row - first] if row - first < len(marks) else None))
            text = str(row + 1)
            painter.drawText(width - _PAD_PX - len(text) * advance, row * self._row_px + baseline, text)
        painter.setPen(colors.line)
        painter.drawLine(width - 1, area.top(), width - 1, area.bottom())
        painter.end()
