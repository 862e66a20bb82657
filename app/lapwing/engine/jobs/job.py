"""One piece of background work: how far it is, how fast, and its end."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.jobs import JobFacts, JobState

_WINDOW_S: Final = 5.0
"""The rate is that of the last seconds, so that it follows a server that becomes slower."""
_LEAST_S: Final = 0.5
"""Before that nobody can tell how long something takes."""


class Job:
    """Shared by the work and those who watch it.

    The work calls `expect`, `advance`, `note` and looks at `is_cancelled`, from any thread; everything else belongs to
    the event loop's thread.

    Attributes:
        is_cancelled: Whether somebody asked for its end; the work then raises `StatementCancelled` soon.
        interrupt: Ends what the work waits for; set by the work, called when the job is cancelled, and again until it
            is over. Any thread.
    """

    def __init__(self, facts: JobFacts) -> None:
        self.is_cancelled = False
        self.interrupt: Callable[[], None] = lambda: None
        self._facts = facts
        self._done = 0
        self._total = facts.total
        self._is_total_exact = facts.is_total_exact
        self._notes: tuple[ErrorFacts, ...] = ()
        self._began = time.monotonic()
        self._took_s = 0.0
        self._points: deque[tuple[float, int]] = deque([(self._began, 0)])

    @property
    def id(self) -> str:
        return self._facts.job_id

    @property
    def is_over(self) -> bool:
        return self._facts.is_over

    # by the work

    def expect(self, total: int | None, *, exact: bool = True) -> None:
        """There will be so much to do; None: nobody knows."""
        self._total, self._is_total_exact = total, exact

    def advance(self, done: int) -> None:
        """So much is done now."""
        self._done = done

    def note(self, notes: tuple[ErrorFacts, ...]) -> None:
        """What a person should know of what it made."""
        self._notes = notes

    # by who watches

    def cancel(self) -> None:
        """Ask for its end."""
        if not self.is_over:
            self.is_cancelled = True
            self._facts = replace(self._facts, state=JobState.CANCELLING)
            self.interrupt()

    def end(self, state: JobState, error: ErrorFacts | None = None) -> None:
        """It is over."""
        self._took_s = time.monotonic() - self._began
        self._facts = replace(self._facts, state=state, error=error)

    def facts(self) -> JobFacts:
        """As it is now."""
        now = time.monotonic()
        done = self._done
        if self.is_over:
            elapsed_s = self._took_s
            rate, eta_s = done / elapsed_s if elapsed_s else 0.0, None
        else:
            elapsed_s = now - self._began
            rate = self._rate(now, done)
            eta_s = self._eta_s(rate, done)
        return replace(
            self._facts,
            done=done,
            total=self._total,
            is_total_exact=self._is_total_exact,
            rate_per_s=rate,
            eta_s=eta_s,
            elapsed_s=elapsed_s,
            notes=self._notes,
        )

    def _rate(self, now: float, done: int) -> float:
        self._points.append((now, done))
        while len(self._points) > 2 and now - self._points[1][0] > _WINDOW_S:
            self._points.popleft()
        since, before = self._points[0]
        return (done - before) / (now - since) if now > since else 0.0

    def _eta_s(self, rate: float, done: int) -> float | None:
        if not self._total or rate <= 0 or time.monotonic() - self._began < _LEAST_S:
            return None
        return max(0, self._total - done) / rate
