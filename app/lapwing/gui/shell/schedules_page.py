"""Schedules as a page of the window."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.gui.client import EngineClient
from lapwing.gui.schedules.schedules_view import SchedulesView
from lapwing.gui.shell.page import Dress, Handlers, Page


class SchedulesPage(Page):
    """Qt's thread."""

    kind = "schedules"
    is_single = True

    def __init__(self, client: EngineClient) -> None:
        super().__init__()
        self.setObjectName("schedules_page")
        self.title = self.tr("Schedules")
        self.view = SchedulesView(client, self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.part.list)

    def dress(self) -> Dress:
        return Dress(self.title, "clock")

    def handlers(self) -> Handlers:
        return {"catalog.refresh": self.view.refresh}

    def panes(self) -> list[QWidget]:
        part = self.view.part
        return [part.list, part.run_list, part.answers.text]

    def state(self) -> dict[str, str] | None:
        return {}

    async def close_page(self) -> None:
        self.view.stop()
