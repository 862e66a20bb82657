"""What can be asked of results that are there: their rows, another order, a text, facts, copies."""

import asyncio
import hashlib
import secrets
import threading
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from lapwing.domain.errors import DiskFull, RequestInvalid, ResultUnknown
from lapwing.domain.operations import Permission
from lapwing.domain.results import (
    AggregateCells,
    ArrangedRows,
    ArrangeResult,
    CellBand,
    CellFacts,
    CellPart,
    CopiedCells,
    CopyCells,
    FetchLongCell,
    FetchPages,
    FindInResult,
    FoundRows,
    Pages,
)
from lapwing.domain.values import LongCell
from lapwing.engine.operations import operation
from lapwing.engine.running.sinks import ResultFiles
from lapwing.formats.clipboard import clipboard_pieces
from lapwing.results.aggregating import aggregate
from lapwing.results.filtering import matching_rows
from lapwing.results.finding import find_rows
from lapwing.results.folder import FileSpace
from lapwing.results.layout import ResultBroken
from lapwing.results.selecting import shown_columns, whole_band_rows
from lapwing.results.sorting import sort_rows
from lapwing.results.source import FileRowSource, OrderedRowSource

Answer = TypeVar("Answer")
_MOST_PAGE_ROWS: Final = 5_000
_MOST_CELL_BYTES: Final = 8 << 20
_ORDERS_KEPT: Final = 4
"""Of one result: who shows the last one may still ask about the one before."""


