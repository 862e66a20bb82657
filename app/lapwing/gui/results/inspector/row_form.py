"""The row of the current cell as a form: a line for each column, with a filter."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from lapwing.domain.results import Column
from lapwing.domain.values import LongCell, RawText, Row, cell_text
from lapwing.domain.visible import visible_text
from lapwing.gui.results.model import shown_text
from lapwing.gui.theme import Theme, mono_font, ui_font
from lapwing.gui.widgets import SearchField
from lapwing.results.source import RowSource, whole_cell

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 24


class RowModel(QAbstractTableModel):
    """Name and value of each column of one row."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = ()
        self._order: list[int] = []
        self._row: Row = ()
        self._filter = ""
        self._places: list[int] = []

    def show(self, columns: tuple[Column, ...], order: list[int], row: Row) -> None:
        """Show another row; `order` are the columns in the order of the grid."""
        if columns == self._columns and order == self._order and len(row) == len(self._row) and not self._filter:
            self._row = row
            if self._places:
                self.dataChanged.emit(self.index(0, 1), self.index(len(self._places) - 1, 1))
            return
        self.beginResetModel()
        self._columns, self._order, self._row = columns, order, row
        self._find()
        self.endResetModel()

    def filter_by(self, text: str) -> None:
        """Show only columns whose name or value contains a text."""
        self.beginResetModel()
        self._filter = text.casefold()
        self._find()
        self.endResetModel()

    def _find(self) -> None:
        self._places = [
            place
            for place in self._order
            if self._row
            and (
                self._filter in self._columns[place].name.casefold()
                or self._filter in shown_text(self._row[place]).casefold()
            )
        ]

    def column_of(self, row: int) -> int:
        """The column of the result that a line is about."""
        return self._places[row]

    def cell(self, row: int) -> Any:
        return self._row[self._places[row]]

    # Qt's

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self._places[index.row()]
        cell = self._row[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_text(cell) if index.column() else visible_text(self._columns[place].name)
        colors = Theme.current().colors
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == 0:
                return QBrush(colors.dim_text)
            if isinstance(cell, RawText):
                return QBrush(colors.warning)
            return QBrush(colors.faint_text if cell is None else colors.text)
        if role == Qt.ItemDataRole.FontRole and index.column():
            return ui_font(12, italic=True) if cell is None else mono_font(12)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Value") if section else self.tr("Column")
        return None


class RowForm(QWidget):
    """The form and its filter. Qt's thread.

    Signals:
        column_chosen(int): A line was chosen: the cell of this column is to be the current one.
        trouble(str): A sentence for the person.
    """

    column_chosen = Signal(int)
    trouble = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("row_form")
        self._source: RowSource | None = None
        self.model = RowModel()
        self.model.setParent(self)
        self.filter = SearchField(self.tr("Filter columns and values"), self, name="row_form_filter")
        self.filter.textChanged.connect(self.model.filter_by)
        self.table = _FormTable(self)
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 84)
        self.table.activated.connect(lambda index: self.column_chosen.emit(self.model.column_of(index.row())))
        self.table.copy_wanted.connect(self.copy)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self.filter)
        down.addWidget(self.table, 1)

    def show_row(self, source: RowSource | None, order: list[int], row: Row) -> None:
        """Show another row, or none."""
        self._source = source
        self.model.show(source.columns if source is not None else (), order if row else [], row)

    def show_column(self, column: int) -> None:
        """Bring the line of a column into sight."""
        for row in range(self.model.rowCount()):
            if self.model.column_of(row) == column:
                self.table.scrollTo(self.model.index(row, 0))
                return

    def copy(self) -> None:
        """Put the values of the chosen lines on the clipboard: one alone bare, several with their names."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        try:
            values = [(self.model.column_of(row), self._text(self.model.cell(row))) for row in rows]
        except (OSError, ValueError) as error:
            self.trouble.emit(self.tr("The rows cannot be read: {reason}").format(reason=error))
            return
        if len(values) == 1:
            QGuiApplication.clipboard().setText(values[0][1])
        elif values and self._source is not None:
            names = [self._source.columns[column].name for column, _ in values]
            lines = (f"{name}\t{text}" for name, (_, text) in zip(names, values, strict=True))
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _text(self, cell: Any) -> str:
        if isinstance(cell, LongCell) and self._source is not None:
            return cell_text(whole_cell(self._source, cell))
        return cell_text(cell)


class _FormTable(QTableView):
    copy_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("row_form_table")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # values are read as they were sent
        self.setAccessibleName(self.tr("Values of the row"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setProperty("look", "quiet")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
