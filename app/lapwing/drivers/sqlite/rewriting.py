"""Reading a result whose text is not valid UTF-8: the statement, asked again so that text comes as bytes.

SQLite keeps whatever bytes were stored as text; apsw refuses a row that holds invalid ones. The statement is wrapped so
that each text cell is cast to BLOB and the storage class of every cell stands in columns at the end.
"""

from collections.abc import Sequence

from lapwing.domain.values import Cell, RawText, Row

_CLASSES_PER_COLUMN = 500


def as_bytes_query(sql: str, columns: int) -> str:
    """The statement that gives `columns` cells with text as bytes, then their storage classes' first letters."""
    names = [f"c{number}" for number in range(columns)]
    cells = [f"CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) ELSE {name} END" for name in names]
    classes = [
        "concat("
        + ", ".join(f"substr(typeof({name}), 1, 1)" for name in names[first : first + _CLASSES_PER_COLUMN])
        + ")"
        for first in range(0, columns, _CLASSES_PER_COLUMN)
    ]
    return f"WITH q({', '.join(names)}) AS MATERIALIZED (\n{sql}\n) SELECT {', '.join(cells + classes)} FROM q"


def restore_row(row: Sequence[Cell], columns: int) -> Row:
    """The row as the statement gave it: text that is valid as text, other text as `RawText`."""
    classes = "".join(str(part) for part in row[columns:])
    return tuple(_text(cell) if kind == "t" else cell for cell, kind in zip(row, classes, strict=False))


def _text(cell: Cell) -> Cell:
    assert isinstance(cell, bytes)
    try:
        return cell.decode()
    except UnicodeDecodeError:
        return RawText(cell)
