"""Telling what was accepted: each message becomes an event, and is marked when everybody has heard it.

So a message is told at least once: after a kill, those that are not marked are told again.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DefectFound, LapwingError
from lapwing.domain.monitoring.annotations import AddAnnotation
from lapwing.domain.webhooks.endpoints import RECEIVED
from lapwing.domain.webhooks.inbox import Handling, InboxEntry
from lapwing.engine.hub import EventHub
from lapwing.engine.webhooks.arrivals import LOGGER
from lapwing.engine.webhooks.incoming_book import IncomingBook
from lapwing.store.inbox.reading import InboxReader
from lapwing.store.inbox.writing import Handled

Annotate = Callable[[AddAnnotation], Awaitable[object]]
_AT_ONCE: Final = 100
_MOST_FRESH: Final = 1_000
_AGAIN_S: Final = 5.0
_LONGEST_OUTCOME: Final = 1_000
_log: Final = logging.getLogger(LOGGER)


async def tell(entry: InboxEntry, hub: EventHub, book: IncomingBook, annotate: Annotate) -> Handled:
    """Tell one message to everybody, and say what became of it."""
    kept = book.find(entry.service)
    data = {
        "service": entry.service,
        "event": entry.event,
        "id": entry.id,
        "delivery": entry.delivery_id,
        "text": entry.text,
        "summary": entry.summary or {},
        "receivedAt": entry.at,
    }
    _, answers = await hub.publish_and_ask(RECEIVED, data, subject=entry.service, source=f"webhook/{entry.service}")
    failed = [f"{answer.subscriber}: {answer.error}" for answer in answers if answer.error]
    if kept is not None and kept.service.annotate:
        text = f"{entry.service}: {entry.text or entry.event or 'a webhook came'}"
        wanted = AddAnnotation(text, kept.service.connection_id, entry.at, source=f"webhook/{entry.service}")
        try:
            await annotate(wanted)
        except LapwingError as error:
            failed.append(f"annotation: {error}")
    handling = Handling.FAILED if failed else Handling.DONE
    return Handled(entry.id, handling, " ".join(failed)[:_LONGEST_OUTCOME], time.time())


class InboxTelling:
    """Tells those that wait, the oldest first. Event loop's thread.

    Args:
        mark: Keeps what became of one.
    """

    def __init__(
        self,
        reader: InboxReader,
        mark: Callable[[Handled], Awaitable[None]],
        hub: EventHub,
        book: IncomingBook,
        annotate: Annotate,
    ) -> None:
        self._reader = reader
        self._mark = mark
        self._tell: Callable[[InboxEntry], Awaitable[Handled]] = lambda entry: tell(entry, hub, book, annotate)
        self._fresh: deque[InboxEntry] = deque()
        self._is_behind = True
        self._read: set[str] = set()
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._news = asyncio.Event()
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._task: asyncio.Task[None] | None = None

    @property
    def under_way(self) -> int:
        """How many are being told."""
        return len(self._under_way)

    def begin(self) -> None:
        """Tell those that wait in the file, and from then on those that are added."""
        self._fresh.clear()
        self._is_behind = True
        self._news.set()
        self._task = asyncio.create_task(self._run(), name="inbox telling")

    def add(self, entry: InboxEntry) -> None:
        """Tell one that was kept just now, soon. Where many wait, it is read again when its turn comes."""
        if entry.id in self._read:
            return
        if len(self._fresh) >= _MOST_FRESH:
            self._is_behind = True
        if not self._is_behind:
            self._fresh.append(entry)
        self._news.set()

    async def _run(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            try:
                while self._fresh or self._is_behind:
                    for entry in [self._fresh.popleft()] if self._fresh else await self._read_some():
                        await self._room.acquire()
                        self._under_way[entry.id] = asyncio.create_task(self._one(entry), name=f"telling {entry.id}")
            except LapwingError as error:
                _log.warning("messages cannot be read to be told: %s", error)
                asyncio.get_running_loop().call_later(_AGAIN_S, self._news.set)

    async def _read_some(self) -> list[InboxEntry]:
        """The oldest that wait in the file and are not told already. One that is added meanwhile is not told twice."""
        already = set(self._under_way)
        self._is_behind = False
        try:
            found = await asyncio.to_thread(self._reader.waiting, 2 * _AT_ONCE)
        except LapwingError:
            self._is_behind = True
            raise
        self._read = {entry.id for entry in found}
        self._fresh = deque(entry for entry in self._fresh if entry.id not in self._read)
        self._is_behind |= len(found) == 2 * _AT_ONCE
        return [entry for entry in found if entry.id not in already]

    async def _one(self, entry: InboxEntry) -> None:
        try:
            await self._mark(await self._told(entry))
        finally:
            self._under_way.pop(entry.id, None)
            self._room.release()

    async def _told(self, entry: InboxEntry) -> Handled:
        """Where nobody foresaw what happens, that is kept with the message, and it does not wait for ever."""
        try:
            return await self._tell(entry)
        except Exception as error:
            _log.exception("a defect while %s was told", entry.id)
            defect = DefectFound(kind=f"{type(error).__name__} in webhooks", log=str(paths.logs()))
            return Handled(entry.id, Handling.FAILED, defect.in_full, time.time())

    async def end(self) -> None:
        """Tell no more; what is not marked is told again by the next one. May be called twice."""
        tasks = [*self._under_way.values(), *([self._task] if self._task is not None else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._task = None
