"""How much is taken a second, of each of many: token buckets."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

_MOST_KEYS: Final = 1_000


class Allowance:
    """Event loop's thread. Of whom nothing was heard for long, is forgotten: their buckets are full anyway.

    Args:
        burst_s: How many seconds' worth may come at once.
        clock: Monotonic seconds.
    """

    def __init__(self, burst_s: float = 1.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst_s = burst_s
        self._clock = clock
        self._rooms: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str, most_per_s: float) -> bool:
        """Whether one more is taken now."""
        now, most = self._clock(), max(1.0, most_per_s * self._burst_s)
        room, then = self._rooms.pop(key, (most, now))
        room = min(most, room + (now - then) * most_per_s)
        self._rooms[key] = (room - 1 if room >= 1 else room, now)
        if len(self._rooms) > _MOST_KEYS:
            self._rooms.popitem(last=False)
        return room >= 1

    def give_back(self, key: str) -> None:
        """One that was taken does not count."""
        if key in self._rooms:
            room, then = self._rooms[key]
            self._rooms[key] = room + 1, then
