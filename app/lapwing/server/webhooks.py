"""`POST /webhook/{service}` and `GET /health`: HTTP around what the engine does with messages."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import PATH
from lapwing.engine.webhooks.arrivals import Arrival, Headers, Refusal, Taken
from lapwing.engine.webhooks.incoming import Incoming
from lapwing.engine.webhooks.listener_probe import HEALTH, PROGRAM
from lapwing.server.limits import Limits
from lapwing.server.protocol import REFUSAL, answer_headers, refusal_body

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_LENGTH: Final = re.compile(r"[0-9]{1,19}")
_SINGLE: Final = ("host", "content-type", "content-length", "content-encoding", "transfer-encoding")
_MEDIA: Final = ("", "application/json", "application/x-www-form-urlencoded", "text/plain")
_LOCAL_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_MOST_HEADERS: Final = 100
_RETRY_S: Final = {Verdict.TOO_MANY: 1, Verdict.BUSY: 30}


class _Stop(Exception):
    """The message is refused before the engine sees it."""

    def __init__(self, verdict: Verdict, reason: str, size_bytes: int = 0) -> None:
        super().__init__(reason)
        self.verdict = verdict
        self.reason = reason
        self.size_bytes = size_bytes


class _CutOff(Exception):
    """The other side went away, or stopped speaking HTTP, in the middle of the body."""


class WebhookApplication:
    """A raw ASGI application. Event loop's thread."""

    def __init__(self, incoming: Incoming, limits: Limits) -> None:
        self._incoming = incoming
        self._limits = limits
        self._held_bytes = 0
        self._readings: set[_Reading] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = _Request(scope)
        taken = Taken(Verdict.UNKNOWN)
        body = bytearray()
        try:
            self._check_size(request)
            self._check_host(request, scope)
            if request.path == HEALTH:
                await self._health(request, send)
                return
            service = self._service(request)
            self._check_head(request)
            await self._read(request, receive, body)
            taken = await self._incoming.take(
                Arrival(service, request.headers, bytes(body), request.sender, time.time())
            )
        except _Stop as stop:
            taken = self._refuse(request, stop, bytes(body))
        except _CutOff:
            cut_off = Verdict.MALFORMED, "It was cut off in the middle."
            self._refuse(request, _Stop(*scope["state"].get(REFUSAL, cut_off)), bytes(body))
            return
        finally:
            self._held_bytes -= len(body)
        await _answer(send, request, taken)

    def _refuse(self, request: "_Request", stop: _Stop, body: bytes) -> Taken:
        service = request.path.removeprefix(PATH) if request.path.startswith(PATH) else ""
        return self._incoming.refuse(
            Refusal(
                stop.verdict,
                stop.reason,
                time.time(),
                service,
                request.sender,
                request.headers[:_MOST_HEADERS],
                body,
                max(stop.size_bytes, len(body)),
            )
        )

    # the head

    def _check_size(self, request: "_Request") -> None:
        """h11 limits only a head that comes in pieces."""
        length = sum(len(name) + len(value) for name, value in request.headers)
        if len(request.headers) > _MOST_HEADERS or length > self._limits.most_head_bytes:
            raise _Stop(Verdict.HEADERS, "It has too many headers, or too long ones.")

    def _check_host(self, request: "_Request", scope: Scope) -> None:
        """No page of the web may reach the listener by a name that it made lead here (DNS rebinding)."""
        for name in _SINGLE:
            if len(request.values(name)) > 1:
                raise _Stop(Verdict.MALFORMED, f"The header {name} is given more than once.")
        settings = self._incoming.book.settings
        server = scope.get("server") or ("", 0)
        known = {name.lower() for name in settings.hosts} | {str(server[0])}
        if settings.is_local:
            known |= _LOCAL_NAMES
        if _host_name(request.value("host")) not in known:
            raise _Stop(Verdict.HOST, "The listener is not known by that name.")

    def _service(self, request: "_Request") -> str:
        name = request.path.removeprefix(PATH)
        if not request.path.startswith(PATH) or not _NAME.fullmatch(name):
            raise _Stop(Verdict.UNKNOWN, "There is nothing at this path.")
        if request.method != "POST":
            raise _Stop(Verdict.METHOD, "Webhooks are sent by POST.")
        if self._incoming.knows(name):
            return name
        if self._incoming.book.problem is not None:  # who hears 404 may never come again
            raise _Stop(Verdict.BUSY, "The settings of the listener cannot be read now.")
        raise _Stop(Verdict.UNKNOWN, "There is no such service.")

    def _check_head(self, request: "_Request") -> None:
        if request.values("content-length") and request.values("transfer-encoding"):
            raise _Stop(Verdict.MALFORMED, "It gives its length in two ways.")
        if request.value("content-encoding").lower() not in {"", "identity"}:
            raise _Stop(Verdict.MEDIA, "Compressed bodies are not taken.")
        media = request.value("content-type").partition(";")[0].strip().lower()
        if media not in _MEDIA and not (media.startswith("application/") and media.endswith("+json")):
            raise _Stop(Verdict.MEDIA, "Its type is none of JSON, a form and plain text.")
        length = request.value("content-length")
        if length and (not _LENGTH.fullmatch(length) or int(length) > self._limits.most_body_bytes):
            size = int(length) if _LENGTH.fullmatch(length) else 0
            raise _Stop(Verdict.TOO_LARGE, self._too_large, min(size, (1 << 63) - 1))

    @property
    def _too_large(self) -> str:
        return f"Its body has more than {self._limits.most_body_bytes} bytes."

    # the body

    async def _read(self, request: "_Request", receive: Receive, body: bytearray) -> None:
        """Read the body into `body`, which holds what came also where this fails."""
        async with self._reading(body):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    raise _CutOff
                piece = message.get("body", b"")
                self._held_bytes += len(piece)
                body += piece
                self._check_room(len(body))
                if not message.get("more_body", False):
                    break
        request.is_read = True

    @asynccontextmanager
    async def _reading(self, body: bytearray) -> AsyncIterator[None]:
        """Within it a body is read.

        Raises:
            _Stop: It took too long, or others needed its room.
        """
        reading: _Reading | None = None
        try:
            async with asyncio.timeout(self._limits.body_s) as time_out:
                reading = _Reading(body, time_out)
                self._readings.add(reading)
                yield
        except TimeoutError as error:
            if reading is not None and reading.is_cut_off:
                raise _Stop(Verdict.BUSY, "More comes than can be held.") from error
            raise _Stop(Verdict.SLOW, "The body took too long.") from error
        finally:
            if reading is not None:
                self._readings.discard(reading)

    def _check_room(self, length: int) -> None:
        """Where more is held than may be, whoever holds most of it has to go: a stranger with many large bodies that
        never end keeps no sender out."""
        if length > self._limits.most_body_bytes:
            raise _Stop(Verdict.TOO_LARGE, self._too_large)
        if self._held_bytes > self._limits.most_held_bytes and self._readings:
            max(self._readings, key=lambda each: len(each.body)).cut_off()

    async def _health(self, request: "_Request", send: Send) -> None:
        if request.method not in {"GET", "HEAD"}:
            raise _Stop(Verdict.METHOD, "Health is asked for by GET.")
        body = json.dumps({"status": "ok", "program": PROGRAM}, separators=(",", ":")).encode()
        await _send(send, 200, answer_headers(len(body)), body)


