"""Connecting to one SSH server: its host key is judged, then one logs in."""

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from typing import Any, Final

import asyncssh

from lapwing.domain.connections import Phase
from lapwing.domain.errors import OpeningFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.ssh import SshTunnel
from lapwing.domain.ssh_errors import (
    HostKeyChanged,
    HostKeyRefused,
    HostKeyRevoked,
    HostKeyUnknown,
    SshConfigUnusable,
    SshDropped,
    SshFailed,
    SshLoginRefused,
)
from lapwing.drivers.opening import Opening
from lapwing.drivers.sockets import KeepAlive, connect_tcp
from lapwing.engine.tunnels.hops import Hop, keep_alive_of
from lapwing.engine.tunnels.known_hosts import AcceptedKeys, HostKeys, keys_of
from lapwing.engine.tunnels.loop_thread import LoopThread
from lapwing.engine.tunnels.proxy_command import ProxyCommand

_PHASES: Final = (Phase.SSH_RESOLVE, Phase.SSH_CONNECT)
_WORDS: Final = 300
logging.getLogger("asyncssh").setLevel(logging.WARNING)


class Client(asyncssh.SSHClient):
    """Judges a server's key, and notes when the connection is gone. In the tunnels' loop.

    Attributes:
        connection: None before it is made.
        shown: The key that was not believed.
        lost: Why the connection ended; empty while it stands.
    """

    def __init__(self) -> None:
        self.connection: asyncssh.SSHClientConnection | None = None
        self.shown: asyncssh.SSHKey | None = None
        self.lost = ""

    def connection_made(self, conn: asyncssh.SSHClientConnection) -> None:
        self.connection = conn

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = f"{_in_words(exc)}." if exc is not None else "The SSH server closed it."

    def validate_host_public_key(self, host: str, addr: str, port: int, key: asyncssh.SSHKey) -> bool:
        self.shown = key
        return False


