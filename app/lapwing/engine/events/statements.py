"""Statements of one run on their way to becoming events. Session's thread.

The first statements of a run, and those that come slowly, have events of their own, at their start and at their end.
Of a script that runs quickly, many are told together by one event of their end: an event takes longer than such a
statement.
"""

import time
from collections.abc import Callable
from dataclasses import field
from typing import Final

from lapwing.domain.errors import LapwingError, StatementCancelled
from lapwing.domain.late_dataclass import dataclass

_FIRST: Final = 20
"""Statements of a run that are told one by one however quickly they come."""
_PACE_S: Final = 0.1
"""Beyond them, at most one in so long, and those that took so long themselves."""
_TOGETHER_S: Final = 1.0
"""How long statements are collected."""
_LOOKED_EVERY: Final = 64
"""Statements between two looks at the clock."""
_HEAD: Final = 6
"""Characters by which statements are taken for the same kind when they are told together."""
_MOST_HEADS: Final = 40


@dataclass(slots=True)
class Told:
    """What becomes one event, or the event of one end.

    Attributes:
        type: `query.started`, `query.completed`, `query.failed` or `query.cancelled`.
        at: Unix seconds.
        query_id: Of several statements, of the first one.
        last_id: Of several statements, of the last one; otherwise empty.
        texts: The statement; of several one of each kind, the first one first.
        rows: None: nobody counted.
    """

    type: str
    at: float
    query_id: str
    texts: list[str]
    elapsed_s: float = 0.0
    rows: int | None = None
    count: int = 1
    error: LapwingError | None = None
    last_id: str = ""


@dataclass(slots=True)
class _Together:
    """Statements that are told together."""

    type: str
    texts: dict[str, str] = field(default_factory=dict)
    count: int = 0
    elapsed_s: float = 0.0
    rows: int | None = None
    error: LapwingError | None = None
    first: int = 0
    last: int = 0
    """The number of the last statement."""

    def take(self, number: int, sql: str, elapsed_s: float, rows: int | None) -> None:
        """One more; this is done for each statement of a fast script."""
        self.count += 1
        self.first = self.first or number
        self.last = number
        self.elapsed_s += elapsed_s
        if rows is not None:
            self.rows = rows if self.rows is None else self.rows + rows
        head = sql[:_HEAD]
        if head not in self.texts and len(self.texts) < _MOST_HEADS:
            self.texts[head] = sql


class StatementWatch:
    """Hears of the statements of one run (`engine.running.recording.WatchesStatements`)."""

    def __init__(self, run_id: str, put: Callable[[Told], None]) -> None:
        """`put` takes what is to be told."""
        self._run_id = run_id
        self._put = put
        self._count = 0
        self._last = 0.0
        self._under_way: list[int] = []
        """The numbers of those under way; negative of one whose start was not told."""
        self._well = _Together("query.completed")
        self._others: dict[tuple[str, str], _Together] = {}
        """Those that did not do well, by what became of them and why."""

    def sends(self, sql: str, since: float) -> None:
        """A statement is about to be sent."""
        self._count = number = self._count + 1
        if number > _FIRST and since - self._last < _PACE_S:
            self._under_way.append(-number)
            return
        self._last = since
        self._under_way.append(number)
        self._tell_together()
        self._put(Told("query.started", time.time(), self._id(number), [sql]))

    @property
    def query_id(self) -> str:
        """What the events of the statement that is under way are marked with."""
        return self._id(abs(self._under_way[-1]))

    def _id(self, number: int) -> str:
        return f"{self._run_id}-{number}"

    def ended(
        self,
        sql: str,
        elapsed_s: float,
        error: LapwingError | None,
        rows_fetched: int | None,
        rows_affected: int | None,
    ) -> None:
        """The one that was sent last has ended."""
        number = self._under_way.pop()
        rows = rows_affected if rows_fetched is None else rows_fetched
        if number > 0 or elapsed_s >= _PACE_S:
            self._tell_together()
            told = Told(_type_of(error), time.time(), self._id(abs(number)), [sql], elapsed_s, rows, 1, error)
            self._put(told)
            return
        together = self._well if error is None else self._of(error)
        together.take(abs(number), sql, elapsed_s, rows)
        if not together.count % _LOOKED_EVERY and time.monotonic() - self._last > _TOGETHER_S:
            self._last = time.monotonic()
            self._tell_together()

    def _of(self, error: LapwingError) -> _Together:
        key = _type_of(error), error.code
        together = self._others.get(key)
        if together is None:
            together = self._others[key] = _Together(key[0], error=error)
        return together

    def _tell_together(self) -> None:
        if not self._well.count and not self._others:
            return
        for one in (self._well, *self._others.values()):
            if one.count:
                self._put(self._told(one))
        self._well = _Together("query.completed")
        self._others.clear()

    def _told(self, one: _Together) -> Told:
        texts, last = list(one.texts.values()), self._id(one.last) if one.count > 1 else ""
        first = self._id(one.first)
        return Told(one.type, time.time(), first, texts, one.elapsed_s, one.rows, one.count, one.error, last)

    def close(self) -> None:
        """The run is over. A statement without an end is told as failed without an error: nobody knows its end."""
        self._tell_together()
        while self._under_way:
            number = self._under_way.pop()
            if number > 0:
                self._put(Told("query.failed", time.time(), self._id(number), [""]))


def _type_of(error: LapwingError | None) -> str:
    if error is None:
        return "query.completed"
    return "query.cancelled" if isinstance(error, StatementCancelled) else "query.failed"
