"""What was run before, beside the messages of an editor tab: found by a word, and put back into the editor."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, HistoryChanged, StatementCompleted, StatementRefused
from lapwing.domain.history import FetchHistoryEntry, HistoryEntry, HistoryEntryGone, HistoryPage, SearchHistory
from lapwing.gui.client import EngineClient
from lapwing.gui.history.history_list import HistoryList
from lapwing.gui.history.history_model import HistoryColumn, HistoryModel
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, EmptyState, Level, PillCombo, SearchField, ToolButton

_PAGE: Final = 100
_NEWS_MS: Final = 400
_PAUSE_MS: Final = 200
OF_CONNECTION: Final = "connection"
OF_TAB: Final = "tab"


class TabHistory(QWidget):
    """Reads the history whenever it is seen; it runs nothing. Qt's thread.

    Signals:
        chosen(HistoryEntry): a statement is to be put into the editor, with all of its text.
        all_wanted(str): the history is to be opened, with these words looked for.
    """

    chosen = Signal(object)
    all_wanted = Signal(str)

    def __init__(self, client: EngineClient, search: Callable[[str], SearchHistory], parent: QWidget) -> None:
        """`search` gives what belongs to a scope (`OF_TAB`, `OF_CONNECTION`) at this moment."""
        super().__init__(parent)
        self.setObjectName("tab_history")
        self._client = client
        self._search = search
        self._asked = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self.model = HistoryModel(lambda _connection: "faint_text", self)
        self.list = HistoryList(self.model, self)
        self.list.setColumnHidden(HistoryColumn.CONNECTION, True)
        self.banner = Banner(self, name="tab_history_banner")
        self.banner.hide()
        self.field = SearchField(self.tr("Search in statements"), self, name="tab_history_search")
        self.scopes = PillCombo(self.tr("Whose statements"), self, name="tab_history_scope")
        self.scopes.add_entry(self.tr("This connection"), OF_CONNECTION)
        self.scopes.add_entry(self.tr("This tab"), OF_TAB)
        self.put = ToolButton("text", self.tr("Put into the editor"), self, name="tab_history_put", color="dim_text")
        self.open = ToolButton("history", self.tr("Open history"), self, name="tab_history_open", color="dim_text")
        self.empty = EmptyState("history", self.tr("Nothing was run here yet."), self, name="tab_history_empty")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(10, 5, 8, 5)
        row.setSpacing(6)
        self.field.setMinimumWidth(200)
        self.field.setMaximumWidth(320)
        row.addWidget(self.field, 1)
        row.addWidget(self.scopes)
        row.addStretch(1)
        row.addWidget(self.put)
        row.addWidget(self.open)
        self._places = QStackedLayout()
        self._places.addWidget(self.list)
        self._places.addWidget(self.empty)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(row)
        down.addLayout(self._places, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(lambda: self._start(self._read()))
        self.field.textChanged.connect(lambda _text: self._reading.start(_PAUSE_MS))
        self.field.left_downwards.connect(self.list.setFocus)
        self.scopes.currentIndexChanged.connect(lambda _row: self.refresh())
        self.list.end.reached.connect(self._end_reached)
        self.list.open_wanted.connect(self._put)
        self.list.run_wanted.connect(self._put)
        self.list.chosen.connect(self._show_state)
        self.put.clicked.connect(self._put)
        self.open.clicked.connect(lambda: self.all_wanted.emit(self.field.text()))
        self._client.told.connect(self._hear)
        self._show_state()

    def _hear(self, event: Event) -> None:
        if isinstance(event, HistoryChanged | StatementCompleted | StatementRefused) and self.isVisible():
            self._reading.start(_NEWS_MS)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # reading

    def refresh(self) -> None:
        """Read the first page anew."""
        self._reading.start(0)

    def _wanted(self) -> SearchHistory:
        return replace(self._search(self.scopes.currentData()), text=self.field.text(), limit=_PAGE)

    async def _read(self) -> None:
        self._asked += 1
        number, current = self._asked, self.list.current()
        page = await self._page(self._wanted())
        if page is None or number != self._asked:
            return  # something else was asked meanwhile
        self.model.show(page)
        self._places.setCurrentWidget(self.list if page.entries else self.empty)
        is_narrowed = bool(self.field.text())
        self.empty.set_text(self.tr("No statement fits.") if is_narrowed else self.tr("Nothing was run here yet."))
        self.list.select_entry(current.id if current is not None else 0)
        self._show_state()

    def _end_reached(self) -> None:
        if self.model.next:
            self._start(self._read_more())

    async def _read_more(self) -> None:
        number, after = self._asked, self.model.next
        self.model.next = ""  # not asked twice
        page = await self._page(replace(self._wanted(), after=after))
        if page is not None and number == self._asked:
            self.model.add(page)

    async def _page(self, wanted: SearchHistory) -> HistoryPage | None:
        """What was asked for; None when it cannot be had, which is told, or the tab was closed meanwhile."""
        page, said = None, ""
        try:
            page = await self._client.call("history.search", wanted, HistoryPage)
        except LapwingError as error:
            said = error_text(error)
        if not isValid(self):
            return None
        if said:
            self.banner.say(Level.ERROR, said)
        else:
            self.banner.clear()
        return page

    # the current entry

    def _show_state(self) -> None:
        self.put.setEnabled(self.list.current() is not None)

    def _put(self) -> None:
        if (entry := self.list.current()) is not None:
            self._start(self._choose(entry))

    async def _choose(self, entry: HistoryEntry) -> None:
        try:
            self.chosen.emit(await self._client.call("history.entry", FetchHistoryEntry(entry.id), HistoryEntry))
        except HistoryEntryGone:
            self.refresh()
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
