"""A driver, a real server with a database, and between them a network that does what a test tells it.

For what the contract says about lost connections. Sessions are those of the database's owner.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import pytest

from helpers.proxy import Conduct, Proxy
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually
from lapwing.domain.connections import Target
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Driver, Session
from lapwing.drivers.opening import Opening
from lapwing.drivers.registry import driver_named

Direction = Literal["to_client", "to_server"]


@dataclass(frozen=True, slots=True)
class NetworkTexts:
    """Statements in the server's dialect.

    Attributes:
        sleeping: Takes an hour, then gives a row.
        sleeping_write: Puts a row into `log` after an hour.
        endless_rows: Numbers from 1 on, with a text beside each.
        numbers: The numbers from 1 to so many, with a text beside each.
        long_cells: So many rows of one text of so many bytes.
        naps: Takes so many seconds, then gives a row.
    """

    sleeping: str
    sleeping_write: str
    endless_rows: str
    numbers: Callable[[int], str]
    long_cells: Callable[[int, int], str]
    naps: Callable[[float], str]


class Network(ABC):
    """One database of a server with a proxy before it, and in it a table `log`, which counts what was done.

    Attributes:
        proxy: What sessions go through, unless they are opened `direct`.
        ends_what_nobody_waits_for: Whether the server ends a statement soon after its connection was closed.
        lives: Where the driver says for how long it believes that a session lives without asking, in seconds.
    """

    driver: Driver
    texts: NetworkTexts
    server: PostgreSQL | MariaDB
    ends_what_nobody_waits_for: bool
    lives: str

    def __init__(self, server: PostgreSQL | MariaDB) -> None:
        self.server = server
        self.database = server.create_database()
        self.proxy = Proxy((server.host, server.port))
        session = self.open(direct=True)
        for _ in session.execute("CREATE TABLE log(note varchar(100))"):
            pass
        session.close()

    def target(self, *, tls: bool = False, direct: bool = False, **options: str) -> Target:
        """Where the database is: through the proxy, and in clear text, if nothing else is said."""
        server, owner = self.server, self.server.owner
        verified = {"sslmode": "verify-full", "sslrootcert": str(server.certificates.authority)}
        return Target(
            self.driver.id,
            self.database,
            server.host,
            server.port if direct else self.proxy.port,
            owner.user,
            options={**(verified if tls else {"sslmode": "disable"}), **options},
            password=Secret(owner.password or ""),
        )

    def open(
        self, opening: Opening | None = None, *, tls: bool = False, direct: bool = False, **options: str
    ) -> Session:
        """A session; the test closes it."""
        return self.driver.open(self.target(tls=tls, direct=direct, **options), opening)

    def steer(self, direction: Direction, conduct: Conduct, connection: int | None = None) -> None:
        """Tell how bytes are passed in one direction from now on."""
        if direction == "to_client":
            self.proxy.steer(to_client=conduct, connection=connection)
        else:
            self.proxy.steer(to_server=conduct, connection=connection)

    def passed(self, direction: Direction) -> int:
        """How many bytes have gone through the newest connection in one direction."""
        self.proxy.steer()  # returns when the proxy has counted what it gave to the kernel
        passage = self.proxy.passages[-1]
        return passage.to_client.passed if direction == "to_client" else passage.to_server.passed

    def has_hung_up(self) -> bool:
        """Whether the server's end of the newest connection has reached the client's machine."""
        self.proxy.steer()
        passage = self.proxy.passages[-1]
        return passage.to_client.is_over or not passage.is_open

    def notes(self) -> list[str]:
        """What lasts in `log`, as somebody else sees it."""
        return sorted(str(row[0]) for row in self.server.ask("SELECT note FROM log", database=self.database))

    def pid(self, session: Session) -> int:
        """The server's number of a session."""
        found = session.surroundings().server_pid
        assert found is not None
        return found

    @abstractmethod
    def pids(self) -> list[int]:
        """The server's numbers of all sessions in this database."""

    @abstractmethod
    def is_busy(self, pid: int) -> bool:
        """Whether the session works on a statement."""

    @abstractmethod
    def kill(self, pid: int) -> None:
        """End a session as an administrator does; returns when it is gone."""

    def tidy(self) -> None:
        """As for a new test: the network is healed, nobody is connected, `log` is empty."""
        self.proxy.heal()
        self.proxy.take_new("passed on")
        for pid in self.pids():
            self.kill(pid)
        self.server.ask("DELETE FROM log", database=self.database)

    def close(self) -> None:
        """Let go of everything but the server."""
        self.proxy.close()
        self.server.resume()
        if self.server.pid is not None:
            self.server.drop_database(self.database)


