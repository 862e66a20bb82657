"""CSV by RFC 4180: a header, CRLF, quotes only where they are needed; NULL is nothing, the empty text is `""`.

With other options: another delimiter, quote, line end or encoding, another text for NULL, quotes around everything.
"""

import re
from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import LineEnd, WriteOptions
from lapwing.domain.transfer_errors import BytesAsEscapes
from lapwing.domain.values import Cell, Row
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.cells import cell_text, first_raw, number_texts
from lapwing.formats.encoding import Encoding

LINE_ENDS: Final = {LineEnd.LF: "\n", LineEnd.CRLF: "\r\n"}
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
"""What a spreadsheet takes a cell for a formula by (OWASP, CSV injection)."""
_NUMBER: Final = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


class CsvFormat(Format):
    """Works by columns: a batch of one column's cells is mostly of one type, and then one call does them all."""

    between = b"\r\n"

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        super().__init__(columns, options)
        self._encoding = Encoding(options)
        self._end = LINE_ENDS[options.line_end]
        self._null = options.null_text
        self._quote = options.quote
        self._signs = (options.delimiter, options.quote, "\n", "\r")
        self._needs_quotes = re.compile("[" + re.escape("".join(self._signs)) + "]").search
        self._is_usual = not options.quote_all and not options.guard_formulas and not options.null_text

    def head(self) -> bytes:
        if not self.options.header:
            return self._encoding.mark
        names = [self._guarded(column.name) for column in self.columns]
        return self._encoding.head(self.options.delimiter.join(map(self._quoted, names)) + self._end)

    def written(self, rows: Sequence[Row]) -> bytes:
        for cells in zip(*rows, strict=True):
            count, first = first_raw(cells) if not _is_ordinary(cells) else (0, 0)
            if count:
                self.notes.add(BytesAsEscapes, self.row_count + first + 1, count)
        return self._encoding.rows(rows, self._lines, self.row_count)

    def _lines(self, rows: Sequence[Row]) -> str:
        columns = [self._texts(cells) for cells in zip(*rows, strict=True)]
        return self._end.join(map(self.options.delimiter.join, zip(*columns, strict=True))) + self._end

    def _texts(self, cells: Sequence[Cell]) -> Sequence[str]:
        """One column's cells as they stand in the file."""
        if not self._is_usual:
            return [self._text(cell) for cell in cells]
        first = cells[0]
        if type(first) is int or type(first) is float:
            numbers = number_texts(cells)
            if numbers is not None:
                return numbers
        try:
            joined = "\0".join(cells)  # type: ignore[arg-type]
        except TypeError:
            return self._texts_among_null(cells)
        if self._is_plain(joined) and first and cells[-1] and "\0\0" not in joined:
            return cells  # type: ignore[return-value]
        return [self._quoted(cell) for cell in cells]  # type: ignore[arg-type]

    def _texts_among_null(self, cells: Sequence[Cell]) -> Sequence[str]:
        """The same where some are NULL, or of several types."""
        present = [cell for cell in cells if cell is not None]
        if present and len(present) < len(cells):
            texts = iter(self._texts(present))
            return [self._null if cell is None else next(texts) for cell in cells]
        return [self._text(cell) for cell in cells]

    def _is_plain(self, text: str) -> bool:
        """Four searches for one character each take a third of the time of one for any of them."""
        one, two, three, four = self._signs
        return one not in text and two not in text and three not in text and four not in text

    def _text(self, cell: Cell) -> str:
        if cell is None:
            return self._null
        if type(cell) is str:
            return self._quoted(self._guarded(cell))
        text = str(cell) if type(cell) is int else cell_text(cell, self.options.binary)
        return self._quoted(text)

    def _guarded(self, text: str) -> str:
        """The text so that no spreadsheet takes it for a formula; numbers stay."""
        if not self.options.guard_formulas or not _FORMULA.match(text) or _NUMBER.fullmatch(text):
            return text
        return "'" + text

    def _quoted(self, text: str) -> str:
        if text and text != self._null and not self.options.quote_all and not self._needs_quotes(text):
            return text
        return self._quote + text.replace(self._quote, self._quote * 2) + self._quote


def _is_ordinary(cells: Sequence[Cell]) -> bool:
    """Whether there is nothing but texts, which one call tells."""
    try:
        "".join(cells)  # type: ignore[arg-type]
    except TypeError:
        return False
    return True
