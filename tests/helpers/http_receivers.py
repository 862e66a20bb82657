"""A real HTTP server on loopback, in a thread of its own: it keeps what it is sent, and answers as a test wants."""

import asyncio
import contextlib
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from helpers.certificates import Authority, self_signed


@dataclass(frozen=True, slots=True)
class Received:
    """One request."""

    line: str
    headers: dict[str, str]
    """By lower-case name."""
    body: bytes


Reply = Callable[[Received, asyncio.StreamWriter], Awaitable[None]]


def status(code: int, body: bytes = b"", **headers: str) -> Reply:
    """An answer as it should be; `_` in names of headers is `-`."""

    async def reply(_request: Received, writer: asyncio.StreamWriter) -> None:
        lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        writer.write(f"HTTP/1.1 {code} Some\r\nContent-Length: {len(body)}\r\n{lines}\r\n".encode() + body)

    return reply


def hangs() -> Reply:
    """Takes the request and says nothing."""

    async def reply(_request: Received, _writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    return reply


def endless(head: bytes = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n") -> Reply:
    """An answer that never ends; how much was taken of it stands in `Receiver.poured`."""

    async def reply(_request: Received, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(b"x" * 16_384)
            await writer.drain()

    return reply


def raw(data: bytes) -> Reply:
    """These bytes, and the end of the connection."""

    async def reply(_request: Received, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        writer.close()

    return reply


def stalls(data: bytes) -> Reply:
    """These bytes, then nothing."""

    async def reply(_request: Received, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await asyncio.Event().wait()

    return reply


def resets() -> Reply:
    """The connection is cut off."""

    async def reply(_request: Received, writer: asyncio.StreamWriter) -> None:
        sock = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    return reply


@dataclass
class Receiver:
    """Attributes:
    port: On 127.0.0.1.
    received: What came, in order.
    answers: How the next requests are answered; `otherwise` when there is none.
    connections: How many were opened.
    authority: The certificate of who signed the server's; None where it speaks no TLS.
    """

    port: int = 0
    received: list[Received] = field(default_factory=list)
    answers: deque[Reply] = field(default_factory=deque)
    otherwise: Reply = field(default_factory=lambda: status(200, b"ok"))
    connections: int = 0
    authority: Path | None = None

    def url(self, path: str = "/hook", host: str = "127.0.0.1") -> str:
        return f"{'https' if self.authority else 'http'}://{host}:{self.port}{path}"

    def bodies(self) -> list[bytes]:
        return [each.body for each in self.received]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                headers = dict(line.split(": ", 1) for line in head[1:] if line)
                headers = {name.lower(): value for name, value in headers.items()}
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                self.received.append(Received(head[0], headers, body))
                answer = self.answers.popleft() if self.answers else self.otherwise
                await answer(self.received[-1], writer)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()


def _trust(folder: Path, certificate: str) -> tuple[ssl.SSLContext, Path]:
    """What the server shows: `good`, `wrong host`, `expired` or `self-signed`."""
    authority = Authority()
    identity = {
        "good": lambda: authority.server(),
        "wrong host": lambda: authority.server(("elsewhere.invalid",)),
        "expired": lambda: authority.server(first_day=-30, last_day=-1),
        "self-signed": lambda: self_signed(),
    }[certificate]()
    files = identity.write(folder, "receiver")
    path = folder / "receiver-authority.crt"
    path.write_bytes(authority.certificate)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(files.certificate, files.key)
    return context, path


@contextmanager
def http_receiver(folder: Path | None = None, certificate: str = "", port: int = 0) -> Iterator[Receiver]:
    """A server that lives within; with a certificate it speaks TLS."""
    receiver = Receiver()
    context = None
    if certificate:
        assert folder is not None, "certificates lie in a folder"
        context, receiver.authority = _trust(folder, certificate)
    loop = asyncio.new_event_loop()
    ready, stop = threading.Event(), asyncio.Event()

    async def live() -> None:
        listening = await asyncio.start_server(receiver.serve, "127.0.0.1", port, ssl=context)
        receiver.port = listening.sockets[0].getsockname()[1]
        ready.set()
        await stop.wait()
        listening.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def run() -> None:
        loop.set_exception_handler(lambda _loop, _facts: None)
        loop.run_until_complete(live())

    thread = threading.Thread(target=run, name="http receiver", daemon=True)
    thread.start()
    assert ready.wait(30)
    try:
        yield receiver
    finally:
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(stop.set)
        thread.join(30)
        loop.close()
