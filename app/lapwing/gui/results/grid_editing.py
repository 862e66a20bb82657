"""Writing into a cell of the grid: a line over the cell, and the keys that open, close and leave it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from lapwing.domain.values import Cell, LongCell, RawText, ServerDefault, cell_text
from lapwing.gui.results.cell_choices import ChoiceList, Choosing, Offer
from lapwing.gui.results.grid import ResultGrid
from lapwing.gui.results.model import NULL_TEXT
from lapwing.gui.theme import grid_font

_LONG_CHARS: Final = 2_000
"""Longer texts, and those of several lines, are written in the value editor."""
_NO_LEAVING: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_STEPS: Final = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Where the keys go that take what was written: rows and columns."""
_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class _CellLine(QLineEdit):
    """The line in which a cell is written. It lies in the grid's viewport."""

    def __init__(self, grid: ResultGrid) -> None:
        super().__init__(grid.viewport())
        self.setObjectName("cell_editor")
        self.setAccessibleName(self.tr("Value of the cell"))
        self.setFont(grid_font())
        self.setProperty("look", "cell")
        self.hide()


class CellEditing(QObject):
    """Opens a line over the current cell and tells what was written in it. Qt's thread.

    Enter, F2, a double click or a letter open it; Enter, Tab, arrows and a click elsewhere take what was written, Esc
    drops it. Where it is known what a cell may hold, that is offered below the line, and the arrows choose there.

    Signals:
        entered(int, int, str): row, column and the text that a person wrote; only where they wrote something.
        null_wanted(): Ctrl+0 was pressed.
        value_wanted(int, int): The cell is to be shown in the value editor: it was asked for, or does not fit a line.
        refused(str): Why the cell cannot be edited.
        link_wanted(int, int): The link of a cell is to be followed.
    """

    entered = Signal(int, int, str)
    null_wanted = Signal()
    value_wanted = Signal(int, int)
    refused = Signal(str)
    link_wanted = Signal(int, int)

    def __init__(
        self, grid: ResultGrid, cell_of: Callable[[int, int], Cell], why_not: Callable[[int, int], str]
    ) -> None:
        """Edit cells of a grid.

        Args:
            grid: Where.
            cell_of: What a cell holds, by row and column.
            why_not: Why a cell cannot be edited, in a sentence; empty when it can.
        """
        super().__init__(grid)
        self.choosing: Choosing | None = None
        """Who knows what cells may hold."""
        self.choices: ChoiceList | None = None
        """What is offered below the line; made when it is first needed."""
        self._grid = grid
        self._cell_of = cell_of
        self._why_not = why_not
        self._at: tuple[int, int] | None = None
        self._shown = ""
        self.line = _CellLine(grid)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._ask_choices)
        grid.installEventFilter(self)
        grid.viewport().installEventFilter(self)
        for bar in (grid.horizontalScrollBar(), grid.verticalScrollBar()):
            bar.valueChanged.connect(self._follow)
        grid.horizontalHeader().sectionResized.connect(self._follow)

    @property
    def is_open(self) -> bool:
        """Whether a cell is being written."""
        return self._at is not None

    def begin(self, row: int, column: int, typed: str | None = None) -> None:
        """Open the line over a cell; `typed` replaces what is in it."""
        self.take()
        reason = self._why_not(row, column)
        if reason:
            self.refused.emit(reason)
            return
        cell = self._cell_of(row, column)
        text = "" if isinstance(cell, ServerDefault) else cell_text(cell)
        if typed is None and (not _fits_line(cell) or len(text) > _LONG_CHARS):
            self.value_wanted.emit(row, column)
            return
        self._at, self._shown = (row, column), text
        self._open(cell, text if typed is None else typed, is_typed=typed is not None)

    def _open(self, cell: Cell, text: str, *, is_typed: bool) -> None:
        line = self.line
        is_right = self._grid.stands_right(self._current()[1])
        line.setAlignment(Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft)
        line.setPlaceholderText(NULL_TEXT if cell is None else str(cell) if isinstance(cell, ServerDefault) else "")
        line.setText(text)
        line.setModified(is_typed)
        self._follow()
        line.show()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_typed:
            line.deselect()
            line.end(False)
        else:
            line.selectAll()
        self._ask_choices(text if is_typed else "")

    # what the cell may hold

    def _ask_choices(self, text: str) -> None:
        """Ask what the cell may hold; nothing typed: anything."""
        choosing, place = self.choosing, self._at
        if choosing is None or place is None or not choosing.has_choices(place[1]):
            return

        def told(offer: Offer) -> None:
            if self._at == place and isValid(self.line) and self.line.isVisible():
                self._offer(offer, text)

        choosing.ask(place[1], text, told)

    def _offer(self, offer: Offer, typed: str) -> None:
        if self.choices is None:
            self.choices = ChoiceList(self.line)
            self.choices.clicked.connect(self._take_choice)
        corner = self.line.mapTo(self.line.window(), QPoint(0, 0))
        anchor = QRect(corner, self.line.size())
        self.choices.offer(offer, typed or self.line.text(), anchor, is_typed=bool(typed))

    def _take_choice(self, text: str) -> None:
        self.line.setText(text)
        self.line.setModified(True)
        self.take()

    @property
    def _offers(self) -> bool:
        return self.choices is not None and self.choices.isVisible() and bool(self.choices.choices)

    def _current(self) -> tuple[int, int]:
        assert self._at is not None
        return self._at

    def take(self) -> None:
        """Close the line and tell what was written."""
        if self._at is None:
            return
        row, column = self._at
        is_new = self.line.isModified() and (self.line.text() != self._shown or not self._shown)
        text = self.line.text()
        self._close()
        if is_new:
            self.entered.emit(row, column, text)

    def drop(self) -> None:
        """Close the line and forget what was written."""
        if self._at is not None:
            self._close()

    def let_go(self) -> None:
        """The grid goes: what lies over the window goes with it."""
        self.drop()
        if self.choices is not None:
            self.choices.deleteLater()
            self.choices = None

    def _close(self) -> None:
        self._at = None
        if self.choosing is not None:
            self.choosing.stop()
        if self.choices is not None:
            self.choices.hide()
        had_focus = self.line.hasFocus()
        self.line.hide()
        if had_focus:
            self._grid.setFocus()

    def _follow(self) -> None:
        """The cell is somewhere else now, and the line with it."""
        if self._at is not None:
            box = self._grid.visualRect(self._grid.model().index(*self._at))
            self.line.setGeometry(box.adjusted(0, 0, -1, 0))

    def _step(self, rows: int, columns: int) -> None:
        """Make the cell current that lies so far away, past hidden columns; at the edge nothing happens."""
        header = self._grid.horizontalHeader()
        index = self._grid.currentIndex()
        visual = header.visualIndex(index.column()) + columns
        while 0 <= visual < header.count() and header.isSectionHidden(header.logicalIndex(visual)):
            visual += columns
        column = header.logicalIndex(visual)
        found = self._grid.model().index(index.row() + rows, column) if column >= 0 else QModelIndex()
        if found.isValid():
            self._grid.setCurrentIndex(found)

    # Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            return self._on_line(event)
        if watched is self._grid:
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._press(event)
        return isinstance(event, QMouseEvent) and self._mouse(event)

    def _on_line(self, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _NO_LEAVING:
                self.take()
            return False
        if not isinstance(event, QKeyEvent):
            return False
        key, held = Qt.Key(event.key()), event.modifiers() & _HELD
        is_ours = (not held and (key in _STEPS or key == Qt.Key.Key_Escape)) or _is_null_key(event)
        if event.type() == QEvent.Type.ShortcutOverride and is_ours:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not is_ours:
            return False
        self._line_key(event)
        return True

    def _line_key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if _is_null_key(event):
            self.drop()
            self.null_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.drop()
        elif self.choices is not None and self._offers and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.choices.step(_STEPS[key][0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            row, column = self._current()
            self.take()
            self.value_wanted.emit(row, column)
        else:
            self._take_current_choice()
            self.take()
            self._step(*_STEPS[key])

    def _take_current_choice(self) -> None:
        """What is chosen in the list takes the place of what was typed; where nothing was chosen nothing changes."""
        chosen = self.choices.meant if self.choices is not None and self._offers else None
        if chosen is not None and chosen.text != self.line.text():
            self.line.setText(chosen.text)
            self.line.setModified(True)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether a key in the grid opened something."""
        index = self._grid.currentIndex()
        if not index.isValid():
            return False
        row, column, key = index.row(), index.column(), Qt.Key(event.key())
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if _is_null_key(event):
            self.null_wanted.emit()
        elif event.modifiers() & _HELD:
            return False
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.value_wanted.emit(row, column)
        elif is_enter or key == Qt.Key.Key_F2:
            self.begin(row, column)
        elif event.text() and event.text().isprintable():
            self.begin(row, column, event.text())
        else:
            return False
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        index = self._grid.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton):
            return False
        row, column = index.row(), index.column()
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.begin(row, column)
            return True
        is_hot = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and self._grid.is_link(row, column)
        if event.type() == QEvent.Type.MouseMove:
            self._grid.show_hot((row, column) if is_hot else None)
        if event.type() == QEvent.Type.MouseButtonPress and is_hot:
            self._grid.setCurrentIndex(index)
            self.link_wanted.emit(row, column)
            return True
        return False


def _fits_line(cell: Cell) -> bool:
    """Whether a cell can be written in one line as it is."""
    if isinstance(cell, LongCell | RawText):
        return False
    return not isinstance(cell, str) or not any(char in cell for char in "\n\r\0\u2028\u2029")


def _is_null_key(event: QKeyEvent) -> bool:
    """Ctrl+0, on the keypad too."""
    held = event.modifiers() & _HELD
    return Qt.Key(event.key()) == Qt.Key.Key_0 and held == Qt.KeyboardModifier.ControlModifier
