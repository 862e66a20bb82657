"""Columns of a grid that are shown by a plugin's formatter: what is painted instead of values, and only painted.

What is copied, exported, edited, searched and told to screen readers stays the value. The plugin is asked about what is
painted, in batches, beside; until it answers, the value itself is painted.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from lapwing.domain.errors import LapwingError
from lapwing.domain.results import Column
from lapwing.domain.values import Cell
from lapwing.domain.visible import visible_text
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.results.format_memory import format_memory
from lapwing.gui.results.plugin_offers import Offer, PluginOffers, asked_text

_KEPT: Final = 20_000
"""Answers that are kept of a grid."""
_BATCH: Final = 200
_GATHER_MS: Final = 20
_SHOWN_CHARS: Final = 400
_log = logging.getLogger(__name__)


class CellFormats(QObject):
    """Of one grid. Qt's thread.

    Signals:
        changed(): other columns are formatted, or other texts are known: paint anew.
        learned(int): the first answers for a column came.
        trouble(str): a sentence for the person.
    """

    changed = Signal()
    learned = Signal(int)
    trouble = Signal(str)

    def __init__(self, client: EngineClient, parent: QObject) -> None:
        super().__init__(parent)
        self.offers = PluginOffers.of(client)
        self._connection_id = ""
        self._columns: tuple[Column, ...] = ()
        self._chosen: dict[int, Offer] = {}
        self._known: OrderedDict[tuple[int, str], str | None] = OrderedDict()
        self._wanted: dict[int, dict[str, None]] = {}
        self._learned: set[int] = set()
        self._asking: asyncio.Task[None] | None = None
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_GATHER_MS)
        self._gathering.timeout.connect(self._ask)
        self.offers.changed.connect(self._offers_changed)

    def begin(self, columns: Sequence[Column], connection_id: str) -> None:
        """Other columns are shown, of a connection; those are formatted that a person had formatted before."""
        self._forget()
        self._columns, self._connection_id = tuple(columns), connection_id
        self._find_chosen()
        self.changed.emit()

    def _offers_changed(self) -> None:
        self._forget()
        self._find_chosen()
        self.changed.emit()

    def _find_chosen(self) -> None:
        self._chosen = {}
        offered = {offer.id: offer for offer in self.offers.formatters}
        if not offered:
            return
        memory = format_memory()
        for place, column in enumerate(self._columns):
            offer = offered.get(memory.find(self._connection_id, column))
            if offer is not None:
                self._chosen[place] = offer

    def _forget(self) -> None:
        self._known.clear()
        self._wanted.clear()
        self._learned.clear()
        self.stop()

    def stop(self) -> None:
        """What is asked does not matter any more."""
        self._gathering.stop()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    # choosing

    def offered(self, column: int) -> list[Offer]:
        """What a column can be shown as."""
        found = self._columns[column] if column < len(self._columns) else None
        return [offer for offer in self.offers.formatters if found is not None and offer.suits(found)]

    def chosen(self, column: int) -> Offer | None:
        """What a column is shown as; None: as it is."""
        return self._chosen.get(column)

    def choose(self, column: int, offer: Offer | None) -> None:
        """Show a column otherwise, now and the next time."""
        self._forget()
        if offer is None:
            self._chosen.pop(column, None)
        else:
            self._chosen[column] = offer
        format_memory().keep(self._connection_id, self._columns[column], offer.id if offer is not None else "")
        self.changed.emit()

    def titles(self) -> dict[int, str]:
        """What columns are shown as, by their places."""
        return {column: offer.title for column, offer in self._chosen.items()}

    # painting

    def painter_of(self, column: int) -> Callable[[Cell], str | None] | None:
        """Gives what is painted instead of a cell (None: the cell itself); None: the column is shown as it is."""
        return (lambda cell: self._shown(column, cell)) if column in self._chosen else None

    def _shown(self, column: int, cell: Cell) -> str | None:
        text = asked_text(cell)
        if text is None:
            return None
        key = column, text
        if key in self._known:
            return self._known[key]
        self._wanted.setdefault(column, {})[text] = None
        if self._asking is None and not self._gathering.isActive():
            self._gathering.start()
        return None

    def _ask(self) -> None:
        self._asking = asyncio.ensure_future(self._answer())

    async def _answer(self) -> None:
        """Ask about all that was painted in vain. One that fails is shown as it is from now on."""
        while self._wanted:
            column = next(iter(self._wanted))
            texts = list(self._wanted[column])[-_BATCH:]  # what was painted last is in sight
            del self._wanted[column]
            offer = self._chosen.get(column)
            if offer is None:
                continue
            try:
                answer = await self.offers.format(offer, self._columns[column], texts)
            except LapwingError as error:
                self._fail(column, offer, error)
                continue
            self._learn(column, texts, answer)
        self._asking = None
        self.changed.emit()

    def _learn(self, column: int, texts: Sequence[str], answer: Sequence[str | None]) -> None:
        for text, shown in zip(texts, (*answer, *[None] * len(texts)), strict=False):
            kept = None if shown is None else visible_text(shown[:_SHOWN_CHARS])
            self._known[column, text] = kept
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        if column not in self._learned:
            self._learned.add(column)
            self.learned.emit(column)

    def _fail(self, column: int, offer: Offer, error: LapwingError) -> None:
        """The column is shown as it is until plugins change, or a person chooses again."""
        _log.warning("%s cannot format: %s", offer.id, error)
        self._chosen.pop(column, None)
        text = self.tr("The column is shown as it is. {reason}")
        self.trouble.emit(text.replace("{reason}", error_text(error)))
