"""What lies over the text: the caret's line, brackets, occurrences of a name, the places of an error and a warning."""

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from lapwing.gui.theme import Theme


class CodeMarks:
    """The marks of one view, as Qt's extra selections: they are no part of the text and of undo.

    Attributes:
        message: What is wrong at the error's place, plain text; empty when there is no error.
        caution: What to think of before the statement is run, plain text; empty when there is nothing.
    """

    def __init__(self, view: QPlainTextEdit) -> None:
        self._view = view
        self._error: QTextCursor | None = None
        self.message = ""
        self._caution: QTextCursor | None = None
        self.caution = ""
        self._brackets: list[int] | None = []
        """Positions in the document; None while they have to be looked for."""
        self._occurrences: list[QTextCursor] = []
        self._selections: list[QTextCursor] = []
        self._matches: list[QTextCursor] = []

    def set_selections(self, selections: list[QTextCursor]) -> None:
        """Show what other carets than Qt's own select."""
        if selections or self._selections:
            self._selections = selections
            self.show()

    def set_matches(self, places: list[QTextCursor]) -> None:
        """Shade what was found, as far as it is on the screen."""
        if places or self._matches:
            self._matches = places
            self.show()

    def set_brackets(self, positions: list[int]) -> None:
        """Mark the brackets at these positions of the document: two belong together, one alone has no partner."""
        if positions != self._brackets:
            self._brackets = positions
            self.show()

    def text_changed(self) -> None:
        """Positions are others now: brackets have to be looked for again."""
        self._brackets = None
        self._occurrences = []

    def set_occurrences(self, places: list[QTextCursor]) -> None:
        """Shade what is selected by these cursors, or nothing."""
        if places or self._occurrences:
            self._occurrences = places
            self.show()

    def set_error(self, start: int, end: int, message: str) -> None:
        """Underline a stretch of the document, given by Qt's positions; it moves with the text."""
        self._error = QTextCursor(self._view.document())
        self._error.setPosition(start)
        self._error.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.message = message
        self.show()

    def clear_error(self) -> None:
        """Take the underline away."""
        if self._error is not None:
            self._error = None
            self.message = ""
            self.show()

    def set_caution(self, place: QTextCursor | None, message: str) -> None:
        """Underline what a cursor selects as something to think of; None takes that away."""
        had = (self._range(self._caution), self.caution)
        self._caution, self.caution = place, message if place is not None else ""
        if had != (self._range(place), self.caution):
            self.show()

    @property
    def caution_range(self) -> tuple[int, int] | None:
        """Where the caution is now, in Qt's positions."""
        return self._range(self._caution)

    @staticmethod
    def _range(place: QTextCursor | None) -> tuple[int, int] | None:
        return None if place is None else (place.selectionStart(), place.selectionEnd())

    def message_at(self, position: int) -> str:
        """What is to be said about one of Qt's positions; empty for nothing."""
        for place, message in ((self.error, self.message), (self.caution_range, self.caution)):
            if place is not None and place[0] <= position <= place[1]:
                return message
        return ""

    def forget(self) -> None:
        """The text is another one."""
        self._caution = None
        self.caution = ""
        self._error = None
        self.message = ""
        self._brackets = []
        self._occurrences = []
        self._selections = []
        self._matches = []

    @property
    def error(self) -> tuple[int, int] | None:
        """Where the underline is now, in Qt's positions."""
        return self._range(self._error)

    def touches_error(self, start: int, end: int) -> bool:
        """Whether a stretch of the document meets the underlined one."""
        error = self.error
        return error is not None and start <= error[1] and end >= error[0]

    def show(self) -> None:
        """Hand all marks to Qt."""
        colors = Theme.current().colors
        marks = []
        cursor = self._view.textCursor()
        if not cursor.hasSelection():
            look = QTextCharFormat()
            look.setBackground(colors.caret_line)
            look.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(_mark(cursor, look))
        for places, shade in (
            (self._occurrences, colors.accent_background),
            (self._matches, colors.changed),
            (self._selections, colors.selection),
        ):
            look = QTextCharFormat()
            look.setBackground(shade)
            look.setForeground(colors.text)
            marks += [_mark(place, look) for place in places]
        for position in self._brackets or ():
            at = QTextCursor(self._view.document())
            at.setPosition(position)
            at.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            if len(self._brackets or ()) == 1:
                look.setForeground(colors.bad)
                look.setFontUnderline(True)
            else:
                look.setBackground(colors.accent_background)
                look.setForeground(colors.text)
            marks.append(_mark(at, look))
        for underlined, color in ((self._caution, colors.warning), (self._error, colors.bad)):
            if underlined is not None:
                look = QTextCharFormat()
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                look.setUnderlineColor(color)
                marks.append(_mark(underlined, look))
        self._view.setExtraSelections(marks)


def _mark(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format = look
    return mark
