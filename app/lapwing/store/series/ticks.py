"""What comes in: the values of a connection's series at a moment. No database is needed to say it."""

from array import array
from collections.abc import Sequence

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import SeriesKey, SeriesValue
from lapwing.store.series.packing import shortened


@dataclass(frozen=True, slots=True)
class Tick:
    """One look at a server.

    Attributes:
        at: Unix seconds.
        values: As many as keys; NaN is a gap.
    """

    connection_id: str
    at: float
    interval_s: float
    keys: tuple[SeriesKey, ...]
    values: "array[float]"


def tick_of(connection_id: str, at: float, interval_s: float, values: Sequence[SeriesValue]) -> Tick:
    """What was measured."""
    keys = tuple(one.key for one in values)
    return Tick(connection_id, at, interval_s, keys, shortened(one.value for one in values))


def gap_like(before: Tick, at: float) -> Tick:
    """A moment at which there should have been values of the same series."""
    return Tick(before.connection_id, at, before.interval_s, before.keys, shortened([None] * len(before.keys)))
