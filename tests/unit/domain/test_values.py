"""Cells as text and as what they are stored as."""

import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.values import Cell, LongCell, RawText, cell_text, storage_class


@pytest.mark.parametrize(
    ("cell", "text", "storage"),
    [
        (None, "", "null"),
        ("", "", "text"),
        ("NULL", "NULL", "text"),
        (0, "0", "integer"),
        (-(2**63), "-9223372036854775808", "integer"),
        (0.0, "0.0", "real"),
        (-0.0, "-0.0", "real"),
        (1e300, "1e+300", "real"),
        (0.1 + 0.2, "0.30000000000000004", "real"),
        (5e-324, "5e-324", "real"),
        (math.inf, "Inf", "real"),
        (-math.inf, "-Inf", "real"),
        (b"", "0x", "blob"),
        (b"\x00\xff", "0x00FF", "blob"),
        (RawText(b"caf\xe9\x00"), "caf\\xe9\x00", "text"),
        (LongCell("start", 5, 100_000, "text"), "start", "text"),
        (LongCell(b"\x01", 5, 100_000, "blob"), "0x01", "blob"),
        (LongCell("\\xff", 5, 100_000, "raw"), "\\xff", "text"),
    ],
)
def test_every_cell_has_one_exact_text_and_a_storage_class(cell: Cell, text: str, storage: str) -> None:
    assert (cell_text(cell), storage_class(cell)) == (text, storage)


@given(st.floats(allow_nan=False))
def test_the_text_of_a_real_reads_back_as_the_same_bits(value: float) -> None:
    assert struct.pack("<d", float(cell_text(value))) == struct.pack("<d", value)


def test_cells_that_look_alike_are_not_equal() -> None:
    alike: list[Cell] = ["a", b"a", RawText(b"a"), LongCell("a", 0, 1, "text"), LongCell("a", 0, 1, "raw")]
    assert len(set(alike)) == 5
    assert RawText(b"a") == RawText(b"a")
    assert LongCell("a", 0, 1, "text") != LongCell("a", 1, 1, "text")
