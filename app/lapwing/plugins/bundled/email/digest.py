"""Messages that come close together, as one."""

import threading
from collections.abc import Callable
from typing import Final

from lapwing.plugins.bundled.email.messages import MOST_LISTED, Message

Send = Callable[[tuple[Message, ...], int], None]
_LONGEST_S: Final = 86_400.0


class Digest:
    """Collects from the first message on for so many seconds. Any thread.

    Args:
        send: Takes the first of the messages, and how many there were; it returns at once.
    """

    def __init__(self, for_s: float, send: Send) -> None:
        self._for_s = min(for_s, _LONGEST_S)
        self._send = send
        self._lock = threading.Lock()
        self._kept: list[Message] = []
        self._count = 0
        self._timer: threading.Timer | None = None

    def put(self, message: Message) -> None:
        """Collect one."""
        if self._for_s <= 0:
            self._send((message,), 1)
            return
        with self._lock:
            self._count += 1
            if len(self._kept) < MOST_LISTED:
                self._kept.append(message)
            if self._timer is None:
                self._timer = threading.Timer(self._for_s, self.flush)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Send what was collected now."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            kept, count = tuple(self._kept), self._count
            self._kept, self._count = [], 0
            if kept:  # within, so that nothing that comes later is sent first
                self._send(kept, count)
