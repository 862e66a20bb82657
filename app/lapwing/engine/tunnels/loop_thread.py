"""The thread in which all tunnels live: an event loop of its own, so that a result that is read fast through a tunnel
keeps nothing waiting in the engine's loop."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, Final, TypeVar

from lapwing.domain.errors import OpeningFailed
from lapwing.drivers.opening import Opening

Answer = TypeVar("Answer")
_LOOK_S: Final = 0.01
_CLOSING_S: Final = 6.0
"""At most; it takes that long only when servers do not take their leave."""
_log = logging.getLogger(__name__)


class LoopThread:
    """Begins with the first work and ends with `close`. Methods may come from any other thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def run(
        self,
        work: Callable[[], Coroutine[Any, Any, Answer]],
        opening: Opening,
        look: Callable[[], object] = lambda: None,
    ) -> Answer:
        """Do something in the loop and wait for it, for as long as the opening may take.

        Args:
            look: Called again and again meanwhile, in the thread that waits.

        Raises:
            OpeningCancelled, OpeningTimedOut: It was given up.
            Exception: What it raised.
        """
        future = self._begin(work)
        try:
            while not _is_done_within(future, _LOOK_S):
                look()
                opening.left_s()
        except OpeningFailed:
            future.cancel()
            raise
        return future.result()

    def start(self, work: Callable[[], Coroutine[Any, Any, None]]) -> "Future[None] | None":
        """Do something in the loop and do not wait for it; None when the loop has ended."""
        try:
            return self._begin(work)
        except RuntimeError:
            return None

    def _begin(self, work: Callable[[], Coroutine[Any, Any, Answer]]) -> "Future[Answer]":
        """
        Raises:
            RuntimeError: The thread has ended.
        """
        with self._guard:
            if self._closed:
                raise RuntimeError("the tunnels are closed")
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._live, args=(self._loop,), name="tunnels", daemon=True)
                self._thread.start()
            return asyncio.run_coroutine_threadsafe(work(), self._loop)

    def _live(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            asyncio.set_event_loop(None)
            loop.close()

    def close(self) -> None:
        """End what is under way, and the thread; blocking for at most some seconds."""
        with self._guard:
            self._closed = True
            loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        asyncio.run_coroutine_threadsafe(_end_tasks(loop), loop)
        thread.join(_CLOSING_S)
        if thread.is_alive():
            _log.warning("the thread of the tunnels did not end in time")


def _is_done_within(future: "Future[Any]", seconds: float) -> bool:
    try:
        future.exception(seconds)
    except TimeoutError:
        return future.done()  # what it raised may be one as well
    return True


async def _end_tasks(loop: asyncio.AbstractEventLoop) -> None:
    mine = asyncio.current_task()
    others = [task for task in asyncio.all_tasks() if task is not mine]
    for task in others:
        task.cancel()
    if others:
        await asyncio.wait(others, timeout=_CLOSING_S / 2)
    await loop.shutdown_asyncgens()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_CLOSING_S / 4):
            await loop.shutdown_default_executor()
    loop.call_soon(loop.stop)
