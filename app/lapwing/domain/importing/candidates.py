"""What was found in a file of connections."""

import dataclasses

from lapwing.domain.connections import Confirmation, Environment, SqlInEvents, TransactionMode
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.ssh import SshTunnel


class ImportUnknown(LapwingError):
    """A file is none of those that connections can be taken from, or is damaged."""

    code = "import.unknown"
    message = "No connections were found in {path}: {reason}"
    hint = (
        "Take the data-sources.json of DBeaver, servers exported by pgAdmin, a .pgpass, a my.cnf, the settings.json of "
        "Azure Data Studio, or a list that Lapwing exported."
    )
    exit_code = 2


class ConnectionsUnlisted(LapwingError):
    """The stored list cannot be read; an export would be taken for all of it."""

    code = "connection.unlisted"
    message = "The saved connections cannot be read: {reason}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A connection that could be added.

    Attributes:
        name: As that program calls it.
        url: Where it leads; without a password. Empty where it cannot be used here.
        asks: Whether a password is asked for at log-in; otherwise there is none, or one that the driver finds.
        notes: Sentences: what does not come along, or why it cannot be used.
        is_saved: Whether a connection of this name that leads there is saved already.
        mode, confirmation, color, startup_sql, schemas, sql_in_events: As a connection has them; only lists of our own
            tell them.
        ssh: The SSH tunnel it goes through, if it goes through one.
    """

    name: str
    url: str = ""
    group: str = ""
    environment: str = Environment.NONE
    read_only: bool = False
    asks: bool = True
    notes: tuple[str, ...] = ()
    is_saved: bool = False
    mode: TransactionMode | None = None
    confirmation: Confirmation = Confirmation.NONE
    color: str = ""
    startup_sql: str = ""
    schemas: tuple[str, ...] = ()
    ssh: SshTunnel | None = None
    sql_in_events: SqlInEvents = SqlInEvents.FULL

    @property
    def is_usable(self) -> bool:
        """Whether it can be added."""
        return bool(self.url)

    def as_saved(self) -> "Candidate":
        """The same, saved already."""
        return dataclasses.replace(self, is_saved=True)


@dataclass(frozen=True, slots=True)
class Candidates:
    """All that one file holds.

    Attributes:
        program: Whose file it is.
    """

    program: str
    found: tuple[Candidate, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadCandidates:
    path: str


@dataclass(frozen=True, slots=True)
class AddCandidates:
    found: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class AddedConnections:
    connection_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportConnections:
    """Ask for saved connections as text; all of them where no id is given."""

    connection_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedConnections:
    text: str
    count: int
