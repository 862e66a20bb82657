"""Finding a text by parts of it, as command palettes do. No Qt here."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_AT_WORD, _INSIDE, _BY_INITIALS, _SCATTERED = 100.0, 70.0, 50.0, 10.0
_SHORTEST_SCATTERED: Final = 3
"""Single letters in order are found in nearly every text; a word this long has to be meant."""
_LATE: Final = 0.2
"""What each character before the place costs: earlier is better."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text fits.

    Attributes:
        score: Higher is better; only comparable for the same query.
        positions: Indexes of the characters that were asked for.
    """

    score: float
    positions: frozenset[int]


def match(query: str, text: str) -> Match | None:
    """How `text` fits a query, or None when a word of it is not there.

    Case and accents do not count. Each word of the query is looked for by itself: at the beginning of a word, inside
    one, as initials (`rs` in "Run script"), or as letters in the same order.
    """
    plain = folded(text)
    total = 0.0
    positions: set[int] = set()
    for word in folded(query).split():
        found = _find(word, plain)
        if found is None:
            return None
        total += found.score
        positions |= found.positions
    return Match(total - 0.1 * len(plain), frozenset(positions))


def folded(text: str) -> str:
    """`text` in lower case and without accents, each character at its place."""
    return "".join(unicodedata.normalize("NFKD", char.lower())[:1] or char for char in text)


def _find(word: str, text: str) -> Match | None:
    for pattern, score in _patterns(word):
        if (found := pattern.search(text)) is not None:
            groups = range(1, (found.re.groups or 0) + 1)
            places = [at for group in groups for at in range(*found.span(group))]
            return Match(score - _LATE * found.start(), frozenset(places))
    return None


@lru_cache(maxsize=64)
def _patterns(word: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """Ways to find a word, best first; their groups are the characters that were asked for."""
    whole = re.escape(word)
    letters = [f"({re.escape(letter)})" for letter in word]
    patterns = [(rf"\b({whole})", _AT_WORD), (f"({whole})", _INSIDE)]
    if len(word) > 1:
        patterns.append((r"\b" + r"(?:|.*?\b)".join(letters), _BY_INITIALS))
    if len(word) >= _SHORTEST_SCATTERED:
        patterns.append((".*?".join(letters), _SCATTERED))
    return tuple((re.compile(pattern), score) for pattern, score in patterns)
