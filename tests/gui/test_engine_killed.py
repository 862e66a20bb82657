"""The engine is killed in the middle of anything: the window says so, keeps what it shows, and runs nothing again."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from helpers.databases import make_database, save_connection
from helpers.engine_ends import end_engine, send
from helpers.engines import ENDLESS
from helpers.tabs import after_run, messages
from helpers.waiting import eventually_async
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import EngineGone
from lapwing.domain.jobs import JobFacts, JobState
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.editor.place import Place
from lapwing.gui.shell import job_words
from lapwing.gui.shell.history_page import HistoryPage
from lapwing.gui.shell.jobs import Jobs
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows

ROWS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) SELECT i, 'row ' || i FROM n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.db", "CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('tent')")


@pytest_asyncio.fixture
async def tab(windows: Windows, window: MainWindow, shop: Path) -> QueryTab:
    saved = await save_connection(window.client, shop)
    await windows.saved.read()
    made = window.new_editor(connection_id=saved.id)
    await made.move_to(Place(saved.id))
    return made


def names_in(shop: Path) -> list[str]:
    with closing(sqlite3.connect(shop)) as database:
        return [name for (name,) in database.execute("SELECT name FROM item ORDER BY rowid")]


async def test_while_a_person_types_and_a_script_runs_nothing_is_lost_or_run_again(
    window: MainWindow, tab: QueryTab, client: EngineClient, shop: Path
) -> None:
    script = f"INSERT INTO item VALUES ('once');\n{ENDLESS};\nINSERT INTO item VALUES ('never');"
    tab.set_text(script)
    tab.run_text(script, 0)
    await eventually_async(lambda: "once" in names_in(shop))
    QTest.keyClicks(tab.editor, "-- ty")
    await end_engine(client, signal.SIGSEGV)
    QTest.keyClicks(tab.editor, "ped ")
    assert tab.editor.text() == f"-- typed {script}"
    await eventually_async(lambda: not tab.session.is_running)
    assert any("stopped" in text and "not known" in text for text in messages(tab))
    assert "signal 11" in window.banner.text
    await after_run(tab, lambda: tab.run_text("SELECT count(*) FROM item", 0))
    assert client.state is EngineState.READY
    assert names_in(shop) == ["tent", "once"]
    assert tab.editor.text() == f"-- typed {script}"


async def test_rows_of_a_large_result_are_read_to_the_end_after_other_engines_swept_their_folders(
    window: MainWindow, tab: QueryTab, client: EngineClient
) -> None:
    await after_run(tab, lambda: tab.run_text(ROWS, 0, None))
    view = tab.results.current
    assert view is not None
    view.grid.verticalScrollBar().setValue(view.grid.verticalScrollBar().maximum() // 2)
    await end_engine(client)
    other = window.new_editor()
    await other.move_to(tab.session.place)
    await after_run(other, lambda: other.run_text("SELECT 1", 0))
    window.documents.show_page(tab)
    view.grid.verticalScrollBar().setValue(view.grid.verticalScrollBar().maximum())
    assert view.grid.grab().width()
    shown = [view.model.data(view.model.index(row, 1)) for row in (0, 12_345, 29_999)]
    assert shown == ["row 1", "row 12346", "row 30000"]


async def test_a_commit_that_got_no_answer_is_told_as_unknown_and_its_statements_are_offered(
    window: MainWindow, tab: QueryTab, client: EngineClient, shop: Path
) -> None:
    await after_run(tab, lambda: tab.run_text("BEGIN; INSERT INTO item VALUES ('perhaps')", 0))
    await eventually_async(lambda: tab.session.transaction is TransactionState.OPEN)
    send(client, signal.SIGSTOP)  # it hangs; the window does not
    tab.transactions.commit()
    QTest.keyClicks(tab.editor, "-- still here ")
    await end_engine(client)
    banner = tab.notice.banner
    await eventually_async(lambda: "Whether the open transaction was committed is not known" in banner.text)
    offered = banner.findChild(QPushButton, "open_lost_statements")
    assert offered is not None
    offered.click()
    await eventually_async(lambda: window.tab is not tab)
    assert window.tab is not None
    assert "INSERT INTO item VALUES ('perhaps');" in window.tab.editor.text().splitlines()
    assert names_in(shop) == ["tent"]
    assert "still here" in tab.editor.text()


async def test_navigator_and_history_say_what_happened_and_go_on_when_asked(
    window: MainWindow, tab: QueryTab, client: EngineClient
) -> None:
    await after_run(tab, lambda: tab.run_text("SELECT 'needle'", 0))
    window.actions_of_window.set.action("history.show").trigger()
    page = window.documents.current
    assert isinstance(page, HistoryPage)
    await eventually_async(lambda: page.view.model.rowCount() == 1)
    tree = window.navigator.tree
    model = tree.model()
    await eventually_async(lambda: model.rowCount() == 1)
    send(client, signal.SIGSTOP)
    page.view.refresh()
    tree.expand(model.index(0, 0))
    for _ in range(20):  # both are asked for
        await asyncio.sleep(0)
    await end_engine(client)

    def row(begin: str) -> QModelIndex | None:
        index = model.index(0, 0)
        while index.isValid() and not str(index.data()).startswith(begin):
            index = tree.indexBelow(index)
        return index if index.isValid() else None

    await eventually_async(lambda: row("Try again"))
    await eventually_async(lambda: page.view.banner.text)
    page.view.filters.field.setText("needl")
    await eventually_async(lambda: not page.view.banner.text and page.view.model.rowCount() == 1)
    retry = row("Try again")
    assert retry is not None
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(retry).center())
    await eventually_async(lambda: row("Tables"))


async def test_an_engine_that_dies_as_it_starts_is_told_and_another_one_started(client: EngineClient) -> None:
    other = EngineClient()
    process = None
    try:
        reaching = asyncio.ensure_future(other.reach())
        await eventually_async(lambda: other.engine_pid)
        process = other.engine_pid
        send(other, signal.SIGKILL)
        with pytest.raises(EngineGone):
            await reaching
        await other.reach()
        await eventually_async(lambda: other.state is EngineState.READY)
        assert other.engine_pid != process
    finally:
        await other.close()


async def test_a_window_closes_although_the_engine_does_not_answer_any_more(
    windows: Windows, window: MainWindow, tab: QueryTab, client: EngineClient
) -> None:
    await after_run(tab, lambda: tab.run_text("SELECT 1", 0))
    send(client, signal.SIGSTOP)
    assert await asyncio.wait_for(window.close_window(), 25)
    assert windows.all == ()
    await asyncio.wait_for(client.close(), 25)


async def test_a_job_that_ended_with_its_engine_says_so_once(client: EngineClient, window: MainWindow) -> None:
    jobs = Jobs(client, window)
    jobs.add(JobFacts("j", "export", "a.csv", JobState.RUNNING))
    await end_engine(client)
    await eventually_async(lambda: not jobs.running)
    assert job_words.progress(jobs.all[0]).count("stopped unexpectedly") == 1
