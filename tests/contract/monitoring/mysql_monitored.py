"""MariaDB and MySQL as subjects of monitoring: a fresh database on a server that nobody else uses meanwhile."""

from typing import Final

from contract.monitoring.monitored import Deadlock, Load, Monitored, Queue
from contract.mysql_ways import Server, target
from lapwing.domain.connections import Target
from lapwing.drivers.registry import driver_named

ROWS: Final = 1_000
_NUMBERS: Final = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})"


class MysqlMonitored(Monitored):
    """A database, whose server's administrator looks."""

    driver = driver_named("mysql")
    setup = (
        "CREATE TABLE accounts(id int PRIMARY KEY, note varchar(100)) ENGINE=InnoDB",
        "INSERT INTO accounts VALUES (1, 'a'), (2, 'b'), (3, 'c')",
    )
    may_lack = frozenset({"waits", "session_states"})
    may_be_denied = frozenset(
        {"replication_lag", "replication_running", "relay_log", "binary_logs", "statement_load", "statement_latency"}
    )
    load = Load(
        (
            f"INSERT INTO accounts {_NUMBERS} SELECT 100 + i, 'n' FROM n",
            "UPDATE accounts SET note = 'm' WHERE id > 110",
            "DELETE FROM accounts WHERE id > 120",
            "BEGIN",
            "INSERT INTO accounts VALUES (50, 'undone')",
            "ROLLBACK",
            "CREATE TABLE others(id int)",
        ),
        {
            "rows_written{verb=insert}": ROWS + 1,
            "rows_written{verb=update}": ROWS - 10,
            "rows_written{verb=delete}": ROWS - 20,
            "statements{verb=insert}": 2,
            "statements{verb=update}": 1,
            "statements{verb=delete}": 1,
            "statements{verb=ddl}": 1,
            "transactions{outcome=rollback}": 1,
            "transactions_explicit{outcome=rollback}": 1,
            "transactions_explicit{outcome=commit}": 0,
            "deadlocks": 0,
            "sessions_opened": 1,
        },
        {
            "rows_read": ROWS,
            "questions": 7,
            "network{direction=in}": 300,
            "log_written": 10_000,
            "buffer_pool_read_requests": ROWS,
        },
    )
    queue = Queue(
        (
            "UPDATE accounts SET note = 'x' WHERE id = 1",
            "UPDATE accounts SET note = 'y' WHERE id = 2",
            "SELECT 1",
        ),
        ("UPDATE accounts SET note = 'z' WHERE id = 1", "UPDATE accounts SET note = 'z' WHERE id = 2"),
        ".accounts (PRIMARY ",
    )
    deadlock = Deadlock(
        ("UPDATE accounts SET note = 'x' WHERE id = 1", "UPDATE accounts SET note = 'y' WHERE id = 2"),
        ("UPDATE accounts SET note = 'x' WHERE id = 2", "UPDATE accounts SET note = 'y' WHERE id = 1"),
    )
    alone = "LOCK TABLES accounts WRITE"
    counts_idle = (
        "commits", "rollbacks", "transactions", "transactions_explicit", "questions", "statements", "rows_written",
        "rows_read", "handlers", "select_types", "sorts", "sort_rows", "temporary_tables", "tables_opened",
        "slow_statements", "sessions_opened", "row_lock_waits",
    )  # fmt: skip

    def __init__(self, server: Server) -> None:
        self.server = server
        self.database = server.create_database()

    def _of(self, user: str) -> Target:
        return target(self.server, user, {"sslmode": "disable"}, database=self.database)

    def target(self) -> Target:
        return self._of("admin")

    def restricted(self) -> Target:
        return self._of("reader")

    def reset(self) -> bool:
        self.server.ask("FLUSH STATUS")
        return True

    def close(self) -> None:
        self.server.drop_database(self.database)
