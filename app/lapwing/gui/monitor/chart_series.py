"""Which series a panel draws, in which order, and what they are called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.monitoring.dashboards import Panel, PanelSeries
from lapwing.domain.monitoring.metrics import Labels, Metric, SeriesKey, Unit
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor.chart_colors import color_name
from lapwing.gui.monitor.series_data import SeriesData, SeriesView

METRICS_CONTEXT: Final = "metrics"
"""Of the titles that metrics are declared with, for translators."""


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """One series of a panel.

    Attributes:
        id: The same as long as the panel shows it.
        title: For the legend; invisible characters are written out.
        color: A name for `color_of`.
        factor: From its metric's unit to that of the axis; None: the units are of different kinds, it is not drawn.
    """

    id: tuple[str, SeriesKey]
    title: str
    color: str
    metric: Metric
    source: SeriesData
    factor: float | None = 1.0

    @property
    def key(self) -> SeriesKey:
        return self.id[1]

    def view(self, start: float, end: float) -> SeriesView:
        """Its points in the axis's unit."""
        found = self.source.view(self.key, start, end)
        factor = self.factor or 1.0
        if factor == 1.0:
            return found
        values = (found.average * factor, found.minimum * factor, found.maximum * factor)
        return SeriesView(found.times, *values, found.steps)

    def latest(self, until: float) -> float | None:
        """Its value at the end, in the axis's unit."""
        value = self.source.latest(self.key, until)
        return None if value is None else value * (self.factor or 1.0)


def metric_title(metric: Metric) -> str:
    """What a metric is called, in the person's language."""
    return QCoreApplication.translate(METRICS_CONTEXT, metric.title) if metric.title else metric.id


def panel_unit(panel: Panel, metrics: Mapping[str, Metric]) -> Unit:
    """The unit of a panel's axis: that of its first series."""
    return next((metrics[series.metric].unit for series in panel.series if series.metric in metrics), Unit.COUNT)


def drawn_series(
    panel: Panel,
    sources: Mapping[str, SeriesData],
    metrics: Mapping[str, Metric],
    names: Mapping[str, str],
    own: Sequence[str],
) -> list[DrawnSeries]:
    """Every series that a panel asks for and that has been seen.

    Args:
        panel: What is asked for.
        sources: What there is, by connection.
        metrics: By id.
        names: What connections are called; they are named in the legend where there are several.
        own: Connections of the dashboard, which series without a connection are of.
    """
    unit = panel_unit(panel, metrics)
    found: list[DrawnSeries] = []
    several = len({_connection for series in panel.series for _connection in _connections(series, own)}) > 1
    for asked in panel.series:
        metric = metrics.get(asked.metric)
        if metric is None:
            continue
        is_first = True
        for connection_id in _connections(asked, own):
            source = sources.get(connection_id)
            for key in source.keys(asked.metric) if source is not None else ():
                if source is None or not set(asked.labels) <= set(key.labels):
                    continue
                title = _title(asked, metric, key.labels, names.get(connection_id, "") if several else "")
                color = asked.color if asked.color and is_first else color_name(len(found))
                factor = _factor(metric.unit, unit)
                found.append(DrawnSeries((connection_id, key), title, color, metric, source, factor))
                is_first = False
    return found


def _connections(asked: PanelSeries, own: Sequence[str]) -> Sequence[str]:
    return (asked.connection_id,) if asked.connection_id else own


def _title(asked: PanelSeries, metric: Metric, labels: Labels, connection: str) -> str:
    fixed = set(asked.labels)
    told = ", ".join(value for name, value in labels if (name, value) not in fixed)
    parts = [asked.title, told] if asked.title else [told or metric_title(metric)]
    return visible_text(" · ".join(part for part in (connection, *parts) if part))


def _factor(unit: Unit, axis: Unit) -> float | None:
    if unit is axis:
        return 1.0
    return {(Unit.MILLISECONDS, Unit.SECONDS): 1e-3, (Unit.SECONDS, Unit.MILLISECONDS): 1e3}.get((unit, axis))
