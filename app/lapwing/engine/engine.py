"""The engine: its services, and the one door through which faces ask."""

import asyncio
import logging
import os
import platform
import time
from collections.abc import Callable
from typing import Any

from lapwing import __version__, paths
from lapwing.domain.errors import DefectFound, LapwingError
from lapwing.domain.operations import EngineStatus, OperationList, Permission, Subscribe
from lapwing.domain.query import Done
from lapwing.engine.alerting.late import Alerting
from lapwing.engine.bus import Bus
from lapwing.engine.completion.service import CompletionService
from lapwing.engine.connections.drivers import DriversService
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.transactions import TransactionsService
from lapwing.engine.connections.whole import Connecting
from lapwing.engine.diagnosis.service import DiagnosisService
from lapwing.engine.events.whole import Events
from lapwing.engine.history.service import HistoryService
from lapwing.engine.hub import EventHub
from lapwing.engine.jobs.service import JobsService
from lapwing.engine.late_services import LateServices
from lapwing.engine.monitoring.whole import Monitoring
from lapwing.engine.operations import NOBODY, Caller, OperationTable, operation
from lapwing.engine.plugins.late import Plugins
from lapwing.engine.query.reading import ResultsService
from lapwing.engine.query.service import QueryService
from lapwing.engine.running.runs import Runs
from lapwing.engine.running.sinks import ResultFiles
from lapwing.engine.schedules.late import Schedules
from lapwing.engine.services.host import ServiceHost
from lapwing.engine.services.service import ServicesService
from lapwing.engine.webhooks.incoming_late import IncomingWebhooks
from lapwing.engine.webhooks.late import Webhooks
from lapwing.results.folder import ResultFolder
from lapwing.settings.store import read_settings

_log = logging.getLogger(__name__)


