"""What a cell can hold.

A cell is what the server said: `str`, `int`, `float`, `bytes`, None for NULL, or one of the two below. Nothing is
converted on its way to the screen.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawText:
    """Text whose bytes are not valid in its encoding: kept as sent, shown with visible escapes."""

    raw: bytes

    def __str__(self) -> str:
        return self.raw.decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class LongCell:
    """A cell too large to lie among the others: its start, and where in the result file the whole of it is."""

    start: str | bytes
    """Enough to show: at most `PREVIEW_CHARS` characters, or as many bytes."""
    offset: int
    """Byte offset in the result file."""
    size_bytes: int
    kind: str
    """`text`, `raw` (text that is not valid UTF-8) or `blob`."""

    def __str__(self) -> str:
        return self.start if isinstance(self.start, str) else hex_text(self.start)


Cell = str | int | float | bytes | RawText | LongCell | None
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
