"""Formatting in the window: one step of undo, the caret where it was, the person's own settings."""

import asyncio
from collections.abc import AsyncIterator

import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.tabs import messages
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.journal import Journal
from lapwing.gui.shell.formatting import format_script, format_statement
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme
from lapwing.settings.store import change_settings


@pytest_asyncio.fixture
async def tab(client: EngineClient, dark: Theme) -> AsyncIterator[QueryTab]:
    journal = Journal(paths.journal())
    tab = QueryTab(client, SavedConnections(client), journal)
    yield tab
    await tab.close_page()
    tab.deleteLater()
    journal.close(clean=True)


def marked(text: str) -> tuple[str, int]:
    """A text without its `|`, and where that was."""
    return text.replace("|", ""), text.index("|")


def with_caret(tab: QueryTab) -> str:
    text, caret = tab.editor.text(), tab.editor.caret
    return f"{text[:caret]}|{text[caret:]}"


async def test_the_statement_at_the_caret_is_formatted_and_undone_in_one_step(tab: QueryTab) -> None:
    text, caret = marked("select 1;\n  select  a,b|eta from t where x=1 ;\nselect 3")
    tab.editor.set_text(text)
    tab.editor.set_caret(caret)
    await format_statement(tab)
    assert with_caret(tab) == "select 1;\n  SELECT a, b|eta FROM t WHERE x = 1 ;\nselect 3"
    tab.editor.undo()
    assert tab.editor.text() == text
    assert not tab.editor.document().isUndoAvailable()


async def test_a_selection_is_formatted_alone_and_keeps_the_indentation_around_it(tab: QueryTab) -> None:
    change_settings(format_width=30)
    text = "do(\n    select first_column,second_column from t\n)"
    start, end = text.index("    select"), text.index(")", 10)
    tab.editor.set_text(text)
    tab.editor.select(start, end)
    await format_statement(tab)
    new = "SELECT\n        first_column,\n        second_column\n    FROM t"
    assert tab.editor.text() == f"do(\n    {new}\n)"
    assert tab.editor.selected_text() == f"    {new}\n"


async def test_a_selection_inside_a_string_is_left_alone(tab: QueryTab) -> None:
    text = "select 'a  from  b' from t"
    tab.editor.set_text(text)
    tab.editor.select(text.index("a "), text.index("b'") + 1)
    await format_statement(tab)
    assert tab.editor.text() == text
    assert not tab.editor.document().isUndoAvailable()


async def test_a_script_is_formatted_as_the_settings_say(tab: QueryTab) -> None:
    change_settings(format_keyword_case="lower", format_function_case="upper")
    text, caret = marked("SELECT max(a)  FROM t ; -- the |note\n\n\nSELECT 2")
    tab.editor.set_text(text)
    tab.editor.set_caret(caret)
    await format_script(tab)
    assert with_caret(tab) == "select MAX(a) from t; -- the |note\n\nselect 2"


async def test_a_long_script_is_formatted_beside_the_window_and_an_edit_meanwhile_wins(tab: QueryTab) -> None:
    line = "select a,b from t;\n"
    tab.editor.set_text(line * 3_000)
    await format_script(tab)
    assert tab.editor.text() == "SELECT a, b FROM t;\n" * 3_000
    edited = tab.editor.text() + line * 3_000
    tab.editor.set_text(edited)

    async def edit() -> None:
        tab.editor.insert_text("x")

    await asyncio.gather(format_script(tab), edit())
    assert tab.editor.text() == "x" + edited


async def test_where_no_statement_is_that_is_said(tab: QueryTab) -> None:
    tab.editor.set_text("select 1;\n\n\n")
    tab.editor.set_caret(12)
    await format_statement(tab)
    assert tab.editor.text() == "select 1;\n\n\n"
    assert any("no statement" in line for line in messages(tab))


async def test_the_keys_and_the_menu_format(client: EngineClient, dark: Theme) -> None:
    journal = Journal(paths.journal())
    windows = Windows(client, journal, None)
    windows.open_first()
    window = windows.first
    await windows.saved.read()
    tab = window.new_editor(text="select 1;\nselect  2")
    try:
        window.activateWindow()
        tab.editor.setFocus()
        await eventually_async(tab.editor.hasFocus)
        await eventually_async(window.actions_of_window.set.action("text.format").isEnabled)
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(tab.editor, Qt.Key.Key_L, keys)
        await eventually_async(lambda: tab.editor.text() == "SELECT 1;\nselect  2")
        whole = window.actions_of_window.set.action("text.format_script")
        await eventually_async(whole.isEnabled)
        whole.trigger()
        await eventually_async(lambda: tab.editor.text() == "SELECT 1;\nSELECT 2")
    finally:
        await tab.close_page()
        await window.close_window()
        journal.close(clean=True)
