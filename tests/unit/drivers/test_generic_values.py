"""What a DB-API gives becomes cells in which nothing is rounded."""

import enum
import math
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.values import Cell, RawText
from lapwing.drivers.generic.values import to_cell, to_row
from lapwing.results.codecs import CellsCodec, encode_rows


class Color(enum.IntEnum):
    RED = 3


class LargeObject:
    """As Oracle's, which has to be read."""

    def read(self) -> bytes:
        return b"\x01\x02"


class Numbers(Mapping[str, object]):
    """A mapping that is no dict."""

    def __getitem__(self, key: str) -> object:
        return 1

    def __iter__(self) -> Iterator[str]:
        return iter(["one"])

    def __len__(self) -> int:
        return 1


EAST = timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("", ""),
        ("a\0🐦", "a\0🐦"),
        ("a\udcffb", RawText(b"a\xffb")),
        ("\ud83d", RawText(b"\xed\xa0\xbd")),
        (b"\xff", b"\xff"),
        (bytearray(b"a"), b"a"),
        (memoryview(b"ab"), b"ab"),
        (True, "true"),
        (False, "false"),
        (7, 7),
        (2**63 - 1, 2**63 - 1),
        (-(2**63), -(2**63)),
        (2**63, "9223372036854775808"),
        (-(2**63) - 1, "-9223372036854775809"),
        (Color.RED, 3),
        (0.1, 0.1),
        (-math.inf, -math.inf),
        (Decimal("1.50"), "1.50"),
        (Decimal("-0.00"), "-0.00"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-10"), "0.0000000001"),
        (Decimal("1E+999999"), "1E+999999"),
        (Decimal("NaN"), "NaN"),
        (Decimal("-Infinity"), "-Infinity"),
        (date(1, 1, 1), "0001-01-01"),
        (datetime(2024, 2, 29, 1, 2, 3), "2024-02-29 01:02:03"),  # noqa: DTZ001 - as most servers give it
        (datetime(2024, 2, 29, 1, 2, 3, 500, UTC), "2024-02-29 01:02:03.0005+00:00"),
        (datetime(9999, 12, 31, 23, 59, 59, 999999, EAST), "9999-12-31 23:59:59.999999+05:30"),
        (time(0, 0, 0, 120000), "00:00:00.12"),
        (time(1, 2, 3, tzinfo=EAST), "01:02:03+05:30"),
        (timedelta(), "00:00:00"),
        (timedelta(days=32), "32 days"),
        (timedelta(days=1, seconds=3661, microseconds=50_000), "1 day 01:01:01.05"),
        (timedelta(hours=-26, seconds=-1), "-1 day -02:00:01"),
        (timedelta(microseconds=-1), "-00:00:00.000001"),
        (timedelta(seconds=100), "00:01:40"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ([], "[]"),
        ((1, None, True, 2**70), "[1, null, true, 1180591620717411303424]"),
        ([Decimal("1.10"), 0.1, math.nan, math.inf], '[1.10, 0.1, "nan", "inf"]'),
        ({"a": [date(2024, 2, 29), b"\xff", 'q"\n']}, '{"a": ["2024-02-29", "0xFF", "q\\"\\n"]}'),
        ({1: {None: "ä"}}, '{"1": {"null": "ä"}}'),
        (Numbers(), '{"one": 1}'),
        (LargeObject(), b"\x01\x02"),
    ],
)
def test_every_type_has_its_cell(value: object, cell: Cell) -> None:
    found = to_cell(value)
    assert found == cell
    assert type(found) is type(cell)
    assert CellsCodec().decode(encode_rows([to_row([value])])) == [(cell,)]


def test_not_a_number_and_negative_zero_stay_what_they_are() -> None:
    nan, zero = to_row([math.nan, -0.0])
    assert isinstance(nan, float)
    assert math.isnan(nan)
    assert math.copysign(1.0, zero) == -1.0  # type: ignore[arg-type]


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_number_reads_back_as_the_same(value: Decimal) -> None:
    cell = to_cell(value)
    assert isinstance(cell, str)
    assert Decimal(cell) == value
    assert "E" not in cell or abs(int(value.as_tuple().exponent)) > 20_000


@given(st.timedeltas())
def test_a_duration_reads_back_as_the_same(value: timedelta) -> None:
    cell = to_cell(value)
    assert isinstance(cell, str)
    days, _, clock = cell.rpartition(" ")
    if clock.startswith("day"):
        days, clock = f"{days} {clock}", "0:0:0"
    sign = -1 if clock.startswith("-") else 1
    hours, minutes, seconds = clock.lstrip("-").split(":")
    rest = timedelta(hours=int(hours), minutes=int(minutes), microseconds=round(float(seconds) * 1e6))
    assert timedelta(days=int(days.split(" ")[0] or 0)) + sign * rest == value


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner), max_leaves=20)
)
def test_whatever_is_nested_fits_into_a_page(value: object) -> None:
    row = to_row([value])
    assert CellsCodec().decode(encode_rows([row])) == [row]
