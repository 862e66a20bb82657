"""Telling changes by mail: together where several come at once, not too often, and again when it failed."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.alerts.channels import AlertChannel, ChannelChanged, ChannelState
from lapwing.domain.alerts.instances import AlertChange
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.engine.bus import Bus

_log = logging.getLogger(__name__)
MOST_WAITING: Final = 1_000
GIVE_UP_S: Final = 86_400.0
_END_S: Final = 3.0


class Pace:
    """How fast a channel tells, in seconds.

    Attributes:
        gather_s: How long what comes together is waited for.
        between_s: The least time between two messages.
        again_s, longest_s: Until a failed one is tried again at first, and at most.
    """

    gather_s = 5.0
    between_s = 60.0
    again_s = 15.0
    longest_s = 600.0


class ChannelQueue:
    """What one channel has to tell yet. Event loop's thread; telling itself runs in a thread.

    Args:
        send: Tells changes in one message; blocking, any thread; raises `LapwingError` when it could not.
        done: Called with the ids of changes that were told, or given up.
    """

    def __init__(
        self,
        channel: AlertChannel,
        bus: Bus,
        send: Callable[[Sequence[AlertChange]], None],
        done: Callable[[str, Sequence[int]], None],
        pace: Pace | None = None,
    ) -> None:
        self._channel = channel
        self._bus = bus
        self._send = send
        self._done = done
        self._pace = pace or Pace()
        self._waiting: deque[AlertChange] = deque()
        self._error: ErrorFacts | None = None
        self._again_at: float | None = None
        self._told_s = float("-inf")
        self._task: asyncio.Task[None] | None = None
        self._telling: asyncio.Task[bool] | None = None

    @property
    def state(self) -> ChannelState:
        return self.state_of(self._channel)

    def state_of(self, channel: AlertChannel) -> ChannelState:
        """How it is, under the channel's newest settings."""
        return ChannelState(channel, self._error, len(self._waiting), self._again_at)

    def add(self, change: AlertChange) -> None:
        """Tell a change soon."""
        self._waiting.append(change)
        if len(self._waiting) > MOST_WAITING:
            self._done(self._channel.id, [self._waiting.popleft().id])
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._tell(), name=f"alerts by {self._channel.id[:20]}")

    async def _tell(self) -> None:
        wait_s = self._pace.again_s
        while self._waiting:
            since_s = time.monotonic() - self._told_s
            await asyncio.sleep(max(self._pace.gather_s, self._pace.between_s - since_s))
            self._telling = asyncio.create_task(self._told())
            if await asyncio.shield(self._telling):
                wait_s = self._pace.again_s
            elif self._waiting:
                self._again_at = time.time() + wait_s
                self._bus.publish(ChannelChanged(self.state))
                await asyncio.sleep(wait_s)
                wait_s = min(wait_s * 2, self._pace.longest_s)

    async def _told(self) -> bool:
        """Whether what waits was told."""
        self._give_up_old()
        telling = list(self._waiting)
        if not telling:
            return True
        error: ErrorFacts | None = None
        try:
            await asyncio.to_thread(self._send, telling)
        except LapwingError as refused:
            _log.warning("alerts could not be told by %s: %s", self._channel.id, refused)
            error = refused.to_wire()
        was_failing, self._error = self._error is not None, error
        if error is not None:
            return False
        self._told_s, self._again_at = time.monotonic(), None
        told = {id(change) for change in telling}
        self._waiting = deque(change for change in self._waiting if id(change) not in told)
        self._done(self._channel.id, [change.id for change in telling])
        if was_failing:
            self._bus.publish(ChannelChanged(self.state))
        return True

    def _give_up_old(self) -> None:
        old = [change for change in self._waiting if time.time() - change.at > GIVE_UP_S]
        for _ in old:
            self._waiting.popleft()
        if old:
            _log.error("%d changes of alerts were never told by %s", len(old), self._channel.id)
            self._done(self._channel.id, [change.id for change in old])

    async def close(self) -> None:
        """Tell nothing more; what waits is told by the next engine. What is being told is waited for, for a moment: it
        would be told twice."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._telling is not None:
            await asyncio.wait([self._telling], timeout=_END_S)
