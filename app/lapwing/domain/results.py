"""Results: their columns, where their rows lie, and what can be asked of them."""

from dataclasses import dataclass
from enum import StrEnum


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
class SortResult:
    """Order the rows present now by one column: NULL first, then numbers, text by code point, binary; stable."""

    result_id: str
    column: int
    descending: bool = False


@dataclass(frozen=True, slots=True)
class SortedRows:
    """A permutation file: for each shown row the row of the result, as little-endian unsigned 64-bit numbers."""

    path: str
    row_count: int


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
