"""One result: its grid, what it says about itself, its order and filter, and finding in it."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.results import (
    CloseResults,
    CopyFormat,
    FetchMore,
    ResultHandle,
    ResultState,
    RowCondition,
    RowTest,
    SortKey,
)
from lapwing.domain.values import LongCell, cell_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.results.arrangement import Arrangement
from lapwing.gui.results.cell_formats import CellFormats
from lapwing.gui.results.columns import ColumnLayout
from lapwing.gui.results.copying import CellCopier
from lapwing.gui.results.filter_bar import FilterBar
from lapwing.gui.results.finding import ResultFinder
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.grid_menus import GridMenus
from lapwing.gui.results.limit_bar import LimitBar
from lapwing.gui.results.model import ResultModel
from lapwing.gui.results.server_order import can_be_ordered
from lapwing.gui.results.strip import NoteStrip, WorkStrip
from lapwing.gui.widgets.counts import grouped
from lapwing.gui.widgets.find_bar import FindBar
from lapwing.results.source import FileRowSource, OrderedRowSource
from lapwing.sql.dialect import dialect_named


class ResultView(QWidget):
    """Shows one result while it grows and after. Qt's thread.

    Signals:
        state_changed(): rows, completeness, order or filter are others now.
        run_again_wanted(object): more rows than were fetched are wanted of a statement that is no longer open: the
            number of rows, or None for all.
        trouble(str): a sentence for the person.
    """

    state_changed = Signal()
    run_again_wanted = Signal(object)
    trouble = Signal(str)

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_view")
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self.handle = ResultHandle("", "", "", ())
        self.sql = self.unordered_sql = ""
        self.elapsed_s: float | None = None
        """How long its statement took; None while that is not told."""
        self.source: FileRowSource | None = None
        self.state = ResultState.RUNNING
        self.reason = ""
        self.row_count = 0
        self.is_pinned = False
        self._server_keys: tuple[SortKey, ...] = ()
        self._fitted = False
        self.model = ResultModel()
        self.model.setParent(self)
        self.grid = ResultGrid(self.model, self)
        self.limit_bar = LimitBar(self)
        self.filter_bar = FilterBar(self)
        self.work = WorkStrip(self)
        self.find_bar = FindBar(self.tr("Find in result"), self.tr("No row shows this"), self)
        self.arrangement = Arrangement(client, self.work.during, self)
        self.note = NoteStrip(self._sort_on_server, self)
        self.finder = ResultFinder(client, self.model, self.grid, self.find_bar)
        self.copier = CellCopier(client, self.model, self.grid, self.work)
        self.formats = CellFormats(client, self)
        self.grid.show_formats(self.formats)
        self.menus = GridMenus(self)
        self._lay_out()
        self._connect()

    def begin(self, handle: ResultHandle, sql: str, layout: ColumnLayout | None = None) -> None:
        """Show a result from its first row on. A view can be used for one result after the other."""
        self.sql = self.unordered_sql = sql
        self.elapsed_s = None
        self.state = ResultState.RUNNING
        self.reason = ""
        self.is_pinned = False
        self._server_keys = ()
        self.limit_bar.hide()
        self.note.hide()
        self._open_source(handle)
        self.filter_bar.begin(handle.columns)
        self.grid.columns.apply(layout or ColumnLayout())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.note)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.work)
        layout.addWidget(self.limit_bar)
        self.find_bar.hide()
        self.limit_bar.hide()

    def _connect(self) -> None:
        arrangement = self.arrangement
        self.grid.column_menu_wanted.connect(self.menus.open_for_column)
        self.grid.sort_wanted.connect(lambda column: arrangement.cycle(column, adds=False))
        self.grid.sort_key_wanted.connect(lambda column: arrangement.cycle(column, adds=True))
        self.limit_bar.more_wanted.connect(self.fetch_more)
        self.filter_bar.conditions_changed.connect(arrangement.filter_by)
        self.filter_bar.closed.connect(self.grid.setFocus)
        arrangement.arranged.connect(self._arranged)
        arrangement.trouble.connect(self.trouble)
        self.copier.trouble.connect(self.trouble)
        self.formats.trouble.connect(self.trouble)

    def _open_source(self, handle: ResultHandle) -> None:
        self.handle = handle
        self.source = FileRowSource(handle.path, 0)
        self.row_count = 0
        self._fitted = False
        self.arrangement.begin(handle.result_id, self.source)
        self.finder.begin(handle.result_id)
        self.copier.result_id, self.copier.order = handle.result_id, ""
        self.grid.set_order(())
        self.model.show(self.source, handle.columns, 0)

    # news from the engine

    def rows_available(self, row_count: int) -> None:
        """Rows up to `row_count` are in the file."""
        if row_count <= self.row_count:
            return
        self.row_count = row_count
        assert self.source is not None
        self.source.announce(row_count)
        if not self.arrangement.is_active:
            self.model.grow(row_count)
        if not self._fitted:
            self._fitted = True
            self.grid.fit_columns()
        if self.state is ResultState.PAUSED:
            self.state = ResultState.RUNNING
            self.limit_bar.hide()
        self._show_arrangement()
        self.state_changed.emit()

    def paused(self, row_count: int) -> None:
        """The row limit was reached; the statement is open on the server."""
        self.rows_available(row_count)
        self.state = ResultState.PAUSED
        self.limit_bar.show_paused(row_count)
        self._arrange_all()
        self.state_changed.emit()

    def ended(self, row_count: int, *, complete: bool, reason: str) -> None:
        """No more rows will come."""
        self.rows_available(row_count)
        if not self.arrangement.is_active:
            self.grid.fit_columns()
        self.state = ResultState.COMPLETE if complete else ResultState.PARTIAL
        self.reason = reason
        if complete:
            self.limit_bar.hide()
        else:
            self.limit_bar.show_partial(row_count, reason)
        self._arrange_all()
        self.state_changed.emit()

    def restarted(self, handle: ResultHandle) -> None:
        """The rows so far are void; they come again in another file."""
        if self.source is not None:
            self.source.close()
        self._open_source(handle)
        self.filter_bar.begin(handle.columns)

    def engine_gone(self) -> None:
        """The rows fetched stay readable; no more will come."""
        if self.state in {ResultState.RUNNING, ResultState.PAUSED}:
            self.ended(self.row_count, complete=False, reason="engine")

    # more rows

    def fetch_more(self, rows: int | None) -> None:
        """Go on with a paused result, or ask for running it again."""
        self._start(self._fetch_more(rows))

    async def _fetch_more(self, rows: int | None) -> None:
        try:
            await self._client.call("result.more", FetchMore(self.handle.result_id, rows))
        except LapwingError as error:
            if error.code in {"result.closed", "result.unknown"}:
                self.run_again_wanted.emit(None if rows is None else self.row_count + rows)
            else:
                self.trouble.emit(error_text(error))

    # order and filter

    def _arrange_all(self) -> None:
        """Take in rows that came since the others were arranged."""
        if self.arrangement.looked_at < self.row_count:
            self.arrangement.renew()
        self._show_arrangement()

    def _arranged(self, source: OrderedRowSource | None) -> None:
        if self.source is None:
            return
        old = self.model.source
        place = self.grid.horizontalScrollBar().value()
        shown = source or self.source
        current = self.grid.currentIndex()
        row, column = current.row(), current.column()
        self.model.show(shown, self.handle.columns, shown.row_count)
        self.grid.horizontalScrollBar().setValue(place)
        if column >= 0 and shown.row_count:
            self.grid.setCurrentIndex(self.model.index(min(row, shown.row_count - 1), column))
        if isinstance(old, OrderedRowSource):
            old.close()
        self.copier.order = self.arrangement.path
        self._show_order()
        self.finder.rows_changed()
        self._show_arrangement()
        self.state_changed.emit()

    def _show_arrangement(self) -> None:
        """Say how many rows are shown, and that an order is only of those that were fetched."""
        self.filter_bar.show_count(self.model.rowCount(), self.row_count)
        if not self.arrangement.keys or self.state is ResultState.COMPLETE:
            self.note.hide()
            return
        text = self.tr("Sorted: the {count} loaded rows. The server may have more.")
        words = self.tr("Sort on the server") if self.can_sort_on_server() else ""
        self.note.say(text.format(count=grouped(self.arrangement.looked_at)), words)

    def can_sort_on_server(self) -> bool:
        """Whether the server can be asked to order the rows: the statement certainly only reads."""
        return can_be_ordered(dialect_named(self.copier.dialect or "ansi"), self.unordered_sql)

    def show_server_order(self, sql: str, keys: tuple[SortKey, ...]) -> None:
        """The server ordered the rows of `sql` by these keys."""
        self.unordered_sql = sql
        self._server_keys = keys
        self._show_order()

    def _show_order(self) -> None:
        keys = self.arrangement.keys or self._server_keys
        self.grid.set_order([(key.column, key.descending) for key in keys])

    def _sort_on_server(self) -> None:
        """The window knows how a statement is run."""
        action = self.window().findChild(QAction, "result.sort_on_server")
        if isinstance(action, QAction):
            action.trigger()

    def sort_current(self, *, descending: bool) -> None:
        """Order the rows by the column of the current cell."""
        column = self.grid.currentIndex().column()
        if column >= 0:
            self.arrangement.order_by((SortKey(column, descending),))

    def filter_by_current(self, test: RowTest) -> None:
        """Show only rows whose cell in the current column is equal to the current one, or is not."""
        index = self.grid.currentIndex()
        if not index.isValid():
            return
        cell = self.model.cell(index.row(), index.column())
        if isinstance(cell, LongCell):
            self.trouble.emit(self.tr("The value is too long to filter by."))
            return
        if cell is None:
            test = RowTest.IS_NULL if test is RowTest.EQUAL else RowTest.NOT_NULL
        self.filter_bar.add(RowCondition(test, cell_text(cell), index.column()))

    # finding and copying

    def open_find(self) -> None:
        """Show the find bar."""
        self.find_bar.open()

    def find_next(self, direction: int = 1) -> None:
        """Go to the next row that holds the text, or the one before."""
        self.finder.step(direction)

    def copy(self, *, with_headers: bool = False) -> None:
        """Put the selected cells on the clipboard, as spreadsheets take them."""
        self.copier.copy(CopyFormat.TSV_HEADERS if with_headers else CopyFormat.TSV)

    # life

    def _start(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def close_result(self) -> None:
        """Let go of the rows and of the file behind them."""
        for task in list(self._tasks):
            task.cancel()
        self.copier.stop()
        self.finder.stop()
        self.formats.stop()
        source = self.model.source
        self.model.show(None, (), 0)
        self.arrangement.begin("", None)
        if isinstance(source, OrderedRowSource):
            source.close()
        if self.source is not None:
            self.source.close()
            self.source = None
        with suppress(LapwingError):  # an engine that is gone has taken its files along
            await self._client.call("result.close", CloseResults((self.handle.result_id,)))
