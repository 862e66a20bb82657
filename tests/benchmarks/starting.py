"""From the start of a program to a window that a person can use, beside another program on the same screen.

Both open the same SQLite file on an X server of their own (Xvfb with openbox).
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers.displays import Display, display

TITLES = {"lapwing": "Lapwing", "sqlitebrowser": "DB Browser"}
_STILL_S = 0.15
"""A program that has used no time of the processor for so long is ready and waits for a person."""
_GIVEN_UP_S = 60.0
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Started:
    """One start. Times are seconds from the start of the process.

    Attributes:
        shown_s: When its window was on the screen.
        usable_s: When it, and all that it had started, had no more to do.
        cpu_s: Time of the processor until then.
    """

    shown_s: float
    usable_s: float
    cpu_s: float


def can_compare() -> bool:
    """Whether the other program and a screen can be had here."""
    return all(shutil.which(program) for program in ("sqlitebrowser", "Xvfb", "openbox", "xdotool"))


def start_rounds(folder: Path, database: Path, rounds: int) -> list[dict[str, float]]:
    """Each round's figures: `lapwing_shown_s`, `lapwing_usable_s`, `lapwing_cpu_s`, and those of sqlitebrowser."""
    found = []
    with display() as screen:
        for number in range(-1, rounds):  # the first one warms the file cache
            one: dict[str, float] = {}
            programs = list(_programs(database))
            for name, command in programs if number % 2 else reversed(programs):
                home = folder / f"home-{name}-{max(number, 0)}"
                home.mkdir(exist_ok=True)
                started = _started(screen, command, TITLES[name], {"HOME": str(home), "LAPWING_HOME": str(home)})
                one |= {f"{name}_shown_s": started.shown_s, f"{name}_usable_s": started.usable_s}
                one[f"{name}_cpu_s"] = started.cpu_s
            if number >= 0:
                found.append(one)
    return found


def _programs(database: Path) -> Iterator[tuple[str, list[str]]]:
    yield "lapwing", [sys.executable, "-m", "lapwing", str(database)]
    yield "sqlitebrowser", ["sqlitebrowser", str(database)]


def _started(screen: Display, command: list[str], title: str, environ: Mapping[str, str]) -> Started:
    kept = {name: value for name, value in screen.environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began_s = time.monotonic()
    with subprocess.Popen(
        command, env={**kept, **environ}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while not screen.windows(title):  # `xdotool search --sync` looks only twice a second
                if time.monotonic() - began_s > _GIVEN_UP_S:
                    raise SystemExit(f"{command[0]} shows no window.")
                time.sleep(0.01)
            shown_s = time.monotonic() - began_s
            cpu_s, last_s = _cpu_s(process.pid), time.monotonic()
            while time.monotonic() - last_s < _STILL_S:
                time.sleep(0.01)
                now_s = _cpu_s(process.pid)
                if now_s > cpu_s:
                    cpu_s, last_s = now_s, time.monotonic()
            return Started(shown_s, last_s - began_s, cpu_s)
        finally:
            process.terminate()


def _cpu_s(pid: int) -> float:
    """Time of the processor that a process and those that it started have used (man 5 proc, fields 14 and 15)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS + sum(_cpu_s(int(child)) for child in children)
