"""What is staged in a table tab is not lost: kept by the journal, back after a kill, never saved by itself."""

import asyncio
import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QMessageBox

from helpers.databases import make_database, save_connection
from helpers.engines import ENDLESS
from helpers.journals import left_behind
from helpers.tables import click, opened, press_action, settled, shown, write
from helpers.tabs import after_run, answer
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.values import LongCell, RawText, ServerDefault
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import Recovered
from lapwing.gui.results.staged import RowEdit, RowKey
from lapwing.gui.results.staged_text import StagedLines, StagedText, StagedUnreadable, read
from lapwing.gui.shell import table_keeping
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows

STOCK = """
CREATE TABLE fruit (id INTEGER PRIMARY KEY, name TEXT, photo BLOB);
INSERT INTO fruit VALUES (1, 'apple', x'00ff'), (2, 'pear', NULL), (3, 'plum', x'');
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make_database(tmp_path / "stock.db", STOCK)


@pytest_asyncio.fixture
async def stock(windows: Windows, window: MainWindow, file: Path) -> Place:
    saved = await save_connection(window.client, file)
    await windows.saved.read()
    return Place(saved.id)


def names_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as database:
        return [name for (name,) in database.execute("SELECT name FROM fruit ORDER BY id")]


def recovered(folder: Path) -> Recovered:
    """What a start would find if the program were killed now."""
    journal = Journal(left_behind(folder / "left behind"))
    found = journal.recover()
    journal.close(clean=False)
    return found


async def restarted(client: EngineClient, folder: Path, *, answers: bool = True) -> tuple[Windows, TableTab]:
    """The program as the next start shows it, and the table tab in it."""
    again = Windows(client, Journal(left_behind(folder / "left behind")), None)
    again.open_first()
    if answers:
        await again.saved.read()
    tab = next(page for page in again.first.pages() if isinstance(page, TableTab))
    return again, tab


async def end(windows: Windows) -> None:
    for page in windows.first.pages():
        await page.close_page()
    windows.first.deleteLater()
    windows.journal.close(clean=False)


async def test_staged_changes_come_back_after_a_kill_and_are_saved_only_when_told(
    window: MainWindow, client: EngineClient, stock: Place, file: Path, tmp_path: Path
) -> None:
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "name", "quince")
    write(tab, 0, "photo", "0xCAFE")
    await press_action(window, "row.insert")
    write(tab, tab.editing.rows.grid.currentIndex().row(), "name", "melon")
    staged = tab.editing.staged.edits
    await eventually_async(lambda: "melon" in str(recovered(tmp_path).works))
    assert recovered(tmp_path).editors == {}

    again, back = await restarted(client, tmp_path)
    assert back.editing.staged.edits == staged
    assert "not saved" in back.banner.text
    assert back.open_work
    assert back.dress().modified
    assert back.session.facts is None
    assert names_in(file) == ["apple", "pear", "plum"]
    click(back, "table_read")
    await settled(back)
    assert ("quince", "0xCAFE") in shown(back, "name", "photo")
    assert sorted(shown(back, "name")) == [("melon",), ("pear",), ("plum",), ("quince",)]
    back.save()
    await eventually_async(lambda: not back.editing.staged and not back.is_at_work)
    assert names_in(file) == ["quince", "pear", "plum", "melon"]
    await eventually_async(lambda: again.journal.flush(30) and not list((tmp_path / "left behind").glob("*.editor")))
    await end(again)


async def test_what_was_dropped_or_saved_does_not_come_back(window: MainWindow, stock: Place, tmp_path: Path) -> None:
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "name", "quince")
    await eventually_async(lambda: recovered(tmp_path).works)
    tab.editing.undo()
    await eventually_async(lambda: not recovered(tmp_path).works)
    write(tab, 0, "name", "quince")
    await eventually_async(lambda: recovered(tmp_path).works)
    window.start(window.close_page(tab))
    await answer(window, "drop")
    await eventually_async(lambda: not recovered(tmp_path).works)


async def test_a_change_that_is_saved_in_an_open_transaction_comes_back_as_not_saved(
    window: MainWindow, client: EngineClient, stock: Place, file: Path, tmp_path: Path
) -> None:
    tab = await opened(window, stock, "fruit")
    tab.reading.set_mode(type(tab.session.mode)("manual"))
    await settled(tab)
    write(tab, 0, "name", "quince")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged and not tab.is_at_work)
    assert window.journal.flush(30)
    again, back = await restarted(client, tmp_path)
    assert back.editing.staged.counts.updates == 1
    await end(again)
    tab.commit()
    await settled(tab)
    assert names_in(file)[0] == "quince"
    await eventually_async(lambda: not recovered(tmp_path).works)


async def test_an_engine_that_dies_while_it_saves_leaves_the_changes_and_says_that_nobody_knows(
    window: MainWindow,
    client: EngineClient,
    stock: Place,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table_keeping, "_DISK_S", PATIENCE_S)  # of a disk that is busy nothing is to be seen here
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "name", "quince")
    pid = client.engine_pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    tab.save()
    await eventually_async(lambda: tab.data.is_doing("commit"))
    again, back = await restarted(client, tmp_path, answers=False)  # the window could be killed now as well
    assert "not known" in back.banner.text
    await end(again)
    os.kill(pid, signal.SIGKILL)
    await eventually_async(lambda: client.state is EngineState.GONE and not tab.is_at_work)
    await eventually_async(lambda: "not known" in tab.banner.text)
    assert tab.editing.staged.counts.updates == 1
    assert names_in(file)[0] == "apple"
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert names_in(file)[0] == "quince"


async def test_changes_staged_for_other_columns_are_not_saved_anywhere_else(
    window: MainWindow, client: EngineClient, stock: Place, file: Path, tmp_path: Path
) -> None:
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "name", "quince")
    await eventually_async(lambda: recovered(tmp_path).works)
    again, back = await restarted(client, tmp_path)
    with closing(sqlite3.connect(file)) as database:
        database.executescript("ALTER TABLE fruit DROP COLUMN name; ALTER TABLE fruit ADD COLUMN name TEXT;")
    back.save()
    await eventually_async(lambda: "others" in back.banner.text)
    assert back.editing.staged.counts.updates == 1
    back.editing.staged.revert()
    click(back, "table_read")
    await settled(back)
    assert len(shown(back)) == 3
    await end(again)


def test_any_value_that_can_be_staged_comes_back_as_it_was() -> None:
    read_row = (1, 0.1, float("inf"), "it's\n\0\ud83d\u202e", None, b"\x00\xff", RawText(b"\xff"), 10**40)
    long = LongCell("start", 7, 1 << 30, "text")
    edits: dict[RowKey, RowEdit] = {
        (1, b"k"): RowEdit(read_row, {0: None, 2: "", 5: b"", 6: RawText(b"\xfe")}),
        3: RowEdit(None, {1: ServerDefault(), 0: -0.0}, anchor=9),
        (RawText(b"\x80"),): RowEdit((long, *read_row[1:]), {}, is_deleted=True),
    }
    told = StagedText(("a", "b\n\u2028"), ("a",), {"table": "t\ud800"}, edits, is_ending=True)
    lines = StagedLines()
    text = lines.text(told)
    assert read(text) == told
    assert lines.text(told) == text
    for cut in ("", text[:-3], text.replace('"version":1', '"version":2'), text.replace('"goes"', '"went"')):
        with pytest.raises(StagedUnreadable):
            read(cut)


async def test_a_logout_in_the_middle_of_everything_asks_nothing_and_loses_nothing(
    windows: Windows, window: MainWindow, stock: Place, file: Path, tmp_path: Path
) -> None:
    table = await opened(window, stock, "fruit")
    write(table, 0, "name", "quince")
    open_one, running = (window.new_editor(connection_id=stock.connection_id) for _ in range(2))
    for editor in (open_one, running):
        await editor.move_to(stock)
    await after_run(open_one, lambda: open_one.run_text("BEGIN; INSERT INTO fruit(name) VALUES ('never')", 0))
    open_one.set_text("-- precious")
    running.run_text(ENDLESS, 0)
    await eventually_async(lambda: running.session.is_running)
    ending = asyncio.ensure_future(windows.until_closed())
    await asyncio.sleep(0)
    window.close()  # the question that a person would be asked
    await eventually_async(lambda: [box for box in window.findChildren(QMessageBox) if box.isVisible()])
    windows.end_now()  # what SIGTERM does
    assert await ending == 0
    assert windows.journal.flush(30)
    found = recovered(tmp_path)
    assert "quince" in next(iter(found.works.values())).text
    assert "-- precious" in [record.text for record in found.editors.values()]
    assert names_in(file) == ["apple", "pear", "plum"]
    await answer(window, "keep")
    await running.session.cancel()