@dataclass(slots=True)
class Step:
    """Connecting to one server. The opening's thread.

    Attributes:
        command: What leads to it, if a program does; to be ended with the connection.
    """

    hop: Hop
    tunnel: SshTunnel
    opening: Opening
    loop: LoopThread
    accepted: AcceptedKeys
    client: Client = field(default_factory=Client)
    command: ProxyCommand | None = None

    def connect(self, over: asyncssh.SSHClientConnection | None) -> asyncssh.SSHClientConnection:
        """Log in at the server, directly or over another one.

        Raises:
            OpeningFailed: Saying which phase failed and why.
        """
        keys = self._keys()
        connected = self._reach(over)
        try:
            self.opening.begin(Phase.SSH_HOST_KEY)
            with self._told(keys):
                return self.loop.run(lambda: self._handshake(keys, over, connected), self.opening, self._look)
        except BaseException:
            if self.command is not None:
                self.command.end()
            raise
        finally:
            if connected is not None:
                connected.close()  # the connection has a copy

    def _reach(self, over: asyncssh.SSHClientConnection | None) -> socket.socket | None:
        """A socket that leads to the server; None where the one before leads there."""
        hop, opening = self.hop, self.opening
        if over is None and not hop.command:
            return connect_tcp(opening, hop.host, hop.port, KeepAlive(), _PHASES)
        opening.begin(Phase.SSH_CONNECT)
        place = f"{hop.host}, port {hop.port}"
        if over is not None:
            opening.passed_phase(f"{place}, over the one before")
            return None
        try:
            self.command = ProxyCommand(hop.command)
        except OSError as error:
            words = f"its ProxyCommand cannot be started: {error.strerror or error}."
            raise SshConfigUnusable(**self._facts(), path="~/.ssh/config", server=words) from error
        opening.passed_phase(f"{place}, by the ProxyCommand of ~/.ssh/config")
        return self.command.socket

    def _keys(self) -> HostKeys:
        files = (self.accepted.path, *self.hop.known_hosts)
        try:
            return keys_of(self.hop.key_host, self.hop.port, files)
        except OSError as error:
            facts = self._facts(Phase.SSH_HOST_KEY)
            words = f"{error.strerror or error}."
            raise SshConfigUnusable(**facts, path=str(error.filename), server=words) from error

    async def _handshake(
        self, keys: HostKeys, over: asyncssh.SSHClientConnection | None, connected: socket.socket | None
    ) -> asyncssh.SSHClientConnection:
        hop = self.hop
        once = () if keys.own else self.accepted.accepted_once(hop.key_host, hop.port)
        believed = [*keys.trusted(), *once]
        authorities = [each.key for each in keys.authorities]
        revoked = [each.key for each in keys.revoked] if authorities else []
        copy = connected.dup() if connected is not None else None
        try:
            return await self._connected(over, copy, (believed, authorities, revoked), keys.algorithms())
        except BaseException:
            if copy is not None:
                copy.close()
            raise

    async def _connected(
        self,
        over: asyncssh.SSHClientConnection | None,
        copy: socket.socket | None,
        known_hosts: tuple[list[asyncssh.SSHKey], ...],
        algorithms: list[str],
    ) -> asyncssh.SSHClientConnection:
        hop = self.hop
        connection: asyncssh.SSHClientConnection = await asyncssh.connect(
            hop.place.host,
            hop.place.port or (),
            options=hop.options,
            config=None,
            client_factory=lambda: self.client,
            known_hosts=known_hosts,
            server_host_key_algs=algorithms,
            keepalive_interval=keep_alive_of(hop.options, self.tunnel),
            proxy_command=None,  # `sock` leads through it already
            tunnel=over,  # None: none of the config, which `hops` has read
            sock=copy,
        )
        return connection

    def _look(self) -> None:
        """Tell when the host key was believed."""
        made = self.client.connection
        if self.opening.phase is Phase.SSH_HOST_KEY and made is not None:
            key = made.get_server_host_key()
            if key is not None:
                self.opening.passed_phase(_shown(key))
                self.opening.begin(Phase.SSH_LOG_IN)

    def passed(self, connection: asyncssh.SSHClientConnection) -> None:
        """Tell that it went well, and who was logged in."""
        self._look()
        self.opening.passed_phase(f"{connection.get_extra_info('username')}@{self.hop.host}")

    # what went wrong

    def _facts(self, phase: Phase | None = None) -> dict[str, Any]:
        at = phase or self.opening.phase or Phase.SSH_LOG_IN
        return {
            "phase": at.value,
            "connection": self.opening.connection,
            "ssh_host": self.hop.key_host,
            "ssh_port": self.hop.port,
        }

    @contextmanager
    def _told(self, keys: HostKeys) -> Iterator[None]:
        try:
            yield
        except OpeningFailed:
            raise
        except asyncssh.HostKeyNotVerifiable as error:
            raise self._key_refused(keys, _in_words(error)) from error
        except asyncssh.PermissionDenied as error:
            self._look()
            facts = self._facts(Phase.SSH_LOG_IN)
            raise SshLoginRefused(**facts, user=self.hop.user, server=f"{_in_words(error)}.") from error
        except asyncssh.ChannelOpenError as error:
            raise SshDropped(**self._facts(Phase.SSH_CONNECT), server=f"{_in_words(error)}.") from error
        except (asyncssh.Error, OSError) as error:
            self._look()
            raise SshDropped(**self._facts(), server=f"{_in_words(error)}.") from error
        except ValueError as error:
            raise SshFailed(**self._facts(), server=f"{_in_words(error)}.") from error

    def _key_refused(self, keys: HostKeys, words: str) -> HostKeyRefused:
        facts = self._facts(Phase.SSH_HOST_KEY)
        key = self.client.shown
        if key is None:
            return HostKeyRefused(**facts, server=f"{words}.")
        facts |= {"key_type": _type_of(key), "fingerprint": key.get_fingerprint(), "server": ""}
        revoked = keys.revocation(key)
        if revoked is not None:
            return HostKeyRevoked(**facts, path=revoked.path, line=revoked.line)
        known = keys.instead_of(key)
        if known is None:
            return HostKeyUnknown(**facts, public_key=key.export_public_key("openssh").decode().strip())
        return HostKeyChanged(
            **facts,
            known_fingerprint=known.fingerprint,
            known_type=_type_of(known.key),
            path=known.path,
            line=known.line,
        )


def _type_of(key: asyncssh.SSHKey) -> str:
    return str(key.get_algorithm())


def _shown(key: asyncssh.SSHKey) -> str:
    return f"{_type_of(key)}, {key.get_fingerprint()}"


def _in_words(error: BaseException) -> str:
    """What the other side, or the system, says; short."""
    words = getattr(error, "reason", "") or getattr(error, "strerror", "") or str(error) or type(error).__name__
    return str(words).strip().rstrip(".")[:_WORDS]
