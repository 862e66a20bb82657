"""Colours for the lines one sees, found out without ever going through a whole document at once.

`QSyntaxHighlighter` formats every block when a text is set, and all that follow when a comment is opened: half a
second to two seconds in 60,000 lines. Here two things are kept apart. What state each line ends in (inside a comment, a
string) is worked out from the top, in slices of a few milliseconds. Formats are given only to lines on the screen.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from lapwing.gui.editor.code_colors import chip_format, name_formats, token_formats
from lapwing.gui.editor.code_mirror import CodeMirror
from lapwing.gui.editor.code_names import NameWatch, named_parameters, names_behind_dots
from lapwing.gui.editor.code_text import LONG_LINE, chips, unit_index
from lapwing.gui.theme import Theme
from lapwing.sql.tokens import Token, TokenKind

LineLexer = Callable[[str, int], tuple[Sequence[Token], int]]
"""From a line and the state it begins in to its tokens and the state it ends in; a text begins in 0.

`Dialect.lex_line` is one.
"""

_SLICE_S = 0.004
_PAUSE_MS = 8
_UNKNOWN = -1
_WIDE_LINE = 1_500
"""Code points above which only the columns around those on the screen get formats."""
_WINDOW = 500
_MOST_WINDOWS = LONG_LINE // _WINDOW + 2
_REMEMBERED = 64

Lexed = tuple[Sequence[Token], int]


class CodeHighlighter(QObject):
    """Keeps one document's visible lines coloured. Qt's thread.

    Attributes:
        names: Which words are names of tables.

    Signals:
        states_changed: More is known about lines further down: those on the screen may have to be shown again.
        words_seen: `names` has seen words that it does not know.
    """

    states_changed = Signal()
    words_seen = Signal()

    def __init__(self, document: QTextDocument, mirror: CodeMirror, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._mirror = mirror
        self._lexer: LineLexer | None = None
        self._ends: list[int] = [_UNKNOWN]
        """State at the end of each line. The first `_known` are right; up to `_settled` they follow from each other."""
        self._shown: list[int] = [_UNKNOWN]
        """The state each line began in when it got its formats, and which columns those are for."""
        self._known = 0
        self._settled = 0
        self._lexed: dict[tuple[str, int], Lexed] = {}
        """Long lines looked at of late: one key asks for the tokens of its line several times."""
        self._formats: dict[TokenKind, QTextCharFormat] = {}
        self._chip_width: Callable[[str], float] = lambda _chip: 0.0
        self.names = NameWatch()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._go_on)
        self.take_colors()

    # what changes

    def set_lexer(self, lexer: LineLexer | None) -> None:
        """Colour by another language, or not at all."""
        self._lexer = lexer
        self._lexed.clear()
        self.restart()

    def take_colors(self) -> None:
        """The theme is another one now."""
        self._formats = token_formats(Theme.current().colors)
        self._name_formats = name_formats(Theme.current().colors)
        self.show_again()

    def show_again(self) -> None:
        """What is shown has to get its formats anew."""
        self._shown = [_UNKNOWN] * len(self._shown)

    def take_chip_width(self, width_of: Callable[[str], float]) -> None:
        """How much room a mark or a fold takes, in a size of the text that is new now."""
        self._chip_width = width_of
        self.show_again()

    def restart(self) -> None:
        """Forget everything: the text or the language is another one."""
        count = len(self._mirror.lines)
        self._ends = [_UNKNOWN] * count
        self._shown = [_UNKNOWN] * count
        self._known = self._settled = 0
        self._advance()

    def lines_replaced(self, first: int, removed: int, added: int) -> None:
        """Lines were edited; the mirror has them already."""
        self._ends[first : first + removed] = [_UNKNOWN] * added
        self._shown[first : first + removed] = [_UNKNOWN] * added
        if first < self._known:
            self._settled = self._known + added - removed if self._known >= first + removed else first
            self._known = first
        elif first < self._settled:
            self._settled = max(self._known, first)
        self._advance()

    # states, from the top

    @property
    def is_working(self) -> bool:
        """Whether lines further down are still to be looked at."""
        return self._timer.isActive()

    def state_before(self, line: int) -> int:
        """The state a line begins in, as far as that is known yet."""
        return max(self._ends[line - 1], 0) if line else 0

    def tokens(self, line: int) -> Sequence[Token]:
        """The tokens of a line; none without a language, or in a line that is too long.

        Offsets count stored characters.
        """
        return self._lex(line, self.state_before(line))[0]

    def kind_before(self, line: int) -> TokenKind | None:
        """The kind of what goes on at the very start of a line: a comment, a string, or anything that is code."""
        if self._lexer is None:
            return None
        probed = self._lexer(" ", self.state_before(line))[0]
        return probed[0].kind if probed else None

    def know_all(self) -> None:
        """Work out the states of all lines now: for what has to be right everywhere before it edits."""
        while self.is_working:
            self._advance()

    def _lex(self, line: int, state: int) -> Lexed:
        text = self._mirror.lines[line]
        if self._lexer is None or len(text) > LONG_LINE or self._mirror.codec.has_fold(text):
            return (), state
        if len(text) < _WIDE_LINE:
            return self._lexer(text, state)
        known = self._lexed.get((text, state))
        if known is None:
            if len(self._lexed) >= _REMEMBERED:
                self._lexed.clear()
            known = self._lexed[text, state] = self._lexer(text, state)
        return known

    def _advance(self) -> None:
        """Work states out for a few milliseconds; the timer goes on from there."""
        deadline = perf_counter() + _SLICE_S
        ends, count = self._ends, len(self._ends)
        line = self._known
        if self._lexer is None:
            line = count
        while line < count:
            end = self._lex(line, max(ends[line - 1], 0) if line else 0)[1]
            before, ends[line] = ends[line], end
            line += 1
            if end == before and line < self._settled:
                line = self._settled
            if perf_counter() > deadline:
                break
        self._known = line
        self._settled = max(self._settled, line)
        if line < count:
            self._timer.start()
        else:
            self._timer.stop()

    def _go_on(self) -> None:
        self._advance()
        self.states_changed.emit()

    # formats, where one looks

    def show_lines(self, first: QTextBlock, last_line: int, columns: range) -> None:
        """Give the right formats to the lines from a block on, as far as they have not got them.

        Args:
            first: The first line on the screen.
            last_line: The last one; it may be more than there are.
            columns: What is on the screen of each line, roughly. Of a very wide line no more gets formats.
        """
        block = first
        line = block.blockNumber()
        begin = end = -1
        while block.isValid() and line <= last_line and line < len(self._shown):
            stored = self._mirror.lines[line]
            state = self.state_before(line)
            window = columns.start // _WINDOW + 1 if len(stored) > _WIDE_LINE else 0
            key = state * _MOST_WINDOWS + window
            if self._shown[line] != key:
                self._shown[line] = key
                around = range(max(columns.start - _WINDOW, 0), columns.stop + 2 * _WINDOW)
                self._format(block, stored, self._lex(line, state)[0], around if window else None)
                begin = block.position() if begin < 0 else begin
                end = block.position() + block.length()
            block = block.next()
            line += 1
        if begin >= 0:
            self._document.markContentsDirty(begin, end - begin)
            if self.names.unknown:
                self.words_seen.emit()

    def _format(self, block: QTextBlock, stored: str, tokens: Sequence[Token], columns: range | None) -> None:
        ranges = []
        seen = names_behind_dots(stored, _within(tokens, columns) if columns else tokens)
        for kind, start, end in seen:
            look = self._formats.get(kind)
            if look is not None:
                ranges.append((start, end, look))
        ranges += [(start, end, self._name_formats[kind]) for start, end, kind in self.names.stretches(stored, seen)]
        if ":" in stored:
            look = self._formats[TokenKind.PARAMETER]
            ranges += [(start, end, look) for start, end in named_parameters(stored, seen)]
        if not stored.isascii():
            ranges += [(at, at + 1, chip_format(self._chip_width(stored[at]))) for at in chips(stored)]
            ranges = [(unit_index(stored, start), unit_index(stored, end), look) for start, end, look in ranges]
        layout = block.layout()
        made = [_range(start, end - start, look) for start, end, look in ranges]
        composed = layout.preeditAreaText()
        layout.setFormats(_around_preedit(layout, made, len(composed)) if composed else made)


def _within(tokens: Sequence[Token], columns: range) -> Sequence[Token]:
    """The tokens that touch some columns."""
    first = bisect_right(tokens, columns.start, key=lambda token: token.end)
    return tokens[first : bisect_right(tokens, columns.stop, key=lambda token: token.start)]


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = look
    return made


def _around_preedit(
    layout: QTextLayout, ranges: list[QTextLayout.FormatRange], length: int
) -> list[QTextLayout.FormatRange]:
    """`ranges` with room for what an input method composes, whose own formats stay."""
    at = layout.preeditAreaPosition()
    shifted = []
    for made in ranges:
        end = made.start + made.length
        start = made.start + length if made.start >= at else made.start
        shifted.append(_range(start, (end + length if end > at else end) - start, made.format))
    inside = [made for made in layout.formats() if at <= made.start and made.start + made.length <= at + length]
    return shifted + inside
