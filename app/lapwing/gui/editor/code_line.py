"""The editor as a field of one line: colours, completion and underlined errors, without numbers and scroll bars."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from lapwing.gui.editor.code_view import CodeView

_HEIGHT_PX: Final = 26
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeLine(CodeView):
    """One line of SQL. Line ends that are pasted become spaces. Qt's thread.

    Signals:
        entered(): Enter was pressed.
        left(): Esc was pressed while no list was open.
        focus_moved(bool): It has the focus now, or has it no longer.
    """

    entered = Signal()
    left = Signal()
    focus_moved = Signal(bool)

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent, name=name)
        self.setProperty("look", "line")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_HEIGHT_PX)
        self.setTabChangesFocus(True)

    def setExtraSelections(self, selections: Sequence[QTextEdit.ExtraSelection]) -> None:
        """The caret's line is not shaded: there is only one."""
        wide = QTextFormat.Property.FullWidthSelection
        super().setExtraSelections([one for one in selections if not one.format.hasProperty(wide)])

    def _place_gutter(self) -> None:
        self._gutter.hide()
        if self.viewportMargins().top():
            self.setViewportMargins(0, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTERS:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_text(" ".join(source.text().splitlines()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)
