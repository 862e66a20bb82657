"""How a running statement is ended: by whatever the DB-API offers for it, called from another thread."""

from collections.abc import Callable
from typing import Any

Cancel = Callable[[], object]


def cancel_of(raw: Any) -> Callable[[Any], Cancel] | None:
    """From a cursor to what ends its statement; None where the DB-API has nothing that could.

    PEP 249 knows no cancel. Connections have `interrupt` (sqlite3, DuckDB), `cancel_safe` (psycopg) or `cancel`
    (psycopg2, oracledb), cursors `cancel` (pyodbc, Trino, Athena, Databricks).

    Args:
        raw: The DB-API's connection.
    """
    for name in ("interrupt", "cancel_safe", "cancel"):
        found = getattr(raw, name, None)
        if callable(found):
            return lambda _cursor, found=found: found  # type: ignore[misc]
    cursor = raw.cursor()
    try:
        can = callable(getattr(cursor, "cancel", None))
    finally:
        cursor.close()
    return (lambda cursor: cursor.cancel) if can else None
