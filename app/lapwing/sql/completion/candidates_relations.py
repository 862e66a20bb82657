"""Relations and schemas, of the kinds that can stand at a place."""

from collections.abc import Iterator
from typing import Final

from lapwing.domain.completion import ItemKind
from lapwing.sql.completion.candidate import Candidate, Tier
from lapwing.sql.completion.facts import Clause
from lapwing.sql.completion.known import is_system
from lapwing.sql.completion.names import NamedRelation
from lapwing.sql.completion.spot import Spot

_VIEWS: Final = frozenset({"view", "materialized view"})
_TABLES: Final = frozenset({"table", "partition", "foreign table", "virtual"})
_WRITTEN_TO: Final = _TABLES | {"view"}
_DEFINED: Final = {"VIEW": _VIEWS, "TABLE": _TABLES, "REFERENCES": _TABLES, "TRUNCATE": _TABLES, "INTO": _WRITTEN_TO}


def relations(spot: Spot) -> Iterator[Candidate]:
    """The relations that can stand at the place. What the search path does not lead to comes with its schema."""
    kinds = _kinds(spot)
    wanted = None if kinds is None else (lambda one: one.kind in kinds)
    found = spot.known.relations.best(spot.place.word, spot.most, spot.recent, wanted)
    for relation in found:
        yield _relation(spot, relation, is_bare=False)


def relations_of(spot: Spot) -> Iterator[Candidate]:
    """The relations of the schema that stands before the place."""
    kinds, folded = _kinds(spot), spot.names.folded
    schema = folded(spot.place.qualifiers[-1])
    found = spot.known.relations.best(
        spot.place.word,
        spot.most,
        spot.recent,
        lambda one: folded(one.schema) == schema and (kinds is None or one.kind in kinds),
    )
    for relation in found:
        yield _relation(spot, relation, is_bare=True)


def schemas(spot: Spot) -> Iterator[Candidate]:
    """All schemas, the server's own last."""
    for schema in spot.names.schemas:
        yield Candidate(ItemKind.SCHEMA, schema, spot.name(schema), Tier.SYSTEM if is_system(schema) else Tier.NAMED)


def ctes(spot: Spot) -> Iterator[Candidate]:
    """The common table expressions that can be named."""
    for cte in spot.place.ctes:
        yield Candidate(ItemKind.CTE, cte.name, spot.name(cte.name), Tier.NEAREST)


def is_schema(spot: Spot, name: str) -> bool:
    """Whether a name is that of a schema."""
    return any(spot.is_same(name, schema) for schema in spot.names.schemas)


def _kinds(spot: Spot) -> frozenset[str] | None:
    """The kinds of relations that can stand at the place; None: all."""
    clause, before = spot.place.clause, spot.place.before
    if clause in {Clause.INSERT_INTO, Clause.UPDATE, Clause.DELETE_FROM}:
        return _WRITTEN_TO
    if clause is not Clause.RELATION:
        return None
    if "MATERIALIZED" in before:
        return frozenset({"materialized view"})
    word = next((word for word in before if word in _DEFINED or word == "INDEX"), "")
    if word == "INDEX":
        return _TABLES | {"materialized view"} if "ON" in before else frozenset()
    return _DEFINED.get(word)


def _relation(spot: Spot, relation: NamedRelation, *, is_bare: bool) -> Candidate:
    visible = is_bare or spot.known.is_visible(relation)
    label = relation.name if visible else f"{relation.schema}.{relation.name}"
    insert = spot.name(relation.name) if is_bare else spot.relation_named(relation)
    return Candidate(
        ItemKind.VIEW if relation.kind in _VIEWS else ItemKind.TABLE,
        label,
        insert,
        _tier(spot, relation),
        "" if is_bare else relation.schema,
        comment=relation.comment,
        match_from=len(label) - len(relation.name),
    )


def _tier(spot: Spot, relation: NamedRelation) -> int:
    tier = spot.known.relation_tier(relation)
    writes = spot.place.clause in {Clause.INSERT_INTO, Clause.UPDATE, Clause.DELETE_FROM}
    return tier + 1 if writes and relation.kind == "view" and tier < Tier.SYSTEM else tier
