"""A table tab reads: pages by key, conditions, orders, foreign keys, a count; through the real engine, on SQLite."""

from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from helpers.databases import make_database, save_connection
from helpers.engine_ends import end_engine
from helpers.tables import (
    SHIFT,
    click,
    click_header,
    dialog_named,
    go,
    next_table,
    opened,
    press,
    press_action,
    settled,
    shown,
    write,
)
from helpers.waiting import eventually_async, turned
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows

SHOP = """
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, region TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, coupon TEXT, total NUMERIC);
CREATE TABLE "odd "" name" ("a b" TEXT, "ORDER" INTEGER);
CREATE TABLE loose (a TEXT, b TEXT);
CREATE VIEW recent AS SELECT * FROM orders;
INSERT INTO customers VALUES (1, 'Ada', 'EMEA'), (2, 'Bob', NULL), (3, 'Cyd', 'APAC'), (4, 'Dee', 'EMEA');
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 1300)
INSERT INTO orders SELECT n, n % 4 + 1, iif(n % 3, NULL, 'VIP'), n * 1.5 FROM numbers;
INSERT INTO "odd "" name" VALUES ('x', 2), ('y', 1);
INSERT INTO loose VALUES ('1', 'one');
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.db", SHOP)


@pytest_asyncio.fixture
async def shop(windows: Windows, window: MainWindow, file: Path) -> Place:
    saved = await save_connection(window.client, file)
    await windows.saved.read()
    return Place(saved.id)


def condition(tab: TableTab, where: str = "", order_by: str = "") -> None:
    """Write into the boxes and press Enter."""
    tab.conditions.where.set_text(where)
    tab.conditions.order_by.set_text(order_by)
    tab.conditions.where.line.entered.emit()


async def test_the_first_rows_come_by_key_and_more_by_scrolling_and_nothing_is_counted_unasked(
    window: MainWindow, shop: Place
) -> None:
    tab = await opened(window, shop, "orders")
    assert [row[0] for row in shown(tab)[:3]] == ["1", "2", "3"]
    assert tab.editing.rows.loaded_rows == 500
    assert tab.footer.count_button.isVisible()
    click(tab, "table_count")
    await eventually_async(lambda: "1\u202f300" in tab.footer.estimate.text())
    bar = tab.editing.rows.grid.verticalScrollBar()

    def has_rows(count: int) -> bool:
        """Whether so many are there; where not, scrolled to the end, which lies further down with each page."""
        if tab.editing.rows.loaded_rows != count:
            bar.setValue(bar.maximum())
        return tab.editing.rows.loaded_rows == count

    for there in (1000, 1300):
        await eventually_async(partial(has_rows, there))
    await settled(tab)
    assert [row[0] for row in shown(tab)] == [str(number) for number in range(1, 1301)]
    assert "1\u202f300" in tab.footer.rows.text()
    assert not tab.footer.count_button.isVisible()


async def test_all_rows_are_loaded_when_that_is_wanted(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "orders")
    load = window.actions_of_window.set.action("rows.load_all")
    await eventually_async(load.isEnabled)
    load.trigger()
    await eventually_async(lambda: tab.editing.rows.loaded_rows == 1300)
    await settled(tab)
    assert [row[0] for row in shown(tab)] == [str(number) for number in range(1, 1301)]
    assert "all of them" in tab.footer.rows.text()


async def test_a_row_is_gone_to_by_its_number_and_those_before_it_are_loaded(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "orders")
    await press_action(window, "line.go_to")
    dialog = await dialog_named(window, "table_go_to_row")
    assert isinstance(dialog, QInputDialog)
    dialog.setIntValue(1200)
    dialog.accept()
    await eventually_async(lambda: tab.editing.rows.grid.currentIndex().row() == 1199)
    assert shown(tab, "id")[1199] == ("1200",)
    await tab.going.go_to(5000)
    await settled(tab)
    assert tab.editing.rows.grid.currentIndex().row() == 1299
    assert "1\u202f300" in tab.footer.note.text()


async def test_conditions_and_orders_are_the_servers_and_an_error_leaves_the_rows(
    window: MainWindow, shop: Place
) -> None:
    tab = await opened(window, shop, "orders")
    condition(tab, "coupon = 'VIP' AND total < 20", "total DESC")
    await settled(tab)
    rows = shown(tab, "id", "coupon")
    assert rows == [("12", "VIP"), ("9", "VIP"), ("6", "VIP"), ("3", "VIP")]
    condition(tab, "coupon = 'VIP' AND totl < 20", "total DESC")
    await settled(tab)
    assert shown(tab, "id", "coupon") == rows, "those that were there stay"
    assert "totl" in tab.conditions.banner.text
    assert tab.conditions.banner.isVisible()
    condition(tab, "(total < 20")
    await settled(tab)
    assert tab.conditions.where.property("invalid") is True
    assert not tab.conditions.order_by.property("invalid")
    condition(tab, "total < 3")
    await settled(tab)
    assert not tab.conditions.banner.isVisible()
    assert not tab.conditions.where.property("invalid")
    assert shown(tab, "id") == [("1",)]


async def test_clicks_on_headers_sort_on_the_server_and_shift_adds_a_key(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "customers")
    click_header(tab, "region")
    await settled(tab)
    assert [region for (region,) in shown(tab, "region")] == ["NULL", "APAC", "EMEA", "EMEA"]
    click_header(tab, "name", SHIFT)
    click_header(tab, "name", SHIFT)
    await settled(tab)
    assert shown(tab, "name") == [("Bob",), ("Cyd",), ("Dee",), ("Ada",)]
    click_header(tab, "region")
    await settled(tab)
    assert shown(tab, "name")[-1] == ("Bob",)
    click_header(tab, "region")
    await settled(tab)
    assert shown(tab, "id") == [("1",), ("2",), ("3",), ("4",)]


async def test_the_value_of_a_cell_becomes_a_condition(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "customers")
    go(tab, 0, "region")
    await press_action(window, "rows.filter_equal")
    await settled(tab)
    assert shown(tab, "name") == [("Ada",), ("Dee",)]
    go(tab, 1, "id")
    await press_action(window, "rows.filter_unequal")
    await settled(tab)
    assert tab.conditions.where.text == "region = 'EMEA' AND id <> 4"
    assert shown(tab, "name") == [("Ada",)]
    await press_action(window, "rows.clear_filter")
    await settled(tab)
    go(tab, 1, "region")
    await press_action(window, "rows.filter_equal")
    await settled(tab)
    assert tab.conditions.where.text == "region IS NULL"
    assert shown(tab, "name") == [("Bob",)]


async def test_a_foreign_key_is_followed_there_and_back(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "orders")
    go(tab, 4, "customer_id")
    index = tab.editing.rows.grid.currentIndex()
    assert tab.editing.rows.grid.is_link(index.row(), index.column())
    entries = [entry.text() for entry in tab.links.make_menu().actions()]
    assert "Go to customers.id = 2" in entries
    await press_action(window, "table.open_data")
    there = await next_table(window, tab)
    assert shown(there) == [("2", "Bob", "NULL")]
    go(there, 0, "name")
    back = there.links.make_menu().findChild(QMenu, "table_back_links")
    assert back is not None
    (entry,) = back.actions()
    assert entry.text() == "orders (customer_id)"
    entry.trigger()
    rows = await next_table(window, there)
    assert {customer for (customer,) in shown(rows, "customer_id")} == {"2"}


async def test_names_of_any_shape_work(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, 'odd " name')
    assert shown(tab) == [("x", "2"), ("y", "1")]
    click_header(tab, "ORDER")
    await settled(tab)
    assert shown(tab, "a b") == [("y",), ("x",)]
    go(tab, 0, "a b")
    tab.filters.filter_equal()
    await settled(tab)
    assert shown(tab, "a b") == [("y",)]


async def test_why_a_view_cannot_be_edited_is_said_and_nothing_is_staged(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "recent")
    assert "view" in tab.footer.reason.text()
    assert tab.footer.lock.isVisible()
    assert not tab.tools.insert_button.isEnabled()
    go(tab, 0, "coupon")
    await turned()
    press(tab, Qt.Key.Key_X)
    assert not tab.editing.rows.editing.is_open
    assert "view" in tab.footer.note.text()
    assert not tab.editing.staged


async def test_after_the_engine_died_rows_stay_and_the_tab_connects_again(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "customers")
    await end_engine(window.client)
    await eventually_async(lambda: tab.banner.text)
    assert len(shown(tab)) == 4
    click(tab, "table_reconnect")
    await eventually_async(lambda: tab.data.page is not None)
    assert len(shown(tab)) == 4


async def test_a_tab_comes_back_with_its_condition_and_reads_nothing_by_itself(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "orders")
    condition(tab, "total < 20", "coupon")
    click_header(tab, "total")
    await settled(tab)
    state = tab.state()
    assert state is not None
    again = window.page_makers["table"](window, state)
    window.add_page(again)
    assert isinstance(again, TableTab)
    assert again.session.facts is None
    assert again.state() == state
    click(again, "table_read")
    await settled(again)
    assert shown(again) == shown(tab)


async def test_names_of_columns_are_completed_in_the_boxes(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "orders")
    box = tab.conditions.where
    box.line.setFocus()
    QTest.keyClicks(box.line, "total > 3 AND cust")

    def offered() -> list[str]:
        popup = box.completion.popup
        return [item.label for item in popup.items] if popup is not None else []

    await eventually_async(lambda: "customer_id" in offered())
    QTest.keyClick(box.line, Qt.Key.Key_Tab)
    QTest.keyClicks(box.line, " = 2")
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    await settled(tab)
    assert box.text == "total > 3 AND customer_id = 2"
    assert {customer for (customer,) in shown(tab, "customer_id")} == {"2"}


async def test_the_inspector_shows_the_current_cell_as_it_is_to_be(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "customers")
    inspector = tab.editing.rows.inspector
    assert inspector is not None
    go(tab, 1, "region")
    tab.editing.set_empty()
    go(tab, 0, "name")
    await eventually_async(lambda: inspector.column_facts.facts.get("Column") == "name")
    write(tab, 0, "name", "Ada L.")
    go(tab, 0, "name")
    await eventually_async(lambda: inspector.value.text.toPlainText() == "Ada L.")


async def test_the_menu_of_a_column_sorts_and_hides_it_and_what_is_copied_is_what_is_shown(
    window: MainWindow, shop: Place
) -> None:
    tab = await opened(window, shop, "customers")
    entries = {entry.text(): entry for entry in tab.links.make_column_menu(1).actions()}
    entries["Sort descending"].trigger()
    await settled(tab)
    assert shown(tab, "name")[0] == ("Dee",)
    entries["Hide column"].trigger()
    assert tab.editing.rows.grid.isColumnHidden(1)
    again = {entry.text(): entry for entry in tab.links.make_column_menu(0).actions()}
    again["Show all columns"].trigger()
    assert not tab.editing.rows.grid.isColumnHidden(1)
    again["Hide column"].trigger()
    tab.editing.rows.grid.selectAll()
    QApplication.clipboard().clear()
    tab.handlers()["edit.copy_with_headers"]()
    text = await eventually_async(lambda: QApplication.clipboard().text())
    assert text.splitlines()[:2] == ["name\tregion", "Dee\tEMEA"]


async def test_a_table_that_is_open_already_comes_to_the_front_and_reloading_finds_it_altered(
    window: MainWindow, shop: Place, file: Path
) -> None:
    first = await opened(window, shop, "loose", "main")
    await opened(window, shop, "orders", "main")
    assert await opened(window, shop, "loose", "main") is first
    assert len([page for page in window.pages() if isinstance(page, TableTab)]) == 2
    make_database(file, "ALTER TABLE loose ADD COLUMN c TEXT DEFAULT 'new'")
    first.reload()
    await settled(first)
    assert shown(first) == [("1", "one", "new")]


async def test_a_text_is_found_in_the_loaded_rows_as_they_are_shown(window: MainWindow, shop: Place) -> None:
    tab = await opened(window, shop, "orders")
    grid, bar = tab.results.grid, tab.results.find_bar
    grid.setFocus()
    await press_action(window, "text.find")
    await eventually_async(bar.isVisible)
    bar.field.setText("vip")
    bar.search_wanted.emit("vip", False)
    await eventually_async(lambda: (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 2))
    assert bar._count.text() == f"1 / {500 // 3}+", "more rows may have it"
    await press_action(window, "text.find_next")
    assert grid.currentIndex().row() == 5
    await press_action(window, "text.find_previous")
    await press_action(window, "text.find_previous")
    assert grid.currentIndex().row() == 497, "round and round"
    bar.search_wanted.emit("vip", True)
    await eventually_async(lambda: bar._count.text() == "No row shows this")
    bar.close_bar()
    await eventually_async(grid.hasFocus)
