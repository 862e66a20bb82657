"""Events as a page of the window."""

import json

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.cloud_events import envelope
from lapwing.gui.actions import Fact
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.events.event_detail import as_text
from lapwing.gui.events.events_view import EventsView
from lapwing.gui.results.inspector.value_colors import ValueColors
from lapwing.gui.shell.page import Dress, Handlers, Page


class EventsPage(Page):
    """Reads events whenever it is seen, and shows new ones meanwhile. Qt's thread."""

    kind = "events"
    is_single = True

    def __init__(self, client: EngineClient, saved: SavedConnections, state: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("events_page")
        self.title = self.tr("Events")
        self._saved = saved
        self.view = EventsView(client, self._named, self)
        self._colors = ValueColors(self.view.detail.text.document())
        self._colors.use("json")
        self._offer_places()
        self.view.filters.restore(state)
        self.view.changed.connect(self.changed)
        self.view.filters.changed.connect(self.rearranged)
        self.view.detail.copy.clicked.connect(self.copy)
        saved.changed.connect(self._places_changed)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.filters.field)

    def _named(self, connection_id: str) -> tuple[str, str]:
        connection = self._saved.find(connection_id)
        return (connection.name if connection is not None else "", self._saved.color(connection))

    def _offer_places(self) -> None:
        found = self._saved.connections
        self.view.filters.set_places([(each.id, each.name, self._saved.color(each)) for each in found])

    def _places_changed(self) -> None:
        self._offer_places()
        self.view.model.repaint_places()

    # as a page

    def dress(self) -> Dress:
        return Dress(self.title, "event")

    def facts(self) -> set[Fact]:
        return {Fact.EVENTS, Fact.SELECTION} if self.view.list.selected() else {Fact.EVENTS}

    def handlers(self) -> Handlers:
        return {
            "catalog.refresh": self.view.refresh,
            "text.find": self.view.filters.field.setFocus,
            "edit.copy": self.copy,
        }

    def panes(self) -> list[QWidget]:
        return [self.view.filters.field, self.view.list, self.view.detail.text]

    def state(self) -> dict[str, str] | None:
        return self.view.filters.state()

    async def close_page(self) -> None:
        self.view.stop()

    def copy(self) -> None:
        """Put the selected text, or the chosen events as JSON, on the clipboard; several stand on a line each."""
        cursor = self.view.detail.text.textCursor()
        chosen = self.view.list.selected()
        if self.view.detail.text.hasFocus() and cursor.hasSelection():
            self.view.detail.text.copy()
        elif len(chosen) == 1:
            QGuiApplication.clipboard().setText(as_text(chosen[0]))
        elif chosen:
            lines = (json.dumps(envelope(each), ensure_ascii=False) for each in chosen)
            QGuiApplication.clipboard().setText("\n".join(lines))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.refresh()
