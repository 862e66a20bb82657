"""Open transactions in which nothing runs: warned of, and rolled back when nobody says otherwise.

A forgotten transaction keeps its locks, and on PostgreSQL keeps dead rows from being cleaned away. Nothing is ever
committed here. Event loop's thread.
"""

import asyncio
import logging
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import LapwingError, TransactionTimedOut
from lapwing.domain.events import TransactionChanged, TransactionExpiring
from lapwing.drivers.base import Session
from lapwing.engine.connections.sessions import OpenedSession

_WARNED_S: Final = 60.0
"""The owner hears so long before; of a shorter limit, half of it before."""
_SETTLED_S: Final = 0.05
"""After a job its transaction's state is told within this."""
_log = logging.getLogger(__name__)


class IdleLimit:
    """Watches one session."""

    def __init__(self, session: OpenedSession, limit_s: float) -> None:
        """Roll back what is open on it when nothing has run for so long."""
        self._session = session
        self._limit_s = limit_s
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._is_warned = False
        self._rolling_back: asyncio.Task[None] | None = None
        session.thread.when_used.append(self._used)
        session.before_end.append(self.end)

    def keep_open(self) -> None:
        """Somebody wants the transaction to stay open: begin to count anew."""
        self._take_back()
        self._count()

    def end(self) -> None:
        """The session ends: nothing more is told or done."""
        self._stop()
        self._session.thread.when_used.clear()

    def _used(self, is_idle: bool) -> None:
        """The session begins to work, or has nothing to do any more."""
        if is_idle:
            self._stop()
            self._timer = self._loop.call_later(_SETTLED_S, self._count)
        else:
            self._take_back()

    def _take_back(self) -> None:
        self._stop()
        if self._is_warned:
            self._is_warned = False
            self._session.owner.tell(TransactionExpiring(self._session.id, None))

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    @property
    def _is_open_and_idle(self) -> bool:
        return self._session.thread.is_idle and self._session.transaction is not TransactionState.IDLE

    def _count(self) -> None:
        """Count from now on, if something is open."""
        self._stop()
        if self._is_open_and_idle:
            warned_s = min(_WARNED_S, self._limit_s / 2)
            self._timer = self._loop.call_later(self._limit_s - warned_s, self._warn, warned_s)

    def _warn(self, left_s: float) -> None:
        self._is_warned = True
        self._session.owner.tell(TransactionExpiring(self._session.id, left_s))
        self._timer = self._loop.call_later(left_s, self._expire)

    def _expire(self) -> None:
        self._timer = None
        self._is_warned = False
        if self._is_open_and_idle:
            self._rolling_back = self._loop.create_task(self._roll_back())

    async def _roll_back(self) -> None:
        """Roll back and tell; a connection that was lost meanwhile has been told."""
        session = self._session

        def undo(opened: Session) -> TransactionState:
            opened.rollback()
            return opened.transaction()

        try:
            state = await session.do(undo)
        except LapwingError as error:
            _log.info("an idle transaction could not be rolled back: %s", error.code)
            return
        if state is TransactionState.IDLE and session.transaction is not state:
            session.transaction = state
            reason = TransactionTimedOut(connection=session.living.way.connection.name, limit_s=int(self._limit_s))
            session.owner.tell(TransactionChanged(session.id, state, reason.to_wire()))
