"""What a panel has to show at a moment, worked out for whatever shows it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.annotations import Annotation
from lapwing.domain.monitoring.dashboards import Panel, PanelKind
from lapwing.domain.monitoring.metrics import Metric, Unit
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor.chart_series import DrawnSeries
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.series_data import SeriesData

_SLOT: Final = re.compile(r"\{([A-Za-z0-9_.]{1,100})\}")
_ADDED_UP: Final = frozenset(
    {Unit.COUNT, Unit.PER_SECOND, Unit.BYTES, Unit.BYTES_PER_SECOND, Unit.SECONDS_PER_SECOND},
)
_DRAWN_MOST: Final = 40
"""Lines in one chart: more cannot be told apart. Those with the largest latest values are drawn."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a panel shows.

    Attributes:
        series: Those that are shown, without the hidden ones.
        unit: Of the axis.
        start, end: Unix seconds.
        lowest, highest, warning, bad: As of the panel.
        note: The panel's, filled in.
        annotations: Lines of a chart.
        chosen: The place of the series that is looked at.
    """

    kind: PanelKind = PanelKind.LINE
    series: tuple[DrawnSeries, ...] = ()
    unit: Unit = Unit.COUNT
    start: float = 0.0
    end: float = 1.0
    lowest: float | None = None
    highest: float | None = None
    warning: float | None = None
    bad: float | None = None
    note: str = ""
    annotations: tuple[Annotation, ...] = ()
    chosen: int | None = None

    @property
    def small_is_bad(self) -> bool:
        return self.bad is not None and self.warning is not None and self.bad < self.warning


def drawn_most(series: Sequence[DrawnSeries], end: float) -> tuple[DrawnSeries, ...]:
    """So many of them as a chart can show, in their order."""
    if len(series) <= _DRAWN_MOST:
        return tuple(series)
    values = {one.id: one.latest(end) for one in series}
    ranked = sorted(series, key=lambda one: -_size(values[one.id]))
    kept = {one.id for one in ranked[:_DRAWN_MOST]}
    return tuple(one for one in series if one.id in kept)


def _size(value: float | None) -> float:
    return -1.0 if value is None else abs(value)


def one_value(content: Content, series: Sequence[DrawnSeries]) -> float | None:
    """One number for several series: their sum where that means something, or the worst of them."""
    values = [value for one in series if (value := one.latest(content.end)) is not None]
    if not values:
        return None
    if content.unit in _ADDED_UP:
        return sum(values)
    return min(values) if content.small_is_bad else max(values)


def by_connection(content: Content) -> list[tuple[str, list[DrawnSeries]]]:
    """The series of each connection with its name (empty where there is only one), in order."""
    groups: dict[str, list[DrawnSeries]] = {}
    for series in content.series:
        groups.setdefault(series.id[0], []).append(series)
    return [(group[0].connection, group) for group in groups.values()]


def filled_note(
    panel: Panel, sources: Mapping[str, SeriesData], metrics: Mapping[str, Metric], own: Sequence[str], end: float
) -> str:
    """The note of a panel with the latest values of the metrics that it names; empty where one of them has none."""
    source = sources.get(own[0]) if own else None
    is_whole = True

    def told(found: re.Match[str]) -> str:
        nonlocal is_whole
        metric = metrics.get(found[1])
        keys = list(source.keys(found[1])) if source is not None else []
        values = [value for key in keys if source is not None and (value := source.latest(key, end)) is not None]
        if metric is None or not values:
            is_whole = False
            return ""
        return value_text(sum(values) if metric.unit in _ADDED_UP else max(values), metric.unit)

    note = _SLOT.sub(told, panel.note)
    return visible_text(note) if is_whole else ""
