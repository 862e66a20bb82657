"""INSERT statements: run on a table with the same columns, they give the same values."""

import re
from collections.abc import Callable, Sequence
from itertools import islice
from math import isfinite, isnan
from typing import Final

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.transfer_errors import TableNameMissing
from lapwing.domain.values import Cell, LongCell, RawText, Row
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.cells import real_text
from lapwing.formats.objects import JSON_NUMBER, object_keys
from lapwing.sql.dialect import dialect_named

_UNSAFE: Final = re.compile(r"['\\\0]")
_SAFE_DIGITS: Final = 15
_INT64: Final = 19
_HAS_EXPONENT: Final = re.compile("[eE]")


class SqlFormat(Format):
    """Each statement inserts as many rows as are asked for; the last one fewer."""

    between = b"\n"

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        """Raises TableNameMissing."""
        super().__init__(columns, options)
        if not options.table.strip():
            raise TableNameMissing
        dialect = dialect_named(options.dialect or "ansi")
        self._literals = Literals(dialect.id, dialect.quote_string)
        names = ", ".join(dialect.quote_identifier(key) for key in object_keys(columns))
        self._begin = f"INSERT INTO {options.table.strip()} ({names}) VALUES\n"

    def head(self) -> bytes:
        return b""

    def written(self, rows: Sequence[Row]) -> bytes:
        columns = [
            self._literals.of_column(cells, column)
            for cells, column in zip(zip(*rows, strict=True), self.columns, strict=True)
        ]
        lines = map(", ".join, zip(*columns, strict=True))
        most, place = self.options.rows_per_statement, self.row_count
        parts: list[str] = []
        while group := list(islice(lines, most - place % most)):
            parts.append(",\n" if place % most else (";\n" if place else "") + self._begin)
            parts.append("(" + "),\n(".join(group) + ")")
            place += len(group)
        return "".join(parts).encode("utf-8", "surrogatepass")

    def tail(self) -> bytes:
        return b";\n" if self.row_count else b""


class Literals:
    """Cells as expressions of one dialect whose values they are."""

    def __init__(self, dialect: str, quote: Callable[[str], str]) -> None:
        """`quote` makes an expression of a text."""
        self._dialect = dialect
        self._quote = quote

    def of_column(self, cells: Sequence[Cell], column: Column) -> list[str]:
        """One column's cells; mostly they are texts without a sign that means something, and one look tells."""
        present = [cell for cell in cells if cell is not None]
        if set(map(type, present)) == {str} and not column.is_numeric and not self._is_unsafe(present):
            return ["NULL" if cell is None else f"'{cell}'" for cell in cells]  # type: ignore[str-bytes-safe]
        return [self.of(cell, is_numeric=column.is_numeric) for cell in cells]

    @staticmethod
    def _is_unsafe(cells: Sequence[Cell]) -> bool:
        joined = "".join(cells)  # type: ignore[arg-type]
        return "'" in joined or "\\" in joined or "\0" in joined

    def of(self, cell: Cell, *, is_numeric: bool = False) -> str:
        """One cell."""
        if cell is None:
            return "NULL"
        if isinstance(cell, str):
            return cell if is_numeric and self._stays_number(cell) else self._text(cell)
        if isinstance(cell, bytes):
            return self._binary(cell)
        if isinstance(cell, RawText):
            return self._raw(cell.raw)
        if isinstance(cell, float):
            return self._real(cell)
        return self._text(str(cell)) if isinstance(cell, LongCell) else str(cell)

    def _text(self, text: str) -> str:
        return self._quote(text) if _UNSAFE.search(text) else f"'{text}'"

    def _stays_number(self, text: str) -> bool:
        """Whether the number is the same without quotes. SQLite would round a long one to a double."""
        if not JSON_NUMBER.fullmatch(text):
            return False
        if self._dialect != "sqlite":
            return True
        return len(text) <= _SAFE_DIGITS or (len(text) < _INT64 and text.lstrip("-").isdigit())

    def _real(self, value: float) -> str:
        if isfinite(value):
            text = real_text(value)
            return f"{text}e0" if self._dialect == "mysql" and not _HAS_EXPONENT.search(text) else text
        if self._dialect == "sqlite":
            return "NULL" if isnan(value) else f"{'-' if value < 0 else ''}9e999"
        return "'NaN'" if isnan(value) else f"'{'-' if value < 0 else ''}Infinity'"

    def _binary(self, value: bytes) -> str:
        if self._dialect == "postgresql":
            return f"E'\\\\x{value.hex()}'"
        return f"x'{value.hex()}'"

    def _raw(self, raw: bytes) -> str:
        """Text that is not valid in its encoding, by its bytes."""
        if self._dialect == "sqlite":
            return f"CAST(x'{raw.hex()}' AS TEXT)"
        if self._dialect == "postgresql":
            return "E'" + "".join(f"\\x{byte:02x}" for byte in raw) + "'"
        return f"x'{raw.hex()}'"
