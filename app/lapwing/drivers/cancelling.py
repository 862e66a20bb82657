"""Cancelling from a second connection: it reaches the server at any moment, and never the next statement."""

import logging
import threading
from collections.abc import Callable
from typing import Final

CANCEL_S: Final = 2.0
"""How long the second connection may take before the first one is closed instead."""
_FIRST_PAUSE_S: Final = 0.1
_log = logging.getLogger(__name__)


class Canceller:
    """Ends what one session runs.

    The session calls `begins` and `ends` around each statement, in its thread. `request` comes from any thread and
    returns at once: a thread of its own sends the cancel. `ends` waits for it, so that what comes next is not hit.
    """

    def __init__(self, send: Callable[[float], None], give_up: Callable[[], None]) -> None:
        """Cancel by `send`, or else by `give_up`.

        Args:
            send: Makes a connection, cancels by it and returns when the server has answered; must raise when that
                takes longer than the seconds it is given.
            give_up: Closes the session's own connection for sending and receiving, so that whoever waits on it wakes.
        """
        self._send = send
        self._give_up = give_up
        self._changed = threading.Condition()
        self._runs = False
        self._requested = False
        self._gave_up = False
        self._sending: threading.Thread | None = None

    @property
    def is_requested(self) -> bool:
        """Whether the statement that runs now was asked to end."""
        return self._requested

    @property
    def gave_up(self) -> bool:
        """Whether the connection was closed because the cancel did not reach the server."""
        return self._gave_up

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
        pause_s = _FIRST_PAUSE_S
        while self._reaches_server():
            with self._changed:
                if self._changed.wait_for(lambda: not self._runs, pause_s):
                    return
            pause_s *= 2
            if pause_s > CANCEL_S:
                return  # it runs on although the server knows; whoever asked may ask again
        self._gave_up = True
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
