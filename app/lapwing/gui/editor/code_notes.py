"""What is said about places of the text: the statement that would run, an error, a caution, one name's uses."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from lapwing.gui.editor.code_many import CodeMany
from lapwing.gui.editor.code_text import stored_index, unit_index
from lapwing.sql.tokens import TokenKind


class CodeNotes(CodeMany):
    """Marks stretches of the text; none of that is part of it. Qt's thread."""

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
