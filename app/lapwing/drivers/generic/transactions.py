"""Transactions over DB-APIs, which begin them in two ways.

By PEP 249 a connection begins one with its first statement; `commit` after each makes that automatic commit. Where a
dialect of SQLAlchemy begins them itself (DuckDB), the DB-API commits each statement until it is told to begin.
"""

from contextlib import suppress
from typing import Any, Final

import sqlalchemy
from sqlalchemy.engine import Connection
from sqlalchemy.engine.default import DefaultDialect

from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.sql.classify import StatementFacts

AUTOCOMMIT: Final = "AUTOCOMMIT"
_CHANGES: Final = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "VALUES", "TABLE"})
"""Verbs that may stand in a transaction anywhere; others may be refused in one (VACUUM, CREATE DATABASE)."""
_IN_ERROR: Final = 3
"""libpq's PQTRANS_INERROR, as psycopg tells it."""


class Transactions:
    """The transaction of one connection, which no one else begins or ends. SQLAlchemy's own notion of it is put out of
    action: what its dialect does to begin, commit and roll back happens here alone.

    Attributes:
        levels: Isolation levels that can be chosen.
    """

    def __init__(self, connection: Connection) -> None:
        """Take over; the connection is fresh."""
        self._dialect: Any = connection.dialect
        self._raw: Any = connection.connection.dbapi_connection
        dialect = self._dialect
        self._begin, self._commit, self._rollback = dialect.do_begin, dialect.do_commit, dialect.do_rollback
        self._begins_itself = type(dialect).do_begin is not DefaultDialect.do_begin
        for name in ("do_begin", "do_commit", "do_rollback"):
            setattr(dialect, name, lambda _raw: None)
        self._select_one = str(sqlalchemy.select(1).compile(dialect=dialect))
        self._is_open = False
        self._has_failed = False
        self._rollback_now()
        self.levels, self._can_autocommit = self._find_levels()
        self._level = self._isolation()

    def _find_levels(self) -> tuple[tuple[str, ...], bool]:
        """What may be chosen, and whether there is real automatic commit."""
        dialect = self._dialect
        try:
            dialect.get_isolation_level(self._raw)  # a dialect may list what it inherited and cannot do
            levels = [str(level) for level in dialect.get_isolation_level_values(self._raw)]
        except Exception:  # whatever a dialect does that knows none
            levels = []
        self._rollback_now()
        can = AUTOCOMMIT in levels and not self._begins_itself
        return tuple(level for level in levels if level != AUTOCOMMIT), can

    def _isolation(self) -> str:
        if not self.levels:
            return ""
        level = str(self._dialect.get_isolation_level(self._raw))
        self._rollback_now()
        return level

    @property
    def isolation(self) -> str:
        """Of this and the next transactions; empty where nobody tells."""
        return self._level

    def set_isolation(self, level: str) -> None:
        """For the next transactions; nothing is open."""
        self._dialect.set_isolation_level(self._raw, level)
        self._level = level

    @property
    def state(self) -> TransactionState:
        """As the DB-API tells it, otherwise as it must be after what was done."""
        told = self._told()
        if told is not None:
            return told
        if not self._is_open:
            return TransactionState.IDLE
        return TransactionState.FAILED if self._has_failed else TransactionState.OPEN

    def _told(self) -> TransactionState | None:
        if not self._is_open:
            return None  # what the DB-API began for one statement is ended behind it
        status = getattr(getattr(self._raw, "info", None), "transaction_status", None)
        if status is not None:
            return TransactionState.FAILED if int(status) == _IN_ERROR else TransactionState.OPEN
        return None

    def before(self, facts: StatementFacts, mode: TransactionMode) -> None:
        """A statement is about to run: begin what it is to be in."""
        if self._is_open or facts.is_transaction_control:
            return
        if mode is TransactionMode.MANUAL:
            self.begin()
        elif self._can_autocommit and facts.verb not in _CHANGES:
            self._dialect.set_isolation_level(self._raw, AUTOCOMMIT)

    def after(self, facts: StatementFacts) -> None:
        """It ran: make it last, or take note of what it said about the transaction."""
        verb = facts.transaction_verb
        if verb == "BEGIN":
            self._is_open, self._has_failed = True, False
        elif verb == "COMMIT" or (verb == "ROLLBACK" and facts.target is None):
            self._is_open = self._has_failed = False
            if not self._begins_itself:
                self._commit(self._raw)  # the DB-API has begun another one, or believes so
        elif verb == "ROLLBACK":
            self._has_failed = False
        elif not self._is_open and not self._begins_itself:
            self._commit(self._raw)
        self._back_from_autocommit(facts)

    def after_failure(self, facts: StatementFacts) -> None:
        """It failed: find out what became of the transaction."""
        if self._is_open:
            self._has_failed = not self._answers()
            return
        self._rollback_now()
        self._back_from_autocommit(facts)

    def _back_from_autocommit(self, facts: StatementFacts) -> None:
        if self._can_autocommit and not self._is_open and facts.verb not in _CHANGES:
            self._dialect.set_isolation_level(self._raw, self._level)

    def _answers(self) -> bool:
        """Whether a transaction in which a statement failed still takes others."""
        try:
            self.ping()
        except Exception:  # whatever it says now: it was asked for nothing
            return False
        return True

    def ping(self) -> None:
        """Ask for the number one. `Dialect.do_ping` would end or refuse an open transaction with some DB-APIs."""
        cursor = self._raw.cursor()
        try:
            cursor.execute(self._select_one)
            cursor.fetchall()
        finally:
            with suppress(Exception):
                cursor.close()
        if not self._is_open:
            self._rollback_now()

    def begin(self) -> None:
        if self._begins_itself:
            self._begin(self._raw)
        self._is_open, self._has_failed = True, False

    def commit(self) -> None:
        """End the open transaction.

        Raises whatever the DB-API raises; then it is as the database left it.
        """
        if self._is_open:
            try:
                self._commit(self._raw)
            except Exception:
                self._has_failed = not self._answers()
                raise
            self._is_open = self._has_failed = False

    def rollback(self) -> None:
        if self._is_open:
            self._rollback(self._raw)
            self._is_open = self._has_failed = False

    def _rollback_now(self) -> None:
        """End what the DB-API may have begun by itself."""
        if not self._begins_itself:
            self._rollback(self._raw)

    def end(self) -> None:
        """Undo what is open, as far as the connection still can."""
        with suppress(Exception):
            self._rollback(self._raw)
