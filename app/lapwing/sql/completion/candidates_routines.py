"""Functions and procedures: the server's and the database's own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from lapwing.domain.completion import CallSignature, ItemKind
from lapwing.sql.completion.builtins import ROWS, builtin_signatures, shown
from lapwing.sql.completion.candidate import Candidate, Tier
from lapwing.sql.completion.names import NamedRoutine
from lapwing.sql.completion.ranking import NameIndex
from lapwing.sql.completion.spot import Spot
from lapwing.sql.dialect import dialect_named


def builtin_functions(spot: Spot, *, of_rows: bool = False) -> Iterator[Candidate]:
    """The server's own functions, the usual ones first; those that give rows where a relation can stand.

    Of a server that tells its functions none is offered that it has not. What is a keyword too has a syntax of its own,
    and no server lists it.
    """
    told, keywords = spot.known.by_name, spot.dialect.keywords
    signatures = builtin_signatures(spot.dialect.id)
    tier = Tier.WORD if spot.place.word else Tier.FAR
    is_upper = spot.place.word.isupper() and not spot.is_lower
    for name in _builtin_index(spot.dialect.id, of_rows).best(spot.place.word, spot.most, spot.recent):
        of_server = [one for one in told.get(name, ()) if one.is_builtin]
        if spot.known.tells_builtins and not of_server and name.upper() not in keywords:
            continue
        known = signatures.get(name) or tuple(CallSignature(one.arguments, one.result) for one in of_server[:1])
        written = name.upper() if is_upper else name
        yield replace(_call(spot, ItemKind.FUNCTION, name, written, known[:1], tier + (not known)), is_strict=True)


def functions(spot: Spot, *, of_rows: bool = False) -> Iterator[Candidate]:
    """The database's own functions."""
    return _routines(spot, lambda one: one.kind != "procedure" and (not of_rows or _gives_rows(one.result)))


def procedures(spot: Spot) -> Iterator[Candidate]:
    """The database's own procedures."""
    return _routines(spot, lambda one: one.kind == "procedure")


def _routines(spot: Spot, wanted: Callable[[NamedRoutine], bool]) -> Iterator[Candidate]:
    """Those that are wanted; of the schema that stands before the place if one does."""
    folded, qualifiers = spot.names.folded, spot.place.qualifiers
    schema = folded(qualifiers[-1]) if qualifiers else ""

    def fits(one: NamedRoutine) -> bool:
        return wanted(one) and (not schema or folded(one.schema) == schema)

    for found in spot.known.routines.best(spot.place.word, spot.most, spot.recent, fits):
        bare = bool(schema) or spot.known.is_in_path(found.schema)
        label = found.name if bare else f"{found.schema}.{found.name}"
        insert = spot.qualified("" if bare else found.schema, found.name)
        kind = ItemKind.PROCEDURE if found.kind == "procedure" else ItemKind.FUNCTION
        tier = max(Tier.ELSEWHERE, spot.known.tier(found.schema))
        yield _call(spot, kind, label, insert, (CallSignature(found.arguments, found.result),), tier, found.comment)


def _call(
    spot: Spot,
    kind: ItemKind,
    label: str,
    insert: str,
    signatures: tuple[CallSignature, ...],
    tier: int,
    comment: str = "",
) -> Candidate:
    """A call with the caret where the first argument goes; only the name where a parenthesis is there already."""
    detail = shown(signatures[0]) if signatures else ""
    back = 0
    if spot.text[spot.place.end : spot.place.end + 1] != "(":
        insert += "()"
        back = 0 if signatures and not signatures[0].arguments else 1
    start = len(label) - len(label.rpartition(".")[2])
    return Candidate(kind, label, insert, tier, detail, back, comment, match_from=start)


def _gives_rows(result: str) -> bool:
    return result.lower().startswith((ROWS, "table(", "table ("))


@cache
def _builtin_index(dialect_id: str, of_rows: bool) -> NameIndex[str]:
    """The names of the server's functions; those whose signatures are known come first, because they are used most."""
    signatures = builtin_signatures(dialect_id)
    names = sorted(dialect_named(dialect_id).functions)
    if of_rows:
        names = [name for name in signatures if any(one.result.startswith(ROWS) for one in signatures[name])]
    return NameIndex((name, int(name not in signatures), name) for name in names)
