"""Sizes, UUIDs, truths and JSON. What is not understood is None."""

import json
import re
from typing import Final

_INTEGER: Final = re.compile(r"([+-]?)([0-9]{1,40})")
_IEC: Final = ("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB")
_SI: Final = ("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB", "RB", "QB")
_HEX: Final = re.compile(r"(?:\\x|0[xX])?([0-9A-Fa-f]{32})")
_WITH_HYPHENS: Final = re.compile(
    r"\{?([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{12})\}?"
)
_TRUE: Final = frozenset({"1", "t", "true", "y", "yes", "on", "\\x01", "0x01", "b'1'", "\x01"})
_FALSE: Final = frozenset({"0", "f", "false", "n", "no", "off", "\\x00", "0x00", "b'0'", "\x00"})
_LONGEST_JSON: Final = 1_000_000
_PIECES: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[^\s"]+', re.DOTALL)


def size(text: str, base: int) -> str | None:
    """Such as `1.5 KiB`: one digit behind the point, rounded to the nearest (halves to even), below `base` all."""
    found = _INTEGER.fullmatch(text.strip())
    if found is None:
        return None
    number, sign = int(found[2]), "-" if found[1] == "-" else ""
    units = _IEC if base == 1024 else _SI
    if number < base:
        return f"{sign if number else ''}{number} B"
    power = 1
    while power < len(units) - 1 and _tenths(number, base**power) >= base * 10:
        power += 1
    whole, tenth = divmod(_tenths(number, base**power), 10)
    return f"{sign}{whole}.{tenth} {units[power]}"


def _tenths(number: int, unit: int) -> int:
    quotient, rest = divmod(number * 10, unit)
    return quotient + (rest * 2 > unit or (rest * 2 == unit and quotient % 2 == 1))


def uuid(text: str, is_swapped: bool = False) -> str | None:
    """A UUID of 16 bytes or 32 hexadecimal digits, in its form with hyphens.

    Args:
        is_swapped: Whether its first and third group changed places, as MySQL's `UUID_TO_BIN(..., 1)` does.
    """
    found = _HEX.fullmatch(text.strip())
    if found is None:
        parts = _WITH_HYPHENS.fullmatch(text.strip())
        return "-".join(parts.groups()).lower() if parts and not is_swapped else None
    digits = found[1].lower()
    if is_swapped:
        digits = digits[8:16] + digits[4:8] + digits[:4] + digits[16:]
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def truth(text: str) -> str | None:
    word = text if text in ("\x00", "\x01") else text.strip().lower()
    return "true" if word in _TRUE else "false" if word in _FALSE else None


def compact_json(text: str) -> str | None:
    """The same text without the blanks between its parts: no digit, escape or repeated key is lost."""
    if len(text) > _LONGEST_JSON:
        return None
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return None
    return "".join(_PIECES.findall(text))
