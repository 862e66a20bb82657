"""More than one caret: where they stand, what is done at all of them at once, and where undo puts them back.

A *spot* is a caret with what it selects: anchor and position, as Qt counts. The main caret is Qt's own; the others are
cursors of ours, which move with the text as Qt's does.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.editor.code_places import CodePlaces
from lapwing.gui.editor.code_text import unit_length
from lapwing.gui.editor.code_typing import insert
from lapwing.gui.theme import Theme

MOST_CARETS: Final = 2_000
_REMEMBERED: Final = 500
_CARET_PX: Final = 2

Spot = tuple[int, int]
_MOVE: Final = QTextCursor.MoveMode.MoveAnchor
_KEEP: Final = QTextCursor.MoveMode.KeepAnchor


class StoredEdit(NamedTuple):
    """Between two of Qt's positions comes another stored text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of undo: how many came before it, and the carets on both sides of it."""

    before_it: int
    before: tuple[Spot, ...]
    after: tuple[Spot, ...]


class CodeCarets(CodePlaces):
    """Text, and one caret or several; what changes the text at them is one step of undo. Qt's thread.

    Signals of its bases. Everything that puts the caret somewhere by `select` or `set_caret` leaves one caret.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._extra: list[QTextCursor] = []
        self._steps: dict[int, _Step] = {}
        """By the number of Qt's undo steps right after each."""
        self._is_lit = True
        self._blinking = QTimer(self)
        self._blinking.timeout.connect(self._blink)
        self._typed_run: tuple[int, tuple[Spot, ...]] | None = None
        """The revision and the spots after a sign was typed at several carets: the next one joins its step."""

    # where they are

    @property
    def has_many(self) -> bool:
        """Whether there is more than one caret."""
        return bool(self._extra)

    @property
    def carets(self) -> list[tuple[int, int]]:
        """Anchor and position of every caret as offsets of the text, the main one first."""
        return [(self._text_offset(anchor), self._text_offset(at)) for anchor, at in self._spots()]

    def set_carets(self, carets: Sequence[tuple[int, int]]) -> None:
        """Put carets at these anchors and positions of the text, the first one the main one; what meets is joined."""
        self._take([self._cursor(*caret) for caret in carets[:MOST_CARETS]])
        self.ensureCursorVisible()

    def drop_carets(self) -> None:
        """Leave the main one alone."""
        if self._extra:
            self._extra = []
            self._show_carets()

    def select(self, start: int, end: int) -> None:
        self._extra = []
        super().select(start, end)
        self._show_carets()

    def _spots(self) -> tuple[Spot, ...]:
        return tuple((cursor.anchor(), cursor.position()) for cursor in (self.textCursor(), *self._extra))

    def _spot_cursor(self, spot: Spot) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, min(spot[0], last)))
        if spot[1] != spot[0]:
            cursor.setPosition(max(0, min(spot[1], last)), _KEEP)
        return cursor

    def _take(self, cursors: Sequence[QTextCursor]) -> None:
        """These are the carets from now on, the main one first."""
        kept = joined(cursors)
        self._extra = kept[1:]
        self.setTextCursor(kept[0])
        self._show_carets()

    def _take_spots(self, spots: Iterable[Spot]) -> None:
        self._take([self._spot_cursor(spot) for spot in spots])

    def _show_carets(self) -> None:
        self._marks.set_selections([cursor for cursor in self._extra if cursor.hasSelection()])
        self.setCursorWidth(0 if self._extra else _CARET_PX)  # several are all drawn here, so that they blink together
        self._is_lit = True
        if self._extra and QApplication.cursorFlashTime() > 0:
            self._blinking.start(QApplication.cursorFlashTime() // 2)
        else:
            self._blinking.stop()
        self.viewport().update()

    def _blink(self) -> None:
        self._is_lit = not self._is_lit
        self.viewport().update()

    def _paint_carets(self, painter: QPainter) -> None:
        """Draw all of several."""
        if not self._extra or not self._is_lit or not self.hasFocus():
            return
        color = Theme.current().colors.text
        seen = self.viewport().rect()
        for cursor in (self.textCursor(), *self._extra):
            rect = self.cursorRect(cursor)
            rect.setWidth(_CARET_PX)
            if rect.intersects(seen):
                painter.fillRect(rect, color)

    # changing the text

    def _step_of_undo(
        self, change: Callable[[], None], after: Callable[[], Iterable[Spot]], *, joins: bool = False
    ) -> None:
        """Change the document as one step of undo.

        Args:
            change: Does it.
            after: Tells, when the document is whole again, where the carets then are, the main one first.
            joins: Whether it belongs to the step before it.
        """
        document = self.document()
        before_it, before = document.availableUndoSteps(), self._spots()
        known = self._steps.get(before_it) if joins else None
        group = QTextCursor(document)
        if joins:
            group.joinPreviousEditBlock()
        else:
            group.beginEditBlock()
        try:
            change()
        finally:
            group.endEditBlock()
        self._take_spots(after())
        if known is not None:
            before_it, before = known.before_it, known.before
        if document.availableUndoSteps() != before_it:
            self._steps[document.availableUndoSteps()] = _Step(before_it, before, self._spots())
            if len(self._steps) > _REMEMBERED:
                del self._steps[next(iter(self._steps))]

    def _apply(self, edits: Iterable[StoredEdit], after: Callable[[], Iterable[Spot]] | None = None) -> None:
        """Make edits that do not overlap as one step of undo; carets go with the text unless it is said where to."""
        ordered = sorted(edits)

        def change() -> None:
            cursor = QTextCursor(self.document())
            for edit in reversed(ordered):
                cursor.setPosition(edit.start)
                cursor.setPosition(edit.end, _KEEP)
                insert(cursor, edit.text)

        if ordered:
            self._step_of_undo(change, after or self._spots)

    def _at_each(self, change: Callable[[QTextCursor], object], *, joins: bool = False) -> None:
        """Do the same at every caret as one step of undo. A change may only touch what is at its own caret."""
        spots = self._spots()
        order = sorted(range(len(spots)), key=lambda number: min(spots[number]))
        found: dict[int, tuple[int, int, int]] = {}

        def everywhere() -> None:
            document = self.document()
            for number in reversed(order):
                size = document.characterCount()
                cursor = self._spot_cursor(spots[number])
                change(cursor)
                found[number] = (cursor.anchor(), cursor.position(), document.characterCount() - size)

        def after() -> list[Spot]:
            done: dict[int, Spot] = {}
            shift = 0
            for number in order:
                anchor, at, grown = found[number]
                done[number] = (anchor + shift, at + shift)
                shift += grown
            return [done[number] for number in range(len(spots))]

        self._step_of_undo(everywhere, after, joins=joins)

    def _type_at_each(self, write: Callable[[QTextCursor], object], *, joins: bool) -> None:
        """Write a sign at several carets; signs of one word that follow each other are one step of undo."""
        now = (self.document().revision(), self._spots())
        self._at_each(write, joins=joins and self._typed_run == now)
        self._typed_run = (self.document().revision(), self._spots())

    def delete_at_carets(self, reach: Callable[[QTextCursor], None]) -> None:
        """Take away what is selected, or, where nothing is, what `reach` selects from a caret on."""
        cursors = [self._spot_cursor(spot) for spot in self._spots()]
        for cursor in cursors:
            if not cursor.hasSelection():
                reach(cursor)
        ranges = united((cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors)
        edits = [StoredEdit(start, end, "") for start, end in ranges if start != end]
        ends = [cursor.selectionStart() for cursor in cursors]
        places = [shifted(at, edits) for at in ends]
        self._apply(edits, lambda: [(place, place) for place in places])

    def move_carets(self, operation: QTextCursor.MoveOperation, mode: QTextCursor.MoveMode, count: int = 1) -> None:
        """Move every caret; of a selection that is left, the side one goes to is where the caret then is."""
        cursors = [self.textCursor(), *self._extra]
        for cursor in cursors:
            if cursor.hasSelection() and mode == _MOVE and operation in _SIDES:
                side = cursor.selectionStart() if _SIDES[operation] else cursor.selectionEnd()
                cursor.setPosition(side)
            else:
                cursor.movePosition(operation, mode, count)
        self._take(cursors)

    # undo

    def undo(self) -> None:
        """Take back the last step; carets go where they were before it."""
        document = self.document()
        step = self._steps.get(document.availableUndoSteps())
        self._extra = []
        super().undo()
        if step is not None and step.before_it == document.availableUndoSteps():
            self._take_spots(step.before)
        self._show_carets()
        self.ensureCursorVisible()

    def redo(self) -> None:
        """Make the step again; carets go where they were after it."""
        document = self.document()
        before_it = document.availableUndoSteps()
        self._extra = []
        super().redo()
        step = self._steps.get(document.availableUndoSteps())
        if step is not None and step.before_it == before_it:
            self._take_spots(step.after)
        self._show_carets()
        self.ensureCursorVisible()

    def _forget_steps(self) -> None:
        """The text is another one."""
        self._steps.clear()
        self._typed_run = None
        self.drop_carets()


_SIDES: Final = {
    QTextCursor.MoveOperation.Left: True,
    QTextCursor.MoveOperation.Right: False,
    QTextCursor.MoveOperation.PreviousCharacter: True,
    QTextCursor.MoveOperation.NextCharacter: False,
}


def joined(cursors: Sequence[QTextCursor]) -> list[QTextCursor]:
    """Carets, of which those that overlap or stand at each other's edge have become one. The first stays first."""
    main = cursors[0]
    kept: list[QTextCursor] = []
    for cursor in sorted(cursors, key=lambda one: (one.selectionStart(), one.selectionEnd())):
        if kept and _meet(kept[-1], cursor):
            both = _union(kept[-1], cursor)
            if main is kept[-1] or main is cursor:
                main = both
            kept[-1] = both
        else:
            kept.append(cursor)
    return [main, *(cursor for cursor in kept if cursor is not main)]


def _meet(first: QTextCursor, second: QTextCursor) -> bool:
    """Whether two carets in the order of the text overlap, or touch while one selects nothing."""
    if second.selectionStart() < first.selectionEnd():
        return True
    touch = second.selectionStart() == first.selectionEnd()
    return touch and not (first.hasSelection() and second.hasSelection())


def _union(first: QTextCursor, second: QTextCursor) -> QTextCursor:
    start = min(first.selectionStart(), second.selectionStart())
    end = max(first.selectionEnd(), second.selectionEnd())
    for one in (first, second):
        if (one.selectionStart(), one.selectionEnd()) == (start, end):
            return one
    shown = second if second.hasSelection() else first
    is_backward = shown.position() < shown.anchor()
    made = QTextCursor(first)
    made.setPosition(end if is_backward else start)
    made.setPosition(start if is_backward else end, _KEEP)
    return made


def shifted(place: int, edits: Sequence[StoredEdit]) -> int:
    """Where a place is after edits, which are in order; one inside an edit goes to its start."""
    grown = 0
    for start, end, text in edits:
        if end > place:
            return min(place, start) + grown
        grown += unit_length(text) - (end - start)
    return place + grown


def united(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def end_of(block: QTextBlock) -> int:
    """Qt's position at the end of a line, before its line end."""
    return block.position() + block.length() - 1
