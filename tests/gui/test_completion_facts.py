"""Arguments, facts, definitions, data and occurrences of names in the editor, with the real engine process."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.acting import act
from helpers.tables import settled, shown
from helpers.waiting import eventually_async
from lapwing.domain.completion import WordsAsked, WordsKnown
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow

TEXT = "WITH cheap AS (SELECT id, price FROM item) SELECT c.id, c.price FROM cheap AS c JOIN item ON item.id = c.id"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price REAL); INSERT INTO item VALUES (1, 'tent', 9);"
        )
    return path


async def tab_on(window: MainWindow, database: Path, text: str) -> QueryTab:
    """An editor on a database whose names are known, with the focus in it."""
    connection = await window.saved.add_file(str(database))
    tab = window.new_editor(connection_id=connection.id, text=text)
    window.show()
    window.activateWindow()
    await tab.move_to(Place(connection.id))
    session = await tab.session.open()
    asked = WordsAsked(("item",), connection.id, session_id=session.session_id)
    while not (await window.client.call("completion.words", asked, WordsKnown)).relations:
        await asyncio.sleep(0.01)
    tab.editor.setFocus()
    await eventually_async(tab.editor.hasFocus)
    return tab


async def test_a_function_leaves_the_caret_between_its_parentheses_and_shows_its_arguments(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, "SELECT ")
    tab.editor.set_caret(7)
    completion, calls = tab.assist.completion, tab.assist.calls
    QTest.keyClicks(tab.editor, "max")
    await eventually_async(lambda: completion.popup is not None and not completion.is_busy)
    popup = completion.popup
    assert popup is not None
    for _ in range([item.insert for item in popup.items].index("max()")):
        QTest.keyClick(tab.editor, Qt.Key.Key_Down)
    QTest.keyClick(tab.editor, Qt.Key.Key_Return)
    assert tab.editor.text() == "SELECT max()"
    assert tab.editor.caret == len("SELECT max(")
    tip = await eventually_async(lambda: calls.tip)
    assert tip is not None
    first = tip.text
    assert "max(" in first
    assert first.startswith("1/")
    QTest.keyClick(tab.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert tip.text.startswith("2/")
    QTest.keyClick(tab.editor, Qt.Key.Key_Escape)
    assert calls.tip is None
    QTest.keyClicks(tab.editor, "1)")
    assert tab.editor.text() == "SELECT max(1)"
    await act(window, "text.show_arguments")
    tab.editor.set_caret(len("SELECT max(1"))
    QTest.keyClicks(tab.editor, ",")
    await eventually_async(lambda: calls.tip is not None)
    tab.editor.set_caret(2)
    await eventually_async(lambda: calls.tip is None)


async def test_facts_of_a_name_are_shown_to_the_mouse_until_it_leaves_and_at_the_caret(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, TEXT)
    editor, hover = tab.editor, tab.assist.hover
    at = editor.place_rect(TEXT.index("item)") + 2).center()
    QApplication.sendEvent(editor.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, editor.viewport().mapToGlobal(at)))
    tip = await eventually_async(lambda: hover.tip)
    assert tip is not None
    assert "item" in tip.text.splitlines()[0]
    assert any("price" in line and "REAL" in line for line in tip.text.splitlines())
    assert not tip.hasFocus()
    moved, nothing = QPointF(at + QPoint(200, 0)), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, moved, moved, nothing, nothing, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(editor.viewport(), move)
    assert hover.tip is None
    editor.set_caret(TEXT.index("price FROM cheap"))
    await act(window, "text.show_facts")
    await eventually_async(lambda: hover.tip is not None and "REAL" in hover.tip.text)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert hover.tip is None


async def test_a_definition_is_in_the_statement_or_in_the_navigator(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, TEXT)
    tab.editor.set_caret(TEXT.index("cheap AS c") + 2)
    await act(window, "definition.open")
    await eventually_async(lambda: tab.editor.caret == TEXT.index("cheap"))
    tab.editor.set_caret(TEXT.index("c.price"))
    await act(window, "definition.open")
    await eventually_async(lambda: tab.editor.caret == TEXT.index("c JOIN"))
    tab.editor.set_caret(TEXT.index("item ON"))
    await act(window, "definition.open")
    tree = window.navigator.tree
    await eventually_async(lambda: tree.current is not None and tree.current.name == "item")


async def test_the_data_of_the_table_at_the_caret_opens_in_a_new_tab(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, TEXT)
    tab.editor.set_caret(TEXT.index("item ON"))
    await act(window, "table.open_data")
    opened = await eventually_async(lambda: next((page for page in window.pages() if page.kind == "table"), None))
    assert isinstance(opened, TableTab)
    await settled(opened)
    assert shown(opened) == [("1", "tent", "9.0")]


async def test_data_of_what_the_statement_makes_is_its_definition(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, TEXT)
    tab.editor.set_caret(TEXT.index("cheap AS c") + 2)
    await act(window, "table.open_data")
    await eventually_async(lambda: tab.editor.caret == TEXT.index("cheap"))
    assert not [page for page in window.pages() if page.kind == "table"]


async def test_a_command_that_describes_a_relation_is_asked_about_as_a_whole(window: MainWindow, shop: Path) -> None:
    text = "SELECT 1;\n.schema ite"
    tab = await tab_on(window, shop, text)
    assert tab.assist.place_of(len(text)).place.text == ".schema ite"
    assert tab.assist.place_of(len("SELECT 1;")).place.text == ""


async def test_what_means_the_same_is_shaded_while_the_caret_rests_on_it(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, f"SELECT 'before';\n{TEXT}")
    text = tab.editor.text()
    tab.editor.set_caret(text.index("c.id"))
    await eventually_async(lambda: len(tab.assist.occurrences.marked) == 4)
    assert [text[start:end] for start, end in tab.assist.occurrences.marked] == ["c"] * 4
    tab.editor.set_caret(3)
    await eventually_async(lambda: not tab.assist.occurrences.marked)


async def test_a_star_is_written_out(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT 1;\nSELECT i.* FROM item AS i")
    tab.editor.set_caret(len("SELECT 1;\nSELECT i.*"))
    await act(window, "star.expand")
    await eventually_async(lambda: "*" not in tab.editor.text())
    assert tab.editor.text() == "SELECT 1;\nSELECT i.id, i.name, i.price FROM item AS i"
    tab.editor.undo()
    assert tab.editor.text() == "SELECT 1;\nSELECT i.* FROM item AS i"
    tab.editor.set_caret(len("SELECT 1;\nSELECT i.*"))
    await act(window, "text.complete")
    await eventually_async(lambda: tab.assist.completion.popup is not None)
    QTest.keyClick(tab.editor, Qt.Key.Key_Return)
    assert tab.editor.text() == "SELECT 1;\nSELECT i.id, i.name, i.price FROM item AS i"
    tab.editor.set_caret(3)
    await act(window, "star.expand")
    await eventually_async(lambda: tab.assist.hover.tip is not None)
