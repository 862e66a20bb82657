"""What an operation is, apart from the code that does it."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass


class Permission(StrEnum):
    """What a caller must be allowed to do. The window may do everything; tokens and plugins are given some."""

    NONE = "none"
    QUERY_READ = "query:read"
    QUERY_WRITE = "query:write"
    SCHEMA_READ = "schema:read"
    FILES_WRITE = "files:write"
    """Files anywhere that the engine's user may write to."""
    CONNECTIONS_READ = "connections:read"
    CONNECTIONS_WRITE = "connections:write"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class OperationFacts:
    id: str
    needs: Permission
    request: str
    """Name of the request's type; empty when it takes none."""
    answer: str
    help: str


@dataclass(frozen=True, slots=True)
class OperationList:
    operations: tuple[OperationFacts, ...]


@dataclass(frozen=True, slots=True)
class Hello:
    """First frame of each side."""

    protocol: int
    version: str
    pid: int
    role: str
    """`window`, `engine`, `cli`, ..."""


@dataclass(frozen=True, slots=True)
class Goodbye:
    """Last frame of a side that ends the line on purpose."""

    reason: str


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Hear of every event whose name matches one of the patterns, `*` standing for anything."""

    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EngineStatus:
    version: str
    python: str
    pid: int
    sessions: int
    results_bytes: int
    results_folder: str
    uptime_s: float


@dataclass(frozen=True, slots=True)
class SampleReady:
    path: str
    url: str
    made: bool
    """Whether it was made just now."""
    first_query: str
    """A statement worth seeing first."""
