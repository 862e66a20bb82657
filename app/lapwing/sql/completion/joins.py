"""What joins two relations: foreign keys in both directions, and columns whose names say so."""

from collections.abc import Iterator
from typing import Final

from lapwing.domain.completion import ItemKind
from lapwing.sql.completion.candidate import Candidate, Tier
from lapwing.sql.completion.facts import Source
from lapwing.sql.completion.names import NamedKey, NamedRelation
from lapwing.sql.completion.spot import Spot

Pairs = tuple[tuple[str, str], ...]
"""Columns that are equal: one of the first relation, one of the second."""
_MOST_BY_NAME: Final = 6


def conditions(spot: Spot) -> Iterator[Candidate]:
    """Whole join conditions at ON, the newly joined relation first."""
    right = spot.place.right
    if right is None:
        return
    for left in reversed(spot.place.left):
        for pairs, tier in _joining(spot, right, left):
            yield _condition(spot, _written(spot, right, left, pairs), tier, ItemKind.JOIN)


def conditions_of(spot: Spot, source: Source) -> Iterator[Candidate]:
    """What is missing of join conditions when the name of one of their relations and a dot have been written."""
    right = spot.place.right
    if right is None or spot.place.before[:1] not in {("ON",), ("AND",), ("(",)}:
        return
    others = spot.place.left if source is right else (right,) if source in spot.place.left else ()
    for other in others:
        for pairs, tier in _joining(spot, source, other):
            whole = _written(spot, source, other, pairs)
            yield _condition(spot, whole.removeprefix(f"{spot.source(source)}."), tier, ItemKind.JOIN)


def partners(spot: Spot) -> Iterator[Candidate]:
    """The columns that a column left of `=` is joined to by a key."""
    for source, partner in _partners(spot):
        insert = f"{spot.source(source)}.{spot.plain(partner)}"
        yield Candidate(
            ItemKind.COLUMN, f"{source.name}.{partner}", insert, Tier.MEANT, match_from=len(source.name) + 1
        )


def partners_of(spot: Spot, source: Source) -> Iterator[Candidate]:
    """The same of one source, behind its name and a dot."""
    for found, partner in _partners(spot):
        if found is source:
            yield Candidate(ItemKind.COLUMN, partner, spot.name(partner), Tier.MEANT)


def _partners(spot: Spot) -> Iterator[tuple[Source, str]]:
    before = spot.place.before
    if len(before) < 4 or before[0] != "=" or before[2] != ".":
        return
    source = next((found for found in spot.place.sources if found.name.upper() == before[3].strip('"`[]')), None)
    for other in spot.place.sources if source is not None else ():
        for pairs in _by_key(spot, source, other) if source is not None and other is not source else ():
            for column, partner in pairs:
                if column.upper() == before[1].strip('"`[]'):
                    yield other, partner


def joined_relations(spot: Spot) -> Iterator[Candidate]:
    """Relations with their whole join condition at JOIN: those that a key connects with a relation before."""
    place = spot.place
    sources = [found for found in place.sources if not found.depth and 0 <= found.start < place.start]
    aliased = bool(sources) and all(found.alias_start >= 0 for found in sources)
    for source in reversed(sources):
        for key in spot.known.keys_of(source.relation) if source.relation is not None else ():
            for relation, pairs in _ends(spot, key, source.relation):
                yield _joined(spot, source, relation, pairs, aliased=aliased)


def alias_for(spot: Spot, name: str) -> str:
    """A short name for a relation that no other source of the query has: its words' initials."""
    words = "".join(letter if letter.isalnum() else " " for letter in name).split()
    base = "".join(word[0] for word in words).lower() or "t"
    if not base[0].isalpha():
        base = "t"
    taken = {source.name.lower() for source in spot.place.sources}
    reserved = spot.dialect.reserved
    choices = (base, *(f"{base}{number}" for number in range(2, len(taken) + 4)))
    return next(choice for choice in choices if choice not in taken and choice.upper() not in reserved)


def common_columns(spot: Spot) -> list[str]:
    """For USING: the columns that the joined relation has in common with one before, as that one has them."""
    place = spot.place
    if place.right is None or place.right.columns is None:
        return []
    before = {spot.names.folded(column.name) for source in place.left for column in source.columns or ()}
    return [column.name for column in place.right.columns if spot.names.folded(column.name) in before]


