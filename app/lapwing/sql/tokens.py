"""What a lexer hands out: kinds, tokens, and the compact row of all tokens of one text."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import chain
from typing import Final, NamedTuple, overload


class TokenKind(IntEnum):
    """What a stretch of text is. The numbers are stored in `Tokens.kinds` and stay below 32."""

    KEYWORD = 0
    IDENTIFIER = 1
    QUOTED_IDENTIFIER = 2
    FUNCTION = 3
    TYPE = 4
    NUMBER = 5
    STRING = 6
    BLOB = 7
    COMMENT = 8
    OPERATOR = 9
    PUNCTUATION = 10
    PARAMETER = 11
    WHITESPACE = 12
    ERROR = 13
    """What the server would refuse wherever it stands. A quote or comment that is not closed keeps its own kind."""


KINDS: Final = tuple(TokenKind)
TRIVIA: Final = frozenset({TokenKind.WHITESPACE, TokenKind.COMMENT})
"""Kinds that mean nothing to the server."""


class Token(NamedTuple):
    """One token. Offsets count characters from 0; `end` is exclusive."""

    kind: TokenKind
    start: int
    end: int


class Tokens(Sequence[Token]):
    """All tokens of one text, in order, without gap or overlap.

    A megabyte of SQL has 400,000 tokens. They lie here in two flat arrays, a tenth of what objects would cost; a
    `Token` is made when somebody asks for it.

    Attributes:
        text: The text they were cut from.
        kinds: One byte a token, a `TokenKind`.
        ends: Where each token ends; it starts where the one before it ends.
    """

    __slots__ = ("ends", "kinds", "text")

    def __init__(self, text: str, kinds: bytes, ends: "array[int]") -> None:
        self.text = text
        self.kinds = kinds
        self.ends = ends

    def start(self, index: int) -> int:
        """Where token `index` (0 or more) begins."""
        return self.ends[index - 1] if index else 0

    def text_of(self, index: int) -> str:
        """The characters of token `index` (0 or more)."""
        return self.text[self.start(index) : self.ends[index]]

    def index_at(self, position: int) -> int:
        """The index of the token that holds the character at `position`; the number of tokens when it lies behind."""
        return bisect_right(self.ends, max(position, 0))

    def __len__(self) -> int:
        return len(self.kinds)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if index < 0:
            raise IndexError("There are fewer tokens.")
        return Token(KINDS[self.kinds[index]], self.start(index), self.ends[index])

    def __iter__(self) -> Iterator[Token]:
        return map(Token, map(KINDS.__getitem__, self.kinds), chain((0,), self.ends), self.ends)
