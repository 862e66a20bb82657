"""The server session of one editor tab: opened when first needed, run on, cancelled, committed, closed."""

import asyncio
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from lapwing.domain.catalog import ListSchemas, SchemaList
from lapwing.domain.connections import (
    CloseSession,
    Confirmation,
    Phase,
    SessionFacts,
    SessionRequest,
    SetIsolation,
    SetSchema,
    SetTransactionMode,
    TransactionMode,
    TransactionState,
)
from lapwing.domain.errors import EngineGone, LapwingError, SessionUnknown, from_wire
from lapwing.domain.events import (
    Event,
    OpeningProgressed,
    ResultPaused,
    SessionClosed,
    SessionReopened,
    TransactionChanged,
    TransactionExpiring,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import QueryParameter
from lapwing.domain.query import (
    Answered,
    AnswerRun,
    Cancelled,
    CancelRun,
    ErrorChoice,
    OnError,
    RunOutcome,
    RunQuery,
    ScriptTransaction,
)
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.editor.open_work import OpenWork
from lapwing.gui.editor.place import Place
from lapwing.gui.editor.session_opening import SessionOpening
from lapwing.gui.i18n import error_text

_COMMIT: Final = "session.commit"
_WITH_DATABASES: Final = frozenset({"postgresql"})
"""Dialects whose servers have databases that no session leaves."""


@dataclass(frozen=True, slots=True)
class ScriptFile:
    """A file whose statements are run; with `allow_include` its commands may use files of its folder."""

    path: str
    allow_include: bool = False


class TabSession(QObject):
    """One tab's session. Qt's thread.

    Statements are never sent again by themselves: what an engine or a server lost is told, and the next run opens a
    new session.

    Signals:
        run_began(str): the run's id.
        run_event(Event): what the engine tells of this tab's run.
        run_ended(RunOutcome | None, LapwingError | None)
        transaction_changed(TransactionState)
        opened(SessionFacts)
        lost(str): the session is gone; the sentence says what that means.
        closed(): the session was closed because a person disconnected its connection.
        told(str): something the person should know; a sentence.
        phase_changed(): the step of opening that is under way is another one.
        transaction_expiring(float | None): the open transaction is rolled back in so many seconds; None: it is not.
        moved(): A statement led the session to another database of its server; `place` says which.
        transaction_lost(str, str): a transaction ended without anybody having ended it: the id of its session, and a
            sentence.
    """

    run_began = Signal(str)
    run_event = Signal(object)
    run_ended = Signal(object, object)
    transaction_changed = Signal(object)
    opened = Signal(object)
    lost = Signal(str)
    closed = Signal()
    told = Signal(str)
    phase_changed = Signal()
    transaction_expiring = Signal(object)
    transaction_lost = Signal(str, str)
    moved = Signal()

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.tab_id = ""
        """Of the tab that it belongs to, for the history."""
        self.work = OpenWork()
        self._place = Place()
        self._opening = SessionOpening(client, lambda: self._place, self.phase_changed.emit)
        self.facts: SessionFacts | None = None
        self.mode = TransactionMode.AUTO
        """How it commits, or will when it is opened."""
        self.chosen_mode: TransactionMode | None = None
        """What a person chose for this tab; None: what the connection says."""
        self.transaction = TransactionState.IDLE
        self.run_id = ""
        """The run under way, or empty."""
        self.run_started = 0.0
        self.is_paused = False
        """Whether the run waits at its row limit: it is open on the server, and makes way for the next."""
        self._idle = asyncio.Event()
        self._results: set[str] = set()
        self._loss = ""
        """What became of the open transaction as the engine died, where it was not simply rolled back; a sentence."""
        client.told.connect(self._hear)
        client.state_changed.connect(self._engine_changed)

    @property
    def place(self) -> Place:
        return self._place

    @property
    def phase(self) -> Phase | None:
        """The step of opening that is under way, or None."""
        return self._opening.phase

    @property
    def is_running(self) -> bool:
        """Whether the server works for this tab now."""
        return bool(self.run_id) and not self.is_paused

    @property
    def has_open_transaction(self) -> bool:
        return self.transaction is not TransactionState.IDLE

    def begin_on(self, place: Place) -> None:
        """What a new tab is connected to; nothing is awaited, so what is asked of the tab next comes after it."""
        assert self.facts is None
        self._place = place

    async def move_to(self, place: Place) -> None:
        """Connect to something else from now on; the old session is closed, an open transaction rolled back."""
        if place != self._place:
            self.chosen_mode = None if self._place.is_set else self.chosen_mode
            self._place = place  # before anything is awaited: what is run meanwhile goes there
            await self.close()

    async def open(self) -> SessionFacts:
        """The session, opened if it is not.

        Who comes while it is being opened waits for that opening, and shares what becomes of it: after a refused
        log-in, or one that a person cancelled, nothing logs in once more by itself.

        Raises:
            LapwingError: It cannot be opened.
        """
        facts, is_new = await self._opening.session(lambda: self.facts, lambda: self.chosen_mode)
        if is_new:
            self.facts = facts
            self.mode = TransactionMode(facts.mode)
            self.opened.emit(facts)
        return facts

    async def run(
        self,
        sql: str,
        offset: int,
        row_limit: int | None,
        pause_s: float,
        *,
        file: ScriptFile | None = None,
        on_error: OnError = "stop",
        transaction: ScriptTransaction = "",
        parameters: tuple[QueryParameter, ...] = (),
        confirmed: Confirmation = Confirmation.NONE,
    ) -> None:
        """Run statements; what happens is told by signals, errors too. Nothing happens while another run goes on.

        Args:
            file: Whose statements are run instead of `sql`.
            on_error: What becomes of the statements behind one that is refused.
            transaction: `script` for all of them in one transaction.
            parameters: Values for the parameters of all of them.
            confirmed: How far the person has confirmed them.
        """
        asked = partial(
            RunQuery,
            sql=sql,
            offset=offset,
            row_limit=row_limit,
            pause_s=pause_s,
            path=file.path if file else "",
            allow_include=file is not None and file.allow_include,
            on_error=on_error,
            transaction=transaction,
            parameters=parameters,
            tab_id=self.tab_id,
            confirmed=confirmed,
        )
        if self.is_paused:
            await self.release()
        if not self.run_id:
            await self._run(asked)

    async def _run(self, asked: Callable[[str, str], RunQuery]) -> None:
        """Run what is asked for, given the ids of run and session."""
        self.run_id = uuid.uuid4().hex
        self.run_started = time.monotonic()
        self._idle.clear()
        self.run_began.emit(self.run_id)
        outcome: RunOutcome | None = None
        error: LapwingError | None = None
        try:
            facts = await self.open()
            outcome = await self._client.call("query.run", asked(self.run_id, facts.session_id), RunOutcome)
            self._set_transaction(outcome.transaction)
        except LapwingError as refused:
            error = refused
            if isinstance(refused, SessionUnknown):
                self.facts = None
            elif isinstance(refused, EngineGone):
                self._loss = self.tr("The open transaction was rolled back, unless the statement under way ended it.")
        finally:
            self.run_id = ""
            self.is_paused = False
            self._idle.set()
            self.run_ended.emit(outcome, error)

    async def release(self) -> None:
        """Let a run that is paused at its row limit end, and wait until it has."""
        if self.run_id:
            await self._client.call("query.release", CancelRun(self.run_id), Cancelled)
            await self._idle.wait()

    async def answer(self, choice: ErrorChoice) -> None:
        """Say whether a run that asked at an error goes on.

        Raises:
            LapwingError
        """
        if self.run_id:
            await self._client.call("query.answer", AnswerRun(self.run_id, choice), Answered)

    async def cancel(self) -> bool:
        """Stop the run, or the opening of the session for it; whether it was reached."""
        if await self.cancel_opening():
            return True
        if not self.run_id:
            return False
        answer = await self._client.call("query.cancel", CancelRun(self.run_id), Cancelled)
        return answer.reached

    async def cancel_opening(self) -> bool:
        """Give up the opening of the session; whether one is under way."""
        return await self._opening.cancel()

    async def commit(self) -> None:
        """Commit what is open.

        Raises:
            LapwingError: The server refused.
        """
        await self._end_transaction(_COMMIT)

    async def roll_back(self) -> None:
        """Undo what is open.

        Raises:
            LapwingError: The server refused.
        """
        await self._end_transaction("session.rollback")

    async def keep_open(self) -> None:
        """Keep a transaction open that would be rolled back soon.

        Raises:
            LapwingError
        """
        if self.facts is not None:
            await self._client.call("session.keep_open", SessionRequest(self.facts.session_id))

    async def _end_transaction(self, operation: str) -> None:
        if self.facts is None:
            return
        try:
            answer = await self._client.call(operation, SessionRequest(self.facts.session_id))
        except EngineGone:
            if operation == _COMMIT:
                self._loss = self.tr("Whether the open transaction was committed is not known.")
            raise
        self._set_transaction(answer.transaction)

    async def set_mode(self, mode: TransactionMode) -> None:
        """Automatic or manual commit.

        Raises:
            TransactionOpen: One is open.
        """
        if self.facts is not None:
            await self._client.call("session.set_mode", SetTransactionMode(self.facts.session_id, mode))
        self.mode = self.chosen_mode = mode

    def expect_mode(self, mode: TransactionMode) -> None:
        """The connection says how its sessions commit at first; what a person chose here goes before."""
        if self.facts is None:
            self.mode = self.chosen_mode or TransactionMode(mode)

    def restore_mode(self, mode: str) -> None:
        """A tab came back with what was kept of it (`kept_mode`)."""
        self.chosen_mode = TransactionMode.MANUAL if mode == TransactionMode.MANUAL else None
        self.mode = self.chosen_mode or self.mode

    @property
    def kept_mode(self) -> str:
        """For a restart: manual commit where a person chose it. Automatic commit is never brought back against what the
        connection says by then."""
        return (self.chosen_mode or TransactionMode.AUTO).value

    @property
    def isolation(self) -> str:
        """The level of the next transactions, in the server's words; empty when unknown."""
        return "" if self.facts is None else self.facts.surroundings.isolation

    async def set_isolation(self, level: str) -> None:
        """Choose the isolation level of the next transactions.

        Raises:
            TransactionOpen: One is open.
            LapwingError: There is no such level here, or the session cannot be opened.
        """
        facts = await self.open()
        request = SetIsolation(facts.session_id, level)
        self.facts = await self._client.call("session.set_isolation", request, SessionFacts)

    async def set_schema(self, schema: str) -> None:
        """Choose where names without a schema are looked for.

        Raises:
            TransactionOpen: One is open.
            LapwingError: There is no such schema, or the session cannot be opened.
        """
        facts = await self.open()
        request = SetSchema(facts.session_id, schema)
        self.facts = await self._client.call("session.set_schema", request, SessionFacts)

    async def schemas(self) -> tuple[str, ...]:
        """The schemas that can be chosen, those of the server itself left out.

        Raises:
            LapwingError: They cannot be read.
        """
        if self.facts is None:
            request = ListSchemas(self._place.connection_id, database=self._place.database, shows_all=True)
        else:
            session_id = "" if self.facts.connection_id else self.facts.session_id
            request = ListSchemas(self.facts.connection_id, session_id, self._place.database, True)
        answer = await self._client.call("catalog.schemas", request, SchemaList)
        return tuple(schema.name for schema in answer.schemas if not schema.is_system)

    async def reconnect(self) -> None:
        """Let the connection go and open another one in its place; nothing is sent again.

        Raises:
            TransactionOpen: One is open on a connection that lives.
            LapwingError: What opening raises; the session stays as it is.
        """
        facts = await self.open()
        self.facts = await self._client.call("session.reopen", SessionRequest(facts.session_id), SessionFacts)

    async def close(self) -> None:
        """Let the session go; an open transaction is rolled back (who calls this has asked)."""
        facts, self.facts = self.facts, None
        self._set_transaction(TransactionState.IDLE)
        if facts is None or self._client.state is not EngineState.READY:
            return
        try:
            await self._client.call("session.close", CloseSession(facts.session_id, roll_back=True))
        except (SessionUnknown, EngineGone):
            return  # it is gone already, which is what was wanted

    def note_transaction(self, state: TransactionState) -> None:
        """An answer to something else that was asked of this session told its transaction's state."""
        self._set_transaction(TransactionState(state))

    def _set_transaction(self, state: TransactionState) -> None:
        if state is not self.transaction:
            self.transaction = state
            self.work.changed(state)
            self.transaction_changed.emit(state)

    def _hear(self, event: Event) -> None:
        if isinstance(event, OpeningProgressed):
            self._opening.hear(event)
            return
        if isinstance(event, TransactionChanged | SessionReopened | TransactionExpiring | SessionClosed):
            if self.facts is not None and event.session_id == self.facts.session_id:
                self._hear_of_session(event)
            return
        run_id = getattr(event, "run_id", None)
        if run_id is not None:
            if run_id == self.run_id:
                self.work.hear(event)
                started = getattr(event, "result", None)
                if started is not None:
                    self._results.add(started.result_id)
                self.run_event.emit(event)
        elif getattr(event, "result_id", None) in self._results:
            if self.run_id:
                self.is_paused = isinstance(event, ResultPaused)
            self.run_event.emit(event)

    def _hear_of_session(
        self, event: TransactionChanged | SessionReopened | TransactionExpiring | SessionClosed
    ) -> None:
        if isinstance(event, SessionClosed):
            self.facts = None
            self._set_transaction(TransactionState.IDLE)
            self.closed.emit()
        elif isinstance(event, TransactionExpiring):
            self.transaction_expiring.emit(event.in_s)
        elif isinstance(event, SessionReopened):
            before = self.facts.database if self.facts is not None else event.facts.database
            self.facts = event.facts
            self._set_transaction(TransactionState(event.facts.transaction))
            self._follow_database(before, event.facts)
            self.told.emit(event.note)
        else:
            self._set_transaction(TransactionState(event.transaction))
            if event.reason is not None:
                self.transaction_lost.emit(event.session_id, error_text(from_wire(event.reason)))

    def _follow_database(self, before: str, facts: SessionFacts) -> None:
        """A statement led the session to another database (psql's `\\c`): the next session is opened there too, so
        that no text reaches another database than the tab says."""
        is_led = facts.dialect in _WITH_DATABASES and facts.database not in {"", before}
        if is_led and self._place.connection_id:
            self._place = replace(self._place, database=facts.database)
            self.moved.emit()

    def forget_result(self, result_id: str) -> None:
        """Its events matter no longer."""
        self._results.discard(result_id)

    def _engine_changed(self, state: EngineState, sentence: str) -> None:
        if state is EngineState.GONE and self.facts is not None:
            was_open, session_id = self.has_open_transaction, self.facts.session_id
            self.facts = None
            self._set_transaction(TransactionState.IDLE)
            text = (self._loss or self.tr("The open transaction was rolled back.")) if was_open else ""
            self._loss = ""
            self.lost.emit(text)
            if was_open:
                self.transaction_lost.emit(session_id, f"{self.tr('The engine stopped.')} {text}")
