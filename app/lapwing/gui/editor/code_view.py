"""The editor for SQL: what others do with its text and caret, and what keys do. Any text comes out as it went in."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from lapwing.gui.editor.code_brackets import bracket_pair
from lapwing.gui.editor.code_highlighter import LineLexer
from lapwing.gui.editor.code_keys import KeyAction, key_action, typed_sign
from lapwing.gui.editor.code_surface import CodeSurface
from lapwing.gui.editor.code_text import stored_index, unit_index
from lapwing.gui.editor.code_typing import Typist, insert
from lapwing.gui.theme import BASE_PX
from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import TokenKind

_CARET_PAUSE_MS = 40
_NO_CODE = (TokenKind.STRING, TokenKind.COMMENT, TokenKind.QUOTED_IDENTIFIER)


class CodeView(CodeSurface):
    """One text and its caret. Qt's thread.

    All offsets count code points of the exact text (`text()`), whatever Qt makes of it; see `code_text`. Lines above
    10,000 code points come in with their middle folded (a double click opens it) and are not highlighted.

    Signals:
        text_edited(): The person, undo or a command changed the text. Not after `set_text`.
        changed_at(position, removed, added): The same, with what changed: at `position`, `removed` code points gave way
            to the text `added`. In order; together they lead from the text before to the text after.
        statement_caret_moved(position): The caret rests somewhere else, or the text around it is another one.
        zoomed(px): The size of the text changed.
    """

    statement_caret_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, name: str = "code_view") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("SQL editor"))
        self._typist = Typist()
        self._caret_timer = QTimer(self)
        self._caret_timer.setSingleShot(True)
        self._caret_timer.setInterval(_CARET_PAUSE_MS)
        self._caret_timer.timeout.connect(lambda: self.statement_caret_moved.emit(self.caret))
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.text_edited.connect(self._on_text_edited)

    # the text

    def text(self) -> str:
        """The exact text, line ends as `\\n`. Kept until the next change, so asking again costs nothing."""
        return self._mirror.text()

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

    def set_lexer(self, lexer: LineLexer | None) -> None:
        """Highlight by a function from a line and a state to tokens and the next state; None: not at all."""
        self._highlighter.set_lexer(lexer)
        self._show_visible()

    def set_dialect(self, dialect: Dialect) -> None:
        """Highlight as this dialect's."""
        self.set_lexer(dialect.lex_line)

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
        pair = bracket_pair(self._mirror, self._highlighter, line, at)
        self._marks.set_brackets([self._position_of(*place) for place in pair] if pair else [])

    def _position_of(self, line: int, stored_at: int) -> int:
        """Qt's position of a stored character of a line."""
        return self.document().findBlockByNumber(line).position() + unit_index(self._mirror.lines[line], stored_at)

    def _is_in_code(self) -> bool:
        """Whether the caret is outside strings, quoted names and comments."""
        cursor = self.textCursor()
        line = cursor.blockNumber()
        at = stored_index(self._mirror.lines[line], cursor.positionInBlock())
        if at == 0:
            return self._highlighter.kind_before(line) not in _NO_CODE
        inside = (kind for kind, start, end in self._highlighter.tokens(line) if start < at <= end)
        return next(inside, None) not in _NO_CODE

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = key_action(event)
        done = self._do(action) if action is not None else self._type(typed_sign(event))
        if done:
            event.accept()
        else:
            super().keyPressEvent(event)

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
        if written and ("\n" in written or self._mirror.codec.stored(written) != written):
            event.setCommitString("")
            super().inputMethodEvent(event)
            self.insert_text(written)
        else:
            super().inputMethodEvent(event)

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
