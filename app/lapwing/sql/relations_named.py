"""Which relations a statement reads and writes, by where their names stand. For definitions that a server accepted."""

from typing import Final

from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import TRIVIA, TokenKind

_NAMES: Final = frozenset(
    {TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.STRING, TokenKind.TYPE, TokenKind.FUNCTION}
)
_BEGINS: Final = frozenset({"FROM", "JOIN", "STRAIGHT_JOIN", "INTO", "UPDATE"})
_ENDS: Final = frozenset(
    {"WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "SELECT", "SET", "VALUES", "WINDOW", "UNION", "EXCEPT", "INTERSECT"}
    | {"RETURNING", "BEGIN", "END", "DEFAULT", "DO", "THEN"}
)
_BETWEEN: Final = frozenset({"OR", "ROLLBACK", "ABORT", "REPLACE", "FAIL", "IGNORE", "LOW_PRIORITY", "LATERAL", "ONLY"})
"""What may stand before the name."""


def relations_named(sql: str, dialect: Dialect) -> set[tuple[str, str]]:
    """Schema (empty where none is written) and name of what stands where a relation can stand.

    Names of WITH are among them, and variables behind SELECT ... INTO: who asks knows which relations there are.
    """
    found: set[tuple[str, str]] = set()
    expects = in_from = False
    schema = ""
    outer: list[bool] = []
    words = [(token.kind, sql[token.start : token.end]) for token in dialect.lex(sql) if token.kind not in TRIVIA]
    for place, (kind, word) in enumerate(words):
        following = words[place + 1][1] if place + 1 < len(words) else ""
        upper = word.upper() if kind is TokenKind.KEYWORD else ""
        if word == "(":
            outer.append(in_from)
            in_from = expects
        elif word == ")":
            in_from, expects = bool(outer and outer.pop()), False
        elif word == "," or word == ";":
            expects = in_from and word == ","
        elif upper in _BEGINS:
            expects, in_from = True, upper not in {"INTO", "UPDATE"}
        elif upper in _ENDS:
            expects = in_from = False
        elif expects and upper not in _BETWEEN and word != "." and (kind in _NAMES or upper):
            if following == ".":
                schema = _plain(word)
                continue
            if following != "(" or not in_from:  # otherwise it is a function
                found.add((schema, _plain(word)))
            expects, schema = False, ""
    return found


def _plain(word: str) -> str:
    """A name without its quotes."""
    if word[:1] == "[":
        return word[1:-1]
    return word[1:-1].replace(word[0] * 2, word[0]) if word[:1] in {'"', "`", "'"} else word
