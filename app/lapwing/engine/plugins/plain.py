"""Data of plugins made plain before anybody else hears of it: what JSON can hold, neither large nor deep."""

from typing import Any, Final

import msgspec

MOST_BYTES: Final = 256 << 10
_DEEPEST: Final = 32


def plain(value: object) -> tuple[Any, int]:
    """The same with texts for times and bytes, nothing for what is no number, and texts as names; and its size as JSON.

    Raises:
        ValueError: It cannot be told, in a sentence.
    """
    if _is_deeper(value, _DEEPEST):
        raise ValueError(f"Data is nested at most {_DEEPEST} deep.")
    try:
        packed = msgspec.json.encode(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"Data is what JSON can hold: {error}.") from error
    if len(packed) > MOST_BYTES:
        raise ValueError(f"Data has at most {MOST_BYTES >> 10} kB.")
    return msgspec.json.decode(packed), len(packed)


def _is_deeper(value: object, left: int) -> bool:
    if not isinstance(value, dict | list | tuple):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return left == 0 or any(_is_deeper(each, left - 1) for each in inner)
