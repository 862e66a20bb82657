"""The navigator: connections and what their databases hold, at the left of the window."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from lapwing.gui.actions import Fact
from lapwing.gui.browser.deeds import ObjectDeeds
from lapwing.gui.browser.empty import NothingFits, NothingYet
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.locating import find_row
from lapwing.gui.browser.nodes import NAMED, Kind, Node, connection_of, database_of, ref_of, rows_of
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.browser.presenter import NavigatorPresenter
from lapwing.gui.browser.tree import NavigatorTree
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.client import EngineClient
from lapwing.gui.widgets import PlainLabel, SearchField, Spinner, ToolButton

_TYPING_MS: Final = 60
"""The filter waits this long for the next letter when there is much to look through."""
_MANY: Final = 3_000


class NavigatorView(QWidget):
    """Header, filter and tree. Everything is read from the engine when it is first needed. GUI thread.

    Attributes:
        tree: The tree itself, for the focus.

    Signals:
        open_data(str, str, str, str): Show the rows of a table or view: connection id, schema, its name, and another
            database of the server or nothing.
        export_wanted(Node): The rows of the table or view that a row is, or is a part of, are to be exported.
        import_wanted(Node): The rows of a file are to go into the table that a row is, or into one of its schema.
        open_editor(str, str): An editor on a connection: its id, and another database of its server or nothing.
        connection_activated(str): Enter or a double click on a connection.
        remove_connection(str): The person said so.
        edit_connection(str): The person wants to change it.
        disconnect_wanted(str): All that is open on a connection is to be closed.
        group_wanted(str): A connection is to be put into another group.
        monitor_wanted(str): How its server does is to be shown.
        new_connection(): The person wants to make one.
        files_chosen(list[str]): Paths of files to be opened.
        selection_changed(): Something else is current or selected; `facts` may be others.
        properties_wanted(ObjectRef): Show everything about an object.
        statement_wanted(str, str, str): A new editor with a statement: connection id, database as above, text.
        change_wanted(ObjectRef, StatementKind): Ask before an object is emptied or dropped.
    """

    open_data = Signal(str, str, str, str)
    export_wanted = Signal(object)
    import_wanted = Signal(object)
    open_editor = Signal(str, str)
    connection_activated = Signal(str)
    remove_connection = Signal(str)
    edit_connection = Signal(str)
    disconnect_wanted = Signal(str)
    group_wanted = Signal(str)
    monitor_wanted = Signal(str)
    new_connection = Signal()
    files_chosen = Signal(list)
    selection_changed = Signal()
    properties_wanted = Signal(object)
    statement_wanted = Signal(str, str, str)
    change_wanted = Signal(object, object)

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
        self.tree = NavigatorTree(self._model, Favorites.of(client), self)
        self._deeds = ObjectDeeds(client, self.tree, self._presenter, self)
        self._nothing_yet = NothingYet(self)
        self._nothing_fits = NothingFits(self)
        self._busy = Spinner(self, px=14, name="navigator_busy")
        self._filter = SearchField(self.tr("Filter objects"), self, name="navigator_filter")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._lay_out()
        self._connect()

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
        tree.typed.connect(self._type_into_filter)
        tree.chosen.connect(self.selection_changed)
        presenter.listed.connect(self._listed)
        presenter.left.connect(tree.close_node)
        presenter.busy.connect(lambda is_busy: self._busy.start() if is_busy else self._busy.stop())
        model.rebuilt.connect(self._show_place)
        model.rowsInserted.connect(self._show_place)
        model.rowsRemoved.connect(self._show_place)
        self._connect_deeds()
        self._nothing_yet.file_wanted.connect(self._deeds.choose_files)
        self._nothing_yet.connection_wanted.connect(self.new_connection)
        self._typing.timeout.connect(self._apply_filter)
        self._filter.textChanged.connect(self._filter_typed)
        self._filter.returnPressed.connect(self._enter_tree)
        self._filter.left_downwards.connect(self._enter_tree)

    def _connect_deeds(self) -> None:
        deeds = self._deeds
        deeds.export.connect(self.export_wanted)
        deeds.import_into.connect(self.import_wanted)
        deeds.open_data.connect(
            lambda found: self.open_data.emit(found.connection_id, found.schema, found.name, found.database)
        )
        deeds.open_editor.connect(self.open_editor)
        deeds.show_properties.connect(self.properties_wanted)
        deeds.write.connect(self.statement_wanted)
        deeds.change.connect(self.change_wanted)
        deeds.connection_activated.connect(self.connection_activated)
        deeds.remove_connection.connect(self.remove_connection)
        deeds.edit_connection.connect(self.edit_connection)
        deeds.disconnect_wanted.connect(self.disconnect_wanted)
        deeds.group_wanted.connect(self.group_wanted)
        deeds.monitor_wanted.connect(self.monitor_wanted)
        deeds.new_connection.connect(self.new_connection)
        deeds.files_chosen.connect(self.files_chosen)
        deeds.locate.connect(self.reveal_object)

    # what is there

    @property
    def current_connection_id(self) -> str:
        """The connection that the current row belongs to, or empty."""
        connection = connection_of(self.tree.current) if self.tree.current is not None else None
        return connection.id if connection is not None else ""

    @property
    def current_database(self) -> str:
        """The other database of the server that the current row is, or lies in; empty for the connection's own."""
        return database_of(self.tree.current) if self.tree.current is not None else ""

    def has_focus(self) -> bool:
        """Whether the keyboard is in the tree."""
        return self.tree.hasFocus()

    def facts(self) -> set[Fact]:
        """What is so here, for the actions."""
        node = self.tree.current
        holds = {
            Fact.CONNECTION: node is not None and connection_of(node) is not None,
            Fact.RELATION: node is not None and rows_of(node) is not None,
            Fact.OBJECT: node is not None and ref_of(node) is not None,
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

    def reveal_relation(self, connection_id: str, schema: str, relation: str, database: str = "") -> None:
        """Choose a table or view, once what it is in has been read; an empty schema is the default one."""
        self.reveal_object(ObjectRef(connection_id, database, schema=schema, name=relation))

    def reveal_object(self, wanted: ObjectRef) -> None:
        """Choose an object's row, once what it is in has been read. Nothing happens where there is no such row."""
        self._presenter.start(self._reveal_object(wanted))

    async def _reveal_object(self, wanted: ObjectRef) -> None:
        self._filter.clear()
        self._apply_filter()
        found = await find_row(self._model, self._presenter, wanted)
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
        if self._model.is_filtered:
            self._presenter.load_for_filter()
        self._show_place()

    def focus_filter(self) -> None:
        """Let the person type what to look for."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _type_into_filter(self, text: str) -> None:
        """Letters typed in the tree narrow it down."""
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.insert(text)

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
            self._deeds.open_data_of(self.tree.current)

    def show_current_properties(self) -> None:
        """Show everything about the current object."""
        if self.tree.current is not None:
            self._deeds.show_properties_of(self.tree.current)

    def toggle_current_favorite(self) -> None:
        """Mark the current object as a favourite, or take the mark away."""
        if self.tree.current is not None:
            self._deeds.toggle_favorite(self.tree.current)

    def copy_names(self) -> None:
        """Put the names of the selected rows on the clipboard, quoted where SQL needs it."""
        self._deeds.copy_names()

    def refresh(self) -> None:
        """Read the connection of the current row again, or everything where there is none."""
        self._presenter.refresh(self.tree.current)

    def refresh_connection(self, connection_id: str) -> None:
        """Read one connection again, as far as it is loaded."""
        self._presenter.refresh_connection(connection_id)

    def leave(self, connection_id: str) -> None:
        """Close a connection's row and read nothing more of it before it is opened again."""
        self._presenter.leave(connection_id)

    def ask_to_remove_current(self) -> None:
        """Ask whether the current row's connection is to be taken off the list."""
        if self.tree.current is not None:
            self._deeds.ask_to_remove(self.tree.current.above(Kind.CONNECTION))

    def edit_current(self) -> None:
        """Let the person change the connection of the current row."""
        if self.tree.current is not None:
            self._deeds.edit(self.tree.current)


def _shown(node: Node) -> list[Node]:
    """All rows that the filter lets through, in order."""
    return [found for child in node.shown for found in (child, *_shown(child))]
