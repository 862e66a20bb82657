"""A database of very many tables in the navigator, measured in a process of its own; prints one JSON object.

Usage: python -m benchmarks.catalogue_run URL TABLES (LAPWING_HOME and QT_QPA_PLATFORM set; a password in
BENCH_PASSWORD).
"""

import asyncio
import gc
import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.ticks import Ticks
from lapwing import paths
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.gui.client import EngineClient
from lapwing.gui.collector import Collector
from lapwing.gui.journal import Journal
from lapwing.gui.loop import QtLoop
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme, ThemeMode

TYPED = "t1234"
_GIVEN_UP_S = 120.0


async def until(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + _GIVEN_UP_S
    while not is_so():
        if time.monotonic() > end_s:
            sys.exit("The navigator does not show the tables.")
        await asyncio.sleep(0.002)


def row_with(window: MainWindow, least: int) -> QModelIndex:
    """The row that has so many rows below it; an invalid one where there is none yet."""
    model = window.navigator.tree.model()
    waiting = [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop()
        count = model.rowCount(index)
        if count >= least:
            return index
        waiting += [model.index(row, 0, index) for row in range(count)]
    return QModelIndex()


async def measure(window: MainWindow, tables: int) -> dict[str, float]:
    """From the click on a connection to its tables, and from letters in the filter to those that fit."""
    tree = window.navigator.tree
    await until(lambda: tree.model().rowCount() > 0)
    ticks = Ticks()
    ticks.start()
    begin = time.perf_counter()
    window.navigator.reveal("bench")
    await until(lambda: row_with(window, tables).isValid())
    tree.viewport().repaint()
    opened_s = time.perf_counter() - begin
    await asyncio.sleep(0.3)  # what is read behind it
    ticks.stop()
    field = window.navigator.findChild(QLineEdit, "navigator_filter")
    assert field is not None
    filtered_ms = []
    shown: list[str] = []
    tree.model().modelReset.connect(lambda: shown.append(field.text()))
    for count in range(1, len(TYPED) + 1):
        begin = time.perf_counter()
        QTest.keyClicks(field, TYPED[count - 1])
        await until(lambda: bool(shown) and shown[-1] == field.text())
        tree.viewport().repaint()
        filtered_ms.append((time.perf_counter() - begin) * 1000)
    return {"opened_s": opened_s, "longest_gap_ms": max(ticks.gaps_ms), "filter_ms": max(filtered_ms)}


def main() -> None:
    url, tables = sys.argv[1], int(sys.argv[2])
    app = QApplication(["lapwing"])
    app.setQuitOnLastWindowClosed(False)
    Theme(app, ThemeMode.DARK)
    client, journal = EngineClient(), Journal(paths.journal())
    windows = Windows(client, journal, None)
    found: dict[str, float] = {}

    async def live() -> None:
        await client.reach()
        secret = SecretPlace(SecretKind.ENV, "BENCH_PASSWORD") if os.environ.get("BENCH_PASSWORD") else SecretPlace()
        await client.call("connection.save", SaveConnection(Connection("bench", "bench", url, secret=secret)))
        windows.open_first()
        found.update(await measure(windows.first, tables))
        windows.close_all()
        await windows.until_closed()
        await client.close()
        journal.close(clean=True)

    Collector(app)
    with QtLoop(app) as loop:
        gc.freeze()
        loop.run_until_complete(live())
    print(json.dumps(found))


if __name__ == "__main__":
    main()
