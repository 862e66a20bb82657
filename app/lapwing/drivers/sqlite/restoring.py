"""Running a file that a person chose: dumps of virtual tables write into `sqlite_schema` itself."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw


@contextmanager
def writing_schema(connection: apsw.Connection) -> Iterator[None]:
    """Let statements write the schema (PRAGMA writable_schema), as the sqlite3 program does; then read it anew."""
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    try:
        yield
    finally:
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        connection.execute("PRAGMA writable_schema=RESET").fetchall()
