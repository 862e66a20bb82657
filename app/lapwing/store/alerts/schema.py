"""What the alerts' file holds.

Bodies are JSON of `domain.alerts`: what was told is kept as it was told, whatever becomes of rules.
"""

from typing import Final

from lapwing.domain.alerts.errors import AlertsPutAside, AlertsUnusable
from lapwing.store.sqlite_files import StoreKind

_APPLICATION_ID: Final = 0x4C617061
"""`Lapa` in ASCII."""
_FIRST: Final = """
CREATE TABLE instances(
    rule TEXT NOT NULL, connection TEXT NOT NULL, labels TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (rule, connection, labels)
) WITHOUT ROWID;
CREATE TABLE changes(
    id INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL, rule TEXT NOT NULL, connection TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX changes_rules ON changes(rule, id);
CREATE INDEX changes_connections ON changes(connection, id);
CREATE TABLE deliveries(
    change INTEGER NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (change, channel)
) WITHOUT ROWID;
CREATE TABLE silences(body TEXT NOT NULL, until REAL NOT NULL);
"""
KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), AlertsUnusable, AlertsPutAside)
