"""How statements about the rows of one table are written for MySQL and MariaDB.

The servers compare text by collations, which take capitals, accents and blanks at the end for the same, and floats as
doubles though they show six digits. So whether a cell is as it was read is asked of its text, byte by byte.
"""

import re
from collections.abc import Callable
from typing import Final

from lapwing.domain.catalog import RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.domain.table_data import KeyReference
from lapwing.domain.table_errors import EngineCannotUndo
from lapwing.domain.values import Cell, ServerDefault
from lapwing.drivers.mysql.literals import literal as cell_literal
from lapwing.drivers.table_access import Keys, Limits, TableAccess, grouped_references, limits_of, unique_key
from lapwing.sql.dialect import dialect_named

Rows = Callable[..., list[tuple[str | None, ...]]]
MOST_OPENED: Final = 2_000
"""MariaDB opens every table of a database to find the keys to one: with more tables nobody waits for that."""
_DENIED: Final = "1227"
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9_]+")
"""Names whose files are called the same."""
_SYSTEM: Final = ("information_schema", "mysql", "performance_schema", "sys")
_OFFSET: Final = re.compile(r"[+-][0-9]{1,2}:[0-9]{2}")
_KIND: Final = re.compile(r"[a-z]+")
_NUMBER: Final = re.compile(r"-?[0-9]{1,100}(?:\.[0-9]{1,100})?")
_LABEL: Final = re.compile(r"'((?:[^']|'')*)'")
_DIGITS: Final = re.compile(r"[0-9]{1,20}")
_WHOLE: Final = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint", "year"})
_EXACT: Final = _WHOLE | {"decimal"}
_FLOATS: Final = frozenset({"float", "double"})
_BYTES: Final = frozenset({"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"})
_TEXTS: Final = frozenset({"char", "varchar", "tinytext", "text", "mediumtext", "longtext"})
_TIMES: Final = frozenset({"date", "datetime", "timestamp", "time"})
_ORDERED: Final = _EXACT | _BYTES | _TEXTS | _TIMES | {"double"}
"""The others are ordered in another way than they compare with what is shown: an enum by its place, a float by digits
that nobody sees."""
_SORTED_CHARACTERS: Final = 128
"""Of text; only so many bytes are sorted by (max_sort_length), at four and more a character."""
_SHAPES: Final = frozenset(
    {"geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon",
     "geometrycollection", "geomcollection"}
)  # fmt: skip
_OWN_BYTES: Final = re.compile(r"\\x((?:[0-9A-Fa-f]{2})+)")
_SRID: Final = re.compile(r"\s*SRID=([0-9]{1,9});", re.IGNORECASE)
_CHANGED: Final = re.compile(r"\bat row ([0-9]+) \((?:1264|1265|1366|1292|1406)\)$")
"""What the server says of values that it cut, rounded or replaced: out of range, truncated, incorrect, too long."""
_UNSAFE: Final = ("\\", "\0")


def open_table(rows: Rows, details: RelationDetails, *, is_mariadb: bool) -> "MysqlTable":
    """The table that was described; `rows` gives those of a query of ours. Raises what asking raises."""
    place = (details.relation.schema, details.relation.name)
    kinds = {column.name: _kind(column.type_name) for column in details.columns}
    unclear = _FLOATS if _is_steady(*rows("table_setting")[0]) else _FLOATS | {"timestamp"}
    key = unique_key(details, lambda column: not column.nullable and kinds[column.name] not in unclear)
    keys = Keys(
        key,
        references=_references(rows("table_references", *place), place[1]),
        referenced_by=_referring(rows, place, is_mariadb=is_mariadb),
    )
    limits = limits_of(details, key, _SYSTEM)
    engine = details.relation.detail.split(",")[0]
    if limits.table is None and (engine,) not in rows("engines"):
        limits = Limits(EngineCannotUndo(table=place[1], engine=engine), limits.columns)
    return MysqlTable(details, keys, limits, kinds, _ORDERED - (unclear - {"double"}), is_mariadb=is_mariadb)


def _references(found: list[tuple[str | None, ...]], table: str) -> tuple[KeyReference, ...]:
    """Those of this very table: names are compared without capitals by some servers."""
    return grouped_references(tuple(map(str, row[1:])) for row in found if row[0] == table)


def _referring(rows: Rows, place: tuple[str, str], *, is_mariadb: bool) -> tuple[KeyReference, ...]:
    """Keys to the table, as far as they can be found soon."""
    if is_mariadb and int(rows("table_count", place[0])[0][0] or 0) > MOST_OPENED:
        return _referring_in_innodb(rows, place)
    return _references(rows("table_referring", *place, place[0]), place[1])


def _referring_in_innodb(rows: Rows, place: tuple[str, str]) -> tuple[KeyReference, ...]:
    """Keys to the table as InnoDB knows them; none where this account may not see that, and none of names that no file
    is called by."""
    if not all(map(_FILE_NAME.fullmatch, place)):
        return ()
    try:
        found = [tuple(map(str, row)) for row in rows("table_referring_innodb", *place)]
    except StatementFailed as error:
        if str(error.facts.get("code")).split(" ")[0] != _DENIED:
            raise
        return ()
    own, parts = "/".join(place), []
    for to, key, source, column, other in found:
        schema, _, table = source.partition("/")
        if to == own and schema == place[0] and _FILE_NAME.fullmatch(table):
            name = re.split("[/\xff]", key)[-1]
            parts.append((f"{source} {key}", name, column, schema, table, other))
    return grouped_references(parts)


