"""The grid as a person uses it: columns arranged, cells selected, rows ordered and filtered, all by mouse and keys."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from helpers.acting import act
from helpers.tabs import after_run, shown_rows
from helpers.waiting import eventually_async, turned
from lapwing.domain.results import CopyFormat, SortKey
from lapwing.gui.editor.place import Place
from lapwing.gui.results.column_list import ColumnList
from lapwing.gui.results.view import ResultView
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
SHOP = """
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL, region TEXT, price NUMERIC, note TEXT);
INSERT INTO item VALUES (1, 'tent', 'north', 199.5, NULL), (2, 'rope', 'south', 20, ''),
  (3, 'stove', 'north', 54.25, 'NULL'), (4, 'lamp', 'south', 7, x'00ff'),
  (5, 'mat', NULL, 54.25, 'a' || char(8203) || 'b');
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(SHOP)
    return path


async def view_of(window: MainWindow, shop: Path, sql: str) -> tuple[QueryTab, ResultView]:
    """A result of a statement, in front of the shown window."""
    connection = await window.saved.add_file(str(shop))
    tab = window.new_editor(connection_id=connection.id, text=sql)
    await tab.move_to(Place(connection.id))
    window.show()
    await after_run(tab, tab.run_statement)
    view = tab.results.current
    assert view is not None
    return tab, view


def shown_ids(view: ResultView) -> str:
    return "".join(str(view.model.data(view.model.index(row, 0))) for row in range(view.model.rowCount()))


def title_place(view: ResultView, column: int) -> QPoint:
    """The middle of a column's title."""
    header = view.grid.horizontalHeader()
    return QPoint(view.grid.visualRect(view.model.index(0, column)).center().x(), header.height() // 2)


def click_title(view: ResultView, column: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.grid.horizontalHeader().viewport(), LEFT, held, title_place(view, column))


async def test_clicks_on_titles_order_rows_by_one_or_more_columns(window: MainWindow, shop: Path) -> None:
    _tab, view = await view_of(window, shop, "SELECT * FROM item")
    view.grid.setCurrentIndex(view.model.index(1, 3))
    click_title(view, 3)
    await eventually_async(lambda: shown_ids(view) == "42351")
    assert (view.grid.currentIndex().row(), view.grid.currentIndex().column()) == (1, 3), "the place stays"
    click_title(view, 0, SHIFT)
    click_title(view, 0, SHIFT)
    await eventually_async(lambda: shown_ids(view) == "42531")
    assert view.arrangement.keys == (SortKey(3), SortKey(0, descending=True))
    click_title(view, 3, SHIFT)
    await eventually_async(lambda: shown_ids(view) == "15324")
    click_title(view, 2)
    await eventually_async(lambda: view.arrangement.keys == (SortKey(2),))
    click_title(view, 2)
    click_title(view, 2)
    await eventually_async(lambda: shown_ids(view) == "12345")
    assert [(span.left, span.right) for span in view.grid.spans()] == [(3, 3)], "a click on a title selects nothing"


async def test_a_cell_that_is_shown_is_chosen_alone_also_while_ctrl_is_held(window: MainWindow, shop: Path) -> None:
    _tab, view = await view_of(window, shop, "SELECT * FROM item")
    view.grid.show_row(0, 1)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Control, CTRL)
    try:
        view.grid.show_row(3, 1)
        assert [(span.top, span.bottom) for span in view.grid.spans()] == [(3, 3)]
    finally:
        QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Control)


