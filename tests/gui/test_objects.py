"""Objects of a database in the window: properties, favourites, statements, truncating and dropping; real files."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMenu, QPushButton, QTabWidget, QToolButton

from helpers.databases import make_database
from helpers.names import HOSTILE_NAMES
from helpers.tabs import after_run, shown_rows
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.catalog import StatementKind
from lapwing.domain.connections import Connection, Environment, SaveConnection
from lapwing.domain.urls import sqlite_url
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.nodes import Kind, Node
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.object_change import ChangeDialog
from lapwing.gui.shell.page import Page
from lapwing.gui.shell.properties_page import PropertiesPage
from lapwing.gui.shell.properties_table import SectionTable
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.widgets import EmptyState, PlainLabel

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")

SHOP = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, "Total 10" NUMERIC);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE TABLE log (x);
INSERT INTO log VALUES (1), (2);
CREATE VIEW revenue AS SELECT sum("Total 10") AS total FROM orders;
"""
ORDERS = ObjectRef("shop", "", "table", "main", "orders")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", SHOP)


async def connected(
    window: MainWindow, path: Path, environment: Environment = Environment.NONE, *, read_only: bool = False
) -> None:
    """A connection called `shop`, open in the navigator down to its tables."""
    saved = Connection("shop", "shop", sqlite_url(path), "", environment, read_only)
    await window.client.call("connection.save", SaveConnection(saved))
    await eventually_async(lambda: window.saved.find("shop"))
    window.show()
    window.navigator.reveal("shop")
    await eventually_async(lambda: row(window, "orders") is not None)


def rows(window: MainWindow) -> list[Node]:
    """All rows that the navigator knows, from top to bottom."""
    tree, model = window.navigator.tree, window.navigator.tree.model()
    assert isinstance(model, TreeModel)
    found, index = [], model.index(0, 0)
    while index.isValid():
        found.append(model.node(index))
        index = tree.indexBelow(index)
    return found


def row(window: MainWindow, name: str, kind: Kind = Kind.RELATION) -> Node | None:
    """The first row in sight with a name."""
    return next((node for node in rows(window) if node.name == name and node.kind is kind), None)


def chosen(window: MainWindow, name: str, kind: Kind = Kind.RELATION) -> Node:
    node = row(window, name, kind)
    assert node is not None
    window.navigator.tree.choose(node)
    return node


async def properties(window: MainWindow) -> PropertiesPage:
    """The page in front, once it shows what it read."""
    await eventually_async(lambda: isinstance(window.documents.current, PropertiesPage))
    page = window.documents.current
    assert isinstance(page, PropertiesPage)
    await eventually_async(lambda: tabs(page).isVisible() and tabs(page).count())
    return page


def tabs(page: PropertiesPage) -> QTabWidget:
    found = page.findChild(QTabWidget, "properties_sections")
    assert isinstance(found, QTabWidget)
    return found


def section(page: PropertiesPage, name: str) -> SectionTable:
    """The table of a section, brought to the front."""
    found = page.findChild(SectionTable, f"section_{name}")
    assert isinstance(found, SectionTable)
    tabs(page).setCurrentWidget(found)
    return found


