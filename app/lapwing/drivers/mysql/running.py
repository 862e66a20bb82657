"""One statement of a session, from its first reply to its last, whatever happens on the way."""

from collections.abc import Iterator
from typing import Final, Protocol

from lapwing.domain.connections import TransactionMode
from lapwing.domain.errors import LapwingError, ResultClosed, StatementCancelled
from lapwing.drivers.base import Noticed, Reply, StatementEnded
from lapwing.drivers.mysql.errors import ENDS_SESSION, KILLED, refused
from lapwing.drivers.mysql.link import WIRE_ERRORS, Link
from lapwing.drivers.mysql.losing import Losing
from lapwing.drivers.mysql.packets import ProtocolBroken, ServerRefused
from lapwing.drivers.mysql.transport import LineGone
from lapwing.sql.classify import StatementFacts

_COUNTED: Final = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD"})
"""Statements that say how many rows they affected, also when these are none."""
_RETURNING: Final = frozenset({"INSERT", "DELETE", "REPLACE"})
_ENDED_BY_CLOSING: Final = frozenset({"SELECT", "SHOW", "TABLE", "VALUES", "EXPLAIN", "DESCRIBE", "DESC", "HELP"})
"""Statements that are ended on the server when nobody reads on; others may change something, and are done whole."""
_WITHOUT_TRANSACTION: Final = frozenset({"USE", "SET", "HELP", "KILL", "SHUTDOWN"})
_WARNINGS: Final = 64
_UNREAD_REPLIES: Final = 16
"""So many blocks of rows are read to the end before a statement is ended that nobody reads."""
_SEVERITIES: Final = {"Note": "notice", "Warning": "warning", "Error": "error"}
_INTERRUPTED: Final = frozenset({1028, 1030, 1105})
_ROLLED_BACK: Final = (
    "The server rolled back the whole transaction, with everything that was done in it before this statement."
)


class Owner(Protocol):
    """The session, as a statement sees it."""

    link: Link
    mode: TransactionMode
    is_read_only: bool

    def lose(self, error: ProtocolBroken | LineGone | ServerRefused, losing: Losing) -> LapwingError:
        """The connection is of no more use; the error to raise."""
        ...


