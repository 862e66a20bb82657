"""SQLite through apsw."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Final

import apsw

from lapwing.domain.connections import Target, TransactionMode, TransactionState
from lapwing.domain.drivers import Library
from lapwing.domain.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    LapwingError,
    ReadOnlyRefused,
    SnapshotOutdated,
    StatementCancelled,
    StatementFailed,
)
from lapwing.domain.values import Cell, LongCell, RawText, Row
from lapwing.drivers.base import (
    Driver,
    Noticed,
    Reply,
    ResultBegan,
    ResultBeganAgain,
    RowsCame,
    Session,
    StatementEnded,
    in_batches,
)
from lapwing.drivers.capabilities import Capabilities, ParameterMarks
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import Passage
from lapwing.drivers.sqlite.advice import SqliteAdvisor
from lapwing.drivers.sqlite.cursor import Cursor
from lapwing.drivers.sqlite.guard import ReadOnlyGuard
from lapwing.drivers.sqlite.introspect import SqliteCatalog
from lapwing.drivers.sqlite.locks import lock_holders
from lapwing.drivers.sqlite.metrics import SqliteMonitor
from lapwing.drivers.sqlite.opening import MEMORY, open_file, shown_path
from lapwing.drivers.sqlite.restoring import writing_schema
from lapwing.drivers.sqlite.rewriting import as_bytes_query, restore_row
from lapwing.sql.classify import StatementFacts, statement_facts
from lapwing.sql.dialect import dialect_named
from lapwing.sql.shapes import KnownShapes

_BUSY_NEWS_S: Final = 0.3
_OUTSIDE_TRANSACTIONS: Final = {"ATTACH", "DETACH", "VACUUM", "PRAGMA"}
_LOST: Final = "SQLite rolled back the whole transaction, with everything that was done in it before this statement."
"""After a change in it was cancelled, for one: sqlite.org/c3ref/interrupt.html."""
_GAPS: Final = (
    "Some rows hold text that is not valid UTF-8. This statement is no query that can be read a second time, so only "
    "that text is shown of such a row, in its first column."
)
_NAMELESS: Final = (
    "The name of a column is not valid text. Give names of your own: WITH q(a, b) AS (SELECT ...) SELECT * FROM q"
)
_CHANGE_SCHEMAS: Final = {"ATTACH", "DETACH", "ROLLBACK"}


class SqliteDriver(Driver):
    """SQLite 3, the library that apsw brings."""

    id = "sqlite"
    title = "SQLite"
    dialect = "sqlite"
    capabilities = Capabilities(
        attached_databases=True,
        locks_whole_database=True,
        own_names=True,
        parameter_marks=ParameterMarks.AS_WRITTEN,
    )

    def open(self, target: Target, opening: Opening | None = None, passage: Passage | None = None) -> "SqliteSession":
        """Open a file, or a new database in memory (`:memory:`).

        `options` may hold `busy_timeout` (seconds) and `attach.NAME` (a path, attached under that name).
        """
        return SqliteSession(target)

    def libraries(self) -> tuple[Library, ...]:
        return Library("apsw", apsw.apsw_version()), Library("SQLite", apsw.sqlite_lib_version())


class SqliteSession(Session):
    """One connection to a SQLite file."""

    def __init__(self, target: Target) -> None:
        opened = open_file(target)
        self._connection = opened.connection
        self.product = f"SQLite {apsw.sqlite_lib_version()}"
        self.database = shown_path(target.database)
        self.is_read_only = opened.read_only
        self.notes = opened.notes
        self._dialect = dialect_named("sqlite")
        self._facts = KnownShapes(self._facts_of_one)
        self._guard = ReadOnlyGuard()
        self._state = threading.Lock()
        self._running = False
        self._cancelled = False
        self._busy_since: float | None = None
        self._busy_timeout_s = opened.busy_timeout_s
        self._monitor = (
            SqliteMonitor(Path(target.database), self.product)
            if target.is_monitor and target.database != MEMORY
            else None
        )
        self._catalog = SqliteCatalog(self._connection, lambda error: self._translated(error, ""), self._not_waiting)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        """Settings of ours: waiting for locks by our own rule, and the read-only guard."""
        connection = self._connection
        connection.set_busy_handler(self._wait_for_lock)
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        if self.is_read_only:
            connection.execute("PRAGMA query_only=1").fetchall()
            connection.authorizer = self._guard

    def running_file(self) -> AbstractContextManager[None]:
        return nullcontext() if self.is_read_only else writing_schema(self._connection)

    # statements

    def execute(self, sql: str, parameters: Sequence[Cell] = ()) -> Iterator[Reply]:
        facts = self._facts(sql)
        self._enter()
        was_open = self._connection.in_transaction
        try:
            self._begin_if_manual(facts)
            yield from self._run(sql, parameters, facts)
        except apsw.Error as error:
            refusal = self._translated(error, sql)
            if was_open and not self._connection.in_transaction:
                yield Noticed(_LOST, "warning")
            raise refusal from error
        except UnicodeDecodeError as error:
            raise StatementFailed(server=_NAMELESS, position=None) from error
        except (ValueError, OverflowError) as error:
            raise StatementFailed(server=f"SQLite cannot take this: {error}", position=None) from error
        finally:
            self._leave()

    def _facts_of_one(self, sql: str) -> StatementFacts:
        """What one statement does.

        Raises:
            StatementFailed: There are several.
        """
        statements = self._dialect.split(sql)
        if len(statements) > 1:
            raise StatementFailed(server="Only one statement can be run at a time.", position=statements[1].start)
        return statement_facts(self._dialect, sql)

    def _enter(self) -> None:
        with self._state:
            self._running, self._cancelled, self._busy_since = True, False, None
        self._guard.refused = ""

    def _leave(self) -> None:
        with self._state:
            self._running = self._cancelled = False

    def _begin_if_manual(self, facts: StatementFacts) -> None:
        if self.mode is not TransactionMode.MANUAL or self._connection.in_transaction:
            return
        if not facts.is_transaction_control and facts.verb not in _OUTSIDE_TRANSACTIONS:
            self._connection.execute("BEGIN")

    def _run(self, sql: str, parameters: Sequence[Cell], facts: StatementFacts) -> Iterator[Reply]:
        connection = self._connection
        before = connection.total_changes()
        cursor = Cursor(connection)
        try:
            rows = cursor.execute(sql, _bindings(parameters))
            if cursor.columns:
                yield ResultBegan(cursor.columns)
                yield from self._rows(cursor, rows, sql, parameters, facts)
            else:
                for _ in rows:
                    pass  # a statement without columns is done when it was stepped to its end
        finally:
            cursor.close()
        changes = facts.verb in {"INSERT", "UPDATE", "DELETE", "REPLACE"} and not cursor.reads_only
        affected = connection.changes() if changes and connection.total_changes() != before else 0
        yield StatementEnded(
            affected if changes else None, schema_changed=facts.is_ddl or facts.verb in _CHANGE_SCHEMAS
        )

    def _rows(
        self, cursor: Cursor, rows: Iterator[Row], sql: str, parameters: Sequence[Cell], facts: StatementFacts
    ) -> Iterator[Reply]:
        """The rows in batches; text that is not UTF-8 makes the statement be asked again as bytes."""
        try:
            for batch in in_batches(rows):
                yield RowsCame(batch)
            return
        except UnicodeDecodeError as error:
            broken = error
        if cursor.reads_only and facts.verb in {"SELECT", "VALUES"} and not facts.is_explain:
            cursor.close()
            yield ResultBeganAgain()
            yield from self._rows_as_bytes(sql, parameters, len(cursor.columns))
        else:
            yield from self._rest_with_gaps(rows, broken, len(cursor.columns))

    def _rows_as_bytes(self, sql: str, parameters: Sequence[Cell], columns: int) -> Iterator[Reply]:
        again = Cursor(self._connection)
        statement = self._dialect.split(sql)[0]
        encoding = self._connection.pragma("encoding")
        try:
            rows = again.execute(as_bytes_query(sql[statement.start : statement.end], columns), _bindings(parameters))
            for batch in in_batches(rows):
                yield RowsCame([restore_row(row, encoding) for row in batch])
        finally:
            again.close()

    @staticmethod
    def _rest_with_gaps(rows: Iterator[Row], error: UnicodeDecodeError, columns: int) -> Iterator[Reply]:
        """What changes something, or is no query, cannot be asked again: of such a row the one known cell is shown."""
        yield Noticed(_GAPS, "warning")
        pending: UnicodeDecodeError | None = error
        while pending is not None:
            yield RowsCame([(RawText(bytes(pending.object)), *([None] * (columns - 1)))])
            pending = None
            try:
                for batch in in_batches(rows):
                    yield RowsCame(batch)
            except UnicodeDecodeError as another:
                pending = another

    # cancelling and waiting

    def cancel(self) -> None:
        with self._state:
            if self._running:
                self._cancelled = True
                self._connection.interrupt()

    def _wait_for_lock(self, tries: int) -> bool:
        """SQLite asks whether to go on waiting for a lock; called in the session's thread, inside a step."""
        now = time.monotonic()
        if tries == 0 or self._busy_since is None:
            self._busy_since = now
        waited = now - self._busy_since
        if self._cancelled or waited >= self._busy_timeout_s:
            return False
        if waited >= _BUSY_NEWS_S:
            self.listener.waits_for_lock(waited, self._lock_holders())
        time.sleep(min(0.05, 0.002 + waited / 10))
        return True

    def _lock_holders(self) -> str:
        """Who is in the way, at the main file or an attached one."""
        try:
            names = [self._connection.db_filename(name) for name in self._connection.db_names()]
        except UnicodeDecodeError:
            return ""  # the name of a file is not text
        writing = self._connection.txn_state() == apsw.SQLITE_TXN_WRITE
        return lock_holders([Path(name) for name in names if name], writing=writing)

    def _translated(self, error: apsw.Error, sql: str) -> LapwingError:
        """SQLite's refusal as an error of ours."""
        if isinstance(error, apsw.InterruptError) or self._cancelled:
            return StatementCancelled()
        if getattr(error, "extendedresult", 0) == apsw.SQLITE_BUSY_SNAPSHOT:
            return SnapshotOutdated()
        if isinstance(error, apsw.BusyError | apsw.LockedError):
            holders = self._lock_holders()
            waited = 0.0 if self._busy_since is None else time.monotonic() - self._busy_since
            return DatabaseLocked(waited_s=round(waited, 1), holder=f" by {holders}" if holders else "")
        if self.is_read_only and (self._guard.refused or isinstance(error, apsw.AuthError | apsw.ReadOnlyError)):
            return ReadOnlyRefused(what=self._guard.refused or "a change")
        if isinstance(error, apsw.CorruptError | apsw.NotADBError):
            return DatabaseDamaged(path=self.database, server=str(error))
        return _statement_failed(error, sql)

    # transactions

    def transaction(self) -> TransactionState:
        return TransactionState.OPEN if self._connection.in_transaction else TransactionState.IDLE

    def begin(self) -> None:
        self._simple("BEGIN")

    def commit(self) -> None:
        if self._connection.in_transaction:
            self._simple("COMMIT")

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self._simple("ROLLBACK")

    def savepoint(self, name: str) -> None:
        self._simple(f"SAVEPOINT {self._dialect.quote_identifier(name)}")

    def release_savepoint(self, name: str) -> None:
        self._simple(f"RELEASE {self._dialect.quote_identifier(name)}")

    def roll_back_to_savepoint(self, name: str) -> None:
        self._simple(f"ROLLBACK TO {self._dialect.quote_identifier(name)}")

    def _simple(self, sql: str) -> None:
        """Run a statement of ours that has no result."""
        self._enter()
        try:
            self._connection.execute(sql)
        except apsw.Error as error:
            raise self._translated(error, sql) from error
        finally:
            self._leave()

    @contextmanager
    def _not_waiting(self) -> Iterator[None]:
        """What is locked fails at once within this."""
        usual_s, self._busy_timeout_s = self._busy_timeout_s, 0.0
        try:
            yield
        finally:
            self._busy_timeout_s = usual_s

    @property
    def catalog(self) -> SqliteCatalog:
        return self._catalog

    @property
    def monitor(self) -> SqliteMonitor | None:
        return self._monitor

    @property
    def advisor(self) -> SqliteAdvisor:
        return SqliteAdvisor(lambda sql: list(self._connection.execute(sql)))

    def close(self) -> None:
        if self._monitor is not None:
            self._monitor.close()
        with self._state:
            self._running = False
            self._connection.close(force=True)


def _bindings(parameters: Sequence[Cell]) -> tuple[Any, ...]:
    if any(isinstance(cell, RawText | LongCell) for cell in parameters):
        raise StatementFailed(server="Text that is not valid UTF-8 cannot be given as a value.", position=None)
    return tuple(parameters)


def _statement_failed(error: apsw.Error, sql: str) -> StatementFailed:
    """SQLite's words, its extended result code by name, and where in the text."""
    if isinstance(error, apsw.BindingsError):
        return StatementFailed(
            server="The statement has parameters, and not as many values came with it.", code="", position=None
        )
    offset = getattr(error, "error_offset", -1)
    position = len(sql.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "replace")) if offset >= 0 else None
    extended = getattr(error, "extendedresult", 0)
    codes = (apsw.mapping_extended_result_codes.get(extended), apsw.mapping_result_codes.get(extended & 0xFF))
    name = next((str(code) for code in codes if code and extended), "")
    line = None if position is None else sql.count("\n", 0, position) + 1
    return StatementFailed(server=str(error), code=name, position=position, line=line)
