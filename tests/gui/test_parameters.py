"""Values for parameters in the window: asked for, remembered, and never asked for where there is nothing to ask."""

import json
from pathlib import Path

import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from helpers.canaries import files_with
from helpers.engines import make_database
from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.parameters import ParameterKind
from lapwing.domain.urls import sqlite_url
from lapwing.gui.editor.place import Place
from lapwing.gui.editor.session import ScriptFile
from lapwing.gui.shell.parameters_dialog import ParameterRow, ParametersDialog
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest_asyncio.fixture
async def tab(window: MainWindow, tmp_path: Path) -> QueryTab:
    path = make_database(tmp_path / "shop.sqlite", "CREATE TABLE t(a)")
    made = window.new_editor()
    await made.move_to(Place(url=sqlite_url(path)))
    return made


async def asked(tab: QueryTab, sql: str, *, script: bool = False) -> ParametersDialog:
    """Have a text run, and wait for the question about its parameters."""
    tab.set_text(sql)
    if script:
        tab.run_script()
    else:
        tab.run_statement()
    return await dialog_of(tab)


async def dialog_of(tab: QueryTab) -> ParametersDialog:
    def find() -> ParametersDialog | None:
        return next((found for found in tab.window().findChildren(ParametersDialog) if found.isVisible()), None)

    found = await eventually_async(find)
    assert found is not None
    return found


def row(dialog: ParametersDialog, name: str) -> ParameterRow:
    return next(row for row in dialog.rows if row.name == name)


def press(dialog: ParametersDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key)


async def answered(tab: QueryTab, dialog: ParametersDialog) -> list[list[str]]:
    await after_run(tab, lambda: press(dialog, ENTER))
    return shown_rows(tab)


async def test_a_run_asks_for_each_name_once_and_enter_runs_it(tab: QueryTab) -> None:
    dialog = await asked(tab, "SELECT :a, :b, :a, ':c' -- :d")
    assert [found.label.full_text for found in dialog.rows] == [":a", ":b"]
    assert [found.value.accessibleName() for found in dialog.rows] == ["Value of :a", "Value of :b"]
    QTest.keyClicks(dialog.focusWidget(), "it's")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    row(dialog, "b").value.setFocus()
    QTest.keyClicks(row(dialog, "b").value, "two")
    QTest.keyClick(row(dialog, "b").value, ENTER, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(row(dialog, "b").value, "lines\u00a0")
    assert await answered(tab, dialog) == [["it's", "two\\nlines\u00a0", "it's", ":c"]]


async def test_escape_runs_nothing(tab: QueryTab) -> None:
    dialog = await asked(tab, "INSERT INTO t VALUES (:a)")
    press(dialog, ESCAPE)
    await eventually_async(lambda: not tab.window().findChildren(ParametersDialog))
    tab.set_text("SELECT count(*) FROM t")
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["0"]]


async def test_the_last_values_are_shown_again_and_are_selected(tab: QueryTab) -> None:
    dialog = await asked(tab, "SELECT :a, :n IS NULL, typeof(:k)")
    row(dialog, "a").value.setText("first")
    row(dialog, "n").null.setChecked(True)
    row(dialog, "k").value.setText("5")
    row(dialog, "k").kind.show_value(ParameterKind.TEXT)
    assert not row(dialog, "n").value.isEnabled()
    assert await answered(tab, dialog) == [["first", "1", "text"]]
    again = await asked(tab, "SELECT :k, :a")
    assert row(again, "a").parameter().value == "first"
    assert row(again, "k").parameter().kind is ParameterKind.TEXT
    QTest.keyClicks(again.focusWidget(), "7")
    assert await answered(tab, again) == [["7", "first"]]


async def test_a_script_asks_once_for_all_its_statements(tab: QueryTab) -> None:
    dialog = await asked(tab, "INSERT INTO t VALUES (:a);\nINSERT INTO t VALUES (@b);\nSELECT a FROM t", script=True)
    assert [found.name for found in dialog.rows] == ["a", "b"]
    row(dialog, "a").value.setText("x")
    row(dialog, "b").value.setText("y")
    assert await answered(tab, dialog) == [["x"], ["y"]]


async def test_a_value_that_is_not_of_its_type_keeps_the_question_open(tab: QueryTab) -> None:
    dialog = await asked(tab, "SELECT :a")
    row(dialog, "a").value.setText("many")
    row(dialog, "a").kind.show_value(ParameterKind.NUMBER)
    press(dialog, ENTER)
    assert dialog.isVisible()
    assert dialog.banner.isVisible()
    row(dialog, "a").value.setText("12.5")
    assert await answered(tab, dialog) == [["12.5"]]


async def test_secret_values_are_dots_and_are_not_kept_for_the_next_start(tab: QueryTab) -> None:
    dialog = await asked(tab, "SELECT length(:password), :a")
    field = row(dialog, "password").value
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.setText("hunter2")
    row(dialog, "a").value.setText("kept")
    assert await answered(tab, dialog) == [["7", "kept"]]
    kept = json.loads((paths.state() / "parameters.json").read_text())
    assert [value["name"] for value in kept["values"]] == ["a"]
    assert files_with(["hunter2"], paths.state()) == []


async def test_values_of_another_tab_and_of_an_earlier_start_are_offered(tab: QueryTab, window: MainWindow) -> None:
    dialog = await asked(tab, "SELECT :a")
    row(dialog, "a").value.setText("kept")
    await answered(tab, dialog)
    other = window.new_editor()
    await other.move_to(tab.session.place)
    again = await asked(other, "SELECT :a")
    assert row(again, "a").parameter().value == "kept"
    again.reject()


async def test_a_tab_can_use_its_last_values_until_it_is_told_to_ask(tab: QueryTab) -> None:
    dialog = await asked(tab, "SELECT :a")
    row(dialog, "a").value.setText("x")
    dialog.asks.setChecked(False)
    assert await answered(tab, dialog) == [["x"]]
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["x"]]
    assert "Run with the values that were given last." in messages(tab)
    new = await asked(tab, "SELECT :a, :b")
    new.reject()
    tab.set_text("SELECT :a")
    tab.parameters.ask_anew(tab.run_statement)
    anew = await dialog_of(tab)
    assert anew.asks.isChecked()
    anew.reject()


async def test_nothing_is_asked_where_nothing_is_to_be_given(tab: QueryTab) -> None:
    for sql in ("SELECT ':a'", "SELECT 1 -- ?", "CREATE TABLE u(a)"):
        tab.set_text(sql)
        await after_run(tab, tab.run_statement)
        assert not tab.window().findChildren(ParametersDialog)
        assert QApplication.activeModalWidget() is None


async def test_a_file_asks_for_its_parameters_before_it_is_run(tab: QueryTab, tmp_path: Path) -> None:
    script = tmp_path / "script.sql"
    script.write_text("INSERT INTO t VALUES (:a);\nSELECT a || :b AS both FROM t;\n")
    tab.run_file(ScriptFile(str(script)), "")
    dialog = await dialog_of(tab)
    assert [found.name for found in dialog.rows] == ["a", "b"]
    press(dialog, ESCAPE)
    await eventually_async(lambda: not tab.window().findChildren(ParametersDialog))
    assert not tab.session.run_id
    tab.run_file(ScriptFile(str(script)), "")
    dialog = await dialog_of(tab)
    row(dialog, "a").value.setText("x")
    row(dialog, "b").value.setText("y")
    assert await answered(tab, dialog) == [["xy"]]
