"""Copying cells: the exact text of every selected cell, long ones whole, in the form that is wanted."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from lapwing.domain.errors import EngineGone, LapwingError, ResultUnknown
from lapwing.domain.results import CellBand, CopiedCells, CopyCells, CopyFormat
from lapwing.domain.values import LongCell, Row, ServerDefault, cell_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.model import ResultModel
from lapwing.gui.results.strip import WorkStrip
from lapwing.gui.widgets.counts import grouped
from lapwing.results.selecting import cell_count, row_count, shown_columns, whole, whole_band_rows

ASK_BYTES: Final = 50_000_000
"""What is longer is asked about first."""
MOST_BYTES: Final = 200_000_000
"""What is longer does not go through a clipboard; export it instead."""
_FEW_CELLS: Final = 5_000
"""So many are copied here, more by the engine."""


class CellCopier(QObject):
    """Copies what is selected in one grid. Qt's thread.

    Attributes:
        result_id: Whose cells they are; empty: of rows that the engine does not keep, which are copied here.
        order: The permutation file that the rows are shown by, or empty.
        dialect: Whose literals statements use.

    Signals:
        trouble(str): A sentence for the person.
    """

    trouble = Signal(str)

    def __init__(self, client: EngineClient, model: ResultModel, grid: ResultGrid, strip: WorkStrip) -> None:
        super().__init__(grid)
        self._client = client
        self._model = model
        self._grid = grid
        self._strip = strip
        self._tasks: set[asyncio.Task[None]] = set()
        self.result_id = ""
        self.order = ""
        self.dialect = ""

    def copy(self, copy_format: CopyFormat) -> None:
        """Put the selected cells on the clipboard."""
        task = asyncio.ensure_future(self._copy(copy_format))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def copy_names(self) -> None:
        """Put the names of the columns on the clipboard in which something is selected; of all when nothing is."""
        from lapwing.formats.clipboard import names_of  # only now: the window shows sooner

        columns = shown_columns(self._grid.bands()) or tuple(self._grid.columns.visible())
        QGuiApplication.clipboard().setText(names_of(self._model.columns, columns))

    def stop(self) -> None:
        """Give up what is under way."""
        self._strip.give_up()
        for task in list(self._tasks):
            task.cancel()

    async def _copy(self, copy_format: CopyFormat) -> None:
        bands = self._grid.bands()
        if not bands or self._model.source is None:
            return
        try:
            text = await self._text(copy_format, bands)
        except (EngineGone, ResultUnknown):
            text = await self._here(copy_format, bands)
        except LapwingError as error:
            self.trouble.emit(error_text(error))
            return
        except (OSError, ValueError) as error:
            self._cannot_read(error)
            return
        if text is not None:
            QGuiApplication.clipboard().setText(text)

    def _cannot_read(self, error: Exception) -> None:
        self.trouble.emit(self.tr("The rows cannot be read: {reason}").format(reason=error))

    async def _text(self, copy_format: CopyFormat, bands: Sequence[CellBand]) -> str | None:
        """The text; None when the person does not want it."""
        if not self.result_id or (cell_count(bands) <= _FEW_CELLS and not self._has_long(bands)):
            return await self._here(copy_format, bands)
        copied = await self._by_engine(copy_format, bands, ASK_BYTES)
        if not copied.complete:
            choice = await self._ask(copied, row_count(bands))
            if choice == "all":
                await asyncio.to_thread(_drop, copied.path)
                copied = await self._by_engine(copy_format, bands, MOST_BYTES)
                if not copied.complete:
                    self.trouble.emit(self._too_much(copied.rows))
            elif choice != "part":
                await asyncio.to_thread(_drop, copied.path)
                return None
        return await asyncio.to_thread(_take, copied.path)

    def _has_long(self, bands: Sequence[CellBand]) -> bool:
        source = self._model.source
        assert source is not None
        return any(
            isinstance(row[place], LongCell)
            for band in bands
            for row in source.rows(band.first, band.last + 1 - band.first)
            for place in band.columns
        )

    async def _by_engine(self, copy_format: CopyFormat, bands: Sequence[CellBand], most_bytes: int) -> CopiedCells:
        is_one = cell_count(bands) == 1 and copy_format is CopyFormat.TSV
        request = CopyCells(
            self.result_id,
            tuple(bands),
            CopyFormat.BARE if is_one else copy_format,
            self.order,
            self.dialect,
            most_bytes,
        )
        return await self._strip.during(self._client.call("result.copy", request, CopiedCells), self.tr("Copying…"))

    async def _ask(self, copied: CopiedCells, rows: int) -> str:
        text = self.tr("The selection has more than {size} MB as text. Its first {count} of {total} rows do not.")
        part = self.tr("Copy the first {count} rows").format(count=grouped(copied.rows))
        return await self._strip.ask(
            text.format(size=ASK_BYTES // 1_000_000, count=grouped(copied.rows), total=grouped(rows)),
            [("part", part), ("all", self.tr("Copy all")), ("cancel", self.tr("Cancel"))],
        )

    def _too_much(self, rows: int) -> str:
        text = self.tr("More than {size} MB does not go through a clipboard: the first {count} rows were copied.")
        return text.format(size=MOST_BYTES // 1_000_000, count=grouped(rows))

    async def _here(self, copy_format: CopyFormat, bands: Sequence[CellBand]) -> str | None:
        """The text, made in this process a few rows at a time."""
        from lapwing.formats.clipboard import clipboard_pieces  # only now: the window shows sooner

        source = self._model.source
        assert source is not None
        try:
            if copy_format is CopyFormat.TSV and cell_count(bands) == 1:
                return cell_text(whole(source, source.rows(bands[0].first, 1)[0][bands[0].columns[0]]))
            pieces: list[bytes] = []
            size = rows = 0
            chosen = ((places, [_given(row) for row in rows]) for places, rows in whole_band_rows(source, bands))
            shown = shown_columns(bands)
            for piece, ended in clipboard_pieces(copy_format, source.columns, shown, chosen, self.dialect):
                size, rows = size + len(piece), rows + ended
                if size > MOST_BYTES:
                    self.trouble.emit(self._too_much(rows))
                    break
                pieces.append(piece)
                await asyncio.sleep(0)
            return b"".join(pieces).decode()
        except (OSError, ValueError) as error:
            self._cannot_read(error)
            return None


def _given(row: Row) -> Row:
    """A row as it is copied: what the server is to put into a new row by itself is not there yet."""
    if any(isinstance(cell, ServerDefault) for cell in row):
        return tuple(None if isinstance(cell, ServerDefault) else cell for cell in row)
    return row


def _take(path: str) -> str:
    """The text of a file, which is deleted."""
    file = Path(path)
    text = file.read_bytes().decode()
    file.unlink(missing_ok=True)
    return text


def _drop(path: str) -> None:
    Path(path).unlink(missing_ok=True)
