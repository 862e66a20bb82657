"""The window's end of the line: the only way from `gui` to the engine."""

import asyncio
import logging
import os
import subprocess
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, TypeVar, overload

from PySide6.QtCore import QObject, Signal

from lapwing import __version__
from lapwing.domain.errors import EngineGone, LapwingError, PasswordNeeded
from lapwing.domain.operations import Hello, Subscribe
from lapwing.domain.secret_errors import SecretsFileMissing, SecretsLocked
from lapwing.domain.ssh_errors import HostKeyUnknown
from lapwing.gui.engine_start import how_it_ended, start_engine
from lapwing.gui.i18n import error_text
from lapwing.ipc.frames import PROTOCOL
from lapwing.ipc.peer import LineEnded, Peer
from lapwing.ipc.pipes import open_pipes

_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")
_SUBSCRIBED = (
    "connection.*",
    "connections.*",
    "environments.*",
    "schema.*",
    "sample.*",
    "names.*",
    "job.*",
    "history.*",
    "monitor.*",
    "activity.*",
    "alert.*",
    "alerts.*",
    "annotations.*",
    "series.*",
    "dashboards.*",
    "plugins.*",
    "services.*",
    "webhook.*",
    "listener.*",
    "inbox.*",
)


class EngineState(Enum):
    """What the status bar says."""

    STARTING = "starting"
    READY = "ready"
    GONE = "gone"


