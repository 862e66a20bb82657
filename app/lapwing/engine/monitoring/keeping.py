"""Keeping samples: what is told of servers goes to the store, unless another engine of the profile does that."""

import asyncio
from typing import TYPE_CHECKING, Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.monitoring.series import KeepingResumed, KeepingTrouble
from lapwing.engine.bus import Bus
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.store.series.ticks import Tick
    from lapwing.store.series.upkeep import Room
    from lapwing.store.series.writer import SeriesWriter

_HOUR_S: Final = 3_600
_DAY_S: Final = 86_400


class SeriesKeeper:
    """Hands samples to the thread that writes them. Event loop's thread.

    The store, and with it SQLite, is loaded when the first sample comes, or somebody asks for one.
    """

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._last: dict[tuple[str, Lane], Tick] = {}
        self._writer: SeriesWriter | None = None
        self._stop = bus.listen((MetricsSampled.name,), self._hear)

    @property
    def writer(self) -> "SeriesWriter":
        """The thread that writes, begun with the first sample."""
        if self._writer is None:
            from lapwing.store.series.schema import series_path  # SQLite is not loaded before it is needed
            from lapwing.store.series.writer import SeriesWriter

            self._writer = SeriesWriter(series_path(), room, self._tell)
        return self._writer

    def _hear(self, event: Event) -> None:
        if isinstance(event, MetricsSampled) and event.is_stored:
            tick = self._tick(event)
            if tick is not None:
                self.writer.put(tick)

    def _tick(self, event: MetricsSampled) -> "Tick | None":
        """What is to be kept; of a tick that was missed a gap in each series of the one before."""
        from lapwing.store.series.ticks import gap_like, tick_of

        place = event.connection_id, event.lane
        if event.values:
            self._last[place] = tick_of(event.connection_id, event.at, event.interval_s, event.values)
            return self._last[place]
        return gap_like(self._last[place], event.at) if place in self._last else None

    def _tell(self, error: LapwingError | None) -> None:
        """Tell what became of the store. Writer's thread."""
        self._bus.publish_from_thread(KeepingTrouble(error.to_wire()) if error else KeepingResumed())

    async def close(self) -> None:
        """Write what is left."""
        self._stop()
        if self._writer is not None:
            await asyncio.to_thread(self._writer.close)


def room() -> "Room":
    """How much is kept, by the settings."""
    from lapwing.store.series.upkeep import Room

    settings = read_settings()
    return Room(
        settings.series_samples_hours * _HOUR_S,
        settings.series_minutes_days * _DAY_S,
        settings.series_hours_days * _DAY_S,
        settings.series_mb << 20,
    )
