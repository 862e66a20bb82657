"""The order of a table's rows, and the statement that asks for those behind a given one.

An order always ends with the table's key, so that no two rows are at the same place. The rows behind the last one read
are then those whose values come behind its values: a search in an index wherever there is one, and never a row twice or
none, whoever changes the table meanwhile.
"""

from collections.abc import Iterator, Mapping, Sequence

from lapwing.domain.errors import RequestInvalid
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.table_data import ColumnSort
from lapwing.domain.values import Cell
from lapwing.drivers.table_access import TableAccess
from lapwing.engine.table.boxes import ORDER_BY, WHERE, OrderEntry, Written, condition, order_entries

Values = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Ordering:
    """An order of rows.

    Attributes:
        columns: To order by; with `entries` between those that were clicked and those of the key.
        is_by_value: Whether nothing but columns is ordered by, whose values compare as they are ordered, and one of
            whose keys is among them.
    """

    clicked: tuple[ColumnSort, ...]
    entries: tuple[OrderEntry, ...]
    key: tuple[ColumnSort, ...]
    is_by_value: bool

    @property
    def columns(self) -> tuple[ColumnSort, ...]:
        return self.clicked + self.key


def ordering(access: TableAccess, sorts: Sequence[ColumnSort], order_by: str) -> Ordering:
    """The order that was asked for.

    Raises:
        RequestInvalid: It names a column that is not there.
        ConditionInvalid: The text is no order.
    """
    for sort in sorts:
        if sort.column not in access.columns:
            raise RequestInvalid(operation="table.read", reason=f"there is no column {sort.column}.")
    entries = order_entries(access.dialect, order_by)
    named = [_as_column(access, entry) for entry in entries]
    columns = [column for column in named if column is not None]
    is_plain = len(columns) == len(entries)
    clicked = _once([*sorts, *(columns if is_plain else ())])
    last = clicked[-1].descending if clicked else False
    taken = {sort.column for sort in clicked}
    key = tuple(ColumnSort(name, last) for name in access.facts.key if name not in taken)
    is_by_value = (
        is_plain and bool(access.facts.key) and all(access.is_ordered(sort.column) for sort in (*clicked, *key))
    )
    return Ordering(clicked, () if is_plain else tuple(entries), key, is_by_value)


def _once(sorts: Sequence[ColumnSort]) -> tuple[ColumnSort, ...]:
    """Each column where it comes first."""
    found: dict[str, ColumnSort] = {}
    for sort in sorts:
        found.setdefault(sort.column, sort)
    return tuple(found.values())


def _as_column(access: TableAccess, entry: OrderEntry) -> ColumnSort | None:
    """The column that an entry is; None when it is more, or not clear."""
    if not entry.name or entry.places_nulls:
        return None
    if entry.is_quoted or entry.name.lower() in access.columns:
        name = entry.name if entry.is_quoted else entry.name.lower()
        return ColumnSort(name, entry.descending) if name in access.columns else None
    if access.dialect.folds_case != "none":
        return None
    meant = [name for name in access.columns if name.casefold() == entry.name.casefold()]
    return ColumnSort(meant[0], entry.descending) if len(meant) == 1 else None


def page_statement(access: TableAccess, where: str, order: Ordering, behind: str, offset: int, rows: int) -> Written:
    """The statement that reads `rows` rows.

    Args:
        behind: The condition that rows come behind the last one; empty: count off instead.
        offset: Rows before the first one that is wanted, where they are counted off.

    Raises:
        ConditionInvalid: `where` is no condition.
    """
    written = Written(f"SELECT {access.selected}\nFROM {access.full_name}")
    _add_condition(written, access, where, behind)
    _add_order(written, access, order)
    if access.limits_rows:
        written.add(f"\nLIMIT {rows}" + (f" OFFSET {offset}" if offset else ""))
    return written


def count_statement(access: TableAccess, where: str) -> Written:
    """The statement that counts rows; raises what `page_statement` raises."""
    written = Written(f"SELECT count(*) FROM {access.full_name}")
    _add_condition(written, access, where, "")
    return written


def _add_condition(written: Written, access: TableAccess, where: str, behind: str) -> None:
    text = condition(access.dialect, where)
    if text:
        written.add("\nWHERE (\n")
        written.add(text, WHERE)
        written.add("\n)")
    if behind:
        written.add(f"\n{'AND' if text else 'WHERE'} {behind}")


def _add_order(written: Written, access: TableAccess, order: Ordering) -> None:
    if not order.columns and not order.entries:
        return
    written.add("\nORDER BY ")
    separator = ""
    for sort in order.clicked:
        written.add(separator + access.order_item(sort.column, descending=sort.descending))
        separator = ", "
    for entry in order.entries:
        is_short = entry.name or entry.expression.isdigit()
        written.add(separator + ("" if is_short else "("))
        written.add(entry.expression, ORDER_BY, entry.start)
        written.add(("" if is_short else ")") + (f" {entry.tail}" if entry.tail else ""))
        separator = ", "
    for sort in order.key:
        written.add(separator + access.order_item(sort.column, descending=sort.descending))
        separator = ", "


# the rows behind one


def conditions_behind(access: TableAccess, columns: Sequence[ColumnSort], values: Values) -> tuple[str, ...]:
    """Conditions that a row comes behind these values: the rows that meet the first one come first, and so on.

    Each is looked up in an index of the order's columns. One with OR would be where the server finds ranges for that;
    others would read all rows from the beginning, most of all where there are NULLs.
    """
    is_uniform = len({sort.descending for sort in columns}) == 1
    if access.compares_rows and is_uniform and not any(_can_be_null(access, sort.column) for sort in columns):
        names = ", ".join(access.quoted(sort.column) for sort in columns)
        cells = ", ".join(access.literal(sort.column, values[sort.column]) for sort in columns)
        sign = "<" if columns[0].descending else ">"
        return (f"({names}) {sign} ({cells})" if len(columns) > 1 else f"{names} {sign} {cells}",)
    ranges = [" AND ".join(parts) for parts in _ranges(access, columns, values)]
    if access.finds_alternatives and len(ranges) > 1:
        return ("(" + "\n  OR ".join(f"({one})" for one in ranges) + ")",)
    return tuple(ranges)


def _ranges(access: TableAccess, columns: Sequence[ColumnSort], values: Values) -> Iterator[tuple[str, ...]]:
    """Where rows behind these values are, one stretch of the order behind the other: those that are the same in all
    columns but the last, then those that are the same in all but the last two ..."""
    for place in reversed(range(len(columns))):
        same = tuple(access.equals(sort.column, values[sort.column]) for sort in columns[:place])
        for beyond in _beyond(access, columns[place], values[columns[place].column]):
            yield (*same, beyond)


def _beyond(access: TableAccess, sort: ColumnSort, cell: Cell) -> Iterator[str]:
    """The conditions that a value comes behind a cell, in the order of the values."""
    name, nulls_last = access.quoted(sort.column), access.nulls_last[sort.descending]
    if cell is None:
        if not nulls_last:
            yield f"{name} IS NOT NULL"
        return
    yield f"{name} {'<' if sort.descending else '>'} {access.literal(sort.column, cell)}"
    if nulls_last and _can_be_null(access, sort.column):
        yield f"{name} IS NULL"


def _can_be_null(access: TableAccess, column: str) -> bool:
    return column not in access.facts.key and access.columns[column].nullable
