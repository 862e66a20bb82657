"""A session over any DB-API, by SQLAlchemy."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any, Final

import sqlalchemy
from sqlalchemy.engine import Connection, CursorResult
from sqlalchemy.exc import DBAPIError

from lapwing.domain.connections import Surroundings, Target, TransactionState
from lapwing.domain.errors import (
    ConnectionLost,
    LapwingError,
    ReadOnlyRefused,
    RequestInvalid,
    ResultClosed,
    StatementCancelled,
    StatementFailed,
    TransactionLost,
)
from lapwing.domain.secrets import redact
from lapwing.domain.values import Cell, LongCell, RawText, Row
from lapwing.drivers.base import Catalog, Reply, ResultBegan, RowsCame, Session, StatementEnded
from lapwing.drivers.cancelling import Canceller
from lapwing.drivers.capabilities import Capabilities, ParameterMarks
from lapwing.drivers.generic.cancels import Cancel, cancel_of
from lapwing.drivers.generic.columns import columns_of
from lapwing.drivers.generic.errors import failed, is_lost, words_of
from lapwing.drivers.generic.traits import Traits
from lapwing.drivers.generic.transactions import Transactions
from lapwing.drivers.generic.values import to_row
from lapwing.results.layout import ROWS_PER_PAGE
from lapwing.sql.classify import StatementFacts, statement_facts
from lapwing.sql.dialect import dialect_named
from lapwing.sql.significant import significant_tokens

_QUICK_S: Final = 0.02
_BELIEVED_S: Final = 10.0
"""A session that answered so long ago is believed to be alive."""
_CHANGES: Final = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE"})
_QUERIES: Final = frozenset({"SELECT", "VALUES"})
_OPTIONS: Final = {"no_parameters": True, "max_row_buffer": ROWS_PER_PAGE}
_MARKS: Final = {
    "format": ParameterMarks.FORMAT,
    "pyformat": ParameterMarks.FORMAT,
    "numeric": ParameterMarks.COLON,
    "named": ParameterMarks.COLON,
}
"""By PEP 249's name for them. Drivers with named ones take values in order, too."""


