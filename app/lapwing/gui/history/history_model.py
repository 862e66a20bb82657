"""The entries that are shown, page after page."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lapwing.domain.history import HistoryEntry, HistoryPage
from lapwing.gui.history import history_texts as texts
from lapwing.gui.theme import icon
from lapwing.gui.widgets import plain_tool_tip
from lapwing.gui.widgets.moments import exact_text

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_TOP: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class HistoryColumn(IntEnum):
    """In their order."""

    TIME = 0
    CONNECTION = 1
    STATEMENT = 2
    ROWS = 3
    DURATION = 4


_RIGHT: Final = frozenset({HistoryColumn.ROWS, HistoryColumn.DURATION})


class HistoryModel(QAbstractTableModel):
    """A table whose rows are entries. Qt's thread."""

    def __init__(self, color_of: Callable[[str], str], parent: QObject | None = None) -> None:
        """`color_of` tells the token of a saved connection's dot, by its id."""
        super().__init__(parent)
        self._color_of = color_of
        self._entries: list[HistoryEntry] = []
        self.next = ""
        """Where the next page begins; empty when there is none."""

    def show(self, page: HistoryPage) -> None:
        """Show this page and nothing else."""
        self.beginResetModel()
        self._entries, self.next = list(page.entries), page.next
        self.endResetModel()

    def add(self, page: HistoryPage) -> None:
        """Show this page behind what is there."""
        if page.entries:
            at = len(self._entries)
            self.beginInsertRows(QModelIndex(), at, at + len(page.entries) - 1)
            self._entries += page.entries
            self.endInsertRows()
        self.next = page.next

    def entry(self, row: int) -> HistoryEntry:
        return self._entries[row]

    def row_of(self, entry_id: int) -> int:
        """The row of an entry; -1 when it is not shown."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), -1)

    def entries(self, rows: Sequence[int]) -> list[HistoryEntry]:
        return [self._entries[row] for row in rows]

    def repaint_places(self) -> None:
        """The colours of connections are others."""
        if self._entries:
            last = len(self._entries) - 1
            column = HistoryColumn.CONNECTION
            self.dataChanged.emit(self.index(0, column), self.index(last, column))

    # Qt's model

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(HistoryColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (
            self.tr("Time"),
            self.tr("Connection"),
            self.tr("Statement"),
            self.tr("Rows"),
            self.tr("Duration"),
        )
        return titles[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        column = HistoryColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole:
            return self._drawing(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = entry.error if entry.error and column is HistoryColumn.TIME else texts.facts_text(entry)
            return plain_tool_tip(words)
        return None

    @staticmethod
    def _text(entry: HistoryEntry, column: HistoryColumn) -> str:
        if column is HistoryColumn.TIME:
            return exact_text(entry.started)
        if column is HistoryColumn.CONNECTION:
            return texts.short_place_text(entry)
        if column is HistoryColumn.STATEMENT:
            return texts.first_line(entry.sql)
        return texts.rows_text(entry) if column is HistoryColumn.ROWS else texts.duration_text(entry.elapsed_s)

    def _spoken(self, entry: HistoryEntry, column: HistoryColumn) -> str:
        """What a screen reader says: the drawings in words, too."""
        text = self._text(entry, column)
        if column is HistoryColumn.TIME:
            pinned = self.tr("pinned") if entry.pinned else ""
            return ", ".join(part for part in (text, texts.state_text(entry.state), pinned) if part)
        return text

    def _drawing(self, entry: HistoryEntry, column: HistoryColumn) -> Any:
        if column is HistoryColumn.TIME:
            return icon(*texts.STATE_ICONS[entry.state])
        if column is HistoryColumn.CONNECTION:
            return icon("filled-dot", self._color_of(entry.connection_id))
        if column is HistoryColumn.STATEMENT and entry.pinned:
            return icon("pin", "accent_text")
        return None
