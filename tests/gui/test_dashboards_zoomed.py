"""Dashboards that are made and changed while their charts are zoomed into the past: their lines stay."""

import asyncio
import time
from pathlib import Path

import numpy as np
import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.databases import make_database, save_connection
from helpers.monitors import open_monitor, shown
from helpers.waiting import eventually, eventually_async, turned
from lapwing.domain.monitoring.metrics import SeriesKey, SeriesValue
from lapwing.gui.client import EngineClient
from lapwing.gui.monitor.panel_dialog import PanelDialog
from lapwing.gui.shell.kept_pages import KeptPage, restore
from lapwing.gui.shell.monitor_page import MonitorPage
from lapwing.gui.shell.window import MainWindow
from lapwing.store.series.schema import series_path
from lapwing.store.series.ticks import tick_of
from lapwing.store.series.upkeep import Room
from lapwing.store.series.writer import SeriesWriter

ID = "shop"
FAST = (SeriesKey("file_size"), SeriesKey("database_size", (("database", "main"),)))
SLOW = SeriesKey("table_size", (("table", "item"),))
pytestmark = pytest.mark.qt_log_ignore("does not support")


def keep_history(end: float, seconds: int) -> None:
    """Samples as an engine keeps them, until `end`: of the file each second, of its tables once a minute."""
    writer = SeriesWriter(series_path(), lambda: Room(86_400, 86_400, 86_400, 1 << 30), lambda _error: None, 0.01)
    for second in range(seconds):
        at = end - seconds + second
        writer.put(tick_of(ID, at, 1.0, [SeriesValue(key, 4096.0 + second) for key in FAST]))
        if not second % 60:
            writer.put(tick_of(ID, at, 60.0, [SeriesValue(SLOW, 4096.0 + second)]))
    eventually(lambda: not writer.waiting(ID))
    writer.close()


@pytest_asyncio.fixture
async def page(window: MainWindow, client: EngineClient, tmp_path: Path) -> MonitorPage:
    """The monitor of a SQLite file of which half an hour is kept, zoomed into half a minute of that."""
    now = time.time()
    keep_history(now - 60, 1_800)
    path = make_database(tmp_path / "shop.sqlite", "CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('tent')")
    await save_connection(client, path, ID, name="zz_shop")
    await eventually_async(lambda: window.saved.find(ID))
    page = await open_monitor(window, ID)
    page.view.canvas.frames["size"].view.zoomed.emit(now - 1_225, now - 1_205)
    return page


def drawn(page: MonitorPage, panel_id: str) -> float:
    """Over how much of the time shown the longest line of a chart goes."""
    frame = page.view.canvas.frames.get(panel_id)
    if frame is None or not frame.view.is_current or not frame.view.body.isVisible():
        return 0.0
    content = frame.view.body.content
    shares = []
    for series in content.series:
        view = series.view(content.start, content.end)
        left = np.clip(view.times[:-1], content.start, content.end)
        right = np.clip(view.times[1:], content.start, content.end)
        shares.append(float((right - left)[~view.breaks()].sum()) / (content.end - content.start))
    return max(shares, default=0.0)


async def act(window: MainWindow, action_id: str) -> None:
    """As its menu entry or key does, for what is in front now."""
    action = window.actions_of_window.set.action(action_id)
    window.actions_of_window._update()
    await eventually_async(action.isEnabled)
    action.trigger()


async def add_panel(window: MainWindow, metric: str) -> None:
    await act(window, "dashboard.add_panel")
    dialog = next(each for each in window.findChildren(PanelDialog) if each.isVisible())
    QTest.keyClicks(dialog.search, metric)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    QTest.mouseClick(dialog.apply_button, Qt.MouseButton.LeftButton)


async def are_drawn(page: MonitorPage, *panel_ids: str) -> None:
    await eventually_async(lambda: all(drawn(page, each) > 0.99 for each in panel_ids))


async def own_dashboard(window: MainWindow, page: MonitorPage, *metrics: str) -> str:
    """Make a dashboard of these, a panel each, and save it; its tab."""
    await act(window, "dashboard.new")
    await eventually_async(lambda: page.shown is not None and not page.shown.panels)
    for metric in metrics:
        await add_panel(window, metric)
    await save(window, page)
    return page.tab


