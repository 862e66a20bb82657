"""What MariaDB and MySQL have besides relations."""

from collections.abc import Callable
from typing import Final

from lapwing.domain.catalog import CatalogObject, ObjectKind, ObjectScope
from lapwing.domain.errors import StatementFailed

TextRow = tuple[str | None, ...]
Rows = Callable[..., list[TextRow]]
"""Runs the query of this name with parameters, and waits for no lock."""

DENIED: Final = {"1044", "1142", "1143", "1227", "1370", "1449"}
"""For a database, a table, a column, a privilege, a routine; and a definer that is gone."""
QUERIES: Final = {
    "function": "objects_routines",
    "procedure": "objects_routines",
    "event": "objects_events",
    "trigger": "objects_triggers",
    "index": "objects_indexes",
    "sequence": "objects_sequences",
}
ACCOUNTS: Final = ("user", "role")
_ORDER: Final = ("index", "trigger", "function", "procedure", "sequence", "event")


def text(cell: str | None) -> str:
    """Nothing for NULL."""
    return "" if cell is None else cell


def error_number(error: StatementFailed) -> str:
    """The server's number of an error, whatever stands behind it in the code."""
    return str(error.facts.get("code") or "").split(" ")[0]


def read_kinds(rows: Rows, schema: str, *, is_dear: bool) -> list[ObjectKind]:
    """Kinds of one database besides relations.

    Args:
        is_dear: Whether counting indexes and triggers would open too many tables.
    """
    counts: dict[str, int | None] = {text(row[0]): int(row[1] or 0) for row in rows("kinds", schema, schema, schema)}
    if is_dear:
        counts |= {"index": None, "trigger": None}
    else:
        counts |= {text(row[0]): int(row[1] or 0) for row in rows("kinds_parts", schema, schema)}
    return [ObjectKind(kind, ObjectScope.SCHEMA, counts[kind]) for kind in _ORDER if counts.get(kind, 0) != 0]


def read_objects(rows: Rows, kind: str, schema: str) -> list[CatalogObject]:
    """Objects of one kind of one database, by name."""
    found = [
        CatalogObject(kind, schema, text(name), "", text(parent), text(detail), text(comment))
        for own, name, parent, detail, comment in rows(QUERIES[kind], schema)
        if own == kind
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.name, one.parent))


def read_accounts(rows: Rows, kind: str, *, is_mariadb: bool) -> list[CatalogObject]:
    """Accounts, or roles: of those who may not know others, only their own."""
    try:
        told = rows("users_mariadb" if is_mariadb else "users_mysql")
    except StatementFailed as error:
        if error_number(error) not in DENIED:
            raise
        told = rows("users_own")
    found = [
        CatalogObject(kind, "", text(name), text(host), "", text(detail))
        for own, name, host, detail in told
        if own == kind
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.name, one.signature))
