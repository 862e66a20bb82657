"""Objects of a database found by parts of their names, as a person types them who wants to go there."""

from heapq import nlargest

from lapwing.domain.names import FoundName
from lapwing.sql.completion.names import Names
from lapwing.sql.fuzzy import could_match, folded, match

_SYSTEM_COSTS = 40.0
"""What is the server's own comes behind what people made."""


def find_names(names: Names, query: str, limit: int) -> tuple[FoundName, ...]:
    """The best relations, in the order of how well they fit.

    Each word of the query has to be in the name, or, with a dot behind the schema, in `schema.name`. Any thread;
    100,000 names take about a third of a second.
    """
    may_fit = could_match(query)
    with_schema = "." in query
    seen: list[tuple[float, int, FoundName]] = []
    for number, relation in enumerate(names.relations):
        schema, name = relation.schema, relation.name
        text = f"{schema}.{name}" if with_schema else name
        if not may_fit(folded(text)):
            continue
        fit = match(query, text)
        if fit is not None:
            cost = 0.0 if schema in names.search_path else _SYSTEM_COSTS * (schema in _SYSTEM)
            seen.append((fit.score - cost, -number, FoundName(schema, name, relation.kind)))
    return tuple(found for _, _, found in nlargest(limit, seen))


_SYSTEM = frozenset({"pg_catalog", "information_schema", "mysql", "performance_schema", "sys", "pg_toast"})
