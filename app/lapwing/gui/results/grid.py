"""The grid: a `QTableView` that paints the visible block in one go.

Asking a Python model cell by cell costs 26 to 50 ms a repaint of 50 x 12 cells, this 4 ms; so painting reads whole rows
from the model's source and draws them itself. Selection, keyboard, scrolling and accessibility stay Qt's.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from lapwing.domain.results import CellBand
from lapwing.domain.values import Row
from lapwing.gui.results.cell_painter import PAD_PX, ROW_PX, Block, CellPainter
from lapwing.gui.results.columns import ColumnArrangement
from lapwing.gui.results.headers import ColumnHeader
from lapwing.gui.results.model import ResultModel
from lapwing.gui.results.row_header import RowHeader
from lapwing.gui.results.row_marks import Marks
from lapwing.gui.results.selection import Span, bands_of
from lapwing.gui.theme import Theme

if TYPE_CHECKING:
    from lapwing.gui.results.cell_formats import CellFormats

__all__ = ["PAD_PX", "ROW_PX", "ResultGrid"]
_SAMPLED_ROWS: Final = 40
_Index = QModelIndex | QPersistentModelIndex
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ResultGrid(QTableView):
    """Shows a `ResultModel`.

    Keys beside Qt's own: Shift+Space selects the rows of the selection, Ctrl+Space its columns.

    Attributes:
        columns: How the columns stand.

    Signals:
        sort_wanted(int): A column's header was clicked.
        sort_key_wanted(int): The same with Shift: as one more key.
        bottom_reached(): The last row came into sight.
        selection_changed(): Other cells are selected, or another one is current.
        value_wanted(): The current cell's value is to be looked at (Shift+Enter).
        menu_wanted(QPoint): The context menu of the cells, at a place of the screen.
        column_menu_wanted(int, QPoint): The context menu of a column.
    """

    sort_wanted = Signal(int)
    sort_key_wanted = Signal(int)
    bottom_reached = Signal()
    selection_changed = Signal()
    value_wanted = Signal()
    menu_wanted = Signal(object)
    column_menu_wanted = Signal(int, object)

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_grid")
        self.setAccessibleName(self.tr("Result rows"))
        self._model = model
        self._painter = CellPainter()
        self._columns_header = ColumnHeader(self)
        self._rows_header = RowHeader(ROW_PX, self)
        self.setHorizontalHeader(self._columns_header)
        self.setVerticalHeader(self._rows_header)
        self.columns = ColumnArrangement(self._columns_header, self._painter)
        self.setModel(model)
        self._set_behaviour()
        self._connect()

    def _connect(self) -> None:
        header = self._columns_header
        self._model.rowsInserted.connect(lambda _parent, _first, last: self._rows_header.fit(last + 1))
        self._rows_header.show_chosen(self.spans)
        header.title_clicked.connect(self._title_clicked)
        header.column_chosen.connect(self._choose_column)
        header.menu_wanted.connect(self.column_menu_wanted)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        self.verticalScrollBar().valueChanged.connect(self._note_bottom)
        Theme.current().changed.connect(self._restyle)

    def _set_behaviour(self) -> None:
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _restyle(self) -> None:
        self._painter.restyle()
        self.viewport().update()

    # columns

    def fit_columns(self) -> None:
        """Set alignment and width of every column by its name, its type and rows from all over the result.

        A width that a person chose stays.
        """
        columns = self._model.columns
        rows = self._sample(_SAMPLED_ROWS if len(columns) <= 100 else 8)
        self._columns_header.set_alignment(self._painter.align(columns, rows))
        self.columns.fit(rows)

    def _sample(self, count: int) -> list[Row]:
        """Rows of the beginning, the middle and the end."""
        total = self._model.rowCount()
        places = (0, total // 2, total - count) if total > 3 * count else (0,)
        return [row for place in places for row in self._model.read(place, count)]

    def fit_to_content(self, columns: list[int]) -> None:
        """Make columns as wide as what is seen of them now needs."""
        self.columns.fit_to(columns, self._seen_rows())

    def _seen_rows(self) -> list[Row]:
        first = self.verticalOffset() // ROW_PX
        return self._model.read(first, self.viewport().height() // ROW_PX + 2)

    def sizeHintForColumn(self, column: int) -> int:
        """What Qt makes a column as wide as when its edge is double-clicked."""
        return self.columns.wanted_width(self._seen_rows(), column)

    def freeze(self, count: int) -> None:
        """Keep the first so many visible columns in sight."""
        self.columns.freeze(count)
        self.viewport().update()

    def set_sorted(self, column: int | None, *, descending: bool = False) -> None:
        """Show which column the rows are ordered by."""
        self._columns_header.set_sorted(column, descending)

    def set_order(self, order: Sequence[tuple[int, bool]]) -> None:
        """Show which columns the rows are ordered by, the first key first, and whether each goes down."""
        self._columns_header.set_order(order)

    def _title_clicked(self, column: int, adds: bool) -> None:
        (self.sort_key_wanted if adds else self.sort_wanted).emit(column)

    def mark_found(self, text: str, *, match_case: bool) -> None:
        """Mark cells that show `text`; the empty text marks nothing."""
        self._painter.find(text, match_case=match_case)
        self.viewport().update()

    def show_marks(self, marks: Marks | None, links: Collection[int] = ()) -> None:
        """Show what is to become of rows, as `marks` tells, and that the cells of some columns lead to other rows."""
        self._painter.marks.marks, self._painter.marks.links = marks, frozenset(links)
        self._rows_header.show_marks(marks)
        self.viewport().update()

    def is_link(self, row: int, column: int) -> bool:
        """Whether a cell leads to another row."""
        return column in self._painter.marks.links and self._model.cell(row, column) is not None

    def stands_right(self, column: int) -> bool:
        """Whether the texts of a column stand at its right edge."""
        return self._painter.stands_right(column)

    def show_formats(self, formats: "CellFormats") -> None:
        """Let plugins' formatters say what some columns are shown as."""
        self.columns.follow(formats, self._seen_rows)
        formats.changed.connect(self.viewport().update)

    def show_hot(self, cell: tuple[int, int] | None) -> None:
        """Show that a click would follow the link of this cell (row, column), or of none."""
        if cell != self._painter.marks.hot:
            self._painter.marks.hot = cell
            self.viewport().update()

    # selection

    def spans(self) -> list[Span]:
        """The rectangles that are selected."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.size())]
        return [Span(chosen.top(), chosen.bottom(), chosen.left(), chosen.right()) for chosen in ranges]

    def bands(self) -> tuple[CellBand, ...]:
        """Exactly the cells that are selected and can be seen when scrolled to."""
        return bands_of(self.spans(), self.columns.visible())

    def selected_cells(self) -> tuple[list[tuple[int, int]], list[int]]:
        """The selection as ranges of rows (first, last), ascending and merged, and its columns as they stand."""
        merged: list[tuple[int, int]] = []
        columns: set[int] = set()
        for band in self.bands():
            columns.update(band.columns)
            if merged and band.first <= merged[-1][1] + 1:
                merged[-1] = (merged[-1][0], band.last)
            else:
                merged.append((band.first, band.last))
        return merged, sorted(columns, key=self._columns_header.visualIndex)

    def _choose_column(self, column: int, extends: bool) -> None:
        """Add a column to the selection, or take it out; or select all columns up to it."""
        current, flags = self.currentIndex(), QItemSelectionModel.SelectionFlag
        if extends and current.isValid():
            header = self._columns_header
            first, last = sorted((header.visualIndex(current.column()), header.visualIndex(column)))
            self.select_columns([header.logicalIndex(place) for place in range(first, last + 1)])
            return
        self.selectionModel().select(self._whole_columns([column]), flags.Toggle)
        self.selectionModel().setCurrentIndex(self._model.index(max(0, self.rowAt(0)), column), flags.NoUpdate)

    def select_columns(self, columns: Sequence[int]) -> None:
        """Select nothing but these columns, from the first row to the last."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self._whole_columns(columns), flags.ClearAndSelect)
        if columns and self.currentIndex().column() not in columns:
            row = max(0, self.currentIndex().row(), self.rowAt(0))
            self.selectionModel().setCurrentIndex(self._model.index(row, columns[0]), flags.NoUpdate)

    def _whole_columns(self, columns: Sequence[int]) -> QItemSelection:
        chosen = QItemSelection()
        last = self._model.rowCount() - 1
        for column in columns:
            chosen.select(self._model.index(0, column), self._model.index(last, column))
        return chosen

    def _select_whole_rows(self) -> None:
        chosen = QItemSelection()
        for span in self.spans() or self._current_span():
            chosen.select(self._model.index(span.top, 0), self._model.index(span.bottom, self._model.columnCount() - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _current_span(self) -> list[Span]:
        index = self.currentIndex()
        return [Span(index.row(), index.row(), index.column(), index.column())] if index.isValid() else []

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Choose this cell and no other. Qt's own would add to what is chosen while somebody holds Ctrl."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_row(self, row: int, column: int = 0) -> None:
        """Make a cell current and bring it into the middle."""
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    # painting

    def _paint(self, painter: QPainter, area: QRect) -> None:
        painter.fillRect(area, Theme.current().colors.editor)
        offset = self.verticalOffset()
        first = max(0, (area.top() + offset) // ROW_PX)
        rows = self._model.read(first, (area.bottom() + offset) // ROW_PX - first + 1)
        if not rows:
            return
        block = Block(rows, first, first * ROW_PX - offset, self.spans())
        scrolled, frozen = self._columns_header.placed(area.left(), area.right())
        self._painter.paint(painter, block, scrolled)
        if frozen:
            self._painter.paint(painter, block, frozen)
            edge = self._columns_header.frozen_edge()
            painter.setPen(Theme.current().colors.faint_text)
            painter.drawLine(edge, area.top(), edge, min(area.bottom(), block.bottom - 1))
        self._paint_current(painter)

    def _paint_current(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if not index.isValid() or not self.hasFocus():
            return
        width = self._columns_header.frozen_px
        if width and index.column() not in self._columns_header.frozen_columns():
            left = 0 if self.isRightToLeft() else width
            painter.setClipRect(left, 0, self.viewport().width() - width, self.viewport().height())
        painter.setPen(QPen(Theme.current().colors.accent_text, 1))
        painter.drawRect(self.visualRect(index).adjusted(0, 0, -2, -1))

    # what Qt asks

    def visualRect(self, index: _Index) -> QRect:
        rect = super().visualRect(index)
        if self._columns_header.frozen and index.isValid():
            rect.moveLeft(self._columns_header.left_of(index.column()))
        return rect

    def indexAt(self, place: QPoint) -> QModelIndex:
        if not self._columns_header.frozen:
            return super().indexAt(place)
        row, column = self.rowAt(place.y()), self._columns_header.column_at(place.x())
        return self._model.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """What is to be painted anew when a selection changes: all, as everything is painted in one go."""
        return QRegion(self.viewport().rect())

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        frozen = self._columns_header.frozen_columns()
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not frozen or not index.isValid():
            return
        if index.column() in frozen:
            bar.setValue(before)
            return
        hidden = self._columns_header.frozen_px - self.columnViewportPosition(index.column())
        if hidden > 0 and not self.isRightToLeft():
            bar.setValue(bar.value() - hidden)

    def _scrolled(self) -> None:
        """What is frozen does not move with the rest."""
        if self._columns_header.frozen:
            self.viewport().update()
            self._columns_header.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._rows_header.viewport().update()
        last = self._model.rowCount() - 1
        whole = [span for span in self.spans() if last > 0 and span.top == 0 and span.bottom == last]
        self._columns_header.show_chosen(
            frozenset(column for span in whole for column in range(span.left, span.right + 1))
        )
        self.selection_changed.emit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.selection_changed.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_own(event):
            super().keyPressEvent(event)
        elif event.key() != Qt.Key.Key_Space:
            self.value_wanted.emit()
        elif event.modifiers() == _SHIFT:
            self._select_whole_rows()
        else:
            spans = self.spans() or self._current_span()
            self.select_columns(sorted({column for span in spans for column in range(span.left, span.right + 1)}))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A click of the right button chooses the cell under it, unless that is selected."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        elif self.currentIndex().isValid():
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(place)

    def doItemsLayout(self) -> None:
        """Lay out without a repaint where the visible rows were there before: Qt would repaint for every news."""
        bottom = self.rowAt(self.viewport().height() - 1)
        if bottom < 0 or bottom >= self._model.rowCount() - 1:
            super().doItemsLayout()
            return
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, True)
        try:
            super().doItemsLayout()
        finally:
            viewport.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a time behind a date stays there in any language
        self._paint(painter, event.rect())
        painter.end()

    def _note_bottom(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum():
            self.bottom_reached.emit()


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key means something here: Shift+Space, Ctrl+Space, Shift+Enter."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Space:
        return held in {_SHIFT, _CTRL}
    return event.key() in _ENTER and held == _SHIFT
