"""A server that speaks PostgreSQL's protocol (its manual, 55.7) and means no good: it says what a test tells it to."""

import socket
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from helpers.rogue import Caller, RogueServer

SSL_REQUEST: Final = 80877103
CANCEL_REQUEST: Final = 80877102
TEXT_OID: Final = 25
USUAL: Final[Mapping[str, str]] = {
    "server_version": "15.4",
    "server_encoding": "UTF8",
    "client_encoding": "UTF8",
    "standard_conforming_strings": "on",
    "in_hot_standby": "off",
}
READY: Final = b"I"

Answer = Callable[[str], bytes]
"""From the text of a statement to what is sent when it is executed, instead of its rows and its end."""


def message(kind: bytes, payload: bytes = b"", length: int | None = None) -> bytes:
    """A message with its length, or with another one that is told."""
    return kind + struct.pack("!I", len(payload) + 4 if length is None else length) + payload


def error(words: str, sqlstate: str = "XX000", severity: str = "ERROR", kind: bytes = b"E") -> bytes:
    """An error, or with the kind `N` a notice."""
    fields = {"S": severity, "V": severity, "C": sqlstate, "M": words}
    return message(kind, b"".join(f"{name}{text}\0".encode() for name, text in fields.items()) + b"\0")


def authentication(code: int, more: bytes = b"") -> bytes:
    return message(b"R", struct.pack("!I", code) + more)


def parameter(name: str, value: str) -> bytes:
    return message(b"S", f"{name}\0{value}\0".encode())


def columns(names: Sequence[str], form: int = 0) -> bytes:
    """The description of rows, by default of text (format 0)."""
    fields = [name.encode() + b"\0" + struct.pack("!IHIhih", 0, 0, TEXT_OID, -1, -1, form) for name in names]
    return message(b"T", struct.pack("!H", len(names)) + b"".join(fields))


def row(cells: Sequence[bytes | None]) -> bytes:
    packed = [struct.pack("!i", -1) if cell is None else struct.pack("!I", len(cell)) + cell for cell in cells]
    return message(b"D", struct.pack("!H", len(cells)) + b"".join(packed))


def done(tag: str) -> bytes:
    return message(b"C", tag.encode() + b"\0")


class Client(Caller):
    """One connection of a client, at the server's end.

    Attributes:
        asked_for: The first numbers it sent: `SSL_REQUEST`, `CANCEL_REQUEST`, or the protocol's version.
    """

    def __init__(self, connected: socket.socket) -> None:
        super().__init__(connected)
        self.asked_for: list[int] = []

    def begin(self, to_ssl: bytes = b"N") -> None:
        """Read how it begins, up to its start-up message; a wish for TLS is answered so."""
        while True:
            (length,) = struct.unpack("!I", self.exactly(4))
            body = self.exactly(length - 4)
            (code,) = struct.unpack("!I", body[:4])
            self.asked_for.append(code)
            if code != SSL_REQUEST:
                return
            self.send_bytes(to_ssl)

    def read(self) -> tuple[bytes, bytes]:
        """Its next message: its kind and what is in it."""
        kind = self.exactly(1)
        (length,) = struct.unpack("!I", self.exactly(4))
        return kind, self.exactly(length - 4)

    def let_in(self, parameters: Mapping[str, str] = USUAL, with_key: bool = True) -> None:
        """Accept whoever it is."""
        key = message(b"K", struct.pack("!II", 4711, 42)) if with_key else b""
        said = b"".join(parameter(name, value) for name, value in parameters.items())
        self.send_bytes(authentication(0) + said + key + message(b"Z", READY))

    def serve(
        self,
        answer: Answer,
        names: Sequence[str] = ("a",),
        form: int = 0,
        ready: bytes = b"Z\0\0\0\5I",
        first: bytes = b"",
    ) -> None:
        """Answer statements until the client goes: those with which Lapwing begins by itself, others by `answer`."""
        sql = ""
        while True:
            kind, body = self.read()
            is_first = "current_user" in sql
            if kind == b"P":
                sql = body.split(b"\0")[1].decode()
                self.send_bytes(message(b"1"))
            elif kind == b"B":
                self.send_bytes(message(b"2"))
            elif kind == b"D":
                before = message(b"t", b"\0\0") if body[:1] == b"S" else b""
                self.send_bytes(before + (columns(["a"] * 5) if is_first else columns(names, form)))
            elif kind == b"E":
                self.send_bytes((first or _FIRST) if is_first else answer(sql))
            elif kind == b"S":
                self.send_bytes(message(b"Z", READY) if is_first else ready)
            elif kind == b"X":
                return


_FIRST: Final = row([b"me", b"shop", b"public", b"read committed", None]) + done("SELECT 1")


def rows(cells: Iterable[Sequence[bytes | None]]) -> bytes:
    """Rows and their end."""
    packed = [row(each) for each in cells]
    return b"".join(packed) + done(f"SELECT {len(packed)}")


class Rogue(RogueServer[Client]):
    """Listens on a port of its own and treats every client in the same way, in a thread."""

    def __init__(self, treat: Callable[[Client], None]) -> None:
        super().__init__(Client, treat)
