"""What lies in the plot of a chart: lines, stacked areas, or bars. Each tells its extent, and paints itself."""

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from lapwing.domain.monitoring.metrics import Derivation
from lapwing.gui.monitor.axis import TIME_STEPS, ValueAxis
from lapwing.gui.monitor.chart_colors import color_of, faded, fill_of, mixed
from lapwing.gui.monitor.chart_fill import fill_below, heights
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.monitor.chart_shapes import Line, Marks, columns, draw_line, line_of
from lapwing.gui.monitor.series_data import Floats, SeriesView
from lapwing.gui.theme import Theme

LINE_PX: Final = 1.5
_STRONG_PX: Final = 2.5
_BAND: Final = 0.16
"""How strong the room between the smallest and the largest sample is tinted."""
_PALE: Final = 0.65
"""How far other series go towards the panel's colour while one is looked at."""
_ROOM_PX: Final = 20.0
_BAR_PX: Final = 7.0
"""A bar and the space beside it are at least so wide."""


class Plot:
    """Where a layer paints: from `start` to `end` (Unix seconds) across `rect`, and its axis upwards.

    Attributes:
        ratio: Pixels of the device for one of the painter.
        heat_ends: What the ends of a heat map's colours mean; None of other charts.
    """

    def __init__(self, rect: QRectF, start: float, end: float, axis: ValueAxis, ratio: float = 1.0) -> None:
        self.rect = rect
        self.ratio = ratio
        self.start = start
        self.end = end
        self.axis = axis
        self.heat_ends: tuple[float, float] | None = None

    @property
    def is_roomy(self) -> bool:
        """Whether anything can be told in it."""
        return self.rect.width() >= _ROOM_PX and self.rect.height() >= _ROOM_PX and self.end > self.start

    def x(self, times: Floats) -> Floats:
        return self.rect.left() + (times - self.start) * (self.rect.width() / (self.end - self.start))

    def y(self, values: Floats) -> Floats:
        """The middle of the pixels of values; those far out of the axis come to lie beside it, where Qt can draw."""
        with np.errstate(over="ignore", invalid="ignore"):
            shares = np.clip((values - self.axis.low) / (self.axis.high - self.axis.low), -2.0, 3.0)
        placed: Floats = self.rect.bottom() + 0.5 - shares * self.rect.height()
        return placed

    def heights(self, x: Floats, y: Floats, breaks: Marks) -> Floats:
        return heights(x, y, breaks, self.rect, self.ratio)

    def x_at(self, time: float) -> float:
        return self.rect.left() + (time - self.start) * self.rect.width() / (self.end - self.start)

    def time_at(self, x: float) -> float:
        return self.start + (x - self.rect.left()) * (self.end - self.start) / self.rect.width()


class Layer(Protocol):
    def extent(self) -> tuple[float, float]:
        """The smallest and the largest value that is drawn; not finite: there is none."""

    def paint(self, painter: QPainter, plot: Plot, chosen: int | None) -> None:
        """Paint it; `chosen` is the series that is looked at."""


def _extent(arrays: Sequence[Floats]) -> tuple[float, float]:
    kept = [array for array in arrays if len(array) and not np.all(np.isnan(array))]
    if not kept:
        return np.nan, np.nan
    return min(float(np.nanmin(array)) for array in kept), max(float(np.nanmax(array)) for array in kept)


def _pen(series: DrawnSeries, place: int, chosen: int | None) -> QPen:
    color = color_of(series.color)
    if chosen is not None and chosen != place:
        color = mixed(color, Theme.current().colors.panel, _PALE)
    width = _STRONG_PX if chosen == place else LINE_PX
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


class LineLayer:
    """One line a series; where a point was made of several samples, the room between their ends is tinted."""

    def __init__(self, series: Sequence[DrawnSeries], start: float, end: float, width: float) -> None:
        self._series = series
        self._lines = [line_of(one.view(start, end), start, end, width) for one in series]

    def extent(self) -> tuple[float, float]:
        lows = [line.values if line.low is None else line.low for line in self._lines]
        highs = [line.values if line.high is None else line.high for line in self._lines]
        return _extent(lows)[0], _extent(highs)[1]

    def paint(self, painter: QPainter, plot: Plot, chosen: int | None) -> None:
        for place in sorted(range(len(self._lines)), key=lambda place: place == chosen):
            line, pen = self._lines[place], _pen(self._series[place], place, chosen)
            x = plot.x(line.times)
            if line.low is not None and line.high is not None:
                ends = (plot.heights(x, plot.y(ends), line.breaks) for ends in (line.high, line.low))
                fill_below(painter, plot.rect, plot.ratio, [next(ends)], next(ends), [faded(pen.color(), _BAND)])
            painter.setPen(pen)
            draw_line(painter, x, plot.y(line.values), line.breaks)


class StackLayer:
    """Areas on top of each other: the upper end of the uppermost is the sum of all."""

    def __init__(self, series: Sequence[DrawnSeries], start: float, end: float, width: float) -> None:
        self._series = series
        self._tops = stacked([one.view(start, end) for one in series], start, end, width)

    def extent(self) -> tuple[float, float]:
        low, high = _extent([line.values for line in self._tops])
        return min(low, 0.0) if np.isfinite(low) else low, high

    def paint(self, painter: QPainter, plot: Plot, chosen: int | None) -> None:
        pens = [_pen(series, place, chosen) for place, series in enumerate(self._series)]
        shapes = [(plot.x(line.times), plot.y(line.values), line.breaks) for line in self._tops]
        if shapes:
            tops = [plot.heights(*shape) for shape in shapes]
            ground = np.full(len(tops[0]), float(plot.y(np.zeros(1))[0]))
            fill_below(painter, plot.rect, plot.ratio, tops, ground, [fill_of(pen.color()) for pen in pens])
        for place in sorted(range(len(shapes)), key=lambda place: (place == chosen, -place)):
            painter.setPen(pens[place])  # a series that adds nothing must not hide the line below it
            draw_line(painter, *shapes[place])


