"""How often a server is looked at, so that looking costs it less than one per cent of its time."""

from collections import deque
from typing import Final

from lapwing.domain.monitoring.metrics import Lane

MOST: Final = 0.01
"""The share of the time that looking may take."""
SLOW_S: Final = 60.0
"""Between two looks of the slow lane, where these cost little."""
SLOW_MOST: Final = MOST / 2
_WINDOW_S: Final = 60.0
_LEAST_S: Final = 30.0
"""A share of less time than this says nothing."""


class Pace:
    """Sums up what looks cost over the last minute. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._looks: deque[tuple[float, float]] = deque()
        self._since_s: float | None = None
        self._slow_s = 0.0

    def note(self, at_s: float, took_s: float, lane: Lane = Lane.FAST) -> None:
        """A look at this moment took the server so long."""
        if lane is Lane.SLOW:
            self._slow_s = took_s
        if self._since_s is None:
            self._since_s = at_s
        self._looks.append((at_s, took_s))
        while self._looks[0][0] < at_s - _WINDOW_S:
            self._looks.popleft()

    def cost(self, now_s: float) -> float | None:
        """The share of the last minute; None before the first looks."""
        if self._since_s is None or not self._looks:
            return None
        length = min(_WINDOW_S, max(now_s - self._since_s, _LEAST_S))
        return sum(took for _at, took in self._looks) / length

    def interval(self, wanted_s: float) -> float:
        """The time between two looks: as wanted, or longer where the usual look takes too much of it."""
        if not self._looks:
            return wanted_s
        usual = sorted(took for _at, took in self._looks)[len(self._looks) // 2]
        return max(wanted_s, usual / (MOST - self._slow_s / self.slow_interval()))

    def slow_interval(self) -> float:
        """The time between two looks of the slow lane: longer where the last one took more than half of the share."""
        return max(SLOW_S, self._slow_s / SLOW_MOST)
