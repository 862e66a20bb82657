"""Panels of a dashboard while samples come, and thirty days of kept samples opened; prints one JSON object.

Usage: python -m benchmarks.monitor_run (LAPWING_HOME and QT_QPA_PLATFORM set).
"""

import asyncio
import gc
import json
import random
import sys
import time
from typing import Final

import numpy as np
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from benchmarks.ticks import Ticks
from lapwing.domain.monitoring.dashboards import Panel, PanelKind, PanelSeries
from lapwing.domain.monitoring.metrics import Lane, Metric, SeriesKey, SeriesValue, Unit
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.monitoring.series import KeptSeries, ReadSeries, SeriesAnswer
from lapwing.gui.client import EngineClient
from lapwing.gui.collector import Collector
from lapwing.gui.loop import QtLoop
from lapwing.gui.monitor.panel import PanelView
from lapwing.gui.monitor.series_data import SeriesData
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.store.series.schema import series_path
from lapwing.store.series.ticks import tick_of
from lapwing.store.series.upkeep import Room
from lapwing.store.series.writer import SeriesWriter

PANELS, SERIES, POINTS = 8, 4, 3_600
_DAY_S: Final = 86_400
_KEPT_S: Final = 30 * _DAY_S
_STEP_S: Final = 600
_CALM_S: Final = 20
_BUSY_S: Final = 10
_GIVEN_UP_S: Final = 120.0
_KINDS: Final = (PanelKind.LINE, PanelKind.AREA, PanelKind.LINE, PanelKind.BAR)
_UNITS: Final = (Unit.COUNT, Unit.BYTES_PER_SECOND, Unit.PER_SECOND, Unit.SECONDS)
METRICS: Final = {
    f"m{number}": Metric(f"m{number}", f"Metric {number}", _UNITS[number % len(_UNITS)], labels=("s",))
    for number in range(PANELS)
}
KEYS: Final = tuple(SeriesKey(metric, (("s", str(number)),)) for metric in METRICS for number in range(SERIES))


def wall() -> tuple[QWidget, list[PanelView]]:
    """The panels in a window of the usual size."""
    window = QWidget()
    window.resize(1280, 800)
    grid = QGridLayout(window)
    views = []
    for number, metric in enumerate(METRICS):
        kind = _KINDS[number % len(_KINDS)]
        view = PanelView(Panel(metric, METRICS[metric].title, kind, (PanelSeries(metric),)))
        view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        grid.addWidget(view, number // 4, number % 4)
        views.append(view)
    window.show()
    return window, views


def walked(key: SeriesKey, now: float, chance: random.Random) -> KeptSeries:
    """A series that wanders, a point a second until now."""
    times = (now - POINTS + np.arange(POINTS)).astype("<f8").tobytes()
    values = np.abs(np.cumsum([chance.gauss(0, 3) for _ in range(POINTS)]) + 100).astype("<f8").tobytes()
    return KeptSeries(key, times, values, values, values)


async def until_drawn(views: list[PanelView]) -> None:
    end_s = time.monotonic() + _GIVEN_UP_S
    while not all(view.is_current for view in views):
        if time.monotonic() > end_s:
            sys.exit("The panels are not drawn.")
        await asyncio.sleep(0.002)


async def live(views: list[PanelView], data: SeriesData, every_s: float, for_s: float) -> tuple[float, list[float]]:
    """Let samples come; the share of a core that the process takes, and gaps of its loop in ms."""
    ticks = Ticks()
    ticks.start()
    began, worked = time.monotonic(), time.process_time()
    now = time.time()
    for number in range(int(for_s / every_s)):
        at = now + (number + 1) * every_s
        values = tuple(SeriesValue(key, float(100 + number % 7)) for key in KEYS)
        data.take(MetricsSampled("bench", at, every_s, Lane.FAST, values))
        for view in views:
            view.show_data({"bench": data}, METRICS, at - POINTS, at)
        await asyncio.sleep(every_s)
    ticks.stop()
    return (time.process_time() - worked) / (time.monotonic() - began), ticks.gaps_ms


async def idle_share(for_s: float) -> float:
    """The share of a core that measuring itself takes: the ticks of its timer."""
    ticks = Ticks()
    ticks.start()
    began, worked = time.monotonic(), time.process_time()
    await asyncio.sleep(for_s)
    ticks.stop()
    return (time.process_time() - worked) / (time.monotonic() - began)


def keep(chance: random.Random) -> float:
    """Keep thirty days of the series as an engine does; when they end."""
    end = time.time() // _STEP_S * _STEP_S
    room = Room(3_600, 7 * _DAY_S, 365 * _DAY_S, 1 << 30)
    writer = SeriesWriter(series_path(), lambda: room, lambda _error: None, gather_s=0.01)
    for number in range(_KEPT_S // _STEP_S):
        values = [SeriesValue(key, chance.gauss(100, 9)) for key in KEYS]
        writer.put(tick_of("bench", end - _KEPT_S + number * _STEP_S, _STEP_S, values))
        while len(writer.waiting("bench")) > 1_000:
            time.sleep(0.01)
    deadline = time.monotonic() + _GIVEN_UP_S
    while writer.waiting("bench") and time.monotonic() < deadline:
        time.sleep(0.05)
    writer.close()
    return end


async def opened_ms(end: float) -> float:
    """From the question for thirty days to all panels drawn; the engine was asked something before."""
    client = EngineClient()
    await client.reach()
    await client.call("series.read", ReadSeries("bench", ("m0",), end - 60, end), SeriesAnswer)
    window, views = wall()
    await asyncio.sleep(0.3)
    began = time.perf_counter()
    request = ReadSeries("bench", tuple(METRICS), end - _KEPT_S, end)
    answer = await client.call("series.read", request, SeriesAnswer)
    if len(answer.series) != len(KEYS):
        sys.exit(f"{len(answer.series)} of {len(KEYS)} series were kept.")
    data = SeriesData("bench")
    data.fill(answer)
    for view in views:
        view.show_data({"bench": data}, METRICS, end - _KEPT_S, end)
    await until_drawn(views)
    took_ms = (time.perf_counter() - began) * 1000
    window.close()
    await client.close()
    return took_ms


async def main() -> None:
    chance = random.Random(1)
    window, views = wall()
    now = time.time()
    data = SeriesData("bench")
    data.fill(SeriesAnswer("bench", tuple(walked(key, now, chance) for key in KEYS), 0.0))
    for view in views:
        view.show_data({"bench": data}, METRICS, now - POINTS, now)
    await until_drawn(views)
    await asyncio.sleep(1)
    idle = await idle_share(5)
    calm, _gaps = await live(views, data, 1.0, _CALM_S)
    busy, gaps = await live(views, data, 0.1, _BUSY_S)
    window.close()
    found = {
        "calm_percent": max(calm - idle, 0.0) * 100,
        "busy_percent": max(busy - idle, 0.0) * 100,
        "longest_gap_ms": max(gaps),
        "opened_ms": await opened_ms(keep(chance)),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    application = QApplication(["lapwing"])
    application.setQuitOnLastWindowClosed(False)
    Theme(application, ThemeMode.DARK)
    Collector(application)
    with QtLoop(application) as loop:
        gc.freeze()
        loop.run_until_complete(main())
