"""A line that says that monitoring is stopped, where a person would wonder why nothing is kept or judged."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import Event
from lapwing.domain.services import ServiceFacts, ServiceList, ServiceRequest, ServicesChanged, ServiceState
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, Level

_MONITORING: Final = "monitoring"


class MonitoringNotice(QWidget):
    """As high as nothing while monitoring does its work. Reads from the engine when it is in sight. Qt's thread."""

    def __init__(self, client: EngineClient, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("monitoring_notice")
        self._client = client
        self._tasks: set[asyncio.Task[None]] = set()
        self._hears = False
        self.banner = Banner(self, name="monitoring_notice_banner", closable=False)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.banner)

    def _hear(self, event: Event) -> None:
        if isinstance(event, ServicesChanged) and event.service_id == _MONITORING:
            self._start(self._read())

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY:
            self._start(self._read())

    async def _read(self) -> None:
        found = await self._client.call("service.list", None, ServiceList)
        monitoring = next((each for each in found.services if each.id == _MONITORING), None)
        if monitoring is not None:
            self.show_service(monitoring)

    def show_service(self, monitoring: ServiceFacts) -> None:
        """Say what the service's state means here; nothing where it runs."""
        state = monitoring.true_state
        if state is ServiceState.STOPPED and not monitoring.is_wanted:
            text = self.tr("Monitoring is stopped: no samples are kept, and alerts are not judged.")
        elif state is ServiceState.WAITING and monitoring.error is not None:
            text = self.tr("Monitoring failed, so no samples are kept, and alerts are not judged.")
            text = f"{text} {error_text(from_wire(monitoring.error))}"
        else:
            self.banner.clear()
            return
        if text != self.banner.text:
            self.banner.say(Level.WARNING, text)
            start = self.banner.add_action(self.tr("Start monitoring"), name="monitoring_start")
            start.clicked.connect(lambda: self._start(self._begin()))

    async def _begin(self) -> None:
        self.show_service(await self._client.call("service.start", ServiceRequest(_MONITORING), ServiceFacts))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._hears:
            self._hears = True
            self._client.told.connect(self._hear)
            self._client.state_changed.connect(self._engine_changed)
        self._engine_changed(self._client.state, "")

    def hideEvent(self, event: QHideEvent) -> None:
        if self._hears:
            self._hears = False
            self._client.told.disconnect(self._hear)
            self._client.state_changed.disconnect(self._engine_changed)
        for task in self._tasks:
            task.cancel()
        super().hideEvent(event)
