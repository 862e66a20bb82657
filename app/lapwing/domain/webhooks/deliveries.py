"""Deliveries: what is to be told to an endpoint, what was tried, and what came of it."""

from enum import StrEnum
from typing import ClassVar

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.endpoints import Endpoint, SaveEndpoint


class DeliveryState(StrEnum):
    WAITING = "waiting"
    """It is to be tried, or tried again."""
    DELIVERED = "delivered"
    """The endpoint answered with 2xx."""
    FAILED = "failed"
    """It was given up."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request and what came of it. Secrets in it are replaced by dots.

    Attributes:
        at: When it began, Unix seconds.
        duration_ms: Until the end of the answer, or until it failed.
        address: The address that was spoken to; empty: none was reached.
        status: Of the answer (HTTP); 0: there was none.
        answer: The beginning of the answer's body as text; what is no UTF-8 is replaced.
        answer_bytes: How much of the body was read; at most 64 kB are.
        error: Why it failed; None: it was delivered.
    """

    at: float
    duration_ms: float
    url: str
    address: str = ""
    request_headers: tuple[tuple[str, str], ...] = ()
    status: int = 0
    answer_headers: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    answer_bytes: int = 0
    error: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    """One event for one endpoint. Times are Unix seconds.

    Attributes:
        id: Later ones have greater numbers.
        message_id: What `webhook-id` says: the same at each attempt, so that a receiver knows repeated ones.
        attempts: How many were made.
        next_at: When it is tried next; None: it is not.
        status, duration_ms: Of the last attempt; 0: there was none.
        error: Why the last attempt failed, or why it was given up; None: neither.
    """

    id: int
    endpoint_id: str
    endpoint_name: str
    message_id: str
    event_type: str
    created_at: float
    state: DeliveryState
    connection_id: str = ""
    attempts: int = 0
    next_at: float | None = None
    ended_at: float | None = None
    status: int = 0
    duration_ms: float = 0.0
    error: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class ReadDeliveries:
    """The log, the latest first. What is empty or zero is not asked for.

    Attributes:
        before_id: Only those before it.
        event: A pattern of event types.
    """

    endpoint_id: str = ""
    states: tuple[DeliveryState, ...] = ()
    event: str = ""
    before_id: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class DeliveryList:
    """Attributes:
    total: How many the log holds under these conditions, without regard to `before_id` and `limit`.
    problems: What is wrong with the stored file (damaged, newer).
    """

    deliveries: tuple[DeliveryFacts, ...] = ()
    total: int = 0
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliveryRequest:
    delivery_id: int


@dataclass(frozen=True, slots=True)
class DeliveryWhole:
    """One with its body and its last attempts, the latest last."""

    facts: DeliveryFacts
    content_type: str
    body: str
    attempts: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class ResendDeliveries:
    """Try these again at once, delivered or not, with their retries anew.

    Attributes:
        ids: Of deliveries; empty: all that failed (of `endpoint_id`, when it is given).
    """

    ids: tuple[int, ...] = ()
    endpoint_id: str = ""


@dataclass(frozen=True, slots=True)
class Resent:
    count: int


@dataclass(frozen=True, slots=True)
class CheckEndpoint:
    """Send a test to an endpoint as it is given, saved or not; not queued, and not in the log.

    Attributes:
        event_type: The type of the event that is made up, with data as the manual shows it.
    """

    save: SaveEndpoint
    event_type: str = "query.completed"


@dataclass(frozen=True, slots=True)
class EndpointChecked:
    """Attributes:
    body: What was sent.
    """

    endpoint: Endpoint
    body: str
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class DeliveryChanged(Event):
    """One was accepted, tried, delivered or given up."""

    name: ClassVar[str] = "webhook.delivery"
    delivery: DeliveryFacts

    @property
    def key(self) -> str:
        return str(self.delivery.id)
