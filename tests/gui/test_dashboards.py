"""Dashboards in the window, over real files and a real server: shown, changed, kept, taken along, and brought back."""

import asyncio
import csv
import io
import json
import time
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from helpers.databases import make_database, save_connection
from helpers.monitors import drag, menu_of, open_monitor, places, shown, trigger
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing import paths
from lapwing.domain.monitoring.annotations import AddAnnotation, Annotation
from lapwing.domain.monitoring.dashboard_text import read_dashboard
from lapwing.domain.monitoring.samples import MonitorList
from lapwing.gui.client import EngineClient
from lapwing.gui.monitor.annotation_dialog import AnnotationDialog
from lapwing.gui.monitor.panel_dialog import PanelDialog
from lapwing.gui.shell.kept_pages import KeptPage, restore
from lapwing.gui.shell.monitor_page import MonitorPage
from lapwing.gui.shell.window import MainWindow

Qk, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ID = "shop"
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest_asyncio.fixture
async def page(window: MainWindow, client: EngineClient, tmp_path: Path) -> MonitorPage:
    """The monitor of a SQLite file in front."""
    path = make_database(tmp_path / "shop.sqlite", "CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('tent')")
    await save_connection(client, path, ID, name="zz_shop")
    await eventually_async(lambda: window.saved.find(ID))
    return await open_monitor(window, ID)


def act(window: MainWindow, action_id: str) -> None:
    """As its menu entry or key does."""
    window.actions_of_window._update()
    action = window.actions_of_window.set.action(action_id)
    assert action.isEnabled(), action_id
    action.trigger()


def own_files() -> list[Path]:
    return sorted((paths.config() / "dashboards").glob("*.json"))


async def monitored(client: EngineClient) -> list[str]:
    found = await client.call("monitor.list", None, MonitorList)
    return [each.connection_id for each in found.monitors]


async def are_monitored(client: EngineClient, *connection_ids: str) -> None:
    """Wait until these are looked at and no others: the engine stays a moment, for who goes from tab to tab."""
    end = time.monotonic() + PATIENCE_S
    while (found := await monitored(client)) != list(connection_ids):
        assert time.monotonic() < end, found
        await asyncio.sleep(0.1)


async def test_a_monitor_shows_figures_while_it_is_seen_or_kept_and_looks_at_no_server_otherwise(
    window: MainWindow, client: EngineClient, page: MonitorPage
) -> None:
    await eventually_async(lambda: "kB" in shown(page, "size_now"))
    assert page.dress().title == "zz_shop"
    await eventually_async(lambda: page.status().monitoring)  # type: ignore[union-attr]
    told = [label.text() for label in window.status.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("zz_shop · SQLite 3") for text in told)
    assert any(text.startswith("Sampling costs ") for text in told)
    window.navigator.monitor_wanted.emit(ID)
    assert [each.kind for each in window.pages()].count("monitor") == 1
    window.new_editor()
    await are_monitored(client)
    window.documents.show_page(page)
    await are_monitored(client, ID)
    act(window, "monitor.keep")
    await eventually_async(lambda: page.is_kept)
    assert page.tools.keep_button.isChecked()
    assert window.actions_of_window.set.action("monitor.keep").isChecked()
    await window.close_page(page)
    assert await monitored(client) == [ID]
    assert (await client.call("monitor.list", None, MonitorList)).monitors[0].is_kept


