"""Rows out of a clipboard: text with tabs between cells, as spreadsheets and the grid itself write it. No Qt here."""

import re
from typing import Final

from lapwing.domain.late_dataclass import dataclass

MOST_CHARS: Final = 50_000_000
"""Longer texts are not pasted into a grid."""
_END: Final = re.compile(r"[\t\n\r]")


@dataclass(frozen=True, slots=True)
class PastedRows:
    """Rows of texts; an empty one may mean NULL as well as an empty text, which who pastes decides."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(map(len, self.rows), default=0)

    @property
    def is_even(self) -> bool:
        """Whether all rows have the same number of columns."""
        return len({len(row) for row in self.rows}) <= 1


def rows_of(text: str) -> PastedRows:
    """The rows of a tab-separated text. A cell that begins with a quote may hold tabs, line ends and doubled quotes.

    A quote that is never closed is an ordinary sign, and so is one in the middle of a cell. A line end behind the last
    row begins no further one.
    """
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    at, size = 0, len(text)
    while at < size:
        cell, at = _cell_at(text, at)
        row.append(cell)
        if at >= size:
            break
        if text[at] == "\t":
            at += 1
            if at == size:
                row.append("")
            continue
        rows.append(tuple(row))
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
    if row:
        rows.append(tuple(row))
    return PastedRows(tuple(rows))


def _cell_at(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at a place, and where it ends: at a tab, a line end or the end of the text."""
    if text.startswith('"', at):
        end = _closing_quote(text, at + 1)
        if end >= 0:
            return text[at + 1 : end].replace('""', '"'), end + 1
    found = _END.search(text, at)
    end = found.start() if found is not None else len(text)
    return text[at:end], end


def _closing_quote(text: str, at: int) -> int:
    """Where the quote is that closes a cell begun before `at`; -1 when there is none with a cell's end behind it."""
    while True:
        at = text.find('"', at)
        if at < 0:
            return -1
        if text.startswith('"', at + 1):
            at += 2
            continue
        return at if at + 1 == len(text) or text[at + 1] in "\t\n\r" else -1
