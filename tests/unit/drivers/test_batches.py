"""Rows handed on in batches: small ones while they come slowly, and none lost when they end in an error."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.values import Row
from lapwing.drivers import base
from lapwing.drivers.base import in_batches
from lapwing.results.layout import ROWS_PER_PAGE


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


def rows(count: int, clock: Clock | None = None, pace_s: float = 0.0) -> Iterator[Row]:
    for number in range(count):
        if clock is not None:
            clock.now += pace_s
        yield (number,)


@given(st.integers(0, 500))
def test_all_rows_come_in_their_order_in_batches_of_a_page_at_most(count: int) -> None:
    batches = list(in_batches(rows(count)))
    assert [row for batch in batches for row in batch] == list(rows(count))
    assert all(0 < len(batch) <= ROWS_PER_PAGE for batch in batches)


def test_fast_rows_soon_fill_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "time", Clock())
    assert [len(batch) for batch in in_batches(rows(300))] == [1, 4, 16, 64, 64, 64, 64, 23]


def test_slow_rows_come_one_by_one_and_fast_ones_again_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(base, "time", clock)
    sizes = [len(batch) for batch in in_batches(itertools.chain(rows(10, clock, 0.5), rows(300)))]
    assert sizes[:8] == [1] * 8
    assert sizes.count(64) >= 3


@given(st.integers(0, 300))
def test_rows_before_an_error_come_before_it(count: int) -> None:
    def failing() -> Iterator[Row]:
        yield from rows(count)
        raise ValueError("the server is gone")

    found: list[Row] = []

    def read() -> None:
        for batch in in_batches(failing()):
            found.extend(batch)

    with pytest.raises(ValueError, match="gone"):
        read()
    assert found == list(rows(count))
