"""All services of monitoring, put together: the engine knows only this."""

from collections.abc import Callable, Sequence

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import Activity
from lapwing.domain.monitoring.annotations import AddAnnotation, Annotation
from lapwing.domain.monitoring.statements import StatementsReading
from lapwing.engine.bus import Bus
from lapwing.engine.connections.confirming import Confirming
from lapwing.engine.connections.lanes import Lanes
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.ways import Way
from lapwing.engine.monitoring.activity import ActivityKeeper
from lapwing.engine.monitoring.activity_service import ActivityService
from lapwing.engine.monitoring.advice import AdviceService
from lapwing.engine.monitoring.annotations import AnnotationsService
from lapwing.engine.monitoring.custom_service import CustomMetricsService
from lapwing.engine.monitoring.dashboards import DashboardsService
from lapwing.engine.monitoring.hosted import KeptMonitoring
from lapwing.engine.monitoring.keeping import SeriesKeeper
from lapwing.engine.monitoring.looking import Beside
from lapwing.engine.monitoring.series_service import SeriesService
from lapwing.engine.monitoring.service import MonitoringService
from lapwing.engine.monitoring.statements import StatementsService
from lapwing.engine.operations import Caller


@dataclass(frozen=True, slots=True)
class _Takes:
    """Where samplers leave what is no series (`sampler.Takes`)."""

    sessions: ActivityKeeper
    shapes: StatementsService

    def activity(self, connection_id: str, seen: Activity) -> None:
        self.sessions.take(connection_id, seen)

    def statements(self, connection_id: str, seen: StatementsReading) -> None:
        self.shapes.take(connection_id, seen)


class Monitoring:
    """What looks at servers, and what becomes of it. Event loop's thread.

    Attributes:
        services: Those that declare operations.
        kept: The service that looks though nobody does, and keeps what is seen.
        others: Give what else is read beside a server's figures.
    """

    def __init__(
        self, bus: Bus, connections: ConnectionsService, opener: Opener, confirming: Confirming, lanes: Lanes
    ) -> None:
        self.others: list[Callable[[], Sequence[Beside]]] = []
        self._series = SeriesKeeper(bus)
        self._annotations = AnnotationsService(bus, connections)
        self._custom = CustomMetricsService(bus, connections, opener)
        self._activity = ActivityKeeper(bus)
        self._statements = StatementsService(connections, lambda: self._monitors)
        takes = _Takes(self._activity, self._statements)
        self._monitors = MonitoringService(bus, connections, opener, takes, self._beside)
        self.kept = KeptMonitoring(self._monitors)
        activity = ActivityService(self._activity, self._monitors, connections, confirming)
        self.services: tuple[object, ...] = (
            self._monitors,
            activity,
            self._statements,
            AdviceService(lanes),
            DashboardsService(bus),
            SeriesService(self._series, connections),
            self._annotations,
            self._custom,
        )

    def _beside(self, way: Way) -> Sequence[Beside]:
        """What is read beside a driver's own figures."""
        from lapwing.engine.monitoring.host import HostReader, is_local  # psutil is not for the start

        host = (HostReader(),) if is_local(way.target, way.connection.ssh) else ()
        others = [each for give in self.others for each in give()]
        return (*host, self._custom.reader(way), *others)

    async def annotate(self, request: AddAnnotation) -> Annotation:
        """Write something into charts, for who is no caller.

        Raises:
            RequestInvalid, AnnotationsUnusable, StoredNewer: It is not kept.
        """
        return await self._annotations.add(request)

    def leave(self, caller: Caller) -> None:
        """A caller is gone."""
        self._monitors.leave(caller)

    async def close(self) -> None:
        """End everything, and keep what was not written yet."""
        await self._monitors.close()
        await self._activity.close()
        await self._statements.close()
        await self._series.close()
        await self._annotations.close()
