"""A box that lies over a window beside a place in it: lists and tips of the editor. It never takes the focus.

It is a part of the window, not a window of its own: it goes where the window goes, needs no compositor for its round
corners, and no desktop can give it the focus.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lapwing.gui.theme import Theme

SHADOW_PX: Final = 10
"""Room around the box for its shadow."""
_RADIUS_PX: Final = 6
_GAP_PX: Final = 2
_EDGE_PX: Final = 4


class Floating(QWidget):
    """Paints border and shadow; what is in it keeps `SHADOW_PX` from its edges. GUI thread.

    Attributes:
        host: The window it lies over.
    """

    def __init__(self, host: QWidget, *, name: str) -> None:
        super().__init__(host)
        self.host = host
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        Theme.current().changed.connect(self.update)
        self.hide()

    def place(self, anchor: QRect, size: QSize, *, above: bool = False, ceiling: int = 0) -> bool:
        """Show a box beside a place: below it, or above; on the other side where only that has room.

        Args:
            anchor: What it is about, in the window's coordinates. The box begins at its left edge.
            size: Of the box without its shadow.
            above: Where it should rather be.
            ceiling: What it should not reach above, in the window's coordinates, such as the top of the editor.

        Returns:
            Whether it is above now.
        """
        room = self._room()
        fits_below = anchor.bottom() + _GAP_PX + size.height() <= room.bottom() - _EDGE_PX
        fits_above = anchor.top() - _GAP_PX - size.height() >= room.top() + _EDGE_PX
        is_free_above = anchor.top() - _GAP_PX - size.height() >= ceiling
        is_above = fits_above and ((above and is_free_above) or not fits_below)
        top = anchor.top() - _GAP_PX - size.height() if is_above else anchor.bottom() + 1 + _GAP_PX
        left = max(room.left() + _EDGE_PX, min(anchor.left(), room.right() - _EDGE_PX - size.width()))
        box = QRect(QPoint(left, top), size)
        self.setGeometry(box.adjusted(-SHADOW_PX, -SHADOW_PX, SHADOW_PX, SHADOW_PX))
        self.show()
        self.raise_()
        return is_above

    def _room(self) -> QRect:
        """What of the window is on its screen."""
        host = self.host
        room = host.rect()
        screen = host.screen() or QGuiApplication.primaryScreen()
        seen = screen.availableGeometry().translated(-host.mapToGlobal(QPoint(0, 0)))
        return room.intersected(seen) if room.intersects(seen) else room

    def move_to_window_of(self, widget: QWidget) -> None:
        """Lie over the window that `widget` is in now."""
        if self.host is not widget.window():
            self.host = widget.window()
            self.setParent(self.host)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
        if not box.contains(QRectF(event.rect())):
            _paint_shadow(painter, box)
        painter.setPen(QPen(colors.line, 1))
        painter.setBrush(colors.raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)


def _paint_shadow(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 14 if Theme.current().is_dark else 4))
    for grow in range(SHADOW_PX - 2, 0, -1):
        painter.drawRoundedRect(box.adjusted(-grow, 2 - grow, grow, 2 + grow), _RADIUS_PX + grow, _RADIUS_PX + grow)
