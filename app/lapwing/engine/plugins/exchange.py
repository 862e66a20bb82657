"""Files that plugins write of rows, and read as rows. Event loop's thread."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.file_formats import FileFormat, FileFormats
from lapwing.domain.plugins.manifest import FormatEntry
from lapwing.domain.results import Column
from lapwing.domain.transfer_errors import FormatUnknown, RowTooLargeForPlugin
from lapwing.domain.values import Row
from lapwing.engine.plugins.running import RunningPlugins
from lapwing.engine.plugins.texts import text_of
from lapwing.plugins.api import CellFacts, Rows
from lapwing.plugins.host.hosted import HostedPlugin

EXPORT: Final = "export_rows"
PIECE_S: Final = 30.0
_PAGE_CHARACTERS: Final = 500_000
_LARGE: Final = 1_000_000
_MOST_BYTES: Final = 5 << 20
"""Of one row: frames of the line have their limit."""
_FREE_BYTES: Final = 64 << 20
_TIMES: Final = 100
"""A file may be so much larger than the rows that it is made of."""
_NUMBER: Final = 20
"""Characters that a cell counts besides its own: what stands around it in a file."""


class PluginFormats:
    """Of all plugins.

    Attributes:
        within_s: A plugin's time for each piece.
    """

    def __init__(self, running: RunningPlugins, within_s: float = PIECE_S) -> None:
        self._running = running
        self.within_s = within_s

    async def exporters(self) -> FileFormats:
        """Those that rows can be written as now; where one thing is done, those of plugins that would run for it."""
        known = await asyncio.to_thread(self._running.known)
        found: list[FileFormat] = []
        for each in known.values():
            is_ready = self._running.is_up(each.id) if self._running.runs_here else each.record.is_enabled
            if is_ready and not each.problem and EXPORT in each.manifest.hooks:
                found += _formats(each.id, each.manifest.name, each.manifest.exporters)
        return FileFormats(tuple(found))

    async def exporter(self, format_id: str) -> "PluginExporter":
        """What writes one.

        Raises:
            FormatUnknown: No plugin that runs has it.
        """
        plugin_id, _, entry_id = format_id.partition("/")
        try:
            hosted = await self._running.up(plugin_id)
        except LapwingError as error:
            raise FormatUnknown(format=format_id) from error
        if not hosted.has(EXPORT) or entry_id not in {each.id for each in hosted.launch.manifest.exporters}:
            raise FormatUnknown(format=format_id)
        return PluginExporter(hosted, entry_id, self.within_s)


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