class EngineClient(QObject):
    """Calls operations and hands on events. One per window process; Qt's thread.

    An engine that dies is started again by the next call; what was under way then fails with `EngineGone`, and
    nothing is sent twice.

    Signals:
        state_changed(EngineState, str): with a sentence when it is gone.
        told(Event): everything the engine tells.
    """

    state_changed = Signal(object, str)
    told = Signal(object)

    def __init__(self, process: "subprocess.Popen[bytes] | None" = None) -> None:
        """Use an engine that was started already, or start one with the first call."""
        super().__init__()
        self._process = process
        self._peer: Peer | None = None
        self._connecting: asyncio.Task[Peer] | None = None
        self._reading: asyncio.Task[None] | None = None
        self._closing = False
        self.state = EngineState.STARTING
        self.unlock: Callable[[LapwingError], Awaitable[bool]] | None = None
        """Asks the person for a password or passphrase that an operation lacked, or whether an SSH server is the right
        one; whether to ask the engine again."""
        self.end = EngineGone(reason="it has not been started")
        """How the last engine ended, while the state is `GONE`."""
        self.generation = 0
        """Counts engines: what was opened in an earlier one is gone."""
        self._also: dict[tuple[str, ...], int] = {}
        """What else was subscribed to, and in which engine."""

    @property
    def engine_pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def _set_state(self, state: EngineState, sentence: str = "") -> None:
        self.state = state
        self.state_changed.emit(state, sentence)

    async def reach(self) -> None:
        """See that an engine answers.

        Raises:
            EngineGone, VersionsDiffer: It cannot be started, or is another version.
        """
        await self._connected()

    async def _connected(self) -> Peer:
        if self._peer is not None and not self._peer.ended:
            return self._peer
        if self._closing:
            raise EngineGone(reason="the window is closing")
        if self._connecting is None or self._connecting.done():
            self._connecting = asyncio.create_task(self._open_line(), name="open the line")
        return await asyncio.shield(self._connecting)

    async def _open_line(self) -> Peer:
        if self._reading is not None:
            await asyncio.wait({self._reading})  # the end of the engine before is told before another one is begun
        self._set_state(EngineState.STARTING)
        try:
            if self._process is None or self._process.poll() is not None:
                self._process = start_engine()
            process = self._process
            assert process.stdin is not None
            assert process.stdout is not None
            reader, writer = await open_pipes(os.dup(process.stdout.fileno()), os.dup(process.stdin.fileno()))
            process.stdin.close()
            process.stdout.close()
            hello = Hello(PROTOCOL, __version__, os.getpid(), "window")
            peer = Peer(reader, writer, hello, on_event=self.told.emit)
            await peer.greet()
        except (OSError, LineEnded) as error:
            reason = await self._given_up() or str(error)
            self.end = EngineGone(reason=reason)
            self._set_state(EngineState.GONE, error_text(self.end))
            raise self.end from error
        except LapwingError as error:
            self._set_state(EngineState.GONE, str(error))
            raise
        self.generation += 1
        self._peer = peer
        self._reading = asyncio.create_task(self._read(peer, process), name="read the line")
        await peer.call("events.subscribe", Subscribe(_SUBSCRIBED))
        self._set_state(EngineState.READY)
        return peer

    async def _given_up(self) -> str:
        """Let go of an engine that did not begin well, whatever it does now; how it ended, where it ended by itself."""
        process, self._process = self._process, None
        if process is None:
            return ""
        for pipe in (process.stdin, process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()
        reason = await asyncio.to_thread(how_it_ended, process)
        if process.poll() is not None:
            return reason
        process.kill()
        await asyncio.to_thread(process.wait)
        return ""

    async def _read(self, peer: Peer, process: "subprocess.Popen[bytes]") -> None:
        """Read until the line ends, then say how."""
        reason = await peer.run()
        if self._closing:
            return
        if process.poll() is None:
            await asyncio.to_thread(how_it_ended, process)
        reason = how_it_ended(process) if process.poll() is not None else reason
        _log.warning("engine %d is gone: %s", process.pid, reason)
        if self._process is process:
            self._process = None
        self.end = EngineGone(reason=reason)
        self._set_state(EngineState.GONE, error_text(self.end))

    @overload
    async def call(self, operation: str, request: object, answer: type[Answer]) -> Answer: ...
    @overload
    async def call(self, operation: str, request: object = None) -> Any: ...
    async def call(self, operation: str, request: object = None, answer: type[Any] | None = None) -> Any:
        """Ask the engine; cancelling this coroutine cancels the operation.

        Args:
            operation: Its id.
            request: What it takes, or None.
            answer: The type expected, for the type checker and for a check on arrival.

        Raises:
            LapwingError: What the operation raised, or `EngineGone`.
        """
        got = await self._asked(operation, request)
        assert answer is None or isinstance(got, answer), f"{operation} answered with {type(got).__name__}"
        return got

    async def _asked(self, operation: str, request: object) -> object:
        """The answer; where a secret was missing, asked again once the person has entered it."""
        while True:
            peer = await self._connected()
            try:
                return await peer.call(operation, request)
            except (PasswordNeeded, SecretsLocked, SecretsFileMissing, HostKeyUnknown) as error:
                if self.unlock is None or not await self.unlock(error):
                    raise

    async def subscribe_also(self, patterns: tuple[str, ...]) -> None:
        """Hear of events that not every window wants; once in each engine, however often it is asked for.

        Raises:
            LapwingError: As `call`.
        """
        await self._connected()
        if self._also.get(patterns) != self.generation:
            self._also[patterns] = self.generation
            await self.call("events.subscribe", Subscribe(patterns))

    def hear(self, kind: type[Answer], listener: Callable[[Answer], None]) -> None:
        """Call `listener` for every event of one kind."""
        self.told.connect(lambda event: listener(event) if isinstance(event, kind) else None)

    async def close(self) -> None:
        """End the line; the engine rolls back what is open and ends. Waits three seconds for it, then kills it."""
        self._closing = True
        if self._connecting is not None and not self._connecting.done():
            self._connecting.cancel()
            await asyncio.gather(self._connecting, return_exceptions=True)
        if self._peer is not None:
            await self._peer.close("the window closed")
        if self._reading is not None:
            await asyncio.gather(self._reading, return_exceptions=True)
        process = self._process
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()
        try:
            await asyncio.to_thread(process.wait, 3)
        except subprocess.TimeoutExpired:
            process.kill()
            await asyncio.to_thread(process.wait)
