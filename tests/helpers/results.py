"""Results as lists of rows: written to files, and cells of every kind at random."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from lapwing.domain.errors import ResultSpaceUsed
from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, RawText, Row
from lapwing.results.codecs import CELLS
from lapwing.results.layout import EncodedPage
from lapwing.results.source import RowSource, whole_cell
from lapwing.results.writer import ResultWriter


class Room:
    """So many bytes for results; without a number endless."""

    def __init__(self, size_bytes: int | None = None) -> None:
        self.size_bytes = size_bytes
        self.taken_bytes = 0

    def take(self, size_bytes: int) -> None:
        if self.size_bytes is not None and self.taken_bytes + size_bytes > self.size_bytes:
            raise ResultSpaceUsed(used_mb=0, quota_mb=0)
        self.taken_bytes += size_bytes


def columns_for(width: int) -> tuple[Column, ...]:
    """Columns named a, b, c ... as often as wanted; names repeat, as they may."""
    return tuple(Column("abcdefghijklm"[number % 13]) for number in range(width))


def write_result(
    path: Path,
    rows: Sequence[Row],
    batch: int = 64,
    width: int | None = None,
    *,
    columns: Sequence[Column] = (),
    codec: str = CELLS,
    pages: Sequence[EncodedPage] = (),
) -> Path:
    """A complete result file with these rows, appended `batch` at a time, or with these pages of its codec."""
    columns = columns or columns_for(len(rows[0]) if width is None else width)
    writer = ResultWriter(path, columns, Room(), codec)
    for first in range(0, len(rows), batch):
        writer.append(rows[first : first + batch])
    writer.append_pages(pages)
    writer.flush()
    writer.close()
    return path


def whole_rows(source: RowSource, rows: Sequence[Row]) -> list[Row]:
    """The rows with long cells fetched whole."""
    return [tuple(whole_cell(source, cell) if isinstance(cell, LongCell) else cell for cell in row) for row in rows]


def mixed_row(chance: random.Random, number: int, width: int = 4) -> Row:
    """A row of cells of every kind and of sizes that now and then fill pages or lie apart."""
    kinds: list[Callable[[], Cell]] = [
        lambda: None,
        lambda: chance.randint(-(2**63), 2**63 - 1),
        lambda: chance.uniform(-1e300, 1e300),
        lambda: "Straße \0 🐦 " * chance.choice((0, 1, 1, 1, 40, 3_000)),
        lambda: chance.randbytes(chance.choice((0, 3, 3, 3, 900, 40_000, 90_000))),
        lambda: RawText(b"\xff\xfe" + chance.randbytes(chance.choice((0, 5, 5, 70_000)))),
    ]
    return (number, *(chance.choice(kinds)() for _ in range(width - 1)))
