"""MySQL's packets: what frames everything that goes over a connection, and the answers that end a statement.

A packet is three bytes of length (little-endian), a sequence number, and so many bytes of payload; a payload of
0xFFFFFF bytes goes on in the next packet. Sources: dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html and
mariadb.com/kb/en/clientserver-protocol. Everything is checked against what the server may send; lengths are bounded.
"""

import struct
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.mysql.transport import LineGone, Transport

LONGEST: Final = 0xFFFFFF
"""The longest payload that one packet can hold; exactly so long means that another follows."""
HEAD: Final = struct.Struct("<IB")
"""Length and sequence number as one number, and the first byte of the payload."""
STEP: Final = 1 << 24
MASK: Final = 0xFFFFFFFF

COM_QUIT, COM_QUERY, COM_PING = 1, 3, 14

# capability flags: page_protocol__capabilities__flags.html
DEPRECATE_EOF: Final = 1 << 24
# MariaDB's own begin at bit 32: mariadb.com/kb/en/connection/#capabilities
PROGRESS: Final = 1 << 32
EXTENDED_METADATA: Final = 1 << 35

IN_TRANSACTION: Final = 0x0001
AUTOCOMMIT: Final = 0x0002
MORE_RESULTS: Final = 0x0008
NO_BACKSLASH_ESCAPES: Final = 0x0200

_BLOCK_BYTES: Final = 256 * 1024
_ROOM_BYTES: Final = 32 * 1024
"""Less room than this at a block's end, and a new block is begun."""
_PAD_BYTES: Final = 8
"""Behind a block's end, so that a head can be read anywhere in it."""
_ANSWER_BYTES: Final = 64 * 1024
PROGRESS_ERRNO: Final = 0xFFFF
"""Of MariaDB's reports of progress, which look like errors."""


class ProtocolBroken(Exception):
    """What came is not what the protocol allows, or longer than anything that is read here. The text is a sentence."""


class ServerRefused(Exception):
    """The server answered with an error.

    Attributes:
        errno: MySQL's number.
        state: SQLSTATE, empty before the log-in.
        words: The server's.
    """

    def __init__(self, errno: int, state: str, words: str) -> None:
        super().__init__(f"{errno} ({state}): {words}")
        self.errno = errno
        self.state = state
        self.words = words


@dataclass(frozen=True, slots=True)
class Ended:
    """What the server says at the end of a result, or of a statement without one."""

    affected: int = 0
    status: int = 0
    warnings: int = 0
    words: str = ""

    @property
    def has_more(self) -> bool:
        """Whether another result follows."""
        return bool(self.status & MORE_RESULTS)


def read_length(data: bytes | bytearray | memoryview, position: int) -> tuple[int, int]:
    """A length-encoded integer and where it ends.

    Raises:
        ProtocolBroken: There is none.
    """
    try:
        first = data[position]
        if first < 0xFB:
            return first, position + 1
        size = {0xFC: 2, 0xFD: 3, 0xFE: 8}[first]
    except (IndexError, KeyError) as error:
        raise ProtocolBroken("A length in an answer cannot be read.") from error
    end = position + 1 + size
    if end > len(data):
        raise ProtocolBroken("An answer ends within a length.")
    return int.from_bytes(data[position + 1 : end], "little"), end


def read_text(data: bytes, position: int) -> tuple[str, int]:
    """A length-encoded string as text and where it ends; bytes that are no UTF-8 show as escapes.

    Raises:
        ProtocolBroken: There is none.
    """
    length, start = read_length(data, position)
    end = start + length
    if end > len(data):
        raise ProtocolBroken("An answer ends within a text.")
    return data[start:end].decode("utf-8", "backslashreplace"), end


def refusal(payload: bytes) -> ServerRefused:
    """The error in an ERR packet (page_protocol_basic_err_packet.html)."""
    errno = int.from_bytes(payload[1:3], "little")
    has_state = payload[3:4] == b"#"
    state = payload[4:9].decode("ascii", "replace") if has_state else ""
    return ServerRefused(errno, state, payload[9 if has_state else 3 :].decode("utf-8", "backslashreplace"))


def ok_packet(payload: bytes) -> Ended:
    """The facts in an OK packet (page_protocol_basic_ok_packet.html), also in one that stands for EOF.

    Raises:
        ProtocolBroken: It ends too early.
    """
    affected, position = read_length(payload, 1)
    _, position = read_length(payload, position)
    if len(payload) < position + 4:
        raise ProtocolBroken("An answer ends too early.")
    status, warnings = struct.unpack_from("<HH", payload, position)
    rest = payload[position + 4 :]
    if rest and rest[0] == len(rest) - 1:  # MariaDB gives the text a length of its own
        rest = rest[1:]
    return Ended(affected, status, warnings, rest.decode("utf-8", "backslashreplace"))


def end_packet(payload: bytes, capabilities: int) -> Ended:
    """The facts in what ends the rows: an EOF packet, or an OK packet where DEPRECATE_EOF was agreed upon.

    Raises:
        ProtocolBroken: It is none.
    """
    if capabilities & DEPRECATE_EOF:
        return ok_packet(payload)
    if len(payload) != 5:
        raise ProtocolBroken("The end of a result has a length that it cannot have.")
    warnings, status = struct.unpack_from("<HH", payload, 1)
    return Ended(0, status, warnings)


