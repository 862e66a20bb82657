"""Which words of a text are names of the database, for painting them."""

from collections.abc import Iterable
from typing import Final

from lapwing.sql.completion.names import Names

_SYSTEM: Final = frozenset({"information_schema", "mysql", "performance_schema", "pg_catalog", "sys"})
"""Their columns are called `name`, `type` and `value`: too many words would be columns."""


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

    def columns_in(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those that name a column, as they were given."""
        return tuple(word for word in words if self._names.folded(word) in self._columns)
