"""Cells as text, the same in every format."""

import base64
import unicodedata
from collections.abc import Sequence
from functools import cache
from math import isfinite
from typing import Final

import msgspec

from lapwing.domain.transfer import BinaryAs
from lapwing.domain.values import Cell, RawText, hex_text
from lapwing.domain.values import real_text as non_finite_text
from lapwing.domain.visible import visible_text

NULL: Final = "NULL"
_encode: Final = msgspec.json.Encoder().encode


def real_text(value: float) -> str:
    """The shortest text that reads back as the same double: `0.1`, `5.0`, `1e16`; `Inf` and `-Inf`."""
    return _encode(value).decode() if isfinite(value) else non_finite_text(value)


def binary_text(value: bytes, binary: BinaryAs = BinaryAs.HEX) -> str:
    """Bytes as text, in one of the ways there are."""
    if binary is BinaryAs.POSTGRESQL:
        return "\\x" + value.hex()
    return base64.b64encode(value).decode() if binary is BinaryAs.BASE64 else hex_text(value)


def cell_text(cell: Cell, binary: BinaryAs = BinaryAs.HEX) -> str:
    """A cell that is not NULL as text: binary as it is chosen, bytes that are no UTF-8 as `\\xNN`."""
    if type(cell) is float:
        return real_text(cell)
    return binary_text(cell, binary) if isinstance(cell, bytes) else str(cell)


def first_raw(cells: Sequence[Cell]) -> tuple[int, int]:
    """How many cells hold bytes that are no valid text, and the place of the first."""
    places = [place for place, cell in enumerate(cells) if type(cell) is RawText]
    return len(places), places[0] if places else 0


def number_texts(cells: Sequence[Cell]) -> list[str] | None:
    """The texts of cells that are all numbers and finite, in one go; None when they are not, or their sum is not."""
    try:
        if not isfinite(sum(cells)):  # type: ignore[arg-type]
            return None
    except (TypeError, OverflowError):
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
