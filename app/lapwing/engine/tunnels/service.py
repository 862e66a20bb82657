"""What can be asked about SSH tunnels, and where connections get theirs. SSH is loaded when the first one is used."""

import asyncio
import threading
from typing import TYPE_CHECKING, Final

from lapwing import paths
from lapwing.domain.errors import DiskFull, RequestInvalid
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.domain.ssh import AcceptHostKey, KeyTrust, SshLogIn, SshTunnel
from lapwing.engine.operations import operation

if TYPE_CHECKING:
    from lapwing.engine.tunnels.known_hosts import AcceptedKeys
    from lapwing.engine.tunnels.tunnels import StandingTunnels, Tunnel

FILE_NAME: Final = "ssh_known_hosts"


class TunnelsService:
    """Operations belong to the event loop's thread; the rest may come from any."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._accepted: AcceptedKeys | None = None
        self._standing: StandingTunnels | None = None

    def tunnel(self, owner: str, settings: SshTunnel) -> "Tunnel":
        """The one tunnel of an owner with these settings.

        Args:
            owner: The connection's id; empty: one that nobody else shares.
        """
        from lapwing.engine.tunnels.tunnels import StandingTunnels

        accepted = self._keys()
        with self._guard:
            if self._standing is None:
                self._standing = StandingTunnels(accepted)
            return self._standing.tunnel(owner, settings)

    @staticmethod
    def needs_passphrase(settings: SshTunnel) -> bool:
        """Whether its key's file is encrypted; a file that cannot be read is for the opening to complain of."""
        if settings.log_in is not SshLogIn.KEY:
            return False
        from lapwing.engine.tunnels.keys import is_encrypted

        return is_encrypted(settings.key_file)

    def _keys(self) -> "AcceptedKeys":
        from lapwing.engine.tunnels.known_hosts import AcceptedKeys

        with self._guard:
            if self._accepted is None:
                self._accepted = AcceptedKeys(paths.config() / FILE_NAME)
            return self._accepted

    @operation("ssh.accept_host_key", needs=Permission.CONNECTIONS_WRITE)
    async def accept_host_key(self, request: AcceptHostKey) -> Done:
        """Believe a host key whose fingerprint a person has compared: for as long as the engine lives, or for good.

        A key that has changed cannot be accepted: the known one has to be removed from its file first.

        Raises:
            RequestInvalid: It is no key, or another one is known.
            DiskFull: The file of known hosts cannot be written.
        """
        remember = request.trust is KeyTrust.REMEMBERED
        accepted = await asyncio.to_thread(self._keys)
        try:
            await asyncio.to_thread(accepted.accept, request.host, request.port, request.public_key, remember=remember)
        except ValueError as error:
            raise RequestInvalid(operation="ssh.accept_host_key", reason=str(error)) from error
        except OSError as error:
            raise DiskFull(path=str(accepted.path), reason=error.strerror or str(error)) from error
        return Done()

    async def close(self) -> None:
        """Hang up all tunnels."""
        standing = self._standing
        if standing is not None:
            await asyncio.to_thread(standing.close)
