"""Looking at the rows of one table and changing them: what is asked, and what is answered.

Rows never cross the line: those read, and those that a change made, lie in result files.
"""

from enum import StrEnum

from lapwing.domain.catalog import RelationDetails
from lapwing.domain.connections import Confirmation, TransactionState
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import ResultHandle
from lapwing.domain.values import Cell, LongCell, RawText, ServerDefault, real_text

# what a table is


@dataclass(frozen=True, slots=True)
class OpenTable:
    """What a table tab has to know before it reads rows. The session must stay open while the tab is."""

    session_id: str
    schema: str
    name: str


@dataclass(frozen=True, slots=True)
class KeyReference:
    """A foreign key, seen from one of its two tables.

    Attributes:
        columns: Of the table that was opened.
        schema, table, other_columns: The table at the other end, and its columns in the same order.
    """

    name: str
    columns: tuple[str, ...]
    schema: str
    table: str
    other_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnLimit:
    """Why the cells of a column cannot be edited; `reason` is a `ColumnNotEditable`."""

    column: str
    reason: ErrorFacts


@dataclass(frozen=True, slots=True)
class ColumnChoices:
    """The only values that a column takes besides NULL, in the server's order: labels of an enumeration, or truth."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableFacts:
    """One relation as a table tab needs it.

    Attributes:
        columns: Names of the columns that a read gives, in their order; generated ones included, hidden ones not.
        key: Names of the columns whose values identify exactly one row; empty when nothing does.
        hidden_key: When the key is no column of the table (SQLite's rowid): the name under which each read gives it as
            its last column, behind `columns`. It is not to be shown, and cannot be edited.
        read_only: Why nothing in it can be edited: a `TableNotEditable`; None when it can be.
        limits: Columns that cannot be edited though the table can.
        references: What its rows refer to.
        referenced_by: What refers to its rows, as far as it can be found soon: on MySQL and MariaDB from its own
            database, on MariaDB where that has thousands of tables only with the privilege PROCESS.
        row_estimate: As the catalogue has it; None where it has none.
        choices: Columns that take only some values.
    """

    details: RelationDetails
    columns: tuple[str, ...]
    key: tuple[str, ...]
    hidden_key: str = ""
    read_only: ErrorFacts | None = None
    limits: tuple[ColumnLimit, ...] = ()
    references: tuple[KeyReference, ...] = ()
    referenced_by: tuple[KeyReference, ...] = ()
    row_estimate: int | None = None
    choices: tuple[ColumnChoices, ...] = ()


# reading


@dataclass(frozen=True, slots=True)
class ColumnSort:
    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Read the first rows of a table into a new result.

    The owner hears `ResultStarted` and `RowsAvailable` as of a run with one statement (index 0), and `ResultEnded` once
    all rows are there or no more can be kept. `query.cancel` with `run_id` cancels it; the rows so far stay then, and
    more can be read, as after an error of the server.

    Attributes:
        run_id: Chosen by who asks.
        where: What a person wrote as the condition; empty: every row.
        order_by: Likewise behind ORDER BY.
        sorts: Columns to order by before that.

    Raises:
        ValueError: `page_rows` is below one.
    """

    run_id: str
    session_id: str
    schema: str
    name: str
    where: str = ""
    order_by: str = ""
    sorts: tuple[ColumnSort, ...] = ()
    page_rows: int = 200

    def __post_init__(self) -> None:
        if self.page_rows < 1:
            raise ValueError("A row count must be at least one.")


@dataclass(frozen=True, slots=True)
class ReadMoreRows:
    """Append the next rows to a result that `ReadTable` made: the grid grows. Events are as of `ReadTable`, without
    `ResultStarted`.

    Raises:
        ValueError: `page_rows` is below one.
    """

    run_id: str
    result_id: str
    page_rows: int = 200

    def __post_init__(self) -> None:
        if self.page_rows < 1:
            raise ValueError("A row count must be at least one.")


@dataclass(frozen=True, slots=True)
class TablePage:
    """What a read of rows has come to.

    Attributes:
        row_count: Of the result so far.
        has_more: Whether there are further rows.
        by_key: Whether further rows are found behind the last one's values, so that none is missed or comes twice while
            others change the table. Otherwise rows are counted off, and that cannot be promised.
        sql: The statement that gave the last rows, for whoever wants to see it.
    """

    result: ResultHandle
    row_count: int
    has_more: bool
    by_key: bool
    sql: str
    transaction: TransactionState = TransactionState.IDLE


@dataclass(frozen=True, slots=True)
class CountTable:
    """Count the rows exactly; `query.cancel` with `run_id` ends it."""

    run_id: str
    session_id: str
    schema: str
    name: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class RowCount:
    rows: int
    transaction: TransactionState = TransactionState.IDLE


# cells on their way to the engine


class ValueKind(StrEnum):
    """What a value is. A cell that was read has the kind of how it came; what a person typed is `text`."""

    NULL = "null"
    DEFAULT = "default"
    """Whatever the server puts there by itself."""
    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    """`text` is the shortest that reads back as the same double."""
    RAW = "raw"
    """Text that is not valid in its encoding; its bytes."""
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class CellValue:
    kind: ValueKind
    text: str = ""
    data: bytes = b""


def value_of(cell: Cell | ServerDefault) -> CellValue:
    """A cell, exactly.

    Raises:
        TypeError: It is a `LongCell`: fetch the whole of it first.
    """
    if isinstance(cell, LongCell):
        raise TypeError("Only the whole of a cell can be given, not its start.")
    if isinstance(cell, ServerDefault):
        return CellValue(ValueKind.DEFAULT)
    if cell is None:
        return CellValue(ValueKind.NULL)
    if isinstance(cell, str):
        return CellValue(ValueKind.TEXT, cell)
    if isinstance(cell, bytes):
        return CellValue(ValueKind.BYTES, data=cell)
    if isinstance(cell, RawText):
        return CellValue(ValueKind.RAW, data=cell.raw)
    if isinstance(cell, float):
        return CellValue(ValueKind.REAL, real_text(cell))
    return CellValue(ValueKind.INTEGER, str(cell))


def cell_of(value: CellValue) -> Cell | ServerDefault:
    """The cell that `value_of` was given.

    Raises:
        ValueError: An integer or a real is none.
    """
    if value.kind is ValueKind.INTEGER:
        return int(value.text)
    if value.kind is ValueKind.REAL:
        return float(value.text)
    if value.kind is ValueKind.TEXT:
        return value.text
    if value.kind is ValueKind.BYTES:
        return value.data
    if value.kind is ValueKind.RAW:
        return RawText(value.data)
    return None if value.kind is ValueKind.NULL else ServerDefault()


@dataclass(frozen=True, slots=True)
class NamedValue:
    column: str
    value: CellValue


# foreign keys


@dataclass(frozen=True, slots=True)
class FollowKey:
    """Which rows are at the other end of a foreign key, either way.

    Attributes:
        values: The cells of one row in `reference.columns`, in that order.
    """

    session_id: str
    reference: KeyReference
    values: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class RowsElsewhere:
    """Rows of a table, to be opened in a tab of their own: `where` is what its box shows."""

    schema: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class LookUpKey:
    """Which values a foreign key of one column may take: keys of the other table, with what describes them.

    Asked beside the session, so that it neither waits for it nor becomes a part of its transaction.

    Attributes:
        text: What the key or its description holds, in capitals or not where the server minds; empty: any.
        most: How many at most.
    """

    session_id: str
    reference: KeyReference
    text: str = ""
    most: int = 100


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """One row of the other table.

    Attributes:
        value: Its key, to be written.
        description: The beginning of its value in `KeyChoices.described_by`; empty for NULL.
    """

    value: CellValue
    description: str = ""


@dataclass(frozen=True, slots=True)
class KeyChoices:
    """By key.

    Attributes:
        described_by: The column that tells people which row it is; empty where there is none.
        has_more: Whether further ones fit.
    """

    choices: tuple[KeyChoice, ...]
    described_by: str = ""
    has_more: bool = False


# changes


class ChangeKind(StrEnum):
    UPDATE = "update"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row to be changed.

    Attributes:
        key: The row's values in `TableFacts.key`, as they were read; empty for an insert.
        originals: Cells as they were read, which must not have changed since: those of the columns that are changed; of
            a row to be deleted best all that are known whole.
        values: What cells are to hold; a column that an insert leaves out gets its default.
    """

    kind: ChangeKind
    key: tuple[CellValue, ...] = ()
    originals: tuple[NamedValue, ...] = ()
    values: tuple[NamedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewChanges:
    """Which statements `CommitChanges` would run, in their order."""

    session_id: str
    schema: str
    name: str
    changes: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class ChangeStatement:
    """`index` is the place of its change in the request."""

    index: int
    sql: str


@dataclass(frozen=True, slots=True)
class ChangePreview:
    statements: tuple[ChangeStatement, ...]


@dataclass(frozen=True, slots=True)
class CommitChanges:
    """Make all changes, or none. `query.cancel` with `run_id` ends it; nothing is changed then."""

    run_id: str
    session_id: str
    schema: str
    name: str
    changes: tuple[RowChange, ...]
    confirmed: Confirmation = Confirmation.NONE
    """How far a person has confirmed them."""


@dataclass(frozen=True, slots=True)
class ChangesOutcome:
    """How a commit of changes ended.

    Attributes:
        done: Whether all changes were made. In automatic mode they are committed then; with a transaction open, or in
            manual mode, they are part of it. Otherwise none was made, and earlier work of the transaction is as it was,
            unless the server has undone all of it (after a deadlock, say): `transaction` is idle then.
        failed: The place in the request of the change that kept the others from being made; -1 when none did: all were
            made, or the server refused to commit them.
        error: Why not: a `RowConflict`, or what the server said; None when all were made.
        result: Rows as they are now, with the columns of a read of the table: after success those that were updated or
            inserted, after a conflict the row as it is now. None when there is none to show. Who asked closes it.
        result_of: For each row of `result` the place of its change in the request.
    """

    done: bool
    transaction: TransactionState
    failed: int = -1
    error: ErrorFacts | None = None
    result: ResultHandle | None = None
    result_of: tuple[int, ...] = ()
