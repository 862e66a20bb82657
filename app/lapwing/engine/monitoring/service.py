"""Who is monitored: connections that somebody looks at, and those that are kept monitored."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from lapwing.domain.errors import ConnectionUnknown, LapwingError
from lapwing.domain.events import ConnectionDisconnected, ConnectionsChanged, Event
from lapwing.domain.monitoring.declared import metrics_of
from lapwing.domain.monitoring.errors import IntervalInvalid, MonitorUnknown
from lapwing.domain.monitoring.samples import (
    KeepMonitor,
    MetricList,
    MetricsSampled,
    MonitorEnded,
    MonitorFacts,
    MonitorList,
    MonitorRequest,
    WatchMonitor,
)
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Session
from lapwing.engine.bus import Bus
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.ways import Way
from lapwing.engine.monitoring.kept import KeptMonitors, kept_monitors
from lapwing.engine.monitoring.looking import Beside
from lapwing.engine.monitoring.sampler import Sampler, Takes
from lapwing.engine.operations import Caller, operation

Answer = TypeVar("Answer")
LEAST_S: Final = 0.5
MOST_S: Final = 60.0
_USUAL_S: Final = 1.0
_LINGER_S: Final = 5.0
"""Who goes from tab to tab and comes back finds the session still open."""
_log = logging.getLogger(__name__)


class MonitoringService:
    """Keeps a sampler for each connection that is monitored. Event loop's thread.

    Samples are told on the bus, and to those who look. A URL stands for a connection that is not saved.
    """

    def __init__(
        self,
        bus: Bus,
        connections: ConnectionsService,
        opener: Opener,
        takes: Takes,
        beside: Callable[[Way], Sequence[Beside]],
    ) -> None:
        self._bus = bus
        self._connections = connections
        self._opener = opener
        self._takes = takes
        self._beside = beside
        self._document = kept_monitors()
        self._changing = asyncio.Lock()
        self._keeps = False
        self._samplers: dict[str, Sampler] = {}
        self._watching: dict[str, dict[int, tuple[Caller, float | None]]] = {}
        self._passwords: dict[str, Secret] = {}
        self._ways: dict[str, Way] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._kept: dict[str, float] = {}
        self._is_read = False
        self._closed = False
        bus.listen((ConnectionDisconnected.name, ConnectionsChanged.name), self._hear)

    # what is asked

    @operation("monitor.watch", needs=Permission.QUERY_READ)
    async def watch(self, request: WatchMonitor, caller: Caller) -> MonitorFacts:
        """Look at a connection from now on: it is sampled, and the caller hears `metrics.sampled` of it, until
        `monitor.unwatch` or its end. The newest samples come at once. The answer does not wait for the server.

        Raises:
            IntervalInvalid
            ConnectionUnknown, UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid: There is nothing to look at.
        """
        if request.interval_s is not None:
            _see_interval(request.interval_s)
        monitored = request.connection_id
        if request.password is not None:
            self._passwords[monitored] = request.password
        self._way(monitored)  # raises here, where somebody hears it
        self._watching.setdefault(monitored, {})[id(caller)] = (caller, request.interval_s)
        sampler = self._sampler(monitored)
        for sample in sampler.last.values():
            caller.tell(sample, lossy=True)
        return sampler.facts

    @operation("monitor.unwatch", needs=Permission.QUERY_READ)
    async def unwatch(self, request: MonitorRequest, caller: Caller) -> Done:
        """Look no longer; where nobody does and it is not kept, the server is let go."""
        self._stop_telling(request.connection_id, caller)
        asyncio.get_running_loop().call_later(_LINGER_S, self._settle, request.connection_id)
        return Done()

    @operation("monitor.retry", needs=Permission.QUERY_READ)
    async def retry(self, request: MonitorRequest) -> MonitorFacts:
        """Open the session of a monitoring now that was lost or refused.

        Raises:
            MonitorUnknown
            LapwingError: What opening a session raises; `PasswordNeeded` when a person has to be asked.
        """
        sampler = self._known(request.connection_id)
        await sampler.retry()
        return sampler.facts

    @operation("monitor.keep", needs=Permission.CONNECTIONS_WRITE)
    async def keep(self, request: KeepMonitor) -> MonitorList:
        """Choose whether a saved connection is monitored when nobody looks, and how often.

        Raises:
            ConnectionUnknown, IntervalInvalid
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        _see_interval(request.interval_s)
        self._connections.find(request.connection_id)
        async with self._changing:
            kept = dict(self._document.read().connections)
            kept.pop(request.connection_id, None)
            if request.is_kept:
                kept[request.connection_id] = request.interval_s
            self._document.write(KeptMonitors(kept))
        self._kept, self._is_read = kept, True
        self._settle(request.connection_id)
        return await self.list_monitors()

    @operation("monitor.list", needs=Permission.QUERY_READ)
    async def list_monitors(self) -> MonitorList:
        """The connections that are monitored by this engine, and how they are."""
        return MonitorList(tuple(sampler.facts for sampler in self._samplers.values()))

    @operation("monitor.facts", needs=Permission.QUERY_READ)
    async def facts(self, request: MonitorRequest) -> MonitorFacts:
        """How the monitoring of one connection is.

        Raises:
            MonitorUnknown: It is not monitored.
        """
        return self._known(request.connection_id).facts

    @operation("monitor.metrics", needs=Permission.QUERY_READ)
    async def metrics(self, request: MonitorRequest) -> MetricList:
        """What is measured of a connection; nothing is opened for it.

        Raises:
            ConnectionUnknown, UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid: There is nothing to measure.
        """
        way = self._way(request.connection_id)
        beside = (metric for each in self._beside(way) for metric in each.metrics())
        return MetricList((*metrics_of(way.driver.dialect), *beside))

    @property
    def keeps(self) -> bool:
        """Whether what is seen is kept and judged by this engine: the service that does it runs here."""
        return self._keeps

    def watched_now(self) -> list[MonitorFacts]:
        """How each monitoring is."""
        return [sampler.facts for sampler in self._samplers.values()]

    async def do(self, connection_id: str, job: Callable[[Session], Answer]) -> Answer | None:
        """Do something on a sampler's session, between two looks; None when there is none that is open.

        Raises:
            LapwingError: What the job raises.
        """
        sampler = self._samplers.get(connection_id)
        return None if sampler is None else await sampler.do(job)

    # samplers

    def _way(self, monitored: str) -> Way:
        if "://" in monitored:
            return self._connections.way("", monitored, password=self._passwords.get(monitored))
        return self._connections.way(monitored)

    def _known(self, monitored: str) -> Sampler:
        sampler = self._samplers.get(monitored)
        if sampler is None:
            raise MonitorUnknown(connection=monitored)
        return sampler

    def _sampler(self, monitored: str) -> Sampler:
        """The one of a connection, begun if it is not there."""
        interval_s, is_kept = self._interval(monitored), monitored in self._known_kept()
        sampler = self._samplers.get(monitored)
        if sampler is None:
            self._ways[monitored] = self._way(monitored)
            sampler = Sampler(
                monitored,
                lambda: self._way(monitored),
                self._opener,
                self._beside,
                self._tell,
                self._takes,
                interval_s,
            )
            self._samplers[monitored] = sampler
        sampler.set_interval(interval_s, is_kept=is_kept)
        return sampler

    def _interval(self, monitored: str) -> float:
        wanted = [each for _caller, each in self._watching.get(monitored, {}).values() if each is not None]
        if self._is_kept(monitored):
            wanted.append(self._kept[monitored])
        return min(wanted, default=_USUAL_S)

    def _is_kept(self, monitored: str) -> bool:
        return self._keeps and monitored in self._kept

    def _known_kept(self) -> dict[str, float]:
        """What persons want kept monitored, whether that is done here or not; nothing where it cannot be read."""
        if not self._is_read:
            try:
                self._read_kept()
            except LapwingError as error:
                _log.warning("what is monitored cannot be read: %s", error)
        return self._kept

    def _read_kept(self) -> None:
        self._is_read = True
        self._kept = dict(self._document.read().connections)

    def _settle(self, monitored: str) -> None:
        """Begin or end the sampler of a connection, as somebody wants it or nobody does."""
        if self._closed:
            return
        if self._watching.get(monitored) or self._is_kept(monitored):
            self._sampler(monitored)
        elif monitored in self._samplers:
            self._end(monitored)

    def _end(self, monitored: str) -> None:
        sampler = self._samplers.pop(monitored)
        self._ways.pop(monitored, None)
        self._passwords.pop(monitored, None)
        self._aside(self._ended(sampler))

    async def _ended(self, sampler: Sampler) -> None:
        await sampler.close()
        if sampler.facts.connection_id not in self._samplers:
            self._bus.publish(MonitorEnded(sampler.facts.connection_id))

    def _stop_telling(self, monitored: str, caller: Caller) -> None:
        self._watching.get(monitored, {}).pop(id(caller), None)
        if not self._watching.get(monitored, True):
            del self._watching[monitored]

    def _tell(self, event: Event) -> None:
        if isinstance(event, MetricsSampled):
            event = replace(event, is_stored=self._keeps)
            for caller, _interval in self._watching.get(event.connection_id, {}).values():
                caller.tell(event, lossy=True)
        self._bus.publish(event)

    # what happens to connections

    def _hear(self, event: Event) -> None:
        if isinstance(event, ConnectionDisconnected) and event.connection_id in self._samplers:
            self._samplers[event.connection_id].leave()
        elif isinstance(event, ConnectionsChanged):
            for monitored in list(self._samplers):
                self._follow(monitored)
            if self._keeps:
                self._forget_removed()

    def _forget_removed(self) -> None:
        """Connections that are there no longer are not kept monitored; where they cannot be read, nothing is known."""
        try:
            kept = self._document.read().connections
            left = {monitored: interval_s for monitored, interval_s in kept.items() if self._is_there(monitored)}
            if left != kept:
                self._document.write(KeptMonitors(left))
                self._kept = left
        except (LapwingError, OSError) as error:
            _log.warning("what is monitored cannot be kept: %s", error)

    def _is_there(self, monitored: str) -> bool:
        try:
            self._connections.find(monitored)
        except ConnectionUnknown:
            return False
        return True

    def _follow(self, monitored: str) -> None:
        """A connection was changed, or is there no longer."""
        try:
            way = self._way(monitored)
        except LapwingError as error:
            _log.info("%s is monitored no longer: %s", monitored, error)
            self._watching.pop(monitored, None)
            self._end(monitored)
            return
        if way != self._ways.get(monitored):
            self._end(monitored)
            self._settle(monitored)

    # the engine's own life

    def begin_keeping(self) -> LapwingError | None:
        """Monitor what is kept, and have what is seen stored and judged; why it is not known what is kept."""
        problem = None
        try:
            self._read_kept()
        except LapwingError as error:
            _log.warning("what is monitored cannot be read: %s", error)
            problem = error
        else:
            self._forget_removed()
        self._keeps = True
        self._settle_all()
        return problem

    def end_keeping(self) -> None:
        """Monitor only what somebody looks at, and have nothing stored and judged."""
        self._keeps = False
        self._settle_all()

    def _settle_all(self) -> None:
        for monitored in {*self._kept, *self._samplers}:
            try:
                self._settle(monitored)
            except LapwingError as error:
                _log.warning("%s cannot be monitored: %s", monitored, error)

    def leave(self, caller: Caller) -> None:
        """A caller is gone: it looks no longer."""
        for monitored in list(self._watching):
            self._stop_telling(monitored, caller)
            self._settle(monitored)

    async def close(self) -> None:
        """End all samplers."""
        self._closed = True
        samplers = list(self._samplers.values())
        self._samplers.clear()
        closing = (sampler.close() for sampler in samplers)
        await asyncio.gather(*self._background, *closing, return_exceptions=True)

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)


def _see_interval(interval_s: float) -> None:
    if not LEAST_S <= interval_s <= MOST_S:
        raise IntervalInvalid(least=LEAST_S, most=MOST_S, given=interval_s)
