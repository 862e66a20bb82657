"""A plugin that runs inside the engine, in a thread of its own: only one that comes with Lapwing may.

Nothing confines it and nothing can end a hook of it that hangs; but nobody waits for it longer than for any other. What
it returns is checked as what comes out of a process is.
"""

import asyncio
import importlib
import queue
import threading
import traceback
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final

import msgspec

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.errors import PluginBroken, PluginEnded, PluginFailed, PluginLate
from lapwing.plugins.api import Plugin
from lapwing.plugins.host.launch import Launch
from lapwing.plugins.host.life import Log, Serve
from lapwing.plugins.host.protocol import Begun, answer_to, hook_of
from lapwing.plugins.runner.calls import HookCalls
from lapwing.plugins.runner.context import HostedContext

NOTE: Final = "It comes with Lapwing and runs inside it: nothing is enforced, trust is required."
_LOAD: Final = "begin"
_LAST: Final = "shutdown"


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    arguments: tuple[Any, ...]
    answer: "asyncio.Future[Any]"
    since: float


class PluginInside:
    """One life of it (`life.PluginLife`). Event loop's thread, unless said otherwise."""

    def __init__(self, launch: Launch, serve: Serve, log: Log) -> None:
        self.launch = launch
        self.enforced = Begun(files=False, network=False, note=NOTE)
        self.how_it_ended = ""
        self.ended = asyncio.Event()
        self.pid: int | None = None
        self._serve = serve
        self._log = log
        self._loop = asyncio.get_running_loop()
        self._calls: queue.SimpleQueue[_Call | None] = queue.SimpleQueue()
        self._waiting: dict[int, _Call] = {}
        self._thread = threading.Thread(target=self._live, name=f"plugin {launch.id}", daemon=True)

    @property
    def silent_s(self) -> float:
        """For how long the oldest call has had no answer, whether anybody still waits for it or not."""
        return self._loop.time() - next(iter(self._waiting.values())).since if self._waiting else 0.0

    async def excess(self) -> str:
        """It is trusted: nobody counts."""
        return ""

    async def start(self) -> Begun:
        """Import it.

        Raises:
            PluginBroken: It cannot be.
        """
        self._thread.start()
        try:
            await self.call(_LOAD, within_s=60.0)
        except (PluginFailed, PluginLate) as error:
            await self.kill()
            raise PluginBroken(plugin=self.launch.id, reason=str(error.facts.get("reason") or error)) from error
        return self.enforced

    async def call(self, name: str, *arguments: Any, within_s: float | None) -> Any:
        """Call a hook, and give what it returns.

        Raises:
            PluginFailed, PluginLate, PluginEnded: As `process.PluginProcess` does.
        """
        if self.ended.is_set():
            raise PluginEnded(plugin=self.launch.id, how=self.how_it_ended)
        call = _Call(name, arguments, self._loop.create_future(), self._loop.time())
        self._waiting[id(call)] = call
        self._calls.put(call)
        try:
            async with asyncio.timeout(within_s):
                return await call.answer
        except TimeoutError:
            raise PluginLate(plugin=self.launch.id, hook=hook_of(name), within=round(within_s or 0, 3)) from None

    async def stop(self, within_s: float) -> None:
        """Have it shut down; it is not waited for longer than that."""
        try:
            await self.call(_LAST, within_s=within_s)
        except (PluginFailed, PluginLate, PluginEnded) as error:
            self._log("warning", str(error))
        await self.kill()

    async def kill(self, why: str = "") -> None:
        """Ask nothing more of it; a hook that hangs is left to hang."""
        if self.ended.is_set():
            return
        self.how_it_ended = why or "it was ended"
        self.ended.set()
        self._calls.put(None)
        for call in self._waiting.values():
            if not call.answer.done():
                call.answer.set_exception(PluginEnded(plugin=self.launch.id, how=self.how_it_ended))
                call.answer.exception()
        self._waiting.clear()

    # its thread

    def _live(self) -> None:
        calls: HookCalls | None = None
        while (call := self._calls.get()) is not None:
            error: Exception | None = None
            answer: object = None
            try:
                if calls is None:
                    calls = self._load()
                else:
                    answer = calls.do(call.name, call.arguments)
                    answer = answer_to(call.name, msgspec.Raw(msgspec.msgpack.encode(answer)))
            except BaseException as raised:  # the border to the plugin
                error = self._failure(call, raised)
            if self._loop.is_closed():
                return
            self._loop.call_soon_threadsafe(self._settle, call, answer, error)

    def _load(self) -> HookCalls:
        module, _, name = self.launch.manifest.entry.partition(":")
        found = getattr(importlib.import_module(module), name)()
        assert isinstance(found, Plugin), f"{self.launch.manifest.entry} is no plugin"
        found.context = HostedContext(_InsideAsking(self._loop, self._serve), self.launch.begin(Path()))
        return HookCalls(found, _InsideAsking(self._loop, self._serve), self.launch.manifest.config)

    def _failure(self, call: _Call, raised: BaseException) -> PluginFailed:
        words = "".join(traceback.format_exception(raised))[-4_000:]
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._log, "error", words)
        return PluginFailed(plugin=self.launch.id, hook=hook_of(call.name), reason=f"{type(raised).__name__}: {raised}")

    def _settle(self, call: _Call, answer: object, error: Exception | None) -> None:
        self._waiting.pop(id(call), None)
        if call.answer.done():
            return
        if error is not None:
            call.answer.set_exception(error)
        else:
            call.answer.set_result(answer)


class _InsideAsking:
    """How such a plugin reaches Lapwing. Its own threads."""

    def __init__(self, loop: asyncio.AbstractEventLoop, serve: Serve) -> None:
        self._loop = loop
        self._serve = serve

    def ask(self, name: str, *arguments: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(self._served(name, arguments), self._loop).result()

    def tell(self, name: str, *arguments: Any) -> None:
        asyncio.run_coroutine_threadsafe(self._served(name, arguments), self._loop)

    async def _served(self, name: str, arguments: tuple[Any, ...]) -> Any:
        served: Coroutine[Any, Any, object] | Any = self._serve(name, arguments)
        return await served
