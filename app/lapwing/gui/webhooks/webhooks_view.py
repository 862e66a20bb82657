"""Webhooks: endpoints, deliveries, messages that came, and senders, as parts of one page."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lapwing.domain.events import Event, EventsMissed
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.webhooks.deliveries_part import DeliveriesPart
from lapwing.gui.webhooks.endpoints_part import EndpointsPart
from lapwing.gui.webhooks.received_part import ReceivedPart
from lapwing.gui.webhooks.senders_part import SendersPart
from lapwing.gui.widgets import Banner
from lapwing.gui.widgets.part import Part
from lapwing.gui.widgets.sub_tabs import SubTabs

PARTS: Final = ("endpoints", "deliveries", "received", "senders")
_NEWS_MS: Final = 200
_TICK_MS: Final = 1_000
_HEIGHT_PX: Final = 38


class WebhooksView(QWidget):
    """Reads from the engine while it is in sight. Qt's thread.

    Signals:
        changed(): other rows are chosen, or another part is in front.
    """

    changed = Signal()

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self.banner = Banner(self, name="webhooks_banner")
        self.endpoints = EndpointsPart(client, self.banner, self)
        self.deliveries = DeliveriesPart(client, self.banner, self)
        self.received = ReceivedPart(client, self.banner, self)
        self.senders = SendersPart(client, self.banner, self)
        self.parts: dict[str, Part] = dict(
            zip(PARTS, (self.endpoints, self.deliveries, self.received, self.senders), strict=True)
        )
        self.tabs = SubTabs(self.tr("Parts of this page"), self, name="webhooks_tabs")
        self.tabs.set_tabs(
            {
                "endpoints": self.tr("Endpoints"),
                "deliveries": self.tr("Deliveries"),
                "received": self.tr("Received"),
                "senders": self.tr("Senders"),
            }
        )
        self._lay_out()
        self._connect()
        self.show_part(PARTS[0])

    def _lay_out(self) -> None:
        tools = QWidget(self)
        tools.setObjectName("webhooks_tools")
        tools.setProperty("surface", "panel")
        tools.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tools.setFixedHeight(_HEIGHT_PX)
        across = QHBoxLayout(tools)
        across.setContentsMargins(8, 0, 8, 0)
        across.setSpacing(4)
        across.addWidget(self.tabs, 1)
        self.stack = QStackedWidget(self)
        for part in self.parts.values():
            across.addWidget(part.tools)
            self.stack.addWidget(part)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(tools)
        down.addWidget(self.banner)
        down.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.refresh)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(lambda: self.front.tick())
        self._client.told.connect(self._hear)
        self._client.state_changed.connect(self._engine_changed)
        self.tabs.chosen.connect(self.show_part)
        self.endpoints.log_wanted.connect(self._show_log)
        self.received.senders_wanted.connect(lambda: self.show_part("senders"))
        for part in self.parts.values():
            part.changed.connect(self.changed)

    @property
    def part(self) -> str:
        """Which of `PARTS` is in front."""
        return self.tabs.current

    @property
    def front(self) -> Part:
        return self.parts[self.part]

    def show_part(self, part: str) -> None:
        """Bring one of `PARTS` to the front; where the focus was in the one before, it comes along."""
        was_inside = self.stack.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.tabs.choose(part if part in PARTS else PARTS[0])
        for name, each in self.parts.items():
            each.tools.setVisible(name == self.part)
        self.stack.setCurrentWidget(self.front)
        if was_inside:
            self.front.list.setFocus()
        self.banner.clear()
        if self.isVisible():
            self.refresh()
        self.changed.emit()

    def _show_log(self, endpoint_id: str) -> None:
        self.deliveries.show_endpoint(endpoint_id)
        self.show_part("deliveries")

    def _hear(self, event: Event) -> None:
        is_news = isinstance(event, EventsMissed) or self.front.hears(event)
        if is_news and self.isVisible() and not self._news.isActive():
            self._news.start()

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        if state is EngineState.READY and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read what is in front anew."""
        self.front.refresh()

    def stop(self) -> None:
        """Nothing is read any more."""
        self._ticks.stop()
        self._client.told.disconnect(self._hear)
        self._client.state_changed.disconnect(self._engine_changed)
        for part in self.parts.values():
            part.stop()

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)
