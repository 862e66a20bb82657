"""The page of events, as a person meets it: what happens comes in at the top, filters narrow, one is seen as JSON."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from helpers.command_line import lapwing
from helpers.tabs import after_run
from helpers.waiting import eventually_async, turned
from lapwing.domain.cloud_events import CloudEvent, envelope, new_event_id
from lapwing.domain.event_log import PublishEvent
from lapwing.gui.editor.place import Place
from lapwing.gui.events.events_filters import EventsFilters
from lapwing.gui.events.events_model import EventColumn, EventsModel
from lapwing.gui.shell.events_page import EventsPage
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.store.events.writer import EventWriter, events_path


@pytest_asyncio.fixture
async def tab(window: MainWindow, tmp_path: Path) -> QueryTab:
    """An editor on a database."""
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE item (name TEXT)")
    connection = await window.saved.add_file(str(path))
    tab = window.new_editor(connection_id=connection.id)
    await tab.move_to(Place(connection.id))
    return tab


@pytest_asyncio.fixture
async def page(window: MainWindow, tab: QueryTab) -> AsyncIterator[EventsPage]:
    """The events, when those of a connection and a statement are read."""
    await run(tab, "SELECT * FROM item")
    window.actions_of_window.set.action("events.show").trigger()
    page = cast("EventsPage", window.documents.current)
    page.view.filters.kinds.choose("query.*")  # services of the engine may begin at any time
    await eventually_async(lambda: types(page) == ["query.completed", "query.started"])
    yield page


async def run(tab: QueryTab, sql: str) -> None:
    tab.set_text(sql)
    await after_run(tab, partial(tab.run_text, sql, 0))


def types(page: EventsPage) -> list[str]:
    model = page.view.model
    return [model.event_at(row).type for row in range(model.rowCount())]


async def test_what_happens_comes_in_at_the_top_and_what_was_chosen_stays_chosen(
    page: EventsPage, tab: QueryTab
) -> None:
    view, model = page.view, page.view.model
    header = view.list.header()
    for width, hidden in ((1_000, []), (660, [EventColumn.DURATION]), (1_000, [])):
        view.list.resize(width, 300)
        assert [column for column in EventColumn if header.isSectionHidden(column)] == hidden
        assert header.sectionSize(EventColumn.WHAT) >= 100, "what happened can be read"
    at = types(page).index("query.completed")
    chosen = model.event_at(at)
    texts = [model.index(at, column).data() for column in EventColumn]
    assert texts[EventColumn.CONNECTION] == "shop.sqlite"
    assert texts[EventColumn.WHAT] == "SELECT * FROM item"
    view.list.select_event(chosen.id)
    await run(tab, "SELECT nope")
    await eventually_async(lambda: types(page)[0] == "query.failed")
    assert view.list.current() == chosen
    shown = json.loads(view.detail.text.toPlainText())
    assert (shown["type"], shown["data"]["rowCount"]) == ("query.completed", 0)
    page.copy()
    assert json.loads(QGuiApplication.clipboard().text()) == shown
    view.list.selectAll()
    page.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [json.loads(line)["type"] for line in lines] == types(page)


async def test_a_list_that_is_held_counts_what_comes_and_goes_on_with_it(page: EventsPage, tab: QueryTab) -> None:
    view = page.view
    before = types(page)
    QTest.mouseClick(view.filters.pause, Qt.MouseButton.LeftButton)
    await run(tab, "SELECT 1")
    await eventually_async(lambda: view.filters.pause.text() == "2 new")
    assert types(page) == before
    QTest.mouseClick(view.filters.pause, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: len(types(page)) == len(before) + 2)
    assert view.filters.pause.text() == "Pause"


async def test_what_another_engine_tells_comes_in_where_it_belongs(page: EventsPage, tab: QueryTab) -> None:
    page.view.filters.kinds.choose("workflow.*")
    await eventually_async(page.view.empty.isVisible)
    told = await asyncio.to_thread(lapwing, "events", "publish", "workflow.order")
    await eventually_async(lambda: types(page) == ["workflow.order"])
    shown = page.view.model.event_at(0)
    assert json.loads(told.stdout) == envelope(shown)
    model = EventsModel(lambda _connection_id: ("", ""))
    later = [replace(shown, id=new_event_id(shown.at + n)) for n in range(1, 6)]
    assert model.add_new([later[4], later[2]]) == 2
    assert model.add_new([later[3], later[2], later[0]]) == 2
    model.next = later[0].id
    assert model.add_new([shown]) == 0
    model.add([later[0], shown], "")
    assert [model.event_at(row) for row in range(model.rowCount())] == [*(later[n] for n in (4, 3, 2, 0)), shown]


async def test_earlier_events_are_read_when_the_end_of_the_list_is_near_and_not_before(
    page: EventsPage, window: MainWindow
) -> None:
    writer = EventWriter(events_path(), lambda: (0, 64))
    for n in range(450):
        writer.put(CloudEvent(new_event_id(1_000_000.0 + n), "workflow.early", 1_000_000.0 + n, {"n": n}))
    await asyncio.to_thread(writer.close)
    page.view.filters.kinds.choose("workflow.*")
    await eventually_async(lambda: page.view.model.rowCount() == 200)
    for _ in range(5):
        await turned()
        await window.client.call("engine.status")
    assert page.view.model.rowCount() == 200
    for count in (400, 450):
        page.view.list.scrollToBottom()
        await eventually_async(lambda: page.view.model.rowCount() == count)  # noqa: B023 (it is waited for here)
    assert [page.view.model.event_at(row).data["n"] for row in range(450)] == [*reversed(range(450))]


async def test_the_menu_of_an_event_finds_what_belongs_to_it(page: EventsPage, tab: QueryTab) -> None:
    await run(tab, "SELECT 2")
    await eventually_async(lambda: len(types(page)) == 4)
    view = page.view
    view.list.select_event(view.model.event_at(3).id)

    def choose(title: str) -> None:
        view.list.customContextMenuRequested.emit(view.list.visualRect(view.list.currentIndex()).center())
        (menu,) = [each for each in view.findChildren(QMenu, "events_menu") if each.isVisible()]
        assert "Only This Job" not in [each.text() for each in menu.actions()]
        next(each for each in menu.actions() if each.text() == title).trigger()
        menu.close()

    choose("Copy")
    assert json.loads(QGuiApplication.clipboard().text())["type"] == "query.started"
    choose("Only This Statement")
    await eventually_async(lambda: types(page) == ["query.completed", "query.started"])
    choose("Only This Type")
    await eventually_async(lambda: types(page) == ["query.started"] * 2)
    view.filters.clear()
    choose("Only This Connection")
    await eventually_async(lambda: view.filters.places.currentText() == "shop.sqlite" and view.list.current())


async def test_filters_narrow_what_is_there_and_what_comes_and_are_kept(
    page: EventsPage, window: MainWindow, tab: QueryTab
) -> None:
    view = page.view
    view.filters.kinds.choose("workflow.*")
    await eventually_async(view.empty.isVisible)
    await run(tab, "SELECT 1")
    await window.client.call("event.publish", PublishEvent("workflow.order", {"order": 17}))
    await eventually_async(lambda: types(page) == ["workflow.order"])
    assert view.list.isVisible()
    QTest.keyClicks(view.filters.field, "order")
    kept = page.state()
    assert kept is not None
    again = EventsPage(window.client, window.saved, kept)
    assert again.view.filters.wanted(1) == view.filters.wanted(1)
    assert again.view.filters.wanted(1).types == ("workflow.*",)
    again.deleteLater()
    view.filters.field.setText("nothing like it")
    await eventually_async(view.empty.isVisible)
    view.filters.clear()
    await eventually_async(lambda: "query.completed" in types(page))


async def test_a_connection_that_is_not_known_yet_at_a_start_is_chosen_when_it_is(window: MainWindow) -> None:
    filters = EventsFilters()
    filters.restore({"place": "shop", "kind": "query.*"})
    filters.set_places([("other", "Other", "good")])
    assert filters.state()["place"] == "shop"
    assert filters.wanted(1).connection_id == ""
    filters.set_places([("other", "Other", "good"), ("shop", "Shop", "good")])
    assert (filters.wanted(1).connection_id, filters.wanted(1).types) == ("shop", ("query.*",))
    filters.deleteLater()


async def test_a_page_that_is_opened_twice_shows_each_event_once(
    page: EventsPage, window: MainWindow, tab: QueryTab
) -> None:
    page.hide()
    page.show()
    await run(tab, "SELECT 1")
    await eventually_async(lambda: types(page).count("query.completed") == 2)
    ids = [page.view.model.event_at(row).id for row in range(page.view.model.rowCount())]
    assert ids == sorted(set(ids), reverse=True)