def _is_steady(zone: str | None, system_zone: str | None) -> bool:
    """Whether each time is told in one way alone: where clocks are put back, an hour's times mean two moments each."""
    name = (system_zone if zone == "SYSTEM" else zone) or ""
    return _OFFSET.fullmatch(name) is not None or name.upper() in {"UTC", "GMT", "Z", "ETC/UTC"}


def _kind(type_name: str) -> str:
    found = _KIND.match(type_name.lower())
    return found[0] if found else ""


class MysqlTable(TableAccess):
    finds_alternatives = True
    counts_matches = False
    returns_updated = False
    empty_insert = "() VALUES ()"
    locks = " FOR UPDATE"

    def __init__(
        self,
        details: RelationDetails,
        keys: Keys,
        limits: Limits,
        kinds: dict[str, str],
        ordered: frozenset[str],
        *,
        is_mariadb: bool,
    ) -> None:
        choices = {column.name: _choices(column.type_name) for column in details.columns}
        given = {name: values for name, values in choices.items() if values}
        super().__init__(dialect_named("mysql"), details, keys, limits, given)
        self._kinds = kinds
        self._ordered = ordered
        self.returns_inserted = is_mariadb  # MySQL has no RETURNING, MariaDB has it for INSERT and DELETE
        self.inserted_key = "" if is_mariadb else "SELECT LAST_INSERT_ID()"

    def literal(self, column: str, cell: Cell) -> str:
        kind = self._kinds.get(column, "")
        if kind == "bit" and isinstance(cell, bytes):
            return str(int.from_bytes(cell, "big"))
        if isinstance(cell, str):
            numbers = _NUMBER if kind in _EXACT | _FLOATS else _DIGITS if kind == "bit" else None
            if numbers is not None and numbers.fullmatch(cell):
                return f"{cell}e0" if kind in _FLOATS else cell
        return cell_literal(cell)

    def assigned(self, column: str, cell: Cell | ServerDefault, original: Cell = None) -> str:
        if isinstance(cell, str) and self._kinds.get(column) in _SHAPES:
            return _shape(cell)
        return super().assigned(column, cell, original)

    def row_changed(self, notice: str) -> int | None:
        found = _CHANGED.search(notice)
        return int(found[1]) if found else None

    def as_text(self, column: str) -> str:
        return f"CAST({self.quoted(column)} AS CHAR)"

    def text_literal(self, text: str) -> str:
        return cell_literal(text)

    def is_unchanged(self, column: str, cell: Cell) -> str:
        name, kind = self.quoted(column), self._kinds.get(column, "")
        if cell is None:
            return f"{name} IS NULL"
        if isinstance(cell, bytes):
            shown = f"{name} + 0" if kind == "bit" else name if kind in _BYTES else f"CAST({name} AS BINARY)"
            return f"{shown} = {self.literal(column, cell)}"
        if kind in _EXACT or not isinstance(cell, str):
            return f"{name} = {self.literal(column, cell)}"
        if kind in _TIMES | _FLOATS:
            return f"CAST({name} AS CHAR) = {cell_literal(cell)}"
        return f"CAST(CONVERT({name} USING utf8mb4) AS BINARY) = {_as_bytes(cell)}"

    def is_ordered(self, column: str) -> bool:
        return self._kinds.get(column) in self._ordered

    def can_follow(self, column: str, cell: Cell) -> bool:
        kind = self._kinds.get(column)
        if isinstance(cell, str | bytes) and kind in _TEXTS | _BYTES and len(cell) > _SORTED_CHARACTERS:
            return False
        if isinstance(cell, str) and kind in _TIMES - {"time"} and (cell.startswith("0000") or "-00" in cell):
            return False  # no date that the server takes
        return super().can_follow(column, cell)


def _choices(type_name: str) -> tuple[str, ...]:
    """The labels of an enumeration as the server writes its type; what stands for truth of a BOOLEAN."""
    if type_name.lower() == "tinyint(1)":
        return ("1", "0")
    if not type_name.lower().startswith("enum("):
        return ()
    return tuple(label.replace("''", "'") for label in _LABEL.findall(type_name))


def _shape(text: str) -> str:
    """A geometry that a person typed: GeoJSON, WKT (with `SRID=...;` before it where it has one), or the server's own
    bytes as hexadecimal digits behind `\\x`."""
    if text.lstrip().startswith("{"):
        return f"ST_GeomFromGeoJSON({cell_literal(text)})"
    if (own := _OWN_BYTES.fullmatch(text)) is not None:
        return cell_literal(bytes.fromhex(own[1]))
    srid = _SRID.match(text)
    if srid is not None:
        return f"ST_GeomFromText({cell_literal(text[srid.end() :])}, {srid[1]})"
    return f"ST_GeomFromText({cell_literal(text)})"


def _as_bytes(text: str) -> str:
    """A literal that is compared byte by byte."""
    if any(sign in text for sign in _UNSAFE):
        return cell_literal(text.encode("utf-8", "surrogatepass"))
    return f"_binary {cell_literal(text)}"
