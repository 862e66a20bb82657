"""How statements about the rows of one table are written, each server in its own way. Nothing here changes anything.

Values go into statements as literals, so that a person can read what is sent. A literal stands for exactly the cell
that was read: whether two values are the same is never decided by rounding, padding or a collation.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import ClassVar, Final

from lapwing.domain.catalog import CatalogColumn, Index, RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.table_data import ColumnChoices, ColumnLimit, KeyReference, TableFacts
from lapwing.domain.table_errors import (
    ColumnGenerated,
    ColumnIdentity,
    ColumnNotEditable,
    KeyMissing,
    SystemTableNotEditable,
    TableNotEditable,
    ViewNotEditable,
)
from lapwing.domain.values import Cell, ServerDefault
from lapwing.sql.dialect import Dialect

_SUFFIXES: Final = ("", " DESC", " NULLS FIRST", " NULLS LAST", " DESC NULLS FIRST", " DESC NULLS LAST")
"""What the catalogue writes behind the columns of an index."""
_LONGEST: Final = 4_000
"""Characters or bytes of a cell behind which rows are still looked for by its value."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one table.

    Attributes:
        own: Columns that identify exactly one row.
        hidden: The name by which a row's own number is read, when that is `own`.
        references, referenced_by: As `TableFacts` has them.
    """

    own: tuple[str, ...] = ()
    hidden: str = ""
    references: tuple[KeyReference, ...] = ()
    referenced_by: tuple[KeyReference, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """Why something cannot be edited; `columns` by their names."""

    table: TableNotEditable | None = None
    columns: Mapping[str, ColumnNotEditable] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BulkInsert:
    """A statement that takes many rows as its data (`Session.execute_with_data`).

    Attributes:
        line: A row as such data: for each column a text as a person would type it, bytes, or None for NULL.
    """

    sql: str
    line: Callable[[Sequence[str | bytes | None]], bytes]


class TableAccess(ABC):
    """One table and how its server wants statements about its rows. Used by the session's thread.

    Attributes:
        facts: What the catalogue says of it.
        columns: Those that are read and written, by name.
        compares_rows: Whether `(a, b) > (x, y)` is looked up in an index.
        finds_alternatives: Whether `(a = x AND b > y) OR (a > x)` is looked up in an index.
        nulls_last: Whether NULLs come last, in ascending and in descending order.
        limits_rows: Whether there is LIMIT ... OFFSET.
        counts_matches: Whether an UPDATE counts rows that it found but left as they were, too.
        returns_inserted, returns_updated: Whether INSERT and UPDATE take RETURNING.
        has_defaults: Whether DEFAULT can stand for a value in an UPDATE.
        empty_insert: What stands behind the table's name where every column gets its default.
        locks: Behind a query, to see rows as they are now instead of as the transaction first saw them.
        inserted_key: A query for the number that the server gave the last row; empty where RETURNING tells it.
    """

    compares_rows: ClassVar[bool] = False
    finds_alternatives: ClassVar[bool] = False
    nulls_last: ClassVar[tuple[bool, bool]] = (False, True)
    limits_rows: bool = True
    counts_matches: ClassVar[bool] = True
    has_defaults: ClassVar[bool] = True
    empty_insert: ClassVar[str] = "DEFAULT VALUES"
    locks: ClassVar[str] = ""
    inserted_key: str = ""
    returns_inserted: bool = True
    returns_updated: bool = True

    def __init__(
        self,
        dialect: Dialect,
        details: RelationDetails,
        keys: Keys,
        limits: Limits,
        choices: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`choices` are the only values that columns take, by their names."""
        self.dialect = dialect
        read = [column for column in details.columns if column.generated != "hidden" or column.name in keys.own]
        self.columns: dict[str, CatalogColumn] = {column.name: column for column in read}
        self.facts = TableFacts(
            details,
            tuple(self.columns),
            keys.own,
            keys.hidden,
            limits.table.to_wire() if limits.table is not None else None,
            tuple(ColumnLimit(name, limits.columns[name].to_wire()) for name in self.columns if name in limits.columns),
            keys.references,
            keys.referenced_by,
            details.relation.rows_estimate,
            tuple(ColumnChoices(name, values) for name, values in (choices or {}).items() if name in self.columns),
        )

    # names

    @property
    def full_name(self) -> str:
        relation = self.facts.details.relation
        name = self.dialect.quote_identifier(relation.name)
        return f"{self.dialect.quote_identifier(relation.schema)}.{name}" if relation.schema else name

    def quoted(self, column: str) -> str:
        """A column as it is written; a hidden key needs no quotes."""
        return column if column == self.facts.hidden_key else self.dialect.quote_identifier(column)

    @property
    def selected(self) -> str:
        """What a read asks for: each column, and a hidden key behind them."""
        hidden = self.facts.hidden_key
        return ", ".join([*map(self.quoted, self.columns), *([f"{hidden} AS {hidden}"] if hidden else [])])

    def order_item(self, column: str, *, descending: bool) -> str:
        """One column in ORDER BY; NULLs come where `nulls_last` says."""
        return self.quoted(column) + (" DESC" if descending else "")

    # values

    @abstractmethod
    def literal(self, column: str, cell: Cell) -> str:
        """A cell of this column as an expression, to be compared with it or stored in it.

        Raises:
            StatementFailed: It cannot be written.
        """

    def assigned(self, column: str, cell: Cell | ServerDefault, original: Cell = None) -> str:
        """What is to be stored: a cell, or text as a person typed it, in place of `original`.

        Raises what `literal` raises.
        """
        return "DEFAULT" if isinstance(cell, ServerDefault) else self.literal(column, cell)

    def bulk_insert(self, columns: Sequence[str]) -> BulkInsert | None:
        """How many rows with these columns are inserted at once, stored as `assigned` stores them; None: by INSERT."""
        return None

    def row_refused(self, error: StatementFailed) -> int | None:
        """Which of the rows of a `bulk_insert` was refused (1 is the first); None where the server does not tell."""
        return None

    def row_changed(self, notice: str) -> int | None:
        """Which of the rows of an INSERT was stored with another value than was given, if a notice says so (1 is the
        first)."""
        return None

    def equals(self, column: str, cell: Cell) -> str:
        """The condition by which an index finds a cell of a key."""
        name = self.quoted(column)
        return f"{name} IS NULL" if cell is None else f"{name} = {self.literal(column, cell)}"

    def as_text(self, column: str) -> str:
        """The column as text."""
        return f"CAST({self.quoted(column)} AS VARCHAR(4000))"

    def text_literal(self, text: str) -> str:
        """A text as an expression."""
        return self.dialect.quote_string(text)

    def contains(self, column: str, text: str) -> str:
        """The condition that a column's text has this one in it, in capitals or not."""
        part = text.lower().replace("!", "!!").replace("%", "!%").replace("_", "!_")
        return f"LOWER({self.as_text(column)}) LIKE {self.text_literal(f'%{part}%')} ESCAPE '!'"

    def is_unchanged(self, column: str, cell: Cell) -> str:
        """The condition that the column holds exactly this cell; empty where that cannot be told."""
        return self.equals(column, cell)

    def can_follow(self, column: str, cell: Cell) -> bool:
        """Whether the rows that come behind this cell in the column's order can be asked for by its value."""
        return self.is_ordered(column) and (not isinstance(cell, str | bytes) or len(cell) <= _LONGEST)

    @abstractmethod
    def is_ordered(self, column: str) -> bool:
        """Whether the column's values compare, as they are read, in the way that they are ordered."""


