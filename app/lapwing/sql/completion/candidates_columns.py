"""Columns, and what qualifies them: of the sources that a place can name, and of the lists that it is in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from lapwing.domain.completion import ItemKind
from lapwing.sql.completion import joins
from lapwing.sql.completion.candidate import Candidate, Tier
from lapwing.sql.completion.facts import Clause, Source
from lapwing.sql.completion.matching import lowered
from lapwing.sql.completion.names import NamedColumn
from lapwing.sql.completion.spot import Spot

_LONGEST_LABEL: Final = 60


def columns(spot: Spot) -> Iterator[Candidate]:
    """The columns of all sources. One that several sources have comes with the name of each before it; so does one
    that a nearer source hides."""
    often = Counter(spot.names.folded(name) for source in spot.place.sources for name in _names_of(source))
    for source in spot.place.sources:
        tier = Tier.NEAR if source.depth else Tier.NEAREST
        for column in source.columns or ():
            if often[spot.names.folded(column.name)] > 1:
                yield _qualified(spot, source, column, tier)
            else:
                yield _bare(spot, source, column, tier)


def outputs(spot: Spot) -> Iterator[Candidate]:
    """Names that the select list gives, where they can be used."""
    for name in spot.place.outputs:
        yield Candidate(ItemKind.COLUMN, name, spot.name(name), Tier.NEAREST)


def aliases(spot: Spot) -> Iterator[Candidate]:
    """The names of the sources themselves, to be followed by a dot."""
    for source in spot.place.sources:
        if source.name:
            detail = source.table if not spot.is_same(source.table, source.name) else ""
            yield Candidate(ItemKind.ALIAS, source.name, spot.source(source), Tier.NAMED, detail)


def columns_of(spot: Spot, source: Source) -> Iterator[Candidate]:
    """The columns of one source, behind its name and a dot."""
    for column in source.columns or ():
        yield _bare(spot, None, column, Tier.NEAREST)


def qualifying_source(spot: Spot) -> Source | None:
    """The source that the qualifiers at the place mean, or a relation of the database that they name."""
    *outer, last = spot.place.qualifiers
    schema = outer[-1] if outer else ""
    for source in spot.place.sources:
        written_schema = source.schema or (source.relation.schema if source.relation else "")
        if schema and not (spot.is_same(schema, written_schema) and spot.is_same(last, source.table)):
            continue
        if spot.is_same(last, source.table if schema else source.name):
            return source
    relation = spot.names.relation(last, schema)
    return Source(last, relation=relation, columns=relation.columns) if relation is not None else None


def all_columns(spot: Spot) -> Iterator[Candidate]:
    """Columns of any relation, where no source has been written yet."""
    if not spot.place.word:
        return
    for found in spot.known.columns.best(spot.place.word, spot.most, spot.recent):
        more = f" +{found.others}" if found.others else ""
        detail = _joined(found.type_name, found.relation.name + more)
        yield Candidate(ItemKind.COLUMN, found.name, spot.name(found.name), Tier.ELSEWHERE, detail)


def list_columns(spot: Spot) -> Iterator[Candidate]:
    """The columns that a list of the statement's target does not have yet; for INSERT also all of them as one item."""
    left = [
        column for column in _target_columns(spot) if spot.names.folded(column.name).lower() not in spot.place.taken
    ]
    for column in left:
        yield _bare(spot, None, column, Tier.NEAREST)
    if spot.place.clause is Clause.INSERT_COLUMNS:
        yield from _as_one(spot, [spot.name(column.name) for column in left])


def using_columns(spot: Spot) -> Iterator[Candidate]:
    """The columns that both sides of a join have and that are not named yet."""
    for name in joins.common_columns(spot):
        if name.lower() not in spot.place.taken:
            yield Candidate(ItemKind.COLUMN, name, spot.name(name), Tier.NEAREST)


def star(spot: Spot, source: Source) -> Iterator[Candidate]:
    """All columns of a source written out, behind its name and a dot in a select list."""
    names = _names_of(source)
    if spot.place.clause in {Clause.SELECT_LIST, Clause.RETURNING} and names:
        first, *others = names
        qualifier = ".".join(spot.plain(part) for part in spot.place.qualifiers)
        yield from _as_one(spot, [spot.plain(first), *(f"{qualifier}.{spot.plain(name)}" for name in others)])


def parameters(spot: Spot) -> Iterator[Candidate]:
    """Parameters that the statement has already."""
    for name in spot.place.parameters:
        yield Candidate(ItemKind.PARAMETER, name, name, Tier.NAMED)


def _target_columns(spot: Spot) -> Iterable[NamedColumn]:
    if spot.place.target is not None:
        return spot.place.target.columns
    return [column for source in spot.place.sources if not source.depth for column in source.columns or ()]


def _names_of(source: Source) -> list[str]:
    return [column.name for column in source.columns or ()]


def _bare(spot: Spot, source: Source | None, column: NamedColumn, tier: int) -> Candidate:
    detail = _joined(column.type_name, source.name if source is not None else "")
    return Candidate(ItemKind.COLUMN, column.name, spot.name(column.name), tier, detail, comment=column.comment)


def _qualified(spot: Spot, source: Source, column: NamedColumn, tier: int) -> Candidate:
    return Candidate(
        ItemKind.COLUMN,
        f"{source.name}.{column.name}",
        f"{spot.source(source)}.{spot.plain(column.name)}",
        tier,
        column.type_name,
        comment=column.comment,
        match_from=len(source.name) + 1,
    )


def _as_one(spot: Spot, names: list[str]) -> Iterator[Candidate]:
    """Several columns as one item. What was typed has to begin the first of them."""
    if len(names) < 2 or spot.place.quote or not lowered(names[0]).startswith(lowered(spot.place.word)):
        return
    whole = ", ".join(names)
    yield Candidate(ItemKind.STAR, shortened(whole), whole, Tier.NEAR, is_strict=True)


def shortened(columns: str) -> str:
    """Several columns as a label shows them."""
    return columns if len(columns) <= _LONGEST_LABEL else columns[: _LONGEST_LABEL - 1] + "…"


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
