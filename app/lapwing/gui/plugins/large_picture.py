"""A picture of a plugin in a window of its own, for which there was little room."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from lapwing.gui.plugins.pictures import Picture
from lapwing.gui.theme import Theme

_LARGEST: Final = QSize(1100, 720)
_LEAST: Final = QSize(240, 160)
_EDGE_PX: Final = 16
_WHITE: Final = "#ffffff"


class LargePicture(QDialog):
    """Opened, never executed; Escape closes it, and so does another theme, whose colours it has not. Qt's thread."""

    def __init__(self, picture: Picture, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("large_picture")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture = picture
        self.setMinimumSize(_LEAST)
        edges = QSize(2 * _EDGE_PX, 2 * _EDGE_PX)
        self.resize((picture.size + edges).boundedTo(_LARGEST).expandedTo(_LEAST))
        Theme.current().changed.connect(self.close)

    @property
    def place(self) -> QRectF:
        """Where the picture is drawn: whole, in the middle."""
        room = self.rect().adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        size = self._picture.size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
        return QRectF(room.x() + left, room.y() + top, size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.needs_paper:
            painter.fillRect(self.place, QColor(_WHITE))
        painter.drawImage(self.place, self._picture.image)
        painter.end()
