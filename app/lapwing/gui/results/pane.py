"""The lower half of an editor tab: results and messages."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import (
    Event,
    LockAwaited,
    NoticeReceived,
    ResultEnded,
    ResultPaused,
    ResultRestarted,
    ResultStarted,
    RowsAvailable,
    StatementCompleted,
    StatementRefused,
)
from lapwing.domain.query import StatementOutcome
from lapwing.domain.results import CloseResults, ResultHandle, ResultState
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_texts
from lapwing.gui.results.messages import Message, MessageList
from lapwing.gui.results.view import ResultView
from lapwing.gui.widgets import ToolButton
from lapwing.gui.widgets.counts import with_grouped

MOST_RESULTS = 40
"""Those that have a tab; a script may have thousands, and a view takes room and time."""
_PREPARE_AFTER_MS = 60
"""When a new tab has been shown."""


class ResultPane(QWidget):
    """Result tabs, then the messages. Qt's thread.

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
        super().__init__(parent)
        self.setObjectName("result_pane")
        self._client = client
        self._views: dict[str, ResultView] = {}
        self._sql: dict[int, str] = {}
        self._unshown: set[str] = set()
        """Results of this run that got no tab and are not closed yet."""
        self._left_out = 0
        self._closing: set[asyncio.Task[None]] = set()
        self._spare: ResultView | None = None
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("result_tabs")
        self.tabs.setAccessibleName(self.tr("Results"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        self.stack = QStackedWidget(self)
        self.messages = MessageList(self)
        self.messages.place_wanted.connect(self.place_wanted)
        self.stack.addWidget(self.messages)
        self.tabs.addTab(self.tr("Messages"))
        self.tabs.setTabData(0, "messages")
        self.tabs.currentChanged.connect(self._show_tab)
        self._lay_out()
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(_PREPARE_AFTER_MS)
        self._preparing.timeout.connect(self._prepare)
        self._preparing.start()

    def _lay_out(self) -> None:
        row = QWidget(self)
        row.setProperty("surface", "panel")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 8, 0)
        across.setSpacing(2)
        across.addWidget(self.tabs, 1)
        self._find = self._button("search", self.tr("Find"), self.tr("Find in result (Ctrl+F)"), self.open_find)
        self._copy = self._button("copy", self.tr("Copy"), self.tr("Copy the selected cells (Ctrl+C)"), self.copy)
        across.addWidget(self._find)
        across.addWidget(self._copy)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(row)
        down.addWidget(self.stack, 1)
        self._show_tab(0)

    def _button(self, sign: str, text: str, tip: str, act: Callable[[], object]) -> ToolButton:
        button = ToolButton(sign, text, self, name=f"result_{sign}", tip=tip, color="dim_text")
        button.clicked.connect(lambda _checked=False: act())
        return button

    # results

    @property
    def current(self) -> ResultView | None:
        """The result in front, or None while the messages are."""
        widget = self.stack.currentWidget()
        return widget if isinstance(widget, ResultView) else None

    def begin_run(self, *, keep: bool) -> None:
        """A run begins: earlier results go, unless they are to be kept."""
        self._sql.clear()
        self._left_out = 0
        if not keep:
            for view in list(self._views.values()):
                self._remove(view)

    def hear(self, event: Event) -> None:
        """Take one event of the tab's run."""
        if isinstance(event, RowsAvailable):
            if (view := self._views.get(event.result_id)) is not None:
                view.rows_available(event.row_count)
        elif isinstance(event, ResultStarted):
            self._add(event.result, self._sql.get(event.index, ""))
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
        else:
            self._hear_message(event)

    def know_statement(self, index: int, sql: str) -> None:
        """The text of a statement of the run, for running it again."""
        self._sql[index] = sql

    def _add(self, handle: ResultHandle, sql: str) -> None:
        if len(self._views) >= MOST_RESULTS:
            self._unshown.add(handle.result_id)
            self._left_out += 1
            if self._left_out == 1:
                text = self.tr("Results behind the first {count} are not shown; their rows are counted here.")
                self.say("warning", text.format(count=MOST_RESULTS))
            return
        view = self._spare or self._make_view()
        self._spare = None
        view.begin(handle, sql)
        self._views[handle.result_id] = view
        place = self.tabs.count() - 1
        self.tabs.insertTab(place, self.tr("Result {number}").format(number=place + 1))
        self.tabs.setTabData(place, handle.result_id)
        if place == 0 or self.current is None or len(self._views) == 1:
            self.tabs.setCurrentIndex(place)

    def _prepare(self) -> None:
        """Have a view ready for the first result: making and styling one takes 20 ms."""
        if self._spare is None and not self._views:
            self._spare = self._make_view()

    def _make_view(self) -> ResultView:
        view = ResultView(self._client, self)
        self.stack.addWidget(view)
        for part in (view, *view.findChildren(QWidget)):
            part.ensurePolished()
        view.state_changed.connect(self.current_changed)
        view.run_again_wanted.connect(lambda rows: self.run_again_wanted.emit(view.sql, rows))
        view.trouble.connect(lambda text: self.say("warning", text))
        return view

    def _restart(self, handle: ResultHandle) -> None:
        """The last result's rows come again in another file."""
        if self._unshown:
            self._unshown = {handle.result_id}
            return
        old, view = next(reversed(self._views.items()))
        del self._views[old]
        self._views[handle.result_id] = view
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) == old:
                self.tabs.setTabData(place, handle.result_id)
        view.restarted(handle)

    def _remove(self, view: ResultView) -> None:
        result_id = view.handle.result_id
        self._views.pop(result_id, None)
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) == result_id:
                self.tabs.removeTab(place)
                break
        if self.stack.currentWidget() is view:
            self.stack.setCurrentWidget(self.messages)
        task = asyncio.ensure_future(self._close(view))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
        self.result_closed.emit(result_id)

    def _let_go(self, result_id: str) -> None:
        """Have the file of a result deleted that is not shown."""
        task = asyncio.ensure_future(self._close_unshown(result_id))
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
        self.stack.setCurrentWidget(view if view is not None else self.messages)
        self._find.setEnabled(view is not None)
        self.current_changed.emit()

    def show_messages(self) -> None:
        """Bring the messages to the front."""
        self.tabs.setCurrentIndex(self.tabs.count() - 1)

    def engine_gone(self) -> None:
        """Nothing more will come; what was fetched stays."""
        for view in self._views.values():
            view.engine_gone()

    # messages

    def say(self, level: str, text: str, detail: str = "", position: int | None = None) -> None:
        """Add a message."""
        self.messages.add(Message(level, text, detail, time.strftime("%H:%M:%S"), position))

    def _hear_message(self, event: Event) -> None:
        if isinstance(event, StatementCompleted):
            self.say("done" if event.outcome.complete else "info", self._summary(event.outcome), event.outcome.sql)
        elif isinstance(event, StatementRefused):
            cancelled = event.error.code == "statement.cancelled"
            self._say_refused(event, cancelled=cancelled)
        elif isinstance(event, NoticeReceived):
            self.say("warning" if event.severity == "warning" else "notice", event.text)
        elif isinstance(event, LockAwaited) and event.waited_s < 1:
            holders = event.holders or self.tr("another connection")
            self.say("info", self.tr("Waiting for a lock held by {holders}.").format(holders=holders))

    def _say_refused(self, event: StatementRefused, *, cancelled: bool) -> None:
        text, step = error_texts(from_wire(event.error))
        position = event.error.facts.get("position")
        line = event.error.facts.get("line")
        included = event.error.facts.get("included")
        if isinstance(line, int) and not cancelled:
            words = self.tr("{file}, line {line}: {text}") if included else self.tr("Line {line}: {text}")
            text = words.format(file=included, line=line, text=text)
        self.say(
            "warning" if cancelled else "error",
            f"{text}\n{step}" if step else text,
            event.outcome.sql,
            position if isinstance(position, int) else None,
        )

    def _summary(self, outcome: StatementOutcome) -> str:
        seconds = f"{outcome.elapsed_s:.3f} s"
        if outcome.row_count is not None:
            text = with_grouped(self.tr("%n row(s)", "", outcome.row_count), outcome.row_count)
            return f"{text}, {seconds}" if outcome.complete else f"{text} ({self.tr('there are more')}), {seconds}"
        if outcome.rows_affected is not None:
            text = self.tr("%n row(s) affected", "", outcome.rows_affected)
            return f"{with_grouped(text, outcome.rows_affected)}, {seconds}"
        return f"{self.tr('Done')}, {seconds}"

    # what has the focus

    def copy(self) -> None:
        """Copy the selected cells, or messages."""
        self._copy_selection(with_headers=False)

    def copy_with_headers(self) -> None:
        """Copy the selected cells with the names of their columns above."""
        self._copy_selection(with_headers=True)

    def _copy_selection(self, *, with_headers: bool) -> None:
        view = self.current
        if view is not None:
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
        for view in list(self._views.values()):
            self._remove(view)
        await asyncio.gather(*self._closing, return_exceptions=True)
