"""One end of the line: calls, answers, cancels and events over a pair of streams.

Both ends are the same; who serves gives a `Server`. All methods belong to the event loop's thread.
"""

import asyncio
import itertools
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol

from lapwing.domain.errors import (
    DefectFound,
    EngineGone,
    ErrorFacts,
    LapwingError,
    RequestInvalid,
    StatementCancelled,
    TooManyCalls,
    VersionsDiffer,
    from_wire,
)
from lapwing.domain.events import Event, EventsMissed
from lapwing.domain.operations import Goodbye, Hello
from lapwing.ipc.codec import BodyBroken, decode_body, encode_body
from lapwing.ipc.frames import HEAD, Frame, FrameBroken, Kind, decode_head, decode_rest, encode_frame
from lapwing.ipc.outbox import Outbox

MOST_CALLS: Final = 256
HELLO_TIMEOUT_S: Final = 10.0
_LAST_WORDS_S: Final = 1.0
"""How long an end of the line is delayed for what still waits to be written or read."""
_log = logging.getLogger(__name__)


class Server(Protocol):
    """What answers calls."""

    async def serve(self, peer: "Peer", operation: str, request: Any) -> object:
        """Do one operation; a `LapwingError` crosses the line, anything else as `DefectFound`."""
        ...


class LineEnded(Exception):
    """The line is over; the sentence says why."""