class Run:
    """One statement. Iterating runs it.

    Attributes:
        is_over: Whether the server has nothing to do with it any more.
    """

    def __init__(self, owner: Owner, sql: str, facts: StatementFacts) -> None:
        self._owner = owner
        self._link = owner.link
        self._sql = sql
        self._facts = facts
        self._exchange = owner.link.exchange(sql)
        self._replies = self._exchange.replies()
        self._was_open = owner.link.in_transaction
        self._is_cut = False
        self._is_own_transaction = False
        self.is_over = False

    def __iter__(self) -> Iterator[Reply]:
        self._link.begins()
        try:
            self._begin()
            yield from self._until_end()
            notices = self._notices()
            self._settle()
        except WIRE_ERRORS as error:
            yield from self._fail(error)
        finally:
            if not self.is_over:
                self.abandon()
        yield from notices
        yield self._end()

    # before and while

    def _begin(self) -> None:
        """Begin the transaction that the statement is to run in."""
        facts, owner = self._facts, self._owner
        if self._was_open or facts.is_transaction_control:
            return
        if owner.is_read_only:
            self._link.ask("START TRANSACTION READ ONLY")
            self._is_own_transaction = owner.mode is TransactionMode.AUTO
        elif owner.mode is TransactionMode.MANUAL and not facts.is_ddl and facts.verb not in _WITHOUT_TRANSACTION:
            self._link.ask("START TRANSACTION")

    def _until_end(self) -> Iterator[Reply]:
        """What the server gives; once somebody has cancelled, nothing more."""
        if self._link.is_cancelled():
            self._replies.close()
            self._is_cut = True
            return
        for reply in self._replies:
            if self._link.is_cancelled():
                self._exchange.discard()
                self._is_cut = self._link.is_draining = True
                continue
            yield reply
            self._check_open()
        self._link.note(self._exchange.ended)

    def _check_open(self) -> None:
        """Raise `ResultClosed` when somebody else asked the session something meanwhile."""
        if self.is_over:
            raise ResultClosed

    # ends

    def _settle(self) -> None:
        """The server has done it: let no cancel hit what comes next, and end the transaction that was only for it.

        Raises:
            StatementCancelled: Rows of it were not given.
            ServerRefused, ProtocolBroken, LineGone
        """
        self._link.ends()
        self.is_over = True
        self._end_own_transaction()
        if self._is_cut:
            raise StatementCancelled

    def _end_own_transaction(self) -> None:
        if self._is_own_transaction:
            self._link.ask("ROLLBACK")

    def _fail(self, error: Exception) -> Iterator[Reply]:
        """Tell what a failure took with it, then raise the right error."""
        try:
            if not isinstance(error, ServerRefused) or error.errno in ENDS_SESSION:
                raise error
            requested = self._link.ends()
            self.is_over = True
            is_cancel = requested and _is_interruption(error)
            detail = "" if is_cancel else self._detail(error)
            self._end_own_transaction()
        except WIRE_ERRORS as worse:
            self.is_over = True
            self._link.canceller.ends()
            raise self._owner.lose(worse, self._losing()) from worse
        yield from self._lost_transaction(failed=True)
        if is_cancel:
            raise StatementCancelled from error
        raise refused(error, self._sql, self._facts.verb, detail) from error

    def abandon(self) -> None:
        """Nobody reads on: end the statement on the server, or let it be done, and make the connection free."""
        self.is_over = True
        link = self._link
        if link.is_closed:
            link.canceller.ends()
            return
        self._exchange.discard()
        try:
            self._read_away()
            link.ends()
            self._end_own_transaction()
        except ServerRefused as error:
            if error.errno in ENDS_SESSION:
                self._owner.lose(error, self._losing())
        except (ProtocolBroken, LineGone) as error:
            link.canceller.ends()
            self._owner.lose(error, self._losing())

    def _read_away(self) -> None:
        link = self._link
        may_end = self._facts.verb in _ENDED_BY_CLOSING
        link.is_draining = True
        if may_end:
            link.on_wait = link.canceller.request
        try:
            for count, _ in enumerate(self._replies):
                if may_end and count == _UNREAD_REPLIES:
                    link.canceller.request()
            link.note(self._exchange.ended)
        except ServerRefused as error:
            if error.errno in ENDS_SESSION:
                raise
        finally:
            link.on_wait = None

    # what is said

    def _end(self) -> StatementEnded:
        exchange, facts = self._exchange, self._facts
        affected: int | None = exchange.affected
        if facts.verb in _RETURNING and exchange.row_count:
            affected = exchange.row_count
        elif facts.verb not in _COUNTED or facts.is_explain:
            affected = affected or None
        return StatementEnded(affected, schema_changed=facts.is_ddl)

    def _notices(self) -> list[Noticed]:
        """What the server says beside its answer: counts of its own, warnings, and what became of the transaction."""
        ended = self._exchange.ended
        if ended is None:
            return []
        said = [Noticed(ended.words, "info")] if ended.words else []
        return [*said, *self._warnings(ended.warnings), *self._lost_transaction(failed=False)]

    def _warnings(self, count: int) -> list[Noticed]:
        if not count:
            return []
        try:
            rows = self._link.ask(f"SHOW WARNINGS LIMIT {_WARNINGS}", 3)
        except ServerRefused:
            return []  # a cancel that came too late for the statement
        found = [
            Noticed(f"{words} ({code})", _SEVERITIES.get(level or "", "warning")) for level, code, words, *_ in rows
        ]
        more = count - len(found)
        return found if more <= 0 else [*found, Noticed(f"The server counts {more:,} more warnings.", "warning")]

    def _detail(self, error: ServerRefused) -> str:
        """What the server's warnings say about an error; asking also tells whether the transaction is still open."""
        rows = self._link.ask(f"SHOW WARNINGS LIMIT {_WARNINGS}", 3)
        said = [words or "" for _, code, words, *_ in rows if code != str(error.errno)]
        return " ".join(text if text.endswith(".") else f"{text}." for text in said)

    def _lost_transaction(self, *, failed: bool) -> list[Noticed]:
        """What to say when a transaction that was open before is not open any more, or is another one."""
        facts = self._facts
        if not self._was_open or (facts.is_transaction_control and facts.transaction_verb != "BEGIN"):
            return []
        if self._link.in_transaction and facts.transaction_verb != "BEGIN":
            return []
        if failed and not facts.is_ddl:
            return [Noticed(_ROLLED_BACK, "warning")]
        text = f"{facts.verb} committed the transaction that was open before: MySQL and MariaDB always do that."
        return [Noticed(text, "warning")]

    def _losing(self) -> Losing:
        facts = self._facts
        return Losing(
            was_open=self._was_open,
            was_sent=self._exchange.was_sent,
            commits=facts.transaction_verb == "COMMIT",
            commits_first=facts.is_ddl,
            only_reads=facts.verb in _ENDED_BY_CLOSING or facts.is_transaction_control,
            is_done=self._exchange.ended is not None and not self._exchange.ended.has_more,
        )


def _is_interruption(error: ServerRefused) -> bool:
    """Whether it says that the statement was ended from outside: a sort that is ended has a number of its own."""
    return error.errno == KILLED or (error.errno in _INTERRUPTED and "interrupt" in error.words)
