"""Events on their way into the store, which is loaded with the first of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.errors import LapwingError
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.store.events.writer import EventWriter

_NEVER_KEPT: Final = frozenset({"metrics.sampled"})
"""Samples are kept as series."""


class Keeping:
    """Keeps events (`engine.hub.Keeper`). Event loop's thread, where nothing else is said.

    Attributes:
        when_written: Called when others can read what was put. Another thread.
    """

    def __init__(self) -> None:
        self.when_written: Callable[[], None] = _nothing
        self._writer: EventWriter | None = None

    def problems(self) -> tuple[LapwingError, ...]:
        """What is wrong with the file."""
        if self._writer is None:
            return ()
        from lapwing.domain.event_log import EventsLost  # only where somebody asks

        wrong, lost = self._writer.notice, self._writer.lost
        return (*([wrong] if wrong is not None else []), *([EventsLost(count=lost)] if lost else []))

    def keeps(self, event_type: str) -> bool:
        """Whether such events are kept."""
        return event_type not in _NEVER_KEPT

    def put(self, event: CloudEvent, *, is_asked: bool = False) -> None:
        """Keep one soon."""
        self._opened().put(event, is_asked=is_asked)

    def writer(self) -> "EventWriter":
        """Who writes them."""
        return self._opened()

    def _opened(self) -> "EventWriter":
        if self._writer is None:
            from lapwing.store.events.writer import EventWriter, events_path  # SQLite is not loaded before it is needed

            self._writer = EventWriter(events_path(), _room, lambda: self.when_written())
        return self._writer

    def close(self) -> None:
        """Write what is left. Blocking."""
        if self._writer is not None:
            self._writer.close()


def _nothing() -> None:
    """Nobody waits for it."""


def _room() -> tuple[int, int]:
    settings = read_settings()
    return settings.events_days, settings.events_mb
