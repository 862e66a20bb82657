"""The names of a database as the inspector of its SQLAlchemy dialect tells them, as far as that does not take long."""

import time
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from sqlalchemy.engine import Connection, Inspector
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.engine.reflection import ObjectKind

from lapwing.domain.catalog import Relation, Schema
from lapwing.drivers.generic.reflection import if_known, relations_in, type_name
from lapwing.sql.completion.names import NamedColumn, NamedKey, NamedRelation, Names

_MOST_S: Final = 5.0
"""For columns and keys: a dialect that tells them of one table at a time would take minutes for large databases."""


def read_names(connection: Connection, inspector: Inspector, schemas: list[Schema]) -> Names:
    """Relations of all schemas that are not the server's own; columns and keys of the first ones, the default first."""
    shown = sorted((schema for schema in schemas if not schema.is_system), key=lambda schema: not schema.is_default)
    found = {schema.name: relations_in(inspector, schema.name) for schema in shown}
    until_s = time.monotonic() + _MOST_S
    columns: dict[tuple[str, str], tuple[NamedColumn, ...]] = {}
    keys: list[NamedKey] = []
    for schema, relations in found.items():
        for name, told in _of_each(inspector, "columns", schema, relations, until_s):
            columns[schema, name] = tuple(
                NamedColumn(str(column["name"]), type_name(connection, column["type"]), column.get("comment") or "")
                for column in told
            )
        for name, told in _of_each(inspector, "foreign_keys", schema, relations, until_s):
            keys += [_key(schema, name, key) for key in told]
    return Names(
        search_path=[schema.name for schema in shown if schema.is_default],
        folding="ignore",
        schemas=[schema.name for schema in schemas],
        relations=[
            NamedRelation(
                relation.schema, relation.name, relation.kind, columns.get((relation.schema, relation.name), ())
            )
            for relations in found.values()
            for relation in relations
        ],
        keys=keys,
    )


def _of_each(
    inspector: Inspector, what: str, schema: str, relations: list[Relation], until_s: float
) -> Iterator[tuple[str, Any]]:
    """Something of each relation: in one go where the dialect can, else one by one until the time is over."""
    bulk = f"get_multi_{what}"
    if getattr(type(inspector.dialect), bulk, None) is not getattr(DefaultDialect, bulk):
        told = if_known(partial(getattr(inspector, bulk), schema or None, kind=ObjectKind.ANY), {})
        yield from ((str(name), parts) for (_, name), parts in told.items())
        return
    for relation in relations:
        if time.monotonic() > until_s:
            return
        yield relation.name, if_known(partial(getattr(inspector, f"get_{what}"), relation.name, schema or None), [])


def _key(schema: str, name: str, key: Any) -> NamedKey:
    there = key.get("referred_schema") or schema
    columns, targets = tuple(key["constrained_columns"]), tuple(key["referred_columns"])
    return NamedKey(schema, name, columns, there, str(key["referred_table"]), targets)
