"""Objects of a database found by parts of their names, as a person types them who wants to go there."""

from collections.abc import Iterator
from heapq import nlargest

from lapwing.domain.names import FoundName
from lapwing.sql.completion.names import Names
from lapwing.sql.fuzzy import could_match, folded, match

_SYSTEM_COSTS = 40.0
"""What is the server's own comes behind what people made."""


def find_names(names: Names, query: str, limit: int) -> tuple[FoundName, ...]:
    """The best relations, routines and schemas, in the order of how well they fit.

    Each word of the query has to be in the name, or, with a dot behind the schema, in `schema.name`. Any thread;
    100,000 names take about a third of a second.
    """
    may_fit = could_match(query)
    with_schema = "." in query
    seen: list[tuple[float, int, FoundName]] = []
    for number, found in enumerate(_objects(names)):
        text = f"{found.schema}.{found.name}" if with_schema and found.schema else found.name
        if not may_fit(folded(text)):
            continue
        fit = match(query, text)
        if fit is not None:
            cost = 0.0 if found.schema in names.search_path else _SYSTEM_COSTS * (found.schema in _SYSTEM)
            seen.append((fit.score - cost, -number, found))
    return tuple(found for _, _, found in nlargest(limit, seen))


def _objects(names: Names) -> Iterator[FoundName]:
    """What people made comes first of what fits equally well: relations, then routines, then schemas."""
    for relation in names.relations:
        yield FoundName(relation.schema, relation.name, relation.kind)
    for routine in names.routines:
        if routine.schema and not routine.is_builtin:  # without one it belongs to SQLite or to an extension of it
            yield FoundName(routine.schema, routine.name, _ROUTINES.get(routine.kind, routine.kind), routine.signature)
    for schema in names.schemas:
        yield FoundName("", schema, "schema")


_ROUTINES = {"window": "function"}
"""By their kinds in completion: those that the catalogue calls otherwise."""
_SYSTEM = frozenset({"pg_catalog", "information_schema", "mysql", "performance_schema", "sys", "pg_toast"})
