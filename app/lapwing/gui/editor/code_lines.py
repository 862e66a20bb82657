"""What is done with whole lines: duplicated, moved, deleted, joined, trimmed. Also case, and how far an indent reaches.

Each works on the lines that carets touch and is one step of undo. Lines are taken as they are stored (`code_text`), so
that folds and marks go with them unread.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtGui import QTextCursor

from lapwing.gui.editor.code_carets import CodeCarets, Spot, StoredEdit
from lapwing.gui.editor.code_text import unit_length
from lapwing.gui.editor.code_typing import insert
from lapwing.sql.tokens import TokenKind

_BLANKS_AT_END: Final = re.compile(r"[ \t]+$")
_NO_BLANK_BEFORE: Final = (")", "]", ",", ";")
_NO_BLANK_BEHIND: Final = ("(", "[")
_GOES_ON: Final = (TokenKind.STRING, TokenKind.QUOTED_IDENTIFIER, TokenKind.BLOB)

Group = tuple[int, int]
"""First and last line."""
Place = tuple[int, int]
"""A line, and units in it."""


class _Way(NamedTuple):
    """Where a group of lines goes: its first line to the line `base`, the others behind it, or all to that one line."""

    first: int
    last: int
    base: int
    keeps_apart: bool = True


class CodeLines(CodeCarets):
    """Line commands. Nothing happens in a text that is read-only. Qt's thread."""

    # which lines

    def _groups(self) -> list[Group]:
        """The lines that carets touch, those next to each other together, in order.

        A last line of which nothing is selected does not count.
        """
        found: list[Group] = []
        for first, last in sorted(self._lines_of(spot) for spot in self._spots()):
            if found and first <= found[-1][1] + 1:
                found[-1] = (found[-1][0], max(last, found[-1][1]))
            else:
                found.append((first, last))
        return found

    def _lines_of(self, spot: Spot) -> Group:
        start, end = self._place(min(spot)), self._place(max(spot))
        return start[0], end[0] - (end[0] > start[0] and end[1] == 0)

    def _place(self, position: int) -> Place:
        block = self.document().findBlock(position)
        return block.blockNumber(), position - block.position()

    def _start(self, line: int) -> int:
        return self.document().findBlockByNumber(line).position()

    def _end(self, line: int) -> int:
        """Before its line end."""
        return self._start(line) + unit_length(self._mirror.lines[line])

    def _text_of(self, first: int, last: int) -> str:
        return "\n".join(self._mirror.lines[first : last + 1])

    def _edit_lines(self, edits: Sequence[StoredEdit], ways: Sequence[_Way], *, selects: bool = True) -> None:
        """Make edits; carets of each group of lines go with them, in their columns."""
        if not edits or self.isReadOnly():
            return
        places = [(self._place(anchor), self._place(at)) for anchor, at in self._spots()]
        moved = [(_moved(anchor if selects else at, ways), _moved(at, ways)) for anchor, at in places]
        self._apply(edits, lambda: [(self._position(anchor), self._position(at)) for anchor, at in moved])
        self.ensureCursorVisible()

    def _position(self, place: Place) -> int:
        """Qt's position of a place; of one that is not there, the nearest before it."""
        line = max(0, min(place[0], len(self._mirror.lines) - 1))
        if place[0] > line:
            return self._end(line)
        return min(self._start(line) + place[1], self._end(line))

    # commands

    def duplicate(self) -> None:
        """Put the selection once more behind itself, or, where whole lines are meant, the lines below themselves."""
        spots = self._spots()
        if self.isReadOnly():
            return
        if all(a != b and self._place(a)[0] == self._place(b)[0] for a, b in spots):
            self._at_each(_duplicate_selection)
            return
        edits, ways, grown = [], [], 0
        for first, last in self._groups():
            at = self._end(last)
            edits.append(StoredEdit(at, at, "\n" + self._text_of(first, last)))
            grown += last - first + 1
            ways.append(_Way(first, last, first + grown))
        self._edit_lines(edits, ways)

    def move_lines(self, *, down: bool) -> None:
        """Let the lines change places with the one below, or above them."""
        edits, ways = [], []
        for first, last in self._groups():
            other = last + 1 if down else first - 1
            if not 0 <= other < len(self._mirror.lines):
                continue
            text = self._mirror.lines[other]
            if down:
                edits.append(StoredEdit(self._start(first), self._start(first), text + "\n"))
                edits.append(StoredEdit(self._end(last), self._end(other), ""))
            else:
                edits.append(StoredEdit(self._start(other), self._start(first), ""))
                edits.append(StoredEdit(self._end(last), self._end(last), "\n" + text))
            ways.append(_Way(first, last, first + (1 if down else -1)))
        self._edit_lines(edits, ways)

    def delete_lines(self) -> None:
        """Take the lines away, line ends too; carets keep their columns in the lines that come up."""
        edits, ways, gone = [], [], 0
        for first, last in self._groups():
            if last + 1 < len(self._mirror.lines):
                edits.append(StoredEdit(self._start(first), self._start(last + 1), ""))
            else:
                edits.append(StoredEdit(self._end(first - 1) if first else 0, self._end(last), ""))
            ways.append(_Way(first, last, first - gone, keeps_apart=False))
            gone += last - first + 1
        self._edit_lines([edit for edit in edits if edit.start != edit.end], ways, selects=False)

    def join_lines(self) -> None:
        """Make one line of the selected ones, or of the caret's and the next; one blank is left between them."""
        edits, carets, shift = [], [], 0
        for first, last in self._groups():
            last = min(max(last, first + 1), len(self._mirror.lines) - 1)
            if first == last:
                continue
            text, seam = _joined(self._mirror.lines[first : last + 1])
            start, end = self._start(first), self._end(last)
            edits.append(StoredEdit(start, end, text))
            carets.append(start + seam + shift)
            shift += unit_length(text) - (end - start)
        if edits and not self.isReadOnly():
            self._apply(edits, lambda: [(at, at) for at in carets])
            self.ensureCursorVisible()

    def change_case(self, upper: bool) -> None:
        """Write the selection, or the word at the caret, in capital or in small letters."""
        if not self.isReadOnly():
            self._at_each(lambda cursor: self._write_case(cursor, upper=upper))

    def _write_case(self, cursor: QTextCursor, *, upper: bool) -> None:
        caret = cursor.position() if not cursor.hasSelection() else None
        if caret is not None:
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        start = cursor.selectionStart()
        codec = self._mirror.codec
        exact = codec.exact(cursor.selectedText().replace("\u2029", "\n"))
        changed = exact.upper() if upper else exact.lower()
        if changed != exact:
            insert(cursor, codec.stored(changed))
        end = start + unit_length(codec.stored(changed))
        cursor.setPosition(start if caret is None else min(caret, end))
        if caret is None:
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)

    def trim_trailing_blanks(self) -> int:
        """Take blanks at line ends away, in the selected lines or everywhere; how many lines had some.

        What a string or a quoted name that goes on in the next line ends with belongs to it, and stays.
        """
        if self.isReadOnly():
            return 0
        groups = self._groups() if self.textCursor().hasSelection() else [(0, len(self._mirror.lines) - 1)]
        lines = (line for first, last in groups for line in range(first, last + 1))
        found = [(line, match) for line in lines if (match := _BLANKS_AT_END.search(self._mirror.lines[line]))]
        if found:
            self._highlighter.know_all()
        edits = []
        for line, match in found:
            if self._highlighter.kind_before(line + 1) not in _GOES_ON:
                end = self._end(line)
                edits.append(StoredEdit(end - len(match[0]), end, ""))
        self._apply(edits)
        return len(edits)


