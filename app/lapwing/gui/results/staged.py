"""Changes of a table's rows that are not saved yet, and taking them back. No Qt here."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from types import MappingProxyType
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.values import Cell, LongCell, Row, ServerDefault, cell_text

MOST_STEPS: Final = 500
"""Steps that can be taken back; older ones stay done."""

RowKey = Row | int
"""A row of the table by the values of its key as they were read, or one that is not in the table yet, by a number."""


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What is to become of one row.

    Attributes:
        original: The row as it was read; None for a row that is to be inserted.
        values: What cells are to hold, by the column's place; others stay as they are, or are left to the server.
        is_deleted: Whether the row is to go; its values are kept for who takes that back.
        anchor: Of a row that is to be inserted, before which row of the table it is shown.
    """

    original: Row | None
    values: Mapping[int, Cell] = field(default_factory=dict)
    is_deleted: bool = False
    anchor: int = 0

    @property
    def is_insert(self) -> bool:
        return self.original is None

    @property
    def changes_nothing(self) -> bool:
        return not self.is_insert and not self.is_deleted and not self.values

    def cell(self, column: int) -> Cell:
        """What the cell is to hold."""
        if column in self.values:
            return self.values[column]
        return self.original[column] if self.original is not None else ServerDefault()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows are to be inserted, updated and deleted."""

    inserts: int = 0
    updates: int = 0
    deletes: int = 0

    @property
    def total(self) -> int:
        return self.inserts + self.updates + self.deletes


Edits = Mapping[RowKey, RowEdit]
_NONE: Final[Edits] = MappingProxyType({})


class StagedEdits:
    """All changes of one table, by row. Each call is one step that can be taken back; nothing is ever lost by reading
    the table again, because rows are known by their keys.

    Attributes:
        changed: Called after every change, with the edits before it.
    """

    def __init__(self, changed: Callable[[Edits], object] = lambda _before: None) -> None:
        self.changed = changed
        self._edits: Edits = _NONE
        self._before: list[Edits] = []
        self._after: list[Edits] = []
        self._number = 0

    # what is staged

    @property
    def edits(self) -> Edits:
        """Every row that is to change, in the order in which they were touched first."""
        return self._edits

    def __bool__(self) -> bool:
        return bool(self._edits)

    def get(self, key: RowKey) -> RowEdit | None:
        """What is to become of a row; None: nothing."""
        return self._edits.get(key)

    def inserts(self) -> list[tuple[int, int]]:
        """Rows that are to be inserted as (anchor, key), in the order in which they are shown."""
        return sorted((edit.anchor, key) for key, edit in self._edits.items() if isinstance(key, int))

    @property
    def counts(self) -> Counts:
        edits = self._edits.values()
        inserts = sum(edit.is_insert for edit in edits)
        deletes = sum(edit.is_deleted for edit in edits)
        return Counts(inserts, len(self._edits) - inserts - deletes, deletes)

    # staging

    def set_cells(self, cells: Iterable[tuple[RowKey, Row | None, int, Cell]]) -> None:
        """Have cells hold other values: row, the row as it was read (None: it is to be inserted), column, value.

        A value that is the one that was read stages nothing.
        """
        edits = dict(self._edits)
        for key, original, column, value in cells:
            edit = _with_whole(edits.get(key) or RowEdit(original), original, column)
            values = {**edit.values, column: value}
            if edit.original is not None and _same(value, edit.original[column]):
                del values[column]
            _put(edits, key, replace(edit, values=values))
        self._step(edits)

    def insert(self, rows: Sequence[Mapping[int, Cell]], anchor: int) -> list[int]:
        """Stage new rows, shown before the row `anchor` of the table and behind new ones that are there; their keys."""
        edits = dict(self._edits)
        keys = []
        for values in rows:
            self._number += 1
            edits[self._number] = RowEdit(None, dict(values), anchor=anchor)
            keys.append(self._number)
        self._step(edits)
        return keys

    def delete(self, rows: Iterable[tuple[RowKey, Row | None]]) -> None:
        """Stage that rows go; new ones are forgotten."""
        edits = dict(self._edits)
        for key, original in rows:
            if isinstance(key, int):
                edits.pop(key, None)
            else:
                edits[key] = replace(edits.get(key) or RowEdit(original), is_deleted=True)
        self._step(edits)

    def revert(self, keys: Collection[RowKey] | None = None) -> None:
        """Forget what is staged for these rows, or for all."""
        gone = self._edits.keys() if keys is None else keys
        self._step({key: edit for key, edit in self._edits.items() if key not in gone})

    def rebase(self, key: RowKey, original: Row, new_key: RowKey) -> None:
        """A row is another one in the table by now: what is staged goes on from that."""
        edits = dict(self._edits)
        edit = edits.pop(key, None)
        if edit is None:
            return
        values = {place: value for place, value in edit.values.items() if not _same(value, original[place])}
        _put(edits, new_key, replace(edit, original=original, values=values))
        self._step(edits)

    def forget(self, keys: Collection[RowKey]) -> None:
        """These rows were saved: they are as staged now. What came before cannot be taken back any more."""
        before = self._edits
        self._edits = {key: edit for key, edit in self._edits.items() if key not in keys}
        self._before.clear()
        self._after.clear()
        self.changed(before)

    def begin(self, edits: Edits) -> None:
        """Begin with what was staged before a restart; there is no step before it."""
        before, self._edits = self._edits, dict(edits)
        self._number = max((key for key in edits if isinstance(key, int)), default=self._number)
        self.changed(before)

    def restore(self, edits: Edits) -> None:
        """Stage again what was saved and is lost now, except where something newer is staged."""
        self._step({**edits, **self._edits})

    def move_anchors(self, row_count: int) -> None:
        """The table was read anew: new rows are shown behind the rows that are there at most."""
        before = self._edits
        self._edits = {
            key: replace(edit, anchor=min(edit.anchor, row_count)) if edit.is_insert else edit
            for key, edit in self._edits.items()
        }
        self.changed(before)

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """What is staged in this block is one step to take back."""
        count = len(self._before)
        yield
        del self._before[count + 1 :]

    # taking back

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def undo(self) -> None:
        """Take the last step back."""
        self._travel(self._before, self._after)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._travel(self._after, self._before)

    def _travel(self, source: list[Edits], target: list[Edits]) -> None:
        if source:
            before = self._edits
            target.append(before)
            self._edits = source.pop()
            self.changed(before)

    def _step(self, edits: Edits) -> None:
        before = self._edits
        if edits == before:
            return
        self._before.append(before)
        self._after.clear()
        self._edits = edits
        del self._before[:-MOST_STEPS]
        self.changed(before)


def _put(edits: dict[RowKey, RowEdit], key: RowKey, edit: RowEdit) -> None:
    """Stage an edit, or nothing where it changes nothing."""
    if edit.changes_nothing:
        edits.pop(key, None)
    else:
        edits[key] = edit


def _with_whole(edit: RowEdit, original: Row | None, column: int) -> RowEdit:
    """The edit with all of a long cell as it was read, which is compared when the change is made."""
    if edit.original is None or original is None or not isinstance(edit.original[column], LongCell):
        return edit
    return replace(edit, original=(*edit.original[:column], original[column], *edit.original[column + 1 :]))


def _same(staged: Cell, read: Cell) -> bool:
    """Whether a value is the one that was read: of the same type, or a number typed as it was shown."""
    if type(staged) is str and type(read) in {int, float}:
        return staged == cell_text(read)
    return type(staged) is type(read) and staged == read
