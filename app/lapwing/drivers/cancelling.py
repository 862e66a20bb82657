"""Cancelling from a second connection: it reaches the server at any moment, and never the next statement."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

CANCEL_S: Final = 2.0
"""How long the second connection may take, and for how long the server may then be silent, before the first one is
closed instead."""
REST_S: Final = 10.0
"""How long after the cancel what was sent before it may go on coming."""
_FIRST_PAUSE_S: Final = 0.1
_LOOK_S: Final = 0.05
_UNANSWERED: Final = "The cancel got no answer within two seconds, so the connection was closed here."
_UNHEEDED: Final = (
    "The statement did not end although the server was told to end it, so the connection was closed here."
)
_log = logging.getLogger(__name__)


def _never() -> float | None:
    """For sessions that do not tell when they wait."""
    return None


class Canceller:
    """Ends what one session runs.

    The session calls `begins` and `ends` around each statement, in its thread. `request` comes from any thread and
    returns at once: a thread of its own sends the cancel. `ends` waits for it, so that what comes next is not hit.

    Attributes:
        gave_up: Why the connection was closed instead, as a sentence; empty while it was not.
    """

    def __init__(
        self,
        send: Callable[[float], None],
        give_up: Callable[[], None],
        waiting_since: Callable[[], float | None] = _never,
    ) -> None:
        """Cancel by `send`, or else by `give_up`.

        Args:
            send: Makes a connection, cancels by it and returns when the server has answered; must raise when that
                takes longer than the seconds it is given.
            give_up: Closes the session's own connection for sending and receiving, so that whoever waits on it wakes.
            waiting_since: When the session's thread began to wait for more from the server (monotonic); None while it
                does not wait. A session that nobody reads from is not taken for one whose server is silent.
        """
        self._send = send
        self._give_up = give_up
        self._waiting_since = waiting_since
        self._changed = threading.Condition()
        self._runs = False
        self._requested = False
        self._sending: threading.Thread | None = None
        self.gave_up = ""

    @property
    def is_requested(self) -> bool:
        """Whether the statement that runs now was asked to end."""
        return self._requested

    def begins(self) -> None:
        """A statement begins. Session's thread."""
        with self._changed:
            self._runs, self._requested = True, False

    def ends(self) -> bool:
        """The statement is over; waits for a cancel under way. Whether one was asked for. Session's thread."""
        with self._changed:
            self._runs = False
            self._changed.notify_all()
            requested, sending = self._requested, self._sending
        if sending is not None:
            sending.join()
        with self._changed:
            self._requested, self._sending = False, None
        return requested

    def request(self) -> None:
        """End what runs now, if anything does. Any thread; returns at once."""
        with self._changed:
            if not self._runs or (self._sending is not None and self._sending.is_alive()):
                return
            self._requested = True
            self._sending = threading.Thread(target=self._cancel, name="cancel", daemon=True)
            self._sending.start()

    def _cancel(self) -> None:
        """Cancel, and again while it has no effect: the first may have come before the server read the statement."""
        if not self._reaches_server():
            self._close(_UNANSWERED)
            return
        told_at = time.monotonic()
        pause_s = _FIRST_PAUSE_S
        again_at = told_at + pause_s
        while time.monotonic() - told_at < CANCEL_S + REST_S:
            if self._is_over_within(_LOOK_S):
                return
            if self._is_hopeless(told_at):
                self._close(_UNHEEDED)
                return
            if pause_s < CANCEL_S and time.monotonic() >= again_at:
                if not self._reaches_server():
                    self._close(_UNANSWERED)
                    return
                pause_s *= 2
                again_at = time.monotonic() + pause_s
        # nobody reads what comes; whoever asked may ask again

    def _is_over_within(self, limit_s: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: not self._runs, limit_s)

    def _is_hopeless(self, told_at: float) -> bool:
        """Whether the server, which was told then, has been silent for too long, or what it sends takes too long."""
        since = self._waiting_since()
        now = time.monotonic()
        return since is not None and (now - max(since, told_at) > CANCEL_S or now - told_at > REST_S)

    def _close(self, why: str) -> None:
        """Close the session's connection. One whose statement has just ended stays, unless the cancel is still on its
        way: it would hit the next."""
        with self._changed:
            if not self._runs and why is not _UNANSWERED:
                return
            self.gave_up = why
        self._give_up()

    def _reaches_server(self) -> bool:
        """Send one cancel; whether it was answered within `CANCEL_S`."""
        done = threading.Event()
        reached: list[bool] = []

        def send() -> None:
            try:
                self._send(CANCEL_S)
                reached.append(True)
            except Exception:  # whatever kept it from the server: the session's own connection is closed then
                _log.info("a cancel did not reach the server", exc_info=True)
            finally:
                done.set()

        threading.Thread(target=send, name="cancel sending", daemon=True).start()
        done.wait(CANCEL_S)
        return bool(reached)
