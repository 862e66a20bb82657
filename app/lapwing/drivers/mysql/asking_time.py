"""How long a server works for what it is asked, where it does not tell: what an answer takes here, without the way."""

import time
from collections.abc import Callable
from typing import Final

from lapwing.drivers.mysql.queries import TextRow

_LEAST_S: Final = 0.0001
"""What the quickest statement takes of the server."""


class TimedAsk:
    """Asks, and keeps the time. One thread.

    The quickest answer so far is taken for the way there and back, which is no work of the server's.
    """

    def __init__(self, ask: Callable[[str], list[TextRow]]) -> None:
        self._ask = ask
        self._way_s = float("inf")
        self._took_s: list[float] = []

    def __call__(self, sql: str) -> list[TextRow]:
        began_s = time.perf_counter()
        try:
            return self._ask(sql)
        finally:
            took_s = time.perf_counter() - began_s
            self._way_s = min(self._way_s, took_s)
            self._took_s.append(took_s)

    def taken_s(self) -> float | None:
        """For how long the server worked since this was asked last, about; None where nothing was asked."""
        if not self._took_s:
            return None
        found = sum(took_s - self._way_s + _LEAST_S for took_s in self._took_s)
        self._took_s.clear()
        return found
