"""Which words of a line are names of tables and columns of the database, and which are parameters. No Qt here.

A word is taken by itself, without its statement: what is called like a table and stands where a name of one's own is
made (behind AS), or belongs to a table (behind its name and a dot), is none.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from lapwing.sql.tokens import TRIVIA, Token, TokenKind

_WORDS: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.KEYWORD, TokenKind.FUNCTION, TokenKind.TYPE})
_NO_NAMES: Final = frozenset({TokenKind.KEYWORD, TokenKind.TYPE})
_OWNERS: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER})
_NO_PARAMETER_BEHIND: Final = re.compile(r"[\w:'\")\]]").match
_LONGEST: Final = 128
"""Characters; no server has longer names without quotes."""


def named_parameters(line: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where `:name` stands that is a place for a value, in a language whose lexer takes it for two tokens.

    Decided by what stands before the colon, as `sql.parameters` does.
    """
    found = []
    colon = -1
    for kind, start, end in tokens:
        if colon == start - 1 and kind in _WORDS and not (colon and _NO_PARAMETER_BEHIND(line[colon - 1])):
            found.append((colon, end))
        colon = start if line[start:end] == ":" else -1
    return found


def names_behind_dots(line: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a line, words behind a name and a dot as names: in `a.key` and `a.date` they are no keywords."""
    if "." not in line:
        return tokens
    found = list(tokens)
    owner: TokenKind | None = None
    is_behind = False
    for at, (kind, start, end) in enumerate(tokens):
        if kind in TRIVIA:
            continue
        if is_behind and kind in _NO_NAMES:
            found[at] = Token(TokenKind.IDENTIFIER, start, end)
        is_behind = line[start:end] == "." and owner in _OWNERS
        owner = found[at].kind
    return found


class NameKind(Enum):
    RELATION = auto()
    COLUMN = auto()
    KEYWORD = auto()
    """A word of the server's version that the dialect does not have."""


class NameStretch(NamedTuple):
    """Where a name of the database, or a word of its server, stands in a line."""

    start: int
    end: int
    kind: NameKind


class NameWatch:
    """Remembers which words are names of relations or columns, and which have been seen but not yet asked about.

    Attributes:
        unknown: Words that somebody has to ask the engine about.
    """

    def __init__(self) -> None:
        self.unknown: set[str] = set()
        self._asked: set[str] = set()
        self._relations: set[str] = set()
        self._columns: set[str] = set()
        self._keywords: set[str] = set()

    def forget(self) -> None:
        """The database is another one, or has changed."""
        self.unknown.clear()
        self._asked.clear()
        self._relations.clear()
        self._columns.clear()
        self._keywords.clear()

    def learn(
        self,
        asked: Iterable[str],
        relations: Iterable[str],
        columns: Iterable[str] = (),
        keywords: Iterable[str] = (),
    ) -> None:
        """Of the words asked about, these are names of relations, those of columns, and those words of the server."""
        self._asked.update(asked)
        self._relations.update(relations)
        self._columns.update(columns)
        self._keywords.update(keywords)
        self.unknown -= self._asked

    def stretches(self, line: str, tokens: Sequence[Token]) -> list[NameStretch]:
        """Where names of relations and columns stand in a line; its other words are seen from now on."""
        found = []
        before: tuple[str, str] = ("", "")
        for kind, start, end in tokens:
            if kind in TRIVIA:
                continue
            word = line[start:end]
            if kind is TokenKind.IDENTIFIER and end - start <= _LONGEST:
                if word not in self._asked:
                    self.unknown.add(word)
                if word in self._relations and self._may_name_one(before):
                    found.append(NameStretch(start, end, NameKind.RELATION))
                elif word in self._columns and before[1].upper() != "AS":
                    found.append(NameStretch(start, end, NameKind.COLUMN))
                elif word in self._keywords and before[1] != ".":
                    found.append(NameStretch(start, end, NameKind.KEYWORD))
            before = (before[1], word)
        return found

    def _may_name_one(self, before: tuple[str, str]) -> bool:
        """Whether a relation can be named behind these two words."""
        if before[1] == ".":
            return before[0] not in self._relations
        return before[1].upper() != "AS"
