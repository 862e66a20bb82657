"""What the cells of a table tab may hold: labels of enumerations, and the keys of the table that one refers to."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from lapwing.domain.errors import LapwingError
from lapwing.domain.table_data import KeyChoices, KeyReference, cell_of
from lapwing.domain.values import ServerDefault, cell_text
from lapwing.gui.i18n import error_text
from lapwing.gui.results.cell_choices import CellChoice, Offer

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab

_WAIT_MS: Final = 120
"""A key is looked up this long after the last letter."""
_PATIENCE_S: Final = 5.0
"""Then looking is given up: the table is too large for that."""
Told = Callable[[Offer], None]


class TableChoices(QObject):
    """Of one tab (`results.cell_choices.Choosing`). Qt's thread."""

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._wanted: tuple[KeyReference, str, Told] | None = None
        self._asking: asyncio.Task[None] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._begin)
        tab.editing.rows.editing.choosing = self

    def has_choices(self, column: int) -> bool:
        return bool(self._values(column)) or self._reference(column) is not None

    def ask(self, column: int, text: str, told: Told) -> None:
        self.stop()
        values = self._values(column)
        if values:
            fitting = [CellChoice(value) for value in values if text.casefold() in value.casefold()]
            fitting.sort(key=lambda choice: not choice.text.casefold().startswith(text.casefold()))
            told(Offer(fitting, is_closed=True))
            return
        reference = self._reference(column)
        if reference is not None:
            self._wanted = reference, text, told
            self._pause.start(_WAIT_MS if text else 0)

    def stop(self) -> None:
        self._pause.stop()
        self._wanted = None
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _name(self, column: int) -> str:
        return self._tab.editing.rows.column(column).name

    def _values(self, column: int) -> tuple[str, ...]:
        facts, name = self._tab.data.facts, self._name(column)
        found = (one.values for one in facts.choices if one.column == name) if facts is not None else iter(())
        return next(found, ())

    def _reference(self, column: int) -> KeyReference | None:
        """The foreign key that this column alone is."""
        facts, name = self._tab.data.facts, self._name(column)
        return next((one for one in facts.references if one.columns == (name,)), None) if facts is not None else None

    def _begin(self) -> None:
        if self._wanted is not None and self._tab.data.session_id:
            self._asking = asyncio.ensure_future(self._ask(*self._wanted))

    async def _ask(self, reference: KeyReference, text: str, told: Told) -> None:
        try:
            found = await asyncio.wait_for(self._tab.data.look_up(reference, text), _PATIENCE_S)
        except LapwingError as error:
            told(Offer((), said=error_text(error)))
            return
        except TimeoutError:
            told(Offer((), said=self.tr("Looking through {table} takes too long.").replace("{table}", reference.table)))
            return
        told(Offer(_choices(found), said=self._said(reference, found)))

    def _said(self, reference: KeyReference, found: KeyChoices) -> str:
        if not found.choices:
            return self.tr("Nothing in {table} fits.").replace("{table}", reference.table)
        place = f"{reference.table}.{reference.other_columns[0]}"
        if found.described_by:
            place += f" · {found.described_by}"
        return self.tr("{place}; more fit").replace("{place}", place) if found.has_more else place


def _choices(found: KeyChoices) -> list[CellChoice]:
    cells = ((cell_of(choice.value), choice.description) for choice in found.choices)
    return [CellChoice(cell_text(cell), said) for cell, said in cells if not isinstance(cell, ServerDefault)]
