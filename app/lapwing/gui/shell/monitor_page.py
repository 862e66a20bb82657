"""The monitor of one connection's server, in a tab of its own: dashboards, and parts that are none."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.dashboards import Dashboard
from lapwing.domain.monitoring.samples import KeepMonitor, MonitorFacts, MonitorList, MonitorState
from lapwing.gui.actions import Fact
from lapwing.gui.browser.names import dialect_of
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.environment_words import environment_of
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.dashboard_view import DashboardView, metrics_of
from lapwing.gui.monitor.monitor_feed import MonitorFeed
from lapwing.gui.monitor.monitoring_notice import MonitoringNotice
from lapwing.gui.monitor.time_window import TimeWindow, window_of
from lapwing.gui.shell import monitor_as_page
from lapwing.gui.shell.monitor_changing import DashboardChanging
from lapwing.gui.shell.monitor_dashboards import PageDashboards
from lapwing.gui.shell.monitor_edit_bar import MonitorEditBar
from lapwing.gui.shell.monitor_parts import PARTS, MonitorPart, make_part, part_title, rank
from lapwing.gui.shell.monitor_saving import DashboardSaving
from lapwing.gui.shell.monitor_tools import MonitorTools
from lapwing.gui.shell.monitor_words import state_sentence
from lapwing.gui.shell.page import Dress, Handlers, Page, PageStatus
from lapwing.gui.shell.tool_row import flat_line
from lapwing.gui.widgets import Banner, Level

FIRST: Final = "overview"
_MINUTE_MS: Final = 60_000


class MonitorPage(Page):
    """Looks at the server while it is seen, and only then. Qt's thread.

    Attributes:
        connection_id: Whose server.
        feed: What is known of it.
        tab: The part in front, by its id.
        parts: Those that are no dashboards and were shown, by their ids.
        part_states: What parts wanted back after a restart, by their ids.

    Signals:
        connection_wanted(str): The monitor of another connection is to be shown.
        menu_wanted(): The button at the end of its tool row was clicked.
        toggles_changed(): What is on or off is another.
        done(str): A sentence about what was done, for the window.
    """

    kind = "monitor"
    connection_wanted = Signal(str)
    menu_wanted = Signal()
    toggles_changed = Signal()
    done = Signal(str)

    def __init__(
        self, client: EngineClient, saved: SavedConnections, state: dict[str, str], *, waits: bool = False
    ) -> None:
        """Show the server of `state["connection"]`. One that `waits` shows what was kept, and asks before it looks."""
        super().__init__()
        self.setObjectName("monitor_page")
        self.client = client
        self.saved = saved
        self.connection_id = state.get("connection", "")
        self.tab = state.get("tab", FIRST)
        self.part_states = monitor_as_page.states_of_parts(state)
        self._waits = waits
        self._is_read = False
        self._tasks: set[asyncio.Task[None]] = set()
        self.parts: dict[str, MonitorPart] = {}
        self.feed = MonitorFeed(client, self.connection_id, self)
        self.dialect = ""
        """Of the server; known, as the page begins to read, when connections are: at a restart pages are made first."""
        self.dashboards = PageDashboards(client, self.dialect, self)
        self.dashboards.keep_drafts(state.get("drafts", ""))
        self.tools = MonitorTools(self)
        self.edit_bar = MonitorEditBar(self)
        self.banner = Banner(self, name="monitor_banner", closable=False)
        self.stopped = MonitoringNotice(client, self)
        self.view = DashboardView(self.feed, self)
        self.view.window_of_time = window_of(state)
        self.changing = DashboardChanging(self)
        self.saving = DashboardSaving(self)
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._lay_out()
        self._connect()
        self._interval(state.get("interval", ""))
        self._connections_changed()

    def _lay_out(self) -> None:
        self._places = QStackedWidget(self)
        self._places.addWidget(self.view)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for widget in (self.tools, flat_line(self), self.edit_bar, self.banner, self.stopped):
            down.addWidget(widget)
        down.addWidget(self._places, 1)
        self.setFocusProxy(self.tools.tabs)

    def _connect(self) -> None:
        tools, feed = self.tools, self.feed
        tools.connection_chosen.connect(self._connection_chosen)
        tools.tab_chosen.connect(self.show_tab)
        tools.span_chosen.connect(lambda span: self.set_time(self.view.window_of_time.last(span)))
        tools.range_wanted.connect(self.saving.ask_for_range)
        tools.interval_chosen.connect(self._interval_chosen)
        tools.menu_button.clicked.connect(self.menu_wanted)
        feed.facts_changed.connect(self._facts_changed)
        feed.metrics_changed.connect(self._show_tabs)
        feed.trouble.connect(self._say_trouble)
        self.view.time_changed.connect(self._time_changed)
        self.view.annotation_wanted.connect(self.saving.annotate)
        self.dashboards.listed.connect(self._show_tabs)
        self.dashboards.stale.connect(lambda: self.start(self._read()))
        self.saved.changed.connect(self._connections_changed)
        self._minutes.timeout.connect(self.changed)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on; what a person can act on is said above the dashboard."""
        task = asyncio.ensure_future(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.say(Level.ERROR, error_text(error))

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect is not swallowed: it comes out of the loop."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()

    def say(self, level: Level, sentence: str) -> None:
        """A line above the dashboard, until the server's state changes."""
        self.banner.say(level, sentence)

    # as a page

    def dress(self) -> Dress:
        return monitor_as_page.dress_of(self)

    def status(self) -> PageStatus | None:
        return monitor_as_page.status_of(self)

    def facts(self) -> set[Fact]:
        return monitor_as_page.facts_of(self)

    def handlers(self) -> Handlers:
        found: dict[str, Any] = {
            "monitor.keep": lambda: self.start(self._toggle_keeping()),
            "monitor.pause": self.toggle_pause,
            "monitor.reset_zoom": self.view.zoom_out,
            "catalog.refresh": self.refresh,
            **self.saving.handlers(),
            **self.changing.handlers(),
        }
        part = self.part
        found |= part.handlers() if part is not None else {}
        return found | {"catalog.refresh": self.refresh} if self._waits else found

    def panes(self) -> list[QWidget]:
        part = self.part
        return [self.tools.tabs, *(part.panes() if part is not None else [self.view.canvas])]

    def state(self) -> dict[str, str] | None:
        return monitor_as_page.state_of(self)

    def read_now(self) -> None:
        if self._waits:
            self.go_live()

    async def close_page(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        self.dashboards.close()
        self.saved.changed.disconnect(self._connections_changed)
        for part in self.parts.values():
            await part.close_part()
        await self.feed.close()

    # seen or not

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minutes.start()
        if self._waits:
            self._offer_to_look()
        else:
            self.feed.watch()
        if self._is_read:
            self.view.read_past()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minutes.stop()
        self.feed.unwatch()

    def _offer_to_look(self) -> None:
        self.say(Level.INFO, self.tr("This is what was kept. The server is looked at again when you ask for it."))
        self.banner.add_action(self.tr("Go live"), name="monitor_go_live").clicked.connect(self.go_live)

    def go_live(self) -> None:
        """Look at the server from now on, while the page is seen."""
        self._waits = False
        self.banner.clear()
        if self.isVisible():
            self.feed.watch()
            self.view.read_past()

    def refresh(self) -> None:
        """Try the server again, and read what was kept and what lies in files."""
        if self._waits:
            self.go_live()
        elif self.feed.facts is not None and self.feed.facts.state is not MonitorState.RUNNING:
            self.feed.retry()
        self.start(self._read())
        self.view.read_past()

    # parts

    async def _read(self) -> None:
        await self.feed.read_metrics()
        await self.dashboards.read()
        if not self._is_read:
            self._is_read = True
            self.show_tab(self.tab)
        for trouble in self.dashboards.broken:
            text = self.tr("{path} is no dashboard that can be shown: {reason}")
            self.say(Level.WARNING, text.format(path=trouble.path, reason=trouble.reason))

    @property
    def part(self) -> MonitorPart | None:
        """The part in front that is no dashboard."""
        return self.parts.get(self.tab) if self._places.currentWidget() is not self.view else None

    @property
    def shown(self) -> Dashboard | None:
        """The dashboard in front."""
        return self.dashboards.shown(self.tab) if self.part is None else None

    def _tab_titles(self) -> dict[str, str]:
        """What the page has, in order: parts, dashboards with something to show, and behind these a person's own."""
        titles = {place.id: part_title(place) for place in PARTS if self.dialect in place.dialects}
        for tab, offer in self.dashboards.offered.items():
            if not offer.kept.is_ready or set(metrics_of(offer.dashboard)) & self.feed.metrics.keys():
                titles[tab] = offer.dashboard.title
        return dict(sorted(titles.items(), key=lambda each: rank(each[0])))

    def _show_tabs(self) -> None:
        titles = self._tab_titles()
        self.tools.tabs.set_tabs(titles)
        if self._is_read:
            self.show_tab(self.tab if self.tab in titles else next(iter(titles), FIRST))

    def show_tab(self, tab: str) -> None:
        """Bring a part of the page to the front."""
        place = next((place for place in PARTS if place.id == tab), None)
        self.tab = tab
        if place is not None:
            if tab not in self.parts:
                self.parts[tab] = make_part(place, self)
                self._places.addWidget(self.parts[tab])
            self._places.setCurrentWidget(self.parts[tab])
        else:
            self._places.setCurrentWidget(self.view)
            self._show_dashboard()
        self.tools.tabs.choose(tab)
        self.tools.offer(time=place is None or self.parts[tab].uses_time, dashboard=place is None)
        self.changing.show_bar()
        self.tools.show_time(self.view.window_of_time)
        self.rearranged.emit()
        self.changed.emit()

    def _show_dashboard(self) -> None:
        dashboard = self.dashboards.shown(self.tab)
        if dashboard is None:
            return
        is_another = self.view.dashboard is None or self.view.dashboard != dashboard
        self.view.names = {each.id: each.name for each in self.saved.connections}
        self.view.canvas.set_editing(self.tab in self.dashboards.drafts)
        self.view.show_dashboard(dashboard)
        if is_another and self.isVisible():
            self.view.read_past()

    def show_draft(self) -> None:
        """What is changed was changed again."""
        self._show_dashboard()
        self.changing.show_bar()
        self.rearranged.emit()
        self.changed.emit()

    # time

    def set_time(self, window: TimeWindow) -> None:
        """Show another time in all charts."""
        self.view.set_time(window)
        self._time_changed(window)

    def show_time(self, start: float, end: float) -> None:
        """Show a time that does not move (Unix seconds)."""
        self.set_time(self.view.window_of_time.fixed(start, end))

    def _time_changed(self, window: TimeWindow) -> None:
        self.tools.show_time(window)
        self.toggles_changed.emit()
        self.rearranged.emit()
        self.changed.emit()

    @property
    def is_paused(self) -> bool:
        return self.view.window_of_time.paused_at is not None

    def toggle_pause(self) -> None:
        """Let all charts stand still, or go on."""
        self.set_time(self.view.window_of_time.paused(None if self.is_paused else time.time()))

    def _interval(self, kept: str) -> None:
        try:
            self.feed.interval_s = min(max(float(kept), 0.5), 60.0)
        except ValueError:
            self.feed.interval_s = None
        self.tools.show_interval(self.feed.interval_s or 1.0)

    def _interval_chosen(self, interval_s: float) -> None:
        self.feed.set_interval(interval_s)
        self.rearranged.emit()

    # the server

    @property
    def is_kept(self) -> bool:
        return self.feed.facts is not None and self.feed.facts.is_kept

    async def _toggle_keeping(self) -> None:
        facts = self.feed.facts
        interval_s = self.feed.interval_s or (facts.interval_s if facts is not None else 1.0)
        try:
            request = KeepMonitor(self.connection_id, not self.is_kept, interval_s)
            await self.client.call("monitor.keep", request, MonitorList)
            await self.feed.read_facts()
        finally:
            self.toggles_changed.emit()

    def _facts_changed(self) -> None:
        facts = self.feed.facts
        if facts is None:
            return
        sentence = state_sentence(facts)
        self.banner.clear()
        if sentence:
            self.say(Level.ERROR if facts.state is MonitorState.REFUSED else Level.WARNING, sentence)
            self._offer_retry(facts)
        spinner = self.tools.spinner
        (spinner.start if facts.state is MonitorState.OPENING else spinner.stop)()
        if self.feed.interval_s is None:
            self.tools.show_interval(facts.interval_s)
        self.tools.keep_button.setChecked(facts.is_kept)
        self.toggles_changed.emit()
        self.changed.emit()

    def _say_trouble(self, sentence: str) -> None:
        """What the engine refuses to do; a server that is not looked at can be tried again all the same."""
        facts = self.feed.facts
        self.say(Level.ERROR if facts is not None and facts.state is MonitorState.REFUSED else Level.WARNING, sentence)
        if facts is not None and state_sentence(facts):
            self._offer_retry(facts)

    def _offer_retry(self, facts: MonitorFacts) -> None:
        words = self.tr("Open…") if facts.state is MonitorState.REFUSED else self.tr("Try now")
        self.banner.add_action(words, name="monitor_retry").clicked.connect(self.feed.retry)

    def _connections_changed(self) -> None:
        connection = self.saved.find(self.connection_id)
        self.title = connection.name if connection is not None else self.title or self.tr("Monitor")
        environment = environment_of(connection, self.saved.environments) if connection is not None else ""
        self.tools.show_connections(self.saved, self.connection_id, environment)
        self.view.names = {each.id: each.name for each in self.saved.connections}
        if connection is not None and not self.dialect:
            self.dialect = self.dashboards.dialect = dialect_of(connection).id
            self.start(self._read())
        self.changed.emit()

    def _connection_chosen(self, connection_id: str) -> None:
        self.tools.connection_box.choose(self.connection_id)
        if connection_id != self.connection_id:
            self.connection_wanted.emit(connection_id)
