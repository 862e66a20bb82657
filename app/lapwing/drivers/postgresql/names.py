"""All names of a PostgreSQL database at once, versions 13 to 18, by queries that need no lock on what they name.

At 10,000 tables with 100,000 columns they take about half a second of the server and a third of one here.
"""

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from lapwing.sql.completion.names import NamedColumn, NamedKey, NamedRelation, NamedRoutine, NamedType, Names

TextRow = tuple[str | None, ...]
Ask = Callable[[str], list[TextRow]]

_RELATIONS: Final = {"r": "table", "p": "table", "v": "view", "m": "materialized view", "f": "foreign table"}
_ROUTINES: Final = {"f": "function", "p": "procedure", "a": "aggregate", "w": "window"}
_TYPES: Final = {"b": "base", "c": "composite", "d": "domain", "e": "enum", "m": "range", "r": "range"}
_MODES: Final = {"o": "OUT ", "b": "INOUT ", "v": "VARIADIC "}
_TABLE_COLUMN: Final = "t"
_COLUMNS: Final = {"o", "b", _TABLE_COLUMN}


@cache
def _query(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"names_{name}.sql").read_text(encoding="utf-8")


def read_names(ask: Ask) -> Names:
    """All names that this role may use, asked by `ask`, which raises what running a statement raises."""
    schemas, path, keywords = _places(ask(_query("places")))
    return Names(
        search_path=path,
        folding="lower",
        schemas=schemas,
        relations=_relations(ask(_query("relations"))),
        routines=[_routine(row) for row in ask(_query("routines"))],
        types=[NamedType(_text(row[0]), _text(row[1]), _TYPES[_text(row[2])]) for row in ask(_query("types"))],
        keys=[
            NamedKey(_text(schema), _text(table), _list(columns), _text(there), _text(other), _list(targets))
            for schema, table, columns, there, other, targets in ask(_query("keys"))
        ],
        keywords=keywords,
    )


def _places(rows: list[TextRow]) -> tuple[list[str], tuple[str, ...], list[str]]:
    """Schemas, search path and keywords."""
    path, words = rows[0][1:] if rows else (None, None)
    return [_text(row[0]) for row in rows], _list(path), [word.upper() for word in _list(words)]


def _relations(rows: Iterable[TextRow]) -> list[NamedRelation]:
    seen: dict[tuple[str, str, str], NamedColumn] = {}
    found = []
    for schema, name, kind, is_partition, comment, columns, types, comments in rows:
        about: dict[str, str] = json.loads(comments) if comments else {}
        made = []
        for column, type_name in zip(_list(columns), _list(types), strict=True):
            key = (column, type_name, about.get(column, ""))
            made.append(seen.get(key) or seen.setdefault(key, NamedColumn(*key)))  # most are in many tables
        word = "partition" if is_partition == "t" and kind in {"r", "p"} else _RELATIONS[_text(kind)]
        found.append(NamedRelation(_text(schema), _text(name), word, tuple(made), _text(comment)))
    return found


def _routine(row: TextRow) -> NamedRoutine:
    schema, name, kind, is_builtin, told, result, comment, signature = row
    arguments: list[list[Any]] = json.loads(told) if told else []
    columns = [f"{title} {type_name}" for mode, title, type_name, _ in arguments if mode in _COLUMNS]
    if columns and _text(result).startswith("SETOF "):
        result = f"TABLE({', '.join(columns)})"
    # a function's outputs are no arguments of its call, a procedure's are
    apart = {_TABLE_COLUMN} if kind == "p" else {"o", _TABLE_COLUMN}
    return NamedRoutine(
        _text(schema),
        _text(name),
        _ROUTINES[_text(kind)],
        tuple(_argument(*each) for each in arguments if each[0] not in apart),
        _text(result),
        _text(comment),
        is_builtin == "t",
        _text(signature),
    )


def _argument(mode: str | None, name: str | None, type_name: str, default: str | None) -> str:
    """As the server writes it (pg_get_function_arguments)."""
    words = f"{_MODES.get(mode or '', '')}{name + ' ' if name else ''}{type_name}"
    return words if default is None else f"{words} DEFAULT {default}"


def _text(cell: str | None) -> str:
    return "" if cell is None else cell


def _list(cell: str | None) -> tuple[str, ...]:
    return tuple(json.loads(cell)) if cell else ()
