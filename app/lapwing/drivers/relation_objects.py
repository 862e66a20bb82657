"""What can be said of objects from `Catalog.relations` and `Catalog.describe` alone: tables, views and their parts."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable
from typing import Final

from lapwing.domain.catalog import (
    CatalogObject,
    ObjectKind,
    ObjectProperties,
    ObjectScope,
    ObjectStatement,
    PropertySection,
    Relation,
    RelationDetails,
)
from lapwing.domain.errors import StatementFailed
from lapwing.drivers import sections
from lapwing.drivers.base import Catalog
from lapwing.drivers.writing import Writing

RELATION_KINDS: Final = ("table", "partition", "view", "materialized view", "foreign table", "virtual", "shadow")


class RelationObjects(Catalog):
    """A catalogue of relations with their indexes, triggers and keys; drivers add what their servers have besides."""

    @property
    @abstractmethod
    def writing(self) -> Writing:
        """How statements are written here."""

    def kinds(self, scope: ObjectScope, schema: str = "", relation: str = "") -> list[ObjectKind]:
        if scope is ObjectScope.SCHEMA:
            return in_order(self._relation_kinds(schema), scope)
        if scope is ObjectScope.RELATION:
            parts = ("constraint", "index", "trigger")
            return in_order({kind: len(self.objects(kind, schema, relation)) for kind in parts}, scope, parts)
        return []

    def _relation_kinds(self, schema: str) -> Counter[str]:
        """How many relations of each kind a schema has."""
        return Counter(found.kind for found in self.relations(schema))

    def objects(self, kind: str, schema: str = "", relation: str = "") -> list[CatalogObject]:
        if kind in RELATION_KINDS and not relation:
            return [as_object(found) for found in self.relations(schema) if found.kind == kind]
        if not relation:
            return []
        details = self.describe(schema, relation)
        if kind == "index":
            return [
                CatalogObject(kind, schema, index.name, parent=relation, detail=", ".join(index.columns))
                for index in details.indexes
            ]
        if kind == "trigger":
            return [CatalogObject(kind, schema, trigger.name, parent=relation) for trigger in details.triggers]
        if kind == "constraint":
            rows = sections.keys(details).rows
            return [CatalogObject(kind, schema, row[0] or row[1], parent=relation, detail=row[1]) for row in rows]
        return []

    def properties(self, wanted: CatalogObject) -> ObjectProperties:
        if wanted.kind in RELATION_KINDS:
            details = self.describe(wanted.schema, wanted.name)
            return ObjectProperties(
                as_object(details.relation), relation_sections(details), relation_script(details), details.note
            )
        found = self.found(wanted)
        details = self.describe(wanted.schema, wanted.parent)
        written = {("index", index.name): index.sql for index in details.indexes}
        written |= {("trigger", trigger.name): trigger.sql for trigger in details.triggers}
        facts = [("kind", found.kind), ("table", found.parent), ("detail", found.detail)]
        script = sections.script([written.get((found.kind, found.name), "")])
        return ObjectProperties(found, (sections.facts("definition", facts),), script)

    def statements(self, wanted: CatalogObject, *, cascade: bool = False) -> list[ObjectStatement]:
        if wanted.kind in RELATION_KINDS:
            details = self.describe(wanted.schema, wanted.name)
            return list(self.writing.statements(as_object(details.relation), details, cascade=cascade))
        return list(self.writing.statements(self.found(wanted), None, cascade=cascade))

    def found(self, wanted: CatalogObject) -> CatalogObject:
        """The object of this identity as the catalogue has it.

        Raises:
            StatementFailed: There is none.
        """
        for known in self.objects(wanted.kind, wanted.schema, wanted.parent):
            if (known.name, known.signature) == (wanted.name, wanted.signature):
                return known
        raise missing(wanted)


def missing(wanted: CatalogObject) -> StatementFailed:
    """What is raised for an object that is not there."""
    where = f" in {wanted.schema}" if wanted.schema else ""
    name = f"{wanted.name}({wanted.signature})" if wanted.signature else wanted.name
    return StatementFailed(server=f"There is no {wanted.kind} {name}{where}.", position=None)


def in_order(
    counts: "Counter[str] | dict[str, int]", scope: ObjectScope, order: Iterable[str] = RELATION_KINDS
) -> list[ObjectKind]:
    """Kinds of which there are any, in this order."""
    return [ObjectKind(kind, scope, counts[kind]) for kind in order if counts.get(kind)]


def as_object(relation: Relation) -> CatalogObject:
    """A relation as an object."""
    return CatalogObject(
        relation.kind,
        relation.schema,
        relation.name,
        "",
        "",
        relation.detail,
        relation.comment,
        relation.rows_estimate,
        relation.size_bytes,
    )


def relation_sections(details: RelationDetails) -> tuple[PropertySection, ...]:
    """What `describe` found, as sections."""
    return sections.filled(
        [sections.columns(details), sections.keys(details), sections.indexes(details), sections.triggers(details)]
    )


def relation_script(details: RelationDetails) -> str:
    """The relation, its indexes and its triggers."""
    made = [index.sql for index in details.indexes] + [trigger.sql for trigger in details.triggers]
    return sections.script([details.sql, *made]) if details.sql else ""
