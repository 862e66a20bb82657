"""The context menu of a row in the navigator: only what works on it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lapwing.gui.actions import ACTIONS, shortcut_text
from lapwing.gui.browser.nodes import NAMED, Kind, Node, connection_of, relation_of
from lapwing.gui.theme import icon


@dataclass(frozen=True, slots=True)
class ObjectHandlers:
    """What the entries do. `Node` is the row that the menu was asked for."""

    open_data: Callable[[Node], object]
    open_editor: Callable[[Node], object]
    copy_names: Callable[[], object]
    copy_select: Callable[[Node], object]
    refresh: Callable[[Node | None], object]
    remove: Callable[[Node], object]
    edit: Callable[[Node], object]
    new_connection: Callable[[], object]
    choose_files: Callable[[], object]


def object_menu(node: Node | None, handlers: ObjectHandlers, parent: QWidget) -> QMenu:
    """The menu for a row, or for the empty space below all rows. It goes when it is closed."""
    menu = QMenu(parent)
    menu.setObjectName("navigator_menu")
    menu.aboutToHide.connect(menu.deleteLater)
    if node is None:
        _add_declared(menu, "connection.new", handlers.new_connection)
        _add_declared(menu, "database.open", handlers.choose_files)
        _add_declared(menu, "catalog.refresh", lambda: handlers.refresh(None))
        return menu
    if relation_of(node) is not None:
        _add_declared(menu, "table.open_data", lambda: handlers.open_data(node))
    if connection_of(node) is not None:
        _add_declared(menu, "editor.open", lambda: handlers.open_editor(node))
        menu.addSeparator()
    if node.kind in NAMED or node.kind is Kind.CONNECTION:
        copy = QCoreApplication.translate("browser", "Copy n&ame")
        _add(menu, "name.copy", copy, "copy", handlers.copy_names)
    if node.kind is Kind.RELATION:
        select = QCoreApplication.translate("browser", "Copy &SELECT statement")
        _add(menu, "select.copy", select, "", lambda: handlers.copy_select(node))
    menu.addSeparator()
    _add_declared(menu, "catalog.refresh", lambda: handlers.refresh(node))
    if node.kind is Kind.CONNECTION:
        menu.addSeparator()
        _add_declared(menu, "connection.edit", lambda: handlers.edit(node))
        _add_declared(menu, "connection.remove", lambda: handlers.remove(node))
    return menu


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
    if icon_name:
        made.setIcon(icon(icon_name))
        made.setIconVisibleInMenu(False)
    made.triggered.connect(lambda _checked=False: handler())
    return made
