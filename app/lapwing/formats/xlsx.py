"""XLSX (ECMA-376, SpreadsheetML), written as a stream in constant memory.

A number that a double does not hold, and everything that is no number, date or truth value, is a text; no cell is ever
a formula. Characters that XML has not stand as `_xHHHH_` (ST_Xstring), so nothing is lost. A sheet that is full is
continued on the next one.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from math import isfinite
from typing import IO, Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.transfer_errors import (
    BytesAsEscapes,
    NumbersAsText,
    SheetsContinued,
    TextsCutForXlsx,
    TooManyColumnsForXlsx,
)
from lapwing.domain.values import Cell, RawText, Row
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.cells import cell_text, real_text
from lapwing.formats.objects import JSON_NUMBER, is_held_by_double
from lapwing.formats.xlsx_parts import HEAD, TAIL, parts

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
MOST_CHARS: Final = 32_767
_MOST_BYTES: Final = (1 << 31) - (1 << 26)
"""Of one sheet before it is packed: beyond 2 GB it would need ZIP64, which not every Excel reads."""
_LEVEL: Final = 3
_SPECIAL: Final = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_AS_XML: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TEXT: Final = ' t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>'
_EMPTY: Final = "/>"
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,3})0*)?")
_FIRST_DAY: Final = date(1900, 3, 1)
"""Excel takes 1900 for a leap year; from here on it counts right."""
_DAY_ZERO: Final = date(1899, 12, 30)
_DAY_S: Final = 86_400
_DATE_TYPE: Final = re.compile(r"date", re.IGNORECASE)
_MOMENT_TYPE: Final = re.compile(r"(?:datetime|timestamp)\b(?!.*with time zone)", re.IGNORECASE)
_TRUTH: Final = {"t": "1", "f": "0", "true": "1", "false": "0"}


class XlsxFormat(Format):
    """Every call gives what has become of the archive since the last one."""

    between = b""

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        """Raises TooManyColumnsForXlsx."""
        super().__init__(columns, options)
        if len(columns) > MOST_COLUMNS:
            raise TooManyColumnsForXlsx(count=len(columns))
        self._out = _Pipe()
        self._archive = zipfile.ZipFile(self._out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        cells = "".join(f'<c r="{letters(number)}{{row}}"%s' for number in range(len(columns)))
        self._row = f'<row r="{{row}}">{cells}</row>'
        self._writers = [self._writer(column) for column in columns]
        self._sheets = 0
        self._next_row = 0
        self._sheet_bytes = 0
        self._sheet: IO[bytes] | None = None

    def __del__(self) -> None:
        """One that was given up half-way: an archive that goes while a file in it is open would complain."""
        if getattr(self, "_sheet", None) is not None:
            self._end_sheet()
            self._archive.close()

    def head(self) -> bytes:
        self._begin_sheet()
        return self._out.take()

    def written(self, rows: Sequence[Row]) -> bytes:
        done = self.row_count
        columns = [write(cells, done) for write, cells in zip(self._writers, zip(*rows, strict=True), strict=True)]
        self._put(zip(*columns, strict=True))
        return self._out.take()

    def tail(self) -> bytes:
        self._end_sheet()
        for name, text in parts(self._sheets):
            self._archive.writestr(_entry(name), text)
        self._archive.close()
        if self._sheets > 1:
            self.notes.add(SheetsContinued, self.row_count, self._sheets)
        return self._out.take()

    # sheets

    def _begin_sheet(self) -> None:
        self._end_sheet()
        self._sheets += 1
        self._next_row = 1
        self._sheet_bytes = 0
        self._sheet = self._archive.open(_entry(f"xl/worksheets/sheet{self._sheets}.xml"), "w")
        widths = "".join(
            f'<col min="{number}" max="{number}" width="{_width(column)}" customWidth="1"/>'
            for number, column in enumerate(self.columns, 1)
        )
        selected = ' tabSelected="1"' if self._sheets == 1 else ""
        self._write(HEAD.format(selected=selected, pane=_PANE if self.options.header else "", widths=widths).encode())
        if self.options.header:
            names = [_text(column.name)[0].replace("><is>", ' s="3"><is>', 1) for column in self.columns]
            self._put([tuple(names)])

    def _end_sheet(self) -> None:
        if self._sheet is not None:
            self._write(TAIL.encode())
            self._sheet.close()
            self._sheet = None

    def _put(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Rows of cells, on the next sheet where this one is full."""
        lines: list[bytes] = []
        for cells in rows:
            line = self._line(cells)
            if self._next_row > MOST_ROWS or self._sheet_bytes + len(line) > _MOST_BYTES:
                self._write(b"".join(lines))
                lines.clear()
                self._begin_sheet()
                line = self._line(cells)
            lines.append(line)
            self._next_row += 1
            self._sheet_bytes += len(line)
        self._write(b"".join(lines))

    def _line(self, cells: tuple[str, ...]) -> bytes:
        return (self._row.replace("{row}", str(self._next_row)) % cells).encode("utf-8", "surrogatepass")

    def _write(self, data: bytes) -> None:
        assert self._sheet is not None
        self._sheet.write(data)

    # cells

    def _writer(self, column: Column) -> Callable[[Sequence[Cell], int], list[str]]:
        """What writes a column's cells, of which so many rows stand before."""
        kind = column.type_name
        if column.is_numeric:
            return self._numbers
        if kind == "boolean":
            return lambda cells, done: self._special(cells, done, _truth)
        if _MOMENT_TYPE.match(kind):
            return lambda cells, done: self._special(cells, done, _moment)
        if _DATE_TYPE.fullmatch(kind):
            return lambda cells, done: self._special(cells, done, _date)
        return self._texts

    def _texts(self, cells: Sequence[Cell], done: int) -> list[str]:
        try:
            joined = "".join(cells)  # type: ignore[arg-type]
        except TypeError:
            return [self._cell(cell, done + place) for place, cell in enumerate(cells, 1)]
        if len(joined) <= MOST_CHARS and not _SPECIAL.search(joined):
            return [_TEXT.format(cell) for cell in map(str, cells)]
        return [self._cell(cell, done + place) for place, cell in enumerate(cells, 1)]

    def _numbers(self, cells: Sequence[Cell], done: int) -> list[str]:
        return [self._number(cell, done + place) for place, cell in enumerate(cells, 1)]

    def _number(self, cell: Cell, row: int) -> str:
        if type(cell) is not str:
            return self._cell(cell, row)
        if JSON_NUMBER.fullmatch(cell):
            if is_held_by_double(cell):
                return f"><v>{cell}</v></c>"
            self.notes.add(NumbersAsText, row)
        return self._cell(cell, row)

    def _special(self, cells: Sequence[Cell], done: int, read: Callable[[str], str | None]) -> list[str]:
        found = []
        for place, cell in enumerate(cells, 1):
            told = read(cell) if type(cell) is str else None
            found.append(told if told is not None else self._cell(cell, done + place))
        return found

    def _cell(self, cell: Cell, row: int) -> str:
        if cell is None:
            return _EMPTY
        if type(cell) is int or type(cell) is float:
            return self._own_number(cell, row)
        if type(cell) is RawText:
            self.notes.add(BytesAsEscapes, row)
        text, is_cut = _text(cell_text(cell, self.options.binary))
        if is_cut:
            self.notes.add(TextsCutForXlsx, row)
        return text

    def _own_number(self, cell: int | float, row: int) -> str:
        if type(cell) is float:
            return f"><v>{real_text(cell)}</v></c>" if isfinite(cell) else _TEXT.format(real_text(cell))
        if is_held_by_double(str(cell)):
            return f"><v>{cell}</v></c>"
        self.notes.add(NumbersAsText, row)
        return _TEXT.format(cell)


