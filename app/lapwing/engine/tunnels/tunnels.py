"""The tunnels that stand: one for each connection, shared by its sessions, metadata lanes and cancels."""

import asyncio
import contextlib
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from dataclasses import field
from typing import Any, Final

import asyncssh

from lapwing.domain.connections import Phase
from lapwing.domain.errors import OpeningFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.ssh import SshTunnel
from lapwing.domain.ssh_errors import SshDropped, SshForwardRefused
from lapwing.domain.visible import visible_text
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import Passage
from lapwing.engine.tunnels.bridge import bridge
from lapwing.engine.tunnels.connecting import Client, Step
from lapwing.engine.tunnels.hops import Credentials, hops_to
from lapwing.engine.tunnels.known_hosts import AcceptedKeys
from lapwing.engine.tunnels.loop_thread import LoopThread
from lapwing.engine.tunnels.proxy_command import ProxyCommand

IDLE_S: Final = 15.0
"""How long a tunnel stands that nothing goes through."""
_UNSHARED_IDLE_S: Final = 0.1
_GOODBYE_S: Final = 2.0
_LOOK_S: Final = 0.05
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Link:
    """A connection to one server on the way, who notes its end, and the program that leads to it if one does."""

    connection: asyncssh.SSHClientConnection
    client: Client
    command: ProxyCommand | None


@dataclass(slots=True)
class _Standing:
    """A tunnel that is open.

    Attributes:
        chain: The connections to each server on the way, the last one last.
        bridges: How many sockets go through it, and openings that are to.
        used_s: When the last one came or went (monotonic).
    """

    chain: list[Link]
    bridges: int = 0
    used_s: float = field(default_factory=time.monotonic)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def came(self) -> None:
        with self._guard:
            self.bridges += 1

    def went(self) -> None:
        with self._guard:
            self.bridges -= 1
            self.used_s = time.monotonic()

    @property
    def lost(self) -> str:
        """Why it is of no more use; empty while it is."""
        return next((link.client.lost for link in self.chain if link.client.lost), "")

    @property
    def last(self) -> asyncssh.SSHClientConnection:
        return self.chain[-1].connection


