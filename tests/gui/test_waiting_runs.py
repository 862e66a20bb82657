"""What is run while a tab is still being connected waits for that, once; nothing logs in a second time by itself."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing.domain.errors import OpeningCancelled
from lapwing.domain.urls import sqlite_url
from lapwing.gui.actions import Fact
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


class SilentServer:
    """Takes connections and says nothing until it is told to hang up."""

    def __init__(self) -> None:
        self.connections: list[asyncio.StreamWriter] = []
        self.port = 0

    async def take(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections.append(writer)

    def hang_up(self) -> None:
        for writer in self.connections:
            writer.close()


@pytest_asyncio.fixture
async def silent() -> AsyncIterator[SilentServer]:
    server = SilentServer()
    listening = await asyncio.start_server(server.take, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    yield server
    server.hang_up()
    listening.close()


async def press_run(window: MainWindow, tab: QueryTab) -> None:
    """Press Ctrl+Return in the editor, as soon as it can be."""
    window.activateWindow()
    tab.editor.setFocus()
    window.actions_of_window.update()
    await eventually_async(window.actions_of_window.set.action("query.run").isEnabled)
    await eventually_async(tab.editor.hasFocus)
    QTest.keyClick(tab.editor, Qt.Key.Key_Return, CTRL)


async def connecting(window: MainWindow, silent: SilentServer) -> QueryTab:
    """A tab that is being connected because something else than a statement needs its session."""
    tab = window.new_editor(text="SELECT 'waited'")
    await tab.move_to(Place(url=f"postgresql://me@127.0.0.1:{silent.port}/shop?sslmode=disable&connect_timeout=60"))
    tab.transactions.set_isolation("SERIALIZABLE")
    await eventually_async(lambda: len(silent.connections) == 1)
    await press_run(window, tab)
    await eventually_async(lambda: tab.session.is_running)
    assert Fact.RUNNING in tab.facts(), "it is shown as waiting"
    return tab


async def test_cancel_takes_a_waiting_statement_back_and_no_other_connection_is_made(
    window: MainWindow, silent: SilentServer
) -> None:
    tab = await connecting(window, silent)
    tab.cancel()
    await eventually_async(lambda: not tab.session.run_id)
    assert tab.session.facts is None
    assert len(silent.connections) == 1


async def test_a_log_in_that_fails_is_not_tried_again_for_the_statement_that_waited(
    window: MainWindow, silent: SilentServer
) -> None:
    tab = await connecting(window, silent)
    silent.hang_up()
    await eventually_async(lambda: not tab.session.run_id)
    await eventually_async(partial(messages, tab))
    assert tab.session.facts is None
    assert len(silent.connections) == 1
    silent.connections.clear()
    await press_run(window, tab)  # the person's say
    await eventually_async(lambda: len(silent.connections) == 1)
    tab.cancel()
    await eventually_async(lambda: not tab.session.run_id)


async def test_a_tab_led_elsewhere_while_it_is_being_connected_runs_nothing_at_the_place_before(
    window: MainWindow, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        with closing(sqlite3.connect(tmp_path / f"{name}.sqlite")) as database:
            database.executescript(f"CREATE TABLE place AS SELECT '{name}' AS name")
    tab = window.new_editor()
    await tab.move_to(Place(url=sqlite_url(tmp_path / "first.sqlite")))
    opening = asyncio.ensure_future(tab.session.open())
    await asyncio.sleep(0)  # it is asked for
    await tab.move_to(Place(url=sqlite_url(tmp_path / "second.sqlite")))
    with pytest.raises(OpeningCancelled):
        await opening
    assert tab.session.facts is None
    await after_run(tab, partial(tab.run_text, "SELECT name FROM place", 0))
    assert shown_rows(tab) == [["second"]]
