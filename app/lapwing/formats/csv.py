"""CSV by RFC 4180: a header, CRLF, quotes only where they are needed; NULL is nothing, the empty text is `""`."""

import re
from collections.abc import Sequence

from lapwing.domain.values import Cell, Row
from lapwing.formats.base import Format
from lapwing.formats.cells import cell_text, number_texts

_needs_quotes = re.compile('[",\r\n]').search


class CsvFormat(Format):
    """Works by columns: a batch of one column's cells is mostly of one type, and then one call does them all."""

    between = b"\r\n"

    def head(self) -> bytes:
        return _line([_quoted(column.name) for column in self.columns])

    def rows(self, rows: Sequence[Row]) -> bytes:
        columns = [_texts(cells) for cells in zip(*rows, strict=True)]
        return ("\r\n".join(map(",".join, zip(*columns, strict=True))) + "\r\n").encode()


def _line(texts: Sequence[str]) -> bytes:
    return (",".join(texts) + "\r\n").encode()


def _texts(cells: Sequence[Cell]) -> Sequence[str]:
    """One column's cells as they stand in the file."""
    first = cells[0]
    if type(first) is int or type(first) is float:
        numbers = number_texts(cells)
        if numbers is not None:
            return numbers
    try:
        joined = "\0".join(cells)  # type: ignore[arg-type]
    except TypeError:
        return [cell if type(cell) is str and cell and not _needs_quotes(cell) else _text(cell) for cell in cells]
    if _is_plain(joined) and first and cells[-1] and "\0\0" not in joined:
        return cells  # type: ignore[return-value]
    return [_quoted(cell) for cell in cells]  # type: ignore[arg-type]


def _is_plain(text: str) -> bool:
    """Four searches for one character each take a third of the time of one for any of them."""
    return "," not in text and '"' not in text and "\n" not in text and "\r" not in text


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if type(cell) is str:
        return _quoted(cell)
    return str(cell) if type(cell) is int else _quoted(cell_text(cell))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if not text or _needs_quotes(text) else text