class PostgresqlNetwork(Network):
    driver = driver_named("postgresql")
    server: PostgreSQL
    ends_what_nobody_waits_for = True
    lives = "lapwing.drivers.postgresql.dialogue._BELIEVED_S"
    texts = NetworkTexts(
        sleeping="SELECT pg_sleep(3600)",
        sleeping_write="INSERT INTO log SELECT 'late' FROM pg_sleep(3600)",
        endless_rows="SELECT i, 'text ' || i FROM (SELECT generate_series(1, 1000000000000) AS i) AS endless",
        numbers=lambda count: f"SELECT i, 'text ' || i FROM generate_series(1, {count}) AS i",
        long_cells=lambda count, size: f"SELECT repeat('x', {size}) FROM generate_series(1, {count})",
        naps=lambda seconds: f"SELECT pg_sleep({seconds})",
    )

    def pids(self) -> list[int]:
        rows = self.server.ask(
            "SELECT pid FROM pg_stat_activity WHERE datname = %s AND usename = 'lapwing'", [self.database]
        )
        return sorted(int(row[0]) for row in rows)

    def is_busy(self, pid: int) -> bool:
        return self.server.ask("SELECT state FROM pg_stat_activity WHERE pid = %s", [pid]) == [("active",)]

    def kill(self, pid: int) -> None:
        self.server.ask("SELECT pg_terminate_backend(%s, 20000)", [pid])


class MariadbNetwork(Network):
    driver = driver_named("mysql")
    server: MariaDB
    ends_what_nobody_waits_for = False  # it notices when it next sends something
    lives = "lapwing.drivers.mysql.link._BELIEVED_S"
    texts = NetworkTexts(
        sleeping="SELECT SLEEP(3600)",
        sleeping_write="INSERT INTO log SELECT concat('late', SLEEP(3600))",
        endless_rows="SELECT seq, concat('text ', seq) FROM seq_1_to_100000000000",
        numbers=lambda count: f"SELECT seq, concat('text ', seq) FROM seq_1_to_{count}",
        long_cells=lambda count, size: f"SELECT repeat('x', {size}) FROM seq_1_to_{count}",
        naps=lambda seconds: f"SELECT SLEEP({seconds})",
    )

    def pids(self) -> list[int]:
        rows = self.server.ask(
            "SELECT id FROM information_schema.processlist WHERE db = %s AND user = 'lapwing'", [self.database]
        )
        return sorted(int(row[0]) for row in rows)

    def is_busy(self, pid: int) -> bool:
        rows = self.server.ask("SELECT command FROM information_schema.processlist WHERE id = %s", [pid])
        return bool(rows) and rows[0][0] == "Query"

    def kill(self, pid: int) -> None:
        self.server.end_session(pid)
        eventually(lambda: pid not in self.pids())


_KINDS: Final[dict[str, Callable[[Any], Network]]] = {"postgresql": PostgresqlNetwork, "mariadb": MariadbNetwork}
NETWORKS: Final = tuple(_KINDS)


def network_to(request: pytest.FixtureRequest, server: str = "{kind}") -> Iterator[Network]:
    """The body of a fixture with `params=NETWORKS`.

    Args:
        server: The fixture that gives the server: the shared one, or `own_{kind}`.
    """
    made = _KINDS[request.param](request.getfixturevalue(server.format(kind=request.param)))
    yield made
    made.close()
