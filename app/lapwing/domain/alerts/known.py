"""Which metrics an expression can name, and what is known of each."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Metric, Unit


@dataclass(frozen=True, slots=True)
class KnownMetric:
    """What is known of a metric before there are values of it.

    Attributes:
        unit: None: nobody knows.
        labels: Names of its labels; None: nobody knows.
        texts: The values of one whose values are texts; empty: they are numbers.
    """

    unit: Unit | None = None
    labels: tuple[str, ...] | None = None
    texts: tuple[str, ...] = ()


STATUS: Final = "connection_status"
SYNC_AGE: Final = "last_sync_age"
ERROR_RATE: Final = "error_rate"
UPTIME: Final = "uptime"
STATUS_OK: Final = "ok"
STATUS_FAILED: Final = "failed"
STATUS_REFUSED: Final = "refused"

HEALTH: Final[Mapping[str, KnownMetric]] = MappingProxyType(
    {
        STATUS: KnownMetric(labels=(), texts=(STATUS_OK, STATUS_FAILED, STATUS_REFUSED)),
        SYNC_AGE: KnownMetric(Unit.SECONDS, ()),
        ERROR_RATE: KnownMetric(Unit.SHARE, ()),
        UPTIME: KnownMetric(Unit.SECONDS, ()),
    }
)
"""What every monitored connection has: whether the server answers (`failed`: it does not; `refused`: a person has to do
something), how old its last sample is, which share of the samples of the last five minutes failed, how long the
server runs."""


def known_metrics(metrics: Iterable[Metric]) -> dict[str, KnownMetric]:
    """What is known by the declarations of drivers, and of every connection."""
    return {**HEALTH, **{each.id: KnownMetric(each.unit, each.labels) for each in metrics}}
