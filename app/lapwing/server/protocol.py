"""HTTP/1.1 on a connection, by uvicorn and h11, with what uvicorn has not.

That is a deadline for the head of a request, a limit of connections, answers that say what was wrong, and a close that
does not destroy them.

uvicorn's `H11Protocol` is taken as it is of version 0.54; `tests/integration/test_webhook_refusals.py` fails where its
inner workings change.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Callable
from email.utils import formatdate
from typing import Any, Final

import h11
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from lapwing.domain.webhooks.inbox import Verdict
from lapwing.server.limits import Limits
from lapwing.server.lingering import LingeringTransport

REFUSAL: Final = "lapwing.refusal"
"""In the state of a request: the verdict and the reason why it was cut off while its body was read."""
Refused = Callable[[Verdict, str, str], None]
"""Told of a connection that was refused before its request was understood: verdict, reason, network address."""
_TOO_MANY: Final = "Too many connections are open."
_CAN_ANSWER: Final = (h11.IDLE, h11.SEND_RESPONSE)


def answer_headers(length: int, media: str = "application/json") -> list[tuple[bytes, bytes]]:
    """Of every answer: none is kept by anybody, and none is taken for a page."""
    return [
        (b"date", formatdate(usegmt=True).encode()),
        (b"content-type", media.encode()),
        (b"content-length", str(length).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
    ]


def refusal_body(reason: str) -> bytes:
    return json.dumps({"status": "refused", "reason": reason}, separators=(",", ":")).encode()


class GuardedProtocol(H11Protocol):
    """One connection. Event loop's thread."""

    def __init__(
        self, config: Config, state: ServerState, limits: Limits, refused: Refused, loop: asyncio.AbstractEventLoop
    ) -> None:
        super().__init__(config, state, {}, loop)
        self._limits = limits
        self._refused = refused
        self._head_timer: asyncio.TimerHandle | None = None
        self._line: LingeringTransport
        self._has_spoken = False
        self._began_s = 0.0

    def connection_made(self, transport: Any) -> None:
        self._line = LingeringTransport(transport, self._limits.linger_s, self._limits.linger_bytes)
        self._began_s = self.loop.time()
        super().connection_made(self._line)
        if len(self.connections) > self._limits.most_connections and not self._has_found_room():
            self._refuse(Verdict.BUSY, _TOO_MANY)
            return
        self._watch_head()

    def _has_found_room(self) -> bool:
        """Have another connection closed: the oldest one that is over, else of the address with the most the oldest one
        that lets us wait. So whoever opens many and says nothing keeps nobody out. False: each of them is being
        answered."""
        others: list[GuardedProtocol] = [each for each in self.connections if each is not self]  # type: ignore[misc]
        over = [each for each in others if each._line.is_closing()]
        if over:
            min(over, key=lambda each: each._began_s)._line.abort()
            return True
        counts = Counter(each._address for each in others)
        idle = [each for each in others if not each._is_asked or each.cycle.more_body]
        if not idle:
            return False
        min(idle, key=lambda each: (-counts[each._address], each._began_s))._make_room()
        return True

    def _make_room(self) -> None:
        if self._has_spoken:
            self._refuse(Verdict.BUSY, _TOO_MANY)
        else:
            self._unwatch_head()
            self._line.abort()

    @property
    def _address(self) -> str:
        return self.client[0] if self.client else ""

    def connection_lost(self, exc: Exception | None) -> None:
        self._unwatch_head()
        self._line.ended()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._line.is_lingering:
            self._line.drop(len(data))
            return
        self._has_spoken = True
        super().data_received(data)
        if self._is_asked:
            self._unwatch_head()
        elif not self._line.is_closing():
            self._watch_head()

    def eof_received(self) -> bool:  # type: ignore[override]  # uvicorn has it answer nothing
        """The other side has said all. It is still answered where that was a whole request."""
        self._line.hear_end()
        if not self._is_asked or self.cycle.more_body:
            return False
        self.cycle.keep_alive = False
        return True

    def shutdown(self) -> None:
        """The server ends."""
        if self._line.is_closing():
            self._line.abort()
        else:
            super().shutdown()

    # refusing

    @property
    def _is_asked(self) -> bool:
        """Whether a request's head was read whose answer is not complete yet."""
        return self.cycle is not None and not self.cycle.response_complete

    def _watch_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(self._limits.head_s, self._head_is_late)

    def _unwatch_head(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _head_is_late(self) -> None:
        self._head_timer = None
        if self._is_asked or self._line.is_closing():
            return
        if self._has_spoken:
            self._refuse(Verdict.SLOW, "The request's head took too long.")
        else:
            self._line.close()

    def on_response_complete(self) -> None:
        self._has_spoken = False
        super().on_response_complete()

    def send_400_response(self, msg: str) -> None:
        """What uvicorn calls, inside its handling of h11's error, for what is not HTTP."""
        if getattr(sys.exception(), "error_status_hint", 400) == Verdict.HEADERS.status:
            self._refuse(Verdict.HEADERS, "The request's head is too long.")
        else:
            self._refuse(Verdict.MALFORMED, "That is not HTTP as it must be.")

    def _refuse(self, verdict: Verdict, reason: str) -> None:
        self._unwatch_head()
        if self._is_asked:
            self.scope["state"][REFUSAL] = verdict, reason
            self.cycle.disconnected = True  # whoever reads the body is told that there is no more, and notes it
            self.cycle.message_event.set()
        else:
            self._refused(verdict, reason, self._address)
        if self.conn.our_state in _CAN_ANSWER:
            body = refusal_body(reason)
            headers = [*answer_headers(len(body)), (b"connection", b"close")]
            for event in (
                h11.Response(status_code=verdict.status, headers=headers),
                h11.Data(data=body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
