"""A screen of its own for tests: Xvfb with a window manager, and a hand on its keyboard."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from helpers.waiting import eventually

PROGRAMS = ("Xvfb", "openbox", "xdotool")


@dataclass(frozen=True)
class Display:
    """A running X server, 1280 x 800."""

    name: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to draw on it."""
        kept = {key: value for key, value in os.environ.items() if key not in {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
        return {**kept, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def _do(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def windows(self, title: str) -> list[str]:
        """Ids of the visible windows whose title holds `title`."""
        return self._do("search", "--onlyvisible", "--name", title).split()

    def place_of(self, window: str) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of a window without its frame, in pixels. The pointer goes to its corner, since
        `getwindowgeometry` counts the frame twice."""
        self._do("mousemove", "--window", window, "0", "0")
        told = self._do("getmouselocation", "--shell", "getwindowgeometry", "--shell", window).split()
        at: dict[str, int] = {}
        for line in told:
            name, _, value = line.partition("=")
            at.setdefault(name, int(value))  # the pointer's X and Y come first
        return at["X"], at["Y"], at["X"] + at["WIDTH"], at["Y"] + at["HEIGHT"]

    def activate(self, title: str) -> None:
        """Give a window the keyboard, as soon as it is there; asked again while the window manager is not ready."""

        def is_active() -> bool:
            found = self.windows(title)
            if not found:
                return False
            self._do("windowactivate", found[0])
            return self._do("getactivewindow") == found[0] == self._do("getwindowfocus")

        eventually(is_active, every_s=0.1)

    def keys(self, *keys: str) -> None:
        """Press keys such as `ctrl+Return`, one after the other."""
        self._do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self._do("type", "--delay", "4", "--", text)


def missing_programs() -> list[str]:
    """Which of the programs that a display needs are not installed."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


@contextmanager
def display() -> Iterator[Display]:
    """A display that ends with the block. Where programs are missing, the test fails in CI and is skipped elsewhere."""
    if missing := missing_programs():
        sentence = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    shown = Display(f":{number}")
    managers: list[subprocess.Popen[bytes]] = []
    try:
        eventually(lambda: _is_managed(shown, managers), every_s=0.1)
        yield shown
    finally:
        for process in (*managers, server):
            process.terminate()
            process.wait()


def _is_managed(shown: Display, managers: "list[subprocess.Popen[bytes]]") -> bool:
    """Whether a window manager is at work on the display; one that did not get hold of it is started anew."""
    if not managers or managers[-1].poll() is not None:
        managers.append(subprocess.Popen(["openbox"], env=shown.environment, stderr=subprocess.DEVNULL))
    asked = subprocess.run(["xdotool", "get_num_desktops"], env=shown.environment, capture_output=True, check=False)
    return asked.returncode == 0
