"""The rows at the other end of a foreign key, as a condition that a person can read and change."""

from lapwing.domain.errors import RequestInvalid
from lapwing.domain.table_data import FollowKey, RowsElsewhere, cell_of
from lapwing.domain.table_errors import ReferenceEmpty
from lapwing.domain.values import Cell, ServerDefault
from lapwing.drivers.table_access import TableAccess


def rows_elsewhere(there: TableAccess, request: FollowKey) -> RowsElsewhere:
    """The rows of the other table that one row refers to, or that refer to it.

    Raises:
        ReferenceEmpty: One of the values is NULL.
        RequestInvalid: There are more or fewer values than columns.
    """
    reference = request.reference
    if len(request.values) != len(reference.other_columns) or not request.values:
        raise RequestInvalid(operation="table.follow", reason="a value is needed for each column of the key.")
    cells: list[Cell] = []
    for value in request.values:
        cell = cell_of(value)
        if cell is None or isinstance(cell, ServerDefault):
            raise ReferenceEmpty
        cells.append(cell)
    pairs = zip(reference.other_columns, cells, strict=True)
    where = " AND ".join(there.equals(column, cell) for column, cell in pairs)
    return RowsElsewhere(reference.schema, reference.table, where)
