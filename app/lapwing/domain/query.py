"""Running statements: what is asked, and what is told while they run."""

from dataclasses import dataclass, field
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import ErrorFacts

_DAY_S: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class RunQuery:
    """Run one statement, or a script of several in order, on one session.

    Raises:
        ValueError: `sql` is blank, a row count is below one, or `pause_s` is not within a day.
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

    def __post_init__(self) -> None:
        if not self.sql.strip():
            raise ValueError("There is no statement to run.")
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


@dataclass(frozen=True, slots=True)
class CancelRun:
    run_id: str


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
