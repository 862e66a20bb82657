"""Statements of ours on a person's session. Session's thread."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import StatementCancelled
from lapwing.domain.events import LockAwaited
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.drivers.base import (
    Noticed,
    PagesCame,
    ResultBegan,
    ResultBeganAgain,
    RowsCame,
    Session,
    SilentListener,
    StatementEnded,
)
from lapwing.engine.running.outlet import Outlet
from lapwing.results.codecs import CELLS, rows_of


class _LockListener:
    def __init__(self, run_id: str, outlet: Outlet) -> None:
        self._run_id = run_id
        self._outlet = outlet

    def waits_for_lock(self, waited_s: float, holders: str) -> None:
        self._outlet.post(LockAwaited(self._run_id, waited_s, holders))


@contextmanager
def heard(session: Session, run_id: str, outlet: Outlet) -> Iterator[None]:
    """Within it, the owner hears when a statement waits for a lock."""
    session.listener = _LockListener(run_id, outlet)
    try:
        yield
    finally:
        session.listener = SilentListener()


def state_of(session: Session) -> TransactionState:
    """Its transaction; a server whose connection is gone has rolled back what was open."""
    return TransactionState.IDLE if session.is_lost else session.transaction()


class Asked:
    """What a statement brought, all of it: for few rows.

    Attributes:
        affected: As the server counted; the rows that it gave where it did not count.
    """

    def __init__(self, session: Session, sql: str, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Run it; raises what `Session.execute` raises."""
        self.columns: tuple[Column, ...] = ()
        self.rows: list[Row] = []
        counted: int | None = None
        codec = CELLS
        for reply in session.execute(sql):
            if isinstance(reply, ResultBegan):
                self.columns, codec = reply.columns, reply.codec
            elif isinstance(reply, RowsCame):
                self.rows += reply.rows
            elif isinstance(reply, PagesCame):
                self.rows += rows_of(reply.pages, codec, self.columns)
            elif isinstance(reply, ResultBeganAgain):
                self.rows = []
            elif isinstance(reply, StatementEnded):
                counted = reply.rows_affected
            elif isinstance(reply, Noticed) and cancelled():
                raise StatementCancelled
        self.affected = len(self.rows) if counted is None or (self.columns and not counted) else counted
