"""A table's rows on their way into one result, a page at a time. Session's thread."""

from collections.abc import Iterator, Mapping
from contextlib import closing

from lapwing.domain.errors import LapwingError, ResultClosed, ResultSpaceUsed, StatementCancelled, StatementFailed
from lapwing.domain.events import NoticeReceived, ResultEnded, ResultStarted
from lapwing.domain.table_data import ReadTable, TablePage
from lapwing.domain.table_errors import TableAltered
from lapwing.domain.values import Cell, Row
from lapwing.drivers.base import Noticed, PagesCame, Reply, ResultBegan, ResultBeganAgain, RowsCame, Session
from lapwing.drivers.table_access import TableAccess
from lapwing.engine.running.control import RunControl
from lapwing.engine.running.growing import GrowingResult
from lapwing.engine.running.outlet import Outlet
from lapwing.engine.running.sinks import ResultFiles
from lapwing.engine.table.asking import state_of
from lapwing.engine.table.boxes import Written
from lapwing.engine.table.paging import Ordering, conditions_behind, ordering, page_statement
from lapwing.results.codecs import CELLS, rows_of


class TableReading:
    """Reads one table in one order. All pages go into one result, so that a grid grows.

    Attributes:
        request: What was asked for first.
        has_more: Whether there are rows behind those that were read.
        pages_under_way: Counted by who asks for pages, in the event loop's thread: closed is only what nobody reads.
    """

    def __init__(self, request: ReadTable, files: ResultFiles) -> None:
        self.request = request
        self.has_more = True
        self.pages_under_way = 0
        self._files = files
        self._result: GrowingResult | None = None
        self._is_over = False
        self._last: Mapping[str, Cell] | None = None
        self._sql = ""
        self._run_id = request.run_id

    @property
    def result_id(self) -> str:
        """Of the result; empty as long as there is none."""
        return "" if self._result is None else self._result.handle.result_id

    def tell_late_rows(self) -> None:
        """Announce rows that wait longer than they should. Any thread."""
        if self._result is not None and not self._is_over:
            self._result.tell_late_rows()

    def close(self) -> None:
        """Nobody reads on."""
        if self._result is not None and not self._is_over:
            self._is_over = True
            self._result.end()

    def page(
        self, session: Session, access: TableAccess, outlet: Outlet, control: RunControl, run_id: str, rows: int
    ) -> TablePage:
        """Read the next rows.

        Raises:
            ConditionInvalid: A box does not hold what it is for. Nothing was sent.
            StatementFailed: `position` is counted in the box that `box` names.
            ResultClosed: No more can be kept.
            TableAltered: Further rows have other columns.
            LapwingError: The rows so far stay, and more can be read, unless there is no room for them.
        """
        if self._is_over:
            raise ResultClosed
        order = ordering(access, self.request.sorts, self.request.order_by)
        self._run_id = run_id
        if self._result is not None:
            self._result.outlet = outlet
        try:
            self._fill(session, access, order, outlet, control, rows)
            assert self._result is not None
            self._result.announce()
        except LapwingError as error:
            self._give_up(error, outlet)
            raise
        handle, count = self._result.handle, self._result.row_count
        if not self.has_more:
            self.close()
            outlet.post(ResultEnded(handle.result_id, count, complete=True))
        return TablePage(handle, count, self.has_more, order.is_by_value, self._sql, state_of(session))

    def _fill(
        self, session: Session, access: TableAccess, order: Ordering, outlet: Outlet, control: RunControl, rows: int
    ) -> None:
        """Read so many rows, or all that there are. What is read again in another way goes on behind what was kept."""
        goal, where = self._count + rows, self.request.where
        restarted = True
        while restarted:
            offset = 0 if self._last is not None else self._count
            conditions = ("",) if self._last is None else conditions_behind(access, order.columns, self._last)
            for condition in conditions:
                written = page_statement(access, where, order, condition, offset, goal - self._count + 1)
                self._sql = written.sql
                filling = _Filling(self, access, order, outlet, control, goal, 0 if access.limits_rows else offset)
                restarted = filling.take(self._replies(session, written))
                self.has_more = filling.has_more
                if self.has_more or restarted:
                    break

    @property
    def _count(self) -> int:
        return 0 if self._result is None else self._result.row_count

    @staticmethod
    def _replies(session: Session, written: Written) -> Iterator[Reply]:
        with closing(session.execute(written.sql)) as replies:  # type: ignore[type-var]
            try:
                yield from replies
            except StatementFailed as error:
                raise written.placed(error) from error.__cause__

    def _give_up(self, error: LapwingError, outlet: Outlet) -> None:
        """After an error: let the owner see the rows so far, and end the result where no more can be kept."""
        if self._result is None:
            return
        if isinstance(error, ResultSpaceUsed) or error.code == "disk.full":
            self._is_over = True
            self._result.end()
            reason = "quota" if isinstance(error, ResultSpaceUsed) else "disk"
            outlet.post(ResultEnded(self.result_id, self._result.row_count, complete=False, reason=reason))
        else:
            self._result.announce()

    def begin(self, began: ResultBegan, outlet: Outlet) -> GrowingResult:
        """The result, made when the first statement says what its columns are.

        Raises:
            TableAltered: Those of a later one are others.
        """
        if self._result is not None and _names(began) != [column.name for column in self._result.handle.columns]:
            raise TableAltered(table=self.request.name)
        if self._result is None:
            sink = self._files.open(began.columns, self._run_id, CELLS)
            outlet.post(ResultStarted(self._run_id, 0, sink.handle))
            self._result = GrowingResult(sink, outlet, self.request.page_rows)
        return self._result

    def keep(self, result: GrowingResult, rows: list[Row], access: TableAccess, order: Ordering) -> None:
        """Append rows, and remember where the last one is."""
        result.append(rows)
        if not order.is_by_value:
            return
        names = [*access.columns, *([access.facts.hidden_key] if access.facts.hidden_key else [])]
        row = dict(zip(names, rows[-1], strict=True))
        cells = {sort.column: row[sort.column] for sort in order.columns}
        can_follow = all(access.can_follow(column, cell) for column, cell in cells.items())
        self._last = cells if can_follow else None

    def tell(self, notice: Noticed, outlet: Outlet) -> None:
        outlet.post(NoticeReceived(self._run_id, 0, notice.text, notice.severity))


