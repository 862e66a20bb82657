"""Cells go into a page and come out as they were, kind for kind."""

import math
import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.values import Cell, LongCell, RawText
from lapwing.results.codecs import CELLS, codec_named, encode_row, encode_rows, join_rows
from lapwing.results.layout import ResultBroken

CODEC = codec_named(CELLS)
cells = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.binary(),
    st.binary().map(RawText),
    st.builds(
        LongCell, st.one_of(st.text("xyé"), st.binary()), st.integers(0, 2**63), st.integers(0, 2**40), st.just("raw")
    ),
)


def same(one: Cell, other: Cell) -> bool:
    """Of one type and equal to the last bit."""
    if isinstance(one, float) and isinstance(other, float):
        return struct.pack("<d", one) == struct.pack("<d", other) or (math.isnan(one) and math.isnan(other))
    return type(one) is type(other) and one == other


@given(st.lists(st.tuples(cells, cells, cells), max_size=64))
def test_every_kind_of_cell_survives_a_page(rows: list[tuple[Cell, Cell, Cell]]) -> None:
    for page in (encode_rows(rows), join_rows([encode_row(row) for row in rows])):
        read = CODEC.decode(page)
        assert len(read) == len(rows)
        assert all(same(*pair) for got, row in zip(read, rows, strict=True) for pair in zip(got, row, strict=True))


@pytest.mark.parametrize("value", [0.0, -0.0, math.inf, -math.inf, 5e-324, 1.7976931348623157e308, 0.1 + 0.2])
def test_reals_keep_every_bit(value: float) -> None:
    (row,) = CODEC.decode(encode_rows([(value,)]))
    assert same(row[0], value)


def test_null_the_empty_text_empty_binary_and_the_word_null_stay_different() -> None:
    row: tuple[Cell, ...] = (None, "", "NULL", b"", RawText(b""), 0, "0", 0.0)
    (read,) = CODEC.decode(encode_rows([row]))
    assert all(same(*pair) for pair in zip(read, row, strict=True))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_page_are_refused_and_nothing_else_happens(page: bytes) -> None:
    with suppress(ResultBroken):
        assert all(isinstance(row, tuple) for row in CODEC.decode(page))


@pytest.mark.parametrize(
    "page",
    [
        b"\x91\x91\xc7\x01\x02\x90",  # a long cell that holds an empty array
        b"\x91\x91\xc7\x01\x02\xc1",  # one that is no msgpack
        b"\x91\x91\xc7\x00\x09",  # an extension nobody knows
        b"\x91" * 100_000,  # nested without end
    ],
)
def test_broken_cells_are_refused_like_broken_pages(page: bytes) -> None:
    with pytest.raises(ResultBroken):
        CODEC.decode(page)


def test_a_codec_of_another_version_is_refused() -> None:
    with pytest.raises(ResultBroken, match="mysql-columns"):
        codec_named("mysql-columns")