async def test_cells_rows_and_columns_are_selected_by_mouse_and_keys(window: MainWindow, shop: Path) -> None:
    _tab, view = await view_of(window, shop, "SELECT * FROM item")
    grid = view.grid
    grid.setFocus()

    def chosen() -> list[tuple[int, int, tuple[int, ...]]]:
        return [(band.first, band.last, band.columns) for band in grid.bands()]

    grid.setCurrentIndex(view.model.index(1, 1))
    QTest.keyClick(grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Right, SHIFT)
    assert chosen() == [(1, 2, (1, 2))]
    QTest.keyClick(grid, Qt.Key.Key_Space, SHIFT)
    assert chosen() == [(1, 2, (0, 1, 2, 3, 4))]
    grid.setCurrentIndex(view.model.index(1, 1))
    QTest.keyClick(grid, Qt.Key.Key_Space, CTRL)
    assert chosen() == [(0, 4, (1,))]
    click_title(view, 3, CTRL)
    assert chosen() == [(0, 4, (1, 3))]
    click_title(view, 4, CTRL | SHIFT)
    assert chosen() == [(0, 4, (3, 4))]
    assert not view.arrangement.keys, "with Ctrl a click on a title does not order rows"
    grid.setCurrentIndex(view.model.index(0, 0))
    place = grid.visualRect(view.model.index(3, 2)).center()
    QTest.mouseClick(grid.viewport(), LEFT, CTRL, place)
    assert chosen() == [(0, 0, (0,)), (3, 3, (2,))]
    numbers = grid.verticalHeader().viewport()
    QTest.mouseClick(numbers, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(5, 24 + 12))
    QTest.mouseClick(numbers, LEFT, CTRL, QPoint(5, 3 * 24 + 12))
    assert chosen() == [(1, 1, (0, 1, 2, 3, 4)), (3, 3, (0, 1, 2, 3, 4))]
    grid.columns.hide(frozenset({1}))
    assert chosen()[0] == (1, 1, (0, 2, 3, 4)), "hidden columns are not selected"


async def test_columns_are_arranged_and_stand_so_again_when_they_come_again(window: MainWindow, shop: Path) -> None:
    tab, view = await view_of(window, shop, "SELECT * FROM item")
    grid, header = view.grid, view.grid.horizontalHeader()
    grid.setColumnWidth(1, 333)
    header.moveSection(4, 1)
    grid.columns.hide(frozenset({2}))
    grid.freeze(1)
    width = grid.columnWidth(0)
    grid.fit_to_content([0])
    assert grid.columnWidth(0) <= width
    await after_run(tab, tab.run_statement)
    again = tab.results.current
    assert again is not None
    assert again.grid.columns.visible() == [0, 4, 1, 3]
    assert (again.grid.columnWidth(1), again.grid.columns.frozen) == (333, 1)
    again.menus.choose_columns()
    dialog = again.findChild(ColumnList)
    assert dialog is not None
    assert dialog.shown() == {0, 1, 3, 4}
    dialog.filter.setText("region")
    every = dialog.findChild(QToolButton, "columns_all")
    assert every is not None
    QTest.mouseClick(every, LEFT)
    dialog._take()
    assert again.grid.columns.visible() == [0, 4, 1, 2, 3]
    tab.set_text("SELECT id, name FROM item")
    await after_run(tab, tab.run_statement)
    other = tab.results.current
    assert other is not None
    assert (other.grid.columns.visible(), other.grid.columns.frozen) == ([0, 1], 0)


async def test_frozen_columns_stay_in_sight_and_are_clicked_where_they_are_seen(window: MainWindow, shop: Path) -> None:
    _tab, view = await view_of(window, shop, "SELECT '2026-11-10 02:05 א' AS at, item.* FROM item")
    grid = view.grid
    seen = grid.viewport().grab(grid.visualRect(view.model.index(1, 0))).toImage()
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    await turned()
    mirrored = grid.viewport().grab(grid.visualRect(view.model.index(1, 0))).toImage()
    assert mirrored == seen, "a value is written the same way where columns go from right to left"
    grid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for column in range(5):
        grid.setColumnWidth(column, 300)
    grid.freeze(1)
    await turned()
    grid.horizontalScrollBar().setValue(450)
    frozen = grid.visualRect(view.model.index(2, 0))
    assert frozen.left() == 0
    assert grid.indexAt(frozen.center()) == view.model.index(2, 0)
    QTest.mouseClick(grid.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, frozen.center())
    assert grid.currentIndex() == view.model.index(2, 0)
    assert grid.horizontalScrollBar().value() == 450, "going to a frozen column scrolls nothing"
    click_title(view, 0)
    await eventually_async(lambda: view.arrangement.keys == (SortKey(0),))
    header = grid.horizontalHeader().viewport()
    QTest.mousePress(header, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(299, 10))
    QTest.mouseMove(header, QPoint(339, 10))
    QTest.mouseRelease(header, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(339, 10))
    assert grid.columnWidth(0) == 340, "the edge of a frozen column is dragged where it is seen"
    QTest.mouseDClick(header, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(339, 10))
    assert grid.columnWidth(0) < 300, "a double click fits it to its cells"
    grid.setColumnWidth(0, 300)
    grid.scrollTo(view.model.index(0, 1))
    assert grid.visualRect(view.model.index(0, 1)).left() >= 300, "no cell that is gone to hides behind frozen ones"


