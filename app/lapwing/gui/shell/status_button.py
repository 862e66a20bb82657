"""A button of the status bar that shows parts of its own side by side."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel

_RADIUS_PX: Final = 4
_GAP_PX: Final = 6


class StatusButton(QAbstractButton):
    """Stands out under the mouse and when it has the keyboard. Qt's thread."""

    def __init__(self, parent: QWidget, *, name: str, most_px: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(most_px)
        self._most_px = most_px
        self._text = PlainLabel("", self, elide=True)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(_GAP_PX, 0, _GAP_PX, 0)
        self._across.setSpacing(_GAP_PX)

    @property
    def text_shown(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text.full_text if not self.isHidden() else ""

    def _put(self, *parts: QWidget) -> None:
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._across.addWidget(part)

    def _say(self, text: str) -> None:
        self._text.setText(text)
        self._text.setMinimumWidth(min(self._most_px // 2, self._text.sizeHint().width()))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return self._across.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.hover)
            painter.drawRoundedRect(self.rect().adjusted(0, 2, 0, -2), _RADIUS_PX, _RADIUS_PX)
        if self.hasFocus():
            painter.setPen(colors.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 2, -1, -3), _RADIUS_PX, _RADIUS_PX)
