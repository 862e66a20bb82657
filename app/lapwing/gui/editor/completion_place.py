"""Which piece of a text the engine is asked about, and what may be typed on in a list that is open. No Qt here."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lapwing.domain.completion import CompletionItem
from lapwing.domain.late_dataclass import dataclass

LONG_STATEMENT: Final = 200_000
"""Characters above which not all of a statement is sent with every key."""
_WINDOW: Final = 100_000
_WORD_TAIL: Final = re.compile(r"[\w$]*\Z")
_HALVES: Final = re.compile("[\ud800-\udfff]")
_QUOTES: Final = '"`[]'


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text.

    Attributes:
        text: The part; as long as it was, but with no half characters, which cannot be sent.
        start: Where it begins in the whole text.
    """

    text: str
    start: int


def piece_around(text: str, start: int, end: int, caret: int) -> Piece:
    """`text[start:end]`, or where that is very long, as much of it around the caret as is sent."""
    if end - start > LONG_STATEMENT:
        start = max(start, min(caret - _WINDOW // 2, end - _WINDOW))
        end = min(end, start + _WINDOW)
    return Piece(_HALVES.sub("?", text[start:end]), start)


def word_before(head: str) -> str:
    """The word that a line up to its caret ends with; empty for a number."""
    found = _WORD_TAIL.search(head)
    word = found[0] if found is not None else ""
    return "" if word[:1].isdigit() else word


def is_word(sign: str) -> bool:
    """Whether a sign may be a part of a name without quotes."""
    return sign.isalnum() or sign in ("_", "$")


def still_fitting(items: Sequence[CompletionItem], typed: str) -> list[CompletionItem]:
    """The items whose labels hold all letters of `typed` in order, without regard to case; their order stays.

    What was typed since the engine was asked is held against its answer so, until the next one is there.
    """
    wanted = typed.strip(_QUOTES).casefold()
    fitting = []
    for item in items:
        places = _places(wanted, item.label.casefold())
        if places is not None:
            fitting.append(replace(item, matched=places) if len(item.label.casefold()) == len(item.label) else item)
    return fitting


def _places(wanted: str, label: str) -> tuple[int, ...] | None:
    at = label.find(wanted)
    if at >= 0:
        return tuple(range(at, at + len(wanted)))
    places: list[int] = []
    at = -1
    for letter in wanted:
        at = label.find(letter, at + 1)
        if at < 0:
            return None
        places.append(at)
    return tuple(places)
