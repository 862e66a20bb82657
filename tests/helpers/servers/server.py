"""What all servers of the tests have in common: started, stopped, killed and frozen as real ones are."""

import os
import signal
from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Final, Self

from helpers.certificates import Certificates
from helpers.servers.family import state
from helpers.servers.guarded import Guarded, ProgramFailed
from helpers.servers.login import Login
from helpers.servers.ports import HOST, free_port
from helpers.waiting import eventually

TRIES: Final = 5
"""Ports to try: somebody may take one between our looking and the server's listening."""


class Server(ABC):
    """A server of its own in a folder of its own. Ended and removed by `close`, and when the tests end in any way.

    Attributes:
        host: Where it listens by TCP: 127.0.0.1.
        port: The same as long as it lives, also after `restart`.
        folder: Where its files are; it belongs to the unprivileged account.
        certificates: The authority to trust and the identities of clients.
        logins: Who can log in, by user name; which each is for is said where the server's accounts are made.
    """

    host: Final = HOST
    environ: Mapping[str, str] = MappingProxyType({})

    def __init__(self, certificates: Certificates, logins: Mapping[str, Login]) -> None:
        self.certificates = certificates
        self.logins = logins
        self.port = 0
        self._guarded = Guarded()
        self.folder = self._guarded.folder
        self._pid: int | None = None
        self._made = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    @abstractmethod
    def socket(self) -> Path:
        """The Unix socket it listens on."""

    @abstractmethod
    def _command(self) -> list[str | Path]:
        """What to start, listening on `self.port`."""

    @abstractmethod
    def _answers(self) -> bool:
        """Whether it accepts sessions; False while it is starting."""

    @abstractmethod
    def _ask_to_stop(self, pid: int, immediately: bool) -> None:
        """Send it the signal for it."""

    @property
    def pid(self) -> int | None:
        """The server's own process, or None when it is not running."""
        if self._pid is not None and self._guarded.code(self._pid) is not None:
            self._pid = None
        return self._pid

    def start(self) -> None:
        """Start it; returns when sessions are accepted. Nothing happens when it runs.

        Raises:
            ProgramFailed: It ended at once; the message holds its log.
        """
        if self.pid is not None:
            return
        fixed, said_before = self.port, len(self.log())
        for _ in range(TRIES):
            self.port = fixed or free_port()
            self._pid = self._guarded.start(self._command(), self.environ)
            if eventually(lambda: self._outcome(), within_s=120) == "ready":
                return
            if fixed or "ddress already in use" not in self.log()[said_before:]:
                break
            self.port = 0
        raise ProgramFailed(f"{type(self).__name__} ended instead of starting:\n{self.log()[said_before:]}")

    def stop(self, *, immediately: bool = False) -> None:
        """Shut it down in order: sessions are ended, clients hear of it. `immediately`: as quickly as it can.

        Returns when it is gone.
        """
        pid = self.pid
        if pid is None:
            return
        self.resume()
        self._ask_to_stop(pid, immediately)
        eventually(lambda: self.pid is None and not self.processes(), within_s=60)

    def kill(self) -> None:
        """SIGKILL for it and all its processes, as if the machine had lost power; the kernel closes its sockets."""
        self._guarded.kill()
        self._pid = None

    def restart(self) -> None:
        """Stop and start it on the same port and files."""
        self.stop()
        self.start()

    def suspend(self, pid: int | None = None) -> None:
        """SIGSTOP for everything it runs, or for one of its processes. Returns when they stand still.

        The kernel still accepts connections and takes bytes for it; nobody answers.
        """
        stopped: set[int] = set()
        while found := set(self.processes() if pid is None else [pid]) - stopped:
            for one in found:
                _signal(one, signal.SIGSTOP)
                eventually(partial(_stands_still, one))
            stopped |= found

    def resume(self, pid: int | None = None) -> None:
        """SIGCONT for everything, or for one process."""
        for one in self.processes() if pid is None else [pid]:
            _signal(one, signal.SIGCONT)

    def processes(self) -> list[int]:
        """The pids of everything it runs, the server's own first."""
        return self._guarded.processes()

    def log(self) -> str:
        """All that it has written to its log since it was made."""
        return self._guarded.said()

    def close(self) -> None:
        """End it and remove its folder."""
        self._guarded.close()
        self._pid = None

    def _new_name(self) -> str:
        self._made += 1
        return f"test_{self._made}"

    def _outcome(self) -> str:
        """`ready`, `ended`, or nothing yet."""
        if self.pid is None:
            return "ended"
        return "ready" if self._answers() else ""


def _stands_still(pid: int) -> bool:
    """Whether it is stopped, or has ended; its parent cannot reap it then, being stopped itself."""
    return state(pid) in ("T", "t", "Z", "X", "")


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return  # it ended meanwhile, which is as still as it gets
