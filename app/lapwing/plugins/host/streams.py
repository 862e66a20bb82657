"""What a plugin's stream is made of: pieces that it asks for one by one, while who asked waits for its own.

The plugin has a time for each piece of its own. What it waits for does not count as its time, or a slow server would
make it seem to hang.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import Any


class StreamInputs:
    """The pieces for one stream. Event loop's thread.

    Attributes:
        within_s: The plugin's time for a piece.
        error: Why there was no further piece, when reading them failed; the plugin is told only that.
        is_awaited: Whether the plugin waits for a piece now.
    """

    def __init__(self, pieces: AsyncIterator[Any], within_s: float) -> None:
        self.error: Exception | None = None
        self.is_awaited = False
        self._pieces = pieces
        self.within_s = within_s
        self._loop = asyncio.get_running_loop()
        self._given = float("-inf")
        self._has_ended = self._is_closed = False
        self._one_by_one = asyncio.Lock()
        self._fetching: asyncio.Future[Any] | None = None
        self._deadline: asyncio.Timeout | None = None

    @property
    def idle_s(self) -> float:
        """For how long the plugin has had no new piece."""
        return self._loop.time() - self._given

    @contextlib.asynccontextmanager
    async def time_for_a_piece(self) -> "AsyncIterator[None]":
        """Raises TimeoutError when the block takes the plugin longer than it may."""
        try:
            async with asyncio.timeout(self.within_s) as self._deadline:
                yield
        finally:
            self._deadline = None

    async def fetch(self) -> Any:
        """The next piece, None behind the last one.

        Raises:
            RuntimeError: It cannot be read; `error` says why.
        """
        async with self._one_by_one:
            if self._has_ended:
                return None
            with self._time_stopped():
                self._fetching = asyncio.ensure_future(_next(self._pieces))
                try:
                    piece = await self._fetching
                except asyncio.CancelledError:
                    if self._is_closed:  # the plugin waits for an answer all the same
                        raise RuntimeError("Nobody wants any more of it.") from None
                    raise
                except Exception as error:
                    self.error, self._has_ended = error, True
                    raise RuntimeError("What comes in cannot be read any further.") from error
            self._has_ended = piece is None
            self._given = self._loop.time()
            return piece

    @contextlib.contextmanager
    def _time_stopped(self) -> Iterator[None]:
        deadline = self._deadline
        if deadline is not None and not deadline.expired():
            deadline.reschedule(None)
        self.is_awaited = True
        try:
            yield
        finally:
            self.is_awaited = False
            if deadline is not None and deadline is self._deadline and not deadline.expired():
                deadline.reschedule(self._loop.time() + self.within_s)

    async def close(self) -> None:
        """Nobody wants any more of it."""
        self._has_ended = self._is_closed = True
        if self._fetching is not None and not self._fetching.done():
            self._fetching.cancel()
            await asyncio.wait([self._fetching])


async def _next(pieces: AsyncIterator[Any]) -> Any:
    return await anext(pieces, None)
