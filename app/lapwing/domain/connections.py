"""Connections, sessions and transactions as facts."""

from dataclasses import field
from enum import StrEnum
from typing import Final

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret, SecretPlace
from lapwing.domain.ssh import SshTunnel


class Environment(StrEnum):
    """Ids of the environments that come with Lapwing (`domain.environments`); a person may make others."""

    NONE = "none"
    DEVELOPMENT = "development"
    TEST = "test"
    PRODUCTION = "production"


class Confirmation(StrEnum):
    """What a person is asked to confirm before it is sent. Each includes those before it."""

    NONE = "none"
    CHANGES = "changes"
    """What may change data or definitions."""
    NAME = "name"
    """And by typing a name: DROP, TRUNCATE, and UPDATE or DELETE without WHERE."""


class SqlInEvents(StrEnum):
    """What events tell of statements. Each tells less than those before it."""

    FULL = "full"
    """The text, without what looks like a secret."""
    MASKED = "masked"
    """The text with its values taken out."""
    HASH = "hash"
    """A number by which the same statement is known again, whatever its values."""
    NONE = "none"


class TransactionMode(StrEnum):
    AUTO = "auto"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Connection:
    """A saved connection. It holds no secret."""

    id: str
    name: str
    url: str
    """`driver://...` without a password."""
    group: str = ""
    environment: str = Environment.NONE
    """Id of the environment that it belongs to."""
    read_only: bool = False
    secret: SecretPlace = field(default_factory=SecretPlace)
    """Where its password is found."""
    mode: TransactionMode | None = None
    """How its sessions commit at first; None: as its environment says."""
    confirmation: Confirmation = Confirmation.NONE
    """What is confirmed on it, where that is more than its environment asks for."""
    color: str = ""
    """As `domain.environments.EnvironmentPolicy` has it; empty: its environment's."""
    startup_sql: str = ""
    """Statements that are run on each of its sessions that a person works with, when it is opened, also again."""
    schemas: tuple[str, ...] = ()
    """Patterns of schemas to be shown (`domain.schema_filter`); none: all."""
    is_temporary: bool = False
    """Whether it is kept in memory only, until the engine ends."""
    ssh: SshTunnel | None = None
    """The SSH tunnel it goes through; None: it is reached directly."""
    sql_in_events: SqlInEvents = SqlInEvents.FULL
    """What events tell of its statements, where that is less than its environment lets them."""
    demands_verdict: bool = False
    """Whether a statement is refused when a plugin that is asked about it gives no answer."""


@dataclass(frozen=True, slots=True)
class ConnectionList:
    connections: tuple[Connection, ...] = ()
    problems: tuple[ErrorFacts, ...] = ()
    """A sentence about the stored list (damaged, newer), or empty."""


@dataclass(frozen=True, slots=True)
class SaveConnection:
    """Add a connection, or replace the one with the same id."""

    connection: Connection


@dataclass(frozen=True, slots=True)
class RemoveConnection:
    connection_id: str


@dataclass(frozen=True, slots=True)
class DisconnectConnection:
    """Close all that is open on a connection.

    `roll_back` must be said when a transaction is open, otherwise `TransactionOpen` is raised and all stays open.
    """

    connection_id: str
    roll_back: bool = False


@dataclass(frozen=True, slots=True)
class Disconnected:
    """What was closed: sessions of tabs and of faces; those that only read catalogues are not counted."""

    sessions: int


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
    mode: TransactionMode | None = None
    """How it commits at first; None: as the connection says."""
    create: bool = False
    """Whether a file that does not exist is made."""
    password: Secret | None = None
    """For this session only; None: the one that the connection's `secret` names."""
    opening_id: str = ""
    """Chosen by who asks, so that `session.cancel_opening` and `OpeningProgressed` can name it."""
    database: str = ""
    """Another database of the same server, where it has such; empty: the one that the connection names."""

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
    surroundings: "Surroundings" = field(default_factory=lambda: Surroundings())
    isolation_levels: tuple[str, ...] = ()
    """Those that can be chosen, in the server's words; empty when there is no choice."""
    chooses_schema: bool = False
    """Whether another schema can be chosen (`SetSchema`)."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where in its server a session is at the moment; each is empty or None where the server does not tell."""

    user: str = ""
    database: str = ""
    schema: str = ""
    """Where a name without a schema is made."""
    server_pid: int | None = None
    """The backend's process, or the server's number of the connection."""
    isolation: str = ""
    """In the server's words, such as `READ COMMITTED`."""
    encryption: str = ""
    """In words, such as `TLS 1.3, certificate verified`; empty when nothing is encrypted."""
    encoding: str = ""
    """Of the database, in the server's words."""
    search_path: tuple[str, ...] = ()
    """The schemas whose objects need no schema before their name, the first one first; empty where the driver does
    not tell."""


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
class SetIsolation:
    """Choose the isolation level of the session's next transactions."""

    session_id: str
    level: str
    """One of the session's `isolation_levels`."""


