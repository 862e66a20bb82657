"""Plugins as a page of the window."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.gui.client import EngineClient
from lapwing.gui.plugins.plugins_view import PluginsView
from lapwing.gui.shell.page import Dress, Handlers, Page


class PluginsPage(Page):
    """Qt's thread."""

    kind = "plugins"
    is_single = True

    def __init__(self, client: EngineClient, state: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("plugins_page")
        self.title = self.tr("Plugins")
        self.view = PluginsView(client, self)
        self.view.show_part(state.get("part", "installed"))
        self.view.choose(state.get("plugin", ""))
        self.view.rearranged.connect(self.rearranged)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.view.rearranged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setFocusProxy(self.view.front)

    def dress(self) -> Dress:
        return Dress(self.title, "plugin")

    def handlers(self) -> Handlers:
        return {"catalog.refresh": self.view.refresh}

    def panes(self) -> list[QWidget]:
        return [self.view.tabs, self.view.front]

    def state(self) -> dict[str, str] | None:
        chosen = self.view.chosen
        return {"part": self.view.part, "plugin": chosen.manifest.id if chosen is not None else ""}

    async def close_page(self) -> None:
        self.view.stop()
