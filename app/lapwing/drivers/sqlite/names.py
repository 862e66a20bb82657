"""All names that one SQLite connection knows, its attached files and temporary tables among them.

At 10,000 tables with 100,000 columns that takes about a second.
"""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, Final

from lapwing.domain.errors import StatementFailed
from lapwing.sql.completion.names import NamedColumn, NamedKey, NamedRelation, NamedRoutine, Names

Row = tuple[Any, ...]
Ask = Callable[..., list[Row]]
_KINDS: Final = {"s": "function", "a": "aggregate", "w": "aggregate"}
_ONLY_WINDOWS: Final = frozenset(
    {"cume_dist", "dense_rank", "first_value", "lag", "last_value", "lead", "nth_value", "ntile", "percent_rank"}
    | {"rank", "row_number"}
)
_LETTERS: Final = "XYZ"
"""As SQLite's manual calls arguments (sqlite.org/lang_corefunc.html); the server tells only how many there are."""


def read_names(ask: Ask) -> Names:
    """All names, by `ask`, which is given the name of a query and its parameters, and raises `StatementFailed`."""
    columns = _columns(ask)
    schemas = [name for name, _file in ask("schemas")]  # behind that: "temp" shows only when it was asked for
    relations = [
        NamedRelation(schema, name, kind, tuple(named for named, _ in parts))
        for (schema, name, kind), parts in columns.items()
    ]
    primary = {
        (schema, name.lower()): tuple(found.name for _, found in sorted(_keyed(parts), key=lambda part: part[0]))
        for (schema, name, _), parts in columns.items()
    }
    return Names(
        search_path=[name for name in ("temp", "main") if name in schemas]
        + [name for name in schemas if name not in {"temp", "main"}],
        folding="ignore",
        schemas=schemas,
        relations=sorted(relations, key=lambda found: (found.schema, found.name)),
        routines=_routines(ask("names_routines")),
        keys=_keys(ask("names_keys"), primary),
    )


_Parts = list[tuple[NamedColumn, int]]
"""Columns, each with its place in the primary key from 1, or 0."""


def _columns(ask: Ask) -> dict[tuple[str, str, str], _Parts]:
    """The columns of each schema, relation and kind."""
    try:
        return _grouped(ask("names_columns", "", ""))
    except StatementFailed:  # one of them cannot be asked: then each alone
        found: dict[tuple[str, str, str], _Parts] = {}
        for schema, name, kind in ask("names_relations"):
            try:
                found |= _grouped(ask("names_columns", schema, name))
            except StatementFailed:  # a view of what is gone, or a virtual table whose module is not here
                found[schema, name, kind] = []
        return found


def _grouped(rows: Iterable[Row]) -> dict[tuple[str, str, str], _Parts]:
    found: dict[tuple[str, str, str], _Parts] = {}
    seen: dict[tuple[str, str], NamedColumn] = {}
    for schema, name, kind, column, type_name, place in rows:
        parts = found.setdefault((schema, name, kind), [])
        if column is not None:
            key = (column, type_name or "")
            parts.append((seen.get(key) or seen.setdefault(key, NamedColumn(*key)), place))
    return found


def _keyed(parts: _Parts) -> list[tuple[int, NamedColumn]]:
    return [(place, column) for column, place in parts if place]


def _keys(rows: Iterable[Row], primary: dict[tuple[str, str], tuple[str, ...]]) -> list[NamedKey]:
    found = []
    for (schema, table, _number), same in groupby(rows, key=lambda row: row[:3]):
        parts = list(same)
        other = parts[0][4]
        targets = tuple(part[5] for part in parts)
        if None in targets:
            targets = primary.get((schema, other.lower()), ())
        if len(targets) == len(parts):  # otherwise it refers to what is not there
            found.append(NamedKey(schema, table, tuple(part[3] for part in parts), schema, other, targets))
    return found


def _routines(rows: Iterable[Row]) -> list[NamedRoutine]:
    found: dict[tuple[str, tuple[str, ...]], NamedRoutine] = {}
    for name, letter, count, builtin in rows:
        if name.isidentifier():  # `->` is one, too
            kind = "window" if name in _ONLY_WINDOWS else _KINDS.get(letter, "function")
            arguments = _arguments(count)
            found.setdefault((name, arguments), NamedRoutine("", name, kind, arguments, is_builtin=bool(builtin)))
    return list(found.values())


def _arguments(count: int) -> tuple[str, ...]:
    """Below -2, at least -2 - count arguments are taken (`FuncDef.nArg` in SQLite's sqliteInt.h)."""
    least = count if count >= 0 else max(0, -2 - count)
    named = tuple(_LETTERS[place] if place < len(_LETTERS) else f"X{place + 1}" for place in range(least))
    return named if count >= 0 else (*named, "...")
