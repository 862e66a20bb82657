"""Finding a text by parts of it, as command palettes do."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from lapwing.domain.late_dataclass import dataclass

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
    one, as initials (`rs` in "Run script", `oi` in order_items and orderItems), or as letters in the same order. A word
    with `^` before it stands at the beginning of the text, one with `$` behind it at the end.
    """
    plain = folded(text)
    total = 0.0
    positions: set[int] = set()
    for word in folded(query).split():
        found = _find(word, plain, text)
        if found is None:
            return None
        total += found.score
        positions |= found.positions
    return Match(total - 0.1 * len(plain), frozenset(positions))


def folded(text: str) -> str:
    """`text` in lower case and without accents, each character at its place."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFKD", char.lower())[:1] or char for char in text)


def could_match(query: str) -> Callable[[str], object]:
    """A quick test of folded texts: what it refuses does not match the query, what it lets pass may."""
    tests = [
        re.compile(".*?".join(re.escape(letter) for letter in _anchored(word)[1]), re.DOTALL).search
        for word in folded(query).split()
    ]
    if len(tests) == 1:
        return tests[0]
    return lambda text: all(test(text) for test in tests)


def _find(word: str, text: str, written: str) -> Match | None:
    for pattern, score in _patterns(word):
        if score <= _BY_INITIALS and (humps := _humps(word, written)) is not None:
            return humps
        if (found := pattern.search(text)) is not None:
            groups = range(1, (found.re.groups or 0) + 1)
            places = [at for group in groups for at in range(*found.span(group))]
            return Match(score - _LATE * found.start(), frozenset(places))
    return None


def _humps(word: str, written: str) -> Match | None:
    """How letters fit the capitals of a camel-cased text."""
    if not word.isalpha() or len(word) < 2 or not any(letter.isupper() for letter in written[1:]):
        return None
    places = [at for at, letter in enumerate(written) if letter.isupper() or at == 0]
    initials = folded("".join(written[at] for at in places))
    at = initials.find(word)
    if at < 0:
        return None
    taken = places[at : at + len(word)]
    return Match(_BY_INITIALS - _LATE * taken[0], frozenset(taken))


def _anchored(word: str) -> tuple[str, str, str]:
    """The anchor before a word, the word without anchors, and the anchor behind it; a lone `$` is itself."""
    begins = "^" if word.startswith("^") else ""
    ends = "$" if word.endswith("$") and len(word) > 1 else ""
    return begins, word[len(begins) : len(word) - len(ends)], ends


@lru_cache(maxsize=64)
def _patterns(word: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """Ways to find a word, best first; their groups are the characters that were asked for."""
    begins, bare, ends = _anchored(word)
    if begins or ends:
        return ((re.compile(f"{begins}({re.escape(bare)}){ends}"), _AT_WORD),)
    whole = re.escape(word)
    letters = [f"({re.escape(letter)})" for letter in word]
    patterns = [(rf"(?:\b|_)({whole})", _AT_WORD), (f"({whole})", _INSIDE)]
    if len(word) > 1:
        patterns.append((r"(?:\b|_)" + r"(?:|.*?(?:\b|_))".join(letters), _BY_INITIALS))
    if len(word) >= _SHORTEST_SCATTERED:
        patterns.append((".*?".join(letters), _SCATTERED))
    return tuple((re.compile(pattern), score) for pattern, score in patterns)
