"""Series and panels for tests of charts."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lapwing.domain.monitoring.dashboards import Panel, PanelKind, PanelSeries
from lapwing.domain.monitoring.metrics import Derivation, Lane, Metric, SeriesKey, SeriesValue, Unit
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.monitoring.series import KeptSeries, SeriesAnswer
from lapwing.gui.monitor.series_data import SeriesData

Values = Sequence[float] | npt.NDArray[Any]
START, END = 1_700_000_000.0, 1_700_000_900.0
HOSTILE = "<b>x</b>\u202e&y"
METRICS = {
    metric.id: metric
    for metric in (
        Metric("sessions", "Sessions", Unit.COUNT, labels=("state",)),
        Metric("commits", "Commits", Unit.PER_SECOND),
        Metric("cache_hit", "Cache hit", Unit.SHARE),
        Metric("deadlocks", "Deadlocks", Unit.COUNT, Derivation.GROWTH),
        Metric("limit", "Limit", Unit.COUNT),
    )
}


def key(metric: str, **labels: str) -> SeriesKey:
    return SeriesKey(metric, tuple(sorted(labels.items())))


def packed(values: Values) -> bytes:
    return np.asarray(values, "<f8").tobytes()


def data_of(
    series: Mapping[SeriesKey, Values], times: Values | None = None, step_s: float = 0.0, connection: str = "c"
) -> SeriesData:
    """Kept values as the engine gives them: numbers at `times`, one a second from START on by default."""
    data = SeriesData(connection)
    kept = []
    for one, values in series.items():
        at = START + np.arange(len(values)) if times is None else times
        kept.append(KeptSeries(one, packed(at), packed(values), packed(values), packed(values)))
    data.fill(SeriesAnswer(connection, tuple(kept), step_s))
    return data


def panel_of(kind: PanelKind, *metrics: str, **more: Any) -> Panel:
    return Panel("p", "Title", kind, tuple(PanelSeries(metric) for metric in metrics), **more)


def sample(second: float, value: float | None, **more: Any) -> MetricsSampled:
    return MetricsSampled("c", START + second, 1.0, Lane.FAST, (SeriesValue(key("limit"), value),), **more)
