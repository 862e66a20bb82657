"""What the history's file holds.

Texts are found by an index of trigrams that holds no text itself; it is written later than the entries, up to `indexed`
in `facts`.
"""

from typing import Final

from lapwing.domain.history import HistoryPutAside, HistoryUnusable
from lapwing.store.sqlite_files import StoreKind

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
_SECOND: Final = """
ALTER TABLE entries ADD COLUMN plugin TEXT NOT NULL DEFAULT '';
CREATE INDEX entries_plugins ON entries(id) WHERE plugin != '';
"""
"""Of an entry, the plugin that ran it; empty: a person did."""

KIND: Final = StoreKind(APPLICATION_ID, (_FIRST, _SECOND), HistoryUnusable, HistoryPutAside)
