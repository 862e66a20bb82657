"""Events: filters, list and detail; new ones come in at the top while the view is seen."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from lapwing.domain.cloud_events import CloudEvent, EventPublished
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.event_log import EventPage
from lapwing.domain.events import Event, EventsMissed
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.events.event_detail import EventDetail
from lapwing.gui.events.events_filters import EventsFilters
from lapwing.gui.events.events_list import EventsList
from lapwing.gui.events.events_model import EventsModel
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, EmptyState, Level

_PAGE: Final = 200
_NEWS_MS: Final = 100
"""Events that came are shown so often at most."""
_MOST_WAITING: Final = 2_000


class EventsView(QWidget):
    """Qt's thread.

    Signals:
        changed(): other events are selected.
    """

    changed = Signal()

    def __init__(
        self, client: EngineClient, named: Callable[[str], tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`named` tells the name of a saved connection, by its id, and the token of its dot."""
        super().__init__(parent)
        self._client = client
        self._named = named
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked = 0
        self._refusal = ""
        self._waiting: list[CloudEvent] = []
        self._shown = ""
        self.model = EventsModel(named, self)
        self.filters = EventsFilters(self)
        self.list = EventsList(self.model, self)
        self.detail = EventDetail(self)
        self.banner = Banner(self, name="events_banner")
        self.empty = EmptyState("event", "", self, name="events_empty")
        self._clear = self.empty.add_button(self.tr("Show everything"), name="events_show_all")
        self._lay_out()
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self._take_news)
        self.filters.changed.connect(self.refresh)
        self.filters.paused.connect(self._paused)
        self.filters.field.left_downwards.connect(self.list.setFocus)
        self.list.end.reached.connect(self._end_reached)
        self.list.chosen.connect(self._chosen)
        self.list.menu_wanted.connect(self._open_menu)
        self._clear.clicked.connect(self.filters.clear)
        client.told.connect(self._hear)
        client.state_changed.connect(self._engine_changed)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("events_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([400, 260])
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

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
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
        """Read the first page anew; what was chosen stays so if it is there."""
        self._start(self._read())

    async def _read(self) -> None:
        self._asked += 1
        number = self._asked
        self._waiting.clear()  # they are kept, and will be read
        self.filters.say_waiting(0)
        try:
            await self._client.subscribe_also(("event.*",))
            page = await self._client.call("event.search", self.filters.wanted(_PAGE), EventPage)
        except LapwingError as error:
            self._unread(error)
            return
        if number == self._asked:  # nothing else was asked meanwhile
            self.show_page(page)

    def show_page(self, page: EventPage) -> None:
        """Show these events and nothing else."""
        current = self.list.current()
        self.model.show(page.events, page.next)
        self._say(" ".join(error_text(from_wire(each)) for each in page.problems))
        if page.events:
            self._places.setCurrentWidget(self.splitter)
            self.list.select_event(current.id if current is not None else "")
        else:
            self._show_empty()

    def _say(self, notice: str) -> None:
        if notice:
            self.banner.say(Level.WARNING, notice)
        elif self._refusal and self.banner.text == self._refusal:
            self.banner.clear()
        self._refusal = notice

    def _unread(self, error: LapwingError) -> None:
        self._refusal = error_text(error)
        self.banner.say(Level.ERROR, self._refusal)

    def _show_empty(self) -> None:
        is_narrowed = self.filters.is_narrowed
        self.empty.set_text(
            self.tr("No event fits.")
            if is_narrowed
            else self.tr("What happens from now on stands here: connections, statements, alerts, jobs.")
        )
        self._clear.setVisible(is_narrowed)
        self._places.setCurrentWidget(self.empty)
        self._shown = ""
        self.changed.emit()

    def _end_reached(self) -> None:
        if self.model.next:
            self._start(self._read_more())

    async def _read_more(self) -> None:
        number, before = self._asked, self.model.next
        self.model.next = ""  # not asked twice
        wanted = replace(self.filters.wanted(_PAGE), before_id=before)
        try:
            page = await self._client.call("event.search", wanted, EventPage)
        except LapwingError as error:
            self._unread(error)
            return
        if number == self._asked:
            self.model.add(page.events, page.next)

    # as they come

    def _hear(self, event: Event) -> None:
        if isinstance(event, EventPublished):
            if self.isVisible() and self.filters.fits(event.event):
                self._waiting.append(event.event)
                del self._waiting[:-_MOST_WAITING]
                if not self._news.isActive():
                    self._news.start()
        elif isinstance(event, EventsMissed) and self.isVisible() and not self.filters.pause.isChecked():
            self.refresh()

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY and self.isVisible():
            self.refresh()

    def _paused(self, is_on: bool) -> None:
        if not is_on:
            self._take_news()

    def _take_news(self) -> None:
        if self.filters.pause.isChecked():
            self.filters.say_waiting(len(self._waiting))
            return
        fresh, self._waiting = sorted(self._waiting, key=lambda each: each.id, reverse=True), []
        was_empty = self.model.rowCount() == 0
        self.list.stay(self.model.add_new(fresh))
        if was_empty and self.model.rowCount():
            self._places.setCurrentWidget(self.splitter)
            self.list.select_event("")

    # the current event

    def _open_menu(self, at: QPoint) -> None:
        event = self.list.current()
        if event is None:
            return
        menu = QMenu(self)
        menu.setObjectName("events_menu")
        menu.addAction(self.detail.copy.icon(), self.detail.copy.text(), self.detail.copy.click)
        menu.addSeparator()
        for title, text in self._in_common(event):
            menu.addAction(title, partial(self.filters.narrow, text=text))
        if self._named(event.connection_id)[0]:
            narrow = partial(self.filters.narrow, connection_id=event.connection_id)
            menu.addAction(self.tr("Only This Connection"), narrow)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _in_common(self, event: CloudEvent) -> list[tuple[str, str]]:
        """By what others like it can be found: how that is called, and a text that they hold."""
        found = [(self.tr("Only This Statement"), event.data.get("queryId"))]
        found += [(self.tr("Only This Job"), event.data.get("jobId")), (self.tr("Only This Subject"), event.subject)]
        found += [(self.tr("Only This Type"), event.type)]
        return [(title, text) for title, text in found if isinstance(text, str) and text]

    def _chosen(self) -> None:
        self.changed.emit()
        event = self.list.current()
        if event is not None and event.id != self._shown:
            self._shown = event.id
            self.detail.show_event(event)
