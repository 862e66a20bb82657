"""Whole journeys of the real program: started as people start it, drawn on a screen, typed into, killed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from helpers.displays import Display, display
from helpers.journals import left_behind
from helpers.processes import is_alive
from helpers.waiting import eventually
from lapwing import paths
from lapwing.gui.journal import Journal


@pytest.fixture
def screen() -> Iterator[Display]:
    with display() as shown:
        yield shown


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO item VALUES (1, 'a');"
        )
    return path


@contextmanager
def window(environment: dict[str, str], *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "lapwing", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def engines_of(process: "subprocess.Popen[str]") -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(pid) for pid in children.read_text(encoding="ascii").split()] if children.exists() else []


INSERT = "INSERT INTO item VALUES (2, 'typed');"


def kept_texts() -> list[str]:
    """What the next start would show."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(left_behind(Path(folder, "journal")))
        texts = [record.text for record in journal.recover().editors.values()]
        journal.close(clean=False)
        return texts


def test_the_tour_prints_rows_and_leaves_pictures(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with window(environment, "--sample", "--tour", str(tmp_path / "tour")) as process:
        said, complained = process.communicate(timeout=120)
    assert process.returncode == 0, complained
    assert len(said.splitlines()) > 10
    assert (tmp_path / "tour" / "lapwing-dark.png").stat().st_size > 20_000
    assert "Traceback" not in complained


def test_what_is_typed_is_run_and_survives_kill_9(screen: Display, shop: Path) -> None:
    with window(screen.environment, str(shop)) as process:
        screen.activate("Query 1")
        screen.type(INSERT)
        eventually(lambda: any(INSERT in text for text in kept_texts()))

        def is_done() -> bool:
            """Pressed again while the tab is not connected yet; the key of the table lets no second row in."""
            if _names(shop) == ["a", "typed"]:
                return True
            screen.keys("ctrl+Return")
            return False

        eventually(is_done, every_s=1.0)
        screen.type(" -- precious words")
        eventually(lambda: any("precious words" in text for text in kept_texts()))
        engines = engines_of(process)
        assert engines
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        eventually(lambda: not any(is_alive(pid) for pid in engines))
        eventually(lambda: not screen.windows("Lapwing"))
    with window(screen.environment) as process:
        screen.activate("Query 1")
        screen.keys("ctrl+Home", "Home")
        screen.type("-- back: ")
        eventually(lambda: any("-- back: INSERT" in text and "precious words" in text for text in kept_texts()))
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    assert _names(shop) == ["a", "typed"], "nothing is run again by itself"
    assert not list(paths.results().iterdir()) if paths.results().exists() else True


def _names(shop: Path) -> list[str]:
    with closing(sqlite3.connect(shop)) as database:
        return [name for (name,) in database.execute("SELECT name FROM item ORDER BY id")]


def test_a_killed_engine_is_noticed_while_the_window_stays(screen: Display, shop: Path) -> None:
    with window(screen.environment, str(shop)) as process:
        screen.activate("Query 1")
        (engine,) = eventually(lambda: engines_of(process))
        os.kill(engine, signal.SIGKILL)
        eventually(lambda: engine not in engines_of(process))
        screen.type("INSERT INTO item VALUES (3, 'after');")
        screen.keys("ctrl+Return")
        eventually(lambda: _names(shop) == ["a", "after"])
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def is_in_sight(screen: Display, found: str) -> bool:
    """Whether a window is wholly on the screen, below its title."""
    left, top, right, bottom = screen.place_of(found)
    return left >= 0 and top > 10 and right <= 1280 and bottom < 800


def test_a_second_start_opens_a_window_in_the_first_process(screen: Display, shop: Path) -> None:
    with window(screen.environment, str(shop)) as first:
        screen.activate("Query 1")
        with window(screen.environment) as second:
            assert second.wait(30) == 0
        eventually(lambda: len(screen.windows("Lapwing")) == 2)
        eventually(lambda: all(is_in_sight(screen, found) for found in screen.windows("Lapwing")))
        done = subprocess.run(
            [sys.executable, "-m", "lapwing", "query", "--url", str(shop), "--format", "json", "SELECT 1 AS one"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert json.loads(done.stdout) == [{"one": 1}]
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(30) == 0
