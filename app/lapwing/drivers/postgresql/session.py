"""A session on a PostgreSQL server."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lapwing.domain.connections import Surroundings, Target, TransactionState
from lapwing.domain.errors import RequestInvalid
from lapwing.domain.values import Cell
from lapwing.drivers.base import Reply, Session
from lapwing.drivers.postgresql.advice import PostgresqlAdvisor
from lapwing.drivers.postgresql.dialogue import Dialogue
from lapwing.drivers.postgresql.execution import bound, encoded
from lapwing.drivers.postgresql.introspect import PostgresqlCatalog
from lapwing.drivers.postgresql.libpq import text_of
from lapwing.drivers.postgresql.login import Login
from lapwing.drivers.postgresql.metrics import PostgresqlMonitor
from lapwing.drivers.postgresql.rows import text_rows
from lapwing.drivers.postgresql.running import Runner
from lapwing.drivers.postgresql.statements import DIALECT, facts_of
from lapwing.drivers.postgresql.wire import Wire, WireLost

LEVELS: Final = ("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")
_CLOSING_S: Final = 0.8
_LONGEST_VERSION: Final = 100
_NOT_PLAIN: Final = re.compile(r"[^\x21-\x7e]+")
_METADATA_LOCKS_S: Final = 2
_WHERE: Final = (
    "SELECT current_user::text, current_database()::text, current_schema()::text, "
    "pg_catalog.current_setting('transaction_isolation'), "
    "pg_catalog.array_to_json(pg_catalog.current_schemas(true))"
)
_NOTICES_LOSS: Final = (
    "CASE WHEN pg_catalog.version() ~ 'linux'"
    " AND pg_catalog.current_setting('client_connection_check_interval', true) = '0'"
    " THEN pg_catalog.set_config('client_connection_check_interval', '2s', false) END"
)
"""Has the server end what runs when its client is gone (since version 14, where its system can tell; PostgreSQL's
manual, 20.3): otherwise a statement whose cancel could not get through would run on for as long as it likes."""
_UNCOMPILED: Final = (
    "CASE WHEN pg_catalog.current_setting('jit', true) = 'on' THEN pg_catalog.set_config('jit', 'off', false) END"
)
"""Compiling a catalogue query takes longer than running it."""
_LOOKS: Final = (
    "SET lock_timeout = '1s'",
    "SET statement_timeout = '5s'",
    "SET default_transaction_read_only = on",
)
"""How the session is set that looks at the server, beside what all metadata sessions are."""
_NO_PLACE: Final = "What the server said of user, database and schema makes no sense."
_STANDBY: Final = "The server is a standby: it follows another one and takes no changes."


def _plain(version: str) -> str:
    """The number before the packager's words; whatever a server says, it stays short and plain."""
    return _NOT_PLAIN.sub("", version.partition(" ")[0])[:_LONGEST_VERSION] or "?"


