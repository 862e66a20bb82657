"""Objects of databases in the window: properties, favourites, statements, and what changes an object."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lapwing.domain.catalog import StatementKind
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.gui.shell.properties_page import PropertiesPage
    from lapwing.gui.shell.window import MainWindow

_KIND = "properties"


def attach(window: "MainWindow") -> Handlers:
    return ObjectsFeature(window).handlers()


class ObjectsFeature(QObject):
    """Connects the navigator with the pages of one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.page_makers[_KIND] = lambda _window, state: self._make(ObjectRef.read(state), state.get("section", ""))
        window.navigator.properties_wanted.connect(self.show_properties)
        window.navigator.statement_wanted.connect(self._open_statement)
        window.navigator.change_wanted.connect(self._ask_to_change)
        window.navigator.selection_changed.connect(lambda: window.actions_of_window.update())

    def handlers(self) -> Handlers:
        navigator = self._window.navigator
        return {
            "object.show_properties": navigator.show_current_properties,
            "favorite.toggle": navigator.toggle_current_favorite,
            "object.locate": self._locate_table,
            "navigator.filter": self._filter,
            "navigator.close_all": navigator.tree.close_all,
        }

    def _filter(self) -> None:
        self._window.navigator.show()
        self._window.navigator.focus_filter()

    def show_properties(self, about: ObjectRef) -> None:
        """An object's properties in front: in the tab that has them already, or in a new one."""
        for page in self._window.pages():
            if page.kind == _KIND and getattr(page, "about", None) == about:
                self._window.documents.show_page(page)
                return
        self._window.add_page(self._make(about))

    def _make(self, about: ObjectRef, section: str = "") -> "PropertiesPage":
        from lapwing.gui.shell.properties_page import PropertiesPage  # only now: the window shows sooner

        page = PropertiesPage(self._window.client, self._window.saved, about, section)
        page.properties_wanted.connect(self.show_properties)
        page.locate_wanted.connect(self._locate)
        page.data_wanted.connect(self._open_data)
        page.trouble.connect(lambda sentence: self._window.say(Level.WARNING, sentence))
        return page

    def _locate_table(self) -> None:
        """Show the table whose rows are in front in the navigator. Properties do that themselves."""
        from lapwing.gui.shell.table_tab import TableTab  # only now: the window shows sooner

        page = self._window.documents.current
        if isinstance(page, TableTab):
            table = page.data.table
            place = page.place
            self._locate(ObjectRef(place.connection_id, place.database, schema=table.schema, name=table.name))

    def _locate(self, about: ObjectRef) -> None:
        self._window.navigator.show()
        self._window.navigator.reveal_object(about)

    def _open_data(self, about: ObjectRef) -> None:
        self._window.open_data(about.connection_id, about.schema, about.name, about.database)

    def _open_statement(self, connection_id: str, database: str, text: str) -> None:
        self._window.new_editor(connection_id=connection_id, database=database, text=text)

    def _ask_to_change(self, about: ObjectRef, kind: StatementKind) -> None:
        from lapwing.gui.shell.object_change import ChangeDialog  # only now: the window shows sooner

        connection = self._window.saved.find(about.connection_id)
        found = self._window.saved.safeguards(connection)
        if connection is None or found.read_only:
            return
        dialog = ChangeDialog(self._window.client, about, kind, connection, found, self._window)
        dialog.done_with.connect(lambda done: self._window.navigator.refresh_connection(done.connection_id))
        dialog.open()
