"""How a typed word fits a name: at its beginning, at the beginnings of its words, within it, or letter by letter."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

LONGEST_WORD: Final = 64
"""Characters of a typed word that are compared letter by letter; a longer one has to be a whole beginning."""
LONGEST_NAME: Final = 128
"""Characters of a name that are looked at."""
_MOST_DEAD_ENDS: Final = 50
"""Then a name made to waste time is given up; others have a few at most."""
_WORD_START: Final = re.compile(r"(?:(?<=[\W_])|(?<=[a-z])(?=[A-Z])|\A)[^\W_]")


class Grade(IntEnum):
    """How well a word fits a name, the best first."""

    WHOLE = 0
    BEGINNING = 1
    LATER_WORD = 2
    """It begins a later word of the name: `item` in `order_items`."""
    INITIALS = 3
    """Its pieces begin words of the name: `oi` or `ordit` for `order_items`."""
    WITHIN = 4
    LETTERS = 5
    """Its letters come in this order, from the beginning of a word on."""


class Fit(NamedTuple):
    """How a word fits a name, and the places in the name that it matched."""

    grade: Grade
    matched: tuple[int, ...]


def lowered(text: str) -> str:
    """`text` in lower case, letter for letter, so that places in it stay where they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def word_starts(name: str) -> list[int]:
    """Where the words of a name begin: behind underscores and other signs, and at capitals behind small letters."""
    return [found.start() for found in _WORD_START.finditer(name[:LONGEST_NAME])]


def fit(word: str, name: str) -> Fit | None:
    """How `word` fits `name` without regard to case, or None. No word fits everything."""
    if not word:
        return Fit(Grade.WHOLE, ())
    word, lower = lowered(word), lowered(name)
    if lower.startswith(word):
        return Fit(Grade.WHOLE if lower == word else Grade.BEGINNING, tuple(range(len(word))))
    if len(word) > LONGEST_WORD:
        return None
    starts = word_starts(name)
    lower = lower[:LONGEST_NAME]
    for start in starts:
        if lower.startswith(word, start):
            return Fit(Grade.LATER_WORD, tuple(range(start, start + len(word))))
    return _loose_fit(word, lower, starts) if len(word) > 1 else None


def _loose_fit(word: str, lower: str, starts: list[int]) -> Fit | None:
    if places := _at_starts(word, lower, starts):
        return Fit(Grade.INITIALS, places)
    at = lower.find(word)
    if at >= 0:
        return Fit(Grade.WITHIN, tuple(range(at, at + len(word))))
    if places := _letters(word, lower, starts):
        return Fit(Grade.LETTERS, places)
    return None


def _at_starts(word: str, lower: str, starts: list[int]) -> tuple[int, ...]:
    """The places where pieces of the word stand at beginnings of words, or none. Each dead end is entered once."""
    dead: set[tuple[int, int]] = set()
    path: list[int] = []

    def walk(index: int, behind: int) -> bool:
        if index == len(word):
            return True
        if (index, behind) in dead or len(dead) > _MOST_DEAD_ENDS:
            return False
        for place in (behind, *(start for start in starts if start > behind)):
            if lower[place : place + 1] == word[index] and (index or place in starts):
                path.append(place)
                if walk(index + 1, place + 1):
                    return True
                path.pop()
        dead.add((index, behind))
        return False

    return tuple(path) if walk(0, 0) else ()


def _letters(word: str, lower: str, starts: list[int]) -> tuple[int, ...]:
    first = next((start for start in starts if lower[start] == word[0]), -1)
    places = [first] if first >= 0 else []
    for letter in word[1:] if places else "":
        place = lower.find(letter, places[-1] + 1)
        if place < 0:
            return ()
        places.append(place)
    return tuple(places)


@lru_cache(maxsize=64)
def letters_pattern(word: str) -> re.Pattern[str]:
    """Matches a lower-case name in which the letters of a lower-case word come in order. Linear: nothing is tried in
    two ways."""
    return re.compile("".join(f"[^{re.escape(letter)}]*{re.escape(letter)}" for letter in word), re.DOTALL)
