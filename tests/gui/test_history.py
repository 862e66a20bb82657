"""The history in the window, and what becomes of transactions, as a person meets them."""

import asyncio
import os
import re
import signal
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import cast

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from helpers.acting import act
from helpers.tabs import after_run, answer, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.history import HistoryFace, HistoryState
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.place import Place
from lapwing.gui.history.history_model import HistoryColumn
from lapwing.gui.history.history_texts import facts_text
from lapwing.gui.shell.history_page import HistoryPage
from lapwing.gui.shell.open_anything import OpenAnything
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.settings.store import change_settings
from lapwing.store.history.opening import history_path
from lapwing.store.history.tickets import Ending, EntryPlace, Ticket
from lapwing.store.history.writer import HistoryWriter

Qk = Qt.Key


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('tent'), ('rope')")
    return path


@pytest_asyncio.fixture
async def tab(window: MainWindow, shop: Path) -> QueryTab:
    """An editor on the shop."""
    connection = await window.saved.add_file(str(shop))
    tab = window.new_editor(connection_id=connection.id)
    await tab.move_to(Place(connection.id))
    return tab


async def run(tab: QueryTab, *statements: str) -> None:
    for sql in statements:
        tab.set_text(sql)
        await after_run(tab, partial(tab.run_text, sql, 0))


async def history(window: MainWindow, count: int) -> HistoryPage:
    """The history in front, when it shows so many entries."""
    window.actions_of_window.set.action("history.show").trigger()
    page = cast("HistoryPage", window.documents.current)
    await eventually_async(lambda: page.view.model.rowCount() == count)
    return page


def statements(page: HistoryPage) -> list[str]:
    model = page.view.model
    return [model.entry(row).sql for row in range(model.rowCount())]


@pytest_asyncio.fixture
async def page(window: MainWindow, tab: QueryTab) -> AsyncIterator[HistoryPage]:
    """The history of three statements, the last one failed."""
    await run(tab, "SELECT * FROM item", "UPDATE item SET name = 'lamp' WHERE name = 'rope'", "SELECT nope FROM item")
    yield await history(window, 3)


async def test_what_was_run_is_listed_shown_below_and_found_by_pieces_and_pills(
    page: HistoryPage, tab: QueryTab
) -> None:
    model = page.view.model
    assert statements(page) == [
        "SELECT nope FROM item",
        "UPDATE item SET name = 'lamp' WHERE name = 'rope'",
        "SELECT * FROM item",
    ]
    texts = [[model.index(row, column).data() for column in HistoryColumn] for row in range(3)]
    assert [row[HistoryColumn.ROWS] for row in texts] == ["", "1", "2"]
    assert [row[HistoryColumn.CONNECTION] for row in texts] == ["shop.sqlite"] * 3
    assert "Failed" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    await eventually_async(lambda: page.text.toPlainText() == "SELECT nope FROM item")
    assert page.text.isReadOnly()
    assert model.entry(0).tab_id == tab.id

    view = page.view  # typing finds pieces, and pills narrow
    QTest.keyClicks(view.filters.field, "item name")
    await eventually_async(lambda: statements(page) == ["UPDATE item SET name = 'lamp' WHERE name = 'rope'"])
    view.filters.field.clear()
    view.filters.states.choose("failed")
    await eventually_async(lambda: statements(page) == ["SELECT nope FROM item"])
    view.filters.field.setText("nothing like it")
    await eventually_async(view.empty.isVisible)
    button = view.empty.findChild(QPushButton, "history_show_all")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: view.model.rowCount() == 3)


def ran_by_a_plugin(sql: str) -> None:
    """A statement of a plugin, entered by another engine of the profile."""
    writer = HistoryWriter(history_path(), lambda: (30, 100))
    place = EntryPlace("", "Shop", "sqlite", "", "", HistoryFace.PLUGIN, "s", "", "sql-metrics")
    ticket = Ticket(sql, len(sql), time.time(), 0)
    assert writer.write(place, [ticket]) is None
    writer.end(ticket, Ending(HistoryState.DONE, time.time(), 0.25, 0))
    writer.close()


async def test_statements_of_plugins_are_listed_when_they_are_wanted_and_say_whose_they_are(
    window: MainWindow, tab: QueryTab
) -> None:
    await run(tab, "SELECT 'tent'")
    page = await history(window, 1)
    assert page.view.filters.plugins.isHidden()
    ran_by_a_plugin("SELECT count(*) FROM item")
    page.view.refresh()
    await eventually_async(page.view.filters.plugins.isVisible)
    assert statements(page) == ["SELECT 'tent'"]
    page.view.filters.plugins.click()
    await eventually_async(lambda: statements(page) == ["SELECT count(*) FROM item", "SELECT 'tent'"])
    model = page.view.model
    assert facts_text(model.entry(0)).endswith(" · by the plugin sql-metrics")
    assert "by the plugin" not in facts_text(model.entry(1))


