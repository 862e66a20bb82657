"""One run: statements in order on one session, in that session's thread."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from itertools import takewhile
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import (
    ConnectionLost,
    DatabaseLocked,
    LapwingError,
    ReadOnlyRefused,
    SnapshotOutdated,
    StatementCancelled,
    StatementFailed,
    TransactionLost,
    TransactionOpen,
)
from lapwing.domain.events import NoticeReceived, ScriptErrorAsked
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.errors import StatementUnjudged, StatementVetoed
from lapwing.domain.query import RunOutcome, RunQuery, StatementOutcome
from lapwing.drivers.base import Driver, Session, capabilities_of
from lapwing.engine.query.atomic import WholeTransaction, look_through
from lapwing.engine.query.commands import ClientCommands
from lapwing.engine.query.context import Context, ScriptEnded
from lapwing.engine.query.moving import leads, may_move
from lapwing.engine.query.placing import place_error
from lapwing.engine.query.replies import Current, ReplyTaker, reason_of
from lapwing.engine.query.report import SQL_SHOWN, RunReport, transaction_of
from lapwing.engine.query.script import Script
from lapwing.engine.running.binding import Binder
from lapwing.engine.running.control import RunControl
from lapwing.engine.running.looking_ahead import LookingAhead
from lapwing.engine.running.outlet import Outlet
from lapwing.engine.running.recording import Recording
from lapwing.engine.running.sinks import SinkMaker
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import Dialect
from lapwing.sql.script_stream import ScriptStatement

_REFUSALS: Final = (
    StatementFailed,
    ReadOnlyRefused,
    DatabaseLocked,
    SnapshotOutdated,
    StatementVetoed,
    StatementUnjudged,
)
"""Errors of one statement, behind which the next one can run."""


@dataclass(slots=True)
class Run:
    """A run about to be done; calling it with the session does it.

    Attributes:
        move: Opens a session in another database of the server in place of this one. Session's thread.
        recording: Enters the statements into the history.
        schema_changed: Whether a statement changed what the catalogue shows.
        definitions: How many did so by changing definitions.
        first_definition: The first of these.
        may_have_moved: Whether one may have led the session to another database, schema or role.
        was_led: Whether one says that it does.
    """

    request: RunQuery
    dialect: Dialect
    outlet: Outlet
    control: RunControl
    sinks: SinkMaker
    commands: ClientCommands
    driver: Driver
    move: Callable[[str], Session]
    recording: Recording
    schema_changed: bool = False
    definitions: int = 0
    first_definition: str = ""
    may_have_moved: bool = False
    was_led: bool = False
    _report: RunReport | None = None
    _taker: ReplyTaker | None = None
    _script: Script | None = None

    def __call__(self, session: Session) -> RunOutcome:
        """Do it. An error of a statement ends the run, unless it is to go on; it stands in the outcome.

        Raises:
            ScriptNotAtomic, TransactionOpen: It cannot run in one transaction. Nothing was sent.
            ScriptUnreadable, ScriptUndecodable: Its file cannot be read. Nothing was sent, unless that comes later.
        """
        started = time.monotonic()
        script = Script(self.request, self.dialect)
        script.check(reads_twice=bool(self.request.transaction))
        note = self._looked_through(script) if self.request.transaction else ""
        report = RunReport(self.request, self.outlet, session, script.count)
        taker = ReplyTaker(self.request, report, self.control, self.sinks)
        self._script, self._report, self._taker = script, report, taker
        session.listener = report
        self.commands.begin(session)
        whole = WholeTransaction(session, self.dialect) if self.request.transaction else None
        if note:
            report.post(NoticeReceived(self.request.run_id, 0, note, "warning"))
        statements = _Statements(self, session, report, taker, whole)
        self.recording.tell = lambda text: report.post(NoticeReceived(self.request.run_id, report.ran, text, "warning"))
        self.recording.begin(transaction_of(session))
        went_well = False
        try:
            as_file = session.running_file() if self.request.path else nullcontext()
            with as_file, closing(script.statements()) as found:
                went_well = statements.run(LookingAhead(found, may_look=script.can_look_ahead))
        finally:
            self.recording.close()
            report.end_batch()
            if whole is not None:
                statements.end_whole(whole, went_well=went_well)
        return RunOutcome(
            self.request.run_id,
            time.monotonic() - started,
            report.ran,
            report.failed,
            transaction_of(statements.session),
            report.outcomes,
            self.control.cancelled,
            whole is not None and whole.rolled_back,
        )

    def _looked_through(self, script: Script) -> str:
        with closing(script.statements()) as statements:
            return look_through(takewhile(lambda _: not self.control.cancelled, statements), self.dialect)

    def note_change(self, sql: str) -> None:
        """A statement changed what the catalogue shows."""
        self.schema_changed = True
        if statement_facts(self.dialect, sql).is_ddl:
            self.first_definition = self.first_definition or sql
            self.definitions += 1

    def tell_late_rows(self) -> None:
        """Announce rows that came a while ago, though the statement has not given more since. Any thread."""
        if (taker := self._taker) is not None:
            taker.tell_late_rows()

    def tell_progress(self) -> None:
        """Tell how far a long script is. Any thread."""
        if (script := self._script) is not None and (report := self._report) is not None:
            report.tell_progress(script.size_done, script.size)


class _Statements:
    """Runs the statements of one run.

    Attributes:
        session: The one that they are sent on now.
        report: Tells of them.
    """

    def __init__(
        self, run: Run, session: Session, report: RunReport, taker: ReplyTaker, whole: WholeTransaction | None
    ) -> None:
        self._run = run
        self.session = session
        self.report = report
        self._taker = taker
        self._whole = whole
        self._on_error = run.request.on_error
        marks = capabilities_of(run.driver, session).parameter_marks
        self._binder = Binder(run.dialect, marks, run.request.parameters)
        self._last = report.count - 1
        self._ends_file = False

    def run(self, statements: LookingAhead, *, is_inner: bool = False) -> bool:
        """Run them in order; whether what follows them may run, too.

        Args:
            is_inner: Whether they are those of a script that another one brings in.
        """
        commands = self._run.commands
        following: ScriptStatement | None = None
        while (statement := following or next(statements, None)) is not None:
            following = next(statements, None) if statement.is_sent_behind else None
            if commands.skips and not statement.is_client_command:
                self._last -= 1
                continue
            self.report.outlet.wait_for_room()
            if self._run.control.cancelled:
                return False
            if self._whole is not None:
                self._whole.keep_open()
            before: ScriptStatement | None = None
            if following is not None and following.is_client_command and commands.takes(following.sql):
                before, statement, following = statement, statement.sent_by(following), None
                self._last -= 1
            self._run.recording.sends(statement, statements.following)
            error = self._one(statement, before)
            if self._ends_file:
                self._ends_file = False
                return True
            if error is None:
                continue
            if not self._may_go_on(error):
                return False
            if self._on_error == "ask":
                following = following or next(statements, None)
                if (following is None and not is_inner) or not self._ask(statement, error):
                    return False
        return is_inner or self._check_ended()

    def _check_ended(self) -> bool:
        """Whether nothing of the script is left open for its client."""
        try:
            self._run.commands.end()
        except LapwingError as error:
            end = ScriptStatement("", len(self._run.request.sql), 0, 1, "", file=self._run.request.path)
            index = self.report.begin(end)
            self.report.refused(StatementOutcome(index, "", 0.0, complete=False, error=error.to_wire()))
            return False
        return True

    def _one(self, statement: ScriptStatement, before: ScriptStatement | None = None) -> LapwingError | None:
        """Run one statement; what kept it from ending well.

        Args:
            before: The statement that it sends, when it is a client's command of that kind.
        """
        report = self.report
        index = report.begin(statement)
        current = Current(index, statement, statement.sql, time.monotonic(), may_pause=index == self._last)
        error: LapwingError | None = None
        try:
            self._do(current, before)
        except LapwingError as refused:
            error = self._with_loss(refused)
        except BaseException:
            self._taker.end_result(current, reason="error")
            raise
        run, sql = self._run, current.sql
        run.may_have_moved = run.may_have_moved or may_move(sql)
        run.was_led = run.was_led or (error is None and leads(sql))
        if current.schema_changed:
            run.note_change(sql)
        error = self._finish(current, error)
        report.tell_transaction(error)
        rows = current.result.row_count if current.result is not None else None
        run.recording.ended(report.transaction, error, rows, current.rows_affected)
        if before is not None or not statement.is_client_command:
            run.commands.noted(error, current.rows_affected if rows is None else rows)
        return error

    def _do(self, current: Current, before: ScriptStatement | None) -> None:
        """Send the statement, or obey the command.

        Raises:
            LapwingError: It was refused.
        """
        statement, commands = current.statement, self._run.commands
        if statement.is_client_command:
            context = Context(self._run, self.session, self, self._taker, current)
            command = statement.sql if before is None else statement.sql[len(before.sql) :].lstrip()
            commands.run(command, context, None if before is None else before.sql, statement.data)
            return
        parts = commands.rewrite(statement.sql)
        self._run.recording.sends_instead(";\n".join(part.text for part in parts))
        for part in parts:
            current.sql = part.text
            try:
                self.send(current, part.text, statement.data)
            except LapwingError as error:
                position = error.facts.get("position")
                if isinstance(position, int):
                    error.facts["position"] = part.origin(position)
                raise

    def stop_at_errors(self, *, stops: bool) -> None:
        """The script itself says that it stops at its first error, or does not say so any more."""
        self._on_error = "stop" if stops else self._run.request.on_error

    def move_to(self, database: str) -> Session:
        """Go on in another database of the server, on another session; gives it.

        Raises:
            TransactionOpen: One is open on this one.
            LapwingError: That one cannot be opened.
        """
        if self._whole is not None or transaction_of(self.session) is not TransactionState.IDLE:
            raise TransactionOpen
        self.session = self._run.move(database)
        self.session.listener = self.report
        self.report.moved_to(self.session)
        self._run.recording.moved_to(database)
        self._run.commands.begin(self.session)
        return self.session

    def end_file(self) -> None:
        """What follows in the file that is read now is not run."""
        self._ends_file = True

    def send(self, current: Current, sql: str, data: Iterable[str] | None) -> None:
        """Have the session run one statement, and take what it brings.

        Raises:
            LapwingError: It was refused.
        """
        if self._whole is not None:
            self._whole.check(sql)
        if (see := self._run.control.see) is not None:
            see(sql, self._run.recording.query_id)
        if data is None:
            bound = self._binder.bound(sql)
            try:
                self._taker.take(self.session.execute(bound.sql, bound.values), current)
            except LapwingError as error:
                raise bound.explained(error) from error.__cause__
        else:
            self._taker.take(self.session.execute_with_data(sql, self._encoded(data)), current)

    def _encoded(self, data: Iterable[str]) -> Iterator[bytes]:
        """Input of a statement as it is sent. Raises StatementCancelled."""
        for piece in data:
            if self._run.control.cancelled:
                raise StatementCancelled
            yield piece.encode()

    def _with_loss(self, error: LapwingError) -> LapwingError:
        """The error, or one that says that a transaction is lost with the session: a cancel that got no answer, say."""
        is_idle = self.report.transaction is TransactionState.IDLE
        if not self.session.is_lost or isinstance(error, ConnectionLost) or is_idle:
            return error
        return TransactionLost(connection=self.session.database, server=str(error), lost="")

    def _finish(self, current: Current, error: LapwingError | None) -> LapwingError | None:
        """End the result and tell how the statement ended; what kept it from ending well."""
        if error is None and current.result is None and current.complete:
            self.report.completed_quietly(current.index, current.sql, current.started, current.rows_affected)
            return None
        unkept = self._taker.end_result(current, current.reason if error is None else reason_of(error))
        error = error or unkept
        if isinstance(error, ScriptEnded):  # told where it happened, which is what ended the run
            return error
        outcome = StatementOutcome(
            current.index,
            current.sql[:SQL_SHOWN],
            time.monotonic() - current.started,
            current.rows_affected,
            current.result.row_count if current.result is not None else None,
            current.result.handle.result_id if current.result is not None else "",
            current.complete and error is None,
            place_error(error, current, self._run.request, is_alone=self.report.count == 1) if error else None,
        )
        if outcome.error is None:
            self.report.completed(outcome)
        else:
            self.report.refused(outcome)
        return error

    # behind an error

    def _may_go_on(self, error: LapwingError) -> bool:
        """Whether the next statement can and may run behind one that was refused."""
        if self._run.control.cancelled or self.session.is_lost or not isinstance(error, _REFUSALS):
            return False
        return self._on_error != "stop"

    def _ask(self, statement: ScriptStatement, error: LapwingError) -> bool:
        """Ask whether to go on, and wait for the answer."""
        control, report = self._run.control, self.report
        control.will_ask()
        index = report.ran - 1
        report.post(ScriptErrorAsked(self._run.request.run_id, index, statement.sql[:SQL_SHOWN], error.to_wire()))
        choice = control.await_answer()
        if choice == "continue_all":
            self._on_error = "continue"
        return choice != "stop"

    # the transaction around all of them

    def end_whole(self, whole: WholeTransaction, *, went_well: bool) -> None:
        """Commit the transaction of the script, or undo it, and say so."""
        report, request = self.report, self._run.request
        if not went_well:
            self._run.control.leaves_session()  # a cancel has done its work: it must not reach the ROLLBACK
        error = whole.end(went_well=went_well)
        if error is not None:
            index = report.begin(ScriptStatement("COMMIT", 0, 1, 1, "COMMIT", file=request.path))
            report.refused(StatementOutcome(index, "COMMIT", 0.0, complete=False, error=error.to_wire()))
        report.tell_transaction(error)
