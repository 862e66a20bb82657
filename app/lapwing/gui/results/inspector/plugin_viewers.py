"""What plugins can show a value as: buttons beside the forms of the window, and the place of the answer."""

import asyncio
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lapwing.domain.values import LongCell, RawText, cell_text
from lapwing.gui.results.inspector.inspected import Inspected
from lapwing.gui.results.plugin_offers import Offer, PluginOffers
from lapwing.gui.widgets import PlainLabel, ToolButton, caption

if TYPE_CHECKING:
    from lapwing.domain.plugins.facts import PluginDocument

MOST_BYTES: Final = 4 << 20
"""Of a value that a plugin is given."""


class PluginViewers(QWidget):
    """The buttons; `place` is where the document is shown. Qt's thread.

    Attributes:
        chosen: The id of the viewer that a person chose; empty: none.
        place: To be put among the other forms of a value.

    Signals:
        viewer_wanted(): a viewer was chosen.
        changed(): others are offered.
    """

    viewer_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("value_viewers")
        self.chosen = ""
        self.place = QWidget(parent)
        self.place.setObjectName("value_viewer_place")
        self._down = QVBoxLayout(self.place)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._note = PlainLabel("", self.place, look="faint", lines=True)
        self._down.addWidget(self._note)
        self._document: Any = None
        self._offers: PluginOffers | None = None
        self._shown: tuple[Offer, ...] = ()
        self._buttons: list[ToolButton] = []
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(2)

    def use(self, offers: PluginOffers) -> None:
        """Offer what these plugins can show."""
        self._offers = offers
        offers.changed.connect(self.changed)

    def offer(self, value: Inspected | None) -> Offer | None:
        """Show the buttons for a value; the viewer that is to show it, if a person chose one that can."""
        told: tuple[Offer, ...] = ()
        if self._offers is not None and value is not None and value.cell is not None:
            told = tuple(each for each in self._offers.viewers if each.suits(value.column))
        if told != self._shown:
            self._shown = told
            self._make_buttons()
        self.setVisible(bool(told))
        found = next((each for each in told if each.id == self.chosen), None)
        for button, each in zip(self._buttons, told, strict=True):
            button.setChecked(each is found)
        return found

    def _make_buttons(self) -> None:
        for button in self._buttons:
            self._across.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for each in self._shown:
            button = ToolButton("", caption(each.title), self, name=f"value_by_{each.entry_id}", tip=each.plugin)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, offer=each: self._choose(offer))
            self._across.addWidget(button)
            self._buttons.append(button)

    def _choose(self, offer: Offer) -> None:
        self.chosen = offer.id
        self.viewer_wanted.emit()

    def show_value(self, offer: Offer, value: Inspected) -> None:
        """Have the plugin show it."""
        if self._document is None and self._offers is not None and self._offers.make_place is not None:
            self._document = self._offers.make_place(self.place)
            self._down.addWidget(self._document, 1)
        size = value.cell.size_bytes if isinstance(value.cell, LongCell) else 0
        is_shown = self._document is not None and size <= MOST_BYTES
        self._note.setText("" if is_shown else self.tr("The value is too long for a plugin."))
        self._note.setVisible(not is_shown)
        if self._document is None:
            return
        self._document.setVisible(is_shown)
        if is_shown:
            self._document.ask(lambda: self._view(offer, value), None)

    async def _view(self, offer: Offer, value: Inspected) -> "PluginDocument":
        assert self._offers is not None
        whole = await asyncio.to_thread(_whole, value)
        return await self._offers.view(offer, value.column, whole)

    def stop(self) -> None:
        """What is asked does not matter any more."""
        if self._document is not None:
            self._document.stop()


def _whole(value: Inspected) -> str | bytes | None:
    """The value itself."""
    cell = value.cell
    if isinstance(cell, LongCell):
        data = value.source.long_cell(cell, 0, cell.size_bytes)
        return data.decode("utf-8", "replace") if cell.kind == "text" else data
    if isinstance(cell, RawText):
        return cell.raw
    return cell if isinstance(cell, bytes) or cell is None else cell_text(cell)
