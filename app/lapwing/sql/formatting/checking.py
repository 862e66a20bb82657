"""The proof that formatting changed nothing but blanks and letters."""

from collections.abc import Iterator
from typing import Final

from lapwing.sql.dialect import Dialect
from lapwing.sql.formatting.options import FormatOptions, LetterCase
from lapwing.sql.tokens import TokenKind, Tokens

_RECASED: Final = frozenset({TokenKind.KEYWORD, TokenKind.FUNCTION, TokenKind.TYPE})
_WORDS: Final = _RECASED | {TokenKind.IDENTIFIER}
"""Across a line end the lexer takes functions and types for names."""


def is_same(dialect: Dialect, before: str, after: str, options: FormatOptions) -> bool:
    """Whether two texts hold the same tokens, comments and statements."""
    if before == after:
        return True
    old, new = dialect.lex(before), dialect.lex(after)
    return (
        _same_tokens(dialect, old, new, options)
        and _comments(old) == _comments(new)
        and _cuts(dialect, old) == _cuts(dialect, new)
    )


def _same_tokens(dialect: Dialect, old: Tokens, new: Tokens, options: FormatOptions) -> bool:
    cases = {options.keyword_case, options.function_case, options.type_case} - {LetterCase.TYPED}
    left, right = _significant(old), _significant(new)
    for (kind, text), (_, other) in zip(left, right, strict=False):
        if text != other:
            is_known = kind in _RECASED or text.lower() in dialect.functions or text.upper() in dialect.types
            if not (kind in _WORDS and is_known and any(case.of(text) == other for case in cases)):
                return False
    return next(left, None) is None and next(right, None) is None


def _significant(tokens: Tokens) -> Iterator[tuple[int, str]]:
    text, start = tokens.text, 0
    for kind, end in zip(tokens.kinds, tokens.ends, strict=True):
        if kind != TokenKind.WHITESPACE and kind != TokenKind.COMMENT:
            yield kind, text[start:end]
        start = end


def _comments(tokens: Tokens) -> list[str]:
    text, start = tokens.text, 0
    found = []
    for kind, end in zip(tokens.kinds, tokens.ends, strict=True):
        if kind == TokenKind.COMMENT:
            found.append(text[start:end].rstrip())
        start = end
    return found


def _cuts(dialect: Dialect, tokens: Tokens) -> list[tuple[int, int, bool, str]]:
    """Where the statements begin and end, in significant tokens; what is for the client; and input."""
    text = tokens.text
    numbers = [0]
    for kind in tokens.kinds:
        numbers.append(numbers[-1] + (kind != TokenKind.WHITESPACE and kind != TokenKind.COMMENT))
    cuts = []
    for statement in dialect.split(text):
        data = text[slice(*statement.data)] if statement.data else ""
        start, end = tokens.index_at(statement.start), tokens.index_at(statement.end - 1) + 1
        cuts.append((numbers[start], numbers[end], statement.is_client_command, data))
    return cuts
