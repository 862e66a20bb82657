"""How statements about the rows of one table are written for SQLite.

A column has an affinity, not a type (sqlite.org/datatype3.html): text that looks like a number becomes one where the
column wants that. Where it wants nothing, a cell stays of the kind that it was.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import Any, Final

from lapwing.domain.catalog import CatalogColumn, RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.domain.table_data import KeyReference
from lapwing.domain.values import Cell, LongCell, RawText, ServerDefault, storage_class
from lapwing.drivers.table_access import Keys, TableAccess, grouped_references, limits_of, unique_key
from lapwing.sql.dialect import dialect_named

ROWID_NAMES: Final = ("rowid", "_rowid_", "oid")
_PLAIN_INT: Final = re.compile(r"-?(?:[1-9][0-9]{0,17}|0)")
_PLAIN_REAL: Final = re.compile(r"-?[0-9]{1,300}\.[0-9]{1,300}(?:[eE][+-]?[0-9]{1,3})?")
_WORD: Final = re.compile(r"[A-Za-z_]\w*")
_VALUE_WORDS: Final = frozenset({"NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"})
_UTF8: Final = "UTF-8"


class Affinity(Enum):
    """What a column makes of what is stored in it."""

    NONE = auto()
    TEXT = auto()
    NUMBER = auto()
    """Whole numbers, reals, or either."""


def affinity_of(declared: str, *, strict: bool) -> Affinity:
    """By the rules of sqlite.org/datatype3.html, section 3.1."""
    kind = declared.upper()
    if "INT" in kind:
        return Affinity.NUMBER
    if any(word in kind for word in ("CHAR", "CLOB", "TEXT")):
        return Affinity.TEXT
    if not kind or "BLOB" in kind or (strict and kind == "ANY"):
        return Affinity.NONE
    return Affinity.NUMBER


def find_keys(details: RelationDetails, referring: Sequence[Sequence[Any]]) -> Keys:
    """The keys of a table, and those to it as `table_references.sql` gives them."""
    own, hidden = _own_key(details)
    schema = details.relation.schema
    names = {column.name.casefold(): column.name for column in details.columns}
    references = tuple(
        KeyReference(
            key.name, tuple(names.get(c.casefold(), c) for c in key.columns), schema, key.table, key.references
        )
        for key in details.foreign_keys
    )
    rows = []
    for table, number, column, target, place in referring:
        if target is None and place < len(details.primary_key):
            target = details.primary_key[place]
        here = names.get(str(target).casefold(), str(target))
        rows.append((f"{number} {table}", f"fk {number}", here, schema, table, column))
    return Keys(own, hidden, references, grouped_references(rows))


def _own_key(details: RelationDetails) -> tuple[tuple[str, ...], str]:
    """The columns of the key; a row's own number where no other key is without NULLs, under a name that is free."""
    relation = details.relation
    if relation.kind != "table":
        return (), ""
    has_rowid = "WITHOUT ROWID" not in relation.detail
    is_number = has_rowid and not any(index.origin == "primary key" for index in details.indexes)

    def is_required(column: CatalogColumn) -> bool:
        is_alias = is_number and details.primary_key == (column.name,)
        return not column.nullable or is_alias or (not has_rowid and column.key_position > 0)

    key = unique_key(details, is_required)
    taken = {column.name.casefold() for column in details.columns}
    hidden = next((name for name in ROWID_NAMES if name not in taken), "") if has_rowid and not key else ""
    return (key, "") if key else ((hidden,) if hidden else (), hidden)


