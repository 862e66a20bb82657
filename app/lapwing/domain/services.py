"""Services of the engine: what goes on in it though nobody asks, with one life cycle."""

from dataclasses import field
from enum import StrEnum
from typing import ClassVar

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


@dataclass(frozen=True, slots=True)
class ServiceHealth:
    """Whether a service does its work, a sentence, and figures worth showing."""

    is_well: bool = True
    note: str = ""
    figures: tuple[tuple[str, str], ...] = ()


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
        notice: Why what persons chose cannot be read or kept, in a sentence; empty: it can.
    """

    services: tuple[ServiceFacts, ...] = ()
    process_id: int = 0
    notice: str = ""


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
