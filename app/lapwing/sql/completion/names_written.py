"""How the name of an object is written in a statement: bare where that means it, in quotes where it must be."""

import re
from typing import Final

from lapwing.sql.completion.names import Folding
from lapwing.sql.dialect import Dialect
from lapwing.sql.patterns import NAME

_PLAIN: Final = re.compile(NAME)
"""What every one of these servers reads as a name. MySQL also takes digits first, but reads `1e5` as a number."""


def needs_quotes(dialect: Dialect, name: str, folding: Folding | None = None) -> bool:
    """Whether `name`, written bare, would mean something else or nothing.

    Args:
        folding: How this server compares names without quotes; None: as the dialect does.
    """
    if _PLAIN.fullmatch(name) is None or name.upper() in dialect.reserved or "\ufeff" in name:
        return True
    folding = folding or dialect.folds_case
    if folding == "lower":
        return name != _folded_ascii(name)
    return folding == "upper" and name != name.upper()


def written(dialect: Dialect, name: str, folding: Folding | None = None) -> str:
    """`name` as it is written in a statement, in quotes only if `needs_quotes`."""
    return dialect.quote_identifier(name) if needs_quotes(dialect, name, folding) else name


def _folded_ascii(name: str) -> str:
    """PostgreSQL folds the letters of ASCII alone (downcase_identifier, for encodings of several bytes)."""
    return name.lower() if name.isascii() else re.sub("[A-Z]", lambda found: found[0].lower(), name)
