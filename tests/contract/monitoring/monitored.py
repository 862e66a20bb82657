"""What the suite of monitors asks to be told about each kind of server.

A subject is a fresh database on a real server, with an account that sees everything and, where there is such a thing,
one that does not. The suite knows no server: whatever differs is a fact here.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from contract.asking import run
from lapwing.domain.connections import Target
from lapwing.drivers.base import Driver, Session
from lapwing.drivers.monitoring import Monitor


@dataclass(frozen=True, slots=True)
class Load:
    """Statements of a person, each its own transaction, and by how much readings grow through them.

    Attributes:
        grows: By the text of a series (`rows_written{verb=insert}`) of the fast lane; exactly so much.
        grows_at_least: The same, of what the server adds to by itself.
        mark: Where figures come late: a statement, and a series that grows by it.
    """

    statements: tuple[str, ...]
    grows: dict[str, int]
    grows_at_least: dict[str, int] = field(default_factory=dict)
    mark: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """Three transactions, of which the second waits for the first and the third for the second.

    Attributes:
        begins: What each does before it waits for anybody.
        waits: What the second and the third do then.
        object: A part of what locks are said to be of.
    """

    begins: tuple[str, str, str]
    waits: tuple[str, str]
    object: str


@dataclass(frozen=True, slots=True)
class Deadlock:
    """Two transactions; what each does first, and what each does then."""

    first: tuple[str, str]
    second: tuple[str, str]


class Monitored(ABC):
    """A server that is looked at.

    Attributes:
        setup: Statements that make what load and locks need.
        may_lack: Metrics that may have no series though they are not denied: lists that are empty on a fresh server.
        may_be_denied: Metrics that this server may not have, whatever the account.
        load, queue, deadlock: None where there is no such thing.
        alone: A statement that locks a table of `setup` so that nobody else can read it; empty where there is none.
        counts_idle: Names of readings that stay as they are while nobody but us is there.
    """

    driver: Driver
    setup: tuple[str, ...]
    may_lack: frozenset[str] = frozenset()
    may_be_denied: frozenset[str] = frozenset()
    load: Load
    queue: Queue | None = None
    deadlock: Deadlock | None = None
    alone: str = ""
    counts_idle: tuple[str, ...] = ()

    @abstractmethod
    def target(self) -> Target:
        """Where a person connects to."""

    def restricted(self) -> Target | None:
        """The same for an account that may not see what others do; None where there is none."""
        return None

    def reset(self) -> bool:
        """Have the server forget what it counted; False where it cannot."""
        return False

    @contextmanager
    def person(self, target: Target | None = None) -> Iterator[Session]:
        session = self.driver.open(target or self.target())
        try:
            yield session
        finally:
            session.close()

    @contextmanager
    def monitor(self, target: Target | None = None) -> Iterator[Monitor]:
        session = self.driver.open(replace(target or self.target(), is_metadata=True, is_monitor=True))
        try:
            monitor = session.monitor
            assert monitor is not None
            yield monitor
        finally:
            session.close()

    def do(self, *statements: str) -> None:
        """As a person who then leaves."""
        with self.person() as session:
            for statement in statements:
                run(session, statement)

    @abstractmethod
    def close(self) -> None:
        """Take back what was changed."""
