"""Charts of plugins' documents, painted as the monitor paints its own."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.monitoring.dashboards import PanelKind
from lapwing.domain.monitoring.metrics import Metric, SeriesKey, Unit
from lapwing.domain.monitoring.series import KeptSeries, SeriesAnswer
from lapwing.domain.plugins.documents import ChartKind, DocumentPart
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor.chart_colors import color_name
from lapwing.gui.monitor.chart_content import Content
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.monitor.chart_view import TimeChart
from lapwing.gui.monitor.panel_legend import PanelLegend
from lapwing.gui.monitor.series_data import LARGEST, SeriesData
from lapwing.gui.shell.plugins_named_chart import NamedChart, NamedSeries
from lapwing.gui.widgets import PlainLabel

_HEIGHT_PX: Final = 230
_MOST_LINES: Final = 24
_MOST_PLACES: Final = 20_000
_LONGEST_NAME: Final = 200
_LATEST: Final = 1e11
"""Unix seconds, in the year 5138: what is beyond cannot be shown as a time."""
_LITTLE: Final = "<f8"
_UNITS: Final = {
    "B": Unit.BYTES,
    "B/s": Unit.BYTES_PER_SECOND,
    "s": Unit.SECONDS,
    "ms": Unit.MILLISECONDS,
    "/s": Unit.PER_SECOND,
    **{unit.value: unit for unit in Unit},
}
_KINDS: Final = {ChartKind.LINE: PanelKind.LINE, ChartKind.AREA: PanelKind.AREA, ChartKind.BAR: PanelKind.BAR}

Values = tuple[float | None, ...]


class DocumentChart(QWidget):
    """Legend and chart of a part; in words where there is nothing to draw. Qt's thread.

    Attributes:
        chart: What is painted; None: nothing can be.
    """

    def __init__(self, part: DocumentPart, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("document_chart")
        self._hidden: frozenset[object] = frozenset()
        self._unit = _UNITS.get(part.unit, Unit.COUNT)
        self._lines = [_finite(line.values[:_MOST_PLACES]) for line in part.lines[:_MOST_LINES]]
        self._times = _times_of(part) if part.is_time else None
        self._series = self._drawn(part)
        self.legend = PanelLegend(self, name="document_legend")
        self.chart = self._chart(part)
        self._lay_out(part)
        self.legend.hidden_changed.connect(self._hide)
        self.legend.chosen.connect(self._choose)
        self._show()

    def _lay_out(self, part: DocumentPart) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        if self.chart is None:
            self.legend.hide()
            down.addWidget(PlainLabel(self.tr("There is nothing to draw in this chart."), self, look="faint"))
            return
        head = QHBoxLayout()
        head.setSpacing(8)
        if part.unit and part.unit not in _UNITS:
            head.addWidget(PlainLabel(part.unit[:_LONGEST_NAME], self, look="faint"))
        head.addWidget(self.legend, 1)
        down.addLayout(head)
        self.chart.setFixedHeight(_HEIGHT_PX)
        self.chart.setAccessibleName(visible_text(part.alt or part.title) or self.tr("Chart"))
        down.addWidget(self.chart)

    def _drawn(self, part: DocumentPart) -> list[DrawnSeries]:
        """Its series as the legend and the monitor's charts take them."""
        made = []
        times = self._times
        for place, (line, values) in enumerate(zip(part.lines, self._lines, strict=False)):
            key = SeriesKey(f"line{place}")
            source = SeriesData("document")
            if times is not None:
                source.fill(_answer(key, times, values, is_bar=part.chart is ChartKind.BAR))
            title = visible_text(line.name[:_LONGEST_NAME])
            made.append(DrawnSeries(("", key), title, color_name(place), Metric(key.metric, title, self._unit), source))
        return made

    def _chart(self, part: DocumentPart) -> "TimeChart | NamedChart | None":
        if not part.places or not any(value is not None for values in self._lines for value in values):
            return None
        if not part.is_time:
            return NamedChart(part.chart, part.places[:_MOST_PLACES], self._unit, self, name="named_chart")
        if self._times is None:
            return None
        chart = TimeChart(self, name="time_chart")
        chart.zoomed.connect(self._zoom)
        chart.zoom_reset.connect(lambda: self._zoom(*self._whole))
        self._kind = _KINDS[part.chart]
        self._start, self._end = self._whole
        return chart

    @property
    def _whole(self) -> tuple[float, float]:
        times = self._times
        assert times is not None
        first, last = min(times), max(times)
        return (first, last) if last > first else (first - 30, first + 30)

    def _zoom(self, start: float, end: float) -> None:
        self._start, self._end = start, end
        self._show()

    def _hide(self, series_id: object, is_hidden: bool) -> None:
        self._hidden = self._hidden | {series_id} if is_hidden else self._hidden - {series_id}
        self._show()

    def _choose(self, series_id: object) -> None:
        shown = [one.id for one in self._series if one.id not in self._hidden]
        if self.chart is not None:
            self.chart.set_chosen(shown.index(series_id) if series_id in shown else None)

    def _show(self) -> None:
        self.legend.show_series(self._series, self._hidden)
        shown = [(place, one) for place, one in enumerate(self._series) if one.id not in self._hidden]
        if isinstance(self.chart, NamedChart):
            self.chart.show_series([NamedSeries(one.title, one.color, self._lines[place]) for place, one in shown])
        elif self.chart is not None:
            series = tuple(one for _place, one in shown)
            self.chart.set_content(Content(self._kind, series, self._unit, self._start, self._end))
            self.chart.describe()


def document_chart(part: DocumentPart, parent: QWidget) -> QWidget:
    """The chart of a part."""
    return DocumentChart(part, parent)


def _finite(values: Sequence[float | None]) -> Values:
    return tuple(
        None if value is None or not math.isfinite(value) else min(max(value, -LARGEST), LARGEST) for value in values
    )


def _times_of(part: DocumentPart) -> tuple[float, ...] | None:
    """Its places as Unix seconds; None where one of them is no time."""
    found = []
    for place in part.places[:_MOST_PLACES]:
        try:
            at = float(place)
        except ValueError:
            return None
        if not 0 <= at <= _LATEST:
            return None
        found.append(at)
    return tuple(found) or None


def _answer(key: SeriesKey, times: tuple[float, ...], values: Values, *, is_bar: bool) -> SeriesAnswer:
    """A line as the store would tell it. Only its own gaps break it, however far apart its times are."""
    count = min(len(times), len(values))
    placed = sorted(zip(times[:count], values[:count], strict=True), key=lambda each: each[0])
    gaps = [later[0] - earlier[0] for earlier, later in pairwise(placed)]
    step = (float(np.median(gaps)) if is_bar else max(gaps)) if gaps else 60.0
    packed = np.array([at for at, _value in placed], _LITTLE).tobytes()
    told = np.array([math.nan if value is None else value for _at, value in placed], _LITTLE).tobytes()
    return SeriesAnswer("document", (KeptSeries(key, packed, told, told, told),), max(step, 1e-3))
