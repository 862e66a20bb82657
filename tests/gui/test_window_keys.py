"""The keys of the window: each that is promised is bound, and those that lead somewhere lead there."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing.gui.actions import ACTIONS
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PROMISED = {
    "query.run": "Ctrl+Return", "query.run_script": "Alt+X", "query.run_in_new_tab": "Ctrl+\\",
    "query.cancel": "Ctrl+.", "text.complete": "Ctrl+Space", "text.format": "Ctrl+Shift+L", "text.comment": "Ctrl+/",
    "text.find": "Ctrl+F", "text.replace": "Ctrl+H", "text.find_next": "F3", "transaction.commit": "Ctrl+Shift+M",
    "transaction.roll_back": "Ctrl+Shift+R", "editor.open": "Ctrl+T", "file.open": "Ctrl+O", "tab.close": "Ctrl+W",
    "tab.reopen": "Ctrl+Shift+T", "tab.show_next": "Ctrl+Tab", "anything.open": "Ctrl+P",
    "palette.open": "Ctrl+Shift+P", "catalog.refresh": "F5", "file.save": "Ctrl+S", "changes.preview": "Ctrl+Shift+S",
    "changes.revert": "Ctrl+U", "row.insert": "Ins", "edit.duplicate": "Ctrl+D", "row.delete": "Ctrl+Del",
    "cell.edit": "F2", "cell.show_value": "Shift+Return", "edit.copy": "Ctrl+C",
    "edit.copy_with_headers": "Ctrl+Shift+C", "copy.choose_format": "Ctrl+K", "rows.filter_equal": "Ctrl+Shift+1",
    "rows.filter_unequal": "Ctrl+Shift+2", "rows.clear_filter": "Ctrl+Shift+E", "definition.open": "F12",
    "table.open_data": "F4", "history.show": "Ctrl+Shift+H", "result.export": "Ctrl+E", "pane.focus_next": "F6",
    "sidebar.toggle": "Ctrl+B", "window.fill_screen": "F11", "manual.open": "F1",
    **{f"tab.show_{number}": f"Alt+{number}" for number in range(1, 10)},
}  # fmt: skip
"""One key of each row of the table of keys. Ctrl+0 is the grid's own key, and plans are explained later."""


@pytest_asyncio.fixture
async def tab(window: MainWindow, tmp_path: Path) -> QueryTab:
    """An editor on a file, with a result and the inspector beside it."""
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE item (name TEXT)")
    connection = await window.saved.add_file(str(path))
    tab = window.new_editor(connection_id=connection.id)
    await tab.move_to(Place(connection.id))
    await after_run(tab, partial(tab.run_text, "SELECT 'tent' AS name", 0))
    window.activateWindow()
    return tab


@pytest.mark.parametrize(("action_id", "keys"), PROMISED.items())
def test_a_promised_key_is_bound_to_what_it_is_promised_for(action_id: str, keys: str) -> None:
    assert QKeySequence(keys) in [QKeySequence(each) for each in ACTIONS[action_id].shortcuts]


async def test_f6_goes_from_pane_to_pane_and_reaches_the_inspector(window: MainWindow, tab: QueryTab) -> None:
    await eventually_async(lambda: tab.results.inspector is not None and tab.results.inspector.isVisible())
    view, inspector = tab.results.current, tab.results.inspector
    assert view is not None
    assert inspector is not None
    view.grid.setCurrentIndex(view.model.index(0, 0))
    tab.editor.setFocus()
    await eventually_async(tab.editor.hasFocus)

    async def next_pane_is(widget: QWidget) -> None:
        QTest.keyClick(_focus(), Qt.Key.Key_F6)
        await eventually_async(lambda: widget is QApplication.focusWidget() or widget.isAncestorOf(_focus()))

    for widget in (view.grid, inspector, window.navigator.tree, tab.editor):
        await next_pane_is(widget)
    QTest.keyClick(tab.editor, Qt.Key.Key_B, CTRL)
    await eventually_async(lambda: not window.navigator.isVisible())
    for widget in (view.grid, inspector, tab.editor):
        await next_pane_is(widget)
    QTest.keyClick(tab.editor, Qt.Key.Key_B, CTRL)
    await eventually_async(window.navigator.isVisible)


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


async def test_tabs_are_reached_by_number_and_one_after_the_other(window: MainWindow, tab: QueryTab) -> None:
    for _ in range(9 - len(window.pages())):
        window.new_editor()
    pages = list(window.documents)
    window.actions_of_window.update()
    await eventually_async(window.actions_of_window.set.action("tab.show_9").isEnabled)
    for number in (1, 5, 9, 2):
        QTest.keyClick(window, Qt.Key(int(Qt.Key.Key_0) + number), ALT)
        assert window.documents.current is pages[number - 1]
    QTest.keyClick(window, Qt.Key.Key_Tab, CTRL)
    assert window.documents.current is pages[2]
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert window.documents.current is pages[-1]


async def test_a_statement_that_fails_leaves_the_result_before_it_and_calls_it_earlier(tab: QueryTab) -> None:
    tabs = tab.results.tabs
    await after_run(tab, partial(tab.run_text, "SELECT nope FROM item", 0))
    assert "nope" in messages(tab)[-1]
    assert tab.results.current is None, "the messages are in front"
    assert tabs.tabText(0) == "Result 1 (earlier)"
    tabs.setCurrentIndex(0)
    assert shown_rows(tab) == [["tent"]]
    await after_run(tab, partial(tab.run_text, "SELECT worse FROM item", 0))
    assert tabs.tabText(0) == "Result 1 (earlier)"
    await after_run(tab, partial(tab.run_text, "SELECT 'rope' AS name", 0))
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["Result 1", "Messages", "History"]
    assert shown_rows(tab) == [["rope"]]
    await after_run(tab, partial(tab.run_text, "UPDATE item SET name = 'x'", 0))
    assert tabs.count() == 2, "what is done without a result takes the earlier one away"
