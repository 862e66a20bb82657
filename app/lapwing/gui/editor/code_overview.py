"""Small strokes over the scroll bar that show where in the whole text something was found."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from lapwing.gui.theme import Theme

_STROKE_PX: Final = 2
_INSET_PX: Final = 2


class CodeOverview(QWidget):
    """Lies over a vertical scroll bar and lets the mouse through. Qt's thread."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self.setObjectName("code_overview")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._room = QRect(QPoint(), bar.size())  # the bar itself is not kept: PySide may take it for deleted
        self._lines: Sequence[int] = ()
        self._count = 1
        bar.installEventFilter(self)
        Theme.current().changed.connect(self.update)
        self.hide()

    def show_lines(self, lines: Sequence[int], count: int) -> None:
        """Show where these lines are, of so many; none hides it."""
        self._lines, self._count = lines, max(count, 1)
        self.setGeometry(self._room)
        self.setVisible(bool(lines))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._room = QRect(QPoint(), event.size())
            self.setGeometry(self._room)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.height() - _STROKE_PX
        color = Theme.current().colors.warning
        width = self.width() - 2 * _INSET_PX
        for top in sorted({line * room // self._count for line in self._lines}):
            painter.fillRect(_INSET_PX, top, width, _STROKE_PX, color)
