"""Staged changes of rows, without a window: what is shown, what is taken back, what is sent, what is pasted."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.domain.results import Column
from lapwing.domain.table_data import ChangeKind, ValueKind
from lapwing.domain.values import Cell, LongCell, Row, ServerDefault
from lapwing.gui.results.edited_source import EditedSource
from lapwing.gui.results.row_changes import change_of
from lapwing.gui.results.row_marks import MarkKind
from lapwing.gui.results.staged import StagedEdits
from lapwing.gui.table.pasting import rows_of

NAMES = ("id", "name", "price")


class _Rows:
    """Rows in memory, as a source."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = list(rows)
        self.columns = tuple(map(Column, NAMES))

    @property
    def row_count(self) -> int:
        return len(self._rows)

    def rows(self, first: int, count: int) -> list[Row]:
        return self._rows[first : first + count]

    def rows_at(self, numbers: Sequence[int]) -> list[Row]:
        return [self._rows[number] for number in numbers]

    def long_cell(self, cell: LongCell, start: int = 0, length: int | None = None) -> bytes:
        raise AssertionError("there is none")


ROWS: list[Row] = [(1, "apple", 1.5), (2, "pear", None), (3, "", 2.25), (4, "plum", 7.0)]


@pytest.fixture
def staged() -> StagedEdits:
    return StagedEdits()


@pytest.fixture
def shown(staged: StagedEdits) -> EditedSource:
    source = EditedSource(_Rows(ROWS), staged, [0], len(NAMES))
    staged.changed = lambda _before: source.restage()
    return source


def write(shown: EditedSource, staged: StagedEdits, row: int, column: int, value: Cell) -> None:
    key, original = shown.original(row)
    staged.set_cells([(key, original, column, value)])


def test_a_cell_that_is_written_is_shown_and_marked_and_the_others_stay(
    shown: EditedSource, staged: StagedEdits
) -> None:
    write(shown, staged, 1, 1, "peach")
    assert shown.rows(0, 9) == [ROWS[0], (2, "peach", None), *ROWS[2:]]
    marks = shown.row_marks(0, 9)
    assert [mark is None for mark in marks] == [True, False, True, True]
    assert marks[1] is not None
    assert (marks[1].kind, marks[1].cells) == (MarkKind.CHANGED, frozenset({1}))


def test_what_is_written_as_it_was_read_changes_nothing(shown: EditedSource, staged: StagedEdits) -> None:
    write(shown, staged, 0, 1, "apple")
    write(shown, staged, 0, 2, "1.5")
    assert not staged
    write(shown, staged, 1, 2, "")
    write(shown, staged, 2, 1, None)
    assert staged.counts.updates == 2, "NULL and the empty text are two"
    write(shown, staged, 2, 1, "")
    assert staged.counts.updates == 1


def test_new_rows_stand_where_they_were_put_and_know_what_is_left_to_the_server(
    shown: EditedSource, staged: StagedEdits
) -> None:
    (first,) = staged.insert([{1: "fig"}], anchor=2)
    staged.insert([{1: "kiwi", 2: None}, {}], anchor=4)
    assert shown.row_count == 7
    assert [row[1] for row in shown.rows(0, 9)] == ["apple", "pear", "fig", "", "plum", "kiwi", ServerDefault()]
    assert shown.rows(2, 1) == [(ServerDefault(), "fig", ServerDefault())]
    assert [shown.rows(row, 1)[0] for row in range(7)] == shown.rows(0, 7)
    assert shown.original(2) == (first, None)
    assert shown.original(3) == ((3,), ROWS[2])
    assert staged.counts.inserts == 3


def test_each_step_can_be_taken_back_and_done_again(shown: EditedSource, staged: StagedEdits) -> None:
    write(shown, staged, 0, 1, "quince")
    staged.delete([((2,), ROWS[1])])
    (new,) = staged.insert([{1: "fig"}], anchor=0)
    staged.delete([(new, None)])
    assert (staged.counts.inserts, staged.counts.updates, staged.counts.deletes) == (0, 1, 1)
    staged.undo()
    assert staged.counts.inserts == 1
    for _ in range(3):
        staged.undo()
    assert not staged
    assert not staged.can_undo
    assert shown.rows(0, 9) == ROWS
    while staged.can_redo:
        staged.redo()
    assert (staged.counts.inserts, staged.counts.updates, staged.counts.deletes) == (0, 1, 1)


