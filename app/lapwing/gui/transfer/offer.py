"""What can be exported from one place: the parts, where each is read, and its first rows."""

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.transfer import ExportSource
from lapwing.domain.values import Row

SAMPLE_ROWS = 20


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the rows.

    Attributes:
        id: Remembers the choice: `shown`, `selected`, `again`, `table` or `filtered`.
        title: For people.
        note: A sentence that a person should know before this is chosen, or empty.
        columns: Of the sample; none: it has to be asked for (`export.sample`).
        rows: The first rows as they are shown.
    """

    id: str
    title: str
    source: ExportSource
    note: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """All that the dialog has to know.

    Attributes:
        name: For the file, without its end.
        parts: At least one; the first is the usual one.
        table: What rows are inserted into, as SQL writes it; empty where nobody knows.
        dialect: Of where the rows come from.
    """

    name: str
    parts: tuple[Part, ...]
    table: str = ""
    dialect: str = "ansi"


def file_name(text: str) -> str:
    """A name for a file, of what something is called: without what file systems do not take."""
    kept = "".join(char if char.isalnum() or char in " -_." else "_" for char in text).strip(" .")
    return kept[:80] or "export"
