"""Saved connections and open sessions."""

import asyncio
import dataclasses
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from lapwing.domain.connections import (
    CloseSession,
    Connection,
    ConnectionList,
    OpenSession,
    RemoveConnection,
    SaveConnection,
    SavepointRequest,
    SessionFacts,
    SessionRequest,
    SetTransactionMode,
    Target,
    TransactionMode,
    TransactionState,
)
from lapwing.domain.errors import (
    ConnectionUnknown,
    DiskFull,
    RequestInvalid,
    SessionUnknown,
    StoredDamaged,
    StoredNewer,
    StoredUnreadable,
    TransactionOpen,
)
from lapwing.domain.events import ConnectionsChanged, SchemaChanged, TransactionChanged
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done, TransactionFacts
from lapwing.domain.urls import parse_url
from lapwing.drivers.base import Driver, Session
from lapwing.drivers.registry import driver_named
from lapwing.engine.bus import Bus
from lapwing.engine.connections.session_thread import SessionThread
from lapwing.engine.connections.store import SavedConnections, connections_document
from lapwing.engine.operations import Caller, operation

Answer = TypeVar("Answer")


@dataclass(slots=True)
class OpenedSession:
    """A session that somebody opened."""

    id: str
    connection_id: str
    owner: Caller
    thread: SessionThread
    driver: Driver
    facts: SessionFacts
    transaction: TransactionState = TransactionState.IDLE
    before_next: list[Callable[[], None]] = field(default_factory=list)
    """Called before the next job is queued: a paused run lets go of its statement."""
    before_end: list[Callable[[], None]] = field(default_factory=list)
    """Called before the session ends: no further statement of a run is sent."""

    async def do(self, job: Callable[[Session], Answer]) -> Answer:
        """Run a job after letting go of what is paused."""
        self.make_way()
        return await self.thread.do(job)

    def make_way(self) -> None:
        """Let a paused run end."""
        for let_go in self.before_next:
            let_go()

    async def end(self) -> None:
        """Cancel what runs, roll back, and close."""
        for cancel in self.before_end:
            cancel()
        await self.thread.close()


