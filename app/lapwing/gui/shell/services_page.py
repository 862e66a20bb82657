"""Services as a page of the window."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.gui.client import EngineClient
from lapwing.gui.services.services_view import ServicesView
from lapwing.gui.shell.page import Dress, Handlers, Page


class ServicesPage(Page):
    """Qt's thread."""

    kind = "services"
    is_single = True

    def __init__(self, client: EngineClient) -> None:
        super().__init__()
        self.setObjectName("services_page")
        self.title = self.tr("Services")
        self.view = ServicesView(client, self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.list)

    def dress(self) -> Dress:
        return Dress(self.title, "server")

    def handlers(self) -> Handlers:
        return {"catalog.refresh": self.view.refresh}

    def panes(self) -> list[QWidget]:
        return [self.view.list, self.view.detail.log]

    def state(self) -> dict[str, str] | None:
        return {}

    async def close_page(self) -> None:
        self.view.stop()
