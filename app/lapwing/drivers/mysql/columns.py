"""Columns of a result as the server describes them (page_protocol_com_query_response_text_resultset_column_definition).

`type_name` is put together from type, flags, length, decimals and character set, as MariaDB writes it in SHOW CREATE
TABLE. MariaDB says more where EXTENDED_METADATA was agreed upon (mariadb.com/kb/en/result-set-packets).
"""

import struct
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.drivers.mysql.packets import (
    DEPRECATE_EOF,
    EXTENDED_METADATA,
    ProtocolBroken,
    Wire,
    end_packet,
    read_length,
    read_text,
)

MOST_COLUMNS: Final = 65_535
"""Of a result that is shown. The servers have no limit of their own."""
_MOST_ANNOUNCED: Final = 200_000
_MOST_BYTES: Final = 1 << 24
"""Of all definitions of one result together."""
_FACTS: Final = struct.Struct("<HIBHB")
_BINARY_CHARSET: Final = 63
_UNSIGNED, _ZEROFILL, _ENUM, _SET = 0x20, 0x40, 0x100, 0x800
_NO_DECIMALS: Final = 31
"""Decimals of a double or float that was declared without any (NOT_FIXED_DEC)."""
_BYTES_PER_CHARACTER: Final = 4
"""The connection's character set is utf8mb4, in which lengths are given."""

_WHOLE: Final = {1: "tinyint", 2: "smallint", 3: "int", 8: "bigint", 9: "mediumint"}
_BOOLEAN: Final = ("tinyint", 1)
_BYTES_PER_REAL: Final = 4
_REAL: Final = {4: "float", 5: "double"}
_DECIMAL: Final = (0, 246)
_TIMES: Final = {
    **dict.fromkeys((7, 17), "timestamp"),
    **dict.fromkeys((11, 19), "time"),
    **dict.fromkeys((12, 18), "datetime"),
}
_PLAIN: Final = {
    6: "null",
    10: "date",
    14: "date",
    245: "json",
    247: "enum",
    248: "set",
    255: "geometry",
}
_YEAR, _BIT, _VARCHAR, _VAR_STRING, _STRING, _JSON, _GEOMETRY, _VECTOR = 13, 16, 15, 253, 254, 245, 255, 242
_BLOBS: Final = (249, 250, 251, 252)
_STRINGS: Final = (_VARCHAR, _VAR_STRING, _STRING, *_BLOBS)
_SIZES: Final = ((255, "tiny"), (65_535, ""), (16_777_215, "medium"))


@dataclass(frozen=True, slots=True)
class Described:
    """What the server says of a column's type.

    Attributes:
        extended: MariaDB's own name for a type or a format; empty where it gives none.
    """

    charset: int
    length: int
    kind: int
    flags: int
    decimals: int
    extended: str = ""

    @property
    def is_binary(self) -> bool:
        """Whether its values are bytes that are no text."""
        if self.kind in (_BIT, _GEOMETRY, _VECTOR):
            return True
        return self.charset == _BINARY_CHARSET and self.kind in _STRINGS

    @property
    def is_numeric(self) -> bool:
        return self.kind in _WHOLE or self.kind in _REAL or self.kind in _DECIMAL


def read_columns(wire: Wire, count: int) -> tuple[Column, ...]:
    """The definitions of a result's columns, which follow its header; of those that are too many the first ones.

    Raises:
        ProtocolBroken: There are more than any statement can ask for, or they are none.
        ServerRefused, LineGone
    """
    if not 0 < count <= _MOST_ANNOUNCED:
        raise ProtocolBroken(f"It announces a result of {count:,} columns.")
    columns = []
    left = _MOST_BYTES
    for number in range(count):
        payload = wire.packet()
        left -= len(payload)
        if left < 0:
            raise ProtocolBroken("The names of its columns take more than 16 MB.")
        if number < MOST_COLUMNS:
            columns.append(_column(payload, wire))
    if not wire.capabilities & DEPRECATE_EOF:
        end_packet(wire.packet(), wire.capabilities)
    return tuple(columns)


def _column(payload: bytes, wire: Wire) -> Column:
    texts = []
    position = 0
    for _ in range(6):
        text, position = read_text(payload, position)
        texts.append(text)
    _catalog, schema, _alias, table, name, source = texts
    extended = ""
    if wire.capabilities & EXTENDED_METADATA:
        length, position = read_length(payload, position)
        extended = _extended(payload[position : position + length])
        position += length
    size, position = read_length(payload, position)
    if size < _FACTS.size or position + size > len(payload):
        raise ProtocolBroken("The description of a column ends too early.")
    charset, length, kind, flags, decimals = _FACTS.unpack_from(payload, position)
    described = Described(charset, length, kind, flags, decimals, extended)
    place = f"{schema}.{table}" if table else ""
    shown = type_name(described, shows_widths=wire.shows_widths)
    return Column(name, shown, place, source, described.is_numeric, described.is_binary)


def _extended(data: bytes) -> str:
    """The type (0) or the format (1) in MariaDB's extended metadata; a format, such as json, says more."""
    found = {}
    position = 0
    while position < len(data):
        kind = data[position]
        text, position = read_text(data, position + 1)
        found[kind] = text
    return found.get(1) or found.get(0, "")


def type_name(column: Described, *, shows_widths: bool = True) -> str:
    """The type as the server would write it: MySQL since 8.0.19 without the widths of whole numbers."""
    kind = column.kind
    if column.extended:
        return column.extended
    if kind in _WHOLE or kind in _REAL or kind in _DECIMAL:
        return _number_name(column, shows_widths=shows_widths)
    if column.flags & _ENUM:
        return "enum"
    if column.flags & _SET:
        return "set"
    if kind in _TIMES:
        name = _TIMES[kind]
        return f"{name}({column.decimals})" if 0 < column.decimals <= 6 else name
    if kind == _YEAR:
        return f"year({column.length or 4})" if shows_widths else "year"
    if kind == _BIT:
        return f"bit({column.length})"
    if kind in _STRINGS:
        return _string_name(column)
    if kind == _VECTOR:
        return f"vector({column.length // _BYTES_PER_REAL})"
    return _PLAIN.get(kind, f"type {kind}")


def _number_name(column: Described, *, shows_widths: bool) -> str:
    is_unsigned = bool(column.flags & _UNSIGNED)
    if column.kind in _WHOLE:
        name = _WHOLE[column.kind]
        if shows_widths or column.flags & _ZEROFILL or (name, column.length) == _BOOLEAN:
            name = f"{name}({column.length})"
    elif column.kind in _REAL:
        name = _REAL[column.kind]
        if column.decimals < _NO_DECIMALS:
            name = f"{name}({column.length},{column.decimals})"
    else:
        digits = column.length - (column.decimals > 0) - (not is_unsigned)
        name = f"decimal({digits},{column.decimals})"
    return name + (" unsigned" if is_unsigned else "") + (" zerofill" if column.flags & _ZEROFILL else "")


def _string_name(column: Described) -> str:
    is_binary = column.charset == _BINARY_CHARSET
    unit = 1 if is_binary else _BYTES_PER_CHARACTER
    if column.kind in _BLOBS:
        stem = "blob" if is_binary else "text"
        return next((size + stem for most, size in _SIZES if column.length <= most * unit), f"long{stem}")
    stem = ("binary" if is_binary else "char") if column.kind == _STRING else ("varbinary" if is_binary else "varchar")
    return f"{stem}({column.length // unit})"
