"""Which of many candidates fit a word, the best first; quickly also where there are a hundred thousand."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import accumulate, chain, islice
from operator import itemgetter
from typing import Final, Generic, TypeVar

from lapwing.domain.completion import CompletionItem
from lapwing.sql.completion.candidate import Candidate
from lapwing.sql.completion.matching import (
    LONGEST_NAME,
    LONGEST_WORD,
    Fit,
    Grade,
    fit,
    letters_pattern,
    lowered,
    word_starts,
)

T = TypeVar("T")
_NEVER: Final = 1_000_000
"""The rank of what was not chosen of late."""
_LOOSE: Final = 400
"""Names that are compared in full at most, because the word fits them in a loose way only."""
_LOOKED_AT: Final = 15_000
"""Names of the same initial that are looked through for the letters."""
_BEHIND_ALL: Final = "\U0010ffff"
Recency = dict[str, int]
"""From what was chosen to how many choices ago."""


def recency(recent: Sequence[str]) -> Recency:
    """The ranks of recent choices, by the whole of what was chosen and by the bare name in it."""
    ranks: Recency = {}
    for rank, chosen in enumerate(recent):
        ranks.setdefault(chosen, rank)
        ranks.setdefault(chosen.rpartition(".")[2].strip('"`[]'), rank)
    return ranks


def ranked(word: str, candidates: Iterable[Candidate], recent: Recency, most: int) -> tuple[CompletionItem, ...]:
    """The items that fit `word`, the best first, each once, at most `most`.

    What counts, in this order: how the word fits; what is likely at the place; what was chosen of late; the letters'
    case; with a word, the shorter name; the order in which the candidates came.
    """
    keyed = []
    seen = set()
    for order, candidate in enumerate(candidates):
        found = _fitting(word, candidate)
        identity = (candidate.kind, candidate.insert)
        if found is not None and identity not in seen:
            seen.add(identity)
            keyed.append((_key(word, candidate, found, recent, order), candidate, found))
    best = nsmallest(most, keyed, key=itemgetter(0))
    return tuple(_item(candidate, found) for _, candidate, found in best)


def _fitting(word: str, candidate: Candidate) -> Fit | None:
    found = fit(word, candidate.label[candidate.match_from :])
    if found is None or (candidate.is_strict and found.grade > Grade.INITIALS):
        return None
    return found


def _key(word: str, candidate: Candidate, found: Fit, recent: Recency, order: int) -> tuple[int, ...]:
    label = candidate.label[candidate.match_from :]
    chosen = recent.get(candidate.label, recent.get(candidate.insert, recent.get(label, _NEVER))) if recent else _NEVER
    if not word:
        return (found.grade, candidate.tier, chosen, order)
    wrong_case = sum(label[place] != letter for place, letter in zip(found.matched, word, strict=False))
    return (found.grade, candidate.tier, chosen, min(wrong_case, 1), len(label), order)


def _item(candidate: Candidate, found: Fit) -> CompletionItem:
    return CompletionItem(
        candidate.kind,
        candidate.label,
        candidate.insert,
        candidate.detail,
        candidate.caret_back,
        tuple(place + candidate.match_from for place in found.matched),
        candidate.comment,
    )


class NameIndex(Generic[T]):
    """Many names, of which those that fit a word are found in a few milliseconds. Immutable; any thread may use it.

    The names that a word begins, and those of which it begins a later word, come from sorted arrays; only where they
    are too few, names with a word of the same initial and names that hold it are looked through.
    """

    def __init__(self, named: Iterable[tuple[str, int, T]]) -> None:
        """Take each name with its tier (smaller comes first) and what it stands for, in their natural order."""
        entries = [(name[:LONGEST_NAME], tier, meant) for name, tier, meant in sorted(named, key=itemgetter(1))]
        self._names = [name for name, _, _ in entries]
        self._tiers = [tier for _, tier, _ in entries]
        self._meant = [meant for _, _, meant in entries]
        self._lower = [lowered(name).replace("\n", " ") for name in self._names]
        self._ranks = [_rank(tier, 1, len(name), index) for index, (name, tier, _) in enumerate(entries)]
        self._natural = [_rank(tier, 1, 0, index) for index, tier in enumerate(self._tiers)]
        self._by_initial: dict[str, list[int]] = {}
        later: list[tuple[str, int]] = []
        for index, lower in enumerate(self._lower):
            starts = word_starts(self._names[index])
            later += [(lower[start:], index) for start in starts if start]
            for initial in {lower[start] for start in starts}:
                self._by_initial.setdefault(initial, []).append(index)
        self._whole = sorted((lower, index) for index, lower in enumerate(self._lower))
        self._later = sorted(later)
        self._text = "\n".join(self._lower)
        self._ends = list(accumulate(len(lower) + 1 for lower in self._lower))

    def __len__(self) -> int:
        return len(self._names)

    def best(self, word: str, most: int, recent: Recency, wanted: Callable[[T], bool] | None = None) -> list[T]:
        """Those that fit, the best first, at most `most`; of very many that fit loosely some.

        Args:
            wanted: Which of them can stand at the place; None: all.
        """
        word = lowered(word)
        chosen = {
            index: _rank(self._tiers[index], 0, rank, index)
            for name, rank in recent.items()
            for index in self._named(lowered(name))
        }
        ranks = self._ranks if word else self._natural
        found: dict[int, None] = {}
        for indexes in self._groups(word) if word else [self._first(most, chosen, wanted)]:
            fitting = [index for index in indexes if index not in found] if found else list(indexes)
            if wanted is not None:
                fitting = [index for index in fitting if wanted(self._meant[index])]
            key = (lambda index: chosen.get(index) or ranks[index]) if chosen else ranks.__getitem__
            best = nsmallest(most - len(found), fitting, key=key)
            found |= dict.fromkeys(best)
            if len(found) >= most:
                break
        return [self._meant[index] for index in found]

    def _groups(self, word: str) -> Iterator[Iterable[int]]:
        """The names that fit, by grade, the best first."""
        yield self._named(word)
        yield _beginning(self._whole, word)
        yield _beginning(self._later, word)
        if 1 < len(word) <= LONGEST_WORD:
            loose: dict[Grade, list[int]] = {}
            for index in dict.fromkeys(chain(self._with_letters(word), self._with_all(word))):
                if (found := fit(word, self._names[index])) is not None:
                    loose.setdefault(found.grade, []).append(index)
            yield from (loose[grade] for grade in sorted(loose))

    def _first(self, most: int, chosen: Iterable[int], wanted: Callable[[T], bool] | None) -> Iterable[int]:
        """Those chosen of late, and the first in order."""
        fitting = (index for index in range(len(self._names)) if wanted is None or wanted(self._meant[index]))
        return dict.fromkeys(chain(chosen, islice(fitting, most)))

    def _named(self, lower: str) -> Iterable[int]:
        low = bisect_left(self._whole, (lower, -1))
        return (index for _, index in self._whole[low : bisect_left(self._whole, (lower, len(self._whole)), low)])

    def _with_letters(self, word: str) -> Iterator[int]:
        """Names with a word of the same initial, and with all its letters in order."""
        matches, lower = letters_pattern(word).match, self._lower
        near = islice(self._by_initial.get(word[0], ()), _LOOKED_AT)
        return islice((index for index in near if matches(lower[index])), _LOOSE)

    def _with_all(self, word: str) -> Iterator[int]:
        """Names that hold the word somewhere, found in all of them at once."""
        at = -1 if "\n" in word else self._text.find(word)
        for _ in range(_LOOSE):
            if at < 0:
                return
            index = bisect_right(self._ends, at)
            yield index
            at = self._text.find(word, self._ends[index])


def _beginning(pairs: list[tuple[str, int]], word: str) -> Iterator[int]:
    low = bisect_left(pairs, (word, -1))
    high = bisect_left(pairs, (word + _BEHIND_ALL, -1), low)
    return (index for _, index in pairs[low:high])


def _rank(tier: int, group: int, place: int, index: int) -> int:
    """One number to sort by: tier first, then whether it was chosen of late, then the place among those."""
    return ((tier << 1 | group) << 20 | place) << 32 | index
