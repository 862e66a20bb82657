"""Places in the editor's text: what is there, where the caret is, and where on the screen."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor

from lapwing.gui.editor.code_surface import CodeSurface
from lapwing.gui.editor.code_text import stored_index


class CodePlaces(CodeSurface):
    """Reads the exact text and goes to places in it. All offsets count its code points. Qt's thread."""

    def text(self) -> str:
        """The exact text, line ends as `\\n`. Kept until the next change, so asking again costs nothing."""
        return self._mirror.text()

    # caret and selection

    @property
    def caret(self) -> int:
        """Where the caret is."""
        return self._text_offset(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the caret somewhere and bring that into view; outside the text means its nearer end."""
        self.select(position, position)

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the text, caret at its end, and bring it into view."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()

    def selected_range(self) -> tuple[int, int] | None:
        """Start and end of the selection; None if nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._text_offset(cursor.selectionStart()), self._text_offset(cursor.selectionEnd())

    def selected_text(self) -> str:
        """The exact text selected; empty if none is."""
        selected = self.selected_range()
        return self.text()[slice(*selected)] if selected else ""

    def line_and_column(self) -> tuple[int, int]:
        """Where the caret is, both counted from 1, the column in code points."""
        cursor = self.textCursor()
        block = cursor.block()
        column = self._text_offset(cursor.position()) - self._text_offset(block.position())
        return block.blockNumber() + 1, column + 1

    def go_to(self, line: int, column: int) -> None:
        """Put the caret at a line and a column of it, both from 1, and show the line in the middle of the view."""
        block = self.document().findBlockByNumber(max(0, min(line, self.blockCount()) - 1))
        start, last = self._text_offset(block.position()), block.position() + block.length() - 1
        self.set_caret(min(start + max(column, 1) - 1, self._text_offset(last)))
        self.centerCursor()

    def line_head(self) -> str:
        """The exact text of the caret's line before the caret. Quick however long the text is."""
        cursor = self.textCursor()
        stored = self._mirror.lines[cursor.blockNumber()]
        return self._mirror.codec.exact(stored[: stored_index(stored, cursor.positionInBlock())])

    def place_rect(self, position: int) -> QRect:
        """Where the caret would stand at a place of the text, in the coordinates of the viewport."""
        return self.cursorRect(self._cursor(position, position))

    def place_at(self, point: QPoint) -> int | None:
        """The place of the text whose character lies at a point of the viewport; None where none does."""
        cursor = self.cursorForPosition(point)
        caret = self.cursorRect(cursor)
        if not caret.top() <= point.y() <= caret.bottom():
            return None
        if point.x() < caret.left():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        elif cursor.atBlockEnd():
            return None
        return self._text_offset(cursor.position())

    def _text_offset(self, position: int) -> int:
        block = self.document().findBlock(position)
        return self._mirror.to_text(block.blockNumber(), block.position(), position - block.position())

    def _document_position(self, offset: int) -> int:
        return min(self._mirror.from_text(max(offset, 0)), self.document().characterCount() - 1)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._document_position(start))
        cursor.setPosition(self._document_position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