async def test_rows_are_filtered_by_text_by_conditions_and_by_the_current_cell(window: MainWindow, shop: Path) -> None:
    tab, view = await view_of(window, shop, "SELECT * FROM item")
    tools = tab.results.tools
    QTest.mouseClick(tools.filter_button, LEFT)
    assert view.filter_bar.isVisible()
    QTest.keyClicks(view.filter_bar.field, "price > 20 and region is not null")
    await eventually_async(lambda: shown_ids(view) == "13")
    assert view.filter_bar.count.full_text == "2 of 5 rows"
    view.arrangement.order_by((SortKey(0, descending=True),))
    await eventually_async(lambda: shown_ids(view) == "31")
    view.filter_bar.close_bar()
    await eventually_async(lambda: shown_ids(view) == "54321")
    view.grid.setFocus()
    view.grid.setCurrentIndex(view.model.index(1, 2))
    await act(window, "rows.filter_equal")
    await eventually_async(lambda: shown_ids(view) == "42")
    assert view.filter_bar.field.text() == "region = 'south'"
    view.grid.setCurrentIndex(view.model.index(0, 1))
    await act(window, "rows.filter_unequal")
    await eventually_async(lambda: shown_ids(view) == "2")
    await act(window, "rows.clear_filter")
    await eventually_async(lambda: shown_ids(view) == "54321")
    view.grid.setCurrentIndex(view.model.index(0, 2))
    await act(window, "rows.filter_equal")
    await eventually_async(lambda: shown_ids(view) == "5")
    assert view.filter_bar.field.text() == "region is null"


async def test_cells_are_copied_in_every_form(window: MainWindow, shop: Path) -> None:
    _tab, view = await view_of(window, shop, "SELECT id, name, note FROM item")
    clipboard = QGuiApplication.clipboard()
    view.arrangement.order_by((SortKey(0, descending=True),))
    await eventually_async(lambda: shown_ids(view) == "54321")

    async def copied(copy_format: CopyFormat) -> str:
        clipboard.clear()
        view.copier.copy(copy_format)
        await eventually_async(clipboard.text)
        return str(clipboard.text())

    view.grid.setCurrentIndex(view.model.index(0, 2))
    assert await copied(CopyFormat.TSV) == "a\u200bb", "one cell is copied as it is"
    view.grid.selectAll()
    assert (await copied(CopyFormat.TSV)).split("\n")[1] == "4\tlamp\t0x00FF"
    assert (await copied(CopyFormat.TSV_HEADERS)).startswith("id\tname\tnote\n5\tmat\t")
    assert [row["id"] for row in json.loads(await copied(CopyFormat.JSON))] == [5, 4, 3, 2, 1]
    assert "VALUES\n(5, 'mat', " in await copied(CopyFormat.INSERT)
    view.grid.select_columns([1])
    assert await copied(CopyFormat.IN_LIST) == "('mat', 'lamp', 'stove', 'rope', 'tent')"
    view.copier.copy_names()
    assert clipboard.text() == "name"
    window.activateWindow()
    view.grid.setFocus()
    await turned()
    await act(window, "copy.choose_format")
    menus = [menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu) and menu.isVisible()]
    (entry,) = [action for action in menus[-1].actions() if action.objectName() == "copy.as_markdown"]
    clipboard.clear()
    entry.trigger()
    menus[-1].close()
    await eventually_async(lambda: clipboard.text().startswith("| name |"))


