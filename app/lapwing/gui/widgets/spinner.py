"""Something runs, and nobody knows how long yet."""

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lapwing.gui.theme import Theme

_SPOKES = 8
_STEP_MS = 100


class Spinner(QWidget):
    """Eight spokes that go round ten times in eight seconds, while it runs and can be seen; else no timer lives.

    Stopped it shows nothing but keeps its place.
    """

    def __init__(self, parent: QWidget | None = None, *, px: int = 16, name: str = "spinner") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Running"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._px = px
        self._step = 0
        self._runs = False
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._advance)

    @property
    def is_running(self) -> bool:
        return self._runs

    @property
    def is_ticking(self) -> bool:
        """Whether its timer is alive: it runs, and it can be seen."""
        return self._timer.isActive()

    def start(self) -> None:
        self._set_running(True)

    def stop(self) -> None:
        self._set_running(False)

    def _set_running(self, runs: bool) -> None:
        self._runs = runs
        self._step = 0
        self._tick_if_seen(self.isVisible())
        self.update()

    def _tick_if_seen(self, seen: bool) -> None:
        if self._runs and seen:
            self._timer.start()
        else:
            self._timer.stop()

    def _advance(self) -> None:
        self._step = (self._step + 1) % _SPOKES
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._px, self._px)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick_if_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick_if_seen(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._runs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        unit = self._px / 24
        for spoke in range(_SPOKES):
            color = QColor(Theme.current().colors.accent_text)
            color.setAlphaF(0.25 + 0.75 * (((spoke - self._step) % _SPOKES) / (_SPOKES - 1)))
            painter.setPen(QPen(color, 2.2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(0, -5.5 * unit), QPointF(0, -9.5 * unit))
            painter.rotate(360 / _SPOKES)
