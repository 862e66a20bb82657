"""How statements about the rows of one table are written for databases that SQLAlchemy has a dialect for."""

import re
from collections.abc import Callable
from typing import Final

from lapwing.domain.catalog import CatalogColumn, RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.domain.table_data import KeyReference
from lapwing.domain.table_errors import ColumnTypeUnwritten, ServerNotEditable
from lapwing.domain.values import Cell, LongCell, RawText
from lapwing.drivers.table_access import Keys, Limits, TableAccess, limits_of, unique_key
from lapwing.sql.dialect import dialect_named
from lapwing.sql.literals import standard_literal

_SPOKEN: Final = {
    "cockroachdb": "postgresql",
    "duckdb": "postgresql",
    "mariadb": "mysql",
    "mysql": "mysql",
    "postgresql": "postgresql",
    "redshift": "postgresql",
    "snowflake": "ansi",
    "sqlite": "sqlite",
}
"""SQLAlchemy's dialects that have LIMIT ... OFFSET, and how their texts are cut into words."""
_NUMBER: Final = re.compile(r"-?[0-9]{1,100}(?:\.[0-9]{1,100})?")


def references_of(details: RelationDetails) -> tuple[KeyReference, ...]:
    """What its rows refer to."""
    schema = details.relation.schema
    return tuple(KeyReference(key.name, key.columns, schema, key.table, key.references) for key in details.foreign_keys)


class GenericTable(TableAccess):
    """A table that is only shown: nothing is known of how such a server writes values. Rows are counted off."""

    def __init__(self, dialect: str, quote: Callable[[str], str], details: RelationDetails) -> None:
        """
        Args:
            dialect: SQLAlchemy's name of it.
            quote: From a name to what is written.
        """
        key = unique_key(details, lambda column: not column.nullable)
        keys = Keys(key, references=references_of(details))
        super().__init__(dialect_named(_SPOKEN.get(dialect, "ansi")), details, keys, Limits(ServerNotEditable()))
        self.limits_rows = dialect in _SPOKEN
        self._quote = quote

    @property
    def full_name(self) -> str:
        relation = self.facts.details.relation
        return ".".join(self._quote(name) for name in (relation.schema, relation.name) if name)

    def quoted(self, column: str) -> str:
        return self._quote(column)

    def literal(self, column: str, cell: Cell) -> str:
        return _literal(cell)

    def is_ordered(self, column: str) -> bool:
        return False


def _literal(cell: Cell) -> str:
    if cell is None:
        return "NULL"
    if isinstance(cell, bytes | RawText | LongCell):
        raise StatementFailed(server="How such a value is written here is not known.", position=None)
    return standard_literal(cell) if isinstance(cell, str) else repr(cell)


_WHOLE: Final = frozenset(
    f"{sign}{size}" for sign in ("", "U") for size in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
)
_WRITTEN: Final = _WHOLE | {
    "DECIMAL",
    "VARCHAR",
    "BOOLEAN",
    "DATE",
    "TIME",
    "TIMESTAMP",
    "DOUBLE",
    "FLOAT",
    "BLOB",
    "UUID",
}
"""Types of DuckDB whose values are read back exactly from what is shown of them."""
_DUCKDB_SYSTEM: Final = ("information_schema", "pg_catalog")


def _kind(column: CatalogColumn) -> str:
    return column.type_name.upper().partition("(")[0] if "[" not in column.type_name else ""


class DuckdbTable(TableAccess):
    finds_alternatives = True  # it reads everything anyway
    nulls_last = (True, True)

    def __init__(self, details: RelationDetails, referenced_by: tuple[KeyReference, ...]) -> None:
        self._kinds = {column.name: _kind(column) for column in details.columns}
        key = unique_key(details, lambda column: not column.nullable and _kind(column) in _WRITTEN)
        keys = Keys(key, references=references_of(details), referenced_by=referenced_by)
        limits = limits_of(details, key, _DUCKDB_SYSTEM)
        unwritten = {
            column.name: ColumnTypeUnwritten(column=column.name, type=column.type_name)
            for column in details.columns
            if _kind(column) not in _WRITTEN
        }
        limits = Limits(limits.table, {**unwritten, **limits.columns})
        truth = {name: ("true", "false") for name, kind in self._kinds.items() if kind == "BOOLEAN"}
        super().__init__(dialect_named("postgresql"), details, keys, limits, truth)

    def order_item(self, column: str, *, descending: bool) -> str:
        return f"{super().order_item(column, descending=descending)} NULLS LAST"

    def literal(self, column: str, cell: Cell) -> str:
        kind = self._kinds.get(column, "")
        if isinstance(cell, bytes):
            return "'" + "".join(f"\\x{byte:02X}" for byte in cell) + "'::BLOB"
        if isinstance(cell, str) and kind in _WHOLE | {"DECIMAL"} and _NUMBER.fullmatch(cell):
            return cell
        return standard_literal(repr(cell)) if isinstance(cell, float) else _literal(cell)

    def is_unchanged(self, column: str, cell: Cell) -> str:
        return self.equals(column, cell) if self._kinds.get(column) in _WRITTEN else ""

    def is_ordered(self, column: str) -> bool:
        return self._kinds.get(column) in _WRITTEN
