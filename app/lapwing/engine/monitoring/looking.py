"""One look at a server, in its session's thread: what the driver reads, and what is read beside it."""

import time
from collections.abc import Sequence
from typing import Protocol

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.errors import MonitoringUnsupported
from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, Reading
from lapwing.domain.monitoring.statements import StatementsReading
from lapwing.drivers.base import Session
from lapwing.drivers.monitoring import ServerReadings


class Beside(Protocol):
    """Readings that no driver takes: the host's, a person's own SQL."""

    def metrics(self) -> Sequence[Metric]:
        """What it measures now; a look asks behind `read`, which may find more. Any thread."""
        ...

    def read(self, session: Session, lane: Lane, found: ServerReadings) -> tuple[Sequence[Reading], Sequence[Denied]]:
        """Its readings of a lane. Session's thread; raises what running a statement raises where the session died."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """What was read.

    Attributes:
        metrics: What values can be made of it, of both lanes.
        at: Unix seconds; `at_s` the same moment by the monotonic clock.
        took_s: How long the server worked for it.
    """

    found: ServerReadings
    readings: tuple[Reading, ...]
    denied: tuple[Denied, ...]
    metrics: tuple[Metric, ...]
    at: float
    at_s: float
    took_s: float
    statements: StatementsReading | None = None
    """With the slow lane, where the server counts statements."""


def look(session: Session, lane: Lane, beside: Sequence[Beside], shown: str) -> Look:
    """Take the readings of a lane. Session's thread.

    Raises:
        MonitoringUnsupported: This kind of server has no figures, and nothing is read beside it.
        LapwingError: What running a statement raises.
    """
    monitor = session.monitor
    if monitor is None and not any(each.metrics() for each in beside):
        raise MonitoringUnsupported(connection=shown, product=session.product)
    began = time.monotonic()
    found = monitor.read(lane) if monitor is not None else ServerReadings(())
    at, at_s = time.time(), time.monotonic()
    took_s = found.cost_s if found.cost_s is not None else at_s - began
    statements = monitor.statements() if monitor is not None and lane is Lane.SLOW else None
    took_s += time.monotonic() - at_s
    readings, denied = list(found.readings), list(found.denied)
    for each in beside:
        more, refused = each.read(session, lane, found)
        readings += more
        denied += refused
    metrics = monitor.metrics if monitor is not None else ()
    return Look(
        found,
        tuple(readings),
        tuple(denied),
        (*metrics, *(metric for each in beside for metric in each.metrics())),
        at,
        at_s,
        took_s,
        statements,
    )