async def test_time_zoom_pause_crosshair_and_annotations_are_those_of_all_panels(
    window: MainWindow, client: EngineClient, page: MonitorPage
) -> None:
    frames = list(page.view.canvas.frames.values())
    first, other = frames[3].view, frames[4].view
    now = time.time()
    first.zoomed.emit(now - 60, now - 30)
    assert page.view.window_of_time.bounds(now) == (now - 60, now - 30)
    assert QDateTime.fromSecsSinceEpoch(int(now - 30)).toString("HH:mm:ss") in page.tools.time_box.currentText()
    first.crosshair_moved.emit(now - 40)
    assert other.body.crosshair == now - 40  # type: ignore[attr-defined]
    act(window, "monitor.reset_zoom")
    assert page.view.window_of_time.zoom is None
    assert page.tools.time_box.currentData() == 900.0
    act(window, "monitor.pause")
    stood = page.view.window_of_time.bounds(now)
    assert page.view.window_of_time.bounds(now + 100) == stood
    assert page.tools.pause_button.isChecked()
    QTest.mouseClick(page.tools.pause_button, Qt.MouseButton.LeftButton)
    assert page.view.window_of_time.paused_at is None
    page.tools.time_box.setCurrentIndex(page.tools.time_box.findData(3600.0))
    page.tools.time_box.activated.emit(page.tools.time_box.currentIndex())
    assert page.view.window_of_time.span_s == 3600
    act(window, "monitor.annotate")
    dialog = window.findChild(AnnotationDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.words, "Deployed 7.2")
    QTest.keyClick(dialog.words, Qk.Key_Return)
    await client.call("annotation.add", AddAnnotation("From a webhook", ID, time.time() - 20, source="ci"), Annotation)
    await eventually_async(lambda: len(page.feed.annotations) == 2)
    assert [each.text for each in page.feed.annotations] == ["From a webhook", "Deployed 7.2"]


async def test_panels_are_moved_resized_removed_and_taken_back_and_stand_below_each_other_in_a_narrow_window(
    window: MainWindow, page: MonitorPage
) -> None:
    before = places(page)
    act(window, "dashboard.edit")
    frames = page.view.canvas.frames
    assert frames["free"].corner_grip.isVisible()
    drag(frames["free"].title_grip, QPoint(-frames["free"].width(), 0))
    moved = places(page)
    assert moved["free"][:2] == (0, 3)
    assert moved["size"][1] > before["size"][1]
    drag(frames["wal_now"].corner_grip, QPoint(0, 48))
    assert places(page)["wal_now"][3] == before["wal_now"][3] + 2
    frames["free"].setFocus()
    QTest.keyClick(frames["free"], Qk.Key_Right, Shift)
    assert places(page)["free"][2] == 5
    QTest.keyClick(frames["free"], Qk.Key_Up, Ctrl)
    assert places(page)["free"][1] == 0
    QTest.keyClick(frames["free"], Qk.Key_Delete)
    assert "free" not in page.view.canvas.frames
    for _step in range(5):
        act(window, "edit.undo")
    assert places(page) == before
    assert not page.dress().modified
    act(window, "edit.redo")
    assert places(page) == moved
    assert page.dress().modified
    act(window, "dashboard.revert")
    assert places(page) == before
    assert not page.edit_bar.isVisible()
    frames = page.view.canvas.frames
    assert frames["size"].y() == frames["free"].y()
    window.resize(700, 800)
    await eventually_async(lambda: page.view.canvas.width() < 500)
    assert frames["size"].y() < frames["free"].y()
    assert frames["size"].width() > 350
    act(window, "dashboard.edit")
    assert page.view.canvas.width() >= 860


async def test_a_changed_ready_dashboard_is_saved_as_a_copy_with_a_panel_that_was_chosen_by_name(
    window: MainWindow, page: MonitorPage
) -> None:
    act(window, "dashboard.add_panel")
    dialog = window.findChild(PanelDialog)
    assert dialog is not None
    assert not dialog.apply_button.isEnabled()
    QTest.keyClicks(dialog.search, "schema_changes")
    metrics = dialog.findChild(QListWidget, "panel_metrics")
    assert metrics is not None
    assert metrics.count() == 1
    QTest.keyClick(dialog.search, Qk.Key_Return)
    dialog.highest.setText("not a number")
    assert not dialog.apply_button.isEnabled()
    dialog.highest.setText("9.5")
    QTest.mouseClick(dialog.apply_button, Qt.MouseButton.LeftButton)
    added = next(panel for panel in page.shown.panels if panel.id == "line")  # type: ignore[union-attr]
    assert (added.title, added.highest, added.series[0].metric) == ("Changes of definitions", 9.5, "schema_changes")
    await eventually_async(lambda: "Changes of definitions" in shown(page, "line"))
    act(window, "file.save")
    await eventually_async(lambda: page.tab == "own.file-copy")
    (file,) = own_files()
    kept = read_dashboard(file.read_text(), file.stem)
    assert (kept.title, kept.panels[-1]) == ("File (copy)", added)
    assert page.tools.tabs.current == "own.file-copy"
    trigger(menu_of(page.view.canvas.frames["line"], page), "duplicate")
    assert "line_2" in page.view.canvas.frames
    page.edit_bar.title.setText("Mine")
    page.edit_bar.title.textEdited.emit("Mine")
    act(window, "dashboard.save")
    await eventually_async(lambda: '"Mine"' in file.read_text())
    assert own_files() == [file]
    window.activateWindow()
    page.view.canvas.frames["line"].view.more.setFocus()
    act(window, "dashboard.new")
    await eventually_async(lambda: isinstance(window.focusWidget(), QPushButton))  # that adds the first panel
    assert page.view.isAncestorOf(window.focusWidget())


