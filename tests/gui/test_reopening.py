"""Closed pages come back in order with their state; columns stand as they were left, also after a restart."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from helpers.journals import left_behind
from helpers.tabs import after_run, shown_rows
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.results import column_memory
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.shell.history_page import HistoryPage
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.table_feature import open_table
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price REAL, note TEXT);"
            "INSERT INTO item (name, price) VALUES ('tent', 100), ('rope', 20), ('lamp', 30);"
        )
    return path


def names(window: MainWindow) -> list[str]:
    return [type(page).__name__ for page in window.pages()]


async def press_until(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, count: int) -> None:
    """Press a key of the window, and wait until it has so many pages."""
    window.actions_of_window.update()
    action = "tab.reopen" if modifiers & SHIFT else "tab.close"
    await eventually_async(window.actions_of_window.set.action(action).isEnabled)
    QTest.keyClick(window, key, modifiers)
    await eventually_async(lambda: len(window.pages()) == count)


async def test_every_closed_page_is_opened_again_in_order_at_its_place_with_its_state(
    window: MainWindow, shop: Path
) -> None:
    connection = await window.saved.add_file(str(shop))
    window.activateWindow()
    editor = window.new_editor(connection_id=connection.id, text="SELECT 'precious'")
    editor.results.tools.set_limit(100)
    table = open_table(window, Place(connection.id), "main", "item", "price < 50")
    await eventually_async(lambda: table.results.model.rowCount() == 2)
    window.navigator.properties_wanted.emit(ObjectRef(connection.id, kind="table", schema="main", name="item"))
    window.actions_of_window.set.action("history.show").trigger()
    cast("HistoryPage", window.documents.current).view.filters.field.setText("precious")
    before = names(window)
    assert before[-4:] == ["QueryTab", "TableTab", "PropertiesPage", "HistoryPage"]
    window.documents.show_page(editor)
    for left in range(len(before) - 1, len(before) - 5, -1):
        await press_until(window, Qt.Key.Key_W, CTRL, left)
    for count in range(len(before) - 3, len(before) + 1):
        await press_until(window, Qt.Key.Key_T, CTRL | SHIFT, count)
    assert names(window) == before
    back, rows, _properties, history = window.pages()[-4:]
    assert isinstance(back, QueryTab)
    assert isinstance(rows, TableTab)
    assert isinstance(history, HistoryPage)
    assert (back.editor.text(), back.results.tools.row_limit) == ("SELECT 'precious'", 100)
    assert history.view.filters.field.text() == "precious"
    await eventually_async(lambda: rows.results.model.rowCount() == 2)
    window.actions_of_window.update()
    await eventually_async(lambda: not window.actions_of_window.set.action("tab.reopen").isEnabled())


async def test_pages_closed_before_a_restart_can_be_opened_after_it(
    windows: Windows, client: EngineClient, shop: Path, tmp_path: Path
) -> None:
    await windows.saved.read()
    window = windows.first
    connection = await window.saved.add_file(str(shop))
    table = open_table(window, Place(connection.id), "main", "item", "price < 50")
    await eventually_async(lambda: table.results.model.rowCount() == 2)
    await window.close_page(table)
    assert windows.journal.flush(30)
    again = await restarted(windows, client, tmp_path)
    assert not [page for page in again.first.pages() if isinstance(page, TableTab)]
    again.first.closed_pages.reopen()
    back = again.first.documents.current
    assert isinstance(back, TableTab)
    await eventually_async(lambda: back.results.model.rowCount() == 2)
    await ended(again)


def arranged(grid: ResultGrid) -> tuple[list[int], frozenset[int], int, int]:
    """Order, hidden columns, how many are frozen, and the width of the second."""
    columns = grid.columns
    return columns.order(), columns.hidden(), columns.frozen, grid.columnWidth(1)


def arrange(grid: ResultGrid) -> None:
    """As a person does with mouse and menu."""
    header = grid.horizontalHeader()
    header.resizeSection(1, 233)
    header.moveSection(2, 0)
    grid.columns.hide(frozenset({3}))
    grid.freeze(1)


async def test_columns_of_tables_and_results_stand_as_they_were_left_after_a_restart(
    windows: Windows, client: EngineClient, shop: Path, tmp_path: Path
) -> None:
    await windows.saved.read()
    window = windows.first
    connection = await window.saved.add_file(str(shop))
    place = Place(connection.id)
    table = open_table(window, place, "main", "item")
    await eventually_async(lambda: table.results.model.rowCount() == 3)
    arrange(table.results.grid)
    tab = window.new_editor(connection_id=connection.id)
    await tab.move_to(place)
    await after_run(tab, lambda: tab.run_text("SELECT 1 AS a, 2 AS b, 3 AS c, 4 AS d", 0))
    assert tab.results.current is not None
    arrange(tab.results.current.grid)
    wanted = ([2, 0, 1, 3], frozenset({3}), 1, 233)
    assert arranged(table.results.grid) == arranged(tab.results.current.grid) == wanted
    kept = paths.state() / "columns.json"
    await eventually_async(lambda: kept.exists() and len(re.findall(r'"frozen":\s*1', kept.read_text())) == 2)
    with closing(sqlite3.connect(shop)) as database:  # columns come before the others, and behind them
        database.executescript(
            "CREATE TABLE new (code TEXT, id INTEGER PRIMARY KEY, name TEXT, price REAL, note TEXT, more TEXT);"
            "INSERT INTO new SELECT 'x', id, name, price, note, '' FROM item;"
            "DROP TABLE item; ALTER TABLE new RENAME TO item;"
        )
    column_memory._memory.cache_clear()
    again = await restarted(windows, client, tmp_path)
    back = open_table(again.first, place, "main", "item", "id > 1")
    await eventually_async(lambda: back.results.model.rowCount() == 2)
    assert back.results.grid.columns.order() == [3, 1, 2, 4, 0, 5]
    assert back.results.grid.columns.hidden() == {4}
    assert (back.results.grid.columns.frozen, back.results.grid.columnWidth(2)) == (1, 233)
    query = again.first.new_editor(connection_id=connection.id)
    await query.move_to(place)
    await after_run(query, lambda: query.run_text("SELECT 5 AS a, 6 AS b, 7 AS c, 8 AS d", 0))
    assert shown_rows(query) == [["5", "6", "7", "8"]]
    assert query.results.current is not None
    assert arranged(query.results.current.grid) == wanted
    await ended(again)


async def restarted(windows: Windows, client: EngineClient, tmp_path: Path) -> Windows:
    """What comes up on the files that a kill would leave now."""
    assert windows.journal.flush(30)
    again = Windows(client, Journal(left_behind(tmp_path / "left behind")), None)
    again.open_first()
    await again.saved.read()
    return again


async def ended(windows: Windows) -> None:
    for page in windows.first.pages():
        await page.close_page()
    windows.journal.close(clean=True)
    windows.first.deleteLater()


def titles(window: MainWindow) -> list[str]:
    """The rows that are seen in the navigator."""
    tree, found = window.navigator.tree, []
    index = tree.model().index(0, 0)
    while index.isValid():
        found.append(str(index.data()))
        index = tree.indexBelow(index)
    return found


async def test_rows_of_the_navigator_open_as_they_stood_but_only_when_a_person_opens_their_connection(
    windows: Windows, client: EngineClient, shop: Path, tmp_path: Path
) -> None:
    await windows.saved.read()
    window = windows.first
    connection = await window.saved.add_file(str(shop))

    async def opened(window: MainWindow) -> None:
        await eventually_async(lambda: connection.name in titles(window))
        window.navigator.reveal(connection.id)
        await eventually_async(lambda: "item" in titles(window))

    def row(title: str) -> QModelIndex:
        tree = window.navigator.tree
        index = tree.model().index(0, 0)
        while index.isValid() and index.data() != title:
            index = tree.indexBelow(index)
        return index

    await opened(window)
    window.navigator.tree.expand(row("item"))
    await eventually_async(lambda: "price" in titles(window))
    again = await restarted(windows, client, tmp_path)
    await eventually_async(lambda: connection.name in titles(again.first))
    assert "item" not in titles(again.first), "nothing is connected at the start"
    await opened(again.first)
    await eventually_async(lambda: "price" in titles(again.first))
    await ended(again)
