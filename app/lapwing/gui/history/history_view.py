"""The history: filters, list and preview."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, Final, Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, HistoryChanged, StatementCompleted, StatementRefused
from lapwing.domain.history import (
    FetchHistoryEntry,
    HistoryEntry,
    HistoryEntryGone,
    HistoryPage,
    HistoryPlaces,
)
from lapwing.gui.client import EngineClient
from lapwing.gui.history.history_filters import HistoryFilters
from lapwing.gui.history.history_list import HistoryList
from lapwing.gui.history.history_model import HistoryModel
from lapwing.gui.history.history_preview import HistoryPreview
from lapwing.gui.i18n import error_text, problems_text
from lapwing.gui.widgets import Banner, EmptyState, Level
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named

_PAGE: Final = 200
_NEWS_MS: Final = 400
"""After a statement ended the list is read again, if it is in sight."""


class TextView(Protocol):
    """Where the text of an entry is shown: a code view that cannot be edited."""

    def set_text(self, text: str) -> None: ...
    def set_dialect(self, dialect: Dialect) -> None: ...


class HistoryView(QWidget):
    """Reads the history from the engine, page after page. Qt's thread.

    Signals:
        changed(): other entries are selected.
        open_wanted(HistoryEntry), run_wanted(HistoryEntry): with all of its text.
    """

    changed = Signal()
    open_wanted = Signal(object)
    run_wanted = Signal(object)

    def __init__(
        self, client: EngineClient, text_view: QWidget, color_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """`text_view` is a `TextView`; `color_of` tells the token of a connection's dot, by its id."""
        super().__init__(parent)
        self._client = client
        self._text_view = text_view
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked = 0
        self._refusal = ""
        """Why something was not read, until a page is."""
        self._shown: HistoryEntry | None = None
        self.model = HistoryModel(color_of, self)
        self.filters = HistoryFilters(self)
        self.list = HistoryList(self.model, self)
        self.preview = HistoryPreview(text_view, self)
        self.banner = Banner(self, name="history_banner")
        self.empty = EmptyState("history", "", self, name="history_empty")
        self._clear = self.empty.add_button(self.tr("Show everything"), name="history_show_all")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("history_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.preview)
        self.splitter.setSizes([420, 240])
        self.splitter.setStretchFactor(0, 1)
        self._blank = QWidget(self)
        self._places = QStackedLayout()
        for place in (self._blank, self.splitter, self.empty):
            self._places.addWidget(place)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.filters)
        down.addWidget(self.banner)
        down.addLayout(self._places, 1)

    def _connect(self) -> None:
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.refresh)
        self.filters.changed.connect(self.refresh)
        self.filters.field.left_downwards.connect(self.list.setFocus)
        self.list.end.reached.connect(self._end_reached)
        self.list.chosen.connect(self._chosen)
        self.list.open_wanted.connect(self.open_current)
        self.list.run_wanted.connect(self.run_current)
        self.preview.open.clicked.connect(self.open_current)
        self.preview.run.clicked.connect(self.run_current)
        self._clear.clicked.connect(self.filters.clear)
        self._client.told.connect(self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, HistoryChanged | StatementCompleted | StatementRefused) and self.isVisible():
            self._news.start()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._news.stop()
        for task in self._tasks:
            task.cancel()

    # reading

    def refresh(self) -> None:
        """Read the first page anew; what was selected stays selected if it is there."""
        self.start(self._read())

    async def _read(self) -> None:
        self._asked += 1
        number = self._asked
        try:
            places = await self._client.call("history.places", None, HistoryPlaces)
            page = await self._client.call("history.search", self.filters.wanted(_PAGE), HistoryPage)
        except LapwingError as error:
            self._unread(error)
            return
        if number != self._asked:
            return  # something else was asked meanwhile
        self.filters.set_places(places.places)
        self.filters.offer_plugins(are_there=places.of_plugins)
        self._show(page)

    def _unread(self, error: LapwingError) -> None:
        """Something could not be read; told until a page is."""
        self._refusal = error_text(error)
        self.banner.say(Level.ERROR, self._refusal)

    def _show(self, page: HistoryPage) -> None:
        current, selected = self.list.current(), [entry.id for entry in self.list.selected()]
        position = self.list.verticalScrollBar().value()
        self.model.show(page)
        if page.problems:
            self.banner.say(Level.WARNING, problems_text(page.problems))
        elif self._refusal and self.banner.text == self._refusal:
            self.banner.clear()
        self._refusal = ""
        if page.entries:
            self._places.setCurrentWidget(self.splitter)
            self.list.select_entry(current.id if current is not None else 0, *selected)
            if current is not None:
                self.list.verticalScrollBar().setValue(position)
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        is_narrowed = self.filters.is_narrowed
        self.empty.set_text(
            self.tr("No statement fits.")
            if is_narrowed
            else self.tr("Every statement that you run is kept here, before it is sent.")
        )
        self._clear.setVisible(is_narrowed)
        self._places.setCurrentWidget(self.empty)
        self.changed.emit()

    def _end_reached(self) -> None:
        if self.model.next:
            self.start(self._read_more())

    async def _read_more(self) -> None:
        number, after = self._asked, self.model.next
        self.model.next = ""  # not asked twice
        wanted = self.filters.wanted(_PAGE)
        try:
            page = await self._client.call("history.search", replace(wanted, after=after), HistoryPage)
        except LapwingError as error:
            self._unread(error)
            return
        if number == self._asked:
            self.model.add(page)

    # the current entry

    def _chosen(self) -> None:
        self.changed.emit()
        entry = self.list.current()
        if entry is not None and (self._shown is None or _is_other(entry, self._shown)):
            self.start(self._show_entry(entry))

    async def _show_entry(self, entry: HistoryEntry) -> None:
        self.preview.show_entry(entry)
        whole = await self._whole(entry)
        current = self.list.current()
        if whole is None or current is None or current.id != whole.id:
            return
        self._shown = whole
        self.preview.show_entry(whole)
        view = cast("TextView", self._text_view)
        view.set_dialect(dialect_named(whole.dialect if whole.dialect in DIALECT_IDS else "ansi"))
        view.set_text(whole.sql)

    async def _whole(self, entry: HistoryEntry) -> HistoryEntry | None:
        """The entry with all of its text; None when it is gone, which is told."""
        try:
            return await self._client.call("history.entry", FetchHistoryEntry(entry.id), HistoryEntry)
        except HistoryEntryGone:
            self.refresh()
        except LapwingError as error:
            self._unread(error)
        return None

    def open_current(self) -> None:
        """Have the current entry opened in an editor."""
        self.start(self._with_current(self.open_wanted.emit))

    def run_current(self) -> None:
        """Have the current entry opened in an editor and run there."""
        self.start(self._with_current(self.run_wanted.emit))

    async def _with_current(self, act: Callable[[HistoryEntry], None]) -> None:
        entry = self.list.current()
        whole = await self._whole(entry) if entry is not None else None
        if whole is not None:
            act(whole)

    async def whole_texts(self) -> list[str]:
        """The texts of the selected entries."""
        found = [await self._whole(entry) for entry in self.list.selected()]
        return [entry.sql for entry in found if entry is not None]

    # what is changed in the engine

    async def change(self, operation: str, request: object) -> None:
        """Ask for a change; the engine tells when it is made."""
        try:
            await self._client.call(operation, request)
        except HistoryEntryGone:
            self.refresh()
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))


def _is_other(entry: HistoryEntry, shown: HistoryEntry) -> bool:
    """Whether there is something else to show of it: another entry, or the same one that has ended since."""
    return (entry.id, entry.state, entry.pinned) != (shown.id, shown.state, shown.pinned)
