"""How any text lies in a `QTextDocument`, and back, exactly. No Qt here.

Qt's document is not a string: it breaks blocks at U+2029, U+FDD0 and U+FDD1, breaks lines at U+2028, counts UTF-16
units, cannot take lone surrogates from Python, turns code around at a right-to-left override, and lays out a line as a
whole, which takes 300 ms a key in a line of one megabyte (measured). So a text is *stored*: each invisible character as
one private character that can be drawn as a *mark*, and the middle of a very long line as one that is drawn as a
*fold*. Both are undone on the way out; private characters that were in the text are escaped.

Three ways to count therefore meet here: *text* offsets (code points of the exact text, as everybody outside counts),
*stored* characters (Python's view of what the document holds), and *units* (Qt's positions, UTF-16).
"""

import re
from collections.abc import Iterator

from lapwing.domain.visible import hidden_places

LONG_LINE = 10_000
"""Code points above which a line is folded when it comes in, and not highlighted."""
_FOLD_HEAD, _FOLD_TAIL = 1_000, 100
_UNFOLD_STEP = 50_000

ESCAPE = "\ufdd6"
"""Before a private character (or `Z`, for itself) that is meant as it stands."""
_FIRST_FOLD, _LAST_FOLD = 0xF0000, 0xFFFFF
_FIRST_MARK = 0x100000
"""Marks stand for the character of the Basic Multilingual Plane that is this much below."""

_PRIVATE = re.compile(f"[{ESCAPE}{chr(_FIRST_FOLD)}-\U0010ffff]")
_STORED = re.compile(f"{ESCAPE}[Z{chr(_FIRST_FOLD)}-\U0010ffff]|[\U00010000-\U0010ffff]")
"""What counts differently in text, stored characters and units."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n?")


class CodeText:
    """Stores texts and reads them back.

    One for each document: it keeps the folded stretches, which undo may bring back at any time.
    """

    def __init__(self) -> None:
        self._folded: list[str] = []
        self._fold_of: dict[str, str] = {}

    def stored(self, text: str) -> str:
        """`text` as the document can hold it: long lines folded, line ends `\\n`. Any text will do."""
        if "\r" in text:
            text = _LINE_ENDS.sub("\n", text)
        if len(text) > LONG_LINE:
            text_lines = text.split("\n")
            if max(map(len, text_lines)) > LONG_LINE:
                return "\n".join(map(self._stored_line, text_lines))
        return _escaped(text)

    def exact(self, stored: str) -> str:
        """The text that `stored` stands for."""
        return _STORED.sub(self._exact_of, stored)

    def _stored_line(self, line: str) -> str:
        if len(line) <= LONG_LINE:
            return _escaped(line)
        head, middle, tail = line[:_FOLD_HEAD], line[_FOLD_HEAD:-_FOLD_TAIL], line[-_FOLD_TAIL:]
        return _escaped(head) + self._fold(middle) + _escaped(tail)

    def _fold(self, middle: str) -> str:
        """The one character that stands for `middle`; `middle` itself when none is left."""
        known = self._fold_of.get(middle)
        if known is not None:
            return known
        if _FIRST_FOLD + len(self._folded) > _LAST_FOLD:
            return _escaped(middle)
        char = chr(_FIRST_FOLD + len(self._folded))
        self._folded.append(middle)
        self._fold_of[middle] = char
        return char

    def _exact_of(self, match: re.Match[str]) -> str:
        stored = match[0]
        if stored[0] == ESCAPE:
            return ESCAPE if stored[1] == "Z" else stored[1]
        if is_fold(stored):
            return self._folded_text(stored)
        return marked(stored) if is_mark(stored) else stored

    def _folded_text(self, char: str) -> str:
        """What a fold holds; a private character that no fold has (typed by hand) stands for itself."""
        index = ord(char) - _FIRST_FOLD
        return self._folded[index] if index < len(self._folded) else char

    # counting

    def is_special(self, stored: str) -> bool:
        """Whether text, stored characters and units count differently somewhere in it."""
        return not stored.isascii() and _STORED.search(stored) is not None

    def exact_length(self, stored: str) -> int:
        """Code points of the text that `stored` stands for."""
        return len(stored) - sum(len(m[0]) - self._width(m[0]) for m in _STORED.finditer(stored))

    def _width(self, match: str) -> int:
        """Code points that one special stretch stands for."""
        return len(self._folded_text(match)) if len(match) == 1 and is_fold(match) else 1

    def text_column(self, stored: str, units: int) -> int:
        """The code points of a stored line's text that lie before `units`; within a special stretch: before that."""
        if stored.isascii():
            return min(units, len(stored))
        text, at, rest = 0, 0, units
        for match in _STORED.finditer(stored):
            plain = match.start() - at
            if rest <= plain:
                return text + rest
            wide = unit_length(match[0])
            if rest < plain + wide:
                return text + plain
            text, rest, at = text + plain + self._width(match[0]), rest - plain - wide, match.end()
        return text + min(rest, len(stored) - at)

    def unit_column(self, stored: str, text_column: int) -> int:
        """The inverse: where in units the code point `text_column` of a line's text begins; in a fold: the fold."""
        if stored.isascii():
            return min(text_column, len(stored))
        units, at, rest = 0, 0, text_column
        for match in _STORED.finditer(stored):
            plain = match.start() - at
            if rest <= plain:
                return units + rest
            wide = self._width(match[0])
            if rest < plain + wide:
                return units + plain
            units, rest, at = units + plain + unit_length(match[0]), rest - plain - wide, match.end()
        return units + min(rest, len(stored) - at)

    def has_fold(self, stored: str) -> bool:
        """Whether a part of the line is folded."""
        return bool(self._folded) and any(is_fold(stored[at]) for at in chips(stored))

    def unfolded(self, fold: str) -> str:
        """What takes the place of a fold when a person opens it, stored: its text, or as much as a line can bear."""
        middle = self._folded_text(fold)
        if len(middle) <= _UNFOLD_STEP + LONG_LINE:
            return _escaped(middle)
        return _escaped(middle[:_UNFOLD_STEP]) + self._fold(middle[_UNFOLD_STEP:])

    def folded_length(self, fold: str) -> int:
        """Code points behind a fold."""
        return len(self._folded_text(fold))


