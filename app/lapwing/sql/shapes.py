"""Statements that differ only in their values, as most of a script do: what is known of one is known of all.

The shape of a statement is its text with strings and whole numbers taken out. Only plain statements have one: what a
backslash, a comment, a dollar quote, a prefix of a string or a second statement makes uncertain has none. A quote that
was paired wrongly cannot go unseen: what would make it so (a comment, a backslash, another kind of quote) stands before
it and stays in the shape.
"""

import re
from collections.abc import Callable
from typing import Final, Generic, TypeVar

Known = TypeVar("Known")
_KEPT: Final = 500
_LONGEST: Final = 2_000
_PLAIN: Final = re.compile(r"(?:INSERT|UPDATE|DELETE|REPLACE|SELECT|VALUES)\b", re.IGNORECASE)
_LITERAL: Final = r"'[^'\\]*+'|\b[0-9]++\b"
_LITERALS: Final = re.compile(_LITERAL)
_AMONG_NAMES: Final = re.compile(rf"""{_LITERAL}|("[^"]*+")|(`[^`]*+`)""")
"""The same where there are quoted names, which stay."""
_UNSURE: Final = re.compile(r"""--|/\*|[\\#$;'\[\]{}?]|[A-Za-z_0-9\x80-\U0010ffff]\x00""")


def shape_of(sql: str) -> str | None:
    """The statement with a NUL for each value; None when it has no shape, or one that is too long to be kept."""
    if not _PLAIN.match(sql) or "\0" in sql:
        return None
    has_names = '"' in sql or "`" in sql
    shape = _AMONG_NAMES.sub("\\1\\2\0", sql) if has_names else _LITERALS.sub("\0", sql)
    return None if len(shape) > _LONGEST or _UNSURE.search(shape) else shape


class KnownShapes(Generic[Known]):
    """What was found out about statements, by their shape. Any thread may use it.

    Args:
        find: Finds it out; the answer must not depend on values.
    """

    def __init__(self, find: Callable[[str], Known]) -> None:
        self._find = find
        self._known: dict[str, Known] = {}

    def __call__(self, sql: str) -> Known:
        """What is known of this statement. Raises what `find` raises."""
        shape = shape_of(sql)
        if shape is None:
            return self._find(sql)
        known = self._known.get(shape)
        if known is None:
            known = self._find(sql)
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[shape] = known
        return known
