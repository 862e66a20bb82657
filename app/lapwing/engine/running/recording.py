"""Statements on their way into the history: written before they are sent, completed behind. Session's thread.

Of a script that runs quickly, the entries of several statements are written at once, before the first of them is sent.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from typing import Final, Protocol

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import ConnectionLost, LapwingError, StatementCancelled
from lapwing.domain.history import HistoryFace, HistoryParameter, HistoryState
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import QueryParameter, looks_secret
from lapwing.engine.connections.sessions import OpenedSession
from lapwing.sql.dialect import Dialect
from lapwing.sql.hiding import without_secrets
from lapwing.sql.parameters import parameters_of
from lapwing.sql.script_stream import ScriptStatement
from lapwing.store.history.tickets import LONGEST_SQL, Ending, EntryPlace, Ticket

_MOST_TOGETHER: Final = 256
_QUICK_S: Final = 0.05
"""When the statements of one writing took no longer, the next writing holds twice as many."""
_WORDS_NOT_KEPT: Final = "The server's words are not kept, because the statement holds a secret."

Following = Callable[[int], Iterable[ScriptStatement]]


class WritesHistory(Protocol):
    """Who writes entries (`store.history.writer.HistoryWriter`)."""

    notice: LapwingError | None

    def write(self, place: EntryPlace, tickets: Sequence[Ticket]) -> LapwingError | None: ...
    def change_text(self, ticket: Ticket) -> LapwingError | None: ...
    def end(self, ticket: Ticket, ending: Ending) -> None: ...
    def drop(self, tickets: Sequence[Ticket]) -> None: ...
    def hurry(self) -> None: ...


class WatchesStatements(Protocol):
    """Who hears of each statement that a run sends (`engine.events.statements`). Session's thread; quick; never raises.

    Statements of a script that a statement brings in begin and end within that one.
    """

    @property
    def query_id(self) -> str:
        """What the events of the statement that is under way are marked with."""
        ...

    def sends(self, sql: str, since: float) -> None:
        """A statement is about to be sent; `since` is the monotonic clock's."""
        ...

    def ended(
        self,
        sql: str,
        elapsed_s: float,
        error: LapwingError | None,
        rows_fetched: int | None,
        rows_affected: int | None,
    ) -> None:
        """The one that was sent last ended; `sql` is the text that was sent."""
        ...

    def close(self) -> None:
        """The run is over; what did not end has an unknown end."""
        ...


class Records(Protocol):
    """Who begins recordings (`engine.history.service.HistoryService`)."""

    def recording(
        self,
        session: OpenedSession,
        face: HistoryFace = HistoryFace.WINDOW,
        tab_id: str = "",
        parameters: Iterable[QueryParameter] = (),
        plugin_id: str = "",
    ) -> "Recording":
        """For a run on that session, of a plugin where one is named; of no effect where no history is to be kept. Event
        loop's thread."""
        ...


@dataclass(slots=True)
class _Sent:
    """The statement that is under way."""

    ticket: Ticket
    sql: str
    """Of which the entry was made."""
    was_open: bool
    number: int
    started: float = field(default_factory=time.time)
    since: float = field(default_factory=time.monotonic)


