"""Where the rows of a file can go from one place of the navigator."""

from lapwing.domain.file_imports import ImportTarget
from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ImportOffer:
    """All that the dialog has to know.

    Attributes:
        connection_id: Of a saved connection.
        place: Its name, and the schema, for people.
        database: Another one of its server; empty: its own.
        schema: Empty: where names without one are looked for.
        table: The one that was chosen; empty: none was.
    """

    connection_id: str
    place: str
    database: str = ""
    schema: str = ""
    table: str = ""

    def target(self, table: str) -> ImportTarget:
        """A table there."""
        return ImportTarget(table, self.schema, self.connection_id, database=self.database)
