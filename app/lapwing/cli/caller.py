"""The command line as a caller of the engine: it takes rows itself and says on standard error what it is told."""

import asyncio
import threading
from typing import Final

from lapwing.cli.messages import counted, say, statement_error
from lapwing.cli.progress import ProgressLine
from lapwing.cli.row_sinks import OutputSinks
from lapwing.domain.errors import from_wire
from lapwing.domain.events import (
    Event,
    LockAwaited,
    NoticeReceived,
    ResultEnded,
    ScriptProgressed,
    SessionReopened,
    StatementCompleted,
    StatementRefused,
    StatementsCompleted,
    StatementStarted,
)
from lapwing.domain.query import StatementOutcome

_STATEMENTS_AHEAD: Final = 256
"""A script runs at most twice as many statements ahead of what is said about them."""
_MOST_NAMED: Final = 20
"""In longer scripts the rows affected are added up."""


class SilentCaller:
    """Who only asks."""

    is_full = False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Heard by nobody."""


class TalkingCaller:
    """Who runs statements (`engine.operations.Caller` and `engine.query.service.TakesRows`).

    Attributes:
        sinks: Where rows go; a sink makes its statement wait while standard output is behind.
    """

    def __init__(
        self, sinks: OutputSinks, row_limit: int | None, *, sql: str = "", goes_on: bool = False, progress: bool = False
    ) -> None:
        """For a run of `sql`, or of a file.

        Args:
            goes_on: Whether it goes on behind errors, which are therefore said at once.
            progress: Whether to say how far it is.
        """
        self.sinks = sinks
        self._sql = sql
        self._goes_on = goes_on
        self._progress = ProgressLine() if progress else None
        self._row_limit = row_limit
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_abreast = threading.Event()
        self._is_abreast.set()
        self._asked = 0
        self._statement = ""
        self._sums_up = False
        self._said_waiting = False
        self._changing = 0
        self._changed_rows = 0

    def begin(self) -> None:
        """Before the run. Event loop's thread."""
        self._loop = asyncio.get_running_loop()

    @property
    def is_full(self) -> bool:
        """Whether telling is behind: a sign sent the same way has not come through yet. Session's thread."""
        if self._asked < _STATEMENTS_AHEAD or self._loop is None:
            self._asked += 1
            return False
        if not self._is_abreast.is_set():
            return True
        self._asked = 0
        self._is_abreast.clear()
        self._loop.call_soon_threadsafe(self._is_abreast.set)
        return False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Say what a person wants to know. Event loop's thread."""
        if isinstance(event, ScriptProgressed):
            if self._progress is not None:
                self._progress.show(event)
            return
        self.end_progress()
        if isinstance(event, StatementStarted):
            self._statement = f"Statement {event.index + 1}: " if event.of != 1 else ""
            self._sums_up = event.of > _MOST_NAMED or event.index >= _MOST_NAMED
            self._said_waiting = False
        elif isinstance(event, StatementsCompleted):
            self._sums_up = True
            self._changing += event.counted
            self._changed_rows += event.rows_affected or 0
        elif isinstance(event, StatementRefused) and self._goes_on:
            say(statement_error(from_wire(event.error), self._sql, event.outcome.index, goes_on=True))
        elif isinstance(event, NoticeReceived):
            self._say(event.text)
        elif isinstance(event, SessionReopened):
            say(event.note)
        elif isinstance(event, LockAwaited) and not self._said_waiting:
            self._said_waiting = True
            self._say(f"Waiting for a lock{f' held by {event.holders}' if event.holders else ''}.")
        elif isinstance(event, ResultEnded) and event.reason in {"limit", "timeout"}:
            self._say(f"The result has more rows; --limit {self._row_limit} cut it off.")
        elif isinstance(event, StatementCompleted):
            self._tell_changes(event.outcome)

    def _tell_changes(self, outcome: StatementOutcome) -> None:
        if outcome.row_count is not None or outcome.rows_affected is None:
            return
        self._changing += 1
        self._changed_rows += outcome.rows_affected
        if not self._sums_up:
            self._say(f"{counted(outcome.rows_affected, 'row')} affected.")

    def sum_up(self) -> None:
        """After a long script: what its statements changed together."""
        self.end_progress()
        if self._sums_up and self._changing:
            say(f"{counted(self._changed_rows, 'row')} affected by {counted(self._changing, 'statement')}.")

    def end_progress(self) -> None:
        """What is written next begins on a line of its own."""
        if self._progress is not None:
            self._progress.clear()

    def _say(self, sentence: str) -> None:
        say(f"{self._statement}{sentence}")
