"""The saved connections: one readable file without secrets."""

from typing import Final

from lapwing import paths
from lapwing.domain.connections import Connection
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind


@dataclass(frozen=True, slots=True)
class SavedConnections:
    connections: tuple[Connection, ...] = ()


# Version 2 knows start-up SQL and SSH tunnels, version 3 what events tell of statements: older Lapwings would drop that
# without a word.
KIND: Final = DocumentKind(SavedConnections, version=3, migrations={1: lambda stored: stored, 2: lambda stored: stored})


def connections_document() -> Document[SavedConnections]:
    """Where they are kept."""
    return Document(paths.config() / "connections.json", KIND)
