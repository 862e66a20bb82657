"""What a table tab asks the engine: facts, pages of rows, a count, foreign keys, changes."""

import asyncio
import uuid
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from lapwing.domain.connections import Confirmation
from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, ResultRestarted, ResultStarted, RowsAvailable
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.query import Cancelled, CancelRun
from lapwing.domain.results import CloseResults, ResultHandle
from lapwing.domain.table_data import (
    CellValue,
    ChangePreview,
    ChangesOutcome,
    ColumnSort,
    CommitChanges,
    CountTable,
    FollowKey,
    KeyChoices,
    KeyReference,
    LookUpKey,
    OpenTable,
    PreviewChanges,
    ReadMoreRows,
    ReadTable,
    RowChange,
    RowCount,
    RowsElsewhere,
    TableFacts,
    TablePage,
)
from lapwing.gui.client import EngineClient, EngineState

PAGE_ROWS: Final = 500
"""Rows of a page: more than a screen, less than anybody waits for."""
MANY_ROWS: Final = 10_000
"""Rows of a page when all are wanted."""
MOST_ROWS: Final = 1_000_000
"""As many are read when all are wanted."""
MOST_REREAD_ROWS: Final = 10_000
"""As many rows are read again at once when those that are there are read anew."""
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class TableName:
    """One table of a database; an empty schema is the session's own."""

    schema: str
    name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are wanted, and in which order."""

    where: str = ""
    order_by: str = ""
    sorts: tuple[ColumnSort, ...] = ()


class TableData(QObject):
    """The engine's answers about one table. Qt's thread. Every operation may raise `LapwingError`.

    Signals:
        started(ResultHandle): Rows of another read are there; what was shown before goes.
        rows_came(int): So many rows of the result are there.
        busy_changed(): Something was asked, or answered.
        transaction_told(TransactionState): What an answer said of the session's transaction.
    """

    started = Signal(object)
    rows_came = Signal(int)
    busy_changed = Signal()
    transaction_told = Signal(object)

    def __init__(self, client: EngineClient, table: TableName, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.table = table
        self.facts: TableFacts | None = None
        self.page: TablePage | None = None
        """What the last read came to; None while the first is under way, or after the engine died."""
        self.session_id = ""
        self._result: ResultHandle | None = None
        self._pending: dict[str, ResultHandle] = {}
        """Results of reads, by run, of which no row is there yet."""
        self._runs: dict[str, str] = {}
        """What is under way: the word for it by the run's id."""
        self._latest_read = ""
        self._is_closed = False
        client.told.connect(self._hear)

    # what is under way

    def is_doing(self, what: str) -> bool:
        """Whether an `open`, `read`, `more`, `count` or `commit` is under way."""
        return what in self._runs.values()

    @property
    def is_busy(self) -> bool:
        return bool(self._runs)

    async def cancel(self, *what: str) -> None:
        """End what is under way, or only these sorts of it, on the server."""
        for run_id, word in list(self._runs.items()):
            if not what or word in what:
                await self._client.call("query.cancel", CancelRun(run_id), Cancelled)

    async def _run(self, what: str, operation: str, request: object, answer: type[Found], run_id: str = "") -> Found:
        """Ask, and be busy meanwhile."""
        run_id = run_id or uuid.uuid4().hex
        self._runs[run_id] = what
        self.busy_changed.emit()
        try:
            found = await self._client.call(operation, request, answer)
        finally:
            del self._runs[run_id]
            self.busy_changed.emit()
        transaction = getattr(found, "transaction", None)
        if transaction is not None:
            self.transaction_told.emit(transaction)
        return found

    # facts

    async def open(self, session_id: str) -> TableFacts:
        """What the table is, by a session that stays open as long as rows are read."""
        self.session_id = session_id
        asked = OpenTable(session_id, self.table.schema, self.table.name)
        self.facts = await self._run("open", "table.open", asked, TableFacts)
        return self.facts

    def forget_table(self) -> None:
        """What the table is, is asked again before the next read."""
        self.session_id = ""

    def forget_session(self) -> None:
        """The session is gone, and what was open in it."""
        self.session_id = ""
        self.page = None

    # rows

    async def read(self, wanted: Wanted, rows: int = PAGE_ROWS) -> bool:
        """Read the first rows; those of the read before stay until new ones are there. A read that is under way is
        cancelled.

        Returns:
            Whether this was the newest read, so that its rows are shown.
        """
        run_id = self._latest_read = uuid.uuid4().hex
        await self.cancel("read", "more")
        table, sorts = self.table, wanted.sorts
        asked = ReadTable(
            run_id, self.session_id, table.schema, table.name, wanted.where, wanted.order_by, sorts, max(rows, 1)
        )
        try:
            page = await self._run("read", "table.read", asked, TablePage, run_id)
        except LapwingError:
            await self._drop_pending(run_id)
            if run_id != self._latest_read:
                return False
            raise
        self._pending.pop(run_id, None)
        if run_id != self._latest_read:
            await self._close(page.result)
            return False
        self.page = page
        self._show(page.result)
        self.rows_came.emit(page.row_count)
        return True

    async def read_more(self, rows: int = PAGE_ROWS) -> None:
        """Read the next rows, where there are any and nothing else is read."""
        page = self.page
        if page is None or not page.has_more or self.is_doing("more") or self.is_doing("read"):
            return
        run_id, result_id = uuid.uuid4().hex, page.result.result_id
        asked = ReadMoreRows(run_id, result_id, rows)
        more = await self._run("more", "table.more", asked, TablePage, run_id)
        if self._result is not None and self._result.result_id == result_id:
            self.page = more
            self.rows_came.emit(more.row_count)

    def _show(self, handle: ResultHandle) -> None:
        """Rows of this result are there: they take the place of others."""
        if self._result is not None and handle.path == self._result.path:
            return
        old, self._result = self._result, handle
        self.started.emit(handle)
        if old is not None:
            self._closing = asyncio.ensure_future(self._close(old))

    async def _drop_pending(self, run_id: str) -> None:
        """A read failed: let go of its result unless rows of it are shown."""
        handle = self._pending.pop(run_id, None)
        if handle is not None:
            await self._close(handle)

    async def _close(self, handle: ResultHandle) -> None:
        with suppress(LapwingError):  # an engine that is gone has taken its files along
            await self._client.call("result.close", CloseResults((handle.result_id,)))

    def _hear(self, event: Event) -> None:
        if isinstance(event, ResultStarted | ResultRestarted):
            if self._runs.get(event.run_id) == "read":
                self._pending[event.run_id] = event.result
        elif isinstance(event, RowsAvailable) and event.row_count:
            begun = self._pending.get(self._latest_read)
            if begun is not None and event.result_id == begun.result_id:
                del self._pending[self._latest_read]
                self.page = None
                self._show(begun)
            if self._result is not None and event.result_id == self._result.result_id:
                self.rows_came.emit(event.row_count)

    async def count(self, where: str) -> int:
        """Count the rows exactly."""
        run_id, table = uuid.uuid4().hex, self.table
        asked = CountTable(run_id, self.session_id, table.schema, table.name, where)
        return (await self._run("count", "table.count", asked, RowCount, run_id)).rows

    # foreign keys

    async def follow(self, reference: KeyReference, values: Sequence[CellValue]) -> RowsElsewhere:
        """Which rows are at the other end of a foreign key."""
        asked = FollowKey(self.session_id, reference, tuple(values))
        return await self._client.call("table.follow", asked, RowsElsewhere)

    async def look_up(self, reference: KeyReference, text: str) -> KeyChoices:
        """What a foreign key of one column may be set to."""
        return await self._client.call("table.look_up", LookUpKey(self.session_id, reference, text), KeyChoices)

    # changes

    async def preview(self, changes: Sequence[RowChange]) -> ChangePreview:
        """The statements that `commit` would run."""
        asked = PreviewChanges(self.session_id, self.table.schema, self.table.name, tuple(changes))
        return await self._client.call("table.preview", asked, ChangePreview)

    async def commit(self, changes: Sequence[RowChange], confirmed: Confirmation = Confirmation.NONE) -> ChangesOutcome:
        """Make all changes, which a person has `confirmed` so far, or none."""
        run_id, table = uuid.uuid4().hex, self.table
        asked = CommitChanges(run_id, self.session_id, table.schema, table.name, tuple(changes), confirmed)
        return await self._run("commit", "table.commit", asked, ChangesOutcome, run_id)

    async def close_result(self, handle: ResultHandle) -> None:
        """Let go of a result that a commit answered with."""
        await self._close(handle)

    # life

    async def close(self) -> None:
        """Let go of the rows."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._client.state is EngineState.READY:
            await self.cancel()
        self._client.told.disconnect(self._hear)
        if self._result is not None:
            await self._close(self._result)
            self._result = None
