"""A table tab changes rows: staged by keys, previewed, saved in one transaction, conflicts settled; on SQLite."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTableWidget

from helpers.databases import make_database, save_connection
from helpers.engine_ends import end_engine
from helpers.tables import (
    CTRL,
    SHIFT,
    click,
    dialog_named,
    go,
    opened,
    press,
    press_action,
    settled,
    shown,
    type_over,
    write,
)
from helpers.tabs import answer
from helpers.waiting import eventually_async
from lapwing.domain.connections import Environment
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows

STOCK = """
CREATE TABLE fruit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, price NUMERIC DEFAULT 9, note TEXT, photo BLOB);
INSERT INTO fruit VALUES (1, 'apple', 1.5, NULL, x'00ff'), (2, 'pear', 2, '', NULL), (3, 'plum', 3, 'two
lines', NULL);
CREATE TABLE notes (body TEXT);
INSERT INTO notes VALUES ('same'), ('same');
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return make_database(tmp_path / "stock.db", STOCK)


@pytest_asyncio.fixture
async def stock(windows: Windows, window: MainWindow, file: Path) -> Place:
    saved = await save_connection(window.client, file)
    await windows.saved.read()
    return Place(saved.id)


def rows_in(file: Path, sql: str = "SELECT * FROM fruit ORDER BY id") -> list[tuple[object, ...]]:
    """What is in the file now, for everybody."""
    with closing(sqlite3.connect(file)) as database:
        return database.execute(sql).fetchall()


async def test_edits_are_staged_by_keys_and_saved_together(window: MainWindow, stock: Place, file: Path) -> None:
    before = rows_in(file)
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "name", "quince")
    assert tab.editing.rows.grid.currentIndex().row() == 1, "Enter goes on to the next row"
    go(tab, 1, "note")
    press(tab, Qt.Key.Key_0, CTRL)
    await press_action(window, "row.insert")
    write(tab, 2, "name", "fig")
    go(tab, 3, "id")
    await press_action(window, "row.delete")
    assert shown(tab, "id", "name", "price", "note") == [
        ("1", "quince", "1.5", "NULL"),
        ("2", "pear", "2", "NULL"),
        ("DEFAULT", "fig", "DEFAULT", "DEFAULT"),
        ("3", "plum", "3", r"two\nlines"),
    ]
    assert tab.dress().modified
    assert tab.editing.staged.counts.total == 4
    assert rows_in(file) == before
    await press_action(window, "file.save")
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert rows_in(file) == [(1, "quince", 1.5, None, b"\0\xff"), (2, "pear", 2, None, None), (3, "fig", 9, None, None)]
    assert shown(tab, "id", "name") == [("1", "quince"), ("2", "pear"), ("3", "fig")]
    assert not tab.dress().modified


async def test_escape_drops_what_was_written_tab_and_clicks_keep_it_and_each_step_is_taken_back(
    window: MainWindow, stock: Place
) -> None:
    tab = await opened(window, stock, "fruit")
    go(tab, 0, "name")
    press(tab, Qt.Key.Key_X)
    line = tab.editing.rows.editing.line
    assert line.text() == "x"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not tab.editing.staged
    write(tab, 0, "name", "apple")
    assert not tab.editing.staged, "it is what was there"
    write(tab, 0, "name", "")
    write(tab, 1, "name", "peach")
    go(tab, 0, "name")
    await press_action(window, "edit.undo")
    assert shown(tab, "name")[:2] == [("",), ("pear",)]
    await press_action(window, "edit.undo")
    assert shown(tab, "name")[:2] == [("apple",), ("pear",)]
    await press_action(window, "edit.redo")
    await press_action(window, "edit.redo")
    assert shown(tab, "name")[:2] == [("",), ("peach",)]
    await press_action(window, "changes.revert")
    await eventually_async(lambda: shown(tab, "name")[:2] == [("apple",), ("peach",)])
    go(tab, 1, "name")
    type_over(tab, "kiwi")
    QTest.keyClick(tab.editing.rows.editing.line, Qt.Key.Key_Tab)
    assert tab.editing.rows.grid.currentIndex().column() == 2
    type_over(tab, "7")
    tab.conditions.where.line.setFocus()
    assert shown(tab, "name", "price")[1] == ("kiwi", "7")


