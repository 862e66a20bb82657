"""Open sessions: each on its own server connection, in a thread of its own."""

import asyncio
import dataclasses
import uuid
from collections.abc import Callable
from dataclasses import field
from typing import TypeVar

from lapwing.domain.connections import (
    CancelOpening,
    CloseSession,
    OpenSession,
    SessionFacts,
    SessionRequest,
    TransactionState,
)
from lapwing.domain.errors import ConnectionLost, LapwingError, SessionUnknown, TransactionOpen
from lapwing.domain.events import SessionClosed, SessionReopened, TransactionChanged
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.operations import Permission
from lapwing.domain.query import Cancelled, Done, TransactionFacts
from lapwing.drivers.base import Driver, Session, capabilities_of
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.openings import Openings
from lapwing.engine.connections.other_databases import way_to_database
from lapwing.engine.connections.reviving import RECONNECTED, LivingSession
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.session_thread import SessionThread
from lapwing.engine.connections.ways import Way
from lapwing.engine.operations import Caller, operation

Answer = TypeVar("Answer")


@dataclass(slots=True)
class OpenedSession:
    """A session that somebody opened. Event loop's thread.

    Attributes:
        living: What keeps it alive; belongs to its thread.
        transaction: As last told by the server.
        apart: The other database of the connection's server that it was opened in; empty: the connection's own.
    """

    id: str
    owner: Caller
    thread: SessionThread
    living: LivingSession
    driver: Driver
    facts: SessionFacts
    transaction: TransactionState = TransactionState.IDLE
    apart: str = ""
    before_next: list[Callable[[], None]] = field(default_factory=list)
    """Called before the next job is queued: a paused run lets go of its statement."""
    before_end: list[Callable[[], None]] = field(default_factory=list)
    """Called before the session ends: no further statement of a run is sent."""

    @property
    def connection_id(self) -> str:
        return self.facts.connection_id

    async def do(self, job: Callable[[Session], Answer]) -> Answer:
        """Run a job of a person after letting go of what is paused.

        Raises:
            LapwingError: What the job raises; with `ConnectionLost` the owner is told that nothing is open any more.
        """
        self.make_way()
        try:
            return await self.thread.do(job)
        except ConnectionLost as error:
            self.note_loss(error)
            raise

    def make_way(self) -> None:
        """Let a paused run end."""
        for let_go in self.before_next:
            let_go()

    def note_transaction(self, state: TransactionState) -> TransactionFacts:
        """Remember the transaction's state and tell the owner when it changed."""
        if state is not self.transaction:
            self.transaction = state
            self.owner.tell(TransactionChanged(self.id, state))
        return TransactionFacts(self.id, state)

    def note_loss(self, error: ConnectionLost) -> None:
        """The server has rolled back whatever was open; tell the owner when something was."""
        if self.transaction is not TransactionState.IDLE:
            self.transaction = TransactionState.IDLE
            self.owner.tell(TransactionChanged(self.id, TransactionState.IDLE, error.to_wire()))

    def current_facts(self) -> SessionFacts:
        """What is known of it, without asking the server."""
        return dataclasses.replace(self.facts, transaction=self.transaction, surroundings=self.living.surroundings)

    async def end(self) -> None:
        """Cancel what runs, roll back, and close."""
        for cancel in self.before_end:
            cancel()
        await self.thread.close()


