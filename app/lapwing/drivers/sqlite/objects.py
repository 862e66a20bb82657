"""What SQLite has besides relations: indexes and triggers of a whole database, and what the connection knows."""

from collections.abc import Callable
from typing import Any, Final

from lapwing.domain.catalog import CatalogObject, ObjectKind, ObjectScope

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs the query of this name: with parameters, and a `schema` to be put in."""

OF_CONNECTION: Final = ("function", "collation", "module")
_TYPES: Final = {"s": "scalar", "a": "aggregate", "w": "window", "": ""}
_AS_MANY_AS_WANTED: Final = -1


def read_kinds(ask: Ask, scope: ObjectScope, schema: str) -> list[ObjectKind]:
    """Kinds besides relations, with how many there are."""
    if scope is ObjectScope.SERVER:
        counts: dict[str, int] = dict(ask("kinds_server"))
        return [ObjectKind(kind, scope, counts[kind]) for kind in OF_CONNECTION if counts[kind]]
    counts = dict(ask("kinds", schema=schema))
    return [ObjectKind(kind, scope, counts[kind]) for kind in ("index", "trigger") if counts.get(kind)]


def read_objects(ask: Ask, kind: str, schema: str) -> list[CatalogObject]:
    """Indexes or triggers of one schema, or what the connection knows of this kind."""
    if kind == "function":
        return _functions(ask)
    if kind in OF_CONNECTION:
        return [CatalogObject(kind, "", name) for (name,) in ask(f"{kind}s")]
    return [
        CatalogObject(kind, schema, name, parent=table, detail="unique" if _is_unique(kind, sql) else "")
        for name, table, sql in ask("objects", kind, schema=schema)
    ]


def _is_unique(kind: str, sql: str) -> bool:
    return kind == "index" and sql.upper().split()[1:2] == ["UNIQUE"]


def _functions(ask: Ask) -> list[CatalogObject]:
    """Each once, with the numbers of arguments that it takes."""
    found: dict[str, tuple[set[str], list[str], bool]] = {}
    for name, kind, count, built_in in ask("names_routines"):
        kinds, counts, _ = found.setdefault(name, (set(), [], bool(built_in)))
        kinds.add(_TYPES.get(str(kind), str(kind)))
        counts.append("any number" if count <= _AS_MANY_AS_WANTED else str(count))
    return [
        CatalogObject(
            "function",
            "",
            name,
            detail=", ".join(
                filter(
                    None,
                    (
                        *sorted(kinds),
                        f"arguments: {', '.join(dict.fromkeys(counts))}",
                        "" if built_in else "not built in",
                    ),
                )
            ),
        )
        for name, (kinds, counts, built_in) in sorted(found.items())
    ]
