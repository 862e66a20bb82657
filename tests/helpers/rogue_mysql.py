"""A server that speaks MySQL's protocol and means no good: it says to each client what a test tells it to say."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Final, Self

from helpers import mysql_packets as packets

HOST: Final = "127.0.0.1"
QUERY: Final = 3
_PATIENCE_S: Final = 30.0

Answer = Callable[[bytes], Iterable[bytes]]
"""From the text of a query to the payloads of its answer."""


class Gone(Exception):
    """The client has closed the connection."""


class Client:
    """One connection of a client, at the server's end.

    Attributes:
        heard: Everything that it sent, as it came.
    """

    def __init__(self, connected: socket.socket) -> None:
        connected.settimeout(_PATIENCE_S)
        self._socket = connected
        self.number = 0
        self.heard = b""

    def send_bytes(self, data: bytes) -> None:
        """Send this, whatever it is."""
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise Gone from error

    def send(self, payload: bytes) -> None:
        """Send a payload in as many packets as it takes."""
        self.send_bytes(packets.packet(payload, self.number))
        self.number = (self.number + 1 + len(payload) // packets.LONGEST) % 256

    def read(self) -> bytes:
        """The payload of the client's next packet."""
        head = self._exactly(4)
        self.number = (head[3] + 1) % 256
        return self._exactly(int.from_bytes(head[:3], "little"))

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            try:
                part = self._socket.recv(count - len(data))
            except OSError as error:
                raise Gone from error
            if not part:
                raise Gone
            data += part
            self.heard += part
        return data

    def encrypt(self, certificate: str, key: str) -> None:
        """Shake hands as the server."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        try:
            self._socket = context.wrap_socket(self._socket, server_side=True)
        except OSError as error:
            raise Gone from error

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

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def result(names: Iterable[bytes], rows: Iterable[Iterable[bytes | None]], end: bytes = packets.EOF) -> list[bytes]:
    """The payloads of a result without DEPRECATE_EOF."""
    columns = [packets.column(name) for name in names]
    return [packets.length(len(columns)), *columns, packets.EOF, *(packets.row(list(row)) for row in rows), end]


class Rogue:
    """Listens on a port of its own and treats every client in the same way, in a thread.

    Attributes:
        clients: Those that came, in order.
        failures: What went wrong in `treat`, other than clients going away.
    """

    def __init__(self, treat: Callable[[Client], None]) -> None:
        self._treat = treat
        self._listening = socket.create_server((HOST, 0))
        self.port: int = self._listening.getsockname()[1]
        self.clients: list[Client] = []
        self.failures: list[BaseException] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        thread = threading.Thread(target=self._accept, daemon=True)
        thread.start()
        self._threads.append(thread)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for client in self.clients:
            client.close()
        for thread in self._threads:
            thread.join(_PATIENCE_S)
        assert not self.failures, self.failures

    @property
    def heard(self) -> bytes:
        """Everything that any client sent."""
        return b"".join(client.heard for client in self.clients)

    def _accept(self) -> None:
        while True:
            try:
                connected, _ = self._listening.accept()
            except OSError:
                return
            client = Client(connected)
            self.clients.append(client)
            thread = threading.Thread(target=self._meet, args=(client,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _meet(self, client: Client) -> None:
        try:
            self._treat(client)
        except Gone:
            return
        except BaseException as error:
            self.failures.append(error)
        finally:
            client.close()
