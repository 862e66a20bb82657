"""Facts in the past tense that the engine tells to whoever listens.

`name` is the event's id; `key` names what a later event of the same kind replaces (an empty key: nothing).
"""

from typing import ClassVar

from lapwing.domain.connections import Phase, SessionFacts, TransactionState
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.event import Event as Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.query import StatementOutcome
from lapwing.domain.results import ResultHandle


@dataclass(frozen=True, slots=True)
class StatementStarted(Event):
    name: ClassVar[str] = "statement.started"
    run_id: str
    index: int
    of: int
    """How many statements the run has; 0 while it is not known."""
    start: int
    end: int
    """Character offsets of the statement in the text it was taken from."""
    sql: str = ""
    """Of a statement out of a file: its first two thousand characters."""


@dataclass(frozen=True, slots=True)
class ResultStarted(Event):
    name: ClassVar[str] = "result.started"
    run_id: str
    index: int
    result: ResultHandle


@dataclass(frozen=True, slots=True)
class RowsAvailable(Event):
    """Rows 0 to `row_count` - 1 are in the file."""

    name: ClassVar[str] = "result.rows_available"
    result_id: str
    row_count: int

    @property
    def key(self) -> str:
        return self.result_id


@dataclass(frozen=True, slots=True)
class ResultPaused(Event):
    """The row limit was reached; the statement is still open on the server."""

    name: ClassVar[str] = "result.paused"
    result_id: str
    row_count: int
    closes_in_s: float


@dataclass(frozen=True, slots=True)
class ResultEnded(Event):
    name: ClassVar[str] = "result.ended"
    result_id: str
    row_count: int
    complete: bool
    reason: str = ""
    """Why it is partial: `limit`, `cancelled`, `quota`, `disk`, `error`, `timeout`, `lost`; empty when complete."""


@dataclass(frozen=True, slots=True)
class ResultRestarted(Event):
    """The rows so far are void: the statement is read again in another way, into a new file."""

    name: ClassVar[str] = "result.restarted"
    run_id: str
    result: ResultHandle


@dataclass(frozen=True, slots=True)
class StatementCompleted(Event):
    name: ClassVar[str] = "statement.completed"
    run_id: str
    session_id: str
    outcome: StatementOutcome


@dataclass(frozen=True, slots=True)
class StatementsCompleted(Event):
    """Several statements of a long script that had neither result nor notice; of each alone nothing is told."""

    name: ClassVar[str] = "statements.completed"
    run_id: str
    session_id: str
    first: int
    """The index of the first of them."""
    count: int
    elapsed_s: float
    rows_affected: int | None = None
    """The sum of those that the server counted; None when it counted none."""
    counted: int = 0
    """How many of them it counted."""


@dataclass(frozen=True, slots=True)
class ScriptProgressed(Event):
    """How far a long script is; told at most ten times a second."""

    name: ClassVar[str] = "script.progress"
    run_id: str
    done: int
    """Statements that have ended, those that failed included."""
    failed: int
    size_done: int
    """Of its text, in the unit of `size`."""
    size: int
    """Bytes of a file, characters of a text; 0 while it is not known."""
    sql: str = ""
    """How the statement that runs now begins."""

    @property
    def key(self) -> str:
        return self.run_id


@dataclass(frozen=True, slots=True)
class StatementRefused(Event):
    """A statement failed, or was cancelled."""

    name: ClassVar[str] = "statement.failed"
    run_id: str
    session_id: str
    outcome: StatementOutcome
    error: ErrorFacts


@dataclass(frozen=True, slots=True)
class ScriptErrorAsked(Event):
    """A statement was refused, and the run waits to be told whether to go on (`query.answer`)."""

    name: ClassVar[str] = "script.asked"
    run_id: str
    index: int
    sql: str
    """Its first two thousand characters."""
    error: ErrorFacts


@dataclass(frozen=True, slots=True)
class NoticeReceived(Event):
    """The server said something beside its answer."""

    name: ClassVar[str] = "statement.notice"
    run_id: str
    index: int
    text: str
    severity: str = "notice"


