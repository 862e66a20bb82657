"""Finding a text in the rows of a table tab: those that are loaded, as they are shown, with what is staged in them."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.model import ResultModel
from lapwing.gui.widgets.find_bar import FindBar

_SLICE_S: Final = 0.008
_MOST_HITS: Final = 100_000


class RowFinder(QObject):
    """Leads from hit to hit, a slice of rows in each turn of Qt's loop. Qt's thread.

    Attributes:
        is_all: Whether the table has no rows beside the loaded ones.
    """

    def __init__(self, model: ResultModel, grid: ResultGrid, bar: FindBar) -> None:
        super().__init__(grid)
        self._model = model
        self._grid = grid
        self._bar = bar
        self.is_all: Callable[[], bool] = lambda: True
        self._text = ""
        self._match_case = False
        self._hits: list[int] = []
        self._row = 0
        self._columns: list[int] = []
        self._has_gone = False
        """Whether the grid was led to a hit of this search."""
        self._looking = QTimer(self)
        self._looking.setInterval(0)
        self._looking.timeout.connect(self._look)
        bar.search_wanted.connect(self._find)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self._end)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(lambda *_: self._again())

    def _find(self, text: str, match_case: bool) -> None:
        self._text, self._match_case, self._has_gone = text, match_case, False
        self._grid.mark_found(text, match_case=match_case)
        self._again()

    def _again(self) -> None:
        """Look from the first row on."""
        self._looking.stop()
        self._hits, self._row = [], 0
        if not self._text or self._bar.isHidden():
            self._bar.show_hits(0, 0, complete=True)
            return
        self._columns = self._grid.columns.visible()
        self._bar.show_searching()
        self._looking.start()

    def _look(self) -> None:
        until = time.monotonic() + _SLICE_S
        count = self._model.rowCount()
        while self._row < count and len(self._hits) < _MOST_HITS and time.monotonic() < until:
            if self._column_of(self._row) is not None:
                self._hits.append(self._row)
            self._row += 1
        if self._row >= count or len(self._hits) >= _MOST_HITS:
            self._looking.stop()
            self._bar.show_hits(0, len(self._hits), complete=self._row >= count and self.is_all())
            if not self._has_gone:
                self.step(1, from_start=True)

    def _column_of(self, row: int) -> int | None:
        """The first column that shows the text in a row."""
        wanted = self._text if self._match_case else self._text.lower()
        for column in self._columns:
            text = str(self._model.data(self._model.index(row, column)) or "")
            if wanted in (text if self._match_case else text.lower()):
                return column
        return None

    def step(self, direction: int, *, from_start: bool = False) -> None:
        """Go to the next row that shows the text, or the one before, round and round."""
        if not self._hits:
            return
        current = -1 if from_start else self._grid.currentIndex().row()
        if direction > 0:
            place = next((n for n, row in enumerate(self._hits) if row > current), 0)
        else:
            place = next((n for n in reversed(range(len(self._hits))) if self._hits[n] < current), len(self._hits) - 1)
        self._has_gone = True
        row = self._hits[place]
        self._grid.show_row(row, self._column_of(row) or 0)
        self._bar.show_hits(place + 1, len(self._hits), complete=None)

    def _end(self) -> None:
        self._looking.stop()
        self._grid.mark_found("", match_case=True)
        self._grid.setFocus()
