"""A table for reading: columns as wide as the first rows need, numbers to the right, NULL as `NULL`.

Nothing is ever cut: a cell wider than its column lets its line run over.
"""

from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.values import Row
from lapwing.domain.visible import visible_text
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.cells import display_width, is_number, shown_text

MEASURED_ROWS: Final = 200
_MEASURED_CHARS: Final = 1 << 20
"""Measuring ends earlier when the rows held back have so many characters."""
_WIDEST: Final = 100
"""One long text does not push the columns behind it out of sight: beyond this its line runs over."""


class TableFormat(Format):
    """Holds the first rows back until their widths are known."""

    between = b"\n"

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        super().__init__(columns, options)
        self._held: list[list[str]] = []
        self._held_chars = 0
        self._widths: list[int] = []
        """Blanks fill a cell up to these; nothing needs filling behind the last one when it stands to the left."""
        self._is_right: list[bool] = []
        self._numbers = [0] * len(columns)
        self._texts = [0] * len(columns)

    def head(self) -> bytes:
        return b""

    def written(self, rows: Sequence[Row]) -> bytes:
        if self._widths:
            return self._lines([list(map(shown_text, row)) for row in rows])
        for number, row in enumerate(rows):
            self._measure(row)
            if len(self._held) == MEASURED_ROWS or self._held_chars >= _MEASURED_CHARS:
                begun = self.rest()
                return begun + (self.written(rows[number + 1 :]) if number + 1 < len(rows) else b"")
        return b""

    def _measure(self, row: Row) -> None:
        texts = list(map(shown_text, row))
        self._held.append(texts)
        self._held_chars += sum(map(len, texts))
        for index, cell in enumerate(row):
            if is_number(cell):
                self._numbers[index] += 1
            elif cell is not None:
                self._texts[index] += 1

    def rest(self) -> bytes:
        """Head and rows held back; widths and sides are settled with it."""
        if self._widths:
            return b""
        names = [visible_text(column.name) for column in self.columns]
        columns = list(zip(names, *self._held, strict=True))
        self._widths = [min(max(1, *map(display_width, column)), _WIDEST) for column in columns]
        self._is_right = [
            not texts and bool(numbers or column.is_numeric)
            for column, numbers, texts in zip(self.columns, self._numbers, self._texts, strict=True)
        ]
        rule = "-+-".join("-" * width for width in self._widths) + "\n"
        if not self._is_right[-1]:
            self._widths[-1] = 0
        held, self._held = self._held, []
        return self._lines([names]) + rule.encode() + self._lines(held)

    def _lines(self, rows: Sequence[Sequence[str]]) -> bytes:
        lines = [" | ".join(map(_padded, row, self._widths, self._is_right)) + "\n" for row in rows]
        return "".join(lines).encode()


def _padded(text: str, width: int, is_right: bool) -> str:
    blanks = " " * (width - display_width(text))
    return blanks + text if is_right else text + blanks
