"""A person at a terminal: a program that has one, what it writes there, and what is typed."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from helpers.waiting import PATIENCE_S

_OWN_TERMINAL: Final = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored where these tests were started with &
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """The other end of a program's terminal; its standard output goes elsewhere.

    Attributes:
        shown: All that was written to the terminal so far.
    """

    def __init__(self, descriptor: int, process: "subprocess.Popen[bytes]") -> None:
        self._descriptor = descriptor
        self._process = process
        self.shown = ""

    def read_until(self, words: str) -> None:
        """Wait until the program has written that.

        Raises:
            AssertionError: It did not.
        """
        end = time.monotonic() + PATIENCE_S
        while words not in self.shown:
            left = end - time.monotonic()
            has_more = left > 0 and self._read(left)
            assert has_more, f"{words!r} was not written; this was: {self.shown!r}"

    def _read(self, wait_s: float) -> bool:
        if not select.select([self._descriptor], [], [], wait_s)[0]:
            return False
        try:
            data = os.read(self._descriptor, 4096)
        except OSError:  # the program has ended
            return False
        self.shown += data.decode()
        return bool(data)

    def type(self, line: str) -> None:
        """Type a line and Enter."""
        os.write(self._descriptor, f"{line}\n".encode())

    def end(self) -> tuple[int, bytes]:
        """Wait for its end: the exit code, and its standard output."""
        while self._read(PATIENCE_S):
            pass
        assert self._process.stdout is not None
        return self._process.wait(PATIENCE_S), self._process.stdout.read()


@contextmanager
def terminal(command: Sequence[str], environ: Mapping[str, str]) -> Iterator[Terminal]:
    """Start a program at a terminal of its own; killed at the end if it still lives."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _OWN_TERMINAL, *command], stdin=its, stderr=its, stdout=subprocess.PIPE, env=environ
    )
    os.close(its)
    try:
        yield Terminal(ours, process)
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
        os.close(ours)
