"""Blocking work for a plugin in threads of its own: however long it takes, nobody else waits for a free thread."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

Answer = TypeVar("Answer")


class OwnThreads:
    """Event loop's thread. Threads that hang end with the process."""

    def __init__(self, each: int) -> None:
        """`each` plugin has so many; what more it wants waits for those."""
        self._each = each
        self._rooms: dict[str, asyncio.Semaphore] = {}

    async def do(self, who: str, work: Callable[[], Answer]) -> Answer:
        """Do something for a plugin, and give what comes of it. Who is cancelled leaves it to its end."""
        room = self._rooms.setdefault(who, asyncio.Semaphore(self._each))
        await room.acquire()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Answer] = loop.create_future()

        def settle(tell: Callable[[], None]) -> None:
            room.release()
            if not done.done():
                tell()

        def run() -> None:
            try:
                tell = partial(done.set_result, work())
            except Exception as error:  # who asked handles it
                tell = partial(done.set_exception, error)
            with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(settle, tell)

        threading.Thread(target=run, name=f"for plugin {who}", daemon=True).start()
        return await done
