"""Which series a panel draws, in which order, and what they are called."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.late_dataclass import dataclass
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
        connection: What its server is called; empty where the panel shows one server only.
        place: Of the panel's series that asked for it.
        column: What a table calls its values.
        factor: From its metric's unit to that of the axis; None: the units are of different kinds, it is not drawn.
    """

    id: tuple[str, SeriesKey]
    title: str
    color: str
    metric: Metric
    source: SeriesData
    connection: str = ""
    place: int = 0
    column: str = ""
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
    several = len({one for asked in panel.series for one in _connections(asked, own)}) > 1
    for place, asked in enumerate(panel.series):
        metric = metrics.get(asked.metric)
        if metric is None:
            continue
        color = asked.color
        for connection_id in _connections(asked, own):
            name = names.get(connection_id, "") if several else ""
            for source, key in _asked_for(asked, sources.get(connection_id)):
                title = _title(asked, metric, key.labels, name)
                found.append(
                    DrawnSeries(
                        (connection_id, key),
                        title,
                        color or color_name(len(found)),
                        metric,
                        source,
                        visible_text(name),
                        place,
                        visible_text(asked.title) or metric_title(metric),
                        _factor(metric.unit, unit),
                    )
                )
                color = ""
    return found


def _asked_for(asked: PanelSeries, source: SeriesData | None) -> list[tuple[SeriesData, SeriesKey]]:
    if source is None:
        return []
    return [(source, key) for key in source.keys(asked.metric) if set(asked.labels) <= set(key.labels)]


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
