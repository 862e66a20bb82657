"""Scripts in the window: asked at an error, run from a file, watched and stopped."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from helpers.tabs import after_run, answer, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.connections import TransactionState
from lapwing.gui.editor.place import Place
from lapwing.gui.editor.session import ScriptFile
from lapwing.gui.results.pane import MOST_RESULTS
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

BROKEN = """INSERT INTO t VALUES (1);
INSERT INTO nope VALUES (2);
INSERT INTO t VALUES (3);
SELECT nope;
SELECT max(a) FROM t"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE t (a)")
    return path


async def tab_on(window: MainWindow, database: Path, text: str) -> QueryTab:
    connection = await window.saved.add_file(str(database))
    tab = window.new_editor(connection_id=connection.id, text=text)
    await tab.move_to(Place(connection.id))
    return tab


def rows(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as database:
        return [row[0] for row in database.execute("SELECT a FROM t ORDER BY rowid")]


async def choose_file(window: MainWindow, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = await eventually_async(lambda: window.findChild(QFileDialog, "run_file"))
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


@pytest.mark.parametrize(
    ("answers", "left", "refused"),
    [(["stop"], [1], 1), (["continue", "stop"], [1, 3], 2), (["continue_all"], [1, 3], 2)],
    ids=["stop", "go on once", "go on always"],
)
async def test_at_an_error_of_a_script_a_person_is_asked(
    window: MainWindow, shop: Path, answers: list[str], left: list[int], refused: int
) -> None:
    tab = await tab_on(window, shop, BROKEN)
    ended = asyncio.ensure_future(after_run(tab, tab.run_script))
    for choice in answers:
        await answer(window, choice)
    await ended
    assert rows(shop) == left
    assert len([line for line in messages(tab) if "no such" in line]) == refused
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]


async def test_a_cancel_takes_the_question_away_and_nothing_more_runs(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, BROKEN)
    ended = asyncio.ensure_future(after_run(tab, tab.run_script))
    await eventually_async(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    tab.cancel()
    await ended
    await eventually_async(lambda: not any(box.isVisible() for box in window.findChildren(QMessageBox)))
    assert rows(shop) == [1]
    tab.set_text("SELECT 7")
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["7"]]


async def test_a_file_is_run_on_the_tabs_connection_and_many_statements_are_told_together(
    window: MainWindow, shop: Path, tmp_path: Path
) -> None:
    script = tmp_path / "fill.sql"
    inserts = "".join(f"INSERT INTO t VALUES ({number});\n" for number in range(5_000))
    script.write_text(f"{inserts}SELECT count(*) FROM t;")
    tab = await tab_on(window, shop, "-- untouched")
    action = window.actions_of_window.set.action("file.run")
    await eventually_async(action.isEnabled)
    action.trigger()
    await choose_file(window, script)
    ended = asyncio.ensure_future(after_run(tab, lambda: None))
    await answer(window, "transaction")
    await ended
    assert shown_rows(tab) == [["5000"]]
    assert len(rows(shop)) == 5_000
    assert tab.editor.text() == "-- untouched"
    assert tab.session.transaction is TransactionState.IDLE
    told = messages(tab)
    assert 100 < len(told) < 1_000
    assert any(line.startswith("Statements 101 to ") and "row(s) affected" in line for line in told)
    assert tab.elapsed_text == ""


async def test_a_file_in_one_transaction_is_undone_at_an_error_and_its_line_is_told(
    window: MainWindow, shop: Path, tmp_path: Path
) -> None:
    script = tmp_path / "broken.sql"
    script.write_text(BROKEN)
    tab = await tab_on(window, shop, "")
    await after_run(tab, lambda: tab.run_file(ScriptFile(str(script)), "script"))
    told = messages(tab)
    assert any(line.startswith("Line 2: no such table: nope") for line in told)
    assert any("was rolled back" in line for line in told)
    assert rows(shop) == []


async def test_a_file_that_cannot_be_read_is_told_with_what_to_do(
    window: MainWindow, shop: Path, tmp_path: Path
) -> None:
    script = tmp_path / "latin.sql"
    script.write_bytes(b"INSERT INTO t VALUES ('gr\xfcn');")
    tab = await tab_on(window, shop, "")
    await after_run(tab, lambda: tab.run_file(ScriptFile(str(script)), ""))
    assert any("byte 26 is not UTF-8" in line and "latin1" in line for line in messages(tab))
    assert rows(shop) == []


async def test_a_long_script_shows_how_far_it_is_and_stops_when_told(
    window: MainWindow, shop: Path, tmp_path: Path
) -> None:
    script = tmp_path / "long.sql"
    count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT max(i) FROM n"
    quick, slow = "INSERT INTO t VALUES (0);\n" * 200, f"INSERT INTO t {count};\n" * 500
    script.write_text(f"BEGIN;\n{quick}COMMIT;\n{slow}")
    tab = await tab_on(window, shop, "")
    ended = asyncio.ensure_future(after_run(tab, lambda: tab.run_file(ScriptFile(str(script)), "")))
    await eventually_async(lambda: "statement(s)" in tab.elapsed_text and "%" in tab.elapsed_text)
    await eventually_async(lambda: "statement(s)" in window.status.rows.text())
    tab.cancel()
    await ended
    assert 200 <= len(rows(shop)) < 700
    assert any("what follows was not sent" in line for line in messages(tab))


async def test_a_script_with_very_many_results_shows_the_first_and_counts_the_rows_of_all(
    window: MainWindow, shop: Path
) -> None:
    count = MOST_RESULTS + 10
    tab = await tab_on(window, shop, "".join(f"SELECT {number};\n" for number in range(count)))
    await after_run(tab, tab.run_script)
    assert tab.results.tabs.count() == MOST_RESULTS + 2  # messages and history have tabs, too
    told = messages(tab)
    assert len([line for line in told if line.startswith("1 row(s)")]) == count
    assert len([line for line in told if "are not shown" in line]) == 1
    assert shown_rows(tab) == [["0"]]
    await eventually_async(lambda: len(kept_results()) < MOST_RESULTS + 5)


def kept_results() -> set[str]:
    """The results whose files are on the disk."""
    return {path.name.partition(".")[0] for path in paths.results().rglob("*") if path.is_file()}
