"""Which rows of a result fulfil conditions: what the quick filter of a grid shows."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from lapwing.domain.errors import StatementCancelled
from lapwing.domain.results import Column, RowCondition, RowTest
from lapwing.domain.values import Cell, LongCell, cell_text
from lapwing.results.finding import find_rows, text_test
from lapwing.results.moments import holds_moments, moment_of
from lapwing.results.source import FileRowSource, whole_cell

CellTest = Callable[[Cell], bool]
_ORDERS: Final[dict[RowTest, Callable[[Any, Any], bool]]] = {
    RowTest.EQUAL: lambda left, right: bool(left == right),
    RowTest.NOT_EQUAL: lambda left, right: bool(left != right),
    RowTest.LESS: lambda left, right: bool(left < right),
    RowTest.LESS_OR_EQUAL: lambda left, right: bool(left <= right),
    RowTest.GREATER: lambda left, right: bool(left > right),
    RowTest.GREATER_OR_EQUAL: lambda left, right: bool(left >= right),
}


def matching_rows(
    source: FileRowSource, conditions: Sequence[RowCondition], stop: Callable[[], bool] = lambda: False
) -> list[int]:
    """Numbers of the announced rows that fulfil every condition, ascending.

    Raises:
        IndexError: There is no such column.
        StatementCancelled: `stop` said so.
        OSError, ResultBroken: The result cannot be read.
    """
    total = source.row_count
    kept = bytearray(b"\1") * total
    for condition in conditions:
        found = bytearray(total)
        for row in _rows_of(source, condition, stop):
            found[row] = kept[row]
        kept = found
    return [row for row in range(total) if kept[row]]


def _rows_of(source: FileRowSource, condition: RowCondition, stop: Callable[[], bool]) -> Sequence[int]:
    column = condition.column
    if condition.test is RowTest.CONTAINS:
        return list(find_rows(source, condition.value, column, stop=stop))
    assert column is not None  # a condition says so itself
    if not 0 <= column < len(source.columns):
        raise IndexError(f"There is no column {column}.")
    test = _cell_test(source, condition, source.columns[column])
    found: list[int] = []
    row = 0
    for number, cells in enumerate(source.column_pages(column)):
        if number % 256 == 0 and stop():
            raise StatementCancelled
        found += [place for place, cell in enumerate(cells, row) if test(cell)]
        row += len(cells)
    return found


def _cell_test(source: FileRowSource, condition: RowCondition, column: Column) -> CellTest:
    """What a cell of the column is asked."""
    value, test = condition.value, condition.test
    if test is RowTest.IS_NULL:
        return lambda cell: cell is None
    if test is RowTest.NOT_NULL:
        return lambda cell: cell is not None
    if test is RowTest.NOT_CONTAINS:
        contains = text_test(value, match_case=False)
        return lambda cell: cell is None or not contains(_text(source, cell))
    compare = _ORDERS[test]
    wanted = _number(value)
    when = moment_of(value) if holds_moments(column) else None
    of_null = test is RowTest.NOT_EQUAL

    def holds(cell: Cell) -> bool:
        if cell is None:
            return of_null
        if type(cell) is str and cell == value:
            return compare(0, 0)
        if wanted is not None and (column.is_numeric or isinstance(cell, int | float)):
            number = _number(cell)
            if number is not None:
                return compare(number, wanted)
        text = _text(source, cell)
        moment = moment_of(text) if when is not None else None
        return compare(text, value) if moment is None else compare(moment, when)

    return holds


def _text(source: FileRowSource, cell: Cell) -> str:
    return cell_text(whole_cell(source, cell) if isinstance(cell, LongCell) else cell)


def _number(cell: Cell) -> tuple[int, Decimal | int] | None:
    """The number that a cell is, or is written as; NaN behind all others, as `results.sorting` has it."""
    if isinstance(cell, int):
        return 0, cell
    try:
        found = Decimal(cell_text(cell)) if isinstance(cell, str | float) else None
    except InvalidOperation:
        return None
    if found is not None and found.is_nan():
        return 1, 0
    return None if found is None else (0, found)