class ConnectionsService:
    """Keeps connections and sessions. Event loop's thread."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._document = connections_document()
        self._sessions: dict[str, OpenedSession] = {}
        self._lanes: dict[str, asyncio.Task[SessionThread]] = {}
        self._changing = asyncio.Lock()

    # saved connections

    @operation("connection.list", needs=Permission.CONNECTIONS_READ)
    async def list_saved(self) -> ConnectionList:
        """The saved connections, in the order they were saved."""
        try:
            return ConnectionList(self._document.read().connections)
        except (StoredNewer, StoredDamaged, StoredUnreadable) as error:
            return ConnectionList((), f"{error} {error.next_step()}")

    @operation("connection.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveConnection) -> Done:
        """Add a connection, or replace the one with the same id.

        Raises:
            UrlInvalid, PasswordInUrl: Its URL cannot be kept.
            DiskFull: The list cannot be written; it is as it was.
        """
        connection = request.connection
        parse_url(connection.url)
        async with self._changing:
            others = self._read_saved()
            known = [saved.id for saved in others]
            if connection.id in known:
                others[known.index(connection.id)] = connection
            else:
                others.append(connection)
            self._write_saved(others)
        await self.drop_lane(connection.id)
        self._bus.publish(ConnectionsChanged())
        return Done()

    @operation("connection.remove", needs=Permission.CONNECTIONS_WRITE)
    async def remove(self, request: RemoveConnection) -> Done:
        """Forget a connection; sessions that use it stay open. What it points to is not touched."""
        async with self._changing:
            self._write_saved([saved for saved in self._read_saved() if saved.id != request.connection_id])
        await self.drop_lane(request.connection_id)
        self._bus.publish(ConnectionsChanged())
        return Done()

    def _read_saved(self) -> list[Connection]:
        return [*self._document.read().connections]

    def _write_saved(self, connections: list[Connection]) -> None:
        try:
            self._document.write(SavedConnections(tuple(connections)))
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error

    def find(self, connection_id: str) -> Connection:
        """A saved connection by id, or else by name.

        Raises:
            ConnectionUnknown: There is none.
        """
        saved = self._read_saved()
        for connection in saved:
            if connection.id == connection_id:
                return connection
        named = [connection for connection in saved if connection.name == connection_id]
        if not named:
            raise ConnectionUnknown(connection=connection_id)
        return named[0]

    def target(self, connection_id: str, url: str = "", *, read_only: bool = False) -> Target:
        """Where a saved connection, or a URL, leads."""
        if not connection_id:
            target = parse_url(url)
            return dataclasses.replace(target, read_only=target.read_only or read_only)
        connection = self.find(connection_id)
        target = parse_url(connection.url)
        return dataclasses.replace(target, read_only=target.read_only or connection.read_only or read_only)

    # sessions

    @operation("session.open", needs=Permission.QUERY_READ)
    async def open(self, request: OpenSession, caller: Caller) -> SessionFacts:
        """Open a session on its own server connection; it belongs to the caller and ends with it.

        Raises:
            LapwingError: A connection error that says which step failed.
        """
        target = self.target(request.connection_id, request.url, read_only=request.read_only)
        target = dataclasses.replace(target, create=request.create)
        driver = driver_named(target.driver)
        session_id = uuid.uuid4().hex
        thread = SessionThread(session_id[:8], lambda: driver.open(target))
        session = await thread.start()
        session.mode = request.mode
        facts = SessionFacts(
            session_id,
            request.connection_id,
            driver.id,
            driver.dialect,
            session.product,
            session.database,
            session.is_read_only,
            request.mode,
            notes=session.notes,
        )
        self._sessions[session_id] = OpenedSession(session_id, request.connection_id, caller, thread, driver, facts)
        return facts

    def session(self, session_id: str) -> OpenedSession:
        """An open session.

        Raises:
            SessionUnknown: There is none.
        """
        found = self._sessions.get(session_id)
        if found is None:
            raise SessionUnknown
        return found

    @property
    def session_count(self) -> int:
        return len(self._sessions)

    @operation("session.close", needs=Permission.QUERY_READ)
    async def close_session(self, request: CloseSession) -> Done:
        """Close a session.

        Raises:
            TransactionOpen: A transaction is open and `roll_back` was not said; the session stays open.
        """
        found = self.session(request.session_id)
        if found.transaction is not TransactionState.IDLE and not request.roll_back:
            raise TransactionOpen
        del self._sessions[request.session_id]
        await found.end()
        return Done()

    @operation("session.commit", needs=Permission.QUERY_WRITE)
    async def commit(self, request: SessionRequest) -> TransactionFacts:
        """Commit the open transaction; nothing happens when there is none."""
        return await self._end_transaction(request.session_id, lambda session: session.commit())

    @operation("session.rollback", needs=Permission.QUERY_READ)
    async def rollback(self, request: SessionRequest) -> TransactionFacts:
        """Roll the open transaction back; nothing happens when there is none."""
        facts = await self._end_transaction(request.session_id, lambda session: session.rollback())
        found = self.session(request.session_id)
        self._bus.publish(SchemaChanged(found.connection_id, found.id))
        return facts

    async def _end_transaction(self, session_id: str, job: Callable[[Session], None]) -> TransactionFacts:
        found = self.session(session_id)

        def end(session: Session) -> TransactionState:
            job(session)
            return session.transaction()

        return self.note_transaction(found, await found.do(end))

    def note_transaction(self, found: OpenedSession, state: TransactionState) -> TransactionFacts:
        """Remember a session's transaction state and tell its owner when it changed."""
        if state is not found.transaction:
            found.transaction = state
            found.owner.tell(TransactionChanged(found.id, state))
        return TransactionFacts(found.id, state)

    @operation("session.set_mode", needs=Permission.QUERY_WRITE)
    async def set_mode(self, request: SetTransactionMode) -> TransactionFacts:
        """Switch between automatic and manual commit.

        Raises:
            TransactionOpen: One is open: committing it or not is the person's to say.
        """
        found = self.session(request.session_id)
        if found.transaction is not TransactionState.IDLE:
            raise TransactionOpen

        def switch(session: Session) -> TransactionState:
            session.mode = TransactionMode(request.mode)
            return session.transaction()

        facts = self.note_transaction(found, await found.do(switch))
        found.facts = dataclasses.replace(found.facts, mode=request.mode)
        return facts

    @operation("session.savepoint", needs=Permission.QUERY_WRITE)
    async def savepoint(self, request: SavepointRequest) -> TransactionFacts:
        """Set, release, or roll back to a savepoint."""
        found = self.session(request.session_id)

        def act(session: Session) -> TransactionState:
            actions = {
                "set": session.savepoint,
                "release": session.release_savepoint,
                "roll_back": session.roll_back_to_savepoint,
            }
            if request.action not in actions:
                raise RequestInvalid(operation="session.savepoint", reason=f"there is no action {request.action}.")
            actions[request.action](request.name)
            return session.transaction()

        return self.note_transaction(found, await found.do(act))

    # lanes

    async def metadata_lane(self, connection_id: str) -> SessionThread:
        """The connection's lane for catalogue reads: a read-only session of its own, opened when first needed."""
        target = self.target(connection_id, read_only=True)
        opening = self._lanes.get(connection_id)
        if opening is None:
            opening = asyncio.create_task(self._open_lane(target))
            self._lanes[connection_id] = opening
        try:
            return await asyncio.shield(opening)
        except Exception:
            self._lanes.pop(connection_id, None)
            raise

    @staticmethod
    async def _open_lane(target: Target) -> SessionThread:
        thread = SessionThread("metadata", lambda: driver_named(target.driver).open(target))
        await thread.start()
        return thread

    async def drop_lane(self, connection_id: str) -> None:
        """Close a connection's lane, since it may lead elsewhere now; the next catalogue read opens a new one."""
        opening = self._lanes.pop(connection_id, None)
        if opening is not None:
            await self._close_lanes([opening])

    @staticmethod
    async def _close_lanes(opening: list[asyncio.Task[SessionThread]]) -> None:
        for task in opening:
            task.cancel()  # what is still being opened is closed by its own thread
        opened = await asyncio.gather(*opening, return_exceptions=True)
        await asyncio.gather(*(lane.close() for lane in opened if isinstance(lane, SessionThread)))

    # ends

    async def end_owner(self, owner: Caller) -> None:
        """Roll back and close all that belongs to a caller who is gone."""
        mine = [found for found in self._sessions.values() if found.owner is owner]
        for found in mine:
            del self._sessions[found.id]
        await asyncio.gather(*(found.end() for found in mine))

    async def close(self) -> None:
        """Roll back and close everything."""
        sessions = list(self._sessions.values())
        self._sessions.clear()
        lanes = list(self._lanes.values())
        self._lanes.clear()
        await asyncio.gather(*(found.end() for found in sessions), self._close_lanes(lanes))
