"""What the driver contract asks to be told about each kind of server.

A subject is one driver with a fresh database on a real server. The suite knows no server: whatever differs is a fact
here, and what a server cannot do is a capability of its driver.
"""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from lapwing.domain.catalog import Relation, RelationDetails
from lapwing.domain.connections import Target, TransactionState
from lapwing.domain.values import Cell
from lapwing.drivers.base import Driver, Session
from lapwing.results.layout import ROWS_PER_PAGE


class Server(Protocol):
    """What can be seen of the server from outside the session under test."""

    def is_running(self) -> bool:
        """Whether it is busy with the subject's `watched` query, or puts in many rows."""
        ...

    def is_idle(self) -> bool:
        """Whether it is busy with nothing of the test's."""
        ...

    def fingerprint(self) -> object:
        """Equal as long as nothing that lasts has changed: data, schema, and whatever lies beside them."""
        ...


@dataclass(frozen=True, slots=True)
class Failing:
    """A statement that the server refuses, and what is to be said about it."""

    sql: str
    position: int | None
    code: str
    says: str
    """A part of the server's words."""


@dataclass(frozen=True, slots=True)
class Described:
    """Statements that make a relation, and what the catalogue must say of it."""

    name: str
    ddl: tuple[str, ...]
    details: RelationDetails


def without_sizes(relation: Relation) -> Relation:
    """How many bytes something takes is the server's business."""
    return replace(relation, size_bytes=None)


@dataclass(frozen=True, slots=True)
class Value:
    """An expression and the cell that it must come back as, bit for bit."""

    sql: str
    cell: Cell
    storage: str


@dataclass(frozen=True, slots=True)
class Texts:
    """Statements in the server's dialect."""

    endless: str
    """Neither ends nor gives a row."""
    watched: str
    """The same, but `Server.is_running` can see it."""
    endless_rows: str
    """Gives rows as fast as it can, without end."""
    numbers: Callable[[int], str]
    """One column, the numbers 1 to n in order."""
    fails_after: Callable[[int], str]
    """The same, then an error."""
    wide: Callable[[int], str]
    """One row of the numbers 0 to n - 1."""
    create_log: str
    """Makes the table `log` with the columns `id` (the primary key, counted by the server) and `note`."""
    insert_many: Callable[[int], str]
    """Puts so many rows into `log` by one statement that takes a while; `Server.is_running` can see it."""
    returning: str
    """Puts one row into `log` and gives its note."""
    create_any: str
    """Makes the table `anything` with the columns `number` and `cell`, the second for values of any kind."""
    rolls_back: tuple[str, ...]
    """Prepares for the next: a statement that fails and takes the whole transaction with it."""
    rolled_back_by: str
    """Empty where no statement does."""
    deferred: tuple[str, ...]
    """Makes a table `child` with a constraint that is checked at commit; the last two begin, and break it."""
    real_parameter: str = "SELECT ?"
    """Gives its parameter, a real, back."""
    drop_index: str = "DROP INDEX by_note"
    """Drops that index, which is on `log`."""
    several_affected: int | None = 1
    """What the server counts of the next one's rows."""
    several: tuple[str, ...] = ()
    """Prepares for the last one: a statement that gives 1, then no row at all, puts a row into `log`, and gives the
    texts `a` and `b` in two rows. Nothing where a statement has one result at most."""


class Subject(ABC):
    """One driver with one database.

    Attributes:
        product: With what the name of the server's product begins.
        schema: Where tables are made when nothing else is said.
        most_columns: In one result.
        after_error: The state of a transaction in which a statement failed.
        after_refused_commit: The state after a commit that the server refused.
        after_cancelled_change: The state of a transaction in which a change was cancelled; IDLE: it was rolled back.
        failing: Refusals with position and code.
        described: For the catalogue.
        values: For exactness.
        writes: What a read-only session must refuse, by a name for each.
        reads: What it must allow.
        valid_text_only: Whether the server holds no text that is not valid in its encoding.
        holds_nul: Whether text may hold a NUL.
        any_in_one_column: Whether a column takes values of any kind.
        reads_again: Whether invalid text makes the driver read a result again from its beginning.
        savepoints_share_names: Whether a savepoint hides an earlier one of its name; elsewhere it replaces it.
        bulk_rows: Of results of so many rows or more, the last rows before an error may be missing.
        lost_rows: How many of them.
        limits_columns: Whether a result of more than `most_columns` is refused.
        reads_beside_writers: Whether a read-only session can be opened while another one may write.
        smuggled: Pieces of text from which the suite makes scripts that look like one statement.
    """

    driver: Driver
    server: Server
    texts: Texts
    product: str
    schema: str
    most_columns: int
    after_error: TransactionState
    after_refused_commit: TransactionState
    after_cancelled_change: TransactionState
    failing: tuple[Failing, ...]
    described: tuple[Described, ...]
    values: tuple[Value, ...]
    writes: dict[str, str]
    reads: tuple[str, ...]
    smuggled: tuple[str, ...]
    valid_text_only: bool = False
    holds_nul: bool = True
    any_in_one_column: bool = True
    reads_again: bool = True
    savepoints_share_names: bool = True
    bulk_rows: int = sys.maxsize
    lost_rows: int = ROWS_PER_PAGE - 1
    limits_columns: bool = True
    reads_beside_writers: bool = True

    @abstractmethod
    def target(self, *, read_only: bool = False) -> Target:
        """Where the database is."""

    def open(self, *, read_only: bool = False) -> Session:
        """A session on it; the suite closes it."""
        return self.driver.open(self.target(read_only=read_only))

    def said(self, cell: Cell) -> Cell:
        """What a value comes back as: some servers write everything as text."""
        return cell

    def parameter(self, number: int) -> str:
        """What stands in a statement for its parameter of that number, counted from one."""
        return "?"

    def can_name(self, name: str) -> bool:
        """Whether the server can give something this name."""
        return bool(name) and "\0" not in name

    def refuses_anyway(self, says: str) -> bool:
        """Whether these words refuse a statement that would be refused in a session that may write as well."""
        return False

    @abstractmethod
    def close(self) -> None:
        """Let go of what the subject itself holds."""
