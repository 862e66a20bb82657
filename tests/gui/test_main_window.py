"""The window as a person uses it, with the real engine process and real files."""

import asyncio
import os
import re
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from helpers.journals import left_behind
from helpers.tabs import after_run, answer, messages, shown_rows
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing import paths
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.results import ResultState, SortKey
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.welcome import WelcomePage
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows

SHOP = """
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL, note TEXT);
INSERT INTO item VALUES (1, 'tent', 199.5, NULL), (2, 'rope', 20.0, ''), (3, 'stove', 54.25, 'NULL');
CREATE VIEW cheap AS SELECT * FROM item WHERE price < 60;
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(SHOP)
    return path


async def tab_on(window: MainWindow, database: Path, text: str) -> QueryTab:
    """An editor on a database, with a text in it."""
    connection = await window.saved.add_file(str(database))
    tab = window.new_editor(connection_id=connection.id, text=text)
    await tab.move_to(Place(connection.id))
    return tab


async def test_the_first_start_shows_a_welcome_and_no_empty_window(window: MainWindow) -> None:
    assert isinstance(window.documents.current, WelcomePage)
    assert window.status.engine.text() == "Engine ready"


async def test_every_action_does_something(window: MainWindow) -> None:
    assert window.actions_of_window.set.unbound() == []


async def test_a_statement_is_run_by_its_key_and_its_rows_are_shown_exactly(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT id, name, price, note FROM item ORDER BY id;\nSELECT 'second';")
    tab.editor.set_caret(10)
    tab.editor.setFocus()
    window.activateWindow()
    window.actions_of_window.set.action("query.run").setEnabled(True)
    control = Qt.KeyboardModifier.ControlModifier
    await after_run(tab, lambda: QTest.keyClick(tab.editor, Qt.Key.Key_Return, control))
    assert shown_rows(tab) == [
        ["1", "tent", "199.5", "NULL"],
        ["2", "rope", "20.0", ""],
        ["3", "stove", "54.25", "NULL"],
    ]
    view = tab.results.current
    assert view is not None
    assert view.model.cell(0, 3) is None
    assert view.model.cell(2, 3) == "NULL"
    assert re.fullmatch(r"3 row\(s\) · [\d.]+ m?s", window.status.rows.text())


async def test_a_script_runs_in_order_and_stops_at_its_first_error_when_told_so(window: MainWindow, shop: Path) -> None:
    text = "SELECT 1;\nINSERT INTO item VALUES (9, 'lamp', 5, NULL);\nSELEC 2;\nDELETE FROM item;"
    tab = await tab_on(window, shop, text)
    answered = asyncio.ensure_future(answer(window, "stop"))
    await after_run(tab, tab.run_script)
    await answered
    assert len([line for line in messages(tab) if "syntax error" in line]) == 1
    assert tab.editor.error_range == (text.index("SELEC 2"), text.index("SELEC 2") + len("SELEC"))
    with closing(sqlite3.connect(shop)) as database:
        assert database.execute("SELECT count(*) FROM item").fetchone() == (4,)


async def test_a_selection_is_run_alone(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT 'one'; SELECT 'two';")
    tab.editor.select(14, 27)
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["two"]]


async def test_cancel_ends_an_endless_statement_and_the_tab_can_run_again(window: MainWindow, shop: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    tab = await tab_on(window, shop, endless)
    tab.run_statement()
    await eventually_async(lambda: tab.session.is_running and tab.session.facts is not None)
    await eventually_async(lambda: bool(tab.elapsed_text))
    await after_run(tab, tab.cancel)
    assert any("cancelled" in line for line in messages(tab))
    tab.set_text("SELECT 7")
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["7"]]


async def test_the_row_limit_is_shown_and_the_rest_can_be_loaded(window: MainWindow, shop: Path) -> None:
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000) SELECT i FROM n"
    tab = await tab_on(window, shop, many)
    tab.run_text(many, 0, 100)
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.state is ResultState.PAUSED)
    view = tab.results.current
    assert view is not None
    assert view.limit_bar.isVisibleTo(window)
    assert view.row_count == 100
    assert not tab.session.is_running
    await after_run(tab, lambda: tab.results.fetch_more(None))
    assert view.row_count == 1000
    assert view.state is ResultState.COMPLETE
    assert not view.limit_bar.isVisibleTo(window)


async def test_a_paused_statement_makes_way_for_the_next_one(window: MainWindow, shop: Path) -> None:
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000) SELECT i FROM n"
    tab = await tab_on(window, shop, many)
    tab.run_text(many, 0, 100)
    await eventually_async(lambda: tab.session.is_paused)
    tab.run_text("SELECT 'next'", 0)
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.sql == "SELECT 'next'")
    await eventually_async(lambda: not tab.session.run_id)
    assert shown_rows(tab) == [["next"]]


async def test_rows_are_sorted_found_and_copied(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM item")
    await after_run(tab, tab.run_statement)
    view = tab.results.current
    assert view is not None
    view.arrangement.order_by((SortKey(2, descending=True),))
    await eventually_async(lambda: [row[1] for row in shown_rows(tab)] == ["tent", "stove", "rope"])
    view.open_find()
    QTest.keyClicks(view.find_bar.field, "STOVE")
    await eventually_async(lambda: view.grid.currentIndex().row() == 1)
    view.grid.selectAll()
    view.copy(with_headers=True)
    wanted = "id\tname\tprice\tnote\n1\ttent\t199.5\t\n3\tstove\t54.25\tNULL\n2\trope\t20.0\t"
    await eventually_async(lambda: QGuiApplication.clipboard().text() == wanted)


async def test_manual_commit_shows_its_state_and_closing_asks(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "DELETE FROM item WHERE id = 1")
    tab.transactions.set_mode(TransactionMode.MANUAL)
    await eventually_async(lambda: tab.session.mode is TransactionMode.MANUAL)
    await after_run(tab, tab.run_statement)
    assert tab.transaction is TransactionState.OPEN
    assert re.fullmatch(r"Transaction open 0:[0-5][0-9], 1 statement\(s\)", window.status.transaction.text())
    assert tab.tools.commit_button.isEnabled()
    window.start(window.close_page(tab))
    await answer(window, "keep")
    await asyncio.sleep(0)
    assert tab in list(window.documents)
    assert tab.transaction is TransactionState.OPEN
    window.start(window.close_page(tab))
    await answer(window, "rollback")
    await eventually_async(lambda: tab not in list(window.documents))
    with closing(sqlite3.connect(shop)) as database:
        assert database.execute("SELECT count(*) FROM item").fetchone() == (3,)


async def test_a_window_with_an_open_transaction_asks_before_it_closes(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "BEGIN; DELETE FROM item")
    await after_run(tab, tab.run_script)
    window.close()
    await answer(window, "keep")
    await asyncio.sleep(0)
    assert window.isVisible()
    tab.transactions.roll_back()
    await eventually_async(lambda: tab.transaction is TransactionState.IDLE)


async def test_a_killed_engine_is_told_and_started_again_while_rows_and_text_stay(
    window: MainWindow, shop: Path, client: EngineClient
) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM item")
    await after_run(tab, tab.run_statement)
    before = shown_rows(tab)
    assert client.engine_pid is not None
    os.kill(client.engine_pid, signal.SIGKILL)
    await eventually_async(lambda: client.state is EngineState.GONE)
    assert "signal 9" in window.banner.text
    assert shown_rows(tab) == before
    assert tab.editor.text() == "SELECT * FROM item"
    await after_run(tab, lambda: tab.run_text("SELECT 'again'", 0))
    assert shown_rows(tab) == [["again"]]
    assert client.state is EngineState.READY


async def test_files_dropped_on_the_window_are_opened(window: MainWindow, shop: Path, tmp_path: Path) -> None:
    script = tmp_path / "report.sql"
    script.write_text("SELECT 'from a file';\r\n", encoding="utf-8", newline="")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(shop)), QUrl.fromLocalFile(str(script))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    await eventually_async(lambda: any(saved.name == "shop.sqlite" for saved in window.saved.connections))
    await eventually_async(lambda: any(getattr(page, "title", "") == "report.sql" for page in window.documents))
    tab = next(page for page in window.documents if isinstance(page, QueryTab) and page.title == "report.sql")
    tab.editor.set_caret(0)
    QTest.keyClicks(tab.editor, "-- x")
    tab.save_to()
    assert script.read_bytes().endswith(b";\r\n")


async def test_the_sample_database_does_not_come_in_front_of_what_is_being_written(window: MainWindow) -> None:
    making = asyncio.ensure_future(window.open_sample())
    await asyncio.sleep(0)
    mine = window.new_editor(text="")
    QTest.keyClicks(mine.editor, "my words")
    sample = await making
    assert sample is not None
    assert window.documents.current is mine
    QTest.keyClicks(mine.editor, ", more")
    assert mine.editor.text() == "my words, more"
    assert "my words" not in sample.editor.text()


async def test_the_sample_database_opens_with_rows(window: MainWindow) -> None:
    tab = await window.open_sample()
    assert tab is not None
    await eventually_async(
        lambda: tab.results.current is not None and tab.results.current.state is not ResultState.RUNNING
    )
    assert len(shown_rows(tab)) > 5
    assert any(saved.url.endswith("sample.sqlite") for saved in window.saved.connections)


async def test_the_sample_database_is_opened_on_itself_whatever_the_tab_in_front_is_on(
    window: MainWindow, shop: Path
) -> None:
    await tab_on(window, shop, "SELECT 1")
    tab = await window.open_sample()
    assert tab is not None
    await eventually_async(
        lambda: tab.results.current is not None and tab.results.current.state is not ResultState.RUNNING
    )
    assert len(shown_rows(tab)) > 5
    connection = window.saved.find(tab.session.place.connection_id)
    assert connection is not None
    assert connection.url.endswith("sample.sqlite")


async def test_a_new_editor_is_on_its_connection_at_once_and_stays_where_it_is_led_next(
    window: MainWindow, shop: Path, tmp_path: Path
) -> None:
    first = await tab_on(window, shop, "SELECT 1")
    inherited = window.new_editor(text="SELECT name FROM item")
    assert inherited.session.place == first.session.place
    inherited.run_statement()
    other = await window.saved.add_file(str(tmp_path / "other.sqlite"))
    led = window.new_editor(text="SELECT 2")
    await led.move_to(Place(other.id))
    await eventually_async(lambda: not inherited.session.is_running and inherited.results.current is not None)
    assert shown_rows(inherited) == [["tent"], ["rope"], ["stove"]]
    assert led.session.place == Place(other.id)


async def test_what_was_written_comes_back_in_the_next_start(
    windows: Windows, window: MainWindow, shop: Path, client: EngineClient, tmp_path: Path
) -> None:
    tab = await tab_on(window, shop, "SELECT 'kept'")
    tab.editor.set_caret(13)
    QTest.keyClicks(tab.editor, " AS x")
    assert windows.journal.flush(PATIENCE_S)
    crashed = Journal(left_behind(tmp_path / "left behind"))
    again = Windows(client, crashed, None)
    again.open_first()
    texts = [page.editor.text() for page in again.first.documents if isinstance(page, QueryTab)]
    assert texts == ["SELECT 'kept' AS x"]
    await again.first.close_window()
    crashed.close(clean=True)


async def test_a_closed_tab_comes_back_with_its_text(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT 'precious'")
    await window.close_page(tab)
    window.closed_pages.reopen()
    back = window.tab
    assert back is not None
    assert back.editor.text() == "SELECT 'precious'"


async def test_text_from_a_server_is_never_rich_text(window: MainWindow, shop: Path) -> None:
    hostile = "<img src=x><b>\u202egnp.exe"
    tab = await tab_on(window, shop, f"SELECT '{hostile}' AS \"<h1>big\"")
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["<img src=x><b>\\u202egnp.exe"]]
    tab.set_text(f'SELECT * FROM "{hostile}"')
    await after_run(tab, tab.run_statement)
    assert any(hostile.split("\u202e")[0] in line for line in messages(tab))


async def test_moving_the_caret_and_closing_at_once_tells_the_journal_nothing_more(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, "SELECT 1;\nSELECT 2;")
    tab.editor.set_caret(12)
    await window.close_page(tab)
    assert window.journal.recently_closed()[0][1] == tab.title
    await asyncio.sleep(0.1)  # longer than the caret's pause, in which nothing may come


async def test_files_opened_before_are_offered_on_the_welcome_page(
    windows: Windows, window: MainWindow, shop: Path, client: EngineClient
) -> None:
    window.open_paths([str(shop)])
    await eventually_async(lambda: window.recent.paths == (str(shop.resolve()),))
    await eventually_async(lambda: (paths.state() / "recent.json").exists())
    welcome = next(page for page in window.documents if isinstance(page, WelcomePage))
    await eventually_async(lambda: welcome.findChild(QWidget, "welcome.recent.0") is not None)
