"""How carets are added, by keys and by mouse, and what keys do while there are several."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication

from lapwing.gui.editor.code_carets import MOST_CARETS, end_of
from lapwing.gui.editor.code_lines import CodeLines
from lapwing.gui.editor.completion_place import is_word

_ALT: Final = Qt.KeyboardModifier.AltModifier
_MOVE: Final = QTextCursor.MoveMode.MoveAnchor
_KEEP: Final = QTextCursor.MoveMode.KeepAnchor
_Keys = QKeySequence.StandardKey
_To = QTextCursor.MoveOperation

_MOVES: Final = {
    _Keys.MoveToNextChar: (_To.Right, _MOVE),
    _Keys.MoveToPreviousChar: (_To.Left, _MOVE),
    _Keys.MoveToNextWord: (_To.WordRight, _MOVE),
    _Keys.MoveToPreviousWord: (_To.WordLeft, _MOVE),
    _Keys.MoveToNextLine: (_To.Down, _MOVE),
    _Keys.MoveToPreviousLine: (_To.Up, _MOVE),
    _Keys.MoveToEndOfLine: (_To.EndOfLine, _MOVE),
    _Keys.MoveToStartOfDocument: (_To.Start, _MOVE),
    _Keys.MoveToEndOfDocument: (_To.End, _MOVE),
    _Keys.SelectNextChar: (_To.Right, _KEEP),
    _Keys.SelectPreviousChar: (_To.Left, _KEEP),
    _Keys.SelectNextWord: (_To.WordRight, _KEEP),
    _Keys.SelectPreviousWord: (_To.WordLeft, _KEEP),
    _Keys.SelectNextLine: (_To.Down, _KEEP),
    _Keys.SelectPreviousLine: (_To.Up, _KEEP),
    _Keys.SelectEndOfLine: (_To.EndOfLine, _KEEP),
    _Keys.SelectStartOfDocument: (_To.Start, _KEEP),
    _Keys.SelectEndOfDocument: (_To.End, _KEEP),
}
_DELETES: Final = {
    _Keys.Delete: _To.NextCharacter,
    _Keys.DeleteStartOfWord: _To.PreviousWord,
    _Keys.DeleteEndOfWord: _To.NextWord,
    _Keys.DeleteEndOfLine: _To.EndOfBlock,
}


class CodeMany(CodeLines):
    """Adds carets: one above or below, the next occurrence of what is selected, at a click with Alt, a column by
    dragging with Alt. Qt's thread.
    """

    _pressed: QPoint | None = None
    """Where a drag with Alt began, in the viewport."""
    _whole_words = False
    """Whether occurrences have to be whole words: what is looked for was a word at a caret."""

    def add_caret(self, *, down: bool) -> None:
        """Put a caret one line below the others, or above, in the same column where the line is long enough."""
        cursors = [self.textCursor(), *self._extra]
        added = []
        for cursor in cursors[: MOST_CARETS - len(cursors)]:
            one = QTextCursor(cursor)
            if one.movePosition(_To.Down if down else _To.Up):
                added.append(one)
        self._take([*cursors, *added])
        if added:
            self._reveal(max(added) if down else min(added))

    def add_next_occurrence(self) -> None:
        """Select the word at each caret; when something is selected, the next place where it stands, too."""
        if not self.textCursor().hasSelection():
            self._select_words()
            return
        text, wanted = self.text(), self.selected_text()
        taken = {min(caret) for caret in self.carets}
        place = self._next_place(text, wanted, max(max(caret) for caret in self.carets), taken)
        if place is not None and len(taken) < MOST_CARETS:
            added = self._cursor(place, place + len(wanted))
            self._take([self.textCursor(), *self._extra, added])
            self._reveal(added)

    def select_all_occurrences(self) -> None:
        """Select every place where the selected text, or the word at the caret, stands."""
        if not self.textCursor().hasSelection():
            self._select_words()
        text, wanted = self.text(), self.selected_text()
        places: list[int] = []
        at = self._find(text, wanted, 0) if wanted else -1
        while at >= 0 and len(places) < MOST_CARETS:
            places.append(at)
            at = self._find(text, wanted, at + len(wanted))
        own = min(self.carets[0])
        places.sort(key=lambda place: place != own)
        if places:
            self._take([self._cursor(place, place + len(wanted)) for place in places])

    def _select_words(self) -> None:
        cursors = [self.textCursor(), *self._extra]
        for cursor in cursors:
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self._whole_words = True
        self._take(cursors)

    def _next_place(self, text: str, wanted: str, after: int, taken: set[int]) -> int | None:
        """The next place of a text that no caret has, round the end; None when all have one."""
        at = self._find(text, wanted, after)
        at = at if at >= 0 else self._find(text, wanted, 0)
        first = at
        while at in taken:
            at = self._find(text, wanted, at + len(wanted))
            at = at if at >= 0 else self._find(text, wanted, 0)
            if at == first:
                return None
        return at if at >= 0 else None

    def _find(self, text: str, wanted: str, start: int) -> int:
        at = text.find(wanted, start)
        while at >= 0 and self._whole_words and _inside_word(text, at, at + len(wanted)):
            at = text.find(wanted, at + 1)
        return at

    def select(self, start: int, end: int) -> None:
        self._whole_words = False
        super().select(start, end)

    def set_carets(self, carets: Sequence[tuple[int, int]]) -> None:
        self._whole_words = False
        super().set_carets(carets)

    def _reveal(self, cursor: QTextCursor) -> None:
        """Scroll as little as shows one of several carets."""
        rect, bar = self.cursorRect(cursor), self.verticalScrollBar()
        beyond = rect.bottom() - self.viewport().height()
        if beyond > 0:
            bar.setValue(bar.value() + beyond // self.line_height + 1)
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top() // self.line_height)

    # the line's start

    def go_home(self, mode: QTextCursor.MoveMode) -> None:
        """Go to the first sign of the line that is no blank, and from there to its very start."""
        cursors = [self.textCursor(), *self._extra]
        for cursor in cursors:
            start = QTextCursor(cursor)
            start.movePosition(_To.StartOfLine)
            if start.atBlockStart():  # not in the later part of a line that is wrapped
                line = self._mirror.lines[cursor.blockNumber()]
                indent = len(line) - len(line.lstrip(" \t"))
                at_indent = cursor.positionInBlock() == indent
                cursor.setPosition(start.position() + (0 if at_indent else indent), mode)
            else:
                cursor.setPosition(start.position(), mode)
        self._take(cursors)
        self.ensureCursorVisible()

    # keys, while there are several

    def _press_many(self, event: QKeyEvent) -> bool:
        """Do at all carets what a key that writes nothing does at one; False for keys that mean something else."""
        for key, (operation, mode) in _MOVES.items():
            if event.matches(key):
                self.move_carets(operation, mode)
                return True
        for key, operation in _DELETES.items():
            if event.matches(key) and not self.isReadOnly():
                self.delete_at_carets(lambda cursor, way=operation: cursor.movePosition(way, _KEEP))  # type: ignore[misc]
                return True
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.drop_carets()
            return True
        return False

    # the clipboard

    def copy(self) -> None:
        """What is selected; of several carets each on a line of its own."""
        if self.has_many:
            QApplication.clipboard().setText(self._selected_by_all())
        else:
            super().copy()

    def cut(self) -> None:
        if not self.has_many:
            super().cut()
        elif not self.isReadOnly() and any(anchor != at for anchor, at in self._spots()):
            self.copy()
            self.delete_at_carets(lambda _cursor: None)

    def _selected_by_all(self) -> str:
        text = self.text()
        return "\n".join(text[min(caret) : max(caret)] for caret in sorted(self.carets, key=min))

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() & _ALT:
            self._pressed = event.position().toPoint()
            self._toggle_caret(self._pressed)
            event.accept()
            return
        self._pressed = None
        self.drop_carets()
        self._whole_words = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        if (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self.select_column(self._pressed, here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseReleaseEvent(event)
        self._pressed = None

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_carets()
        super().dropEvent(event)

    def _toggle_caret(self, point: QPoint) -> None:
        """Put a caret at a point of the viewport, or take away the one that is there unless it is the only one."""
        here = self.cursorForPosition(point)
        others = [cursor for cursor in (self.textCursor(), *self._extra) if cursor.position() != here.position()]
        if len(others) == len(self._extra) + 1:
            others = [*others, here] if len(others) < MOST_CARETS else others
        self._take(others or [here])

    def select_column(self, start: QPoint, end: QPoint) -> None:
        """Select the columns between two points of the viewport in each line between them, where it is long enough."""
        block, last = self.cursorForPosition(start).block(), self.cursorForPosition(end).block()
        down = block.blockNumber() <= last.blockNumber()
        cursors: list[tuple[int, int, int]] = []
        while block.isValid() and len(cursors) < MOST_CARETS:
            cursors.append((self._position_at(block, start.x()), self._position_at(block, end.x()), end_of(block)))
            if block == last:
                break
            block = block.next() if down else block.previous()
        reached = [(a, b) for a, b, line_end in cursors if min(a, b) < line_end]
        spots = reached or [(a, b) for a, b, _ in cursors]
        self._take_spots([spots[-1], *spots[:-1]])

    def _position_at(self, block: QTextBlock, x: int) -> int:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return block.position()
        return block.position() + line.xToCursor(x - self.contentOffset().x())


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether a word goes on before or behind a stretch of it."""
    return is_word(text[start - 1 : start]) or is_word(text[end : end + 1])
