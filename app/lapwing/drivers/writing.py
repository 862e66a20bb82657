"""The usual statements for an object, as text: nothing here asks a server."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from lapwing.domain.catalog import CatalogColumn, CatalogObject, ObjectStatement, RelationDetails, StatementKind
from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.dialect import Dialect, dialect_named

_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*")
"""What every dialect reads back as it is written. Capitals are quoted: some servers would fold them."""
_WRITABLE: Final = {"table", "partition", "foreign table", "virtual"}
_READABLE: Final = _WRITABLE | {"view", "materialized view", "shadow"}


@dataclass(frozen=True, slots=True)
class Writing:
    """How statements are written for one kind of server.

    Attributes:
        dialect_id: Of its SQL.
        drops: By kind of object, the words that drop it.
        cascades: Kinds whose DROP can take along what depends on it.
        on_table: Kinds that are dropped from their table: `DROP TRIGGER a ON b`.
        without_schema: Kinds whose names have no schema there, though they lie in one.
        truncate: The words that empty a table.
        truncate_cascades: Whether that can take along the tables that refer to it.
        signatures: Whether a routine is dropped with its arguments.
        no_columns: What stands in an INSERT without a column.
        system_schemas: Schemas whose objects are only read.
    """

    dialect_id: str
    drops: Mapping[str, str]
    cascades: frozenset[str] = frozenset()
    on_table: frozenset[str] = frozenset()
    without_schema: frozenset[str] = frozenset()
    truncate: str = "DELETE FROM"
    truncate_cascades: bool = False
    signatures: bool = False
    no_columns: str = "DEFAULT VALUES"
    system_schemas: frozenset[str] = field(default_factory=frozenset)

    @property
    def dialect(self) -> Dialect:
        return dialect_named(self.dialect_id)

    def quoted(self, name: str) -> str:
        """`name` as it is where that means the same, otherwise in quotes."""
        if _PLAIN.fullmatch(name) and name.upper() not in self.dialect.keywords:
            return name
        return self.dialect.quote_identifier(name)

    def full_name(self, schema: str, name: str) -> str:
        """A name with its schema, where it lies in one."""
        return f"{self.quoted(schema)}.{self.quoted(name)}" if schema else self.quoted(name)

    def statements(
        self, wanted: CatalogObject, details: RelationDetails | None, *, cascade: bool
    ) -> Iterator[ObjectStatement]:
        """What makes sense for it; `details` are those of a relation."""
        place = wanted.name if wanted.kind == "schema" else wanted.schema
        is_ours = place.lower() not in self.system_schemas
        if details is not None and wanted.kind in _READABLE:
            yield from self._for_relation(wanted, details, changes=is_ours and wanted.kind in _WRITABLE)
        if is_ours and wanted.kind in {"table", "partition"}:
            yield self._emptied(wanted, cascade=cascade)
        if is_ours and wanted.kind in self.drops:
            yield self._dropped(wanted, cascade=cascade)

    def call(
        self, wanted: CatalogObject, arguments: Sequence[str], *, is_query: bool, is_value: bool = False
    ) -> ObjectStatement:
        """A statement that calls a routine.

        Args:
            arguments: Their names, empty where they have none.
            is_query: Whether it is called in the FROM of a SELECT.
            is_value: Whether it is called as an expression; else by CALL.
        """
        name, places = self.full_name(wanted.schema, wanted.name), ", ".join(self._places(arguments))
        sql = f"SELECT {name}({places})" if is_value else f"CALL {name}({places})"
        if is_query:
            sql = f"SELECT * FROM {name}({places})"
        return ObjectStatement(StatementKind.CALL, sql)

    def _for_relation(
        self, wanted: CatalogObject, details: RelationDetails, *, changes: bool
    ) -> Iterator[ObjectStatement]:
        name = self.full_name(wanted.schema, wanted.name)
        shown = [column for column in details.columns if column.generated != "hidden"]
        listed = ",\n       ".join(self.quoted(column.name) for column in shown) or "*"
        yield ObjectStatement(StatementKind.SELECT, f"SELECT {listed}\nFROM {name}")
        if not changes:
            return
        filled = [column for column in shown if column.generated == ""]
        places = self._places([column.name for column in filled])
        if filled:
            columns = ", ".join(self.quoted(column.name) for column in filled)
            insert = f"INSERT INTO {name} ({columns})\nVALUES ({', '.join(places)})"
        else:
            insert = f"INSERT INTO {name} {self.no_columns}"
        yield ObjectStatement(StatementKind.INSERT, insert)
        where = self._where(shown, details.primary_key)
        changed = [column for column in filled if not column.key_position] or filled
        if changed and where:
            taken = self._places([column.name for column in changed])
            pairs = (f"{self.quoted(column.name)} = {place}" for column, place in zip(changed, taken, strict=True))
            yield ObjectStatement(StatementKind.UPDATE, f"UPDATE {name}\nSET " + ",\n    ".join(pairs) + f"\n{where}")
        if where:
            yield ObjectStatement(StatementKind.DELETE, f"DELETE FROM {name}\n{where}")

    def _where(self, columns: Sequence[CatalogColumn], key: Sequence[str]) -> str:
        """One row by its key, or by all that is in it where it has none."""
        names = list(key) or [column.name for column in columns]
        places = self._places([f"old_{name}" for name in names], otherwise="old")
        pairs = (f"{self.quoted(name)} = {place}" for name, place in zip(names, places, strict=True))
        return "WHERE " + "\n  AND ".join(pairs) if names else ""

    @staticmethod
    def _places(names: Sequence[str], otherwise: str = "value") -> list[str]:
        """A named parameter for each; one whose name cannot be a parameter's has a number."""
        taken: set[str] = set()
        places = []
        for number, name in enumerate(names, 1):
            word = name.lower()
            word = word if _PLAIN.fullmatch(word) else f"{otherwise}{number}"
            while word in taken:
                word += f"_{number}"
            taken.add(word)
            places.append(f":{word}")
        return places

    def _emptied(self, wanted: CatalogObject, *, cascade: bool) -> ObjectStatement:
        sql = f"{self.truncate} {self.full_name(wanted.schema, wanted.name)}"
        sql += " CASCADE" if cascade and self.truncate_cascades else ""
        return ObjectStatement(StatementKind.TRUNCATE, sql, self.truncate_cascades)

    def _dropped(self, wanted: CatalogObject, *, cascade: bool) -> ObjectStatement:
        can_cascade = wanted.kind in self.cascades
        table = self.full_name(wanted.schema, wanted.parent)
        if wanted.kind == "constraint":
            name = f"ALTER TABLE {table} {self.drops[wanted.kind]} {self.quoted(wanted.name)}"
        elif wanted.kind in self.on_table:
            name = f"{self.drops[wanted.kind]} {self.quoted(wanted.name)} ON {table}"
        else:
            schema = "" if wanted.kind in self.without_schema else wanted.schema
            name = f"{self.drops[wanted.kind]} {self._identity(wanted, schema)}"
        return ObjectStatement(StatementKind.DROP, name + (" CASCADE" if cascade and can_cascade else ""), can_cascade)

    def _identity(self, wanted: CatalogObject, schema: str) -> str:
        name = self.full_name(schema, wanted.name)
        if wanted.kind == "user":
            return f"{name}@{self.quoted(wanted.signature)}"
        if wanted.kind not in {"function", "procedure", "aggregate"} or not self.signatures:
            return name
        return f"{name}({wanted.signature or ('*' if wanted.kind == 'aggregate' else '')})"
