"""Files that plugins write of rows, and read as rows. Event loop's thread."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Sequence
from contextlib import aclosing
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.file_formats import FileFormat, FileFormats
from lapwing.domain.file_imports import FileRows
from lapwing.domain.plugins.manifest import FormatEntry, Manifest
from lapwing.domain.results import Column
from lapwing.domain.transfer_errors import FormatUnknown, RowTooLargeForPlugin
from lapwing.domain.values import Row
from lapwing.engine.plugins.running import RunningPlugins
from lapwing.engine.plugins.texts import text_of
from lapwing.plugins.api import CellFacts, Rows
from lapwing.plugins.host.hosted import HostedPlugin

EXPORT: Final = "export_rows"
IMPORT: Final = "import_rows"
PIECE_S: Final = 60.0
_PAGE_CHARACTERS: Final = 500_000
_LARGE: Final = 1_000_000
_MOST_BYTES: Final = 5 << 20
"""Of one row: frames of the line have their limit."""
_FREE_BYTES: Final = 64 << 20
_TIMES: Final = 100
"""A file may be so much larger than the rows that it is made of."""
_NUMBER: Final = 20
"""Characters that a cell counts besides its own: what stands around it in a file."""
_Entries = Callable[[Manifest], Sequence[FormatEntry]]


class PluginFormats:
    """Of all plugins.

    Attributes:
        within_s: A plugin's time for each piece.
    """

    def __init__(self, running: RunningPlugins, within_s: float = PIECE_S) -> None:
        self._running = running
        self.within_s = within_s

    async def exporters(self) -> FileFormats:
        """Those that rows can be written as now."""
        return await self._listed(EXPORT, lambda manifest: manifest.exporters)

    async def importers(self) -> FileFormats:
        """Those that can be read now."""
        return await self._listed(IMPORT, lambda manifest: manifest.importers)

    async def _listed(self, hook: str, entries: _Entries) -> FileFormats:
        """Where one thing is done, those of plugins that would be started for it."""
        running, found = self._running, list[FileFormat]()
        for each in (await asyncio.to_thread(running.known)).values():
            is_ready = running.is_up(each.id) if running.runs_here else each.record.is_enabled
            if is_ready and not each.problem and hook in each.manifest.hooks:
                found += _formats(each.id, each.manifest.name, entries(each.manifest))
        return FileFormats(tuple(found))

    async def exporter(self, format_id: str) -> "PluginExporter":
        """What writes one.

        Raises:
            FormatUnknown: No plugin that runs has it.
        """
        return PluginExporter(*await self._found(format_id, EXPORT, lambda manifest: manifest.exporters), self.within_s)

    async def importer(self, format_id: str) -> "PluginImporter":
        """What reads one.

        Raises:
            FormatUnknown: No plugin that runs has it.
        """
        return PluginImporter(*await self._found(format_id, IMPORT, lambda manifest: manifest.importers), self.within_s)

    async def _found(self, format_id: str, hook: str, entries: _Entries) -> tuple[HostedPlugin, str]:
        plugin_id, _, entry_id = format_id.partition("/")
        try:
            hosted = await self._running.up(plugin_id)
        except LapwingError as error:
            raise FormatUnknown(format=format_id) from error
        if not hosted.has(hook) or entry_id not in {each.id for each in entries(hosted.launch.manifest)}:
            raise FormatUnknown(format=format_id)
        return hosted, entry_id


def _formats(plugin_id: str, name: str, entries: Sequence[FormatEntry]) -> Iterator[FileFormat]:
    for each in entries:
        yield FileFormat(f"{plugin_id}/{each.id}", each.title, each.suffix, name)


class PluginExporter:
    """One format of one plugin (`engine.transfer.converting.WritesRows`)."""

    def __init__(self, hosted: HostedPlugin, entry_id: str, within_s: float) -> None:
        self._hosted = hosted
        self._entry_id = entry_id
        self._within_s = within_s

    async def written(
        self, columns: Sequence[Column], batches: AsyncIterator[list[Row]]
    ) -> AsyncGenerator[bytes, None]:
        """The bytes of the file, in pieces.

        Raises:
            PluginNotRunning, PluginFailed, PluginLate, PluginEnded: The plugin did not write it to its end.
            RowTooLargeForPlugin
        """
        pages = _Pages(columns, batches)
        facts = tuple(CellFacts(column.name, column.type_name) for column in columns)
        size = 0
        hosted = self._hosted
        stream = hosted.stream(EXPORT, self._entry_id, facts, inputs=aiter(pages), within_s=self._within_s)
        async with aclosing(stream):
            async for piece in stream:
                size += len(piece)
                if size > _FREE_BYTES + _TIMES * pages.size:
                    reason = f"it wrote {size >> 20} MB of {pages.size >> 20} MB of rows, and no end was in sight."
                    raise hosted.fault(EXPORT, reason)
                yield piece
        if await anext(pages.left, None) is not None:
            raise hosted.fault(EXPORT, "it ended before it had taken all rows.")


class _Pages:
    """Rows as plugins take them.

    Attributes:
        size: Of what was given so far, in about bytes.
        left: The pages that were not taken yet.
    """

    def __init__(self, columns: Sequence[Column], batches: AsyncIterator[list[Row]]) -> None:
        self.size = 0
        self._names = tuple(column.name for column in columns)
        self._types = tuple(column.type_name for column in columns)
        self._number = 0
        self.left = self._made(batches)

    def __aiter__(self) -> AsyncIterator[Rows]:
        return self.left

    async def _made(self, batches: AsyncIterator[list[Row]]) -> AsyncIterator[Rows]:
        async for rows in batches:
            for page in self._cut(rows):
                yield Rows(self._names, self._types, page)

    def _cut(self, rows: list[Row]) -> Iterator[tuple[tuple[str | None, ...], ...]]:
        page: list[tuple[str | None, ...]] = []
        filled = 0
        for row in rows:
            self._number += 1
            texts = tuple(map(text_of, row))
            weight = sum([len(text) + _NUMBER if text is not None else _NUMBER for text in texts])
            if weight > _LARGE and sum(len((text or "").encode(errors="replace")) for text in texts) > _MOST_BYTES:
                raise RowTooLargeForPlugin(row=self._number, limit_mb=_MOST_BYTES >> 20)
            if page and filled + weight > _PAGE_CHARACTERS:
                yield tuple(page)
                page, filled = [], 0
            page.append(texts)
            filled += weight
            self.size += weight
        if page:
            yield tuple(page)


class PluginImporter:
    """One format of one plugin (`engine.transfer.converting.ReadsRows`)."""

    def __init__(self, hosted: HostedPlugin, entry_id: str, within_s: float) -> None:
        self._hosted = hosted
        self._entry_id = entry_id
        self._within_s = within_s

    async def read(self, data: AsyncIterator[bytes]) -> AsyncGenerator[FileRows, None]:
        """The rows of a file.

        Raises:
            PluginNotRunning, PluginFailed, PluginLate, PluginEnded: The plugin did not read it to its end.
        """
        taken = given = number = 0
        columns: tuple[str, ...] | None = None

        async def counted() -> AsyncIterator[bytes]:
            nonlocal taken
            async for piece in data:
                taken += len(piece)
                yield piece

        stream = self._hosted.stream(IMPORT, self._entry_id, inputs=counted(), within_s=self._within_s)
        async with aclosing(stream):
            async for page in stream:
                columns = page.columns if columns is None else columns
                self._check(page, columns, number)
                number += len(page.rows)
                given += sum(len(text or "") + 1 for row in page.rows for text in row)
                if given > _FREE_BYTES + _TIMES * taken:
                    reason = f"it made {given >> 20} MB of rows of {taken >> 20} MB, and no end was in sight."
                    raise self._hosted.fault(IMPORT, reason)
                yield FileRows(columns, page.types, page.rows)
        if columns is None:
            raise self._hosted.fault(IMPORT, "it said no columns.")

    def _check(self, page: Rows, columns: tuple[str, ...], before: int) -> None:
        """See that a page is one: `before` rows came before it."""
        if page.columns != columns:
            raise self._hosted.fault(IMPORT, f"its columns are other ones from row {before + 1} on.")
        if len(page.types) != len(columns):
            raise self._hosted.fault(IMPORT, f"it told {len(page.types)} types of {len(columns)} columns.")
        for number, row in enumerate(page.rows, before + 1):
            if len(row) != len(columns):
                raise self._hosted.fault(IMPORT, f"row {number} has {len(row)} values for {len(columns)} columns.")
