"""Statements told to others: whole, without their values, or as a number only."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from lapwing.sql.dialect import Dialect
from lapwing.sql.hiding import without_secrets
from lapwing.sql.tokens import KINDS, TokenKind

MASK: Final = "?"
_VALUES: Final = frozenset({TokenKind.STRING, TokenKind.NUMBER, TokenKind.BLOB, TokenKind.ERROR})
_BLANKS: Final = re.compile(r"\s+")
_LISTS: Final = re.compile(r"\?(?:, ?\?)+")
_BEFORE_NAMES: Final = frozenset(
    {".", "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "AS", "EXISTS", "INDEX", "VIEW", "TRIGGER", "ON", "COLUMN", "TO"}
)
"""Anywhere else SQLite may take a name in double quotes for a text."""


def masked(dialect: Dialect, sql: str) -> str:
    """The statement with a question mark for each value, and without comments, which may hold values too.

    Rather too much goes than too little. SQLite takes a name in double quotes for a text where there is no such column,
    so those that stand where values can stand go, too, columns included. Of a
    command for the vendor's client only its word is left.
    """
    if sql.startswith("\\"):
        return sql.split(maxsplit=1)[0]
    return "".join(_pieces(dialect, without_secrets(dialect, sql))).strip()


def _pieces(dialect: Dialect, sql: str) -> Iterator[str]:
    tokens = dialect.lex(sql)
    start, before = 0, ""
    for code, end in zip(tokens.kinds, tokens.ends, strict=True):
        kind, text = KINDS[code], sql[start:end]
        start = end
        if kind is TokenKind.COMMENT:
            yield " "
            continue
        if kind is TokenKind.WHITESPACE:
            yield text
            continue
        is_doubtful = dialect.id == "sqlite" and text.startswith('"') and before not in _BEFORE_NAMES
        yield MASK if kind in _VALUES or is_doubtful else text
        before = text.upper()


def fingerprint(dialect: Dialect, sql: str) -> str:
    """`sha256:` and the hash of the statement without values, blanks and capitals: the same for other values.

    Values are left out so that nobody finds short ones by trying.
    """
    shape = _LISTS.sub(MASK, _BLANKS.sub(" ", masked(dialect, sql))).casefold()
    return f"sha256:{hashlib.sha256(shape.encode('utf-8', 'surrogatepass')).hexdigest()}"