@dataclass(frozen=True, slots=True)
class LockAwaited(Event):
    """A statement waits for a lock; `holders` names who has it where that can be seen."""

    name: ClassVar[str] = "statement.waiting"
    run_id: str
    waited_s: float
    holders: str = ""

    @property
    def key(self) -> str:
        return self.run_id


@dataclass(frozen=True, slots=True)
class TransactionChanged(Event):
    name: ClassVar[str] = "transaction.changed"
    session_id: str
    transaction: TransactionState
    reason: ErrorFacts | None = None
    """Why it ended without anybody having ended it; None otherwise."""

    @property
    def key(self) -> str:
        return self.session_id


@dataclass(frozen=True, slots=True)
class TransactionExpiring(Event):
    """An open transaction in which nothing runs will be rolled back, or is not any more."""

    name: ClassVar[str] = "transaction.expiring"
    session_id: str
    in_s: float | None
    """None: it is used again, or stays open (`session.keep_open`)."""

    @property
    def key(self) -> str:
        return self.session_id


@dataclass(frozen=True, slots=True)
class OpeningProgressed(Event):
    """A session, or a test of a connection, is being opened, and this phase began."""

    name: ClassVar[str] = "session.opening"
    opening_id: str
    phase: Phase

    @property
    def key(self) -> str:
        return self.opening_id


@dataclass(frozen=True, slots=True)
class SessionReopened(Event):
    """A session's connection had died while nothing ran on it, and there is a new one."""

    name: ClassVar[str] = "session.reopened"
    session_id: str
    facts: SessionFacts
    note: str
    """What is gone with the old one, in sentences."""

    @property
    def key(self) -> str:
        return self.session_id


@dataclass(frozen=True, slots=True)
class SchemaChanged(Event):
    name: ClassVar[str] = "schema.changed"
    connection_id: str
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionsChanged(Event):
    """A run on a saved connection had statements that changed definitions. What it undid again is not left out.

    Attributes:
        statement: How the first of them begins, without secrets.
        count: How many there were.
    """

    name: ClassVar[str] = "definitions.changed"
    connection_id: str
    statement: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class NamesLoaded(Event):
    """The names of a database were read, at first or anew, or could not be read: completion waits for no more.

    Attributes:
        connection_id: Whose they are; empty for a session that was opened by a URL.
        session_id: Where they are those of one session alone.
    """

    name: ClassVar[str] = "names.loaded"
    connection_id: str = ""
    session_id: str = ""

    @property
    def key(self) -> str:
        return f"{self.connection_id} {self.session_id}"


@dataclass(frozen=True, slots=True)
class ConnectionDisconnected(Event):
    """A person closed all that was open on a connection; nothing is to open it again unasked."""

    name: ClassVar[str] = "connection.disconnected"
    connection_id: str


@dataclass(frozen=True, slots=True)
class SessionClosed(Event):
    """A session was closed, and not by who had opened it: its connection was."""

    name: ClassVar[str] = "session.closed"
    session_id: str


@dataclass(frozen=True, slots=True)
class ConnectionsChanged(Event):
    name: ClassVar[str] = "connections.changed"


@dataclass(frozen=True, slots=True)
class EnvironmentsChanged(Event):
    name: ClassVar[str] = "environments.changed"


@dataclass(frozen=True, slots=True)
class HistoryChanged(Event):
    """Entries were pinned, let go or deleted by somebody. New ones are not told: runs are."""

    name: ClassVar[str] = "history.changed"


@dataclass(frozen=True, slots=True)
class SampleProgress(Event):
    """How much of the sample database is made, 0 to 1."""

    name: ClassVar[str] = "sample.progress"
    done: float

    @property
    def key(self) -> str:
        return "sample"


@dataclass(frozen=True, slots=True)
class EventsMissed(Event):
    """The listener was too slow; `count` events were left out."""

    name: ClassVar[str] = "events.missed"
    count: int
