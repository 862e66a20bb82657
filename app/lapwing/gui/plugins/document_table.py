"""A table of a plugin's document: any number of rows, of which only those in sight are read. All of it plain text."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import plain_tool_tip

_TOP: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_ROW_PX: Final = 24
_WIDEST_PX: Final = 420
_NARROWEST_PX: Final = 60
_SAMPLED: Final = 200
_SHOWN_CHARS: Final = 400
_MOST_COLUMNS: Final = 300
_ROWS_SEEN: Final = 12
_MOST_COPIED: Final = 1_000_000
"""Cells that are copied at once."""
_NULL: Final = "NULL"

Rows = Sequence[tuple[str | None, ...]]


class DocumentRows(QAbstractTableModel):
    """The cells as Qt sees them. A row that is too short is filled up with NULL, what is too long is cut."""

    def __init__(self, columns: Sequence[str], rows: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns[:_MOST_COLUMNS])
        self.rows = rows
        self._right = [_holds_numbers(rows, column) for column in range(len(self.columns))]

    def cell(self, row: int, column: int) -> str | None:
        """What is in a cell; None: NULL."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return visible_text(self.columns[section][:_SHOWN_CHARS])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self.columns[section])
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._right[column] else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _NULL if cell is None else visible_text(cell[:_SHOWN_CHARS])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(cell or "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if cell is None and role == Qt.ItemDataRole.ForegroundRole:
            return Theme.current().colors.faint_text
        if cell is None and role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setItalic(True)
            return font
        return None


def _holds_numbers(rows: Rows, column: int) -> bool:
    """Whether the first cells of a column are numbers."""
    seen = [cells[column] for cells in rows[:_SAMPLED] if column < len(cells)]
    told = [cell for cell in seen if cell]
    return bool(told) and all(_is_number(cell) for cell in told)


def _is_number(text: str) -> bool:
    if len(text) > 40 or not (text[0].isdigit() or text[0] in "+-."):
        return False
    try:
        float(text)
    except ValueError:
        return False
    return True


class DocumentTable(QTableView):
    """Shows them; what is selected can be copied. Qt's thread."""

    def __init__(self, columns: Sequence[str], rows: Rows, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("document_table")
        self.setAccessibleName(visible_text(label) or self.tr("Table"))
        self.cells = DocumentRows(columns, rows, self)
        self.setModel(self.cells)
        self.setProperty("look", "facts")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_SAMPLED)
        self.resizeColumnsToContents()
        for column in range(header.count()):
            width = min(max(header.sectionSize(column) + 14, _NARROWEST_PX), _WIDEST_PX)
            header.resizeSection(column, width)
        header.setStretchLastSection(True)

    def height_for(self, rows: int) -> int:
        """Pixels that so many rows need, with header and scroll bar."""
        return self.horizontalHeader().sizeHint().height() + max(rows, 1) * _ROW_PX + 2

    def sizeHint(self) -> QSize:
        return QSize(400, self.height_for(min(len(self.cells.rows), _ROWS_SEEN)))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, whole, with tabs and line ends between; NULL as nothing."""
        lines: list[str] = []
        taken = 0
        selection = self.selectionModel().selection()
        for span in (selection.at(place) for place in range(selection.size())):
            for row in range(span.top(), span.bottom() + 1):
                taken += span.width()
                if taken > _MOST_COPIED:
                    break
                cells = (self.cells.cell(row, column) for column in range(span.left(), span.right() + 1))
                lines.append("\t".join(_pasted(cell) for cell in cells))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


def _pasted(cell: str | None) -> str:
    """A cell as tables of other programs take it."""
    if cell is None:
        return ""
    return '"' + cell.replace('"', '""') + '"' if any(char in cell for char in '\t\n\r"') else cell
