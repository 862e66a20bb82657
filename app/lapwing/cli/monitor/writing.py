"""Samples as text: objects on lines, or a table that stays in place in a terminal."""

import json
import math
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from lapwing.domain.monitoring.metrics import Metric, SeriesKey, Unit
from lapwing.domain.monitoring.samples import MetricsSampled, MonitorFacts
from lapwing.domain.monitoring.shown import shown_seconds, shown_value
from lapwing.domain.visible import visible_text

_LONGEST_TITLE: Final = 40
_MOST_SERIES: Final = 8
"""Of one metric in a table; the rest is counted."""
_WIDEST: Final = 160
_HOME: Final = "\x1b[{lines}F\x1b[J"
"""So many lines up, and everything behind deleted (ECMA-48: CPL, ED)."""


class Newest:
    """The newest value of each series, of both lanes."""

    def __init__(self, metrics: Mapping[str, Metric]) -> None:
        self.metrics = metrics
        self.values: dict[SeriesKey, float | None] = {}

    def take(self, sample: MetricsSampled) -> None:
        """A lane was sampled anew: what is not told any more is gone."""
        lanes = {metric.id: metric.lane for metric in self.metrics.values()}
        if not sample.gap:
            kept = {key: value for key, value in self.values.items() if lanes.get(key.metric) is not sample.lane}
            self.values = {**kept, **{each.key: each.value for each in sample.values}}


class NdjsonLines:
    """An object on a line for each sample.

    Args of the constructor:
        newest: Where values of both lanes are put together for one line; None: each sample is written alone.
    """

    def __init__(self, newest: Newest | None = None) -> None:
        self._newest = newest

    def write(self, sample: MetricsSampled, facts: MonitorFacts) -> bytes:
        """Values that are not there, and gaps, are null; times are UTC."""
        values = {each.key: each.value for each in sample.values}
        if self._newest is not None:
            self._newest.take(sample)
            values = self._newest.values
        written = {
            "at": _moment(sample.at),
            "connection": sample.connection_id,
            "product": facts.server.product,
            "role": facts.server.role,
            "lane": sample.lane.value if self._newest is None else "",
            "interval_s": sample.interval_s,
            "gap": sample.gap,
            "restarted": sample.restarted,
            "cost": facts.cost,
            "values": {key.text: _number(value) for key, value in values.items()},
            "denied": {metric: denied.reason for denied in facts.denied for metric in denied.metrics},
        }
        return (json.dumps(written, ensure_ascii=False, allow_nan=False) + "\n").encode()


class PlainTable:
    """A table for each sample of the fast lane, one behind the other."""

    def __init__(self, newest: Newest) -> None:
        self._newest = newest

    def write(self, sample: MetricsSampled, facts: MonitorFacts) -> bytes:
        """The table, and an empty line."""
        self._newest.take(sample)
        return ("\n".join(table(sample, facts, self._newest)) + "\n\n").encode()


class LiveTable:
    """A table that is written over the one before. As many lines as the terminal has are shown."""

    def __init__(self, newest: Newest) -> None:
        self._newest = newest
        self._lines = 0

    def write(self, sample: MetricsSampled, facts: MonitorFacts) -> bytes:
        """What puts the new table in the place of the old one."""
        self._newest.take(sample)
        size = shutil.get_terminal_size()
        width = max(20, size.columns - 1)
        lines = [_cut(line, width) for line in table(sample, facts, self._newest, width)][: max(2, size.lines - 1)]
        up = _HOME.format(lines=self._lines) if self._lines else ""
        self._lines = len(lines)
        return (up + "\n".join(lines) + "\n").encode()


def table(sample: MetricsSampled, facts: MonitorFacts, newest: Newest, width: int = _WIDEST) -> list[str]:
    """What a person reads: what server it is, then a line for each metric."""
    lines = [_heading(sample, facts), ""]
    by_metric: dict[str, dict[SeriesKey, float | None]] = {}
    for key, value in newest.values.items():
        by_metric.setdefault(key.metric, {})[key] = value
    shown = [metric for metric in newest.metrics.values() if metric.id in by_metric]
    titles = [_cut(visible_text(metric.title), _LONGEST_TITLE) for metric in shown]
    wide = max(map(len, titles), default=0)
    for metric, title in zip(shown, titles, strict=True):
        lines.append(_cut(f"{title:<{wide}}  {_series(metric, by_metric[metric.id])}", width))
    lines += [visible_text(f"Not permitted: {denied.reason}") for denied in facts.denied if denied.is_permission]
    return lines


def _heading(sample: MetricsSampled, facts: MonitorFacts) -> str:
    server = facts.server
    parts = [_moment(sample.at), server.product, server.role]
    if server.started is not None:
        parts.append(f"up {shown_seconds(max(0.0, sample.at - server.started))}")
    if facts.cost is not None:
        parts.append(f"sampling costs {shown_value(facts.cost, Unit.SHARE)}")
    if sample.gap:
        parts.append(f"no answer ({sample.gap})")
    return visible_text(" · ".join(part for part in parts if part))


def _series(metric: Metric, values: Mapping[SeriesKey, float | None]) -> str:
    """One value, or each with what tells it apart."""
    told = [
        " ".join([*(visible_text(value) for _name, value in key.labels), shown_value(number, metric.unit)])
        for key, number in sorted(values.items(), key=lambda item: item[0].text)
    ]
    more = len(told) - _MOST_SERIES
    return " · ".join(told[:_MOST_SERIES]) + (f" · and {more} more" if more > 0 else "")


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else f"{line[: width - 1]}…"


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _number(value: float | None) -> float | None:
    return value if value is None or math.isfinite(value) else None
