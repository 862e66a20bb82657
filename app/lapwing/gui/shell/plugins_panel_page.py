"""A panel of a plugin as a page of the window: what it shows is drawn by Lapwing."""

from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.events import Event
from lapwing.domain.plugins.facts import PluginDocument, PluginFacts, PluginState, ShowPanel, SubmitForm
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.plugins.plugin_document import PluginDocumentPlace
from lapwing.gui.shell.page import Dress, Handlers, Page
from lapwing.gui.shell.plugins_charts import document_chart
from lapwing.gui.widgets import PillCombo, PlainLabel, ToolButton

_TOOLS_PX: Final = 38
_LEAST_S: Final = 1.0
_LONGEST_TITLE: Final = 60
_NEWS_MS: Final = 300


class PluginPanelPage(Page):
    """Asks its plugin while it is seen, and only then. Qt's thread."""

    kind = "plugin_panel"

    def __init__(self, client: EngineClient, saved: SavedConnections, state: dict[str, str]) -> None:
        """Show the panel `state["panel"]` of the plugin `state["plugin"]`, about the connection that it names."""
        super().__init__()
        self.setObjectName("plugin_panel_page")
        self.plugin_id = state.get("plugin", "")
        self.panel_id = state.get("panel", "")
        self.connection_id = state.get("connection", "")
        self.title = visible_text(state.get("title", ""))[:_LONGEST_TITLE] or self.tr("Panel")
        self._client = client
        self._saved = saved
        self.place = PluginDocumentPlace(document_chart, self, name="panel")
        self._every = QTimer(self)
        self._every.timeout.connect(self.place.ask_again)
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.place.ask_again)
        self._lay_out(_number(state.get("every_s", "")))
        client.told.connect(self._hear)
        saved.changed.connect(self._show_connections)
        self.connection_box.activated.connect(lambda _row: self._choose_connection())
        self._show_connections()
        self.setFocusProxy(self.place)

    def _lay_out(self, every_s: float) -> None:
        self._every_s = every_s
        if every_s > 0:
            self._every.setInterval(round(max(every_s, _LEAST_S) * 1000))
        tools = QWidget(self)
        tools.setObjectName("panel_tools")
        tools.setProperty("surface", "panel")
        tools.setFixedHeight(_TOOLS_PX)
        self.connection_box = PillCombo(self.tr("Connection"), tools, name="panel_connection")
        self.reload = ToolButton("refresh", self.tr("Reload"), tools, name="panel_reload")
        self.reload.clicked.connect(self.place.ask_again)
        across = QHBoxLayout(tools)
        across.setContentsMargins(12, 0, 8, 0)
        across.setSpacing(8)
        across.addWidget(self.connection_box)
        across.addStretch(1)
        if every_s > 0:
            text = self.tr("anew every {count} s").replace("{count}", f"{max(every_s, _LEAST_S):g}")
            across.addWidget(PlainLabel(text, tools, look="faint"))
        across.addWidget(self.reload)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(tools)
        line = QWidget(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        down.addWidget(line)
        down.addWidget(self.place, 1)

    # connections

    def _show_connections(self) -> None:
        box = self.connection_box
        box.clear()
        box.add_entry(self.tr("No connection"), "")
        for connection in self._saved.connections:
            box.add_entry(connection.name, connection.id, dot=self._saved.color(connection))
        box.choose(self.connection_id)
        box.setVisible(box.count() > 1)

    def _choose_connection(self) -> None:
        self.connection_id = str(self.connection_box.currentData())
        self.rearranged.emit()
        self.ask()

    # asking

    def ask(self) -> None:
        """Ask for what it shows now."""
        self.place.stop()
        self.place.ask(self._panel, self._submit)

    async def _panel(self) -> PluginDocument:
        request = ShowPanel(self.plugin_id, self.panel_id, self.connection_id)
        return await self._client.call("plugin.panel", request, PluginDocument)

    async def _submit(self, values: dict[str, Any]) -> PluginDocument:
        request = SubmitForm(self.plugin_id, self.panel_id, values, self.connection_id)
        return await self._client.call("plugin.form", request, PluginDocument)

    def _hear(self, event: Event) -> None:
        is_ours = event.name == "plugins.changed" and event.key == self.plugin_id
        if is_ours and self.isVisible() and self.place.banner.text:
            self._news.start()  # it may be there again

    # the page

    def dress(self) -> Dress:
        return Dress(self.title, "plugin")

    def handlers(self) -> Handlers:
        return {"catalog.refresh": self.ask}

    def panes(self) -> list[QWidget]:
        return [self.place.view]

    def state(self) -> dict[str, str] | None:
        return {
            "plugin": self.plugin_id,
            "panel": self.panel_id,
            "connection": self.connection_id,
            "title": self.title,
            "every_s": repr(self._every_s),
        }

    async def close_page(self) -> None:
        self._every.stop()
        self._client.told.disconnect(self._hear)
        self._saved.changed.disconnect(self._show_connections)
        self.place.close_place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()
        if self._every_s > 0:
            self._every.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._every.stop()
        super().hideEvent(event)


def panel_states(facts: PluginFacts) -> dict[str, dict[str, str]]:
    """What pages of a plugin's panels begin with, by title; none of one that does not run."""
    if facts.state is not PluginState.RUNNING:
        return {}
    return {
        panel.title: {
            "plugin": facts.manifest.id,
            "panel": panel.id,
            "title": panel.title,
            "every_s": repr(panel.every_s),
        }
        for panel in facts.manifest.panels
    }


def _number(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if 0 <= found <= 86_400 else 0.0
