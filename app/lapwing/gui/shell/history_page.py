"""The history as a page of the window."""

from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.history import DeleteHistory, PinHistory
from lapwing.gui.actions import Fact
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.history.history_view import HistoryView
from lapwing.gui.shell.page import Dress, Handlers, Page


class HistoryPage(Page):
    """Reads the history whenever it is seen. Qt's thread."""

    kind = "history"
    is_single = True

    def __init__(self, client: EngineClient, saved: SavedConnections, state: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("history_page")
        self.title = self.tr("History")
        self.text = CodeView(self, name="history_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Statement"))
        self.view = HistoryView(client, self.text, lambda found: saved.color(saved.find(found)), self)
        self.view.filters.restore(state)
        self.view.changed.connect(self.changed)
        self.view.filters.changed.connect(self.rearranged)
        self.view.list.delete_wanted.connect(self.delete)
        self.view.preview.pin.clicked.connect(self.pin)
        self.view.preview.copy.clicked.connect(self.copy)
        self.view.preview.delete.clicked.connect(self.delete)
        saved.changed.connect(self.view.model.repaint_places)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.filters.field)

    # as a page

    def dress(self) -> Dress:
        return Dress(self.title, "history")

    def facts(self) -> set[Fact]:
        facts = {Fact.HISTORY}
        if self.view.list.selected():
            facts |= {Fact.HISTORY_ENTRY, Fact.SELECTION}
        return facts

    def handlers(self) -> Handlers:
        return {
            "catalog.refresh": self.view.refresh,
            "text.find": self.view.filters.field.setFocus,
            "edit.copy": self.copy,
            "edit.select_all": self.view.list.selectAll,
            "query.run": self.view.run_current,  # its key, pressed right after a tab in which the action was enabled
            "history.open_entry": self.view.open_current,
            "history.run_entry": self.view.run_current,
            "history.pin": self.pin,
            "history.delete": self.delete,
        }

    def panes(self) -> list[QWidget]:
        return [self.view.filters.field, self.view.list, self.text]

    def state(self) -> dict[str, str] | None:
        return self.view.filters.state()

    async def close_page(self) -> None:
        self.view.stop()

    # what is done with entries

    def copy(self) -> None:
        """Put the texts of the selected entries on the clipboard."""
        self.view.start(self._copy())

    async def _copy(self) -> None:
        texts = await self.view.whole_texts()
        if texts:
            QGuiApplication.clipboard().setText(";\n\n".join(texts))

    def pin(self) -> None:
        """Pin the selected entries, or let them go when all of them are pinned."""
        self.view.start(self._pin())

    async def _pin(self) -> None:
        entries = self.view.list.selected()
        pinned = not all(entry.pinned for entry in entries)
        for entry in entries:
            if entry.pinned is not pinned:
                await self.view.change("history.pin", PinHistory(entry.id, pinned))

    def delete(self) -> None:
        """Delete the selected entries."""
        entries = self.view.list.selected()
        if entries:
            ids = tuple(entry.id for entry in entries)
            self.view.start(self.view.change("history.delete", DeleteHistory(ids)))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.refresh()
