"""What a tab is connected to."""

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A saved connection, or a URL; neither: nothing yet.

    Attributes:
        database: Another database of the connection's server; empty: its own.
    """

    connection_id: str = ""
    url: str = ""
    database: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.connection_id or self.url)
