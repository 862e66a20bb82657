"""What plugins offer for values: other ways to show a column's cells, and viewers of one value."""

from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, RawText, cell_text
from lapwing.gui.client import EngineClient

if TYPE_CHECKING:
    from lapwing.domain.plugins.facts import PluginDocument, PluginFacts
    from lapwing.domain.plugins.manifest import ViewerEntry

MOST_CHARS: Final = 10_000
"""Longer cells are not formatted: they would not be read in a grid."""
_LONGEST_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Offer:
    """One formatter or viewer of a plugin that runs."""

    plugin_id: str
    entry_id: str
    title: str
    plugin: str
    """The plugin's name."""
    types: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """As it is remembered."""
        return f"{self.plugin_id}/{self.entry_id}"

    def suits(self, column: Column) -> bool:
        """Whether it is meant for such a column; patterns are matched without regard to case."""
        return _fits(self.types, column.type_name) and _fits(self.columns, column.source or column.name)


def _fits(patterns: Sequence[str], text: str) -> bool:
    return not patterns or any(fnmatchcase(text.casefold(), pattern.casefold()) for pattern in patterns)


class PluginOffers(QObject):
    """Of all windows that share an engine. Qt's thread.

    Attributes:
        formatters, viewers: Of the plugins that run.

    Signals:
        changed(): others are offered now.
    """

    changed = Signal()

    def __init__(self, client: EngineClient) -> None:
        super().__init__(client)
        self._client = client
        self.formatters: tuple[Offer, ...] = ()
        self.viewers: tuple[Offer, ...] = ()
        self.make_place: Callable[[QWidget], QWidget] | None = None
        """Makes what shows a plugin's document (it has `ask`, `stop`); given by who knows how they are drawn."""

    @classmethod
    def of(cls, client: EngineClient) -> "PluginOffers":
        """Those of an engine; made when first asked for."""
        found = client.findChild(cls)
        return found if isinstance(found, cls) else cls(client)

    def know(self, plugins: "Sequence[PluginFacts]") -> None:
        """These run now."""
        formatters = tuple(offer for each in plugins for offer in _offers(each, each.manifest.formatters))
        viewers = tuple(offer for each in plugins for offer in _offers(each, each.manifest.viewers))
        if (formatters, viewers) != (self.formatters, self.viewers):
            self.formatters, self.viewers = formatters, viewers
            self.changed.emit()

    async def format(self, offer: Offer, column: Column, texts: Sequence[str]) -> tuple[str | None, ...]:
        """Values as the plugin shows them, in their order; None: as they are.

        Raises:
            LapwingError: The plugin does not answer.
        """
        from lapwing.domain.plugins.facts import FormatCells, FormattedCells

        name = column.source or column.name
        request = FormatCells(offer.plugin_id, offer.entry_id, name, column.type_name, tuple(texts))
        return (await self._client.call("plugin.cells", request, FormattedCells)).texts

    async def view(self, offer: Offer, column: Column, value: str | bytes | None) -> "PluginDocument":
        """A value as the plugin shows it.

        Raises:
            LapwingError: The plugin does not answer.
        """
        from lapwing.domain.plugins.facts import PluginDocument, ShowValue

        text = value if isinstance(value, str) else None
        data = value if isinstance(value, bytes) else None
        name = column.source or column.name
        request = ShowValue(offer.plugin_id, offer.entry_id, name, column.type_name, text, data)
        return await self._client.call("plugin.value", request, PluginDocument)


def _offers(facts: "PluginFacts", entries: "Sequence[ViewerEntry]") -> list[Offer]:
    manifest = facts.manifest
    return [
        Offer(
            manifest.id, each.id, each.title[:_LONGEST_TITLE], manifest.name[:_LONGEST_TITLE], each.types, each.columns
        )
        for each in entries
    ]


def asked_text(cell: Cell) -> str | None:
    """A cell as a plugin is asked about it, bytes as hexadecimal text behind `\\x`; None: it is not asked."""
    if cell is None or isinstance(cell, LongCell | RawText):
        return None
    if isinstance(cell, bytes):
        return "\\x" + cell.hex() if len(cell) * 2 < MOST_CHARS else None
    text = cell_text(cell)
    return text if 0 < len(text) <= MOST_CHARS else None
