"""Secrets that live in the engine's memory only: entered by a person, or answered by a command."""

import threading
import time
from collections.abc import Callable
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret

PERSON: Final = ""
"""Who gave it, as against the command line that did."""


def awake_or_not_s() -> float:
    """Seconds that also pass while the machine sleeps: what has expired by then is not used after it."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.time()


@dataclass(frozen=True, slots=True)
class _Remembered:
    secret: Secret
    since_s: float


class RememberedSecrets:
    """What is remembered, by connection, purpose and giver. Any thread."""

    def __init__(self, clock_s: Callable[[], float] = awake_or_not_s) -> None:
        self._clock_s = clock_s
        self._guard = threading.Lock()
        self._remembered: dict[tuple[str, str, str], _Remembered] = {}

    def remember(self, connection_id: str, purpose: str, secret: Secret, *, giver: str = PERSON) -> None:
        """In place of what the same giver gave before."""
        with self._guard:
            self._remembered[connection_id, purpose, giver] = _Remembered(secret, self._clock_s())

    def find(
        self, connection_id: str, purpose: str, *, expires_s: float | None = None, giver: str = PERSON
    ) -> Secret | None:
        """What is remembered and not older than that; 0 for one that is used once and forgotten."""
        key = (connection_id, purpose, giver)
        with self._guard:
            found = self._remembered.get(key)
            if found is None:
                return None
            is_old = expires_s is not None and not 0 <= self._clock_s() - found.since_s <= expires_s
            if expires_s == 0 or is_old:
                del self._remembered[key]
            return found.secret if expires_s == 0 or not is_old else None

    def forget(self, connection_id: str, purpose: str = "") -> bool:
        """Drop it, or all of the connection's; whether there was any."""
        with self._guard:
            gone = [key for key in self._remembered if key[0] == connection_id and purpose in {"", key[1]}]
            for key in gone:
                del self._remembered[key]
            return bool(gone)
