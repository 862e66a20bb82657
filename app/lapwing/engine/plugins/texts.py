"""Cells as plugins are given them."""

from lapwing.domain.values import Cell
from lapwing.formats.cells import real_text


def text_of(cell: Cell) -> str | None:
    """None for NULL; bytes as hexadecimal digits with `\\x` before them."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, float):
        return real_text(cell)
    return f"\\x{cell.hex()}" if isinstance(cell, bytes) else str(cell)
