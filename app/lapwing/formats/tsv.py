"""Text with tabs as PostgreSQL's COPY and MySQL's LOAD DATA write and read it.

A tab between values, a line end behind each row; NULL is `\\N`; backslash, tab and line ends inside a value stand as
`\\\\`, `\\t`, `\\n` and `\\r`. So every value is exact, and each row is one line (PostgreSQL's manual: COPY, text
format).
"""

from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.transfer_errors import BytesAsEscapes
from lapwing.domain.values import Cell, RawText, Row
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.cells import cell_text, number_texts
from lapwing.formats.csv import LINE_ENDS
from lapwing.formats.encoding import Encoding

_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_NULL: Final = "\\N"


class TsvFormat(Format):
    between = b"\n"

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        super().__init__(columns, options)
        self._encoding = Encoding(options)
        self._end = LINE_ENDS[options.line_end]

    def head(self) -> bytes:
        if not self.options.header:
            return self._encoding.mark
        return self._encoding.head("\t".join(column.name.translate(_ESCAPES) for column in self.columns) + self._end)

    def written(self, rows: Sequence[Row]) -> bytes:
        for number, row in enumerate(rows, self.row_count + 1):
            if RawText in map(type, row):
                self.notes.add(BytesAsEscapes, number, [*map(type, row)].count(RawText))
        return self._encoding.rows(rows, self._lines, self.row_count)

    def _lines(self, rows: Sequence[Row]) -> str:
        columns = [self._texts(cells) for cells in zip(*rows, strict=True)]
        return self._end.join(map("\t".join, zip(*columns, strict=True))) + self._end

    def _texts(self, cells: Sequence[Cell]) -> Sequence[str]:
        try:
            joined = "".join(cells)  # type: ignore[arg-type]
        except TypeError:
            numbers = number_texts(cells) if type(cells[0]) in (int, float) else None
            return numbers if numbers is not None else [self._text(cell) for cell in cells]
        if "\\" not in joined and "\t" not in joined and "\n" not in joined and "\r" not in joined:
            return cells  # type: ignore[return-value]
        return [str(cell).translate(_ESCAPES) for cell in cells]

    def _text(self, cell: Cell) -> str:
        if cell is None:
            return _NULL
        return str(cell) if type(cell) is int else cell_text(cell, self.options.binary).translate(_ESCAPES)
