"""Which rows a table tab shows, and in which order: its boxes, clicks on headers, and filters by a cell's value."""

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from lapwing.domain.table_data import ColumnSort
from lapwing.domain.values import Cell, LongCell, RawText, ServerDefault, cell_text, real_text
from lapwing.gui.browser.names import quoted_if_needed
from lapwing.gui.table.data import Wanted
from lapwing.sql.dialect import Dialect

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_OR: Final = re.compile(r"\bor\b", re.IGNORECASE)


class TableFilters(QObject):
    """The condition and order of one tab. Qt's thread.

    Signals:
        wanted(): The rows are to be read again.
        refused(str): Why a cell makes no filter.
    """

    wanted = Signal()
    refused = Signal(str)

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self.sorts: tuple[ColumnSort, ...] = ()
        grid = tab.editing.rows.grid
        grid.sort_wanted.connect(lambda column: self._header_clicked(column, is_added=False))
        grid.sort_key_wanted.connect(lambda column: self._header_clicked(column, is_added=True))
        tab.conditions.entered.connect(self.wanted)

    @property
    def now(self) -> Wanted:
        """What is in the boxes and the headers."""
        boxes = self._tab.conditions
        return Wanted(boxes.where.text, boxes.order_by.text, self.sorts)

    # order

    def _header_clicked(self, column: int, *, is_added: bool) -> None:
        self.sort_by(self._tab.editing.rows.column(column).name, is_added=is_added)

    def sort_by(self, name: str, *, is_added: bool) -> None:
        """Order by a column: up, then down, then no longer; `is_added` keeps the other keys before it."""
        own = next((sort for sort in self.sorts if sort.column == name), None)
        others = tuple(sort for sort in self.sorts if sort.column != name) if is_added else ()
        if own is None:
            self.sorts = (*others, ColumnSort(name))
        elif not own.descending:
            down = ColumnSort(name, descending=True)
            self.sorts = tuple(down if sort is own else sort for sort in self.sorts) if is_added else (down,)
        else:
            self.sorts = others
        self.wanted.emit()

    def order_by(self, name: str, *, descending: bool) -> None:
        """Order by one column alone."""
        self.sorts = (ColumnSort(name, descending=descending),)
        self.wanted.emit()

    def unsort(self) -> None:
        """In the order of the key."""
        self.sorts = ()
        self.wanted.emit()

    def show_order(self) -> None:
        """Show in the headers what the rows are ordered by."""
        facts = self._tab.data.facts
        if facts is not None:
            places = {name: place for place, name in enumerate(facts.columns)}
            order = [(places[sort.column], sort.descending) for sort in self.sorts if sort.column in places]
            self._tab.editing.rows.grid.set_order(order)

    # filters by a cell

    def filter_equal(self) -> None:
        """Only rows that hold what the current cell holds."""
        self._filter(is_equal=True)

    def filter_unequal(self) -> None:
        """Only rows that hold something else there."""
        self._filter(is_equal=False)

    def clear(self) -> None:
        """Every row."""
        self._tab.conditions.where.set_text("")
        self.wanted.emit()

    def _filter(self, *, is_equal: bool) -> None:
        rows = self._tab.editing.rows
        index = rows.grid.currentIndex()
        if not index.isValid():
            return
        cell, column = rows.cell(index.row(), index.column()), rows.column(index.column())
        name = quoted_if_needed(column.name, self._tab.dialect)
        if cell is None:
            test = f"{name} IS NULL" if is_equal else f"{name} IS NOT NULL"
        else:
            literal = _literal(cell, self._tab.dialect, is_numeric=column.is_numeric)
            if literal is None:
                self.refused.emit(self.tr("This value is too long or too special to filter by."))
                return
            test = f"{name} {'=' if is_equal else '<>'} {literal}"
        box = self._tab.conditions.where
        before = f"({box.text})" if _OR.search(box.text) else box.text
        box.set_text(f"{before} AND {test}" if before else test)
        self.wanted.emit()


def _literal(cell: Cell, dialect: Dialect, *, is_numeric: bool) -> str | None:
    """A cell as an expression of a dialect; None where it is none that stands in one line."""
    if isinstance(cell, LongCell | RawText | ServerDefault):
        return None
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        text = real_text(cell)
        return text if _NUMBER.fullmatch(text) else None
    if isinstance(cell, bytes):
        return f"X'{cell.hex()}'"
    text = cell_text(cell)
    if is_numeric and _NUMBER.fullmatch(text):
        return text
    return None if any(char in text for char in "\n\r\0\u2028\u2029") else dialect.string_literal(text)
