"""A connected socket, plain or with TLS, that never blocks by itself: who uses it decides how it waits."""

import ipaddress
import select
import socket
import ssl
import struct
from typing import Final, Protocol

from lapwing.drivers.sockets import shut

_NOTHING_YET: Final = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)


class LineGone(Exception):
    """The connection is of no more use: closed by the other side, broken, or given up. The text is a sentence."""


class Waiter(Protocol):
    """Waits until a descriptor is ready, outside the interpreter's lock; raises to end whatever is under way."""

    def __call__(self, fd: int, *, to_write: bool) -> None: ...


def poll(fd: int, timeout_s: float | None, *, to_write: bool = False) -> bool:
    """Whether a descriptor became ready within so many seconds; None: wait for as long as it takes."""
    waiting = select.poll()
    waiting.register(fd, select.POLLOUT if to_write else select.POLLIN)
    return bool(waiting.poll(None if timeout_s is None else max(0.0, timeout_s) * 1000))


class Transport:
    """Sends and receives bytes. One thread, but for `shut`.

    Attributes:
        wait: How to wait; may be exchanged at any time.
        tls: The encrypted socket, or None.
    """

    def __init__(self, connected: socket.socket, wait: Waiter, *, is_led: bool = False) -> None:
        """Use a socket, which may be one that `is_led` on to somewhere else by a passage."""
        connected.setblocking(False)
        self._socket = connected
        self.wait = wait
        self.tls: ssl.SSLSocket | None = None
        self._is_led = is_led
        self.is_unix = not is_led and connected.family == getattr(socket, "AF_UNIX", None)

    @property
    def fd(self) -> int:
        """Its descriptor; -1 when it is closed."""
        return self._socket.fileno()

    @property
    def peer_pid(self) -> int | None:
        """The process that listens at the other end of a Unix socket, where the system tells (man 7 unix)."""
        option = getattr(socket, "SO_PEERCRED", None)
        if not self.is_unix or option is None:
            return None
        pid: int = struct.unpack("3i", self._socket.getsockopt(socket.SOL_SOCKET, option, struct.calcsize("3i")))[0]
        return pid or None

    @property
    def is_here(self) -> bool:
        """Whether the other end is on this machine, as far as the socket tells."""
        if self.is_unix:
            return True
        try:
            peer = self._socket.getpeername()
        except OSError:
            return False
        return not self._is_led and isinstance(peer, tuple) and ipaddress.ip_address(peer[0].split("%")[0]).is_loopback

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read what is sent."""
        return self.tls is not None or self.is_unix

    def encrypt(self, context: ssl.SSLContext, server_name: str | None) -> None:
        """Negotiate TLS.

        Raises:
            ssl.SSLError: It did not come about.
            LineGone: The other side closed the connection.
        """
        try:
            self._socket.getpeername()  # wrapping a socket that was reset leaves its descriptor to the collector
            wrapped = context.wrap_socket(self._socket, server_hostname=server_name, do_handshake_on_connect=False)
        except ssl.SSLError:
            raise
        except OSError as error:
            raise LineGone(_sentence(error)) from error
        self._socket = self.tls = wrapped
        while True:
            try:
                wrapped.do_handshake()
            except ssl.SSLWantReadError:
                self.wait(self.fd, to_write=False)
            except ssl.SSLWantWriteError:
                self.wait(self.fd, to_write=True)
            except ssl.SSLError:
                raise
            except OSError as error:
                raise LineGone(_sentence(error)) from error
            else:
                return

    def read_now(self, into: memoryview) -> int:
        """Take in what is there at this moment; how many bytes, -1 when nothing is there yet.

        Raises:
            LineGone: No more will come.
        """
        try:
            count = self._socket.recv_into(into)
        except _NOTHING_YET:
            return -1
        except OSError as error:
            raise LineGone(_sentence(error)) from error
        if not count:
            raise LineGone("The server closed it.")
        return count

    def read(self, into: memoryview) -> int:
        """Take in what comes, at least one byte; raises what `read_now` and waiting raise."""
        while (count := self.read_now(into)) < 0:
            self.wait(self.fd, to_write=False)
        return count

    def send(self, data: bytes | memoryview) -> None:
        """Send all of it; raises what `read_now` and waiting raise."""
        rest = memoryview(data)
        while rest:
            sent = self._send_now(rest)
            if sent:
                rest = rest[sent:]
            else:
                self.wait(self.fd, to_write=True)

    def send_now(self, data: bytes) -> None:
        """Send what can be sent without waiting; nobody hears when it cannot."""
        try:
            self._send_now(memoryview(data))
        except LineGone:
            return  # it is closed already, which is all that a farewell is for

    def _send_now(self, data: memoryview) -> int:
        try:
            return self._socket.send(data)
        except _NOTHING_YET:
            return 0
        except OSError as error:
            raise LineGone(_sentence(error)) from error

    def shut(self) -> None:
        """Close for both directions, so that whoever waits wakes. Any thread."""
        if self.fd >= 0:
            shut(self.fd)

    def close(self) -> None:
        """Let go of the socket. May be called twice."""
        self._socket.close()


def _sentence(error: OSError) -> str:
    """What the system, or OpenSSL, says."""
    said = getattr(error, "reason", None) if isinstance(error, ssl.SSLError) else error.strerror
    return f"{said or error}."
