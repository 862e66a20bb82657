"""Selected cells as text for a clipboard: what spreadsheets, editors and statements take when it is pasted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Final

from lapwing.domain.results import Column, CopyFormat
from lapwing.domain.transfer import LineEnd, WriteOptions
from lapwing.domain.values import Cell, Row, cell_text
from lapwing.formats.registry import FormatName, format_named
from lapwing.formats.sql import Literals, SqlFormat
from lapwing.sql.dialect import Dialect, dialect_named

Chosen = Iterable[tuple[tuple[int, ...], list[Row]]]
"""The columns of a band of the selection and some of its rows, which have all columns; long cells are whole."""
_NEEDS_QUOTES: Final = frozenset('\t\n\r"')
_ROWS_PER_INSERT: Final = 500
_OPTIONS: Final = WriteOptions(line_end=LineEnd.LF)
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
    if copy_format is CopyFormat.BARE:
        for places, rows in chosen:
            yield _bytes("\n".join(cell_text(row[place]) for row in rows for place in places)), len(rows)
    elif copy_format in {CopyFormat.TSV, CopyFormat.TSV_HEADERS}:
        yield from _separated(columns, shown, chosen, with_headers=copy_format is CopyFormat.TSV_HEADERS)
    elif copy_format is CopyFormat.INSERT:
        yield from _inserts(columns, chosen, dialect_named(dialect or "ansi"))
    elif copy_format is CopyFormat.IN_LIST:
        yield from _in_list(columns, chosen, dialect_named(dialect or "ansi"))
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
    writer = format_named(name)([columns[place] for place in shown], _OPTIONS)
    yield writer.head(), 0
    for places, rows in chosen:
        yield writer.rows(_picked(shown, places, rows)), len(rows)
    yield writer.rest() + writer.tail(), 0


def _inserts(columns: Sequence[Column], chosen: Chosen, dialect: Dialect) -> Iterator[tuple[bytes, int]]:
    """INSERT statements into the table that the columns come from; other ones for rows with other columns."""
    table = _table_name({column.table for column in columns if column.table}, dialect)
    options = WriteOptions(dialect=dialect.id, table=table, rows_per_statement=_ROWS_PER_INSERT)
    for places, group in groupby(chosen, key=itemgetter(0)):
        there = [replace(columns[place], name=columns[place].source or columns[place].name) for place in places]
        writer = SqlFormat(there, options)
        yield writer.head(), 0
        for _, rows in group:
            yield writer.rows(_picked(places, places, rows)), len(rows)
        yield writer.tail(), 0


def _table_name(tables: set[str], dialect: Dialect) -> str:
    """The name of the one table, or a name to be replaced where columns come from several or none."""
    if len(tables) != 1:
        return dialect.quote_identifier("table_name")
    schema, point, name = tables.pop().partition(".")
    return ".".join(map(dialect.quote_identifier, (schema, name) if point else (schema,)))


def _in_list(columns: Sequence[Column], chosen: Chosen, dialect: Dialect) -> Iterator[tuple[bytes, int]]:
    """`('a', 'b')`, each value once; of several columns a list of rows. NULL is left out: nothing is equal to it."""
    literals = Literals(dialect.id, dialect.quote_string)
    told: set[str] = set()
    yield b"(", 0
    for places, rows in chosen:
        values = dict.fromkeys(
            _value([literals.of(row[place], is_numeric=columns[place].is_numeric) for place in places])
            for row in rows
            if all(row[place] is not None for place in places)
        )
        fresh = [value for value in values if value not in told]
        yield _bytes((", " if told and fresh else "") + ", ".join(fresh)), len(rows)
        told.update(fresh)
    yield b")", 0


def _value(literals: list[str]) -> str:
    return literals[0] if len(literals) == 1 else "(" + ", ".join(literals) + ")"
