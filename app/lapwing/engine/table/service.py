"""Looking at the rows of tables and changing them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from lapwing.domain.errors import ResultClosed, ResultUnknown, StatementFailed, from_wire
from lapwing.domain.events import Event, NoticeReceived, SchemaChanged
from lapwing.domain.operations import Permission
from lapwing.domain.table_data import (
    ChangePreview,
    ChangesOutcome,
    ChangeStatement,
    CommitChanges,
    CountTable,
    FollowKey,
    KeyChoices,
    LookUpKey,
    OpenTable,
    PreviewChanges,
    ReadMoreRows,
    ReadTable,
    RowCount,
    RowsElsewhere,
    TableFacts,
    TablePage,
)
from lapwing.domain.table_errors import SessionReadsOnly
from lapwing.drivers.base import Session, capabilities_of
from lapwing.drivers.table_access import TableAccess
from lapwing.engine.bus import Bus
from lapwing.engine.connections.confirming import Confirming
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.sessions import OpenedSession, SessionsService
from lapwing.engine.operations import Caller, operation
from lapwing.engine.running.recording import Records
from lapwing.engine.running.runs import Running, Runs
from lapwing.engine.running.sinks import ResultFiles
from lapwing.engine.table.asking import Asked, heard, state_of
from lapwing.engine.table.changes import planned
from lapwing.engine.table.committing import Commit
from lapwing.engine.table.following import rows_elsewhere
from lapwing.engine.table.known import KnownTables
from lapwing.engine.table.look_up import look_up
from lapwing.engine.table.paging import count_statement
from lapwing.engine.table.reading import TableReading

Answer = TypeVar("Answer")


class TableService:
    """Rows of tables. Event loop's thread; the work itself is done in the session's."""

    def __init__(
        self,
        bus: Bus,
        sessions: SessionsService,
        files: ResultFiles,
        runs: Runs,
        history: Records,
        confirming: Confirming,
        lanes: Lanes,
    ) -> None:
        self._lanes = lanes
        self._confirming = confirming
        self._sessions = sessions
        self._files = files
        self._runs = runs
        self._history = history
        self._known = KnownTables()
        self._readings: dict[str, TableReading] = {}
        files.when_removed.append(self._forget)
        bus.listen((SchemaChanged.name,), self._schema_changed)

    @operation("table.open", needs=Permission.QUERY_READ)
    async def open(self, request: OpenTable) -> TableFacts:
        """What a table is: its key, what can be edited and why not, foreign keys both ways, an estimate of its rows.

        Raises:
            StatementFailed: There is none of that name.
        """
        found = self._sessions.find(request.session_id)

        def look(session: Session) -> TableFacts:
            access = self._known.read(session, request.schema, request.name)
            facts = access.facts
            if facts.read_only is None and session.is_read_only:
                return replace(facts, read_only=SessionReadsOnly().to_wire())
            return facts

        return await found.do(look)

    @operation("table.read", needs=Permission.QUERY_READ)
    async def read(self, request: ReadTable, caller: Caller) -> TablePage:
        """Read a table's first rows, in an order that ends with its key, into a new result.

        Raises:
            ConditionInvalid: A box does not hold what it is for. Nothing was sent.
            StatementFailed: The server refused it; `position` is counted in the box that `box` names, or is None.
            LapwingError: What running a statement raises.
        """
        return await self._page(TableReading(request, self._files), request.run_id, request.page_rows, caller)

    @operation("table.more", needs=Permission.QUERY_READ)
    async def more(self, request: ReadMoreRows, caller: Caller) -> TablePage:
        """Append a table's next rows to the result of `table.read`; raises what that raises.

        Raises:
            ResultClosed: All rows are there, or it is not such a result.
            TableAltered: Further rows have other columns.
        """
        reading = self._readings.get(request.result_id)
        if reading is None or not reading.has_more:
            raise ResultClosed
        return await self._page(reading, request.run_id, request.page_rows, caller)

    async def _page(self, reading: TableReading, run_id: str, rows: int, caller: Caller) -> TablePage:
        first = reading.request
        found = self._sessions.find(first.session_id)
        with self._runs.begun(run_id, found, caller, "table.read") as running:

            def work(session: Session) -> TablePage:
                access = self._known.find(session, first.schema, first.name)
                return reading.page(session, access, running.outlet, running.control, run_id, rows)

            reading.pages_under_way += 1
            try:
                return await self._work(found, running, run_id, work, reading.tell_late_rows)
            finally:
                reading.pages_under_way -= 1
                self._keep(reading)

    def _keep(self, reading: TableReading) -> None:
        """Keep a reading for its next page, unless its result was closed meanwhile."""
        if not reading.result_id:
            return
        try:
            self._files.find(reading.result_id)
            self._readings[reading.result_id] = reading
        except ResultUnknown:
            self._forget(reading.result_id)
            reading.close()

    @operation("table.count", needs=Permission.QUERY_READ)
    async def count(self, request: CountTable, caller: Caller) -> RowCount:
        """Count the rows of a table, those that meet a condition; raises what `table.read` raises."""
        found = self._sessions.find(request.session_id)

        def work(session: Session) -> RowCount:
            access = self._known.find(session, request.schema, request.name)
            written = count_statement(access, request.where)
            try:
                ((count,),) = Asked(session, written.sql).rows
            except StatementFailed as error:
                raise written.placed(error) from error.__cause__
            return RowCount(int(str(count)), state_of(session))

        with self._runs.begun(request.run_id, found, caller, "table.count") as running:
            return await self._work(found, running, request.run_id, work)

    @operation("table.follow", needs=Permission.QUERY_READ)
    async def follow(self, request: FollowKey) -> RowsElsewhere:
        """Which rows are at the other end of a foreign key.

        Raises:
            ReferenceEmpty: The row refers to none.
            StatementFailed: That table is not there.
        """
        found = self._sessions.find(request.session_id)
        place = request.reference.schema, request.reference.table
        return await found.do(lambda session: rows_elsewhere(self._known.find(session, *place), request))

    @operation("table.look_up", needs=Permission.QUERY_READ)
    async def look_up(self, request: LookUpKey) -> KeyChoices:
        """What a foreign key of one column may be set to. Cancelling the call ends it on the server.

        Raises:
            RequestInvalid: It has several columns.
            LapwingError: What opening a session or reading raises.
        """
        found = self._sessions.find(request.session_id)
        session = found.living.session
        has_own = session is not None and capabilities_of(found.driver, session).own_names

        def look(reader: Session) -> KeyChoices:
            return look_up(reader, request)

        if found.connection_id:
            try:
                return await self._lanes.do(found.connection_id, look, found.apart)
            except StatementFailed:
                if not has_own:
                    raise  # otherwise only the session itself may see that table
        elif not has_own:
            return await self._lanes.do_beside(found.id, found.living.way, look)
        return await self._in_session(found, look)

    async def _in_session(self, found: OpenedSession, work: Callable[[Session], Answer]) -> Answer:
        """Do something short in the session's thread, and tell of the transaction behind it."""
        after = [found.transaction]

        def job(session: Session) -> Answer:
            try:
                return work(session)
            finally:
                if not session.is_lost:
                    after.append(state_of(session))
                    found.living.count(after[-1])

        try:
            return await found.do(job)
        finally:
            found.note_transaction(after[-1])

    @operation("table.preview", needs=Permission.QUERY_READ)
    async def preview(self, request: PreviewChanges) -> ChangePreview:
        """The statements that `table.commit` would run, in their order. Nothing is run.

        Raises:
            TableNotEditable, ColumnNotEditable, ChangesInvalid: They cannot be made.
        """
        found = self._sessions.find(request.session_id)

        def work(session: Session) -> ChangePreview:
            access = self._editable(session, request.schema, request.name)
            return ChangePreview(tuple(ChangeStatement(one.index, one.sql) for one in planned(access, request.changes)))

        return await found.do(work)

    @operation("table.commit", needs=Permission.QUERY_WRITE)
    async def commit(self, request: CommitChanges, caller: Caller) -> ChangesOutcome:
        """Make all changes in one transaction, each to exactly one row that is as it was read, or none.

        With a transaction open, or in manual mode, they become part of it; otherwise they are committed.

        Raises:
            ConfirmationNeeded: The connection wants a person to confirm them. Nothing was sent.
            TableNotEditable, ColumnNotEditable, ChangesInvalid: They cannot be made. Nothing was sent.
            TransactionOpen: One is open on a server that cannot undo a part of it. Nothing was sent.
            StatementCancelled: None was made.
            CommitUnknown: The connection was lost while they were committed: nobody knows whether they were.
            ConnectionLost: None was made.
        """
        found = self._sessions.find(request.session_id)
        self._confirming.see_changes_confirmed(found, request.confirmed)
        recording = self._history.recording(found)
        with self._runs.begun(request.run_id, found, caller, "table.commit") as running:

            def work(session: Session) -> ChangesOutcome:
                access = self._editable(session, request.schema, request.name)
                plan = planned(access, request.changes)
                can_undo_part = capabilities_of(found.driver, session).savepoints
                recording.tell = lambda text: running.outlet.post(NoticeReceived(request.run_id, 0, text, "warning"))
                recording.begin(state_of(session))
                try:
                    commit = Commit(session, access, running.control, self._files, request.run_id, recording)
                    return commit.run(plan, can_undo_part=can_undo_part)
                finally:
                    recording.close()

            return await self._work(found, running, request.run_id, work)

    def _editable(self, session: Session, schema: str, name: str) -> TableAccess:
        """The table.

        Raises:
            TableNotEditable: Nothing in it can be edited.
        """
        access = self._known.find(session, schema, name)
        if access.facts.read_only is not None:
            raise from_wire(access.facts.read_only)
        if session.is_read_only:
            raise SessionReadsOnly
        return access

    async def _work(
        self,
        found: OpenedSession,
        running: Running,
        run_id: str,
        work: Callable[[Session], Answer],
        beat: Callable[[], None] = lambda: None,
    ) -> Answer:
        """Do something in the session's thread that can be cancelled, and tell of the transaction behind it."""
        after = [found.transaction]

        def job(session: Session) -> Answer:
            try:
                with heard(session, run_id, running.outlet):
                    return work(session)
            finally:
                if not session.is_lost:  # `Runs` tells of that
                    after.append(state_of(session))
                    found.living.count(after[-1])

        try:
            return await running.finish(found.thread.do(job, turn=running.control.turn()), beat)
        finally:
            found.note_transaction(after[-1])

    def _forget(self, result_id: str) -> None:
        reading = self._readings.pop(result_id, None)
        if reading is not None and not reading.pages_under_way:
            reading.close()

    def _schema_changed(self, _event: Event) -> None:
        self._known.forget()
