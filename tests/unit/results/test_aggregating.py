"""Facts about selected cells are exact, whatever the cells are."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.results import write_result
from lapwing.domain.errors import StatementCancelled
from lapwing.domain.results import CellBand, CellFacts, Column, SortKey
from lapwing.domain.values import Cell, RawText
from lapwing.results.aggregating import MOST_DISTINCT, Gathered, aggregate
from lapwing.results.sorting import sort_rows
from lapwing.results.source import FileRowSource, OrderedRowSource

NUMERIC = Column("n", "numeric", is_numeric=True)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=None, min_value=-(10**30), max_value=10**30)


def facts_of(cells: list[Cell], column: Column = NUMERIC) -> CellFacts:
    gathered = Gathered((column,))
    for start in range(0, len(cells), 3):
        gathered.add(0, cells[start : start + 3])
    return gathered.facts()


@settings(max_examples=40)
@given(st.lists(st.one_of(decimals, st.integers(-(10**40), 10**40)), min_size=1, max_size=12))
def test_sum_average_and_range_are_those_of_fractions(numbers: list[Decimal | int]) -> None:
    found = facts_of([format(number, "f") if isinstance(number, Decimal) else str(number) for number in numbers])
    exact = [Fraction(number) for number in numbers]
    assert found.total is not None
    assert found.average is not None
    assert Fraction(found.total) == sum(exact)
    average = sum(exact, Fraction(0)) / len(exact)
    assert (Fraction(found.average) == average) or found.average_is_rounded
    assert abs(Fraction(found.average) - average) <= Fraction(1, 10**6)
    assert Fraction(found.least or "") == min(exact)
    assert Fraction(found.greatest or "") == max(exact)


@pytest.mark.parametrize(
    ("cells", "total", "average", "rounded"),
    [
        (["0.1", "0.2"], "0.3", "0.15", False),
        ([0.1, 0.2], "0.3", "0.15", False),  # doubles count as the digits they are shown by
        (["9007199254740993", "1"], "9007199254740994", "4503599627370497", False),
        (["1.00", "2.50"], "3.50", "1.75", False),
        ([1, 2, 2], "5", "1.666667", True),
        (["12345678901234567890.123456789", None], *["12345678901234567890.123456789"] * 2, False),
        (["1e3", "-0"], "1000", "500", False),
        (["NaN", "1"], "NaN", "NaN", False),
        (["Infinity", "1"], "Infinity", "Infinity", False),
        (["Infinity", "-Infinity"], "NaN", "NaN", False),
        (["0." + "0" * 5_000 + "1", "1"], "1." + "0" * 5_000 + "1", None, False),
    ],
)
def test_sums_lose_no_digit(cells: list[Cell], total: str, average: str | None, rounded: bool) -> None:
    found = facts_of(cells)
    assert found.total == total
    if average is not None:
        assert (found.average, found.average_is_rounded) == (average, rounded)


@pytest.mark.parametrize("cells", [["1", "x"], ["1_000"], ["1e999999999"], ["Decimal(1)"], [RawText(b"1")]])
def test_what_is_no_number_has_no_sum(cells: list[Cell]) -> None:
    assert facts_of(cells).total is None


def test_texts_have_lengths_and_a_range_by_code_point() -> None:
    found = facts_of(["b", "Ä", "aa", None, "", "b"], Column("t", "text"))
    assert (found.count, found.nulls, found.distinct) == (6, 1, 4)
    assert (found.least, found.greatest, found.shortest, found.longest) == ("", "Ä", 0, 2)
    assert found.total is None


def test_dates_have_a_range_by_when_they_are() -> None:
    cells: list[Cell] = ["2026-10-25 02:30:00+01", "2026-10-25 02:30:00+02", "2026-10-25 02:29:00+01"]
    found = facts_of(cells, Column("at", "timestamptz"))
    assert (found.least, found.greatest) == (cells[1], cells[0])


def test_nothing_and_only_null_have_only_counts() -> None:
    assert facts_of([]) == CellFacts(0, 0, 0)
    assert facts_of([None, None]) == CellFacts(2, 2, 0)


def test_too_many_different_cells_are_told_as_at_least() -> None:
    gathered = Gathered((NUMERIC,))
    for start in range(0, MOST_DISTINCT + 1, 50_000):
        gathered.add(0, [str(number) for number in range(start, min(start + 50_000, MOST_DISTINCT + 1))])
    found = gathered.facts()
    assert (found.distinct, found.distinct_is_least) == (MOST_DISTINCT, True)


def test_cells_of_a_sorted_result_are_those_that_are_shown(tmp_path: Path) -> None:
    columns = (NUMERIC, Column("t", "text"))
    rows = [(str(number), "long " * 20_000 if number == 7 else f"text {number}") for number in range(500)]
    source = FileRowSource(write_result(tmp_path / "r", rows, columns=columns))
    count = sort_rows(source, [SortKey(0, descending=True)], tmp_path / "o")
    shown = OrderedRowSource(source, tmp_path / "o", count)
    assert aggregate(shown, [CellBand(0, 9, (0,)), CellBand(490, 494, (0,))]).total == str(
        sum(range(490, 500)) + 9 + 8 + 7 + 6 + 5
    )
    found = aggregate(shown, [CellBand(491, 493, (1,))])
    assert (found.longest, found.least) == (100_000, "long " * 20_000)
    with pytest.raises(IndexError):
        aggregate(shown, [CellBand(499, 500, (0,))])
    with pytest.raises(IndexError):
        aggregate(shown, [CellBand(0, 0, (2,))])
    with pytest.raises(StatementCancelled):
        aggregate(shown, [CellBand(0, 9, (0,))], lambda: True)
    shown.close()
