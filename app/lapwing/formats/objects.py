"""Rows as JSON objects, for `json` and `ndjson`.

No number is ever rounded by who reads them: integers beyond 2^53, which JavaScript and others read as the nearest
double, and reals that JSON has no number for (`Inf`) are texts.
"""

from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Final, cast

import msgspec

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, Row
from lapwing.formats.cells import cell_text

_SAFE: Final = 1 << 53
_encoder: Final = msgspec.json.Encoder()


def object_keys(columns: Sequence[Column]) -> Iterator[str]:
    """A key for each column: its name, or, where that is taken, the name with `_2`, `_3`, ..."""
    names = {column.name for column in columns}
    numbers: dict[str, int] = {}
    taken: set[str] = set()
    for column in columns:
        key, number = column.name, numbers.get(column.name, 1)
        while key in taken or (number > 1 and key in names):
            number += 1
            key = f"{column.name}_{number}"
        numbers[column.name] = number
        taken.add(key)
        yield key


def object_lines(keys: Sequence[str], rows: Sequence[Row]) -> bytes:
    """Each row as an object on a line of its own; every line has its end."""
    columns = [_exact(cells) for cells in zip(*rows, strict=True)]
    return _encoder.encode_lines([dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)])


def _exact(cells: Sequence[Cell]) -> Sequence[Cell]:
    """One column's cells as JSON can say them; mostly all are of one type, and then one call looks at them all."""
    kinds = set(map(type, cells))
    if kinds == {str} or (kinds <= {int, float} and _all_safe(cast("Sequence[float]", cells))):
        return cells
    return [_safe(cell) for cell in cells]


def _all_safe(numbers: Sequence[float]) -> bool:
    """Whether none is rounded. Reals beyond 2^53 count as unsafe here, which costs them time only."""
    return min(numbers) >= -_SAFE and max(numbers) <= _SAFE and isfinite(sum(numbers))


def _safe(cell: Cell) -> str | int | float | None:
    if cell is None or type(cell) is str:
        return cell
    if type(cell) is int:
        return cell if -_SAFE <= cell <= _SAFE else str(cell)
    if type(cell) is float and isfinite(cell):
        return cell
    return cell_text(cell)
