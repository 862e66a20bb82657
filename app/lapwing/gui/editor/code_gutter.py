"""Line numbers, the bar beside the statement that would run, and a sign where that is to be thought about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from lapwing.gui.theme import Theme, icon
from lapwing.gui.widgets import plain_tool_tip

if TYPE_CHECKING:
    from lapwing.gui.editor.code_surface import CodeSurface

_LEFT = 18
_RIGHT = 6
_BAR = 2
_LEAST_DIGITS = 2
_SIGN = 13


class CodeGutter(QWidget):
    """The strip at the left of a `CodeSurface`. A click selects a line, dragging several."""

    def __init__(self, view: "CodeSurface") -> None:
        super().__init__(view)
        self.setObjectName("code_gutter")
        self.setAccessibleName(self.tr("Line numbers"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._view = view
        self._anchor = -1

    def sizeHint(self) -> QSize:
        digits = max(_LEAST_DIGITS, len(str(self._view.blockCount())))
        return QSize(_LEFT + digits * self._number_width() + _RIGHT + _BAR, 0)

    def _number_width(self) -> int:
        return self._view.fontMetrics().horizontalAdvance("0")

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.fillRect(event.rect(), colors.editor)
        edge = self.width() - _BAR
        painter.fillRect(QRect(edge, 0, 1, self.height()), colors.line)
        painter.setFont(self._view.font())
        caret_line = self._view.textCursor().blockNumber()
        first_run, last_run = self._view.current_statement_lines()
        lift = self._view.viewport().y() - self.y()
        for block, view_top, block_height in self._view.visible_blocks():
            top, height = round(view_top) + lift, round(block_height)
            number = block.blockNumber()
            if first_run <= number <= last_run:
                painter.fillRect(QRect(edge, top, _BAR, height), colors.accent_text)
            if self._view.caution_at_line(number):
                icon("alert", "warning").paint(
                    painter, QRect(2, top + (self._view.line_height - _SIGN) // 2, _SIGN, _SIGN)
                )
            painter.setPen(colors.text if number == caret_line else colors.faint_text)
            rect = QRect(0, top, edge - _RIGHT, min(height, self._view.line_height))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number + 1))

    def event(self, event: QEvent) -> bool:
        """Tool tips: what the sign means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            message = self._view.caution_at_line(self._line_at(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tool_tip(message), self)
            return True
        return super().event(event)

    # selecting lines

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._anchor = self._line_at(event.position().toPoint())
            self._select_to(self._anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor >= 0:
            self._select_to(self._line_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._anchor = -1

    def _line_at(self, point: QPoint) -> int:
        y = point.y() - self._view.viewport().y() + self.y()
        return self._view.cursorForPosition(QPoint(0, y)).blockNumber()

    def _select_to(self, line: int) -> None:
        document = self._view.document()
        first, last = sorted((self._anchor, line))
        start = document.findBlockByNumber(first).position()
        end = _end_of(document.findBlockByNumber(last))
        cursor = QTextCursor(document)
        cursor.setPosition(start if line >= self._anchor else end)
        cursor.setPosition(end if line >= self._anchor else start, QTextCursor.MoveMode.KeepAnchor)
        self._view.drop_carets()
        self._view.setTextCursor(cursor)
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)


def _end_of(block: QTextBlock) -> int:
    """Behind the line end; the end of the text for the last line."""
    following = block.next()
    return following.position() if following.isValid() else block.position() + block.length() - 1