def _duplicate_selection(cursor: QTextCursor) -> None:
    text = cursor.selectedText()
    end = cursor.selectionEnd()
    cursor.setPosition(end)
    insert(cursor, text)
    after = cursor.position()
    cursor.setPosition(end)
    cursor.setPosition(after, QTextCursor.MoveMode.KeepAnchor)


def _joined(lines: Sequence[str]) -> tuple[str, int]:
    """Lines as one, and where in it, in units, the last of them begins."""
    text, seam = lines[0], 0
    for line in lines[1:]:
        following = line.lstrip(" \t")
        head = _with_gap(text.rstrip(" \t") if text.strip(" \t") else text, following)
        text, seam = head + following, unit_length(head)
    return text, seam


def _with_gap(head: str, following: str) -> str:
    """A line's text, and one blank unless nothing or a bracket makes it needless."""
    if not head.strip(" \t") or not following:
        return head
    if head.endswith(_NO_BLANK_BEHIND) or following.startswith(_NO_BLANK_BEFORE):
        return head
    return head + " "


def _moved(place: Place, ways: Sequence[_Way]) -> Place:
    """Where a place goes with its group; the line behind a group is selected up to its start, and goes with it."""
    line, units = place
    for way in ways:
        if way.first <= line <= way.last + 1:
            return way.base + (line - way.first if way.keeps_apart else 0), units
    return place
