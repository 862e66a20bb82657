"""What speaks against a value before it is sent: as far as the catalogue tells what a column takes. No Qt here.

Only what a server would certainly refuse, or cut off, is doubted. Triggers may still make it right, so a doubt forbids
nothing.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from lapwing.domain.catalog import CatalogColumn
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.values import Cell, ServerDefault

_TYPE: Final = re.compile(r"([a-z_ ]+?)\s*(?:\((\d+)(?:\s*,\s*(-?\d+))?\))?((?: unsigned| zerofill)*)")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_OTHER_NUMBER: Final = re.compile(r"[+-]?(?:0[xob][0-9a-f_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)", re.IGNORECASE)
"""As some servers read numbers too."""
_WHOLE: Final = re.compile(r"[+-]?[0-9]+")
_UUID: Final = re.compile(r"\{?[0-9a-fA-F]{4}(?:-?[0-9a-fA-F]{4}){7}\}?")
_WORDS: Final = frozenset({"nan", "infinity", "inf", "-infinity", "-inf", "+infinity", "+inf"})
_BITS: Final = {
    "tinyint": 8, "smallint": 16, "mediumint": 24, "int": 32, "integer": 32, "bigint": 64, "hugeint": 128,
}  # fmt: skip
_UNSIGNED: Final = {"utinyint": 8, "usmallint": 16, "uinteger": 32, "ubigint": 64}
_DECIMALS: Final = frozenset({"numeric", "decimal"})
_FLOATS: Final = frozenset({"real", "double precision", "double", "float"})
_TEXTS: Final = frozenset({"character varying", "varchar", "character", "char"})
_TRUTH: Final = frozenset({"boolean"})
_TRUE_WORDS: Final = ("true", "false", "yes", "no", "on", "off", "1", "0")
_JSON: Final = frozenset({"json", "jsonb"})
_STRICT: Final = frozenset({"postgresql", "mysql"})
"""Dialects whose servers mind the types of columns."""


class DoubtKind(StrEnum):
    MISSING = "missing"
    """The column takes no NULL, and nothing else would be put there."""
    LENGTH = "length"
    """More characters than it takes: `limit`."""
    WHOLE = "whole"
    """No whole number."""
    NUMBER = "number"
    RANGE = "range"
    """A whole number outside of `limit`."""
    DIGITS = "digits"
    """More digits before the point than `limit`."""
    TRUTH = "truth"
    LABEL = "label"
    """None of the values that it takes."""
    UUID = "uuid"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against a value of a column."""

    column: str
    kind: DoubtKind
    limit: str = ""


def doubt_about(
    column: CatalogColumn,
    cell: Cell | ServerDefault,
    dialect: str,
    is_json: Callable[[str], bool],
    labels: Sequence[str] = (),
) -> Doubt | None:
    """What speaks against a value; None when nothing is known to.

    Args:
        column: As the catalogue has it.
        cell: What is to be stored; a text as a person typed it.
        dialect: Of the server.
        is_json: Whether a text is JSON.
        labels: The only values that the column takes, where it is an enumeration.
    """
    if cell is None:
        return Doubt(column.name, DoubtKind.MISSING) if not column.nullable and not _is_numbered(column) else None
    if not isinstance(cell, str) or dialect not in _STRICT:
        return None
    found = _doubt(column.type_name.lower(), cell, is_json, labels)
    return Doubt(column.name, *found) if found is not None else None


def is_missing(column: CatalogColumn) -> bool:
    """Whether a new row needs a value of this column that nobody but a person gives."""
    return not column.nullable and column.default is None and not column.generated and not _is_numbered(column)


def _is_numbered(column: CatalogColumn) -> bool:
    """Whether NULL stands for the next number (SQLite's INTEGER PRIMARY KEY, AUTO_INCREMENT)."""
    return bool(column.generated) or (column.key_position == 1 and column.type_name.upper() == "INTEGER")


def _doubt(
    type_name: str, text: str, is_json: Callable[[str], bool], labels: Sequence[str]
) -> tuple[DoubtKind, str] | None:
    if type_name in _TRUTH:
        word = text.strip().lower()
        is_truth = bool(word) and (word in _TRUE_WORDS or any(one.startswith(word) for one in _TRUE_WORDS[:4]))
        return None if is_truth else (DoubtKind.TRUTH, "")
    if labels:
        is_label = text in labels or (type_name.startswith("enum(") and text.casefold() in map(str.casefold, labels))
        return None if is_label or type_name == "tinyint(1)" else (DoubtKind.LABEL, "")
    if type_name in _JSON:
        return None if is_json(text) else (DoubtKind.JSON, "")
    if type_name == "uuid":
        return None if _UUID.fullmatch(text.strip()) else (DoubtKind.UUID, "")
    parts = _TYPE.fullmatch(type_name)
    return _doubt_of_size(parts, text) if parts is not None else None


def _doubt_of_size(parts: re.Match[str], text: str) -> tuple[DoubtKind, str] | None:
    name, size, scale, sign = parts.groups()
    number = text.strip()
    if name in _TEXTS:
        return (DoubtKind.LENGTH, size) if size and len(text.rstrip(" ")) > int(size) else None
    if name in _BITS or name in _UNSIGNED:
        return _doubt_of_whole(number, *_bounds(name, is_unsigned="unsigned" in sign or name in _UNSIGNED))
    if name in _DECIMALS | _FLOATS:
        if number.lower() in _WORDS:
            return None
        if _NUMBER.fullmatch(number) is None:
            return None if _OTHER_NUMBER.fullmatch(number) else (DoubtKind.NUMBER, "")
        before = number.lstrip("+-").partition(".")[0].lstrip("0")
        room = int(size) - int(scale or 0) if size and name in _DECIMALS else None
        is_plain = "e" not in number.lower()
        return (DoubtKind.DIGITS, str(room)) if room is not None and is_plain and len(before) > room else None
    return None


def _bounds(name: str, *, is_unsigned: bool) -> tuple[int, int]:
    bits = _UNSIGNED.get(name) or _BITS[name]
    return (0, 2**bits - 1) if is_unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)


def _doubt_of_whole(number: str, least: int, most: int) -> tuple[DoubtKind, str] | None:
    if _WHOLE.fullmatch(number) is None:
        # servers round what has a point
        is_number = _NUMBER.fullmatch(number) or _OTHER_NUMBER.fullmatch(number)
        return None if is_number else (DoubtKind.WHOLE, "")
    is_inside = len(number) <= 60 and least <= int(number) <= most
    return None if is_inside else (DoubtKind.RANGE, f"{least} … {most}")
