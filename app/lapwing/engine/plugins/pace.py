"""How fast something may go on: at once for a while, then at a steady pace. Event loop's thread."""

import asyncio
import time
from collections.abc import Awaitable, Callable


class Pace:
    """An allowance that grows with time up to a most, and may be overdrawn once by whatever comes last."""

    def __init__(
        self,
        per_s: float,
        most: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._per_s = per_s
        self._most = most
        self._clock = clock
        self._sleep = sleep
        self._left = most
        self._at = clock()

    def may(self, amount: float) -> bool:
        """Whether it may go on now; then that much of the allowance is used up."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._at) * self._per_s)
        self._at = now
        if self._left <= 0:
            return False
        self._left -= amount
        return True

    async def wait(self, amount: float) -> None:
        """Go on as soon as it may."""
        while not self.may(amount):
            await self._sleep(max(0.01, -self._left / self._per_s))
