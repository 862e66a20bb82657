"""The order of a result's rows by columns, exact: nothing is compared after losing digits.

Order: NULL, then numbers, then text by code point (SQLite's BINARY), then binary; equal cells keep their order. A
descending order is the same with each of these turned round, equal cells still in their order. Where a server sends
the values of a numeric column as text they are compared as the numbers they are, NaN behind all others (as PostgreSQL
has it); dates and times by when they are.
"""

import secrets
from array import array
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lapwing.domain.errors import StatementCancelled
from lapwing.domain.results import Column, SortKey
from lapwing.domain.values import Cell, LongCell, RawText
from lapwing.results.moments import Moment, holds_moments, moment_of
from lapwing.results.source import FileRowSource, whole_cell

if TYPE_CHECKING:
    from numpy.typing import NDArray


def sort_rows(
    source: FileRowSource,
    keys: Sequence[SortKey],
    target: Path,
    stop: Callable[[], bool] = lambda: False,
    only: Sequence[int] | None = None,
) -> int:
    """Write the permutation that orders the announced rows by `keys` to `target`; returns how many rows.

    Takes 8 bytes a row for numbers; for text as much as the column's text. numpy is loaded here. An older order at
    `target` is replaced in one step: who has it open goes on reading the old one.

    Args:
        source: Where the rows are.
        keys: The first is the most important one; none: in the order they came.
        target: The file to write.
        stop: Whether to give up.
        only: The numbers of the rows that are to be there, ascending; None: all.

    Raises:
        IndexError: There is no such column.
        StatementCancelled: `stop` said so.
        OSError: `target` cannot be written.
    """
    import numpy as np

    for key in keys:
        if not 0 <= key.column < len(source.columns):
            raise IndexError(f"There is no column {key.column}.")
    order = np.arange(source.row_count, dtype=np.uint64) if only is None else np.array(only, dtype=np.uint64)
    for number, key in enumerate(reversed(keys)):
        cells = _comparable(read_column(source, key.column, stop), source.columns[key.column])
        if number or only is not None:
            cells = [cells[row] for row in order.tolist()]
        order = order[_order(cells, key.descending, source).astype(np.intp)]
    draft = target.with_name(f"{target.name}.{secrets.token_hex(4)}.new")
    try:
        draft.write_bytes(order.astype("<u8").tobytes())
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return len(order)


def read_column(source: FileRowSource, column: int, stop: Callable[[], bool] = lambda: False) -> list[Cell]:
    """Every announced cell of one column.

    Raises:
        StatementCancelled: `stop` said so.
    """
    cells: list[Cell] = []
    for number, found in enumerate(source.column_pages(column)):
        if number % 256 == 0 and stop():
            raise StatementCancelled
        cells += found
    return cells


def _comparable(cells: list[Any], column: Column) -> list[Any]:
    """Text of a column of numbers, or of points in time, as what it stands for."""
    if column.is_numeric:
        return _as_numbers(cells)
    if not holds_moments(column):
        return cells
    found = [moment_of(cell) if isinstance(cell, str) else cell for cell in cells]
    return (
        cells if any(moment is None and cell is not None for moment, cell in zip(found, cells, strict=True)) else found
    )


def _as_numbers(cells: list[Any]) -> list[Any]:
    """Text of a numeric column as numbers, exactly; the cells as they are when one of them is no number."""
    for number in (int, Decimal):
        try:
            return [number(cell) if isinstance(cell, str) else cell for cell in cells]
        except (ValueError, ArithmeticError):
            continue
    return cells


def _order(cells: list[Cell], descending: bool, source: FileRowSource) -> "NDArray[Any]":
    import numpy as np

    kinds = set(map(type, cells))
    if kinds <= {int, type(None)}:
        numbers = _integers(cells, kinds)
        if numbers is not None:
            return _order_numbers(numbers, descending)
    elif kinds <= {float, type(None)}:
        numbers = np.array([0.0 if cell is None else cell for cell in cells], dtype=np.float64)
        return _with_nulls(numbers, np.array([cell is None for cell in cells]), descending)
    ranked = sorted(range(len(cells)), key=_exact_keys(cells, source).__getitem__, reverse=descending)
    return np.array(ranked, dtype=np.uint64) if ranked else np.empty(0, dtype=np.uint64)


def _integers(cells: list[Any], kinds: set[type]) -> "NDArray[Any] | tuple[NDArray[Any], NDArray[Any]] | None":
    """The cells as 64-bit integers, with a mask of NULLs where there are any; None when one does not fit."""
    import numpy as np

    try:
        if type(None) not in kinds:
            return np.frombuffer(array("q", cells), dtype=np.int64) if cells else np.empty(0, dtype=np.int64)
        values = array("q", [0 if cell is None else cell for cell in cells])
    except OverflowError:
        return None
    return np.frombuffer(values, dtype=np.int64), np.array([cell is None for cell in cells])


def _order_numbers(numbers: Any, descending: bool) -> "NDArray[Any]":
    import numpy as np

    if isinstance(numbers, tuple):
        return _with_nulls(numbers[0], numbers[1], descending)
    return _with_nulls(numbers, np.zeros(len(numbers), dtype=bool), descending)


def _with_nulls(numbers: "NDArray[Any]", nulls: "NDArray[Any]", descending: bool) -> "NDArray[Any]":
    """Stable order of numbers, NULLs first (last when descending)."""
    import numpy as np

    rows = np.arange(len(numbers))
    empty, full = rows[nulls], rows[~nulls]
    values = numbers[~nulls]
    if descending:
        # ties keep their order when the reversed input is sorted and the result reversed
        picked = full[::-1][np.argsort(values[::-1], kind="stable")][::-1]
        return np.concatenate([picked, empty])
    return np.concatenate([empty, full[np.argsort(values, kind="stable")]])


def _exact_keys(cells: list[Cell], source: FileRowSource) -> list[tuple[int, Any]]:
    return list(_keys(cells, source))


def _keys(cells: list[Cell], source: FileRowSource) -> Iterator[tuple[int, Any]]:
    """Keys that Python compares exactly: an int and a float of any size, text by code point, bytes.

    Beside text that is not valid UTF-8 all text is compared by its bytes, which gives valid text the same order.
    """
    has_raw = any(isinstance(cell, RawText) or (isinstance(cell, LongCell) and cell.kind == "raw") for cell in cells)
    for cell in cells:
        whole: Cell | Decimal | Moment = whole_cell(source, cell) if isinstance(cell, LongCell) else cell
        if whole is None:
            yield 0, 0
        elif isinstance(whole, Decimal):
            yield (2, 0) if whole.is_nan() else (1, whole)
        elif isinstance(whole, int | float):
            yield 1, whole
        elif isinstance(whole, tuple):
            yield 2, whole
        elif isinstance(whole, str):
            yield 3, whole.encode() if has_raw else whole
        elif isinstance(whole, RawText):
            yield 3, whole.raw
        else:
            yield 4, whole
