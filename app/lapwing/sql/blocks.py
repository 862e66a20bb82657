"""Statements that hold others between BEGIN and END, as SQL/PSM writes them."""

import re
from typing import Final

from lapwing.sql.patterns import NAME, words

_WORD, _TERMINATOR, _OTHER = 1, 2, 3
_CLOSED_BY_NAME: Final = frozenset({"IF", "LOOP", "WHILE", "REPEAT", "FOR"})
"""Behind END these close what never counted as opened: their own compound statement."""


class NestedBlocks:
    """Routines, triggers and atomic blocks: a terminator ends them only outside of every BEGIN and CASE.

    Args:
        trivia: An expression for one blank or comment.
        quoted: An expression for one quoted token.
        openers: The whole beginnings that make a statement one of these, as sequences of words; a tuple stands for any
            number of its words, also none.
    """

    def __init__(self, trivia: str, quoted: str, openers: tuple[tuple[str | tuple[str, ...], ...], ...]) -> None:
        gap = f"(?:{trivia})++"
        self.verbs = frozenset(opener[0] for opener in openers if isinstance(opener[0], str))
        self._opens = re.compile("|".join(_beginning(opener, gap) for opener in openers), re.DOTALL)
        self._piece = re.compile(rf"(?:{trivia})*+(?:({NAME})|(;)|({quoted}|.|\Z))", re.DOTALL)

    def end(self, text: str, start: int) -> int | None:
        """Where the block that begins at `start` ends; None when something else begins there."""
        if not self._opens.match(text, start):
            return None
        depth = 0
        behind_end = False
        for piece in self._piece.finditer(text, start):
            word = (piece[_WORD] or "").upper()
            if behind_end and word not in _CLOSED_BY_NAME:
                depth -= 1
            if word == "BEGIN" or (word == "CASE" and not behind_end):
                depth += 1
            behind_end = word == "END"
            if piece.lastindex == _TERMINATOR and depth <= 0:
                return piece.start(_TERMINATOR)
        return len(text)


def _beginning(opener: tuple[str | tuple[str, ...], ...], gap: str) -> str:
    first, *rest = opener
    assert isinstance(first, str), "an opener begins with one certain word"
    pattern = words(first)
    for part in rest:
        pattern += f"{gap}{words(part)}" if isinstance(part, str) else f"(?:{gap}{words(*part)})*"
    return pattern