async def test_an_entry_is_opened_or_run_in_a_new_editor_on_its_own_connection_or_found_where_anything_is(
    window: MainWindow, page: HistoryPage
) -> None:
    page.view.list.select_entry(page.view.model.entry(1).id)
    QTest.keyClick(page.view.list, Qk.Key_Return)
    await eventually_async(lambda: window.tab is not None)
    opened = window.tab
    assert opened is not None
    assert opened.editor.text() == "UPDATE item SET name = 'lamp' WHERE name = 'rope'"
    connection_id = page.view.model.entry(1).connection_id
    await eventually_async(lambda: opened.session.place.connection_id == connection_id)
    assert opened.session.facts is None
    assert not opened.session.is_running

    window.documents.show_page(page)  # Ctrl+Enter runs it, too
    await eventually_async(page.view.list.isVisible)
    page.view.list.select_entry(page.view.model.entry(2).id)
    QTest.keyClick(page.view.list, Qk.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await eventually_async(lambda: window.tab is not None and window.tab.results.current is not None)
    assert window.tab is not None
    await eventually_async(lambda: window.tab is not None and not window.tab.session.is_running)
    assert shown_rows(window.tab) == [["tent"], ["lamp"]]

    window.actions_of_window.set.action("anything.open").trigger()
    panel = next(found for found in window.findChildren(OpenAnything) if found.isVisible())
    QTest.keyClicks(panel._field, "nope")
    await eventually_async(lambda: [entry.title for entry in panel.model.shown][:1] == ["SELECT nope FROM item"])
    QTest.keyClick(panel._field, Qk.Key_Return)
    await eventually_async(lambda: window.tab is not None and window.tab.editor.text() == "SELECT nope FROM item")


async def test_an_entry_of_a_removed_connection_is_opened_but_run_nowhere(
    window: MainWindow, page: HistoryPage, tab: QueryTab, tmp_path: Path
) -> None:
    other = await window.saved.add_file(str(tmp_path / "other.sqlite"))
    await window.saved.remove(tab.session.place.connection_id)
    await eventually_async(lambda: [saved.id for saved in window.saved.connections] == [other.id])
    page.view.list.select_entry(page.view.model.entry(1).id)
    page.view.run_current()
    await eventually_async(lambda: window.tab is not None)
    assert window.tab is not None
    assert not window.tab.session.place.is_set
    await eventually_async(lambda: window.tab is not None and bool(messages(window.tab)))
    assert "is not saved any more" in messages(window.tab)[0]


async def test_a_statement_whose_secret_was_left_out_is_not_run_again_by_itself(
    window: MainWindow, tab: QueryTab
) -> None:
    await run(tab, "ALTER USER joe PASSWORD 'hunter2'")
    page = await history(window, 1)
    assert statements(page) == ["ALTER USER joe PASSWORD <secret not kept>"]
    page.view.run_current()
    await eventually_async(lambda: window.tab is not None)
    assert window.tab is not None
    await eventually_async(lambda: window.tab is not None and bool(messages(window.tab)))
    assert messages(window.tab)[0].startswith("A secret was left out")
    assert not window.tab.session.is_running


async def test_entries_are_pinned_copied_and_deleted(window: MainWindow, page: HistoryPage) -> None:
    page.view.list.select_entry(page.view.model.entry(2).id)
    await act(window, "history.pin")
    await eventually_async(lambda: page.view.model.entry(0).pinned)
    assert statements(page)[0] == "SELECT * FROM item"
    page.view.list.selectAll()
    QTest.mouseClick(page.view.preview.copy, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: QGuiApplication.clipboard().text().startswith("SELECT * FROM item;\n\nSELECT nope"))
    page.view.list.select_entry(page.view.model.entry(1).id)
    QTest.keyClick(page.view.list, Qk.Key_Delete)
    await eventually_async(lambda: page.view.model.rowCount() == 2)
    await act(window, "history.clear")
    await answer(window, "delete")
    await eventually_async(lambda: statements(page) == ["SELECT * FROM item"])


async def test_further_pages_are_read_when_their_place_comes_into_sight(window: MainWindow, tab: QueryTab) -> None:
    await run(tab, ";".join(["BEGIN", *(f"INSERT INTO item VALUES ({number})" for number in range(450)), "COMMIT"]))
    page = await history(window, 200)
    page.view.list.scrollToBottom()
    await eventually_async(lambda: page.view.model.rowCount() == 400)
    page.view.list.scrollToBottom()
    await eventually_async(lambda: page.view.model.rowCount() == 452)
    assert statements(page)[-1] == "BEGIN"
    assert {page.view.model.entry(row).state for row in range(452)} == {HistoryState.DONE}


# transactions


async def test_the_status_bar_counts_the_statements_of_a_transaction(window: MainWindow, tab: QueryTab) -> None:
    tab.transactions.set_mode(TransactionMode.MANUAL)
    await eventually_async(lambda: tab.session.mode is TransactionMode.MANUAL)
    await run(tab, "INSERT INTO item VALUES ('a')", "INSERT INTO item VALUES ('b'); INSERT INTO item VALUES ('c')")
    counted = re.compile(r"Transaction open \d+:\d\d, 3 statement\(s\)")
    await eventually_async(lambda: counted.fullmatch(window.status.transaction.text()))
    tab.transactions.roll_back()
    await eventually_async(lambda: window.status.transaction.text() == "No transaction")


async def test_a_forgotten_transaction_is_warned_of_kept_open_and_at_last_rolled_back(
    window: MainWindow, tab: QueryTab, shop: Path
) -> None:
    change_settings(idle_transaction_s=4)
    tab.transactions.set_mode(TransactionMode.MANUAL)
    await eventually_async(lambda: tab.session.mode is TransactionMode.MANUAL)
    banner = tab.notice.banner
    said: list[str] = []
    tab.session.transaction_expiring.connect(lambda _in_s: said.append(banner.text))
    await run(tab, "INSERT INTO item VALUES ('forgotten')")
    await eventually_async(lambda: said)
    assert "rolls back in 0:0" in said[0]
    keep = banner.findChild(QPushButton, "keep_transaction")
    assert keep is not None
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: len(said) > 1)
    assert said[1] == ""
    await eventually_async(lambda: "was rolled back" in banner.text)
    assert tab.session.transaction is TransactionState.IDLE
    assert any("was rolled back" in message for message in messages(tab))
    offered = banner.findChild(QPushButton, "open_lost_statements")
    assert offered is not None
    QTest.mouseClick(offered, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: window.tab is not tab)
    assert window.tab is not None
    text = window.tab.editor.text()
    assert text.startswith("-- The open transaction of shop.sqlite was rolled back")
    assert text.endswith("\n\nINSERT INTO item VALUES ('forgotten');\n")
    assert window.tab.session.facts is None
    with closing(sqlite3.connect(shop)) as database:
        assert database.execute("SELECT count(*) FROM item").fetchone() == (2,)


