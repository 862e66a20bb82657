"""The list of entries."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from lapwing.domain.history import HistoryEntry
from lapwing.gui.history.history_model import HistoryColumn, HistoryModel
from lapwing.gui.history.statement_delegate import StatementDelegate
from lapwing.gui.widgets.end_in_sight import EndInSight

_WIDTHS: Final = {
    HistoryColumn.TIME: 150,
    HistoryColumn.CONNECTION: 190,
    HistoryColumn.ROWS: 80,
    HistoryColumn.DURATION: 112,
}


class HistoryList(QTreeView):
    """Qt's thread.

    Attributes:
        end: Tells when more is to be read.

    Signals:
        chosen(): another entry is the current one, or more are selected.
        open_wanted(), run_wanted(), delete_wanted(): Enter; Ctrl+Enter; Delete.
        menu_wanted(QPoint): the context menu, at that place of the screen.
    """

    chosen = Signal()
    open_wanted = Signal()
    run_wanted = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_list")
        self.setProperty("look", "rows")
        self.setAccessibleName(self.tr("History"))
        self._model = model
        self.setModel(model)
        self.end = EndInSight(self)
        self.setItemDelegateForColumn(HistoryColumn.STATEMENT, StatementDelegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.doubleClicked.connect(lambda _index: self.open_wanted.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(HistoryColumn.STATEMENT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    def selected(self) -> list[HistoryEntry]:
        """The selected entries in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return self._model.entries(rows)

    def current(self) -> HistoryEntry | None:
        index = self.currentIndex()
        return self._model.entry(index.row()) if index.isValid() else None

    def select_entry(self, entry_id: int, *others: int) -> None:
        """Make it the current one, or the first one when it is not there, and select others beside it."""
        if not self._model.rowCount():
            return
        flags, chosen = QItemSelectionModel.SelectionFlag, self.selectionModel()
        current = self._model.index(max(0, self._model.row_of(entry_id)), 0)
        chosen.setCurrentIndex(current, flags.ClearAndSelect | flags.Rows)
        for row in map(self._model.row_of, others):
            if row >= 0:
                chosen.select(self._model.index(row, 0), flags.Select | flags.Rows)
        self.scrollTo(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.run_wanted.emit()
            else:
                self.open_wanted.emit()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit()
            event.accept()
            return
        super().keyPressEvent(event)
