"""Cells as text, the same in every format."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from math import isfinite
from typing import Final

import msgspec

from lapwing.domain.values import Cell, hex_text
from lapwing.domain.values import real_text as non_finite_text
from lapwing.domain.visible import visible_text

NULL: Final = "NULL"
_encode: Final = msgspec.json.Encoder().encode


def real_text(value: float) -> str:
    """The shortest text that reads back as the same double: `0.1`, `5.0`, `1e16`; `Inf` and `-Inf`."""
    return _encode(value).decode() if isfinite(value) else non_finite_text(value)


def cell_text(cell: Cell) -> str:
    """A cell that is not NULL as text: binary as `0x` and hex, bytes that are no UTF-8 as `\\xNN`."""
    if type(cell) is float:
        return real_text(cell)
    return hex_text(cell) if isinstance(cell, bytes) else str(cell)


def number_texts(cells: Sequence[Cell]) -> list[str] | None:
    """The texts of cells that are all numbers and finite, in one go; None when they are not, or their sum is not."""
    try:
        if not isfinite(sum(cells)):  # type: ignore[arg-type]
            return None
    except TypeError:
        return None
    return _encode(cells)[1:-1].decode().split(",")


def shown_text(cell: Cell) -> str:
    """A cell on one line of a terminal: NULL as `NULL`, what the eye cannot see as escapes."""
    if cell is None:
        return NULL
    text = cell_text(cell)
    return text if text.isascii() and text.isprintable() else visible_text(text)


def is_number(cell: Cell) -> bool:
    return type(cell) is int or type(cell) is float


def display_width(text: str) -> int:
    """Cells of a terminal that a text takes: two for a wide character, none for a combining one."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


@cache
def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
