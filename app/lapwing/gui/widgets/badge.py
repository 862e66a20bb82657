"""A word on a filled pill: what a connection is for."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme

_HEIGHT = 17
_PADDING = 8
_FONT_PX = 11
_MOST = 140


class Badge(QWidget):
    """In small capitals of its text. The text is its accessible name."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._color = "bad"
        self._text = ""
        font = QFont(self.font())
        font.setPixelSize(_FONT_PX)
        font.setWeight(QFont.Weight.Medium)
        self.setFont(font)
        Theme.current().changed.connect(self.update)

    def show_text(self, text: str, color: str) -> None:
        """Say something in a colour: a token, or `#rrggbb`. Nothing hides it."""
        self._text, self._color = visible_text(text).upper(), color
        self.setAccessibleName(visible_text(text))
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._text) + 2 * _PADDING + 1
        return QSize(min(width, _MOST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = Theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._color))
        painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(theme.colors.on_status)
        room = self.rect().adjusted(_PADDING, 0, -_PADDING + 1, 0)
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