async def menu_of(window: MainWindow, name: str, kind: Kind = Kind.RELATION) -> QMenu:
    """The context menu of a row, with what the engine adds to it."""
    tree = window.navigator.tree
    chosen(window, name, kind)
    at = tree.visualRect(tree.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(tree.viewport(), event)
    menu = window.navigator.findChildren(QMenu, "navigator_menu")[-1]
    await eventually_async(lambda: menu.findChild(QMenu, "navigator_menu.statements"))
    return menu


def trigger(menu: QMenu, name: str) -> None:
    next(each for each in menu.actions() if each.objectName() == f"navigator_menu.{name}").trigger()


async def dialog_of(window: MainWindow) -> ChangeDialog:
    await eventually_async(lambda: window.findChildren(ChangeDialog))
    dialog = window.findChildren(ChangeDialog)[-1]
    await eventually_async(lambda: statement(dialog))
    return dialog


def statement(dialog: ChangeDialog) -> str:
    found = dialog.findChild(CodeView, "object_change.statement")
    assert isinstance(found, CodeView)
    return found.text()


def button(dialog: ChangeDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "object_change.do")
    assert isinstance(found, QPushButton)
    return found


async def pressed(dialog: ChangeDialog) -> None:
    """The button pressed, once it can be."""
    await eventually_async(button(dialog).isEnabled)
    button(dialog).click()


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_schema")}


# properties


async def test_properties_show_sections_that_sort_and_are_copied(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    chosen(window, "orders")
    show = window.actions_of_window.set.action("object.show_properties")
    await eventually_async(show.isEnabled)
    show.trigger()
    page = await properties(window)
    columns = section(page, "columns")
    assert [columns.cells(place)[0] for place in range(3)] == ["id", "customer_id", "Total 10"]
    columns.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [columns.cells(place)[0] for place in range(3)] == ["customer_id", "id", "Total 10"]

    whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    columns.selectionModel().select(columns.model().index(2, 0), whole_row)  # `selectRow` obeys keys that seem held
    assert {index.row() for index in columns.selectionModel().selectedIndexes()} == {2}
    page.handlers()["edit.copy"]()
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["Total 10", "NUMERIC"]
    assert isinstance(page.findChild(EmptyState, "section_triggers"), EmptyState)
    assert not page.grab().isNull()


async def test_the_definition_is_read_only_and_runs_as_it_was_copied(
    window: MainWindow, shop: Path, tmp_path: Path
) -> None:
    await connected(window, shop)
    window.navigator.properties_wanted.emit(ORDERS)
    page = await properties(window)
    code = page.findChild(CodeView, "ddl_code")
    assert isinstance(code, CodeView)
    tabs(page).setCurrentIndex(tabs(page).count() - 1)
    before = code.text()
    QTest.keyClicks(code, "x")
    assert code.text() == before
    copy = page.findChild(QToolButton, "ddl_copy")
    assert isinstance(copy, QToolButton)
    copy.click()
    again = make_database(tmp_path / "again.sqlite", QGuiApplication.clipboard().text())
    assert {"orders", "orders_customer"} <= tables_of(again)


async def test_what_changed_is_read_again_and_what_is_gone_is_told(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    window.navigator.properties_wanted.emit(ORDERS)
    page = await properties(window)
    make_database(shop, "ALTER TABLE orders ADD COLUMN note TEXT")
    refresh = page.findChild(QToolButton, "properties_refresh")
    assert isinstance(refresh, QToolButton)
    refresh.click()
    await eventually_async(lambda: len(section(page, "columns").section.rows) == 4)
    make_database(shop, "DROP VIEW revenue; DROP TABLE orders")
    page.reload()
    trouble = page.findChild(EmptyState, "properties_trouble")
    assert isinstance(trouble, EmptyState)
    await eventually_async(trouble.isVisible)
    assert "orders" in trouble.accessibleName()
    make_database(shop, "CREATE TABLE orders (id)")
    again = trouble.findChild(QPushButton, "properties_again")
    assert isinstance(again, QPushButton)
    again.click()
    await eventually_async(lambda: len(section(page, "columns").section.rows) == 1)


async def test_rows_lead_to_the_properties_of_what_they_tell_of(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    window.navigator.properties_wanted.emit(ORDERS)
    page = await properties(window)
    indexes = section(page, "indexes")
    indexes.setCurrentIndex(indexes.model().index(0, 0))
    QTest.keyClick(indexes, Qt.Key.Key_Return)
    await eventually_async(lambda: window.documents.current is not page)
    index = await properties(window)
    assert index.about == ObjectRef("shop", "", "index", "main", "orders_customer", parent="orders")
    window.navigator.properties_wanted.emit(ORDERS)
    assert window.documents.current is page


async def test_properties_come_back_and_read_nothing_before_they_are_seen(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    window.navigator.properties_wanted.emit(ORDERS)
    page = await properties(window)
    section(page, "indexes")
    state = page.state()
    assert state is not None
    await window.close_page(page)
    back = window.page_makers["properties"](window, state)
    assert isinstance(back, PropertiesPage)
    assert tabs(back).count() == 0
    window.add_page(back)
    await eventually_async(lambda: tabs(back).count())
    assert tabs(back).currentWidget().objectName() == "section_indexes"
    assert back.about == ORDERS


async def test_the_page_leads_to_its_rows_and_to_its_place_in_the_navigator(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    window.navigator.properties_wanted.emit(ObjectRef("shop", "", "view", "main", "revenue"))
    page = await properties(window)
    locate = window.actions_of_window.set.action("object.locate")
    await eventually_async(locate.isEnabled)
    locate.trigger()
    await eventually_async(lambda: window.navigator.tree.current and window.navigator.tree.current.name == "revenue")
    assert page.header.qualified_name == "main.revenue"


async def test_a_schema_has_properties_too(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    chosen(window, "main", Kind.SCHEMA)
    window.navigator.show_current_properties()
    page = await properties(window)
    assert ("file", str(shop)) in section(page, "definition").section.rows
    page.locate_wanted.emit(page.about)
    await eventually_async(lambda: window.navigator.tree.current and window.navigator.tree.current.name == "main")


# favourites


async def test_a_favourite_stands_on_top_and_is_kept(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    chosen(window, "orders")
    tree = window.navigator.tree
    at = QPoint(tree.viewport().width() - 10, tree.visualRect(tree.currentIndex()).center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    await eventually_async(lambda: row(window, "orders", Kind.FAVORITE))
    assert [node.name for node in rows(window)][:2] == ["Favourites", "orders"]
    await eventually_async((paths.state() / "favorites.json").exists)
    assert Favorites().objects == (ORDERS,)
    found = chosen(window, "orders", Kind.FAVORITE)
    window.navigator.tree.activated_node.emit(found)
    await eventually_async(lambda: isinstance(window.documents.current, Page))
    page = window.documents.current
    assert isinstance(page, Page)
    assert page.title == "orders"
    window.navigator.tree.close_all()
    locate = window.actions_of_window.set.action("object.locate")
    await eventually_async(locate.isEnabled)
    locate.trigger()
    await eventually_async(lambda: window.navigator.tree.current is row(window, "orders"))
    await window.close_page(page)
    chosen(window, "orders", Kind.FAVORITE)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    await eventually_async(lambda: row(window, "orders", Kind.FAVORITE) is None)


async def test_favourites_of_a_connection_go_with_it(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    favorites = Favorites.of(window.client)
    elsewhere = ObjectRef("another", "", "table", "main", "orders")
    for one in (ORDERS, elsewhere):
        favorites.toggle(one)
    window.navigator.remove_connection.emit("shop")
    await eventually_async(lambda: window.saved.find("shop") is None)
    await eventually_async(lambda: favorites.objects == (elsewhere,))
    await eventually_async(lambda: Favorites().objects == (elsewhere,))


async def test_a_file_of_favourites_from_a_newer_version_is_left_as_it_is(window: MainWindow, shop: Path) -> None:
    path = paths.state() / "favorites.json"
    path.write_text('{"version": 99, "objects": []}')
    favorites = Favorites()
    told: list[str] = []
    favorites.trouble.connect(told.append)
    favorites.toggle(ORDERS)
    assert "newer" in told[0]
    assert '"version": 99' in path.read_text()


# changing


async def test_a_table_is_dropped_after_its_statement_was_shown(window: MainWindow, shop: Path) -> None:
    await connected(window, shop)
    trigger(await menu_of(window, "log"), "object.drop")
    dialog = await dialog_of(window)
    assert statement(dialog).startswith("DROP TABLE")
    assert not any(box.isVisible() for box in dialog.findChildren(QCheckBox))
    assert [each.objectName() for each in dialog.findChildren(QPushButton) if each.isDefault()] == [
        "object_change.cancel"
    ]
    await pressed(dialog)
    await eventually_async(lambda: row(window, "log") is None)
    assert "log" not in tables_of(shop)


async def test_in_production_the_name_has_to_be_typed(window: MainWindow, shop: Path) -> None:
    await connected(window, shop, Environment.PRODUCTION)
    trigger(await menu_of(window, "log"), "object.truncate")
    dialog = await dialog_of(window)
    assert not button(dialog).isEnabled()
    field = dialog.findChild(QLineEdit, "object_change.name")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "log")
    await pressed(dialog)
    await eventually_async(lambda: not window.findChildren(ChangeDialog))
    with closing(sqlite3.connect(shop)) as database:
        assert database.execute("SELECT count(*) FROM log").fetchone() == (0,)


async def test_a_name_can_be_typed_just_as_the_statement_comes(window: MainWindow, shop: Path) -> None:
    await connected(window, shop, Environment.PRODUCTION)
    window.navigator.change_wanted.emit(ObjectRef("shop", "", "table", "main", "log"), StatementKind.TRUNCATE)
    dialog = window.findChildren(ChangeDialog)[-1]
    code, field = dialog.findChild(CodeView, "object_change.statement"), dialog.findChild(QLineEdit)
    assert isinstance(code, CodeView)
    assert isinstance(field, QLineEdit)
    assert not code.text()
    code.textChanged.connect(lambda: QTest.keyClicks(field, "log"))
    await pressed(dialog)
    await eventually_async(lambda: not window.findChildren(ChangeDialog))


async def test_what_the_server_refuses_is_told_in_its_words_and_the_dialog_stays(
    window: MainWindow, shop: Path
) -> None:
    await connected(window, shop)
    window.navigator.change_wanted.emit(ObjectRef("shop", "", "table", "main", "log"), StatementKind.DROP)
    dialog = await dialog_of(window)
    make_database(shop, "DROP TABLE log")
    await pressed(dialog)
    trouble = dialog.findChild(PlainLabel, "object_change.trouble")
    assert isinstance(trouble, PlainLabel)
    await eventually_async(trouble.isVisible)
    assert "no such table" in trouble.full_text
    dialog.reject()


async def test_on_a_read_only_connection_changes_are_not_to_be_had_and_it_says_why(
    window: MainWindow, shop: Path
) -> None:
    await connected(window, shop, read_only=True)
    menu = await menu_of(window, "log")
    drop = next(each for each in menu.actions() if each.objectName() == "navigator_menu.object.drop")
    assert not drop.isEnabled()
    assert drop.toolTip() == "The connection is read-only."
    menu.close()


# hostile names

_HOSTILE = ('"; DROP TABLE b; --', "<b>bold</b>", "a\nb", "\u202egnp.exe", 'a"b', "%s", " ", "&amp;", "\x1b[31m")


async def test_names_of_any_shape_work_in_tree_menu_properties_and_statements(
    window: MainWindow, tmp_path: Path, client: EngineClient
) -> None:
    assert set(_HOSTILE) <= set(HOSTILE_NAMES)
    path = tmp_path / "hostile.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE orders (x)")
        for name in _HOSTILE:
            quoted = name.replace('"', '""')
            database.execute(f'CREATE TABLE "{quoted}" ("{quoted}" INTEGER PRIMARY KEY)')
            database.execute(f'INSERT INTO "{quoted}" VALUES (7)')
        database.commit()
    await connected(window, path)
    for name in _HOSTILE:
        menu = await menu_of(window, name)
        trigger(menu.findChildren(QMenu)[0], "statement.select")
        menu.close()
        tab = window.tab
        assert tab is not None
        await tab.move_to(Place("shop"))
        await after_run(tab, tab.run_statement)
        assert shown_rows(tab) == [["7"]]
        chosen(window, name)
        window.navigator.show_current_properties()
        page = await properties(window)
        assert section(page, "columns").cells(0)[0] == name
        await window.close_page(page)
        await window.close_page(tab)
