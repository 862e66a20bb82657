"""The services of the engine: how each is, what it wrote, and starting and stopping it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import Event
from lapwing.domain.services import (
    ServiceFacts,
    ServiceList,
    ServiceLog,
    ServiceLogLine,
    ServiceRequest,
    ServicesChanged,
    ServiceState,
)
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.i18n import error_text
from lapwing.gui.services import services_words as words
from lapwing.gui.services.service_detail import ServiceDetail
from lapwing.gui.widgets import Banner, Level, PlainLabel, ToolButton
from lapwing.gui.widgets.rows_list import Column, RowsList, RowsModel

_NEWS_MS: Final = 100
_TICK_MS: Final = 1_000
_TOOLS_PX: Final = 38
_LIST_PX: Final = 190
_REST_PX: Final = 460


class ServicesView(QWidget):
    """Reads from the engine while it is in sight. Qt's thread."""

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self.banner = Banner(self, name="services_banner")
        self.services = RowsModel(_service_columns(), lambda it: it.id, self)
        self.list = RowsList(self.services, self.tr("Services"), self, name="services_list")
        self.list.setSelectionMode(RowsList.SelectionMode.SingleSelection)
        self.detail = ServiceDetail(self)
        self.tools = QWidget(self)
        self._make_tools()
        self._lay_out()
        self._connect()
        self._show_chosen()

    def _make_tools(self) -> None:
        self.tools.setObjectName("services_tools")
        self.tools.setProperty("surface", "panel")
        self.tools.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tools.setFixedHeight(_TOOLS_PX)
        self.summary = PlainLabel("", self.tools, look="dim", elide=True)
        self.start_button = ToolButton("run", self.tr("Start"), self.tools, name="services_start")
        self.stop_button = ToolButton("stop", self.tr("Stop"), self.tools, name="services_stop")
        self.restart_button = ToolButton("refresh", self.tr("Restart"), self.tools, name="services_restart")
        across = QHBoxLayout(self.tools)
        across.setContentsMargins(16, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self.summary, 1)
        for button in (self.start_button, self.stop_button, self.restart_button):
            across.addWidget(button)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("services_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([_LIST_PX, _REST_PX])
        self.splitter.setStretchFactor(1, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.tools)
        down.addWidget(self.banner)
        down.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.refresh)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self.services.refresh)
        self._client.told.connect(self._hear)
        self._client.state_changed.connect(self._engine_changed)
        self.list.chosen.connect(self._choose)
        self.list.menu_wanted.connect(self._open_menu)
        self.start_button.clicked.connect(self.start_chosen)
        self.stop_button.clicked.connect(self.stop_chosen)
        self.restart_button.clicked.connect(self.restart_chosen)

    @property
    def chosen(self) -> ServiceFacts | None:
        """The service that is selected."""
        rows = self.list.selected()
        return rows[0] if rows else None

    def choose(self, service_id: str) -> None:
        """Select one, where it is there."""
        for place, row in enumerate(self.services.rows):
            if row.id == service_id:
                self.list.setCurrentIndex(self.services.index(place, 0))

    # reading

    def _hear(self, event: Event) -> None:
        if isinstance(event, ServicesChanged) and self.isVisible() and not self._news.isActive():
            self._news.start()

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read the services and the log of the chosen one anew."""
        self._start(self._read())

    async def _read(self) -> None:
        self.show_services(await self._client.call("service.list", None, ServiceList))
        await self._read_log()

    def show_services(self, found: ServiceList) -> None:
        """The services as they are now."""
        self.list.show_rows(found.services)
        self.services.refresh()
        self.summary.setText(words.summary(found.services))
        if found.problem is not None:
            self.banner.say(Level.WARNING, visible_text(error_text(from_wire(found.problem))))
        self._show_chosen()

    async def _read_log(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            log = await self._client.call("service.log", ServiceRequest(chosen.id), ServiceLog)
            if self.chosen is not None and self.chosen.id == chosen.id:
                self.show_log(log.lines)

    def show_log(self, lines: tuple[ServiceLogLine, ...]) -> None:
        """What the chosen one wrote."""
        self.detail.show_log(lines)

    def _choose(self) -> None:
        self._show_chosen()
        self.detail.show_log(())
        self._start(self._read_log())

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self.detail.show_service(chosen)
        state = None if chosen is None else chosen.true_state
        runs = state in {ServiceState.RUNNING, ServiceState.STARTING}
        self.start_button.setEnabled(chosen is not None and not runs)
        self.stop_button.setEnabled(chosen is not None and (chosen.is_wanted or state is not ServiceState.STOPPED))
        self.restart_button.setEnabled(runs)

    # doing

    def start_chosen(self) -> None:
        """Have the chosen service run from now on."""
        self._do("service.start")

    def stop_chosen(self) -> None:
        """Stop the chosen service."""
        self._do("service.stop")

    def restart_chosen(self) -> None:
        """Stop the chosen service and start it again."""
        self._do("service.restart")

    def _do(self, operation: str) -> None:
        chosen = self.chosen
        if chosen is not None:
            self._start(self._ask(operation, chosen.id))

    async def _ask(self, operation: str, service_id: str) -> None:
        await self._client.call(operation, ServiceRequest(service_id), ServiceFacts)
        self.banner.clear()
        await self._read()

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("services_menu")
        for button, do in (
            (self.start_button, self.start_chosen),
            (self.stop_button, self.stop_chosen),
            (self.restart_button, self.restart_chosen),
        ):
            action = menu.addAction(button.icon(), button.text(), do)
            action.setEnabled(button.isEnabled())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside; what goes wrong with it is said above the list."""
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    def stop(self) -> None:
        """Nothing is read any more."""
        self._ticks.stop()
        self._client.told.disconnect(self._hear)
        self._client.state_changed.disconnect(self._engine_changed)
        for task in self._tasks:
            task.cancel()

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Services", text)


def _service_columns() -> tuple[Column, ...]:
    return (
        Column(
            _tr("Service"),
            words.title_text,
            210,
            drawing=words.state_icon,
            tip=lambda it: words.help_text(it) or words.title_text(it),
        ),
        Column(_tr("State"), words.state_text, 200, color=_state_color),
        Column(_tr("Since"), words.since_text, 160),
        Column(_tr("Health"), words.health_text, color=lambda it: "bad" if it.error else ""),
        Column(
            _tr("Restarts"),
            lambda it: visible_text(str(it.restarts)) if it.restarts else "–",
            90,
            color=lambda it: "" if it.restarts else "faint_text",
            is_right=True,
        ),
    )


def _state_color(facts: ServiceFacts) -> str:
    if facts.true_state is ServiceState.STOPPED:
        return "dim_text"
    return "bad" if facts.true_state is ServiceState.WAITING else ""
