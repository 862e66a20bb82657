"""What the alerts' file holds, and how an older one becomes a newer one. `PRAGMA user_version` is the version.

Bodies are JSON of `domain.alerts`: what was told is kept as it was told, whatever becomes of rules.
"""

from typing import Final

import apsw

VERSION: Final = 1
APPLICATION_ID: Final = 0x4C617061
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
_STEPS: Final[dict[int, str]] = {0: _FIRST}


def migrate(connection: apsw.Connection) -> None:
    """Bring the file to this version, in one transaction; a newer one is left alone.

    Raises:
        apsw.Error
    """
    if version_of(connection) >= VERSION:
        return
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in range(version_of(connection), VERSION):  # another engine may have been first
            connection.execute(_STEPS[step])
        connection.execute(f"PRAGMA user_version={VERSION}; PRAGMA application_id={APPLICATION_ID}")
    except apsw.Error:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def version_of(connection: apsw.Connection) -> int:
    """The version of the file; 0 of an empty one."""
    (version,) = next(iter(connection.execute("PRAGMA user_version")))
    return int(version)