class Wire:
    """Packets over a transport. One thread.

    What is received lies in `block[start:end]`. Blocks are not used again once a part of them was lent: pages of rows
    are views of them.

    Attributes:
        capabilities: What both sides agreed upon.
        expected: The next packet's sequence number, in the place where `HEAD` reads it.
        view: Of the whole block.
        shows_widths: Whether the server writes types of whole numbers with their widths.
    """

    def __init__(self, transport: Transport, capabilities: int) -> None:
        self.transport = transport
        self.capabilities = capabilities
        self.shows_widths = True
        self.expected = 0
        self.start = self.end = 0
        self._lent = False
        self.block = bytearray(_BLOCK_BYTES + _PAD_BYTES)
        self.view = memoryview(self.block)

    def _new_block(self) -> None:
        """Go on in a fresh block, with what has not been used yet at its beginning."""
        rest = self.view[self.start : self.end]
        self.block = bytearray(_BLOCK_BYTES + _PAD_BYTES)
        self.view = memoryview(self.block)
        self.view[: len(rest)] = rest
        self.start, self.end = 0, len(rest)
        self._lent = False

    def lend(self, start: int, end: int) -> memoryview:
        """A part of the block that stays as it is for as long as somebody has it."""
        self._lent = True
        return self.view[start:end]

    def receive_now(self) -> bool:
        """Take in what is there at this moment; whether anything was. Raises `LineGone`."""
        if self.start == self.end and not self._lent:
            self.start = self.end = 0
        if _BLOCK_BYTES - self.end < _ROOM_BYTES:
            self._new_block()
        count = self.transport.read_now(self.view[self.end : _BLOCK_BYTES])
        if count < 0:
            return False
        self.end += count
        return True

    def receive(self) -> None:
        """Take in what comes, at least one byte. Raises `LineGone`, and what waiting raises."""
        while not self.receive_now():
            self.transport.wait(self.transport.fd, to_write=False)

    def command(self, code: int, payload: bytes = b"") -> None:
        """Send one command; its answer is to be read to the end before the next.

        Raises:
            LineGone: It cannot be sent; with the server's last words where it left some.
        """
        self.expected = 0
        data = bytes([code]) + payload
        try:
            for first in range(0, len(data) + 1, LONGEST):
                part = data[first : first + LONGEST]
                head = (len(part) | self.expected).to_bytes(4, "little")
                self.expected = (self.expected + STEP) & MASK
                self.transport.send(head + part)
        except LineGone as gone:
            raise self.last_words(gone) from gone

    def last_words(self, gone: LineGone) -> LineGone:
        """Why the server closed the connection, if it said so before."""
        try:
            while self.receive_now():
                pass
        except LineGone:
            pass  # what came before the end is in the block all the same
        payload = bytes(self.view[self.start + 4 : self.end])
        return LineGone(f"{refusal(payload).words}.") if payload[:1] == b"\xff" and len(payload) > 3 else gone

    def packet(self, most_bytes: int = _ANSWER_BYTES) -> bytes:
        """The payload of the next packet; MariaDB's reports of progress are passed over.

        Raises:
            ServerRefused: It is an error.
            ProtocolBroken: It is longer than `most_bytes`, or out of order.
            LineGone: It does not come.
        """
        while True:
            payload = bytes(self.payload(most_bytes))
            if payload[:1] != b"\xff":
                return payload
            error = refusal(payload)
            if error.errno != PROGRESS_ERRNO:
                raise error

    def payload(self, most_bytes: int, kept_bytes: int | None = None) -> bytearray:
        """The payload of the next packet and of those that go on with it; raises what `packet` raises for that.

        Args:
            kept_bytes: About so much of it is wanted; None: all.
        """
        whole = bytearray()
        taken = 0
        while True:
            size = self._head()
            taken += size
            if taken > most_bytes:
                raise ProtocolBroken(f"It announces an answer of more than {most_bytes:,} bytes.")
            missing = size
            while missing:
                if self.start == self.end:
                    self.receive()
                part = min(missing, self.end - self.start)
                if kept_bytes is None or len(whole) < kept_bytes:
                    whole += self.view[self.start : self.start + part]
                self.start += part
                missing -= part
            if size < LONGEST:
                return whole

    def _head(self) -> int:
        """The next packet's length; its head is taken."""
        while self.end - self.start < 4:
            self.receive()
        head = int.from_bytes(self.view[self.start : self.start + 4], "little")
        size, number = head & LONGEST, head & ~LONGEST
        if number != self.expected:
            raise self._out_of_order(size)
        self.expected = (number + STEP) & MASK
        self.start += 4
        return size

    def _out_of_order(self, size: int) -> Exception:
        """Either the server's farewell, which it sends with whatever number, or nonsense."""
        farewell = bytes(self.view[self.start + 4 : min(self.end, self.start + 4 + size)])
        if farewell[:1] == b"\xff" and len(farewell) > 3:
            return LineGone(f"{refusal(farewell).words}.")
        return ProtocolBroken("Its packets are out of order.")

    def close(self) -> None:
        """Say farewell, if that can be done without waiting, and close."""
        if self.transport.fd >= 0:
            self.transport.send_now(b"\x01\0\0\0\x01")
        self.transport.close()
