"""What the sessions of a server do at a moment, and who waits for whom."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


class ActivityState(StrEnum):
    ACTIVE = "active"
    IDLE = "idle"
    IN_TRANSACTION = "in transaction"
    """Idle, with a transaction open."""
    ABORTED = "aborted"
    """Idle in a transaction that has failed."""
    OTHER = "other"
    """The server's own processes, and what is not told."""


@dataclass(frozen=True, slots=True)
class ActivitySession:
    """One session of a server.

    Attributes:
        id: What the server calls it: a process id, a connection id.
        kind: What sort of process it is, in the server's words: `client backend`.
        wait: What it waits for in the server's words, `Lock: transactionid`; empty: it does not.
        statement: The one that runs, or ran last where the server tells it; its first 10,000 characters.
        *_age_s: Seconds since it began; None where it has none, or the server does not tell.
        state_age_s: Since it is in this state.
        blocked_by: Ids of the sessions that it waits for.
        is_ours: Whether Lapwing opened it (this one or another).
        began: What tells it from a later session of the same id: when it began, exactly, in the server's own words.
            Empty only where ids do not come again before the server is started anew.
    """

    id: str
    state: ActivityState
    user: str = ""
    database: str = ""
    client: str = ""
    application: str = ""
    kind: str = ""
    wait: str = ""
    statement: str = ""
    statement_age_s: float | None = None
    transaction_age_s: float | None = None
    state_age_s: float | None = None
    session_age_s: float | None = None
    blocked_by: tuple[str, ...] = ()
    is_ours: bool = False
    began: str = ""


@dataclass(frozen=True, slots=True)
class ActivityLock:
    """A lock that a session holds or waits for, where one waits.

    Attributes:
        object: What is locked, as people name it: `public.orders`, `row of public.orders`, `transaction 1234`.
    """

    session_id: str
    mode: str
    object: str
    is_granted: bool
    wait_s: float | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """All sessions at a moment, but that of the sampler.

    Attributes:
        at: Unix seconds.
        locks: Those of sessions that wait or are waited for.
        note: What could not be read, in a sentence; empty: nothing is missing.
    """

    at: float
    sessions: tuple[ActivitySession, ...] = ()
    locks: tuple[ActivityLock, ...] = ()
    note: str = ""