@dataclass(frozen=True, slots=True)
class SetSchema:
    """Choose where names without a schema are looked for first, and made."""

    session_id: str
    schema: str


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
    password: Secret | None = None
    key_password: Secret | None = None
    """Opens an encrypted client key (`sslkey`)."""
    is_metadata: bool = False
    """For a session of Lapwing's own that reads the catalogue: it says so to the server (`METADATA_NAME`), and waits
    for locks only briefly, so that nothing of a person's ever waits for it."""
    is_monitor: bool = False
    """Beside `is_metadata`: for the session that looks at the server (`drivers.monitoring`). It says so
    (`MONITOR_NAME`), and its statements are given up after some seconds."""


METADATA_NAME: Final = "Lapwing metadata"
MONITOR_NAME: Final = "Lapwing monitor"
"""What such sessions are called where a server lists its sessions."""


class Phase(StrEnum):
    """The steps of opening a session on a server, in order."""

    SECRET = "secret"  # noqa: S105 - the name of a step
    """Fetching the password from where it is kept."""
    SSH_RESOLVE = "ssh_resolve"
    """Those of a tunnel come once for each SSH server on the way; a tunnel that stands already has none of them."""
    SSH_CONNECT = "ssh_connect"
    SSH_HOST_KEY = "ssh_host_key"
    SSH_LOG_IN = "ssh_log_in"
    SSH_FORWARD = "ssh_forward"
    """The SSH server reaches on to the next one, or to the database."""
    RESOLVE = "resolve"
    CONNECT = "connect"
    TLS = "tls"
    LOG_IN = "log_in"
    FIRST_QUERY = "first_query"
    STARTUP = "startup"
    """The connection's start-up SQL."""


@dataclass(frozen=True, slots=True)
class PhaseTime:
    phase: Phase
    took_s: float
    detail: str = ""
    """In words, such as the address that was found, or the certificate's subject."""


@dataclass(frozen=True, slots=True)
class ConnectionTest:
    """Open a session, ask it something, and close it again.

    Raises:
        ValueError: Neither a URL nor a connection's id is given.
    """

    connection_id: str = ""
    url: str = ""
    """With an id as well: that connection's secret is used for this URL."""
    password: Secret | None = None
    key_password: Secret | None = None
    secret: SecretPlace | None = None
    """Where secrets are looked for instead of where the saved connection says, if it is one."""
    opening_id: str = ""
    ssh: SshTunnel | None = None
    """The tunnel that goes with `url`; of a saved connection alone it is its own."""
    ssh_secret: Secret | None = None
    """The password or the key's passphrase for the tunnel, as its way to log in wants it."""
    startup_sql: str | None = None
    """What is run instead of the saved connection's own, if it is one."""

    def __post_init__(self) -> None:
        if not self.connection_id and not self.url:
            raise ValueError("Give a connection's id or a URL.")


@dataclass(frozen=True, slots=True)
class ConnectionTested:
    """How a test of a connection went.

    Attributes:
        phases: Those that were passed, with their times.
        failed: The one that was not passed, or None.
        error: Why not; its code is also the exit code's reason.
    """

    phases: tuple[PhaseTime, ...]
    failed: Phase | None = None
    error: ErrorFacts | None = None
    product: str = ""
    surroundings: Surroundings = field(default_factory=Surroundings)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CancelOpening:
    opening_id: str
