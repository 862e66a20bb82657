"""In which letters a person writes keywords."""

import re
from typing import Final

_COMMON: Final = re.compile(
    r"\b(?:(select|from|where|insert|into|update|delete|set|values|create|table|join|left|order|group|by|and|as|with|or)"
    r"|(SELECT|FROM|WHERE|INSERT|INTO|UPDATE|DELETE|SET|VALUES|CREATE|TABLE|JOIN|LEFT|ORDER|GROUP|BY|AND|AS|WITH|OR))\b"
)
_NEAR: Final = 4_000
"""Characters around the place that are looked at."""


def writes_lower(text: str, start: int, end: int, word: str) -> bool:
    """Whether keywords are written in small letters: as the word that is being typed, or else as most others around.

    Strings and comments count as well: more keywords than in them stand in the statement itself.
    """
    if any(letter.isalpha() for letter in word):
        return word.islower()
    around = text[max(0, start - _NEAR) : start] + " " + text[end : end + _NEAR]
    found = _COMMON.findall(around)
    lower = sum(1 for small, _ in found if small)
    return 2 * lower > len(found)