class GenericSession(Session):
    """One connection of one DB-API."""

    def __init__(self, connection: Connection, target: Target, traits: Traits, shown: str, can: Capabilities) -> None:
        """Take over a fresh connection.

        Args:
            shown: Where it leads, in words, for messages.
            can: What the driver can do at most.
        """
        self._connection = connection
        self._raw: Any = connection.connection.dbapi_connection
        self._traits = traits
        self._shown = shown
        self._secrets = (target.password,)
        self._dialect = dialect_named(traits.sql)
        dialect = connection.dialect
        self.transactions = Transactions(connection)
        self._cancel_of = cancel_of(connection.connection.driver_connection)
        self._cancel: Cancel | None = None
        self._canceller = Canceller(self._send_cancel, self._give_up)
        sqlalchemy.event.listen(connection, "before_cursor_execute", self._cursor_runs)
        self.capabilities = replace(
            can,
            cancels=self._cancel_of is not None,
            savepoints=traits.savepoints,
            own_names=traits.own_names,
            isolation_levels=self.transactions.levels,
            parameter_marks=_MARKS.get(getattr(dialect.dbapi, "paramstyle", ""), ParameterMarks.QUESTION),
        )
        self._turn = 0
        self._result: CursorResult[Any] | None = None
        self._answered = time.monotonic()
        self.is_read_only = target.read_only
        self.product = _product(connection, traits)
        self.database = connection.engine.url.database or shown
        self._user = connection.engine.url.username or ""
        self._schema = getattr(dialect, "default_schema_name", None) or ""
        self._catalog = traits.make_catalog(self.reading)

    # statements

    def execute(self, sql: str, parameters: Sequence[Cell] = ()) -> Iterator[Reply]:
        statements = self._dialect.split(sql)
        if len(statements) > 1:
            raise StatementFailed(server="Only one statement can be run at a time.", position=statements[1].start)
        if not statements:
            yield StatementEnded()
            return
        values = _bindings(parameters)
        facts = statement_facts(self._dialect, sql)
        turn = self._begin_turn()
        try:
            with self._statement(sql, facts):
                self._traits.look(self._connection.connection.driver_connection, sql, read_only=self.is_read_only)
                self.transactions.before(facts, self.mode)
                ended = StatementEnded()
                for reply in self._replies(sql, values, facts):
                    if isinstance(reply, StatementEnded):
                        ended = reply
                        break
                    yield reply
                    self._check_turn(turn)
                self.transactions.after(facts)
            yield ended
        finally:
            self._end_turn(turn)

    @contextmanager
    def _statement(self, sql: str, facts: StatementFacts) -> Iterator[None]:
        """One statement, which can be cancelled while it runs; what goes wrong becomes an error of ours."""
        was_open = self.transaction() is not TransactionState.IDLE
        self._canceller.begins()
        refusal: BaseException | None = None
        try:
            yield
        except (LapwingError, GeneratorExit) as error:
            refusal = error
            raise
        except Exception as error:
            refusal = error
            raise self._translated(_as_sqlalchemy_sees(error, self._connection), sql, was_open=was_open) from error
        finally:
            self._cancel = None
            self._canceller.ends()
            self._answered = time.monotonic()
            if refusal is not None and not self.is_lost and not isinstance(refusal, ResultClosed):
                self._end_early(refusal, facts)

    def _end_early(self, refusal: BaseException, facts: StatementFacts) -> None:
        self._close_result()
        if isinstance(refusal, GeneratorExit):
            with suppress(Exception):
                self.transactions.after(facts)
        else:
            with suppress(Exception):
                self.transactions.after_failure(facts)

    def _replies(self, sql: str, values: tuple[Any, ...], facts: StatementFacts) -> Iterator[Reply]:
        options: Any = {**_OPTIONS, "stream_results": self._can_stream(sql, facts)}
        result = self._result = self._connection.exec_driver_sql(sql, values or None, options)
        cursor: Any = result.cursor
        description = cursor.description if cursor is not None else None
        affected = result.rowcount if facts.verb in _CHANGES and result.rowcount >= 0 else None
        if description and result.returns_rows:
            if self._traits.brings_no_rows(description, sql):
                counted = [row[0] for row in cursor.fetchall()]
                affected = counted[0] if facts.verb in _CHANGES and counted else affected
            else:
                yield ResultBegan(columns_of(description, self._connection.dialect.dbapi))
                count = 0
                for batch in self._batches(result):
                    count += len(batch)
                    yield RowsCame(batch)
                affected = count if facts.verb in _CHANGES else None
        self._close_result()
        yield StatementEnded(affected, schema_changed=facts.is_ddl)

    def _can_stream(self, sql: str, facts: StatementFacts) -> bool:
        """Whether a cursor of the server may stand for it: what only reads, in a transaction."""
        if facts.verb not in _QUERIES or facts.is_explain:
            return False
        words = {token.word for token in significant_tokens(self._dialect, sql)}
        return words.isdisjoint(_CHANGES | {"INTO"})

    def _batches(self, result: CursorResult[Any]) -> Iterator[list[Row]]:
        """Rows in batches: one at first, as many as a page holds when they come fast.

        They are taken as the DB-API gives them: a `Result` would convert some types, and JSON would lose digits.
        """
        fetching: Any = result.cursor_strategy
        size = 1
        while True:
            if self._canceller.is_requested:
                raise StatementCancelled
            started = time.monotonic()
            found = fetching.fetchmany(result, result.cursor, size)
            if not found:
                return
            took = time.monotonic() - started
            yield [to_row(row) for row in found]
            size = min(ROWS_PER_PAGE, size * 4) if took < _QUICK_S else max(1, size // 4)

    def _begin_turn(self) -> int:
        """What was open before ends: a DB-API does one thing at a time."""
        if self.is_lost:
            raise ConnectionLost(connection=self._shown, server="It was lost before.", lost="")
        self._close_result()
        self._turn += 1
        return self._turn

    def _check_turn(self, turn: int) -> None:
        if turn != self._turn:
            raise ResultClosed

    def _end_turn(self, turn: int) -> None:
        if turn == self._turn:
            self._close_result()

    def _close_result(self) -> None:
        result, self._result = self._result, None
        if result is not None:
            with suppress(Exception):  # what could go wrong has no bearing on what comes next
                result.close()
            with suppress(Exception):
                self._traits.forget_rows(self._connection.connection.driver_connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """SQLAlchemy's connection for reading the catalogue; no transaction begins, and an open one goes on."""
        self._begin_turn()
        facts = StatementFacts("SELECT", reads_only=True)
        with self._statement("", facts):
            if self.transaction() is TransactionState.OPEN and self._traits.savepoints:
                with self._undone_when_it_fails():
                    yield self._connection
            else:
                yield self._connection
                if self.transaction() is TransactionState.IDLE:
                    self.transactions.after(facts)

    @contextmanager
    def _undone_when_it_fails(self) -> Iterator[None]:
        """An inspector may ask for what is not there; a person's transaction must not end by that."""
        dialect, name = self._connection.dialect, "lapwing_reading"
        dialect.do_savepoint(self._connection, name)
        try:
            yield
        except Exception:
            dialect.do_rollback_to_savepoint(self._connection, name)
            raise
        finally:
            dialect.do_release_savepoint(self._connection, name)

    def _translated(self, error: Exception, sql: str, *, was_open: bool) -> LapwingError:
        if is_lost(error):
            self.is_lost = True
            facts = {"connection": self._shown, "server": self._hidden(words_of(error))}
            return TransactionLost(**facts, lost="") if was_open else ConnectionLost(**facts, lost="")
        if self._canceller.is_requested:
            return StatementCancelled()
        refusal = failed(error, sql)
        refusal.facts["server"] = self._hidden(str(refusal.facts["server"]))
        if self.is_read_only and "read-only" in str(refusal.facts["server"]).lower():
            return ReadOnlyRefused(what="a change")
        return refusal

    def _hidden(self, text: str) -> str:
        return redact(text, self._secrets, (self._user,))

    # cancelling

    def cancel(self) -> None:
        if self._cancel_of is not None:
            self._canceller.request()

    def _cursor_runs(self, _connection: Connection, cursor: Any, *_statement: object) -> None:
        """SQLAlchemy calls this before a cursor executes something."""
        if self._cancel_of is not None:
            self._cancel = self._cancel_of(cursor)

    def _send_cancel(self, _within_s: float) -> None:
        cancel = self._cancel
        if cancel is not None:
            cancel()

    def _give_up(self) -> None:
        """The cancel itself hangs: without the connection, the statement ends."""
        self.is_lost = True
        with suppress(Exception):
            self._connection.dialect.do_terminate(self._raw)

    def is_alive(self) -> bool:
        if self.is_lost or time.monotonic() - self._answered < _BELIEVED_S:
            return not self.is_lost
        with suppress(LapwingError):  # a transaction that has failed refuses everything: that is an answer too
            self._simple(self.transactions.ping)
        return not self.is_lost

    # transactions

    def surroundings(self) -> Surroundings:
        return Surroundings(
            user=self._user, database=self.database, schema=self._schema, isolation=self.transactions.isolation
        )

    def set_isolation(self, level: str) -> None:
        if level not in self.transactions.levels:
            raise RequestInvalid(operation="session.set_isolation", reason=f"there is no isolation level {level} here.")
        self._simple(lambda: self.transactions.set_isolation(level))

    def transaction(self) -> TransactionState:
        return self.transactions.state

    def begin(self) -> None:
        self._simple(self.transactions.begin)

    def commit(self) -> None:
        self._simple(self.transactions.commit)

    def rollback(self) -> None:
        self._simple(self.transactions.rollback)

    def savepoint(self, name: str) -> None:
        self._with_savepoints(lambda: self._connection.dialect.do_savepoint(self._connection, name))

    def release_savepoint(self, name: str) -> None:
        self._with_savepoints(lambda: self._connection.dialect.do_release_savepoint(self._connection, name))

    def roll_back_to_savepoint(self, name: str) -> None:
        self._with_savepoints(lambda: self._connection.dialect.do_rollback_to_savepoint(self._connection, name))

    def _with_savepoints(self, work: Callable[[], object]) -> None:
        if not self._traits.savepoints:
            raise StatementFailed(server=f"{self.product} has no savepoints.", position=None)
        self._simple(work)

    def _simple(self, work: Callable[[], object]) -> None:
        """Do something of ours that has no result."""
        self._begin_turn()
        was_open = self.transaction() is not TransactionState.IDLE
        self._canceller.begins()
        try:
            work()
        except Exception as error:
            raise self._translated(_as_sqlalchemy_sees(error, self._connection), "", was_open=was_open) from error
        finally:
            self._canceller.ends()
            self._answered = time.monotonic()

    @property
    def catalog(self) -> Catalog:
        return self._catalog

    def close(self) -> None:
        if self._connection.closed:
            return
        self._turn += 1
        self._close_result()
        self.transactions.end()
        with suppress(Exception):  # a connection that is gone cannot be closed
            self._connection.close()
        self._connection.engine.dispose()


def _bindings(parameters: Sequence[Cell]) -> tuple[Any, ...]:
    if any(isinstance(cell, RawText | LongCell) for cell in parameters):
        raise StatementFailed(server="Text that is not valid cannot be given as a value.", position=None)
    return tuple(parameters)


def _as_sqlalchemy_sees(error: Exception, connection: Connection) -> Exception:
    """An error of the DB-API itself, with what its dialect knows about lost connections."""
    dialect: Any = connection.dialect
    kind = getattr(dialect.dbapi, "Error", None)
    if isinstance(error, DBAPIError) or not (isinstance(kind, type) and isinstance(error, kind)):
        return error
    raw = connection.connection.dbapi_connection
    return DBAPIError("", None, error, connection_invalidated=bool(dialect.is_disconnect(error, raw, None)))


def _product(connection: Connection, traits: Traits) -> str:
    """Such as `DuckDB 2.0.0 (SQLAlchemy 2.1.9, duckdb_engine)`."""
    dialect = connection.dialect
    version = getattr(dialect, "server_version_info", None)
    told = ".".join(str(part) for part in version) if version else ""
    name = traits.product(connection.connection.driver_connection) or f"{dialect.name} {told}".rstrip()
    return f"{name} (SQLAlchemy {sqlalchemy.__version__}, {dialect.driver})"
