"""The names of a database, sorted so that those that fit a word are found at once."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from lapwing.sql.completion.candidate import Tier
from lapwing.sql.completion.names import Folding, NamedKey, NamedRelation, NamedRoutine, NamedType, Names
from lapwing.sql.completion.ranking import NameIndex

_SYSTEM: Final = frozenset({"pg_catalog", "information_schema", "pg_toast", "mysql", "performance_schema", "sys"})


_FOLDED: Final[dict[Folding, Callable[[str], str]]] = {"none": str, "upper": str.upper}


class ColumnOf(NamedTuple):
    """The name of a column somewhere: in the first relation that has it, and in how many others."""

    name: str
    type_name: str
    relation: NamedRelation
    others: int


class Known:
    """The indexes over one `Names`, each made when it is first asked for. Any thread may use it: at worst two threads
    make the same index."""

    def __init__(self, names: Names) -> None:
        # A method of `names` kept here would keep it alive for ever: these indexes live as long as it does.
        self._folded = _FOLDED.get(names.folding, str.lower)
        self._path = frozenset(map(self._folded, names.search_path))
        self._relations = names.relations
        self._routines = names.routines
        self._types = names.types
        self._keys = names.keys
        self._found = {id(found) for found in self._in_path(names)}

    def _in_path(self, names: Names) -> Iterator[NamedRelation]:
        """The relations that their bare name means."""
        for relation in names.relations:
            if names.folded(relation.schema) in self._path and names.relation(relation.name) is relation:
                yield relation

    def is_visible(self, relation: NamedRelation) -> bool:
        """Whether a relation of these names is found by its name without its schema."""
        return id(relation) in self._found or not relation.schema

    def is_in_path(self, schema: str) -> bool:
        """Whether what is in a schema is found by its name alone."""
        return not schema or self._folded(schema) in self._path

    def tier(self, schema: str) -> int:
        """How likely what is in a schema is: the search path first, the server's own schemas last."""
        if is_system(schema):
            return Tier.SYSTEM
        return Tier.NEAR if self.is_in_path(schema) else Tier.ELSEWHERE

    def relation_tier(self, relation: NamedRelation) -> int:
        """The same for a relation; parts of others come behind them."""
        if relation.kind == "shadow":
            return Tier.SYSTEM
        tier = self.tier(relation.schema)
        return tier + 1 if relation.kind == "partition" and tier < Tier.SYSTEM else tier

    @cached_property
    def relations(self) -> NameIndex[NamedRelation]:
        """All relations by name."""
        return NameIndex((found.name, self.relation_tier(found), found) for found in self._relations)

    @cached_property
    def tells_builtins(self) -> bool:
        """Whether the server said which functions it has: all of them, not some."""
        return sum(found.is_builtin for found in self._routines) > _MANY_BUILTINS

    @cached_property
    def routines(self) -> NameIndex[NamedRoutine]:
        """The routines that did not come with the server, by name."""
        return NameIndex(
            (found.name, self.tier(found.schema), found)
            for found in self._routines
            if not found.is_builtin and found.result not in {"trigger", "event_trigger"}
        )

    @cached_property
    def types(self) -> NameIndex[NamedType]:
        """The database's own types by name."""
        return NameIndex((found.name, self.tier(found.schema), found) for found in self._types)

    @cached_property
    def columns(self) -> NameIndex[ColumnOf]:
        """The names of columns of all relations but the server's own, each once."""
        visible = [found for found in self._relations if not is_system(found.schema)]
        often = Counter(column.name for relation in visible for column in relation.columns)
        first = {
            column.name: ColumnOf(column.name, column.type_name, relation, often[column.name] - 1)
            for relation in reversed(visible)
            for column in reversed(relation.columns)
        }
        return NameIndex((found.name, self.tier(found.relation.schema), found) for found in first.values())

    @cached_property
    def by_end(self) -> dict[tuple[str, str], list[NamedKey]]:
        """The foreign keys from and to each relation, by its folded schema and name."""
        found: dict[tuple[str, str], list[NamedKey]] = {}
        for key in self._keys:
            ends = {(key.schema, key.table), (key.to_schema, key.to_table)}
            for schema, table in sorted(ends):
                found.setdefault((self._folded(schema), self._folded(table)), []).append(key)
        return found

    def keys_of(self, relation: NamedRelation) -> list[NamedKey]:
        """The foreign keys from and to a relation."""
        return self.by_end.get((self._folded(relation.schema), self._folded(relation.name)), [])

    @cached_property
    def by_name(self) -> dict[str, list[NamedRoutine]]:
        """All routines, the server's own too, by folded name."""
        found: dict[str, list[NamedRoutine]] = {}
        for routine in self._routines:
            found.setdefault(self._folded(routine.name), []).append(routine)
        return found


def is_system(schema: str) -> bool:
    """Whether a schema is the server's own."""
    return schema.lower() in _SYSTEM or schema.startswith(("pg_toast", "pg_temp"))


_MANY_BUILTINS = 100
_KNOWN: "WeakKeyDictionary[Names, Known]" = WeakKeyDictionary()


def known(names: Names) -> Known:
    """The indexes over `names`, kept for as long as it lives."""
    found = _KNOWN.get(names)
    if found is None:
        found = _KNOWN.setdefault(names, Known(names))
    return found


def prepare(names: Names) -> None:
    """Make the indexes over `names` ahead, so that no key waits for them: about a second for 100,000 columns."""
    found = known(names)
    for index in (found.relations, found.columns, found.routines, found.types):
        index.best("a", 1, {})
    found.by_name.get("")
    found.by_end.get(("", ""))
