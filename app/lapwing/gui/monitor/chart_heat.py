"""Values as colours: time to the right, a row for each series."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from lapwing.gui.monitor.axis import TIME_STEPS
from lapwing.gui.monitor.chart_colors import mixed
from lapwing.gui.monitor.chart_layers import Plot, bars_of, coarsest, is_counted
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.monitor.series_data import Floats
from lapwing.gui.theme import Theme

CELL_PX: Final = 4.0
_ROW_LEAST_PX: Final = 14.0
_NAME_MOST: Final = 0.38
"""Of the width: room for the names of the rows."""
_SHADES: Final = 255


def heat_step(start: float, end: float, width: float, series: Sequence[DrawnSeries]) -> float:
    """How long a cell is, in seconds: a round time, no shorter than the time between two samples."""
    least = max((end - start) / max(width / CELL_PX, 1.0), coarsest(series, start, end))
    return float(next((step for step in TIME_STEPS if step >= least * 0.999), least))


def heat_colors() -> list[int]:
    """From next to nothing to the most, as Qt writes colours; the first is for no value at all.

    The brightness changes in one direction only, so that the order is seen without the hue.
    """
    colors = Theme.current().colors
    low, middle = mixed(colors.panel, colors.accent_text, 0.10), colors.accent_text
    high = mixed(colors.accent_text, colors.text, 0.75)
    table = [0]
    for shade in range(_SHADES):
        share = shade / (_SHADES - 1)
        color = mixed(low, middle, share / 0.7) if share <= 0.7 else mixed(middle, high, (share - 0.7) / 0.3)
        table.append(color.rgba())
    return table


class HeatLayer:
    """Rows of cells; the series with the largest values where not all have room.

    Attributes:
        series: Those that have a row, from the top.
        highest: The value of the strongest colour.
    """

    def __init__(self, series: Sequence[DrawnSeries], start: float, end: float, width: float, height: float) -> None:
        self._step = heat_step(start, end, width, series)
        first, last = np.floor(start / self._step), np.floor(end / self._step)
        self._times = np.arange(first, last + 1) * self._step
        rows = [bars_of(one.view(start, end), self._times, self._step, is_counted(one)) for one in series]
        room = max(int(height // _ROW_LEAST_PX), 1)
        ranked = sorted(range(len(rows)), key=lambda place: -_most(rows[place]))[:room]
        kept = sorted(ranked)
        self.series = [series[place] for place in kept]
        self._rows = [rows[place] for place in kept]
        self.highest = max((_most(row) for row in self._rows), default=-1.0)

    def names_width(self, metrics: QFontMetricsF, width: float) -> float:
        """How much room the names of the rows take."""
        widest = max((metrics.horizontalAdvance(one.title) for one in self.series), default=0.0)
        return float(min(widest + 2, width * _NAME_MOST))

    def paint(self, painter: QPainter, plot: Plot, lowest: float | None, highest: float | None) -> tuple[float, float]:
        """Paint the cells, each row with a line of the panel below it; returns what the ends of the colours mean."""
        low = 0.0 if lowest is None else lowest
        high = max(self.highest if highest is None else highest, low)
        if not self._rows:
            return low, high
        shades = np.array([_shades(row, low, high) for row in self._rows])
        count = shades.shape[1]
        stride = (count + 3) // 4 * 4
        padded = np.zeros((len(self._rows), stride), np.uint8)
        padded[:, :count] = shades
        image = QImage(padded.tobytes(), count, len(self._rows), stride, QImage.Format.Format_Indexed8)
        image.setColorTable(heat_colors())
        left, right = plot.x_at(float(self._times[0])), plot.x_at(float(self._times[-1]) + self._step)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(QRectF(left, plot.rect.top(), right - left, plot.rect.height()), image)
        high_px = plot.rect.height() / len(self._rows)
        for place in range(1, len(self._rows)):
            y = round(plot.rect.top() + place * high_px)
            painter.fillRect(QRectF(plot.rect.left(), y - 1, plot.rect.width(), 1), Theme.current().colors.panel)
        return low, high

    def paint_names(self, painter: QPainter, plot: Plot, left: float, gap: float) -> None:
        """What the rows are called, between `left` and the plot."""
        metrics = QFontMetricsF(painter.font())
        painter.setPen(Theme.current().colors.faint_text)
        high_px = plot.rect.height() / max(len(self.series), 1)
        width = plot.rect.left() - gap - left
        flags = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        for place, one in enumerate(self.series):
            text = metrics.elidedText(one.title, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, plot.rect.top() + place * high_px, width, high_px), flags, text)


def _most(row: Floats) -> float:
    return float(np.nanmax(row)) if len(row) and not np.all(np.isnan(row)) else -1.0


def _shades(row: Floats, low: float, high: float) -> Floats:
    """Places in the table of colours; 0 where there is no value."""
    with np.errstate(invalid="ignore", over="ignore"):
        shares = np.clip((row - low) / max(high - low, 1e-12), 0.0, 1.0)
        places = np.where(np.isnan(row), 0.0, 1.0 + np.round(shares * (_SHADES - 1)))
    shades: Floats = places.astype(np.uint8)
    return shades
