"""Facts about the selected cells: count, sum, average, range. Few are looked at here, more by the engine."""

import asyncio
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.results import AggregateCells, CellFacts
from lapwing.domain.values import LongCell
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.inspector.fact_list import Fact, FactList
from lapwing.gui.results.model import ResultModel
from lapwing.gui.widgets.counts import grouped
from lapwing.results.aggregating import Gathered, aggregate
from lapwing.results.selecting import band_rows, cell_count, whole
from lapwing.results.source import OrderedRowSource

_SOON_MS: Final = 120
_FEW_CELLS: Final = 1_000
_SHOWN_CHARS: Final = 60


class SelectionFacts(QWidget):
    """The facts of one grid's selection. Qt's thread."""

    def __init__(self, client: EngineClient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selection_facts")
        self._client = client
        self._grid: ResultGrid | None = None
        self._model: ResultModel | None = None
        self._result_id = ""
        self._work: asyncio.Task[None] | None = None
        self.list = FactList(self, name="selection_fact_list")
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setObjectName("selection_cancel")
        self.cancel_button.setProperty("look", "link")
        self.cancel_button.clicked.connect(self._cancel)
        self.cancel_button.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        down.addWidget(self.list)
        down.addWidget(self.cancel_button)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._look)

    def watch(self, grid: ResultGrid | None, model: ResultModel | None, result_id: str) -> None:
        """Look at another grid's selection."""
        self._grid, self._model, self._result_id = grid, model, result_id
        self.stop()
        self.list.show_facts(())

    def look_soon(self) -> None:
        """The selection is another one; once it rests, look at it."""
        self._soon.start()

    def stop(self) -> None:
        """Give up what is under way."""
        self._soon.stop()
        self.cancel_button.hide()
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _cancel(self) -> None:
        self.stop()
        self.list.show_facts([(self.tr("Count"), self.tr("cancelled"), False)])

    def _look(self) -> None:
        self.stop()
        if self._grid is None or self._model is None or self._model.source is None:
            self.list.show_facts(())
            return
        bands = self._grid.bands()
        if not bands:
            self.list.show_facts(())
            return
        source = self._model.source
        count = cell_count(bands)
        try:
            if count <= _FEW_CELLS and not self._has_long():
                self._show(aggregate(source, bands))
                return
        except (OSError, ValueError, IndexError):
            self.list.show_facts([(self.tr("Count"), grouped(count), True)])
            return
        self.list.show_facts([(self.tr("Count"), grouped(count), True), (self.tr("Sum"), "…", False)])
        self._work = asyncio.ensure_future(self._gather())

    def _has_long(self) -> bool:
        assert self._grid is not None
        assert self._model is not None
        assert self._model.source is not None
        source = self._model.source
        return any(
            isinstance(row[place], LongCell)
            for places, rows in band_rows(source, self._grid.bands())
            for row in rows
            for place in places
        )

    async def _gather(self) -> None:
        assert self._grid is not None
        assert self._model is not None
        source, bands = self._model.source, self._grid.bands()
        self.cancel_button.show()
        try:
            if self._result_id:
                order = source.path if isinstance(source, OrderedRowSource) else ""
                request = AggregateCells(self._result_id, bands, order)
                self._show(await self._client.call("result.aggregate", request, CellFacts))
            elif source is not None:
                gathered = Gathered(source.columns)
                for columns, rows in band_rows(source, bands):
                    for place in columns:
                        gathered.add(place, [whole(source, row[place]) for row in rows])
                    await asyncio.sleep(0)
                self._show(gathered.facts())
        except LapwingError as error:
            self.list.show_facts([(self.tr("Count"), error_text(error), False)])
        except (OSError, ValueError, IndexError) as error:
            self.list.show_facts([(self.tr("Count"), str(error), False)])
        self.cancel_button.hide()

    def _show(self, facts: CellFacts) -> None:
        told: list[Fact] = [(self.tr("Count"), grouped(facts.count), True)]
        if facts.count > 1:
            more = "+" if facts.distinct_is_least else ""
            told.append((self.tr("Distinct"), grouped(facts.distinct) + more, True))
        if facts.nulls:
            told.append((self.tr("NULLs"), grouped(facts.nulls), True))
        if facts.total is not None and facts.average is not None:
            sign = "≈ " if facts.average_is_rounded else ""
            told += [(self.tr("Sum"), facts.total, True), (self.tr("Avg"), sign + facts.average, True)]
        if facts.count - facts.nulls > 1 and facts.least is not None and facts.greatest is not None:
            told += [(self.tr("Min"), _cut(facts.least), True), (self.tr("Max"), _cut(facts.greatest), True)]
        if facts.count > 1 and facts.shortest is not None and facts.longest is not None:
            told.append((self.tr("Length"), f"{grouped(facts.shortest)} – {grouped(facts.longest)}", True))
        self.list.show_facts(told)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else text[:_SHOWN_CHARS] + "…"