class Recording:
    """What one run enters into the history.

    Attributes:
        tell: Called with a sentence when the history cannot be written; to be set by who can tell it.
    """

    def __init__(
        self,
        writer: WritesHistory,
        session: OpenedSession,
        place: EntryPlace,
        dialect: Dialect,
        parameters: Iterable[QueryParameter] = (),
        *,
        keeps_values: bool = True,
        is_news: Callable[[LapwingError], bool] = lambda _: True,
        watch: WatchesStatements | None = None,
    ) -> None:
        """Of a run on that session.

        Args:
            is_news: Whether nobody was told of this yet.
            watch: Who else hears of its statements.
        """
        self.tell: Callable[[str], None] = lambda _: None
        self._writer = writer
        self._living = session.living
        self._place = place
        self._dialect = dialect
        self._parameters = {one.name: one for one in parameters}
        self._keeps_values = keeps_values
        self._is_news = is_news
        self._watch = watch
        self._waiting: dict[tuple[str, int], tuple[Ticket, str]] = {}
        self._together = 1
        self._written = 0.0
        self._sent: list[_Sent] = []
        """The statement under way, behind those whose scripts it stands in."""

    @property
    def query_id(self) -> str:
        """What the events of the statement that is under way are marked with; empty: nobody hears of it."""
        return "" if self._watch is None else self._watch.query_id

    def begin(self, state: TransactionState) -> None:
        """The run begins, with a transaction open or not."""
        self._living.count(state)

    def moved_to(self, database: str) -> None:
        """What follows goes to another database."""
        self._place = replace(self._place, database=database, schema="")

    # before

    def sends(self, statement: ScriptStatement, following: Following = lambda _: ()) -> None:
        """A statement is about to be sent: it is in the history when this returns, unless that cannot be written.

        Args:
            following: Gives up to so many statements behind it.
        """
        key = (statement.file, statement.start)
        if key not in self._waiting:
            self._write([statement, *self._more(following)])
        ticket, written = self._waiting.pop(key)
        self._begin(ticket, written)
        self.sends_instead(statement.sql)

    def sends_text(self, sql: str) -> None:
        """As `sends`, for a statement of no script."""
        ticket = self._ticket(sql)
        self._put([ticket])
        self._begin(ticket, sql)

    def _begin(self, ticket: Ticket, sql: str) -> None:
        was_open, number = self._living.is_in_transaction, self._living.transactions
        sent = _Sent(ticket, sql, was_open, number)
        self._sent.append(sent)
        if self._watch is not None:
            self._watch.sends(sql, sent.since)

    def sends_instead(self, sql: str) -> None:
        """The statement goes to the server with this text, if that is another one than was written."""
        sent = self._sent[-1]
        if sql == sent.sql or (kept := self._kept(sql)) == sent.ticket.sql:
            return
        sent.sql, sent.ticket.sql, sent.ticket.characters = sql, kept, len(sql)
        self._complain(self._writer.change_text(sent.ticket))

    def _more(self, following: Following) -> Iterable[ScriptStatement]:
        now = time.monotonic()
        quickly = now - self._written < _QUICK_S
        self._together = min(2 * self._together, _MOST_TOGETHER) if quickly else 1
        self._written = now
        return following(self._together - 1) if self._together > 1 else ()

    def _write(self, statements: Sequence[ScriptStatement]) -> None:
        """Write the first, which is sent now, and those that wait behind it."""
        tickets = [self._ticket(statement.sql) for statement in statements]
        for ticket in tickets[1:]:
            ticket.state = HistoryState.WAITING
        self._put(tickets)
        found = zip(statements, tickets, strict=True)
        self._waiting |= {(it.file, it.start): (ticket, it.sql) for it, ticket in found}

    def _put(self, tickets: Sequence[Ticket]) -> None:
        self._complain(self._writer.write(self._place, tickets))

    def _ticket(self, sql: str) -> Ticket:
        kept, living = self._kept(sql), self._living
        number = living.transactions + (not living.is_in_transaction)
        parameters = self._values(sql, has_secret=kept is not sql) if self._parameters else ()
        return Ticket(kept, len(sql), time.time(), number, parameters)

    def _kept(self, sql: str) -> str:
        return without_secrets(self._dialect, sql if len(sql) <= LONGEST_SQL else sql[:LONGEST_SQL])

    def _values(self, sql: str, *, has_secret: bool) -> tuple[HistoryParameter, ...]:
        names = dict.fromkeys(place.name for place in parameters_of(self._dialect, sql))
        return tuple(
            self._value(self._parameters[name], has_secret=has_secret) for name in names if name in self._parameters
        )

    def _value(self, given: QueryParameter, *, has_secret: bool) -> HistoryParameter:
        is_kept = self._keeps_values and not has_secret and not looks_secret(given.name)
        return HistoryParameter(given.name, given.kind.value, given.value if is_kept else None, is_kept)

    def _complain(self, error: LapwingError | None) -> None:
        for found in (error, self._writer.notice):
            if found is not None and self._is_news(found):
                self.tell(found.in_full)

    # behind

    def ended(
        self,
        state: TransactionState,
        error: LapwingError | None = None,
        rows_fetched: int | None = None,
        rows_affected: int | None = None,
    ) -> None:
        """The statement that was sent last has ended, and left the transaction in that state."""
        sent = self._sent.pop()
        is_open = self._living.count(state)
        number = sent.number if sent.was_open else self._living.transactions if is_open else 0
        elapsed_s = time.monotonic() - sent.since
        told = ("", "") if error is None else (_code(error), self._words(error, sent))
        ending = Ending(_state(error), sent.started, elapsed_s, number, rows_fetched, rows_affected, *told)
        self._writer.end(sent.ticket, ending)
        if self._watch is not None:
            self._watch.ended(sent.sql, elapsed_s, error, rows_fetched, rows_affected)

    def _words(self, error: LapwingError, sent: _Sent) -> str:
        """An error may repeat a part of its statement."""
        return str(error) if self._kept(sent.sql) == sent.sql[:LONGEST_SQL] else _WORDS_NOT_KEPT

    def close(self) -> None:
        """The run is over: what was never sent is taken out, and nobody knows of what has no end."""
        for sent in self._sent:
            self._writer.end(sent.ticket, Ending(HistoryState.UNKNOWN, sent.started, 0.0, sent.number))
        self._sent.clear()
        if self._waiting:
            self._writer.drop([ticket for ticket, _ in self._waiting.values()])
            self._waiting.clear()
        self._writer.hurry()
        if self._watch is not None:
            self._watch.close()


def _state(error: LapwingError | None) -> HistoryState:
    if error is None:
        return HistoryState.DONE
    if isinstance(error, StatementCancelled):
        return HistoryState.CANCELLED
    return HistoryState.UNKNOWN if isinstance(error, ConnectionLost) else HistoryState.FAILED


def _code(error: LapwingError) -> str:
    return str(error.facts.get("code") or "") or error.code


class NoRecording(Recording):
    """Of a run that is not to be in the history."""

    def __init__(self, session: OpenedSession, watch: WatchesStatements | None = None) -> None:
        self.tell = lambda _: None
        self._living = session.living
        self._watch = watch
        self._under_way: list[tuple[str, float]] = []

    def moved_to(self, database: str) -> None:
        """Nothing to do."""

    def sends(self, statement: ScriptStatement, following: Following = lambda _: ()) -> None:
        self.sends_text(statement.sql)

    def sends_text(self, sql: str) -> None:
        if self._watch is not None:
            since = time.monotonic()
            self._under_way.append((sql, since))
            self._watch.sends(sql, since)

    def sends_instead(self, sql: str) -> None:
        if self._watch is not None:
            self._under_way[-1] = (sql, self._under_way[-1][1])

    def ended(
        self,
        state: TransactionState,
        error: LapwingError | None = None,
        rows_fetched: int | None = None,
        rows_affected: int | None = None,
    ) -> None:
        self._living.count(state)
        if self._watch is not None:
            sql, since = self._under_way.pop()
            self._watch.ended(sql, time.monotonic() - since, error, rows_fetched, rows_affected)

    def close(self) -> None:
        if self._watch is not None:
            self._watch.close()
