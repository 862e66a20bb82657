"""The head of a detail: what it is about, and what can be done with it."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

EDGE_PX: Final = 20
_NAMED_PX: Final = 210
"""What the drawing and a name need beside the buttons."""


class DetailHead(QWidget):
    """A drawing, a title and a line below it; buttons beside them where they have room, or below them. GUI thread."""

    def __init__(self, sign: QWidget, title: QWidget, below: QWidget, parent: QWidget, *, bottom_px: int) -> None:
        super().__init__(parent)
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(title)
        titles.addWidget(below)
        named = QHBoxLayout()
        named.setSpacing(12)
        named.addWidget(sign)
        named.addLayout(titles, 1)
        self._doing = QHBoxLayout()
        self._doing.setSpacing(12)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(EDGE_PX, 14, EDGE_PX, bottom_px)
        self._whole.setSpacing(12)
        self._whole.addLayout(named, 1)
        self._whole.addLayout(self._doing)
        self._doing.addStretch(0)

    def add_button(self, button: QPushButton) -> None:
        """One more, at the end."""
        self._doing.insertWidget(self._doing.count() - 1, button)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._doing.minimumSize().width() + 2 * EDGE_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_buttons()

    def place_buttons(self) -> None:
        """Other buttons, other words or another width."""
        has_room = self.width() >= self._doing.sizeHint().width() + _NAMED_PX + 2 * EDGE_PX
        self._whole.setDirection(QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom)
