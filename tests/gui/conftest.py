"""What tests of the window stand on: Qt's own loop for asynchronous tests, a theme, and a real engine process."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from weakref import WeakSet

import pytest
import pytest_asyncio
import pytestqt.plugin
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers.waiting import PATIENCE_S
from lapwing import paths
from lapwing.gui.client import EngineClient
from lapwing.gui.journal import Journal
from lapwing.gui.loop import QtLoop
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme, ThemeMode

_loops: WeakSet[QtLoop] = WeakSet()
_process_events: Callable[[], None] = pytestqt.plugin._process_events


def _process_events_between_tests() -> None:
    """What pytest-qt does between the phases of a test, but not while a loop waits for its next go.

    A loop has one go for each asynchronous fixture and one for the test. Tasks that were resumed in between, when no
    loop runs, would die of that. Tests without a window need no events.
    """
    if "tests/gui/" in os.environ.get("PYTEST_CURRENT_TEST", "") and all(loop.is_closed() for loop in _loops):
        _process_events()


pytestqt.plugin._process_events = _process_events_between_tests

for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive):
    _wait.__kwdefaults__ = dict(_wait.__kwdefaults__ or {}, timeout=int(PATIENCE_S * 1000))  # as all tests' waiting is


def _qt_loop() -> asyncio.AbstractEventLoop:
    """The loop that the window runs on. Its application stays alive after it."""
    app = QApplication.instance() or QApplication(["lapwing"])
    QApplication.setQuitOnLastWindowClosed(False)
    loop = QtLoop(app)
    _loops.add(loop)
    return loop


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Asynchronous tests in this folder run on Qt's loop. In them, wait with `helpers.waiting.eventually_async`."""
    return {"qt": _qt_loop}


@pytest.fixture
def dark(qapp: QApplication) -> Theme:
    """The dark theme, on the application."""
    return Theme(qapp, ThemeMode.DARK)


@pytest_asyncio.fixture
async def client(home: Path, qapp: QApplication) -> AsyncIterator[EngineClient]:
    """The window's end of a line to an engine process of its own, which ends with the test."""
    client = EngineClient()
    await client.reach()
    yield client
    await client.close()


@pytest_asyncio.fixture
async def windows(client: EngineClient, dark: Theme) -> AsyncIterator[Windows]:
    """The windows of a first start; those that are open at the end are closed without a question."""
    journal = Journal(paths.journal())
    windows = Windows(client, journal, None)
    windows.open_first()
    yield windows
    for window in list(windows.all):
        for page in window.pages():
            await page.close_page()
            window.documents.remove(page)
            page.deleteLater()
        await window.close_window()
    journal.close(clean=True)


@pytest_asyncio.fixture
async def window(windows: Windows) -> MainWindow:
    """The first of them."""
    await windows.saved.read()
    return windows.first
