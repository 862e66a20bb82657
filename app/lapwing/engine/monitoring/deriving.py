"""Values of readings: counters become rates over the measured time, and a counter that began anew becomes a gap."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Derivation, Labels, Lane, Metric, Reading, SeriesKey, SeriesValue

Number = int | float
ByLabels = dict[Labels, Number]
_APART_S = 1.0
_GROWS = frozenset({Derivation.RATE, Derivation.GROWTH, Derivation.SHARE_OF_GROWTH})


@dataclass(slots=True)
class _Look:
    """One look at a server.

    Attributes:
        at_s: Monotonic seconds.
        found: Readings by name, then labels.
    """

    at_s: float
    epoch: str
    found: Mapping[str, ByLabels] = field(default_factory=dict)
    offset_s: float = 0.0
    """From the monotonic clock to the other one."""

    def is_comparable(self, before: "_Look | None") -> bool:
        """Whether what grew since then is known, and in which time: clocks that went apart mean that the machine slept,
        for which the monotonic one may have stood still."""
        if before is None or before.epoch != self.epoch:
            return False
        return abs(self.offset_s - before.offset_s) <= _APART_S and self.at_s > before.at_s


class Deriver:
    """Makes the values of one connection's series, lane by lane.

    What grows is compared with the look before of the same lane. The first look has no values of that sort; after a new
    epoch, or of a counter that went down, the value is None: a gap, never a negative peak.
    """

    def __init__(self) -> None:
        self._before: dict[Lane, _Look] = {}

    def forget(self) -> None:
        """The server was out of sight: what grew meanwhile is nobody's rate."""
        self._before.clear()

    def take(
        self,
        metrics: Sequence[Metric],
        lane: Lane,
        readings: Iterable[Reading],
        epoch: str,
        at_s: float,
        at: float | None = None,
    ) -> tuple[SeriesValue, ...]:
        """The values of a lane's series.

        Args:
            at_s: When the readings were taken, monotonic seconds.
            at: The same moment in Unix seconds; None: nobody compares the clocks.
        """
        now = _Look(at_s, epoch, _by_name(readings), 0.0 if at is None else at - at_s)
        before = self._before.get(lane)
        self._before[lane] = now
        made: list[SeriesValue] = []
        for metric in metrics:
            if metric.lane is lane and (metric.derivation not in _GROWS or before is not None):
                made += _values(metric, now, before)
        return tuple(made)


def _by_name(readings: Iterable[Reading]) -> dict[str, ByLabels]:
    found: dict[str, ByLabels] = {}
    for reading in readings:
        found.setdefault(reading.name, {})[reading.labels] = reading.value
    return found


def _values(metric: Metric, now: _Look, before: _Look | None) -> Iterable[SeriesValue]:
    """One for each combination of labels that the first of its readings has."""
    for labels in now.found.get(metric.readings[0], {}):
        value = _value(metric, labels, now, before)
        yield SeriesValue(SeriesKey(metric.id, labels), None if value is None else _finite(value * metric.factor))


def _value(metric: Metric, labels: Labels, now: _Look, before: _Look | None) -> float | None:
    if metric.derivation is Derivation.GAUGE:
        return _finite(_total(metric.readings, labels, now))
    if metric.derivation is Derivation.SHARE:
        return _quotient(_total(metric.readings, labels, now), _total(metric.over, labels, now))
    if before is None or not now.is_comparable(before):
        return None
    grown = _growth(metric.readings, labels, now, before)
    if metric.derivation is Derivation.GROWTH:
        return _finite(grown)
    if metric.derivation is Derivation.RATE:
        return _quotient(grown, now.at_s - before.at_s)
    return _quotient(grown, _growth(metric.over, labels, now, before))


def _total(names: Sequence[str], labels: Labels, look: _Look) -> Number | None:
    """The sum of readings with these labels, or without any; None when one is missing."""
    total: Number = 0
    for name in names:
        there = look.found.get(name, {})
        value = there.get(labels, there.get(()))
        if value is None:
            return None
        total += value
    return total


def _growth(names: Sequence[str], labels: Labels, now: _Look, before: _Look) -> Number | None:
    """How much a sum grew; None when one of it is missing in a look, or went down by itself."""
    total: Number = 0
    for name in names:
        new, old = _total((name,), labels, now), _total((name,), labels, before)
        if new is None or old is None or new < old:
            return None
        total += new - old  # of whole numbers: exact, however large the counter is
    return total


def _quotient(above: Number | None, below: Number | None) -> float | None:
    if above is None or not below:
        return None
    try:
        return _finite(above / below)
    except OverflowError:  # of whole numbers
        return None


def _finite(value: Number | None) -> float | None:
    """None for what no chart can show: nothing, what is not a number, and what is beyond all of them."""
    try:
        return float(value) if value is not None and math.isfinite(value) else None
    except OverflowError:
        return None
