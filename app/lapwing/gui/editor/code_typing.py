"""What typing does beyond inserting a character: indents, pairs of brackets and quotes, comments.

Every function is one step of undo. Positions are Qt's own; the typist knows which closing brackets it has put there.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

_PAIRS = {"(": ")", "[": "]", "{": "}", "'": "'", '"': '"', "`": "`"}
_QUOTES = "'\"`"
_CLOSE_BEFORE = " \t\n)]};,"
"""A pair is completed only where one of these, or nothing, follows."""
COMMENT = "--"

LineEdit = Callable[[QTextCursor, str], None]
"""Edits one line: a cursor at its start, and what it is."""


class Typist:
    """Edits one document on behalf of its view.

    Attributes:
        indent_width: Columns of one step.
        uses_tabs: Whether a step is a tab, or so many spaces.
    """

    def __init__(self) -> None:
        self.indent_width = 2
        self.uses_tabs = False
        self._closers: list[QTextCursor] = []
        """Each stands before a closing sign that was put there and not typed."""

    # pairs

    def type_character(self, cursor: QTextCursor, char: str, *, in_code: bool) -> bool:
        """Handle one typed sign; False when it is to be inserted as any other.

        Args:
            cursor: The caret; moved.
            char: One sign.
            in_code: Whether the caret is outside strings and comments.
        """
        if cursor.hasSelection():
            return char in _PAIRS and self._wrap(cursor, char)
        if self._skips_over(cursor, char):
            return True
        if char not in _PAIRS or not in_code or not self._may_close(cursor, char):
            return False
        cursor.beginEditBlock()
        insert(cursor, char + _PAIRS[char])
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        cursor.endEditBlock()
        self._closers.append(QTextCursor(cursor))
        return True

    def _skips_over(self, cursor: QTextCursor, char: str) -> bool:
        for closer in self._closers:
            if closer.position() == cursor.position() and _after(cursor) == char:
                self._closers.remove(closer)
                cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
                return True
        return False

    def _may_close(self, cursor: QTextCursor, char: str) -> bool:
        after = _after(cursor)
        if after and after not in _CLOSE_BEFORE:
            return False
        before = _before(cursor)
        return char not in _QUOTES or not (before.isalnum() or before in ("_", char))

    def _wrap(self, cursor: QTextCursor, char: str) -> bool:
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.beginEditBlock()
        for position, sign in ((end, _PAIRS[char]), (start, char)):
            cursor.setPosition(position)
            insert(cursor, sign)
        cursor.endEditBlock()
        cursor.setPosition(start + 1)
        cursor.setPosition(end + 1, QTextCursor.MoveMode.KeepAnchor)
        return True

    def backspace(self, cursor: QTextCursor) -> bool:
        """Between a sign and the closing one that was put there, take both; False for everything else."""
        for closer in self._closers:
            at_caret = closer.position() == cursor.position() and not cursor.hasSelection()
            if at_caret and _before(cursor) and _PAIRS.get(_before(cursor)) == _after(cursor):
                self._closers.remove(closer)
                cursor.beginEditBlock()
                cursor.deletePreviousChar()
                cursor.deleteChar()
                cursor.endEditBlock()
                return True
        return False

    def reach_back(self, cursor: QTextCursor) -> None:
        """Select what Backspace takes at one of several carets: the sign before it, or a pair around it."""
        at = cursor.position()
        if at == 0:
            return
        paired = any(closer.position() == at for closer in self._closers) and _PAIRS.get(_before(cursor)) == _after(
            cursor
        )
        is_low = 0xDC00 <= ord(cursor.document().characterAt(at - 1)) <= 0xDFFF
        cursor.setPosition(at - (2 if is_low else 1))
        cursor.setPosition(at + (1 if paired else 0), QTextCursor.MoveMode.KeepAnchor)

    def note_closer(self, cursor: QTextCursor) -> None:
        """The sign behind the caret was put there as the closing one of a pair."""
        if _after(cursor) in _PAIRS.values():
            self._closers.append(QTextCursor(cursor))

    def forget(self) -> None:
        """The text is another one."""
        self._closers.clear()

    def carets_moved(self, cursors: Iterable[QTextCursor]) -> None:
        """Signs that were put on lines without a caret are typed ones from now on."""
        if self._closers:
            lines = {cursor.blockNumber() for cursor in cursors}
            self._closers = [closer for closer in self._closers if closer.blockNumber() in lines]

    # lines

    def new_line(self, cursor: QTextCursor) -> None:
        """Break the line; the new one is indented as the old, one step more behind an opening bracket."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        line = _head(cursor)
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        opens = line.rstrip()[-1:] in ("(", "[", "{")
        closes = opens and _after(cursor) in (")", "]", "}")
        insert(cursor, "\n" + indent + (self._step if opens else ""))
        if closes:
            position = cursor.position()
            insert(cursor, "\n" + indent)
            cursor.setPosition(position)
        cursor.endEditBlock()

    def tab(self, cursor: QTextCursor) -> None:
        """Go to the next stop; what is selected gives way."""
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        column = len(_head(start).expandtabs(self.indent_width))
        insert(cursor, "\t" if self.uses_tabs else " " * (self.indent_width - column % self.indent_width))

    def indent(self, blocks: Iterable[QTextBlock]) -> None:
        """Put lines one step to the right."""
        _edit_lines(blocks, self._indent)

    def dedent(self, blocks: Iterable[QTextBlock]) -> None:
        """Take one step of indent from lines."""
        _edit_lines(blocks, self._dedent)

    def toggle_comment(self, blocks: Sequence[QTextBlock]) -> None:
        """Make lines comments; or take the signs away if all of them are comments."""
        lines = [block.text() for block in blocks]
        filled = [line for line in lines if line.strip()] or lines
        if all(line.lstrip().startswith(COMMENT) for line in filled):
            _edit_lines(blocks, _uncomment)
        else:
            column = min(len(line) - len(line.lstrip()) for line in filled)
            blank_too = filled is lines
            _edit_lines(blocks, lambda at, line: _comment(at, line, column, blank_too=blank_too))

    @property
    def _step(self) -> str:
        return "\t" if self.uses_tabs else " " * self.indent_width

    def _indent(self, at: QTextCursor, line: str) -> None:
        if line:
            insert(at, self._step)

    def _dedent(self, at: QTextCursor, line: str) -> None:
        blanks = len(line) - len(line.lstrip(" "))
        count = 1 if line.startswith("\t") else min(blanks, self.indent_width)
        _remove(at, 0, count)


