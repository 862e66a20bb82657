"""What a database holds, as the inspector of its SQLAlchemy dialect tells it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Final

import sqlalchemy
from sqlalchemy.engine import Connection, Inspector
from sqlalchemy.exc import CompileError, NoReferenceError, NoSuchTableError
from sqlalchemy.schema import Column, CreateTable, MetaData, Table
from sqlalchemy.types import NullType

from lapwing.domain.catalog import CatalogColumn, ForeignKey, Index, Relation, RelationDetails, Schema
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.generic.forms import WRITING
from lapwing.drivers.generic.names import read_names
from lapwing.drivers.generic.reflection import if_known, relations_in, type_name
from lapwing.drivers.generic.table import GenericTable
from lapwing.drivers.relation_objects import RelationObjects
from lapwing.drivers.writing import Writing
from lapwing.sql.completion.names import Names

_SYSTEM: Final = frozenset({"information_schema", "pg_catalog", "sys", "mysql", "performance_schema", "_statistics_"})
NO_SCHEMA: Final = ""
"""The name of the only schema where a database has none."""


class InspectorCatalog(RelationObjects):
    """Reads through one connection."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Read inside `reading`, which turns what goes wrong into errors of ours."""
        self._reading = reading

    @property
    def writing(self) -> Writing:
        return WRITING

    def schemas(self) -> list[Schema]:
        with self._reading() as connection:
            return _schemas(sqlalchemy.inspect(connection))

    def names(self, schema: str = "", gives_way: Callable[[], bool] = lambda: False) -> Names:
        with self._reading() as connection:
            inspector = sqlalchemy.inspect(connection)
            return read_names(connection, inspector, _schemas(inspector))

    def relations(self, schema: str) -> list[Relation]:
        with self._reading() as connection:
            inspector = sqlalchemy.inspect(connection)
            if schema not in _schema_names(inspector):
                return []
            found = relations_in(inspector, schema)
        return sorted(found, key=lambda relation: (relation.name.casefold(), relation.name))

    def describe(self, schema: str, name: str) -> RelationDetails:
        with self._reading() as connection:
            inspector = sqlalchemy.inspect(connection)
            relation = None
            if schema in _schema_names(inspector):
                relation = next((found for found in relations_in(inspector, schema) if found.name == name), None)
            if relation is None:
                raise StatementFailed(server=f"There is no table or view {name} in {schema}.", position=None)
            return _details(connection, inspector, relation)

    def table(self, schema: str, name: str) -> GenericTable:
        details = self.describe(schema, name)
        with self._reading() as connection:
            dialect = connection.dialect
        return GenericTable(dialect.name, dialect.identifier_preparer.quote_identifier, details)


def _schemas(inspector: Inspector) -> list[Schema]:
    names = _schema_names(inspector)
    default = inspector.default_schema_name or (names[0] if len(names) == 1 else None)
    found = [Schema(name, "", name == default, name.lower() in _SYSTEM) for name in names]
    return sorted(found, key=lambda schema: (schema.is_system, schema.name.casefold(), schema.name))


def _schema_names(inspector: Inspector) -> list[str]:
    found = if_known(inspector.get_schema_names, [])
    return [str(name) for name in found] or [inspector.default_schema_name or NO_SCHEMA]


def _details(connection: Connection, inspector: Inspector, relation: Relation) -> RelationDetails:
    name, schema = relation.name, relation.schema or None
    columns = inspector.get_columns(name, schema)
    primary = if_known(lambda: inspector.get_pk_constraint(name, schema), None)
    keyed = tuple((primary or {}).get("constrained_columns") or ())
    told = if_known(lambda: inspector.get_foreign_keys(name, schema), [])
    keys = tuple(_foreign_key(number, key, relation) for number, key in enumerate(told))
    unique = {
        constraint.get("name") for constraint in if_known(lambda: inspector.get_unique_constraints(name, schema), [])
    }
    indexes = tuple(_index(index, unique) for index in if_known(lambda: inspector.get_indexes(name, schema), []))
    if relation.kind == "table":
        sql = _create_table(connection, name, schema, told)
    else:
        sql = if_known(lambda: inspector.get_view_definition(name, schema), "") or ""
    described = tuple(_column(connection, column, keyed, keys) for column in columns)
    return RelationDetails(relation, described, keyed, keys, indexes, (), sql)


def _column(
    connection: Connection, column: Mapping[str, Any], keyed: tuple[str, ...], keys: tuple[ForeignKey, ...]
) -> CatalogColumn:
    name = str(column["name"])
    computed, identity = column.get("computed"), column.get("identity")
    generated = ""
    if computed:
        generated = "stored" if computed.get("persisted") else "virtual"
    elif identity:
        generated = "identity always" if identity.get("always") else "identity by default"
    elif column.get("autoincrement") is True:
        generated = "identity by default"
    targets = (
        f"{key.table}.{target}"
        for key in keys
        for own, target in zip(key.columns, key.references, strict=False)
        if own == name
    )
    return CatalogColumn(
        name,
        type_name(connection, column["type"]),
        bool(column.get("nullable", True)),
        None if computed else column.get("default"),
        keyed.index(name) + 1 if name in keyed else 0,
        generated,
        next(targets, ""),
    )


def _foreign_key(number: int, key: Mapping[str, Any], relation: Relation) -> ForeignKey:
    options = key.get("options") or {}
    there = key.get("referred_schema")
    table = str(key["referred_table"])
    return ForeignKey(
        str(key.get("name") or f"fk {number}"),
        tuple(key["constrained_columns"]),
        table if not there or there == relation.schema else f"{there}.{table}",
        tuple(key["referred_columns"]),
        str(options.get("onupdate") or ""),
        str(options.get("ondelete") or ""),
    )


def _index(index: Mapping[str, Any], unique: set[str | None]) -> Index:
    sorting = index.get("column_sorting") or {}
    columns = tuple(
        "<expression>" if column is None else column + (" DESC" if "desc" in sorting.get(column, ()) else "")
        for column in index["column_names"]
    )
    options = index.get("dialect_options") or {}
    is_partial = any(name.endswith("_where") and value for name, value in options.items())
    name = index.get("name")
    origin = "unique constraint" if index.get("duplicates_constraint") or name in unique else "created"
    return Index(str(name or ""), columns, bool(index.get("unique")), is_partial, origin)


def _create_table(connection: Connection, name: str, schema: str | None, keys: list[Mapping[str, Any]]) -> str:
    """The table as SQLAlchemy would make it, as far as it has understood it; empty where it cannot write a part."""
    tables = MetaData()
    try:
        table = Table(name, tables, schema=schema, autoload_with=connection, resolve_fks=False)
        for key in keys:  # instead of reading those tables too, and those that they refer to
            place = (key["referred_table"], key.get("referred_schema"))
            columns = [Column(column, NullType()) for column in key["referred_columns"]]
            if place not in ((name, schema), (name, None)):
                Table(place[0], tables, *columns, schema=place[1], extend_existing=True)
        return str(CreateTable(table).compile(dialect=connection.dialect)).strip()
    except (CompileError, NoReferenceError, NotImplementedError, NoSuchTableError):
        return ""
