"""The editor for SQL: what others do with its text and caret, and what keys do. Any text comes out as it went in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTextBlock, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from lapwing.gui.editor.code_brackets import brackets_at
from lapwing.gui.editor.code_carets import StoredEdit
from lapwing.gui.editor.code_folds import whole_folds
from lapwing.gui.editor.code_highlighter import LineLexer
from lapwing.gui.editor.code_keys import BACKSPACE, KeyAction, key_action, typed_sign
from lapwing.gui.editor.code_mirror import common_prefix, common_suffix
from lapwing.gui.editor.code_notes import CodeNotes
from lapwing.gui.editor.code_text import stored_index, unit_index
from lapwing.gui.editor.code_typing import Typist, insert
from lapwing.gui.editor.sql_file import with_line_feeds
from lapwing.gui.theme import BASE_PX
from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import TokenKind

_CARET_PAUSE_MS = 40
_PROSE = (TokenKind.STRING, TokenKind.COMMENT)
_NO_CODE = (*_PROSE, TokenKind.QUOTED_IDENTIFIER)


class CodeView(CodeNotes):
    """One text and its carets. Qt's thread.

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
        self._forget_steps()
        self._load(self._mirror.codec.stored(text))
        self._on_text_edited()

    def insert_text(self, text: str) -> None:
        """Put `text` in place of the selection, or at the caret: one step of undo.

        With several carets at each of them; when it has as many lines as there are carets, a line at each.
        """
        stored, count = self._mirror.codec.stored(text), len(self._extra) + 1
        lines = stored.removesuffix("\n").split("\n")
        pieces = iter(reversed(lines) if count == len(lines) > 1 else [stored] * count)
        self._at_each(lambda cursor: insert(cursor, next(pieces)))
        self.ensureCursorVisible()

    def replace(self, start: int, end: int, text: str, *, select: tuple[int, int] | None = None) -> None:
        """Put `text` in place of a stretch of the text: one step of undo, which puts the caret back where it was.

        Args:
            start, end: The stretch.
            text: Any text.
            select: What is selected then, in the new text; the caret stays where it can without.
        """
        self.replace_all([(start, end, text)], carets=None if select is None else [select])

    def change_to(self, text: str) -> None:
        """Make the whole text another one by an edit that is as small as possible: one step of undo."""
        old, new = self.text(), with_line_feeds(text)
        head = common_prefix(old, new)
        tail = common_suffix(old[head:], new[head:])
        self.replace(head, len(old) - tail, new[head : len(new) - tail])

    def replace_all(
        self, edits: Sequence[tuple[int, int, str]], *, carets: Sequence[tuple[int, int]] | None = None
    ) -> None:
        """Make several replacements, which do not overlap, as one step of undo; see `replace`.

        Args:
            edits: Start and end in the text, and what comes there.
            carets: Anchors and positions in the new text, the main one first.
        """
        if not edits:
            return
        codec = self._mirror.codec
        stored = [
            StoredEdit(self._document_position(start), self._document_position(end), codec.stored(text))
            for start, end, text in whole_folds(self.text(), edits, self._fold_range)
        ]
        if carets is None:
            self._apply(stored)
        else:
            place = self._document_position
            self._apply(stored, lambda: [(place(anchor), place(at)) for anchor, at in carets])
        self.ensureCursorVisible()

    def complete(self, start: int, end: int, text: str, caret_back: int) -> None:
        """Put `text` in place of a stretch of the text, one step of undo, and the caret so far before its end.

        A closing bracket behind the caret is then one that typing skips over. Other carets with the same text before
        them get it too.
        """
        whole, caret = self.text(), self.caret
        head = whole[start:caret]
        edits, carets = [], []
        for at in sorted({caret, *(max(one) for one in self.carets)}):
            fits = whole[max(0, at - len(head)) : at] == head
            first = start if at == caret else at - len(head) if fits else at
            edits.append((first, end if at == caret else at, text))
        shift, main = 0, 0
        for first, last, _ in edits:
            carets.append(first + shift + len(text) - caret_back)
            main = len(carets) - 1 if first == start else main
            shift += len(text) - (last - first)
        carets.insert(0, carets.pop(main))
        self.replace_all(edits, carets=[(at, at) for at in carets])
        if caret_back == 1:
            self._typist.note_closer(self.textCursor())

    def set_lexer(self, lexer: LineLexer | None) -> None:
        """Highlight by a function from a line and a state to tokens and the next state; None: not at all."""
        self._highlighter.set_lexer(lexer)
        self._show_visible()

    def set_dialect(self, dialect: Dialect) -> None:
        """Highlight as this dialect's."""
        self.set_lexer(dialect.lex_line)

    # commands

    def toggle_comment(self) -> None:
        """Make comments of the selected lines, or text of comments."""
        self._edit_blocks(self._typist.toggle_comment)

    def indent(self) -> None:
        """What Tab does: put the selected lines a step to the right, or go to the next stop."""
        if any(self._place(anchor)[0] != self._place(at)[0] for anchor, at in self._spots()):
            self._edit_blocks(self._typist.indent)
        else:
            self._edit(self._typist.tab)

    def indent_lines(self) -> None:
        """Put the lines of all carets a step to the right."""
        self._edit_blocks(self._typist.indent)

    def dedent(self) -> None:
        """What Shift+Tab does: take a step of indent away."""
        self._edit_blocks(self._typist.dedent)

    def _edit_blocks(self, edit: Callable[[list[QTextBlock]], None]) -> None:
        """Edit the lines that carets touch as one step of undo; carets go with the text."""
        if self.isReadOnly():
            return
        document = self.document()
        lines = [line for first, last in self._groups() for line in range(first, last + 1)]
        blocks = [document.findBlockByNumber(line) for line in lines]
        self._step_of_undo(lambda: edit(blocks), self._spots)
        self.ensureCursorVisible()

    def set_indent(self, columns: int, *, tabs: bool = False) -> None:
        """How far one step of indent goes, and whether a tab or spaces make it."""
        self._typist.indent_width, self._typist.uses_tabs = columns, tabs
        self.set_guide_step(columns)

    def unfold(self, position: int) -> None:
        """Open the fold at one of Qt's positions: as much of it as a line can bear."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.setPosition(position + 2, QTextCursor.MoveMode.KeepAnchor)
        insert(cursor, self._mirror.codec.unfolded(cursor.selectedText()))

    def _fold_range(self, offset: int) -> tuple[int, int] | None:
        """Where the fold begins and ends, in the text, that a place of the text is inside of; None for none."""
        at = self._document_position(offset)
        start = self._text_offset(at)
        return None if start == offset else (start, self._text_offset(at + 2))

    def _edit(self, change: Callable[[QTextCursor], object]) -> None:
        """Change the text at every caret."""
        if not self.isReadOnly():
            self._at_each(change)
            self.ensureCursorVisible()

    # what follows the caret

    def _on_text_edited(self) -> None:
        self._show_brackets()
        self._caret_timer.start()

    def _on_caret_moved(self) -> None:
        if self._loading:
            return
        self._typist.carets_moved((self.textCursor(), *self._extra))
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
        return self._kind_at(self.textCursor()) in _PROSE

    def _is_in_code(self, cursor: QTextCursor) -> bool:
        """Whether a caret is outside strings, quoted names and comments."""
        return self._kind_at(cursor) not in _NO_CODE

    def _kind_at(self, cursor: QTextCursor) -> TokenKind | None:
        """The kind of what a caret is in, or at the end of."""
        line = cursor.blockNumber()
        at = stored_index(self._mirror.lines[line], cursor.positionInBlock())
        if at == 0:
            return self._highlighter.kind_before(line)
        inside = (kind for kind, start, end in self._highlighter.tokens(line) if start < at <= end)
        return next(inside, None)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = key_action(event)
        if self.tabChangesFocus() and action in {KeyAction.INDENT, KeyAction.DEDENT}:
            self.focusNextPrevChild(action is KeyAction.INDENT)
            return
        sign = BACKSPACE if action is KeyAction.BACKSPACE else typed_sign(event)
        self.is_typing = bool(sign) and not self.isReadOnly()
        done = (self.has_many and self._press_many(event)) or (
            self._do(action) if action is not None else self._type(sign)
        )
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
        always: dict[KeyAction, Callable[[], object]] = {
            KeyAction.ZOOM_IN: lambda: self.set_zoom(self._px + 1),
            KeyAction.ZOOM_OUT: lambda: self.set_zoom(self._px - 1),
            KeyAction.ZOOM_RESET: lambda: self.set_zoom(BASE_PX),
            KeyAction.HOME: lambda: self.go_home(QTextCursor.MoveMode.MoveAnchor),
            KeyAction.SELECT_HOME: lambda: self.go_home(QTextCursor.MoveMode.KeepAnchor),
            KeyAction.COPY: self.copy,
        }
        edits: dict[KeyAction, Callable[[], object]] = {
            KeyAction.NEW_LINE: lambda: self._edit(self._typist.new_line),
            KeyAction.INDENT: self.indent,
            KeyAction.DEDENT: self.dedent,
            KeyAction.COMMENT: self.toggle_comment,
            KeyAction.UNDO: self.undo,
            KeyAction.REDO: self.redo,
            KeyAction.CUT: self.cut,
            KeyAction.PASTE: self.paste,
        }
        if action in always:
            always[action]()
        elif self.isReadOnly():
            return False
        elif action is KeyAction.BACKSPACE:
            return self._backspace()
        else:
            edits[action]()
        return True

    def _backspace(self) -> bool:
        cursor = self.textCursor()
        if self.has_many or cursor.hasSelection():
            self.delete_at_carets(self._typist.reach_back)
            self.ensureCursorVisible()
            return True
        if not self._typist.backspace(cursor):
            return False
        self.setTextCursor(cursor)
        return True

    def _type(self, sign: str) -> bool:
        """Write one sign with what belongs to it; False to leave it to Qt."""
        if not sign or self.isReadOnly():
            return False
        if self.has_many:
            self._type_everywhere(sign)
            return True
        cursor = self.textCursor()
        if not self._typist.type_character(cursor, sign, in_code=self._is_in_code(cursor)):
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _type_everywhere(self, sign: str) -> None:
        """Write one sign at each of several carets."""
        in_code = {spot: self._is_in_code(self._spot_cursor(spot)) for spot in self._spots()}

        def write(cursor: QTextCursor) -> None:
            spot = (cursor.anchor(), cursor.position())
            if not self._typist.type_character(cursor, sign, in_code=in_code[spot]):
                insert(cursor, self._mirror.codec.stored(sign))

        self._type_at_each(write, joins=sign.isalnum() or sign == "_")
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method writes goes the way of everything pasted when Qt would not keep it."""
        written = event.commitString()
        self.is_typing = bool(written) and not self.isReadOnly()
        if written and (self.has_many or "\n" in written or self._mirror.codec.stored(written) != written):
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
