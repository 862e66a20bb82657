"""MySQL 5.7 to 9 and MariaDB 10.2 and newer. Tried with MySQL 9.7 and MariaDB 10.11; the others are unverified."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from lapwing.domain.connections import Surroundings, Target, TransactionState
from lapwing.domain.drivers import Library
from lapwing.domain.errors import (
    ConnectionLost,
    LapwingError,
    ServerMisbehaved,
    StatementFailed,
    TransactionOpen,
)
from lapwing.domain.values import Cell
from lapwing.drivers.base import Driver, Reply, Session, StatementEnded, package
from lapwing.drivers.capabilities import Capabilities
from lapwing.drivers.mysql.advice import MysqlAdvisor
from lapwing.drivers.mysql.errors import ENDS_SESSION, refused
from lapwing.drivers.mysql.exchange import whole
from lapwing.drivers.mysql.first_query import ServerFacts, prepare
from lapwing.drivers.mysql.introspect import MysqlCatalog
from lapwing.drivers.mysql.link import Link
from lapwing.drivers.mysql.literals import literal, with_literals
from lapwing.drivers.mysql.losing import Losing, lost_error
from lapwing.drivers.mysql.metrics import MysqlMonitor
from lapwing.drivers.mysql.opening import open_connection, refusals_told
from lapwing.drivers.mysql.packets import ProtocolBroken, ServerRefused
from lapwing.drivers.mysql.read_only import READ_ONLY_LIMITS, ReadOnlyGuard
from lapwing.drivers.mysql.route import route_for
from lapwing.drivers.mysql.running import Run
from lapwing.drivers.mysql.transport import LineGone
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import Passage
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named
from lapwing.sql.rewriting import Rewritten
from lapwing.sql.shapes import KnownShapes, shape_of

_BLANKS: Final = " \t\n\v\f\r"
ISOLATION_LEVELS: Final = ("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")


class MysqlDriver(Driver):
    """MySQL and MariaDB, over TCP or a Unix socket."""

    id = "mysql"
    title = "MySQL and MariaDB"
    dialect = "mysql"
    capabilities = Capabilities(
        isolation_levels=ISOLATION_LEVELS,
        chooses_schema=True,
        passwords=True,
        network=True,
        interleaves=False,
        transactional_ddl=False,
        tunnels=True,
    )
    default_port = 3306
    read_only_limits = READ_ONLY_LIMITS

    def open(self, target: Target, opening: Opening | None = None, passage: Passage | None = None) -> "MysqlSession":
        """Connect and log in. For options see the manual; those of `drivers.tls` and `drivers.sockets` among them."""
        route = route_for(target, opening.connection if opening else target.host or target.database, passage=passage)
        if opening is None:
            opening = Opening(route.words)
        if passage is None:  # whose own opening took of the same time
            opening.allow(route.timeout_s)
        opened = open_connection(route, opening)
        link = Link(route, opened, opening.connection)
        try:
            with refusals_told(route, opening):
                facts = prepare(link, opening, target)
        except BaseException:
            link.close()
            raise
        return MysqlSession(
            link, facts, opening.connection, opened.notes, opened.encryption, read_only=target.read_only
        )

    def libraries(self) -> tuple[Library, ...]:
        return (package("PyMySQL"),)


class MysqlSession(Session):
    """One connection to a MySQL or MariaDB server."""

    def __init__(
        self, link: Link, facts: ServerFacts, words: str, notes: tuple[str, ...], encryption: str, *, read_only: bool
    ) -> None:
        """Take over a connection that is logged in; `words` name it in messages."""
        self.product = facts.product
        self.database = facts.database or words
        self.is_read_only = read_only
        self.notes = notes
        self.server = facts
        self.link = link
        self._words = words
        self._encryption = encryption
        self._dialect = dialect_named("mysql")
        self._facts = KnownShapes(partial(statement_facts, self._dialect))
        self._catalog = MysqlCatalog(self._ask_catalogue, facts.version)
        self._guard = ReadOnlyGuard(facts.sql_mode) if read_only else None
        self._run: Run | None = None
        self._monitor: MysqlMonitor | None = None

    # statements

    def execute(self, sql: str, parameters: Sequence[Cell] = ()) -> Iterator[Reply]:
        start, end = self._bounds(sql)
        self._end_open_run()
        if self._guard is not None:
            self._guard.refuse_code(sql)
        if start == end:
            yield StatementEnded()
            return
        self._check_life()
        placed = Rewritten(sql[start:end])
        if parameters:
            placed = with_literals(placed.text, parameters, escapes_backslash=self.link.escapes_backslash)
        text = placed.text
        if self._guard is not None:
            text = self._guard.checked(text)
        self._check_length(text)
        self._run = run = Run(self, text, self._facts(text))
        try:
            yield from run
        except StatementFailed as error:
            _move(error, sql, start, placed)
            raise
        finally:
            if self._run is run:
                self._run = None

    def _bounds(self, sql: str) -> tuple[int, int]:
        """Where the one statement lies in `sql`; nowhere when there is none.

        Raises:
            StatementFailed: There are several.
        """
        if shape_of(sql) is not None:
            return 0, len(sql.rstrip(_BLANKS))
        statements = self._dialect.split(sql)
        if len(statements) > 1:
            raise StatementFailed(server="Only one statement can be run at a time.", position=statements[1].start)
        return (statements[0].start, statements[0].end) if statements else (0, 0)

    def _check_length(self, text: str) -> None:
        """Refuse what cannot be sent; the server would close the connection."""
        try:
            size = len(text.encode())
        except UnicodeEncodeError as error:
            raise StatementFailed(
                server="It holds half of a character, which cannot be sent.", position=error.start
            ) from None
        if size >= self.server.most_bytes:
            most = self.server.most_bytes
            words = f"The statement takes {size:,} bytes, and the server's max_allowed_packet is {most:,}."
            raise StatementFailed(server=words, code="1153 (08S01)", position=None)

    def _end_open_run(self) -> None:
        """A statement whose replies somebody still holds makes way for the next."""
        run, self._run = self._run, None
        if run is not None and not run.is_over:
            run.abandon()

    def _check_life(self) -> None:
        if self.is_lost or self.link.is_closed:
            raise ConnectionLost(connection=self._words, server=self.link.farewell, lost="")
        try:
            self.link.look()
        except LineGone as gone:
            raise self.lose(gone, Losing(self.link.in_transaction)) from gone

    def lose(self, error: Exception, losing: Losing) -> LapwingError:
        """The connection is of no more use; the error to raise."""
        self.is_lost = True
        self.link.close()
        if isinstance(error, ProtocolBroken):
            return ServerMisbehaved(connection=self._words, reason=str(error))
        self.link.farewell = self.link.reason(error)
        return lost_error(self._words, self.link.farewell, losing)

    def cancel(self) -> None:
        self.link.canceller.request()

    def _ask(self, sql: str, losing: Losing | None = None, width: int = 0) -> list[tuple[str | None, ...]]:
        """Run a statement of ours between those of a person; its rows have at least `width` cells.

        Raises:
            StatementFailed, StatementCancelled, ReadOnlyRefused, ConnectionLost, ServerMisbehaved
        """
        self._end_open_run()
        self._check_life()
        was_open = self.link.in_transaction
        losing = losing or Losing(was_open, was_sent=True, only_reads=True)
        try:
            return self.link.ask_alone(sql, width)
        except ServerRefused as error:
            if error.errno in ENDS_SESSION:
                raise self.lose(error, losing) from error
            raise refused(error, sql) from error
        except (ProtocolBroken, LineGone) as error:
            raise self.lose(error, losing) from error

    def _ask_catalogue(self, sql: str, parameters: Sequence[str | None]) -> list[tuple[str | None, ...]]:
        """The rows of a catalogue query, in which each `%s` stands for a value; leaves no transaction behind.

        Without values the text is sent as it is: a name in it may hold that sign.
        """
        pieces = sql.split("%s") if parameters else [sql]
        literals = [literal(value) for value in parameters]
        asked = "".join(piece + literal for piece, literal in zip(pieces, [*literals, ""], strict=True))
        was_open = self.link.in_transaction
        rows = self._ask(asked)
        if self.link.in_transaction and not was_open:
            self._ask("ROLLBACK")
        return rows

    # transactions

    def transaction(self) -> TransactionState:
        is_open = self.link.in_transaction and not self.is_lost
        return TransactionState.OPEN if is_open else TransactionState.IDLE

    def begin(self) -> None:
        self._end_open_run()
        if self.transaction() is TransactionState.OPEN:
            raise TransactionOpen
        self._ask("START TRANSACTION READ ONLY" if self.is_read_only else "START TRANSACTION")

    def commit(self) -> None:
        self._end_open_run()
        if self.link.in_transaction:
            self._ask("COMMIT", Losing(was_open=True, was_sent=True, commits=True))

    def rollback(self) -> None:
        self._end_open_run()
        if self.link.in_transaction:
            self._ask("ROLLBACK")

    def savepoint(self, name: str) -> None:
        self._ask(f"SAVEPOINT {self._dialect.quote_identifier(name)}")

    def release_savepoint(self, name: str) -> None:
        self._ask(f"RELEASE SAVEPOINT {self._dialect.quote_identifier(name)}")

    def roll_back_to_savepoint(self, name: str) -> None:
        self._ask(f"ROLLBACK TO SAVEPOINT {self._dialect.quote_identifier(name)}")

    def set_isolation(self, level: str) -> None:
        if level not in ISOLATION_LEVELS:
            super().set_isolation(level)
        self._ask(f"SET SESSION TRANSACTION ISOLATION LEVEL {level}")

    def set_schema(self, schema: str) -> None:
        self._ask(f"USE {self._dialect.quote_identifier(schema)}")

    # the rest

    def surroundings(self) -> Surroundings:
        rows = self._ask("SELECT CURRENT_USER(), DATABASE(), CONNECTION_ID()", width=3)
        user, schema, number, *_ = rows[0] if rows else ("", "", "")
        names = "'tx_isolation', 'transaction_isolation', 'character_set_database'"
        rows = self._ask(f"SHOW VARIABLES WHERE Variable_name IN ({names})", width=2)
        found = {name: value or "" for name, value, *_ in rows}
        isolation = found.get("transaction_isolation") or found.get("tx_isolation", "")
        return Surroundings(
            user=user or "",
            database=schema or "",
            schema=schema or "",
            server_pid=whole(number),
            isolation=isolation.replace("-", " "),
            encryption=self._encryption,
            encoding=found.get("character_set_database", ""),
        )

    def is_alive(self) -> bool:
        if not self.is_lost and (self.link.is_closed or not self.link.is_alive()):
            self.is_lost = True
            self.link.close()
        return not self.is_lost

    @property
    def catalog(self) -> MysqlCatalog:
        return self._catalog

    @property
    def monitor(self) -> MysqlMonitor:
        if self._monitor is None:
            ask = partial(self._ask_catalogue, parameters=())
            self._monitor = MysqlMonitor(self.link, self.product, ask, self.execute)
        return self._monitor

    @property
    def advisor(self) -> MysqlAdvisor:
        return MysqlAdvisor(partial(self._ask_catalogue, parameters=()))

    def close(self) -> None:
        self.link.close()


def _move(error: StatementFailed, sql: str, start: int, placed: Rewritten) -> None:
    """Count the place of an error in the whole text, of which the statement begins at `start`, instead of in what was
    sent."""
    position, line = error.facts.get("position"), error.facts.get("line")
    if isinstance(position, int):
        position = placed.origin(position) + start
        error.facts["position"] = position
        error.facts["line"] = sql.count("\n", 0, position) + 1
    elif isinstance(line, int):
        error.facts["line"] = placed.origin_line(line, sql[start:]) + sql.count("\n", 0, start)
