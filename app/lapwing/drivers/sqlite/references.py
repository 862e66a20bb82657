"""Which relations a view or a trigger reads and writes, found in its statement by our own lexer.

SQLite keeps no dependencies: `sqlite_schema` has the statements as they were written.
"""

from typing import Final

from lapwing.sql.dialect import dialect_named
from lapwing.sql.relations_named import relations_named

_LOWER: Final = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def folded(name: str) -> str:
    """A name as SQLite compares it: the case of ASCII letters does not count."""
    return name.translate(_LOWER)


def relations_in(sql: str) -> set[str]:
    """The names, folded, of what stands where a relation can stand."""
    return {folded(name) for _schema, name in relations_named(sql, dialect_named("sqlite"))}


def longest_part(name: str) -> str:
    """The longest stretch of a name that stands in every way of writing it: without quotes, which may be doubled."""
    for quote in ('"', "`", "'", "[", "]"):
        name = max(name.split(quote), key=len)
    return folded(name)
