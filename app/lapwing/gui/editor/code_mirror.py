"""The editor's text in Python, line by line beside Qt's document, so that nobody has to ask Qt for all of it.

No Qt here. *Stored*, *units* and *text* are explained in `code_text`.
"""

from bisect import bisect_right
from itertools import accumulate

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.editor.code_text import ESCAPE, CodeText, unit_length


@dataclass(frozen=True, slots=True)
class Edit:
    """At `position`, `removed` code points of the exact text gave way to `added`."""

    position: int
    removed: int
    added: str


class CodeMirror:
    """The stored lines of one document; each is one block of Qt's.

    Positions in text and in Qt's document are the same as long as no line is special; only then is anything counted.

    Attributes:
        codec: What stores and reads back, with the folds of this document.
        lines: Stored lines, at least one, without line ends. Changed by `load` and `splice` only.
    """

    def __init__(self) -> None:
        self.codec = CodeText()
        self.lines: list[str] = [""]
        self._surplus: list[int] = [0]
        self._special = 0
        self._text: str | None = ""
        self._starts: tuple[list[int], list[int]] | None = None

    def load(self, stored: str) -> None:
        """Take over a whole new document."""
        self.lines = stored.split("\n")
        if stored.isascii():
            self._surplus, self._special = [0] * len(self.lines), 0
        else:
            self._surplus = list(map(self._surplus_of, self.lines))
            self._special = sum(map(self.codec.is_special, self.lines))
        self._forget()

    def splice(self, first: int, first_position: int, count: int, lines: list[str]) -> Edit | None:
        """Replace `count` lines from `first` on.

        Args:
            first: Which line.
            first_position: Where it begins in Qt's document.
            count: How many.
            lines: The stored lines that took their place.

        Returns:
            What that changed in the text, as small as possible; None for nothing.
        """
        old = self.lines[first : first + count]
        if old == lines:
            return None
        start = self.line_start(first, first_position)
        edit = self._difference(start, "\n".join(old), "\n".join(lines))
        self._special += sum(map(self.codec.is_special, lines)) - sum(map(self.codec.is_special, old))
        self._surplus[first : first + count] = map(self._surplus_of, lines)
        self.lines[first : first + count] = lines
        self._forget()
        return edit

    def _difference(self, start: int, before: str, after: str) -> Edit | None:
        """The change between two stored stretches that begin at the text offset `start`; escapes are not torn."""
        head = common_prefix(before, after)
        while head and before[head - 1] == ESCAPE:
            head -= 1
        tail = common_suffix(before[head:], after[head:])
        while tail and ESCAPE in (before[-tail - 1 : -tail], after[-tail - 1 : -tail]):
            tail -= 1
        removed = self.codec.exact(before[head : len(before) - tail])
        added = self.codec.exact(after[head : len(after) - tail])
        if removed == added:  # a fold was opened
            return None
        return Edit(start + self.codec.exact_length(before[:head]), len(removed), added)

    def _surplus_of(self, line: str) -> int:
        """Units of a stored line less the code points of its text."""
        return 0 if line.isascii() else unit_length(line) - self.codec.exact_length(line)

    def _forget(self) -> None:
        self._text = None
        self._starts = None

    # reading

    def text(self) -> str:
        """The exact text, lines ended by `\\n`; kept until the next change."""
        if self._text is None:
            joined = "\n".join(self.lines)
            self._text = self.codec.exact(joined) if self._special else joined
        return self._text

    def line_start(self, line: int, position: int) -> int:
        """The text offset at which a line begins that begins at `position` in Qt's document."""
        return position - sum(self._surplus[:line]) if self._special else position

    def to_text(self, line: int, position: int, units: int) -> int:
        """The text offset of a place in Qt's document: `units` behind the start of a line, which is at `position`."""
        if not self._special:
            return position + units
        return self.line_start(line, position) + self.codec.text_column(self.lines[line], units)

    def from_text(self, offset: int) -> int:
        """Qt's position for a text offset that is not negative; one behind the text gives one behind the document."""
        if not self._special:
            return offset
        starts, positions = self._line_starts()
        line = bisect_right(starts, offset, 0, len(self.lines)) - 1
        return positions[line] + self.codec.unit_column(self.lines[line], offset - starts[line])

    def _line_starts(self) -> tuple[list[int], list[int]]:
        """Text offset and Qt's position of the start of each line; kept until the next change."""
        if self._starts is None:
            units = [unit_length(line) + 1 for line in self.lines]
            exact = [size - extra for size, extra in zip(units, self._surplus, strict=True)]
            self._starts = (list(accumulate(exact, initial=0)), list(accumulate(units, initial=0)))
        return self._starts


def common_prefix(a: str, b: str) -> int:
    """How many characters two strings have in common at the start. Compares in blocks: they may be megabytes."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(a: str, b: str) -> int:
    """The same at their ends."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[len(a) - middle : len(a) - low] == b[len(b) - middle : len(b) - low]:
            low = middle
        else:
            high = middle - 1
    return low
