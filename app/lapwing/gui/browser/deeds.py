"""What is done with the rows of the navigator: its context menu, and what the keys and actions share with it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget
from shiboken6 import isValid

from lapwing.domain.catalog import ObjectStatement, StatementList
from lapwing.domain.errors import LapwingError
from lapwing.domain.visible import visible_text
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.names import qualified_name, sql_name
from lapwing.gui.browser.nodes import NAMED, Kind, Load, Node, connection_of, database_of, ref_of, rows_of
from lapwing.gui.browser.object_menu import ObjectHandlers, add_statements, add_trouble, object_menu
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.browser.presenter import NavigatorPresenter
from lapwing.gui.browser.tree import NavigatorTree
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_texts

_DATABASES: Final = "SQLite (*.sqlite *.sqlite3 *.db *.db3 *.s3db *.sl3);;*"


class ObjectDeeds(QObject):
    """Does things with rows. What needs other parts of the window is told by signals. GUI thread.

    Signals:
        open_data(ObjectRef): Show the rows of a table or view.
        import_into(Node): Insert the rows of a file into the table that a row is, or into one of its schema.
        export(Node): Write the rows of the table or view that a row is, or is a part of, to a file.
        show_properties(ObjectRef)
        open_editor(str, str): An editor on a connection: its id, and another database of its server or nothing.
        write(str, str, str): A new editor with a statement: connection id, database as above, text.
        change(ObjectRef, StatementKind): Ask before the object is emptied or dropped.
        connection_activated(str): Enter or a double click on a connection.
        remove_connection(str): The person said so.
        edit_connection(str), disconnect_wanted(str), group_wanted(str), monitor_wanted(str), new_connection(),
            files_chosen(list[str]): As in the navigator.
        locate(ObjectRef): Find its row among all objects.
    """

    open_data = Signal(object)
    export = Signal(object)
    import_into = Signal(object)
    show_properties = Signal(object)
    open_editor = Signal(str, str)
    write = Signal(str, str, str)
    change = Signal(object, object)
    connection_activated = Signal(str)
    remove_connection = Signal(str)
    edit_connection = Signal(str)
    disconnect_wanted = Signal(str)
    group_wanted = Signal(str)
    monitor_wanted = Signal(str)
    new_connection = Signal()
    files_chosen = Signal(list)
    locate = Signal(object)

    def __init__(
        self, client: EngineClient, tree: NavigatorTree, presenter: NavigatorPresenter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._tree = tree
        self._presenter = presenter
        self._view = parent
        self._favorites = Favorites.of(client)
        self._favorites.trouble.connect(self._tell)
        tree.activated_node.connect(self.activate)
        tree.menu_wanted.connect(self._show_menu)
        tree.remove_wanted.connect(self.remove)
        tree.copy_wanted.connect(self.copy_names)
        tree.star_clicked.connect(self.toggle_favorite)
        self._handlers = ObjectHandlers(
            open_data=self.open_data_of,
            export=self.export.emit,
            import_into=self.import_into.emit,
            open_editor=self._open_editor_of,
            copy_names=self.copy_names,
            copy_qualified=self._copy_qualified,
            show_properties=self.show_properties_of,
            toggle_favorite=self.toggle_favorite,
            locate=lambda node: self.locate.emit(ref_of(node)),
            write=self._write,
            change=lambda node, kind: self.change.emit(ref_of(node), kind),
            refresh=presenter.refresh,
            remove=self.ask_to_remove,
            edit=self.edit,
            disconnect=self._disconnect_from,
            regroup=self._regroup,
            monitor=self._monitor,
            new_connection=self.new_connection.emit,
            choose_files=self.choose_files,
        )

    # opening

    def activate(self, node: Node) -> None:
        """Enter or a double click on a row."""
        connection = connection_of(node)
        if node.kind is Kind.RETRY:
            self._presenter.retry(node)
        elif node.kind is Kind.HIDDEN:
            self._presenter.toggle_hidden(node)
        elif node.kind is Kind.CONNECTION and connection is not None:
            self._tree.toggle_node(node, force_open=node.load is Load.FAILED)
            self.connection_activated.emit(connection.id)
        elif ref_of(node) is not None:
            if ref_of(node) == rows_of(node):
                self.open_data_of(node)
            else:
                self.show_properties_of(node)

    def open_data_of(self, node: Node) -> None:
        """Show the rows of the table or view that a row is, or is a part of."""
        found = rows_of(node)
        if found is not None:
            self.open_data.emit(found)

    def show_properties_of(self, node: Node) -> None:
        """Show everything about a row's object."""
        found = ref_of(node)
        if found is not None:
            self.show_properties.emit(found)

    def _open_editor_of(self, node: Node) -> None:
        connection = connection_of(node)
        if connection is not None:
            self.open_editor.emit(connection.id, database_of(node))

    # names and favourites

    def copy_names(self) -> None:
        """Put the names of the selected rows on the clipboard, quoted where SQL needs it."""
        rows = [node for node in self._tree.selected() if node.kind in NAMED or node.kind is Kind.CONNECTION]
        _copy(sql_name(node) for node in rows)

    def _copy_qualified(self) -> None:
        _copy(qualified_name(node) for node in self._tree.selected() if node.kind in NAMED)

    def toggle_favorite(self, node: Node) -> None:
        """Mark a row's object as a favourite, or take the mark away."""
        found = ref_of(node)
        if found is not None:
            self._favorites.toggle(found)

    # statements

    def _write(self, node: Node, statement: ObjectStatement) -> None:
        connection = connection_of(node)
        if connection is not None:
            self.write.emit(connection.id, database_of(node), f"{statement.sql};\n")

    async def _add_statements(self, menu: QMenu, node: Node, wanted: ObjectRef) -> None:
        """Add what can be written for an object to its menu, unless that was closed meanwhile."""
        try:
            found = await self._client.call("catalog.statements", wanted.write(), StatementList)
        except LapwingError as error:
            if isValid(menu):
                add_trouble(menu, error_texts(error)[0])
            return
        if isValid(menu):
            add_statements(menu, node, found.statements, self._handlers)

    # menus and questions

    def _show_menu(self, node: Node | None, at: QPoint) -> None:
        wanted = ref_of(node) if node is not None else None
        menu = object_menu(node, self._handlers, self._view, is_favorite=self._favorites.holds(wanted))
        if node is not None and wanted is not None:
            self._presenter.start(self._add_statements(menu, node, wanted))
        menu.popup(at)

    def _tell(self, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, QApplication.applicationDisplayName(), "", parent=self._view)
        box.setObjectName("navigator_message")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(visible_text(text, "\n"))
        box.finished.connect(box.deleteLater)
        box.open()

    def choose_files(self) -> None:
        """Let the person choose databases to open."""
        dialog = QFileDialog(self._view, self.tr("Open SQLite database"), str(Path.home()), _DATABASES)
        dialog.setObjectName("navigator_files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.files_chosen.emit(list(paths)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def edit(self, node: Node) -> None:
        """Let the person change the connection of a row."""
        connection = connection_of(node)
        if connection is not None:
            self.edit_connection.emit(connection.id)

    def _disconnect_from(self, node: Node) -> None:
        connection = connection_of(node)
        if connection is not None:
            self.disconnect_wanted.emit(connection.id)

    def _regroup(self, node: Node) -> None:
        connection = connection_of(node)
        if connection is not None:
            self.group_wanted.emit(connection.id)

    def _monitor(self, node: Node) -> None:
        connection = connection_of(node)
        if connection is not None:
            self.monitor_wanted.emit(connection.id)

    def remove(self, node: Node) -> None:
        """The Delete key: a favourite loses its mark; a connection goes off the list, after a question."""
        if node.kind is Kind.FAVORITE:
            self.toggle_favorite(node)
        else:
            self.ask_to_remove(node)

    def ask_to_remove(self, node: Node | None) -> None:
        """Ask whether a row's connection is to be taken off the list."""
        connection = connection_of(node) if node is not None and node.kind is Kind.CONNECTION else None
        if connection is None:
            return
        box = QMessageBox(self._view)
        box.setObjectName("navigator_remove")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Remove connection"))
        box.setText(self.tr("Remove {name} from the list?").format(name=visible_text(connection.name)))
        box.setInformativeText(self.tr("Its database is not touched. Editors that use it stay open."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        remove.setObjectName("navigator_remove.remove")
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        remove.clicked.connect(lambda: self.remove_connection.emit(connection.id))
        box.finished.connect(box.deleteLater)
        box.open()


def _copy(names: Iterable[str]) -> None:
    text = ", ".join(names)
    if text:
        QGuiApplication.clipboard().setText(text)
