"""One result: its grid, what it says about itself, and finding in it."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.results import (
    ArrangedRows,
    ArrangeResult,
    CloseResults,
    FetchMore,
    FindInResult,
    FoundRows,
    ResultHandle,
    ResultState,
    SortKey,
)
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.results.copying import TooMuchToCopy, selection_text
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.limit_bar import LimitBar
from lapwing.gui.results.model import ResultModel
from lapwing.gui.widgets.find_bar import FindBar
from lapwing.results.source import FileRowSource, OrderedRowSource

_ROWS_AT_ONCE = 20_000


class ResultView(QWidget):
    """Shows one result while it grows and after. Qt's thread.

    Signals:
        state_changed(): rows, completeness or order are others now.
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
        self._finding: asyncio.Task[None] | None = None
        self.handle = ResultHandle("", "", "", ())
        self.sql = ""
        self.source: FileRowSource | None = None
        self.state = ResultState.RUNNING
        self.reason = ""
        self.row_count = 0
        self._order: tuple[int, bool] | None = None
        self._fitted = False
        self._hits: tuple[int, ...] = ()
        self.model = ResultModel()
        self.model.setParent(self)
        self.grid = ResultGrid(self.model, self)
        self.limit_bar = LimitBar(self)
        self.find_bar = FindBar(self.tr("Find in result"), self.tr("No row shows this"), self)
        self._lay_out()

    def begin(self, handle: ResultHandle, sql: str) -> None:
        """Show a result from its first row on. A view can be used for one result after the other."""
        self.sql = sql
        self.state = ResultState.RUNNING
        self.reason = ""
        self._order = None
        self._hits = ()
        self.find_bar.hide()
        self.limit_bar.hide()
        self.grid.set_sorted(None)
        self.grid.forget_widths()
        self.grid.mark_found("", match_case=True)
        self._open_source(handle)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.limit_bar)
        self.find_bar.hide()
        self.limit_bar.hide()
        self.grid.sort_wanted.connect(self._sort_by)
        self.limit_bar.more_wanted.connect(self.fetch_more)
        self.find_bar.search_wanted.connect(self._find)
        self.find_bar.step_wanted.connect(self._step)
        self.find_bar.closed.connect(self._end_find)

    def _open_source(self, handle: ResultHandle) -> None:
        self.handle = handle
        self.source = FileRowSource(handle.path, 0)
        self.row_count = 0
        self._fitted = False
        self.model.show(self.source, handle.columns, 0)

    # news from the engine

    def rows_available(self, row_count: int) -> None:
        """Rows up to `row_count` are in the file."""
        if row_count <= self.row_count:
            return
        self.row_count = row_count
        assert self.source is not None
        self.source.announce(row_count)
        if self._order is None:
            self.model.grow(row_count)
        if not self._fitted:
            self._fitted = True
            self.grid.fit_columns()
        if self.state is ResultState.PAUSED:
            self.state = ResultState.RUNNING
            self.limit_bar.hide()
        self.state_changed.emit()

    def paused(self, row_count: int) -> None:
        """The row limit was reached; the statement is open on the server."""
        self.rows_available(row_count)
        self.state = ResultState.PAUSED
        self.limit_bar.show_paused(row_count)
        self.state_changed.emit()

    def ended(self, row_count: int, *, complete: bool, reason: str) -> None:
        """No more rows will come."""
        self.rows_available(row_count)
        if self._order is None:
            self.grid.fit_columns()
        self.state = ResultState.COMPLETE if complete else ResultState.PARTIAL
        self.reason = reason
        if complete:
            self.limit_bar.hide()
        else:
            self.limit_bar.show_partial(row_count, reason)
        self.state_changed.emit()

    def restarted(self, handle: ResultHandle) -> None:
        """The rows so far are void; they come again in another file."""
        if self.source is not None:
            self.source.close()
        self._order = None
        self.grid.set_sorted(None)
        self._open_source(handle)

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

    # order

    def _sort_by(self, column: int) -> None:
        if self._order is None or self._order[0] != column:
            self.sort(column, descending=False)
        elif not self._order[1]:
            self.sort(column, descending=True)
        else:
            self.unsort()

    def sort(self, column: int, *, descending: bool) -> None:
        """Order the rows fetched so far."""
        self._start(self._sort(column, descending=descending))

    def unsort(self) -> None:
        """Show the rows as the server sent them."""
        self._order = None
        self.grid.set_sorted(None)
        if self.source is not None:
            self._show_source(self.source, self.row_count)

    async def _sort(self, column: int, *, descending: bool) -> None:
        request = ArrangeResult(self.handle.result_id, (SortKey(column, descending),))
        try:
            answer = await self._client.call("result.arrange", request, ArrangedRows)
            if self.source is None:
                return
            ordered = OrderedRowSource(self.source, answer.path, answer.row_count)
        except LapwingError as error:
            self.trouble.emit(error_text(error))
            return
        except OSError as error:
            self.trouble.emit(error.strerror or str(error))
            return
        self._order = (column, descending)
        self.grid.set_sorted(column, descending=descending)
        self._show_source(ordered, answer.row_count)

    def _show_source(self, source: FileRowSource | OrderedRowSource, row_count: int) -> None:
        old = self.model.source
        place = self.grid.horizontalScrollBar().value()
        self.model.show(source, self.handle.columns, row_count)
        self.grid.horizontalScrollBar().setValue(place)
        if isinstance(old, OrderedRowSource):
            old.close()
        self.state_changed.emit()

    # finding

    def open_find(self) -> None:
        """Show the find bar with the current cell's text."""
        self.find_bar.open()

    def _find(self, text: str, match_case: bool) -> None:
        if self._finding is not None:
            self._finding.cancel()
        self.grid.mark_found(text, match_case=match_case)
        if text:
            self._finding = self._start(self._search(text, match_case=match_case))
        else:
            self._hits = ()
            self.find_bar.show_hits(0, 0, complete=True)

    async def _search(self, text: str, *, match_case: bool) -> None:
        self.find_bar.show_searching()
        request = FindInResult(self.handle.result_id, text, match_case=match_case)
        try:
            found = await self._client.call("result.find", request, FoundRows)
        except LapwingError as error:
            self.find_bar.show_sentence(str(error))
            return
        self._hits = await self._shown_rows(found.rows)
        self.find_bar.show_hits(0, len(self._hits), complete=found.complete)
        if self._hits:
            self._step(1, from_start=True)

    async def _shown_rows(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """The hits in the order they are shown."""
        source = self.model.source
        if not isinstance(source, OrderedRowSource):
            return rows
        wanted = set(rows)
        places: list[int] = []
        for first in range(0, source.row_count, _ROWS_AT_ONCE):
            order = source.base_rows(first, _ROWS_AT_ONCE)
            places += [place for place, number in enumerate(order, first) if number in wanted]
            await asyncio.sleep(0)
        return tuple(places)

    def _step(self, direction: int, *, from_start: bool = False) -> None:
        if not self._hits:
            return
        current = -1 if from_start else self.grid.currentIndex().row()
        if direction > 0:
            place = next((n for n, row in enumerate(self._hits) if row > current), 0)
        else:
            place = next((n for n in reversed(range(len(self._hits))) if self._hits[n] < current), len(self._hits) - 1)
        self.grid.show_row(self._hits[place], max(0, self.grid.currentIndex().column()))
        self.find_bar.show_hits(place + 1, len(self._hits), complete=None)

    def find_next(self, direction: int = 1) -> None:
        """Go to the next row that holds the text, or the one before."""
        self._step(direction)

    def _end_find(self) -> None:
        self.grid.mark_found("", match_case=True)
        self.grid.setFocus()

    # copying

    def copy(self, *, with_headers: bool = False) -> None:
        """Put the selected cells on the clipboard."""
        self._start(self._copy(with_headers=with_headers))

    async def _copy(self, *, with_headers: bool) -> None:
        spans, columns = self.grid.selected_cells()
        source = self.model.source
        if not spans or source is None:
            return
        try:
            text = await selection_text(source, spans, columns, with_headers=with_headers)
        except TooMuchToCopy:
            self.trouble.emit(self.tr("That is more than a clipboard should hold. Select fewer rows."))
        except (OSError, ValueError) as error:
            self.trouble.emit(self.tr("The rows cannot be read: {reason}").format(reason=error))
        else:
            QGuiApplication.clipboard().setText(text)

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
        source = self.model.source
        self.model.show(None, (), 0)
        if isinstance(source, OrderedRowSource):
            source.close()
        if self.source is not None:
            self.source.close()
            self.source = None
        with suppress(LapwingError):  # an engine that is gone has taken its files along
            await self._client.call("result.close", CloseResults((self.handle.result_id,)))
