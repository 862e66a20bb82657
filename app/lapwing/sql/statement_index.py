"""The statements of a text that is being edited: found as far as they are asked for, and after an edit found again only
around it."""

from bisect import bisect_right
from collections.abc import Iterator
from time import perf_counter

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.dialect import Dialect
from lapwing.sql.statements import Statement, statement_at

Found = tuple[Statement, object]
"""A statement, and what its script has set up to its end."""

_STEP = 64
"""Statements between two looks at the clock."""
_MOST_UNSEEN = 500
"""Edits in a row between which nothing was asked."""


def _shifted(statement: Statement, shift: int) -> Statement:
    if not shift:
        return statement
    data = statement.data
    return statement._replace(
        start=statement.start + shift,
        end=statement.end + shift,
        full_end=statement.full_end + shift,
        outer_start=statement.outer_start + shift,
        data=None if data is None else (data[0] + shift, data[1] + shift),
    )


@dataclass(slots=True)
class _Run:
    """Statements that follow each other: `found[first:last]`, all moved by `shift` since they were found.

    Runs share the list; an edit cuts runs in two and moves those behind it without touching their statements.
    """

    found: list[Found]
    first: int
    last: int
    shift: int = 0

    def __len__(self) -> int:
        return self.last - self.first

    def __getitem__(self, index: int) -> Found:
        statement, setting = self.found[self.first + index]
        return _shifted(statement, self.shift), setting

    def up_to(self, index: int) -> "_Run":
        return _Run(self.found, self.first, self.first + index, self.shift)

    def past(self, index: int) -> "_Run":
        return _Run(self.found, self.first + index, self.last, self.shift)

    def begun_by(self, position: int) -> int:
        """How many of them begin at `position` or before, comments that lead them included."""
        return bisect_right(self.found, position - self.shift, self.first, self.last, key=_outer_start) - self.first

    def ended_before(self, position: int) -> int:
        """How many of them end before `position`, terminator included."""
        return bisect_right(self.found, position - 1 - self.shift, self.first, self.last, key=_full_end) - self.first


def _outer_start(found: Found) -> int:
    return found[0].outer_start


def _full_end(found: Found) -> int:
    return found[0].full_end


class StatementIndex:
    """The statements of one text that changes. One thread.

    What is known are those before a frontier. Behind it may lie what was known before the last edits; where a
    statement found now is one of those, with the same setting behind it, all that followed it then follows it again.
    """

    def __init__(self, dialect: Dialect, text: str = "") -> None:
        self._dialect = dialect
        self._unseen = 0
        self._begin(text)

    def _begin(self, text: str) -> None:
        self._text = text
        self._known: list[_Run] = []
        self._hoped: list[_Run] = []
        self._hoped_whole = False
        self._is_whole = False
        self._walk: Iterator[Found] = self._dialect.splitter.walk(text)

    @property
    def is_whole(self) -> bool:
        """Whether all statements are known."""
        return self._is_whole

    def edited(self, text: str, position: int, removed: int, added: int) -> None:
        """The text is another one: at `position`, `removed` characters gave way to `added` others.

        Of several edits made at once each is told in order, with the text behind all of them, before anything is asked.
        """
        self._unseen += 1
        if self._unseen > _MOST_UNSEEN:  # all was replaced at a stroke: beginning anew is quicker
            self._begin(text)
            return
        behind = position + removed
        shift = added - removed
        # Between what is known and what is hoped something may be missing: only one of them can be gone on with.
        hoped, hoped_whole = (self._hoped, self._hoped_whole) if self._hoped else (self._known, self._is_whole)
        later = [run for run in (_begun_from(run, behind + 1) for run in hoped) if len(run)]
        for run in later:
            run.shift += shift
        self._known, start, setting = self._before(position)
        self._hoped, self._hoped_whole = later, hoped_whole
        self._text, self._is_whole = text, False
        self._walk = self._dialect.splitter.walk(text, start, setting)

    def _before(self, position: int) -> tuple[list[_Run], int, object]:
        """The runs that an edit at `position` cannot have changed, where they end, and what is set there."""
        kept: list[_Run] = []
        for run in self._known:
            kept.append(run.up_to(run.ended_before(position)))
            if len(kept[-1]) < len(run):
                break
        for _ in range(2):  # the last one may go on with what is written now, or lend its line to a comment there
            while kept and not len(kept[-1]):
                kept.pop()
            if kept:
                kept[-1] = kept[-1].up_to(len(kept[-1]) - 1)
        kept = [run for run in kept if len(run)]
        if not kept:
            return [], 0, None
        statement, setting = kept[-1][len(kept[-1]) - 1]
        return kept, statement.full_end, setting

    # finding

    def at(self, position: int) -> Statement | None:
        """The statement that a caret at `position` is in, as `statements.statement_at` describes."""
        while not self._is_whole and self._last_start() <= position:
            self._find()
        near: list[Statement] = []
        for run in reversed(self._known):
            count = run.begun_by(position)
            near = [run[index][0] for index in range(max(0, count - 1), min(count + 1, len(run)))] + near
            if count:
                break
            near = near[:1]
        return statement_at(near, self._text, position)

    def statements(self) -> Iterator[Statement]:
        """All of them, in order."""
        while not self._is_whole:
            self._find()
        for run in self._known:
            for index in range(len(run)):
                yield run[index][0]

    def advance(self, seconds: float) -> bool:
        """Find more for about so long; whether all are known then."""
        until = perf_counter() + seconds
        while not self._is_whole and perf_counter() < until:
            for _ in range(_STEP):
                self._find()
        return self._is_whole

    def _last_start(self) -> int:
        return self._known[-1][len(self._known[-1]) - 1][0].outer_start if self._known else -1

    def _find(self) -> None:
        """One more statement; with luck all the others; nothing when all are known."""
        self._unseen = 0
        found = None if self._is_whole else next(self._walk, None)
        if found is None:
            self._is_whole = True
            self._hoped = []
            return
        if not self._known or self._known[-1].shift or self._known[-1].last < len(self._known[-1].found):
            self._known.append(_Run([], 0, 0))
        newest = self._known[-1]
        newest.found.append(found)
        newest.last += 1
        if self._hoped:
            self._take_hoped(found)

    def _take_hoped(self, found: Found) -> None:
        """If the statement just found was known before, so are those behind it."""
        while self._hoped:
            run = self._hoped[0]
            index = run.begun_by(found[0].outer_start) - 1
            if index >= 0 and run[index] == found:
                self._known += [rest for rest in (run.past(index + 1), *self._hoped[1:]) if len(rest)]
                self._hoped = []
                self._go_on_behind()
                return
            self._hoped[0] = run.past(max(index, 0))
            if index < len(run) - 1:
                return
            self._hoped.pop(0)

    def _go_on_behind(self) -> None:
        self._is_whole = self._hoped_whole
        if not self._is_whole:
            statement, setting = self._known[-1][len(self._known[-1]) - 1]
            self._walk = self._dialect.splitter.walk(self._text, statement.full_end, setting)


def _begun_from(run: _Run, position: int) -> _Run:
    """Those that begin at `position` or behind."""
    return run.past(run.begun_by(position - 1))
