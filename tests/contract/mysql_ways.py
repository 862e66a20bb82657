"""Ways into the tests' MariaDB and MySQL servers."""

from collections.abc import Callable
from contextlib import closing
from typing import Any, Final

from helpers.servers.mariadb import MariaDB
from helpers.servers.mysql import MySQL
from lapwing.domain.connections import Surroundings, Target
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.drivers.registry import driver_named

Server = MariaDB | MySQL


def target(server: Server, user: str, options: dict[str, str] | None = None, **changes: Any) -> Target:
    """The way of a user in: over TCP, with the password and certificate that he has."""
    login = server.logins[user]
    identity = login.identity
    shown = {"sslcert": str(identity.certificate), "sslkey": str(identity.key)} if identity else {}
    given: dict[str, Any] = {
        "host": server.host,
        "port": server.port,
        "username": login.user,
        "password": None if login.password is None else Secret(login.password),
        "options": shown | (options or {}),
        **changes,
    }
    return Target("mysql", **given)


def open_as(server: Server, user: str, opening: Opening | None = None, /, **options: str) -> Session:
    return driver_named("mysql").open(target(server, user, options), opening)


def seen(session: Session) -> Surroundings:
    with closing(session):
        return session.surroundings()


def in_clear(server: Server) -> dict[str, str]:
    return {"sslmode": "disable"}


def encrypted(server: Server) -> dict[str, str]:
    return {"sslmode": "verify-full", "sslrootcert": str(server.certificates.authority)}


WAYS: Final[dict[str, Callable[[Server], dict[str, str]]]] = {"plain": in_clear, "tls": encrypted}
