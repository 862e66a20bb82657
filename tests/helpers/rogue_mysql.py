"""A server that speaks MySQL's protocol and means no good: it says to each client what a test tells it to say."""

import socket
from collections.abc import Callable, Iterable
from typing import Final

from helpers import mysql_packets as packets
from helpers.rogue import Caller, RogueServer

QUERY: Final = 3

Answer = Callable[[bytes], Iterable[bytes]]
"""From the text of a query to the payloads of its answer."""


class Client(Caller):
    """One connection of a client, at the server's end."""

    def __init__(self, connected: socket.socket) -> None:
        super().__init__(connected)
        self.number = 0

    def send(self, payload: bytes) -> None:
        """Send a payload in as many packets as it takes."""
        self.send_bytes(packets.packet(payload, self.number))
        self.number = (self.number + 1 + len(payload) // packets.LONGEST) % 256

    def read(self) -> bytes:
        """The payload of the client's next packet."""
        head = self.exactly(4)
        self.number = (head[3] + 1) % 256
        return self.exactly(int.from_bytes(head[:3], "little"))

    def let_in(self, **greeting: object) -> bytes:
        """Greet, and accept whoever it is; what the client answered to the greeting."""
        self.send(packets.greeting(**greeting))  # type: ignore[arg-type]
        login = self.read()
        self.send(packets.ok())
        return login

    def serve(self, answer: Answer, version: bytes = b"8.0.40") -> None:
        """Answer queries until the client goes: those with which Lapwing begins by itself, others by `answer`."""
        while True:
            command = self.read()
            if command[:1] != bytes([QUERY]):
                self.send(packets.ok())
                continue
            sql = command[1:]
            if sql.startswith(b"SET "):
                said: Iterable[bytes] = [packets.ok()]
            elif sql.startswith(b"SELECT VERSION()"):
                said = result([b"v"] * 5, [[version, b"shop", b"", b"67108864", b"rogue"]])
            elif sql.startswith(b"SHOW WARNINGS"):
                said = result([b"Level", b"Code", b"Message"], [])
            else:
                said = answer(sql)
            for payload in said:
                self.send(payload)


def result(names: Iterable[bytes], rows: Iterable[Iterable[bytes | None]], end: bytes = packets.EOF) -> list[bytes]:
    """The payloads of a result without DEPRECATE_EOF."""
    columns = [packets.column(name) for name in names]
    return [packets.length(len(columns)), *columns, packets.EOF, *(packets.row(list(row)) for row in rows), end]


class Rogue(RogueServer[Client]):
    """Listens on a port of its own and treats every client in the same way, in a thread."""

    def __init__(self, treat: Callable[[Client], None]) -> None:
        super().__init__(Client, treat)
