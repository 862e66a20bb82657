"""What was run: entries of the history, and what can be asked of them."""

from enum import StrEnum

from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.late_dataclass import dataclass


class HistoryState(StrEnum):
    """How far a statement came."""

    WAITING = "waiting"
    """Of a script under way, and its turn has not come; those that were never sent are taken out again."""
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    """It was about to be sent, or was sent, when the engine died: the server may have done it."""


class HistoryFace(StrEnum):
    """Where it was asked for."""

    WINDOW = "window"
    COMMAND_LINE = "command_line"
    PLUGIN = "plugin"


@dataclass(frozen=True, slots=True)
class HistoryParameter:
    """A value that a statement was run with.

    Attributes:
        value: None is NULL, or a value that is not kept.
        is_kept: Whether `value` is what it was. Values of parameters that sound secret never are.
    """

    name: str
    kind: str
    value: str | None = None
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One statement.

    Attributes:
        id: Later statements have higher ones; none is used twice.
        sql: As it was sent, without secrets; in lists only how it begins.
        characters: Of the text that was sent; more than `sql` has where only its beginning was kept.
        started: Seconds since 1970, UTC.
        connection_id: Of the saved connection; empty for one that was opened by its URL.
        connection: Its name then, or where the URL led.
        elapsed_s: None while it is not over.
        rows_fetched: None where there was no result.
        rows_affected: None where the server did not count.
        error: The server's own words, or a sentence.
        tab_id: The tab of the window; empty from the command line.
        plugin_id: The plugin that ran it; empty: a person did.
        transaction: Numbers the transactions of a session; 0 for what stood in none.
    """

    id: int
    sql: str
    characters: int
    started: float
    state: HistoryState
    connection_id: str
    connection: str
    dialect: str
    database: str
    schema: str = ""
    elapsed_s: float | None = None
    rows_fetched: int | None = None
    rows_affected: int | None = None
    error_code: str = ""
    error: str = ""
    face: HistoryFace = HistoryFace.WINDOW
    session_id: str = ""
    tab_id: str = ""
    transaction: int = 0
    parameters: tuple[HistoryParameter, ...] = ()
    pinned: bool = False
    plugin_id: str = ""


@dataclass(frozen=True, slots=True)
class SearchHistory:
    """Entries that fulfil all of it, pinned ones first, then the latest first.

    Raises:
        ValueError: `limit` is not from 1 to 1,000.
    """

    text: str = ""
    """Pieces of SQL, with blanks between them; each has to occur, whatever the case of its letters. What stands in
    double quotes is one piece."""
    connection_id: str = ""
    connection: str = ""
    """The name of a connection, also of one that was not saved."""
    database: str = ""
    tab_id: str = ""
    """A tab of the window."""
    states: tuple[HistoryState, ...] = ()
    """Empty: all."""
    since: float | None = None
    until: float | None = None
    """Seconds since 1970; `until` itself is not within."""
    slower_than_s: float | None = None
    pinned: bool = False
    """Whether only pinned ones are wanted."""
    plugins: bool = False
    """Whether those that plugins ran are wanted, too."""
    limit: int = 100
    after: str = ""
    """`HistoryPage.next` of the page before; empty for the first one."""

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= 1_000:
            raise ValueError("A page of the history has from 1 to 1,000 entries.")


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some entries.

    Attributes:
        next: For `SearchHistory.after`; empty when there are no more.
        problems: What is wrong with the stored history (damaged, newer, not writable).
    """

    entries: tuple[HistoryEntry, ...] = ()
    next: str = ""
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryPlace:
    """Where statements went to.

    Attributes:
        databases: In the order of their names.
    """

    connection_id: str
    connection: str
    databases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryPlaces:
    """Attributes:
    of_plugins: Whether plugins ran some of the statements.
    """

    places: tuple[HistoryPlace, ...] = ()
    of_plugins: bool = False


@dataclass(frozen=True, slots=True)
class FetchHistoryEntry:
    entry_id: int


@dataclass(frozen=True, slots=True)
class PinHistory:
    """Pinned entries come first and are never swept."""

    entry_id: int
    pinned: bool = True


@dataclass(frozen=True, slots=True)
class DeleteHistory:
    entry_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClearHistory:
    """Delete what a search would find, or everything."""

    search: SearchHistory | None = None
    keep_pinned: bool = True


@dataclass(frozen=True, slots=True)
class HistoryDeleted:
    count: int


@dataclass(frozen=True, slots=True)
class FetchTransaction:
    """The statements of one transaction of a session, in their order."""

    session_id: str
    transaction: int = 0
    """0: its last one."""


@dataclass(frozen=True, slots=True)
class TransactionStatements:
    """Empty where nothing was kept of it."""

    entries: tuple[HistoryEntry, ...] = ()


class HistoryEntryGone(LapwingError):
    code = "history.gone"
    message = "That entry is no longer in the history."
    hint = "Search again."


class HistoryUnusable(LapwingError):
    """The history cannot be opened, read or written. Statements run all the same.

    Facts: `path`, `reason` (a clause without its full stop).
    """

    code = "history.unusable"
    message = "The history in {path} cannot be used: {reason}."
    hint = "Statements run, but are not kept. See to the file, its folder and the room on the disk."
    exit_code = 6


class HistoryPutAside(LapwingError):
    """The file was damaged. Facts: `path`, `kept`, `reason`."""

    code = "history.damaged"
    message = "The history in {path} is damaged ({reason})."
    hint = "It was kept as {kept}, and a new one was begun."
