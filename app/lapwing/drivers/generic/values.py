"""Cells made of what a DB-API gives: exact where it is exact, and written as databases write it.

Text, numbers and bytes stay what they are; whole numbers beyond 64 bits become text. The other types:

| from Python | cell | example |
|---|---|---|
| bool | text | `true` |
| Decimal | text, all its digits and no exponent | `1200.50` |
| date, time, datetime | text by ISO 8601 with a space, fractions without last zeros | `2024-02-29 23:59:59.5+02:00` |
| timedelta | text: days, then the time, each with its sign | `-1 day -02:03:04` |
| list, tuple, set, dict | text like JSON, what JSON has no type for in quotes | `{"a": [1.10, null, "2024-02-29"]}` |
| a large object that has to be read | its text or bytes | |
| anything else | text, as Python writes it | a UUID |
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

from lapwing.domain.values import Cell, RawText, Row, hex_text

_SMALLEST: Final = -(2**63)
_LARGEST: Final = 2**63 - 1
_MOST_DIGITS: Final = 20_000
"""Of a decimal number written out; one whose exponent would make more keeps it."""
_DAY: Final = timedelta(days=1)


def to_row(values: Sequence[Any]) -> Row:
    """The cells of a row."""
    return tuple([value if (make := _MAKERS[type(value)]) is None else make(value) for value in values])


def to_cell(value: Any) -> Cell:
    """The cell for one value; see the module."""
    make = _MAKERS[type(value)]
    return value if make is None else make(value)


def _text(value: str) -> Cell:
    """Text; what a DB-API could not decode (half characters) is kept as the bytes it was."""
    if value.isascii():
        return str(value)
    try:
        value.encode()
    except UnicodeEncodeError:
        return RawText(value.encode("utf-8", "surrogateescape" if _is_escaped(value) else "surrogatepass"))
    return str(value)


def _is_escaped(value: str) -> bool:
    return all(not "\ud800" <= sign <= "\udfff" or "\udc80" <= sign <= "\udcff" for sign in value)


def _whole(value: int) -> Cell:
    return int(value) if _SMALLEST <= value <= _LARGEST else str(int(value))


def _truth(value: bool) -> Cell:
    return "true" if value else "false"


def _decimal(value: Decimal) -> str:
    text = str(value)
    return format(value, "f") if "E" in text and abs(int(text.partition("E")[2])) <= _MOST_DIGITS else text


def _moment(value: datetime) -> str:
    return _short(value.isoformat(" "), value.microsecond)


def _time(value: time) -> str:
    return _short(value.isoformat(), value.microsecond)


def _short(text: str, microsecond: int) -> str:
    """ISO text without the zeros at the end of its fraction."""
    if not microsecond:
        return text
    digits = f"{microsecond:06}"
    return text.replace(f".{digits}", f".{digits.rstrip('0')}", 1)


def _duration(value: timedelta) -> str:
    sign = "-" if value < timedelta() else ""
    days, rest = divmod(abs(value), _DAY)
    seconds, microsecond = rest.seconds, rest.microseconds
    clock = f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if microsecond:
        clock = f"{clock}.{microsecond:06}".rstrip("0")
    if not days:
        return clock
    text = f"{sign}{days} day{'' if days == 1 else 's'}"
    return f"{text} {clock}" if rest else text


def _document(value: Any) -> str:
    """Text like JSON in which nothing is rounded."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_document(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple | set | frozenset):
        return "[" + ", ".join(map(_document, value)) + "]"
    if value is None:
        return "null"
    if isinstance(value, float):
        return repr(float(value)) if math.isfinite(value) else _quoted(str(float(value)))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    cell = value if isinstance(value, str) else to_cell(value)
    if isinstance(value, Decimal) and value.is_finite():
        return str(cell)
    return _quoted(hex_text(cell) if isinstance(cell, bytes) else str(cell))


def _key(key: Any) -> str:
    return _quoted(key if isinstance(key, str) else _document(key))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _other(value: Any) -> Cell:
    read = getattr(value, "read", None)
    return to_cell(read()) if callable(read) else _text(str(value))


Maker = Callable[[Any], Cell]
_BASES: Final[tuple[tuple[type | tuple[type, ...], Maker], ...]] = (
    (str, _text),
    (bool, _truth),
    (int, _whole),
    (float, float),
    ((bytes, bytearray, memoryview), bytes),
    (Decimal, _decimal),
    (datetime, _moment),
    (date, date.isoformat),
    (time, _time),
    (timedelta, _duration),
    ((Mapping, list, tuple, set, frozenset), _document),
)
"""What makes a cell of these and their subclasses, the first that fits: a bool is an int, and a datetime a date."""


class _Makers(dict[type, "Maker | None"]):
    """What makes a cell, by the value's type; None where it is one already."""

    def __missing__(self, kind: type) -> Maker:
        make = next((make for bases, make in _BASES if issubclass(kind, bases)), _other)
        self[kind] = make
        return make


_MAKERS: Final = _Makers({type(None): None, float: None, bytes: None})
