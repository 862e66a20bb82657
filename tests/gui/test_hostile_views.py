"""Names and values that pretend, hide, break or overflow: every view shows them as plain text, and goes on."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QTabBar, QWidget

from helpers.databases import save_connection
from helpers.tables import go, opened, settled, shown, write
from helpers.tabs import after_run, messages
from helpers.views import Stage
from helpers.waiting import eventually_async, turned
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.history_page import HistoryPage
from lapwing.gui.shell.palette_panel import PalettePanel
from lapwing.gui.shell.properties_page import PropertiesPage
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows
from lapwing.gui.transfer.dialog import ExportDialog
from lapwing.gui.widgets import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")
MARK = "<img src=x>"
NAME = f"{MARK}\n\u202egnp.exe \"'`;--&amp;"
LONG = "L" * 10_000
WIDE = 1_600
WIDTH = 1_280
VALUES = (f"{MARK}<b>\u202e", "a\0b\n\t\x1b[31m", MARK + "x" * 2_000_000)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A file with all of it, named badly as well."""
    folder = tmp_path / "<b>\u202e"
    folder.mkdir()
    path = folder / "it's.db"
    with closing(sqlite3.connect(path)) as database:
        for name in (NAME, LONG):
            database.execute(f"CREATE TABLE {quoted(name)} (id INTEGER PRIMARY KEY, {quoted(name)} TEXT)")
            database.executemany(f"INSERT INTO {quoted(name)} VALUES (NULL, ?)", [(value,) for value in VALUES])
            database.execute(f"INSERT INTO {quoted(name)} VALUES (NULL, CAST(x'41ff3c623e' AS TEXT))")
        columns = ", ".join(f"c{number}" for number in range(WIDE))
        database.execute(f"CREATE TABLE wide ({columns})")
        database.execute(f"INSERT INTO wide VALUES ({', '.join(map(str, range(WIDE)))})")
        database.execute("CREATE TABLE barren (a, b)")
        database.commit()
    return path


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget shows that Qt may take for rich text, or in which signs may hide: where, and the text."""
    yield "tool tip", widget.toolTip()
    yield "title", widget.windowTitle()
    yield "name for screen readers", widget.accessibleName() if isinstance(widget, QLabel) else ""
    if isinstance(widget, QLabel):
        yield ("label" if widget.textFormat() is not Qt.TextFormat.PlainText else "plain label"), widget.text()
    if isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield "tool tip", widget.tabToolTip(place)
            yield "plain tab", widget.tabText(place)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for at in range(0, widget.viewport().height(), 20):
            index = widget.indexAt(QPoint(widget.viewport().width() // 2, at))
            yield "tool tip", str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def check(view: str) -> None:
    """Nothing that is on the screen takes a hostile text for markup or lets its hidden signs through."""
    wrong = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible():
            continue
        for where, text in texts_of(widget):
            is_rich = where in {"tool tip", "label"} and MARK in text  # unescaped
            if is_rich or "\u202e" in text:
                wrong.append((type(widget).__name__, widget.objectName(), where, text[:120]))
    assert not wrong, f"in {view}: {wrong}"
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            assert widget.width() <= WIDTH, f"{view} makes {type(widget).__name__} {widget.width()} pixels wide"
            assert not widget.grab().isNull()


def row(window: MainWindow, title: str) -> QModelIndex | None:
    tree = window.navigator.tree
    index = tree.model().index(0, 0)
    while index.isValid() and index.data() != title:
        index = tree.indexBelow(index)
    return index if index.isValid() else None


async def test_every_view_shows_hostile_names_and_values_as_plain_text(
    windows: Windows, window: MainWindow, hostile: Path, tmp_path: Path
) -> None:
    saved = await save_connection(window.client, hostile, name=f"{MARK} \u202e")
    await windows.saved.read()
    on = Stage(window, Place(saved.id), tmp_path)
    window.resize(WIDTH, 800)
    window.show()
    for name in (NAME, LONG):
        window.show_relation(saved.id, "main", name)
        await eventually_async(lambda: window.navigator.tree.current is not None)
        check("the navigator")
        await check_table(window, on, name)
        await check_properties(window, on, name)
    await check_editor(window, on)
    await check_history(window, on)
    await check_wide_and_empty(window, on)
    await on.clear()


async def check_table(window: MainWindow, on: Stage, name: str) -> None:
    """The table tab with inspector, staged change, preview of an export."""
    tab = await opened(window, on.place, name, "main")
    assert [value.partition("\\xff")[0] for (value,) in shown(tab, name)][3] == "A"
    tab.editing.rows.show_inspector(True)
    for at in range(4):
        go(tab, at, name)
        await turned()
        check(f"the table tab at row {at}")
    write(tab, 0, name, MARK)
    check("a staged change")
    tab.editing.staged.revert()
    await on.act("result.export")
    dialog = await on.find(ExportDialog)
    await eventually_async(lambda: dialog.preview.toPlainText())
    check("the export")
    dialog.reject()


async def check_properties(window: MainWindow, on: Stage, name: str) -> None:
    window.navigator.properties_wanted.emit(ObjectRef(on.place.connection_id, kind="table", schema="main", name=name))
    page = await on.find(PropertiesPage)
    sections = page.findChild(QWidget, "properties_sections")
    assert sections is not None
    await eventually_async(sections.isVisible)
    check("the properties")


async def check_editor(window: MainWindow, on: Stage) -> None:
    """Results, errors, completion, and what hangs over the window."""
    tab = window.new_editor(title=f"{MARK} \u202e")
    await tab.move_to(on.place)
    await after_run(tab, lambda: tab.run_text(f"SELECT * FROM {quoted(NAME)}; SELECT * FROM {quoted(NAME + 'x')}", 0))
    assert any("no such table" in text for text in messages(tab))
    check("the results")
    tab.results.show_messages()
    check("the messages")
    tab.set_text("SELECT * FROM ")
    tab.editor.set_caret(14)
    window.activateWindow()
    tab.editor.setFocus()
    await eventually_async(tab.editor.hasFocus)

    def is_offered() -> bool:
        popup = tab.assist.completion.popup
        if popup is not None and popup.isVisible() and any(item.label == NAME for item in popup.items):
            return True
        window.actions_of_window.set.action("text.complete").trigger()
        return False

    await eventually_async(is_offered, every_s=0.3)
    check("the completion")
    tab.editor.setFocus()
    tab.set_text("")
    await on.act("anything.open")
    panel = await on.find(PalettePanel)
    QTest.keyClicks(panel.findChild(QWidget, "palette_field") or panel, "gnp")
    check("open anything")
    panel.close_palette()
    for menu in window.menuBar().findChildren(QMenu):
        for action in menu.actions():
            assert_plain(action)


def assert_plain(action: QAction) -> None:
    assert MARK not in action.toolTip()
    assert "\u202e" not in action.text()


async def check_history(window: MainWindow, on: Stage) -> None:
    await on.act("history.show")
    page = await on.find(HistoryPage)
    await eventually_async(lambda: page.view.model.rowCount() >= 2)
    page.view.list.select_entry(page.view.model.entry(0).id)
    facts = page.findChild(PlainLabel, "history_facts")
    assert facts is not None
    await eventually_async(lambda: "no such" in page.view.model.entry(0).error and MARK in facts.full_text)
    check("the history")


async def check_wide_and_empty(window: MainWindow, on: Stage) -> None:
    wide = await opened(window, on.place, "wide", "main")
    assert shown(wide)[0][WIDE - 1] == str(WIDE - 1)
    wide.editing.rows.grid.setCurrentIndex(wide.editing.rows.model.index(0, WIDE - 1))
    check("1,600 columns")
    empty = await opened(window, on.place, "barren", "main")
    await settled(empty)
    assert shown(empty) == []
    check("no rows")