class PostgresqlSession(Session):
    """One connection to a PostgreSQL server."""

    def __init__(
        self, wire: Wire, connection: str, login: Login, target: Target, encryption: str, notes: tuple[str, ...]
    ) -> None:
        """Ask the server where we are.

        Raises:
            WireLost
            LapwingError: It refused to say.
        """
        self._wire = wire
        self._dialogue = Dialogue(wire, connection, login.secrets.values())
        self._encryption = encryption
        encoding = login.encoding or ("SQL_ASCII" if self._dialogue.counts_bytes else "UTF8")
        self._runner = Runner(self._dialogue, encoding, guarded=target.read_only)
        self._runner.keep_encoding()
        if target.is_metadata:
            self._dialogue.command(f"SET lock_timeout = '{_METADATA_LOCKS_S}s'")
        if target.is_monitor:
            for setting in _LOOKS:
                self._dialogue.command(setting)
        uncompiled = f", {_UNCOMPILED}" if target.is_metadata or target.is_monitor else ""
        self._surroundings = self._ask_surroundings(and_also=f", {_NOTICES_LOSS}{uncompiled}")
        self.product = f"PostgreSQL {_plain(self._parameter('server_version'))}"
        self.database = self._surroundings.database
        is_standby = self._parameter("in_hot_standby") == "on"
        self.is_read_only = target.read_only or is_standby
        self.notes = notes + ((_STANDBY,) if is_standby else ())
        self._catalog = PostgresqlCatalog(
            self.ask, wire.conn.server_version, lambda: self.transaction() is not TransactionState.IDLE
        )
        self._monitor: PostgresqlMonitor | None = None

    def _parameter(self, name: str) -> str:
        return text_of(self._wire.conn.parameter_status(name.encode()))

    @property
    def is_lost(self) -> bool:  # type: ignore[override]
        """Whether the connection is gone."""
        return self._dialogue.is_lost

    # statements

    def execute(self, sql: str, parameters: Sequence[Cell] = ()) -> Iterator[Reply]:
        return self._executed(sql, parameters, None)

    def execute_with_data(self, sql: str, data: Iterable[bytes]) -> Iterator[Reply]:
        return self._executed(sql, (), data)

    def _executed(self, sql: str, parameters: Sequence[Cell], data: Iterable[bytes] | None) -> Iterator[Reply]:
        raw, values, facts = encoded(sql), bound(parameters), facts_of(sql)
        dialogue = self._dialogue
        turn = dialogue.start(is_change=facts.changes)
        dialogue.way.reads_only = facts.reads_only or (facts.control and not facts.commits)
        dialogue.way.commits = facts.commits
        try:
            for reply in self._runner.replies(sql, raw, values, facts, self.mode, data):
                yield reply
                dialogue.check_turn(turn)
        except WireLost as gone:
            raise dialogue.lose(gone) from gone
        except BaseException:  # the replies are closed, or something went wrong before they were through
            dialogue.end_early(turn)
            raise
        finally:
            dialogue.finish(turn)

    def cancel(self) -> None:
        self._dialogue.canceller.request()

    def ask(self, sql: str, parameters: Sequence[str | None] = ()) -> list[tuple[str | None, ...]]:
        """The rows of a query of ours, as text; whatever transaction is open stays so, and none is begun.

        Raises what running a statement raises.
        """
        encoded(sql + "".join(filter(None, parameters)))  # a NUL is refused
        with self._dialogue.statement():
            return self._dialogue.rows(sql, parameters)

    def ask_together(self, queries: Sequence[str]) -> list[list[tuple[str | None, ...]]]:
        """The rows of several queries of ours that go out in one message; outside of a transaction they are one.

        Raises what running a statement raises: the error of the first that was refused.
        """
        with self._dialogue.statement():
            results = self._wire.pipeline(queries)
            for result, sql in zip(results, queries, strict=True):
                self._dialogue.see(result, sql)
        return [text_rows(result) for result in results]

    def is_alive(self) -> bool:
        return self._dialogue.is_alive()

    def surroundings(self) -> Surroundings:
        """Where we are. In a failed transaction the server says nothing: then where we were before."""
        with self._dialogue.statement():
            self._surroundings = self._ask_surroundings()
        return self._surroundings

    def _ask_surroundings(self, and_also: str = "") -> Surroundings:
        if self._dialogue.state is TransactionState.FAILED:
            return self._surroundings
        rows = self._dialogue.rows(_WHERE + and_also)
        try:
            ((user, database, schema, isolation, path, *_),) = rows
            search_path: list[str] = json.loads(path or "[]")
        except ValueError as error:
            raise WireLost(_NO_PLACE) from error
        return Surroundings(
            user or "",
            database or "",
            schema or "",
            self._wire.conn.backend_pid,
            (isolation or "").upper(),
            self._encryption,
            self._parameter("server_encoding"),
            tuple(search_path),
        )

    @property
    def catalog(self) -> PostgresqlCatalog:
        return self._catalog

    @property
    def monitor(self) -> PostgresqlMonitor:
        if self._monitor is None:
            version = self._wire.conn.server_version
            self._monitor = PostgresqlMonitor(self.ask, self.ask_together, version, self.product, self.database)
        return self._monitor

    @property
    def advisor(self) -> PostgresqlAdvisor:
        return PostgresqlAdvisor(self.ask)

    # transactions

    def transaction(self) -> TransactionState:
        return self._dialogue.state

    def begin(self) -> None:
        with self._dialogue.statement():
            self._runner.begin()

    def commit(self) -> None:
        with self._dialogue.statement():
            if self.transaction() is not TransactionState.IDLE:
                self._runner.commit()

    def rollback(self) -> None:
        with self._dialogue.statement():
            self._runner.undo()

    def savepoint(self, name: str) -> None:
        self._about_savepoint("SAVEPOINT", name)

    def release_savepoint(self, name: str) -> None:
        self._about_savepoint("RELEASE SAVEPOINT", name)

    def roll_back_to_savepoint(self, name: str) -> None:
        self._about_savepoint("ROLLBACK TO SAVEPOINT", name)

    def _about_savepoint(self, verb: str, name: str) -> None:
        sql = f"{verb} {DIALECT.quote_identifier(name)}"
        encoded(sql)
        with self._dialogue.statement():
            self._dialogue.command(sql)

    def set_isolation(self, level: str) -> None:
        if level not in LEVELS:
            raise RequestInvalid(operation="session.set_isolation", reason=f"there is no isolation level {level} here.")
        with self._dialogue.statement():
            self._dialogue.command(f"SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL {level}")

    def set_schema(self, schema: str) -> None:
        sql = f"SET search_path TO {DIALECT.quote_identifier(schema)}"
        encoded(sql)
        with self._dialogue.statement():
            self._dialogue.command(sql)

    def close(self) -> None:
        self._dialogue.close(_CLOSING_S)
