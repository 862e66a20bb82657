"""Which columns a person has shown by which formatter of a plugin, for the next time the same columns come."""

import json
import logging
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.settings.documents import Document, DocumentKind

_KEPT: Final = 1_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptFormats:
    """Ids of offers by what they are of, the one that was chosen last at the end."""

    formats: dict[str, str] = field(default_factory=dict)


KIND: Final = DocumentKind(KeptFormats, version=1, migrations={})


def key_of_column(connection_id: str, column: Column) -> str:
    """Of a column of a table of a connection; of an expression, by its name and type."""
    if column.table:
        return json.dumps([connection_id, column.table, column.source or column.name])
    return json.dumps([connection_id, "", column.name, column.type_name])


class FormatMemory:
    """Keeps them in one small file. Qt's thread; a person's choice is written at once."""

    def __init__(self, path: Path) -> None:
        self._document = Document(path, KIND)
        try:
            self._formats = dict(self._document.read().formats)
        except LapwingError as error:
            _log.warning("%s", error)
            self._formats = {}

    def find(self, connection_id: str, column: Column) -> str:
        """The id of the offer; empty: the column is shown as it is."""
        return self._formats.get(key_of_column(connection_id, column), "")

    def keep(self, connection_id: str, column: Column, offer_id: str) -> None:
        """Show the column so from now on."""
        key = key_of_column(connection_id, column)
        self._formats.pop(key, None)
        if offer_id:
            self._formats[key] = offer_id
        while len(self._formats) > _KEPT:
            del self._formats[next(iter(self._formats))]
        try:
            self._document.write(KeptFormats(dict(self._formats)))
        except (LapwingError, OSError) as error:
            _log.warning("how columns are shown cannot be kept: %s", error)


@cache
def _memory(path: Path) -> FormatMemory:
    return FormatMemory(path)


def format_memory() -> FormatMemory:
    """The one of this profile."""
    return _memory(paths.state() / "formats.json")
