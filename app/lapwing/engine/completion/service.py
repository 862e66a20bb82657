"""Completion: what fits at a caret, answered from the names that are known at the moment."""

import asyncio
import dataclasses
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from lapwing.domain.completion import (
    CallHint,
    CompleteAt,
    CompletionPlace,
    Completions,
    NameAt,
    StarColumns,
    WordsAsked,
    WordsKnown,
)
from lapwing.domain.errors import RequestInvalid
from lapwing.domain.names import FindNames, FoundNames
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.engine.bus import Bus
from lapwing.engine.completion.names import KnownNames
from lapwing.engine.completion.places import NameReading
from lapwing.engine.completion.shelf import View
from lapwing.engine.completion.words import qualifiers_in
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.sessions import SessionsService
from lapwing.engine.operations import operation
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named

Answer = TypeVar("Answer")
_THREADS: Final = 2


class CompletionService:
    """Answers at once, from what is known; names are read behind that, and `NamesLoaded` tells when they are there.

    Answers are worked out in threads of their own. One that nobody waits for any more and that has not begun is left
    out: who types asks faster than a slow machine answers.
    """

    def __init__(self, bus: Bus, connections: ConnectionsService, sessions: SessionsService, lanes: Lanes) -> None:
        self._names = KnownNames(bus, NameReading(connections, sessions, lanes))
        self._threads = ThreadPoolExecutor(_THREADS, "completion")
        connections.when_changed.append(self._names.connection_changed)
        sessions.when_opened.append(self._names.opened)

    @operation("completion.at", needs=Permission.SCHEMA_READ)
    async def at(self, request: CompleteAt) -> Completions:
        """What fits at a caret, the best first.

        Raises:
            RequestInvalid: There is no such dialect.
        """
        view, is_loading = self._known(request.place)

        def look(dialect: Dialect) -> Completions:
            from lapwing.sql.completion.complete import complete

            return dataclasses.replace(complete(dialect, request, view.names), is_loading=is_loading)

        return await self._about(request.place, look)

    @operation("completion.call", needs=Permission.SCHEMA_READ)
    async def call(self, request: CompletionPlace) -> CallHint:
        """The call that a caret is in, and its arguments.

        Raises:
            RequestInvalid: There is no such dialect.
        """
        view, _ = self._known(request)

        def look(dialect: Dialect) -> CallHint:
            from lapwing.sql.completion.hints import call_hint

            return call_hint(dialect, request.text, request.caret, view.names)

        return await self._about(request, look)

    @operation("completion.name_at", needs=Permission.SCHEMA_READ)
    async def name_at(self, request: CompletionPlace) -> NameAt:
        """What the name at a place means, and where else it stands.

        Raises:
            RequestInvalid: There is no such dialect.
        """
        view, _ = self._known(request)

        def look(dialect: Dialect) -> NameAt:
            from lapwing.sql.completion.meaning import name_at

            return name_at(dialect, request.text, request.caret, view.names)

        return await self._about(request, look)

    @operation("completion.star", needs=Permission.SCHEMA_READ)
    async def star(self, request: CompletionPlace) -> StarColumns:
        """The columns that the `*` at a place stands for.

        Raises:
            RequestInvalid: There is no such dialect.
        """
        view, _ = self._known(request)

        def look(dialect: Dialect) -> StarColumns:
            from lapwing.sql.completion.stars import star_at

            return star_at(dialect, request.text, request.caret, view.names)

        return await self._about(request, look)

    @operation("completion.words", needs=Permission.SCHEMA_READ)
    async def words(self, request: WordsAsked) -> WordsKnown:
        """Which of some words are names of relations or columns.

        A text that merely stands in the window connects to no server: without a session, and before anything else was
        asked of its connection, no word is known.
        """
        view, is_loading = self._names.ask(
            request.connection_id, request.session_id, request.words, may_connect=False, apart=request.database
        )

        def look() -> WordsKnown:
            known = view.words
            asked = request.words
            return WordsKnown(known.relations_in(asked), known.columns_in(asked), known.keywords_in(asked), is_loading)

        return await self._aside(look)

    @operation("names.find", needs=Permission.SCHEMA_READ)
    async def find(self, request: FindNames) -> FoundNames:
        """Tables, views, routines and schemas by parts of their names, from what is known of a connection."""
        view, is_loading = self._names.ask(request.connection_id, request.session_id, may_connect=request.may_connect)

        def look() -> FoundNames:
            from lapwing.sql.completion.finding import find_names

            return FoundNames(find_names(view.names, request.query, request.limit), is_loading)

        return await self._aside(look)

    @operation("completion.prepare", needs=Permission.SCHEMA_READ)
    async def prepare(self, request: CompletionPlace) -> Done:
        """Begin to read the names that will be needed at a place."""
        self._known(request)
        return Done()

    def _known(self, place: CompletionPlace) -> tuple[View, bool]:
        mentioned = qualifiers_in(place.text, place.caret)
        return self._names.ask(place.connection_id, place.session_id, mentioned, apart=place.database)

    async def _about(self, place: CompletionPlace, look: Callable[[Dialect], Answer]) -> Answer:
        """Work out what is to be said of a place; modules that know SQL are loaded when first needed."""
        if place.dialect not in DIALECT_IDS:
            reason = f"there is no dialect {place.dialect}; there is {', '.join(DIALECT_IDS)}."
            raise RequestInvalid(operation="completion", reason=reason)
        return await self._aside(lambda: look(dialect_named(place.dialect)))

    async def _aside(self, work: Callable[[], Answer]) -> Answer:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def close(self) -> None:
        """Read and answer nothing more."""
        await self._names.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