class SessionsService:
    """Keeps the open sessions. Event loop's thread.

    Attributes:
        when_opened: Called with each new session.
        when_closed: Called with each session that is over.
        when_refused: Called with what kept a session from being opened.
    """

    def __init__(self, connections: ConnectionsService, opener: Opener, openings: Openings) -> None:
        self.when_opened: list[Callable[[OpenedSession], None]] = []
        self.when_closed: list[Callable[[OpenedSession], None]] = []
        self.when_refused: list[Callable[[Way, LapwingError], None]] = []
        self._connections = connections
        self._opener = opener
        self._openings = openings
        self._loop = asyncio.get_running_loop()
        self._sessions: dict[str, OpenedSession] = {}

    @operation("session.open", needs=Permission.QUERY_READ)
    async def open(self, request: OpenSession, caller: Caller) -> SessionFacts:
        """Open a session on its own server connection; it belongs to the caller and ends with it.

        Cancelling the call, or `session.cancel_opening`, ends the opening.

        Raises:
            PasswordNeeded: A person has to be asked; ask again with the password, or after `secret.give`.
            OpeningFailed: Saying which phase failed.
            RequestInvalid: It names another database, and the server has none apart from schemas.
            LapwingError: What kept a secret from being fetched, or a file from being opened.
        """
        way = self._connections.way(
            request.connection_id, request.url, read_only=request.read_only, password=request.password
        )
        way = dataclasses.replace(way, target=dataclasses.replace(way.target, create=request.create))
        way = way_to_database(way, request.database)
        session_id, mode = uuid.uuid4().hex, request.mode or way.safeguards.mode
        with self._openings.watched(request.opening_id, caller, way.shown) as opening:
            living = LivingSession(self._opener, way, opening, mode, lambda note: self._post_reopened(session_id, note))
            thread = SessionThread(session_id[:8], living)
            try:
                session = await thread.start()
            except LapwingError as error:
                for tell_refusal in self.when_refused:
                    tell_refusal(way, error)
                raise
        facts = facts_of(session_id, request.connection_id, way, session, living)
        found = OpenedSession(session_id, caller, thread, living, way.driver, facts, apart=request.database)
        self._sessions[session_id] = found
        for tell in self.when_opened:
            tell(found)
        return found.facts

    @operation("session.cancel_opening", needs=Permission.QUERY_READ)
    async def cancel_opening(self, request: CancelOpening) -> Cancelled:
        """End an opening, or a test, that is under way; it raises `OpeningCancelled`."""
        return Cancelled(reached=self._openings.cancel(request.opening_id))

    def find(self, session_id: str) -> OpenedSession:
        """An open session.

        Raises:
            SessionUnknown: There is none.
        """
        found = self._sessions.get(session_id)
        if found is None:
            raise SessionUnknown
        return found

    @property
    def count(self) -> int:
        return len(self._sessions)

    def all_facts(self) -> tuple[SessionFacts, ...]:
        """Of every open session, as it was last seen."""
        return tuple(found.facts for found in self._sessions.values())

    @operation("session.facts", needs=Permission.QUERY_READ)
    async def facts(self, request: SessionRequest) -> SessionFacts:
        """What a session is and where; while something runs or a transaction is open, as it was last seen.

        Raises:
            ConnectionLost: It died, and nobody was told yet.
        """
        found = self.find(request.session_id)
        if found.thread.is_idle and found.transaction is TransactionState.IDLE:
            await found.thread.do(lambda session: None if session.is_lost else found.living.look(), needs_life=False)
        return found.current_facts()

    @operation("session.reopen", needs=Permission.QUERY_READ)
    async def reopen(self, request: SessionRequest) -> SessionFacts:
        """Let a session's connection go and open another one in its place; a lost transaction stays lost.

        Raises:
            TransactionOpen: One is open on a connection that lives.
            LapwingError: What opening a session raises; the session stays as it is.
        """
        found = self.find(request.session_id)

        def again(session: Session) -> None:
            if not session.is_lost and session.transaction() is not TransactionState.IDLE and session.is_alive():
                raise TransactionOpen
            found.living.reopen(RECONNECTED)

        found.make_way()
        await found.thread.do(again, needs_life=False)
        return found.current_facts()

    def _post_reopened(self, session_id: str, note: str) -> None:
        """From the session's thread: there is a new session."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell_reopened, session_id, note)

    def _tell_reopened(self, session_id: str, note: str) -> None:
        found = self._sessions.get(session_id)
        if found is None or found.living.session is None:
            return
        session = found.living.session
        found.facts = dataclasses.replace(
            found.facts, product=session.product, database=session.database, notes=session.notes
        )
        found.note_transaction(TransactionState.IDLE)
        found.owner.tell(SessionReopened(session_id, found.current_facts(), note))

    @operation("session.close", needs=Permission.QUERY_READ)
    async def close_session(self, request: CloseSession) -> Done:
        """Close a session.

        Raises:
            TransactionOpen: A transaction is open and `roll_back` was not said; the session stays open.
        """
        found = self.find(request.session_id)
        if found.transaction is not TransactionState.IDLE and not request.roll_back:
            raise TransactionOpen
        del self._sessions[request.session_id]
        await self._end([found])
        return Done()

    # ends

    async def end_owner(self, owner: Caller) -> None:
        """Roll back and close all that belongs to a caller who is gone."""
        mine = [found for found in self._sessions.values() if found.owner is owner]
        for found in mine:
            del self._sessions[found.id]
        await self._end(mine)

    async def end_connection(self, connection_id: str, *, roll_back: bool) -> int:
        """Close the sessions of a connection and tell their owners; how many there were.

        Raises:
            TransactionOpen: One has an open transaction and `roll_back` was not said; all stay open.
        """
        ending = [found for found in self._sessions.values() if found.connection_id == connection_id]
        if not roll_back and any(found.transaction is not TransactionState.IDLE for found in ending):
            raise TransactionOpen
        for found in ending:
            del self._sessions[found.id]
        await self._end(ending)
        for found in ending:
            found.owner.tell(SessionClosed(found.id))
        return len(ending)

    async def close(self) -> None:
        """Roll back and close everything."""
        sessions = list(self._sessions.values())
        self._sessions.clear()
        await self._end(sessions)

    async def _end(self, ending: list[OpenedSession]) -> None:
        await asyncio.gather(*(found.end() for found in ending))
        for found in ending:
            for tell in self.when_closed:
                tell(found)


def facts_of(session_id: str, connection_id: str, way: Way, session: Session, living: LivingSession) -> SessionFacts:
    """What is known of a session that was just opened."""
    return SessionFacts(
        session_id,
        connection_id,
        way.driver.id,
        way.driver.dialect,
        session.product,
        session.database,
        session.is_read_only,
        session.mode,
        notes=session.notes,
        surroundings=living.surroundings,
        isolation_levels=capabilities_of(way.driver, session).isolation_levels,
        chooses_schema=capabilities_of(way.driver, session).chooses_schema,
    )
