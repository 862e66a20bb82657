"""Webhooks as a page of the window."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.gui.client import EngineClient
from lapwing.gui.shell.page import Dress, Handlers, Page
from lapwing.gui.webhooks.webhooks_view import WebhooksView


class WebhooksPage(Page):
    """Qt's thread."""

    kind = "webhooks"
    is_single = True

    def __init__(self, client: EngineClient, state: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("webhooks_page")
        self.title = self.tr("Webhooks")
        self.view = WebhooksView(client, self)
        self.view.show_part(state.get("part", ""))
        self.view.changed.connect(self.changed)
        self.view.tabs.chosen.connect(lambda _part: self.rearranged.emit())
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.view.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setFocusProxy(self.view.front.list)

    def dress(self) -> Dress:
        return Dress(self.title, "link")

    def handlers(self) -> Handlers:
        return {"catalog.refresh": self.view.refresh}

    def panes(self) -> list[QWidget]:
        return [self.view.tabs, self.view.front.list]

    def state(self) -> dict[str, str] | None:
        return {"part": self.view.part}

    async def close_page(self) -> None:
        self.view.stop()
