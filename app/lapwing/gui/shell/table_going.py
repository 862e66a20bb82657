"""Going to a row of a table tab by its number, however far behind the loaded ones it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from lapwing.gui.table.data import MOST_ROWS
from lapwing.gui.widgets import Level
from lapwing.gui.widgets.counts import grouped

if TYPE_CHECKING:
    from lapwing.gui.shell.table_tab import TableTab


class TableGoing(QObject):
    """Of one tab. Qt's thread."""

    def __init__(self, tab: "TableTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def ask(self) -> None:
        """Ask which row, and go there."""
        dialog = QInputDialog(self._tab.window())
        dialog.setObjectName("table_go_to_row")
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setWindowTitle(self.tr("Go to row"))
        dialog.setLabelText(self.tr("Number of the row, as the rows are ordered now:"))
        dialog.setIntRange(1, MOST_ROWS)
        dialog.setIntValue(self._tab.editing.rows.grid.currentIndex().row() + 1)
        dialog.intValueSelected.connect(lambda number: self._tab.start(self.go_to(number)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def go_to(self, number: int) -> None:
        """Make the row of this number, from 1 on, the current one, reading up to it; the last one where there are
        fewer."""
        rows = self._tab.editing.rows
        if number > rows.model.rowCount():
            await self._tab.reading.read_up_to(number)
        count = rows.model.rowCount()
        if not count:
            return
        rows.grid.show_row(min(number, count) - 1, max(0, rows.grid.currentIndex().column()))
        rows.grid.setFocus()
        if number > count:
            text = self.tr("{count} is the last row that is there.")
            self._tab.say(Level.INFO, text.replace("{count}", grouped(count)), passing=True)
