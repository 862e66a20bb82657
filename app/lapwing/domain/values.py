"""What a cell can hold.

A cell is what the server said: `str`, `int`, `float`, `bytes`, None for NULL, or one of the two below. Nothing is
converted on its way to the screen.
"""

import math


class _OwnCell:
    """Compared and shown by its fields.

    No dataclass: msgspec would write one into a page as a map, without asking the codec.
    """

    __slots__: tuple[str, ...] = ()

    def _fields(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, _OwnCell) and self._fields() == other._fields()

    def __hash__(self) -> int:
        return hash(self._fields())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._fields()!r}"


class RawText(_OwnCell):
    """Text whose bytes are not valid in its encoding: kept as sent, shown with visible escapes."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def __str__(self) -> str:
        return self.raw.decode("utf-8", "backslashreplace")


class LongCell(_OwnCell):
    """A cell too large to lie among the others: its start, and where in the result file the whole of it is.

    Attributes:
        start: Enough to show: at most `PREVIEW_CHARS` characters, or as many bytes.
        offset: Byte offset in the result file.
        kind: `text`, `raw` (text that is not valid UTF-8) or `blob`.
    """

    __slots__ = ("kind", "offset", "size_bytes", "start")

    def __init__(self, start: str | bytes, offset: int, size_bytes: int, kind: str) -> None:
        self.start = start
        self.offset = offset
        self.size_bytes = size_bytes
        self.kind = kind

    def __str__(self) -> str:
        return self.start if isinstance(self.start, str) else hex_text(self.start)


class ServerDefault(_OwnCell):
    """What the server puts where no value is given: in a row that is not in its table yet. No result holds it."""

    __slots__ = ()

    def __str__(self) -> str:
        return "DEFAULT"


Cell = str | int | float | bytes | RawText | LongCell | ServerDefault | None
Row = tuple[Cell, ...]

PREVIEW_CHARS = 1024


def hex_text(blob: bytes) -> str:
    """Binary as text: `0x` and two digits a byte; empty binary is `0x`."""
    return "0x" + blob.hex().upper()


def real_text(value: float) -> str:
    """The shortest text that reads back as the same double; `Inf` and `-Inf` as SQLite writes them."""
    if math.isinf(value):
        return "Inf" if value > 0 else "-Inf"
    return repr(value)


def cell_text(cell: Cell) -> str:
    """The exact text of a cell, as grid, clipboard and export show it; NULL is the empty text.

    A `LongCell` gives its start only: who copies or exports fetches the whole of it first.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float):
        return real_text(cell)
    if isinstance(cell, bytes):
        return hex_text(cell)
    return str(cell)


def storage_class(cell: Cell) -> str:
    """SQLite's name for how the cell is stored: null, integer, real, text or blob."""
    if isinstance(cell, LongCell):
        return "blob" if cell.kind == "blob" else "text"
    names = {int: "integer", float: "real", str: "text", RawText: "text", bytes: "blob"}
    return "null" if cell is None else names[type(cell)]
