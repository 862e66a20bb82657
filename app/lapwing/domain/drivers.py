"""What can be said of a kind of server before anything is connected."""

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """What a driver works with, and its version."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class DriverFacts:
    """One driver, for dialogs and help.

    Attributes:
        id: As in URLs.
        title: As people write it.
        dialect: Id of the SQL dialect.
        default_port: None where there is none to speak of.
        passwords: Whether connecting can take a password.
        network: Whether a server is reached over a connection that can be lost.
        read_only: Whether it can open sessions that only read.
        tunnels: Whether it can be reached through an SSH tunnel.
        read_only_limits: What a read-only session cannot prevent and only a restricted account can; plain sentences,
            empty where there is nothing to say.
        libraries: Those it works with here.
    """

    id: str
    title: str
    dialect: str
    default_port: int | None = None
    passwords: bool = False
    network: bool = False
    read_only: bool = True
    read_only_limits: str = ""
    libraries: tuple[Library, ...] = ()
    tunnels: bool = False


@dataclass(frozen=True, slots=True)
class DriverList:
    drivers: tuple[DriverFacts, ...]
