"""The small input in which one says which line to go to."""

import re
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.counts import grouped
from lapwing.gui.widgets.floating import SHADOW_PX, Floating

_SIZE: Final = QSize(300, 62)
_INSET_PX: Final = 8
_PLACE: Final = re.compile(r"\s*([+-]?)(\d*)\s*(?:[:,]\s*(\d+))?\s*")


def parsed_place(text: str, line: int, last: int) -> tuple[int, int] | None:
    """What `12`, `12:5`, `:5`, `+10` or `-3` means: line and column from 1; None for what means nothing.

    Args:
        text: What was typed.
        line: The caret's line.
        last: The last line; what lies beyond means it.
    """
    found = _PLACE.fullmatch(text)
    if found is None or not (found[2] or found[3]) or (found[1] and not found[2]):
        return None
    number = int(found[2][:12]) if found[2] else line
    if found[1]:
        number = line + number if found[1] == "+" else line - number
    return max(1, min(number, last)), max(1, int((found[3] or "1")[:12]))


class GoToLine(Floating):
    """Lies over the top of an editor until a line is chosen or the focus goes elsewhere. Qt's thread."""

    def __init__(self, view: CodeView) -> None:
        super().__init__(view.window(), name="go_to_line")
        self._view = view
        self._field = QLineEdit(self)
        self._field.setObjectName("go_to_line.field")
        self._field.setAccessibleName(self.tr("Go to line"))
        self._field.setPlaceholderText(self.tr("Line, line:column, +10 or -10"))
        self._hint = PlainLabel("", self, look="dim")
        self._hint.setObjectName("go_to_line.hint")
        self._field.textEdited.connect(lambda _text: self._show_hint())
        self._field.returnPressed.connect(self._go)
        self._field.installEventFilter(self)
        down = QVBoxLayout(self)
        edge = SHADOW_PX + _INSET_PX
        down.setContentsMargins(edge, edge, edge, edge)
        down.setSpacing(4)
        down.addWidget(self._field)
        down.addWidget(self._hint)

    def open(self) -> None:
        """Show it with the keyboard in it."""
        self.move_to_window_of(self._view)
        self._field.setText("")
        self._show_hint()
        view = self._view.viewport()
        corner = view.mapTo(self._view.window(), QPoint((view.width() - _SIZE.width()) // 2, 0))
        self.place(QRect(corner, QSize(1, 1)), _SIZE)
        self._field.setFocus()

    def _place(self) -> tuple[int, int] | None:
        return parsed_place(self._field.text(), self._view.line_and_column()[0], self._view.blockCount())

    def _show_hint(self) -> None:
        place = self._place()
        is_wrong = place is None and bool(self._field.text().strip())
        self._field.setProperty("invalid", is_wrong)
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)
        if place is not None:
            words = self.tr("Line {line}, column {column}; Enter goes there.")
            self._hint.setText(words.format(line=grouped(place[0]), column=grouped(place[1])))
        elif is_wrong:
            self._hint.setText(self.tr("This is no line: write 120 or 120:8."))
        else:
            line = self._view.line_and_column()[0]
            words = self.tr("Line {line} of {count}.")
            self._hint.setText(words.format(line=grouped(line), count=grouped(self._view.blockCount())))

    def _go(self) -> None:
        place = self._place()
        if place is not None:
            self._close()
            self._view.go_to(*place)

    def _close(self) -> None:
        self.hide()
        self._view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.isVisible():
            if event.type() == QEvent.Type.KeyPress:
                self._close()
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False
