"""What is said of statements to who writes the history. No database is needed to say it."""

from typing import Final

from lapwing.domain.history import HistoryFace, HistoryParameter, HistoryState
from lapwing.domain.late_dataclass import dataclass

LONGEST_SQL: Final = 1_000_000
"""Characters of a statement that are kept."""


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """Where statements of a run go to, and where they come from."""

    connection_id: str
    connection: str
    dialect: str
    database: str
    schema: str
    face: HistoryFace
    session_id: str
    tab_id: str
    plugin_id: str = ""


@dataclass(slots=True)
class Ticket:
    """A statement that is about to be sent.

    Attributes:
        id: Of its entry; 0 as long as it is not written, or when it could not be.
        sql: Without secrets.
        characters: Of the text that is sent.
        transaction: The one that it will stand in, if it opens none itself.
    """

    sql: str
    characters: int
    started: float
    transaction: int
    parameters: tuple[HistoryParameter, ...] = ()
    state: HistoryState = HistoryState.RUNNING
    id: int = 0


@dataclass(frozen=True, slots=True)
class Ending:
    """How a statement ended."""

    state: HistoryState
    started: float
    elapsed_s: float
    transaction: int
    rows_fetched: int | None = None
    rows_affected: int | None = None
    error_code: str = ""
    error: str = ""
