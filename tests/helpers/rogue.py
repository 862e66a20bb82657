"""A server that means no good: it takes clients on a port of its own, and says to each what a test tells it to say."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Final, Generic, Self, TypeVar

HOST: Final = "127.0.0.1"
_PATIENCE_S: Final = 30.0


class Gone(Exception):
    """The client has closed the connection."""


class Caller:
    """One connection of a client, at the server's end.

    Attributes:
        heard: Everything that it sent, as it came; what came encrypted, as it was meant.
    """

    def __init__(self, connected: socket.socket) -> None:
        connected.settimeout(_PATIENCE_S)
        self._socket = connected
        self.heard = b""

    def send_bytes(self, data: bytes) -> None:
        """Send this, whatever it is.

        Raises:
            Gone
        """
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise Gone from error

    def exactly(self, count: int) -> bytes:
        """The client's next so many bytes.

        Raises:
            Gone
        """
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
        """Shake hands as the server.

        Raises:
            Gone
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        try:
            self._socket = context.wrap_socket(self._socket, server_side=True)
        except OSError as error:
            raise Gone from error

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


Kind = TypeVar("Kind", bound=Caller)


class RogueServer(Generic[Kind]):
    """Treats every client in the same way, each in a thread.

    Attributes:
        clients: Those that came, in order.
        failures: What went wrong in `treat`, other than clients going away.
    """

    def __init__(self, kind: Callable[[socket.socket], Kind], treat: Callable[[Kind], None]) -> None:
        self._kind = kind
        self._treat = treat
        self._listening = socket.create_server((HOST, 0))
        self.port: int = self._listening.getsockname()[1]
        self.clients: list[Kind] = []
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
            client = self._kind(connected)
            self.clients.append(client)
            thread = threading.Thread(target=self._meet, args=(client,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _meet(self, client: Kind) -> None:
        try:
            self._treat(client)
        except Gone:
            return
        except BaseException as error:
            self.failures.append(error)
        finally:
            client.close()
