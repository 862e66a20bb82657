"""The choices made last in the export dialog, format by format."""

import asyncio
import logging
from dataclasses import field, replace
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.transfer import ExportFormat, WriteOptions, default_options
from lapwing.settings.documents import Document, DocumentKind

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """As they are kept.

    Attributes:
        format: The one of Lapwing's own that was used last.
        plugin_format: That of a plugin, by its id, when it was used after that one.
        folder: Where the last file went; empty: the person's own folder.
        options: By format, but for the dialect and the table, which are those of the rows.
    """

    format: ExportFormat = ExportFormat.CSV
    folder: str = ""
    options: dict[str, WriteOptions] = field(default_factory=dict)
    plugin_format: str = ""

    def options_of(self, name: ExportFormat) -> WriteOptions:
        """The last ones of a format, or the usual ones."""
        return self.options.get(name.value, default_options(name))

    def with_choice(self, name: ExportFormat, options: WriteOptions, folder: str) -> "ExportChoices":
        """After another export; without a folder the last one stays."""
        kept = replace(options, dialect="", table="")
        return ExportChoices(name, folder or self.folder, {**self.options, name.value: kept})

    def with_plugin(self, format_id: str, folder: str) -> "ExportChoices":
        """After an export that a plugin wrote."""
        return replace(self, plugin_format=format_id, folder=folder)


KIND: Final = DocumentKind(ExportChoices, version=1, migrations={})


async def last_choices() -> ExportChoices:
    """What was chosen last; the usual where nothing is kept, or it cannot be read."""
    try:
        return await asyncio.to_thread(Document(paths.state() / "export.json", KIND).read)
    except LapwingError as error:
        _log.warning("%s", error)
        return ExportChoices()


async def keep_choices(choices: ExportChoices) -> None:
    """Remember them; where that is not possible the next dialog begins with older ones."""
    try:
        await asyncio.to_thread(Document(paths.state() / "export.json", KIND).write, choices)
    except OSError as error:
        _log.warning("the choices of exports cannot be kept: %s", error.strerror)
