"""What differs between two texts, line by line, as people read it. No Qt here."""

import difflib
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from lapwing.domain.late_dataclass import dataclass

_AROUND: Final = 3
_MOST_COMPARED: Final = 4_000
"""Lines between the first and the last difference, up to which what they have in common is looked for."""
MOST_SHOWN: Final = 20_000
_LONGEST: Final = 2_000


class Side(Enum):
    """Where a line is."""

    BOTH = auto()
    OLD = auto()
    NEW = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line, with its numbers from 1 in both texts; 0 where it is not. A gap's text is empty."""

    side: Side
    text: str
    old: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class TextDiff:
    """The lines that differ with three around them; how many are only in either text; whether some are left out."""

    lines: tuple[DiffLine, ...]
    removed: int
    added: int
    is_cut: bool


def compare(old: str, new: str) -> TextDiff:
    """What leads from one text to the other."""
    before, after = old.split("\n"), new.split("\n")
    blocks = list(_changes(before, after))
    shown: list[DiffLine] = []
    done = (0, 0)
    for number, (a1, a2, b1, b2) in enumerate(blocks):
        if len(shown) > MOST_SHOWN:
            break
        lead = min(_AROUND, a1 - done[0])
        if a1 - done[0] > lead:
            shown.append(DiffLine(Side.GAP, ""))
        shown += _both(before, a1 - lead, a1, b1 - lead)
        shown += [DiffLine(Side.OLD, before[at][:_LONGEST], at + 1) for at in range(a1, min(a2, a1 + MOST_SHOWN))]
        shown += [DiffLine(Side.NEW, after[at][:_LONGEST], 0, at + 1) for at in range(b1, min(b2, b1 + MOST_SHOWN))]
        following = blocks[number + 1][0] if number + 1 < len(blocks) else len(before)
        tail = min(_AROUND, following - a2)
        shown += _both(before, a2, a2 + tail, b2)
        done = (a2 + tail, b2 + tail)
    if blocks and done[0] < len(before):
        shown.append(DiffLine(Side.GAP, ""))
    removed = sum(a2 - a1 for a1, a2, _, _ in blocks)
    added = sum(b2 - b1 for _, _, b1, b2 in blocks)
    return TextDiff(tuple(shown[:MOST_SHOWN]), removed, added, len(shown) > MOST_SHOWN)


def _both(before: list[str], start: int, end: int, new_start: int) -> Iterator[DiffLine]:
    for at in range(start, end):
        yield DiffLine(Side.BOTH, before[at][:_LONGEST], at + 1, new_start + at - start + 1)


def _changes(before: list[str], after: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of lines that give way to others: start and end in both."""
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    tail = next((n for n in range(least - head) if before[-1 - n] != after[-1 - n]), least - head)
    middle, new_middle = before[head : len(before) - tail], after[head : len(after) - tail]
    if not middle and not new_middle:
        return
    if max(len(middle), len(new_middle)) > _MOST_COMPARED:
        yield head, len(before) - tail, head, len(after) - tail
        return
    for tag, a1, a2, b1, b2 in difflib.SequenceMatcher(None, middle, new_middle, autojunk=False).get_opcodes():
        if tag != "equal":
            yield head + a1, head + a2, head + b1, head + b2