async def test_statements_of_a_transaction_that_a_killed_engine_took_along_are_offered(
    window: MainWindow, tab: QueryTab, client: EngineClient, shop: Path
) -> None:
    await run(tab, "BEGIN; INSERT INTO item VALUES ('lost'); INSERT INTO nothing VALUES (1)")
    page = await history(window, 3)
    await eventually_async(lambda: page.view.model.entry(0).state is HistoryState.FAILED)
    window.documents.show_page(tab)
    assert client.engine_pid is not None
    os.kill(client.engine_pid, signal.SIGKILL)
    banner = tab.notice.banner
    await eventually_async(lambda: "The engine stopped" in banner.text)
    offered = banner.findChild(QPushButton, "open_lost_statements")
    assert offered is not None
    QTest.mouseClick(offered, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: window.tab is not tab)
    assert window.tab is not None
    lines = window.tab.editor.text().splitlines()
    assert "INSERT INTO item VALUES ('lost');" in lines
    assert "-- INSERT INTO nothing VALUES (1);" in lines
    with closing(sqlite3.connect(shop)) as database:
        assert database.execute("SELECT count(*) FROM item").fetchone() == (2,)


async def test_open_work_of_several_tabs_is_listed_before_a_window_closes(window: MainWindow, tab: QueryTab) -> None:
    other = window.new_editor(connection_id=tab.session.place.connection_id)
    await run(tab, "BEGIN; SELECT 1")
    await run(other, "BEGIN; SELECT 2")
    closing_window = asyncio.ensure_future(window.close_window())
    await eventually_async(lambda: [box for box in window.findChildren(QMessageBox) if box.isVisible()])
    (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert box.informativeText() == f"{tab.title}: open transaction\n{other.title}: open transaction"
    assert box.defaultButton().objectName() == "answer_keep"
    await answer(window, "keep")
    assert not await closing_window
    closing_window = asyncio.ensure_future(window.close_window())
    await answer(window, "review")
    await answer(window, "rollback")
    await answer(window, "keep")
    assert not await closing_window
    assert [tab.session.has_open_transaction, other.session.has_open_transaction] == [False, True]


async def test_a_connection_with_open_work_is_removed_only_when_that_is_said_again(
    window: MainWindow, tab: QueryTab
) -> None:
    connection_id = tab.session.place.connection_id
    await run(tab, "BEGIN; SELECT 1")
    window.navigator.remove_connection.emit(connection_id)
    await answer(window, "keep")
    assert window.saved.find(connection_id) is not None
    window.navigator.remove_connection.emit(connection_id)
    await answer(window, "remove")
    await eventually_async(lambda: window.saved.find(connection_id) is None)
    assert tab.session.has_open_transaction
