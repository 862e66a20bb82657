"""What a DuckDB database holds, by its own functions.

SQLAlchemy's inspector is no way to it: duckdb-engine inherits that of PostgreSQL, which asks for parts of pg_catalog
that DuckDB does not have (0.17 with SQLAlchemy 2.1 fails at every table), and an error ends an open transaction.
"""

import re
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Any, Final

import sqlalchemy
from sqlalchemy.engine import Connection

from lapwing.domain.catalog import (
    CatalogColumn,
    CatalogObject,
    Check,
    ForeignKey,
    Index,
    ObjectKind,
    ObjectProperties,
    ObjectScope,
    Relation,
    RelationDetails,
    Schema,
)
from lapwing.domain.errors import StatementCancelled, StatementFailed
from lapwing.domain.table_data import KeyReference
from lapwing.drivers.generic.duckdb_forms import WRITING
from lapwing.drivers.generic.duckdb_names import read_names
from lapwing.drivers.generic.duckdb_properties import KINDS, of_object, of_relation, read_extensions, read_objects
from lapwing.drivers.generic.table import DuckdbTable
from lapwing.drivers.relation_objects import RELATION_KINDS, RelationObjects, as_object, in_order
from lapwing.drivers.writing import Writing
from lapwing.sql.checks import unwrapped
from lapwing.sql.completion.names import Names
from lapwing.sql.dialect import dialect_named

Row = tuple[Any, ...]
_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@cache
def _query(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"duckdb_{name}.sql").read_text(encoding="utf-8")


class DuckdbCatalog(RelationObjects):
    """Reads through one connection."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Read inside `reading`, which turns what goes wrong into errors of ours."""
        self._reading = reading

    def _ask(self, query: str, **names: str | None) -> list[Row]:
        """The rows of a query about these names; none where one is no text."""
        if not all(name is None or _is_text(name) for name in names.values()):
            return []
        with self._reading() as connection:
            return [tuple(row) for row in connection.execute(sqlalchemy.text(_query(query)), names)]

    @property
    def writing(self) -> Writing:
        return WRITING

    def schemas(self) -> list[Schema]:
        found = [
            Schema(name, "", bool(default) and not system, bool(system))
            for name, default, system in self._ask("schemas")
        ]
        return sorted(found, key=lambda schema: (schema.is_system, schema.name.casefold(), schema.name))

    def names(self, schema: str = "", gives_way: Callable[[], bool] = lambda: False) -> Names:
        def ask(query: str) -> list[Row]:
            if gives_way():
                raise StatementCancelled
            return self._ask(query)

        return read_names(ask)

    def relations(self, schema: str) -> list[Relation]:
        found = [_relation(schema, row) for row in self._ask("relations", schema=schema, name=None)]
        return sorted(found, key=lambda relation: (relation.name.casefold(), relation.name))

    def describe(self, schema: str, name: str) -> RelationDetails:
        found = self._ask("relations", schema=schema, name=name)
        if not found:
            raise StatementFailed(server=f"There is no table or view {name} in {schema}.", position=None)
        constraints = self._ask("constraints", schema=schema, name=name)
        primary = next((tuple(row[2]) for row in constraints if row[1] == "PRIMARY KEY"), ())
        keys = tuple(_foreign_key(row) for row in constraints if row[1] == "FOREIGN KEY")
        return RelationDetails(
            _relation(schema, found[0]),
            tuple(_column(row, primary, keys) for row in self._ask("columns", schema=schema, name=name)),
            primary,
            keys,
            (
                *map(_index, self._ask("indexes", schema=schema, name=name)),
                *(_key_index(row) for row in constraints if row[1] in {"PRIMARY KEY", "UNIQUE"}),
            ),
            (),
            (found[0][4] or "").removesuffix(";"),
            checks=tuple(_check(row) for row in constraints if row[1] == "CHECK"),
        )

    def table(self, schema: str, name: str) -> DuckdbTable:
        details = self.describe(schema, name)
        referring = tuple(
            KeyReference(key, tuple(here), schema, table, tuple(there))
            for key, there, table, here in self._ask("referring", schema=schema, name=name)
        )
        return DuckdbTable(details, referring)

    # objects of every kind

    def kinds(self, scope: ObjectScope, schema: str = "", relation: str = "") -> list[ObjectKind]:
        if scope is ObjectScope.DATABASE:
            count = len(read_extensions(self._ask))
            return [ObjectKind("extension", scope, count)] if count else []
        found = super().kinds(scope, schema, relation)
        if scope is ObjectScope.SCHEMA:
            found += in_order(Counter(one.kind for one, _ in read_objects(self._ask, schema)), scope, KINDS)
        return found

    def objects(self, kind: str, schema: str = "", relation: str = "") -> list[CatalogObject]:
        if kind == "extension":
            return [] if schema else read_extensions(self._ask)
        if kind not in KINDS or relation:
            return super().objects(kind, schema, relation)
        found = [one for one, _ in read_objects(self._ask, schema) if one.kind == kind]
        return sorted(found, key=lambda one: (one.name.casefold(), one.name))

    def properties(self, wanted: CatalogObject) -> ObjectProperties:
        if wanted.kind in RELATION_KINDS:
            details = self.describe(wanted.schema, wanted.name)
            known = {found.name: found.kind for found in self.relations(wanted.schema)}
            return of_relation(self._ask, as_object(details.relation), details, known)
        for found, sql in read_objects(self._ask, wanted.schema):
            if (found.kind, found.name) == (wanted.kind, wanted.name):
                return of_object(found, sql)
        return of_object(self.found(wanted), "")


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _relation(schema: str, row: Row) -> Relation:
    name, kind, estimate, is_temporary, _sql = row
    return Relation(schema, name, kind, estimate, "temporary" if is_temporary else "")


def _column(row: Row, primary: tuple[str, ...], keys: tuple[ForeignKey, ...]) -> CatalogColumn:
    name, kind, nullable, default, generated = row
    is_generated = generated == "ALWAYS"
    targets = (
        f"{key.table}.{target}"
        for key in keys
        for own, target in zip(key.columns, key.references, strict=True)
        if own == name
    )
    return CatalogColumn(
        name,
        kind,
        nullable == "YES",
        None if is_generated else default,
        primary.index(name) + 1 if name in primary else 0,
        "virtual" if is_generated else "",
        next(targets, ""),
        expression=unwrapped(default or "", dialect_named("ansi")) if is_generated else "",
    )


def _foreign_key(row: Row) -> ForeignKey:
    name, _kind, columns, table, references = row[:5]
    return ForeignKey(name, tuple(columns), table, tuple(references), "NO ACTION", "NO ACTION")


def _check(row: Row) -> Check:
    name, _kind, columns, _table, _references, condition = row
    return Check(name or "", tuple(dict.fromkeys(columns)), unwrapped(condition or "", dialect_named("ansi")))


def _key_index(row: Row) -> Index:
    name, kind, columns = row[:3]
    origin = "primary key" if kind == "PRIMARY KEY" else "unique constraint"
    return Index(name, tuple(columns), unique=True, partial=False, origin=origin)


def _index(row: Row) -> Index:
    name, unique, expressions, sql = row
    columns = tuple(_index_column(expression) for expression in expressions)
    return Index(name, columns, bool(unique), partial=False, origin="created", sql=sql.removesuffix(";"))


def _index_column(expression: str) -> str:
    if _PLAIN_NAME.fullmatch(expression):
        return expression
    inner = expression[1:-1]
    is_quoted = expression[:1] == '"' == expression[-1:] and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if is_quoted and len(expression) > 1 else "<expression>"