async def test_values_of_several_lines_and_long_ones_are_written_in_the_value_editor(
    window: MainWindow, stock: Place, file: Path
) -> None:
    tab = await opened(window, stock, "fruit")
    go(tab, 2, "note")
    press(tab, Qt.Key.Key_Return)
    dialog = await dialog_named(window, "value_dialog")
    text = dialog.findChild(QPlainTextEdit, "value_text")
    assert text is not None
    assert text.toPlainText() == "two\nlines"
    text.appendPlainText("three")
    click(dialog, "value_apply")
    assert shown(tab, "note")[2] == (r"two\nlines\nthree",)
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert rows_in(file)[2][3] == "two\nlines\nthree"
    go(tab, 1, "note")
    press(tab, Qt.Key.Key_Return, SHIFT)
    dialog = await dialog_named(window, "value_dialog")
    click(dialog, "value_apply")
    assert not tab.editing.staged, "looking at a value changes nothing"
    long = "word " * 30_000
    make_database(file, f"UPDATE fruit SET note = '{long}' WHERE id = 1")
    tab.reload()
    await settled(tab)
    go(tab, 0, "note")
    press(tab, Qt.Key.Key_Return)
    dialog = await dialog_named(window, "value_dialog")
    text = dialog.findChild(QPlainTextEdit, "value_text")
    assert text is not None
    assert len(text.toPlainText()) == len(long)
    text.insertPlainText("one more ")
    click(dialog, "value_apply")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file)[0][3] == f"one more {long}"


async def test_bytes_are_written_as_digits_and_anything_else_is_refused(
    window: MainWindow, stock: Place, file: Path
) -> None:
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "photo", "0xCAFE")
    write(tab, 0, "photo", "picture")
    assert "0x" in tab.footer.note.text()
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file)[0][4] == b"\xca\xfe"


async def test_rows_are_pasted_into_cells_and_beyond_the_end_as_new_ones(
    window: MainWindow, stock: Place, file: Path
) -> None:
    tab = await opened(window, stock, "fruit")
    go(tab, 2, "name")
    QGuiApplication.clipboard().setText('prune\t4\t"a\tb"\nmelon\t\t\n')
    await press_action(window, "edit.paste")
    assert shown(tab, "name", "price", "note")[2:] == [("prune", "4", r"a\tb"), ("melon", "DEFAULT", "NULL")]
    QGuiApplication.clipboard().setText("1\t2\t3\t4\t5\t6")
    await press_action(window, "edit.paste")
    assert "6" in tab.footer.note.text()
    assert tab.editing.staged.counts.total == 2
    tab.editing.undo()
    assert not tab.editing.staged, "one paste is one step"
    tab.editing.redo()
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert [row[1:4] for row in rows_in(file)[2:]] == [("prune", 4, "a\tb"), ("melon", 9, None)]


async def test_duplicates_leave_the_key_to_the_server(window: MainWindow, stock: Place, file: Path) -> None:
    tab = await opened(window, stock, "fruit")
    go(tab, 0, "name")
    await press_action(window, "edit.duplicate")
    assert shown(tab, "id", "name", "price")[1] == ("DEFAULT", "apple", "1.5")
    tab.save()
    await eventually_async(lambda: "UNIQUE" in tab.banner.text)
    assert tab.editing.staged.counts.inserts == 1, "nothing staged is lost by an error"
    write(tab, 1, "name", "crab apple")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file)[3] == (4, "crab apple", 1.5, None, b"\0\xff")


async def test_a_conflict_shows_all_three_and_each_way_out_works(window: MainWindow, stock: Place, file: Path) -> None:
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "name", "quince")
    write(tab, 1, "name", "peach")
    write(tab, 2, "price", "33")
    make_database(file, "UPDATE fruit SET name = 'theirs' || id WHERE id < 3")
    tab.save()
    dialog = await dialog_named(window, "conflict_dialog")
    table = dialog.findChild(QTableWidget, "conflict_table")
    assert table is not None
    model = table.model()
    assert [model.index(1, at).data() for at in range(4)] == ["name", "apple", "quince", "theirs1"]
    click(dialog, "conflict_later")
    await eventually_async(lambda: not dialog.isVisible())
    again = await dialog_named(window, "conflict_dialog")
    click(again, "conflict_overwrite")
    await eventually_async(lambda: len(tab.editing.staged.edits) == 1)
    assert [row[1] for row in rows_in(file)] == ["theirs1", "peach", "plum"]
    assert rows_in(file)[2][2] == 33
    await settled(tab)
    tab.save()
    last = await dialog_named(window, "conflict_dialog")
    click(last, "conflict_drop")
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file)[0][1] == "theirs1"


