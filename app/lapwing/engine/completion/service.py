"""Completion: what fits at a caret, answered from the names that are known at the moment."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from lapwing.domain.completion import CompletionPlace, WordsAsked, WordsKnown
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.engine.bus import Bus
from lapwing.engine.completion.names import KnownNames
from lapwing.engine.completion.places import NameReading
from lapwing.engine.completion.shelf import View
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.operations import operation

Answer = TypeVar("Answer")
_THREADS: Final = 2


class CompletionService:
    """Answers at once, from what is known; names are read behind that, and `NamesLoaded` tells when they are there.

    Answers are worked out in threads of their own. One that nobody waits for any more and that has not begun is left
    out: who types asks faster than a slow machine answers.
    """

    def __init__(self, bus: Bus, connections: ConnectionsService, sessions: SessionsService, lanes: Lanes) -> None:
        self._names = KnownNames(bus, NameReading(sessions, lanes))
        self._threads = ThreadPoolExecutor(_THREADS, "completion")
        connections.when_changed.append(self._names.connection_changed)
        sessions.when_opened.append(self._names.opened)

    @operation("completion.words", needs=Permission.SCHEMA_READ)
    async def words(self, request: WordsAsked) -> WordsKnown:
        """Which of some words are names of relations or columns."""
        view, is_loading = self._names.ask(request.connection_id, request.session_id)

        def look() -> WordsKnown:
            known = view.words
            return WordsKnown(known.relations_in(request.words), known.columns_in(request.words), is_loading)

        return await self._aside(look)

    @operation("completion.prepare", needs=Permission.SCHEMA_READ)
    async def prepare(self, request: CompletionPlace) -> Done:
        """Begin to read the names that will be needed at a place."""
        self._known(request)
        return Done()

    def _known(self, place: CompletionPlace) -> tuple[View, bool]:
        return self._names.ask(place.connection_id, place.session_id)

    async def _aside(self, work: Callable[[], Answer]) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def close(self) -> None:
        """Read and answer nothing more."""
        await self._names.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
