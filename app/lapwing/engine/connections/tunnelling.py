"""The SSH tunnel of a way: its secrets are found, and it stands while a session is opened through it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from lapwing.domain.connections import Connection, Phase
from lapwing.domain.errors import LapwingError, PasswordNeeded
from lapwing.domain.secrets import SSH_KEY, SSH_PASSWORD, Secret
from lapwing.domain.ssh import SshLogIn, SshTunnel
from lapwing.domain.ssh_errors import SshKeyUnusable, SshLoginRefused, TunnelInvalid
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import Passage
from lapwing.engine.connections.ways import Way
from lapwing.engine.tunnels.service import TunnelsService

if TYPE_CHECKING:
    from lapwing.engine.tunnels.hops import Credentials
    from lapwing.engine.tunnels.tunnels import Tunnel

Find = Callable[[Connection, str], Secret | None]
_PURPOSES = {SshLogIn.PASSWORD: SSH_PASSWORD, SshLogIn.KEY: SSH_KEY}


class Needs(Protocol):
    """Who has a person asked, and forgets what was wrong. Any thread."""

    def needed(self, connection: Connection, purpose: str) -> PasswordNeeded: ...

    def drop_given(self, connection_id: str, purpose: str = "") -> bool: ...


class Tunnelling:
    """Leads sessions through tunnels. Any thread; blocking."""

    def __init__(self, tunnels: TunnelsService, needs: Needs) -> None:
        self._tunnels = tunnels
        self._needs = needs

    def tunnel_of(self, way: Way) -> "Tunnel | None":
        """The tunnel that a way goes through; None where it goes directly.

        Raises:
            TunnelInvalid: Its driver cannot go through one.
        """
        settings = way.connection.ssh
        if settings is None:
            return None
        if not way.driver.capabilities.tunnels:
            reason = f"{way.driver.title} connections are not led through tunnels here."
            raise TunnelInvalid(connection=way.connection.name, reason=reason)
        return self._tunnels.tunnel("" if way.is_alone else way.connection.id, settings)

    def secret(self, way: Way, opening: Opening, find: Find) -> Secret | None:
        """What the tunnel's way to log in wants; None where it wants nothing, or the tunnel stands already.

        Raises:
            PasswordNeeded: A person has to be asked.
            LapwingError: What keeps it from being fetched.
        """
        settings = way.connection.ssh
        tunnel = self.tunnel_of(way)
        if settings is None or tunnel is None or tunnel.is_open:
            return None
        return self._found(way, settings, opening, find)

    def _found(self, way: Way, settings: SshTunnel, opening: Opening, find: Find) -> Secret | None:
        purpose = _PURPOSES.get(settings.log_in)
        if purpose is None or (purpose == SSH_KEY and not self._tunnels.needs_passphrase(settings)):
            return None
        found = way.ssh_secret or opening.run_aside(lambda: find(way.connection, purpose))
        if not isinstance(found, Secret):
            raise self._needs.needed(way.connection, purpose)
        return found

    @contextmanager
    def passage(self, way: Way, opening: Opening, secret: Secret | None, find: Find) -> "Iterator[Passage | None]":
        """Within the block the way's tunnel stands; None where it goes directly.

        Args:
            secret: What `secret` gave before.

        Raises:
            OpeningFailed: Saying which phase failed and why; of `LapwingError`, what `secret` raises.
        """
        tunnel, settings = self.tunnel_of(way), way.connection.ssh
        if tunnel is None or settings is None:
            yield None
            return

        def credentials() -> "Credentials":
            from lapwing.engine.tunnels.hops import Credentials

            found = secret or self._found(way, settings, opening, find)
            is_password = settings.log_in is SshLogIn.PASSWORD
            return Credentials(found if is_password else None, None if is_password else found)

        try:
            with tunnel.held_open(opening, credentials) as passage:
                yield passage
        except LapwingError as error:
            self._drop_refused(way, settings, error)
            raise

    def _drop_refused(self, way: Way, settings: SshTunnel, error: LapwingError) -> None:
        is_about = isinstance(error, SshLoginRefused) and error.facts.get("phase") == Phase.SSH_LOG_IN.value
        purpose = _PURPOSES.get(settings.log_in)
        if purpose is not None and (is_about or isinstance(error, SshKeyUnusable)):
            self._needs.drop_given(way.connection.id, purpose)
