"""Calls that may hang, waited for only so long."""

import queue
import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

Answer = TypeVar("Answer")
_Outcome = tuple[Any, BaseException | None]
_MOST_HANGING: Final = 4


class Impatience(Exception):
    """The call took too long, or the place was closed meanwhile."""


class PatientCalls:
    """Runs each call in a thread of its own, which is left behind when the answer takes too long.

    A call over D-Bus can neither be interrupted nor given a limit. No more than four are left behind at a time; as long
    as they hang, further calls fail at once.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: set[queue.SimpleQueue[_Outcome]] = set()
        self._running = 0
        self._closed = False

    def run(self, call: Callable[[], Answer], patience_s: float) -> Answer:
        """The call's answer, or what it raises.

        Raises:
            Impatience: It did not end in time, and goes on in its own thread; what it will answer is dropped.
        """
        outcome: queue.SimpleQueue[_Outcome] = queue.SimpleQueue()
        with self._guard:
            if self._closed or self._running - len(self._waiting) >= _MOST_HANGING:
                raise Impatience
            self._waiting.add(outcome)
            self._running += 1
        threading.Thread(target=self._live, args=(call, outcome), name="patient call", daemon=True).start()
        try:
            answer, error = outcome.get(timeout=patience_s)
        except queue.Empty:
            raise Impatience from None
        finally:
            with self._guard:
                self._waiting.discard(outcome)
        if error is not None:
            raise error
        found: Answer = answer
        return found

    def _live(self, call: Callable[[], Any], outcome: "queue.SimpleQueue[_Outcome]") -> None:
        try:
            answer: _Outcome = (call(), None)
        except BaseException as error:  # handed to who waits in `run`
            answer = (None, error)
        with self._guard:
            self._running -= 1
        outcome.put(answer)

    def close(self) -> None:
        """Let everybody who waits stop waiting, and refuse further calls."""
        with self._guard:
            self._closed = True
            for outcome in self._waiting:
                outcome.put((None, Impatience()))
