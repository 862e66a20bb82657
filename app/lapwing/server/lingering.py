"""A transport whose `close` lets the other side read what was written.

Closing a socket in which something lies that was not read makes the system send a reset, and the answer that was on
its way is thrown away by whoever gets it. So the writing half is closed first, and what still comes is read and dropped
until the other side closes, too, or has had its time (RFC 9112, 9.6).
"""

import asyncio
from typing import Any


class LingeringTransport(asyncio.Transport):
    """Around the transport of a connection. Event loop's thread."""

    def __init__(self, inner: asyncio.Transport, linger_s: float, linger_bytes: int) -> None:
        super().__init__()
        self._inner = inner
        self._linger_s = linger_s
        self._left_bytes = linger_bytes
        self._timer: asyncio.TimerHandle | None = None
        self._unsent = bytearray()
        self._has_ended = False

    @property
    def is_lingering(self) -> bool:
        """Whether what still comes is only read to be dropped."""
        return self._timer is not None

    def drop(self, count: int) -> None:
        """That many bytes came, and were dropped."""
        self._left_bytes -= count
        if self._left_bytes < 0:
            self._inner.abort()

    def hear_end(self) -> None:
        """The other side says no more: there is nothing to wait for."""
        self._has_ended = True

    def close(self) -> None:
        if self._timer is not None or self._inner.is_closing():
            return
        self._flush()
        if self._has_ended:
            self._inner.close()
            return
        self._timer = asyncio.get_running_loop().call_later(self._linger_s, self._inner.abort)
        try:
            if self._inner.can_write_eof():
                self._inner.write_eof()
            self._inner.resume_reading()
        except OSError:  # the other side is gone already, and nobody has noticed so far
            self._inner.abort()

    def ended(self) -> None:
        """The connection is gone."""
        if self._timer is not None:
            self._timer.cancel()

    def is_closing(self) -> bool:
        return self._timer is not None or self._inner.is_closing()

    def abort(self) -> None:
        self._inner.abort()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._inner.get_extra_info(name, default)

    def write(self, data: "bytes | bytearray | memoryview[Any]") -> None:
        """Head and body of an answer are sent together: each would be a call of the system and a packet."""
        if self._timer is None:
            if not self._unsent:
                asyncio.get_running_loop().call_soon(self._flush)
            self._unsent += data

    def _flush(self) -> None:
        if self._unsent:
            self._inner.write(bytes(self._unsent))
            self._unsent.clear()

    def pause_reading(self) -> None:
        if self._timer is None:
            self._inner.pause_reading()

    def resume_reading(self) -> None:
        self._inner.resume_reading()

    def is_reading(self) -> bool:
        return self._inner.is_reading()
