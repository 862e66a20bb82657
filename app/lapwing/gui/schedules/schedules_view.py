"""Schedules: a row of tools, what keeps them from running, and the list."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.events import Event, EventsMissed
from lapwing.domain.schedules.schedules import ScheduleList
from lapwing.domain.services import ServiceFacts, ServiceList, ServiceRequest, ServicesChanged, ServiceState
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.schedules import schedules_words as words
from lapwing.gui.schedules.schedules_part import SchedulesPart
from lapwing.gui.widgets import Banner, Level, PlainLabel

_SERVICE: Final = "scheduler"
_NEWS_MS: Final = 150
_TICK_MS: Final = 1_000
_HEIGHT_PX: Final = 38


class SchedulesView(QWidget):
    """Reads from the engine while it is in sight. Qt's thread."""

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.banner = Banner(self, name="schedules_banner")
        self.stopped = Banner(self, name="schedules_stopped", closable=False)
        self.part = SchedulesPart(client, self.banner, self)
        self.summary = PlainLabel("", self, look="dim", elide=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tools = QWidget(self)
        tools.setObjectName("schedules_tools")
        tools.setProperty("surface", "panel")
        tools.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tools.setFixedHeight(_HEIGHT_PX)
        across = QHBoxLayout(tools)
        across.setContentsMargins(16, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self.summary, 1)
        across.addWidget(self.part.tools)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(tools)
        down.addWidget(self.stopped)
        down.addWidget(self.banner)
        down.addWidget(self.part, 1)

    def _connect(self) -> None:
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.refresh)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._client.told.connect(self._hear)
        self._client.state_changed.connect(self._engine_changed)

    # reading

    def _hear(self, event: Event) -> None:
        is_service = isinstance(event, ServicesChanged) and event.service_id == _SERVICE
        is_news = is_service or isinstance(event, EventsMissed) or self.part.hears(event)
        if is_news and self.isVisible() and not self._news.isActive():
            self._news.start()

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read all of it anew."""
        self.part.start(self._read())

    async def _read(self) -> None:
        await self.part.read()
        self._say_summary()
        services = await self._client.call("service.list", None, ServiceList)
        self.show_service(next((each for each in services.services if each.id == _SERVICE), None))

    def show_schedules(self, found: ScheduleList) -> None:
        """The schedules as they are now."""
        self.part.show_schedules(found)
        self._say_summary()

    def _say_summary(self) -> None:
        rows = tuple(self.part.model.rows)
        self.summary.setText(words.summary(rows) if rows else "")

    def show_service(self, facts: ServiceFacts | None) -> None:
        """Whether they are run: a line says where they are not, and offers it."""
        is_stopped = facts is not None and facts.true_state in {ServiceState.STOPPED, ServiceState.WAITING}
        if not is_stopped or not self.part.model.rows:
            self.stopped.clear()
        elif not self.stopped.isVisibleTo(self):
            self.stopped.say(Level.WARNING, self.tr("The scheduler is stopped: nothing is run at its time."))
            button = self.stopped.add_action(self.tr("Start it"), name="schedules_start_service")
            button.clicked.connect(lambda: self.part.start(self._start_service()))

    async def _start_service(self) -> None:
        facts = await self._client.call("service.start", ServiceRequest(_SERVICE), ServiceFacts)
        self.show_service(facts)

    def _tick(self) -> None:
        self._say_summary()
        self.part.tick()

    def stop(self) -> None:
        """Nothing is read any more."""
        self._ticks.stop()
        self._client.told.disconnect(self._hear)
        self._client.state_changed.disconnect(self._engine_changed)
        self.part.stop()

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)
