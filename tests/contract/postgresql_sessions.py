"""Opening sessions on the tests' PostgreSQL in many ways."""

from collections.abc import Iterator
from contextlib import contextmanager

from helpers.servers.postgresql import PostgreSQL
from lapwing.domain.connections import Target
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.drivers.registry import driver_named


def target_of(
    server: PostgreSQL,
    user: str = "lapwing",
    database: str = "postgres",
    *,
    password: str | None = "right",
    socket: bool = False,
    read_only: bool = False,
    **options: str,
) -> Target:
    """A target for one of the server's accounts; `right` is its password, None gives none. By TCP if not `socket`."""
    if password == "right":
        password = server.logins[user].password if user in server.logins else None
    host = str(server.socket_folder) if socket else server.host
    secret = None if password is None else Secret(password)
    return Target("postgresql", database, host, server.port, user, options, read_only, password=secret)


@contextmanager
def opened(target: Target, opening: Opening | None = None) -> Iterator[Session]:
    """A session, closed at the end."""
    session = driver_named("postgresql").open(target, opening)
    try:
        yield session
    finally:
        session.close()