async def test_a_sorted_part_of_a_result_says_so_and_the_server_can_sort_all(window: MainWindow, shop: Path) -> None:
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000) SELECT i, i % 10 AS d FROM n"
    tab, _view = await view_of(window, shop, "SELECT 1")
    tab.results.tools.set_limit(100)
    tab.set_text(many)
    tab.run_statement()
    await eventually_async(lambda: tab.session.is_paused)
    paused = tab.results.current
    assert paused is not None
    assert paused.row_count == 100, "the tab's own row limit holds"
    paused.arrangement.order_by((SortKey(1, descending=True), SortKey(0, descending=True)))
    await eventually_async(lambda: paused.model.rowCount() and paused.model.cell(0, 0) == 99)
    assert paused.note.text == "Sorted: the 100 loaded rows. The server may have more."
    assert tab.results.tabs.count() == 3  # messages and history have one, too
    sorts = window.actions_of_window.set.action("result.sort_on_server")
    await eventually_async(sorts.isEnabled)
    QTest.mouseClick(paused.note.button, LEFT)
    ordered = ") AS ordered_rows ORDER BY 2 DESC, 1 DESC"
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.sql.endswith(ordered))
    await eventually_async(lambda: tab.session.is_paused)
    assert shown_rows(tab)[0] == ["999", "9"]
    tab.cancel()
    await eventually_async(lambda: not tab.session.run_id)
    tab.set_text("DELETE FROM item RETURNING id")
    await after_run(tab, tab.run_statement)
    deleted = tab.results.current
    assert deleted is not None
    assert not deleted.can_sort_on_server()


async def test_pinned_results_survive_the_next_run(window: MainWindow, shop: Path) -> None:
    tab, view = await view_of(window, shop, "SELECT 'kept'")
    tabs = tab.results.tabs
    pin = tabs.tabButton(0, tabs.ButtonPosition.RightSide)
    assert isinstance(pin, QWidget)
    QTest.mouseClick(pin, LEFT)
    assert view.is_pinned
    tab.set_text("SELECT 'next'")
    await after_run(tab, tab.run_statement)
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["Result 1", "Result 2", "Messages", "History"]
    assert shown_rows(tab) == [["next"]]
    tab.set_text("SELECT 'third'")
    await after_run(tab, tab.run_statement)
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["Result 1", "Result 2", "Messages", "History"]
    assert shown_rows(tab) == [["third"]]
    tabs.setCurrentIndex(0)
    assert shown_rows(tab) == [["kept"]]
    await act(window, "result.close")
    assert tabs.count() == 3


async def test_menus_offer_what_can_be_done_with_cells_and_columns(window: MainWindow, shop: Path) -> None:
    _tab, view = await view_of(window, shop, "SELECT * FROM item")
    grid = view.grid
    place = grid.visualRect(view.model.index(2, 1)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, grid.viewport().mapToGlobal(place))
    grid.contextMenuEvent(event)
    assert grid.currentIndex() == view.model.index(2, 1)
    menu = view.findChild(QMenu, "cell_menu")
    assert menu is not None
    assert {"rows.filter_equal", "result.sort_up", "edit.copy"} <= {action.objectName() for action in menu.actions()}
    menu.close()
    columns = view.menus.open_for_column(3, QPoint(0, 0))
    titles = {action.text(): action for action in columns.actions()}
    titles["Hide column"].trigger()
    titles["Sort descending"].trigger()
    assert grid.columns.visible() == [0, 1, 2, 4]
    await eventually_async(lambda: shown_ids(view)[0] == "1")
    columns.close()


async def test_a_screen_reader_finds_cells_titles_and_names(window: MainWindow, shop: Path) -> None:
    tab, view = await view_of(window, shop, "SELECT * FROM item")
    table = QAccessible.queryAccessibleInterface(view.grid)
    wide = 6  # the numbers of rows are a column, the titles a row

    def heard(row: int, column: int) -> str:
        return str(table.child(row * wide + column).text(QAccessible.Text.Name))

    assert table.childCount() == 6 * wide
    assert [heard(0, column) for column in range(1, wide)] == ["id", "name", "region", "price", "note"]
    assert [heard(3, column) for column in range(wide)] == ["3", "3", "stove", "north", "54.25", "NULL"]
    unnamed = [
        widget.objectName() or type(widget).__name__
        for widget in tab.results.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert unnamed == []
    view.grid.setCurrentIndex(view.model.index(0, 0))
    assert table.child(wide + 1).state().selected
