"""How `helpers.proxy` passes bytes: a connection is a `Passage` with a `Lane` in each direction."""

import errno
import math
import select
import socket
import struct
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Address = tuple[str, int] | Path
End = Literal["close", "reset"]

CHUNK_BYTES: Final = 65_536
HELD_BYTES: Final = 4 * CHUNK_BYTES
"""What a lane reads ahead of what it may pass on; beyond it the sender feels that nothing moves."""
KEPT_BYTES: Final = 32 * 1024 * 1024
"""What is kept of each direction of a connection for `seen`."""
_TURNS_A_SECOND: Final = 50
_RESET_AT_CLOSE: Final = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True)
class Conduct:
    """How bytes are passed in one direction; as they come, if nothing is said.

    Raises:
        ValueError: A piece or a rate is below one.
    """

    stall: Literal["", "unread", "swallowed"] = ""
    """`unread`: nothing is read and nothing passed on, so the sender's buffers fill; all comes when it is healed.
    `swallowed`: everything is read and lost for good."""
    delay_s: float = 0.0
    """How long each byte is kept back."""
    bytes_per_s: int | None = None
    piece_bytes: int | None = None
    """At most so many bytes are given to the kernel at once. A receiver that is slow may find several together."""
    cut_after_bytes: int | None = None
    """After so many bytes of the connection both its ends are cut; at once, when they have passed."""
    cut_by: End = "close"
    """`close` (FIN; what is sent afterwards is answered by a reset, as by any closed socket), or `reset` (RST; a Unix
    socket has none, its ends find it closed)."""
    corrupt_byte: int | None = None
    """The position of a byte of which the lowest bit is turned over."""

    def __post_init__(self) -> None:
        for name, value in (("bytes_per_s", self.bytes_per_s), ("piece_bytes", self.piece_bytes)):
            if value is not None and value < 1:
                raise ValueError(f"{name} has to be at least 1, not {value}.")


PASS: Final = Conduct()


class Passage:
    """One connection through the proxy.

    Attributes:
        number: Its place among all that came, the first being 1.
        to_server, to_client: Its two directions.
        is_open: Whether neither end has been closed by the proxy; half-closed connections are open.
    """

    def __init__(self, number: int, client: socket.socket) -> None:
        self.number = number
        self.is_open = True
        self.to_server = Lane(self)
        self.to_client = Lane(self)
        self._client = _made_ready(client)
        self._server: socket.socket | None = None

    def connect(self, address: Address) -> None:
        """Connect on to the server, once; a server that refuses resets the client."""
        if self._server is not None or not self.is_open:
            return
        family, to = (socket.AF_UNIX, str(address)) if isinstance(address, Path) else (socket.AF_INET, address)
        self._server = _made_ready(socket.socket(family, socket.SOCK_STREAM))
        if self._server.connect_ex(to) not in (0, errno.EINPROGRESS):
            self.end("reset")
            return
        self.to_server.join(self._client, self._server)
        self.to_client.join(self._server, self._client)

    def end(self, how: End) -> None:
        """Close both sockets, in order or with a reset."""
        if self.is_open:
            self.is_open = False
            for end in filter(None, (self._client, self._server)):
                if how == "reset":
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
                else:
                    _empty(end)
                end.close()

    def end_if_over(self) -> None:
        """Close it when both sides have said that they are at their end."""
        if self.to_server.is_over and self.to_client.is_over:
            self.end("close")


