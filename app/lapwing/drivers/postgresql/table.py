"""How statements about the rows of one table are written for PostgreSQL.

Literals have no type of their own: the server reads them as the column's type (a string constant is `unknown` until
then, postgresql.org/docs/current/typeconv.html), so what a person typed is the server's to read.
"""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from lapwing.domain.catalog import RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.table_errors import KeyMissing, KeyNotShared
from lapwing.domain.values import Cell, LongCell, RawText
from lapwing.drivers.table_access import BulkInsert, Keys, Limits, TableAccess, grouped_references, limits_of
from lapwing.sql.dialect import dialect_named

Ask = Callable[[str, Sequence[str | None]], list[tuple[str | None, ...]]]
_SYSTEM: Final = ("pg_catalog", "information_schema", "pg_toast")
_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,100}(?:\.[0-9]{1,100})?")
_WHOLE_TYPES: Final = frozenset({20, 21, 23})
_NUMERIC: Final = 1700
_FLOATS: Final = frozenset({700, 701})
_SAME_WHEN_EQUAL: Final = frozenset(
    {16, 17, 19, 20, 21, 23, 25, 26, 700, 701, 774, 829, 1042, 1043, 1082, 1083, 1114, 1184, 1700, 2950, 3220}
)
"""Types whose `=` tells every two values apart that are shown in different ways, but for zeros behind a point."""
_ORDERED: Final = _SAME_WHEN_EQUAL | {650, 869, 1186}
"""Types whose order is that of operators in pg_catalog, which is searched first."""
_ENUM: Final = "e"
_BOOLEAN: Final = 16
_TRUTH: Final = ("true", "false")
_COPY_ESCAPES: Final = str.maketrans({"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"})
_COPY_LINE: Final = re.compile(r"COPY .*?, \S+ ([0-9]+)(?:,|:|$)", re.MULTILINE)
"""How the context of an error begins that a row caused, in any language of the server's."""


@dataclass(frozen=True, slots=True)
class _Type:
    oid: int
    is_enum: bool
    labels: tuple[str, ...]
    tells_apart: bool
    has_all_digits: bool


@cache
def _query(name: str) -> str:
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def open_table(ask: Ask, details: RelationDetails) -> "PostgresqlTable":
    """The table that was described; raises what asking raises."""
    place = (details.relation.schema, details.relation.name)
    types = {
        str(name): _Type(int(oid or 0), kind == _ENUM, tuple(json.loads(labels or "[]")), apart == "t", digits == "t")
        for name, oid, kind, labels, apart, digits in ask(_query("table_columns"), place)
    }
    key = next((tuple(json.loads(names or "[]")) for (names,) in ask(_query("table_key"), place)), ())
    found = [tuple(map(str, row)) for row in ask(_query("table_references"), place)]
    keys = Keys(
        key,
        references=grouped_references(row[1:] for row in found if row[0] == "t"),
        referenced_by=grouped_references(row[1:] for row in found if row[0] == "f"),
    )
    return PostgresqlTable(details, keys, _limits(details, key), types)


def _limits(details: RelationDetails, key: tuple[str, ...]) -> Limits:
    limits = limits_of(details, key, _SYSTEM)
    if isinstance(limits.table, KeyMissing) and details.primary_key:
        return Limits(KeyNotShared(table=details.relation.name), limits.columns)
    return limits


class PostgresqlTable(TableAccess):
    compares_rows = True
    nulls_last = (True, False)

    def __init__(self, details: RelationDetails, keys: Keys, limits: Limits, types: dict[str, _Type]) -> None:
        choices = {name: _TRUTH if kind.oid == _BOOLEAN else kind.labels for name, kind in types.items()}
        given = {name: values for name, values in choices.items() if values}
        super().__init__(dialect_named("postgresql"), details, keys, limits, given)
        self._types = types

    def literal(self, column: str, cell: Cell) -> str:
        if cell is None:
            return "NULL"
        if isinstance(cell, RawText):
            return _escaped(cell.raw)
        if isinstance(cell, LongCell):
            raise StatementFailed(
                server="A value of which only the beginning is known cannot be written.", position=None
            )
        if isinstance(cell, bytes):
            return self.dialect.quote_string(f"\\x{cell.hex()}")
        text = repr(cell) if isinstance(cell, float) else str(cell)
        kind = self._types.get(column)
        plain = _WHOLE if kind is not None and kind.oid in _WHOLE_TYPES else _DECIMAL
        if kind is not None and kind.oid in _WHOLE_TYPES | {_NUMERIC} and plain.fullmatch(text):
            return text
        return self.dialect.quote_string(text)

    def bulk_insert(self, columns: Sequence[str]) -> BulkInsert | None:
        """COPY in its text format (postgresql.org/docs/current/sql-copy.html)."""
        return BulkInsert(f"COPY {self.full_name} ({', '.join(map(self.quoted, columns))}) FROM STDIN", _copied)

    def row_refused(self, error: StatementFailed) -> int | None:
        found = _COPY_LINE.match(str(error.facts.get("context") or ""))
        return int(found[1]) if found else None

    def as_text(self, column: str) -> str:
        return f"CAST({self.quoted(column)} AS pg_catalog.text)"

    def is_unchanged(self, column: str, cell: Cell) -> str:
        name, kind = self.quoted(column), self._types.get(column)
        is_told = kind is not None and kind.tells_apart and (kind.is_enum or kind.oid in _SAME_WHEN_EQUAL)
        if cell is None:
            return f"{name} IS NULL" if is_told else f"{name} IS NOT DISTINCT FROM NULL"  # of a record all may be NULL
        if is_told and not isinstance(cell, RawText):
            return f"{name} = {self.literal(column, cell)}"
        # the text that the type's output function gives, which is what was read
        return f"""pg_catalog.concat({name}) COLLATE "C" = {self._as_text(column, cell)}"""

    def _as_text(self, column: str, cell: Cell) -> str:
        return self.dialect.quote_string(cell) if isinstance(cell, str) else self.literal(column, cell)

    def is_ordered(self, column: str) -> bool:
        kind = self._types.get(column)
        if kind is None or (kind.oid in _FLOATS and not kind.has_all_digits):
            return False
        return kind.is_enum or kind.oid in _ORDERED


def _copied(cells: Sequence[str | bytes | None]) -> bytes:
    """A line of COPY's text format."""
    texts = (f"\\x{cell.hex()}" if isinstance(cell, bytes) else cell for cell in cells)
    line = "\t".join("\\N" if text is None else text.translate(_COPY_ESCAPES) for text in texts)
    return f"{line}\n".encode("utf-8", "surrogatepass")


def _escaped(raw: bytes) -> str:
    """Text of a database that knows no encoding (SQL_ASCII), byte by byte."""
    plain = "".join(chr(byte) if 0x20 <= byte < 0x7F and byte not in b"'\\" else f"\\x{byte:02x}" for byte in raw)
    return f"E'{plain}'"
