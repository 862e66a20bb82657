"""What others than Lapwing make of rows, and of files: how it is asked for here."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from typing import Protocol

from lapwing.domain.file_formats import FileFormats
from lapwing.domain.file_imports import FileRows
from lapwing.domain.results import Column
from lapwing.domain.values import Row


class WritesRows(Protocol):
    """Makes a file of rows. Event loop's thread."""

    def written(self, columns: Sequence[Column], batches: AsyncIterator[list[Row]]) -> AsyncGenerator[bytes, None]:
        """The bytes of a file, in pieces; batches are taken as it wants them, and all of them by its end.

        Raises:
            LapwingError: There is no further piece, so that there is no file.
        """
        ...


class ReadsRows(Protocol):
    """Makes rows of a file: a plugin's importer, or one of Lapwing's own. Event loop's thread."""

    def read(self, data: AsyncIterator[bytes]) -> AsyncGenerator[FileRows, None]:
        """The rows of a file, whose bytes are taken as it wants them. The first piece says the columns, also where
        there are no rows; all others have the same, and each row has a value for each.

        Raises:
            LapwingError: There is no further row, so that the file is not to be trusted.
        """
        ...


class FormatsOfPlugins(Protocol):
    """The formats that plugins have (`engine.plugins.exchange`). Event loop's thread."""

    async def exporters(self) -> FileFormats:
        """Those that rows can be written as now."""
        ...

    async def exporter(self, format_id: str) -> WritesRows:
        """What writes one.

        Raises:
            FormatUnknown: No plugin that runs has it.
        """
        ...

    async def importers(self) -> FileFormats:
        """Those that can be read now."""
        ...

    async def importer(self, format_id: str) -> ReadsRows:
        """What reads one.

        Raises:
            FormatUnknown: No plugin that runs has it.
        """
        ...
