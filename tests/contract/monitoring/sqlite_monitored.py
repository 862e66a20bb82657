"""SQLite files as subjects of monitoring, in each of the two journal modes."""

from pathlib import Path

import apsw

from contract.monitoring.monitored import Load, Monitored
from lapwing.domain.connections import Target
from lapwing.drivers.registry import driver_named


class SqliteMonitored(Monitored):
    """A file of its own."""

    driver = driver_named("sqlite")
    setup = ("CREATE TABLE accounts(id INTEGER PRIMARY KEY, note)",)
    load = Load(
        (
            "INSERT INTO accounts VALUES (1, randomblob(50000))",
            "UPDATE accounts SET note = randomblob(60000)",
            "BEGIN",
            "INSERT INTO accounts VALUES (2, 'undone')",
            "ROLLBACK",
            "CREATE TABLE others(id)",
            "DELETE FROM accounts",
        ),
        {"changes": 4, "schema_changes": 1},
        {"free_pages": 10, "pages": 10},
    )
    counts_idle = ("changes", "schema_changes")

    def __init__(self, folder: Path, journal_mode: str) -> None:
        self.path = folder / "accounts.sqlite"
        connection = apsw.Connection(str(self.path))
        connection.execute(f"PRAGMA synchronous=OFF; PRAGMA journal_mode={journal_mode}; PRAGMA user_version=1")
        connection.close()
        self._holding = apsw.Connection(str(self.path)) if journal_mode == "wal" else None
        if self._holding is not None:
            self._holding.execute("SELECT count(*) FROM sqlite_schema").fetchall()  # so that the log stays

    def target(self) -> Target:
        return Target("sqlite", str(self.path))

    def close(self) -> None:
        if self._holding is not None:
            self._holding.close()