def _condition(spot: Spot, condition: str, tier: int, kind: ItemKind) -> Candidate:
    return Candidate(kind, condition, condition, tier)


def _written(spot: Spot, one: Source, other: Source, pairs: Pairs) -> str:
    first, second = spot.source(one), spot.source(other)
    equal = (f"{first}.{spot.plain(mine)} = {second}.{spot.plain(theirs)}" for mine, theirs in pairs)
    return f" {spot.keyword_around('AND')} ".join(equal)


def _joining(spot: Spot, one: Source, other: Source) -> Iterator[tuple[Pairs, int]]:
    """The ways to join two sources, keys first, each once."""
    seen = set()
    for pairs in _by_key(spot, one, other):
        if pairs not in seen:
            seen.add(pairs)
            yield pairs, Tier.MEANT
    for pair in _by_name(spot, one, other):
        if (pair,) not in seen:
            yield (pair,), Tier.MEANT + 1


def _by_key(spot: Spot, one: Source, other: Source) -> Iterator[Pairs]:
    if one.relation is None or other.relation is None:
        return
    for key in spot.known.keys_of(one.relation):
        for relation, pairs in _ends(spot, key, one.relation):
            if relation is other.relation:
                yield pairs


def _ends(spot: Spot, key: NamedKey, relation: NamedRelation | None) -> Iterator[tuple[NamedRelation, Pairs]]:
    """What a key connects a relation with, and by which columns; both ends when it refers to itself."""
    mine = (key.schema, key.table, key.columns)
    theirs = (key.to_schema, key.to_table, key.to_columns)
    for near, far in ((mine, theirs), (theirs, mine)):
        found = spot.names.relation(near[1], near[0], is_quoted=True) or spot.names.relation(near[1], near[0])
        other = spot.names.relation(far[1], far[0], is_quoted=True) or spot.names.relation(far[1], far[0])
        if found is relation and other is not None:
            yield other, tuple(zip(near[2], far[2], strict=False))


def _by_name(spot: Spot, one: Source, other: Source) -> list[tuple[str, str]]:
    """Pairs of columns that look like a key: `customer_id` and the `id` of `customers`, or of the same name."""
    mine = {spot.names.folded(column.name): column.name for column in one.columns or ()}
    theirs = {spot.names.folded(column.name): column.name for column in other.columns or ()}
    identity = spot.names.folded("id")
    found = []
    if identity in theirs:
        found += [(mine[name], theirs[identity]) for name in _referring(spot, other) if name in mine]
    if identity in mine:
        found += [(mine[identity], theirs[name]) for name in _referring(spot, one) if name in theirs]
    same = [(mine[name], theirs[name]) for name in mine if name in theirs and name != identity]
    keys_first = sorted(same, key=lambda pair: not pair[0].lower().endswith(("id", "key", "code", "no", "nr", "uuid")))
    return [*found, *keys_first][:_MOST_BY_NAME]


def _referring(spot: Spot, source: Source) -> list[str]:
    """What a column is called that refers to a source."""
    name = spot.names.folded(source.table or source.name)
    stems = [name]
    for plural, singular in (("ies", "y"), ("es", ""), ("s", "")):
        if name.lower().endswith(plural) and len(name) > len(plural):
            stems.append(name[: -len(plural)] + spot.names.folded(singular))
    return [spot.names.folded(form) for stem in stems for form in (f"{stem}_id", f"{stem}id")]


def _joined(spot: Spot, source: Source, relation: NamedRelation, pairs: Pairs, *, aliased: bool) -> Candidate:
    taken = any(spot.is_same(found.name, relation.name) for found in spot.place.sources)
    alias = alias_for(spot, relation.name) if aliased or taken else ""
    named = spot.relation_named(relation)
    joined = Source(name=alias or relation.name)
    equal = (
        f"{spot.plain(joined.name)}.{spot.plain(mine)} = {spot.source(source)}.{spot.plain(theirs)}"
        for theirs, mine in pairs
    )
    condition = f"{spot.keyword_around('ON')} " + f" {spot.keyword_around('AND')} ".join(equal)
    rest = f" {alias} {condition}" if alias else f" {condition}"
    return Candidate(ItemKind.JOIN, relation.name + rest, named + rest, Tier.MEANT, comment=relation.comment)
