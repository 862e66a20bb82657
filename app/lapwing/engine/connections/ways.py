"""Ways to a server: what is needed to open a session on it, and to open it again."""

import dataclasses
from dataclasses import dataclass

from lapwing.domain.connections import Connection, Environment, Target
from lapwing.domain.errors import DriverUnknown
from lapwing.domain.secrets import Secret
from lapwing.domain.targets import shown_target
from lapwing.domain.urls import parse_url
from lapwing.drivers.base import Driver
from lapwing.drivers.registry import driver_named, known_drivers
from lapwing.engine.connections.pool_settings import PoolSettings, pool_settings


@dataclass(frozen=True, slots=True)
class Way:
    """All that is needed to open a session.

    Attributes:
        connection: The saved one whose secrets are used; one without an id has none but `password`.
        target: Without secrets, and without the options that `settings` came from.
        password, key_password: For this way only; None: the one that the connection's place gives.
    """

    connection: Connection
    target: Target
    settings: PoolSettings
    password: Secret | None = None
    key_password: Secret | None = None

    @property
    def driver(self) -> Driver:
        """Its module is loaded when first asked for, which is better done in the session's thread."""
        return driver_named(self.target.driver)

    @property
    def shown(self) -> str:
        """Where it leads, for messages."""
        return shown_target(self.target)


def way_to(
    connection: Connection | None, url: str = "", *, read_only: bool = False, password: Secret | None = None
) -> Way:
    """The way to a saved connection, to a URL, or to a URL with the secrets of a saved connection.

    Raises:
        UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid
    """
    target = parse_url(url or (connection.url if connection else ""))
    environment = connection.environment if connection else Environment.NONE
    settings, target = pool_settings(target, environment)
    read_only = read_only or target.read_only or (connection is not None and connection.read_only)
    if connection is None:
        connection = Connection("", shown_target(target), url)
    if target.driver not in known_drivers():
        raise DriverUnknown(driver=target.driver, known=", ".join(known_drivers()))
    return Way(connection, dataclasses.replace(target, read_only=read_only), settings, password)
