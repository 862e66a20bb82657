"""The command line as a caller of the engine: it takes rows itself and says on standard error what it is told."""

from lapwing.cli.messages import counted, say
from lapwing.cli.row_sinks import OutputSinks
from lapwing.domain.events import Event, LockAwaited, NoticeReceived, ResultEnded, StatementCompleted, StatementStarted
from lapwing.domain.query import StatementOutcome


class SilentCaller:
    """Who only asks."""

    is_full = False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Heard by nobody."""


class TalkingCaller:
    """Who runs statements (`engine.operations.Caller` and `engine.query.service.TakesRows`).

    Attributes:
        sinks: Where rows go; a sink makes its statement wait while standard output is behind.
        is_full: Never: what is told is little, and the rows have their own pace.
    """

    is_full = False

    def __init__(self, sinks: OutputSinks, row_limit: int | None) -> None:
        self.sinks = sinks
        self._row_limit = row_limit
        self._statement = ""
        self._said_waiting = False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Say what a person wants to know. Event loop's thread."""
        if isinstance(event, StatementStarted):
            self._statement = f"Statement {event.index + 1}: " if event.of > 1 else ""
            self._said_waiting = False
        elif isinstance(event, NoticeReceived):
            self._say(event.text)
        elif isinstance(event, LockAwaited) and not self._said_waiting:
            self._said_waiting = True
            self._say(f"Waiting for a lock{f' held by {event.holders}' if event.holders else ''}.")
        elif isinstance(event, ResultEnded) and event.reason in {"limit", "timeout"}:
            self._say(f"The result has more rows; --limit {self._row_limit} cut it off.")
        elif isinstance(event, StatementCompleted):
            self._tell_changes(event.outcome)

    def _tell_changes(self, outcome: StatementOutcome) -> None:
        if outcome.row_count is None and outcome.rows_affected is not None:
            self._say(f"{counted(outcome.rows_affected, 'row')} affected.")

    def _say(self, sentence: str) -> None:
        say(f"{self._statement}{sentence}")
