"""Connections, sessions and transactions as facts."""

from dataclasses import dataclass, field
from enum import StrEnum


class Environment(StrEnum):
    """What a connection is for; it decides its colour and how careful Lapwing is."""

    NONE = "none"
    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Connection:
    """A saved connection. It holds no secret."""

    id: str
    name: str
    url: str
    """`driver://...` without a password."""
    group: str = ""
    environment: Environment = Environment.NONE
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class ConnectionList:
    connections: tuple[Connection, ...] = ()
    notice: str = ""
    """A sentence about the stored list (damaged, newer), or empty."""


@dataclass(frozen=True, slots=True)
class SaveConnection:
    """Add a connection, or replace the one with the same id."""

    connection: Connection


@dataclass(frozen=True, slots=True)
class RemoveConnection:
    connection_id: str


class TransactionMode(StrEnum):
    AUTO = "auto"
    MANUAL = "manual"


class TransactionState(StrEnum):
    """As the server reports it."""

    IDLE = "idle"
    OPEN = "open"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Open a session on its own server connection.

    Raises:
        ValueError: Neither or both of `connection_id` and `url` are given.
    """

    connection_id: str = ""
    url: str = ""
    read_only: bool = False
    mode: TransactionMode = TransactionMode.AUTO
    create: bool = False
    """Whether a file that does not exist is made."""

    def __post_init__(self) -> None:
        if bool(self.connection_id) == bool(self.url):
            raise ValueError("Give either a connection's id or a URL.")


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """An open session."""

    session_id: str
    connection_id: str
    driver: str
    dialect: str
    product: str
    """For example `SQLite 3.54.1`."""
    database: str
    read_only: bool
    mode: TransactionMode = TransactionMode.AUTO
    transaction: TransactionState = TransactionState.IDLE
    notes: tuple[str, ...] = ()
    """Sentences a person should know, such as "opened as a snapshot, because its folder cannot be written"."""


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """Anything that needs only the session: close, commit, rollback, facts."""

    session_id: str


@dataclass(frozen=True, slots=True)
class CloseSession:
    """Close a session.

    `roll_back` must be said when a transaction is open, otherwise `TransactionOpen` is raised and it stays open.
    """

    session_id: str
    roll_back: bool = False


@dataclass(frozen=True, slots=True)
class SetTransactionMode:
    session_id: str
    mode: TransactionMode


@dataclass(frozen=True, slots=True)
class SavepointRequest:
    session_id: str
    name: str
    action: str = "set"
    """`set`, `release` or `roll_back`."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a driver connects to: a URL taken apart."""

    driver: str
    database: str = ""
    """A path for SQLite (`:memory:` allowed), a database name elsewhere."""
    host: str = ""
    port: int | None = None
    username: str = ""
    options: dict[str, str] = field(default_factory=dict)
    read_only: bool = False
    create: bool = False
    """Whether a missing file may be made."""
