"""What `make` starts finds a UTF-8 locale, a private run-time folder and a display that answers, or none."""

import locale
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapwing_setup import session

WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("ä")
label.show()
application.processEvents()
print(application.platformName())
"""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of an X display that answers."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as announced:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"],
            pass_fds=[writing],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        number = announced.readline().strip()
    assert number, "Xvfb did not start"
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def dead_display() -> str:
    """A display number at which nobody listens."""
    return ":4077"


@pytest.fixture
def hanging_display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A display that takes connections and never says a word."""
    monkeypatch.setattr(session, "PROBE_TIMEOUT_S", 0.5)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind("\0/tmp/.X11-unix/X4078")
        silent.listen()
        yield ":4078"


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """As bare as it gets: no locale, no run-time folder, no display."""
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}


def opened(environ: dict[str, str]) -> tuple[str, str]:
    """The Qt platform of a window opened in this environment, and what was said on stderr."""
    command = [sys.executable, "-c", WINDOW]
    run = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=True)
    return run.stdout.strip(), run.stderr


@pytest.mark.parametrize("named", [{}, {"LC_ALL": "C"}, {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "xx_YY.UTF-8"}])
def test_qt_opens_without_a_warning_whatever_the_locale(environ: dict[str, str], named: dict[str, str]) -> None:
    assert opened(session.for_window({**environ, **named})) == ("offscreen", "")


def test_qt_opens_on_a_display_that_answers(environ: dict[str, str], display: str) -> None:
    assert opened(session.for_window({**environ, "DISPLAY": display})) == ("xcb", "")


def test_qt_opens_off_the_screen_when_the_display_is_dead(environ: dict[str, str], dead_display: str) -> None:
    assert opened(session.for_window({**environ, "DISPLAY": dead_display})) == ("offscreen", "")


def test_a_display_that_never_answers_is_not_waited_for(environ: dict[str, str], hanging_display: str) -> None:
    assert session.platform_for({**environ, "DISPLAY": hanging_display}) == "offscreen"


def test_a_platform_that_somebody_chose_is_kept_where_it_can_work(
    environ: dict[str, str], display: str, dead_display: str
) -> None:
    chosen = {**environ, "DISPLAY": display}
    assert session.platform_for({**chosen, "QT_QPA_PLATFORM": "xcb"}) == "xcb"
    assert session.platform_for({**chosen, "QT_QPA_PLATFORM": "vnc:size=800x600"}) == "vnc:size=800x600"
    assert session.platform_for({**chosen, "QT_QPA_PLATFORM": "wayland"}) == "offscreen"
    assert session.platform_for({**environ, "DISPLAY": dead_display, "QT_QPA_PLATFORM": "xcb"}) == "offscreen"
    assert session.is_offscreen({"QT_QPA_PLATFORM": "offscreen:configfile=x"})


def test_a_wayland_compositor_is_used_when_it_listens(environ: dict[str, str], tmp_path: Path) -> None:
    environ |= {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}
    assert session.platform_for(environ) == "offscreen"
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        assert session.platform_for(environ) == "wayland"


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ({}, {"LC_CTYPE": "C.UTF-8"}),
        ({"LANG": "C.UTF-8"}, {}),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, {}),
        ({"LC_ALL": "C", "LANG": "C.UTF-8"}, {"LC_ALL": "C.UTF-8"}),
        ({"LC_ALL": "de_XX.ISO-8859-1"}, {"LC_ALL": "C.UTF-8"}),
        ({"LC_CTYPE": "C", "LANG": "C.UTF-8"}, {"LC_CTYPE": "C.UTF-8"}),
    ],
)
def test_only_a_locale_that_will_not_do_is_changed(given: dict[str, str], answer: dict[str, str]) -> None:
    before = locale.setlocale(locale.LC_CTYPE)
    assert session.utf8_locale(given) == answer
    assert locale.setlocale(locale.LC_CTYPE) == before


def test_a_private_runtime_folder_is_kept_and_any_other_is_not(tmp_path: Path) -> None:
    private, shared, link = tmp_path / "private", tmp_path / "shared", tmp_path / "link"
    private.mkdir(mode=0o700)
    shared.mkdir()
    shared.chmod(0o755)
    link.symlink_to(private)
    assert session.runtime_folder(str(private)) == private
    for unfit in (shared, link, tmp_path / "missing", ""):
        ours = session.runtime_folder(str(unfit))
        assert ours not in {shared, link}
        assert session.is_private(str(ours))
        assert len(os.fsencode(ours)) < 40, "sockets below it must stay under 107 bytes"


def test_a_squatted_runtime_folder_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"lapwing-{os.geteuid()}").mkdir()
    (tmp_path / f"lapwing-{os.geteuid()}").chmod(0o777)
    ours = session.runtime_folder("")
    assert ours != tmp_path / f"lapwing-{os.geteuid()}"
    assert session.is_private(str(ours))


def test_a_window_can_reach_no_keyring(environ: dict[str, str]) -> None:
    assert session.for_window(environ)["PYTHON_KEYRING_BACKEND"] == "keyring.backends.fail.Keyring"


def test_a_home_that_cannot_be_written_is_replaced(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "CACHE", tmp_path)
    home = session.basics({**environ, "HOME": "/nonexistent"})["HOME"]
    assert home == str(tmp_path / "home")
    assert os.access(home, os.W_OK)


def test_tests_inherit_nothing_of_the_persons_desktop(environ: dict[str, str], tmp_path: Path) -> None:
    desktop = {
        "DISPLAY": ":0",
        "WAYLAND_DISPLAY": "wayland-0",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus",
        "LAPWING_URL": "sqlite:///precious.sqlite",
        "QT_SCALE_FACTOR": "2",
        "QT_QPA_PLATFORM": "wayland",
        "PYTHONPATH": "/somewhere",
        "XDG_RUNTIME_DIR": "/run/user/1000",
    }
    tmp_path.chmod(0o700)
    given = session.for_tests({**environ, **desktop, "LANG": "C.UTF-8", "CI": "1", "BENCH_JSON": "b.json"}, tmp_path)
    assert {name: given[name] for name in desktop if name in given} == {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    assert (given["CI"], given["BENCH_JSON"]) == ("1", "b.json")
