"""A drawing that is there to be looked at, not clicked."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lapwing.gui.theme import icon


class IconLabel(QWidget):
    """One icon in a colour of the theme, which it follows. Screen readers pass over it."""

    def __init__(
        self, icon_name: str, color: str, px: int, parent: QWidget | None = None, *, height: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"icon:{icon_name}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._size = QSize(px, height or px)
        self._px = px
        self._icon = icon(icon_name, color)

    def set_icon(self, icon_name: str, color: str) -> None:
        """Show another drawing."""
        self._icon = icon(icon_name, color)
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        mode = self._icon.Mode.Normal if self.isEnabled() else self._icon.Mode.Disabled
        square = QRect(0, 0, self._px, self._px)
        square.moveCenter(self.rect().center())
        self._icon.paint(QPainter(self), square, Qt.AlignmentFlag.AlignCenter, mode)
