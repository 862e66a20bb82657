"""One process that runs a plugin: started, asked, listened to, ended. Event loop's thread."""

import asyncio
import contextlib
import itertools
import logging
import os
import signal
import socket
from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.errors import PluginBroken, PluginEnded, PluginFailed, PluginLate
from lapwing.domain.visible import visible_text
from lapwing.plugins.host.folders import TemporaryFolder
from lapwing.plugins.host.launch import Launch, command, environment
from lapwing.plugins.host.life import Log, Serve
from lapwing.plugins.host.output import follow_output
from lapwing.plugins.host.protocol import (
    BEGIN,
    HEAD_BYTES,
    MOST_BYTES,
    Begun,
    Failure,
    Frame,
    Kind,
    ProtocolBroken,
    answer_to,
    arguments_of,
    failure_of,
    hook_of,
    pack,
    unpack,
)
from lapwing.plugins.host.watching import Watch

_BEGIN_S: Final = 60.0
_END_S: Final = 2.0
_NICER: Final = 5
_AT_ONCE: Final = 8
"""Questions of a plugin that are answered at the same time; others wait, and its line with them."""
_A_TURN: Final = 1 << 20
_FRAME: Final = _A_TURN // 20
_TURN_S: Final = 0.01
"""So many bytes are read in such a time, of which each frame counts as some: one that floods its line is slowed down,
and nothing else is."""
_MOST_WAITING: Final = 1_000
_MOST_UNSENT: Final = 8 << 20
_LONGEST_NAME: Final = 100
_LONGEST_WORDS: Final = 4_000
_diary: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Call:
    """One without an answer so far; who asked may have given up."""

    name: str
    answer: "asyncio.Future[Any]"
    since: float


