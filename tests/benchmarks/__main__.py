"""`make bench`: what a person waits for, beside the databases' own clients, in interleaved rounds.

Prints medians and ratios; with BENCH_JSON=FILE also writes a list of {id, value, unit, ratio, to}. Asserts no time.
Environment: BENCH_ROUNDS (5), BENCH_ROWS (1,000,000), BENCH_ONLY (names of places with commas between: sqlite,
postgresql, postgresql-tls, mariadb; sql for what the editor does with text, start for how soon a person can work,
catalogue for 20,000 tables in the navigator, monitor for a dashboard while samples come, webhooks for events that are
delivered, listener for webhooks that are acknowledged; all when empty).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from benchmarks.catalogues import TABLES, catalogues  # noqa: E402 - found through the line above
from benchmarks.places import PASSWORD_VARIABLE, BenchPlace, bench_places  # noqa: E402
from benchmarks.report import (  # noqa: E402
    write_catalogue_report,
    write_listener_report,
    write_monitor_report,
    write_report,
    write_start_report,
    write_text_report,
    write_webhooks_report,
)
from benchmarks.starting import can_compare, start_rounds  # noqa: E402
from benchmarks.tables import make_bench_table  # noqa: E402

SQL, START, CATALOGUE, MONITOR, WEBHOOKS, LISTENER = "sql", "start", "catalogue", "monitor", "webhooks", "listener"
NAMES = ("sqlite", "postgresql", "postgresql-tls", "mariadb", SQL, START, CATALOGUE, MONITOR, WEBHOOKS, LISTENER)
FIRST_ROWS = 200


def environment_of(home: Path, place: BenchPlace | None) -> dict[str, str]:
    """What a measured window is started with."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    own = {"LAPWING_HOME": str(home), "QT_QPA_PLATFORM": os.environ.get("BENCH_PLATFORM", "offscreen")}
    return {**kept, **own, "PYTHONPATH": str(TESTS), PASSWORD_VARIABLE: place.password if place else ""}


