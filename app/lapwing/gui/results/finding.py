"""Finding a text in the rows that are shown."""

import asyncio

from PySide6.QtCore import QObject

from lapwing.domain.errors import LapwingError
from lapwing.domain.results import FindInResult, FoundRows
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.model import ResultModel
from lapwing.gui.widgets.find_bar import FindBar
from lapwing.results.source import OrderedRowSource

_ROWS_AT_ONCE = 20_000


class ResultFinder(QObject):
    """Leads from hit to hit. Qt's thread."""

    def __init__(self, client: EngineClient, model: ResultModel, grid: ResultGrid, bar: FindBar) -> None:
        super().__init__(grid)
        self._client = client
        self._model = model
        self._grid = grid
        self._bar = bar
        self._result_id = ""
        self._work: asyncio.Task[None] | None = None
        self._found: tuple[int, ...] = ()
        self._hits: tuple[int, ...] = ()
        bar.search_wanted.connect(self._find)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self._end)

    def begin(self, result_id: str) -> None:
        """Another result."""
        self.stop()
        self._result_id, self._found, self._hits = result_id, (), ()
        self._bar.hide()
        self._grid.mark_found("", match_case=True)

    def stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def rows_changed(self) -> None:
        """Other rows are shown, or in another order."""
        if self._found and self._bar.isVisible():
            self.stop()
            self._work = asyncio.ensure_future(self._show_hits())

    def _find(self, text: str, match_case: bool) -> None:
        self.stop()
        self._grid.mark_found(text, match_case=match_case)
        if text:
            self._work = asyncio.ensure_future(self._search(text, match_case=match_case))
        else:
            self._found = self._hits = ()
            self._bar.show_hits(0, 0, complete=True)

    async def _search(self, text: str, *, match_case: bool) -> None:
        self._bar.show_searching()
        request = FindInResult(self._result_id, text, match_case=match_case)
        try:
            found = await self._client.call("result.find", request, FoundRows)
        except LapwingError as error:
            self._bar.show_sentence(error_text(error))
            return
        self._found = found.rows
        await self._show_hits(complete=found.complete)
        if self._hits:
            self.step(1, from_start=True)

    async def _show_hits(self, *, complete: bool | None = None) -> None:
        self._hits = await self._shown_rows(self._found)
        self._bar.show_hits(0, len(self._hits), complete=complete)

    async def _shown_rows(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """The hits in the order they are shown."""
        source = self._model.source
        if not isinstance(source, OrderedRowSource):
            return rows
        wanted = set(rows)
        places: list[int] = []
        for first in range(0, source.row_count, _ROWS_AT_ONCE):
            order = source.base_rows(first, _ROWS_AT_ONCE)
            places += [place for place, number in enumerate(order, first) if number in wanted]
            await asyncio.sleep(0)
        return tuple(places)

    def step(self, direction: int, *, from_start: bool = False) -> None:
        """Go to the next row that holds the text, or the one before."""
        if not self._hits:
            return
        current = -1 if from_start else self._grid.currentIndex().row()
        if direction > 0:
            place = next((n for n, row in enumerate(self._hits) if row > current), 0)
        else:
            place = next((n for n in reversed(range(len(self._hits))) if self._hits[n] < current), len(self._hits) - 1)
        self._grid.show_row(self._hits[place], max(0, self._grid.currentIndex().column()))
        self._bar.show_hits(place + 1, len(self._hits), complete=None)

    def _end(self) -> None:
        self._grid.mark_found("", match_case=True)
        self._grid.setFocus()
