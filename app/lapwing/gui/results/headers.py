"""The grid's headers, each painted in one go."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.results.row_marks import Marks, number_color
from lapwing.gui.theme import Theme, mono_font, ui_font

_PAD_PX: Final = 9
_HEIGHT_PX: Final = 29
_ARROW_PX: Final = 14
_ROLE_TYPE: Final = Qt.ItemDataRole.UserRole


class ColumnHeader(QHeaderView):
    """Names with their types beside them, and the mark of the sorted column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("result_columns")
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setFixedHeight(_HEIGHT_PX)
        self._right: list[bool] = []
        self._sorted: dict[int, bool] = {}
        """Columns that the rows are ordered by, the first key first, and whether each goes down."""
        self._make_fonts()
        Theme.current().changed.connect(self.viewport().update)

    def _make_fonts(self) -> None:
        self._name_font = ui_font(12, QFont.Weight.DemiBold)
        self._type_font = ui_font(11)
        self._name_metrics = QFontMetrics(self._name_font)
        self._type_metrics = QFontMetrics(self._type_font)

    def set_alignment(self, right: Sequence[bool]) -> None:
        """Which columns stand to the right."""
        self._right = list(right)
        self.viewport().update()

    def set_sorted(self, column: int | None, descending: bool) -> None:
        self.set_order(() if column is None else ((column, descending),))

    def set_order(self, order: Sequence[tuple[int, bool]]) -> None:
        """Show which columns the rows are ordered by, the first key first, and whether each goes down."""
        self._sorted = dict(order)
        self.viewport().update()

    def title_width(self, column: int) -> int:
        """Pixels that name, type and sort mark need."""
        name, kind = self._texts(column)
        width = self._name_metrics.horizontalAdvance(name) + 2 * _PAD_PX + _ARROW_PX
        return width + (self._type_metrics.horizontalAdvance(kind) + 7 if kind else 0)

    def _texts(self, column: int) -> tuple[str, str]:
        model = self.model()
        horizontal = Qt.Orientation.Horizontal
        name = model.headerData(column, horizontal, Qt.ItemDataRole.DisplayRole)
        kind = model.headerData(column, horizontal, _ROLE_TYPE)
        return str(name or ""), visible_text(str(kind or "")).lower()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colors = Theme.current().colors
        height = self.height()
        painter.fillRect(event.rect(), colors.panel)
        first = max(0, self.visualIndexAt(event.rect().left()))
        last = self.visualIndexAt(event.rect().right())
        for place in range(first, (self.count() if last < 0 else last + 1)):
            column = self.logicalIndex(place)
            x, width = self.sectionViewportPosition(column), self.sectionSize(column)
            self._paint_title(painter, column, QRect(x + _PAD_PX, 0, width - 2 * _PAD_PX, height - 1))
            painter.setPen(colors.line)
            painter.drawLine(x + width - 1, 0, x + width - 1, height)
        painter.setPen(colors.line)
        painter.drawLine(event.rect().left(), height - 1, event.rect().right(), height - 1)
        painter.end()

    def _paint_title(self, painter: QPainter, column: int, box: QRect) -> None:
        colors = Theme.current().colors
        name, kind = self._texts(column)
        if column in self._sorted:
            box = box.adjusted(0, 0, -self._paint_order(painter, column, box), 0)
        name = self._name_metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        name_width = self._name_metrics.horizontalAdvance(name)
        kind_width = self._type_metrics.horizontalAdvance(kind)
        shows_kind = bool(kind) and name_width + 7 + kind_width <= box.width()
        total = name_width + (7 + kind_width if shows_kind else 0)
        to_right = column < len(self._right) and self._right[column]
        x = box.right() + 1 - total if to_right else box.left()
        baseline = (box.height() + self._name_metrics.capHeight()) // 2 + 1
        painter.setFont(self._name_font)
        painter.setPen(colors.text)
        painter.drawText(x, baseline, name)
        if shows_kind:
            painter.setFont(self._type_font)
            painter.setPen(colors.faint_text)
            painter.drawText(x + name_width + 7, baseline, kind)

    def _paint_order(self, painter: QPainter, column: int, box: QRect) -> int:
        """The arrow of a column that the rows are ordered by, with its number among several; the width it takes."""
        self._paint_arrow(painter, box.right() - 4, box.center().y(), descending=self._sorted[column])
        if len(self._sorted) == 1:
            return _ARROW_PX
        number = str(list(self._sorted).index(column) + 1)
        width = self._type_metrics.horizontalAdvance(number)
        painter.setFont(self._type_font)
        painter.setPen(Theme.current().colors.accent_text)
        baseline = (box.height() + self._name_metrics.capHeight()) // 2 + 1
        painter.drawText(box.right() - _ARROW_PX + 2 - width, baseline, number)
        return _ARROW_PX + width + 3

    def _paint_arrow(self, painter: QPainter, x: int, y: int, *, descending: bool) -> None:
        up = -1 if descending else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().colors.accent_text)
        painter.drawPolygon(QPolygonF([QPointF(x - 4, y + 2 * up), QPointF(x + 4, y + 2 * up), QPointF(x, y - 3 * up)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


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
        self.fit(0)
        Theme.current().changed.connect(self.viewport().update)

    def reset(self) -> None:
        super().reset()
        model = self.model()
        self._digits = 0
        self.fit(model.rowCount() if model is not None else 0)

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
        colors = Theme.current().colors
        area = event.rect()
        painter.fillRect(area, colors.panel)
        painter.setFont(self._font)
        painter.setPen(colors.faint_text)
        offset, width = self.offset(), self.width()
        first = max(0, (area.top() + offset) // self._row_px)
        last = min(self.count() - 1, (area.bottom() + offset) // self._row_px)
        baseline = (self._row_px + self._metrics.capHeight()) // 2 - offset
        advance = self._metrics.horizontalAdvance("0")
        marks = self._marks.row_marks(first, last + 1 - first) if self._marks is not None else ()
        for row in range(first, last + 1):
            if self._marks is not None:
                painter.setPen(number_color(marks[row - first] if row - first < len(marks) else None))
            text = str(row + 1)
            painter.drawText(width - _PAD_PX - len(text) * advance, row * self._row_px + baseline, text)
        painter.setPen(colors.line)
        painter.drawLine(width - 1, area.top(), width - 1, area.bottom())
        painter.end()