async def test_production_shows_the_sql_and_asks_before_it_changes_anything(
    windows: Windows, window: MainWindow, file: Path
) -> None:
    saved = await save_connection(window.client, file, "live", environment=Environment.PRODUCTION)
    await windows.saved.read()
    tab = await opened(window, Place(saved.id), "fruit")
    write(tab, 0, "name", "it's")
    go(tab, 1, "id")
    tab.editing.delete()
    await press_action(window, "changes.preview")
    dialog = await dialog_named(window, "changes_dialog")
    code = dialog.findChild(CodeView, "changes_code")
    assert code is not None
    assert code.isReadOnly()
    assert "DELETE FROM" in code.text()
    assert "'it''s'" in code.text()
    click(dialog, "changes_close")
    assert tab.editing.staged.counts.total == 2
    tab.editing.undo()
    write(tab, 0, "name", "quince")
    tab.save()
    dialog = await dialog_named(window, "changes_dialog")
    click(dialog, "changes_close")
    await settled(tab)
    assert rows_in(file)[0][1] == "apple"
    tab.save()
    dialog = await dialog_named(window, "changes_dialog")
    click(dialog, "changes_save")
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file)[0][1] == "apple"  # production commits by hand
    await eventually_async(tab.tools.commit_button.isEnabled)
    tab.commit()
    await eventually_async(lambda: rows_in(file)[0][1] == "quince")


async def test_without_a_key_the_row_number_of_sqlite_tells_rows_apart_and_there_may_be_none_yet(
    window: MainWindow, stock: Place, file: Path
) -> None:
    tab = await opened(window, stock, "notes")
    assert len(tab.editing.rows.model.columns) == 1
    write(tab, 1, "body", "other")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file, "SELECT body FROM notes ORDER BY rowid") == [("same",), ("other",)]
    make_database(file, "DELETE FROM notes")
    tab.reload()
    await settled(tab)
    tab.editing.rows.grid.setFocus()
    await press_action(window, "row.insert")
    write(tab, 0, "body", "first")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file, "SELECT body FROM notes") == [("first",)]


async def test_staged_edits_outlive_the_engine_and_other_orders(window: MainWindow, stock: Place, file: Path) -> None:
    tab = await opened(window, stock, "fruit")
    write(tab, 2, "name", "prune")
    tab.filters.sort_by("name", is_added=False)
    await settled(tab)
    assert shown(tab, "name") == [("apple",), ("pear",), ("prune",)]
    await end_engine(window.client)
    assert tab.editing.staged.counts.updates == 1
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    assert rows_in(file)[2][1] == "prune"


async def test_closing_with_staged_edits_asks_and_keeps_them_unless_told_otherwise(
    window: MainWindow, stock: Place, file: Path
) -> None:
    tab = await opened(window, stock, "fruit")
    write(tab, 0, "name", "quince")
    assert tab.open_work
    window.start(window.close_page(tab))
    await answer(window, "keep")
    await settled(tab)
    assert tab in window.pages()
    assert tab.editing.staged
    window.start(window.close_page(tab))
    await answer(window, "save")
    await eventually_async(lambda: tab not in window.pages())
    assert rows_in(file)[0][1] == "quince"


async def test_in_manual_mode_saved_changes_wait_for_the_commit(window: MainWindow, stock: Place, file: Path) -> None:
    tab = await opened(window, stock, "fruit")
    tab.reading.set_mode(type(tab.session.mode)("manual"))
    await settled(tab)
    write(tab, 0, "name", "quince")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert shown(tab, "name")[0] == ("quince",)
    assert rows_in(file)[0][1] == "apple"
    assert tab.tools.commit_button.isEnabled()
    tab.commit()
    await settled(tab)
    assert rows_in(file)[0][1] == "quince"
    write(tab, 1, "name", "peach")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    pid = window.client.engine_pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    await eventually_async(lambda: tab.editing.staged)
    assert shown(tab, "name")[1] == ("peach",), "what was saved in a transaction that is lost is staged again"
    assert rows_in(file)[1][1] == "pear"
