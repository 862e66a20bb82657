"""When an action can be used: facts about the window, and conditions over them."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import ClassVar

from lapwing.domain.late_dataclass import dataclass


class Fact(StrEnum):
    """One thing that is so, or is not, in the window at this moment."""

    EDITOR = "editor"
    """The current tab is an SQL editor."""
    FILE = "file"
    """The current editor's text has a file."""
    CODE = "code"
    """The focus is in the text of the current SQL editor."""
    CONNECTED = "connected"
    """The current editor knows the connection that its statements go to."""
    RUNNING = "running"
    """A statement of the current tab is under way."""
    TRANSACTION_OPEN = "transaction_open"
    """The current tab's session has changes, or reads, that wait for commit or rollback; also a failed one."""
    SESSION = "session"
    """The current tab has a session, alive or not."""
    LEVEL_READ_UNCOMMITTED = "level_read_uncommitted"
    """The current tab's session can be given this isolation level; `level_facts` makes these from their names."""
    LEVEL_READ_COMMITTED = "level_read_committed"
    LEVEL_REPEATABLE_READ = "level_repeatable_read"
    LEVEL_SERIALIZABLE = "level_serializable"
    RESULT = "result"
    """A result's rows are shown in the current tab."""
    PAUSED = "paused"
    """The shown result stopped at its row limit, and more rows can be had."""
    SELECTION = "selection"
    """Cells of the shown result are selected."""
    TEXT_SELECTED = "text_selected"
    """The text widget that has the focus has a selection."""
    TEXT_EDITABLE = "text_editable"
    """The focus is where text can be typed."""
    CAN_UNDO = "can_undo"
    """The text widget that has the focus has something to undo."""
    CAN_REDO = "can_redo"
    """The text widget that has the focus has something to do again."""
    NAMES_SELECTED = "names_selected"
    """The navigator has the focus, and objects with a name are selected there."""
    CONNECTION = "connection"
    """The navigator's current object belongs to a saved connection."""
    RELATION = "relation"
    """The navigator's current object is a table or view, or a part of one."""
    OBJECT = "object"
    """The navigator's current row is an object whose properties can be shown."""
    LOCATABLE = "locatable"
    """The page in front is about an object that the navigator can show."""
    SORTED = "sorted"
    """The rows of the shown result are ordered here."""
    FILTERED = "filtered"
    """Only some rows of the shown result are shown."""
    TABLE = "table"
    """The page in front shows the rows of a table."""
    TABLE_EDITABLE = "table_editable"
    """Its rows can be changed, and no text has the focus."""
    CELL = "cell"
    """One of the cells of a table or result is the current one, and has the focus."""
    STAGED = "staged"
    """Changes of its rows are staged."""
    CHANGES_RUNNING = "changes_running"
    """These are being saved."""
    HISTORY = "history"
    """The history is in front."""
    EVENTS = "events"
    """The events are in front."""
    HISTORY_ENTRY = "history_entry"
    """Statements are chosen in the history in front."""
    SERVER_SESSIONS = "server_sessions"
    """The sessions of a server are in front."""
    SERVER_SESSION = "server_session"
    """Sessions are chosen there that are on the server now."""
    SERVER_RUNNING = "server_running"
    """One of these runs something now."""
    SERVER_STATEMENT = "server_statement"
    """One is chosen there whose statement is known."""
    MONITOR = "monitor"
    """The monitor of a server is in front."""
    DASHBOARD = "dashboard"
    """It shows a dashboard."""
    DASHBOARD_OWN = "dashboard_own"
    """That is one of the person's own."""
    DASHBOARD_CHANGED = "dashboard_changed"
    """It has changes that are not saved."""
    ZOOMED = "zoomed"
    """Its charts show a part of their time."""
    ALERTS = "alerts"
    """The alerts are in front."""
    ALERT = "alert"
    """Alerts are chosen there."""
    CLOSED_TAB = "closed_tab"
    """A tab was closed that can come back."""
    TABS_1 = "tabs_1"
    """At least one tab is open; `tab_facts` makes these nine from a number."""
    TABS_2 = "tabs_2"
    TABS_3 = "tabs_3"
    TABS_4 = "tabs_4"
    TABS_5 = "tabs_5"
    TABS_6 = "tabs_6"
    TABS_7 = "tabs_7"
    TABS_8 = "tabs_8"
    TABS_9 = "tabs_9"