def test_what_is_staged_holds_when_the_rows_come_in_another_order(staged: StagedEdits, shown: EditedSource) -> None:
    write(shown, staged, 3, 1, "prune")
    staged.delete([((1,), ROWS[0])])
    staged.move_anchors(0)
    turned = EditedSource(_Rows(ROWS[::-1]), staged, [0], len(NAMES))
    assert [row[1] for row in turned.rows(0, 9)] == ["prune", "", "pear", "apple"]
    marks = turned.row_marks(0, 4)
    assert [mark.kind if mark else None for mark in marks] == [MarkKind.CHANGED, None, None, MarkKind.DELETED]


def test_changes_name_their_row_by_its_key_and_what_was_read(shown: EditedSource, staged: StagedEdits) -> None:
    write(shown, staged, 1, 1, None)
    write(shown, staged, 1, 0, "20")
    staged.delete([((3,), ROWS[2])])
    staged.insert([{0: ServerDefault(), 1: "fig"}], anchor=4)
    update, delete, insert = (change_of(key, edit, NAMES, NAMES[:1]) for key, edit in staged.edits.items())
    assert update.kind is ChangeKind.UPDATE
    assert [value.text for value in update.key] == ["2"], "as it was read, not as it is to be"
    assert {(named.column, named.value.text) for named in update.originals} == {("id", "2"), ("name", "pear")}
    assert {(named.column, named.value.kind) for named in update.values} == {
        ("id", ValueKind.TEXT),
        ("name", ValueKind.NULL),
    }
    assert delete.kind is ChangeKind.DELETE
    assert [named.column for named in delete.originals] == ["name", "price"]
    assert [named.column for named in insert.values] == ["name"], "the server numbers it"


def test_an_edit_goes_on_from_the_row_as_it_is_now(shown: EditedSource, staged: StagedEdits) -> None:
    write(shown, staged, 0, 1, "quince")
    write(shown, staged, 0, 2, "9")
    staged.rebase((1,), (1, "quince", 3.0), (1,))
    edit = staged.edits[(1,)]
    assert edit.original == (1, "quince", 3.0)
    assert edit.values == {2: "9"}, "somebody else has written the same name already"


def test_rows_that_were_saved_are_forgotten_and_the_others_stay(shown: EditedSource, staged: StagedEdits) -> None:
    write(shown, staged, 0, 1, "quince")
    write(shown, staged, 1, 1, "peach")
    staged.forget([(1,)])
    assert list(staged.edits) == [(2,)]
    assert not staged.can_undo


def test_a_hidden_key_is_not_shown_but_tells_rows_apart(staged: StagedEdits) -> None:
    base = _Rows([("a", "x", 7), ("a", "x", 8)])
    source = EditedSource(base, staged, [2], 2)
    staged.delete([source.original(1)])
    assert source.rows(0, 5) == [("a", "x"), ("a", "x")]
    assert len(source.columns) == 2
    assert source.row_marks(0, 2)[0] is None
    assert source.row_marks(0, 2)[1] is not None


@settings(max_examples=30)
@given(st.lists(st.lists(st.text(alphabet='ab"\t\n\r é', max_size=6), min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_the_grid_copies_is_pasted_as_the_same_cells(rows: list[list[str]]) -> None:
    def field(text: str) -> str:
        quoted = set(text) & set('\t\n\r"')
        return '"' + text.replace('"', '""') + '"' if quoted else text

    text = "\n".join("\t".join(map(field, row)) for row in rows)
    assert rows_of(text).rows == tuple(map(tuple, rows))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ()),
        ("a", (("a",),)),
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\t\n\tb", (("a", ""), ("", "b"))),
        ('5" pipe\t"open', (('5" pipe', '"open'),)),
        ('"two\nlines"\tx', (("two\nlines", "x"),)),
    ],
)
def test_text_of_other_programs_is_read_as_they_mean_it(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    pasted = rows_of(text)
    assert pasted.rows == rows
    assert pasted.is_even


def test_rows_are_found_by_their_numbers_among_new_ones(shown: EditedSource, staged: StagedEdits) -> None:
    staged.insert([{1: "fig"}], anchor=1)
    assert [row[1] for row in shown.rows_at([4, 1, 0])] == ["plum", "fig", "apple"]
    with pytest.raises(IndexError):
        shown.rows_at([5])
