"""What is staged, as the engine takes it. No Qt here."""

from collections.abc import Iterable, Sequence
from typing import cast

from lapwing.domain.table_data import CellValue, ChangeKind, NamedValue, RowChange, value_of
from lapwing.domain.values import Cell, LongCell, Row, ServerDefault
from lapwing.gui.results.staged import RowEdit, RowKey


def change_of(key: RowKey, edit: RowEdit, names: Sequence[str], key_names: Sequence[str]) -> RowChange:
    """One row's change; `names` are those of the table's columns in their order, `key_names` those of its key."""
    if edit.original is None:
        given = {place: value for place, value in edit.values.items() if not isinstance(value, ServerDefault)}
        return RowChange(ChangeKind.INSERT, values=_named(given.items(), names))
    read = list(enumerate(edit.original[: len(names)]))
    values = key_values(cast("Row", key))
    if edit.is_deleted:
        known = [(at, cell) for at, cell in read if names[at] not in key_names and not isinstance(cell, LongCell)]
        return RowChange(ChangeKind.DELETE, values, _named(known, names))
    originals = [(place, cell) for place, cell in read if place in edit.values]
    return RowChange(ChangeKind.UPDATE, values, _named(originals, names), _named(edit.values.items(), names))


def key_values(cells: Row) -> tuple[CellValue, ...]:
    """Cells of a key or a reference."""
    return tuple(value_of(cell) for cell in cells)


def _named(cells: Iterable[tuple[int, Cell]], names: Sequence[str]) -> tuple[NamedValue, ...]:
    return tuple(NamedValue(names[place], value_of(cell)) for place, cell in cells)
