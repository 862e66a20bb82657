"""Sessions that wait for each other on a real PostgreSQL, as a person's applications leave them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg

from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually

HELD: Final = "UPDATE item SET name = 'lamp'\nWHERE id = 1 -- by hand"
WAITING: Final = "UPDATE item SET name = 'rope' WHERE id = 1"


def _pid(session: psycopg.Connection[Any]) -> int:
    return session.info.backend_pid


def _wait_until_it_waits(server: PostgreSQL, session: psycopg.Connection[Any]) -> None:
    eventually(lambda: server.ask("SELECT 1 FROM pg_locks WHERE NOT granted AND pid = %s", [_pid(session)]))


@dataclass(frozen=True, slots=True)
class BlockedSessions:
    """`root` is idle in a transaction that holds a row, `first` waits for it, and `second` for the first; `idle` does
    nothing. All by process id."""

    root: str
    first: str
    second: str
    idle: str


@contextmanager
def blocked_sessions(server: PostgreSQL, database: str) -> Iterator[BlockedSessions]:
    """The owner's, until the end."""
    made: list[psycopg.Connection[Any]] = []

    def connect(name: str) -> psycopg.Connection[Any]:
        owner = server.owner
        made.append(
            psycopg.connect(
                host=server.host,
                port=server.port,
                user=owner.user,
                password=owner.password,
                dbname=database,
                application_name=name,
                autocommit=True,
            )
        )
        return made[-1]

    root, first, second, idle = map(connect, ("zz_checkout", "zz_web", "zz_web", "zz_idle"))
    try:
        idle.execute("CREATE TABLE item (id int PRIMARY KEY, name text); INSERT INTO item VALUES (1, 'tent')")
        root.execute("BEGIN")
        root.execute(HELD.encode())
        first.pgconn.send_query(WAITING.encode())
        _wait_until_it_waits(server, first)
        second.pgconn.send_query(WAITING.encode())
        _wait_until_it_waits(server, second)
        yield BlockedSessions(*(str(_pid(each)) for each in (root, first, second, idle)))
    finally:
        for each in made:
            each.pgconn.finish()