def insert(cursor: QTextCursor, stored: str) -> None:
    """Insert plain text. The format is given, so that none is inherited."""
    cursor.insertText(stored, QTextCharFormat())


def _edit_lines(blocks: Iterable[QTextBlock], edit: LineEdit) -> None:
    for block in blocks:
        edit(QTextCursor(block), block.text())


def _remove(at: QTextCursor, start: int, count: int) -> None:
    """Remove characters of the line that `at` stands at the start of."""
    at.setPosition(at.block().position() + start)
    at.setPosition(at.block().position() + start + count, QTextCursor.MoveMode.KeepAnchor)
    at.removeSelectedText()


def _comment(at: QTextCursor, line: str, column: int, *, blank_too: bool) -> None:
    if line.strip() or blank_too:
        at.setPosition(at.block().position() + column)
        insert(at, COMMENT + " ")


def _uncomment(at: QTextCursor, line: str) -> None:
    start = line.find(COMMENT)
    if start >= 0 and not line[:start].strip():
        _remove(at, start, 3 if line[start + 2 : start + 3] == " " else 2)


def _after(cursor: QTextCursor) -> str:
    """The sign behind the caret; a line end as `\n`, nothing at the end of the text."""
    if cursor.atEnd():
        return ""
    return "\n" if cursor.atBlockEnd() else cursor.document().characterAt(cursor.position())


def _before(cursor: QTextCursor) -> str:
    """The sign before the caret in its line, or nothing."""
    return "" if cursor.atBlockStart() else cursor.document().characterAt(cursor.position() - 1)


def _head(cursor: QTextCursor) -> str:
    """The caret's line up to the caret."""
    line, units = cursor.block().text(), cursor.positionInBlock()
    return line[:units] if line.isascii() else line.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
