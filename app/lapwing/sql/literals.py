"""Texts as literals: expressions whose value is exactly a given text."""

from typing import Final

_UNSAFE_IN_MYSQL: Final = ("\\", "\0")


def standard_literal(text: str) -> str:
    """`text` in quotes. A NUL stays as it is; no server of the standard's kind takes one."""
    return "'" + text.replace("'", "''") + "'"


def sqlite_literal(text: str) -> str:
    """`text` in quotes; where NULs have to be made, which no literal of SQLite can hold, several joined."""
    literal = standard_literal(text)
    return "(" + literal.replace("\0", "'||char(0)||'") + ")" if "\0" in text else literal


def postgresql_literal(text: str) -> str:
    """`text` in quotes, right whether `standard_conforming_strings` is on or off, as libpq's PQescapeLiteral does it.

    PostgreSQL has no text with a NUL in it; one stays as it is.
    """
    literal = standard_literal(text)
    return "E" + literal.replace("\\", "\\\\") if "\\" in text else literal


def mysql_literal(text: str) -> str:
    """`text` in quotes, or by its bytes where a backslash would mean one thing or another, as NO_BACKSLASH_ESCAPES is
    off or on."""
    if any(char in text for char in _UNSAFE_IN_MYSQL):
        return f"_utf8mb4 x'{text.encode('utf-8', 'surrogatepass').hex()}'"
    return standard_literal(text)
