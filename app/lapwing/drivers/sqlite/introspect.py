"""What a SQLite database holds. The queries lie in `sql/`, one file each."""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import apsw

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
    Trigger,
)
from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.values import RawText
from lapwing.drivers import sections
from lapwing.drivers.relation_objects import RELATION_KINDS, RelationObjects, as_object
from lapwing.drivers.sqlite.forms import WRITING
from lapwing.drivers.sqlite.names import read_names
from lapwing.drivers.sqlite.objects import OF_CONNECTION, read_kinds, read_objects
from lapwing.drivers.sqlite.properties import Known, of_part, of_relation, of_schema
from lapwing.drivers.sqlite.references import folded
from lapwing.drivers.sqlite.rewriting import as_bytes_query, restore_row
from lapwing.drivers.sqlite.table import SqliteTable, find_keys
from lapwing.drivers.writing import Writing
from lapwing.sql.checks import checks_in, columns_named, generated_in
from lapwing.sql.completion.names import Names
from lapwing.sql.dialect import dialect_named

_STEPS: Final = 5_000
"""Of SQLite's machine, between two looks whether somebody else wants the session: some milliseconds."""
_GENERATED: Final = {1: "hidden", 2: "virtual", 3: "stored"}
_ORIGINS: Final = {"c": "created", "u": "unique constraint", "pk": "primary key"}


