"""Importing the rows of a file into a table: what is in the file, what the table takes, and what goes where."""

from dataclasses import field

from lapwing.domain.connections import Confirmation
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.file_formats import FileFormat
from lapwing.domain.history import HistoryFace
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret

TextRow = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class FileRows:
    """Some rows of a file, as whoever reads its format has them: texts; None is NULL, bytes are `\\x` and hex digits.

    Attributes:
        columns: Their names, the same in all pieces of a file.
        types: What they seem to hold, one for each: `text`, `bigint`, `numeric`, `boolean`, `json`; or empty.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[TextRow, ...]


@dataclass(frozen=True, slots=True)
class PreviewImport:
    """Read the beginning of a file.

    Attributes:
        path: Absolute.
        format: The id of a format, or its part behind the plugin's; empty: by the file's name.
    """

    path: str
    format: str = ""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What is in a file.

    Attributes:
        rows: The first ones.
        is_whole: Whether these are all.
    """

    format: FileFormat
    rows: FileRows
    is_whole: bool


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """The table that rows go into.

    Attributes:
        connection_id, url: One of them says which server.
        password: For this import only; None: the one that the connection names.
        database: Another one of the connection's server; empty: the one that the connection names.
        schema: Empty: where names without one are looked for.

    Raises:
        ValueError: There is no connection, or no table.
    """

    table: str
    schema: str = ""
    connection_id: str = ""
    url: str = ""
    password: Secret | None = None
    database: str = ""

    def __post_init__(self) -> None:
        if bool(self.connection_id) == bool(self.url):
            raise ValueError("Rows go to a connection, or to a URL.")
        if not self.table.strip():
            raise ValueError("Rows go into a table.")


@dataclass(frozen=True, slots=True)
class ImportColumn:
    """A column of the table.

    Attributes:
        needs_value: Whether a row without a value for it is refused.
        reason: Why nothing can be imported into it; None where that is possible.
    """

    name: str
    type: str
    needs_value: bool = False
    reason: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class ImportTable:
    """What a target is.

    Attributes:
        columns: None: there is no such table, so that one can be made.
        reason: Why nothing can be imported; None where that is possible.
        new_types: For a table that is made: the type here of what a file's column seems to hold, by its words.
    """

    columns: tuple[ImportColumn, ...] | None
    reason: ErrorFacts | None = None
    new_types: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of the file, and the table's that it goes into.

    Attributes:
        type: In a table that is made, as SQL writes it; empty: by what the file's column seems to hold.
    """

    source: str
    target: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class ImportFile:
    """Insert the rows of a file into a table, all or none.

    Attributes:
        path: Absolute.
        format: As in `PreviewImport`.
        columns: What goes where; columns of the file that are not named stay out. None: by name, each one.
        creates: Whether the table is made.
        confirmed: How far a person confirmed it.
        face: Where it was asked for, for the history.
    """

    path: str
    target: ImportTarget
    format: str = ""
    columns: tuple[MappedColumn, ...] | None = None
    creates: bool = False
    confirmed: Confirmation = Confirmation.NONE
    face: HistoryFace = HistoryFace.WINDOW


def mapped_by_name(sources: tuple[str, ...], targets: tuple[str, ...]) -> dict[str, str]:
    """Which columns of a file and of a table have the same name, capitals or not: the table's by the file's."""
    folded: dict[str, list[str]] = {}
    for name in targets:
        folded.setdefault(name.casefold(), []).append(name)
    found: dict[str, str] = {}
    for name in sources:
        same = [name] if name in targets else folded.get(name.casefold(), [])
        if len(same) == 1 and same[0] not in found.values():
            found[name] = same[0]
    return found
