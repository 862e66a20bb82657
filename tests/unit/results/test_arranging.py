"""Rows are filtered by what a person types, and ordered by several columns."""

from pathlib import Path

import pytest

from helpers.results import write_result
from lapwing.domain.errors import StatementCancelled
from lapwing.domain.results import Column, RowCondition, RowTest, SortKey
from lapwing.domain.values import Cell, RawText, Row
from lapwing.results.conditions import read_conditions, written
from lapwing.results.filtering import matching_rows
from lapwing.results.sorting import sort_rows
from lapwing.results.source import FileRowSource, OrderedRowSource

COLUMNS = (
    Column("id", "bigint", is_numeric=True),
    Column("region", "text"),
    Column("total", "numeric", is_numeric=True),
    Column("at", "timestamptz"),
    Column('odd "name"', "text"),
)
ROWS: list[Row] = [
    ("1", "north", "9.50", "2026-10-25 02:30:00+02", "x = 1"),
    ("2", "North-West", "10", "2026-10-25 02:30:00+01", ""),
    ("3", None, None, None, None),
    ("4", "", "9.5", "2025-01-01 00:00:00+01", "NULL"),
    ("5", RawText(b"\xffnorth"), "-1e3", "2026-01-01 00:00:00+01", "it's"),
    ("6", "x" * 100_000 + "needle", "NaN", "infinity", "and"),
]


@pytest.fixture
def source(tmp_path: Path) -> FileRowSource:
    return FileRowSource(write_result(tmp_path / "result", ROWS, columns=COLUMNS))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("NORTH", "125"),
        ("north-west", "2"),
        ("needle", "6"),
        ("region = north", "1"),
        ("region = 'North-West'", "2"),
        ("region != north", "23456"),
        ("REGION is null", "3"),
        ("region is not null", "12456"),
        ("region = NULL", "3"),
        ("region = ''", "4"),
        ("region ~ NORTH", "125"),
        ("region !~ north", "346"),
        ("total = 9.5", "14"),
        ("total > 9.5", "26"),
        ("total<=9.50", "145"),
        ("total <> 10", "13456"),
        ("at < '2026-10-25 01:30:00+01'", "45"),
        ("at >= 2026-10-25 02:30:00+01", "26"),
        ("total > 9 and region ~ north", "12"),
        ("total = NaN", "6"),
        ("id > 1 AND id < 4 and region is not null", "2"),
        ('"odd ""name""" = \'it\'\'s\'', "5"),
        ("'x = 1'", "1"),
        ("nothing = 1", ""),
        ("'NULL'", "4"),
        ("  ", "123456"),
    ],
)
def test_a_filter_shows_the_rows_that_are_meant(source: FileRowSource, typed: str, ids: str) -> None:
    found = matching_rows(source, read_conditions(typed, COLUMNS))
    assert "".join(str(ROWS[row][0]) for row in found) == ids


@pytest.mark.parametrize("test", list(RowTest))
@pytest.mark.parametrize("value", ["north", "it's", "12.5", "a and b = 'c'", '"', "null", "-3"])
def test_a_condition_is_read_as_it_was_written(test: RowTest, value: str) -> None:
    if test in {RowTest.IS_NULL, RowTest.NOT_NULL}:
        value = ""
    for column in range(len(COLUMNS)):
        condition = RowCondition(test, value, column)
        assert read_conditions(written(condition, COLUMNS), COLUMNS) == (condition,)


def test_a_condition_of_no_column_can_only_be_a_text() -> None:
    with pytest.raises(ValueError, match="any column"):
        RowCondition(RowTest.EQUAL, "1")


def test_filtering_can_be_stopped(source: FileRowSource) -> None:
    with pytest.raises(StatementCancelled):
        matching_rows(source, read_conditions("total > 1", COLUMNS), lambda: True)
    with pytest.raises(IndexError):
        matching_rows(source, [RowCondition(RowTest.EQUAL, "1", 9)])


def ordered(source: FileRowSource, folder: Path, keys: list[SortKey], only: list[int] | None = None) -> list[Cell]:
    count = sort_rows(source, keys, folder / "order", only=only)
    shown = OrderedRowSource(source, folder / "order", count)
    rows = shown.rows(0, count)
    shown.close()
    return [row[0] for row in rows]


def test_dates_are_ordered_by_when_they_are(source: FileRowSource, tmp_path: Path) -> None:
    assert ordered(source, tmp_path, [SortKey(3)]) == ["3", "4", "5", "1", "2", "6"]


def test_several_keys_order_one_after_the_other_and_ties_stay(source: FileRowSource, tmp_path: Path) -> None:
    assert ordered(source, tmp_path, [SortKey(2)]) == ["3", "5", "1", "4", "2", "6"]
    assert ordered(source, tmp_path, [SortKey(2), SortKey(0, descending=True)]) == ["3", "5", "4", "1", "2", "6"]
    assert ordered(source, tmp_path, [SortKey(2, descending=True), SortKey(0)], [0, 3, 4]) == ["1", "4", "5"]
    assert ordered(source, tmp_path, [], [4, 5]) == ["5", "6"]
