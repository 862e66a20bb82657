"""The tokens of one statement that mean something, with their words and depths."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import KINDS, TRIVIA, TokenKind

_WORDS: Final = frozenset({TokenKind.KEYWORD, TokenKind.IDENTIFIER, TokenKind.FUNCTION, TokenKind.TYPE})
_QUOTED: Final = frozenset({TokenKind.QUOTED_IDENTIFIER, TokenKind.STRING})


class Significant(NamedTuple):
    """One token that is neither blank nor comment."""

    kind: TokenKind
    text: str
    word: str
    """Upper case; empty unless it is a bare word."""
    depth: int
    """Parentheses open before it; the parentheses themselves count as outside. Below zero behind one too many."""
    position: int

    @property
    def can_be_name(self) -> bool:
        """Whether it can name something. SQLite takes strings for names where nothing else can stand."""
        return bool(self.word) or self.kind in _QUOTED


def significant_tokens(dialect: Dialect, text: str) -> list[Significant]:
    """Those of one statement; it must begin with the first and hold no lines for the vendor's client."""
    found: list[Significant] = []
    depth = start = 0
    tokens = dialect.lexer.lex(text)
    for code, end in zip(tokens.kinds, tokens.ends, strict=True):
        kind = KINDS[code]
        if kind not in TRIVIA:
            piece = text[start:end]
            depth -= piece == ")"
            found.append(Significant(kind, piece, piece.upper() if kind in _WORDS else "", depth, start))
            depth += piece == "("
        start = end
    return found


def closing_parens(tokens: Sequence[Significant]) -> dict[int, int]:
    """From the index of each opening parenthesis that is closed to the index of the one that closes it."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.text == "(":
            opened.append(index)
        elif token.text == ")" and opened:
            pairs[opened.pop()] = index
    return pairs


def unquoted(dialect: Dialect, text: str) -> str:
    """The name that a token stands for."""
    for opening, closing in (*dialect.identifier_quotes, ("'", "'")):
        if len(text) > 1 and text[0] == opening and text[-1] == closing:
            inner = text[1:-1]
            return inner if opening != closing else inner.replace(closing * 2, closing)
    return text
