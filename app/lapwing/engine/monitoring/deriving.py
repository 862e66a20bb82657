"""Values of readings: counters become rates over the measured time, and a counter that began anew becomes a gap."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lapwing.domain.monitoring.metrics import Derivation, Labels, Lane, Metric, Reading, SeriesKey, SeriesValue

Number = int | float
ByLabels = dict[Labels, Number]
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
        self, metrics: Sequence[Metric], lane: Lane, readings: Iterable[Reading], epoch: str, at_s: float
    ) -> tuple[SeriesValue, ...]:
        """The values of a lane's series.

        Args:
            at_s: When the readings were taken, monotonic seconds.
        """
        now = _Look(at_s, epoch, _by_name(readings))
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
        yield SeriesValue(SeriesKey(metric.id, labels), None if value is None else value * metric.factor)


def _value(metric: Metric, labels: Labels, now: _Look, before: _Look | None) -> float | None:
    if metric.derivation is Derivation.GAUGE:
        return _finite(_total(metric.readings, labels, now))
    if metric.derivation is Derivation.SHARE:
        return _quotient(_total(metric.readings, labels, now), _total(metric.over, labels, now))
    if before is None or before.epoch != now.epoch:
        return None
    grown = _growth(metric.readings, labels, now, before)
    if metric.derivation is Derivation.GROWTH:
        return grown
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
    return above / below


def _finite(value: Number | None) -> float | None:
    return None if value is None else float(value)
