"""What a foreign key may be set to: rows of the other table by key, with the column that tells people which is one."""

from typing import Final

from lapwing.domain.catalog import CatalogColumn
from lapwing.domain.errors import RequestInvalid
from lapwing.domain.table_data import KeyChoice, KeyChoices, LookUpKey, value_of
from lapwing.domain.values import Cell, LongCell, cell_text
from lapwing.drivers.base import Session
from lapwing.drivers.table_access import TableAccess
from lapwing.engine.table.asking import Asked

_MOST: Final = 1_000
_SHOWN_CHARS: Final = 120
_TEXTS: Final = ("char", "text", "clob", "string")
_TELLING: Final = ("name", "title", "label", "caption", "description", "subject", "email", "mail", "login", "code")
"""Names of columns that tell what a row is, the most telling first."""
_HALF: Final = ("first", "given", "middle", "user", "file", "nick")
"""Such a name tells less than another one."""


def look_up(session: Session, request: LookUpKey) -> KeyChoices:
    """The keys that fit, with descriptions. Session's thread.

    Raises:
        RequestInvalid: The key has several columns.
        StatementFailed: The table is not there, or may not be read.
    """
    reference = request.reference
    if len(reference.other_columns) != 1 or not 1 <= request.most <= _MOST:
        raise RequestInvalid(operation="table.look_up", reason="that is for keys of one column.")
    there = session.catalog.table(reference.schema, reference.table)
    key, described_by = reference.other_columns[0], describing(there, reference.other_columns[0])
    rows = Asked(session, _statement(there, key, described_by, request)).rows
    found = tuple(
        KeyChoice(value_of(row[0]), _description(row[1]) if described_by else "")
        for row in rows
        if row[0] is not None and not isinstance(row[0], LongCell)
    )
    return KeyChoices(found[: request.most], described_by, len(rows) > request.most)


def _statement(there: TableAccess, key: str, described_by: str, request: LookUpKey) -> str:
    columns = [key, *([described_by] if described_by else [])]
    tests = " OR ".join(there.contains(column, request.text) for column in columns) if request.text else ""
    condition = f"{there.quoted(key)} IS NOT NULL" + (f" AND ({tests})" if tests else "")
    limit = f" LIMIT {request.most + 1}" if there.limits_rows else ""
    selected = ", ".join(map(there.quoted, columns))
    order = there.order_item(key, descending=False)
    return f"SELECT {selected} FROM {there.full_name} WHERE {condition} ORDER BY {order}{limit}"


def describing(there: TableAccess, key: str) -> str:
    """The column that tells people which row it is: one of text, by its name or else the first; empty for none."""
    columns = [column for column in there.columns.values() if column.name != key and _is_text(column)]

    def rank(column: CatalogColumn) -> tuple[int, bool, int]:
        name = column.name.lower()
        found = (2 * at + (name != word) for at, word in enumerate(_TELLING) if word in name)
        is_half = any(word in name for word in _HALF)
        return next(found, 2 * len(_TELLING)), is_half, columns.index(column)

    best = min(columns, key=rank, default=None)
    return best.name if best is not None else ""


def _is_text(column: CatalogColumn) -> bool:
    return any(word in column.type_name.lower() for word in _TEXTS)


def _description(cell: Cell) -> str:
    text = "" if cell is None else str(cell.start) if isinstance(cell, LongCell) else cell_text(cell)
    return text[:_SHOWN_CHARS]
