"""Exporting from the window: the dialog, the jobs in the status bar, and what is asked and told."""

import csv
import io
import os
import signal
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QPushButton

from helpers.acting import act
from helpers.engines import ENDLESS_ROWS, make_database
from helpers.tabs import after_run, answer
from helpers.waiting import eventually_async
from lapwing.domain.jobs import JobState
from lapwing.domain.transfer import ExportFormat
from lapwing.domain.urls import sqlite_url
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.jobs_bar import JobsBar
from lapwing.gui.shell.jobs_list import JobRow, JobsList
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.table_feature import open_table
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.transfer.dialog import ExportDialog
from lapwing.gui.widgets import PillCombo

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")


@pytest_asyncio.fixture
async def tab(window: MainWindow, tmp_path: Path) -> QueryTab:
    path = make_database(
        tmp_path / "shop.sqlite",
        "CREATE TABLE t (id INTEGER, name TEXT)",
        "INSERT INTO t VALUES (1, 'one'), (2, NULL), (3, '<b>=1+1</b>')",
    )
    made = window.new_editor(title="my rows")
    await made.move_to(Place(url=sqlite_url(path)))
    return made


@pytest_asyncio.fixture
async def place(window: MainWindow, tmp_path: Path) -> Place:
    """A saved connection to a database with a table of few rows."""
    path = make_database(
        tmp_path / "saved.sqlite",
        "CREATE TABLE stores (store_id INTEGER PRIMARY KEY, hours TEXT)",
        "INSERT INTO stores VALUES (1, 'a'), (2, 'line' || char(10) || 'end'), (3, NULL), (4, 'd')",
    )
    saved = await window.saved.add_file(str(path), name="Stores")
    await window.saved.read()
    return Place(saved.id)


async def run(tab: QueryTab, sql: str) -> None:
    tab.set_text(sql)
    await after_run(tab, tab.run_statement)


async def dialog(window: MainWindow) -> ExportDialog:
    """What Ctrl+E opens."""
    await act(window, "result.export")
    return await opened(window)


async def opened(window: MainWindow) -> ExportDialog:
    def find() -> ExportDialog | None:
        return next((each for each in window.findChildren(ExportDialog) if each.isVisible()), None)

    found = await eventually_async(find)
    assert found is not None
    return found


def choose(shown: ExportDialog, name: ExportFormat) -> None:
    shown.formats.setCurrentRow(list(ExportFormat).index(name))


async def exported(window: MainWindow, shown: ExportDialog) -> JobState:
    """Press Export and wait for the end of the job."""
    bar = window.findChild(JobsBar)
    assert bar is not None
    known = len(bar._jobs.all)
    await eventually_async(shown.export_button.isEnabled)
    QTest.mouseClick(shown.export_button, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: len(bar._jobs.all) > known and bar._jobs.all[0].is_over)
    return bar._jobs.all[0].state


async def test_the_dialog_shows_what_will_be_written_and_writes_it(
    window: MainWindow, tab: QueryTab, tmp_path: Path
) -> None:
    await run(tab, "SELECT * FROM t ORDER BY id")
    shown = await dialog(window)
    assert shown.preview.toPlainText() == "id,name\n1,one\n2,\n3,<b>=1+1</b>\n"
    assert Path(shown.target.path).name == "my rows.csv"
    choose(shown, ExportFormat.SQL)
    assert Path(shown.target.path).name == "my rows.sql"
    assert shown.preview.toPlainText().startswith(
        'INSERT INTO "main"."t" ("id", "name") VALUES\n(1, \'one\'),\n(2, NULL)'
    )
    choose(shown, ExportFormat.JSON)
    shown.target.line.setText(str(tmp_path / "out.json"))
    assert await exported(window, shown) is JobState.DONE
    assert (tmp_path / "out.json").read_text("utf-8") == shown_json()


def shown_json() -> str:
    return '[\n{"id":1,"name":"one"},\n{"id":2,"name":null},\n{"id":3,"name":"<b>=1+1</b>"}\n]\n'