class SqliteTable(TableAccess):
    compares_rows = True
    has_defaults = False

    def __init__(
        self,
        details: RelationDetails,
        keys: Keys,
        collations: Mapping[str, str],
        encoding: str,
        read_back: Callable[[str], object],
    ) -> None:
        """
        Args:
            collations: Of each column.
            encoding: The database's.
            read_back: From an expression to its value: SQLite does not read every decimal number to its last bit.
        """
        super().__init__(dialect_named("sqlite"), details, keys, limits_of(details, keys.own))
        strict = "STRICT" in details.relation.detail
        self._affinities = {column.name: affinity_of(column.type_name, strict=strict) for column in details.columns}
        self._collations = collations
        self._encoding = encoding
        self._read_back = read_back

    def literal(self, column: str, cell: Cell) -> str:
        if isinstance(cell, LongCell):
            raise StatementFailed(
                server="A value of which only the beginning is known cannot be written.", position=None
            )
        if isinstance(cell, float):
            return self._real(cell)
        if isinstance(cell, bytes):
            return f"x'{cell.hex()}'"
        if isinstance(cell, RawText):
            return f"CAST(x'{self._stored(cell).hex()}' AS TEXT)"
        return "NULL" if cell is None else self.dialect.quote_string(cell) if isinstance(cell, str) else str(cell)

    def _stored(self, cell: RawText) -> bytes:
        """The bytes of a text that is not valid, in the database's own encoding."""
        if self._encoding == _UTF8:
            return cell.raw
        return cell.raw.decode("utf-8", "surrogatepass").encode(self._encoding, "surrogatepass")

    def _real(self, value: float) -> str:
        if math.isinf(value):
            return "9e999" if value > 0 else "-9e999"
        mantissa, exponent = math.frexp(value)
        whole = int(mantissa * (1 << 53))
        scale = exponent - 53
        halves = (scale // 2, scale - scale // 2)
        exact = f"({whole} * {2.0 ** halves[0]!r} * {2.0 ** halves[1]!r})"
        for text in (repr(value), f"{value:.25e}", exact):
            if self._read_back(text) == value:
                return text
        raise StatementFailed(server=f"SQLite has no way to write {value!r} exactly.", position=None)

    def assigned(self, column: str, cell: Cell | ServerDefault, original: Cell = None) -> str:
        if isinstance(cell, ServerDefault):
            return self._default(self.columns[column].default)
        if not isinstance(cell, str):
            return self.literal(column, cell)
        affinity = self._affinities.get(column, Affinity.NONE)
        is_number = affinity is Affinity.NUMBER or (affinity is Affinity.NONE and isinstance(original, int | float))
        if is_number and _PLAIN_INT.fullmatch(cell):
            return cell
        if affinity is Affinity.NONE and isinstance(original, int | float) and _PLAIN_REAL.fullmatch(cell):
            return cell
        return self.literal(column, cell)

    def _default(self, default: str | None) -> str:
        """A column's default as an expression: a bare word and a name in quotes stand for texts there."""
        if default is None:
            return "NULL"
        if _WORD.fullmatch(default) and default.upper() not in _VALUE_WORDS:
            return self.dialect.quote_string(default)
        if default.startswith('"') and default.endswith('"') and len(default) > 1:
            return self.dialect.quote_string(default[1:-1].replace('""', '"'))
        return f"({default})"

    def as_text(self, column: str) -> str:
        return f"CAST({self.quoted(column)} AS TEXT)"

    def is_unchanged(self, column: str, cell: Cell) -> str:
        name = self.quoted(column)
        if cell is None:
            return f"{name} IS NULL"
        if isinstance(cell, RawText):
            return f"CAST({name} AS BLOB) = x'{self._stored(cell).hex()}'"
        if isinstance(cell, str) and self._collations.get(column, "BINARY").upper() != "BINARY":
            name += " COLLATE BINARY"
        same = f"{name} = {self.literal(column, cell)}"
        if isinstance(cell, int | float) and self._affinities.get(column) is Affinity.NONE:
            return f"({same} AND typeof({name}) = '{storage_class(cell)}')"
        return same

    def is_ordered(self, column: str) -> bool:
        return True

    def can_follow(self, column: str, cell: Cell) -> bool:
        return not isinstance(cell, RawText) and super().can_follow(column, cell)
