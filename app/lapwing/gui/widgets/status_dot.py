"""A coloured dot: which connection, or how it is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lapwing.gui.theme import Theme

_DIAMETER = 8


class StatusDot(QWidget):
    """A filled circle of 8 px. What the colour means is its accessible name: nobody has to see colours."""

    def __init__(self, color: str, meaning: str, parent: QWidget | None = None, *, name: str = "statusDot") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._color = color
        self.set_state(color, meaning)

    def set_state(self, color: str, meaning: str) -> None:
        """Show another colour.

        Args:
            color: A token, or `#rrggbb`.
            meaning: Said by screen readers, translated.
        """
        self._color = color
        self.setAccessibleName(meaning)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_DIAMETER, _DIAMETER)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().color(self._color))
        dot = QRect(0, 0, _DIAMETER, _DIAMETER)
        dot.moveCenter(self.rect().center())
        painter.drawEllipse(dot)
