"""One measured run of the real window and engine on one database, as a process of its own.

Usage: python -m benchmarks.window_run STARTED_NS < PLACE

STARTED_NS is `time.monotonic_ns()` of who started this process, just before. PLACE is a JSON object: `url`,
`separator` and `null` (what the client writes between cells and for NULL), `sleeps` and `metrics` (statements, or
empty), `only_stream`. A password comes from BENCH_PASSWORD. Prints one JSON object.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

STARTED_S = int(sys.argv[1]) / 1e9

from lapwing.gui.engine_start import start_engine  # noqa: E402 - the clock starts first

ENGINE = start_engine()

import asyncio  # noqa: E402
import gc  # noqa: E402
import random  # noqa: E402

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from benchmarks.ticks import Ticks  # noqa: E402
from lapwing import paths  # noqa: E402
from lapwing.domain.connections import Connection, SaveConnection  # noqa: E402
from lapwing.domain.results import ArrangedRows, ArrangeResult, FindInResult, FoundRows, ResultState, SortKey  # noqa: E402
from lapwing.domain.secrets import SecretKind, SecretPlace  # noqa: E402
from lapwing.domain.values import cell_text  # noqa: E402
from lapwing.gui.client import EngineClient, EngineState  # noqa: E402
from lapwing.gui.collector import Collector  # noqa: E402
from lapwing.gui.editor.place import Place  # noqa: E402
from lapwing.gui.journal import Journal  # noqa: E402
from lapwing.gui.loop import QtLoop  # noqa: E402
from lapwing.gui.shell.query_tab import QueryTab  # noqa: E402
from lapwing.gui.shell.windows import Windows  # noqa: E402
from lapwing.gui.theme import Theme, ThemeMode  # noqa: E402

SCROLL_MS = 33
FIRST_ROWS = 200
IDLE_S = 1.5
"""Between opening a tab and running: nobody types a statement quicker. The engine loads drivers meanwhile."""
STATEMENT = "SELECT * FROM bench"
WINDOW_PX = (1920, 1720)
"""Large enough for 50 rows of all 12 columns below the editor."""


class FirstPaint(QObject):
    """Notes when a widget was painted first."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.at_s: float | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.at_s is None and event.type() == QEvent.Type.Paint:
            self.at_s = time.monotonic()
        return False


def pss_mb(pid: int) -> float:
    """Proportional set size of a process (man 5 proc, smaps_rollup)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError(pid)


async def stream(tab: QueryTab, found: dict[str, Any], engine_pid: int) -> None:
    """Run the statement, scroll at 30 Hz meanwhile, and note what a person would notice.

    The session is opened by the run where the place has a server: the first rows include connecting.
    """
    ticks = Ticks()
    first_s = 0.0
    scrolling = scroll_at_random(tab)
    ends: list[object] = []
    tab.session.run_ended.connect(lambda outcome, error: ends.append(outcome or error))
    begin = time.perf_counter()
    tab.run_text(STATEMENT, 0, None)
    ticks.start()
    scrolling.start()
    while True:
        view = tab.results.current
        if view is not None and not first_s and view.row_count >= FIRST_ROWS:
            view.grid.viewport().repaint()
            first_s = time.perf_counter() - begin
        if view is not None and view.state is not ResultState.RUNNING:
            break
        if view is None and ends:
            sys.exit(f"The statement was not run: {said(tab)}")
        await asyncio.sleep(0.001 if not first_s else 0.01)
    total_s = time.perf_counter() - begin
    ticks.stop()
    scrolling.stop()
    gaps = sorted(ticks.gaps_ms)
    found.update(
        first_rows_ms=first_s * 1000,
        all_rows_s=total_s,
        longest_gap_ms=gaps[-1],
        p99_gap_ms=gaps[int(len(gaps) * 0.99)],
        window_pss_mb=pss_mb(os.getpid()),
        engine_pss_mb=pss_mb(engine_pid),
        rows=view.row_count,
    )


def said(tab: QueryTab) -> str:
    """What the tab's messages say."""
    model = tab.results.messages.model()
    return " ".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))


def scroll_at_random(tab: QueryTab) -> QTimer:
    """A timer that scrolls the tab's result to anywhere, 30 times a second."""
    chance = random.Random(1)

    def scroll() -> None:
        view = tab.results.current
        if view is not None:
            bar = view.grid.verticalScrollBar()
            bar.setValue(chance.randrange(bar.maximum() + 1))

    timer = QTimer(tab)
    timer.setInterval(SCROLL_MS)
    timer.timeout.connect(scroll)
    return timer


async def ended(tab: QueryTab) -> None:
    """Wait until the run that the tab was told to begin is over."""
    await asyncio.sleep(0)  # it begins with the loop's next turn
    await asyncio.sleep(0)
    while tab.session.run_id:
        await asyncio.sleep(0.001)


async def several_at_once(tabs: list[QueryTab], found: dict[str, Any]) -> None:
    """Gaps while three sessions stream at once, the one in front scrolled."""
    ticks = Ticks()
    scrolling = scroll_at_random(tabs[-1])
    for tab in tabs:
        tab.run_text(STATEMENT, 0, None)
    ticks.start()
    scrolling.start()
    for tab in tabs:
        await ended(tab)
    ticks.stop()
    scrolling.stop()
    found["three_longest_gap_ms"] = max(ticks.gaps_ms)