class PluginProcess:
    """A process, from its start to its end.

    Attributes:
        launch: What it runs.
        enforced: What the kernel enforces of its permissions; known once it has begun.
        how_it_ended: In words; empty while it lives.
    """

    def __init__(self, launch: Launch, serve: Serve, log: Log) -> None:
        """Of a plugin.

        Args:
            serve: Answers what the plugin asks of its context; what it raises is told to the plugin.
            log: Takes lines of the plugin: level and text.
        """
        self.launch = launch
        self.enforced = Begun(files=False, network=False)
        self.how_it_ended = ""
        self.ended = asyncio.Event()
        self._serve = serve
        self._log = log
        self._loop = asyncio.get_running_loop()
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Call] = {}
        self._asked: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._process: asyncio.subprocess.Process | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._temporary: TemporaryFolder | None = None
        self._watched: Watch | None = None
        self._life: asyncio.Task[None] | None = None
        self._broken = ""

    @property
    def pid(self) -> int | None:
        return None if self._process is None or self.ended.is_set() else self._process.pid

    @property
    def silent_s(self) -> float:
        """For how long the oldest call has had no answer, whether anybody still waits for it or not."""
        return self._loop.time() - next(iter(self._waiting.values())).since if self._waiting else 0.0

    async def excess(self) -> str:
        """What it takes too much of, in words; empty: nothing."""
        return "" if self._watched is None or self.ended.is_set() else await self._watched.look()

    # beginning

    async def start(self) -> Begun:
        """Start it, confine it and import the plugin; no hook is called yet.

        Raises:
            PluginBroken: It cannot be started, or cannot be imported.
            PluginEnded: Its process ended meanwhile.
        """
        try:
            reader = await self._spawn()
        except OSError as error:
            await self._sweep()
            raise PluginBroken(plugin=self.launch.id, reason=f"{error.strerror or error}.") from error
        self._life = asyncio.create_task(self._live(reader), name=f"plugin {self.launch.id}")
        assert self._temporary is not None
        try:
            self.enforced = await self.call(BEGIN, self.launch.begin(self._temporary.path), within_s=_BEGIN_S)
        except PluginEnded:
            await self.kill()
            raise
        except (PluginFailed, PluginLate) as error:
            await self.kill()
            raise PluginBroken(plugin=self.launch.id, reason=str(error.facts.get("reason") or error)) from error
        except BaseException:
            await self.kill()
            raise
        return self.enforced

    async def _spawn(self) -> asyncio.StreamReader:
        launch = self.launch
        launch.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._temporary = await asyncio.to_thread(TemporaryFolder)
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = await asyncio.create_subprocess_exec(
                    *command(theirs.fileno()),
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=asyncio.subprocess.STDOUT,
                    cwd=launch.data_folder,
                    env=environment(launch, self._temporary.path),
                    pass_fds=(theirs.fileno(),),
                    start_new_session=True,
                )
            except BaseException:
                ours.close()
                raise
        _be_nicer(self._process.pid)
        self._watched = Watch(self._process.pid, launch.data_folder, self._temporary.path, launch.limits)
        reader, self._writer = await asyncio.open_connection(sock=ours)
        return reader

    # living

    async def _live(self, reader: asyncio.StreamReader) -> None:
        """Listen until the line ends; then nothing of it is left."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        output = asyncio.create_task(follow_output(process.stdout, self._log))
        try:
            await self._listen(reader)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # it has ended, or is about to
        except ProtocolBroken as error:
            self._broken = f"it broke the protocol ({error})"
        finally:
            _kill(process)
            await process.wait()
            self.how_it_ended = self._broken or _words(process.returncode)
            self._end_calls()
            await asyncio.wait([output], timeout=_END_S)
            output.cancel()
            if self._writer is not None:
                self._writer.close()
            await self._sweep()
            self.ended.set()

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        left = _A_TURN
        while True:
            length = int.from_bytes(await reader.readexactly(HEAD_BYTES), "big")
            if length > MOST_BYTES:
                raise ProtocolBroken(f"a frame of {length} bytes")
            frame = unpack(await reader.readexactly(length))
            left -= _FRAME + length
            if left <= 0:
                left = _A_TURN
                await asyncio.sleep(_TURN_S)
            if frame.kind in {Kind.ANSWER, Kind.FAILED}:
                self._take_answer(frame)
            else:
                await self._room.acquire()
                task = asyncio.create_task(self._answer(frame))
                self._asked.add(task)
                task.add_done_callback(self._asked.discard)

    def _take_answer(self, frame: Frame) -> None:
        call = self._waiting.pop(frame.id, None)
        if call is None or call.answer.done():
            return  # it was too late
        name, hook, future = call.name, hook_of(call.name), call.answer
        try:
            if frame.kind == Kind.FAILED:
                failure = failure_of(frame)
                words = f"{failure.kind[:_LONGEST_NAME]}: {failure.text[:_LONGEST_WORDS]}".removesuffix(": ")
                reason = visible_text(words, keep="\n")
                future.set_exception(PluginFailed(plugin=self.launch.id, hook=hook, reason=reason))
            else:
                future.set_result(answer_to(name, frame.body))
        except ProtocolBroken as error:
            future.set_exception(PluginFailed(plugin=self.launch.id, hook=hook, reason=str(error)))

    async def _answer(self, frame: Frame) -> None:
        """Answer a question of the plugin's."""
        try:
            try:
                answer: object = await self._serve(frame.name, arguments_of(frame))
                packed = pack(Kind.ANSWER, frame.id, frame.name, answer)
            except (PermissionError, OSError, RuntimeError, ValueError) as error:
                kind = next(each.__name__ for each in _TOLD if isinstance(error, each))
                words = str(getattr(error, "strerror", None) or error)
                packed = pack(Kind.FAILED, frame.id, frame.name, Failure(kind, words))
            except Exception:  # a defect of ours: it shows itself, and the plugin does not wait for ever
                _diary.exception("%s asked for %s, which failed", self.launch.id, visible_text(frame.name[:60]))
                packed = pack(Kind.FAILED, frame.id, frame.name, Failure("RuntimeError", "Lapwing failed to do that."))
            if frame.kind == Kind.CALL:
                await self._send(packed)
        finally:
            self._room.release()

    @property
    def unsent_bytes(self) -> int:
        """What the plugin has not taken from its line."""
        return 0 if self._writer is None else self._writer.transport.get_write_buffer_size()

    async def _send(self, packed: bytes) -> None:
        writer = self._writer
        if writer is None or writer.is_closing():
            return
        writer.write(packed)
        with contextlib.suppress(ConnectionError):
            await writer.drain()

    # asking

    async def call(self, name: str, *arguments: Any, within_s: float | None) -> Any:
        """Call a hook, and give what it returns.

        Raises:
            PluginFailed: It raised, or returned what the contract does not allow.
            PluginLate: There is no answer in time; the plugin may still be at it.
            PluginEnded: Its process has ended.
        """
        if self._life is None or self._life.done() or self.how_it_ended:
            raise PluginEnded(plugin=self.launch.id, how=self.how_it_ended or "it has not begun")
        if len(self._waiting) >= _MOST_WAITING or self.unsent_bytes > _MOST_UNSENT:
            raise PluginLate(plugin=self.launch.id, hook=hook_of(name), within=0)
        number = next(self._numbers)
        try:
            packed = pack(Kind.CALL, number, name, arguments)
        except ProtocolBroken as error:
            raise PluginFailed(plugin=self.launch.id, hook=hook_of(name), reason=str(error)) from error
        call = self._waiting[number] = _Call(name, self._loop.create_future(), self._loop.time())
        try:
            async with asyncio.timeout(within_s):
                await self._send(packed)
                return await call.answer
        except TimeoutError:
            raise PluginLate(plugin=self.launch.id, hook=hook_of(name), within=round(within_s or 0, 3)) from None

    # ending

    async def stop(self, within_s: float) -> None:
        """Have it shut down, and end it when it does not in that time."""
        if not self.ended.is_set():
            with contextlib.suppress(PluginFailed, PluginLate, PluginEnded):
                await self.call("shutdown", within_s=within_s)
        await self.kill()

    async def kill(self, why: str = "") -> None:
        """End it at once; returns when nothing of it is left."""
        if why and not self.ended.is_set():
            self._broken = why
        if self._process is not None:
            _kill(self._process)
        if self._life is not None:
            await asyncio.wait([self._life])
        await self._sweep()

    def _end_calls(self) -> None:
        for call in self._waiting.values():
            if not call.answer.done():
                call.answer.set_exception(PluginEnded(plugin=self.launch.id, how=self.how_it_ended))
                call.answer.exception()  # also where nobody waits any more
        self._waiting.clear()
        for task in self._asked:
            task.cancel()

    async def _sweep(self) -> None:
        gone, self._temporary = self._temporary, None
        if gone is not None:
            await asyncio.to_thread(gone.remove)


_TOLD: Final = (PermissionError, TimeoutError, ConnectionError, OSError, ValueError, RuntimeError)
"""Errors that a plugin is told, the more exact before the more general."""


def _be_nicer(pid: int) -> None:
    """Let everything else go before it, already while Python begins in it: ten plugins keep no window waiting."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # it has ended
            os.setpriority(os.PRIO_PROCESS, pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICER)


def _kill(process: asyncio.subprocess.Process) -> None:
    """End the whole session of it: it was started in one of its own."""
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _words(code: int | None) -> str:
    if code is None:
        return "nobody knows how"
    if code < 0:
        return f"it was ended by signal {-code} ({signal.Signals(-code).name})"
    return "it ended by itself" if code == 0 else f"it ended with code {code}"