async def test_several_servers_are_side_by_side_in_one_chart_and_looked_at_while_it_is_seen(
    window: MainWindow, client: EngineClient, page: MonitorPage, tmp_path: Path
) -> None:
    big = make_database(tmp_path / "big.sqlite", "CREATE TABLE t (v); INSERT INTO t VALUES (zeroblob(1000000))")
    await save_connection(client, big, "big", name="zz_big")
    await eventually_async(lambda: window.saved.find("big"))
    act(window, "dashboard.add_panel")
    dialog = window.findChild(PanelDialog)
    assert dialog is not None
    metrics = dialog.findChild(QListWidget, "panel_metrics")
    assert metrics is not None
    for _ in range(2):
        dialog.search.setText("file_size")
        QTest.keyClick(dialog.search, Qk.Key_Return)
    dialog.series_list.setCurrentRow(1)
    server = dialog.fields.server
    server.setCurrentIndex(server.findText("zz_big"))
    server.activated.emit(server.currentIndex())
    QTest.mouseClick(dialog.apply_button, Qt.MouseButton.LeftButton)
    added = next(panel for panel in page.shown.panels if panel.id == "line")  # type: ignore[union-attr]
    assert [(each.metric, each.connection_id) for each in added.series] == [("file_size", ""), ("file_size", "big")]
    await are_monitored(client, ID, "big")
    await eventually_async(lambda: "zz_shop" in shown(page, "line") and "zz_big" in shown(page, "line"))
    await eventually_async(lambda: "kB" in shown(page, "line") or "MB" in shown(page, "line"))
    window.new_editor()
    await are_monitored(client)


async def test_what_is_not_saved_comes_back_after_a_restart_and_the_server_is_not_looked_at_before_somebody_asks(
    window: MainWindow, client: EngineClient, page: MonitorPage
) -> None:
    page.changing.remove_panel("free")
    page.set_time(page.view.window_of_time.last(3600))
    state = page.state()
    assert state is not None
    await window.close_page(page)
    await are_monitored(client)
    window.saved.connections = ()  # pages come back before the list of connections was read
    restore(window, KeptPage("a" * 32, "monitor", json.loads(json.dumps(state))))
    again = window.documents.current
    assert isinstance(again, MonitorPage)
    window.saved.refresh()
    await eventually_async(lambda: again.shown is not None)
    assert "free" not in again.view.canvas.frames
    assert again.dress().modified
    assert again.view.window_of_time.span_s == 3600
    await eventually_async(lambda: again.feed.metrics)
    assert await monitored(client) == []
    live = again.banner.findChild(QPushButton, "monitor_go_live")
    assert live is not None
    QTest.mouseClick(live, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: "kB" in shown(again, "size_now"))
    await window.close_page(again)
    act(window, "tab.reopen")
    third = window.documents.current
    assert isinstance(third, MonitorPage)
    await eventually_async(lambda: third.shown is not None and "kB" in shown(third, "size_now"))
    assert "free" not in third.view.canvas.frames
    await window.close_page(third)
    await are_monitored(client)
    restore(window, KeptPage("b" * 32, "monitor", {**json.loads(json.dumps(state)), "tab": "advice"}))
    fourth = window.documents.current
    assert isinstance(fourth, MonitorPage)
    await eventually_async(lambda: fourth.part is not None)
    act(window, "catalog.refresh")  # F5, in a part that has a refresh of its own
    await eventually_async(lambda: fourth.feed.facts is not None)
    assert fourth.banner.findChild(QPushButton, "monitor_go_live") is None or not fourth.banner.text