@cache
def _query(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _flavour(no_rowid: int, strict: int) -> str:
    return ", ".join(word for word, holds in (("WITHOUT ROWID", no_rowid), ("STRICT", strict)) if holds)


def _with_expressions(columns: tuple[CatalogColumn, ...], sql: str) -> tuple[CatalogColumn, ...]:
    """The columns of a table, computed ones with their expressions: SQLite keeps these in its statement alone."""
    computed = [column.name for column in columns if column.generated in {"stored", "virtual"}]
    found = generated_in(sql, dialect_named("sqlite")) if computed else []
    if len(found) != len(computed):
        return columns
    known = dict(zip(computed, found, strict=True))
    return tuple(replace(column, expression=known.get(column.name, "")) for column in columns)


def _checks(sql: str, columns: tuple[CatalogColumn, ...]) -> tuple[Check, ...]:
    """The conditions of a table; SQLite keeps them in its statement alone."""
    dialect, names = dialect_named("sqlite"), [column.name for column in columns]
    return tuple(
        Check(found.name, columns_named(found.condition, names, dialect), found.condition)
        for found in checks_in(sql, dialect)
    )


class SqliteCatalog(RelationObjects):
    """Reads through one connection."""

    def __init__(
        self,
        connection: apsw.Connection,
        translated: Callable[[apsw.Error], LapwingError],
        not_waiting: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Read by `connection`, whose errors are `translated`; within `not_waiting`, it waits for no lock."""
        self._connection = connection
        self._translated = translated
        self._not_waiting = not_waiting

    def _ask(self, query: str, *parameters: str, schema: str = "") -> list[tuple[Any, ...]]:
        """The rows of a query of ours; names that are not valid text come with visible escapes."""
        sql = _query(query)
        if schema:
            sql = sql.replace("{schema}", _quoted(schema))
        try:
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except UnicodeDecodeError:
                return self._ask_for_bytes(sql, parameters)
        except apsw.Error as error:
            raise self._translated(error) from error

    def _ask_for_bytes(self, sql: str, parameters: tuple[str, ...]) -> list[tuple[Any, ...]]:
        cursor = self._connection.cursor()
        width = len(cursor.execute(sql, parameters).get_description())
        cursor.close(force=True)
        encoding = self._connection.pragma("encoding")
        rows = self._connection.execute(as_bytes_query(sql, width), parameters).fetchall()
        restored = (restore_row(row, encoding) for row in rows)
        return [tuple(str(cell) if isinstance(cell, RawText) else cell for cell in row) for row in restored]

    @property
    def writing(self) -> Writing:
        return WRITING

    def schemas(self) -> list[Schema]:
        return [Schema(name, file or "", name == "main") for name, file in self._ask("schemas")]

    def names(self, schema: str = "", gives_way: Callable[[], bool] = lambda: False) -> Names:
        with self._not_waiting():
            self._connection.set_progress_handler(gives_way, _STEPS, id=self)
            try:
                return read_names(self._ask)
            finally:
                self._connection.set_progress_handler(None, id=self)

    def relations(self, schema: str) -> list[Relation]:
        rows = self._ask("relations", schema)
        estimates = self._estimates(schema) if rows else {}
        return [
            Relation(schema, name, kind, estimates.get(name), _flavour(no_rowid, strict) if no_rowid or strict else "")
            for name, kind, _columns, no_rowid, strict in rows
        ]

    def _relation_kinds(self, schema: str) -> Counter[str]:
        return Counter(kind for _name, kind, *_ in self._ask("relations", schema))

    def _estimates(self, schema: str) -> dict[str, int]:
        """Rows by table, where ANALYZE left them."""
        if self._connection.table_exists(schema, "sqlite_stat1"):
            return dict(self._ask("estimates", schema=schema))
        return {}

    def describe(self, schema: str, name: str) -> RelationDetails:
        relation = next((found for found in self.relations(schema) if found.name == name), None)
        if relation is None:
            raise StatementFailed(server=f"There is no table or view {name} in {schema}.", position=None)
        written = self._ask("definitions", name, schema=schema)
        sources = {(kind, title): sql or "" for kind, title, sql in written}
        has_rows = relation.kind in {"table", "shadow"}
        keys = self._foreign_keys(schema, name) if has_rows else ()
        try:
            columns = self._columns(schema, name, keys)
            if has_rows:
                columns = _with_expressions(columns, sources.get(("table", name), ""))
        except StatementFailed:
            if has_rows:
                raise
            columns = ()  # a view of a table that is gone, or a virtual table whose module is not here
        keyed = sorted((column for column in columns if column.key_position), key=lambda column: column.key_position)
        return RelationDetails(
            relation,
            columns,
            tuple(column.name for column in keyed),
            keys,
            self._indexes(schema, name, sources) if has_rows else (),
            tuple(Trigger(title, sql) for (kind, title), sql in sources.items() if kind == "trigger"),
            sources.get(("view" if relation.kind == "view" else "table", name), ""),
            checks=_checks(sources.get(("table", name), ""), columns) if has_rows else (),
        )

    def table(self, schema: str, name: str) -> SqliteTable:
        details = self.describe(schema, name)
        has_rows = details.relation.kind == "table"
        keys = find_keys(details, self._ask("table_references", name, schema) if has_rows else ())
        return SqliteTable(
            details,
            keys,
            self._collations(details) if has_rows else {},
            str(self._connection.pragma("encoding")),
            lambda expression: self._connection.execute(f"SELECT {expression}").fetchall()[0][0],
        )

    def _collations(self, details: RelationDetails) -> dict[str, str]:
        """By which collation each column is compared."""
        place = details.relation.schema, details.relation.name
        try:
            return {column.name: self._connection.column_metadata(*place, column.name)[1] for column in details.columns}
        except apsw.Error as error:
            raise self._translated(error) from error

    # objects of every kind

    def kinds(self, scope: ObjectScope, schema: str = "", relation: str = "") -> list[ObjectKind]:
        if scope is ObjectScope.SERVER:
            return read_kinds(self._ask, scope, schema)
        found = super().kinds(scope, schema, relation)
        return found + (
            read_kinds(self._ask, scope, schema) if scope is ObjectScope.SCHEMA and self._has(schema) else []
        )

    def _has(self, schema: str) -> bool:
        return any(known.name == schema for known in self.schemas())

    def objects(self, kind: str, schema: str = "", relation: str = "") -> list[CatalogObject]:
        if kind in OF_CONNECTION:
            return [] if schema else read_objects(self._ask, kind, schema)
        if kind == "schema":
            return [CatalogObject(kind, "", known.name, detail=known.detail) for known in self.schemas()]
        if kind in {"index", "trigger"}:
            found = read_objects(self._ask, kind, schema) if self._has(schema) else []
            return [one for one in found if not relation or folded(one.parent) == folded(relation)]
        return super().objects(kind, schema, relation)

    def properties(self, wanted: CatalogObject) -> ObjectProperties:
        if wanted.kind in RELATION_KINDS:
            details = self.describe(wanted.schema, wanted.name)
            return of_relation(self._ask, as_object(details.relation), details, self._known(wanted.schema))
        if wanted.kind not in {"index", "trigger"}:
            found = self.found(wanted)
            if found.kind == "schema":
                return of_schema(self._ask, found)
            facts = [("kind", found.kind), ("table", found.parent), ("detail", found.detail)]
            return ObjectProperties(found, (sections.facts("definition", facts),))
        found = self.found(wanted)
        written = self._ask("definitions", found.parent, schema=found.schema)
        sql = next((sql or "" for kind, title, sql in written if (kind, title) == (found.kind, found.name)), "")
        return of_part(self._ask, found, sql, self._known(found.schema))

    def _known(self, schema: str) -> Known:
        """Relations of one schema."""
        return {folded(name): (kind, name) for name, kind, *_ in self._ask("relations", schema)}

    def _columns(self, schema: str, name: str, keys: tuple[ForeignKey, ...]) -> tuple[CatalogColumn, ...]:
        targets = {
            column.casefold(): f"{key.table}.{target}"
            for key in keys
            for column, target in zip(key.columns, key.references, strict=True)
        }
        return tuple(
            CatalogColumn(
                column,
                kind or "",
                not required,
                default,
                position,
                _GENERATED.get(hidden, ""),
                targets.get(column.casefold(), ""),
            )
            for column, kind, required, default, position, hidden in self._ask("columns", name, schema)
        )

    def _foreign_keys(self, schema: str, name: str) -> tuple[ForeignKey, ...]:
        keys: list[ForeignKey] = []
        for number, rows in groupby(self._ask("foreign_keys", name, schema), key=lambda row: row[0]):
            parts = list(rows)
            table = parts[0][2]
            targets = tuple(part[3] for part in parts)
            if None in targets:
                targets = self._primary_key(schema, table, len(parts))
            columns = tuple(part[1] for part in parts)
            keys.append(ForeignKey(f"fk {number}", columns, table, targets, parts[0][4], parts[0][5]))
        return tuple(keys)

    def _primary_key(self, schema: str, table: str, count: int) -> tuple[str, ...]:
        """The parent's key columns; `rowid` for each where the parent is missing or has none."""
        keyed = sorted((row[4], row[0]) for row in self._ask("columns", table, schema) if row[4])
        return tuple(name for _, name in keyed) if len(keyed) == count else ("rowid",) * count

    def _indexes(self, schema: str, name: str, sources: dict[tuple[str, str], str]) -> tuple[Index, ...]:
        return tuple(
            Index(
                index,
                tuple(
                    (column or "<expression>") + (" DESC" if descending else "")
                    for column, descending in self._ask("index_columns", index, schema)
                ),
                bool(unique),
                bool(partial),
                _ORIGINS.get(origin, origin),
                sources.get(("index", index), ""),
            )
            for index, unique, origin, partial in self._ask("indexes", name, schema)
        )
