"""`make bench`: what a person waits for, beside the database's own client, in interleaved rounds.

Prints medians and ratios; with BENCH_JSON=FILE also writes a list of {id, value, unit, ratio, to}. Asserts no time.
Environment: BENCH_ROUNDS (5), BENCH_ROWS (1,000,000).
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from benchmarks.tables import make_bench_table  # noqa: E402 - found through the line above


@dataclass(frozen=True)
class Figure:
    """One line of the report; `wanted` is the issue's wish."""

    id: str
    title: str
    unit: str
    key: str
    wanted: str = ""
    against: str = ""


FIGURES = (
    Figure("window_shown", "window shown", "s", "window_shown_s", "0.25"),
    Figure("engine_ready", "engine ready", "s", "engine_ready_s", "0.30"),
    Figure("first_rows", "first 200 rows painted", "ms", "first_rows_ms"),
    Figure("all_rows", "all rows in the scrolled grid", "s", "all_rows_s", "0.85 x", "client_s"),
    Figure("longest_gap", "longest gap, 5 ms timer", "ms", "longest_gap_ms", "13"),
    Figure("p99_gap", "99th percentile gap", "ms", "p99_gap_ms"),
    Figure("repaint", "full repaint", "ms", "repaint_ms", "4"),
    Figure("jump", "jump and repaint, 95th percentile", "ms", "jump_p95_ms", "8"),
    Figure("sort", "sort by a number", "s", "sort_s", "0.8"),
    Figure("find", "find a rare word", "s", "find_s", "0.3"),
    Figure("window_pss", "window memory (PSS)", "MB", "window_pss_mb"),
    Figure("window_idle_pss", "  before the rows", "MB", "window_idle_pss_mb"),
    Figure("engine_pss", "engine memory (PSS)", "MB", "engine_pss_mb"),
    Figure("client", "sqlite3, same statement to /dev/null", "s", "client_s"),
)


def environment_of(home: Path) -> dict[str, str]:
    """What a measured window is started with."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    platform = os.environ.get("BENCH_PLATFORM", "offscreen")
    return {**kept, "LAPWING_HOME": str(home), "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(TESTS)}


def run_window(database: Path, home: Path) -> dict[str, Any]:
    """One run of window and engine; what `window_run` measured."""
    command = [sys.executable, "-m", "benchmarks.window_run", str(database), str(time.monotonic_ns())]
    ended = subprocess.run(
        command, env=environment_of(home), cwd=TESTS, stdout=subprocess.PIPE, check=True, timeout=300
    )
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def peak_memory(database: Path, home: Path) -> tuple[float, float]:
    """Peaks of window and engine (PSS, MB) while rows stream: a run of its own, since asking slows what is asked."""
    command = [sys.executable, "-m", "benchmarks.window_run", str(database), str(time.monotonic_ns())]
    environment = {**environment_of(home), "BENCH_ONLY_STREAM": "1"}
    window_mb = engine_mb = 0.0
    with subprocess.Popen(command, env=environment, cwd=TESTS, stdout=subprocess.DEVNULL) as window:
        while window.poll() is None:
            window_mb = max(window_mb, pss_mb(window.pid))
            children = Path(f"/proc/{window.pid}/task/{window.pid}/children")
            engines = children.read_text(encoding="ascii").split() if children.exists() else []
            engine_mb = max([engine_mb, *(pss_mb(int(pid)) for pid in engines)])
            time.sleep(0.05)
    return window_mb, engine_mb


def pss_mb(pid: int) -> float:
    """Proportional set size of a process (man 5 proc, smaps_rollup); 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def run_client(database: Path) -> float:
    """Seconds that the sqlite3 client takes for the whole result, to /dev/null."""
    start = time.perf_counter()
    subprocess.run(["sqlite3", str(database), "SELECT * FROM bench"], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def client_hash(database: Path) -> str:
    """Hash of the client's output for every row."""
    digest = hashlib.sha256()
    with subprocess.Popen(["sqlite3", str(database), "SELECT * FROM bench"], stdout=subprocess.PIPE) as client:
        stdout = client.stdout
        assert stdout is not None
        for block in iter(lambda: stdout.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def measure(rounds: int, rows: int) -> tuple[list[dict[str, Any]], tuple[float, float]]:
    """What each round measured, and the peaks of memory."""
    with tempfile.TemporaryDirectory(prefix="lapwing-bench-") as folder:
        database = Path(folder, "bench.sqlite")
        make_bench_table(database, rows)
        wanted = client_hash(database)
        run_window(database, Path(folder, "home"))  # warms the file cache and the byte code
        found: list[dict[str, Any]] = []
        for number in range(rounds):
            home = Path(folder, f"home{number}")
            if number % 2:
                client_s = run_client(database)
                one = run_window(database, home)
            else:
                one = run_window(database, home)
                client_s = run_client(database)
            if one["hash"] != wanted or one["rows"] != rows:
                raise SystemExit("The rows in the grid are not the rows of the client.")
            found.append({**one, "client_s": client_s})
            sys.stderr.write(f"round {number + 1}/{rounds}: {one['all_rows_s']:.2f} s, sqlite3 {client_s:.2f} s\n")
        return found, peak_memory(database, Path(folder, "home-peak"))


def main() -> None:
    rounds, rows = int(os.environ.get("BENCH_ROUNDS", "5")), int(os.environ.get("BENCH_ROWS", "1000000"))
    found, peaks_mb = measure(rounds, rows)
    print(f"\n{rows:,} rows x 12 columns, {rounds} rounds, medians (min to max).\n")
    print(f"{'':38}{'median':>10}  {'min to max':<20}{'wanted':<9}ratio")
    report = []
    for figure in FIGURES:
        values = [one[figure.key] for one in found]
        middle = median(values)
        ratio = median(one[figure.key] / one[figure.against] for one in found) if figure.against else None
        shown = f"{ratio:.2f} x sqlite3" if ratio is not None else ""
        span = f"{min(values):.3g} to {max(values):.3g}"
        print(f"{figure.title:38}{middle:>8.3g} {figure.unit:<3}{span:<20}{figure.wanted:<9}{shown}")
        to = "sqlite3" if ratio is not None else None
        report.append({"id": figure.id, "value": middle, "unit": figure.unit, "ratio": ratio, "to": to})
    for name, peak_mb in zip(("window", "engine"), peaks_mb, strict=True):
        print(f"{f'peak memory of the {name} (PSS)':38}{peak_mb:>8.3g} MB")
        report.append({"id": f"{name}_peak_pss", "value": peak_mb, "unit": "MB", "ratio": None, "to": None})
    gaps = [one["longest_gap_ms"] for one in found]
    print(
        f"\nlongest gaps below 16 ms: {sum(gap < 16 for gap in gaps)} of {rounds}, below 24 ms: "
        f"{sum(gap < 24 for gap in gaps)} of {rounds}"
    )
    if target := os.environ.get("BENCH_JSON"):
        Path(target).write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
