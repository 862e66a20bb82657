"""Which words of a text are names of the database, for painting them."""

import re
from collections.abc import Iterable
from typing import Final

from lapwing.sql.completion.names import Names

_SYSTEM: Final = frozenset({"information_schema", "mysql", "performance_schema", "pg_catalog", "sys"})
"""Their columns are called `name`, `type` and `value`: too many words would be columns."""
_NEAR: Final = 20_000
_LAST_NAME: Final = re.compile(r"(?:`([^`]+)|\"([^\"]+)|([\w$]+))[`\"]?\Z")
_LONGEST_NAME: Final = 130


def qualifiers_in(text: str, caret: int) -> set[str]:
    """Names with a dot behind them, near the caret, as they may be schemas."""
    near = text[max(0, caret - _NEAR) : caret + _NEAR]
    found = (_LAST_NAME.search(part[-_LONGEST_NAME:].rstrip()) for part in near.split(".")[:-1])
    return {match[1] or match[2] or match[3] for match in found if match is not None}


class KnownWords:
    """The names of a database as bare words. Immutable; any thread may use it."""

    def __init__(self, names: Names) -> None:
        self._names = names
        fold = names.folded if names.folding == "ignore" else str
        self._relations = {fold(found.name) for found in names.relations}
        self._columns = {
            fold(column.name)
            for found in names.relations
            if found.schema.lower() not in _SYSTEM
            for column in found.columns
        }

    def relations_in(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those that name a relation, as they were given."""
        return tuple(word for word in words if self._names.folded(word) in self._relations)

    def keywords_in(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those that are keywords to this version of the server, as they were given."""
        return tuple(word for word in words if word.upper() in self._names.keywords)

    def columns_in(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those that name a column, as they were given."""
        return tuple(word for word in words if self._names.folded(word) in self._columns)
