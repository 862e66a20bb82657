"""A plugin that is kept running: restarted when its process ends, quarantined when that happens again and again.

Event loop's thread.
"""

import asyncio
import contextlib
import itertools
import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any, Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.errors import (
    PluginBroken,
    PluginEnded,
    PluginFailed,
    PluginLate,
    PluginNotRunning,
    PluginQuarantined,
)
from lapwing.domain.plugins.facts import PluginState
from lapwing.plugins.host.inside import PluginInside
from lapwing.plugins.host.launch import Launch
from lapwing.plugins.host.life import Log, PluginLife, Serve
from lapwing.plugins.host.process import PluginProcess
from lapwing.plugins.host.protocol import STREAM_CLOSE, STREAM_INPUT, STREAM_NEXT, STREAM_OPEN, Begun, hook_of
from lapwing.plugins.host.streams import StreamInputs

INITIALIZE: Final = "initialize"
ON_CONFIG_LOAD: Final = "on_config_load"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a plugin is waited for, and how often it is tried again. Seconds.

    Attributes:
        clock: By which crashes are counted (monotonic).
        back_off_s: Before it is started again: at first, doubled with each further time up to `longest_s`.
        crashes: So many within `crash_span_s`, and it is put into quarantine.
        hang_s: A plugin that has not answered a call for so long hangs, and is ended.
        watch_s: How often that is looked at.
    """

    clock: Callable[[], float] = time.monotonic
    back_off_s: float = 1.0
    longest_s: float = 60.0
    crashes: int = 3
    crash_span_s: float = 300.0
    begin_s: float = 20.0
    end_s: float = 2.0
    hang_s: float = 60.0
    watch_s: float = 1.0


class HostedPlugin:
    """One plugin, through all of its processes.

    Attributes:
        launch: What is run.
        state, error, since: How it is, why, and from when on (Unix seconds).
        restarts, slow, failed: Counted since it was made.
    """

    def __init__(
        self,
        launch: Launch,
        serve: Serve,
        log: Log,
        when_changed: Callable[[], None] = lambda: None,
        patience: Patience | None = None,
    ) -> None:
        self.launch = launch
        self.state = PluginState.DISABLED
        self.error: LapwingError | None = None
        self.since = 0.0
        self.restarts = self.slow = self.failed = 0
        self.enforced = Begun(files=False, network=False)
        self._serve = serve
        self._log = log
        self._when_changed = when_changed
        self._patience = patience or Patience()
        self._crashes: deque[float] = deque()
        self._process: PluginLife | None = None
        self._life: asyncio.Task[None] | None = None
        self._up = asyncio.Event()
        self._is_stopping = False
        self._numbers = itertools.count(1)
        self._streams: dict[int, StreamInputs] = {}
        self._closing: set[asyncio.Future[None]] = set()

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    @property
    def is_running(self) -> bool:
        return self.state is PluginState.RUNNING

    @property
    def is_coming(self) -> bool:
        """Whether it begins just now, or has ended and is started again."""
        has_ended = self._process is None or bool(self._process.how_it_ended)
        return self.state in {PluginState.STARTING, PluginState.WAITING} or (self.is_running and has_ended)

    @property
    def silent_s(self) -> float:
        """For how long its oldest call has had no answer, though nobody kept it waiting."""
        if self._process is None or any(stream.is_awaited for stream in self._streams.values()):
            return 0.0
        return min([self._process.silent_s, *(stream.idle_s for stream in self._streams.values())])

    def has(self, hook: str) -> bool:
        """Whether its manifest lists the hook, and it runs."""
        return self.is_running and hook in self.launch.manifest.hooks

    # life

    async def start(self) -> None:
        """Begin; returns when it runs, or cannot: the state says which. It is kept running until it is stopped."""
        await self.stop()
        self._crashes.clear()
        self._set(PluginState.STARTING)
        self._up.clear()
        self._life = asyncio.create_task(self._live(), name=f"keeping {self.launch.id}")
        await self._up.wait()

    async def _live(self) -> None:
        """Start it again and again, until it is no use."""
        patience = self._patience
        wait_s = patience.back_off_s
        try:
            while True:
                how = await self._live_once()
                if how is None:
                    return
                now = patience.clock()
                self._crashes.append(now)
                while now - self._crashes[0] > patience.crash_span_s:
                    self._crashes.popleft()
                if len(self._crashes) >= patience.crashes:
                    self._quarantine(how)
                    return
                if len(self._crashes) == 1:
                    wait_s = patience.back_off_s
                self._set(PluginState.WAITING, PluginEnded(plugin=self.launch.id, how=how))
                self._up.set()
                await asyncio.sleep(wait_s)
                wait_s = min(2 * wait_s, patience.longest_s)
                self.restarts += 1
                self._set(PluginState.STARTING, self.error)
        finally:
            self._up.set()

    async def _live_once(self) -> str | None:
        """One process, to its end: how it ended; None when trying again is of no use."""
        make = PluginInside if self.launch.is_inside else PluginProcess
        process: PluginLife = make(self.launch, self._served, self._log)
        self._process = process
        guard = asyncio.create_task(self._guard(process), name=f"guarding {self.launch.id}")
        try:
            try:
                await self._begin(process)
            except PluginEnded as ended:
                return str(ended.facts["how"])
            except PluginBroken as broken:
                self._set(PluginState.REFUSED, broken)
                return None
            self._set(PluginState.RUNNING)
            self._up.set()
            await self._watch(process)
            if self._is_stopping:
                return None
            self._log("error", f"The process ended: {process.how_it_ended}.")
            return process.how_it_ended
        finally:
            guard.cancel()
            await process.kill()
            self._process = None

    async def _guard(self, process: PluginLife) -> None:
        """End it when it takes too much; also while it begins."""
        while not (excess := await process.excess()):
            await asyncio.sleep(self._patience.watch_s)
        await process.kill(excess)

    async def _begin(self, process: PluginLife) -> None:
        """Have it start and initialize.

        Raises:
            PluginBroken, PluginEnded
        """
        self.enforced = await process.start()
        hooks, within_s = self.launch.manifest.hooks, self._patience.begin_s
        try:
            if ON_CONFIG_LOAD in hooks:
                await process.call(ON_CONFIG_LOAD, self.launch.config, within_s=within_s)
            if INITIALIZE in hooks:
                await process.call(INITIALIZE, within_s=within_s)
        except (PluginFailed, PluginLate) as error:
            raise PluginBroken(plugin=self.launch.id, reason=str(error)) from error

    async def _watch(self, process: PluginLife) -> None:
        """Wait for its end, and bring that about when it hangs."""
        while not process.ended.is_set():
            try:
                async with asyncio.timeout(self._patience.watch_s):
                    await process.ended.wait()
            except TimeoutError:
                if self.silent_s > self._patience.hang_s:
                    await process.kill(f"it did not answer for {self._patience.hang_s:g} s and was ended")

    def _quarantine(self, how: str) -> None:
        patience = self._patience
        minutes = round(patience.crash_span_s / 60)
        error = PluginQuarantined(plugin=self.launch.id, times=len(self._crashes), minutes=minutes, how=how)
        self._set(PluginState.QUARANTINED, error)

    def _set(self, state: PluginState, error: LapwingError | None = None) -> None:
        self.state, self.error, self.since = state, error, time.time()
        self._when_changed()

    async def stop(self) -> None:
        """Have it shut down, and end it."""
        process = self._process
        self._is_stopping = True
        if process is not None and self.is_running:
            await process.stop(self._patience.end_s)
        if self._life is not None:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)
            self._life = None
        self._is_stopping = False
        if self.state is not PluginState.DISABLED:
            self._set(PluginState.DISABLED)

    # asking

    async def call(self, hook: str, *arguments: Any, within_s: float) -> Any:
        """Call one of its hooks, and give what it returns.

        Raises:
            PluginNotRunning, PluginFailed, PluginLate, PluginEnded: It has no answer. That is counted.
        """
        try:
            return await self._running().call(hook, *arguments, within_s=within_s)
        except (PluginLate, PluginFailed) as error:
            self._count(error)
            raise

    def _count(self, error: LapwingError) -> None:
        """It was late, or failed."""
        if isinstance(error, PluginLate):
            self.slow += 1
        else:
            self.failed += 1
        self._log("warning" if isinstance(error, PluginLate) else "error", str(error))

    async def stream(
        self, hook: str, *arguments: Any, inputs: AsyncIterator[Any], within_s: float
    ) -> AsyncGenerator[Any, None]:
        """What `export_rows` or `import_rows` gives, piece by piece, of pieces that are fetched as it wants them.

        Args:
            arguments: Those of the hook but for the last one, which the pieces are.
            within_s: For each piece; what the plugin itself waits for does not count.

        Raises:
            PluginNotRunning, PluginFailed, PluginLate, PluginEnded: There is no further piece.
            Exception: What fetching a piece raised.
        """
        number = next(self._numbers)
        process = self._running()
        stream = self._streams[number] = StreamInputs(inputs, within_s)
        try:
            await self._piece(process, stream, f"{STREAM_OPEN}.{hook}", number, *arguments)
            while (piece := await self._piece(process, stream, f"{STREAM_NEXT}.{hook}", number)) is not None:
                yield piece
        finally:
            del self._streams[number]
            await stream.close()
            closing = asyncio.ensure_future(self._close_stream(process, number, within_s))
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)

    async def _piece(self, process: PluginLife, stream: StreamInputs, name: str, *arguments: Any) -> Any:
        try:
            async with stream.time_for_a_piece():
                return await process.call(name, *arguments, within_s=None)
        except TimeoutError:
            late = PluginLate(plugin=self.launch.id, hook=hook_of(name), within=round(stream.within_s, 3))
            self._count(late)
            raise late from None
        except PluginFailed as failure:
            if stream.error is not None:  # it could do nothing for that
                raise stream.error from failure
            self._count(failure)
            raise

    async def _close_stream(self, process: PluginLife, number: int, within_s: float) -> None:
        with contextlib.suppress(LapwingError):  # nobody waits for it any more
            await process.call(STREAM_CLOSE, number, within_s=within_s)

    async def _served(self, name: str, arguments: tuple[Any, ...]) -> object:
        if not name.startswith(f"{STREAM_INPUT}."):
            return await self._serve(name, arguments)
        stream = self._streams.get(arguments[0])
        if stream is None:
            raise ValueError("There is no such stream any more.")
        return await stream.fetch()

    def fault(self, hook: str, reason: str) -> PluginFailed:
        """What it returned is of no use: that is counted, too."""
        error = PluginFailed(plugin=self.launch.id, hook=hook, reason=reason)
        self._count(error)
        return error

    def _running(self) -> PluginLife:
        if self._process is None or not self.is_running:
            raise PluginNotRunning(plugin=self.launch.id, state=self.state.value)
        return self._process
