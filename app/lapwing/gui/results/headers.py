"""The titles of the grid's columns, painted in one go."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme, ui_font

_PAD_PX: Final = 9
_HEIGHT_PX: Final = 29
_ARROW_PX: Final = 14
_GRIP_PX: Final = 4
"""How far from an edge it is still taken hold of."""
_ROLE_TYPE: Final = Qt.ItemDataRole.UserRole


class ColumnHeader(QHeaderView):
    """Names with their types beside them, and the marks of the columns that rows are ordered by.

    The first columns may be frozen: they stay at the edge when the others are scrolled, and lie over them.

    Signals:
        title_clicked(int, bool): A column's title was clicked; whether Shift was held.
        column_chosen(int, bool): Ctrl was held at the click: the column is to be selected; with Shift, all up to it.
        menu_wanted(int, QPoint): The context menu of a column, at a place of the screen.
    """

    title_clicked = Signal(int, bool)
    column_chosen = Signal(int, bool)
    menu_wanted = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("result_columns")
        self.setAccessibleName(self.tr("Columns"))
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setFixedHeight(_HEIGHT_PX)
        self._right: list[bool] = []
        self._sorted: dict[int, bool] = {}
        """Columns that the rows are ordered by, the first key first, and whether each goes down."""
        self._frozen = 0
        self._chosen: frozenset[int] = frozenset()
        self._formatted: dict[int, str] = {}
        self._press: tuple[int, bool] | None = None
        """While a button is down: by how much events are moved, and whether Ctrl chose a column."""
        self._has_shift = False
        self._resized: tuple[int, int, int] | None = None
        """While the edge of a frozen column is dragged: the column, where that began, and its width then."""
        self._make_fonts()
        self.sectionClicked.connect(lambda column: self.title_clicked.emit(column, self._has_shift))
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
        if column in self._formatted:
            return str(name or ""), f"→ {visible_text(self._formatted[column])}"
        return str(name or ""), visible_text(str(kind or "")).lower()

    def show_formatted(self, formatted: dict[int, str]) -> None:
        """Show which columns are shown otherwise than they are, and as what."""
        if formatted != self._formatted:
            self._formatted = dict(formatted)
            self.viewport().update()

    def show_chosen(self, columns: frozenset[int]) -> None:
        """Show which columns are selected from their first row to their last."""
        if columns != self._chosen:
            self._chosen = columns
            self.viewport().update()

    # frozen columns

    @property
    def frozen(self) -> int:
        """How many of the first visible columns stay in sight."""
        return self._frozen

    def set_frozen(self, count: int) -> None:
        self._frozen = count
        self.viewport().update()

    def frozen_columns(self) -> list[int]:
        """Those columns, in the order they stand."""
        found: list[int] = []
        for place in range(self.count() if self._frozen else 0):
            column = self.logicalIndex(place)
            if len(found) < self._frozen and not self.isSectionHidden(column):
                found.append(column)
        return found

    @property
    def frozen_px(self) -> int:
        """How much of the width the frozen columns take."""
        return sum(map(self.sectionSize, self.frozen_columns()))

    def _shift(self) -> int:
        """How far frozen columns stand from where Qt has them."""
        return -self.offset() if self.isRightToLeft() else self.offset()

    def _is_over_frozen(self, x: int) -> bool:
        width = self.frozen_px
        return bool(width) and (x >= self.viewport().width() - width if self.isRightToLeft() else x < width)

    def column_at(self, x: int) -> int:
        """The column that is seen at a place of the viewport; -1: none."""
        return self.logicalIndexAt(x - self._shift() if self._is_over_frozen(x) else x)

    def left_of(self, column: int) -> int:
        """Where a column is seen to begin, in the viewport."""
        x = self.sectionViewportPosition(column)
        return x + self._shift() if self._frozen and column in self.frozen_columns() else x

    def placed(self, left: int, right: int) -> tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]]:
        """Logical number, x and width of the columns between two places: those that scroll, and those frozen."""
        first = self.visualIndexAt(left)
        last = self.visualIndexAt(right)
        if self.isRightToLeft():
            first, last = last, first
        if first < 0 and last < 0 and not self.count():
            return [], []
        places = range(max(0, first), (self.count() - 1 if last < 0 else last) + 1)
        frozen = self.frozen_columns()
        logical = [self.logicalIndex(place) for place in places]
        scrolled = [column for column in logical if not self.isSectionHidden(column) and column not in frozen]
        return (
            [(column, self.sectionViewportPosition(column), self.sectionSize(column)) for column in scrolled],
            [(column, self.left_of(column), self.sectionSize(column)) for column in frozen],
        )

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        colors = Theme.current().colors
        height = self.height()
        area = event.rect()
        painter.fillRect(area, colors.panel)
        scrolled, frozen = self.placed(area.left(), area.right())
        for column, x, width in (*scrolled, *frozen):
            title = QRect(x, 0, width, height - 1)
            painter.fillRect(title, colors.accent_background if column in self._chosen else colors.panel)
            self._paint_title(painter, column, title.adjusted(_PAD_PX, 0, -_PAD_PX, 0))
            painter.setPen(colors.line)
            painter.drawLine(x + width - 1, 0, x + width - 1, height)
        if frozen:
            edge = self.frozen_edge()
            painter.setPen(colors.faint_text)
            painter.drawLine(edge, 0, edge, height)
        painter.setPen(colors.line)
        painter.drawLine(area.left(), height - 1, area.right(), height - 1)
        painter.end()

    def frozen_edge(self) -> int:
        """Where the line between frozen and other columns is."""
        return self.viewport().width() - self.frozen_px if self.isRightToLeft() else self.frozen_px - 1

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
            painter.setPen(colors.accent_text if column in self._formatted else colors.faint_text)
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

    # the mouse

    def sectionSizeFromContents(self, column: int) -> QSize:
        return QSize(self.title_width(column), _HEIGHT_PX)

    def _frozen_edge_at(self, x: int) -> int:
        """The frozen column whose edge is at a place, while it stands elsewhere than Qt has it; -1: none.

        Qt moves no edge whose column it has outside the viewport.
        """
        if not self._shift():
            return -1
        for column in self.frozen_columns():
            edge = self.left_of(column) + (0 if self.isRightToLeft() else self.sectionSize(column))
            if abs(x - edge) <= _GRIP_PX:
                return column
        return -1

    def _resize_frozen(self, x: int) -> None:
        assert self._resized is not None
        column, start, width = self._resized
        grown = start - x if self.isRightToLeft() else x - start
        self.resizeSection(column, max(self.minimumSectionSize(), width + grown))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        if event.button() == Qt.MouseButton.LeftButton and (column := self._frozen_edge_at(x)) >= 0:
            self._resized = column, x, self.sectionSize(column)
            return
        is_left = event.button() == Qt.MouseButton.LeftButton
        wants_column = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._press = (-self._shift() if self._is_over_frozen(x) else 0, is_left and wants_column)
        if self._press[1]:
            if (column := self.column_at(x)) >= 0:
                self.column_chosen.emit(column, self._has_shift)
            return
        self.setSectionsMovable(not self._press[0])  # a frozen column has no place among scrolled ones
        blocked = self.blockSignals(True)  # Qt's table would select a column that is pressed; here a click sorts
        super().mousePressEvent(self._moved(event))
        self.blockSignals(blocked)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        if self._resized is not None:
            self._resize_frozen(x)
            return
        if self._press is None and self._shift() and self._is_over_frozen(x):
            at_edge = self._frozen_edge_at(x) >= 0
            self.setCursor(Qt.CursorShape.SplitHCursor if at_edge else Qt.CursorShape.ArrowCursor)
            return
        if self._press is not None and self._press[1]:
            return
        super().mouseMoveEvent(self._moved(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press = self._press
        if self._resized is not None:
            self._resized = None
            return
        if press is None or not press[1]:
            super().mouseReleaseEvent(self._moved(event))
        self._press = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (column := self._frozen_edge_at(event.position().toPoint().x())) >= 0:
            self.sectionHandleDoubleClicked.emit(column)
            return
        super().mouseDoubleClickEvent(self._moved(event))

    def _moved(self, event: QMouseEvent) -> QMouseEvent:
        """An event over frozen columns, to where Qt has these columns; as long as a button is down, all alike."""
        x = event.position().toPoint().x()
        by = self._press[0] if self._press is not None else -self._shift() if self._is_over_frozen(x) else 0
        if not by:
            return event
        place = event.position() + QPointF(by, 0)
        whole = event.scenePosition(), event.globalPosition()
        return QMouseEvent(event.type(), place, *whole, event.button(), event.buttons(), event.modifiers())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._is_over_frozen(event.x()):
            tip = self.model().headerData(self.column_at(event.x()), self.orientation(), Qt.ItemDataRole.ToolTipRole)
            QToolTip.showText(event.globalPos(), tip or "", self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        column = self.column_at(event.pos().x())
        if column >= 0:
            self.menu_wanted.emit(column, event.globalPos())