class Peer:
    """This side of a line.

    Attributes:
        their_hello: What the other side said of itself, once the line is up.
        ended: Why the line ended; empty while it is up.
    """

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        hello: Hello,
        *,
        server: Server | None = None,
        on_event: Callable[[Any], None] | None = None,
        defect: Callable[[BaseException, str], LapwingError] | None = None,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._hello = hello
        self._server = server
        self._on_event = on_event
        self._defect = defect or (lambda error, _name: DefectFound(kind=type(error).__name__, log=""))
        self._outbox = Outbox()
        self._ids = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._serving: dict[int, asyncio.Task[None]] = {}
        self._trace = bool(os.environ.get("LAPWING_TRACE_LINE"))
        self._writing: asyncio.Task[None] | None = None
        self.their_hello: Hello | None = None
        self.ended = ""

    # the line's life

    async def greet(self) -> Hello:
        """Exchange the first frames.

        Raises:
            VersionsDiffer: The other side speaks another version; the line is closed.
            LineEnded: It speaks no such protocol, or ended, or is silent.
        """
        self._put(Kind.HELLO, 0, "", encode_body(self._hello))
        self._writing = asyncio.create_task(self._write(), name="line writer")
        try:
            # an engine that waits for a debugger greets when the person lets it
            patience_s = None if os.environ.get("LAPWING_DEBUG_ENGINE") else HELLO_TIMEOUT_S
            frame = await asyncio.wait_for(self._read_frame(), patience_s)
            body = decode_body(frame.body) if frame.kind is Kind.HELLO else None
        except (FrameBroken, BodyBroken, TimeoutError, LineEnded) as error:
            reason = str(error) or "the other side does not answer"
            await self.close(reason)
            raise LineEnded(reason) from error
        if not isinstance(body, Hello):
            await self.close("The first message was no greeting.")
            raise LineEnded("The first message was no greeting.")
        self.their_hello = body
        if (body.protocol, body.version) != (self._hello.protocol, self._hello.version):
            ours, theirs = (f"{hello.protocol} ({hello.version})" for hello in (self._hello, body))
            await self.close(f"Protocol {theirs} met {ours}.")
            raise VersionsDiffer(ours=ours, theirs=theirs)
        return body

    async def run(self) -> str:
        """Read until the line ends, from either side; returns why. Calls still waiting fail with `EngineGone`."""
        reason = "the other side closed the line"
        try:
            while True:
                if self._server is not None:
                    await self._outbox.room()  # who does not read answers gets no further ones
                frame = await self._read_frame()
                if frame.kind is Kind.GOODBYE:
                    body = decode_body(frame.body)
                    reason = body.reason if isinstance(body, Goodbye) else reason
                    break
                self._take(frame)
                await asyncio.sleep(0)  # what the frame set going comes before the next one
        except LineEnded as error:
            reason = str(error) or reason
        except (FrameBroken, BodyBroken) as error:
            reason = str(error)
            self._put(Kind.GOODBYE, 0, "", encode_body(Goodbye(reason)))
        finally:
            await self.close(reason, say=False)
        return self.ended

    async def close(self, reason: str, *, say: bool = True) -> None:
        """End the line; what already waits to be written is given a second."""
        if self.ended:
            return
        self.ended = reason
        if say:
            self._put(Kind.GOODBYE, 0, "", encode_body(Goodbye(reason)))
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(EngineGone(reason=reason))
        self._waiting.clear()
        for task in list(self._serving.values()):
            task.cancel()
        if self._writing is not None:
            await self._end_writing(self._writing)
        if self._writer.transport.get_write_buffer_size():
            self._writer.transport.abort()
        self._writer.close()

    async def _end_writing(self, writing: asyncio.Task[None]) -> None:
        """Let what waits be written, but do not wait long for a side that does not read."""
        transport = self._writer.transport
        try:
            async with asyncio.timeout(_LAST_WORDS_S):
                while not writing.done() and (not self._outbox.is_empty or transport.get_write_buffer_size()):
                    await asyncio.sleep(0.005)
        except TimeoutError:
            _log.info("the other side did not read the last messages")
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)

    # asking

    async def call(self, operation: str, request: object = None) -> Any:
        """Ask the other side; cancelling this coroutine cancels the operation there.

        Raises:
            LapwingError: What the operation raised.
            EngineGone: The line ended before an answer came.
            RequestInvalid: The request cannot be sent; nothing was.
        """
        if self.ended:
            raise EngineGone(reason=self.ended)
        call_id = next(self._ids)
        try:
            self._put(Kind.CALL, call_id, operation, encode_body(request))
        except (BodyBroken, FrameBroken) as error:
            raise RequestInvalid(operation=operation[:80], reason=str(error)) from error
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[call_id] = future
        try:
            return await future
        except asyncio.CancelledError:
            if not self.ended:
                self._put(Kind.CANCEL, call_id, operation, b"")
            raise
        finally:
            self._waiting.pop(call_id, None)

    # telling

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Send an event. One that is merely listened to is `lossy`: dropped when the peer does not keep up."""
        if self.ended:
            return
        key = f"{event.name} {event.key}" if event.key else ""
        self._outbox.put(self._encode(Kind.EVENT, 0, event.name, encode_body(event)), key, lossy=lossy)

    @property
    def is_full(self) -> bool:
        """Whether so much waits for the peer that sources should pause. Any thread."""
        return self._outbox.is_full and not self.ended

    # inside

    def _put(self, kind: Kind, call_id: int, name: str, body: bytes) -> None:
        self._outbox.put(self._encode(kind, call_id, name, body))

    def _encode(self, kind: Kind, call_id: int, name: str, body: bytes) -> bytes:
        self._show(">", kind, call_id, name, body)
        return encode_frame(Frame(kind, call_id, name, body))

    def _show(self, arrow: str, kind: Kind, call_id: int, name: str, body: bytes) -> None:
        """Line trace: sizes and names only, since bodies hold people's SQL."""
        if self._trace:
            sys.stderr.write(f"line {self._hello.role} {arrow} {kind.name} {call_id} {name} {len(body)} B\n")

    async def _write(self) -> None:
        try:
            while True:
                data = await self._outbox.take()
                self._writer.write(data)
                await self._writer.drain()
                if missed := self._outbox.take_missed():
                    self.tell(EventsMissed(missed))
        except OSError as error:
            self._outbox.abandon()
            # the reader mostly notices the same end and knows why; who only stopped reading is not listened to either
            asyncio.get_running_loop().call_later(_LAST_WORDS_S, self._reader.set_exception, error)

    async def _read_frame(self) -> Frame:
        try:
            length, kind, call_id, name_length = decode_head(await self._reader.readexactly(HEAD.size))
            frame = decode_rest(kind, call_id, name_length, await self._reader.readexactly(length))
        except asyncio.IncompleteReadError as error:
            cut = "in the middle of a message" if error.partial else ""
            raise LineEnded(f"the other side closed the line {cut}".strip()) from error
        except OSError as error:
            raise LineEnded(error.strerror or str(error)) from error
        self._show("<", *frame)
        return frame

    def _take(self, frame: Frame) -> None:
        if frame.kind is Kind.CALL:
            self._accept(frame)
        elif frame.kind is Kind.EVENT:
            self._hear(decode_body(frame.body))
        elif frame.kind is Kind.CANCEL:
            task = self._serving.get(frame.id)
            if task is not None:
                task.cancel()
        elif frame.kind in {Kind.ANSWER, Kind.ERROR}:
            self._settle(frame)
        else:
            raise FrameBroken("A second greeting arrived.")

    def _hear(self, event: object) -> None:
        if not isinstance(event, Event):
            raise FrameBroken("An event arrived that is none.")
        if self._on_event is not None:
            try:
                self._on_event(event)
            except Exception:  # the border to listeners: a broken one is reported and does not end the line
                _log.exception("a listener of %s failed", event.name)

    def _settle(self, frame: Frame) -> None:
        future = self._waiting.get(frame.id)
        if future is None or future.done():
            return
        body = decode_body(frame.body)
        if frame.kind is Kind.ANSWER:
            future.set_result(body)
        else:
            future.set_exception(from_wire(body if isinstance(body, ErrorFacts) else ErrorFacts("error")))

    def _accept(self, frame: Frame) -> None:
        if self._server is None:
            self._refuse(frame, RequestInvalid(operation=frame.name, reason="this side answers no calls."))
        elif frame.id in self._serving:
            raise FrameBroken("Two calls with one id arrived.")
        elif len(self._serving) >= MOST_CALLS:
            self._refuse(frame, TooManyCalls(limit=MOST_CALLS))
        else:
            self._serving[frame.id] = asyncio.create_task(self._serve(frame), name=f"serve {frame.name}")

    async def _serve(self, frame: Frame) -> None:
        assert self._server is not None
        try:
            try:
                request = decode_body(frame.body)
            except BodyBroken as error:
                raise RequestInvalid(operation=frame.name, reason=str(error)) from error
            answer: Awaitable[object] = self._server.serve(self, frame.name, request)
            self._put(Kind.ANSWER, frame.id, frame.name, encode_body(await answer))
        except LapwingError as error:
            self._refuse(frame, error)
        except asyncio.CancelledError:
            self._refuse(frame, StatementCancelled())
        except Exception as error:  # the border: a defect is logged there and told here
            self._refuse(frame, self._defect(error, frame.name))
        finally:
            self._serving.pop(frame.id, None)

    def _refuse(self, frame: Frame, error: LapwingError) -> None:
        if not self.ended:
            self._put(Kind.ERROR, frame.id, frame.name, encode_body(error.to_wire()))
