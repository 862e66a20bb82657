"""The names of one MySQL or MariaDB database at once, and those of the databases beside it.

MariaDB reads the definition of each table for its columns; at 10,000 tables that takes it some seconds the first time.
"""

from collections.abc import Callable, Iterable
from itertools import groupby

from lapwing.domain.errors import StatementFailed
from lapwing.sql.completion.names import NamedColumn, NamedKey, NamedRelation, NamedRoutine, Names

TextRow = tuple[str | None, ...]
Ask = Callable[..., list[TextRow]]
_Place = tuple[str, str]


def read_names(ask: Ask, schema: str) -> Names:
    """All names in `schema`, or where it is empty in the session's own database.

    `ask` is given the name of a query and its parameters, and raises what running a statement raises.
    """
    places = [(_text(name), is_own == "1") for name, is_own in ask("names_places")]
    own = schema or next((name for name, is_own in places if is_own), "")
    return Names(
        search_path=[own] if own else [],
        folding="ignore",
        schemas=[name for name, _ in places],
        relations=_relations(ask, own) if own else (),
        routines=_routines(ask("names_routines", own), ask("names_arguments", own)) if own else (),
        keys=_keys(ask("names_keys", own)) if own else (),
        keywords=_keywords(ask),
        unread=[name for name, _ in places if name != own],
    )


def _relations(ask: Ask, schema: str) -> list[NamedRelation]:
    columns = _columns(ask("names_columns", schema))
    found = {}
    for place, name, kind, comment in ask("names_relations", schema):
        key = (_text(place), _text(name))
        word = "view" if _text(kind).endswith("VIEW") else "table"
        if not _text(kind).endswith("SEQUENCE"):
            found[key] = NamedRelation(*key, word, tuple(columns.get(key, ())), _text(comment))
    return [found[key] for key in sorted(found)]


def _columns(rows: Iterable[TextRow]) -> dict[_Place, list[NamedColumn]]:
    """The columns of each relation; a temporary table's hide those of the table of its name."""
    found: dict[_Place, list[NamedColumn]] = {}
    seen: dict[tuple[str, str, str], NamedColumn] = {}
    for schema, table, name, type_name, comment in rows:
        key = (_text(name), _text(type_name), _text(comment))
        column = seen.get(key) or seen.setdefault(key, NamedColumn(*key))  # most are in many tables
        found.setdefault((_text(schema), _text(table)), []).append(column)
    return found


def _routines(rows: Iterable[TextRow], arguments: Iterable[TextRow]) -> list[NamedRoutine]:
    taken: dict[tuple[str | None, ...], list[str]] = {}
    for schema, name, kind, mode, title, type_name in arguments:
        words = (mode if mode != "IN" else "", title, type_name)
        taken.setdefault((schema, name, kind), []).append(" ".join(filter(None, words)))
    return [
        NamedRoutine(
            _text(schema),
            _text(name),
            _text(kind).lower(),
            tuple(taken.get((schema, name, kind), ())),
            _text(result),
            _text(comment),
        )
        for schema, name, kind, result, comment in rows
        if kind in {"FUNCTION", "PROCEDURE"}  # MariaDB has packages too
    ]


def _keys(rows: Iterable[TextRow]) -> list[NamedKey]:
    found = []
    for (schema, table, _name), same in groupby(rows, key=lambda row: row[:3]):
        parts = list(same)
        columns = tuple(_text(part[3]) for part in parts)
        targets = tuple(_text(part[6]) for part in parts)
        place = _text(parts[0][4]), _text(parts[0][5])
        found.append(NamedKey(_text(schema), _text(table), columns, *place, targets))
    return found


def _keywords(ask: Ask) -> list[str]:
    try:
        words = ask("names_keywords")
    except StatementFailed:  # this version does not tell
        return []
    return [_text(word).upper() for (word,) in words if _text(word).isidentifier()]


def _text(cell: str | None) -> str:
    return "" if cell is None else cell
