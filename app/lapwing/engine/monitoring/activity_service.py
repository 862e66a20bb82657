"""Operations on what the sessions of monitored servers do: reading it, and ending statements and sessions."""

import logging
from collections.abc import Callable
from typing import Final

from lapwing.domain.connections import Confirmation
from lapwing.domain.errors import StatementFailed
from lapwing.domain.monitoring.errors import MonitorUnknown, PlanUnknown, SessionsReadOnly
from lapwing.domain.monitoring.sessions import (
    ActivityRead,
    ActivityTimeline,
    CancelStatements,
    ExplainingStatement,
    ExplainSession,
    ReadActivity,
    ReadActivityTimeline,
    SessionEnd,
    SessionOutcome,
    SessionOutcomes,
    SessionRef,
    TerminateSessions,
)
from lapwing.domain.operations import Permission
from lapwing.drivers.base import Session
from lapwing.drivers.monitoring import Monitor
from lapwing.engine.connections.confirming import Confirming
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.monitoring.activity import ActivityKeeper
from lapwing.engine.monitoring.service import MonitoringService
from lapwing.engine.operations import operation

_log = logging.getLogger(__name__)
_End = Callable[[Monitor, SessionRef], bool]
_CANCEL: Final[_End] = lambda monitor, ref: monitor.cancel_statement(ref.id, ref.began)  # noqa: E731
_TERMINATE: Final[_End] = lambda monitor, ref: monitor.end_session(ref.id, ref.began)  # noqa: E731


class ActivityService:
    """Gives what the keeper has, and acts through the sampler's session. Event loop's thread."""

    def __init__(
        self,
        keeper: ActivityKeeper,
        monitors: MonitoringService,
        connections: ConnectionsService,
        confirming: Confirming,
    ) -> None:
        self._keeper = keeper
        self._monitors = monitors
        self._connections = connections
        self._confirming = confirming

    @operation("activity.read", needs=Permission.QUERY_READ)
    async def read(self, request: ReadActivity) -> ActivityRead:
        """What the sessions of a server do, or did at a moment of the last 15 minutes; while the connection is
        monitored, and after that as long as it is kept."""
        oldest, newest = self._keeper.times(request.connection_id) or (None, None)
        return ActivityRead(self._keeper.find(request.connection_id, request.at), oldest, newest)

    @operation("activity.timeline", needs=Permission.QUERY_READ)
    async def timeline(self, request: ReadActivityTimeline) -> ActivityTimeline:
        """How many sessions were active, waiting and blocked at each moment that `activity.read` can give."""
        times = self._keeper.times(request.connection_id)
        counts = self._keeper.counts(request.connection_id, request.after)
        return ActivityTimeline(counts, times[0] if times else None)

    @operation("activity.cancel", needs=Permission.QUERY_WRITE)
    async def cancel(self, request: CancelStatements) -> SessionOutcomes:
        """End what sessions of a monitored server run. A session that has the id of another one by now is left alone.

        Raises:
            ConnectionUnknown, MonitorUnknown
            SessionsReadOnly, ConfirmationNeeded: What is in force on the connection; nothing was done.
            ConnectionLost: It is not known which sessions were reached.
        """
        return await self._end(request.connection_id, request.sessions, request.confirmed, _CANCEL, "cancel")

    @operation("activity.terminate", needs=Permission.QUERY_WRITE)
    async def terminate(self, request: TerminateSessions) -> SessionOutcomes:
        """End sessions of a monitored server; it rolls back what they have not committed. Raises as
        `activity.cancel`."""
        return await self._end(request.connection_id, request.sessions, request.confirmed, _TERMINATE, "terminate")

    @operation("activity.explain", needs=Permission.QUERY_READ)
    async def explain(self, request: ExplainSession) -> ExplainingStatement:
        """The statement that shows the plan of what a session runs. It is not run by this.

        Raises:
            ConnectionUnknown, MonitorUnknown
            PlanUnknown: There is none, or too little is known.
        """
        connection = self._connections.find(request.connection_id)
        seen = self._keeper.find(connection.id, request.at)
        ref = request.session
        known = seen.sessions if seen is not None else ()
        session = next((each for each in known if (each.id, each.began) == (ref.id, ref.began)), None)
        if session is None:
            raise PlanUnknown(reason="the session is no longer there")

        def job(own: Session) -> str | None:
            return None if own.monitor is None else own.monitor.explaining(session)

        sql = await self._monitors.do(connection.id, job)
        if sql is None:
            raise MonitorUnknown(connection=connection.name)
        return ExplainingStatement(sql, session.database)

    async def _end(
        self,
        connection_id: str,
        sessions: tuple[SessionRef, ...],
        confirmed: Confirmation,
        end: _End,
        word: str,
    ) -> SessionOutcomes:
        connection = self._connections.find(connection_id)
        if self._connections.way(connection.id).target.read_only:
            raise SessionsReadOnly(connection=connection.name)
        self._confirming.see_ends_confirmed(connection, confirmed)

        def job(session: Session) -> SessionOutcomes | None:
            monitor = session.monitor
            return None if monitor is None else SessionOutcomes(tuple(_outcome(monitor, ref, end) for ref in sessions))

        found = await self._monitors.do(connection.id, job)
        if found is None:
            raise MonitorUnknown(connection=connection.name)
        for each in found.outcomes:
            _log.info("%s session %s of %s: %s", word, each.session_id, connection.id, each.end)
        return found


def _outcome(monitor: Monitor, ref: SessionRef, end: _End) -> SessionOutcome:
    """Do it for one; a refusal keeps nobody from the next. Session's thread."""
    try:
        done = end(monitor, ref)
    except StatementFailed as error:
        return SessionOutcome(ref.id, SessionEnd.REFUSED, str(error))
    return SessionOutcome(ref.id, SessionEnd.DONE if done else SessionEnd.GONE)
