"""Running statements. Their rows are handed out by `reading`."""

from typing import Protocol, runtime_checkable

from lapwing.domain.errors import ResultClosed
from lapwing.domain.events import DefinitionsChanged, SchemaChanged
from lapwing.domain.operations import Permission
from lapwing.domain.query import Answered, AnswerRun, Cancelled, CancelRun, Done, RunOutcome, RunQuery
from lapwing.domain.results import CloseResults, FetchMore
from lapwing.drivers.base import Session
from lapwing.engine.bus import Bus
from lapwing.engine.connections.confirming import Confirming
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.operations import Caller, operation
from lapwing.engine.query.client_commands.choosing import commands_for
from lapwing.engine.query.report import SQL_SHOWN
from lapwing.engine.query.run import Run
from lapwing.engine.running.recording import Records
from lapwing.engine.running.runs import Runs
from lapwing.engine.running.sinks import ResultFiles, SinkMaker
from lapwing.sql.dialect import dialect_named
from lapwing.sql.hiding import without_secrets
from lapwing.store.history.tickets import LONGEST_SQL


@runtime_checkable
class TakesRows(Protocol):
    """A caller that takes rows itself instead of reading files: the command line."""

    sinks: SinkMaker


class QueryService:
    """Runs, and the ends of their results. Event loop's thread."""

    def __init__(
        self,
        bus: Bus,
        sessions: SessionsService,
        files: ResultFiles,
        runs: Runs,
        history: Records,
        confirming: Confirming,
    ) -> None:
        self._bus = bus
        self._confirming = confirming
        self._history = history
        self._sessions = sessions
        self._files = files
        self._runs = runs

    @operation("query.run", needs=Permission.QUERY_WRITE)
    async def run(self, request: RunQuery, caller: Caller) -> RunOutcome:
        """Run statements in order on one session; events tell of rows, notices and endings meanwhile.

        A statement that fails ends the run, unless `on_error` says otherwise; its error stands in the outcome. Of a
        long script, statements that bring nothing are told together. Cancelling the call cancels the run.

        A session whose connection died while idle is opened again first (`SessionReopened`); nothing is sent twice.

        Raises:
            SessionUnknown: The session is closed.
            RequestInvalid: A run of that id is under way.
            ConfirmationNeeded: The connection wants a person to confirm it. Nothing was sent.
            ScriptUnreadable, ScriptUndecodable: The file cannot be read.
            ScriptNotAtomic, TransactionOpen: It cannot run in one transaction. Nothing was sent.
            TransactionLost: The session died with a transaction open. Nothing was sent.
            ReconnectNeeded, SessionElsewhere: It died, and a person has to decide. Nothing was sent.
            OpeningFailed: It died, and no other one can be opened. Nothing was sent.
        """
        session = self._sessions.find(request.session_id)
        await self._confirming.see_confirmed(session, request.sql, request.path, request.confirmed)
        sinks = caller.sinks if isinstance(caller, TakesRows) else self._files
        dialect = dialect_named(session.driver.dialect)
        commands, living = commands_for(request, dialect), session.living
        with self._runs.begun(request.run_id, session, caller, "query.run") as running:
            control, outlet = running.control, running.outlet
            recording = self._history.recording(session, request.face, request.tab_id, request.parameters)
            run = Run(request, dialect, outlet, control, sinks, commands, session.driver, living.move_to, recording)

            def beat() -> None:
                run.tell_progress()
                if sinks is self._files:
                    run.tell_late_rows()

            outcome = await running.finish(self._in_session(session, run), beat)
        session.transaction = outcome.transaction
        if run.schema_changed:
            self._bus.publish(SchemaChanged(session.connection_id, session.id))
        if run.definitions and session.connection_id:
            statement = without_secrets(dialect, run.first_definition[:LONGEST_SQL])[:SQL_SHOWN]
            self._bus.publish(DefinitionsChanged(session.connection_id, statement, run.definitions))
        return outcome

    @staticmethod
    async def _in_session(session: OpenedSession, run: Run) -> RunOutcome:
        """Do it in the session's thread, where a cancel reaches whatever its turn consists of."""

        def work(opened: Session) -> RunOutcome:
            outcome = run(opened)
            if run.may_have_moved:
                session.living.may_have_moved(was_led=run.was_led)
            session.living.look_if_moved()
            return outcome

        return await session.thread.do(work, turn=run.control.turn())

    @operation("query.cancel", needs=Permission.QUERY_READ)
    async def cancel(self, request: CancelRun) -> Cancelled:
        """Cancel a run: the server is told at once, and no further statement of it is sent."""
        found = self._runs.find(request.run_id)
        if found is None:
            return Cancelled(reached=False)
        found.cancel()
        return Cancelled(reached=True)

    @operation("query.release", needs=Permission.QUERY_READ)
    async def release(self, request: CancelRun) -> Cancelled:
        """Let a run that is paused at its row limit end there; one that is not paused runs on."""
        found = self._runs.find(request.run_id)
        if found is None or not found.control.paused_result:
            return Cancelled(reached=False)
        found.control.make_way()
        return Cancelled(reached=True)

    @operation("query.answer", needs=Permission.QUERY_WRITE)
    async def answer(self, request: AnswerRun) -> Answered:
        """Say what becomes of a run that asked at an error (`ScriptErrorAsked`); without an answer it waits."""
        found = self._runs.find(request.run_id)
        return Answered(reached=found is not None and found.control.answer(request.choice))

    # results

    @operation("result.more", needs=Permission.QUERY_READ)
    async def more(self, request: FetchMore) -> Done:
        """Go on with a result that is paused at its row limit.

        Raises:
            ResultClosed: Its statement is no longer open on the server; only running it again gives more.
        """
        kept = self._files.find(request.result_id)
        found = self._runs.find(kept.run_id)
        if found is None or not found.control.fetch_more(request.result_id, request.rows):
            raise ResultClosed
        return Done()

    @operation("result.close", needs=Permission.QUERY_READ)
    async def close_results(self, request: CloseResults) -> Done:
        """Let go of results; their files are deleted. A paused one is ended first."""
        for result_id in request.result_ids:
            for running in self._runs:
                if running.control.paused_result == result_id:
                    running.control.make_way()
            self._files.remove(result_id)
        return Done()

    async def close(self) -> None:
        """Tell every run to stop; the sessions are closed by who keeps them."""
        self._runs.close()
