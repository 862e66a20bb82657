"""Where a place of a text is in the same text laid out anew."""

from lapwing.sql.dialect import Dialect
from lapwing.sql.tokens import TokenKind


def place_after(dialect: Dialect, before: str, after: str, position: int) -> int:
    """Where the token that holds `position` in `before` is in `after`, and as far into it.

    Between two tokens it is behind the first of them. Comments and other tokens are counted apart, since a comma may
    have changed sides with a comment.
    """
    old = dialect.lex(before)
    index = old.index_at(position)
    if index == len(old) or old.kinds[index] == TokenKind.WHITESPACE:
        index -= 1
    while index >= 0 and old.kinds[index] == TokenKind.WHITESPACE:
        index -= 1
    if index < 0:
        return 0
    is_comment = old.kinds[index] == TokenKind.COMMENT
    number = _count(old.kinds[:index], is_comment=is_comment)
    into = min(position - old.start(index), old.ends[index] - old.start(index))
    new = dialect.lex(after)
    for found, kind in enumerate(new.kinds):
        if kind != TokenKind.WHITESPACE and (kind == TokenKind.COMMENT) == is_comment:
            if not number:
                return min(new.start(found) + into, new.ends[found])
            number -= 1
    return len(after)


def _count(kinds: bytes, *, is_comment: bool) -> int:
    comments = kinds.count(TokenKind.COMMENT)
    return comments if is_comment else len(kinds) - comments - kinds.count(TokenKind.WHITESPACE)
