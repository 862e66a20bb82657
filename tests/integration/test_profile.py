"""Two starts on one profile share one process."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers import starter
from helpers.counts import times
from lapwing.domain.errors import LapwingError
from lapwing.gui.profile import HandOverRefused, Profile, ProfileSilent, ProfileUnusable

_TESTS = Path(starter.__file__).parents[1]
_APP = _TESTS.parent / "app"
PATIENCE_S = 60


class Start:
    """One start as a process of its own."""

    def __init__(self, folder: Path, *arguments: str, loop: str = "asyncio", timeout_s: float = 20) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "helpers.starter", str(folder), loop, str(timeout_s), *arguments],
            env=os.environ | {"PYTHONPATH": f"{_APP}{os.pathsep}{_TESTS}"},
            cwd=folder.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def told(self) -> Any:
        """The next thing it says."""
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def end(self) -> int:
        """Ask it to end; its exit code."""
        self.process.communicate("\n", timeout=PATIENCE_S)
        return self.process.returncode

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A runtime folder short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="lw-") as base:
        yield Path(base) / "run"


@pytest.fixture
def starts() -> Iterator[list[Start]]:
    """Whatever is put in it is ended."""
    running: list[Start] = []
    yield running
    for start in running:
        start.process.send_signal(signal.SIGCONT)
        start.kill()


@pytest.fixture
def first(folder: Path, starts: list[Start]) -> Start:
    """A first process that listens."""
    starts.append(Start(folder))
    assert starts[0].told()[0] == "first"
    return starts[0]


@pytest.mark.parametrize("loop", ["asyncio", "qasync"])
def test_a_later_start_has_the_first_process_open_a_window(folder: Path, starts: list[Start], loop: str) -> None:
    first = Start(folder, loop=loop)
    starts.append(first)
    assert first.told() == ["first", first.process.pid]
    for arguments in ([], ["shop.sqlite", "sqlite:///x"], ["odd\udcff\n\u2028 name"]):
        later = Start(folder, *arguments)
        starts.append(later)
        assert later.told() == ["handed over"]
        assert later.end() == 0
        assert first.told() == ["request", arguments, str(folder.parent)]
    assert first.end() == 0
    assert [path.name for path in folder.iterdir()] == ["profile.lock"]


def test_of_many_starts_at_once_exactly_one_is_first(folder: Path, starts: list[Start]) -> None:
    starts += [Start(folder, str(number)) for number in range(times(5, 12))]
    told = [start.told() for start in starts]
    (first,) = [start for start, facts in zip(starts, told, strict=True) if facts[0] == "first"]
    assert sum(facts == ["handed over"] for facts in told) == len(starts) - 1
    asked = [first.told()[1][0] for _ in range(len(starts) - 1)]
    assert {*asked, str(starts.index(first))} == {str(number) for number in range(len(starts))}


def test_a_killed_first_process_is_replaced_by_the_next_start(folder: Path, first: Start, starts: list[Start]) -> None:
    first.kill()
    assert stat.S_ISSOCK((folder / "window.sock").stat().st_mode)
    for _ in range(times(2, 50)):
        heir = Start(folder)
        starts.append(heir)
        assert heir.told()[0] == "first"
        later = Start(folder, "x")
        starts.append(later)
        assert later.told() == ["handed over"]
        heir.kill()


def test_a_first_process_that_hangs_is_told_in_a_sentence(folder: Path, first: Start, starts: list[Start]) -> None:
    first.process.send_signal(signal.SIGSTOP)
    later = Start(folder, timeout_s=0.2)
    starts.append(later)
    kind, code, sentence = later.told()
    assert (kind, code) == ("error", "profile.silent")
    assert f"as process {first.process.pid}" in sentence
    assert later.end() == 1
    assert Profile(folder, timeout_s=0.2).hand_over(["x"], "/") is False


def test_a_first_process_that_does_not_listen_yet_is_waited_for(folder: Path) -> None:
    starting = Profile(folder)
    assert starting.claim()
    assert not Profile(folder).claim()
    with pytest.raises(ProfileSilent, match=f"as process {os.getpid()}"):
        Profile(folder, timeout_s=0.05).enter([], "/")
    starting.release()
    assert Profile(folder, timeout_s=0.05).enter([], "/")


def test_a_defect_while_opening_a_window_is_told_and_the_first_process_goes_on(folder: Path, first: Start) -> None:
    with pytest.raises(HandOverRefused, match="defect"):
        Profile(folder).enter(["defect"], "/")
    assert Profile(folder).hand_over(["fine"], "/")
    assert first.told() == ["request", ["fine"], "/"]


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"{}\n",
        b"[1, 2]\n",
        b"\xff\xfe\n",
        b'{"protocol": 2, "arguments": [], "cwd": "/"}\n',
        b'{"protocol": 1, "arguments": [1], "cwd": "/"}\n',
        b'{"protocol": 1, "arguments": "x", "cwd": "/"}\n',
        b"[" * 100_000 + b"\n",
    ],
)
def test_garbage_is_refused_with_a_reason(folder: Path, first: Start, line: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as peer:
        peer.connect(str(folder / "window.sock"))
        peer.sendall(line)
        answer = json.loads(peer.makefile().readline())
    assert answer["ok"] is False
    assert answer["reason"]
    assert Profile(folder).hand_over([], "/")
    assert first.told() == ["request", [], "/"]


def test_a_line_without_an_end_is_cut_off(folder: Path, first: Start) -> None:
    with socket.socket(socket.AF_UNIX) as peer:
        peer.connect(str(folder / "window.sock"))
        with pytest.raises(ConnectionError):
            peer.sendall(b"x" * 20_000_000)
    assert Profile(folder).hand_over([], "/")
    assert first.told()[0] == "request"


def test_a_peer_that_says_nothing_does_not_hold_up_others(folder: Path, first: Start) -> None:
    with socket.socket(socket.AF_UNIX) as peer:
        peer.connect(str(folder / "window.sock"))
        assert Profile(folder).hand_over([], "/")
        assert first.told()[0] == "request"


def test_more_arguments_than_a_line_holds_are_refused(folder: Path, first: Start) -> None:
    assert first.process.pid
    with pytest.raises(HandOverRefused, match="too many"):
        Profile(folder).enter(["x" * (5 << 20)], "/")


def test_lock_socket_and_folder_are_for_their_owner_alone(folder: Path, first: Start) -> None:
    assert first.process.pid
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "window.sock").stat().st_mode & 0o777 == 0o600
    assert (folder / "profile.lock").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_other_users_are_refused(folder: Path, first: Start) -> None:
    for path in (folder.parent, folder):
        path.chmod(0o755)
    (folder / "window.sock").chmod(0o666)
    asking = (
        "import socket, sys; peer = socket.socket(socket.AF_UNIX); peer.connect(sys.argv[1]);"
        'peer.sendall(b\'{"protocol": 1, "arguments": [], "cwd": "/"}\\n\'); print(peer.recv(100))'
    )
    answer = subprocess.run(
        ["/usr/bin/env", "python3", "-c", asking, str(folder / "window.sock")],
        user="nobody",
        group="nogroup",
        extra_groups=[],
        cwd="/",
        capture_output=True,
        check=False,
        text=True,
    )
    assert "ok" not in answer.stdout
    assert answer.stdout == "b''\n" or "Broken pipe" in answer.stderr or "reset" in answer.stderr, answer
    assert Profile(folder).hand_over(["own"], "/")
    assert first.told() == ["request", ["own"], "/"]


def test_a_folder_of_somebody_elses_is_refused(folder: Path) -> None:
    folder.symlink_to("/")
    with pytest.raises(ProfileUnusable, match="cannot be used"):
        Profile(folder).claim()


def test_a_path_too_long_for_a_socket_works_all_the_same(tmp_path: Path, starts: list[Start]) -> None:
    folder = tmp_path / ("long" * 40) / "run"
    folder.parent.mkdir()
    starts.append(Start(folder))
    assert starts[0].told()[0] == "first"
    assert Profile(folder).hand_over(["x"], "/")
    assert starts[0].told() == ["request", ["x"], "/"]
    assert starts[0].end() == 0


def test_errors_of_the_profile_have_sentences_and_exit_codes() -> None:
    errors: list[LapwingError] = [
        ProfileUnusable(path="/run", reason="Read-only file system"),
        ProfileSilent(process=" as process 7"),
        HandOverRefused(reason="It is closing."),
    ]
    assert [error.exit_code for error in errors] == [1, 1, 1]
    assert str(errors[1]) == "Lapwing already runs on this profile as process 7, but does not answer."
