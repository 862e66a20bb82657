"""Formatters are exact for every value, and leave alone what they do not understand."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.plugins.api import CellFacts
from lapwing.plugins.bundled.cell_formatters.plugin import FORMATTERS, CellFormatters


def shown(formatter: str, text: str) -> str | None:
    (found,) = CellFormatters().format_cells(formatter, CellFacts("c", "bigint"), [text])
    return found


@pytest.mark.parametrize(
    ("formatter", "text", "seen"),
    [
        ("epoch-s", "0", "1970-01-01 00:00:00 UTC"),
        ("epoch-s", "1700000000", "2023-11-14 22:13:20 UTC"),
        ("epoch-s", " 1700000000.123456789 ", "2023-11-14 22:13:20.123456789 UTC"),
        ("epoch-s", "-1", "1969-12-31 23:59:59 UTC"),
        ("epoch-s", "-0.25", "1969-12-31 23:59:59.75 UTC"),
        ("epoch-s", "253402300799", "9999-12-31 23:59:59 UTC"),
        ("epoch-s", "253402300800", None),
        ("epoch-s", "-62135596800", "0001-01-01 00:00:00 UTC"),
        ("epoch-s", "-62135596801", None),
        ("epoch-ms", "1700000000001", "2023-11-14 22:13:20.001 UTC"),
        ("epoch-ms", "1700000000000", "2023-11-14 22:13:20 UTC"),
        ("epoch-us", "-1", "1969-12-31 23:59:59.999999 UTC"),
        ("epoch-s", "1e9", None),
        ("epoch-s", "٣", None),
        ("epoch-s", "NaN", None),
        ("epoch-s", "9" * 24, None),
        ("epoch-s", "9" * 100_000, None),
        ("bytes-iec", "0", "0 B"),
        ("bytes-iec", "1023", "1023 B"),
        ("bytes-iec", "1024", "1.0 KiB"),
        ("bytes-iec", "1536", "1.5 KiB"),
        ("bytes-iec", "1048575", "1.0 MiB"),
        ("bytes-iec", "-1536", "-1.5 KiB"),
        ("bytes-si", "999", "999 B"),
        ("bytes-si", "1000", "1.0 kB"),
        ("bytes-si", "999949", "999.9 kB"),
        ("bytes-si", "999950", "1.0 MB"),
        ("bytes-si", "1250", "1.2 kB"),
        ("bytes-si", "1350", "1.4 kB"),
        ("bytes-si", "1" + "0" * 33, "1000.0 QB"),
        ("bytes-si", "1.5", None),
        ("uuid", "\\x00112233445566778899AABBCCDDEEFF", "00112233-4455-6677-8899-aabbccddeeff"),
        ("uuid", "{00112233-4455-6677-8899-AABBCCDDEEFF}", "00112233-4455-6677-8899-aabbccddeeff"),
        ("uuid", "0x00112233445566778899aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff"),
        ("uuid", "\\x0011", None),
        ("uuid-swapped", "\\x11d896a48a4a4d5897fb0242ac120002", "8a4a4d58-96a4-11d8-97fb-0242ac120002"),
        ("truth", "1", "true"),
        ("truth", "\\x00", "false"),
        ("truth", "F", "false"),
        ("truth", "2", None),
        ("truth", "", None),
        ("json-compact", '{ "a" : [1.10,  "x  \\" y"], "a": 1e400 }', '{"a":[1.10,"x  \\" y"],"a":1e400}'),
        ("json-compact", "[1", None),
        ("json-compact", "[" * 200_000, None),
        ("json-compact", "1" * 10_000, "1" * 10_000),
    ],
)
def test_a_value_is_shown_so(formatter: str, text: str, seen: str | None) -> None:
    assert shown(formatter, text) == seen


@given(st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)))  # noqa: DTZ001
def test_every_moment_is_shown_to_its_microsecond(moment: datetime) -> None:
    since = moment.replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    found = shown("epoch-us", str(since // timedelta(microseconds=1)))
    assert found is not None
    assert datetime.fromisoformat(found.removesuffix(" UTC")) == moment


@given(st.integers(0, 10**30), st.sampled_from([("bytes-iec", 1024), ("bytes-si", 1000)]))
def test_every_size_is_its_nearest_tenth_and_below_the_next_unit(number: int, kind: tuple[str, int]) -> None:
    formatter, base = kind
    found = shown(formatter, str(number))
    assert found is not None
    digits, unit = found.split()
    power = "BKMGTPEZYRQ".index(unit[0].upper()) if unit != "B" else 0
    assert Decimal(digits) < base or power >= 8
    assert abs(Fraction(digits) * base**power - number) <= Fraction(base**power, 20)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)
    )
)
def test_compact_json_says_the_same(value: object) -> None:
    found = shown("json-compact", json.dumps(value, indent=3))
    assert found is not None
    assert json.loads(found) == value
    assert len(found) == len(json.dumps(value, separators=(",", ":")))


@given(st.text())
def test_nothing_that_a_server_sends_disturbs_a_formatter(text: str) -> None:
    for formatter in FORMATTERS:
        found = shown(formatter, text)
        assert found is None or isinstance(found, str)


def test_as_many_come_back_as_were_given_and_null_stays_null() -> None:
    found = CellFormatters().format_cells("truth", CellFacts("c", "bit"), [None, "1", "x"])
    assert found == [None, "true", None]
