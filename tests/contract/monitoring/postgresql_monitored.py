"""PostgreSQL as a subject of monitoring: a fresh database, in which nobody but the test does anything."""

from contextlib import ExitStack
from typing import Final

from contract.monitoring.monitored import Deadlock, Load, Monitored, Queue
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from lapwing.domain.connections import Target
from lapwing.domain.secrets import Secret
from lapwing.drivers.registry import driver_named

SETTINGS: Final = {"autovacuum": "off", "deadlock_timeout": "50ms", "work_mem": "64kB"}
"""Nobody else works, deadlocks are found at once, and what is sorted goes to disk."""
ROWS: Final = 1_000
_SPILLS: Final = "SELECT count(*) FROM (SELECT repeat('x', 100) || i AS t FROM generate_series(1, 5000) i ORDER BY 1) s"


class PostgresqlMonitored(Monitored):
    """A database on one of the tests' servers, whose superuser looks."""

    driver = driver_named("postgresql")
    setup = (
        "CREATE TABLE accounts(id int PRIMARY KEY, note text)",
        "INSERT INTO accounts VALUES (1, 'a'), (2, 'b'), (3, 'c')",
        "CREATE SEQUENCE numbers AS smallint",
        "SELECT setval('numbers', 30000)",
        "CREATE SEQUENCE others AS smallint",
        "SELECT setval('others', 20000)",
    )
    may_lack = frozenset(
        {"waits", "replication_lag", "replication_lag_bytes", "slot_retained", "oldest_snapshot_age",
         "database_connections", "dead_rows_share", "vacuum_age", "analyze_age"}
    )  # fmt: skip
    may_be_denied = frozenset(
        {"block_time", "block_read_latency", "conflicts", "log_archived", "log_archive_age", "sessions_opened",
         "sessions_lost", "log_records", "log_full_pages", "log_buffers_full", "io_read", "io_written"}
    )  # fmt: skip
    load = Load(
        (
            f"INSERT INTO accounts SELECT 100 + i, 'n' FROM generate_series(1, {ROWS}) i",
            "UPDATE accounts SET note = 'm' WHERE id > 110",
            "DELETE FROM accounts WHERE id > 120",
            "BEGIN",
            "INSERT INTO accounts VALUES (50, 'undone')",
            "ROLLBACK",
            _SPILLS,
        ),
        {
            "rows_written{verb=insert}": ROWS + 1,
            "rows_written{verb=update}": ROWS - 10,
            "rows_written{verb=delete}": ROWS - 20,
            "transactions{outcome=rollback}": 1,
            "rollbacks": 1,
        },
        {"temporary_files": 1, "temporary_bytes": 500_000, "rows_read": ROWS, "log_written": 50_000},
        (("UPDATE accounts SET note = note WHERE id = 1", "rows_written{verb=update}"),),
    )
    queue = Queue(
        (
            "UPDATE accounts SET note = 'x' WHERE id = 1",
            "UPDATE accounts SET note = 'y' WHERE id = 2",
            "SELECT 1",
        ),
        ("UPDATE accounts SET note = 'z' WHERE id = 1", "UPDATE accounts SET note = 'z' WHERE id = 2"),
        "transaction ",
    )
    deadlock = Deadlock(
        ("UPDATE accounts SET note = 'x' WHERE id = 1", "UPDATE accounts SET note = 'y' WHERE id = 2"),
        ("UPDATE accounts SET note = 'x' WHERE id = 2", "UPDATE accounts SET note = 'y' WHERE id = 1"),
    )
    alone = "LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE"
    counts_idle = ("commits", "rollbacks", "transactions", "database_transactions", "rows_written", "rows_read")

    def __init__(self, server: PostgreSQL) -> None:
        self.server = server
        self._ends = ExitStack()
        self._ends.enter_context(server.settings(**SETTINGS))
        self.database = server.create_database(owner=SUPERUSER)
        self._ends.callback(server.drop_database, self.database)

    def _of(self, user: str) -> Target:
        login = self.server.logins[user]
        password = None if login.password is None else Secret(login.password)
        return Target(
            "postgresql",
            self.database,
            self.server.host,
            self.server.port,
            user,
            {"sslmode": "disable"},
            password=password,
        )

    def target(self) -> Target:
        return self._of(SUPERUSER)

    def restricted(self) -> Target:
        return self._of("reader")

    def reset(self) -> bool:
        self.server.ask("SELECT pg_stat_reset()", database=self.database)
        return True

    def close(self) -> None:
        self._ends.close()
