"""A section of an object's properties as a table: plain text, sortable, to be copied, rows that lead further."""

import re
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from lapwing.domain.catalog import PropertySection
from lapwing.domain.visible import visible_text
from lapwing.gui.shell.properties_words import truth_shown, word_shown
from lapwing.gui.widgets import plain_tool_tip

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX: Final = 24
_WIDEST_PX: Final = 420
_NUMBERS: Final = re.compile(r"(\d+)")

_OF_TRUTHS: Final = frozenset({"not null", "unique", "partial", "may pass on"})
"""Headings of columns that say yes or no."""
_WRITTEN_BY_PEOPLE: Final = frozenset({"name", "comment", "default"})
"""Facts whose value may be these words without meaning them."""


class SectionModel(QAbstractTableModel):
    """The rows of a section as Qt sees them."""

    def __init__(self, section: PropertySection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.section = section

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # as in Qt
        return 0 if parent.isValid() else len(self.section.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.section.headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return visible_text(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(cell)
        return _natural(cell) if role == Qt.ItemDataRole.UserRole else None

    def cell(self, row: int, column: int) -> str:
        """A cell as it is shown, but for what is invisible: names of facts and truths in the person's language."""
        cells = self.section.rows[row]
        match self.section.headings[column]:
            case "fact":
                return word_shown(cells[column])
            case heading if heading in _OF_TRUTHS or (heading == "value" and cells[0] not in _WRITTEN_BY_PEOPLE):
                return truth_shown(cells[column])
        return cells[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return word_shown(self.section.headings[section])
        return super().headerData(section, orientation, role)


class _Sorted(QSortFilterProxyModel):
    """Sorts numbers in texts by their size; without a choice the rows stand as they came."""

    def lessThan(self, left: _Index, right: _Index) -> bool:
        role = Qt.ItemDataRole.UserRole
        return bool(self.sourceModel().data(left, role) < self.sourceModel().data(right, role))


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts `a9` before `a10`."""
    parts = _NUMBERS.split(text.casefold())
    return tuple((0, int(part), "") if number % 2 else (1, 0, part) for number, part in enumerate(parts) if part)


class SectionTable(QTableView):
    """One section. Qt's thread.

    Signals:
        opened(tuple): Enter or a double click on a row; its cells.
        chosen(): Another selection.
    """

    opened = Signal(object)
    chosen = Signal()

    def __init__(self, section: PropertySection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"section_{section.id.replace(' ', '_')}")
        self.setAccessibleName(word_shown(section.id))
        self.section = section
        self._sorted = _Sorted(self)
        self._model = SectionModel(section, self)
        self._sorted.setSourceModel(self._model)
        self.setModel(self._sorted)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("look", "facts")
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self._set_up_header(self.horizontalHeader())
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def _set_up_header(self, header: QHeaderView) -> None:
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.resizeColumnsToContents()
        for column in range(header.count() - 1):
            header.resizeSection(column, min(header.sectionSize(column) + 12, _WIDEST_PX))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def cells(self, row: int) -> tuple[str, ...]:
        """The cells of a row as it is seen, as the server says them."""
        return self.section.rows[self._row(row)]

    def _row(self, row: int) -> int:
        """Where a row stands in the section that is seen at this place."""
        return self._sorted.mapToSource(self._sorted.index(row, 0)).row()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, with tabs and line ends between."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        held = {(index.row(), index.column()) for index in chosen}
        lines = [
            "\t".join(self._model.cell(self._row(row), column) if (row, column) in held else "" for column in columns)
            for row in rows
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.cells(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)
