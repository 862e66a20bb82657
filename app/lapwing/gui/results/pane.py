"""The lower half of an editor tab: results and messages."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import (
    Event,
    ResultEnded,
    ResultPaused,
    ResultRestarted,
    ResultStarted,
    RowsAvailable,
    StatementCompleted,
)
from lapwing.domain.query import StatementOutcome
from lapwing.domain.results import CloseResults, ResultHandle, ResultState, SortKey
from lapwing.gui.client import EngineClient
from lapwing.gui.results.column_memory import column_memory, key_of_result
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.inspector.beside import BesideInspector
from lapwing.gui.results.inspector.place import WIDTH_PX
from lapwing.gui.results.messages import Message, MessageList
from lapwing.gui.results.model import ResultModel
from lapwing.gui.results.pane_actions import PaneActions
from lapwing.gui.results.pane_tools import PaneTools
from lapwing.gui.results.result_tabs import ResultTabs
from lapwing.gui.results.run_texts import said_of
from lapwing.gui.results.view import ResultView
from lapwing.gui.widgets import GivingRow

MOST_RESULTS = 40
"""Those that have a tab; a script may have thousands, and a view takes room and time."""
_SELECTED_MS = 30
"""A selection that is drawn changes often."""
_PREPARE_AFTER_MS = 60
"""When a new tab has been shown."""


class ResultPane(BesideInspector):
    """Result tabs, then the messages; beside them the inspector. Qt's thread.

    Attributes:
        deeds: What is done here, by the ids of actions.

    Signals:
        current_changed(): another result, or its state, is in front.
        run_again_wanted(str, object): a result's SQL and the row limit to run it with, None for none.
        result_closed(str): a result's id.
        place_wanted(int): an offset in the editor.
    """

    current_changed = Signal()
    run_again_wanted = Signal(str, object)
    result_closed = Signal(str)
    place_wanted = Signal(int)

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(client, parent)
        self.setObjectName("result_pane")
        self._views: dict[str, ResultView] = {}
        self._sql: dict[int, str] = {}
        self._results_of: dict[int, str] = {}
        """Of this run: the last result of each statement."""
        self._unshown: set[str] = set()
        """Results of this run that got no tab and are not closed yet."""
        self._left_out = 0
        self._earlier: set[str] = set()
        """Results of runs before this one, as long as it has brought nothing."""
        self._closing: set[asyncio.Task[None]] = set()
        self._spare: ResultView | None = None
        self._server_orders: dict[str, tuple[str, tuple[SortKey, ...]]] = {}
        self._dialect = ""
        self._makers: dict[str, Callable[[QWidget], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self.tabs = ResultTabs(self)
        self.stack = QStackedWidget(self)
        self.messages = MessageList(self)
        self.messages.place_wanted.connect(self.place_wanted)
        self.stack.addWidget(self.messages)
        self.deeds = PaneActions(self)
        self.tools = PaneTools(self.deeds.handlers, self)
        self._lay_out()
        self._connect()
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(_PREPARE_AFTER_MS)
        self._preparing.timeout.connect(self._prepare)
        self._preparing.start()

    def _lay_out(self) -> None:
        row = GivingRow(self)
        row.let_words_go(*self.tools.worded)
        row.setProperty("surface", "tabs")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 8, 0)
        across.setSpacing(2)
        across.addWidget(self.tabs)
        across.addStretch(1)
        across.addWidget(self.tools)
        left = QWidget(self)
        down = QVBoxLayout(left)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(row)
        down.addWidget(self.stack, 1)
        self.put_beside(left)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.tabs.pin_wanted.connect(self.toggle_pin)
        self.tabs.close_wanted.connect(self.close_result)
        self.tabs.menu_wanted.connect(self.deeds.open_tab_menu)
        self._selecting = QTimer(self)
        self._selecting.setSingleShot(True)
        self._selecting.setInterval(_SELECTED_MS)
        self._selecting.timeout.connect(self.current_changed)
        self._show_tab(0)

    # the inspector

    def watched(self) -> tuple[ResultGrid, ResultModel, str] | None:
        view = self.current
        return None if view is None else (view.grid, view.model, view.handle.result_id)

    def has_rows(self) -> bool:
        return bool(self._views)

    def show_inspector(self, shown: bool, width_px: int = WIDTH_PX) -> None:
        self.tools.inspector_button.setChecked(shown)
        super().show_inspector(shown, width_px)

    def say_trouble(self, sentence: str) -> None:
        self.say("warning", sentence)

    # results

    @property
    def current(self) -> ResultView | None:
        """The result in front, or None while the messages are."""
        widget = self.stack.currentWidget()
        return widget if isinstance(widget, ResultView) else None

    def begin_run(self, *, keep: bool) -> None:
        """A run begins: results go when it brings something, unless they are pinned or all are to be kept."""
        self._sql.clear()
        self._results_of.clear()
        self._left_out = 0
        self._earlier = set() if keep else {name for name, view in self._views.items() if not view.is_pinned}

    def end_run(self, *, failed: bool) -> None:
        """It is over. Where it brought nothing and failed, what was there stays, and is called earlier."""
        if not failed:
            self._drop_earlier()
        for result_id in self._earlier:
            self.tabs.show_earlier(result_id)

    def _drop_earlier(self) -> None:
        for result_id in self._earlier & self._views.keys():
            self._remove(self._views[result_id])
        self._earlier = set()

    def hear(self, event: Event) -> None:
        """Take one event of the tab's run."""
        if isinstance(event, RowsAvailable):
            if (view := self._views.get(event.result_id)) is not None:
                view.rows_available(event.row_count)
        elif isinstance(event, ResultStarted):
            self._add(event.result, self._sql.get(event.index, ""))
            self._results_of[event.index] = event.result.result_id
        elif isinstance(event, ResultPaused):
            if (view := self._views.get(event.result_id)) is not None:
                view.paused(event.row_count)
        elif isinstance(event, ResultEnded) and event.result_id in self._unshown:
            self._unshown.discard(event.result_id)
            self._let_go(event.result_id)
        elif isinstance(event, ResultEnded):
            if (view := self._views.get(event.result_id)) is not None:
                view.ended(event.row_count, complete=event.complete, reason=event.reason)
        elif isinstance(event, ResultRestarted):
            self._restart(event.result)
        elif (said := said_of(event)) is not None:
            self.say(*said)
            if isinstance(event, StatementCompleted):
                self._note_duration(event.outcome)

    def _note_duration(self, outcome: StatementOutcome) -> None:
        view = self._views.get(self._results_of.get(outcome.index, ""))
        if view is not None:
            view.elapsed_s = outcome.elapsed_s
            self.current_changed.emit()

    def know_statement(self, index: int, sql: str) -> None:
        """The text of a statement of the run, for running it again."""
        self._sql[index] = sql

    def _add(self, handle: ResultHandle, sql: str) -> None:
        self._drop_earlier()
        if len(self._views) >= MOST_RESULTS:
            self._unshown.add(handle.result_id)
            self._left_out += 1
            if self._left_out == 1:
                text = self.tr("Results behind the first {count} are not shown; their rows are counted here.")
                self.say("warning", text.format(count=MOST_RESULTS))
            return
        view = self._spare or self._make_view()
        self._spare = None
        view.begin(handle, sql, column_memory().find(key_of_result(handle.columns), handle.columns))
        view.formats.begin(handle.columns, self.connection_of())
        view.copier.dialect = self._dialect
        self._views[handle.result_id] = view
        if (ordered := self._server_orders.pop(sql, None)) is not None:
            view.show_server_order(*ordered)
        place = self.tabs.add_result(handle.result_id)
        current = self.current
        if current is None or current.is_pinned or len(self._views) == 1:
            self.tabs.setCurrentIndex(place)
        self.rows_came()

    def _prepare(self) -> None:
        """Have a view and the inspector ready for the first result: making and styling one takes 20 ms."""
        if self._spare is None and not self._views:
            self._spare = self._make_view()
        self.prepare_inspector()

    def _make_view(self) -> ResultView:
        view = ResultView(self._client, self)
        self.stack.addWidget(view)
        for part in (view, *view.findChildren(QWidget)):
            part.ensurePolished()
        view.state_changed.connect(self.current_changed)
        view.run_again_wanted.connect(lambda rows: self.run_again_wanted.emit(view.sql, rows))
        view.trouble.connect(lambda text: self.say("warning", text))
        view.state_changed.connect(lambda: self._view_changed(view))
        view.grid.columns.changed.connect(lambda: self._keep_layout(view))
        view.grid.selection_changed.connect(self._selecting.start)
        view.grid.value_wanted.connect(self.deeds.show_value)
        view.grid.menu_wanted.connect(lambda place: view.menus.open_for_cells(self.deeds.handlers(), place))
        return view

    def _view_changed(self, view: ResultView) -> None:
        if view is self.current and self.inspector is not None:
            self.inspector.refresh()

    def _keep_layout(self, view: ResultView) -> None:
        """The same columns stand the same way when they come again."""
        if view.model.columns:
            columns = view.model.columns
            column_memory().keep(key_of_result(columns), columns, view.grid.columns.layout())

    def use_dialect(self, dialect_id: str) -> None:
        """Copy statements in this dialect from now on."""
        self._dialect = dialect_id
        if self.inspector is not None:
            self.inspector.forget_columns()
        for view in self._views.values():
            view.copier.dialect = dialect_id

    def expect_server_order(self, sql: str, inner: str, keys: tuple[SortKey, ...]) -> None:
        """The statement `sql` that is about to be run is `inner`, ordered by its server."""
        self._server_orders = {sql: (inner, keys)}

    # pins

    def toggle_pin(self, result_id: str) -> None:
        """Let a result survive the next run, or no longer."""
        view = self._views.get(result_id)
        if view is not None:
            view.is_pinned = not view.is_pinned
            self._earlier.discard(result_id)
            self.tabs.show_pinned(result_id, view.is_pinned)

    @property
    def result_ids(self) -> list[str]:
        """The results that have a tab."""
        return list(self._views)

    def is_pinned(self, result_id: str) -> bool:
        return self._views[result_id].is_pinned

    def close_result(self, result_id: str) -> None:
        """Let go of a result."""
        view = self._views.get(result_id)
        if view is not None:
            self._remove(view)

    def _restart(self, handle: ResultHandle) -> None:
        """The last result's rows come again in another file."""
        if self._unshown:
            self._unshown = {handle.result_id}
            return
        old, view = next(reversed(self._views.items()))
        del self._views[old]
        self._views[handle.result_id] = view
        self.tabs.setTabData(self.tabs.place_of(old), handle.result_id)
        view.restarted(handle)

    def _remove(self, view: ResultView) -> None:
        result_id = view.handle.result_id
        self._views.pop(result_id, None)
        self.tabs.remove(result_id)
        if self.stack.currentWidget() is view:
            self.stack.setCurrentWidget(self.messages)
        self._end(result_id, self._close(view))

    def _let_go(self, result_id: str) -> None:
        """Have the file of a result deleted that is not shown."""
        self._end(result_id, self._close_unshown(result_id))

    def _end(self, result_id: str, closing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(closing)
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
        self.result_closed.emit(result_id)

    async def _close_unshown(self, result_id: str) -> None:
        with suppress(LapwingError):  # an engine that is gone has taken its files along
            await self._client.call("result.close", CloseResults((result_id,)))

    async def _close(self, view: ResultView) -> None:
        """Let a result go; one view is kept for the next."""
        await view.close_result()
        if self._spare is None:
            self._spare = view
        else:
            view.deleteLater()

    def _show_tab(self, place: int) -> None:
        data = self.tabs.tabData(place)
        view = self._views.get(data) if isinstance(data, str) else None
        self.stack.setCurrentWidget(view if view is not None else self._page(data))
        self.tools.enable(has_result=view is not None)
        self.watch_current()
        self.current_changed.emit()

    def add_page(self, key: str, title: str, make: Callable[[QWidget], QWidget]) -> None:
        """A tab behind the messages; what it shows is made when it is first seen."""
        self._makers[key] = make
        self.tabs.add_page(key, title)

    def _page(self, key: object) -> QWidget:
        """What stands behind the results: a page that was added, or else the messages."""
        if isinstance(key, str) and key in self._makers:
            if key not in self._pages:
                self._pages[key] = self._makers[key](self)
                self.stack.addWidget(self._pages[key])
            return self._pages[key]
        return self.messages

    def show_messages(self) -> None:
        """Bring the messages to the front."""
        self.tabs.show_messages()

    def engine_gone(self) -> None:
        """Nothing more will come; what was fetched stays."""
        for view in self._views.values():
            view.engine_gone()

    # messages

    def say(self, level: str, text: str, detail: str = "", position: int | None = None) -> None:
        """Add a message."""
        self.messages.add(Message(level, text, detail, time.strftime("%H:%M:%S"), position))

    # what has the focus

    def copy(self) -> None:
        """Copy the selected cells, or messages."""
        self._copy_selection(with_headers=False)

    def copy_with_headers(self) -> None:
        """Copy the selected cells with the names of their columns above."""
        self._copy_selection(with_headers=True)

    def _copy_selection(self, *, with_headers: bool) -> None:
        view = self.current
        focus = QApplication.focusWidget()
        inspector = self.inspector
        if view is not None and focus is not None and inspector is not None and inspector.isAncestorOf(focus):
            inspector.copy()
        elif view is not None:
            view.copy(with_headers=with_headers)
        else:
            QGuiApplication.clipboard().setText(self.messages.selected_text())

    def open_find(self) -> None:
        if self.current is not None:
            self.current.open_find()

    def find_next(self, direction: int = 1) -> None:
        if self.current is not None:
            self.current.find_next(direction)

    def fetch_more(self, rows: int | None) -> None:
        """More rows of the result in front, or all."""
        if self.current is not None:
            self.current.fetch_more(rows)

    @property
    def can_fetch_more(self) -> bool:
        """Whether the result in front has rows that were not fetched because of the limit."""
        view = self.current
        if view is None:
            return False
        return view.state is ResultState.PAUSED or (
            view.state is ResultState.PARTIAL and view.reason in {"limit", "timeout"}
        )

    async def close_all(self) -> None:
        """Let every result go."""
        if self.inspector is not None:
            self.inspector.stop()
        for view in list(self._views.values()):
            self._remove(view)
        await asyncio.gather(*self._closing, return_exceptions=True)
