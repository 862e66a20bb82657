"""Series as lines to paint: reduced to what the pixels of a chart can show; every peak is kept, every gap left."""

from typing import Final, cast

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.monitor.series_data import Floats, SeriesView

DOT_PX: Final = 2.2
"""Radius of a point without neighbours."""
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Line:
    """Values over time, few enough to paint.

    Attributes:
        times: Unix seconds.
        values: NaN: none.
        breaks: Of each point but the first: no line leads to it.
        low, high: The smallest and largest sample behind each point; None where points are samples.
    """

    times: Floats
    values: Floats
    breaks: Marks
    low: Floats | None = None
    high: Floats | None = None


def line_of(view: SeriesView, start: float, end: float, width: float) -> Line:
    """A series for a chart `width` pixels wide: as it is, or two points a pixel.

    The pixels' bounds stand still while time goes on, so that the shape of the past does not change.
    """
    has_band = bool(np.any(view.maximum > view.minimum))
    if len(view) <= 2 * width:
        band = (view.minimum, view.maximum) if has_band else (None, None)
        return Line(view.times, view.average, view.breaks(), *band)
    firsts, lasts, times = columns(view.times, start, end, width)
    low, high = np.fmin.reduceat(view.average, firsts), np.fmax.reduceat(view.average, firsts)
    rises = view.average[firsts] <= view.average[lasts]
    values = np.empty(2 * len(firsts))
    values[0::2], values[1::2] = np.where(rises, low, high), np.where(rises, high, low)
    half = (end - start) / width / 2
    doubled = np.repeat(times, 2)
    doubled[1::2] += half
    breaks = np.zeros(len(values) - 1, np.bool_)
    breaks[1::2] = view.breaks()[firsts[1:] - 1]
    breaks |= np.isnan(values[1:]) | np.isnan(values[:-1])
    if not has_band:
        return Line(doubled, values, breaks)
    lows, highs = np.fmin.reduceat(view.minimum, firsts), np.fmax.reduceat(view.maximum, firsts)
    return Line(doubled, values, breaks, np.repeat(lows, 2), np.repeat(highs, 2))


def columns(
    times: Floats, start: float, end: float, width: float
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Floats]:
    """First and last point of each column of pixels that has points, and when it begins."""
    each = (end - start) / max(width, 1.0)
    numbers = np.floor(times / each)
    firsts = np.flatnonzero(np.concatenate(([True], np.diff(numbers) != 0)))
    lasts = np.concatenate((firsts[1:] - 1, [len(times) - 1]))
    return firsts, lasts, numbers[firsts] * each


def draw_line(painter: QPainter, x: Floats, y: Floats, breaks: Marks) -> None:
    """Lines between points with the painter's pen, and a dot where a point has no neighbour.

    Straight pieces are drawn one by one, which takes Qt a sixth of the time that one path of the same points takes.
    Their numbers are read where numpy has them: Qt copies nothing, and keeps nothing.
    """
    kept = np.flatnonzero(~breaks)
    if len(kept):
        pieces = np.empty((len(kept), 4))
        pieces[:, 0], pieces[:, 1] = x[kept], y[kept]
        pieces[:, 2], pieces[:, 3] = x[kept + 1], y[kept + 1]
        painter.drawLines(cast("QLineF", Shiboken.wrapInstance(pieces.ctypes.data, QLineF)), len(pieces))
    joined = np.zeros(len(x), np.bool_)
    joined[:-1] |= ~breaks
    joined[1:] |= ~breaks
    alone = np.flatnonzero(~joined & ~np.isnan(y)).tolist()
    if alone:
        pen = painter.pen()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        for at in alone:
            painter.drawEllipse(QPointF(x[at], y[at]), DOT_PX, DOT_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
