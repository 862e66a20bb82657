"""How long a service that failed is left alone.

Twice as long after each failure, to a limit, and a part of it by chance, so that many that failed together do not come
back together ("equal jitter": aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter). One that did its work
for a while begins anew.
"""

import random
from collections.abc import Callable
from typing import Final

FIRST_S: Final = 1.0
MOST_S: Final = 300.0
SETTLED_S: Final = 60.0


class BackOff:
    """Of one service."""

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._chance = chance
        self._failures = 0

    def wait_s(self, lived_s: float) -> float:
        """How long to wait now that it failed, after it had done its work for so many seconds."""
        if lived_s >= SETTLED_S:
            self._failures = 0
        whole = min(MOST_S, FIRST_S * 2.0 ** min(self._failures, 30))
        self._failures += 1
        return whole / 2 + whole / 2 * self._chance()

    def forget(self) -> None:
        """A person started it: failures so far do not count."""
        self._failures = 0
