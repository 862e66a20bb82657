"""The event bus: facts in the past tense, told to whoever listens, by one loop."""

import asyncio
import logging
from collections.abc import Callable
from fnmatch import fnmatchcase

from lapwing.domain.events import Event

_log = logging.getLogger(__name__)
Listener = Callable[[Event], None]


class Bus:
    """Hands events to listeners in the order they were published. A listener must not block.

    A listener that raises is logged and left out of nothing: neither publisher nor other listeners notice.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._listeners: list[tuple[tuple[str, ...], Listener]] = []

    def listen(self, patterns: tuple[str, ...], listener: Listener) -> Callable[[], None]:
        """Call `listener` for events whose name matches a pattern (`*` stands for anything); returns how to stop."""
        entry = (patterns, listener)
        self._listeners.append(entry)

        def stop() -> None:
            if entry in self._listeners:
                self._listeners.remove(entry)

        return stop

    def publish(self, event: Event) -> None:
        """Tell everybody. Event loop's thread."""
        for patterns, listener in list(self._listeners):
            if any(fnmatchcase(event.name, pattern) for pattern in patterns):
                try:
                    listener(event)
                except Exception:  # the border to listeners: a broken one is reported and harms nobody
                    _log.exception("a listener of %s failed", event.name)

    def publish_from_thread(self, event: Event) -> None:
        """Tell everybody, from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.publish, event)
