"""Rows as MySQL sends them, split when they are read."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.mysql_packets import row_packet
from lapwing.domain.results import Column
from lapwing.domain.values import Cell, RawText
from lapwing.results.layout import ResultBroken
from lapwing.results.mysql_rows import split_packets

TEXT = Column("text")
BINARY = Column("binary", is_binary=True)

texts = st.none() | st.text(max_size=300) | st.binary(min_size=1, max_size=40).map(lambda raw: b"\xff" + raw)


def sent(cell: str | bytes | None) -> bytes | None:
    return cell.encode("utf-8", "surrogatepass") if isinstance(cell, str) else cell


def read(cell: bytes | None) -> Cell:
    """What a text column's cell comes back as."""
    if cell is None:
        return None
    try:
        return cell.decode()
    except UnicodeDecodeError:
        return RawText(cell)


@given(st.lists(st.tuples(texts, texts, st.none() | st.binary(max_size=300)), max_size=20))
def test_every_cell_comes_back_as_it_was_sent(rows: list[tuple[str | bytes | None, ...]]) -> None:
    cells = [tuple(map(sent, row)) for row in rows]
    packets = b"".join(row_packet(row, number) for number, row in enumerate(cells))
    wanted = [(read(row[0]), read(row[1]), row[2]) for row in cells]
    assert split_packets(packets, [TEXT, TEXT, BINARY]) == wanted
    assert split_packets(memoryview(packets), [TEXT, TEXT, BINARY]) == wanted


@pytest.mark.parametrize("size", [0, 1, 250, 251, 252, 65_535, 65_536, 70_000])
def test_cells_of_every_length_are_read_whole(size: int) -> None:
    for text in ("a" * size, "ä" * (size // 2) + "a" * (size % 2)):
        packets = row_packet([text.encode(), b"x"])
        assert split_packets(packets, [TEXT, TEXT]) == [(text, "x")]


def test_null_empty_text_and_the_word_null_stay_different() -> None:
    packets = row_packet([None, b"", b"NULL", b""])
    assert split_packets(packets, [TEXT, TEXT, TEXT, BINARY]) == [(None, "", "NULL", b"")]


@given(st.binary(max_size=60), st.integers(1, 4))
def test_bytes_that_are_no_packets_are_refused_and_nothing_else_happens(packets: bytes, columns: int) -> None:
    with suppress(ResultBroken):
        rows = split_packets(packets, [TEXT] * columns)
        assert all(len(row) == columns for row in rows)


@given(st.data())
def test_a_page_that_is_cut_anywhere_is_refused(data: st.DataObject) -> None:
    packets = row_packet([b"abc", None]) + row_packet([b"", b"x" * 300], 1)
    kept = data.draw(st.integers(1, len(packets) - 1))
    if kept == len(row_packet([b"abc", None])):
        return
    with pytest.raises(ResultBroken):
        split_packets(packets[:kept], [TEXT, TEXT])


def test_other_columns_than_the_header_says_are_refused() -> None:
    packets = row_packet([b"a", b"b"])
    for columns in (1, 3):
        with pytest.raises(ResultBroken):
            split_packets(packets, [TEXT] * columns)
