"""One run: statements in order on one session, in that session's thread."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import (
    ConnectionLost,
    ErrorFacts,
    LapwingError,
    ServerMisbehaved,
    StatementCancelled,
    StatementFailed,
    TransactionLost,
)
from lapwing.domain.events import (
    LockAwaited,
    NoticeReceived,
    ResultEnded,
    ResultPaused,
    ResultRestarted,
    ResultStarted,
    StatementCompleted,
    StatementRefused,
    StatementStarted,
    TransactionChanged,
)
from lapwing.domain.query import RunOutcome, RunQuery, StatementOutcome
from lapwing.domain.values import Row
from lapwing.drivers.base import (
    Noticed,
    PagesCame,
    Reply,
    ResultBegan,
    ResultBeganAgain,
    RowsCame,
    Session,
    StatementEnded,
)
from lapwing.engine.query.control import RunControl, Wish
from lapwing.engine.query.growing import GrowingResult
from lapwing.engine.query.outlet import Outlet
from lapwing.engine.query.sinks import SinkMaker
from lapwing.results.codecs import rows_of
from lapwing.results.layout import EncodedPage
from lapwing.sql.dialect import Dialect
from lapwing.sql.statements import Statement

_OUTCOMES_KEPT: Final = 1_000
_STAYS: Final = re.compile(
    r"(?:select|insert|update|delete|merge|with|values|table|show|explain|begin|start|commit|savepoint|release|fetch"
    r"|copy|analyze|vacuum|truncate)\b",
    re.IGNORECASE,
)
"""Statements that leave a session where it is; any other may lead it elsewhere, or end what did."""
_LEADS: Final = re.compile(
    r"use\b|set\s+(?:(?:session|local)\s+)?(?:search_path|schema|role|authorization|session\s+authorization)\b",
    re.IGNORECASE,
)
"""Statements that say where to."""


@dataclass(slots=True)
class _Current:
    """The statement that runs now."""

    index: int
    statement: Statement
    sql: str
    started: float
    result: GrowingResult | None = None
    rows_affected: int | None = None
    complete: bool = True
    reason: str = ""


@dataclass(slots=True)
class Run:
    """A run about to be done; calling it with the session does it.

    Attributes:
        schema_changed: Whether a statement changed what the catalogue shows.
        may_have_moved: Whether one may have led the session to another database, schema or role.
        was_led: Whether one says that it does.
    """

    request: RunQuery
    dialect: Dialect
    outlet: Outlet
    control: RunControl
    sinks: SinkMaker
    schema_changed: bool = False
    may_have_moved: bool = False
    was_led: bool = False
    _limit: int | None = None
    _result: GrowingResult | None = None
    _transaction: TransactionState = TransactionState.IDLE
    _outcomes: list[StatementOutcome] = field(default_factory=list)
    _ran: int = 0
    _failed: int = 0

    def __call__(self, session: Session) -> RunOutcome:
        """Do it. An error of a statement ends the run; it stands in the outcome, as in the events."""
        started = time.monotonic()
        session.listener = self
        self._transaction = session.transaction()
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
            _transaction(session),
            tuple(self._outcomes[-_OUTCOMES_KEPT:]),
            self.control.cancelled,
        )

    def waits_for_lock(self, waited_s: float, holders: str) -> None:
        """The driver says that the statement waits (`SessionListener`)."""
        self.outlet.post(LockAwaited(self.request.run_id, waited_s, holders))

    def tell_late_rows(self) -> None:
        """Announce rows that came a while ago, though the statement has not given more since. Any thread."""
        result = self._result
        if result is not None:
            result.tell_late_rows()

    def _tell_transaction(self, session: Session, error: LapwingError | None = None) -> None:
        """Tell the owner of the transaction's state, if it has changed since the last time or something failed."""
        state = _transaction(session)
        if error is not None or state is not self._transaction:
            self._transaction = state
            reason = error.to_wire() if error is not None and session.is_lost else None
            self.outlet.post(TransactionChanged(self.request.session_id, state, reason))

    # one statement

    def _one(self, session: Session, index: int, statement: Statement, count: int) -> bool:
        """Run one statement; whether the next one may run."""
        sql = self.request.sql[statement.start : statement.end]
        current = _Current(index, statement, sql, time.monotonic())
        offset = self.request.offset
        run_id = self.request.run_id
        self.outlet.post(StatementStarted(run_id, index, count, offset + statement.start, offset + statement.end))
        self._ran += 1
        error: LapwingError | None = None
        try:
            if statement.is_client_command:
                raise StatementFailed(
                    server=f"{sql.split()[0]} is a command of the {self.dialect.client} program, not SQL.", position=0
                )
            self._limit = self.request.row_limit
            is_last = index == count - 1
            self._take_replies(session, session.execute(sql), current, is_last)
        except LapwingError as refused:
            error = self._with_loss(session, refused)
        except BaseException:
            self._end_result(current, reason="error")
            raise
        self.may_have_moved = self.may_have_moved or _may_move(sql)
        self.was_led = self.was_led or (error is None and _LEADS.match(sql) is not None)
        error = self._finish(current, error)
        self._tell_transaction(session, error)
        return error is None

    def _with_loss(self, session: Session, error: LapwingError) -> LapwingError:
        """The error, or one that says that a transaction is lost with the session: a cancel that got no answer, say."""
        if not session.is_lost or isinstance(error, ConnectionLost) or self._transaction is TransactionState.IDLE:
            return error
        return TransactionLost(connection=session.database, server=str(error), lost="")

    def _finish(self, current: _Current, error: LapwingError | None) -> LapwingError | None:
        """End the result and tell how the statement ended; what kept it from ending well."""
        unkept = self._end_result(current, current.reason if error is None else _reason(error))
        error = error or unkept
        if error is not None:
            current.complete = False
        wire = self._placed(error, current) if error is not None else None
        outcome = StatementOutcome(
            current.index,
            current.sql[:2000],
            time.monotonic() - current.started,
            current.rows_affected,
            current.result.row_count if current.result is not None else None,
            current.result.handle.result_id if current.result is not None else "",
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
        return error

    def _placed(self, error: LapwingError, current: _Current) -> ErrorFacts:
        """The error with its position counted in the whole text."""
        position = error.facts.get("position")
        if isinstance(position, int):
            before = current.statement.start
            error.facts["line"] = self.request.sql.count("\n", 0, before + position) + 1
            error.facts["position"] = self.request.offset + before + position
        return error.to_wire()

    # replies

    def _take_replies(self, session: Session, replies: Iterator[Reply], current: _Current, is_last: bool) -> None:
        try:
            for reply in replies:
                if isinstance(reply, StatementEnded):  # done on the server: a cancel that comes now is too late
                    current.rows_affected = reply.rows_affected
                    self.schema_changed = self.schema_changed or reply.schema_changed
                elif isinstance(reply, RowsCame):
                    if not self._take_rows(session, reply.rows, current, is_last):
                        return
                elif isinstance(reply, PagesCame):
                    if not self._take_pages(session, reply.pages, current, is_last):
                        return
                else:
                    self._take_other(reply, current)
                    if self.control.cancelled:
                        raise StatementCancelled
        finally:
            close = getattr(replies, "close", None)
            if close is not None:
                close()

    def _take_other(self, reply: ResultBegan | ResultBeganAgain | Noticed, current: _Current) -> None:
        run_id = self.request.run_id
        if isinstance(reply, Noticed):
            self.outlet.post(NoticeReceived(run_id, current.index, reply.text, reply.severity))
            self.outlet.wait_for_room()
            return
        if isinstance(reply, ResultBegan):
            self._end_earlier_result(current)
            sink = self.sinks.open(reply.columns, run_id, reply.codec)
            self.outlet.post(ResultStarted(run_id, current.index, sink.handle))
        else:
            assert current.result is not None
            sink = self.sinks.open_again(current.result.sink, run_id)
            self.outlet.post(ResultRestarted(run_id, sink.handle))
        current.result = self._result = GrowingResult(sink, self.outlet, self.request.first_rows)

    def _end_earlier_result(self, current: _Current) -> None:
        """A statement may have several results: the one before is whole. Raises what kept its rows from being kept."""
        if current.result is not None:
            refused = self._end_result(current, "")
            current.result = None
            self._limit = self.request.row_limit
            if refused is not None:
                raise refused

    def _take_pages(self, session: Session, pages: list[EncodedPage], current: _Current, is_last: bool) -> bool:
        """Keep rows that come as pages; whether to go on reading."""
        result = current.result
        assert result is not None
        if self._limit is None or result.row_count + sum(page.rows for page in pages) <= self._limit:
            result.append_pages(pages)
            if self.control.cancelled:
                raise StatementCancelled
            return True
        rows = rows_of(pages, result.handle.codec, result.handle.columns)
        return self._take_rows(session, rows, current, is_last)

    def _take_rows(self, session: Session, rows: list[Row], current: _Current, is_last: bool) -> bool:
        """Keep rows; whether to go on reading."""
        result = current.result
        assert result is not None
        while self._limit is not None and result.row_count + len(rows) > self._limit:
            room = self._limit - result.row_count
            if room:
                result.append(rows[:room])
                rows = rows[room:]
            if not self._pause(session, current, result, is_last):
                return False
        result.append(rows)
        if self.control.cancelled:
            raise StatementCancelled
        return True

    def _pause(self, session: Session, current: _Current, result: GrowingResult, is_last: bool) -> bool:
        """At the row limit: wait for a wish; whether to read more."""
        result.announce()
        if not is_last:
            current.complete, current.reason = False, "limit"
            return False
        result_id = result.handle.result_id
        self._tell_transaction(session)
        self.control.will_pause(result_id)
        self.outlet.post(ResultPaused(result_id, result.row_count, self.request.pause_s))
        wish, more = self.control.pause(self.request.pause_s)
        if wish is Wish.MORE:
            self._limit = None if more is None else result.row_count + more
            return True
        current.complete, current.reason = False, "timeout" if wish is Wish.TIMED_OUT else "limit"
        return False

    def _end_result(self, current: _Current, reason: str) -> LapwingError | None:
        """Close the result and tell how it ended; gives why its last rows could not be kept, or None."""
        result = current.result
        if result is None:
            return None
        self._result = None
        error = result.end()
        if error is not None:
            reason = reason or _reason(error)
        complete = current.complete and not reason
        self.outlet.post(ResultEnded(result.handle.result_id, result.row_count, complete, reason))
        return error


def _reason(error: LapwingError) -> str:
    """Why a result is partial, in one word."""
    if isinstance(error, ConnectionLost | ServerMisbehaved):
        return "lost"
    words = {"result.quota": "quota", "disk.full": "disk", "statement.cancelled": "cancelled"}
    return words.get(error.code, "error")


def _transaction(session: Session) -> TransactionState:
    """Its state; a server whose connection is gone has rolled back what was open."""
    return TransactionState.IDLE if session.is_lost else session.transaction()


def _may_move(sql: str) -> bool:
    """Whether a statement may lead the session to another database, schema or role."""
    return not _STAYS.match(sql) or "set_config" in sql.lower()
