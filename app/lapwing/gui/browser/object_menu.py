"""The context menu of a row in the navigator: only what works on it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lapwing.domain.catalog import ObjectStatement, StatementKind
from lapwing.domain.connections import Connection
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.actions import ACTIONS, shortcut_text
from lapwing.gui.browser.names import qualified_name, sql_name
from lapwing.gui.browser.nodes import NAMED, Kind, Node, connection_of, ref_of, rows_of
from lapwing.gui.theme import icon
from lapwing.gui.widgets import caption, plain_tool_tip

CHANGING: Final = frozenset({StatementKind.TRUNCATE, StatementKind.DROP})
"""What is done behind a dialog of its own; all other statements are written into an editor."""
_TROUBLE_CHARS: Final = 80


@dataclass(frozen=True, slots=True)
class ObjectHandlers:
    """What the entries do. `Node` is the row that the menu was asked for."""

    open_data: Callable[[Node], object]
    export: Callable[[Node], object]
    import_into: Callable[[Node], object]
    open_editor: Callable[[Node], object]
    copy_names: Callable[[], object]
    copy_qualified: Callable[[], object]
    show_properties: Callable[[Node], object]
    toggle_favorite: Callable[[Node], object]
    locate: Callable[[Node], object]
    write: Callable[[Node, ObjectStatement], object]
    change: Callable[[Node, StatementKind], object]
    refresh: Callable[[Node | None], object]
    remove: Callable[[Node], object]
    edit: Callable[[Node], object]
    disconnect: Callable[[Node], object]
    regroup: Callable[[Node], object]
    monitor: Callable[[Node], object]
    new_connection: Callable[[], object]
    choose_files: Callable[[], object]


def object_menu(node: Node | None, handlers: ObjectHandlers, parent: QWidget, *, is_favorite: bool = False) -> QMenu:
    """The menu for a row, or for the empty space below all rows. It goes when it is closed.

    What can be written for an object is told by the engine: `add_statements` adds it.
    """
    menu = QMenu(parent)
    menu.setObjectName("navigator_menu")
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)
    if node is None:
        _add_declared(menu, "connection.new", handlers.new_connection)
        _add_declared(menu, "database.open", handlers.choose_files)
        _add_declared(menu, "catalog.refresh", lambda: handlers.refresh(None))
        return menu
    _add_opening(menu, node, handlers)
    _add_names(menu, node, handlers)
    if ref_of(node) is not None:
        _add_favorite(menu, node, handlers, is_favorite=is_favorite)
    menu.addSeparator()
    _add_declared(menu, "catalog.refresh", lambda: handlers.refresh(node))
    if node.kind is Kind.CONNECTION:
        menu.addSeparator()
        _add_declared(menu, "connection.disconnect", lambda: handlers.disconnect(node))
        if isinstance(node.fact, Connection) and node.fact.is_temporary:
            save = QCoreApplication.translate("browser", "&Save this connection…")
            _add(menu, "connection.save", save, "save", lambda: handlers.edit(node))
        else:
            _add_declared(menu, "connection.edit", lambda: handlers.edit(node))
            _add_declared(menu, "connection.group", lambda: handlers.regroup(node))
        _add_declared(menu, "connection.remove", lambda: handlers.remove(node))
    return menu


def _add_opening(menu: QMenu, node: Node, handlers: ObjectHandlers) -> None:
    if rows_of(node) is not None:
        _add_declared(menu, "table.open_data", lambda: handlers.open_data(node))
        _add_declared(menu, "table.export", lambda: handlers.export(node))
    if rows_of(node) is not None or node.kind is Kind.SCHEMA:
        _add_declared(menu, "table.import", lambda: handlers.import_into(node))
    if ref_of(node) is not None:
        _add_declared(menu, "object.show_properties", lambda: handlers.show_properties(node))
    if connection_of(node) is not None:
        _add_declared(menu, "editor.open", lambda: handlers.open_editor(node))
        if node.kind is Kind.CONNECTION:
            _add_declared(menu, "monitor.open", lambda: handlers.monitor(node))
        menu.addSeparator()


def _add_names(menu: QMenu, node: Node, handlers: ObjectHandlers) -> None:
    if node.kind in NAMED or node.kind is Kind.CONNECTION:
        copy = QCoreApplication.translate("browser", "Cop&y name")
        _add(menu, "name.copy", copy, "copy", handlers.copy_names)
    if node.kind in NAMED and qualified_name(node) != sql_name(node):
        copy = QCoreApplication.translate("browser", "Copy &qualified name")
        _add(menu, "name.copy_qualified", copy, "", handlers.copy_qualified)


def _add_favorite(menu: QMenu, node: Node, handlers: ObjectHandlers, *, is_favorite: bool) -> None:
    if node.kind is Kind.FAVORITE:
        show = QCoreApplication.translate("browser", "&Show among all objects")
        _add(menu, "object.locate", show, "locate", lambda: handlers.locate(node))
    if is_favorite:
        title = QCoreApplication.translate("browser", "Remove from &favourites")
    else:
        title = QCoreApplication.translate("browser", "Add to &favourites")
    _add(menu, "favorite.toggle", title, "star", lambda: handlers.toggle_favorite(node))


def add_statements(menu: QMenu, node: Node, statements: Sequence[ObjectStatement], handlers: ObjectHandlers) -> None:
    """Add what can be written for a row's object, at the end of its menu.

    What changes the object is there but cannot be chosen where the connection is read-only; its tip says so.
    """
    written = [found for found in statements if found.kind not in CHANGING]
    if written:
        menu.addSeparator()
        submenu = menu.addMenu(QCoreApplication.translate("browser", "&Generate SQL"))
        submenu.setObjectName("navigator_menu.statements")
        for found in written:
            name = f"statement.{found.kind}"
            _add(submenu, name, found.kind.value.upper(), "", partial(handlers.write, node, found))
    connection = connection_of(node)
    changing = [found.kind for found in statements if found.kind in CHANGING]
    if changing:
        menu.addSeparator()
    for kind in changing:
        title, drawing = _change_words(kind)
        made = _add(menu, f"object.{kind}", title, drawing, partial(handlers.change, node, kind))
        if connection is not None and connection.read_only:
            made.setEnabled(False)
            made.setToolTip(QCoreApplication.translate("browser", "The connection is read-only."))


def add_trouble(menu: QMenu, sentence: str) -> None:
    """Say at the end of a menu why statements are missing there."""
    menu.addSeparator()
    made = _add(menu, "statements.trouble", caption(sentence[:_TROUBLE_CHARS]), "", lambda: None)
    made.setToolTip(plain_tool_tip(sentence))
    made.setEnabled(False)


def _change_words(kind: StatementKind) -> tuple[str, str]:
    if kind is StatementKind.TRUNCATE:
        return QCoreApplication.translate("browser", "Tr&uncate…"), "truncate"
    return QCoreApplication.translate("browser", "Dr&op…"), "trash"


def _add_declared(menu: QMenu, action_id: str, handler: Callable[[], object]) -> None:
    """An entry that reads like the action of the menu bar; here it is about this row."""
    declared = ACTIONS[action_id]
    made = _add(menu, action_id, declared.shown_title(), declared.icon, handler)
    keys = shortcut_text(declared)
    if keys:
        made.setText(f"{made.text()}\t{keys}")


def _add(menu: QMenu, name: str, title: str, icon_name: str, handler: Callable[[], object]) -> QAction:
    made = menu.addAction(title)
    made.setObjectName(f"navigator_menu.{name}")
    made.setToolTip("")
    if icon_name:
        made.setIcon(icon(icon_name))
        made.setIconVisibleInMenu(False)
    made.triggered.connect(lambda _checked=False: handler())
    return made
