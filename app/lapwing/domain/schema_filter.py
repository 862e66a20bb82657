"""Which schemas of a connection are shown: patterns of names."""

import re
from collections.abc import Sequence
from functools import lru_cache

_HIDES = "!"


def shows_schema(patterns: Sequence[str], name: str) -> bool:
    """Whether a schema is shown.

    `*` stands for anything, `?` for one character, a backslash takes a sign for itself; upper and lower case are the
    same. A pattern behind `!` hides. Where no pattern shows, everything is shown that none hides.
    """
    wanted = [pattern for pattern in patterns if pattern and not pattern.startswith(_HIDES)]
    hidden = [pattern[1:] for pattern in patterns if pattern.startswith(_HIDES) and len(pattern) > 1]
    if any(_read(pattern).fullmatch(name) for pattern in hidden):
        return False
    return not wanted or any(_read(pattern).fullmatch(name) for pattern in wanted)


@lru_cache(maxsize=512)
def _read(pattern: str) -> re.Pattern[str]:
    parts: list[str] = []
    signs = iter(pattern)
    for sign in signs:
        if sign == "*":
            if parts[-1:] != [".*"]:  # two in a row would only take longer
                parts.append(".*")
        elif sign == "?":
            parts.append(".")
        else:
            parts.append(re.escape(next(signs, sign) if sign == "\\" else sign))
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


def patterns_of(text: str) -> tuple[str, ...]:
    """The patterns of a text that has one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
