"""The navigator as a person uses it, with a real engine and real files."""

import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QCursor, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QMessageBox, QPushButton, QToolButton

from helpers.databases import make_database, save_connection
from helpers.engine_ends import end_engine, send
from helpers.waiting import eventually_async
from lapwing.domain.connections import CloseSession, Environment, OpenSession, RemoveConnection, SessionFacts
from lapwing.domain.query import RunQuery
from lapwing.gui.actions import Fact
from lapwing.gui.browser.navigator import NavigatorView
from lapwing.gui.client import EngineClient
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import Spinner, ToolButton

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")

SHOP = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, "Total" NUMERIC);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE TRIGGER orders_touch AFTER UPDATE ON orders BEGIN SELECT 1; END;
CREATE TABLE "two words" (x);
CREATE VIEW revenue AS SELECT 1 AS total;
"""
TABLES = [
    "shop",
    "  main",
    "    Tables 3",
    "      customers",
    "      orders",
    "      two words",
    "    Views 1",
    "    Indexes 1",
    "    Triggers 1",
]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", SHOP)


@pytest_asyncio.fixture
async def navigator(client: EngineClient, dark: Theme) -> AsyncIterator[NavigatorView]:
    view = NavigatorView(client)
    view.resize(264, 740)
    view.show()
    view.activateWindow()
    yield view
    view.close()
    view.deleteLater()


def lines(view: NavigatorView) -> list[str]:
    """What is seen, a row a line: indented, with the count of folders behind their name.

    Without what the server itself has, such as SQLite's functions: it differs by version.
    """
    tree, model, found = view.tree, view.tree.model(), []
    index = model.index(0, 0)
    while index.isValid():
        deep = depth(index)
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        title = str(index.data())
        count = said.removeprefix(f"{title}, ") if said.removeprefix(f"{title}, ").isdigit() else ""
        if deep != 1 or not count:
            found.append("  " * deep + f"{title} {count}".rstrip())
        index = tree.indexBelow(index)
    return found


def row(view: NavigatorView, title: str) -> QModelIndex:
    """The index of the first visible row with a title; with one indented as in `lines`, of the first so deep."""
    tree, wanted = view.tree, title.strip()
    index = tree.model().index(0, 0)
    while index.isValid() and not (index.data() == wanted and title in (wanted, "  " * depth(index) + wanted)):
        index = tree.indexBelow(index)
    assert index.isValid(), f"no row {title} in {lines(view)}"
    return index


def depth(index: QModelIndex) -> int:
    """How many rows a row lies in."""
    return 1 + depth(index.parent()) if index.parent().isValid() else 0


async def opened(view: NavigatorView, client: EngineClient, path: Path, connection_id: str = "shop") -> None:
    """Save a connection, and open it in the navigator."""
    await save_connection(client, path, connection_id)
    view.reveal(connection_id)
    await eventually_async(lambda: "    Triggers 1" in lines(view))


async def run_sql(client: EngineClient, sql: str, connection_id: str = "shop") -> None:
    session = await client.call("session.open", OpenSession(connection_id), SessionFacts)
    await client.call("query.run", RunQuery("run", session.session_id, sql))
    await client.call("session.close", CloseSession(session.session_id))


def center(view: NavigatorView, title: str) -> QPoint:
    return view.tree.visualRect(row(view, title)).center()


def press(view: NavigatorView, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.tree, key, modifiers)


def menu_of(view: NavigatorView, title: str) -> QMenu:
    at = center(view, title)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.tree.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.tree.viewport(), event)
    menu = view.findChildren(QMenu)[-1]
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, title: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "").startswith(title)).trigger()
    menu.close()


# opening


async def test_a_saved_connection_appears_and_opens_down_to_its_tables(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    assert lines(navigator) == TABLES


async def test_a_table_opens_to_its_columns_indexes_and_triggers(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.tree.setCurrentIndex(row(navigator, "orders"))
    press(navigator, Qt.Key.Key_Right)
    await eventually_async(lambda: "        id" in lines(navigator))
    assert lines(navigator)[5:10] == [
        "        id",
        "        customer_id",
        "        Total",
        "        Indexes 1",
        "        Triggers 1",
    ]


async def test_a_view_opens_to_its_columns(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    await opened(navigator, client, shop)
    navigator.tree.expand(row(navigator, "Views"))
    navigator.tree.expand(row(navigator, "revenue"))
    await eventually_async(lambda: "        total" in lines(navigator))


async def test_a_table_is_shown_although_its_connection_was_made_a_moment_ago(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await save_connection(client, shop)
    navigator.reveal_relation("shop", "main", "orders")
    await eventually_async(lambda: navigator.tree.current is not None and navigator.tree.current.name == "orders")


async def test_without_connections_there_is_a_way_to_begin(navigator: NavigatorView) -> None:
    await eventually_async(lambda: navigator.findChild(QPushButton, "navigator_nothing_yet.open").isVisible())


async def test_nothing_is_claimed_before_the_engine_has_answered(dark: Theme, qtbot) -> None:
    view = NavigatorView(EngineClient())
    qtbot.addWidget(view)
    view.show()
    assert not view.findChild(QPushButton, "navigator_nothing_yet.open").isVisible()


async def test_what_lasts_shows_that_it_runs_and_then_what_came(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await save_connection(client, shop)
    with closing(sqlite3.connect(shop, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        navigator.reveal("shop")
        await eventually_async(lambda: any("Loading…" in line for line in lines(navigator)))
        assert not navigator.grab().isNull()
        holder.execute("ROLLBACK")
    await eventually_async(lambda: lines(navigator) == TABLES)


async def test_an_error_is_told_in_its_place_and_can_be_tried_again(
    navigator: NavigatorView, client: EngineClient, tmp_path: Path
) -> None:
    path = tmp_path / "later.sqlite"
    await save_connection(client, path)
    navigator.reveal("shop")
    await eventually_async(lambda: len(lines(navigator)) == 3)
    assert lines(navigator) == ["later", f"  {path} does not exist.", "  Try again"]
    make_database(path, SHOP)
    QTest.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=center(navigator, "Try again"))
    await eventually_async(lambda: "    Tables 3" in lines(navigator))


async def test_an_engine_that_died_is_started_again_by_opening_something(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    send(client, signal.SIGKILL)
    navigator.tree.expand(row(navigator, "orders"))
    await eventually_async(lambda: "        id" in lines(navigator) or "        Try again" in lines(navigator))
    if "        Try again" in lines(navigator):
        QTest.mouseClick(
            navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=center(navigator, "        Try again")
        )
    await eventually_async(lambda: "        id" in lines(navigator))


# keeping up


async def test_a_new_table_appears_and_nothing_else_moves(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.tree.expand(row(navigator, "orders"))
    await eventually_async(lambda: "        id" in lines(navigator))
    navigator.tree.setCurrentIndex(row(navigator, "customer_id"))
    await run_sql(client, "CREATE TABLE invoices (id INTEGER PRIMARY KEY)")
    await eventually_async(lambda: "      invoices" in lines(navigator))
    assert "        customer_id" in lines(navigator)
    assert navigator.tree.currentIndex().data() == "customer_id"
    assert "    Tables 4" in lines(navigator)


async def test_a_new_column_appears_in_a_table_that_is_open(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.tree.expand(row(navigator, "orders"))
    await eventually_async(lambda: "        id" in lines(navigator))
    await run_sql(client, "ALTER TABLE orders ADD COLUMN note TEXT")
    await eventually_async(lambda: "        note" in lines(navigator))


async def test_what_others_changed_appears_on_refresh(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.tree.expand(row(navigator, "orders"))
    await eventually_async(lambda: "        id" in lines(navigator))
    navigator.tree.collapse(row(navigator, "orders"))
    make_database(shop, "DROP TABLE customers; ALTER TABLE orders ADD COLUMN note TEXT;")
    navigator.refresh()
    await eventually_async(lambda: "      customers" not in lines(navigator))
    navigator.tree.expand(row(navigator, "orders"))
    await eventually_async(lambda: "        note" in lines(navigator))


async def test_a_refresh_that_fails_says_so_and_keeps_what_was_there(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    moved = shop.rename(shop.with_name("moved.sqlite"))
    await client.call("connection.remove", RemoveConnection("other"))
    await end_engine(client)
    await client.reach()
    navigator.refresh()
    await eventually_async(lambda: "  Try again" in lines(navigator))
    assert "      orders" in lines(navigator)
    moved.rename(shop)
    QTest.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=center(navigator, "  Try again"))
    await eventually_async(lambda: lines(navigator) == TABLES)


async def test_a_removed_connection_goes_and_a_renamed_one_stays_open(
    navigator: NavigatorView, client: EngineClient, shop: Path, tmp_path: Path
) -> None:
    await opened(navigator, client, shop)
    await save_connection(client, make_database(tmp_path / "b.sqlite", ""), "b")
    await eventually_async(lambda: "b" in lines(navigator))
    await save_connection(client, shop, name="My shop", environment=Environment.PRODUCTION)
    await eventually_async(lambda: "My shop" in lines(navigator))
    assert "      orders" in lines(navigator)
    assert "Production" in lines(navigator)
    await client.call("connection.remove", RemoveConnection("shop"))
    await eventually_async(lambda: lines(navigator) == ["b"])


async def test_a_connection_that_leads_elsewhere_now_shows_what_is_there(
    navigator: NavigatorView, client: EngineClient, shop: Path, tmp_path: Path
) -> None:
    await opened(navigator, client, shop)
    await save_connection(client, make_database(tmp_path / "other.sqlite", "CREATE TABLE only (x)"), name="shop")
    await eventually_async(lambda: "      only" in lines(navigator) and "      orders" not in lines(navigator))


# filter


async def test_the_filter_narrows_down_and_gives_everything_back(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.tree.setCurrentIndex(row(navigator, "customers"))
    field = navigator.findChild(QLineEdit, "navigator_filter")
    QTest.keyClicks(field, "ord, tw")
    tables = ["shop", "  main", "    Tables 3", "      orders", "      two words"]
    others = ["    Indexes 1", "      orders_customer", "    Triggers 1", "      orders_touch"]
    await eventually_async(lambda: lines(navigator) == tables + others)
    field.clear()
    await eventually_async(lambda: lines(navigator) == TABLES)
    assert navigator.tree.currentIndex().data() == "customers"
    assert [index.data() for index in navigator.tree.selectedIndexes()] == ["customers"]


async def test_a_table_can_be_opened_while_the_filter_is_on_and_another_closed(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.findChild(QLineEdit, "navigator_filter").setText("ord, rev")
    await eventually_async(lambda: "      revenue" in lines(navigator))
    navigator.tree.expand(row(navigator, "orders"))
    await eventually_async(lambda: "        customer_id" in lines(navigator))
    navigator.tree.collapse(row(navigator, "Views"))
    await run_sql(client, "CREATE TABLE more_orders (x)")
    await eventually_async(lambda: "      more_orders" in lines(navigator))
    assert "        customer_id" in lines(navigator)
    assert "      revenue" not in lines(navigator)


async def test_enter_in_the_filter_goes_to_the_first_that_fits(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    field = navigator.findChild(QLineEdit, "navigator_filter")
    field.setFocus()
    QTest.keyClicks(field, "ord")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert navigator.tree.hasFocus()
    assert navigator.tree.currentIndex().data() == "orders"


async def test_a_filter_that_nothing_fits_says_what_is_searched(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.findChild(QLineEdit, "navigator_filter").setText("xyzzy")
    nothing = navigator.findChild(object, "navigator_nothing_fits")
    await eventually_async(nothing.isVisible)
    assert "Nothing fits" in nothing.accessibleName()


async def test_what_arrives_while_the_filter_is_on_is_filtered_too(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.findChild(QLineEdit, "navigator_filter").setText("inv")
    await eventually_async(lambda: lines(navigator) == [])
    await run_sql(client, "CREATE TABLE invoices (x); CREATE TABLE prices (x)")
    await eventually_async(lambda: "      invoices" in lines(navigator))
    assert "      prices" not in lines(navigator)


# doing


async def test_enter_and_a_double_click_open_the_rows_of_a_table(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    wanted = QSignalSpy(navigator.open_data)
    navigator.tree.setCurrentIndex(row(navigator, "orders"))
    press(navigator, Qt.Key.Key_Return)
    QTest.mouseDClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=center(navigator, "two words"))
    assert [wanted.at(number) for number in range(wanted.count())] == [
        ["shop", "main", "orders", ""],
        ["shop", "main", "two words", ""],
    ]
    assert lines(navigator) == TABLES


async def test_a_click_on_the_mark_opens_and_closes(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    await opened(navigator, client, shop)
    rect = navigator.tree.visualRect(row(navigator, "main"))
    at = QPoint(rect.left() - 2, rect.center().y())
    QTest.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert lines(navigator) == ["shop", "  main"]
    QTest.mouseClick(navigator.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert lines(navigator) == TABLES


async def test_everything_can_be_closed_at_once(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    await opened(navigator, client, shop)
    navigator.tree.setCurrentIndex(row(navigator, "orders"))
    navigator.findChild(QToolButton, "navigator_close_all").click()
    assert lines(navigator) == ["shop"]
    assert navigator.tree.currentIndex().data() == "shop"
    navigator.tree.expandAll()


async def test_the_arrows_pass_over_headings(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    for name in ("a", "b"):
        await save_connection(client, shop, name, name=name, group=name.upper())
    await eventually_async(lambda: lines(navigator) == ["A", "a", "B", "b"])
    navigator.tree.setCurrentIndex(row(navigator, "a"))
    press(navigator, Qt.Key.Key_Down)
    assert navigator.tree.currentIndex().data() == "b"


async def test_letters_typed_in_the_tree_filter_it_and_the_arrow_goes_back(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    navigator.tree.setFocus()
    QTest.keyClicks(navigator.tree, "tw")
    field = navigator.findChild(QLineEdit, "navigator_filter")
    QTest.keyClicks(field, "o")
    await eventually_async(lambda: lines(navigator)[-1] == "      two words")
    assert field.text() == "two"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert navigator.tree.currentIndex().data() == "two words"


async def test_names_are_copied_as_sql_takes_them(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    await opened(navigator, client, shop)
    navigator.tree.setCurrentIndex(row(navigator, "orders"))
    press(navigator, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(navigator, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == 'orders, "two words"'


async def test_a_menu_offers_only_what_works(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    await opened(navigator, client, shop)
    navigator.tree.expand(row(navigator, "orders"))
    await eventually_async(lambda: "        id" in lines(navigator))
    menu = menu_of(navigator, "orders")
    names = ["Copy name", "Copy qualified name"]
    first = ["Open data", "Export table…", "Import rows from a file…", "Properties", "New editor"]
    assert entries(menu) == [*first, *names, "Add to favourites", "Refresh"]
    await eventually_async(lambda: entries(menu)[-3:] == ["Generate SQL", "Truncate…", "Drop…"])
    deeds = ["Disconnect", "Edit connection…", "Group membership…", "Remove connection…"]
    connection = ["New editor", "Open the monitor", "Copy name", "Refresh", *deeds]
    assert entries(menu_of(navigator, "shop")) == connection
    shown = entries(menu_of(navigator, "customer_id"))
    assert shown == [*first[:3], "New editor", *names, "Refresh"]
    assert entries(menu_of(navigator, "Tables")) == ["New editor", "Refresh"]


async def test_a_statement_for_a_table_is_written_and_can_be_run(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    wanted = QSignalSpy(navigator.statement_wanted)
    menu = menu_of(navigator, "two words")
    await eventually_async(lambda: "Generate SQL" in entries(menu))
    submenu = menu.findChild(QMenu, "navigator_menu.statements")
    assert entries(submenu) == ["SELECT", "INSERT", "UPDATE", "DELETE"]
    choose(submenu, "SELECT")
    connection_id, database, text = wanted.at(0)
    assert (connection_id, database) == ("shop", "")
    assert '"two words"' in text
    await run_sql(client, text)


async def test_an_editor_is_wanted_on_the_connection_of_a_row(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    wanted = QSignalSpy(navigator.open_editor)
    choose(menu_of(navigator, "orders"), "New editor")
    assert wanted.at(0) == ["shop", ""]


async def test_a_connection_is_removed_only_after_the_person_said_so(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    wanted = QSignalSpy(navigator.remove_connection)
    navigator.tree.setCurrentIndex(row(navigator, "orders"))
    press(navigator, Qt.Key.Key_Delete)
    assert navigator.findChild(QMessageBox) is None
    navigator.ask_to_remove_current()
    box = navigator.findChild(QMessageBox, "navigator_remove")
    assert "shop" in box.text()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert wanted.count() == 0
    navigator.tree.setCurrentIndex(row(navigator, "shop"))
    press(navigator, Qt.Key.Key_Delete)
    navigator.findChildren(QMessageBox)[-1].findChild(QPushButton, "navigator_remove.remove").click()
    assert wanted.at(0) == ["shop"]


async def test_the_plus_sign_and_the_empty_navigator_offer_a_new_connection(navigator: NavigatorView) -> None:
    wanted = QSignalSpy(navigator.new_connection)
    navigator.findChild(QToolButton, "navigator_add").click()
    navigator.findChild(QPushButton, "navigator_nothing_yet.connect").click()
    assert wanted.count() == 2


async def test_files_are_chosen_in_a_dialog_that_does_not_block(navigator: NavigatorView, shop: Path) -> None:
    wanted = QSignalSpy(navigator.files_chosen)
    navigator.findChild(QPushButton, "navigator_nothing_yet.open").click()
    dialog = navigator.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(shop)])
    dialog.reject()
    assert wanted.at(0) == [[str(shop)]]


async def test_what_is_shown_is_chosen_alone_also_while_ctrl_is_held(
    navigator: NavigatorView, client: EngineClient, shop: Path
) -> None:
    await opened(navigator, client, shop)
    tree = navigator.tree
    tree.choose(tree.selected()[0])
    QTest.keyPress(navigator.windowHandle(), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        navigator.reveal_relation("shop", "main", "orders")
        await eventually_async(lambda: tree.current is not None and tree.current.name == "orders")
        assert [node.name for node in tree.selected()] == ["orders"]
    finally:
        QTest.keyRelease(navigator.windowHandle(), Qt.Key.Key_Control)


async def test_the_row_under_the_mouse_stands_out(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    await opened(navigator, client, shop)
    tree = navigator.tree
    at = center(navigator, "customers")
    beside = QPoint(tree.viewport().width() - 4, at.y())

    def ground() -> QColor:
        return tree.viewport().grab().toImage().pixelColor(beside)

    QCursor.setPos(tree.viewport().mapToGlobal(center(navigator, "orders")))
    QTest.mouseMove(tree.viewport(), center(navigator, "orders"))
    await eventually_async(lambda: ground() == Theme.current().colors.panel)
    QCursor.setPos(tree.viewport().mapToGlobal(at))
    QTest.mouseMove(tree.viewport(), at)
    await eventually_async(lambda: ground() == Theme.current().colors.hover)


async def test_the_actions_hear_what_is_chosen(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    assert navigator.facts() == set()
    await opened(navigator, client, shop)
    changed = QSignalSpy(navigator.selection_changed)
    navigator.tree.setFocus()
    navigator.tree.setCurrentIndex(row(navigator, "orders"))
    assert changed.count() > 0
    of_a_table = {Fact.CONNECTION, Fact.RELATION, Fact.OBJECT, Fact.NAMES_SELECTED}
    await eventually_async(lambda: navigator.facts() == of_a_table)  # the window may get the keyboard later
    assert navigator.current_connection_id == "shop"
    navigator.tree.setCurrentIndex(row(navigator, "Tables"))
    assert navigator.facts() == {Fact.CONNECTION}


async def test_every_part_can_be_named(navigator: NavigatorView, client: EngineClient, shop: Path) -> None:
    await opened(navigator, client, shop)
    for widget in (navigator, navigator.tree, *navigator.findChildren(ToolButton), *navigator.findChildren(Spinner)):
        assert widget.objectName()
        assert widget.accessibleName()


async def test_a_view_that_is_gone_hears_nothing_more(client: EngineClient, dark: Theme, shop: Path) -> None:
    view = NavigatorView(client)
    await save_connection(client, shop)
    view.reveal("shop")
    view.deleteLater()
    await save_connection(client, shop, name="renamed")
    await run_sql(client, "CREATE TABLE later (x)")
