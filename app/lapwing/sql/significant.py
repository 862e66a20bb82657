"""The tokens of one statement that mean something, with their words and depths."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import TRIVIA, TokenKind

_WORDS: Final = frozenset({TokenKind.KEYWORD, TokenKind.IDENTIFIER})
_QUOTED: Final = frozenset({TokenKind.QUOTED_IDENTIFIER, TokenKind.STRING})


class Significant(NamedTuple):
    """One token that is neither blank nor comment."""

    kind: TokenKind
    text: str
    word: str
    """Upper case; empty unless it is a bare word."""
    depth: int
    """Parentheses open before it, from where the reading began; the parentheses themselves count as outside. Below zero
    behind one too many."""
    position: int

    @property
    def can_be_name(self) -> bool:
        """Whether it can name something. SQLite takes strings for names where nothing else can stand."""
        return bool(self.word) or self.kind in _QUOTED


def significant_tokens(dialect: Dialect, text: str, start: int = 0) -> Iterator[Significant]:
    """Those of one statement from `start` on, a border between tokens, found as they are asked for.

    A word is a keyword or an identifier here, also where `lex` says that it is a function or a type.
    """
    depth = 0
    for kind, text_of, position in dialect.lexer.pieces(text, start):
        if kind not in TRIVIA:
            depth -= text_of == ")"
            yield Significant(kind, text_of, text_of.upper() if kind in _WORDS else "", depth, position)
            depth += text_of == "("


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
