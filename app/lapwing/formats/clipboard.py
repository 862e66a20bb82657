"""Selected cells as text for a clipboard: what spreadsheets, editors and statements take when it is pasted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from lapwing.domain.results import Column, CopyFormat
from lapwing.domain.values import Cell, RawText, Row, cell_text
from lapwing.formats.registry import FormatName, format_named
from lapwing.sql.dialect import Dialect, dialect_named

Chosen = Iterable[tuple[tuple[int, ...], list[Row]]]
"""The columns of a band of the selection and some of its rows, which have all columns; long cells are whole."""
_NEEDS_QUOTES: Final = frozenset('\t\n\r"')
_ROWS_PER_INSERT: Final = 500
_BY_FORMAT: Final = {
    CopyFormat.CSV: FormatName.CSV,
    CopyFormat.JSON: FormatName.JSON,
    CopyFormat.NDJSON: FormatName.NDJSON,
    CopyFormat.MARKDOWN: FormatName.MARKDOWN,
}


def clipboard_pieces(
    copy_format: CopyFormat, columns: Sequence[Column], shown: Sequence[int], chosen: Chosen, dialect: str = ""
) -> Iterator[tuple[bytes, int]]:
    """The text in pieces of UTF-8, each with the number of rows that it ends.

    Args:
        copy_format: How.
        columns: All columns of the result.
        shown: The places of those that are selected in any row, in their order; in rows where one is not selected
            its cell is left empty.
        chosen: The cells.
        dialect: Whose literals and names statements use; empty: those of the standard.

    The text is whole wherever it is cut between two pieces, but for what closes it (JSON's bracket).
    """
    if copy_format in {CopyFormat.TSV, CopyFormat.TSV_HEADERS}:
        yield from _separated(columns, shown, chosen, with_headers=copy_format is CopyFormat.TSV_HEADERS)
    elif copy_format is CopyFormat.INSERT:
        yield from _inserts(columns, chosen, Literals(dialect))
    elif copy_format is CopyFormat.IN_LIST:
        yield from _in_list(columns, chosen, Literals(dialect))
    else:
        yield from _by_format(_BY_FORMAT[copy_format], columns, shown, chosen)


def names_of(columns: Sequence[Column], shown: Sequence[int]) -> str:
    """The names of columns, a tab between two of them."""
    return "\t".join(_field(columns[place].name) for place in shown)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _picked(shown: Sequence[int], places: tuple[int, ...], rows: list[Row]) -> list[Row]:
    """The shown cells of rows, NULL where one is not selected."""
    if tuple(shown) == places:
        return [tuple([row[place] for place in places]) for row in rows]
    there = set(places)
    return [tuple([row[place] if place in there else None for place in shown]) for row in rows]


def _separated(
    columns: Sequence[Column], shown: Sequence[int], chosen: Chosen, *, with_headers: bool
) -> Iterator[tuple[bytes, int]]:
    """As spreadsheets read it: NULL is empty, a text with tabs, line ends or quotes is quoted."""
    before = ""
    if with_headers:
        yield _bytes(names_of(columns, shown)), 0
        before = "\n"
    for places, rows in chosen:
        lines = ["\t".join(map(_cell_field, row)) for row in _picked(shown, places, rows)]
        yield _bytes(before + "\n".join(lines)), len(lines)
        before = "\n"


def _cell_field(cell: Cell) -> str:
    return "" if cell is None else _field(cell if type(cell) is str else cell_text(cell))


def _field(text: str) -> str:
    return text if _NEEDS_QUOTES.isdisjoint(text) else '"' + text.replace('"', '""') + '"'


def _by_format(
    name: FormatName, columns: Sequence[Column], shown: Sequence[int], chosen: Chosen
) -> Iterator[tuple[bytes, int]]:
    writer = format_named(name)([columns[place] for place in shown])
    yield writer.head(), 0
    for places, rows in chosen:
        yield writer.rows(_picked(shown, places, rows)), len(rows)
    yield writer.rest() + writer.tail(), 0


class Literals:
    """Cells as expressions of one dialect."""

    def __init__(self, dialect_id: str) -> None:
        self._dialect: Dialect = dialect_named(dialect_id or "ansi")
        self._blob: Callable[[str], str] = {
            "postgresql": lambda digits: f"'\\x{digits}'::bytea",
            "mysql": lambda digits: f"x'{digits}'",
        }.get(dialect_id, lambda digits: f"X'{digits}'")

    def name(self, name: str) -> str:
        """A name in quotes."""
        return self._dialect.quote_identifier(name)

    def of(self, cell: Cell, column: Column) -> str:
        """The cell's exact value. A number stays one only where the column has numbers and it is written as one."""
        if cell is None:
            return "NULL"
        if isinstance(cell, bytes):
            return self._blob(cell.hex())
        if isinstance(cell, RawText):
            return self._blob(cell.raw.hex())
        text = cell_text(cell)
        if isinstance(cell, int) or ((column.is_numeric or isinstance(cell, float)) and _is_plain_number(text)):
            return text
        return self._dialect.quote_string(text)


def _is_plain_number(text: str) -> bool:
    head, _, exponent = text.lower().partition("e")
    digits = head.removeprefix("-").replace(".", "", 1)
    is_small = exponent == "" or exponent.lstrip("+-").isdigit()
    return digits.isascii() and digits.isdigit() and head[-1:] != "." and is_small and not text.endswith("e")


def _inserts(columns: Sequence[Column], chosen: Chosen, literals: Literals) -> Iterator[tuple[bytes, int]]:
    """INSERT statements of at most 500 rows, into the table that the columns come from."""
    table = _table_name({column.table for column in columns if column.table}, literals)
    begun = False
    for places, rows in chosen:
        names = ", ".join(literals.name(columns[place].source or columns[place].name) for place in places)
        for start in range(0, len(rows), _ROWS_PER_INSERT):
            part = rows[start : start + _ROWS_PER_INSERT]
            lines = [
                "(" + ", ".join([literals.of(row[place], columns[place]) for place in places]) + ")" for row in part
            ]
            statement = f"INSERT INTO {table} ({names}) VALUES\n" + ",\n".join(lines) + ";"
            yield _bytes(("\n" if begun else "") + statement), len(part)
            begun = True


def _table_name(tables: set[str], literals: Literals) -> str:
    """The name of the one table, or a name to be replaced where columns come from several or none."""
    if len(tables) != 1:
        return literals.name("table_name")
    (table,) = tables
    schema, point, name = table.partition(".")
    return f"{literals.name(schema)}.{literals.name(name)}" if point else literals.name(table)


def _in_list(columns: Sequence[Column], chosen: Chosen, literals: Literals) -> Iterator[tuple[bytes, int]]:
    """`('a', 'b')`, each value once; of several columns a list of rows. NULL is left out: nothing is equal to it."""
    told: set[str] = set()
    yield b"(", 0
    for places, rows in chosen:
        values = dict.fromkeys(
            _value([literals.of(row[place], columns[place]) for place in places])
            for row in rows
            if all(row[place] is not None for place in places)
        )
        fresh = [value for value in values if value not in told]
        yield _bytes((", " if told and fresh else "") + ", ".join(fresh)), len(rows)
        told.update(fresh)
    yield b")", 0


def _value(literals: list[str]) -> str:
    return literals[0] if len(literals) == 1 else "(" + ", ".join(literals) + ")"
