"""The newest values of one connection, as rules read them (`domain.alerts.evaluating.Readable`)."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from lapwing.domain.alerts import known
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.domain.monitoring.metrics import Labels, Lane
from lapwing.domain.monitoring.samples import MetricsSampled, MonitorFacts, MonitorState
from lapwing.engine.alerting.windows import Window

_SLOW_S: Final = 60.0
_OLD: Final = 3
"""Values are too old when so many samples are missing since."""
_LEAST_OLD_S: Final = 5.0
_ERRORS_S: Final = 300.0
_STATUS: Final = {
    MonitorState.RUNNING: known.STATUS_OK,
    MonitorState.LOST: known.STATUS_FAILED,
    MonitorState.REFUSED: known.STATUS_REFUSED,
}
"""While it is being opened nobody knows."""
Series = dict[Labels, float | None]


@dataclass(slots=True)
class _Read:
    """What the newest sample of a lane brought.

    Attributes:
        good_for_s: When it is older, nobody knows any more.
    """

    at: float
    good_for_s: float
    metrics: dict[str, Series] = field(default_factory=dict)


class ConnectionValues:
    """Takes what is told of one connection. Event loop's thread.

    Args:
        is_patient: Whether functions over a time wait until half of it has passed.
    """

    def __init__(self, *, is_patient: bool = True) -> None:
        self._is_patient = is_patient
        self._at = 0.0
        self._lanes: dict[Lane, _Read] = {}
        self._windows: dict[tuple[str, float], Window] = {}
        self._ticks: deque[tuple[float, bool]] = deque()
        self._status: str | None = None
        self._denied: frozenset[str] = frozenset()
        self._good_at: float | None = None
        self.pace_s = 1.0

    @property
    def longest_step_s(self) -> float:
        """Between two judgements; what lies further back was not seen."""
        return max(_LEAST_OLD_S, _OLD * self.pace_s)

    def want(self, windows: Iterable[tuple[str, float]]) -> None:
        """Look back at these from now on, and at no others."""
        self._windows = {key: self._windows.get(key) or Window(key[1]) for key in windows}

    def take(self, sample: MetricsSampled) -> None:
        """A sample, or a gap."""
        if sample.lane is Lane.FAST:
            self._note_tick(sample.at, failed=bool(sample.gap))
        if sample.gap:
            self._lanes.pop(sample.lane, None)
            if sample.gap == "lost":
                self._lanes.clear()
            return
        found: dict[str, Series] = {}
        for each in sample.values:
            found.setdefault(each.key.metric, {})[_sendable(each.key.labels)] = each.value
        step_s = max(sample.interval_s, self.pace_s, _SLOW_S if sample.lane is Lane.SLOW else 0.0)
        self._lanes[sample.lane] = _Read(sample.at, max(_LEAST_OLD_S, _OLD * step_s), found)
        self._good_at = sample.at
        self._status = known.STATUS_OK
        for (metric, _), window in self._windows.items():
            if metric in found or self._lane_of(metric) is sample.lane:
                window.add(sample.at, found.get(metric, {}))

    def _note_tick(self, at: float, *, failed: bool) -> None:
        self._ticks.append((at, failed))
        while self._ticks and self._ticks[0][0] < at - _ERRORS_S:
            self._ticks.popleft()

    def follow(self, facts: MonitorFacts) -> None:
        """How its monitoring is now."""
        self._status = _STATUS.get(facts.state)
        self._denied = frozenset(metric for denied in facts.denied for metric in denied.metrics)
        self.pace_s = max(facts.interval_s, facts.pace_s)
        if facts.state in {MonitorState.LOST, MonitorState.REFUSED}:
            self._lanes.clear()

    def force_status(self, status: str) -> None:
        """What is given rather than seen."""
        self._status = status

    def leave(self) -> None:
        """It is not looked at any more."""
        self._lanes.clear()
        self._status = None

    def at(self, moment: float) -> "ConnectionValues":
        """Itself, to be read as it is at that moment (Unix seconds)."""
        self._at = moment
        return self

    # as rules read it

    def now(self, metric: str) -> Mapping[Labels, float | str | None] | None:
        for read in self._lanes.values():
            if metric in read.metrics:
                return read.metrics[metric] if self._is_good(read) else None
        if metric in known.HEALTH:
            return {(): self._health(metric)}
        declared = all_metrics().get(metric)
        read_lane = self._lanes.get(declared.lane) if declared else None
        is_empty = declared and declared.labels and metric not in self._denied and read_lane
        return {} if is_empty and read_lane and self._is_good(read_lane) else None

    def over(self, metric: str, labels: Labels, function: str, window_s: float) -> float | None:
        window = self._windows.get((metric, window_s))
        return window.reckon(labels, function, self._at, is_patient=self._is_patient) if window else None

    def _is_good(self, read: _Read) -> bool:
        return self._at - read.at <= read.good_for_s

    @staticmethod
    def _lane_of(metric: str) -> Lane | None:
        declared = all_metrics().get(metric)
        return declared.lane if declared else None

    def _health(self, metric: str) -> float | str | None:
        if metric == known.STATUS:
            return self._status
        if metric == known.SYNC_AGE:
            return None if self._good_at is None else max(0.0, self._at - self._good_at)
        if metric == known.ERROR_RATE and self._ticks:
            return sum(failed for _, failed in self._ticks) / len(self._ticks)
        return None


def _sendable(labels: Labels) -> Labels:
    """Halves of characters as escapes: they could neither be kept nor sent."""
    if all(name.isascii() and value.isascii() for name, value in labels):
        return labels
    return tuple((_whole(name), _whole(value)) for name, value in labels)


def _whole(text: str) -> str:
    return text.encode(errors="backslashreplace").decode()