async def test_choices_are_remembered_and_a_file_is_replaced_only_after_a_question(
    window: MainWindow, tab: QueryTab, tmp_path: Path
) -> None:
    await run(tab, "SELECT 1 AS a, NULL AS b")
    there = tmp_path / "there.csv"
    there.write_text("old", "utf-8")
    shown = await dialog(window)
    null = shown.findChild(QLineEdit, "export_null_text")
    header = shown.findChild(QCheckBox, "export_header")
    assert null is not None
    assert header is not None
    null.setText('bad"')
    assert not shown.export_button.isEnabled()
    null.setText("-")
    header.setChecked(False)
    assert shown.preview.toPlainText() == "1,-\n"
    shown.target.line.setText(str(there))
    QTest.mouseClick(shown.export_button, Qt.MouseButton.LeftButton)
    replace = await eventually_async(lambda: shown.findChild(QPushButton, "export_replace"))
    assert replace is not None
    assert there.read_text("utf-8") == "old"
    QTest.mouseClick(replace, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: there.read_text("utf-8") != "old")
    assert there.read_bytes() == b"1,-\r\n"
    await eventually_async(lambda: not any(each.isVisible() for each in window.findChildren(ExportDialog)))
    again = await dialog(window)
    assert again.preview.toPlainText() == "1,-\n"
    assert Path(again.target.path).parent == tmp_path
    again.reject()


async def test_selected_rows_go_to_the_clipboard(window: MainWindow, tab: QueryTab) -> None:
    await run(tab, "SELECT * FROM t ORDER BY id")
    view = tab.results.current
    assert view is not None
    view.grid.selectAll()
    shown = await dialog(window)
    assert [part.id for part in shown._offer.parts] == ["shown", "selected"]
    choose(shown, ExportFormat.XLSX)
    assert not shown.copy_button.isVisible(), "XLSX is no text"
    choose(shown, ExportFormat.MARKDOWN)
    shown.what.setCurrentIndex(1)
    QTest.mouseClick(shown.copy_button, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: "| one" in QGuiApplication.clipboard().text())
    assert QGuiApplication.clipboard().text().startswith("| id | name |\n")
    await eventually_async(lambda: "3 row" in window.banner.text)


async def test_a_result_cut_off_at_the_limit_can_be_exported_whole(
    window: MainWindow, tab: QueryTab, tmp_path: Path
) -> None:
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i FROM n"
    tab.set_text(numbers)
    tab.results.tools.row_limit = 100
    tab.run_statement()
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.state.value == "paused")
    shown = await dialog(window)
    assert [part.id for part in shown._offer.parts] == ["shown", "again"]
    shown.what.setCurrentIndex(1)
    shown.target.line.setText(str(tmp_path / "all.csv"))
    assert await exported(window, shown) is JobState.DONE
    assert (tmp_path / "all.csv").read_bytes().count(b"\n") == 2001


async def test_a_running_job_is_listed_cancelled_and_asked_about_at_the_end(
    window: MainWindow, tab: QueryTab, tmp_path: Path
) -> None:
    tab.set_text(ENDLESS_ROWS)
    tab.results.tools.row_limit = 100
    tab.run_statement()
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.state.value == "paused")
    shown = await dialog(window)
    shown.what.setCurrentIndex(1)
    shown.target.line.setText(str(tmp_path / "endless.csv"))
    QTest.mouseClick(shown.export_button, Qt.MouseButton.LeftButton)
    bar = window.findChild(JobsBar)
    assert bar is not None
    await eventually_async(lambda: bar.text_shown == "Export endless.csv")
    window.close()
    await answer(window, "keep")
    assert window.isVisible()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    listed = await eventually_async(lambda: window.findChild(JobsList))
    assert listed is not None
    row = listed.findChild(JobRow)
    assert row is not None
    await eventually_async(lambda: "rows/s" in row.words.text())
    QTest.mouseClick(row.cancel_button, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: row.words.text() == "Cancelled; nothing was written.")
    assert not list(tmp_path.glob("*endless*"))
    listed.close()


