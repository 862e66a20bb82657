"""What one statement brings, on its way to where its rows are kept and to the run's owner. Run's thread."""

from collections.abc import Iterator
from typing import Final

from lapwing.domain.errors import ConnectionLost, LapwingError, ServerMisbehaved, StatementCancelled
from lapwing.domain.events import NoticeReceived, ResultEnded, ResultPaused, ResultRestarted, ResultStarted
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.query import RunQuery
from lapwing.domain.values import Row
from lapwing.drivers.base import Noticed, PagesCame, Reply, ResultBegan, ResultBeganAgain, RowsCame, StatementEnded
from lapwing.engine.query.report import RunReport
from lapwing.engine.running.control import RunControl, Wish
from lapwing.engine.running.growing import GrowingResult
from lapwing.engine.running.sinks import SinkMaker
from lapwing.results.codecs import rows_of
from lapwing.results.layout import EncodedPage
from lapwing.sql.script_stream import ScriptStatement

_REASONS: Final = {"result.quota": "quota", "disk.full": "disk", "statement.cancelled": "cancelled"}


@dataclass(slots=True)
class Current:
    """The statement that runs now.

    Attributes:
        sql: As it is sent.
        started: Monotonic.
        may_pause: Whether it waits at the row limit for a wish, because nothing follows it.
    """

    index: int
    statement: ScriptStatement
    sql: str
    started: float
    may_pause: bool
    result: GrowingResult | None = None
    rows_affected: int | None = None
    schema_changed: bool = False
    complete: bool = True
    reason: str = ""


class ReplyTaker:
    """Takes the replies of one statement after the other."""

    def __init__(self, request: RunQuery, report: RunReport, control: RunControl, sinks: SinkMaker) -> None:
        self._request = request
        self._report = report
        self._control = control
        self._sinks = sinks
        self._limit: int | None = None
        self._growing: GrowingResult | None = None

    def tell_late_rows(self) -> None:
        """Announce rows that came a while ago, though the statement has not given more since. Any thread."""
        result = self._growing
        if result is not None:
            result.tell_late_rows()

    def take(self, replies: Iterator[Reply], current: Current) -> None:
        """Take all replies of a statement, or as many as are wanted.

        Raises:
            LapwingError: It was refused or cancelled, or its rows cannot be kept.
        """
        self._limit = self._request.row_limit
        try:
            for reply in replies:
                if isinstance(reply, StatementEnded):  # done on the server: a cancel that comes now is too late
                    current.rows_affected = reply.rows_affected
                    current.schema_changed = current.schema_changed or reply.schema_changed
                elif isinstance(reply, RowsCame):
                    if not self._take_rows(reply.rows, current):
                        return
                elif isinstance(reply, PagesCame):
                    if not self._take_pages(reply.pages, current):
                        return
                else:
                    self._take_other(reply, current)
                    if self._control.cancelled:
                        raise StatementCancelled
        finally:
            close = getattr(replies, "close", None)
            if close is not None:
                close()

    def tell(self, current: Current, text: str, severity: str) -> None:
        """Tell a notice, in order with everything else."""
        self._report.show(current.index)
        self._report.post(NoticeReceived(self._request.run_id, current.index, text, severity))
        self._report.outlet.wait_for_room()

    def _take_other(self, reply: ResultBegan | ResultBeganAgain | Noticed, current: Current) -> None:
        run_id = self._request.run_id
        if isinstance(reply, Noticed):
            self.tell(current, reply.text, reply.severity)
            return
        self._report.show(current.index)
        if isinstance(reply, ResultBegan):
            self._end_earlier_result(current)
            sink = self._sinks.open(reply.columns, run_id, reply.codec)
            self._report.post(ResultStarted(run_id, current.index, sink.handle))
        else:
            assert current.result is not None
            sink = self._sinks.open_again(current.result.sink, run_id)
            self._report.post(ResultRestarted(run_id, sink.handle))
        current.result = self._growing = GrowingResult(sink, self._report.outlet, self._request.first_rows)

    def _end_earlier_result(self, current: Current) -> None:
        """A statement may have several results: the one before is whole. Raises what kept its rows from being kept."""
        if current.result is not None:
            refused = self.end_result(current, "")
            current.result = None
            self._limit = self._request.row_limit
            if refused is not None:
                raise refused

    def _take_pages(self, pages: list[EncodedPage], current: Current) -> bool:
        """Keep rows that come as pages; whether to go on reading."""
        result = current.result
        assert result is not None
        if self._limit is None or result.row_count + sum(page.rows for page in pages) <= self._limit:
            result.append_pages(pages)
            if self._control.cancelled:
                raise StatementCancelled
            return True
        rows = rows_of(pages, result.handle.codec, result.handle.columns)
        return self._take_rows(rows, current)

    def _take_rows(self, rows: list[Row], current: Current) -> bool:
        """Keep rows; whether to go on reading."""
        result = current.result
        assert result is not None
        while self._limit is not None and result.row_count + len(rows) > self._limit:
            room = self._limit - result.row_count
            if room:
                result.append(rows[:room])
                rows = rows[room:]
            if not self._pause(current, result):
                return False
        result.append(rows)
        if self._control.cancelled:
            raise StatementCancelled
        return True

    def _pause(self, current: Current, result: GrowingResult) -> bool:
        """At the row limit: wait for a wish; whether to read more."""
        result.announce()
        if not current.may_pause:
            current.complete, current.reason = False, "limit"
            return False
        result_id = result.handle.result_id
        self._report.tell_transaction()
        self._control.will_pause(result_id)
        self._report.post(ResultPaused(result_id, result.row_count, self._request.pause_s))
        wish, more = self._control.pause(self._request.pause_s)
        if wish is Wish.MORE:
            self._limit = None if more is None else result.row_count + more
            return True
        current.complete, current.reason = False, "timeout" if wish is Wish.TIMED_OUT else "limit"
        return False

    def end_result(self, current: Current, reason: str) -> LapwingError | None:
        """Close the result and tell how it ended; gives why its last rows could not be kept, or None."""
        result = current.result
        if result is None:
            return None
        self._growing = None
        error = result.end()
        if error is not None:
            reason = reason or reason_of(error)
        complete = current.complete and not reason
        self._report.post(ResultEnded(result.handle.result_id, result.row_count, complete, reason))
        return error


def reason_of(error: LapwingError) -> str:
    """Why a result is partial, in one word."""
    if isinstance(error, ConnectionLost | ServerMisbehaved):
        return "lost"
    return _REASONS.get(error.code, "error")
