"""One run: statements in order on one session, in that session's thread."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lapwing.domain.errors import ErrorFacts, LapwingError, StatementCancelled, StatementFailed
from lapwing.domain.events import (
    Event,
    LockAwaited,
    NoticeReceived,
    ResultEnded,
    ResultPaused,
    ResultRestarted,
    ResultStarted,
    RowsAvailable,
    StatementCompleted,
    StatementRefused,
    StatementStarted,
    TransactionChanged,
)
from lapwing.domain.query import RunOutcome, RunQuery, StatementOutcome
from lapwing.domain.values import Row
from lapwing.drivers.base import (
    Noticed,
    Reply,
    ResultBegan,
    ResultBeganAgain,
    RowsCame,
    Session,
    StatementEnded,
)
from lapwing.engine.query.control import RunControl, Wish
from lapwing.engine.query.sinks import RowSink, SinkMaker
from lapwing.sql.dialect import Dialect
from lapwing.sql.statements import Statement

_NEWS_S: Final = 0.1
"""Rows are announced ten times a second ..."""
_EARLY_NEWS_S: Final = 0.015
_EARLY_ROWS: Final = 1_000
"""... but for the first thousand, which a person is waiting for."""
_OUTCOMES_KEPT: Final = 1_000


class Outlet:
    """How a run tells its owner what happens, from its own thread."""

    def __init__(self, post: Callable[[Event], None], is_full: Callable[[], bool], control: RunControl) -> None:
        self.post = post
        self._is_full = is_full
        self._control = control

    def wait_for_room(self) -> None:
        """Do not run ahead of an owner who does not read."""
        while self._is_full() and not self._control.cancelled:
            self._control.wait(0.02)


@dataclass(slots=True)
class _Current:
    """The statement that runs now."""

    index: int
    statement: Statement
    sql: str
    started: float
    sink: RowSink | None = None
    row_count: int = 0
    announced: int = 0
    last_news: float = 0.0
    rows_affected: int | None = None
    complete: bool = True
    reason: str = ""


@dataclass(slots=True)
class Run:
    """A run about to be done; calling it with the session does it.

    Attributes:
        schema_changed: Whether a statement changed what the catalogue shows.
    """

    request: RunQuery
    dialect: Dialect
    outlet: Outlet
    control: RunControl
    sinks: SinkMaker
    schema_changed: bool = False
    _limit: int | None = None
    _outcomes: list[StatementOutcome] = field(default_factory=list)
    _ran: int = 0
    _failed: int = 0

    def __call__(self, session: Session) -> RunOutcome:
        """Do it. An error of a statement ends the run; it stands in the outcome, as in the events."""
        started = time.monotonic()
        session.listener = self
        statements = self.dialect.split(self.request.sql)
        for index, statement in enumerate(statements):
            self.outlet.wait_for_room()
            if self.control.cancelled or not self._one(session, index, statement, len(statements)):
                break
        return RunOutcome(
            self.request.run_id,
            time.monotonic() - started,
            self._ran,
            self._failed,
            session.transaction(),
            tuple(self._outcomes[-_OUTCOMES_KEPT:]),
            self.control.cancelled,
        )

    def waits_for_lock(self, waited_s: float, holders: str) -> None:
        """The driver says that the statement waits (`SessionListener`)."""
        self.outlet.post(LockAwaited(self.request.run_id, waited_s, holders))

    # one statement

    def _one(self, session: Session, index: int, statement: Statement, count: int) -> bool:
        """Run one statement; whether the next one may run."""
        sql = self.request.sql[statement.start : statement.end]
        current = _Current(index, statement, sql, time.monotonic())
        current.last_news = current.started
        offset = self.request.offset
        run_id = self.request.run_id
        before = session.transaction()
        self.outlet.post(StatementStarted(run_id, index, count, offset + statement.start, offset + statement.end))
        self._ran += 1
        error: LapwingError | None = None
        try:
            if statement.is_dot_command:
                raise StatementFailed(
                    server=f"{sql.split()[0]} is a command of the sqlite3 program, not SQL.", position=0
                )
            self._limit = self.request.row_limit
            is_last = index == count - 1
            self._take_replies(session.execute(sql), current, is_last)
        except LapwingError as refused:
            error = refused
        except BaseException:
            self._end_result(current, reason="error")
            raise
        self._finish(session, current, error)
        after = session.transaction()
        if after is not before or error is not None:
            self.outlet.post(TransactionChanged(self.request.session_id, after))
        return error is None

    def _finish(self, session: Session, current: _Current, error: LapwingError | None) -> None:
        if error is not None:
            current.complete = False
            current.reason = "cancelled" if isinstance(error, StatementCancelled) else _reason(error)
        if current.reason == "cancelled" and error is None:
            error = StatementCancelled()
        self._end_result(current, current.reason)
        wire = self._placed(error, current) if error is not None else None
        outcome = StatementOutcome(
            current.index,
            current.sql[:2000],
            time.monotonic() - current.started,
            current.rows_affected,
            current.row_count if current.sink is not None else None,
            current.sink.handle.result_id if current.sink is not None else "",
            current.complete,
            wire,
        )
        self._outcomes.append(outcome)
        del self._outcomes[:-_OUTCOMES_KEPT]
        if wire is None:
            self.outlet.post(StatementCompleted(self.request.run_id, self.request.session_id, outcome))
        else:
            self._failed += 1
            self.outlet.post(StatementRefused(self.request.run_id, self.request.session_id, outcome, wire))

    def _placed(self, error: LapwingError, current: _Current) -> ErrorFacts:
        """The error with its position counted in the whole text."""
        position = error.facts.get("position")
        if isinstance(position, int):
            before = current.statement.start
            error.facts["line"] = self.request.sql.count("\n", 0, before + position) + 1
            error.facts["position"] = self.request.offset + before + position
        return error.to_wire()

    # replies

    def _take_replies(self, replies: Iterator[Reply], current: _Current, is_last: bool) -> None:
        try:
            for reply in replies:
                if isinstance(reply, RowsCame):
                    if not self._take_rows(reply.rows, current, is_last):
                        return
                elif isinstance(reply, ResultBegan):
                    self._begin_result(reply, current)
                elif isinstance(reply, ResultBeganAgain):
                    self._begin_result_again(current)
                elif isinstance(reply, Noticed):
                    self.outlet.post(NoticeReceived(self.request.run_id, current.index, reply.text, reply.severity))
                elif isinstance(reply, StatementEnded):
                    current.rows_affected = reply.rows_affected
                    self.schema_changed = self.schema_changed or reply.schema_changed
                if self.control.cancelled:
                    raise StatementCancelled
        finally:
            close = getattr(replies, "close", None)
            if close is not None:
                close()

    def _begin_result(self, began: ResultBegan, current: _Current) -> None:
        current.sink = self.sinks.open(began.columns, self.request.run_id)
        self.outlet.post(ResultStarted(self.request.run_id, current.index, current.sink.handle))

    def _begin_result_again(self, current: _Current) -> None:
        assert current.sink is not None
        current.sink = self.sinks.open_again(current.sink, self.request.run_id)
        current.row_count = current.announced = 0
        self.outlet.post(ResultRestarted(self.request.run_id, current.sink.handle))

    def _take_rows(self, rows: list[Row], current: _Current, is_last: bool) -> bool:
        """Keep rows; whether to go on reading."""
        assert current.sink is not None
        while self._limit is not None and current.row_count + len(rows) > self._limit:
            room = self._limit - current.row_count
            if room:
                self._append(rows[:room], current)
                rows = rows[room:]
            if not self._pause(current, is_last):
                return False
        self._append(rows, current)
        return True

    def _append(self, rows: list[Row], current: _Current) -> None:
        assert current.sink is not None
        current.sink.append(rows)
        current.row_count += len(rows)
        now = time.monotonic()
        if current.announced == 0 and current.row_count >= self.request.first_rows:
            self._announce(current, now)
            return
        pace = _EARLY_NEWS_S if current.row_count <= _EARLY_ROWS else _NEWS_S
        if now - current.last_news >= pace:
            self._announce(current, now)
            self.outlet.wait_for_room()

    def _announce(self, current: _Current, now: float) -> None:
        assert current.sink is not None
        count = current.sink.flush()
        current.last_news = now
        if count != current.announced:
            current.announced = count
            self.outlet.post(RowsAvailable(current.sink.handle.result_id, count))

    def _pause(self, current: _Current, is_last: bool) -> bool:
        """At the row limit: wait for a wish; whether to read more."""
        assert current.sink is not None
        self._announce(current, time.monotonic())
        result_id = current.sink.handle.result_id
        if not is_last:
            current.complete, current.reason = False, "limit"
            return False
        self.outlet.post(ResultPaused(result_id, current.row_count, self.request.pause_s))
        wish, more = self.control.pause(result_id, self.request.pause_s)
        if wish is Wish.MORE:
            self._limit = None if more is None else current.row_count + more
            return True
        reasons = {Wish.CANCEL: "limit", Wish.MAKE_WAY: "limit", Wish.TIMED_OUT: "timeout"}
        current.complete, current.reason = False, reasons[wish]
        return False

    def _end_result(self, current: _Current, reason: str) -> None:
        sink = current.sink
        if sink is None:
            return
        try:
            current.row_count = sink.flush()
        except LapwingError as error:
            current.complete = False
            reason = reason or _reason(error)
            current.row_count = current.announced
        finally:
            sink.close()
        complete = current.complete and not reason
        self.outlet.post(ResultEnded(sink.handle.result_id, current.row_count, complete, reason))


def _reason(error: LapwingError) -> str:
    return {"result.quota": "quota", "disk.full": "disk"}.get(error.code, "error")
