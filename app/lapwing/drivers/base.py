"""The contract that every driver fulfils; `tests/contract` checks each of them against it.

A `Session` is one connection to a server. It is used by one thread, but for `cancel`. What a statement brings is pulled
as `Reply` objects: who does not pull makes the server wait.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import ClassVar, Final, Protocol

from lapwing.domain.catalog import (
    CatalogObject,
    Database,
    ObjectKind,
    ObjectProperties,
    ObjectScope,
    ObjectStatement,
    Relation,
    RelationDetails,
    Schema,
)
from lapwing.domain.connections import Surroundings, Target, TransactionMode, TransactionState
from lapwing.domain.drivers import Library
from lapwing.domain.errors import RequestInvalid, StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.values import Cell, Row
from lapwing.drivers.capabilities import Capabilities
from lapwing.drivers.monitoring import Advisor, Monitor
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import Passage
from lapwing.drivers.table_access import TableAccess
from lapwing.results.codecs import CELLS
from lapwing.results.layout import ROWS_PER_PAGE, EncodedPage
from lapwing.sql.completion.names import Names

_QUICK_S: Final = 0.02


@dataclass(frozen=True, slots=True)
class ResultBegan:
    """The statement has a result with these columns; rows follow. A statement may have several results."""

    columns: tuple[Column, ...]
    codec: str = CELLS
    """How `PagesCame` of this result are to be read."""


@dataclass(frozen=True, slots=True)
class RowsCame:
    """The next rows, at most `results.layout.ROWS_PER_PAGE`."""

    rows: list[Row]


@dataclass(frozen=True, slots=True)
class PagesCame:
    """The next rows as they came from the server, already cut into pages of the result's codec."""

    pages: list[EncodedPage]


@dataclass(frozen=True, slots=True)
class ResultBeganAgain:
    """The rows of this result so far are void; they are read again, and all of them follow."""


@dataclass(frozen=True, slots=True)
class Noticed:
    text: str
    severity: str = "notice"


@dataclass(frozen=True, slots=True)
class StatementEnded:
    """The last reply.

    `rows_affected` is None where the server does not count. Of a statement with several results it is their sum.
    """

    rows_affected: int | None = None
    schema_changed: bool = False


Reply = ResultBegan | RowsCame | PagesCame | ResultBeganAgain | Noticed | StatementEnded


class SessionListener(Protocol):
    """Who hears what happens while a statement waits. Called from the session's thread."""

    def waits_for_lock(self, waited_s: float, holders: str) -> None: ...


class SilentListener:
    """Nobody listens."""

    def waits_for_lock(self, waited_s: float, holders: str) -> None:
        """Heard by nobody."""


class Catalog(ABC):
    """What the database holds, read through one session, by its thread.

    Raises what running a statement raises.
    """

    @abstractmethod
    def schemas(self) -> list[Schema]: ...

    @abstractmethod
    def relations(self, schema: str) -> list[Relation]:
        """Tables and views by name; the driver's own bookkeeping tables are left out."""

    @abstractmethod
    def describe(self, schema: str, name: str) -> RelationDetails:
        """Everything about one relation.

        Raises:
            StatementFailed: There is none of that name.
        """

    def databases(self) -> list[Database]:
        """The server's databases that this account may connect to, by name; none where schemas are all there is."""
        return []

    @abstractmethod
    def kinds(self, scope: ObjectScope, schema: str = "", relation: str = "") -> list[ObjectKind]:
        """Of what kinds there are objects in a place, in the order in which people look for them.

        Args:
            scope: The server, the database, `schema`, or its `relation`.
        """

    @abstractmethod
    def objects(self, kind: str, schema: str = "", relation: str = "") -> list[CatalogObject]:
        """The objects of one kind by name, of a schema or only those of one relation; none of an unknown kind."""

    @abstractmethod
    def properties(self, wanted: CatalogObject) -> ObjectProperties:
        """Everything about one object, found by what makes its identity.

        Raises:
            StatementFailed: There is none.
        """

    @abstractmethod
    def statements(self, wanted: CatalogObject, *, cascade: bool = False) -> list[ObjectStatement]:
        """The usual statements for one object, as text.

        Raises:
            StatementFailed: There is none.
        """

    @abstractmethod
    def table(self, schema: str, name: str) -> TableAccess:
        """How statements about the rows of one relation are written; raises what `describe` raises."""

    @abstractmethod
    def names(self, schema: str = "", gives_way: Callable[[], bool] = lambda: False) -> Names:
        """The names of the database all at once, by a few queries; what is locked comes without its parts.

        Nothing here waits for a lock. What this account may not see is left out.

        Args:
            schema: The one whose relations and routines are read, on servers that have a database for each schema
                (MySQL); empty: the session's own. Elsewhere all of them are read.
            gives_way: Asked now and then where sessions have names of their own (`Capabilities.own_names`): whether
                somebody else wants the session.

        Raises:
            StatementCancelled: Way was given.
        """


