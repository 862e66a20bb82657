"""Changes of rows as statements, and the order in which they can be made.

Rows are deleted first, then changed, then inserted, so that a key that becomes free can be taken. A row that refers to
another one of the same table is deleted before that and inserted behind it, and a key is freed before it is taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lapwing.domain.errors import from_wire
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.table_data import CellValue, ChangeKind, KeyReference, NamedValue, RowChange, ValueKind, cell_of
from lapwing.domain.table_errors import ChangesInvalid
from lapwing.domain.values import Cell, ServerDefault
from lapwing.drivers.table_access import TableAccess

_ORDER: Final = (ChangeKind.DELETE, ChangeKind.UPDATE, ChangeKind.INSERT)
_NULL: Final = CellValue(ValueKind.NULL)


@dataclass(frozen=True, slots=True)
class Planned:
    """One change, ready to be made.

    Attributes:
        index: Its place in the request.
        sql: Its statement.
        key: The condition that finds its row; empty for an insert.
        unchanged: The condition that the row is as it was read besides; may be empty.
        new_key: What the row's key is afterwards, as far as the change itself says; None where the server does.
        returns_key: Whether the statement gives the row's key afterwards.
    """

    index: int
    kind: ChangeKind
    sql: str
    key: str = ""
    unchanged: str = ""
    new_key: tuple[Cell | None, ...] | None = None
    returns_key: bool = False

    @property
    def conditions(self) -> str:
        return f"{self.key}\n  AND {self.unchanged}" if self.unchanged else self.key


def planned(access: TableAccess, changes: Sequence[RowChange]) -> list[Planned]:
    """The changes in the order in which they are made.

    Raises:
        ColumnNotEditable, ChangesInvalid: One cannot be made.
        StatementFailed: A value cannot be written.
    """
    writer = _Writer(access)
    for index, change in enumerate(changes):
        writer.check(index, change)
    plans: list[Planned] = []
    for kind in _ORDER:
        mine = [(index, change) for index, change in enumerate(changes) if change.kind is kind]
        plans += (writer.plan(index, change) for index, change in _sorted(access, kind, mine))
    return plans


class _Writer:
    def __init__(self, access: TableAccess) -> None:
        self._access = access
        self._limits = {limit.column: limit.reason for limit in access.facts.limits}

    def plan(self, index: int, change: RowChange) -> Planned:
        """One change as a statement."""
        if change.kind is ChangeKind.INSERT:
            return self._insert(index, change)
        access = self._access
        cells = [_cell(value) for value in change.key]
        key = "\n  AND ".join(access.equals(name, cell) for name, cell in zip(access.facts.key, cells, strict=True))
        originals = [(original.column, _cell(original.value)) for original in change.originals]
        checks = filter(None, (access.is_unchanged(column, cell) for column, cell in originals))
        unchanged = "\n  AND ".join(checks)
        where = f"WHERE {key}\n  AND {unchanged}" if unchanged else f"WHERE {key}"
        if change.kind is ChangeKind.DELETE:
            return Planned(index, change.kind, f"DELETE FROM {access.full_name}\n{where}", key, unchanged)
        known = dict(originals)
        values = {
            given.column: access.assigned(given.column, cell_of(given.value), known.get(given.column))
            for given in change.values
        }
        assignments = ",\n    ".join(f"{access.quoted(column)} = {text}" for column, text in values.items())
        sql = f"UPDATE {access.full_name}\nSET {assignments}\n{where}"
        given_key = {given.column: given.value for given in change.values}
        new = [given_key.get(name, value) for name, value in zip(access.facts.key, change.key, strict=True)]
        return Planned(
            index,
            change.kind,
            self._returning(sql, does=access.returns_updated),
            key,
            unchanged,
            _known_key(new),
            access.returns_updated,
        )

    def _insert(self, index: int, change: RowChange) -> Planned:
        access = self._access
        given = {one.column: cell_of(one.value) for one in change.values}
        values = {
            column: access.assigned(column, cell)
            for column, cell in given.items()
            if not isinstance(cell, ServerDefault)
        }
        if values:
            columns = ", ".join(map(access.quoted, values))
            sql = f"INSERT INTO {access.full_name} ({columns})\nVALUES ({', '.join(values.values())})"
        else:
            sql = f"INSERT INTO {access.full_name} {access.empty_insert}"
        key = {one.column: one.value for one in change.values}
        new = _known_key([key.get(name, CellValue(ValueKind.DEFAULT)) for name in access.facts.key])
        return Planned(
            index,
            change.kind,
            self._returning(sql, does=access.returns_inserted),
            new_key=new,
            returns_key=access.returns_inserted,
        )

    def _returning(self, sql: str, *, does: bool) -> str:
        return f"{sql}\nRETURNING {', '.join(map(self._access.quoted, self._access.facts.key))}" if does else sql

    def check(self, index: int, change: RowChange) -> None:
        """See that a change says what it is about; raises what `planned` raises."""
        facts = self._access.facts
        if change.kind is not ChangeKind.INSERT and len(change.key) != len(facts.key):
            raise ChangesInvalid(reason=f"change {index + 1} does not say which row it is of.")
        if change.kind is ChangeKind.UPDATE and not change.values:
            raise ChangesInvalid(reason=f"change {index + 1} changes nothing.")
        for one in (*change.originals, *change.values):
            if one.column not in self._access.columns:
                raise ChangesInvalid(reason=f"there is no column {one.column}.")
        for given in change.values:
            is_left_out = change.kind is ChangeKind.INSERT and given.value.kind is ValueKind.DEFAULT
            if given.column in self._limits and not is_left_out:
                raise from_wire(self._limits[given.column])


def _cell(value: CellValue) -> Cell:
    cell = cell_of(value)
    if isinstance(cell, ServerDefault):
        raise ChangesInvalid(reason="a value that was read cannot be the server's default.")
    return cell


def _known_key(values: Iterable[CellValue]) -> tuple[Cell | None, ...] | None:
    """A key of which every part is known."""
    cells = []
    for value in values:
        cell = cell_of(value)
        if cell is None or isinstance(cell, ServerDefault):
            return None
        cells.append(cell)
    return tuple(cells)


# the order within one kind

Numbered = tuple[int, RowChange]
Tuple = tuple[CellValue, ...]


def _sorted(access: TableAccess, kind: ChangeKind, changes: list[Numbered]) -> list[Numbered]:
    """Changes of one kind, none before one that it waits for; those that wait for each other as they are."""
    if len(changes) < 2:
        return changes
    waits: list[set[int]] = [set() for _ in changes]
    facts, relation = access.facts, access.facts.details.relation
    if kind is ChangeKind.UPDATE:
        rows = [(dict(zip(facts.key, change.key, strict=True)), _by_name(change.values)) for _, change in changes]
        frees = {_values(key, facts.key): place for place, (key, _) in enumerate(rows)}
        for place, (key, given) in enumerate(rows):
            other = frees.get(_values({**key, **given}, facts.key), place)
            if other != place:
                waits[place].add(other)
    for reference in facts.references:
        if (reference.schema, reference.table) == (relation.schema, relation.name):
            _wait_for_references(kind, changes, reference, facts.key, waits)
    return [changes[place] for place in _in_order(waits)]


def _wait_for_references(
    kind: ChangeKind, changes: list[Numbered], reference: KeyReference, key: tuple[str, ...], waits: list[set[int]]
) -> None:
    rows = [_row(change, key) for _, change in changes]
    at = {_values(row, reference.other_columns): place for place, row in enumerate(rows)}
    for place, row in enumerate(rows):
        other = at.get(_values(row, reference.columns))
        if other is None or other == place or None in _values(row, reference.columns):
            continue
        if kind is ChangeKind.INSERT:
            waits[place].add(other)
        elif kind is ChangeKind.DELETE:
            waits[other].add(place)


def _row(change: RowChange, key: tuple[str, ...]) -> Mapping[str, CellValue]:
    """What is known of a change's row."""
    return {**dict(zip(key, change.key, strict=False)), **_by_name(change.originals), **_by_name(change.values)}


def _by_name(values: Iterable[NamedValue]) -> dict[str, CellValue]:
    return {one.column: one.value for one in values}


def _values(row: Mapping[str, CellValue], columns: Sequence[str]) -> tuple[str | None, ...]:
    """Values to be compared: numbers and texts alike, since what a person typed is text. NULL refers to nothing."""
    found = (row.get(column, _NULL) for column in columns)
    return tuple(
        None if one.kind in {ValueKind.NULL, ValueKind.DEFAULT} else one.text or one.data.hex() for one in found
    )


def _in_order(waits: list[set[int]]) -> list[int]:
    """Places in an order in which each comes behind those that it waits for, otherwise as they are."""
    done: list[int] = []
    seen: set[int] = set()
    for first in range(len(waits)):
        if first in seen:
            continue
        seen.add(first)
        stack = [(first, iter(sorted(waits[first])))]
        while stack:
            place, others = stack[-1]
            following = next((other for other in others if other not in seen), None)
            if following is None:
                stack.pop()
                done.append(place)
            else:
                seen.add(following)
                stack.append((following, iter(sorted(waits[following]))))
    return done
