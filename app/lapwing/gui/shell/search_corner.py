"""The field-like button at the end of the menu bar that opens anything."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from lapwing.gui.theme import Theme, icon
from lapwing.gui.widgets import plain_tool_tip

_SIZE_PX: Final = QSize(272, 22)
_ICON_PX: Final = 14
_PAD_PX: Final = 10


class SearchCorner(QAbstractButton):
    """Looks like a field with a hint, and is a button for an action. GUI thread."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_corner")
        self._action = action
        self._width = _SIZE_PX.width() + _PAD_PX
        self.setText(self.tr("Search everything"))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        Theme.current().changed.connect(self.update)
        self._follow()

    def _follow(self) -> None:
        self.setToolTip(plain_tool_tip(self._action.toolTip()))
        self.update()

    def take(self, room_px: int) -> None:
        """Be as wide as wanted, or as there is room for: the keys go first, then the hint."""
        width = max(self.minimumSizeHint().width(), min(room_px, _SIZE_PX.width() + _PAD_PX))
        if width != self._width:
            self._width = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._width, _SIZE_PX.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(_SIZE_PX.height() + _PAD_PX, _SIZE_PX.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0.5, (self.height() - _SIZE_PX.height()) / 2 + 0.5, self.width() - _PAD_PX, _SIZE_PX.height() - 1)
        painter.setPen(QPen(colors.accent_text if self.hasFocus() else colors.line, 1))
        painter.setBrush(colors.hover if self.underMouse() else colors.background)
        painter.drawRoundedRect(room, 5, 5)
        inner = room.adjusted(_PAD_PX, 0, -_PAD_PX, 0).toRect()
        at = QStyle.visualRect(self.layoutDirection(), inner, inner.adjusted(0, 0, _ICON_PX - inner.width(), 0))
        icon("search", "faint_text").paint(painter, at)
        hint, keys = self._shown(inner.width() - _ICON_PX - _PAD_PX + 2)
        painter.setPen(colors.dim_text)
        text = inner.adjusted(_ICON_PX + _PAD_PX - 2, 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        text = QStyle.visualRect(self.layoutDirection(), inner, text)
        painter.drawText(
            text, flags | int(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)), hint
        )
        painter.setPen(colors.faint_text)
        painter.drawText(
            text, flags | int(QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignRight)), keys
        )

    def _shown(self, room_px: int) -> tuple[str, str]:
        """The hint and the keys, each empty where there is no room for it; the tip tells both."""
        keys = self._action.shortcut().toString(self._action.shortcut().SequenceFormat.NativeText)
        letters = self.fontMetrics()
        left = room_px - letters.horizontalAdvance(self.text())
        has_keys = left >= letters.horizontalAdvance(keys) + _PAD_PX
        return (self.text() if left >= 0 else ""), (keys if has_keys else "")