# what of it is found in the same way everywhere


def unique_key(details: RelationDetails, is_required: Callable[[CatalogColumn], bool]) -> tuple[str, ...]:
    """The primary key, or else the columns of a unique index, when all of them are required; otherwise nothing."""
    required = {column.name for column in details.columns if is_required(column)}
    if details.primary_key and required.issuperset(details.primary_key):
        return details.primary_key
    names = [column.name for column in details.columns]
    found = [_columns_of(index, names) for index in details.indexes if index.unique and not index.partial]
    return min((key for key in found if key and required.issuperset(key)), key=len, default=())


def _columns_of(index: Index, names: Sequence[str]) -> tuple[str, ...]:
    """The columns of an index; nothing when one is an expression, a part of a column, or not clear."""
    columns = []
    for written in index.columns:
        meant = [name for name in names if any(written == name + suffix for suffix in _SUFFIXES)]
        cut = [name for name in names if written.startswith(f"{name}(")]
        if len(meant) != 1 or cut:
            return ()
        columns.append(meant[0])
    return tuple(columns)


def limits_of(details: RelationDetails, key: Sequence[str], system: Iterable[str] = ()) -> Limits:
    """What the catalogue alone says of what cannot be edited.

    Args:
        system: Schemas of the server's own, in lower case.
    """
    relation = details.relation
    table: TableNotEditable | None = None
    if relation.schema.lower() in set(system):
        table = SystemTableNotEditable(table=relation.name)
    elif relation.kind not in {"table", "partition", "foreign table"}:
        table = ViewNotEditable(table=relation.name, kind=relation.kind)
    elif not key:
        table = KeyMissing(table=relation.name)
    limited: dict[str, ColumnNotEditable] = {}
    for column in details.columns:
        if column.generated in {"stored", "virtual"}:
            limited[column.name] = ColumnGenerated(column=column.name)
        elif column.generated == "identity always":
            limited[column.name] = ColumnIdentity(column=column.name)
    return Limits(table, limited)


def grouped_references(rows: Iterable[Sequence[str]]) -> tuple[KeyReference, ...]:
    """Foreign keys out of rows of one column each, those of one key behind each other: a mark of the key, its name, own
    column, and schema, table and column at the other end."""
    found: dict[str, list[Sequence[str]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return tuple(
        KeyReference(
            parts[0][1], tuple(part[2] for part in parts), parts[0][3], parts[0][4], tuple(part[5] for part in parts)
        )
        for parts in found.values()
    )