_PANE: Final = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A, ..., Z, AA, ..."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _text(text: str) -> tuple[str, bool]:
    """A text's cell behind its place, and whether it had to be cut."""
    is_cut = len(text) > MOST_CHARS
    text = text[:MOST_CHARS]
    return _TEXT.format(_SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text), is_cut


def _escape(found: re.Match[str]) -> str:
    return _AS_XML.get(found[0]) or f"_x{ord(found[0]):04X}_"


def _truth(text: str) -> str | None:
    value = _TRUTH.get(text)
    return None if value is None else f' t="b"><v>{value}</v></c>'


def _date(text: str) -> str | None:
    days = _days(text) if _DATE.fullmatch(text) else None
    return None if days is None else f' s="1"><v>{days}</v></c>'


def _moment(text: str) -> str | None:
    """A date with a time, where Excel's thousandths of a second are enough for it."""
    found = _MOMENT.fullmatch(text)
    days = _days(found[1]) if found is not None else None
    if found is None or days is None:
        return None
    try:
        at = datetime.strptime(found[2], "%H:%M:%S")  # noqa: DTZ007 - a time of day without a zone
    except ValueError:
        return None
    day = timedelta(
        hours=at.hour, minutes=at.minute, seconds=at.second, milliseconds=int((found[3] or "0").ljust(3, "0"))
    )
    return f' s="2"><v>{days + day.total_seconds() / _DAY_S!r}</v></c>'


def _days(text: str) -> int | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return (day - _DAY_ZERO).days if day >= _FIRST_DAY else None


def _width(column: Column) -> int:
    """In characters, by the name and the type: the rows are not known when it has to be written."""
    least = 20 if _MOMENT_TYPE.match(column.type_name) else 11
    return max(least, min(40, len(column.name) + 2))


def _entry(name: str) -> zipfile.ZipInfo:
    """A file in the archive; all of one date, so that the same rows give the same bytes."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry._compresslevel = _LEVEL  # type: ignore[attr-defined]
    return entry


class _Pipe(io.RawIOBase):
    """Where the archive is written: it goes on as it comes, so nothing in it can be sought."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self._parts.append(bytes(data))  # type: ignore[call-overload]
        return len(self._parts[-1])

    def take(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data
