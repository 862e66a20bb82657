"""Numbers in what the journal kept: whatever stands there, a start goes on. No Qt here."""

from typing import Final

MOST: Final = 999_999_999
"""More is taken for nonsense; Qt's own numbers end at 2,147,483,647."""


def whole_number(text: str) -> int | None:
    """A number from 0 on, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) else None


def whole_numbers(text: str) -> list[int]:
    """Numbers between commas; none at all where one of them is none."""
    found = [whole_number(each) for each in text.split(",")]
    return [each for each in found if each is not None] if None not in found else []
