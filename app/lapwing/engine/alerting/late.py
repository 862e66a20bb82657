"""Alerting is loaded when there is something to judge, or somebody asks: making its types takes a while."""

from typing import TYPE_CHECKING

from lapwing.domain.events import Event
from lapwing.domain.monitoring.samples import MetricsSampled, MonitorChanged, MonitorFacts
from lapwing.engine.bus import Bus
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.service import ConnectionsService

if TYPE_CHECKING:
    from lapwing.engine.alerting.whole import WholeAlerting


class Alerting:
    """Event loop's thread."""

    def __init__(self, bus: Bus, connections: ConnectionsService, secrets: SecretsService) -> None:
        self._made_of = (bus, connections, secrets)
        self._whole: WholeAlerting | None = None
        self._monitors: dict[str, MonitorFacts] = {}
        self._stop = bus.listen((MetricsSampled.name, MonitorChanged.name), self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, MonitorChanged):
            self._monitors[event.monitor.connection_id] = event.monitor
        elif isinstance(event, MetricsSampled) and event.is_stored:
            self.whole().alerts.hear(event)

    def whole(self) -> "WholeAlerting":
        """All of it; from now on it hears for itself."""
        if self._whole is None:
            from lapwing.engine.alerting.whole import WholeAlerting

            self._stop()
            self._whole = WholeAlerting(*self._made_of)
            for monitor in self._monitors.values():
                self._whole.alerts.hear(MonitorChanged(monitor))
        return self._whole

    async def close(self) -> None:
        """Judge and tell no more; what was found is kept."""
        self._stop()
        if self._whole is not None:
            await self._whole.close()
