"""CHECK constraints: those of a table's statement, and the columns that a condition names."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import TRIVIA, TokenKind

_NAMES: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.TYPE, TokenKind.FUNCTION})
_MOST_CHARS: Final = 1_000_000
"""Longer statements are not looked through."""


class FoundCheck(NamedTuple):
    """`name` is empty where none is written; `condition` stands without its parentheses."""

    name: str
    condition: str


def checks_in(create_table: str, dialect: Dialect) -> list[FoundCheck]:
    """The CHECK constraints of a CREATE TABLE statement that a server accepted, in its order."""
    return list(_checks(create_table, dialect)) if len(create_table) <= _MOST_CHARS else []


def _checks(sql: str, dialect: Dialect) -> Iterator[FoundCheck]:
    tokens = [token for token in dialect.lex(sql) if token.kind not in TRIVIA]
    words = [sql[token.start : token.end] for token in tokens]
    place = 0
    while place < len(words) - 1:
        is_check = words[place].upper() == "CHECK" and tokens[place].kind is not TokenKind.QUOTED_IDENTIFIER
        if not is_check or words[place + 1] != "(":
            place += 1
            continue
        last = _closing(words, place + 1)
        named = place >= 2 and words[place - 2].upper() == "CONSTRAINT"
        condition = sql[tokens[place + 1].end : tokens[last].start].strip()
        yield FoundCheck(_plain(words[place - 1]) if named else "", condition)
        place = last


def generated_in(create_table: str, dialect: Dialect) -> list[str]:
    """What the computed columns of a CREATE TABLE statement that a server accepted are computed by, in its order."""
    if len(create_table) > _MOST_CHARS:
        return []
    tokens = [token for token in dialect.lex(create_table) if token.kind not in TRIVIA]
    words = [create_table[token.start : token.end] for token in tokens]
    found, depth = [], 0
    for place, word in enumerate(words[:-1]):
        depth += (word == "(") - (word == ")")
        if depth == 1 and word.upper() == "AS" and words[place + 1] == "(":
            last = _closing(words, place + 1)
            found.append(create_table[tokens[place + 1].end : tokens[last].start].strip())
    return found


def _closing(words: Sequence[str], opening: int) -> int:
    """The place of the parenthesis that closes another; the last place when none does."""
    depth = 0
    for place in range(opening, len(words)):
        depth += (words[place] == "(") - (words[place] == ")")
        if not depth:
            return place
    return len(words) - 1


def columns_named(condition: str, columns: Sequence[str], dialect: Dialect) -> tuple[str, ...]:
    """Those of some columns whose names stand in a condition, in the order of the columns. Names are compared without
    case, as most servers do."""
    tokens = dialect.lex(condition[:_MOST_CHARS])
    named = {_plain(condition[token.start : token.end]).casefold() for token in tokens if token.kind in _NAMES}
    named |= {
        condition[token.start : token.end].casefold() for token in tokens if token.kind is TokenKind.KEYWORD
    }  # a column may be called like a keyword that no server reserves
    return tuple(column for column in columns if column.casefold() in named)


def _plain(word: str) -> str:
    """A name without its quotes."""
    if word[:1] == "[":
        return word[1:-1]
    return word[1:-1].replace(word[0] * 2, word[0]) if word[:1] in {'"', "`"} else word


def unwrapped(condition: str, dialect: Dialect) -> str:
    """A condition without parentheses that stand around all of it."""
    tokens = [token for token in dialect.lex(condition) if token.kind not in TRIVIA]
    words = [condition[token.start : token.end] for token in tokens]
    if len(words) < 3 or words[0] != "(" or words[-1] != ")" or _closing(words, 0) != len(words) - 1:
        return condition
    return condition[tokens[0].end : tokens[-1].start].strip()
