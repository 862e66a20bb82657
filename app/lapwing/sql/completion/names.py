"""The names of a database as completion needs them: an immutable snapshot with quick look-ups."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from lapwing.domain.late_dataclass import dataclass

Folding = Literal["lower", "upper", "none", "ignore"]
"""How names without quotes are compared: folded to lower or upper case, as they stand, or without regard to case."""


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column of a relation, or of the output of a query."""

    name: str
    type_name: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class NamedRelation:
    """A table, view or their like; `kind` as `domain.catalog.Relation` has it."""

    schema: str
    name: str
    kind: str = "table"
    columns: tuple[NamedColumn, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class NamedRoutine:
    """A function or procedure of the database.

    Attributes:
        kind: `function`, `procedure`, `aggregate` or `window`.
        arguments: Each as the server writes it, such as `a integer` or `VARIADIC parts text[]`.
        result: The type of what it gives; empty for a procedure.
        is_builtin: Whether it came with the server.
        signature: What tells it from others of its name, as `domain.catalog.CatalogObject` has it.
    """

    schema: str
    name: str
    kind: str = "function"
    arguments: tuple[str, ...] = ()
    result: str = ""
    comment: str = ""
    is_builtin: bool = False
    signature: str = ""


@dataclass(frozen=True, slots=True)
class NamedKey:
    """A foreign key: the columns of a relation that refer to those of another one."""

    schema: str
    table: str
    columns: tuple[str, ...]
    to_schema: str
    to_table: str
    to_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedType:
    """A type of the database that is not the server's own: a domain, an enum, a composite."""

    schema: str
    name: str
    kind: str = ""


class Names:
    """All names of one database. Immutable once made; any thread may use it.

    Attributes:
        search_path: The schemas whose objects need no schema before their name, the first one first.
        folding: How names without quotes are compared.
        schemas: All of them, in order.
        relations: All of them, by schema and name.
        keywords: Words of this server's version beside those of the dialect, in upper case.
        unread: Those of the schemas whose objects are not among these, and would have to be read apart.
    """

    def __init__(
        self,
        *,
        search_path: Iterable[str] = (),
        folding: Folding = "ignore",
        schemas: Iterable[str] = (),
        relations: Iterable[NamedRelation] = (),
        routines: Iterable[NamedRoutine] = (),
        types: Iterable[NamedType] = (),
        keys: Iterable[NamedKey] = (),
        keywords: Iterable[str] = (),
        unread: Iterable[str] = (),
    ) -> None:
        self.search_path = tuple(search_path)
        self.folding = folding
        self.schemas = tuple(schemas)
        self.relations = tuple(relations)
        self.routines = tuple(routines)
        self.types = tuple(types)
        self.keys = tuple(keys)
        self.keywords = frozenset(keywords)
        self.unread = frozenset(unread)
        self._relations: Mapping[tuple[str, str], NamedRelation] = {
            (self.folded(found.schema), self.folded(found.name)): found for found in reversed(self.relations)
        }
        self._exact = {(found.schema, found.name): found for found in self.relations}

    def of_schemas(self, shows: Callable[[str], bool]) -> "Names":
        """The same, as far as it is in schemas that are shown; what came with the server stays."""
        shown = {name: shows(name) for name in {*self.schemas, *(found.schema for found in self.relations)}}

        def is_shown(schema: str) -> bool:
            return shown[schema] if schema in shown else shows(schema)

        return Names(
            search_path=self.search_path,
            folding=self.folding,
            schemas=[name for name in self.schemas if is_shown(name)],
            relations=[found for found in self.relations if is_shown(found.schema)],
            routines=[found for found in self.routines if found.is_builtin or is_shown(found.schema)],
            types=[found for found in self.types if is_shown(found.schema)],
            keys=[found for found in self.keys if is_shown(found.schema)],
            keywords=self.keywords,
            unread=[name for name in self.unread if is_shown(name)],
        )

    def folded(self, name: str) -> str:
        """What a name is compared by when it is written without quotes."""
        if self.folding == "none":
            return name
        return name.upper() if self.folding == "upper" else name.lower()

    def relation(self, name: str, schema: str = "", *, is_quoted: bool = False) -> NamedRelation | None:
        """The relation that a name in a statement means, or None.

        Args:
            name: As written, without its quotes.
            schema: Empty: it is looked for along the search path.
            is_quoted: Whether it stood in quotes, so that its case counts (where quotes make it count).
        """
        for place in (schema,) if schema else self.search_path:
            if is_quoted and self.folding in {"lower", "upper"}:
                found = self._exact.get((place, name)) or self._exact.get((self.folded(place), name))
            else:
                found = self._exact.get((place, self.folded(name))) or self._relations.get(
                    (self.folded(place), self.folded(name))
                )
            if found is not None:
                return found
        return None


NO_NAMES = Names()