async def test_dashboards_go_out_as_file_picture_and_values_and_come_in_as_files(
    window: MainWindow, page: MonitorPage, tmp_path: Path
) -> None:
    await eventually_async(lambda: "kB" in shown(page, "size_now"))
    rows = list(csv.DictReader(io.StringIO(page.view.csv())))
    sizes = [row for row in rows if row["panel"] == "Size of the file"]
    assert float(sizes[-1]["average"]) == (tmp_path / "shop.sqlite").stat().st_size
    assert sizes[-1]["unit"] == "bytes"
    image = page.view.image()
    assert image.height() > 2 * page.view.height() * 0.9
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    panel = '{"id": "a", "kind": "value", "title": "Free", "series": ["free_bytes"]}'
    good.write_text(f'{{"version": 1, "title": "Taken", "dialect": "sqlite", "panels": [{panel}]}}')
    bad.write_text('{"version": 1,\n "title": "x",\n "panels": [}')
    page.start(page.saving.take(str(bad)))
    await eventually_async(lambda: "line 3, column 13" in page.banner.text)
    page.start(page.saving.take(str(good)))
    await eventually_async(lambda: page.tab == "own.taken")
    await eventually_async(lambda: shown(page, "a").endswith("B"))
    (file,) = own_files()
    file.write_text(file.read_text().replace('"value"', '"valve"'))
    act(window, "catalog.refresh")
    await eventually_async(lambda: str(file) in page.banner.text and '"valve" is none of' in page.banner.text)
    assert page.tab == "overview"


async def test_annotations_of_the_time_shown_are_changed_and_deleted_where_new_ones_are_written(
    window: MainWindow, client: EngineClient, page: MonitorPage
) -> None:
    for text, ago_s in (("<b>Deployed</b>", 30), ("Noise", 20), ("Long ago", 86_400)):
        await client.call("annotation.add", AddAnnotation(text, ID, time.time() - ago_s), Annotation)
    await eventually_async(lambda: len(page.feed.annotations) == 2)
    act(window, "monitor.annotate")
    dialog = window.findChild(AnnotationDialog)
    assert dialog is not None
    assert dialog.list is not None
    rows = dialog.list.rows
    noise, deployed = rows.topLevelItem(0), rows.topLevelItem(1)
    assert noise is not None
    assert deployed is not None
    assert (noise.text(1), deployed.text(1), rows.topLevelItemCount()) == ("Noise", "<b>Deployed</b>", 2)
    assert not dialog.list.delete.isEnabled()
    rows.setCurrentItem(noise)
    dialog.list.delete.click()
    rows.setCurrentItem(deployed)
    dialog.list.change.click()
    editor = rows.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Deployed 7.2")
    QTest.keyClick(editor, Qk.Key_Return)
    await eventually_async(lambda: [each.text for each in page.feed.annotations] == ["Deployed 7.2"])
    assert dialog.isVisible()
    dialog.reject()


async def test_a_panel_is_shown_alone_and_all_are_again(window: MainWindow, page: MonitorPage) -> None:
    window.show()
    canvas = page.view.canvas
    name, frame = next(iter(canvas.frames.items()))
    small = frame.size()

    def alone() -> list[str]:
        return [each for each, other in canvas.frames.items() if other.isVisible()]

    at = QPoint(60, 12)
    QTest.mouseDClick(frame, Qt.MouseButton.LeftButton, pos=at)
    await eventually_async(lambda: alone() == [name] and frame.width() > 2 * small.width() and frame.height() > 400)
    QTest.keyClick(frame.view.more, Qk.Key_Escape)
    await eventually_async(lambda: len(alone()) == len(canvas.frames) and frame.size() == small)
    trigger(menu_of(frame, page), "enlarge")
    await eventually_async(lambda: alone() == [name])
    act(window, "dashboard.edit")
    assert len(alone()) == len(canvas.frames), "what is changed is seen whole"
