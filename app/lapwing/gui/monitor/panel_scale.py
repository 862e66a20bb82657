"""What the colours of a heat map mean, in the place of a legend."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lapwing.domain.monitoring.metrics import Unit
from lapwing.gui.monitor.chart_heat import heat_colors
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.panel_body import painting
from lapwing.gui.theme import Theme, ui_font

_TEXT_PX: Final = 11
_BAR_PX: Final = 48
_HIGH_PX: Final = 8
_GAP_PX: Final = 6


class HeatScale(QWidget):
    """The lowest and the highest value at both ends of a bar of the colours."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(ui_font(_TEXT_PX))
        self.setFixedHeight(20)
        self._ends = ("", "")
        Theme.current().changed.connect(self.update)

    def show_ends(self, lowest: float, highest: float, unit: Unit) -> None:
        """Tell what both ends mean."""
        ends = (value_text(lowest, unit), value_text(highest, unit))
        if ends != self._ends:
            self._ends = ends
            self.setAccessibleName(
                self.tr("Colours from {lowest} to {highest}").format(lowest=ends[0], highest=ends[1])
            )
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        words = sum(metrics.horizontalAdvance(end) for end in self._ends)
        return QSize(round(words) + _BAR_PX + 2 * _GAP_PX + 6, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        low, high = self._ends
        x = 2.0
        painter.setPen(Theme.current().colors.dim_text)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(x, 0, 200, self.height()), middle, low)
        x += metrics.horizontalAdvance(low) + _GAP_PX
        bar = QRectF(x, (self.height() - _HIGH_PX) / 2, _BAR_PX, _HIGH_PX)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        colors = heat_colors()[1:]
        for place in range(0, len(colors), 16):
            gradient.setColorAt(place / (len(colors) - 1), colors[place])
        painter.fillRect(bar, gradient)
        painter.drawText(QRectF(bar.right() + _GAP_PX, 0, 200, self.height()), middle, high)
