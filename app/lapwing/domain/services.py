"""Services of the engine: what goes on in it though nobody asks, with one life cycle."""

from dataclasses import field
from enum import StrEnum
from typing import ClassVar, Final

from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass


class ServiceState(StrEnum):
    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    WAITING = "waiting"
    """It failed, and is started again at `next_at`."""
    ELSEWHERE = "elsewhere"
    """Another engine of this profile does it."""


NOTES: Final = {
    "monitoring.none": ("No connection is monitored.",) * 2,
    "monitoring.some": ("1 connection is monitored.", "{count} connections are monitored."),
    "monitoring.away": ("{count} of {of} connections cannot be reached.",) * 2,
    "deliveries.none": ("There are no endpoints.",) * 2,
    "deliveries.some": ("There is 1 endpoint.", "There are {count} endpoints."),
    "deliveries.failing": ("{count} of {of} endpoints cannot be told.",) * 2,
    "schedules.none": ("There are no schedules.",) * 2,
    "schedules.some": ("1 schedule is on.", "{count} schedules are on."),
    "unknown": ("Its health cannot be told.",) * 2,
}
"""What services say of their work, of one and of any other number, by code; windows say it in the person's language."""


@dataclass(frozen=True, slots=True)
class ServiceNote:
    """How a service does, in a sentence.

    Attributes:
        code: Of `NOTES`, or else a sentence that is said as it is.
        count: What it counts.
        of: How many there are altogether.
    """

    code: str
    count: int = 0
    of: int = 0

    def __str__(self) -> str:
        """In English."""
        forms = NOTES.get(self.code)
        return forms[self.count != 1].format(count=self.count, of=self.of) if forms is not None else self.code


@dataclass(frozen=True, slots=True)
class ServiceHealth:
    """Whether a service does its work, a sentence, and figures worth showing.

    Attributes:
        problem: What keeps it from its work, or from part of it; None: nothing that is known.
    """

    is_well: bool = True
    note: ServiceNote | None = None
    figures: tuple[tuple[str, str], ...] = ()
    problem: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """One service. Times are Unix seconds.

    Attributes:
        is_wanted: Whether it is to run whenever an engine of the profile does.
        since: When it came into this state; 0: it is not known.
        error: Why it failed the last time; None: it runs, or never failed.
        restarts: How often it was started again by itself since the engine began.
        next_at: When it is started again; None: it is not.
        there: Its state in the engine that does it, where that is another one; None: it is here, or not known.
        process_id: Of that engine; 0: it is not known.
    """

    id: str
    title: str
    state: ServiceState
    is_wanted: bool = True
    since: float = 0.0
    health: ServiceHealth = field(default_factory=ServiceHealth)
    error: ErrorFacts | None = None
    restarts: int = 0
    next_at: float | None = None
    there: ServiceState | None = None
    process_id: int = 0

    @property
    def true_state(self) -> ServiceState:
        """Its state, wherever it is."""
        return self.there or self.state


@dataclass(frozen=True, slots=True)
class ServiceList:
    """All of them.

    Attributes:
        process_id: Of the engine that does what is done once in a profile; 0: none does.
        problem: Why what persons chose cannot be read; None: it can.
    """

    services: tuple[ServiceFacts, ...] = ()
    process_id: int = 0
    problem: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    service_id: str


@dataclass(frozen=True, slots=True)
class ServiceLogLine:
    """Attributes:
    level: `debug`, `info`, `warning`, `error` or `critical`.
    """

    at: float
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class ServiceLog:
    """The newest last."""

    lines: tuple[ServiceLogLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ServicesChanged(Event):
    """A service is in another state or health, or has written into its log."""

    name: ClassVar[str] = "services.changed"
    service_id: str = ""

    @property
    def key(self) -> str:
        return self.service_id


class ServiceUnknown(LapwingError):
    code = "service.unknown"
    message = "There is no service {service}."
    hint = "Look which there are: lapwing service list."
    exit_code = 2


class ServiceStuck(LapwingError):
    """It was stopped, and goes on."""

    code = "service.stuck"
    message = "{service} does not stop."
    hint = "End Lapwing and start it again; the log has the details."


class ServiceLockFailed(LapwingError):
    """Nobody can say which engine does what must be done once."""

    code = "service.lock"
    message = "The lock of the services cannot be made in {folder}: {reason}"
    hint = "See to the permissions of that folder and to the room on its disk. It is tried again by itself."


class ServiceNotFollowed(LapwingError):
    """What a person wants is kept, and the engine that should do it has not done it yet."""

    code = "service.not_followed"
    message = "{service} is done by another engine (process {process}), which has not followed yet."
    hint = "What you want is kept. Look again in a moment: lapwing service list."
