"""How the columns of a grid stand: widths, order, which are hidden, which stay in sight. Qt's thread."""

from collections.abc import Callable
from dataclasses import field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.values import Row
from lapwing.gui.results.cell_painter import CellPainter
from lapwing.gui.results.headers import ColumnHeader

if TYPE_CHECKING:
    from lapwing.gui.results.cell_formats import CellFormats

_NARROWEST_PX = 56
_WIDEST_PX = 380
_WIDEST_FITTED_PX = 1_600
"""When a person asks for a column to be fitted."""


@dataclass(slots=True)
class ColumnLayout:
    """What a person made of the columns, by their logical numbers."""

    widths: dict[int, int] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    """Empty: as they come."""
    hidden: frozenset[int] = frozenset()
    frozen: int = 0
    """How many of the first visible ones stay in sight."""


class ColumnArrangement(QObject):
    """Arranges the columns of one grid.

    Signals:
        changed(): a person arranged something.
    """

    changed = Signal()

    def __init__(self, header: ColumnHeader, painter: CellPainter) -> None:
        super().__init__(header)
        self._header = header
        self._painter = painter
        self._busy = False
        self._chosen: dict[int, int] = {}
        header.sectionResized.connect(self._note_width)
        header.sectionMoved.connect(self._note_move)

    # widths

    def fit(self, rows: list[Row]) -> None:
        """Give every column the width that its name, its type and these rows want; one a person chose stays."""
        self._busy = True
        for column in range(self._header.count()):
            width = self._chosen.get(column) or self.wanted_width(rows, column, _WIDEST_PX)
            if not self._header.isSectionHidden(column):
                self._header.resizeSection(column, width)
        self._busy = False

    def wanted_width(self, rows: list[Row], column: int, widest: int = _WIDEST_FITTED_PX) -> int:
        width = max(self._header.title_width(column), self._painter.wanted_width(rows, column))
        return min(widest, max(_NARROWEST_PX, width))

    def fit_to(self, columns: list[int], rows: list[Row]) -> None:
        """Make columns as wide as these rows need, because a person asked for it."""
        for column in columns:
            self._header.resizeSection(column, self.wanted_width(rows, column))

    def follow(self, formats: "CellFormats", seen_rows: Callable[[], list[Row]]) -> None:
        """Say above columns what they are shown as, and give them the room for it."""
        self._painter.formats = formats
        formats.changed.connect(lambda: self._header.show_formatted(formats.titles()))
        formats.learned.connect(lambda column: self._widen(column, seen_rows()))

    def _widen(self, column: int, rows: list[Row]) -> None:
        """Make room for what is shown now, unless a person chose the width."""
        if column in self._chosen or self._header.isSectionHidden(column):
            return
        self._busy = True
        wanted = self.wanted_width(rows, column, _WIDEST_PX)
        self._header.resizeSection(column, max(wanted, self._header.sectionSize(column)))
        self._busy = False

    def _note_width(self, column: int, _old: int, new: int) -> None:
        if not self._busy and new:
            self._chosen[column] = new
            self.changed.emit()

    def _note_move(self, *_places: int) -> None:
        if not self._busy:
            self.changed.emit()

    # visibility and place

    def order(self) -> list[int]:
        """All columns in the order they stand."""
        return [self._header.logicalIndex(place) for place in range(self._header.count())]

    def visible(self) -> list[int]:
        """The columns that are shown, in the order they stand."""
        return [column for column in self.order() if not self._header.isSectionHidden(column)]

    def hidden(self) -> frozenset[int]:
        header = self._header
        return frozenset(column for column in range(header.count()) if header.isSectionHidden(column))

    def show_only(self, shown: frozenset[int]) -> None:
        """Hide all other columns. One at least stays."""
        if not shown:
            return
        for column in range(self._header.count()):
            self._header.setSectionHidden(column, column not in shown)
        self._refresh()

    def hide(self, columns: frozenset[int]) -> None:
        self.show_only(frozenset(self.visible()) - columns)

    def freeze(self, count: int) -> None:
        """Keep the first so many visible columns in sight when the others are scrolled."""
        self._header.set_frozen(max(0, min(count, len(self.visible()) - 1)))
        self._refresh()

    @property
    def frozen(self) -> int:
        return self._header.frozen

    def _refresh(self) -> None:
        self._header.viewport().update()
        self.changed.emit()

    # keeping

    def layout(self) -> ColumnLayout:
        header = self._header
        order = tuple(self.order())
        is_moved = order != tuple(range(header.count()))
        return ColumnLayout(dict(self._chosen), order if is_moved else (), self.hidden(), self.frozen)

    def apply(self, layout: ColumnLayout) -> None:
        """Arrange the columns of a new result as those of an earlier one were, or as they come."""
        self._busy = True
        header = self._header
        self._chosen = {column: width for column, width in layout.widths.items() if column < header.count()}
        for place, column in enumerate(layout.order or range(header.count())):
            if column < header.count():
                header.moveSection(header.visualIndex(column), place)
        for column in range(header.count()):
            header.setSectionHidden(column, column in layout.hidden)
            if column in self._chosen and column not in layout.hidden:
                header.resizeSection(column, self._chosen[column])
        header.set_frozen(layout.frozen)
        self._busy = False
