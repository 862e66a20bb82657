"""Samples: what the sampler tells, and what it can be asked."""

from dataclasses import field
from enum import StrEnum
from typing import ClassVar

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, SeriesValue
from lapwing.domain.secrets import Secret


class MonitorState(StrEnum):
    OPENING = "opening"
    RUNNING = "running"
    LOST = "lost"
    """The server does not answer; it is tried again."""
    REFUSED = "refused"
    """It cannot be opened without a person (password, host key); not tried again until somebody asks."""


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What a server says it is.

    Attributes:
        product: Name and version.
        role: `primary`, `standby`; empty where that means nothing.
        started: When it was started, Unix seconds; None where that is not told.
        notes: Sentences a person should know.
        started_within_s: How far two answers about the same start may lie apart.
    """

    product: str = ""
    role: str = ""
    started: float | None = None
    notes: tuple[str, ...] = ()
    started_within_s: float = 0.0

    def is_started_after(self, before: "ServerFacts") -> bool:
        """Whether this is a later run of the server."""
        if self.started is None or before.started is None:
            return False
        return self.started - before.started > self.started_within_s


@dataclass(frozen=True, slots=True)
class MonitorFacts:
    """How the monitoring of one connection is at a moment.

    Attributes:
        interval_s: Between two ticks, as asked for.
        pace_s: Between two ticks as it is: longer where looking would cost the server more than one per cent.
        is_kept: Whether it goes on when nobody looks.
        cost: The share of the time that our statements took of the server; None before the first tick.
        since: In this state since, Unix seconds.
    """

    connection_id: str
    state: MonitorState
    interval_s: float
    is_kept: bool = False
    server: ServerFacts = field(default_factory=ServerFacts)
    cost: float | None = None
    denied: tuple[Denied, ...] = ()
    error: ErrorFacts | None = None
    since: float = 0.0
    pace_s: float = 0.0


@dataclass(frozen=True, slots=True)
class MonitorList:
    monitors: tuple[MonitorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchMonitor:
    """Look at a connection from now on: it is sampled, and the caller is told each sample, until it says
    `monitor.unwatch` or leaves.

    Attributes:
        connection_id: Of a saved connection; or a URL, for a server that is not saved. Samples name it like that too.
        interval_s: 0.5 to 60; the shortest of those who look counts; None: as it is kept, or one second.
        password: For a URL; None: none is needed, or it was given before.
    """

    connection_id: str
    interval_s: float | None = None
    password: Secret | None = None


@dataclass(frozen=True, slots=True)
class MonitorRequest:
    connection_id: str


@dataclass(frozen=True, slots=True)
class KeepMonitor:
    """Whether a connection is monitored when nobody looks, and how often."""

    connection_id: str
    is_kept: bool
    interval_s: float = 1.0


@dataclass(frozen=True, slots=True)
class MetricList:
    """The metrics of one connection, a person's own included."""

    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class MetricsSampled(Event):
    """One tick of a lane.

    Attributes:
        at: When it was read, Unix seconds.
        interval_s: As asked for; a chart draws no line over much more than that.
        values: Of this lane's series. None in a value is a gap.
        gap: Why there are no values (the tick was missed), in a word: `timeout`, `lost`; empty: there are.
        restarted: Whether the server was started anew since the last tick.
        is_stored: Whether the engine that tells it also keeps it.
    """

    name: ClassVar[str] = "metrics.sampled"
    connection_id: str
    at: float
    interval_s: float
    lane: Lane
    values: tuple[SeriesValue, ...] = ()
    gap: str = ""
    restarted: bool = False
    is_stored: bool = False


@dataclass(frozen=True, slots=True)
class MonitorChanged(Event):
    """State, server, rights or cost of a monitoring are others now."""

    name: ClassVar[str] = "monitor.changed"
    monitor: MonitorFacts

    @property
    def key(self) -> str:
        return self.monitor.connection_id


@dataclass(frozen=True, slots=True)
class MonitorEnded(Event):
    """A connection is monitored no longer."""

    name: ClassVar[str] = "monitor.ended"
    connection_id: str


@dataclass(frozen=True, slots=True)
class ActivitySampled(Event):
    """What the sessions of a server do was looked at; `activity.read` gives it."""

    name: ClassVar[str] = "activity.sampled"
    connection_id: str
    at: float

    @property
    def key(self) -> str:
        return self.connection_id
