"""What a person does with the transactions of a session."""

import dataclasses
from collections.abc import Callable
from typing import Protocol

from lapwing.domain.connections import (
    SavepointRequest,
    SessionFacts,
    SessionRequest,
    SetIsolation,
    SetSchema,
    SetTransactionMode,
    TransactionMode,
    TransactionState,
)
from lapwing.domain.errors import LapwingError, RequestInvalid, TransactionOpen
from lapwing.domain.events import SchemaChanged
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done, TransactionFacts
from lapwing.drivers.base import Session
from lapwing.engine.bus import Bus
from lapwing.engine.connections.idle_transactions import IdleLimit
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.operations import operation


class RecordsStatement(Protocol):
    """Enters a statement into the history (`engine.running.recording.Recording`). Session's thread."""

    def begin(self, state: TransactionState) -> None: ...
    def sends_text(self, sql: str) -> None: ...
    def ended(self, state: TransactionState, error: LapwingError | None = None) -> None: ...
    def close(self) -> None: ...


Recorder = Callable[[OpenedSession], RecordsStatement]


class TransactionsService:
    """Begins, ends and tunes transactions. Event loop's thread.

    All of it raises `TransactionLost` when the session died with a transaction open and nobody was told yet.
    """

    def __init__(self, bus: Bus, sessions: SessionsService, recorder: Recorder) -> None:
        """`recorder` begins what enters one statement of a session into the history."""
        self._bus = bus
        self._recorder = recorder
        self._sessions = sessions
        self._limits: dict[str, IdleLimit] = {}
        sessions.when_opened.append(self._watch)

    def _watch(self, session: OpenedSession) -> None:
        limit_s = session.living.way.settings.idle_transaction_s
        if limit_s:
            self._limits[session.id] = IdleLimit(session, limit_s)
            session.before_end.append(lambda: self._forget(session.id))

    def _forget(self, session_id: str) -> None:
        self._limits.pop(session_id, None)

    @operation("session.keep_open", needs=Permission.QUERY_READ)
    async def keep_open(self, request: SessionRequest) -> Done:
        """Keep a transaction open that would be rolled back soon because nothing runs in it; time counts anew."""
        limit = self._limits.get(self._sessions.find(request.session_id).id)
        if limit is not None:
            limit.keep_open()
        return Done()

    @operation("session.commit", needs=Permission.QUERY_WRITE)
    async def commit(self, request: SessionRequest) -> TransactionFacts:
        """Commit the open transaction; nothing happens when there is none."""
        return await self._end(request.session_id, "COMMIT", lambda session: session.commit())

    @operation("session.rollback", needs=Permission.QUERY_READ)
    async def rollback(self, request: SessionRequest) -> TransactionFacts:
        """Roll the open transaction back; nothing happens when there is none."""
        facts = await self._end(request.session_id, "ROLLBACK", lambda session: session.rollback())
        found = self._sessions.find(request.session_id)
        self._bus.publish(SchemaChanged(found.connection_id, found.id))
        return facts

    @operation("session.set_mode", needs=Permission.QUERY_WRITE)
    async def set_mode(self, request: SetTransactionMode) -> TransactionFacts:
        """Switch between automatic and manual commit.

        Raises:
            TransactionOpen: One is open: committing it or not is the person's to say.
        """
        found = self._sessions.find(request.session_id)
        if found.transaction is not TransactionState.IDLE:
            raise TransactionOpen

        def switch(session: Session) -> None:
            session.mode = TransactionMode(request.mode)

        facts = await self._change(request.session_id, switch)
        found.facts = dataclasses.replace(found.facts, mode=request.mode)
        return facts

    @operation("session.set_isolation", needs=Permission.QUERY_WRITE)
    async def set_isolation(self, request: SetIsolation) -> SessionFacts:
        """Choose the isolation level of the next transactions; a session that is opened again has it too.

        Raises:
            RequestInvalid: There is no such level here.
            TransactionOpen: One is open; its own level stays as it is, and which is meant is not clear.
        """
        found = self._sessions.find(request.session_id)
        if request.level not in found.facts.isolation_levels:
            levels = ", ".join(found.facts.isolation_levels) or "none"
            reason = f"there is no isolation level {request.level} here; there is {levels}."
            raise RequestInvalid(operation="session.set_isolation", reason=reason)
        if found.transaction is not TransactionState.IDLE:
            raise TransactionOpen

        def choose(session: Session) -> None:
            session.set_isolation(request.level)
            found.living.isolation = request.level
            found.living.look()

        await found.do(choose)
        return found.current_facts()

    @operation("session.set_schema", needs=Permission.QUERY_READ)
    async def set_schema(self, request: SetSchema) -> SessionFacts:
        """Choose where names without a schema are looked for; a session that is opened again looks there too.

        Raises:
            RequestInvalid: No schema can be chosen here.
            TransactionOpen: One is open: the choice would be undone with it.
            StatementFailed: There is no such schema, where the server minds.
        """
        found = self._sessions.find(request.session_id)
        if found.transaction is not TransactionState.IDLE:
            raise TransactionOpen

        def choose(session: Session) -> None:
            session.set_schema(request.schema)
            found.living.schema = request.schema
            found.living.look()

        await found.do(choose)
        return found.current_facts()

    @operation("session.savepoint", needs=Permission.QUERY_WRITE)
    async def savepoint(self, request: SavepointRequest) -> TransactionFacts:
        """Set, release, or roll back to a savepoint."""

        def act(session: Session) -> None:
            actions = {
                "set": session.savepoint,
                "release": session.release_savepoint,
                "roll_back": session.roll_back_to_savepoint,
            }
            if request.action not in actions:
                raise RequestInvalid(operation="session.savepoint", reason=f"there is no action {request.action}.")
            actions[request.action](request.name)

        return await self._change(request.session_id, act)

    async def _end(self, session_id: str, sql: str, end: Callable[[Session], None]) -> TransactionFacts:
        """End what is open, which the history is told as the statement that it is."""
        recording = self._recorder(self._sessions.find(session_id))

        def recorded(session: Session) -> None:
            state = session.transaction()
            if state is TransactionState.IDLE:
                end(session)
                return
            recording.begin(state)
            recording.sends_text(sql)
            try:
                end(session)
            except LapwingError as error:
                recording.ended(TransactionState.IDLE if session.is_lost else session.transaction(), error)
                raise
            else:
                recording.ended(session.transaction())
            finally:
                recording.close()

        return await self._change(session_id, recorded)

    async def _change(self, session_id: str, job: Callable[[Session], None]) -> TransactionFacts:
        found = self._sessions.find(session_id)
        after: list[TransactionState] = []

        def change(session: Session) -> None:
            try:
                job(session)
            finally:  # a COMMIT that is refused ends its transaction as well
                if not session.is_lost:
                    after.append(session.transaction())
            found.living.look_if_moved()

        try:
            await found.do(change)
        finally:
            for state in after:
                found.note_transaction(state)
        return TransactionFacts(found.id, found.transaction)