def tab_facts(count: int) -> frozenset[Fact]:
    """What is so when `count` tabs are open."""
    return frozenset(Fact(f"tabs_{number}") for number in range(1, min(count, 9) + 1))


def level_facts(levels: Iterable[str]) -> frozenset[Fact]:
    """What is so when a session has these isolation levels, of which those that SQL names have facts."""
    names = {f"level_{level.lower().replace(' ', '_')}" for level in levels}
    return frozenset(fact for fact in Fact if fact.value in names)


@dataclass(frozen=True, slots=True, eq=False)
class When:
    """A condition over facts. Made from the constants here, by `&`, `|` and `~`: `When.EDITOR & ~When.RUNNING`.

    Attributes:
        holds: Whether it is fulfilled by a set of facts.
        words: How it was written, for messages.
    """

    holds: Callable[[frozenset[Fact]], bool]
    words: str

    ALWAYS: ClassVar["When"]
    EDITOR: ClassVar["When"]
    FILE: ClassVar["When"]
    CODE: ClassVar["When"]
    CONNECTED: ClassVar["When"]
    RUNNING: ClassVar["When"]
    TRANSACTION_OPEN: ClassVar["When"]
    SESSION: ClassVar["When"]
    LEVEL_READ_UNCOMMITTED: ClassVar["When"]
    LEVEL_READ_COMMITTED: ClassVar["When"]
    LEVEL_REPEATABLE_READ: ClassVar["When"]
    LEVEL_SERIALIZABLE: ClassVar["When"]
    RESULT: ClassVar["When"]
    PAUSED: ClassVar["When"]
    SELECTION: ClassVar["When"]
    TEXT_SELECTED: ClassVar["When"]
    TEXT_EDITABLE: ClassVar["When"]
    CAN_UNDO: ClassVar["When"]
    CAN_REDO: ClassVar["When"]
    NAMES_SELECTED: ClassVar["When"]
    CONNECTION: ClassVar["When"]
    RELATION: ClassVar["When"]
    OBJECT: ClassVar["When"]
    LOCATABLE: ClassVar["When"]
    SORTED: ClassVar["When"]
    FILTERED: ClassVar["When"]
    TABLE: ClassVar["When"]
    TABLE_EDITABLE: ClassVar["When"]
    CELL: ClassVar["When"]
    STAGED: ClassVar["When"]
    CHANGES_RUNNING: ClassVar["When"]
    HISTORY: ClassVar["When"]
    EVENTS: ClassVar["When"]
    HISTORY_ENTRY: ClassVar["When"]
    SERVER_SESSIONS: ClassVar["When"]
    SERVER_SESSION: ClassVar["When"]
    SERVER_RUNNING: ClassVar["When"]
    SERVER_STATEMENT: ClassVar["When"]
    MONITOR: ClassVar["When"]
    DASHBOARD: ClassVar["When"]
    DASHBOARD_OWN: ClassVar["When"]
    DASHBOARD_CHANGED: ClassVar["When"]
    ZOOMED: ClassVar["When"]
    ALERTS: ClassVar["When"]
    ALERT: ClassVar["When"]
    CLOSED_TAB: ClassVar["When"]
    TABS_1: ClassVar["When"]
    TABS_2: ClassVar["When"]

    @classmethod
    def fact(cls, fact: Fact) -> "When":
        """The condition that one fact is so."""
        return cls(lambda facts: fact in facts, fact.name)

    def __and__(self, other: "When") -> "When":
        return When(lambda facts: self.holds(facts) and other.holds(facts), f"({self.words} & {other.words})")

    def __or__(self, other: "When") -> "When":
        return When(lambda facts: self.holds(facts) or other.holds(facts), f"({self.words} | {other.words})")

    def __invert__(self) -> "When":
        return When(lambda facts: not self.holds(facts), f"~{self.words}")


When.ALWAYS = When(lambda _facts: True, "ALWAYS")
for _fact in Fact:
    setattr(When, _fact.name, When.fact(_fact))
