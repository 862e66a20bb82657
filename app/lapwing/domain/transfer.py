"""Exporting rows: from where, how they are written, and where to."""

from dataclasses import field
from enum import StrEnum
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import QueryParameter
from lapwing.domain.results import Column
from lapwing.domain.secrets import Secret


class ExportFormat(StrEnum):
    """What Lapwing itself exports rows as; plugins may write others, whose ids have a slash (`domain.file_formats`)."""

    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    NDJSON = "ndjson"
    SQL = "sql"
    XLSX = "xlsx"
    MARKDOWN = "markdown"


SUFFIXES: Final = {
    ExportFormat.CSV: ".csv",
    ExportFormat.TSV: ".tsv",
    ExportFormat.JSON: ".json",
    ExportFormat.NDJSON: ".ndjson",
    ExportFormat.SQL: ".sql",
    ExportFormat.XLSX: ".xlsx",
    ExportFormat.MARKDOWN: ".md",
}


class LineEnd(StrEnum):
    LF = "lf"
    CRLF = "crlf"


class NumbersAs(StrEnum):
    """How JSON says numbers."""

    EXACT = "exact"
    """As JSON numbers with all digits as they came; readers that know only doubles round the long ones."""
    SAFE = "safe"
    """As JSON numbers where no reader rounds them, else as texts."""
    TEXT = "text"
    """As texts."""


class BinaryAs(StrEnum):
    """How bytes are said where a format has only text."""

    HEX = "hex"
    """`0x48AF`."""
    POSTGRESQL = "postgresql"
    """`\\x48af`, which PostgreSQL reads back."""
    BASE64 = "base64"


