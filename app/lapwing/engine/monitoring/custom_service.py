"""A person's own SQL metrics: kept as a document, tried, and given to the samplers."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.custom import (
    MOST_METRICS,
    CustomMetric,
    CustomMetricList,
    CustomMetricsChanged,
    CustomMetricTried,
    RemoveCustomMetric,
    SaveCustomMetric,
    TryCustomMetric,
    fault_of,
)
from lapwing.domain.monitoring.errors import MetricInvalid, MetricMissing
from lapwing.domain.monitoring.metrics import Reading, SeriesKey, SeriesValue
from lapwing.domain.operations import Permission
from lapwing.drivers.base import Session
from lapwing.engine.bus import Bus
from lapwing.engine.connections.lanes import LaneSession
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.connections.session_thread import SessionThread
from lapwing.engine.connections.ways import Way
from lapwing.engine.monitoring.custom import CustomReader, tried
from lapwing.engine.operations import operation
from lapwing.settings.documents import Document, DocumentKind
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from lapwing.sql.hiding import without_secrets

_SECRET: Final = "its statement seems to hold a secret, which would be kept in plain sight"  # noqa: S105 - words
_WRITES: Final = "its statement is not certain to only read"
_FULL: Final = f"there are {MOST_METRICS} already"
_ANY: Final = "ansi"
"""The dialect by which a statement is judged that is for servers of any."""


@dataclass(frozen=True, slots=True)
class CustomMetrics:
    """All of a person's own."""

    metrics: tuple[CustomMetric, ...] = ()


_KIND: Final = DocumentKind(CustomMetrics, version=1, migrations={})


class CustomMetricsService:
    """Event loop's thread, but for what `reader` gives."""

    def __init__(self, bus: Bus, connections: ConnectionsService, opener: Opener) -> None:
        self._bus = bus
        self._connections = connections
        self._opener = opener
        self._document = Document(paths.config() / "metrics.json", _KIND)
        self._writing = asyncio.Lock()
        self._known: tuple[CustomMetric, ...] | None = None

    # for the samplers

    def reader(self, way: Way) -> CustomReader:
        """What reads the metrics that are kept for a connection, also those that are saved later."""
        connection_id, dialect = way.connection.id, way.driver.dialect
        return CustomReader(dialect, lambda: self._of(connection_id, dialect))

    def _of(self, connection_id: str, dialect: str) -> Sequence[CustomMetric]:
        if self._known is None:
            try:
                self._known = self._document.read().metrics
            except LapwingError:
                return ()  # `metric.list` says why
        return [metric for metric in self._known if metric.is_for(connection_id, dialect) and not fault_of(metric)]

    # operations

    @operation("metric.list", needs=Permission.QUERY_READ)
    async def list_metrics(self) -> CustomMetricList:
        """All that are kept, by title; those that were written into the file by hand may be at fault."""
        try:
            metrics = await asyncio.to_thread(self._document.read)
        except LapwingError as error:
            return CustomMetricList(trouble=str(error))
        self._known = metrics.metrics
        found = sorted(metrics.metrics, key=lambda metric: ((metric.title or metric.id).casefold(), metric.id))
        faults = (f"{metric.id}: {fault}." for metric in found if (fault := fault_of(metric)))
        return CustomMetricList(tuple(found), " ".join(faults))

    @operation("metric.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveCustomMetric) -> CustomMetricList:
        """Keep a metric; it is read from the next look on.

        Raises:
            MetricInvalid
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        metric = request.metric
        reason = fault_of(metric) or _fault_of_statement(metric)
        if reason:
            raise MetricInvalid(metric=metric.id or metric.title or "without a name", reason=reason)

        def changed(metrics: tuple[CustomMetric, ...]) -> tuple[CustomMetric, ...]:
            others = tuple(each for each in metrics if each.id != metric.id)
            if len(others) >= MOST_METRICS:
                raise MetricInvalid(metric=metric.id, reason=_FULL)
            return (*others, metric)

        return await self._change(changed)

    @operation("metric.remove", needs=Permission.CONNECTIONS_WRITE)
    async def remove(self, request: RemoveCustomMetric) -> CustomMetricList:
        """Take a metric out of the list; what was kept of its values stays until it is old.

        Raises:
            MetricMissing
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """

        def changed(metrics: tuple[CustomMetric, ...]) -> tuple[CustomMetric, ...]:
            others = tuple(each for each in metrics if each.id != request.metric_id)
            if len(others) == len(metrics):
                raise MetricMissing(metric=request.metric_id)
            return others

        return await self._change(changed)

    @operation("metric.test", needs=Permission.QUERY_READ)
    async def try_metric(self, request: TryCustomMetric) -> CustomMetricTried:
        """Read a metric once, on a session of its own that is opened as a sampler's is.

        Raises:
            ConnectionUnknown, UrlInvalid, PasswordInUrl, DriverUnknown, OptionInvalid
            LapwingError: What opening a session raises, and that it died.
        """
        metric, place = request.metric, request.connection_id
        fault = fault_of(metric)
        if fault:
            return CustomMetricTried(denied=f"It cannot be kept, because {fault}.")
        is_url = "://" in place
        way = self._connections.way("" if is_url else place, place if is_url else "", password=request.password)
        thread = SessionThread("metric", LaneSession(self._opener, way, is_monitor=True))
        try:
            await thread.start()
            return await thread.do(lambda session: _tried(session, metric, way.driver.dialect))
        finally:
            await thread.close()

    async def _change(
        self, changed: Callable[[tuple[CustomMetric, ...]], tuple[CustomMetric, ...]]
    ) -> CustomMetricList:
        async with self._writing:
            before = await asyncio.to_thread(self._document.read)
            metrics = changed(before.metrics)
            await asyncio.to_thread(self._document.write, CustomMetrics(metrics))
            self._known = metrics
        self._bus.publish(CustomMetricsChanged())
        return await self.list_metrics()


def _tried(session: Session, metric: CustomMetric, dialect: str) -> CustomMetricTried:
    began_s = time.monotonic()
    readings, denied = tried(session, metric, dialect)
    return CustomMetricTried(tuple(map(_value, readings)), denied, time.monotonic() - began_s)


def _value(reading: Reading) -> SeriesValue:
    return SeriesValue(SeriesKey(reading.name, reading.labels), float(reading.value))


def _fault_of_statement(metric: CustomMetric) -> str:
    if metric.dialect and metric.dialect not in DIALECT_IDS:
        return f"there is no dialect {metric.dialect}; there are {', '.join(sorted(DIALECT_IDS))}"
    dialect = dialect_named(metric.dialect or _ANY)
    if without_secrets(dialect, metric.sql) != metric.sql:
        return _SECRET
    return "" if statement_facts(dialect, metric.sql).reads_only else _WRITES
