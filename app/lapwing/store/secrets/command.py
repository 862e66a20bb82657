"""Secrets that a command prints: password managers, vaults, tokens of a cloud.

The command is a list of words, run without a shell, with the engine's environment, no input and a session of its own,
so that it can ask nothing at the engine's terminal. The first line it prints is the secret, without its line end.

What it writes to stderr is dropped when it succeeds. When it fails, the last line of stderr is shown, since it mostly
says why ("the vault is locked"); whatever it had printed as output by then is taken out of that line.
"""

import contextlib
import os
import selectors
import shlex
import signal
import subprocess
import threading
import time
from typing import IO, Final

from lapwing.domain.secret_errors import SecretCommandFailed
from lapwing.domain.secrets import Secret, redact
from lapwing.domain.visible import visible_text

PATIENCE_S: Final = 30.0
_MOST_BYTES: Final = 1 << 16
_LONGEST_WORDS: Final = 200
_LOOK_S: Final = 0.05
"""How often it is seen whether the command has ended while something else holds its output open."""
_AFTER_EXIT_S: Final = 0.5
"""A program left running by the command may hold its output open for ever."""


class SecretCommands:
    """Runs commands. Any thread."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._guard = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def ask(self, line: str, connection: str) -> Secret:
        """What the command prints.

        Args:
            line: Its words, quoted as for a POSIX shell.
            connection: The connection's name, for errors.

        Raises:
            SecretCommandFailed: It cannot be started, fails, prints nothing that can be used, or takes too long.
        """
        try:
            return self._answer(shlex.split(line))
        except _Failed as failed:
            reason = "Lapwing is ending." if self._closed else str(failed)
            raise SecretCommandFailed(connection=connection, reason=reason) from None

    def close(self) -> None:
        """End what runs, and start nothing any more."""
        with self._guard:
            self._closed = True
            for process in self._running:
                _end(process)

    def _answer(self, words: list[str]) -> Secret:
        process = self._start(words)
        try:
            printed, said, in_time = _listen(process, self._patience_s)
            if not in_time:
                _end(process)
            code = process.wait()
        finally:
            with self._guard:
                self._running.discard(process)
            for stream in _streams(process):
                stream.close()
        if not in_time:
            raise _Failed(f"it took longer than {self._patience_s:g} s and was ended.")
        if code:
            raise _Failed(_why(code, said, printed))
        return _first_line(printed)

    def _start(self, words: list[str]) -> "subprocess.Popen[bytes]":
        with self._guard:
            if self._closed:
                raise _Failed
            try:
                process = subprocess.Popen(
                    words,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    bufsize=0,
                    start_new_session=True,
                )
            except OSError as error:  # the program is not named: somebody may have typed the password in its place
                raise _Failed(f"it cannot be started: {error.strerror or 'the system refuses it'}.") from None
            self._running.add(process)
            return process


class _Failed(Exception):
    """There is no secret; the sentence says why."""


def _streams(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdout is not None
    assert process.stderr is not None
    return process.stdout, process.stderr


def _listen(process: "subprocess.Popen[bytes]", patience_s: float) -> tuple[bytes, bytes, bool]:
    """The first 64 kB of output, those of stderr, and whether the process ended, or closed both, in time."""
    heard = {stream.fileno(): bytearray() for stream in _streams(process)}
    printed, said = heard.values()
    end = time.monotonic() + patience_s
    exited = False
    with selectors.DefaultSelector() as selector:
        for fd in heard:
            selector.register(fd, selectors.EVENT_READ)
        while selector.get_map():
            if not exited and process.poll() is not None:
                exited, end = True, time.monotonic() + _AFTER_EXIT_S
            if time.monotonic() > end:
                break
            for key, _ in selector.select(_LOOK_S):
                data = os.read(key.fd, _MOST_BYTES)
                if not data:
                    selector.unregister(key.fd)
                heard[key.fd] += data[: _MOST_BYTES - len(heard[key.fd])]
    return bytes(printed), bytes(said), exited or _ends(process, end)


def _ends(process: "subprocess.Popen[bytes]", end_s: float) -> bool:
    try:
        process.wait(max(0.0, end_s - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill it and what it started, unless it has ended by itself."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _first_line(printed: bytes) -> Secret:
    line, end, _ = printed.partition(b"\n")
    if end:
        line = line.removesuffix(b"\r")
    elif len(line) == _MOST_BYTES:
        raise _Failed(f"its first line is longer than {_MOST_BYTES >> 10} kB.")
    if not line:
        raise _Failed("the first line that it printed is empty." if end else "it printed nothing.")
    try:
        return Secret(line.decode())
    except UnicodeDecodeError:
        raise _Failed("the first line that it printed is no UTF-8 text.") from None


def _why(code: int, said: bytes, printed: bytes) -> str:
    """Exit code and last line of stderr, without anything that was printed as output."""
    how = f"it ended with exit code {code}" if code > 0 else f"it was ended by signal {-code}"
    lines = [line for line in said.decode(errors="replace").splitlines() if line.strip()]
    if not lines:
        return f"{how}."
    secrets = [Secret(line) for line in printed.decode(errors="replace").splitlines()]
    last = redact(lines[-1].strip(), secrets)
    return f"{how}: {visible_text(last[:_LONGEST_WORDS])}"
