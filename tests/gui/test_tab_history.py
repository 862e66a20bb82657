"""The history beside the messages of an editor tab."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import cast

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.tabs import after_run
from helpers.waiting import eventually_async
from lapwing.gui.editor.place import Place
from lapwing.gui.history.tab_history import OF_TAB, TabHistory
from lapwing.gui.shell.history_page import HistoryPage
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

Qk = Qt.Key


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('tent'), ('rope')")
    return path


@pytest_asyncio.fixture
async def tab(window: MainWindow, shop: Path) -> QueryTab:
    """An editor on the shop in which two statements were run, after one in another editor."""
    connection = await window.saved.add_file(str(shop))
    other = window.new_editor(connection_id=connection.id)
    tab = window.new_editor(connection_id=connection.id)
    for editor, sql in ((other, "SELECT 'elsewhere'"), (tab, "SELECT 'first'"), (tab, "SELECT nope FROM item")):
        await editor.move_to(Place(connection.id))
        await after_run(editor, partial(editor.run_text, sql, 0))
    return tab


def titles(tab: QueryTab) -> list[str]:
    tabs = tab.results.tabs
    return [tabs.tabText(place) for place in range(tabs.count())]


async def opened(tab: QueryTab, count: int) -> TabHistory:
    """The history, chosen as a person does, when it shows so many statements."""
    tabs = tab.results.tabs
    place = titles(tab).index("History")
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
    page = tab.results.stack.currentWidget()
    assert isinstance(page, TabHistory)
    await eventually_async(lambda: page.model.rowCount() == count)
    return page


def statements(page: TabHistory) -> list[str]:
    return [page.model.entry(row).sql for row in range(page.model.rowCount())]


async def test_statements_of_the_connection_or_of_the_tab_are_listed_last_first_and_found_by_a_word(
    tab: QueryTab,
) -> None:
    assert titles(tab)[-2:] == ["Messages", "History"]
    page = await opened(tab, 3)
    assert statements(page) == ["SELECT nope FROM item", "SELECT 'first'", "SELECT 'elsewhere'"]
    page.scopes.choose(OF_TAB)
    await eventually_async(lambda: statements(page) == ["SELECT nope FROM item", "SELECT 'first'"])
    page.field.setText("FIRST")
    await eventually_async(lambda: statements(page) == ["SELECT 'first'"])
    page.field.setText("nowhere to be found")
    await eventually_async(lambda: page.empty.isVisible())
    page.field.clear()
    tab.results.show_messages()
    await after_run(tab, partial(tab.run_text, "SELECT 'third'", 0))
    page = await opened(tab, 3)
    assert statements(page)[0] == "SELECT 'third'"


async def test_a_statement_goes_into_the_editor_behind_the_one_at_the_caret_and_is_never_run(tab: QueryTab) -> None:
    tab.set_text("SELECT 1 -- mine")
    tab.editor.set_caret(3)
    page = await opened(tab, 3)
    page.list.select_entry(page.model.entry(1).id)
    QTest.keyClick(page.list, Qk.Key_Return)
    await eventually_async(lambda: "first" in tab.editor.text())
    assert tab.editor.text() == "SELECT 1; -- mine\n\nSELECT 'first';"
    start, end = cast("tuple[int, int]", tab.editor.selected_range())
    assert tab.editor.text()[start:end] == "SELECT 'first'"
    assert not tab.session.is_running
    tab.editor.undo()
    assert tab.editor.text() == "SELECT 1 -- mine"
    at = page.list.visualRect(page.model.index(0, 2)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    await eventually_async(lambda: "nope" in tab.editor.text())
    page.refresh()
    await eventually_async(lambda: page.model.rowCount() == 3)


async def test_the_whole_history_opens_with_what_was_looked_for(window: MainWindow, tab: QueryTab) -> None:
    page = await opened(tab, 3)
    page.field.setText("first")
    await eventually_async(lambda: statements(page) == ["SELECT 'first'"])
    page.open.click()
    whole = window.documents.current
    assert isinstance(whole, HistoryPage)
    filters = whole.view.filters
    await eventually_async(lambda: filters.wanted(1).connection_id == tab.session.place.connection_id)
    assert filters.wanted(1).text == "first"
    await eventually_async(lambda: whole.view.model.rowCount() == 1)
