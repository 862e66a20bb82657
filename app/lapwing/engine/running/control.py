"""How a run is steered from outside its thread: cancel, more rows, make way, go on behind an error."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import Final

from lapwing.domain.query import ErrorChoice

_UNSET: Final = -1


class Wish(Enum):
    """What a paused run is told."""

    MORE = auto()
    CANCEL = auto()
    MAKE_WAY = auto()
    TIMED_OUT = auto()


class RunControl:
    """Shared by a run's thread and the event loop.

    Attributes:
        cancelled: Whether somebody asked to stop.
        see: Called with each statement before it is sent, and its id; raises why it may not be. None: nobody wants to
            know.
    """

    def __init__(self) -> None:
        self.see: Callable[[str, str], None] | None = None
        self._changed = threading.Condition()
        self._more: int | None = _UNSET
        self._make_way = False
        self._has_session = False
        self._asks = False
        self._choice: ErrorChoice | None = None
        self.cancelled = False
        self.paused_result = ""

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The session is this run's within it. Run's thread."""
        self.takes_session()
        try:
            yield
        finally:
            self.leaves_session()

    def takes_session(self) -> None:
        """The run begins. Run's thread."""
        with self._changed:
            self._has_session = True

    def leaves_session(self) -> None:
        """The run is over: from now on a statement on its session is another one's. Run's thread."""
        with self._changed:
            self._has_session = False

    def cancel(self, end_statement: Callable[[], None] = lambda: None) -> None:
        """Let no further statement begin, and end the one that runs if it is this run's.

        The next run cannot take the session before `end_statement` has returned.
        """
        with self._changed:
            self.cancelled = True
            self._changed.notify_all()
            if self._has_session:
                end_statement()

    def make_way(self) -> None:
        """Another statement wants the session: do not stay paused."""
        with self._changed:
            self._make_way = True
            self._changed.notify_all()

    def fetch_more(self, result_id: str, rows: int | None) -> bool:
        """Let a paused run go on for `rows` more (None: all); False when it is not paused at that result."""
        with self._changed:
            if self.paused_result != result_id or self._make_way or self.cancelled:
                return False
            self._more = rows
            self._changed.notify_all()
            return True

    def will_pause(self, result_id: str) -> None:
        """From now on `fetch_more` is heard: to be called before anybody is told of the pause."""
        with self._changed:
            self._more = _UNSET
            self.paused_result = result_id

    def pause(self, most_s: float) -> tuple[Wish, int | None]:
        """Wait in the run's thread for a wish, after `will_pause`; with `Wish.MORE` the rows wanted."""
        end = time.monotonic() + most_s
        with self._changed:
            while True:
                wish = self._wish()
                left = end - time.monotonic()
                if wish is None and left <= 0:
                    wish = Wish.TIMED_OUT
                if wish is not None:
                    self.paused_result = ""
                    return wish, self._more if wish is Wish.MORE else None
                self._changed.wait(left)

    def _wish(self) -> Wish | None:
        if self.cancelled:
            return Wish.CANCEL
        if self._make_way:
            return Wish.MAKE_WAY
        return None if self._more == _UNSET else Wish.MORE

    def will_ask(self) -> None:
        """From now on `answer` is heard: to be called before anybody is told of the question."""
        with self._changed:
            self._asks = True
            self._choice = None

    def answer(self, choice: ErrorChoice) -> bool:
        """Tell a run that asks what to do; False when it does not ask."""
        with self._changed:
            if not self._asks or self._choice is not None or self.cancelled:
                return False
            self._choice = choice
            self._changed.notify_all()
            return True

    def await_answer(self) -> ErrorChoice:
        """Wait in the run's thread, after `will_ask`, for as long as it takes. A cancel answers with `stop`."""
        with self._changed:
            while self._choice is None and not self.cancelled:
                self._changed.wait()
            self._asks = False
            return self._choice if self._choice is not None and not self.cancelled else "stop"

    def wait(self, most_s: float) -> None:
        """Wait, at most so long, unless cancelled."""
        with self._changed:
            if not self.cancelled:
                self._changed.wait(most_s)