async def test_a_table_is_exported_from_its_menu_in_the_navigator(
    window: MainWindow, place: Place, tmp_path: Path
) -> None:
    window.show_relation(place.connection_id, "main", "stores")
    tree = window.navigator.tree
    await eventually_async(lambda: tree.current is not None and tree.current.name == "stores")
    tree.menu_wanted.emit(tree.current, tree.mapToGlobal(tree.rect().center()))
    menu = await eventually_async(lambda: window.findChild(QMenu, "navigator_menu"))
    assert menu is not None
    entry = menu.findChild(QAction, "navigator_menu.table.export")
    assert entry is not None
    entry.trigger()
    menu.close()
    shown = await opened(window)
    await eventually_async(lambda: shown.preview.toPlainText().startswith("store_id,hours\n1,a\n"))
    assert Path(shown.target.path).name == "stores.csv"
    assert not shown.copy_button.isVisible()
    shown.target.line.setText(str(tmp_path / "stores.csv"))
    assert await exported(window, shown) is JobState.DONE
    text = (tmp_path / "stores.csv").read_text("utf-8")
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == 5


async def test_a_table_tab_offers_what_its_condition_leaves_and_the_whole_table(
    window: MainWindow, place: Place, tmp_path: Path
) -> None:
    table = open_table(window, place, "main", "stores", "store_id < 4")
    await eventually_async(lambda: table.data.facts is not None)
    shown = await dialog(window)
    assert [part.id for part in shown._offer.parts] == ["filtered", "table"]
    await eventually_async(lambda: shown.preview.toPlainText().startswith("store_id,"))
    shown.target.line.setText(str(tmp_path / "some.csv"))
    assert await exported(window, shown) is JobState.DONE
    text = (tmp_path / "some.csv").read_text("utf-8")
    assert [row[0] for row in csv.reader(io.StringIO(text, newline=""))] == ["store_id", "1", "2", "3"]


async def test_jobs_end_with_an_engine_that_dies_and_leave_no_file(
    window: MainWindow, tab: QueryTab, client: EngineClient, tmp_path: Path
) -> None:
    tab.set_text(ENDLESS_ROWS)
    tab.results.tools.row_limit = 100
    tab.run_statement()
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.state.value == "paused")
    shown = await dialog(window)
    shown.what.setCurrentIndex(1)
    shown.target.line.setText(str(tmp_path / "endless.csv"))
    QTest.mouseClick(shown.export_button, Qt.MouseButton.LeftButton)
    bar = window.findChild(JobsBar)
    assert bar is not None
    await eventually_async(lambda: bar._jobs.running and bar._jobs.running[0].done)
    assert client.engine_pid is not None
    os.kill(client.engine_pid, signal.SIGKILL)
    await eventually_async(lambda: bar.text_shown == "Export endless.csv failed")
    assert not list(tmp_path.glob("*endless*"))


async def test_what_went_wrong_is_said_with_details_to_copy(window: MainWindow, tab: QueryTab, tmp_path: Path) -> None:
    await run(tab, "SELECT '日本' AS a")
    shown = await dialog(window)
    shown.target.line.setText("/nowhere/at/all.csv")
    QTest.mouseClick(shown.export_button, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: "/nowhere/at/all.csv" in shown.banner.text)
    encoding = shown.findChild(PillCombo, "export_encoding")
    assert encoding is not None
    encoding.choose("iso-8859-1")
    encoding.activated.emit(encoding.currentIndex())
    assert "U+65E5" in shown.preview.toPlainText()
    shown.target.line.setText(str(tmp_path / "o.csv"))
    assert await exported(window, shown) is JobState.FAILED
    await eventually_async(lambda: "U+65E5" in window.banner.text)
    await act(window, "jobs.show")
    listed = await eventually_async(lambda: window.findChild(JobsList))
    assert listed is not None
    row = listed.findChild(JobRow)
    assert row is not None
    QTest.mouseClick(row.details_button, Qt.MouseButton.LeftButton)
    assert "code: export.encoding" in QGuiApplication.clipboard().text()
    listed.close()
