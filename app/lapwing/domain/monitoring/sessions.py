"""What can be asked about the sessions of a monitored server, now and in the last minutes, and done to them."""

from enum import StrEnum

from lapwing.domain.connections import Confirmation
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import Activity


@dataclass(frozen=True, slots=True)
class ReadActivity:
    """What the sessions of a connection's server did.

    Attributes:
        at: Unix seconds: as it was seen last before, or at, that moment; None: as it was seen last.
    """

    connection_id: str
    at: float | None = None


@dataclass(frozen=True, slots=True)
class ActivityRead:
    """`activity` is None where nothing was seen until then. `oldest` and `newest` tell what is kept, Unix seconds."""

    activity: Activity | None
    oldest: float | None = None
    newest: float | None = None


@dataclass(frozen=True, slots=True)
class ReadActivityTimeline:
    """How many sessions did what, at each moment that is kept behind `after` (Unix seconds)."""

    connection_id: str
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class ActivityCounts:
    """Of the sessions of a moment, each counted once.

    Attributes:
        at: Unix seconds.
        active: Run something, and wait for nothing that the server tells.
        waiting: Run something and wait, but for no other session.
        blocked: Wait for other sessions.
        in_transaction: Do nothing, with a transaction open.
    """

    at: float
    active: int
    waiting: int
    blocked: int
    in_transaction: int
    total: int


@dataclass(frozen=True, slots=True)
class ActivityTimeline:
    """From the oldest to the newest. What is older than `oldest` is not kept any more."""

    counts: tuple[ActivityCounts, ...]
    oldest: float | None = None


@dataclass(frozen=True, slots=True)
class SessionRef:
    """One session as it was seen; see `ActivitySession.began`."""

    id: str
    began: str = ""


@dataclass(frozen=True, slots=True)
class CancelStatements:
    """End what these sessions run; their transactions and connections stay, as far as the server lets them."""

    connection_id: str
    sessions: tuple[SessionRef, ...]
    confirmed: Confirmation = Confirmation.NONE


@dataclass(frozen=True, slots=True)
class TerminateSessions:
    """End these sessions; what they have not committed is rolled back by the server."""

    connection_id: str
    sessions: tuple[SessionRef, ...]
    confirmed: Confirmation = Confirmation.NONE


class SessionEnd(StrEnum):
    """What came of it for one session."""

    DONE = "done"
    """The server was told, and obeys as soon as it looks."""
    GONE = "gone"
    """There is no such session any more; another one that has its id by now was left alone."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class SessionOutcome:
    """`reason`: the server's words where it refused."""

    session_id: str
    end: SessionEnd
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SessionOutcomes:
    """In the order in which they were asked for."""

    outcomes: tuple[SessionOutcome, ...]


@dataclass(frozen=True, slots=True)
class ExplainSession:
    """The plan of what a session runs; `at` as in `ReadActivity`, so that what a person sees is explained."""

    connection_id: str
    session: SessionRef
    at: float | None = None


@dataclass(frozen=True, slots=True)
class ExplainingStatement:
    """A statement that shows the plan and changes nothing, to be run in `database`; empty: wherever."""

    sql: str
    database: str = ""
