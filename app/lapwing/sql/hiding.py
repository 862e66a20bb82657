"""Secrets that stand in statements, taken out of a text before it is kept anywhere.

What is taken out of the place of a value leaves words that no server accepts: who runs the text again is told, instead
of setting a password of dots. What is taken out of the middle of a literal, such as a connection string, leaves dots.
Rather too much goes than too little.

Sources: the statements that carry passwords in the manuals of PostgreSQL 18 (CREATE ROLE, CREATE USER MAPPING, CREATE
SUBSCRIPTION, dblink, pgcrypto), MySQL 9 and MariaDB 12 (account management, SET PASSWORD, CHANGE REPLICATION SOURCE,
federated tables), SQLCipher (PRAGMA key, ATTACH) and DuckDB (CREATE SECRET).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lapwing.domain.secrets import HIDDEN
from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import KINDS, TokenKind

LEFT_OUT: Final = "<secret not kept>"
"""Stands where a value stood."""

_PARTS: Final = ("pass", "pwd", "pw", "identified", "secret", "token", "credential", "key", "pragma", "attach")
_MORE_PARTS: Final = ("://", "crypt", "hmac")
"""Looked for first, because most statements hold none of these, and finding that out is quicker so."""
_HINTS: Final = (
    r"passw|passphrase|pwd|\bpw\b|identified|secret|token|credential|(?:api|access|private|account|encryption)_?key"
    r"|\b(?:pragma|attach)\b|://|crypt|hmac"
)
_MAY_HOLD: Final = re.compile(_HINTS, re.IGNORECASE)
"""Without any of these there is nothing to look for."""
_SECRET_NAME: Final = re.compile(
    r"passw|passphrase|(?:\A|_)pwd?\Z|secret|token\Z|credential|(?:api|access|private|account|encryption)_?key",
    re.IGNORECASE,
)
_TAKES_SECRETS: Final = re.compile(
    r"crypt|hmac|encrypt(?:_iv)?|decrypt(?:_iv)?|pgp_(?:sym|pub)_\w+|(?:aes|des)_(?:en|de)crypt|(?:old_)?password",
    re.IGNORECASE,
)
"""Functions, all of whose literals go."""
_KEY_PRAGMAS: Final = frozenset({"KEY", "REKEY", "HEXKEY", "HEXREKEY", "TEXTKEY", "TEXTREKEY"})
_BETWEEN: Final = frozenset({"=", ":=", "=>", "==", "<>", "!=", "(", "AS", "BY", "TO", "IS", "LIKE", "IN", ":", "@"})
"""What may stand between the name of a secret and its value."""
_NO_PASSWORDS: Final = frozenset(
    ("EXPIRE", "NULL", "HISTORY", "REUSE", "REQUIRE", "DEFAULT", "INTERVAL", "NEVER", "OPTIONAL", "CURRENT", "FOR")
) | frozenset(("LOGIN", "VALID", "CONNECTION", "CONNECTIONS", "LIMIT", "FROM", "AND", "OR", "WHERE", "IN"))
"""Words behind PASSWORD that are part of the grammar; any other bare word is a password whose quotes were forgotten."""
_ACCOUNTS: Final = frozenset({"USER", "ROLE", "GROUP"})
"""One of them near the beginning: the statement is about accounts."""
_END_OF_IDENTIFIED: Final = frozenset({",", ";", "REQUIRE", "ACCOUNT", "COMMENT", "ATTRIBUTE", "DEFAULT", "FAILED"})
_BEFORE_EXPRESSION: Final = frozenset({",", ";", "SELECT", "DISTINCT", "ALL", "RETURNING"})
"""What an expression of a list of columns may begin behind."""
_LITERALS: Final = frozenset({TokenKind.STRING, TokenKind.BLOB, TokenKind.QUOTED_IDENTIFIER, TokenKind.ERROR})
_WORDS: Final = frozenset({TokenKind.KEYWORD, TokenKind.IDENTIFIER, TokenKind.FUNCTION, TokenKind.TYPE})
_ASSIGNED: Final = re.compile(
    r"""((?:\w*passw(?:or)?d|passphrase|\w*pwd|sslpassword|secret\w*|\w*token)["']{0,2}\s*=\s*)"""
    r"""('(?:[^'\\]|\\.|'')*'?|"(?:[^"\\]|\\.)*"?|[^\s;,&'"]+)""",
    re.IGNORECASE | re.DOTALL,
)
"""`password=...` as in connection strings, until a blank or the closing quote."""
_IN_URL: Final = re.compile(r"(\b[a-z][a-z0-9+.-]*://[^\s/?#:@'\"]*:)([^\s/?#'\"]+)(?=@)", re.IGNORECASE)
_NESTED: Final = re.compile(
    r"""(\b(?:password|identified\s+(?:by|as|via|with|using)|passphrase)\b[^'"$\w]{0,20}(?:\w+\s+){0,3}?)(['"$].*)""",
    re.IGNORECASE | re.DOTALL,
)
"""A statement inside a literal: what follows is left out up to the end, because quotes there may be doubled."""
_SETS: Final = re.compile(
    r"(\\set(?:env)?\s+\S*(?:passw|pwd?\b|secret|token|key)\S*\s+)(.+)", re.IGNORECASE | re.DOTALL
)
_DEEPEST: Final = 4


class _Piece(NamedTuple):
    kind: TokenKind
    text: str
    word: str
    """Upper case; of a quoted name what stands in the quotes; empty for other tokens than words and signs."""
    start: int


def without_secrets(dialect: Dialect, sql: str) -> str:
    """The text with what looks like a secret in it taken out; the same object when there is nothing to take out."""
    return _hidden(dialect, sql, 0)


def _hidden(dialect: Dialect, sql: str, depth: int) -> str:
    lowered = sql.lower()
    if not any(part in lowered for part in _PARTS + _MORE_PARTS) or _MAY_HOLD.search(sql) is None:
        return sql
    if sql.startswith("\\"):
        return _in_words(_SETS.sub(rf"\1{HIDDEN}", sql))
    changes = dict(_changes(dialect, sql, depth))
    if not changes:
        return sql
    parts, end = [], 0
    for (first, last), new in sorted(changes.items()):
        parts += [sql[end:first], new]
        end = last
    return "".join([*parts, sql[end:]])


def _changes(dialect: Dialect, sql: str, depth: int) -> Iterator[tuple[tuple[int, int], str]]:
    """Stretches to replace. Those of whole values come last, because they go before those within them."""
    tokens = dialect.lex(sql)
    pieces: list[_Piece] = []
    start = 0
    for kind_code, end in zip(tokens.kinds, tokens.ends, strict=True):
        kind, text = KINDS[kind_code], sql[start:end]
        if kind is TokenKind.COMMENT or kind is TokenKind.STRING or kind is TokenKind.ERROR:
            inner = _within(dialect, text, depth)
            if inner != text:
                yield (start, end), inner
        if kind is not TokenKind.COMMENT and kind is not TokenKind.WHITESPACE:
            pieces.append(_Piece(kind, text, _word(kind, text), start))
        start = end
    for index in _secret_values(pieces):
        piece = pieces[index]
        yield (piece.start, piece.start + len(piece.text)), LEFT_OUT


def _word(kind: TokenKind, text: str) -> str:
    if kind is TokenKind.QUOTED_IDENTIFIER:
        return text[1:-1].upper()
    return "" if kind in _LITERALS or kind is TokenKind.NUMBER else text.upper()


def _within(dialect: Dialect, text: str, depth: int) -> str:
    """A literal or comment without what secrets it holds."""
    if _MAY_HOLD.search(text) is None:
        return text
    if text.startswith("$") and depth < _DEEPEST:
        border = text[: text.find("$", 1) + 1]
        inner = text.removeprefix(border).removesuffix(border)
        closing = border if len(text) > len(border) and text.endswith(border) else ""
        return border + _hidden(dialect, inner, depth + 1) + closing
    found = _NESTED.search(text)
    if found is not None:
        kept = text[: found.end(1)]
        closing = text[-1] if text[-1] in "'\"" else ("*/" if text.endswith("*/") else "")
        return _in_words(kept) + HIDDEN + closing
    return _in_words(text)


def _in_words(text: str) -> str:
    return _IN_URL.sub(rf"\1{HIDDEN}", _ASSIGNED.sub(rf"\1{HIDDEN}", text))


# whole values


def _secret_values(pieces: Sequence[_Piece]) -> Iterator[int]:
    """The indexes of tokens that are secrets."""
    words = [piece.word for piece in pieces[:3]]
    if words[:2] == ["SET", "PASSWORD"]:
        yield from _of_set_password(pieces)
    elif words[:1] == ["PRAGMA"]:
        yield from _of_pragma(pieces)
    elif words[:1] in (["INSERT"], ["REPLACE"], ["WITH"]):
        yield from _of_insert(pieces)
    is_attach = words[:1] == ["ATTACH"]
    is_account = not _ACCOUNTS.isdisjoint(piece.word for piece in pieces[1:4])
    for index, piece in enumerate(pieces):
        if piece.kind is TokenKind.NUMBER or (piece.kind in _LITERALS and not piece.word):
            continue
        if piece.word == "IDENTIFIED":
            yield from _of_identified(pieces, index + 1)
        elif is_attach and piece.word == "KEY":
            yield from range(index + 1, min(index + 2, len(pieces)))
        elif _TAKES_SECRETS.fullmatch(piece.word) and _text(pieces, index + 1) == "(":
            yield from _in_parentheses(pieces, index + 1)
        elif _SECRET_NAME.search(piece.word):
            may_be_bare = is_account and "PASSW" in piece.word and piece.kind in _WORDS
            yield from _behind_name(pieces, index + 1, may_be_bare=may_be_bare)
            if not is_account:
                yield from _before_alias(pieces, index - 1)


def _before_alias(pieces: Sequence[_Piece], index: int) -> Iterator[int]:
    """Literals of the expression that has the name of a secret, `... AS password`, or one right before such a name."""
    if index < 0 or pieces[index].word != "AS":
        while index >= 0 and pieces[index].kind in _LITERALS and not pieces[index].word:
            yield index
            index -= 1
        return
    depth = 0
    for at in range(index - 1, -1, -1):
        depth += (pieces[at].text == ")") - (pieces[at].text == "(")
        if depth < 0 or (not depth and pieces[at].word in _BEFORE_EXPRESSION):
            return
        if pieces[at].kind in _LITERALS:
            yield at


def _of_insert(pieces: Sequence[_Piece]) -> Iterator[int]:
    """Literals in the columns of an INSERT whose names are those of secrets; all of them, where it has no VALUES."""
    begin = next((at for at, piece in enumerate(pieces) if piece.word == "INTO"), None)
    opening = next((at for at in range(begin or 0, len(pieces)) if pieces[at].text == "("), None)
    if begin is None or opening is None or any(piece.word == "SELECT" for piece in pieces[begin:opening]):
        return
    closing = next((at for at in range(opening, len(pieces)) if pieces[at].text == ")"), len(pieces))
    columns = [piece.word for piece in pieces[opening + 1 : closing] if piece.text != ","]
    secret = {at for at, name in enumerate(columns) if _SECRET_NAME.search(name)}
    if not secret:
        return
    has_values = any(piece.word in {"VALUES", "VALUE"} for piece in pieces[closing : closing + 4])
    depth = column = 0
    for at in range(closing + 1, len(pieces)):
        text = pieces[at].text
        depth += (text == "(") - (text == ")")
        if depth == 1 and text in "(,":
            column = 0 if text == "(" else column + 1
        if pieces[at].kind in _LITERALS and (not has_values or column in secret):
            yield at


def _text(pieces: Sequence[_Piece], index: int) -> str:
    return pieces[index].text if index < len(pieces) else ""


def _behind_name(pieces: Sequence[_Piece], index: int, *, may_be_bare: bool) -> Iterator[int]:
    """Values behind the name of a secret, and literals that go on behind the first one."""
    while index < len(pieces) and pieces[index].word in _BETWEEN:
        index += 1
    if index < len(pieces) and may_be_bare and _is_bare_value(pieces[index]):
        yield index
        index += 1
    while index < len(pieces) and pieces[index].kind in _LITERALS:
        yield index
        index += 1


def _is_bare_value(piece: _Piece) -> bool:
    return piece.kind is TokenKind.NUMBER or (piece.kind in _WORDS and piece.word not in _NO_PASSWORDS)


def _of_identified(pieces: Sequence[_Piece], index: int) -> Iterator[int]:
    """Literals up to the end of the clause, and a bare word right behind BY."""
    for at in range(index, len(pieces)):
        piece = pieces[at]
        if piece.word in _END_OF_IDENTIFIED:
            return
        is_value = piece.kind in _LITERALS or piece.kind is TokenKind.NUMBER
        if is_value or (pieces[at - 1].word == "BY" and piece.word not in {"PASSWORD", "RANDOM"}):
            yield at


def _of_set_password(pieces: Sequence[_Piece]) -> Iterator[int]:
    """All literals but the user's name behind FOR."""
    first = next((at for at, piece in enumerate(pieces) if piece.text in {"=", ":="} or piece.word == "TO"), 1)
    for at in range(first + 1, len(pieces)):
        if pieces[at].kind in _LITERALS or pieces[at].kind is TokenKind.NUMBER:
            yield at


def _of_pragma(pieces: Sequence[_Piece]) -> Iterator[int]:
    signs = [at for at, piece in enumerate(pieces) if piece.text in {"=", "("}]
    if signs and pieces[signs[0] - 1].word in _KEY_PRAGMAS:
        yield from (at for at in range(signs[0] + 1, len(pieces)) if pieces[at].kind is not TokenKind.PUNCTUATION)


def _in_parentheses(pieces: Sequence[_Piece], index: int) -> Iterator[int]:
    """Literals from an opening parenthesis to the one that closes it."""
    depth = 0
    for at in range(index, len(pieces)):
        depth += (pieces[at].text == "(") - (pieces[at].text == ")")
        if not depth:
            return
        if pieces[at].kind in _LITERALS:
            yield at
