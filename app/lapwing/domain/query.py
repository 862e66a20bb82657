"""Running statements: what is asked, and what is told while they run."""

from dataclasses import field
from typing import Final, Literal

from lapwing.domain.connections import Confirmation, TransactionState
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.history import HistoryFace
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import QueryParameter

_DAY_S: Final = 86_400.0
OnError = Literal["stop", "continue", "ask"]
ErrorChoice = Literal["stop", "continue", "continue_all"]
ScriptTransaction = Literal["", "script"]


@dataclass(frozen=True, slots=True)
class RunQuery:
    """Run one statement, or a script of several in order, on one session: a text, or a file.

    Raises:
        ValueError: `sql` is blank and no file named, or both are given, a row count is below one, `pause_s` is not
            within a day, or a script in one transaction is to go on behind an error.
    """

    run_id: str
    """Chosen by who asks, so that a cancel can be sent before anything was answered."""
    session_id: str
    sql: str
    offset: int = 0
    """Characters before `sql` in the text it was taken from; positions of errors are counted from there."""
    first_rows: int = 200
    """Rows announced at once: about one screen."""
    row_limit: int | None = 100_000
    """Rows after which fetching pauses and the window says so; None for no limit."""
    pause_s: float = 30.0
    """How long a paused statement stays open on the server."""
    on_error: OnError = "stop"
    """What becomes of the statements behind one that is refused; `ask` waits for `query.answer`."""
    transaction: ScriptTransaction = ""
    """`script`: all of it in one transaction, rolled back at the first error. Empty: as the session is."""
    path: str = ""
    """A file whose statements are run instead of `sql`; the engine reads it piece by piece."""
    encoding: str = ""
    """What that file is written in; empty: what its byte order mark says, else UTF-8."""
    parameters: tuple[QueryParameter, ...] = ()
    """Values for the parameters of all its statements; none: places for values go to the server as they are."""
    allow_include: bool = False
    """Whether commands of the vendor's client in it may read and write files of its folder, such as `\\i` and `\\copy`.
    Only a person allows that."""
    folder: str = ""
    """That folder, absolute; empty: where `path` lies."""
    face: HistoryFace = HistoryFace.WINDOW
    """Where it was asked for, for the history."""
    tab_id: str = ""
    """The tab of the window, for the history."""
    confirmed: Confirmation = Confirmation.NONE
    """How far a person has confirmed it (`query.judge`)."""

    def __post_init__(self) -> None:
        if not self.sql.strip() and not self.path:
            raise ValueError("There is no statement to run.")
        if self.sql and self.path:
            raise ValueError("A run has either a text or a file.")
        if self.transaction and self.on_error != "stop":
            raise ValueError("A script in one transaction stops at its first error.")
        if self.first_rows < 1 or (self.row_limit is not None and self.row_limit < 1):
            raise ValueError("A row count must be at least one.")
        if not 0 <= self.pause_s <= _DAY_S:
            raise ValueError("A statement may stay paused for a day at most.")


@dataclass(frozen=True, slots=True)
class StatementOutcome:
    """How one statement of a run ended."""

    index: int
    sql: str
    elapsed_s: float
    rows_affected: int | None = None
    """As the server counted; None where it does not."""
    row_count: int | None = None
    """Rows of its result; None when it has none."""
    result_id: str = ""
    complete: bool = True
    """False when the result was cut off: by the limit, a cancel, the quota or an error."""
    error: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """How a run ended. `statements` holds the last thousand; `ran` counts all."""

    run_id: str
    elapsed_s: float
    ran: int
    failed: int
    transaction: TransactionState
    statements: tuple[StatementOutcome, ...] = ()
    cancelled: bool = False
    rolled_back: bool = False
    """Whether the transaction that the whole script was run in was rolled back."""


@dataclass(frozen=True, slots=True)
class CancelRun:
    run_id: str


@dataclass(frozen=True, slots=True)
class AnswerRun:
    """What is to become of a run that asked at an error (`ScriptErrorAsked`)."""

    run_id: str
    choice: ErrorChoice


@dataclass(frozen=True, slots=True)
class Answered:
    """`reached` is False when the run was not asking."""

    reached: bool


@dataclass(frozen=True, slots=True)
class Cancelled:
    """`reached` is False when the run had ended already."""

    reached: bool


@dataclass(frozen=True, slots=True)
class Done:
    """The plain answer of an operation that has nothing else to say."""

    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TransactionFacts:
    session_id: str
    transaction: TransactionState
    notes: tuple[str, ...] = field(default=())