def stacked(views: Sequence[SeriesView], start: float, end: float, width: float) -> list[Line]:
    """The upper ends of series on top of each other, all at the same times.

    Where a series has no value, it adds nothing; where none has one, there is a gap.
    """
    if not any(len(view) for view in views):
        return [Line(np.empty(0), np.empty(0), np.empty(0, np.bool_)) for _ in views]
    times = _common_times(views)
    parts = np.array([_at(view, times) for view in views])
    missing = np.all(np.isnan(parts), axis=0)
    tops = np.cumsum(np.nan_to_num(parts, nan=0.0), axis=0)
    tops[:, missing] = np.nan
    steps = max(float(np.max(view.steps)) for view in views if len(view))
    filled = np.full(len(times), steps)
    return [_reduced(SeriesView(times, top, top, top, filled), start, end, width) for top in tops]


def _reduced(view: SeriesView, start: float, end: float, width: float) -> Line:
    """As `line_of`, but by the highest value of each column alone: the lines of a stack must not cross."""
    if len(view) <= 2 * width:
        return Line(view.times, view.average, view.breaks())
    firsts, _lasts, times = columns(view.times, start, end, width)
    values = np.fmax.reduceat(view.average, firsts)
    breaks = view.breaks()[firsts[1:] - 1] | np.isnan(values[1:]) | np.isnan(values[:-1])
    return Line(times, values, breaks)


def _common_times(views: Sequence[SeriesView]) -> Floats:
    kept = [view.times for view in views if len(view)]
    first = kept[0]
    if all(len(times) == len(first) and np.array_equal(times, first) for times in kept):
        return first
    return np.unique(np.concatenate(kept))


def _at(view: SeriesView, times: Floats) -> Floats:
    """The values of a series at other times: between two points on the line between them, nothing in gaps."""
    if len(view) == len(times) and np.array_equal(view.times, times):
        return view.average
    if not len(view):
        return np.full(len(times), np.nan)
    values = np.interp(times, view.times, view.average, left=np.nan, right=np.nan)
    behind = np.clip(np.searchsorted(view.times, times, side="left"), 1, max(len(view) - 1, 1))
    if len(view) > 1:
        on_point = view.times[np.minimum(behind, len(view) - 1)] == times
        values = np.where(view.breaks()[behind - 1] & ~on_point, np.nan, values)
    return values


class BarLayer:
    """Bars over equal times, on top of each other: the average of each time, or its sum where things are counted."""

    def __init__(self, series: Sequence[DrawnSeries], start: float, end: float, width: float) -> None:
        self._series = series
        step = bar_step(start, end, width, series)
        first, last = np.floor(start / step), np.floor(end / step)
        self._times = np.arange(first, last + 1) * step
        self._step = step
        self._values = [bars_of(one.view(start, end), self._times, step, is_counted(one)) for one in series]

    def extent(self) -> tuple[float, float]:
        if not self._values:
            return np.nan, np.nan
        low, high = _extent([np.nansum(np.array(self._values), axis=0)])
        has_values = any(not np.all(np.isnan(values)) for values in self._values)
        return (min(low, 0.0), max(high, 0.0)) if has_values else (np.nan, np.nan)

    def paint(self, painter: QPainter, plot: Plot, chosen: int | None) -> None:
        left = np.maximum(plot.x(self._times), plot.rect.left())
        right = np.minimum(plot.x(self._times + self._step), plot.rect.right())
        base = np.zeros(len(self._times))
        for place, values in enumerate(self._values):
            color = _pen(self._series[place], place, chosen).color()
            low, high = plot.y(base), plot.y(base + np.nan_to_num(values))
            for at in np.flatnonzero(~np.isnan(values) & (values != 0)).tolist():
                x, width = round(left[at]) + 1, round(right[at]) - round(left[at]) - 1
                top, bottom = sorted((round(float(low[at])), round(float(high[at]))))
                if width > 0:
                    painter.fillRect(x, top, max(width, 1), max(bottom - top, 1), color)
            base = base + np.nan_to_num(values)


def bar_step(start: float, end: float, width: float, series: Sequence[DrawnSeries]) -> float:
    """How long a bar is, in seconds: a round time, no shorter than the time between two samples."""
    least = max((end - start) / max(width / _BAR_PX, 1.0), coarsest(series, start, end))
    return float(next((step for step in TIME_STEPS if step >= least * 0.999), least))


def coarsest(series: Sequence[DrawnSeries], start: float, end: float) -> float:
    """The longest time between two samples of these series, in seconds."""
    views = [one.view(start, end) for one in series]
    return max((float(np.median(view.steps)) for view in views if len(view)), default=1.0)


def is_counted(series: DrawnSeries) -> bool:
    """Whether values of several samples add up to one of a longer time."""
    return series.metric.derivation is Derivation.GROWTH


def bars_of(view: SeriesView, times: Floats, step: float, is_sum: bool) -> Floats:
    """One value for each time; NaN: none."""
    places = np.floor(view.times / step) - np.floor(times[0] / step + 1e-6)
    fitting = (places >= 0) & (places < len(times)) & ~np.isnan(view.average)
    numbers = places[fitting].astype(np.intp)
    counts = np.bincount(numbers, minlength=len(times))
    sums = np.bincount(numbers, weights=view.average[fitting], minlength=len(times))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(counts > 0, sums if is_sum else sums / counts, np.nan)
