"""All names of a DuckDB database at once, by its own functions: two seconds at 10,000 tables with 100,000 columns."""

from collections.abc import Callable
from typing import Any, Final

from lapwing.sql.completion.names import NamedColumn, NamedKey, NamedRelation, NamedRoutine, NamedType, Names

Row = tuple[Any, ...]
Ask = Callable[[str], list[Row]]
_ROUTINES: Final = {"aggregate": "aggregate", "window": "window"}
_MOST_ARGUMENTS: Final = 7
"""Functions that read files have dozens, most of them with names."""


def read_names(ask: Ask) -> Names:
    """All names, by `ask`, which is given the name of a query."""
    places = ask("names_places")
    return Names(
        search_path=dict.fromkeys(places[0][1]) if places else (),
        folding="ignore",
        schemas=[row[0] for row in places],
        relations=_relations(ask),
        routines=[_routine(row) for row in ask("names_routines")],
        types=[NamedType(*row) for row in ask("names_types")],
        keys=[
            NamedKey(schema, table, tuple(columns), schema, other, tuple(targets))
            for schema, table, columns, other, targets in ask("names_keys")
        ],
        keywords=[row[0] for row in ask("names_keywords")],
    )


def _relations(ask: Ask) -> list[NamedRelation]:
    views = {(schema, name): comment or "" for schema, name, comment in ask("names_views")}
    comments = views | {(schema, name): comment for schema, name, comment in ask("names_comments")}
    seen: dict[tuple[str, str, str], NamedColumn] = {}
    found = []
    for schema, name, *columns in ask("names_columns"):
        made = []
        for column, type_name, comment in zip(*columns, strict=True):
            key = (column, type_name or "", comment or "")
            made.append(seen.get(key) or seen.setdefault(key, NamedColumn(*key)))  # most are in many tables
        kind = "view" if (schema, name) in views else "table"
        found.append(NamedRelation(schema, name, kind, tuple(made), comments.get((schema, name), "")))
    return found


def _routine(row: Row) -> NamedRoutine:
    schema, name, kind, names, types, varargs, result, comment, internal = row
    told = zip(names, types or [None] * len(names), strict=False)
    arguments = [" ".join(filter(None, (title, type_name))) for title, type_name in told]
    if varargs:
        arguments.append(f"{varargs} ...")
    if len(arguments) > _MOST_ARGUMENTS:
        arguments[_MOST_ARGUMENTS:] = ["..."]
    result = result or ("TABLE" if kind in {"table", "table_macro"} else "")
    return NamedRoutine(
        schema, name, _ROUTINES.get(kind, "function"), tuple(arguments), result, comment or "", bool(internal)
    )
