"""What is said about places of the text: the statement that would run, an error, a caution, one name's uses."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from lapwing.gui.editor.code_many import CodeMany
from lapwing.gui.editor.code_overview import CodeOverview
from lapwing.gui.editor.code_text import stored_index, unit_index
from lapwing.sql.tokens import TokenKind

_MOST_MARKED: Final = 2_000
"""Of what was found on one screen."""
_MOST_STROKES: Final = 5_000
"""Beside the scroll bar: it is no longer than that."""


class CodeNotes(CodeMany):
    """Marks stretches of the text; none of that is part of it. Qt's thread."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._found: Sequence[tuple[int, int]] = ()
        self._overview = CodeOverview(self.verticalScrollBar())
        self.verticalScrollBar().valueChanged.connect(self._mark_found)

    def show_found(self, places: Sequence[tuple[int, int]]) -> None:
        """Shade places of the text, which are in order, and show beside the scroll bar where they are.

        What is on the screen stays shaded while the text is edited, until other places are shown.
        """
        self._found = places
        self._found_revision = self.document().revision()
        self._mark_found()
        sample = places[:: len(places) // _MOST_STROKES + 1]
        self._overview.show_lines(_lines_of(self.text(), sample), len(self._mirror.lines))

    _found_revision = -1

    def _mark_found(self) -> None:
        """Shade those on the screen."""
        if self._found and self._found_revision != self.document().revision():
            return
        block = self.firstVisibleBlock()
        last = block.blockNumber() + self.viewport().height() // max(self.line_height, 1) + 1
        first = self._text_offset(block.position())
        end = self._text_offset(self._end(min(last, len(self._mirror.lines) - 1)))
        number = bisect_left(self._found, (first, -1))
        if number and self._found[number - 1][1] > first:
            number -= 1
        shown: list[QTextCursor] = []
        while number < len(self._found) and self._found[number][0] <= end and len(shown) < _MOST_MARKED:
            shown.append(self._cursor(*self._found[number]))
            number += 1
        self._marks.set_matches(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark_found()

    def set_current_statement(self, start: int | None, end: int | None = None) -> None:
        """Put the bar beside the lines of this stretch; None takes it away. It moves with the text."""
        self._statement = None if start is None or end is None else self._cursor(start, end)
        self._gutter.update()

    def show_error(self, start: int, end: int, message: str) -> None:
        """Underline a stretch until it is edited; `message` is its tool tip, as plain text."""
        cursor = self._cursor(start, max(end, start + 1))
        if not cursor.hasSelection():  # at the very end: the character before
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        self._marks.set_error(cursor.selectionStart(), cursor.selectionEnd(), message)

    def show_error_at(self, position: int, message: str) -> None:
        """Underline the token at a place, as `show_error`."""
        cursor = self._cursor(position, position)
        block = cursor.block()
        stored = self._mirror.lines[block.blockNumber()]
        at = stored_index(stored, cursor.positionInBlock())
        for kind, start, end in self._highlighter.tokens(block.blockNumber()):
            if start <= at < end and kind is not TokenKind.WHITESPACE:
                first, last = (block.position() + unit_index(stored, index) for index in (start, end))
                self._marks.set_error(first, last, message)
                return
        self.show_error(position, position + 1, message)

    def clear_error(self) -> None:
        """Take the underline away."""
        self._marks.clear_error()

    @property
    def error_range(self) -> tuple[int, int] | None:
        """Where the underline is; None if there is none."""
        error = self._marks.error
        return None if error is None else (self._text_offset(error[0]), self._text_offset(error[1]))

    def show_caution(self, start: int, end: int, message: str) -> None:
        """Underline a stretch as one to think about, with a sign beside its line; `message` is their tool tip."""
        self._marks.set_caution(self._cursor(start, end), message)
        self._gutter.update()

    def clear_caution(self) -> None:
        """Take that away."""
        self._marks.set_caution(None, "")
        self._gutter.update()

    @property
    def caution_range(self) -> tuple[int, int] | None:
        """Where the caution is; None if there is none."""
        place = self._marks.caution_range
        return None if place is None else (self._text_offset(place[0]), self._text_offset(place[1]))

    def mark_occurrences(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Shade stretches of the text that mean the same, until the text changes or others are shaded."""
        self._marks.set_occurrences([self._cursor(start, end) for start, end in ranges])


def _lines_of(text: str, places: Sequence[tuple[int, int]]) -> list[int]:
    """The lines that places begin in, each once."""
    found: list[int] = []
    line = done = 0
    for start, _ in places:
        line += text.count("\n", done, start)
        done = start
        if not found or found[-1] != line:
            found.append(line)
    return found
