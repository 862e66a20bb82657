"""What a PostgreSQL server holds besides relations: which kinds there are, and the objects of each."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from lapwing.domain.catalog import CatalogObject, Database, ObjectKind, ObjectScope
from lapwing.domain.late_dataclass import dataclass

TextRow = tuple[str | None, ...]
Ask = Callable[[str, Sequence[str | None]], list[TextRow]]
"""Runs one query, whose parameters $1, $2 are sent as text without a type, and gives all rows as text or None."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where objects of one kind are found.

    Attributes:
        query: Lists them.
        catalogue: Of the server, in which they have their oids.
        about: What says more of one; empty where its relation does.
        takes: How many of schema (or name, outside schemas), name and relation the query takes.
        guarded: Whether `about` looks first who is in the way.
    """

    query: str
    catalogue: str
    about: str = ""
    takes: int = 1
    guarded: bool = False


_SCHEMA: Final = {
    "function": Source("objects_routines", "pg_proc", "about_routine", 2, guarded=True),
    "procedure": Source("objects_routines", "pg_proc", "about_routine", 2, guarded=True),
    "aggregate": Source("objects_routines", "pg_proc", "about_aggregate", 2),
    "sequence": Source("objects_sequences", "pg_class", "about_sequence", 2, guarded=True),
    "type": Source("objects_types", "pg_type", "about_type", 2),
    "enum": Source("objects_types", "pg_type", "about_type", 2),
    "domain": Source("objects_types", "pg_type", "about_type", 2),
    "range type": Source("objects_types", "pg_type", "about_type", 2),
    "collation": Source("objects_collations", "pg_collation", "about_collation", 2),
}
_PARTS: Final = {
    "constraint": Source("objects_constraints", "pg_constraint", takes=3),
    "index": Source("objects_indexes", "pg_class", takes=3),
    "trigger": Source("objects_triggers", "pg_trigger", takes=3),
    "rule": Source("objects_rules", "pg_rewrite", takes=3),
    "policy": Source("objects_policies", "pg_policy", takes=3),
}
_ELSEWHERE: Final = {
    "role": Source("objects_roles", "pg_authid", "about_role"),
    "tablespace": Source("objects_tablespaces", "pg_tablespace", "about_tablespace"),
    "database": Source("objects_databases", "pg_database", "about_database"),
    "schema": Source("objects_schemas", "pg_namespace", "about_schema"),
    "extension": Source("objects_extensions", "pg_extension", "about_extension"),
    "foreign data wrapper": Source("objects_wrappers", "pg_foreign_data_wrapper", "about_wrapper"),
    "foreign server": Source("objects_servers", "pg_foreign_server", "about_server"),
    "publication": Source("objects_publications", "pg_publication", "about_publication", guarded=True),
    "subscription": Source("objects_subscriptions", "pg_subscription", "about_subscription"),
    "event trigger": Source("objects_event_triggers", "pg_event_trigger", "about_event_trigger"),
}
SOURCES: Final = {**_SCHEMA, **_PARTS, **_ELSEWHERE}
PARTS: Final = frozenset(_PARTS)
ORDER: Final = (
    "table",
    "partition",
    "view",
    "materialized view",
    "foreign table",
    "constraint",
    "index",
    "trigger",
    "rule",
    "policy",
    "function",
    "procedure",
    "aggregate",
    "sequence",
    "type",
    "enum",
    "domain",
    "range type",
    "collation",
    "extension",
    "foreign data wrapper",
    "foreign server",
    "publication",
    "subscription",
    "event trigger",
    "role",
    "tablespace",
)
"""In which people look for kinds."""


@cache
def query(name: str) -> str:
    """A query of ours, by its file's name."""
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def text(cell: str | None) -> str:
    """Nothing for NULL."""
    return "" if cell is None else cell


def can_be_asked_for(name: str) -> bool:
    """Whether it can be sent; nothing has a name that cannot."""
    try:
        return b"\0" not in name.encode()
    except UnicodeEncodeError:
        return False


def read_databases(ask: Ask) -> list[Database]:
    """Those that this account may connect to, by name."""
    found = [
        Database(text(name), current == "t", None if size is None else int(size), text(detail), text(comment))
        for name, current, size, detail, comment in ask(query("databases"), ())
    ]
    return sorted(found, key=lambda database: (database.name.casefold(), database.name))


def read_kinds(ask: Ask, scope: ObjectScope, schema: str, relation_oid: str) -> list[ObjectKind]:
    """How many there are of each kind; `relation_oid` is that of the relation, where that is the place."""
    place = {ObjectScope.SCHEMA: (schema,), ObjectScope.RELATION: (relation_oid,)}.get(scope, ())
    counts: dict[str, int] = {}
    for kind, count in ask(query(f"kinds_{scope.value}"), place):
        counts[text(kind)] = int(count or 0)
    return [ObjectKind(kind, scope, counts[kind]) for kind in ORDER if counts.get(kind)]


def read_objects(
    ask: Ask, kind: str, schema: str, relation: str = "", name: str | None = None
) -> list[tuple[str, CatalogObject]]:
    """The objects of one kind with their oids, by name.

    Args:
        name: Only those of this name; None: all.
    """
    source = SOURCES[kind]
    given = (name,) if source.takes == 1 else (schema, name, relation or None)[: source.takes]
    if not all(can_be_asked_for(word) for word in given if word is not None):
        return []
    if kind == "subscription" and ask(query("sees_subscriptions"), ()) != [("t",)]:
        return []
    found = [(text(row[0]), _object(row)) for row in ask(query(source.query), given) if row[1] == kind]
    return sorted(found, key=lambda pair: (pair[1].name.casefold(), pair[1].name, pair[1].parent, pair[1].signature))


def _object(row: TextRow) -> CatalogObject:
    _oid, kind, schema, name, signature, parent, detail, comment, size = row
    return CatalogObject(
        text(kind),
        text(schema),
        text(name),
        text(signature),
        text(parent),
        text(detail),
        text(comment),
        size_bytes=None if size is None else int(size),
    )
