"""JSON and NDJSON: no reader of the world rounds a number that it reads here."""

import json
import math

from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, RawText
from lapwing.formats.json import JsonFormat
from lapwing.formats.ndjson import NdjsonFormat
from lapwing.formats.objects import object_keys


def values(*cells: Cell) -> list[object]:
    """What a reader gets that takes every number for a double."""
    data = NdjsonFormat((Column("c"),)).rows([(cell,) for cell in cells])
    return [json.loads(line, parse_int=float)["c"] for line in data.splitlines()]


@given(st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(2**53 - 2, 2**53 + 2), min_size=1, max_size=20))
def test_no_integer_is_rounded(numbers: list[int]) -> None:
    assert [int(value) for value in values(*numbers)] == numbers  # type: ignore[call-overload]
    assert [isinstance(value, str) for value in values(*numbers)] == [abs(number) > 2**53 for number in numbers]


@given(st.lists(st.floats(allow_nan=False), min_size=1, max_size=20))
def test_no_real_is_rounded(numbers: list[float]) -> None:
    for value, number in zip(values(*numbers), numbers, strict=True):
        if math.isinf(number):
            assert value == ("Inf" if number > 0 else "-Inf")
        else:
            assert isinstance(value, float)
            assert (value, math.copysign(1, value)) == (number, math.copysign(1, number))


@given(st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=20))
def test_texts_come_back_as_they_were(texts: list[str | None]) -> None:
    assert values(*texts) == texts


def test_what_json_has_no_word_for_is_text() -> None:
    assert values(b"\x00\xff", RawText(b"a\xff"), "x", 1, None) == ["0x00FF", "a\\xff", "x", 1.0, None]


def test_several_batches_are_one_array() -> None:
    output = JsonFormat((Column("a"),))
    data = output.head() + output.rows([(1,), ("x\ny",)]) + output.rows([(2,)]) + output.rest() + output.tail()
    assert data == b'[\n{"a":1},\n{"a":"x\\ny"},\n{"a":2}\n]\n'


def test_names_that_repeat_get_a_number_that_no_other_column_has() -> None:
    def keys(*names: str) -> list[str]:
        return list(object_keys([Column(name) for name in names]))

    assert keys("a", "b", "a", "a") == ["a", "b", "a_2", "a_3"]
    assert keys("a", "a", "a_2") == ["a", "a_3", "a_2"]
    assert keys("a_2", "a", "a", "a_2") == ["a_2", "a", "a_3", "a_2_2"]
    assert keys("", "") == ["", "_2"]
