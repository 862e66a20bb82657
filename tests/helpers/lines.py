"""Both ends of a line over real pipes or sockets: two peers, or a peer and somebody who sends what he likes."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from lapwing.domain.errors import DefectFound, LapwingError, StatementFailed
from lapwing.domain.operations import Hello
from lapwing.domain.query import CancelRun, Done
from lapwing.domain.results import CellPart, FetchMore
from lapwing.ipc.codec import encode_body
from lapwing.ipc.frames import PROTOCOL, Frame, Kind, encode_frame
from lapwing.ipc.peer import Peer
from lapwing.ipc.pipes import open_pipes

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
VERSION = "1.2.3"


def hello(role: str, *, protocol: int = PROTOCOL, version: str = VERSION) -> Hello:
    return Hello(protocol, version, os.getpid(), role)


HELLO_BYTES = encode_frame(Frame(Kind.HELLO, 0, "", encode_body(hello("raw"))))


async def joined(kind: str = "pipe") -> tuple[Streams, Streams]:
    """The streams of both ends."""
    if kind == "socket":
        one, other = socket.socketpair()
        return await asyncio.open_connection(sock=one), await asyncio.open_connection(sock=other)
    there, back = os.pipe(), os.pipe()
    return await open_pipes(back[0], there[1]), await open_pipes(there[0], back[1])


class Answers:
    """A server that answers what its operations' names say.

    Attributes:
        waiting: Calls of `wait` under way.
        cancelled: Calls that were cancelled.
        defects: What was handed over as a defect, with the operation's name.
    """

    def __init__(self) -> None:
        self.waiting = 0
        self.cancelled = 0
        self.defects: list[tuple[BaseException, str]] = []
        self.go_on = asyncio.Event()

    async def serve(self, _peer: Peer, operation: str, request: Any) -> object:
        if operation == "echo":
            return request
        if operation == "wait":
            return await self._wait()
        if operation == "big":
            assert isinstance(request, FetchMore)
            return CellPart(bytes(request.rows or 0))
        if operation == "refuse":
            assert isinstance(request, CancelRun)
            raise StatementFailed(server=request.run_id, code="42P01", position=7, line=None)
        raise RuntimeError(f"nobody thought of {operation}")

    async def _wait(self) -> Done:
        self.waiting += 1
        try:
            await self.go_on.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.waiting -= 1
        return Done()

    def defect(self, error: BaseException, operation: str) -> LapwingError:
        self.defects.append((error, operation))
        return DefectFound(kind=f"{type(error).__name__} in {operation}", log="")


class Line:
    """Two peers that have greeted each other.

    Attributes:
        asking: The side that asks.
        serving: The side that answers, with `answers` behind it.
        events: What the asking side heard.
    """

    def __init__(self, near: Streams, far: Streams, on_event: Callable[[Any], None] | None = None) -> None:
        self.answers = Answers()
        self.events: list[Any] = []
        self.asking = Peer(*near, hello("window"), on_event=on_event or self.events.append)
        self.serving = Peer(*far, hello("engine"), server=self.answers, defect=self.answers.defect)
        self.runs: list[asyncio.Task[str]] = []

    async def greet(self) -> None:
        await asyncio.gather(self.asking.greet(), self.serving.greet())

    def run(self, *peers: Peer) -> None:
        """Let these peers read."""
        self.runs += [asyncio.create_task(peer.run()) for peer in peers]

    async def close(self) -> None:
        for peer in (self.asking, self.serving):
            await peer.close("the test is over")
        await asyncio.wait_for(asyncio.gather(*self.runs), 10)


@asynccontextmanager
async def line(
    kind: str = "pipe", *, reading: str = "both", on_event: Callable[[Any], None] | None = None
) -> AsyncIterator[Line]:
    """A line that is up; `reading` says which sides read: `both`, `serving` or `none`."""
    made = Line(*await joined(kind), on_event)
    await made.greet()
    if reading != "none":
        made.run(made.serving, *([made.asking] if reading == "both" else []))
    try:
        yield made
    finally:
        await made.close()


class Raw:
    """A peer that serves, and at its other end somebody who writes bytes."""

    def __init__(self, near: Streams, far: Streams, *, serves: bool = True) -> None:
        self._reader, self.writer = near
        self.answers = Answers()
        self.events: list[Any] = []
        server = self.answers if serves else None
        self.peer = Peer(*far, hello("engine"), server=server, on_event=self.events.append, defect=self.answers.defect)

    async def live(self) -> str:
        """Greet and read until the line ends; why it did."""
        await self.peer.greet()
        return await self.peer.run()

    async def send(self, data: bytes, *, end: bool = True) -> None:
        """Write, and close the writing side."""
        with suppress(OSError):  # the peer may have ended the line already, which is for the test to see
            self.writer.write(data)
            await self.writer.drain()
            if end:
                self.writer.write_eof()

    async def hear(self) -> bytes:
        """All that the peer says until it ends the line."""
        return await self._reader.read()


@asynccontextmanager
async def raw(kind: str = "pipe", *, serves: bool = True) -> AsyncIterator[Raw]:
    made = Raw(*await joined(kind), serves=serves)
    try:
        yield made
    finally:
        await made.peer.close("the test is over")
        made.writer.close()
