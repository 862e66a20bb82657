"""Reading a result whose text is not valid UTF-8: the statement, asked again so that text comes as bytes.

SQLite keeps whatever bytes were stored as text; apsw refuses a row that holds invalid ones. The statement is wrapped so
that text comes as binary, in the database's encoding, and binary as text, in hexadecimal digits.
"""

from collections.abc import Sequence

from lapwing.domain.values import Cell, RawText, Row


def as_bytes_query(sql: str, columns: int) -> str:
    """The statement with `columns` cells in each row, as `restore_row` expects them."""
    names = [f"c{number}" for number in range(columns)]
    cells = [
        f"CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) WHEN 'blob' THEN hex({name}) ELSE {name} END"
        for name in names
    ]
    return f"WITH q({', '.join(names)}) AS MATERIALIZED (\n{sql}\n) SELECT {', '.join(cells)} FROM q"


def restore_row(row: Sequence[Cell], encoding: str) -> Row:
    """The row as the statement gave it: text that is valid as text, other text as `RawText`.

    Args:
        encoding: The database's: `UTF-8`, `UTF-16le` or `UTF-16be`.
    """
    return tuple(_restored(cell, encoding) for cell in row)


def _restored(cell: Cell, encoding: str) -> Cell:
    if isinstance(cell, str):
        return bytes.fromhex(cell)
    if not isinstance(cell, bytes):
        return cell
    try:
        return cell.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "UTF-8":
            return RawText(cell)
    # half a pair of UTF-16, or half a unit, which SQLite leaves out: told in UTF-8 like all text
    units = cell[: len(cell) & ~1]
    return RawText(units.decode(encoding, "surrogatepass").encode("utf-8", "surrogatepass"))
