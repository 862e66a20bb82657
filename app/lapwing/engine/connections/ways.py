"""Ways to a server: what is needed to open a session on it, and to open it again."""

import dataclasses
from collections.abc import Sequence
from dataclasses import field

from lapwing.domain.connections import Connection, Target
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy, Safeguards, safeguards_of
from lapwing.domain.errors import DriverUnknown
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret
from lapwing.domain.ssh import shown_tunnel
from lapwing.domain.ssh_errors import TunnelInvalid
from lapwing.domain.targets import shown_target
from lapwing.domain.urls import parse_url
from lapwing.domain.visible import visible_text
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
        safeguards: What its environment and its own settings say.
        ssh_secret: The same as `password` for the SSH server, as its way to log in wants it.
        is_alone: Whether it shares an SSH tunnel with nobody.
    """

    connection: Connection
    target: Target
    settings: PoolSettings
    password: Secret | None = None
    key_password: Secret | None = None
    safeguards: Safeguards = field(default_factory=Safeguards)
    ssh_secret: Secret | None = None
    is_alone: bool = False

    @property
    def driver(self) -> Driver:
        """Its module is loaded when first asked for, which is better done in the session's thread."""
        return driver_named(self.target.driver)

    @property
    def shown(self) -> str:
        """Where it leads, for messages."""
        tunnel = self.connection.ssh
        return shown_target(self.target) + (f", {visible_text(shown_tunnel(tunnel))}" if tunnel is not None else "")


def way_to(
    connection: Connection | None,
    url: str = "",
    *,
    read_only: bool = False,
    password: Secret | None = None,
    policies: Sequence[EnvironmentPolicy] = SHIPPED,
) -> Way:
    """The way to a saved connection, to a URL, or to a URL with the secrets of a saved connection.

    Raises:
        UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid, TunnelInvalid
    """
    if connection is not None and not url:
        see_tunnel(connection)
    target = parse_url(url or (connection.url if connection else ""))
    safeguards = safeguards_of(connection, policies)
    settings, target = pool_settings(target, safeguards.idle_transaction_s)
    read_only = read_only or target.read_only or safeguards.read_only
    if connection is None:
        connection = Connection("", shown_target(target), url)
    if target.driver not in known_drivers():
        raise DriverUnknown(driver=target.driver, known=", ".join(known_drivers()))
    return Way(connection, dataclasses.replace(target, read_only=read_only), settings, password, safeguards=safeguards)


def see_tunnel(connection: Connection) -> None:
    """See that its SSH tunnel, if it has one, can be opened at all.

    Raises:
        TunnelInvalid
    """
    if connection.ssh is not None and (problem := connection.ssh.problem()):
        raise TunnelInvalid(connection=connection.name, reason=problem)
