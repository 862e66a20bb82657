"""The navigator: connections and what their databases hold, at the left of the window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMessageBox, QStackedLayout, QVBoxLayout, QWidget

from lapwing.domain.catalog import Schema
from lapwing.domain.errors import LapwingError
from lapwing.domain.visible import visible_text
from lapwing.gui.actions import Fact
from lapwing.gui.browser.empty import NothingFits, NothingYet
from lapwing.gui.browser.names import dialect_of, select_statement, sql_name
from lapwing.gui.browser.nodes import NAMED, Kind, Load, Node, connection_of, relation_of, schema_of
from lapwing.gui.browser.object_menu import ObjectHandlers, object_menu
from lapwing.gui.browser.presenter import NavigatorPresenter
from lapwing.gui.browser.tree import NavigatorTree
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_texts
from lapwing.gui.widgets import PlainLabel, SearchField, Spinner, ToolButton

_DATABASES: Final = "SQLite (*.sqlite *.sqlite3 *.db *.db3 *.s3db *.sl3);;*"
_TYPING_MS: Final = 60
"""The filter waits this long for the next letter when there is much to look through."""
_MANY: Final = 3_000


class NavigatorView(QWidget):
    """Header, filter and tree. Everything is read from the engine when it is first needed. GUI thread.

    Attributes:
        tree: The tree itself, for the focus.

    Signals:
        open_data(str, str, str): Show the rows of a table or view: connection id, its name as SQL takes it, its name.
        open_editor(str): An editor on a connection.
        connection_activated(str): Enter or a double click on a connection.
        remove_connection(str): The person said so.
        edit_connection(str): The person wants to change it.
        new_connection(): The person wants to make one.
        files_chosen(list[str]): Paths of files to be opened.
        selection_changed(): Something else is current or selected; `facts` may be others.
    """

    open_data = Signal(str, str, str)
    open_editor = Signal(str)
    connection_activated = Signal(str)
    remove_connection = Signal(str)
    edit_connection = Signal(str)
    new_connection = Signal()
    files_chosen = Signal(list)
    selection_changed = Signal()

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigator")
        self.setAccessibleName(self.tr("Navigator"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wanted = ""
        self._is_listed = False
        self._model = TreeModel(self)
        self._presenter = NavigatorPresenter(client, self._model, self)
        self.tree = NavigatorTree(self._model, self)
        self._nothing_yet = NothingYet(self)
        self._nothing_fits = NothingFits(self)
        self._busy = Spinner(self, px=14, name="navigator_busy")
        self._filter = SearchField(self.tr("Filter objects"), self, name="navigator_filter")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._lay_out()
        self._connect()
        self._handlers = ObjectHandlers(
            self._open_data_of,
            self._open_editor_of,
            self.copy_names,
            self._copy_select,
            self._presenter.refresh,
            self._ask_to_remove,
            self._edit,
            self.new_connection.emit,
            self.choose_files,
        )

    def _lay_out(self) -> None:
        heading = PlainLabel(self.tr("Connections").upper(), look="heading")
        heading.setObjectName("navigator_heading")
        across = QHBoxLayout()
        across.setContentsMargins(10, 0, 5, 0)
        across.setSpacing(0)
        across.addWidget(heading)
        across.addStretch(1)
        across.addWidget(self._busy)
        across.addSpacing(4)
        for name, drawing, tip, handler in (
            ("navigator_add", "plus", self.tr("New connection"), self.new_connection.emit),
            ("navigator_refresh", "refresh", self.tr("Read everything again"), lambda: self._presenter.refresh(None)),
            ("navigator_close_all", "collapse", self.tr("Collapse all"), self.tree.close_all),
        ):
            button = ToolButton(drawing, name=name, tip=tip, color="dim_text")
            button.setFixedWidth(23)
            button.clicked.connect(lambda _checked=False, do=handler: do())
            across.addWidget(button)
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(8, 0, 8, 3)
        filter_row.addWidget(self._filter)
        self._places = QStackedLayout()
        for place in (self.tree, self._nothing_yet, self._nothing_fits):
            self._places.addWidget(place)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 4, 0, 0)
        down.setSpacing(4)
        down.addLayout(across)
        down.addLayout(filter_row)
        down.addLayout(self._places, 1)

    def _connect(self) -> None:
        tree, presenter, model = self.tree, self._presenter, self._model
        tree.opened.connect(presenter.load)
        tree.activated_node.connect(self._activate)
        tree.menu_wanted.connect(self._show_menu)
        tree.remove_wanted.connect(self._ask_to_remove)
        tree.copy_wanted.connect(self.copy_names)
        tree.chosen.connect(self.selection_changed)
        presenter.listed.connect(self._listed)
        presenter.busy.connect(lambda is_busy: self._busy.start() if is_busy else self._busy.stop())
        model.rebuilt.connect(self._show_place)
        model.rowsInserted.connect(self._show_place)
        model.rowsRemoved.connect(self._show_place)
        self._nothing_yet.file_wanted.connect(self.choose_files)
        self._nothing_yet.connection_wanted.connect(self.new_connection)
        self._typing.timeout.connect(self._apply_filter)
        self._filter.textChanged.connect(self._filter_typed)
        self._filter.returnPressed.connect(self._enter_tree)

    # what is there

    @property
    def current_connection_id(self) -> str:
        """The connection that the current row belongs to, or empty."""
        connection = connection_of(self.tree.current) if self.tree.current is not None else None
        return connection.id if connection is not None else ""

    def has_focus(self) -> bool:
        """Whether the keyboard is in the tree."""
        return self.tree.hasFocus()

    def facts(self) -> set[Fact]:
        """What is so here, for the actions."""
        node = self.tree.current
        holds = {
            Fact.CONNECTION: node is not None and connection_of(node) is not None,
            Fact.RELATION: node is not None and relation_of(node) is not None,
            Fact.NAMES_SELECTED: self.has_focus() and any(row.kind in NAMED for row in self.tree.selected()),
        }
        return {fact for fact, is_so in holds.items() if is_so}

    def reveal(self, connection_id: str) -> None:
        """Choose a connection and open it; once it is listed, where it is not yet."""
        self._wanted = connection_id
        self._reveal_wanted()

    def _reveal_wanted(self) -> None:
        for node in self._model.connections():
            if node.key == self._wanted:
                self._wanted = ""
                self._filter.clear()
                self._apply_filter()
                self.tree.choose(node)
                self.tree.open_node(node)
                return

    def reveal_relation(self, connection_id: str, schema: str, relation: str) -> None:
        """Choose a table or view, once what it is in has been read; an empty schema is the default one."""
        self._presenter.start(self._reveal_relation(connection_id, schema, relation))

    async def _reveal_relation(self, connection_id: str, schema: str, relation: str) -> None:
        connection = next((node for node in self._model.connections() if node.key == connection_id), None)
        if connection is None:
            return
        self._filter.clear()
        self._apply_filter()
        await self._presenter.loaded(connection)
        schemas = [node for node in connection.children if isinstance(node.fact, Schema)]
        for node in schemas:
            if isinstance(node.fact, Schema) and (node.name == schema or (not schema and node.fact.is_default)):
                await self._presenter.loaded(node)
        places = [connection, *(node for node in schemas if not schema or node.name == schema)]
        found = next((node for place in places for node in relations_below(place) if node.name == relation), None)
        if found is not None:
            self.tree.choose(found)

    def _listed(self) -> None:
        self._is_listed = True
        self._show_place()
        if self._wanted:
            self._reveal_wanted()

    def _show_place(self) -> None:
        """The tree, or why it is empty."""
        if self._model.root.shown or not self._is_listed:
            self._places.setCurrentWidget(self.tree)
        elif self._model.is_filtered:
            self._places.setCurrentWidget(self._nothing_fits)
        else:
            self._places.setCurrentWidget(self._nothing_yet)

    # filter

    def _filter_typed(self) -> None:
        self._typing.start(_TYPING_MS if len(self._model) > _MANY else 0)

    def _apply_filter(self) -> None:
        self._typing.stop()
        self._model.set_filter(self._filter.text())
        self._show_place()

    def _enter_tree(self) -> None:
        """Enter in the filter goes to the first row that fits."""
        self._apply_filter()
        fitting = next((node for node in _shown(self._model.root) if self._model.fits(node)), None)
        if fitting is not None:
            self.tree.choose(fitting)
            self.tree.setFocus()

    # what is done

    def open_current(self) -> None:
        """Show the rows of the current table or view."""
        if self.tree.current is not None:
            self._open_data_of(self.tree.current)

    def refresh(self) -> None:
        """Read the connection of the current row again, or everything where there is none."""
        self._presenter.refresh(self.tree.current)

    def ask_to_remove_current(self) -> None:
        """Ask whether the current row's connection is to be taken off the list."""
        if self.tree.current is not None:
            self._ask_to_remove(self.tree.current.above(Kind.CONNECTION))

    def edit_current(self) -> None:
        """Let the person change the connection of the current row."""
        if self.tree.current is not None:
            self._edit(self.tree.current)

    def _edit(self, node: Node) -> None:
        connection = connection_of(node)
        if connection is not None:
            self.edit_connection.emit(connection.id)

    def copy_names(self) -> None:
        """Put the names of the selected rows on the clipboard, quoted where SQL needs it."""
        names = [sql_name(node) for node in self.tree.selected() if node.kind in NAMED or node.kind is Kind.CONNECTION]
        if names:
            QGuiApplication.clipboard().setText(", ".join(names))

    def choose_files(self) -> None:
        """Let the person choose databases to open."""
        dialog = QFileDialog(self, self.tr("Open SQLite database"), str(Path.home()), _DATABASES)
        dialog.setObjectName("navigator_files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.files_chosen.emit(list(paths)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _activate(self, node: Node) -> None:
        connection = connection_of(node)
        if node.kind is Kind.RETRY:
            self._presenter.retry(node)
        elif node.kind is Kind.RELATION:
            self._open_data_of(node)
        elif node.kind is Kind.CONNECTION and connection is not None:
            self.tree.setExpanded(self._model.index_of(node), not self._model.is_open(node) or node.load is Load.FAILED)
            self.connection_activated.emit(connection.id)

    def _open_data_of(self, node: Node) -> None:
        relation, connection = relation_of(node), connection_of(node)
        if relation is not None and connection is not None:
            self.open_data.emit(connection.id, sql_name(node.above(Kind.RELATION) or node), relation.name)

    def _open_editor_of(self, node: Node) -> None:
        connection = connection_of(node)
        if connection is not None:
            self.open_editor.emit(connection.id)

    def _copy_select(self, node: Node) -> None:
        self._presenter.start(self._copy_select_of(node))

    async def _copy_select_of(self, node: Node) -> None:
        try:
            details = await self._presenter.details(node)
        except LapwingError as error:
            self._tell(" ".join(error_texts(error)))
            return
        statement = select_statement(details, schema_of(node), dialect_of(connection_of(node)))
        QGuiApplication.clipboard().setText(statement)

    def _show_menu(self, node: Node | None, at: QPoint) -> None:
        object_menu(node, self._handlers, self).popup(at)

    def _tell(self, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, QApplication.applicationDisplayName(), "", parent=self)
        box.setObjectName("navigator_message")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(visible_text(text, "\n"))
        box.finished.connect(box.deleteLater)
        box.open()

    def _ask_to_remove(self, node: Node | None) -> None:
        connection = connection_of(node) if node is not None and node.kind is Kind.CONNECTION else None
        if connection is None:
            return
        box = QMessageBox(self)
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


def relations_below(node: Node) -> Iterator[Node]:
    """The tables and views in the folders of a row, as far as they are known."""
    for child in node.children:
        if child.kind is Kind.RELATION:
            yield child
        elif child.kind is Kind.FOLDER:
            yield from relations_below(child)


def _shown(node: Node) -> list[Node]:
    """All rows that the filter lets through, in order."""
    return [found for child in node.shown for found in (child, *_shown(child))]
