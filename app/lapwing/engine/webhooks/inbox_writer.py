"""Writing the inbox: whoever comes while a commit is under way is in the next one, so many share one sync."""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.webhooks.inbox import InboxEntry
from lapwing.engine.webhooks.arrivals import LOGGER
from lapwing.store.inbox.keeping import InboxStore
from lapwing.store.inbox.trimming import Keep
from lapwing.store.inbox.writing import Batch, Handled, NewMessage

_log: Final = logging.getLogger(LOGGER)
_AT_ONCE: Final = 1_000
_AT_ONCE_BYTES: Final = 16 << 20
_MOST_WAITING: Final = 2_000
_MOST_NOTES: Final = 500
_AGAIN_S: Final = 5.0
Waiting = tuple[NewMessage, "asyncio.Future[InboxEntry] | None"]


class InboxWriter:
    """Event loop's thread; the file belongs to a thread of its own.

    Args:
        keep: How long and how much is kept, asked at each commit.
        when_written: Called behind each commit.

    Attributes:
        unnoted: Refused messages that were not even noted, because too many came.
    """

    def __init__(self, store: InboxStore, keep: Callable[[], Keep], when_written: Callable[[], None]) -> None:
        self._store = store
        self._keep = keep
        self._when_written = when_written
        self._waiting: deque[Waiting] = deque()
        self._handled: deque[tuple[Handled, asyncio.Future[None]]] = deque()
        self._notes = 0
        self._news = asyncio.Event()
        self._thread: ThreadPoolExecutor | None = None
        self._task: asyncio.Task[None] | None = None
        self.unnoted = 0

    @property
    def is_open(self) -> bool:
        """Whether it has begun and not ended."""
        return self._task is not None

    @property
    def is_full(self) -> bool:
        """Whether more wait for a commit than should."""
        return len(self._waiting) >= _MOST_WAITING

    @property
    def notice(self) -> LapwingError | None:
        return self._store.notice

    async def begin(self) -> None:
        """Open the file.

        Raises:
            InboxUnusable, StoredNewer
        """
        thread = ThreadPoolExecutor(1, thread_name_prefix="inbox")
        try:
            await asyncio.get_running_loop().run_in_executor(thread, self._store.do, lambda _db: None)
        except BaseException:
            thread.shutdown(wait=False)
            raise
        self._thread = thread
        self._task = asyncio.create_task(self._run(), name="inbox")

    async def keep(self, message: NewMessage) -> InboxEntry:
        """Keep a message; it is on the disk when this returns.

        Raises:
            InboxUnusable, StoredNewer: It is not kept.
        """
        kept: asyncio.Future[InboxEntry] = asyncio.get_running_loop().create_future()
        self._waiting.append((message, kept))
        self._news.set()
        return await kept

    def note(self, message: NewMessage) -> None:
        """Keep a refused message soon; nobody waits for it, and of very many some are only counted."""
        if self._notes >= _MOST_NOTES:
            self.unnoted += 1
            return
        self._notes += 1
        self._waiting.append((message, None))
        self._news.set()

    async def mark(self, handled: Handled) -> None:
        """Keep that a message was told. Where the file cannot be written, that is tried again for ever."""
        marked: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._handled.append((handled, marked))
        self._news.set()
        await marked

    async def rename(self, old: str, new: str) -> None:
        """Give the messages of a service its new name, between two commits.

        Raises:
            InboxUnusable, StoredNewer
        """
        await asyncio.get_running_loop().run_in_executor(self._thread, self._store.rename, old, new)

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            while self._waiting or self._handled:
                if not await self._commit():
                    break

    async def _commit(self) -> bool:
        """Write what waits; False: it could not be written."""
        taken = self._take()
        marks = [self._handled.popleft() for _ in range(min(len(self._handled), _AT_ONCE))]
        batch = Batch([message for message, _ in taken], [handled for handled, _ in marks])
        loop = asyncio.get_running_loop()
        try:
            kept = await loop.run_in_executor(self._thread, self._store.write, batch, self._keep())
        except LapwingError as error:
            _log.warning("messages were not kept: %s", error)
            for _, waiting in taken:
                if waiting is not None and not waiting.done():
                    waiting.set_exception(error)
            self._handled.extendleft(reversed(marks))
            loop.call_later(_AGAIN_S, self._news.set)
            return bool(self._waiting)
        for (_, waiting), entry in zip(taken, kept, strict=True):
            if waiting is not None and not waiting.done():
                waiting.set_result(entry)
        for _, marked in marks:
            if not marked.done():
                marked.set_result(None)
        self._when_written()
        return True

    def _take(self) -> list[Waiting]:
        taken: list[Waiting] = []
        room = _AT_ONCE_BYTES
        while self._waiting and len(taken) < _AT_ONCE and room > 0:
            taken.append(self._waiting.popleft())
            room -= len(taken[-1][0].body)
            self._notes -= taken[-1][1] is None
        return taken

    async def end(self) -> None:
        """Write what waits, and let go of the file. May be called twice."""
        if self._task is None or self._thread is None:
            return
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        while (self._waiting or self._handled) and await self._commit():
            pass
        for _, marked in self._handled:
            marked.cancel()
        self._handled.clear()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._store.close)
        self._thread.shutdown(wait=False)
        self._task = self._thread = None