ENCODINGS: Final = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1250", "windows-1252", "iso-8859-1", "iso-8859-2",
    "iso-8859-15",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How rows are written; each format uses the options that `OPTIONS_OF` names for it.

    Raises:
        ValueError: Delimiter and quote are not one sign each, or the same; a text for NULL could not be told from the
            rest; the encoding is unknown; the rows of a statement are not between 1 and 10,000.
    """

    header: bool = True
    """Whether the names of the columns stand in front."""
    delimiter: str = ","
    quote: str = '"'
    quote_all: bool = False
    """Whether every value that is not NULL stands in quotes, also where it needs none."""
    null_text: str = ""
    """What stands for NULL, without quotes; a text that is the same stands in quotes."""
    line_end: LineEnd = LineEnd.CRLF
    encoding: str = "utf-8"
    byte_order_mark: bool = False
    """Only with UTF-8: UTF-16 always has one, unless its byte order is named."""
    guard_formulas: bool = False
    """Whether texts that a spreadsheet would take for formulas get an apostrophe before them."""
    numbers: NumbersAs = NumbersAs.SAFE
    binary: BinaryAs = BinaryAs.HEX
    dialect: str = ""
    """Whose SQL; empty: that of where the rows come from."""
    table: str = ""
    """What rows are inserted into: a name, with its schema before it where there is one, as SQL writes it."""
    rows_per_statement: int = 100

    def __post_init__(self) -> None:
        if len(self.delimiter) != 1 or len(self.quote) != 1:
            raise ValueError("Delimiter and quote are one sign each.")
        if self.delimiter == self.quote or not {self.delimiter, self.quote}.isdisjoint("\r\n"):
            raise ValueError("Delimiter and quote are different signs, and no line ends.")
        if not {self.delimiter, self.quote, "\r", "\n"}.isdisjoint(self.null_text):
            raise ValueError("The text for NULL holds no delimiter, quote or line end.")
        if self.encoding not in ENCODINGS:
            raise ValueError(f"Texts are written in one of {', '.join(ENCODINGS)}.")
        if not 1 <= self.rows_per_statement <= 10_000:
            raise ValueError("A statement inserts between 1 and 10,000 rows.")


_TEXT_FILE: Final = ("encoding", "byte_order_mark")
OPTIONS_OF: Final[dict[ExportFormat, tuple[str, ...]]] = {
    ExportFormat.CSV: (
        "header", "delimiter", "quote", "quote_all", "null_text", "line_end", *_TEXT_FILE, "binary", "guard_formulas",
    ),
    ExportFormat.TSV: ("header", "line_end", *_TEXT_FILE, "binary"),
    ExportFormat.JSON: ("numbers", "binary"),
    ExportFormat.NDJSON: ("numbers", "binary"),
    ExportFormat.SQL: ("dialect", "table", "rows_per_statement"),
    ExportFormat.XLSX: ("header", "binary"),
    ExportFormat.MARKDOWN: ("binary",),
}  # fmt: skip
"""The options that mean something to each format, in the order in which they are shown."""
_DEFAULTS: Final = {ExportFormat.TSV: WriteOptions(delimiter="\t", line_end=LineEnd.LF, binary=BinaryAs.POSTGRESQL)}


def default_options(name: ExportFormat) -> WriteOptions:
    """What a format is written with when nobody chooses."""
    return _DEFAULTS.get(name, WriteOptions())


@dataclass(frozen=True, slots=True)
class RowRange:
    """Rows `first` to `first + count - 1`, as they are shown."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class ExportSource:
    """Where rows come from: a result that is there, a table, or a statement that only reads.

    Raises:
        ValueError: None or several of `result_id`, `table` and `sql` are given, or a place is missing for the latter.
    """

    result_id: str = ""
    order: str = ""
    """The permutation file that `result.sort` gave, when the result is shown sorted."""
    ranges: tuple[RowRange, ...] = ()
    """Rows of the result as it is shown; none: all that are there."""
    columns: tuple[int, ...] = ()
    """Columns by number, in this order; none: all."""
    connection_id: str = ""
    url: str = ""
    password: Secret | None = None
    """For this export only; None: the one that the connection names."""
    read_only: bool = False
    """Whether its session must be one that only reads; it is one anyway where the server has such."""
    session_id: str = ""
    """The session that `sql` was run on: it runs there again, since another one might not see the same. None: a session
    of its own is opened."""
    database: str = ""
    """Where the table is, when that is another database of the connection's server."""
    schema: str = ""
    table: str = ""
    """A table or view, by name, without quotes."""
    sql: str = ""
    parameters: tuple[QueryParameter, ...] = ()
    about_rows: int | None = None
    """An estimate of how many rows there will be, for progress; None: nobody knows."""

    def __post_init__(self) -> None:
        if sum(map(bool, (self.result_id, self.table, self.sql))) != 1:
            raise ValueError("Rows come from a result, a table or a statement.")
        if not self.result_id and not (self.connection_id or self.url or self.session_id):
            raise ValueError("A table or statement needs a connection.")


@dataclass(frozen=True, slots=True)
class Export:
    """Write rows to a file.

    Attributes:
        format: An `ExportFormat`, or the id of a plugin's.
        path: Absolute.
    """

    source: ExportSource
    format: str
    path: str
    options: WriteOptions = field(default_factory=WriteOptions)
    overwrite: bool = False
    """Whether a file of that name may be replaced."""
    subject: str = ""
    """What the job is called; empty: the file's name."""


@dataclass(frozen=True, slots=True)
class ExportText:
    """Write rows as a text, for the clipboard."""

    source: ExportSource
    format: ExportFormat
    options: WriteOptions = field(default_factory=WriteOptions)


@dataclass(frozen=True, slots=True)
class ExportedText:
    text: str
    rows: int


@dataclass(frozen=True, slots=True)
class SampleRows:
    """The first rows of a source, as a page of the codec `cells`."""

    columns: tuple[Column, ...]
    page: bytes


@dataclass(frozen=True, slots=True)
class PreviewExport:
    """Write some rows as a plugin's format would have them, to be looked at."""

    format: str
    rows: SampleRows
