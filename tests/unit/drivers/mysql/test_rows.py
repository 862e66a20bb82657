"""Rows off the wire: the same ones however the network cuts them, in pages that are never too large."""

import random
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import mysql_packets as packets
from helpers.counts import times
from lapwing.domain.results import Column
from lapwing.domain.values import RawText, Row
from lapwing.drivers.base import PagesCame
from lapwing.drivers.mysql.packets import LONGEST, ProtocolBroken, ServerRefused, Wire
from lapwing.drivers.mysql.rows import RowReader
from lapwing.drivers.mysql.transport import LineGone, Transport, poll
from lapwing.results.layout import PAGE_BYTES, ROWS_PER_PAGE
from lapwing.results.mysql_rows import split_packets

TEXT, BINARY = Column("text"), Column("binary", is_binary=True)


def wait(fd: int, *, to_write: bool) -> None:
    assert poll(fd, 30, to_write=to_write)


@contextmanager
def wire_with(data: bytes, cuts: Sequence[int] = ()) -> Iterator[Wire]:
    """A wire on which these bytes come, sent in as many pieces as there are cuts, and then the end."""
    here, there = socket.socketpair()
    edges = [0, *sorted(cuts), len(data)]

    def send() -> None:
        with closing(there), suppress(BrokenPipeError):  # who has read all may hang up before an empty last piece
            for start, end in pairwise(edges):
                there.sendall(data[start:end])

    thread = threading.Thread(target=send, daemon=True)
    with closing(here):
        thread.start()
        yield Wire(Transport(here, wait), 0)
    thread.join(30)


def sent(rows: Sequence[Sequence[bytes | None]], end: bytes = packets.EOF) -> bytes:
    """The packets of rows and what ends them; the first one has the number 0."""
    payloads = [*(packets.row(row) for row in rows), end]
    data, number = [], 0
    for payload in payloads:
        data.append(packets.packet(payload, number))
        number = (number + 1 + len(payload) // LONGEST) % 256
    return b"".join(data)


def read(wire: Wire, columns: Sequence[Column]) -> list[Row]:
    """All rows, with every page looked at."""
    reader = RowReader(wire, columns)
    rows: list[Row] = []
    for reply in reader:
        if isinstance(reply, PagesCame):
            for page in reply.pages:
                found = split_packets(page.data, columns)
                assert len(found) == page.rows
                assert 0 < page.rows <= ROWS_PER_PAGE
                assert len(page.data) <= PAGE_BYTES
                rows += found
        else:
            assert len(reply.rows) == 1
            rows += reply.rows
    assert reader.row_count == len(rows)
    assert reader.ended is not None
    return rows


def as_told(row: Sequence[bytes | None]) -> Row:
    return tuple(None if cell is None else cell.decode() for cell in row)


@given(st.data())
@settings(max_examples=40)
def test_rows_are_the_same_however_they_are_cut(data: st.DataObject) -> None:
    sizes = st.sampled_from([0, 1, 20, 249, 250, 251, 5_000, 65_520, 65_528, 65_532, 65_533, 70_000])
    cells = st.none() | sizes.map(lambda size: b"x" * size)
    rows = data.draw(st.lists(st.tuples(cells, st.just(b"1")), max_size=12)) * data.draw(st.integers(1, 12))
    stream = sent(rows)
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=20))
    with wire_with(stream, cuts) as wire:
        assert read(wire, [TEXT, TEXT]) == [as_told(row) for row in rows]


def test_rows_that_come_byte_by_byte_are_the_same(chance: random.Random) -> None:
    rows = [(str(number).encode(), b"text" * (number % 7), None) for number in range(times(300, 3_000))]
    stream = sent(rows)
    with wire_with(stream, range(len(stream))) as wire:
        assert read(wire, [TEXT] * 3) == [as_told(row) for row in rows]


@pytest.mark.parametrize("size", range(PAGE_BYTES - 12, PAGE_BYTES + 3))
def test_rows_around_the_size_of_a_page_come_whole(size: int) -> None:
    rows = [(b"a",), (b"x" * size,), (b"b",), (b"y" * size,), (b"z" * size,)]
    with wire_with(sent(rows)) as wire:
        assert read(wire, [TEXT]) == [as_told(row) for row in rows]