class Session(ABC):
    """One connection to a server.

    Attributes:
        product: Name and version of the server.
        database: What it is connected to.
        is_read_only: Whether the server refuses changes.
        notes: Sentences a person should know about how it was opened.
        is_lost: Whether the connection is gone for good; every further statement raises `ConnectionLost`.
        mode: With `MANUAL`, a transaction begins with the first statement and lasts until commit or rollback.
        capabilities: What it can do, where that is less than its driver can do at most; None: as much. Ask
            `capabilities_of`.
    """

    product: str
    database: str
    is_read_only: bool
    notes: tuple[str, ...] = ()
    is_lost: bool = False
    mode: TransactionMode = TransactionMode.AUTO
    listener: SessionListener = SilentListener()
    capabilities: Capabilities | None = None

    @abstractmethod
    def execute(self, sql: str, parameters: Sequence[Cell] = ()) -> Iterator[Reply]:
        """Run one statement. Rows come in batches: as many as a page holds, fewer while they come slowly.

        Closing the iterator early ends the statement on the server.

        Raises:
            StatementFailed: The server refused it, or `sql` holds more than one statement (none of which ran).
            StatementCancelled: `cancel` reached it.
            ReadOnlyRefused: It would change something on a read-only session.
            ConnectionLost: The session died; nothing is sent again. `TransactionLost` and `CommitUnknown` say more.
        """

    def execute_with_data(self, sql: str, data: Iterable[bytes]) -> Iterator[Reply]:
        """Run one statement that takes its input from who sends it, as COPY ... FROM STDIN of PostgreSQL.

        Args:
            data: The input in pieces, taken as the server takes them. Not taken when the statement is refused before.

        Raises what `execute` raises, and what `data` raises: the server has then undone the statement.
        """
        raise StatementFailed(server="Statements take no data from a script here.", position=None)

    @abstractmethod
    def cancel(self) -> None:
        """End the statement that runs now, or nothing. Any thread; returns at once. The next statement is never hit.

        Where a second connection carries the cancel, the next statement waits for its end; a cancel that gets no
        answer within two seconds closes the session's connection instead.
        """

    def is_alive(self) -> bool:
        """Whether the server still answers; a session that was used a moment ago is believed without asking.

        Called between statements. False sets `is_lost`. Takes at most a few seconds.
        """
        return not self.is_lost

    def running_file(self) -> AbstractContextManager[None]:
        """While the statements of a file run that a person chose, as the vendor's client would run it."""
        return nullcontext()

    def surroundings(self) -> Surroundings:
        """Where in its server the session is now. Raises what running a statement raises."""
        return Surroundings(database=self.database)

    def set_isolation(self, level: str) -> None:
        """Choose the isolation level of the next transactions, one of the driver's `isolation_levels`.

        Raises:
            RequestInvalid: There is no such level here.
        """
        raise RequestInvalid(operation="session.set_isolation", reason=f"there is no isolation level {level} here.")

    def set_schema(self, schema: str) -> None:
        """Look for names without a schema in this one first, and make them there.

        Raises:
            RequestInvalid: Schemas cannot be chosen here.
            StatementFailed: There is none of that name, where the server minds.
        """
        raise RequestInvalid(operation="session.set_schema", reason="no schema can be chosen here.")

    @abstractmethod
    def transaction(self) -> TransactionState:
        """As the server reports it."""

    @abstractmethod
    def begin(self) -> None: ...

    @abstractmethod
    def commit(self) -> None:
        """End the open transaction; nothing happens when there is none."""

    @abstractmethod
    def rollback(self) -> None:
        """Undo the open transaction; nothing happens when there is none."""

    @abstractmethod
    def savepoint(self, name: str) -> None: ...

    @abstractmethod
    def release_savepoint(self, name: str) -> None: ...

    @abstractmethod
    def roll_back_to_savepoint(self, name: str) -> None: ...

    @property
    @abstractmethod
    def catalog(self) -> Catalog: ...

    @property
    def monitor(self) -> Monitor | None:
        """How the server is looked at; None where there is no way. Only of sessions that are there for nothing else."""
        return None

    @property
    def advisor(self) -> Advisor | None:
        """What looks for what could be better; None where nothing is known of that."""
        return None

    @abstractmethod
    def close(self) -> None:
        """Roll back what is open and let go of the server. May be called twice."""


class Driver(ABC):
    """A kind of server.

    Attributes:
        id: As in URLs.
        title: As people write it.
        dialect: Id of the SQL dialect.
        default_port: Where such servers usually listen; None where that means nothing.
        read_only_limits: What a read-only session cannot prevent and only a restricted account can, for people.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    dialect: ClassVar[str]
    capabilities: ClassVar[Capabilities]
    default_port: ClassVar[int | None] = None
    read_only_limits: ClassVar[str] = ""

    @abstractmethod
    def open(self, target: Target, opening: Opening | None = None, passage: Passage | None = None) -> Session:
        """Connect. Blocking; the session belongs to the calling thread.

        Args:
            target: Where to, with what was found of its secrets.
            opening: Is told each phase, and can end the opening; None: nobody watches.
            passage: Leads to the target's host, which is named as its far side knows it; None: it is reached directly.
                Only for drivers with the capability `tunnels`.

        Raises:
            OpeningFailed: Saying which step failed and why.
            LapwingError: What a file raises that is opened as a database.
        """

    @abstractmethod
    def libraries(self) -> tuple[Library, ...]:
        """What it works with here; of packages the installed version. Nothing is connected."""


def package(name: str) -> Library:
    """A Python package with its installed version, which is empty where it is missing."""
    from importlib.metadata import PackageNotFoundError, version  # 5 ms that a start need not wait

    try:
        return Library(name, version(name))
    except PackageNotFoundError:
        return Library(name, "")


def capabilities_of(driver: Driver, session: Session) -> Capabilities:
    """What a session of this driver can do."""
    return driver.capabilities if session.capabilities is None else session.capabilities


def in_batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Rows in lists of up to a page; lists grow from one row while rows come fast, and shrink when they are slow.

    An error that `rows` raises comes after the rows before it were given.
    """
    size = 1
    while True:
        started = time.monotonic()
        batch: list[Row] = []
        try:
            batch.extend(islice(rows, size))
        except BaseException:
            if batch:
                yield batch
            raise
        if not batch:
            return
        took = time.monotonic() - started
        yield batch
        size = min(ROWS_PER_PAGE, size * 4) if took < _QUICK_S else max(1, size // 4)
