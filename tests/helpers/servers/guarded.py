"""A folder of the unprivileged account with programs running in it; both go when the tests end, however they end.

A test that fails, Ctrl+C, `timeout` and even SIGKILL of the tests leave no server and no file behind: `guard.py` sees
the end of its stdin.
"""

import json
import os
import select
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from helpers import unprivileged
from helpers.servers.family import descendants
from helpers.waiting import eventually

GUARD: Final = Path(__file__).with_name("guard.py")
ANSWER_WITHIN_S: Final = 60.0


class ProgramFailed(RuntimeError):
    """A program ended otherwise than it should; its words are in the message."""


class Guarded:
    """A folder and the programs in it. Use it from one thread at a time, or from several: calls take turns.

    Attributes:
        folder: It belongs to `unprivileged.account()` and is short enough for sockets.
        output: The file that holds everything the programs said.
    """

    def __init__(self, prefix: str = "lw-") -> None:
        self.folder = unprivileged.make_folder(prefix)
        self.output = self.folder / "output.log"
        self._turn = threading.Lock()
        self._guard = subprocess.Popen(
            [sys.executable, "-IS", str(GUARD), str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # a Ctrl+C for the tests is not for it: it outlives them by a moment
        )

    def __enter__(self) -> "Guarded":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self, command: Sequence[str | Path], environ: Mapping[str, str] | None = None) -> int:
        """Start a program as the unprivileged account; its pid.

        Raises:
            ProgramFailed: It could not be started.
        """
        words = [os.fspath(part) for part in command]
        asked = {"start": words, "environ": dict(environ or {}), "output": str(self.output)}
        return int(self._ask(asked)["pid"])

    def code(self, pid: int) -> int | None:
        """The exit code of a program that was started here, a signal as a negative number, or None while it runs."""
        found = self._ask({"code": pid})["code"]
        return None if found is None else int(found)

    def run(
        self, command: Sequence[str | Path], environ: Mapping[str, str] | None = None, within_s: float = 120
    ) -> None:
        """Run a program to its end.

        Raises:
            ProgramFailed: It ended with another code than 0.
        """
        pid = self.start(command, environ)
        eventually(lambda: self.code(pid) is not None, within_s)
        if self.code(pid) != 0:
            raise ProgramFailed(f"{command[0]} ended with code {self.code(pid)}:\n{self.said()}")

    def processes(self) -> list[int]:
        """The pids of all that runs here, programs before what they started."""
        return descendants(self._guard.pid)

    def kill(self) -> None:
        """SIGKILL for everything that runs here; returns when it is gone."""
        self._ask({"kill": True})

    def said(self) -> str:
        """What the programs have written to stdout and stderr so far."""
        return self.output.read_text("utf-8", "replace") if self.output.exists() else ""

    def close(self) -> None:
        """End everything and remove the folder. Once is enough, twice does no harm."""
        with self._turn:
            for pipe in (self._guard.stdin, self._guard.stdout):
                if pipe is not None:
                    pipe.close()
            self._guard.wait(ANSWER_WITHIN_S)
        shutil.rmtree(self.folder, ignore_errors=True)  # it is gone, unless the guard itself was killed

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        with self._turn:
            assert self._guard.stdin is not None
            os.write(self._guard.stdin.fileno(), json.dumps(request).encode() + b"\n")
            answer: dict[str, Any] = json.loads(self._line())
        if "refused" in answer:
            raise ProgramFailed(answer["refused"])
        return answer

    def _line(self) -> bytes:
        assert self._guard.stdout is not None
        line, end = b"", time.monotonic() + ANSWER_WITHIN_S
        while not line.endswith(b"\n"):
            ready = select.select([self._guard.stdout], [], [], max(0.0, end - time.monotonic()))[0]
            said = os.read(self._guard.stdout.fileno(), 65536) if ready else b""
            if not said:
                raise ProgramFailed(f"the guard of {self.folder} has {'ended' if ready else 'not answered'}")
            line += said
        return line


def copy_of(folder: Path, into: Path) -> None:
    """Copy a folder with owners, rights and times; disk blocks are shared where the file system can."""
    into.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", "--reflink=auto", folder, into], check=True)