def _names(began: ResultBegan) -> list[str]:
    return [column.name for column in began.columns]


class _Filling:
    """One statement's rows.

    Attributes:
        has_more: Whether it gave more than were wanted.
    """

    def __init__(
        self,
        reading: TableReading,
        access: TableAccess,
        order: Ordering,
        outlet: Outlet,
        control: RunControl,
        goal: int,
        skip: int,
    ) -> None:
        self.has_more = False
        self._reading = reading
        self._access = access
        self._order = order
        self._outlet = outlet
        self._control = control
        self._goal = goal
        self._skip = skip
        self._kept = 0
        self._began = ResultBegan(())

    def take(self, replies: Iterator[Reply]) -> bool:
        """Take as many rows as are wanted; whether the rest has to be asked for anew."""
        with closing(replies):  # type: ignore[type-var]
            for reply in replies:
                if isinstance(reply, ResultBegan):
                    self._began = reply
                    self._reading.begin(reply, self._outlet)
                elif isinstance(reply, RowsCame):
                    self._take_rows(reply.rows)
                elif isinstance(reply, PagesCame):
                    self._take_rows(rows_of(reply.pages, self._began.codec, self._began.columns))
                elif isinstance(reply, Noticed):
                    self._reading.tell(reply, self._outlet)
                elif isinstance(reply, ResultBeganAgain) and self._kept:
                    return True
                if self.has_more:
                    return False
                if self._control.cancelled:
                    raise StatementCancelled
        return False

    def _take_rows(self, rows: list[Row]) -> None:
        skipped = min(self._skip, len(rows))
        self._skip -= skipped
        rows = rows[skipped:]
        result = self._reading.begin(self._began, self._outlet)
        room = self._goal - result.row_count
        self.has_more = len(rows) > room
        if rows[:room]:
            self._reading.keep(result, rows[:room], self._access, self._order)
            self._kept += min(room, len(rows))