async def answered_meanwhile(
    streaming: QueryTab, other: QueryTab, place: dict[str, Any], found: dict[str, Any]
) -> None:
    """How long a metrics query and a cancel take while another session streams: medians of five."""
    await other.session.open()
    metrics: list[float] = []
    cancels: list[float] = []
    for _ in range(5):
        if not streaming.session.run_id:
            streaming.run_text(STATEMENT, 0, None)
            await asyncio.sleep(0.1)
        begin = time.perf_counter()
        other.run_text(place["metrics"], 0, None)
        await ended(other)
        metrics.append((time.perf_counter() - begin) * 1000)
        other.run_text(place["sleeps"], 0, None)
        await asyncio.sleep(0.1)
        begin = time.perf_counter()
        await other.session.cancel()
        await ended(other)
        cancels.append((time.perf_counter() - begin) * 1000)
    await ended(streaming)
    found["metrics_ms"] = sorted(metrics)[2]
    found["cancel_ms"] = sorted(cancels)[2]


def repaints(tab: QueryTab, found: dict[str, Any]) -> None:
    """Median of a full repaint, and the 95th percentile of a jump to anywhere with its repaint."""
    view = tab.results.current
    assert view is not None
    viewport, bar = view.grid.viewport(), view.grid.verticalScrollBar()
    chance = random.Random(2)
    plain, jumps = [], []
    for _ in range(60):
        start = time.perf_counter()
        viewport.repaint()
        plain.append((time.perf_counter() - start) * 1000)
    for _ in range(120):
        start = time.perf_counter()
        bar.setValue(chance.randrange(bar.maximum() + 1))
        viewport.repaint()
        jumps.append((time.perf_counter() - start) * 1000)
    found["repaint_ms"] = sorted(plain)[len(plain) // 2]
    found["jump_p95_ms"] = sorted(jumps)[int(len(jumps) * 0.95)]


async def order_and_find(client: EngineClient, tab: QueryTab, found: dict[str, Any]) -> None:
    """Sort by a number, find a rare word, through the same operations as the grid."""
    view = tab.results.current
    assert view is not None
    start = time.perf_counter()
    await client.call("result.arrange", ArrangeResult(view.handle.result_id, (SortKey(1),)), ArrangedRows)
    found["sort_s"] = time.perf_counter() - start
    start = time.perf_counter()
    hits = await client.call("result.find", FindInResult(view.handle.result_id, "kingfisher"), FoundRows)
    found["find_s"] = time.perf_counter() - start
    found["find_hits"] = len(hits.rows)


def cells_hash(tab: QueryTab, separator: str, null: str) -> str:
    """Hash of every cell read through the grid's row source, written as the client writes rows."""
    view = tab.results.current
    assert view is not None
    digest = hashlib.sha256()
    source = view.source
    assert source is not None
    for first in range(0, source.row_count, 4096):
        rows = source.rows(first, 4096)
        lines = [separator.join(null if cell is None else cell_text(cell) for cell in row) for row in rows]
        digest.update(("\n".join(lines) + "\n").encode())
    return digest.hexdigest()


async def new_tab(windows: Windows, connection: Connection) -> QueryTab:
    tab = windows.first.new_editor(connection_id=connection.id)
    await tab.move_to(Place(connection.id))
    return tab


async def measure(
    windows: Windows, client: EngineClient, window_paint: FirstPaint, place: dict[str, Any]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    await client.reach()
    found["engine_ready_s"] = time.monotonic() - STARTED_S
    while window_paint.at_s is None:
        await asyncio.sleep(0.001)
    found["window_shown_s"] = window_paint.at_s - STARTED_S
    windows.first.resize(*WINDOW_PX)
    secret = SecretPlace(SecretKind.ENV, "BENCH_PASSWORD") if os.environ.get("BENCH_PASSWORD") else SecretPlace()
    connection = Connection("bench", "bench", place["url"], secret=secret)
    await client.call("connection.save", SaveConnection(connection))
    await windows.saved.read()
    tab = await new_tab(windows, connection)
    if not place["sleeps"]:
        await tab.session.open()
    await asyncio.sleep(IDLE_S)
    assert client.engine_pid is not None
    found["window_idle_pss_mb"] = pss_mb(os.getpid())
    await stream(tab, found, client.engine_pid)
    if not place["only_stream"]:
        repaints(tab, found)
        await order_and_find(client, tab, found)
        found["hash"] = cells_hash(tab, place["separator"], place["null"])
        if place["sleeps"]:
            await answered_meanwhile(tab, await new_tab(windows, connection), place, found)
            await several_at_once([tab, *[await new_tab(windows, connection) for _ in range(2)]], found)
    windows.close_all()
    return found


def main() -> None:
    sys.setswitchinterval(0.001)
    app = QApplication(["lapwing"])
    app.setQuitOnLastWindowClosed(False)
    Theme(app, ThemeMode.DARK)
    client = EngineClient(ENGINE)
    journal = Journal(paths.journal())
    windows = Windows(client, journal, None)
    windows.open_first()
    paint = FirstPaint(windows.first)
    found: dict[str, Any] = {}

    async def live() -> None:
        measuring = asyncio.ensure_future(measure(windows, client, paint, json.load(sys.stdin)))
        await windows.until_closed()
        found.update(await measuring)
        await client.close()
        journal.close(clean=True)

    Collector(app)
    loop = QtLoop(app)
    assert client.state is EngineState.STARTING
    with loop:
        gc.freeze()
        loop.run_until_complete(live())
    print(json.dumps(found))


if __name__ == "__main__":
    main()
