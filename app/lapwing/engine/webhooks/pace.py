"""How fast endpoints are told, and how long one that fails is left alone."""

import email.utils
import random
import time
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.endpoints import CircuitState
from lapwing.settings.declared import Settings

LOGGER: Final = "lapwing.engine.webhooks.deliveries"
"""The logger of all that delivers: its lines are those of the service."""


@dataclass(slots=True)
class Pace:
    """Times, in seconds.

    Attributes:
        first_s, longest_s: From the first failed attempt to the next one, and at most; it doubles in between.
        obeyed_s: How long at most a `Retry-After` is obeyed.
        failures: Failed attempts in a row that open the circuit.
        open_s, longest_open_s: How long an open circuit stays so at first, and at most; each failed probe doubles it.
        keep_s: How long a delivery waits until it is given up.
        look_s: How often is looked whether another engine accepted something, or somebody edited the endpoints.
        blocked_s: Until secrets, or a store, that could not be had are tried again.
        end_s: How long a request under way is waited for at the end.
    """

    first_s: float = 1.0
    longest_s: float = 300.0
    obeyed_s: float = 3_600.0
    failures: int = 5
    open_s: float = 30.0
    longest_open_s: float = 900.0
    keep_s: float = 3 * 86_400.0
    look_s: float = 2.0
    blocked_s: float = 10.0
    end_s: float = 1.0

    def follow(self, settings: Settings) -> None:
        """Take over what a person chose."""
        self.failures = settings.deliveries_failures
        self.longest_s = float(settings.deliveries_wait_s)
        self.keep_s = settings.deliveries_hours * 3_600.0

    @property
    def most_wait_s(self) -> float:
        """How far ahead the next attempt can lie at most."""
        return max(self.longest_s, self.obeyed_s)

    def wait_s(self, failed: int, chance: float | None = None) -> float:
        """Until the next attempt, after so many failed ones: half of the time is fixed, half is left to chance, so that
        many that failed together do not come back together."""
        whole = min(self.first_s * 2.0 ** min(failed - 1, 60), self.longest_s)
        return whole / 2 + whole / 2 * (random.random() if chance is None else chance)


def retry_after_s(value: str, now: float) -> float | None:
    """What a `Retry-After` asks for: seconds or a date (RFC 9110, 10.2.3); None where it cannot be understood."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        at = email.utils.parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, at - now)


class Circuit:
    """Whether an endpoint is spoken to: after some failures in a row it is left alone, then tried by one delivery.

    Attributes:
        failures: In a row.
        again_at: When it is tried, Unix seconds; None: the circuit is closed.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self.failures = 0
        self.again_at: float | None = None
        self._opened = 0

    def state(self, now: float) -> CircuitState:
        """How it is then."""
        if self.again_at is None:
            return CircuitState.CLOSED
        if self.again_at > now + self._pace.longest_open_s:  # the clock was put back
            self.again_at = now
        return CircuitState.OPEN if now < self.again_at else CircuitState.HALF_OPEN

    def succeed(self) -> None:
        """It answered as it should."""
        self.failures = self._opened = 0
        self.again_at = None

    def fail(self, now: float) -> None:
        """It did not."""
        self.failures += 1
        if self.again_at is not None or self.failures >= self._pace.failures:
            open_s = min(self._pace.open_s * 2.0 ** min(self._opened, 60), self._pace.longest_open_s)
            self._opened += 1
            self.again_at = now + open_s


def now() -> float:
    """Unix seconds."""
    return time.time()
