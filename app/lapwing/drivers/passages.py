"""Passages: how a server is reached that is not reached directly, as through an SSH tunnel.

A driver that takes a socket asks for a connected one. libpq takes none: it connects to a port of 127.0.0.1 (`Meeting`),
where nobody but this process gets in, and keeps the host's own name, so that its certificate is checked as ever.
"""

import os
import select
import socket
import time
from abc import ABC, abstractmethod
from typing import Final

from lapwing.drivers.opening import Opening

LOOPBACK: Final = "127.0.0.1"
_BACKLOG: Final = 16
_MEETING_S: Final = 5.0


class Passage(ABC):
    """Leads from here to hosts as somebody else sees them. Any thread."""

    @property
    @abstractmethod
    def words(self) -> str:
        """What it is and how far it goes, such as `SSH to bastion.example.org`; it is encrypted so far."""

    @abstractmethod
    def lead(self, opening: Opening, near: socket.socket, host: str, port: int) -> None:
        """Lead what is sent into the other end of `near` to that host, and back; the passage closes `near`.

        Blocking; tells the phase `SSH_FORWARD`.

        Args:
            near: A connected socket. It is closed when the far side ends, and the far side when its other end is.

        Raises:
            OpeningFailed: It leads nowhere; `near` is closed.
        """

    def connect(self, opening: Opening, host: str, port: int) -> socket.socket:
        """A connected non-blocking socket whose other end is that host; raises what `lead` raises."""
        ours, near = socket.socketpair()
        try:
            self.lead(opening, near, host, port)
        except BaseException:
            ours.close()
            raise
        ours.setblocking(False)
        return ours


def encryption_through(passage: Passage | None, encryption: str) -> str:
    """How a connection is encrypted, in words; a passage is so up to its far side.

    Args:
        encryption: What was agreed with the server itself; empty: nothing.
    """
    return encryption if passage is None else f"{passage.words}, from there {encryption or 'not encrypted'}"


class Meeting:
    """A port of 127.0.0.1 where sockets of this process are met, and nobody else's.

    Any user of this machine can connect to such a port. Whoever comes is let in only when its address is that of the
    socket which is expected, and two sockets never have the same one at a time; others are closed without a byte.
    """

    def __init__(self) -> None:
        self._listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            self._listening.bind((LOOPBACK, 0))
            self._listening.listen(_BACKLOG)
            self._listening.setblocking(False)
        except OSError:
            self._listening.close()
            raise
        self.port: int = self._listening.getsockname()[1]

    def met(self, fd: int, within_s: float = _MEETING_S) -> socket.socket:
        """The other end of a socket that has begun to connect to `port`. Closes whoever else is there.

        Raises:
            OSError: It does not come, or the meeting is closed.
        """
        with socket.socket(fileno=os.dup(fd)) as expected:
            address = expected.getsockname()
        until = time.monotonic() + within_s
        poll = select.poll()
        poll.register(self._listening, select.POLLIN)
        while poll.poll(max(0.0, until - time.monotonic()) * 1000):
            try:
                came, theirs = self._listening.accept()
            except BlockingIOError:
                continue
            if theirs == address:
                came.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return came
            came.close()
        raise TimeoutError("the connection through the tunnel did not come about on this computer")

    def close(self) -> None:
        """Take nobody any more. May be called twice."""
        self._listening.close()
