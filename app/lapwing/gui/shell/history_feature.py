"""The history in a window: its page, and entries that go back into an editor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QMessageBox

from lapwing.domain.errors import LapwingError
from lapwing.domain.history import ClearHistory, FetchHistoryEntry, HistoryEntry
from lapwing.gui.browser.names import own_database
from lapwing.gui.editor.place import Place
from lapwing.gui.i18n import error_text
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.questions import Choice, ask
from lapwing.gui.widgets import Level
from lapwing.sql.hiding import LEFT_OUT

if TYPE_CHECKING:
    from lapwing.gui.shell.history_page import HistoryPage
    from lapwing.gui.shell.window import MainWindow

_KIND = "history"
_MENU = (
    ("history.open_entry", "history.run_entry"),
    ("edit.copy",),
    ("history.pin", "history.delete"),
)


def attach(window: "MainWindow") -> Handlers:
    feature = HistoryFeature(window)
    return {
        "history.show": feature.show,
        "history.clear": feature.clear,
        **dict.fromkeys(("history.open_entry", "history.run_entry", "history.pin", "history.delete"), lambda: None),
    }


class HistoryFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.history_wanted.connect(lambda entry_id: window.start(self._open_found(entry_id)))
        window.page_makers[_KIND] = lambda _window, state: self._make(state)

    def show(self) -> None:
        """The history in front: the page that is there, or a new one."""
        page = self._page or self._make({})
        if self._page is None:
            self._window.add_page(page)
        self._window.documents.show_page(page)
        page.setFocus()

    @property
    def _page(self) -> "HistoryPage | None":
        return next((page for page in self._window.pages() if page.kind == _KIND), None)  # type: ignore[return-value]

    def _make(self, state: dict[str, str]) -> "HistoryPage":
        from lapwing.gui.shell.history_page import HistoryPage  # only now: the window shows sooner

        page = HistoryPage(self._window.client, self._window.saved, state)
        page.view.open_wanted.connect(self._open)
        page.view.run_wanted.connect(self._run)
        page.view.list.menu_wanted.connect(lambda at: self._show_menu(page, at))
        return page

    def _show_menu(self, page: "HistoryPage", at: QPoint) -> None:
        actions = self._window.actions_of_window.set
        self._window.actions_of_window.update()
        menu = QMenu(page)
        menu.setObjectName("history_menu")
        for group in _MENU:
            for action_id in group:
                menu.addAction(actions.action(action_id))
            menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # back into an editor

    def _open(self, entry: HistoryEntry) -> QueryTab:
        """The statement in a new editor on its own connection, if that is still saved. Nothing is run."""
        window = self._window
        if window.saved.find(entry.connection_id) is not None:
            place = self._place_of(entry)
            tab = window.new_editor(connection_id=place.connection_id, database=place.database, text=entry.sql)
        else:  # on no connection, rather than on the one that the tab in front happens to have
            tab = window.add_tab(QueryTab(window.client, window.saved, window.journal))
            tab.set_text(entry.sql)
        reason = self._reason_to_look(entry)
        if reason:
            tab.results.say("warning", reason)
            tab.results.show_messages()
        return tab

    def _place_of(self, entry: HistoryEntry) -> Place:
        """Where it was run: the same text means other tables in another database of its connection's server."""
        connection = self._window.saved.find(entry.connection_id)
        is_apart = entry.dialect == "postgresql" and connection is not None
        own = own_database(connection) if connection is not None else ""
        return Place(entry.connection_id, database=entry.database if is_apart and entry.database != own else "")

    async def _open_found(self, entry_id: int) -> None:
        """A statement that was found elsewhere than in the page."""
        try:
            self._open(await self._window.client.call("history.entry", FetchHistoryEntry(entry_id), HistoryEntry))
        except LapwingError as error:
            self._window.say(Level.ERROR, error_text(error))

    def _reason_to_look(self, entry: HistoryEntry) -> str:
        """Why it cannot be run as it is; empty when nothing speaks against it."""
        if LEFT_OUT in entry.sql:
            return self.tr("A secret was left out of this statement when it was kept. Put it in before you run it.")
        if entry.characters > len(entry.sql):
            return self.tr("Only the beginning of this statement was kept.")
        return ""

    def _run(self, entry: HistoryEntry) -> None:
        """Run it in a new editor on its own connection, and nowhere else."""
        window = self._window
        tab = self._open(entry)
        if window.saved.find(entry.connection_id) is None:
            text = self.tr("The connection {name} is not saved any more. Choose where to run the statement.")
            tab.results.say("warning", text.replace("{name}", entry.connection))
            tab.results.show_messages()
        elif not self._reason_to_look(entry):
            tab.run_text(tab.editor.text(), 0)

    # letting go

    def clear(self) -> None:
        """Delete what the history shows, after asking."""
        if self._page is not None:
            self._window.start(self._clear(self._page))

    async def _clear(self, page: "HistoryPage") -> None:
        filters = page.view.filters
        role = QMessageBox.ButtonRole
        answer = await ask(
            self._window,
            self.tr("Clear history"),
            self.tr("Delete all statements that fit the filters?")
            if filters.is_narrowed
            else self.tr("Delete all statements from the history?"),
            self.tr("Pinned ones stay. This cannot be undone."),
            (
                Choice("delete", self.tr("Delete"), role.DestructiveRole),
                Choice("keep", self.tr("Cancel"), role.RejectRole),
            ),
            default="keep",
            escape="keep",
        )
        if answer == "delete":
            wanted = filters.wanted(1) if filters.is_narrowed else None
            await page.view.change("history.clear", ClearHistory(wanted))
