"""Windows that were closed die in Qt's thread, whatever other threads allocate."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lapwing.gui.collector import Collector


class _Known(QObject):
    """An object that only a circle keeps, as a closed window is, with a timer that runs."""

    def __init__(self, deaths: list[bool]) -> None:
        super().__init__()
        self.circle = self
        self.timer = QTimer(self)
        self.timer.start(100_000)
        main = QThread.currentThread()
        weakref.finalize(self, lambda: deaths.append(QThread.currentThread() is main))


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    gc.enable()
    parent = QObject()
    yield Collector(parent)
    gc.disable()


def allocate_a_lot() -> None:
    """Far more than makes Python collect, and in circles that only a collection frees."""
    for _ in range(20_000):
        circle: list[object] = []
        circle.append(circle)


def test_what_only_a_circle_keeps_dies_in_qts_thread(collector: Collector, qtbot: QtBot) -> None:
    deaths: list[bool] = []
    _Known(deaths)
    thread = threading.Thread(target=allocate_a_lot)
    thread.start()
    thread.join()
    assert deaths == []
    qtbot.waitUntil(lambda: deaths == [True])
