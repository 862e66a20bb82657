"""The bytes of a value, read piece by piece however long it is. No Qt here."""

from typing import Protocol

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, RawText, cell_text
from lapwing.results.source import RowSource


class ByteSource(Protocol):
    """Bytes by their places. Any thread.

    Attributes:
        size: How many there are.
    """

    size: int

    def read(self, start: int, length: int) -> bytes:
        """So many bytes, fewer at the end.

        Raises:
            OSError, ValueError: They cannot be read.
        """
        ...


class _InMemory:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def read(self, start: int, length: int) -> bytes:
        return self._data[start : start + length]


class _LyingApart:
    def __init__(self, source: RowSource, cell: LongCell) -> None:
        self._source = source
        self._cell = cell
        self.size = cell.size_bytes

    def read(self, start: int, length: int) -> bytes:
        return self._source.long_cell(self._cell, start, length) if start < self.size else b""


class _WrittenAsHex:
    r"""What PostgreSQL writes as `\x0aff`."""

    def __init__(self, written: ByteSource) -> None:
        self._written = written
        self.size = (written.size - 2) // 2

    def read(self, start: int, length: int) -> bytes:
        return bytes.fromhex(self._written.read(2 + 2 * start, 2 * length).decode("ascii"))


def bytes_of(source: RowSource, cell: Cell, column: Column) -> ByteSource:
    """The bytes of a value: binary as it is, text in UTF-8 as it was sent. Of NULL there are none."""
    written: ByteSource
    if isinstance(cell, LongCell):
        written = _LyingApart(source, cell)
        start = str(cell.start)
    elif isinstance(cell, bytes):
        return _InMemory(cell)
    else:
        raw = cell.raw if isinstance(cell, RawText) else cell_text(cell).encode("utf-8", "surrogatepass")
        written, start = _InMemory(raw), cell_text(cell)[:2]
    is_hex = column.type_name.lower() == "bytea" and start.startswith("\\x") and written.size % 2 == 0
    return _WrittenAsHex(written) if is_hex else written


def is_binary(cell: Cell, column: Column) -> bool:
    """Whether a value is bytes that are no text."""
    if isinstance(cell, LongCell):
        return cell.kind == "blob" or column.type_name.lower() == "bytea"
    return isinstance(cell, bytes) or (cell is not None and column.type_name.lower() == "bytea")
