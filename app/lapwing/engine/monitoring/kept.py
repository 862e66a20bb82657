"""Which connections are monitored when nobody looks."""

from dataclasses import field
from typing import Final

from lapwing import paths
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind


@dataclass(frozen=True, slots=True)
class KeptMonitors:
    """Seconds between two ticks, by the connection's id."""

    connections: dict[str, float] = field(default_factory=dict)


_KIND: Final = DocumentKind(KeptMonitors, version=1, migrations={})


def kept_monitors() -> Document[KeptMonitors]:
    """Where they are kept."""
    return Document(paths.config() / "monitoring.json", _KIND)