class Lane:
    """One direction of a connection.

    Attributes:
        conduct: How it behaves at present.
        taken: Bytes read from the sender.
        passed: Bytes given to the receiver.
        is_over: The sender's end of stream was passed on.
    """

    def __init__(self, passage: Passage) -> None:
        self.conduct = PASS
        self.taken = 0
        self.passed = 0
        self.is_over = False
        self._passage = passage
        self._source: socket.socket | None = None
        self._sink: socket.socket | None = None
        self._held: deque[tuple[float, bytes]] = deque()  # when it is due, and the bytes; none for the end of stream
        self._held_bytes = 0
        self._has_ended = False
        self._next_write = 0.0
        self._kept = bytearray()

    def join(self, source: socket.socket, sink: socket.socket) -> None:
        """Pass from one socket to the other from now on."""
        self._source, self._sink = source, sink

    def seen(self) -> bytes:
        """Every byte that the sender sent and the proxy read.

        Raises:
            OverflowError: It was more than `KEPT_BYTES`.
        """
        if self.taken > len(self._kept):
            raise OverflowError(f"{self.taken} bytes went through, and only {KEPT_BYTES} are kept.")
        return bytes(self._kept)

    def wish(self, wanted: dict[int, int], now: float) -> float | None:
        """Add the events it waits for; how many seconds until it wants to be moved anyway, or None."""
        if self._source is None or self._sink is None:
            return None
        if self._may_read():
            wanted[self._source.fileno()] = wanted.get(self._source.fileno(), 0) | select.POLLIN
        if self._is_cut():
            return 0.0
        wait = self._wait_s(now)
        if wait == 0:
            wanted[self._sink.fileno()] = wanted.get(self._sink.fileno(), 0) | select.POLLOUT
            return None
        return wait

    def move(self, ready: dict[int, int], now: float) -> None:
        """Cut, read and write as the conduct tells and the sockets allow."""
        if self._source is None or self._sink is None or not self._passage.is_open:
            return
        if self._is_cut():
            self._passage.end(self.conduct.cut_by)
            return
        try:
            if ready.get(self._source.fileno(), 0) & ~select.POLLOUT and self._may_read():
                self._read(self._source, now)
            if self.conduct.stall == "swallowed":
                self._swallow()
            if self._wait_s(now) == 0:
                self._write(self._sink, now)
        except BlockingIOError:
            return  # it was not ready after all
        except OSError:
            self._passage.end("reset")  # what one end did to us, the other end shall feel
            return
        self._passage.end_if_over()

    def _may_read(self) -> bool:
        return not self._has_ended and self.conduct.stall != "unread" and self._held_bytes < HELD_BYTES

    def _is_cut(self) -> bool:
        return self.conduct.cut_after_bytes is not None and self.passed >= self.conduct.cut_after_bytes

    def _wait_s(self, now: float) -> float | None:
        """Seconds until it may write; None when there is nothing to write or it must not."""
        if not self._held or self.conduct.stall:
            return None
        return max(0.0, self._held[0][0] - now, self._next_write - now)

    def _read(self, source: socket.socket, now: float) -> None:
        data = source.recv(CHUNK_BYTES)
        self.taken += len(data)
        self._kept += data[: KEPT_BYTES - len(self._kept)]
        self._has_ended = not data
        self._held.append((now + self.conduct.delay_s, data))
        self._held_bytes += len(data)

    def _swallow(self) -> None:
        """Forget all bytes; the end of the stream is still passed on when it is healed."""
        self._held = deque((due, data) for due, data in self._held if not data)
        self._held_bytes = 0

    def _write(self, sink: socket.socket, now: float) -> None:
        due, data = self._held[0]
        if not data:
            self._held.popleft()
            self.is_over = True
            sink.shutdown(socket.SHUT_WR)
            return
        given = self._corrupted(data[: self._most()])
        self.passed += len(given)  # before: who has read them may look at once
        sent = 0
        try:
            sent = sink.send(given)
        finally:
            self.passed -= len(given) - sent
        self._held_bytes -= sent
        if sent == len(data):
            self._held.popleft()
        else:
            self._held[0] = (due, data[sent:])
        if self.conduct.bytes_per_s is not None:
            self._next_write = now + sent / self.conduct.bytes_per_s

    def _most(self) -> int:
        """How many bytes may be written at once."""
        conduct, most = self.conduct, CHUNK_BYTES
        if conduct.piece_bytes is not None:
            most = min(most, conduct.piece_bytes)
        if conduct.bytes_per_s is not None:
            most = min(most, math.ceil(conduct.bytes_per_s / _TURNS_A_SECOND))
        if conduct.cut_after_bytes is not None:
            most = min(most, conduct.cut_after_bytes - self.passed)
        return most

    def _corrupted(self, data: bytes) -> bytes:
        place = -1 if self.conduct.corrupt_byte is None else self.conduct.corrupt_byte - self.passed
        if not 0 <= place < len(data):
            return data
        return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def _empty(end: socket.socket) -> None:
    """Read what has arrived: closing a socket with unread bytes would send a reset."""
    try:
        while end.recv(CHUNK_BYTES):
            pass
    except OSError:
        return  # there is no more, or it is broken already


def _made_ready(end: socket.socket) -> socket.socket:
    end.setblocking(False)
    if end.family == socket.AF_INET:
        end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return end
