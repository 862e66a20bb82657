"""Sorting a result is exact, stable, and the same in every way it may be done inside."""

import itertools
import math
import random
from collections.abc import Callable
from functools import cmp_to_key
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.results import write_result
from lapwing.domain.errors import StatementCancelled
from lapwing.domain.results import SortKey
from lapwing.domain.values import Cell, RawText, Row
from lapwing.results.sorting import read_column, sort_rows
from lapwing.results.source import FileRowSource, OrderedRowSource

NEAR = 2**53
MIXED_NUMBERS: list[Cell] = [
    NEAR,
    NEAR + 1,
    float(NEAR),
    NEAR - 1,
    float(NEAR + 2),
    2**63 - 1,
    2.0**63,
    -(2**63),
    9.5,
    9,
    -0.0,
    0,
]

numbers = st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
bytes_ = st.binary(max_size=5)
anything = st.one_of(st.none(), numbers, texts, bytes_, bytes_.map(RawText))
columns = st.one_of(
    st.lists(st.one_of(st.none(), st.integers(-3, 3))),
    st.lists(st.one_of(st.none(), st.floats(allow_nan=False))),
    st.lists(numbers),
    st.lists(st.one_of(st.none(), texts)),
    st.lists(anything),
    st.lists(st.sampled_from([None, 1, 1.0, "1", b"1", "", b""])),
)


def order_of(folder: Path, cells: list[Cell], *, descending: bool = False) -> list[int]:
    """The numbers of the rows in their order."""
    rows: list[Row] = [("other", cell) for cell in cells]
    path = folder / random.randbytes(6).hex()
    source = FileRowSource(write_result(path, rows, width=2))
    count = sort_rows(source, [SortKey(1, descending)], path.with_suffix(".order"))
    ordered = OrderedRowSource(source, path.with_suffix(".order"), count)
    found = ordered.base_rows(0, count)
    ordered.close()
    source.close()
    return found


def in_sqlite(cells: list[Cell]) -> list[int]:
    """The order that SQLite gives the same cells; text that is not UTF-8 is put in as such."""
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE TABLE t(number INTEGER PRIMARY KEY, cell)")
    for number, cell in enumerate(cells):
        if isinstance(cell, RawText):
            connection.execute("INSERT INTO t VALUES (?, CAST(? AS TEXT))", (number, cell.raw))
        else:
            connection.execute("INSERT INTO t VALUES (?, ?)", (number, cell))
    return [row[0] for row in connection.execute("SELECT number FROM t ORDER BY cell, number")]


@given(columns)
def test_the_order_is_sqlites_own(tmp_path_factory: pytest.TempPathFactory, cells: list[Cell]) -> None:
    assert order_of(tmp_path_factory.mktemp("sort"), cells) == in_sqlite(cells)


@given(columns)
def test_descending_is_the_same_turned_round_with_equal_rows_in_their_order(
    tmp_path_factory: pytest.TempPathFactory, cells: list[Cell]
) -> None:
    folder = tmp_path_factory.mktemp("sort")
    rank = {number: place for place, number in enumerate(in_sqlite(cells))}
    connection = apsw.Connection(":memory:")

    def same(one: int, other: int) -> bool:
        ((answer,),) = connection.execute("SELECT ? IS ?", (plain(cells[one]), plain(cells[other])))
        return bool(answer) and isinstance(cells[one], RawText | str) == isinstance(cells[other], RawText | str)

    def compare(one: int, other: int) -> int:
        return one - other if same(one, other) else rank[other] - rank[one]

    assert order_of(folder, cells, descending=True) == sorted(range(len(cells)), key=cmp_to_key(compare))


def plain(cell: Cell) -> int | float | str | bytes | None:
    """Something that compares with its like as the cell does."""
    if isinstance(cell, RawText):
        return cell.raw
    return cell.encode() if isinstance(cell, str) else cell  # type: ignore[return-value]


def test_numbers_beyond_what_a_real_can_tell_apart_are_kept_apart(tmp_path: Path) -> None:
    ordered = [MIXED_NUMBERS[number] for number in order_of(tmp_path, MIXED_NUMBERS)]
    assert all(one <= other for one, other in itertools.pairwise(ordered))  # type: ignore[operator]
    places = [ordered.index(value) for value in (NEAR - 1, NEAR, NEAR + 1, float(NEAR + 2), 2**63 - 1)]
    assert places == sorted(set(places))
    wide: list[Cell] = [NEAR + number for number in range(40, 0, -1)]
    assert order_of(tmp_path, wide) == list(range(39, -1, -1))


@pytest.mark.parametrize(
    "make",
    [
        lambda chance: chance.randrange(10),
        lambda chance: float(chance.randrange(10)),
        lambda chance: str(chance.randrange(10)),
        lambda chance: chance.choice([None, 1, 2.5]),
        lambda chance: chance.choice([None, 1]),
        lambda chance: chance.choice([0.0, -0.0, None, math.inf]),
        lambda chance: chance.choice(["a", b"a", 1, 1.0]),
    ],
)
@pytest.mark.parametrize("descending", [False, True])
def test_equal_rows_keep_their_order_in_long_results_too(
    tmp_path: Path, chance: random.Random, make: Callable[[random.Random], Cell], descending: bool
) -> None:
    cells = [make(chance) for _ in range(3_000)]
    found = order_of(tmp_path, cells, descending=descending)
    assert sorted(found) == list(range(3_000))
    for one, other in itertools.pairwise(found):
        assert cells[one] != cells[other] or one < other


def test_long_cells_are_compared_whole(tmp_path: Path) -> None:
    base = "x" * 80_000
    cells: list[Cell] = [base + "c", base + "a", base, None, base.encode() + b"b", base.encode(), base + "b", "x"]
    assert order_of(tmp_path, cells) == [3, 7, 2, 1, 6, 0, 5, 4]


def test_only_rows_announced_are_sorted_and_an_empty_result_has_an_order(tmp_path: Path) -> None:
    source = FileRowSource(write_result(tmp_path / "r", [(9 - number,) for number in range(10)], batch=3), 4)
    assert sort_rows(source, [SortKey(0)], tmp_path / "order") == 4
    assert read_column(source, 0) == [9, 8, 7, 6]
    source.announce(0)
    assert sort_rows(source, [SortKey(0, descending=True)], tmp_path / "none") == 0
    assert (tmp_path / "none").read_bytes() == b""
    for column in (-1, 1):
        with pytest.raises(IndexError):
            sort_rows(source, [SortKey(column)], tmp_path / "wrong")
    source.close()


def test_an_order_read_by_somebody_is_not_touched_by_sorting_again(tmp_path: Path) -> None:
    """More rows came meanwhile: who shows the old order goes on showing it."""
    source = FileRowSource(write_result(tmp_path / "r", [(number,) for number in range(100)]), 50)
    target = tmp_path / "order"
    ordered = OrderedRowSource(source, target, sort_rows(source, [SortKey(0, descending=True)], target))
    before = ordered.base_rows(0, 50)
    source.announce(100)
    assert sort_rows(source, [SortKey(0, descending=True)], target) == 100
    assert ordered.base_rows(0, 50) == before == list(range(49, -1, -1))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["order", "r", "r.index"]
    ordered.close()
    source.close()


def test_sorting_stops_when_told(tmp_path: Path) -> None:
    source = FileRowSource(write_result(tmp_path / "r", [(number,) for number in range(100)]))
    with pytest.raises(StatementCancelled):
        sort_rows(source, [SortKey(0)], tmp_path / "order", lambda: True)
    assert not (tmp_path / "order").exists()
    source.close()
