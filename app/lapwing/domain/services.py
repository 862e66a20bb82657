"""Services of the engine: what goes on in it though nobody asks, with one life cycle."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event


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
        is_wanted: Whether it is to run whenever the engine does.
        restarts: How often it was started again by itself since the engine began.
        next_at: When it is started again; None: it is not.
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


@dataclass(frozen=True, slots=True)
class ServiceList:
    services: tuple[ServiceFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    service_id: str


@dataclass(frozen=True, slots=True)
class ServiceLogLine:
    at: float
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class ServiceLog:
    """The newest last."""

    lines: tuple[ServiceLogLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ServicesChanged(Event):
    name: ClassVar[str] = "services.changed"
    service_id: str = ""

    @property
    def key(self) -> str:
        return self.service_id