class _Reading:
    """A body that is being read."""

    def __init__(self, body: bytearray, time_out: asyncio.Timeout) -> None:
        self.body = body
        self._time_out = time_out
        self.is_cut_off = False

    def cut_off(self) -> None:
        """Read no more of it. The task that reads hears of it at its next turn."""
        self.is_cut_off = True
        self._time_out.reschedule(asyncio.get_running_loop().time())


class _Request:
    """The head of a request.

    Attributes:
        is_read: Whether its body was read whole, so that the connection can be used again.
    """

    def __init__(self, scope: Scope) -> None:
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.headers: Headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        client = scope.get("client")
        self.sender = str(client[0]) if client else ""
        self.is_read = False

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    def value(self, name: str) -> str:
        return next(iter(self.values(name)), "")


def _host_name(text: str) -> str:
    """The name in a header `Host`, without its port."""
    if text.startswith("["):
        return text[1:].partition("]")[0].lower()
    return text.partition(":")[0].rstrip(".").lower()


async def _answer(send: Send, request: _Request, taken: Taken) -> None:
    verdict = taken.verdict
    status = verdict.status
    media = "application/json"
    if verdict.is_refusal:
        body = refusal_body(taken.reason)
    elif taken.challenge:
        status, media, body = 200, "text/plain; charset=utf-8", taken.challenge.encode("utf-8", "replace")
    else:
        body = json.dumps({"status": verdict.value, "id": taken.entry_id}, separators=(",", ":")).encode()
    headers = answer_headers(len(body), media)
    if verdict is Verdict.METHOD:
        headers.append((b"allow", b"GET, HEAD" if request.path == HEALTH else b"POST"))
    if verdict in _RETRY_S:
        headers.append((b"retry-after", str(_RETRY_S[verdict]).encode()))
    if not request.is_read:
        headers.append((b"connection", b"close"))
    await _send(send, status, headers, body)


async def _send(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
