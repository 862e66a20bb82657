"""What a run tells its owner, in order, and what it remembers of it. Run's thread, but for `tell_progress`.

Of the first statements each is told by itself. Of a longer script only those are that somebody wants to see: with a
result, a notice, a wait or an error. All others are told together, some ten times a second.
"""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.events import (
    Event,
    LockAwaited,
    ScriptProgressed,
    StatementCompleted,
    StatementRefused,
    StatementsCompleted,
    StatementStarted,
    TransactionChanged,
)
from lapwing.domain.query import RunQuery, StatementOutcome
from lapwing.drivers.base import Session
from lapwing.engine.running.outlet import Outlet
from lapwing.sql.script_stream import ScriptStatement

_OUTCOMES_KEPT: Final = 1_000
SQL_SHOWN: Final = 2_000
"""Characters of a statement that are told."""
_TOLD_SINGLY: Final = 100
_BEGINNING: Final = 120
_BATCH_S: Final = 0.1


class RunReport:
    """Tells of one run.

    Attributes:
        outlet: The way to the owner.
        count: Statements that the run has; 0 when that is not known.
        ran: Statements that were begun.
        failed: Those of them that were refused.
    """

    def __init__(self, request: RunQuery, outlet: Outlet, session: Session, count: int) -> None:
        """Of a run with so many statements; 0 when that is not known."""
        self.outlet = outlet
        self.post: Callable[[Event], None] = outlet.post
        self.ran = 0
        self.failed = 0
        self._request = request
        self._session = session
        self.count = count
        self._transaction = session.transaction()
        self._outcomes: deque[tuple[int, str, float, int | None, int | None, str, bool, ErrorFacts | None]]
        self._outcomes = deque(maxlen=_OUTCOMES_KEPT)
        self._statement: ScriptStatement | None = None
        self._is_shown = True
        self._first = self._quiet = self._counted = 0
        self._affected = 0
        self._batch_since = 0.0
        self._progress = (0, 0)

    @property
    def outcomes(self) -> tuple[StatementOutcome, ...]:
        """How the last statements ended."""
        return tuple(StatementOutcome(*outcome) for outcome in self._outcomes)

    def moved_to(self, session: Session) -> None:
        """The run goes on on another session."""
        self._session = session

    # one statement

    def begin(self, statement: ScriptStatement) -> int:
        """A statement begins; its index."""
        index = self.ran
        self.ran = index + 1
        self._statement = statement
        self._is_shown = False
        if index < _TOLD_SINGLY:
            self.show(index)
        return index

    def resume(self, statement: ScriptStatement) -> None:
        """A statement goes on in which others were run; it was told of before."""
        self._statement = statement
        self._is_shown = True

    def show(self, index: int) -> None:
        """Something is to be told of the statement that runs: tell first that it began."""
        if self._is_shown:
            return
        statement = self._statement
        assert statement is not None, "it has begun"
        self._is_shown = True
        self.end_batch()
        start, request = self._request.offset + statement.start, self._request
        sql = statement.sql[:SQL_SHOWN] if statement.file else ""
        self.post(StatementStarted(request.run_id, index, self.count, start, start + len(statement.sql), sql))

    def completed(self, outcome: StatementOutcome) -> None:
        """The statement ended well."""
        self._keep(outcome)
        if self._is_shown:
            self.post(StatementCompleted(self._request.run_id, self._request.session_id, outcome))

    def completed_quietly(self, index: int, sql: str, started: float, rows_affected: int | None) -> None:
        """The statement ended well, without a result. To be called where it may be told together with others."""
        now = time.monotonic()
        if self._is_shown:
            self.completed(StatementOutcome(index, sql[:SQL_SHOWN], now - started, rows_affected))
            return
        self._outcomes.append((index, sql[:SQL_SHOWN], now - started, rows_affected, None, "", True, None))
        if not self._quiet:
            self._first, self._batch_since = index, started
        self._quiet += 1
        if rows_affected is not None:
            self._counted += 1
            self._affected += rows_affected
        if now - self._batch_since >= _BATCH_S:
            self.end_batch(now)

    def refused(self, outcome: StatementOutcome) -> None:
        """The statement failed, or was cancelled."""
        assert outcome.error is not None, "that is why it was refused"
        self.failed += 1
        self.show(outcome.index)
        self._keep(outcome)
        self.post(StatementRefused(self._request.run_id, self._request.session_id, outcome, outcome.error))

    def _keep(self, outcome: StatementOutcome) -> None:
        o = outcome
        self._outcomes.append(
            (o.index, o.sql, o.elapsed_s, o.rows_affected, o.row_count, o.result_id, o.complete, o.error)
        )

    def end_batch(self, now: float | None = None) -> None:
        """Tell of the statements that nothing was told of yet."""
        if not self._quiet:
            return
        took_s = (time.monotonic() if now is None else now) - self._batch_since
        affected = self._affected if self._counted else None
        ids = (self._request.run_id, self._request.session_id)
        self.post(StatementsCompleted(*ids, self._first, self._quiet, took_s, affected, self._counted))
        self._quiet = self._counted = self._affected = 0

    # beside the statements

    def waits_for_lock(self, waited_s: float, holders: str) -> None:
        """The driver says that the statement waits (`SessionListener`)."""
        self.show(self.ran - 1)
        self.post(LockAwaited(self._request.run_id, waited_s, holders))

    def tell_transaction(self, error: LapwingError | None = None) -> None:
        """Tell of the transaction's state, if it has changed since the last time or something failed."""
        state = transaction_of(self._session)
        if error is not None or state is not self._transaction:
            self._transaction = state
            reason = error.to_wire() if error is not None and self._session.is_lost else None
            self.post(TransactionChanged(self._request.session_id, state, reason))

    @property
    def transaction(self) -> TransactionState:
        """As it was told last."""
        return self._transaction

    def tell_progress(self, size_done: int, size: int) -> None:
        """Tell how far a long script is, unless nothing has happened since. Any thread."""
        ran, statement = self.ran, self._statement
        if ran <= _TOLD_SINGLY or statement is None or (ran, size_done) == self._progress:
            return
        self._progress = (ran, size_done)
        beginning = " ".join(statement.sql[:_BEGINNING].split())
        run_id = self._request.run_id
        self.post(ScriptProgressed(run_id, ran - 1, self.failed, size_done, size, beginning))


def transaction_of(session: Session) -> TransactionState:
    """Its state; a server whose connection is gone has rolled back what was open."""
    return TransactionState.IDLE if session.is_lost else session.transaction()
