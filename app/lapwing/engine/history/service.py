"""The history of statements: entering them, finding them again, and letting go of them."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from lapwing.domain.errors import LapwingError, to_wire
from lapwing.domain.events import HistoryChanged
from lapwing.domain.history import (
    ClearHistory,
    DeleteHistory,
    FetchHistoryEntry,
    FetchTransaction,
    HistoryDeleted,
    HistoryEntry,
    HistoryEntryGone,
    HistoryFace,
    HistoryPage,
    HistoryPlaces,
    PinHistory,
    SearchHistory,
    TransactionStatements,
)
from lapwing.domain.operations import Permission
from lapwing.domain.parameters import QueryParameter
from lapwing.domain.query import Done
from lapwing.engine.bus import Bus
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.operations import operation
from lapwing.engine.running.recording import NoRecording, Recording, WatchesStatements
from lapwing.settings.store import read_settings
from lapwing.sql.dialect import dialect_named
from lapwing.store.history.tickets import EntryPlace

if TYPE_CHECKING:
    from lapwing.store.history.writer import HistoryWriter

Answer = TypeVar("Answer")


class HistoryService:
    """Keeps the history of this profile; other engines of it may write to the same file. Event loop's thread.

    The store, and with it SQLite, is loaded when the first session is opened.
    """

    def __init__(
        self,
        bus: Bus,
        sessions: SessionsService,
        watch: Callable[[OpenedSession, HistoryFace, str], WatchesStatements | None] = lambda *_: None,
    ) -> None:
        """`watch` gives who else hears of the statements of a run; it is given the plugin's id, too, or nothing."""
        self._bus = bus
        self._watch = watch
        self._writer: HistoryWriter | None = None
        self._told: set[str] = set()
        self._guard = threading.Lock()
        sessions.when_opened.append(self._prepare)

    def _prepare(self, session: OpenedSession) -> None:
        if session.living.way.settings.history:
            self._opened_writer().prepare()

    def _opened_writer(self) -> "HistoryWriter":
        if self._writer is None:
            from lapwing.store.history.opening import history_path  # SQLite is not loaded before it is needed
            from lapwing.store.history.writer import HistoryWriter

            self._writer = HistoryWriter(history_path(), _room)
        return self._writer

    def recording(
        self,
        session: OpenedSession,
        face: HistoryFace = HistoryFace.WINDOW,
        tab_id: str = "",
        parameters: Iterable[QueryParameter] = (),
        plugin_id: str = "",
    ) -> Recording:
        """What a run on that session enters (`engine.running.recording.Records`)."""
        way, watch = session.living.way, self._watch(session, face, plugin_id)
        if not way.settings.history:
            return NoRecording(session, watch)
        surroundings, facts = session.living.surroundings, session.facts
        database = surroundings.database or facts.database
        connection = (facts.connection_id, way.connection.name, facts.dialect, database)
        return Recording(
            self._opened_writer(),
            session,
            EntryPlace(*connection, surroundings.schema, face, session.id, tab_id, plugin_id),
            dialect_named(facts.dialect),
            parameters,
            keeps_values=read_settings().history_values,
            is_news=self._is_news,
            watch=watch,
        )

    def _is_news(self, error: LapwingError) -> bool:
        """Whether nobody was told of such an error yet; from now on somebody was. Any thread."""
        with self._guard:
            is_news = error.code not in self._told
            self._told.add(error.code)
            return is_news

    @operation("history.search", needs=Permission.QUERY_READ)
    async def search(self, request: SearchHistory) -> HistoryPage:
        """Entries by text, connection, database, state, time and duration: pinned ones first, then the latest first.

        Where the file cannot be read, the answer is empty and says why.
        """

        def find() -> HistoryPage:
            from lapwing.store.history.reading import search

            return search(self._settled().path, request)

        try:
            found = await asyncio.to_thread(find)
        except LapwingError as error:
            return HistoryPage(problems=to_wire(error))
        return HistoryPage(found.entries, found.next, to_wire(self._writer.notice if self._writer else None))

    def _settled(self) -> "HistoryWriter":
        """The writer, when all that ended before is written. Any thread; blocking."""
        with self._guard:
            writer = self._opened_writer()
        if writer.path.exists():
            writer.settle()
        return writer

    @operation("history.places", needs=Permission.QUERY_READ)
    async def places(self) -> HistoryPlaces:
        """The connections and databases that the history has entries of, the one used last first.

        Raises:
            HistoryUnusable, StoredNewer: The file cannot be read.
        """

        def find() -> HistoryPlaces:
            from lapwing.store.history.reading import has_plugins, places

            path = self._settled().path
            return HistoryPlaces(places(path), has_plugins(path))

        return await asyncio.to_thread(find)

    @operation("history.entry", needs=Permission.QUERY_READ)
    async def entry(self, request: FetchHistoryEntry) -> HistoryEntry:
        """One entry with all of its text.

        Raises:
            HistoryEntryGone: It was deleted.
            HistoryUnusable, StoredNewer: The file cannot be read.
        """

        def find() -> HistoryEntry | None:
            from lapwing.store.history.reading import entry

            return entry(self._settled().path, request.entry_id)

        found = await asyncio.to_thread(find)
        if found is None:
            raise HistoryEntryGone
        return found

    @operation("history.transaction", needs=Permission.QUERY_READ)
    async def transaction(self, request: FetchTransaction) -> TransactionStatements:
        """The statements of one transaction of a session, also of a session that is no more, in their order.

        Raises:
            HistoryUnusable, StoredNewer: The file cannot be read.
        """

        def find() -> TransactionStatements:
            from lapwing.store.history.reading import of_transaction

            return TransactionStatements(of_transaction(self._settled().path, request.session_id, request.transaction))

        return await asyncio.to_thread(find)

    @operation("history.pin", needs=Permission.QUERY_WRITE)
    async def pin(self, request: PinHistory) -> Done:
        """Pin an entry, or let it go. Pinned ones come first, and are never swept.

        Raises:
            HistoryEntryGone: It was deleted.
            HistoryUnusable, StoredNewer: The file cannot be written.
        """
        from lapwing.store.history.entries import pin

        if not await self._change(lambda writer: writer.do(lambda it: pin(it, request.entry_id, request.pinned))):
            raise HistoryEntryGone
        return Done()

    @operation("history.delete", needs=Permission.QUERY_WRITE)
    async def delete(self, request: DeleteHistory) -> HistoryDeleted:
        """Delete entries, pinned ones too; those of statements under way stay.

        Raises:
            HistoryUnusable, StoredNewer: The file cannot be written.
        """
        ids = list(request.entry_ids)
        return HistoryDeleted(await self._change(lambda writer: writer.delete(ids)))

    @operation("history.clear", needs=Permission.QUERY_WRITE)
    async def clear(self, request: ClearHistory) -> HistoryDeleted:
        """Delete all that a search finds, or everything; pinned ones only when that is said.

        Raises:
            HistoryUnusable, StoredNewer: The file cannot be written.
        """
        from lapwing.store.history.reading import selected

        wanted = request.search or SearchHistory()

        def clear(writer: "HistoryWriter") -> int:
            return writer.delete(writer.do(lambda it: selected(it, wanted, keep_pinned=request.keep_pinned)))

        return HistoryDeleted(await self._change(clear))

    async def _change(self, change: "Callable[[HistoryWriter], Answer]") -> Answer:
        answer = await asyncio.to_thread(lambda: change(self._settled()))
        self._bus.publish(HistoryChanged())
        return answer

    async def close(self) -> None:
        """Write what is left."""
        if self._writer is not None:
            await asyncio.to_thread(self._writer.close)


def _room() -> tuple[int, int]:
    settings = read_settings()
    return settings.history_days, settings.history_mb
