"""Rows as JSON objects, for `json` and `ndjson`.

Numbers that a server sent as text stand as JSON numbers, digit by digit, where JSON has such a number. Unless asked
otherwise no number is ever rounded by who reads them: integers beyond 2^53 and decimals of more than 15 digits, which
JavaScript and others read as the nearest double, and reals that JSON has no number for (`Inf`) are texts.
"""

import re
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any, Final, cast

import msgspec

from lapwing.domain.results import Column
from lapwing.domain.transfer import NumbersAs, WriteOptions
from lapwing.domain.values import Cell, Row
from lapwing.formats.base import PLAIN
from lapwing.formats.cells import cell_text, real_text

_SAFE: Final = 1 << 53
_SAFE_DIGITS: Final = 15
_JSON_NUMBER: Final = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
JSON_NUMBER: Final = re.compile(_JSON_NUMBER)
_ALL_NUMBERS: Final = re.compile(f"{_JSON_NUMBER}(?:,{_JSON_NUMBER})*")
_encoder: Final = msgspec.json.Encoder()


def object_keys(columns: Sequence[Column]) -> Iterator[str]:
    """A key for each column: its name, or, where that is taken, the name with `_2`, `_3`, ..."""
    names = {column.name for column in columns}
    numbers: dict[str, int] = {}
    taken: set[str] = set()
    for column in columns:
        key, number = column.name, numbers.get(column.name, 1)
        while key in taken or (number > 1 and key in names):
            number += 1
            key = f"{column.name}_{number}"
        numbers[column.name] = number
        taken.add(key)
        yield key


class ObjectLines:
    """Writes rows of one result as objects."""

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        self._keys = tuple(object_keys(columns))
        self._is_numeric = [column.is_numeric for column in columns]
        self._options = options

    def lines(self, rows: Sequence[Row]) -> bytes:
        """Each row as an object on a line of its own; every line has its end."""
        columns = map(self._exact, zip(*rows, strict=True), self._is_numeric)
        return _encoder.encode_lines([dict(zip(self._keys, row, strict=True)) for row in zip(*columns, strict=True)])

    def _exact(self, cells: Sequence[Cell], is_numeric: bool) -> Sequence[Any]:
        """One column's cells as JSON can say them; mostly all are of one type, and then one call looks at them all."""
        kinds = set(map(type, cells))
        if kinds <= {str, type(None)}:
            if not is_numeric or self._options.numbers is NumbersAs.TEXT:
                return cells
            return self._numbers(cast("Sequence[str | None]", cells))
        if kinds <= {int, float} and self._options.numbers is not NumbersAs.TEXT and _all_safe(cells):
            return cells
        return [self._safe(cell, is_numeric=is_numeric) for cell in cells]

    def _numbers(self, cells: Sequence[str | None]) -> Sequence[Any]:
        """Numbers as a server sent them, in text."""
        present = [cell for cell in cells if cell is not None]
        if present and max(map(len, present)) <= _SAFE_DIGITS and _ALL_NUMBERS.fullmatch(",".join(present)):
            return [None if cell is None else msgspec.Raw(cell) for cell in cells]
        return [self._number(cell) for cell in cells]

    def _number(self, text: str | None) -> object:
        if text is None or not JSON_NUMBER.fullmatch(text):
            return text
        if self._options.numbers is NumbersAs.SAFE and not is_held_by_double(text):
            return text
        return msgspec.Raw(text)

    def _safe(self, cell: Cell, *, is_numeric: bool) -> object:
        numbers = self._options.numbers
        if cell is None or type(cell) is str:
            return self._number(cell) if is_numeric and numbers is not NumbersAs.TEXT else cell
        if type(cell) is int:
            if numbers is NumbersAs.EXACT:
                return msgspec.Raw(str(cell))
            return cell if -_SAFE <= cell <= _SAFE and numbers is NumbersAs.SAFE else str(cell)
        if type(cell) is float:
            return cell if isfinite(cell) and numbers is not NumbersAs.TEXT else real_text(cell)
        return cell_text(cell, self._options.binary)


def is_held_by_double(text: str) -> bool:
    """Whether who reads this number as a double has the same number: up to 15 digits always come back (IEEE 754), and
    whole numbers up to 2^53. The text is a JSON number."""
    mantissa, _, exponent = text.lower().partition("e")
    digits = mantissa.lstrip("-").replace(".", "").strip("0")
    if len(digits) <= _SAFE_DIGITS:
        return len(exponent) < 4 and abs(int(exponent or "0")) + len(mantissa) < 290
    return "." not in mantissa and not exponent and len(mantissa) < 18 and abs(int(mantissa)) <= _SAFE


def _all_safe(cells: Sequence[Any]) -> bool:
    """Whether none is rounded. Reals beyond 2^53 count as unsafe here, which costs them time only."""
    return min(cells) >= -_SAFE and max(cells) <= _SAFE and isfinite(sum(cells))
