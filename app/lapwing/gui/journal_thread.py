"""The thread that does the journal's disk work: when it is due, again when it failed, and once more at the end."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from lapwing.domain.errors import DefectFound, LapwingError

_log = logging.getLogger(__name__)
_NEVER: Final = float("inf")


class WriterThread:
    """Runs one piece of work repeatedly, never twice at once.

    Attributes:
        work: Writes everything that is unwritten; `True` means that it is the last time. A `LapwingError` from it is a
            trouble that may pass; anything else is a defect, is logged, and is tried again too.
        on_trouble: Told a sentence when work begins to fail or fails for another reason, None when it works again.
            Called in this thread, and must not wait for it.
    """

    def __init__(self, work: Callable[[bool], None], on_trouble: Callable[[str | None], None], retry_s: float) -> None:
        self._work = work
        self._on_trouble = on_trouble
        self._retry_s = retry_s
        self._state = threading.Condition()
        self._due = _NEVER
        self._not_before = 0.0
        self._is_urgent = False
        self._is_ending = False
        self._has_ended = False
        self._begun = 0
        self._finished = 0
        self._trouble: str | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def due_in(self, delay_s: float) -> None:
        """Have the work done within this time, or sooner if it was due sooner. Never blocks on the disk."""
        due = time.monotonic() + delay_s
        with self._state:
            if due < self._due:
                self._due = due
                self._state.notify_all()

    def flush(self, timeout_s: float) -> bool:
        """Work now, and wait; whether a round that began after this call was finished in time and without trouble."""
        with self._state:
            wanted = self._begun + 1
            self._is_urgent = True
            self._state.notify_all()
            self._state.wait_for(lambda: self._finished >= wanted or self._has_ended, timeout_s)
            return self._finished >= wanted and self._trouble is None

    def end(self, timeout_s: float) -> bool:
        """Work a last time and end; whether that went well within the time. A disk that hangs is not waited for."""
        with self._state:
            self._is_ending = True
            self._state.notify_all()
        if self._thread.ident is None:
            return False
        self._thread.join(timeout_s)
        return self._has_ended and self._trouble is None

    def _run(self) -> None:
        is_last = False
        while not is_last:
            with self._state:
                while not self._is_ready():
                    self._state.wait(self._pause_s())
                is_last = self._is_ending
                self._due, self._is_urgent = _NEVER, False
                self._begun += 1
            trouble = self._attempt(is_last)
            self._tell(trouble)
            with self._state:
                self._finished = self._begun
                self._has_ended = is_last
                self._not_before = 0.0
                if trouble is not None:
                    self._not_before = self._due = time.monotonic() + self._retry_s
                self._state.notify_all()

    def _is_ready(self) -> bool:
        return self._is_ending or self._is_urgent or self._pause_s() <= 0

    def _pause_s(self) -> float:
        """Seconds until there is work; at most a day, as a wait without end cannot be told from one that is."""
        return min(max(self._due, self._not_before) - time.monotonic(), 86_400.0)

    def _attempt(self, is_last: bool) -> str | None:
        """What went wrong, as sentences; None when nothing did."""
        try:
            self._work(is_last)
        except LapwingError as error:
            return error.in_full
        except Exception as error:  # a writer that ends would lose every text from here on
            _log.exception("the journal was not written")
            return str(DefectFound(kind=type(error).__name__))
        return None

    def _tell(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            try:
                self._on_trouble(trouble)
            except Exception:  # whoever listens must not end the writer
                _log.exception("a trouble of the journal was not told")