@pytest.mark.parametrize("payload", [LONGEST - 1, LONGEST, LONGEST + 1, 2 * LONGEST, 2 * LONGEST + 7])
def test_rows_around_the_size_of_a_packet_come_whole(payload: int) -> None:
    third = payload // 3
    long = (b"x" * third, b"y" * third, b"z" * (payload - 2 * third - 12))
    assert len(packets.row(long)) == payload
    rows = [(b"a", b"", None), long, (b"b", b"", None)]
    with wire_with(sent(rows)) as wire:
        assert read(wire, [TEXT] * 3) == [as_told(row) for row in rows]


def test_a_long_row_is_split_like_any_other() -> None:
    row = (None, b"", b"\xff" * 70_000, "ä".encode() * 40_000, b"\xc3" + b"a" * 66_000, None)
    with wire_with(sent([row])) as wire:
        (found,) = read(wire, [TEXT, TEXT, BINARY, TEXT, TEXT, BINARY])
    assert found == (None, "", row[2], "ä" * 40_000, RawText(b"\xc3" + b"a" * 66_000), None)


def test_what_is_there_is_given_without_waiting_for_more() -> None:
    here, there = socket.socketpair()
    with closing(here), closing(there):
        wire = Wire(Transport(here, wait), 0)
        replies = iter(RowReader(wire, [TEXT]))
        stream = packets.row_packet([b"1"]) + packets.row_packet([b"2"], 1)[:3]
        there.sendall(stream)
        first = next(replies)
        assert isinstance(first, PagesCame)
        assert [page.rows for page in first.pages] == [1]


def test_pages_stay_as_they_are_when_more_comes() -> None:
    rows = [(str(number).encode() * 20,) for number in range(20_000)]
    pages = []
    with wire_with(sent(rows)) as wire:
        for reply in RowReader(wire, [TEXT]):
            assert isinstance(reply, PagesCame)
            pages += reply.pages
    found = [row for page in pages for row in split_packets(page.data, [TEXT])]
    assert found == [as_told(row) for row in rows]
    assert max(page.rows for page in pages) == ROWS_PER_PAGE


@pytest.mark.parametrize("before", [0, 1, ROWS_PER_PAGE - 1, ROWS_PER_PAGE, ROWS_PER_PAGE + 1, 300])
def test_rows_before_an_error_are_given_before_it_is_raised(before: int) -> None:
    rows = [(str(number).encode(),) for number in range(before)]
    with wire_with(sent(rows, packets.error(1317, b"interrupted"))) as wire:
        reader = RowReader(wire, [TEXT])
        with pytest.raises(ServerRefused) as refused:
            list(reader)
    assert refused.value.errno == 1317
    assert reader.row_count == before


def test_a_stream_that_ends_within_a_row_is_gone() -> None:
    stream = sent([(b"a" * 100,), (b"b" * 100,)])
    for kept in (0, 3, 50, 104, 110, len(stream) - 1):
        with wire_with(stream[:kept]) as wire, pytest.raises(LineGone):
            read(wire, [TEXT])


def test_a_row_that_is_missing_is_noticed() -> None:
    whole = [packets.row_packet([b"x"], number % 256) for number in range(300)]
    del whole[150]
    with wire_with(b"".join(whole)) as wire, pytest.raises(ProtocolBroken):
        read(wire, [TEXT])


@pytest.mark.parametrize("cells", [[], [b"a", b"b"]])
def test_a_long_row_with_other_cells_than_its_columns_is_refused(cells: list[bytes]) -> None:
    row = [*cells, b"x" * 70_000]
    with wire_with(sent([row])) as wire, pytest.raises(ProtocolBroken):
        read(wire, [TEXT, TEXT])


def test_rows_that_nobody_wants_are_counted_and_not_kept() -> None:
    rows = [(b"x" * 70_000,), *([(b"y",)] * 500)]
    with wire_with(sent(rows)) as wire:
        reader = RowReader(wire, [TEXT])
        reader.discards = True
        for reply in reader:
            assert isinstance(reply, PagesCame)
        assert reader.row_count == 501