class Tunnel(Passage):
    """One tunnel: opened when somebody goes through it, and again when it has died meanwhile. Any thread.

    Nothing that went through one that died is repeated here: its sockets are closed, and whoever has them knows.
    """

    def __init__(self, settings: SshTunnel, loop: LoopThread, accepted: AcceptedKeys, idle_s: float) -> None:
        self.settings = settings
        self._loop = loop
        self._accepted = accepted
        self._idle_s = idle_s
        self._opens = threading.Lock()
        self._standing: _Standing | None = None

    @property
    def words(self) -> str:
        return f"SSH to {visible_text(self.settings.host)}"

    @property
    def is_open(self) -> bool:
        standing = self._standing
        return standing is not None and not standing.lost

    @contextlib.contextmanager
    def held_open(self, opening: Opening, credentials: Callable[[], Credentials]) -> Iterator[Passage]:
        """Within the block it stands, unless it dies; who comes while it is being opened waits for that.

        Args:
            credentials: Asked for only when it is to be opened; raises what keeps them from being found.

        Raises:
            OpeningFailed: Saying which phase failed and why.
        """
        if not self._opens.acquire(blocking=False):
            opening.begin(Phase.SSH_CONNECT)
            while not self._opens.acquire(timeout=_LOOK_S):
                opening.left_s()
            if self.is_open:
                opening.passed_phase("the tunnel is being opened already")
            else:
                opening.phase = None
        try:
            standing = self._standing
            if standing is None or standing.lost:
                standing = self._open(opening, credentials())
            standing.came()
        finally:
            self._opens.release()
        try:
            yield self
        finally:
            standing.went()

    def _open(self, opening: Opening, credentials: Credentials) -> _Standing:
        self.close()
        chain: list[Link] = []
        try:
            hops = opening.run_aside(lambda: hops_to(self.settings, credentials, opening.connection))
            assert isinstance(hops, list)
            for hop in hops:
                step = Step(hop, self.settings, opening, self._loop, self._accepted)
                connection = step.connect(chain[-1].connection if chain else None)
                chain.append(Link(connection, step.client, step.command))
                step.passed(connection)
        except BaseException:
            self._loop.start(lambda: _hang_up(chain))
            raise
        standing = self._standing = _Standing(chain)
        self._loop.start(lambda: self._close_when_idle(standing))
        return standing

    def lead(self, opening: Opening, near: socket.socket, host: str, port: int) -> None:
        standing = self._standing
        address = f"{host}, port {port}"
        last = self.settings.place
        facts: dict[str, Any] = {"phase": Phase.SSH_FORWARD.value, "connection": opening.connection}
        facts |= {"ssh_host": last.host, "ssh_port": last.port or 22}
        with near:
            opening.begin(Phase.SSH_FORWARD)
            if standing is None or standing.lost:
                raise SshDropped(**facts, server=standing.lost if standing else "It is closed.")
            self._bridge(standing, opening, near, (host, port), facts)
        opening.passed_phase(address)

    def _bridge(
        self, standing: _Standing, opening: Opening, near: socket.socket, place: tuple[str, int], facts: dict[str, Any]
    ) -> None:
        standing.came()
        try:
            self._loop.run(lambda: bridge(standing.last, near, *place, standing.went), opening)
        except BaseException as error:
            standing.went()
            if isinstance(error, asyncssh.ChannelOpenError):
                address = f"{place[0]}, port {place[1]}"
                raise SshForwardRefused(**facts, address=address, server=_reason(error)) from error
            if isinstance(error, (asyncssh.Error, OSError, RuntimeError)) and not isinstance(error, OpeningFailed):
                raise SshDropped(**facts, server=f"{str(error).rstrip('.')}.") from error
            raise

    async def _close_when_idle(self, standing: _Standing) -> None:
        """In the tunnels' loop, for as long as it stands; hangs up in the end, also at that of the loop."""
        try:
            while self._standing is standing and not standing.lost:
                await asyncio.sleep(self._rest_s(standing) or _LOOK_S)
                if self._rest_s(standing) == 0:
                    self._let_go_of(standing)
        finally:
            await _hang_up(standing.chain)

    def _rest_s(self, standing: _Standing) -> float:
        """For how long it stands at least; 0 when it may be closed."""
        return self._idle_s if standing.bridges else max(0.0, standing.used_s + self._idle_s - time.monotonic())

    def _let_go_of(self, standing: _Standing) -> None:
        """Have it closed, unless somebody is about to use it."""
        if self._opens.acquire(blocking=False):
            try:
                if not standing.bridges and self._standing is standing:
                    self._standing = None
            finally:
                self._opens.release()

    def close(self) -> "Future[None] | None":
        """Hang up. Nothing happens when it is not open; it may be opened again."""
        standing, self._standing = self._standing, None
        return self._loop.start(lambda: _hang_up(standing.chain)) if standing is not None else None


def _reason(error: asyncssh.ChannelOpenError) -> str:
    """Why a server does not lead on (RFC 4254, 5.1): its words may say less than its code."""
    words = error.reason.rstrip(".")
    return f"it forbids that ({words})." if error.code == asyncssh.OPEN_ADMINISTRATIVELY_PROHIBITED else f"{words}."


async def _hang_up(chain: list[Link]) -> None:
    """End the connections, the farthest first."""
    for link in reversed(chain):
        try:
            await _take_leave(link.connection)
        finally:
            if link.command is not None:
                link.command.end()


async def _take_leave(connection: asyncssh.SSHClientConnection) -> None:
    connection.close()
    try:
        async with asyncio.timeout(_GOODBYE_S):
            await connection.wait_closed()
    except (TimeoutError, asyncssh.Error, OSError):
        connection.abort()


class StandingTunnels:
    """All tunnels of an engine, by whose they are. Any thread."""

    def __init__(self, accepted: AcceptedKeys) -> None:
        self._accepted = accepted
        self._idle_s = IDLE_S
        self._loop = LoopThread()
        self._guard = threading.Lock()
        self._tunnels: dict[tuple[str, SshTunnel], Tunnel] = {}

    def tunnel(self, owner: str, settings: SshTunnel) -> Tunnel:
        """The one tunnel of an owner with these settings.

        Args:
            owner: The connection's id; empty: one that nobody else shares, and that is closed soon after it is empty.
        """
        if not owner:
            return Tunnel(settings, self._loop, self._accepted, _UNSHARED_IDLE_S)
        with self._guard:
            return self._tunnels.setdefault(
                (owner, settings), Tunnel(settings, self._loop, self._accepted, self._idle_s)
            )

    def close(self) -> None:
        """Hang up everywhere and end the thread; blocking for at most some seconds."""
        with self._guard:
            tunnels = list(self._tunnels.values())
            self._tunnels.clear()
        goodbyes = [goodbye for tunnel in tunnels if (goodbye := tunnel.close()) is not None]
        wait(goodbyes, timeout=_GOODBYE_S)
        self._loop.close()
