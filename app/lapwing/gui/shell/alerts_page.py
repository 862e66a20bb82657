"""Alerts as a page of the window."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.gui.actions import Fact
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.monitor.alerts_view import AlertsView
from lapwing.gui.shell.page import Dress, Handlers, Page


class AlertsPage(Page):
    """Qt's thread."""

    kind = "alerts"
    is_single = True

    def __init__(self, client: EngineClient, saved: SavedConnections, state: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("alerts_page")
        self.title = self.tr("Alerts")
        self.view = AlertsView(client, lambda found: saved.color(saved.find(found)), self)
        self.view.show_part(state.get("part", "now"))
        self.view.changed.connect(self.changed)
        self.view.tools.tabs.chosen.connect(lambda _part: self.rearranged.emit())
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.view.tools.tabs.chosen.connect(lambda _part: self._follow())
        self._follow()

    def _follow(self) -> None:
        self.setFocusProxy(self.view.front)

    def dress(self) -> Dress:
        return Dress(self.title, "bell")

    def facts(self) -> set[Fact]:
        facts = {Fact.ALERTS}
        if self.view.chosen_alerts():
            facts.add(Fact.ALERT)
        return facts

    def handlers(self) -> Handlers:
        return {
            "catalog.refresh": self.view.refresh,
            "alerts.acknowledge": self.view.acknowledge,
            "alerts.silence": lambda: self.view.silence(3_600.0),
        }

    def panes(self) -> list[QWidget]:
        return [self.view.tools.tabs, self.view.front]

    def state(self) -> dict[str, str] | None:
        return {"part": self.view.part}

    async def close_page(self) -> None:
        self.view.stop()
