"""Patterns for names, as psql's commands about objects take them (processSQLNamePattern in fe_utils/string_utils.c)."""

from typing import Final

_SPECIAL: Final = frozenset("|*+?()[]{}.^$\\")


def name_patterns(pattern: str) -> tuple[str, ...]:
    """Regular expressions of the server's kind for the parts of a pattern: the name last, schema and database before.

    `*` stands for any text, `?` for one character; letters are read as small ones. In double quotes all of it stands
    for itself.
    """
    parts: list[list[str]] = [[]]
    is_quoted = False
    position = 0
    while position < len(pattern):
        char = pattern[position]
        position += 1
        if char == '"':
            if is_quoted and pattern[position : position + 1] == '"':
                parts[-1].append('"')
                position += 1
            else:
                is_quoted = not is_quoted
        elif is_quoted:
            parts[-1].append(f"\\{char}" if char in _SPECIAL else char)
        elif char == ".":
            parts.append([])
        else:
            parts[-1].append({"*": ".*", "?": ".", "$": "\\$"}.get(char, char.lower()))
    return tuple(f"^({''.join(part)})$" for part in parts)
