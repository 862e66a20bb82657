"""A table of rows that are whatever they are, with columns that say how each is shown."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.theme import Theme, icon
from lapwing.gui.widgets.plain_text import plain_tool_tip

_TOP: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_HEIGHT_PX: Final = 28
_PAD_PX: Final = 12
"""Left and right of the words of a cell, so that they stand below their heading (the style sheet's `rows`)."""
_GAP: Final = "\u2002"


@dataclass(frozen=True, slots=True)
class Column:
    """How a column shows a row.

    Attributes:
        width: In pixels; 0: what is left.
        drawing: An icon and its colour before the text.
        spoken: What a screen reader says in place of the text; None: the text.
        checked: Whether it is ticked; the column then has a box.
        color: A token for the text; empty: as usual.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 0
    drawing: Callable[[Any], tuple[str, str] | None] | None = None
    spoken: Callable[[Any], str] | None = None
    checked: Callable[[Any], bool] | None = None
    color: Callable[[Any], str] | None = None
    tip: Callable[[Any], str] | None = None
    is_right: bool = False


class RowsModel(QAbstractTableModel):
    """Qt's thread.

    Signals:
        ticked(object, bool): a person wants the box of a row to be on or off.
    """

    ticked = Signal(object, bool)

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], Hashable], parent: QObject) -> None:
        """`key` tells rows apart when they are shown anew."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self.rows: list[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        """Show these. Where they are the same ones as before, in the same order, only what they say changes."""
        rows = list(rows)
        if [self._key(row) for row in rows] == [self._key(row) for row in self.rows]:
            changed = rows != self.rows
            self.rows = rows
            if rows and changed:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def refresh(self) -> None:
        """Times that run say something else now."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def place_of(self, row: Any) -> int:
        """The place of a row with the same key; -1: there is none."""
        wanted = self._key(row)
        return next((place for place, each in enumerate(self.rows) if self._key(each) == wanted), -1)

    # Qt's model

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        has_box = index.isValid() and self.columns[index.column()].checked is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if has_box else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.columns[index.column()].checked is None:
            return False
        self.ticked.emit(self.rows[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.text)(row)
        if role == Qt.ItemDataRole.DecorationRole and column.drawing is not None:
            drawing = column.drawing(row)
            return icon(*drawing) if drawing else None
        if role == Qt.ItemDataRole.CheckStateRole and column.checked is not None:
            return Qt.CheckState.Checked if column.checked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and column.color is not None:
            name = column.color(row)
            return getattr(Theme.current().colors, name) if name else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip((column.tip or column.text)(row))
        return None


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class _Tall(QStyledItemDelegate):
    """Rows with room to breathe, also behind what stands at the right."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight and option.text:
            option.text += _GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _HEIGHT_PX)


class RowsList(QTreeView):
    """Qt's thread.

    Signals:
        chosen(): other rows are selected.
        opened(object): Enter or a double click on a row.
        delete_wanted(): Delete.
        menu_wanted(QPoint): the context menu, at that place of the screen.
    """

    chosen = Signal()
    opened = Signal(object)
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: RowsModel, label: str, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "rows")
        self.setAccessibleName(label)
        self.setModel(model)
        self._model = model
        self.setItemDelegate(_Tall(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.rows[index.row()]))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for place, column in enumerate(model.columns):
            if column.width:
                header.resizeSection(place, column.width + _PAD_PX)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these; what was selected stays so, where it is still there."""
        before = self.selected()
        self._model.show(rows)
        if self.selectionModel().hasSelection() or not rows:
            return
        flags = QItemSelectionModel.SelectionFlag
        places = [place for place in (self._model.place_of(row) for row in before) if place >= 0] or [0]
        for place in places:
            index = self._model.index(place, 0)
            self.selectionModel().select(index, flags.Select | flags.Rows)
        self.selectionModel().setCurrentIndex(self._model.index(places[0], 0), flags.NoUpdate)

    def selected(self) -> list[Any]:
        """The selected rows in their order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.rows[place] for place in places if place < len(self._model.rows)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current.isValid():
            self.opened.emit(self._model.rows[current.row()])
            event.accept()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Space and current.isValid():
            self._tick(current.row())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _tick(self, place: int) -> None:
        row = self._model.rows[place]
        for column in self._model.columns:
            if column.checked is not None:
                self._model.ticked.emit(row, not column.checked(row))
