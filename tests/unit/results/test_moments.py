"""Points in time are compared by when they are, however servers write them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.domain.results import Column
from lapwing.results.moments import holds_moments, moment_of

FIRST, LAST = dt.datetime(1, 1, 3), dt.datetime(9999, 12, 29)  # noqa: DTZ001 - the offset comes beside them
ASCENDING = (
    "-infinity",
    "4713-01-01 BC",
    "0044-03-15 12:00:00 BC",
    "0001-01-01 00:00:00",
    "1899-12-31 23:59:59.999999",
    "2026-10-25 02:30:00+02",  # before the clocks go back, and after: the later one reads as the same
    "2026-10-25 02:30:00+01",
    "2026-10-25 01:31Z",
    "2026-10-25 03:00:00+01:00",
    "9999-12-31",
    "294276-01-01 00:00:00",
    "infinity",
)


def test_moments_stand_in_their_order() -> None:
    found = [moment_of(text) for text in ASCENDING]
    assert None not in found
    assert found == sorted(found, key=lambda moment: moment or (0, 0, 0))
    assert len(set(found)) == len(found)


@settings(max_examples=40)
@given(
    st.datetimes(min_value=FIRST, max_value=LAST),
    st.integers(-14 * 60, 14 * 60),
    st.datetimes(min_value=FIRST, max_value=LAST),
)
def test_the_order_is_that_of_the_calendar(first: dt.datetime, minutes: int, second: dt.datetime) -> None:
    one = first.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    two = second.replace(tzinfo=dt.UTC)
    here, there = moment_of(one.isoformat(" ")), moment_of(two.isoformat("T"))
    assert here is not None
    assert there is not None
    assert (here < there) == (one < two)


@pytest.mark.parametrize("text", ["", "today", "2026-1-1", "12:00:00", "2026-01-01 12", "x2026-01-01", "2026-01-01 \n"])
def test_what_is_written_otherwise_is_no_moment(text: str) -> None:
    assert moment_of(text) is None


@pytest.mark.parametrize(
    ("type_name", "holds"),
    [
        ("timestamptz", True),
        ("timestamp(3) without time zone", True),
        ("DATE", True),
        ("datetime", True),
        ("time", False),
        ("daterange", False),
        ("text", False),
        ("", False),
    ],
)
def test_the_type_says_whether_a_column_holds_moments(type_name: str, holds: bool) -> None:
    assert holds_moments(Column("c", type_name)) is holds
