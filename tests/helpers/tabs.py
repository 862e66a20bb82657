"""Working with an editor tab as a person does, in tests of the window."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from helpers.waiting import eventually_async
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow


async def after_run(tab: QueryTab, start: Callable[[], object]) -> None:
    """Start something that runs statements, and wait until the run has ended."""
    ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def note(_outcome: object, _error: object) -> None:
        if not ended.done():
            ended.set_result(None)

    tab.session.run_ended.connect(note)
    start()
    await asyncio.wait_for(ended, 30)
    tab.session.run_ended.disconnect(note)


def messages(tab: QueryTab) -> list[str]:
    model = tab.results.messages.messages
    return [model.message(row).text for row in range(model.rowCount())]


def shown_rows(tab: QueryTab) -> list[list[str]]:
    view = tab.results.current
    assert view is not None
    model = view.model
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


async def answer(window: MainWindow, name: str) -> None:
    """Press a button of the question that is open."""

    def button() -> QPushButton | None:
        boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
        return boxes[0].findChild(QPushButton, f"answer_{name}") if boxes else None

    found = await eventually_async(button)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
