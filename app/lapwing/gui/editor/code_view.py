"""The editor for SQL: what others do with its text and caret, and what keys do. Any text comes out as it went in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from lapwing.gui.editor.code_brackets import brackets_at
from lapwing.gui.editor.code_highlighter import LineLexer
from lapwing.gui.editor.code_keys import BACKSPACE, KeyAction, key_action, typed_sign
from lapwing.gui.editor.code_places import CodePlaces
from lapwing.gui.editor.code_text import stored_index, unit_index
from lapwing.gui.editor.code_typing import Typist, insert
from lapwing.gui.theme import BASE_PX
from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import TokenKind

_CARET_PAUSE_MS = 40
_PROSE = (TokenKind.STRING, TokenKind.COMMENT)
_NO_CODE = (*_PROSE, TokenKind.QUOTED_IDENTIFIER)


class CodeView(CodePlaces):
    """One text and its caret. Qt's thread.

    All offsets count code points of the exact text (`text()`), whatever Qt makes of it; see `code_text`. Lines above
    10,000 code points come in with their middle folded (a double click opens it) and are not highlighted.

    Signals:
        text_edited(): The person, undo or a command changed the text. Not after `set_text`.
        changed_at(position, removed, added): The same, with what changed: at `position`, `removed` code points gave way
            to the text `added`. In order; together they lead from the text before to the text after.
        statement_caret_moved(position): The caret rests somewhere else, or the text around it is another one.
        typed(sign): A key wrote this sign, or is `code_keys.BACKSPACE`, and all that it does is done.
        zoomed(px): The size of the text changed.

    Attributes:
        is_typing: Whether what changes now does so because of a key that will be told by `typed`.
    """

    statement_caret_moved = Signal(int)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str = "code_view") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("SQL editor"))
        self._typist = Typist()
        self.is_typing = False
        self._caret_timer = QTimer(self)
        self._caret_timer.setSingleShot(True)
        self._caret_timer.setInterval(_CARET_PAUSE_MS)
        self._caret_timer.timeout.connect(lambda: self.statement_caret_moved.emit(self.caret))
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.text_edited.connect(self._on_text_edited)

    # the text

    def set_text(self, text: str) -> None:
        """Show another text, caret at its start, undo empty. Any text; `\\r\\n` and `\\r` become `\\n`."""
        self._typist.forget()
        self._load(self._mirror.codec.stored(text))
        self._on_text_edited()

    def insert_text(self, text: str) -> None:
        """Put `text` in place of the selection, or at the caret: one step of undo."""
        cursor = self.textCursor()
        insert(cursor, self._mirror.codec.stored(text))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def replace(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of a stretch of the text: one step of undo. The caret stays where it can."""
        insert(self._cursor(start, end), self._mirror.codec.stored(text))

    def complete(self, start: int, end: int, text: str, caret_back: int) -> None:
        """Put `text` in place of a stretch of the text, one step of undo, and the caret so far before its end.

        A closing bracket behind the caret is then one that typing skips over.
        """
        self.replace(start, end, text)
        self.set_caret(start + len(text) - caret_back)
        if caret_back == 1:
            self._typist.note_closer(self.textCursor())

    def set_lexer(self, lexer: LineLexer | None) -> None:
        """Highlight by a function from a line and a state to tokens and the next state; None: not at all."""
        self._highlighter.set_lexer(lexer)
        self._show_visible()

    def set_dialect(self, dialect: Dialect) -> None:
        """Highlight as this dialect's."""
        self.set_lexer(dialect.lex_line)

    # marks

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

    # commands

    def toggle_comment(self) -> None:
        """Make comments of the selected lines, or text of comments."""
        self._edit(self._typist.toggle_comment)

    def indent(self) -> None:
        """What Tab does."""
        self._edit(self._typist.tab)

    def dedent(self) -> None:
        """What Shift+Tab does."""
        self._edit(self._typist.back_tab)

    def set_indent_width(self, spaces: int) -> None:
        """How far one step of indent goes."""
        self._typist.indent_width = spaces

    def unfold(self, position: int) -> None:
        """Open the fold at one of Qt's positions: as much of it as a line can bear."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.setPosition(position + 2, QTextCursor.MoveMode.KeepAnchor)
        insert(cursor, self._mirror.codec.unfolded(cursor.selectedText()))

    def _edit(self, change: Callable[[QTextCursor], object]) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        change(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # what follows the caret

    def _on_text_edited(self) -> None:
        self._show_brackets()
        self._caret_timer.start()

    def _on_caret_moved(self) -> None:
        if self._loading:
            return
        self._typist.caret_moved(self.textCursor())
        self._marks.show()
        self._show_brackets()
        self._gutter.update()
        self._caret_timer.start()

    def _show_brackets(self) -> None:
        cursor = self.textCursor()
        line = cursor.blockNumber()
        at = stored_index(self._mirror.lines[line], cursor.positionInBlock())
        places = brackets_at(self._mirror, self._highlighter, line, at)
        self._marks.set_brackets([self._position_of(*place) for place in places])

    def _position_of(self, line: int, stored_at: int) -> int:
        """Qt's position of a stored character of a line."""
        return self.document().findBlockByNumber(line).position() + unit_index(self._mirror.lines[line], stored_at)

    @property
    def is_in_prose(self) -> bool:
        """Whether the caret is in a string or a comment, or at the end of one."""
        return self._kind_at_caret() in _PROSE

    def _is_in_code(self) -> bool:
        """Whether the caret is outside strings, quoted names and comments."""
        return self._kind_at_caret() not in _NO_CODE

    def _kind_at_caret(self) -> TokenKind | None:
        """The kind of what the caret is in, or at the end of."""
        cursor = self.textCursor()
        line = cursor.blockNumber()
        at = stored_index(self._mirror.lines[line], cursor.positionInBlock())
        if at == 0:
            return self._highlighter.kind_before(line)
        inside = (kind for kind, start, end in self._highlighter.tokens(line) if start < at <= end)
        return next(inside, None)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = key_action(event)
        sign = BACKSPACE if action is KeyAction.BACKSPACE else typed_sign(event)
        self.is_typing = bool(sign) and not self.isReadOnly()
        done = self._do(action) if action is not None else self._type(sign)
        if done:
            event.accept()
        else:
            super().keyPressEvent(event)
        self._tell_typed(sign)

    def _tell_typed(self, sign: str) -> None:
        if self.is_typing:
            self.is_typing = False
            self.typed.emit(sign)

    def _do(self, action: KeyAction) -> bool:
        """Do what a key asks for; False to leave it to Qt."""
        zooms = {
            KeyAction.ZOOM_IN: self._px + 1,
            KeyAction.ZOOM_OUT: self._px - 1,
            KeyAction.ZOOM_RESET: BASE_PX,
        }
        edits: dict[KeyAction, Callable[[QTextCursor], object]] = {
            KeyAction.NEW_LINE: self._typist.new_line,
            KeyAction.INDENT: self._typist.tab,
            KeyAction.DEDENT: self._typist.back_tab,
            KeyAction.COMMENT: self._typist.toggle_comment,
        }
        if action in zooms:
            self.set_zoom(zooms[action])
        elif self.isReadOnly():
            return False
        elif action in edits:
            self._edit(edits[action])
        else:
            cursor = self.textCursor()
            if not self._typist.backspace(cursor):
                return False
            self.setTextCursor(cursor)
        return True

    def _type(self, sign: str) -> bool:
        """Write one sign with what belongs to it; False to leave it to Qt."""
        cursor = self.textCursor()
        if not sign or self.isReadOnly() or not self._typist.type_character(cursor, sign, in_code=self._is_in_code()):
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method writes goes the way of everything pasted when Qt would not keep it."""
        written = event.commitString()
        self.is_typing = bool(written) and not self.isReadOnly()
        if written and ("\n" in written or self._mirror.codec.stored(written) != written):
            event.setCommitString("")
            super().inputMethodEvent(event)
            self.insert_text(written)
        else:
            super().inputMethodEvent(event)
        self._tell_typed(written[-1:])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y()
            self.set_zoom(self._px + (steps > 0) - (steps < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        fold = self._overlay.fold_at(event.position().toPoint())
        if fold is not None and not self.isReadOnly():
            self.unfold(fold)
        else:
            super().mouseDoubleClickEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text; files go on to the window, which opens them."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_text(source.text())

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_text())
        return data
