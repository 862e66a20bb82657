"""Commands of the vendors' clients in the window."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog

from helpers.tabs import after_run, answer, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow


async def tab_on(window: MainWindow, path: Path) -> QueryTab:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE orders (id)")
    connection = await window.saved.add_file(str(path))
    tab = window.new_editor(connection_id=connection.id, text=".tables\n.print hello\n.shell ls\n")
    await tab.move_to(Place(connection.id))
    return tab


async def test_a_command_is_run_like_a_statement_and_shows_a_result(window: MainWindow, tmp_path: Path) -> None:
    tab = await tab_on(window, tmp_path / "shop.sqlite")
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["orders"]]


async def test_what_commands_say_and_why_they_are_refused_stands_among_the_messages(
    window: MainWindow, tmp_path: Path
) -> None:
    tab = await tab_on(window, tmp_path / "shop.sqlite")
    ended = asyncio.ensure_future(after_run(tab, tab.run_script))
    await ended
    assert any(line.endswith("hello") for line in messages(tab))
    assert any(".shell would run a program of this computer." in line for line in messages(tab))


@pytest.mark.parametrize("allowed", [False, True], ids=["not allowed", "allowed"])
async def test_a_file_may_include_others_of_its_folder_when_a_person_has_said_so(
    window: MainWindow, tmp_path: Path, allowed: bool
) -> None:
    tab = await tab_on(window, tmp_path / "shop.sqlite")
    (tmp_path / "main.sql").write_text(".read inner.sql\n")
    (tmp_path / "inner.sql").write_text("SELECT 1;\nSELECT nope;\n")
    action = window.actions_of_window.set.action("file.run")
    await eventually_async(action.isEnabled)
    action.trigger()
    dialog = await eventually_async(lambda: window.findChild(QFileDialog, "run_file"))
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "main.sql"))
    dialog.close()
    option = await eventually_async(lambda: window.findChild(QCheckBox, "allow_files"))
    assert option is not None
    assert not option.isChecked()
    option.setChecked(allowed)
    ended = asyncio.ensure_future(after_run(tab, lambda: None))
    await answer(window, "transaction")
    await ended
    told = messages(tab)
    assert any("would use the file inner.sql" in line for line in told) is not allowed
    assert any("inner.sql, line 2: no such column: nope" in line for line in told) is allowed
