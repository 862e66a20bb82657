"""What is kept of servers: reading it, writing it to a file, and letting go of it."""

import asyncio
import logging
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import ConnectionUnknown, ErrorFacts, LapwingError
from lapwing.domain.monitoring.series import (
    ExportSeries,
    ForgetSeries,
    ListSeries,
    ReadSeries,
    SeriesAnswer,
    SeriesExported,
    SeriesList,
)
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.monitoring.keeping import SeriesKeeper
from lapwing.engine.operations import operation

_MOST_POINTS: Final = 1_000_000
"""Of one answer, so that it fits into a message."""
_log: Final = logging.getLogger(__name__)


class SeriesService:
    """Reads kept samples; any engine of the profile can. Event loop's thread.

    The store's reading, and with it numpy, is loaded when something is asked for the first time.
    """

    def __init__(self, keeper: SeriesKeeper, connections: ConnectionsService) -> None:
        self._keeper = keeper
        self._connections = connections
        connections.when_removed.append(self._see_removed)

    @operation("series.read", needs=Permission.QUERY_READ)
    async def read(self, request: ReadSeries) -> SeriesAnswer:
        """Kept values of a connection's series, thinned out to as many points as are wanted; no peak is lost.

        What came in a moment ago is among them. Where the file cannot be read, the answer has only that, and says why.
        Of more than a million points, series that came first are left out.
        """

        writer = self._keeper.writer

        def find() -> SeriesAnswer:
            from lapwing.store.series.reading import read, without_file

            waiting, most = writer.waiting(request.connection_id), max(1, _MOST_POINTS // request.most_points)
            try:
                found = read(writer.path, request, waiting, most)
            except LapwingError as error:
                return without_file(request, waiting, most, error.to_wire())
            return replace(found, trouble=_facts(writer.notice))

        return await asyncio.to_thread(find)

    @operation("series.list", needs=Permission.QUERY_READ)
    async def list_series(self, request: ListSeries) -> SeriesList:
        """The series that are kept of a connection, from when to when."""

        writer = self._keeper.writer

        def find() -> SeriesList:
            from lapwing.store.series.reading import spans

            try:
                found = spans(writer.path, request.connection_id, writer.waiting(request.connection_id))
            except LapwingError as error:
                return SeriesList(request.connection_id, trouble=error.to_wire())
            return replace(found, trouble=_facts(writer.notice))

        return await asyncio.to_thread(find)

    @operation("series.export", needs=Permission.FILES_WRITE)
    async def export(self, request: ExportSeries) -> SeriesExported:
        """Write kept values to a file of comma-separated values: times in UTC (ISO 8601), and one column a series.

        Values are averages where samples are no longer kept as they were taken. A gap is an empty field.

        Raises:
            MetricsUnusable, StoredNewer: What is kept cannot be read.
            MetricsNotExported: The file cannot be written.
        """

        writer = self._keeper.writer

        def write() -> SeriesExported:
            from lapwing.store.series.exporting import export

            return export(writer.path, request, writer.waiting(request.connection_id))

        return await asyncio.to_thread(write)

    @operation("series.forget", needs=Permission.QUERY_WRITE)
    async def forget(self, request: ForgetSeries) -> Done:
        """Delete all samples that are kept of a connection. Where it is monitored, keeping begins anew.

        Raises:
            MetricsUnusable, StoredNewer: They cannot be deleted.
        """
        await self._forget(request.connection_id)
        return Done()

    async def _forget(self, connection_id: str) -> None:
        from lapwing.store.series.upkeep import forget

        self._keeper.writer.drop(connection_id)
        await asyncio.to_thread(forget, self._keeper.writer.path, connection_id)

    async def _see_removed(self, connection_id: str) -> None:
        """A connection was removed: what is kept of one that is no more goes, too."""
        try:
            self._connections.find(connection_id)
        except ConnectionUnknown:
            try:
                await self._forget(connection_id)
            except LapwingError as error:  # the connection is removed all the same
                _log.warning("metrics of a removed connection are left: %s", error)


def _facts(error: LapwingError | None) -> ErrorFacts | None:
    return error.to_wire() if error else None
