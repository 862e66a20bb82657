"""Both kinds of real servers behind one face: what tests of the engine ask of them is the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest

from helpers.engines import Asker
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually
from lapwing.domain.connections import OpenSession, SessionFacts, TransactionMode
from lapwing.domain.secrets import Secret

KINDS: Final = ("postgresql", "mariadb")


@dataclass(slots=True)
class ServerPlace:
    """A database on a real server, and how to get there as its owner.

    Attributes:
        driver: Id of its driver.
        port: That of the server, or of a proxy before it.
    """

    driver: str
    server: PostgreSQL | MariaDB
    database: str
    port: int

    @property
    def user(self) -> str:
        return self.server.owner.user

    @property
    def password(self) -> Secret:
        return Secret(self.server.owner.password or "")

    @property
    def is_postgresql(self) -> bool:
        return self.driver == "postgresql"

    def url(self, *, user: str = "", database: str = "", **options: str | int) -> str:
        more = "&".join(f"{name}={value}" for name, value in options.items())
        place = f"{self.server.host}:{self.port}/{database or self.database}"
        return f"{self.driver}://{user or self.user}@{place}{'?' if more else ''}{more}"

    async def session(self, asker: Asker, **more: Any) -> SessionFacts:
        """A new session of the owner's; `options` go into the URL."""
        url = self.url(**more.pop("options", {}))
        mode = more.pop("mode", TransactionMode.AUTO)
        facts = await asker.ask("session.open", OpenSession(url=url, password=self.password, mode=mode, **more))
        assert isinstance(facts, SessionFacts)
        return facts

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """What the superuser sees in the database."""
        if isinstance(self.server, PostgreSQL):
            return self.server.ask(question, database=self.database)
        return self.server.ask(question, database=self.database)

    def pids(self) -> list[int]:
        """The server's numbers of the owner's sessions in this database."""
        if isinstance(self.server, PostgreSQL):
            rows = self.ask(
                f"SELECT pid FROM pg_stat_activity WHERE datname = '{self.database}' AND usename = 'lapwing'"
            )
        else:
            rows = self.ask(
                f"SELECT id FROM information_schema.processlist WHERE db = '{self.database}' AND user = 'lapwing'"
            )
        return sorted(int(row[0]) for row in rows)

    def kill(self, pid: int) -> None:
        """End a session as an administrator does; returns when it is gone."""
        if isinstance(self.server, PostgreSQL):
            self.ask(f"SELECT pg_terminate_backend({pid}, 10000)")
        else:
            self.server.end_session(pid)
            eventually(lambda: not self.ask(f"SELECT 1 FROM information_schema.processlist WHERE id = {pid}"))

    @property
    def sleeping(self) -> str:
        """A statement that takes an hour."""
        return "SELECT pg_sleep(3600)" if self.is_postgresql else "SELECT SLEEP(3600)"

    @property
    def endless_rows(self) -> str:
        """A statement that gives more rows than anybody waits for."""
        if self.is_postgresql:
            return "SELECT generate_series(1, 1000000000), repeat('x', 100)"  # in FROM all of them would be made first
        return "SELECT seq, repeat('x', 100) FROM seq_1_to_1000000000"


def server_place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    """The body of a fixture with `params=KINDS`."""
    server = request.getfixturevalue(request.param)
    database = request.getfixturevalue(f"{request.param}_database")
    yield ServerPlace("postgresql" if request.param == "postgresql" else "mysql", server, database, server.port)
