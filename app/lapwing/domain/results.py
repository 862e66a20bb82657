"""Results: their columns, where their rows lie, and what can be asked of them."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a result. Names may repeat and may be empty."""

    name: str
    type_name: str = ""
    """As the server names it; empty where it has none (an expression in SQLite)."""
    table: str = ""
    """Where it comes from, as `schema.table`; empty where the server does not tell."""
    source: str = ""
    """The column's own name in that table."""
    is_numeric: bool = False
    """Whether its values are numbers, so that they stand to the right."""
    is_binary: bool = False
    """Whether every value is bytes that are no text; they are shown as `0x` and hex digits."""


class ResultState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    """At the row limit, still open on the server."""
    COMPLETE = "complete"
    PARTIAL = "partial"
    """Cut off; the reason stands beside it."""


@dataclass(frozen=True, slots=True)
class ResultHandle:
    """What a window needs to read a result while it grows."""

    result_id: str
    path: str
    """The result file; its index lies beside it with the suffix `.index`."""
    codec: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ResultRequest:
    result_id: str


@dataclass(frozen=True, slots=True)
class CloseResults:
    result_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FetchMore:
    """Go on with a paused result.

    `rows` is how many more; None for all of them.

    Raises:
        ValueError: `rows` is below one.
    """

    result_id: str
    rows: int | None = 100_000

    def __post_init__(self) -> None:
        if self.rows is not None and self.rows < 1:
            raise ValueError("A row count must be at least one.")


@dataclass(frozen=True, slots=True)
class FetchPages:
    """Rows of a result for who cannot read its file: from the page that holds `first_row` on."""

    result_id: str
    first_row: int
    rows: int = 1000
    """At most; fewer come where they are wide."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages as they lie in the file, and where each begins."""

    first_rows: tuple[int, ...]
    pages: tuple[bytes, ...]
    row_count: int
    """Rows of the whole result so far."""


@dataclass(frozen=True, slots=True)
class FetchLongCell:
    result_id: str
    offset: int
    size_bytes: int
    start: int = 0
    length: int = 1 << 20


@dataclass(frozen=True, slots=True)
class CellPart:
    data: bytes


@dataclass(frozen=True, slots=True)
class SortKey:
    """One column of an order: NULL first, then numbers, text by code point (dates by when they are), binary."""

    column: int
    descending: bool = False


class RowTest(StrEnum):
    """What a condition asks of a cell. NULL is neither equal to anything nor less nor greater, and contains nothing."""

    CONTAINS = "contains"
    NOT_CONTAINS = "not contains"
    EQUAL = "="
    NOT_EQUAL = "!="
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="
    IS_NULL = "is null"
    NOT_NULL = "is not null"


@dataclass(frozen=True, slots=True)
class RowCondition:
    """What a row must fulfil to be shown.

    Attributes:
        test: Texts are compared as they are shown, numbers as numbers, points in time as such. What a cell contains is
            looked for without regard to case.
        value: As a person writes it; without meaning for the tests of NULL.
        column: None: any column; only for `CONTAINS`.
    """

    test: RowTest
    value: str = ""
    column: int | None = None

    def __post_init__(self) -> None:
        if self.column is None and self.test is not RowTest.CONTAINS:
            raise ValueError("Only a text to be contained can be looked for in any column.")


@dataclass(frozen=True, slots=True)
class ArrangeResult:
    """Order the rows present now, and leave out those that do not fulfil every condition; stable."""

    result_id: str
    keys: tuple[SortKey, ...] = ()
    """The first is the most important one; none: as the server sent them."""
    conditions: tuple[RowCondition, ...] = ()


@dataclass(frozen=True, slots=True)
class ArrangedRows:
    """A permutation file: for each shown row the row of the result, as little-endian unsigned 64-bit numbers."""

    path: str
    row_count: int
    """Rows that are shown."""
    looked_at: int
    """Rows of the result when this was done."""


@dataclass(frozen=True, slots=True)
class CellBand:
    """Rows `first` to `last`, as they are shown, and the same columns in each of them."""

    first: int
    last: int
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AggregateCells:
    """Facts about selected cells."""

    result_id: str
    bands: tuple[CellBand, ...]
    order: str = ""
    """The path of the permutation file that the rows are shown by; empty: as the server sent them."""


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What is so of some cells. Numbers are exact, as text.

    Attributes:
        count: Cells, NULLs among them.
        distinct: Different cells beside NULL; of more than `MOST_DISTINCT` the rest are not told apart.
        total: Their sum; None where a cell is no number, or there is none.
        average: None as `total`.
        average_is_rounded: Whether `average` has endlessly many digits.
        least: None where the cells are of kinds that are not compared, or there is none.
        shortest: Characters of the shortest text; None where a cell is no text.
    """

    count: int
    nulls: int
    distinct: int
    distinct_is_least: bool = False
    total: str | None = None
    average: str | None = None
    average_is_rounded: bool = False
    least: str | None = None
    greatest: str | None = None
    shortest: int | None = None
    longest: int | None = None


class CopyFormat(StrEnum):
    """How cells are put on a clipboard."""

    BARE = "bare"
    """One cell alone, as it is."""
    TSV = "tsv"
    TSV_HEADERS = "tsv with headers"
    CSV = "csv"
    JSON = "json"
    NDJSON = "ndjson"
    MARKDOWN = "markdown"
    INSERT = "insert"
    IN_LIST = "in list"


@dataclass(frozen=True, slots=True)
class CopyCells:
    """Write selected cells into a file, from where a window takes them to the clipboard and deletes it."""

    result_id: str
    bands: tuple[CellBand, ...]
    copy_format: CopyFormat
    order: str = ""
    """As in `AggregateCells`."""
    dialect: str = ""
    """Whose literals `INSERT` and `IN_LIST` use."""
    most_bytes: int = 50_000_000
    """Where to stop."""


@dataclass(frozen=True, slots=True)
class CopiedCells:
    path: str
    size_bytes: int
    rows: int
    complete: bool
    """False when `most_bytes` was reached; the file then holds whole rows up to there."""


@dataclass(frozen=True, slots=True)
class FindInResult:
    """Rows that hold `text` in any cell (or in `column`), in row order."""

    result_id: str
    text: str
    column: int | None = None
    match_case: bool = False
    most: int = 10_000


@dataclass(frozen=True, slots=True)
class FoundRows:
    rows: tuple[int, ...]
    complete: bool
    """False when there are more than `most`."""
