"""The context menus of a result's grid: of its cells and of its columns."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from lapwing.domain.results import SortKey
from lapwing.gui.actions import ACTIONS
from lapwing.gui.results.format_menu import add_formats
from lapwing.gui.results.pane_tools import Handlers, copy_menu, filled

if TYPE_CHECKING:
    from lapwing.gui.results.column_list import ColumnList
    from lapwing.gui.results.view import ResultView

_CELL_IDS = (
    "cell.show_value",
    "",
    "rows.filter_equal",
    "rows.filter_unequal",
    "rows.clear_filter",
    "",
    "result.sort_up",
    "result.sort_down",
    "result.unsort",
    "",
    "result.choose_columns",
    "result.freeze_columns",
    "result.unfreeze_columns",
)


class GridMenus(QObject):
    """Opens the menus of one view. Qt's thread."""

    def __init__(self, view: "ResultView") -> None:
        super().__init__(view)
        self._view = view

    def open_for_cells(self, handlers: Handlers, place: QPoint) -> QMenu:
        """What can be done with the selected cells."""
        menu = self._menu("cell_menu")
        filled(menu, ["edit.copy", "edit.copy_with_headers"], handlers)
        copying = copy_menu(menu, handlers)
        copying.setTitle(ACTIONS["copy.choose_format"].shown_short())
        menu.addMenu(copying)
        menu.addSeparator()
        filled(menu, _CELL_IDS, handlers)
        menu.popup(place)
        return menu

    def open_for_column(self, column: int, place: QPoint) -> QMenu:
        """What can be done with one column."""
        menu = self._menu("column_menu")
        self._add_order(menu, column)
        menu.addSeparator()
        grid = self._view.grid
        name = self._view.model.columns[column].name
        menu.addAction(self.tr("Select column"), lambda: grid.select_columns([column]))
        menu.addAction(self.tr("Copy column name"), lambda: QGuiApplication.clipboard().setText(name))
        menu.addSeparator()
        menu.addAction(self.tr("Fit width"), lambda: grid.fit_to_content([column]))
        menu.addAction(self.tr("Fit all widths"), lambda: grid.fit_to_content(grid.columns.visible()))
        menu.addAction(self.tr("Hide column"), lambda: grid.columns.hide(frozenset({column})))
        menu.addAction(self.tr("Columns…"), self.choose_columns)
        menu.addAction(self.tr("Freeze up to here"), lambda: self.freeze_up_to(column))
        if grid.columns.frozen:
            menu.addAction(self.tr("Unfreeze columns"), lambda: grid.freeze(0))
        add_formats(menu, self._view.formats, column)
        menu.popup(place)
        return menu

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._view)
        menu.setObjectName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_order(self, menu: QMenu, column: int) -> None:
        arrangement = self._view.arrangement
        menu.addAction(self.tr("Sort ascending"), lambda: arrangement.order_by((SortKey(column),)))
        menu.addAction(self.tr("Sort descending"), lambda: arrangement.order_by((SortKey(column, descending=True),)))
        if arrangement.keys:
            menu.addAction(self.tr("Add to the order"), lambda: arrangement.cycle(column, adds=True))
            menu.addAction(self.tr("As the server sent them"), lambda: arrangement.order_by(()))

    def freeze_up_to(self, column: int) -> None:
        """Keep the columns up to one in sight."""
        grid = self._view.grid
        if column in grid.columns.visible():
            grid.freeze(grid.columns.visible().index(column) + 1)

    def choose_columns(self) -> "ColumnList":
        """Open the list of columns."""
        from lapwing.gui.results.column_list import ColumnList  # only now: the window shows sooner

        columns = self._view.grid.columns
        dialog = ColumnList(self._view.model.columns, columns.order(), columns.hidden(), self._view)
        dialog.chosen.connect(columns.show_only)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