def start_window(place: BenchPlace, home: Path, *, only_stream: bool = False) -> subprocess.Popen[bytes]:
    """A measured window, told what to do."""
    command = [sys.executable, "-m", "benchmarks.window_run", str(time.monotonic_ns())]
    window = subprocess.Popen(
        command, env=environment_of(home, place), cwd=TESTS, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    wishes = {
        "url": place.url,
        "separator": place.separator,
        "null": place.null,
        "sleeps": place.sleeps,
        "metrics": place.metrics,
        "only_stream": only_stream,
    }
    assert window.stdin is not None
    window.stdin.write(json.dumps(wishes).encode())
    window.stdin.close()
    window.stdin = None
    return window


def run_window(place: BenchPlace, home: Path) -> dict[str, Any]:
    """One run of window and engine; what `window_run` measured."""
    with start_window(place, home) as window:
        said = window.communicate(timeout=600)[0]
    if window.returncode:
        raise SystemExit(f"The window that was measured on {place.name} ended with {window.returncode}.")
    found: dict[str, Any] = json.loads(said)
    return found


def peak_memory(place: BenchPlace, home: Path) -> dict[str, float]:
    """Peaks of window and engine (PSS, MB) while rows stream: a run of its own, since asking slows what is asked."""
    window_mb = engine_mb = both_mb = 0.0
    with start_window(place, home, only_stream=True) as window:
        while window.poll() is None:
            children = Path(f"/proc/{window.pid}/task/{window.pid}/children")
            engines = children.read_text(encoding="ascii").split() if children.exists() else []
            now_mb = pss_mb(window.pid), sum(pss_mb(int(pid)) for pid in engines)
            window_mb, engine_mb, both_mb = (
                max(window_mb, now_mb[0]),
                max(engine_mb, now_mb[1]),
                max(both_mb, sum(now_mb)),
            )
            time.sleep(0.05)
        assert window.stdout is not None
        window.stdout.read()
    return {"window_peak_mb": window_mb, "engine_peak_mb": engine_mb, "both_peak_mb": both_mb}


def pss_mb(pid: int) -> float:
    """Proportional set size of a process (man 5 proc, smaps_rollup); 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def run_clients(place: BenchPlace) -> dict[str, float]:
    """What the place's own clients take: `client_s` and `client_peak_mb` are the first one's."""
    found: dict[str, float] = {}
    for number, client in enumerate(place.clients):
        took_s, peak_mb = client.measured()
        found["client_s" if number == 0 else "raw_s"] = took_s
        if number == 0:
            found["client_peak_mb"] = peak_mb
    if place.early is not None:
        found["client_first_ms"] = place.early.first_rows_ms(FIRST_ROWS)
    return found


def one_round(place: BenchPlace, home: Path, *, window_first: bool) -> dict[str, Any]:
    """Window and clients once each."""
    if window_first:
        return {**run_window(place, home), **run_clients(place)}
    clients = run_clients(place)
    return {**run_window(place, home), **clients}


def main() -> None:
    rounds, rows = int(os.environ.get("BENCH_ROUNDS", "5")), int(os.environ.get("BENCH_ROWS", "1000000"))
    names = frozenset(os.environ.get("BENCH_ONLY", "").split(",")) - {""} or frozenset(NAMES)
    if unknown := names - frozenset(NAMES):
        raise SystemExit(f"BENCH_ONLY names {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}.")
    with (
        tempfile.TemporaryDirectory(prefix="lapwing-bench-") as folder,
        bench_places(Path(folder), rows, names) as places,
    ):
        found: dict[str, list[dict[str, Any]]] = {place.name: [] for place in places}
        hashes = {place.name: place.clients[0].output_hash() for place in places}
        for place in places:
            run_window(place, Path(folder, f"home-{place.name}"))  # warms the file cache and the byte code
        for number in range(rounds):
            for place in places:
                home = Path(folder, f"home-{place.name}-{number}")
                one = one_round(place, home, window_first=number % 2 == 0)
                if one["hash"] != hashes[place.name] or one["rows"] != rows:
                    raise SystemExit(f"The rows in the grid are not those of {place.clients[0].name} ({place.name}).")
                found[place.name].append(one)
                client = f"{place.clients[0].name} {one['client_s']:.2f} s"
                sys.stderr.write(f"round {number + 1}/{rounds}, {place.name}: {one['all_rows_s']:.2f} s, {client}\n")
        peaks = {place.name: peak_memory(place, Path(folder, f"home-{place.name}-peak")) for place in places}
        figures = write_report(places, found, peaks, rows)
        if SQL in names:
            figures += write_text_report(run_alone("sql_run", Path(folder, "home-sql"), rounds))
        if START in names:
            figures += write_start_report(run_starts(Path(folder), rounds))
        if CATALOGUE in names:
            figures += write_catalogue_report(run_catalogues(Path(folder), rounds))
        if WEBHOOKS in names:
            figures += write_webhooks_report(run_alone("webhooks_run", Path(folder, "home-webhooks"), rounds))
        if LISTENER in names:
            figures += write_listener_report(run_alone("listener_run", Path(folder, "home-listener"), rounds))
        if MONITOR in names:
            figures += write_monitor_report(run_alone("monitor_run", Path(folder, "home-monitor"), rounds))
    if target := os.environ.get("BENCH_JSON"):
        Path(target).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def run_alone(module: str, home: Path, rounds: int) -> list[dict[str, float]]:
    """Each round's figures of a module of this folder that needs no server."""
    command = [sys.executable, "-m", f"benchmarks.{module}"]
    found = []
    for number in range(rounds):
        environ = environment_of(home / str(number), None)
        run = subprocess.run(command, env=environ, cwd=TESTS, stdout=subprocess.PIPE, check=True)
        found.append(json.loads(run.stdout))
    return found


def run_starts(folder: Path, rounds: int) -> list[dict[str, float]]:
    """Each round's figures of `starting`; none where the other program or a screen is missing."""
    if not can_compare():
        sys.stderr.write("start: left out, since sqlitebrowser, Xvfb, openbox or xdotool is not installed.\n")
        return []
    path = folder / "start.sqlite"
    make_bench_table(path, 20_000)
    return start_rounds(folder, path, rounds)


def run_catalogues(folder: Path, rounds: int) -> dict[str, list[dict[str, float]]]:
    """Each round's figures of `catalogue_run`, by place, with `client_s` of the place's own client."""
    found: dict[str, list[dict[str, float]]] = {}
    with catalogues(folder) as places:
        for number in range(rounds):
            for place in places:
                home = folder / f"home-many-{place.name}-{number}"
                environ = {**environment_of(home, None), PASSWORD_VARIABLE: place.password}
                command = [sys.executable, "-m", "benchmarks.catalogue_run", place.url, str(TABLES)]
                run = subprocess.run(command, env=environ, cwd=TESTS, stdout=subprocess.PIPE, check=True)
                one = {**json.loads(run.stdout), "client_s": place.client.total_s()}
                found.setdefault(place.name, []).append(one)
    return found


if __name__ == "__main__":
    main()
