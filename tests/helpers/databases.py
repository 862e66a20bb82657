"""SQLite files for tests, and connections to them on an engine's list."""

import sqlite3
from contextlib import closing
from pathlib import Path

from lapwing.domain.connections import Connection, Environment, SaveConnection
from lapwing.domain.urls import sqlite_url
from lapwing.gui.client import EngineClient


def make_database(path: Path, sql: str) -> Path:
    """A SQLite file with what `sql` makes; one that exists is changed."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(sql)
    return path


async def save_connection(
    client: EngineClient,
    path: Path,
    connection_id: str = "shop",
    *,
    name: str = "",
    group: str = "",
    environment: Environment = Environment.NONE,
) -> Connection:
    """Put a SQLite file on the engine's list of connections, named after the file unless said otherwise."""
    saved = Connection(connection_id, name or path.stem, sqlite_url(path), group, environment)
    await client.call("connection.save", SaveConnection(saved))
    return saved