class ResultsService:
    """Reads results, each in a worker thread. Event loop's thread."""

    def __init__(self, files: ResultFiles) -> None:
        self._files = files
        self._orders: dict[str, list[str]] = {}
        self._copies: dict[str, str] = {}

    @operation("result.pages", needs=Permission.QUERY_READ)
    async def pages(self, request: FetchPages) -> Pages:
        """Rows of a result as encoded pages, for who cannot read its file."""
        rows = min(request.rows, _MOST_PAGE_ROWS)
        return await self._in_thread(request.result_id, lambda source, _: source.encoded_pages(request.first_row, rows))

    @operation("result.cell", needs=Permission.QUERY_READ)
    async def cell(self, request: FetchLongCell) -> CellPart:
        """A part of a cell that lies apart from the others, at most 8 MB.

        Raises:
            RequestInvalid: The result has no such bytes.
        """
        cell = LongCell("", request.offset, request.size_bytes, "blob")
        length = min(request.length, _MOST_CELL_BYTES)
        data = await self._in_thread(request.result_id, lambda source, _: source.long_cell(cell, request.start, length))
        return CellPart(data)

    @operation("result.arrange", needs=Permission.QUERY_READ)
    async def arrange(self, request: ArrangeResult) -> ArrangedRows:
        """Order the rows fetched so far by columns, and leave out some; gives a permutation file.

        Raises:
            RequestInvalid: The result has no such column.
            ResultSpaceUsed, DiskFull: There is no room for it.
        """
        self._files.find(request.result_id)
        name = self._order_name(request)
        folder = self._files.folder
        target = folder.file(name)

        def order(source: FileRowSource, stop: threading.Event) -> ArrangedRows:
            only = matching_rows(source, request.conditions, stop.is_set) if request.conditions else None
            count = source.row_count if only is None else len(only)
            folder.retake(name, 8 * count)
            try:
                sort_rows(source, request.keys, target, stop.is_set, only)
            except OSError as error:
                raise DiskFull(path=str(target), reason=error.strerror or str(error)) from error
            return ArrangedRows(str(target), count, source.row_count)

        arranged = await self._in_thread(request.result_id, order)
        self._keep_order(request.result_id, name)
        return arranged

    @staticmethod
    def _order_name(request: ArrangeResult) -> str:
        """The same for the same arrangement, which may have more rows by now."""
        wanted = repr((request.keys, request.conditions))
        return f"{request.result_id}.{hashlib.sha256(wanted.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.order"

    def _keep_order(self, result_id: str, name: str) -> None:
        """Remember the last orders of a result and delete older ones; who has one open reads on."""
        self._orders = {kept: names for kept, names in self._orders.items() if self._files.has(kept)}
        self._copies = {kept: copy for kept, copy in self._copies.items() if self._files.has(kept)}
        names = self._orders.setdefault(result_id, [])
        if name in names:
            names.remove(name)
        names.append(name)
        while len(names) > _ORDERS_KEPT:
            self._files.folder.remove(names.pop(0))

    @operation("result.find", needs=Permission.QUERY_READ)
    async def find(self, request: FindInResult) -> FoundRows:
        """Rows that show a text, in row order."""
        most = max(0, request.most)

        def search(source: FileRowSource, stop: threading.Event) -> FoundRows:
            hits = find_rows(source, request.text, request.column, match_case=request.match_case, stop=stop.is_set)
            rows = tuple(islice(hits, most + 1))
            return FoundRows(rows[:most], len(rows) <= most)

        return await self._in_thread(request.result_id, search)

    @operation("result.aggregate", needs=Permission.QUERY_READ)
    async def aggregate(self, request: AggregateCells) -> CellFacts:
        """Count, sum, average, range and more of selected cells, exactly.

        Raises:
            RequestInvalid: There are no such cells.
        """

        def gather(source: FileRowSource, stop: threading.Event) -> CellFacts:
            with closing(self._shown(source, request.result_id, request.order, request.bands)) as shown:
                return aggregate(shown, request.bands, stop.is_set)

        return await self._in_thread(request.result_id, gather)

    @operation("result.copy", needs=Permission.QUERY_READ)
    async def copy(self, request: CopyCells) -> CopiedCells:
        """Write selected cells into a file in the form of a clipboard; it goes with its result at the latest.

        Raises:
            RequestInvalid: There are no such cells.
            ResultSpaceUsed, DiskFull: There is no room for it.
        """
        self._files.find(request.result_id)
        folder = self._files.folder
        if request.result_id in self._copies:
            folder.remove(self._copies[request.result_id])
        name = self._copies[request.result_id] = f"{request.result_id}.{secrets.token_hex(4)}.copy"

        def write(source: FileRowSource, stop: threading.Event) -> CopiedCells:
            target = folder.file(name)
            try:
                with closing(self._shown(source, request.result_id, request.order, request.bands)) as shown:
                    return _write_copy(shown, request, target, folder.space_for(name), stop)
            except BaseException as error:
                folder.remove(name)
                if isinstance(error, OSError):
                    raise DiskFull(path=str(target), reason=error.strerror or str(error)) from error
                raise

        return await self._in_thread(request.result_id, write)

    def _shown(
        self, source: FileRowSource, result_id: str, order: str, bands: tuple[CellBand, ...]
    ) -> FileRowSource | OrderedRowSource:
        """The rows as they are shown: by a permutation that was made for this result.

        Raises:
            ResultUnknown: There is no such order (any more).
        """
        if not order:
            return FileRowSource(self._files.find(result_id).handle.path)
        name = Path(order).name
        if name not in self._orders.get(result_id, []) or str(self._files.folder.file(name)) != order:
            raise ResultUnknown
        last = max((band.last for band in bands), default=-1)
        try:
            return OrderedRowSource(source, order, last + 1)
        except OSError as error:
            raise ResultUnknown from error

    async def _in_thread(self, result_id: str, work: Callable[[FileRowSource, threading.Event], Answer]) -> Answer:
        """Read a result in a worker thread; a cancelled call tells the work to stop."""
        stop = threading.Event()

        def read() -> Answer:
            source = self._files.source(result_id)
            try:
                return work(source, stop)
            except (IndexError, ResultBroken) as error:
                raise RequestInvalid(operation="result", reason=str(error)) from error
            finally:
                source.close()

        try:
            return await asyncio.to_thread(read)
        finally:
            stop.set()


def _write_copy(
    source: FileRowSource | OrderedRowSource, request: CopyCells, target: Path, room: FileSpace, stop: threading.Event
) -> CopiedCells:
    """Write pieces until all are there or the next would be too much."""
    columns = source.columns
    shown = shown_columns(request.bands)
    chosen = whole_band_rows(source, request.bands, stop.is_set)
    size = rows = 0
    with target.open("wb") as file:
        for piece, ended in clipboard_pieces(request.copy_format, columns, shown, chosen, request.dialect):
            if size + len(piece) > request.most_bytes:
                return CopiedCells(str(target), size, rows, complete=False)
            room.take(len(piece))
            file.write(piece)
            size += len(piece)
            rows += ended
    return CopiedCells(str(target), size, rows, complete=True)
