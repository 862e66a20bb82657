"""What statements do to a server: its counters, compared once a minute, and kept."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lapwing.domain.errors import ConnectionUnknown, LapwingError
from lapwing.domain.monitoring.errors import MonitorUnknown
from lapwing.domain.monitoring.sessions import ExplainingStatement
from lapwing.domain.monitoring.statements import (
    ExplainStatement,
    ReadStatements,
    StatementCounters,
    StatementGrowth,
    StatementKey,
    StatementsAnswer,
    StatementsReading,
)
from lapwing.domain.operations import Permission
from lapwing.drivers.base import Session
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.monitoring.service import MonitoringService
from lapwing.engine.operations import operation

if TYPE_CHECKING:
    from lapwing.store.statements.keeping import StatementStore

_log = logging.getLogger(__name__)
_NOTHING_YET = "Counters are compared once a minute; there is nothing yet to compare with."


class StatementsService:
    """Compares counters with those before, and keeps what grew. Event loop's thread; the file is used in others."""

    def __init__(self, connections: ConnectionsService, monitors: Callable[[], MonitoringService]) -> None:
        """`monitors` are made after this one."""
        self._connections = connections
        self._monitors = monitors
        self._last: dict[str, StatementsReading] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._writing = asyncio.Lock()
        connections.when_changed.append(self._see_changed)
        connections.when_removed.append(self._see_removed)

    def take(self, connection_id: str, seen: StatementsReading) -> None:
        """Compare with the reading before of the same connection."""
        before, self._last[connection_id] = self._last.get(connection_id), seen
        if before is None or before.epoch != seen.epoch or not before.counters or not self._monitors().keeps:
            return
        grown = growth(before, seen)
        self._aside(self._keep(connection_id, before.at, seen.at, grown))

    async def _keep(self, connection_id: str, start: float, end: float, grown: tuple[StatementCounters, ...]) -> None:
        async with self._writing:
            try:
                await asyncio.to_thread(lambda: _store().add(connection_id, start, end, grown))
            except LapwingError as error:
                _log.warning("%s", error)

    @operation("statements.read", needs=Permission.QUERY_READ)
    async def read(self, request: ReadStatements) -> StatementsAnswer:
        """What statements did on a server in a time, the most time first. From 0 to 0: since the server counts.

        Raises:
            StatementsUnusable: What was kept cannot be read.
        """
        last = self._last.get(request.connection_id)
        note = last.note if last is not None else ""
        if request.end <= 0:
            return replace(_since_reset(last, request.most), note=note)
        async with self._writing:
            found = await asyncio.to_thread(
                lambda: _store().read(request.connection_id, request.start, request.end, request.most)
            )
        return replace(found, note=note or ("" if found.statements or found.start < found.end else _NOTHING_YET))

    @operation("statements.explain", needs=Permission.QUERY_READ)
    async def explain(self, request: ExplainStatement) -> ExplainingStatement:
        """The statement that shows the plan of a shape. It is not run by this.

        Raises:
            MonitorUnknown
            PlanUnknown: There is none, or its values would have to be known.
        """

        def job(session: Session) -> str | None:
            return None if session.monitor is None else session.monitor.explaining_shape(request.text)

        sql = await self._monitors().do(request.connection_id, job)
        if sql is None:
            raise MonitorUnknown(connection=request.connection_id)
        return ExplainingStatement(sql)

    async def _see_changed(self, connection_id: str) -> None:
        """It may lead to another server now, whose counters are others."""
        self._last.pop(connection_id, None)

    async def _see_removed(self, connection_id: str) -> None:
        """A connection was removed: what is kept of one that is no more goes, too."""
        try:
            self._connections.find(connection_id)
        except ConnectionUnknown:
            try:
                async with self._writing:
                    await asyncio.to_thread(lambda: _store().forget(connection_id))
            except LapwingError as error:  # the connection is removed all the same
                _log.warning("statements of a removed connection are left: %s", error)

    async def close(self) -> None:
        """Wait for what is being written."""
        await asyncio.gather(*self._background, return_exceptions=True)

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)


def growth(before: StatementsReading, now: StatementsReading) -> tuple[StatementCounters, ...]:
    """What each shape did between two readings; one that the server had forgotten meanwhile counts from nothing."""
    old: Mapping[StatementKey, StatementCounters] = {each.key: each for each in before.counters}
    grown = (_since(old.get(each.key), each) for each in now.counters)
    return tuple(each for each in grown if each.calls > 0)


def _since(old: StatementCounters | None, new: StatementCounters) -> StatementCounters:
    if old is None or new.calls < old.calls:
        return new
    return replace(
        new,
        calls=new.calls - old.calls,
        total_ms=max(0.0, new.total_ms - old.total_ms),
        rows=max(0, new.rows - old.rows),
        errors=_less(new.errors, old.errors),
        scans=_less(new.scans, old.scans),
        blocks_hit=_less(new.blocks_hit, old.blocks_hit),
        blocks_read=_less(new.blocks_read, old.blocks_read),
        temporary_bytes=_less(new.temporary_bytes, old.temporary_bytes),
    )


def _less(new: int | None, old: int | None) -> int | None:
    return None if new is None or old is None else max(0, new - old)


def _since_reset(last: StatementsReading | None, most: int) -> StatementsAnswer:
    if last is None:
        return StatementsAnswer(0.0, 0.0)
    total = sum(each.total_ms for each in last.counters)
    largest = sorted(last.counters, key=lambda each: each.total_ms, reverse=True)[:most]
    shares = (StatementGrowth(each, each.total_ms / total if total else 0.0) for each in largest)
    return StatementsAnswer(0.0, last.at, total, tuple(shares))


def _store() -> "StatementStore":
    """Loaded when something is kept or asked for the first time."""
    from lapwing.store.statements.keeping import StatementStore, statements_path

    return StatementStore(statements_path())
