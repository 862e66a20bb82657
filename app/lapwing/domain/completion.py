"""Completion in the editor: what is asked at a caret, and what is offered there."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


class ItemKind(StrEnum):
    """What is offered; the window shows a sign for each."""

    KEYWORD = "keyword"
    SCHEMA = "schema"
    TABLE = "table"
    VIEW = "view"
    COLUMN = "column"
    FUNCTION = "function"
    PROCEDURE = "procedure"
    TYPE = "type"
    ALIAS = "alias"
    CTE = "cte"
    JOIN = "join"
    """A whole join condition, or a relation with one."""
    PARAMETER = "parameter"
    STAR = "star"
    """All columns, written out."""


@dataclass(frozen=True, slots=True)
class CompletionPlace:
    """A caret in a statement, and whose names are meant.

    Attributes:
        text: The statement, or as much of the script as belongs to it. Broken and half-written is usual.
        caret: Characters before the caret.
        dialect: Its id.
        connection_id, url: What the tab is connected to; both empty: only the dialect's own words are known.
        session_id: The tab's session if it has one: its database and schema are those that names are looked for in.
        database: Where its next session is opened, when that is another database of the connection's server.
    """

    text: str
    caret: int
    dialect: str
    connection_id: str = ""
    url: str = ""
    session_id: str = ""
    database: str = ""


@dataclass(frozen=True, slots=True)
class CompleteAt:
    """What fits at a caret.

    Attributes:
        is_asked: Whether a person asked (Ctrl+Space), rather than typed: then something is offered without a word too.
        recent: What this person chose of late, the newest first; it comes first among equals.
        most: How many items at most.
    """

    place: CompletionPlace
    is_asked: bool = False
    recent: tuple[str, ...] = ()
    most: int = 200


@dataclass(frozen=True, slots=True)
class CompletionItem:
    """One choice.

    Attributes:
        label: As it is shown.
        insert: What it writes: the name with quotes where it needs them, a keyword in the case that is being typed.
        detail: What is shown beside it, dim: a type, a schema, the table of a column.
        caret_back: How many characters before its end the caret is left, as within `()`.
        matched: Places in `label` that what was typed matched, to be shown bold.
        comment: What the database says about it.
    """

    kind: ItemKind
    label: str
    insert: str
    detail: str = ""
    caret_back: int = 0
    matched: tuple[int, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Completions:
    """What fits, the best first.

    Attributes:
        start, end: The characters of the text that a choice replaces.
        is_loading: Whether the names of the database are still being read, so that more may come.
    """

    start: int
    end: int
    items: tuple[CompletionItem, ...] = ()
    is_loading: bool = False


@dataclass(frozen=True, slots=True)
class CallSignature:
    """One way to call something: its arguments as the server writes them, and its result's type."""

    arguments: tuple[str, ...]
    result: str = ""


@dataclass(frozen=True, slots=True)
class CallHint:
    """The call that the caret is in; `signatures` is empty when it is in none that is known.

    Attributes:
        argument: Which argument the caret is in, from 0.
        start: Where the name of what is called begins.
    """

    name: str = ""
    signatures: tuple[CallSignature, ...] = ()
    argument: int = 0
    start: int = 0
    comment: str = ""


@dataclass(frozen=True, slots=True)
class NameAt:
    """What the name at a place means. `kind` is empty when it means nothing that is known.

    Attributes:
        start, end: Where it stands.
        title: Its full name as it would be written, such as `shop.orders.total`.
        detail: Its type, or what it is.
        lines: More about it, for a tooltip: columns with types, arguments, a comment. Plain text.
        schema, relation, column: Where it is in the catalogue, for opening it; empty where it is not there.
        defined_start, defined_end: Where the statement itself defines it (an alias, a CTE); both 0 when it does not.
        occurrences: All places in the statement that mean the same, as (start, end).
    """

    kind: str = ""
    start: int = 0
    end: int = 0
    title: str = ""
    detail: str = ""
    lines: tuple[str, ...] = ()
    schema: str = ""
    relation: str = ""
    column: str = ""
    defined_start: int = 0
    defined_end: int = 0
    occurrences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class StarColumns:
    """What a `*` stands for: the text to write in its place, empty when that is not known."""

    start: int = 0
    end: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class WordsAsked:
    """Bare words of a text, of which the window wants to know which are names of the database."""

    words: tuple[str, ...]
    connection_id: str = ""
    url: str = ""
    session_id: str = ""
    database: str = ""


@dataclass(frozen=True, slots=True)
class WordsKnown:
    """Those that are names of relations, those that are names of columns, and those that are words of the server's
    version, as asked."""

    relations: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    is_loading: bool = False