async def save(window: MainWindow, page: MonitorPage) -> None:
    await act(window, "dashboard.save")
    await eventually_async(lambda: page.tab not in page.dashboards.drafts)


async def test_a_dashboard_made_while_charts_are_zoomed_has_the_lines_of_that_time_whatever_is_done_with_it(
    window: MainWindow, page: MonitorPage
) -> None:
    await are_drawn(page, "size")
    own = await own_dashboard(window, page, "file_size", "table_size")
    await are_drawn(page, "line", "line_2")
    await act(window, "dashboard.edit")
    page.edit_bar.title.setText("Mine")
    page.edit_bar.title.textEdited.emit("Mine")
    await are_drawn(page, "line", "line_2")
    await save(window, page)
    await are_drawn(page, "line", "line_2")
    page.changing.duplicate_panel("line_2")
    await are_drawn(page, "line", "line_2", "line_2_2")
    await act(window, "edit.undo")
    page.changing.remove_panel("line_2")
    await are_drawn(page, "line")
    await act(window, "edit.undo")
    await are_drawn(page, "line", "line_2")
    await act(window, "edit.redo")
    await act(window, "dashboard.revert")
    await are_drawn(page, "line", "line_2")
    for tab, panels in (("overview", ["size"]), (own, ["line", "line_2"])):
        page.show_tab(tab)
        await are_drawn(page, *panels)
    await act(window, "dashboard.duplicate")
    await eventually_async(lambda: page.tab not in {own, "overview"})
    await are_drawn(page, "line", "line_2")
    window.new_editor()
    window.documents.show_page(page)
    await are_drawn(page, "line", "line_2")
    await act(window, "monitor.reset_zoom")
    await eventually_async(lambda: "kB" in shown(page, "line") and "kB" in shown(page, "line_2"))


async def test_saving_leaves_charts_as_they_are_and_what_is_changed_meanwhile_unsaved(
    window: MainWindow, page: MonitorPage
) -> None:
    await act(window, "dashboard.new")
    await eventually_async(lambda: page.shown is not None and not page.shown.panels)
    await add_panel(window, "file_size")
    await are_drawn(page, "line")
    made: list[object] = []
    page.view.canvas.frame_made.connect(made.append)
    await save(window, page)
    await are_drawn(page, "line")
    await eventually_async(lambda: not page.edit_bar.isVisible())
    assert not made
    page.changing.remove_panel("line")
    page.changing.save()
    await asyncio.sleep(0)  # it is sent, and not answered
    page.changing.undo()
    await eventually_async(lambda: not page.dashboards.offered[page.tab].dashboard.panels)
    await turned()
    await are_drawn(page, "line")
    assert page.dress().modified
    await save(window, page)
    assert page.shown is not None
    assert [panel.id for panel in page.shown.panels] == ["line"]


async def test_a_monitor_that_came_back_has_the_lines_of_a_zoom_before_and_after_it_goes_live(
    window: MainWindow, page: MonitorPage
) -> None:
    start, end = page.view.window_of_time.bounds(0)
    await own_dashboard(window, page, "file_size")
    state = page.state()
    assert state is not None
    await window.close_page(page)
    restore(window, KeptPage("a" * 32, "monitor", state))
    again = window.documents.current
    assert isinstance(again, MonitorPage)
    await eventually_async(lambda: "line" in again.view.canvas.frames)
    again.view.canvas.frames["line"].view.zoomed.emit(start, end)
    await are_drawn(again, "line")
    await add_panel(window, "table_size")
    await are_drawn(again, "line", "line_2")
    again.go_live()
    await eventually_async(lambda: again.feed.facts is not None)
    await are_drawn(again, "line", "line_2")
    await save(window, again)
    await are_drawn(again, "line", "line_2")


async def test_a_time_to_come_is_empty_and_nothing_is_read_of_it(page: MonitorPage) -> None:
    found: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: found.append(context))
    page.show_time(time.time() + 3_600, time.time() + 7_200)
    await eventually_async(lambda: page.view.canvas.frames["size"].view.is_current)
    await turned()
    assert drawn(page, "size") == 0
    assert not found