class Engine:
    """Everything that knows databases. Made, used and closed on one running event loop.

    Attributes:
        operations: All that can be asked of it.
        bus: Where its events are heard.
        hub: Where events for plugins, webhooks and other programs are told and heard.
        secrets: Where passwords are found and kept.
        plugins: Where those that are installed run.
        following: What notices that others wrote the lists of connections and environments.
        services: Where what goes on though nobody asks is registered, started and stopped.
        schedules: What tells events at their times.
        webhooks: What tells events to other programs.
        incoming: What judges, keeps and tells webhooks that others send; the listener that brings them is the HTTP
            face's, and registered by who starts the engine.
    """

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._listening: dict[int, list[Callable[[], None]]] = {}
        self.bus = Bus(asyncio.get_running_loop())
        self.hub = EventHub(self.bus)
        self.services = acting = ServiceHost(self.bus, self.hub)
        self.secrets = SecretsService()
        self._files = ResultFiles(_result_folder)
        self._connecting = at = Connecting(self.bus, self.secrets)
        self._sessions = at.sessions
        self.following = at.following
        self._drivers = DriversService(self.bus)
        self._events = Events(self.bus, self.hub, at.saved, at.sessions, lambda: acting.acts, acting.acts_elsewhere)
        self._history = HistoryService(self.bus, at.sessions, self._events.watch)
        runs = Runs()
        self._query = QueryService(self.bus, at.sessions, self._files, runs, self._history, at.confirming)
        self._completion = CompletionService(self.bus, at.saved, at.sessions, at.lanes)
        self._jobs = JobsService(self.bus)
        self._monitoring = Monitoring(self.bus, at.saved, at.opener, at.confirming, at.lanes)
        self._alerting = Alerting(self.bus, at.saved, self.secrets)
        self.webhooks = Webhooks(self.bus, self.hub, self.secrets)
        self.incoming = IncomingWebhooks(self.bus, self.hub, self.secrets, self._monitoring.annotate)
        self.schedules = Schedules(
            self.bus,
            self.hub,
            lambda: acting.runs_elsewhere(self.schedules.service.id),
            lambda operation_id, request: self.operations.call(NOBODY, operation_id, request),
        )
        self.plugins = Plugins(self.bus, self.hub, at.saved, at.opener, at.lanes, self.secrets, self._history, acting)
        late = LateServices(self.bus, at, self._files, runs, self._history, self._jobs, self.plugins)
        self._introduce(runs)
        self.operations = self._operations(late)

    def _introduce(self, runs: Runs) -> None:
        """Have those that may not import each other know of each other, and enter the services."""
        runs.gate.judge = self.plugins
        self._monitoring.others.append(self.plugins.beside)
        self.services.when_acting.append(self._events.relay.look_soon)
        self.services.before(self.plugins.begin)
        self.services.after(self.plugins.end)
        for service in (self._monitoring.kept, self.webhooks.service, self.schedules.service):
            self.services.register(service)

    def _operations(self, late: LateServices) -> OperationTable:
        """All that can be asked of the engine."""
        made = OperationTable()
        for service in (
            self,
            *self._connecting.services,
            TransactionsService(self.bus, self._sessions, self._history.recording),
            self._query,
            self._history,
            ResultsService(self._files),
            self._completion,
            self._drivers,
            self._jobs,
            DiagnosisService(self._sessions),
            ServicesService(self.services),
            *self._monitoring.services,
        ):
            made.add_service(service)
        late.enter(made)
        made.add_later("alert", lambda: self._alerting.whole().services)
        made.add_later("event", self._events.services)
        made.add_later("plugin", self.plugins.services)
        made.add_later("schedule", lambda: [self.schedules.whole().operations])
        made.add_later("webhook", lambda: self.webhooks.whole().services)
        made.add_later("listener", self.incoming.listener_operations)
        made.add_later("inbox", self.incoming.inbox_operations)
        return made

    def load_drivers_soon(self) -> None:
        """Load the drivers of saved connections in a moment, so that the first log-in need not wait for it."""
        self._drivers.load_saved_soon()

    def start_services(self) -> None:
        """Begin what goes on though nobody asks: all services. Not for an engine that does one thing and ends."""
        self._events.relay.follow()
        self.following.begin()
        self.plugins.will_begin()
        self.services.begin()
        self.webhooks.watch()

    async def serve(self, caller: Caller, operation_id: str, request: Any) -> object:
        """Do one operation for a caller.

        Raises:
            LapwingError: What the operation raises.
        """
        return await self.operations.call(caller, operation_id, request)

    @operation("engine.status", needs=Permission.ENGINE)
    async def status(self) -> EngineStatus:
        """Version, process, open sessions and room taken by results."""
        return EngineStatus(
            __version__,
            platform.python_version(),
            os.getpid(),
            self._sessions.count,
            self._files.used_bytes,
            str(paths.results()),
            time.monotonic() - self._started,
        )

    @operation("engine.operations", needs=Permission.NONE)
    async def list_operations(self) -> OperationList:
        """All operations with their parameters, permission and description."""
        return self.operations.facts()

    @operation("events.subscribe", needs=Permission.QUERY_READ)
    async def subscribe(self, request: Subscribe, caller: Caller) -> Done:
        """Hear of events by name patterns until the caller leaves; a caller that does not keep up misses some."""
        stop = self.bus.listen(request.patterns, lambda event: caller.tell(event, lossy=True))
        self._listening.setdefault(id(caller), []).append(stop)
        return Done()

    async def leave(self, caller: Caller) -> None:
        """A caller is gone: what it had open is rolled back and closed."""
        for stop in self._listening.pop(id(caller), []):
            stop()
        self._monitoring.leave(caller)
        await self._sessions.end_owner(caller)

    async def close(self) -> None:
        """Cancel, roll back and close everything, and delete the result files."""
        await self.services.end()
        await self.schedules.close()
        self.secrets.close()
        await self._monitoring.close()
        await self._alerting.close()
        await self._jobs.close()
        await self._drivers.close()
        await self._query.close()
        await self._completion.close()
        await self._connecting.close()
        await self._events.settle()
        await self.plugins.close()
        await self.webhooks.close()
        await self.services.close()  # only now: what plugins and webhooks have not heard, another engine tells them
        await self.hub.close()
        await asyncio.gather(self._history.close(), self._events.close())
        self.delete_files()

    def delete_files(self) -> None:
        """Delete the result files, whoever still writes them, and the socket. Any thread; may be called twice."""
        self._events.relay.take_down_bell()
        self._files.close()


def _result_folder() -> ResultFolder:
    return ResultFolder(paths.results(), read_settings().results_quota_mb << 20)


def defect(error: BaseException, operation_id: str) -> LapwingError:
    """What a caller is told of an error nobody foresaw; the traceback goes to the log."""
    _log.error("operation %s failed unexpectedly", operation_id, exc_info=error)
    return DefectFound(kind=f"{type(error).__name__} in {operation_id}", log=str(paths.logs()))
