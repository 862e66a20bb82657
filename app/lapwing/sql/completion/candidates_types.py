"""Types: the server's and the database's own."""

from collections.abc import Iterator
from typing import Final

from lapwing.domain.completion import ItemKind
from lapwing.sql.completion.candidate import Candidate, Tier
from lapwing.sql.completion.spot import Spot

_USUAL: Final = {
    "postgresql": "INTEGER BIGINT TEXT BOOLEAN NUMERIC DATE TIMESTAMPTZ TIMESTAMP UUID JSONB VARCHAR INTERVAL TIME REAL"
    " DOUBLE_PRECISION SMALLINT BYTEA JSON REGCLASS TIMESTAMP_WITH_TIME_ZONE TIME_WITH_TIME_ZONE CHARACTER_VARYING",
    "mysql": "INT BIGINT VARCHAR TEXT DECIMAL DATE DATETIME TIMESTAMP BOOLEAN JSON DOUBLE CHAR TINYINT SMALLINT TIME"
    " BLOB ENUM",
    "sqlite": "INTEGER TEXT REAL BLOB NUMERIC",
    "ansi": "INTEGER BIGINT VARCHAR CHAR DECIMAL NUMERIC DATE TIMESTAMP BOOLEAN DOUBLE_PRECISION SMALLINT REAL TIME",
}
_PARTS: Final = frozenset(["PRECISION", "VARYING", "NATIONAL", "UNSIGNED", "SIGNED", "ZEROFILL", "NATIVE", "LONG"])
"""Words that are no type by themselves."""
_CASTS: Final = (
    "SIGNED",
    "UNSIGNED",
    "CHAR",
    "DATE",
    "DATETIME",
    "DECIMAL",
    "TIME",
    "BINARY",
    "JSON",
    "DOUBLE",
    "FLOAT",
)
"""What MySQL can cast to."""


def types(spot: Spot) -> Iterator[Candidate]:
    """Types that can stand at the place: the usual ones first, the database's own, all others."""
    if not spot.place.qualifiers and not spot.place.quote:
        yield from _builtin(spot)
    folded, qualifiers = spot.names.folded, spot.place.qualifiers
    schema = folded(qualifiers[-1]) if qualifiers else ""
    for found in spot.known.types.best(
        spot.place.word, spot.most, spot.recent, lambda one: not schema or folded(one.schema) == schema
    ):
        bare = bool(schema) or spot.known.is_in_path(found.schema)
        label = found.name if bare else f"{found.schema}.{found.name}"
        insert = spot.qualified("" if bare else found.schema, found.name)
        tier = max(Tier.NEAR, spot.known.tier(found.schema))
        yield Candidate(ItemKind.TYPE, label, insert, tier, found.kind, match_from=len(label) - len(found.name))


def _builtin(spot: Spot) -> Iterator[Candidate]:
    dialect = spot.dialect
    if dialect.id == "mysql" and "CAST" in spot.place.before:
        usual: tuple[str, ...] = _CASTS
        others: list[str] = []
    else:
        usual = tuple(name.replace("_", " ") for name in _USUAL[dialect.id].split())
        others = sorted(dialect.types - set(usual) - _PARTS)
    for tier, names in ((Tier.NEAREST, usual), (Tier.WORD, others)):
        for name in names:
            yield Candidate(ItemKind.TYPE, name.lower(), spot.keyword(name), tier)
