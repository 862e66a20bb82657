"""What is known of one place in a statement: which clause it is in, and whose columns can be named there."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.names import NamedColumn, NamedRelation


class Clause(StrEnum):
    """What a statement is about at a place, which decides what may stand there."""

    START = "start"
    """Nothing of a statement has been written."""
    SELECT_LIST = "select_list"
    FROM = "from"
    """Behind FROM, JOIN or a comma there: a relation is named, or an alias follows one."""
    ON = "on"
    USING = "using"
    WHERE = "where"
    GROUP_BY = "group_by"
    HAVING = "having"
    ORDER_BY = "order_by"
    WINDOW = "window"
    LIMIT = "limit"
    INSERT_INTO = "insert_into"
    INSERT_COLUMNS = "insert_columns"
    VALUES = "values"
    UPDATE = "update"
    """Behind UPDATE: a relation is named."""
    SET = "set"
    """Behind SET of an UPDATE, or DO UPDATE SET: a column stands left of `=`, an expression right of it."""
    SET_VALUE = "set_value"
    DELETE_FROM = "delete_from"
    RETURNING = "returning"
    CONFLICT_COLUMNS = "conflict_columns"
    """The columns of ON CONFLICT (...)."""
    TYPE = "type"
    """Behind `::`, in CAST(... AS ...), or where a definition wants a type."""
    DEFINITION = "definition"
    """Inside CREATE or ALTER, where none of the others fits."""
    RELATION = "relation"
    """Any other place where a relation is named: TRUNCATE, DROP TABLE, REFERENCES, LOCK, COPY, DESCRIBE, ANALYZE."""
    SCHEMA = "schema"
    """Where a schema or database is named: USE, SET search_path, CREATE ... SCHEMA."""
    CALL = "call"
    """Behind CALL, EXEC: a routine is named."""
    WITH_COLUMNS = "with_columns"
    """The column list of a CTE."""
    ALIAS = "alias"
    """A name of one's own is being made: nothing is offered unless it is asked for."""
    OTHER = "other"


class SourceKind(StrEnum):
    TABLE = "table"
    """A table or view of the database, known or not."""
    CTE = "cte"
    DERIVED = "derived"
    """A subquery in FROM, VALUES, or LATERAL."""
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class Source:
    """Something whose columns can be named at a place.

    Attributes:
        name: By which its columns are qualified: its alias, or its own name; without quotes, and folded as the server
            folds it when it had none.
        relation: The database's relation, where it is one that is known.
        schema, table: As written, without quotes; empty for a subquery.
        columns: None where they are not known.
        start, end: Where it stands in the text: its name with schema, or its parentheses; -1 where it stands nowhere
            (EXCLUDED, NEW and OLD).
        alias_start: Where its alias stands; -1 without one.
        depth: 0 in the query that the place is in, 1 in the one around it, and so on.
        written: `name` as the statement writes it, with its quotes if it has them: what to put before a column. Empty
            where it stands nowhere.
    """

    name: str
    kind: SourceKind = SourceKind.TABLE
    relation: NamedRelation | None = None
    schema: str = ""
    table: str = ""
    columns: tuple[NamedColumn, ...] | None = None
    start: int = -1
    end: int = -1
    alias_start: int = -1
    depth: int = 0
    written: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of a place in a statement. Offsets count characters of the text that was looked at.

    Attributes:
        clause: What is to stand there.
        start, end: The word around the place that a choice replaces, with its opening quote if it has one; both are
            the place when there is none.
        word: What of it stands before the place, without its quote.
        quote: The quote it was opened with, or empty.
        qualifiers: What stands before it with dots between, without quotes: `("s", "t")` for `s.t.na`.
        sources: Whose columns can be named, the nearest first, in the order in which they are written.
        ctes: The common table expressions that a FROM here can name, the last one first. Their columns are worked out
            in clauses that name relations; elsewhere only those that a column list tells.
        target: The relation that INSERT, UPDATE, DELETE or a definition is about.
        outputs: Names that the select list gives (for ORDER BY, GROUP BY and HAVING).
        taken: Names that stand in the list already, in lower case (insert columns, SET, USING, select list).
        left, right: For ON and USING: the sources joined so far, and the one that is joined now.
        expects_operand: Whether an expression is to begin here, rather than an operator or the next keyword.
        before: The significant words and signs before the word and its qualifiers in upper case, nearest first, at
            most eight. A string or a number is `'`, a name in quotes keeps them.
        in_text: Whether the place is within a string or a comment, where nothing is offered.
        parameters: The parameters written in the statement, as written, in order, each once.
    """

    clause: Clause
    start: int
    end: int
    word: str = ""
    quote: str = ""
    qualifiers: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    ctes: tuple[Source, ...] = ()
    target: NamedRelation | None = None
    outputs: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()
    left: tuple[Source, ...] = ()
    right: Source | None = None
    expects_operand: bool = True
    before: tuple[str, ...] = ()
    in_text: bool = False
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallPlace:
    """The innermost call that a place is in.

    Attributes:
        name: As written, with its schema before it if it has one, without quotes.
        argument: Which one the place is in, from 0.
        start: Where the name begins.
    """

    name: tuple[str, ...]
    argument: int
    start: int
