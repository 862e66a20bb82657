"""Foreign keys in a table tab, followed both ways, and the menu of its cells."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from lapwing.domain.errors import LapwingError
from lapwing.domain.table_data import KeyReference
from lapwing.domain.values import Cell, LongCell, ServerDefault, cell_text
from lapwing.gui.actions import ACTIONS
from lapwing.gui.i18n import error_text
from lapwing.gui.results.format_menu import add_formats
from lapwing.gui.results.row_changes import key_values
from lapwing.gui.widgets import caption

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab

_SHOWN_CHARS = 40


class TableLinks(QObject):
    """Goes from a row to those that it refers to, and to those that refer to it. Qt's thread.

    Signals:
        rows_wanted(RowsElsewhere): Rows of a table are to be shown in a tab of their own.
        refused(str): Why it cannot go there.
    """

    rows_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._rows = tab.editing.rows
        grid = self._rows.grid
        grid.setMouseTracking(True)
        grid.viewport().setMouseTracking(True)
        grid.menu_wanted.connect(self._show_menu)
        grid.column_menu_wanted.connect(self._show_column_menu)
        self._rows.editing.link_wanted.connect(self.follow)

    # what there is

    @property
    def columns(self) -> list[str]:
        """The columns whose cells lead somewhere."""
        return [name for reference in self._references() for name in reference.columns]

    def _references(self) -> Sequence[KeyReference]:
        return self._tab.data.facts.references if self._tab.data.facts is not None else ()

    def _back_references(self) -> Sequence[KeyReference]:
        return self._tab.data.facts.referenced_by if self._tab.data.facts is not None else ()

    def _of_column(self, column: int) -> KeyReference | None:
        name = self._rows.column(column).name
        return next((reference for reference in self._references() if name in reference.columns), None)

    def _cells(self, row: int, names: Sequence[str]) -> list[Cell] | None:
        """What a row holds in these columns; None where that is not known whole."""
        facts = self._tab.data.facts
        if facts is None:
            return None
        cells = [self._rows.cell(row, facts.columns.index(name)) for name in names if name in facts.columns]
        is_known = len(cells) == len(names) and not any(isinstance(cell, LongCell | ServerDefault) for cell in cells)
        return cells if is_known else None

    # going there

    def follow_current(self) -> None:
        """Go where the current cell leads."""
        index = self._rows.grid.currentIndex()
        if index.isValid():
            self.follow(index.row(), index.column())

    def follow(self, row: int, column: int) -> None:
        """Go where a cell leads."""
        reference = self._of_column(column)
        if reference is None:
            self.refused.emit(self.tr("This column refers to no other table."))
        else:
            self._go(reference, row)

    def _go(self, reference: KeyReference, row: int) -> None:
        cells = self._cells(row, reference.columns)
        if cells is None:
            self.refused.emit(self.tr("The values of this row are not known yet."))
        else:
            self._tab.start(self._ask(reference, cells))

    async def _ask(self, reference: KeyReference, cells: Sequence[Cell]) -> None:
        try:
            await self._tab.reading.ensure_open()
            self.rows_wanted.emit(await self._tab.data.follow(reference, key_values(tuple(cells))))
        except LapwingError as error:
            self.refused.emit(error_text(error))

    # the menus

    def _show_column_menu(self, column: int, point: QPoint) -> None:
        menu = self.make_column_menu(column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def make_column_menu(self, column: int) -> QMenu:
        """What can be done with a column: its order is the server's, its place and width are the grid's."""
        grid, filters = self._rows.grid, self._tab.filters
        name = self._rows.column(column).name
        menu = QMenu(grid)
        menu.setObjectName("table_column_menu")
        self._add(menu, self.tr("Sort ascending"), lambda: filters.order_by(name, descending=False))
        self._add(menu, self.tr("Sort descending"), lambda: filters.order_by(name, descending=True))
        if filters.sorts:
            self._add(menu, self.tr("By key"), filters.unsort)
        menu.addSeparator()
        self._add(menu, self.tr("Select column"), lambda: grid.select_columns([column]))
        self._add(menu, self.tr("Copy column name"), lambda: QGuiApplication.clipboard().setText(name))
        menu.addSeparator()
        self._add(menu, self.tr("Fit width"), lambda: grid.fit_to_content([column]))
        self._add(menu, self.tr("Hide column"), lambda: grid.columns.hide(frozenset({column})))
        if grid.columns.hidden():
            everything = frozenset(range(self._rows.model.columnCount()))
            self._add(menu, self.tr("Show all columns"), lambda: grid.columns.show_only(everything))
        place = grid.columns.visible().index(column) + 1
        self._add(menu, self.tr("Freeze up to here"), lambda: grid.freeze(place))
        if grid.columns.frozen:
            self._add(menu, self.tr("Unfreeze columns"), lambda: grid.freeze(0))
        add_formats(menu, self._rows.formats, column)
        return menu

    def _show_menu(self, point: QPoint) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def make_menu(self) -> QMenu:
        """What can be done with the current cell and the selected rows."""
        tab, index = self._tab, self._rows.grid.currentIndex()
        menu = QMenu(self._rows.grid)
        menu.setObjectName("table_menu")
        if index.isValid():
            self._add_links(menu, index.row(), index.column())
            self._add_copying(menu)
            self._add(menu, self.tr("Only rows with this value"), tab.filters.filter_equal, "Ctrl+Shift+1")
            self._add(menu, self.tr("Only rows with other values"), tab.filters.filter_unequal, "Ctrl+Shift+2")
            menu.addSeparator()
            self._add(menu, self.tr("Value editor…"), tab.editing.show_value, "Shift+Return")
            self._add_editing(menu, tab.editing.why_not(index.row(), index.column()))
        if tab.editing.staged:
            menu.addSeparator()
            self._add(menu, self.tr("Revert"), tab.revert, "Ctrl+U")
        return menu

    def _add_copying(self, menu: QMenu) -> None:
        handlers = self._tab.copying.handlers()
        self._add(menu, self.tr("Copy"), handlers["edit.copy"], "Ctrl+C")
        forms = self._tab.copying.menu(menu)
        forms.setTitle(ACTIONS["copy.choose_format"].shown_short())
        menu.addMenu(forms)
        menu.addSeparator()

    def _add_editing(self, menu: QMenu, why_not: str) -> None:
        editing = self._tab.editing
        cell_entries = [
            self._add(menu, self.tr("Edit cell"), editing.edit_current, "F2"),
            self._add(menu, self.tr("Set NULL"), editing.set_null, "Ctrl+0"),
            self._add(menu, self.tr("Set DEFAULT"), editing.set_default, "Ctrl+9"),
            self._add(menu, self.tr("Set empty text"), editing.set_empty),
            self._add(menu, self.tr("Fill down"), editing.fill_down, "Ctrl+J"),
        ]
        for entry in cell_entries:
            entry.setEnabled(not why_not)
        menu.addSeparator()
        row_entries = [
            self._add(menu, self.tr("Paste"), editing.pasting.paste, "Ctrl+V"),
            self._add(menu, self.tr("Insert row"), editing.insert, "Ins"),
            self._add(menu, self.tr("Duplicate rows"), editing.duplicate, "Ctrl+D"),
            self._add(menu, self.tr("Delete rows"), editing.delete, "Ctrl+Del"),
        ]
        for entry in row_entries:
            entry.setEnabled(not editing.read_only_reason)

    def _add_links(self, menu: QMenu, row: int, column: int) -> None:
        reference = self._of_column(column)
        before = len(menu.actions())
        if reference is not None and (cells := self._cells(row, reference.columns)) is not None:
            goes = all(cell is not None for cell in cells)
            text = self.tr("Go to {place}").replace("{place}", _place(reference, cells))
            self._add(menu, text, lambda: self._go(reference, row), "F4").setEnabled(goes)
        back = self._back_references()
        if back:
            inner = menu.addMenu(self.tr("Rows that reference this"))
            inner.setObjectName("table_back_links")
            for other in back:
                text = f"{other.table} ({', '.join(other.other_columns)})"
                self._add(inner, text, partial(self._go, other, row))
        if len(menu.actions()) > before:
            menu.addSeparator()

    @staticmethod
    def _add(menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> QAction:
        entry = menu.addAction(caption(text))
        if keys:
            entry.setShortcut(QKeySequence(keys))
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        entry.triggered.connect(lambda _checked=False: act())
        return entry


def _place(reference: KeyReference, cells: Sequence[Cell]) -> str:
    """`orders.id = 7`, for a menu."""
    pairs = zip(reference.other_columns, cells, strict=False)
    told = ", ".join(f"{name} = {_short(cell)}" for name, cell in pairs)
    return f"{reference.table}.{told}"


def _short(cell: Cell) -> str:
    text = "NULL" if cell is None else cell_text(cell)
    return text if len(text) <= _SHOWN_CHARS else text[:_SHOWN_CHARS] + "…"
