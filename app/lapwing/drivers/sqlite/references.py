"""Which relations a view or a trigger reads and writes, found in its statement by our own lexer.

SQLite keeps no dependencies: `sqlite_schema` has the statements as they were written.
"""

from typing import Final

from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import TRIVIA, TokenKind

_LOWER: Final = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_NAMES: Final = frozenset(
    {TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.STRING, TokenKind.TYPE, TokenKind.FUNCTION}
)
_ENDS_FROM: Final = frozenset(
    [
        "WHERE",
        "GROUP",
        "ORDER",
        "HAVING",
        "LIMIT",
        "SELECT",
        "SET",
        "VALUES",
        "WINDOW",
        "UNION",
        "EXCEPT",
        "INTERSECT",
        "RETURNING",
        "BEGIN",
        "END",
        "DEFAULT",
    ]
)


def folded(name: str) -> str:
    """A name as SQLite compares it: the case of ASCII letters does not count."""
    return name.translate(_LOWER)


def relations_in(sql: str) -> set[str]:
    """The names, folded, of what stands where a relation can stand; names of WITH among them."""
    found: set[str] = set()
    expects = in_from = False
    outer: list[bool] = []
    words = [(token.kind, sql[token.start : token.end]) for token in dialect_named("sqlite").lex(sql)]
    words = [word for word in words if word[0] not in TRIVIA]
    for place, (kind, word) in enumerate(words):
        following = words[place + 1][1] if place + 1 < len(words) else ""
        if word == "(":
            outer.append(in_from)
            in_from = expects
        elif word == ")":
            in_from = outer.pop() if outer else False
            expects = False
        elif word == ",":
            expects = in_from
        elif kind is TokenKind.KEYWORD and word.upper() in {"FROM", "JOIN", "INTO", "UPDATE"}:
            expects, in_from = True, word.upper() in {"FROM", "JOIN"}
        elif kind is TokenKind.KEYWORD and word.upper() in _ENDS_FROM:
            expects = in_from = False
        elif expects and following != "." and (kind in _NAMES or kind is TokenKind.KEYWORD):
            if following != "(" or kind is not TokenKind.FUNCTION:
                found.add(folded(_plain(word)))
            expects = kind is TokenKind.KEYWORD and word.upper() in {
                "OR",
                "ROLLBACK",
                "ABORT",
                "REPLACE",
                "FAIL",
                "IGNORE",
            }
    return found


def _plain(word: str) -> str:
    """A name without its quotes."""
    if word[:1] == "[":
        return word[1:-1]
    return word[1:-1].replace(word[0] * 2, word[0]) if word[:1] in {'"', "`", "'"} else word


def longest_part(name: str) -> str:
    """The longest stretch of a name that stands in every way of writing it: without quotes, which may be doubled."""
    for quote in ('"', "`", "'", "[", "]"):
        name = max(name.split(quote), key=len)
    return folded(name)
