"""Copying cells of a table tab: in every form that results are copied in, staged values included."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from lapwing.domain.results import CopyFormat
from lapwing.gui.results.pane_tools import COPY_FORMATS, Handlers, copy_menu

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab


class TableCopying(QObject):
    """Of one tab. Qt's thread."""

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._rows = tab.editing.rows

    def handlers(self) -> Handlers:
        """What copies, by the ids of actions."""
        copier = self._rows.copier
        return {
            "edit.copy": partial(copier.copy, CopyFormat.TSV),
            "edit.copy_with_headers": partial(copier.copy, CopyFormat.TSV_HEADERS),
            "copy.choose_format": self.choose_format,
            "copy.column_names": copier.copy_names,
            **{action_id: partial(copier.copy, kind) for action_id, kind in COPY_FORMATS.items()},
        }

    def menu(self, parent: QMenu) -> QMenu:
        """The forms, for the menu of a cell."""
        return copy_menu(parent, self.handlers())

    def choose_format(self) -> None:
        """Open the menu of forms below the current cell."""
        grid = self._rows.grid
        menu = copy_menu(grid, self.handlers())
        menu.aboutToHide.connect(menu.deleteLater)
        box = grid.visualRect(grid.currentIndex())
        inside = QPoint(max(0, box.left()), max(0, min(box.bottom(), grid.viewport().height())))
        menu.popup(grid.viewport().mapToGlobal(inside))
