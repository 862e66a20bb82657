"""What the history's file holds, and how an older one becomes a newer one.

`PRAGMA user_version` is the version. Texts are found by an index of trigrams that holds no text itself; it is written
later than the entries, up to `indexed` in `facts`.
"""

from typing import Final

import apsw

VERSION: Final = 1
APPLICATION_ID: Final = 0x4C617068
"""`Laph` in ASCII: SQLite keeps in the file whose it is."""

_FIRST: Final = """
CREATE TABLE facts(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO facts VALUES ('indexed', 0), ('swept', 0);
CREATE TABLE places(
    id INTEGER PRIMARY KEY,
    connection_id TEXT NOT NULL,
    connection TEXT NOT NULL,
    dialect TEXT NOT NULL,
    database TEXT NOT NULL,
    UNIQUE (connection_id, connection, dialect, database)
);
CREATE TABLE entries(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place INTEGER NOT NULL REFERENCES places,
    engine TEXT,
    started REAL NOT NULL,
    state TEXT NOT NULL,
    schema TEXT NOT NULL,
    face TEXT NOT NULL,
    session TEXT NOT NULL,
    tab TEXT NOT NULL,
    number INTEGER NOT NULL,
    elapsed_s REAL,
    rows_fetched INTEGER,
    rows_affected INTEGER,
    error_code TEXT,
    error TEXT,
    parameters TEXT,
    pinned INTEGER NOT NULL DEFAULT 0,
    characters INTEGER NOT NULL,
    sql TEXT NOT NULL
);
CREATE INDEX entries_under_way ON entries(engine) WHERE engine IS NOT NULL;
CREATE INDEX entries_places ON entries(place);
CREATE INDEX entries_pinned ON entries(id) WHERE pinned;
CREATE INDEX entries_transactions ON entries(session, number) WHERE number > 0;
CREATE VIRTUAL TABLE texts USING fts5(sql, content='', contentless_delete=1, tokenize='trigram');
"""
"""An entry's `engine` is who runs it, and NULL when it is over."""

_STEPS: Final[dict[int, str]] = {0: _FIRST}
"""From each version to the next one."""


def migrate(connection: apsw.Connection) -> int:
    """Bring the file to this version, in one transaction; the version it had. A newer one is left alone.

    Raises:
        apsw.Error
    """
    version = version_of(connection)
    if version >= VERSION:
        return version
    if version == 0:
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in range(version_of(connection), VERSION):  # another engine may have been first
            connection.execute(_STEPS[step])
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    except apsw.Error:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    return version


def version_of(connection: apsw.Connection) -> int:
    """The version of the file; 0 of an empty one."""
    (version,) = next(iter(connection.execute("PRAGMA user_version")))
    return int(version)