def is_fold(char: str) -> bool:
    """Whether a stored character that is not escaped is a fold."""
    return _FIRST_FOLD <= ord(char) <= _LAST_FOLD


def is_mark(char: str) -> bool:
    """Whether a stored character that is not escaped is a mark."""
    return ord(char) >= _FIRST_MARK


def marked(mark: str) -> str:
    """The invisible character that a mark stands for."""
    return chr(ord(mark) - _FIRST_MARK)


def chips(stored: str) -> Iterator[int]:
    """The indices of marks and folds in a stored line, in order."""
    if not stored.isascii():
        yield from (m.start() for m in _STORED.finditer(stored) if len(m[0]) == 1 and ord(m[0]) >= _FIRST_FOLD)


def unit_length(text: str) -> int:
    """UTF-16 units of a text without lone surrogates."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def unit_index(stored: str, index: int) -> int:
    """Where in units the stored character `index` begins."""
    return index if stored.isascii() else unit_length(stored[:index])


def stored_index(stored: str, units: int) -> int:
    """The inverse: which stored character begins at or before `units`."""
    if stored.isascii():
        return min(units, len(stored))
    return len(stored.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _escaped(text: str) -> str:
    """`text` with private characters escaped and invisible ones as marks."""
    if text.isascii():
        return _CONTROLS.sub(lambda match: _mark_of(match[0]), text)
    text = _PRIVATE.sub(lambda match: ESCAPE + ("Z" if match[0] == ESCAPE else match[0]), text)
    pieces, done = [], 0
    for at in hidden_places(text):
        if text[at] not in "\t\n" and ord(text[at]) < 0x10000 and text[at] != ESCAPE:
            pieces += [text[done:at], _mark_of(text[at])]
            done = at + 1
    return "".join([*pieces, text[done:]]) if pieces else text


def _mark_of(char: str) -> str:
    return chr(ord(char) + _FIRST_MARK)
