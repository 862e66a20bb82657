"""What every `RowSource` promises, whichever way the rows come."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.looping import LoopThread, loop_thread
from helpers.results import columns_for, mixed_row, whole_rows, write_result
from lapwing.domain.results import CellPart, FetchLongCell, FetchPages, Pages
from lapwing.domain.values import LongCell, Row
from lapwing.engine.operations import OperationTable
from lapwing.engine.query.reading import ResultsService
from lapwing.engine.running.sinks import ResultFiles
from lapwing.results.folder import ResultFolder
from lapwing.results.layout import ROWS_PER_PAGE, ResultBroken
from lapwing.results.source import FileRowSource, OrderedRowSource, PagesRowSource, RowSource

Made = tuple[RowSource, list[Row]]
Maker = Callable[[list[Row], int], Made]
Answer = TypeVar("Answer")


class Nobody:
    """A caller that hears nothing."""

    is_full = False

    def tell(self, event: object, *, lossy: bool = False) -> None:
        """Heard by nobody."""


class Remote:
    """The operations of an engine's results, asked from another thread."""

    def __init__(self, running: LoopThread, folder: Path) -> None:
        self._running = running
        self.files = ResultFiles(lambda: ResultFolder(folder, 1 << 30))
        self._operations = running.do(self._serve())
        self.asked = 0

    async def _serve(self) -> OperationTable:
        operations = OperationTable()
        operations.add_service(ResultsService(self.files))
        return operations

    def ask(self, operation: str, request: object, answer: type[Answer]) -> Answer:
        self.asked += 1
        got = self._running.do(self._operations.call(Nobody(), operation, request))
        assert isinstance(got, answer)
        return got

    def keep(self, rows: list[Row], width: int, batch: int) -> PagesRowSource:
        sink = self.files.open(columns_for(width), "a run")
        for first in range(0, len(rows), batch):
            sink.append(rows[first : first + batch])
        sink.flush()
        sink.close()
        result_id = sink.handle.result_id

        def pages(first_row: int, count: int) -> Pages:
            return self.ask("result.pages", FetchPages(result_id, first_row, count), Pages)

        def cell(cell: LongCell, start: int, length: int) -> bytes:
            request = FetchLongCell(result_id, cell.offset, cell.size_bytes, start, length)
            return self.ask("result.cell", request, CellPart).data

        source = PagesRowSource(sink.handle.columns, sink.handle.codec, pages, cell)
        source.announce(len(rows))
        return source


@pytest.fixture(scope="module")
def remote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remote]:
    with loop_thread() as running:
        remote = Remote(running, tmp_path_factory.mktemp("remote"))
        yield remote
        remote.files.close()


@pytest.fixture(params=["file", "pages", "ordered"])
def make(request: pytest.FixtureRequest, tmp_path: Path, remote: Remote) -> Iterator[Maker]:
    """Makes a source of the kind in question and the list of rows that it must be like."""
    with ExitStack() as opened:

        def of_file(rows: list[Row], batch: int) -> FileRowSource:
            width = len(rows[0]) if rows else 2
            path = tmp_path / os.urandom(6).hex()
            source = FileRowSource(write_result(path, rows, batch, width))
            opened.callback(source.close)
            return source

        def of_order(rows: list[Row], batch: int) -> Made:
            numbers = list(range(len(rows)))
            random.Random(4).shuffle(numbers)
            order = tmp_path / f"{os.urandom(6).hex()}.order"
            order.write_bytes(b"".join(number.to_bytes(8, "little") for number in numbers))
            ordered = OrderedRowSource(of_file(rows, batch), order, len(rows))
            opened.callback(ordered.close)
            return ordered, [rows[number] for number in numbers]

        def plain(rows: list[Row], batch: int = ROWS_PER_PAGE) -> Made:
            if request.param == "ordered":
                return of_order(rows, batch)
            if request.param == "pages":
                return remote.keep(rows, len(rows[0]) if rows else 2, batch), rows
            return of_file(rows, batch), rows

        yield plain


def test_any_stretch_of_rows_equals_the_same_stretch_of_a_list(make: Maker, chance: random.Random) -> None:
    source, model = make([(number, f"row {number}") for number in range(1_000)], 64)
    for _ in range(100):
        first, count = chance.randrange(1_100), chance.randrange(300)
        assert source.rows(first, count) == model[first : first + count], (first, count)


def test_the_end_of_the_rows_is_no_error_and_negative_numbers_are_nobodys(make: Maker) -> None:
    source, model = make([(number,) for number in range(130)], 64)
    assert source.row_count == len(model) == 130
    assert source.rows(129, 50) == model[129:]
    assert source.rows(130, 1) == source.rows(5, 0) == source.rows(-1, 5) == source.rows(10**12, 5) == []


def test_single_rows_come_in_the_order_asked_for(make: Maker, chance: random.Random) -> None:
    source, model = make([(number, None) for number in range(700)], 64)
    numbers = [chance.randrange(700) for _ in range(200)]
    assert source.rows_at(numbers) == [model[number] for number in numbers]
    assert source.rows_at([]) == []
    for wrong in (-1, 700, 10**15):
        with pytest.raises(IndexError):
            source.rows_at([0, wrong])


def test_rows_of_any_size_and_kind_come_back_exactly(make: Maker, chance: random.Random) -> None:
    source, model = make([mixed_row(chance, number) for number in range(300)], 64)
    assert whole_rows(source, source.rows(0, 300)) == model
    for _ in range(30):
        first, count = chance.randrange(300), chance.randrange(20)
        assert whole_rows(source, source.rows(first, count)) == model[first : first + count]
        number = chance.randrange(300)
        assert whole_rows(source, source.rows_at([number])) == [model[number]]


def test_pages_of_one_row_each_are_found_like_full_ones(make: Maker, chance: random.Random) -> None:
    source, model = make([(number, "slow") for number in range(400)], 1)
    for number in (0, 1, 63, 64, 65, 127, 128, 399):
        assert source.rows(number, 1) == [model[number]]
    numbers = chance.sample(range(400), 100)
    assert source.rows_at(numbers) == [model[number] for number in numbers]


def test_a_result_without_rows_and_one_without_columns_can_be_read(make: Maker) -> None:
    source, _ = make([], 64)
    assert (source.row_count, source.rows(0, 10), len(source.columns)) == (0, [], 2)
    source, model = make([(), ()], 64)
    assert (source.row_count, source.rows(0, 10), source.columns) == (2, model, ())


def test_parts_of_a_long_cell_are_parts_of_the_whole(make: Maker) -> None:
    text = "".join(f"{number:07}ä" for number in range(30_000))
    source, _ = make([(text, 1)], 64)
    cell = source.rows(0, 1)[0][0]
    assert isinstance(cell, LongCell)
    whole = text.encode()
    assert source.long_cell(cell) == whole
    assert source.long_cell(cell, 5, 100) == whole[5:105]
    assert source.long_cell(cell, len(whole) - 3) == whole[-3:]
    assert source.long_cell(cell, len(whole), 10) == source.long_cell(cell, len(whole) + 9) == b""


@given(
    st.lists(st.integers(0, 2_500), min_size=1, max_size=60),
    st.integers(1, 70),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=12),
)
def test_random_access_equals_a_list_for_any_sizes(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], batch: int, asked: list[tuple[int, int]]
) -> None:
    rows: list[Row] = [(number, "é" * 30 * size) for number, size in enumerate(sizes)]
    source = FileRowSource(write_result(tmp_path_factory.mktemp("any") / "r", rows, batch))
    try:
        assert whole_rows(source, source.rows(0, len(rows))) == rows
        for first, count in asked:
            assert whole_rows(source, source.rows(first, count)) == rows[first : first + count]
    finally:
        source.close()


def test_a_source_grows_with_what_is_announced_and_shows_nothing_before(tmp_path: Path) -> None:
    rows: list[Row] = [(number,) for number in range(500)]
    source = FileRowSource(write_result(tmp_path / "r", rows, 50), 0)
    for announced in (0, 1, 49, 50, 51, 64, 300, 500):
        source.announce(announced)
        assert source.rows(0, 1_000) == rows[:announced]
        assert [row for page in source.pages() for row in page] == rows[:announced]
    source.close()


def test_rows_read_a_second_time_are_not_asked_of_a_remote_engine_again(remote: Remote) -> None:
    source = remote.keep([(number,) for number in range(1_000)], 1, 64)
    source.rows(0, 600)
    asked = remote.asked
    assert source.rows(70, 200) == [(number,) for number in range(70, 270)]
    assert source.rows_at([5, 599, 64]) == [(5,), (599,), (64,)]
    assert remote.asked == asked


def test_what_is_kept_of_a_remote_result_stays_small(remote: Remote) -> None:
    source = remote.keep([(number, "x" * 3_000) for number in range(20_000)], 2, 64)
    for _ in range(3):
        for first in range(0, 20_000, 500):
            source.rows(first, 500)
    assert source.kept_bytes <= 9 << 20


def test_an_engine_that_sends_nonsense_raises_and_ends() -> None:
    answers: list[Pages] = []
    source = PagesRowSource(columns_for(1), "cells", lambda _first, _rows: answers.pop(), lambda *_: b"")
    source.announce(100)
    for nonsense in (
        Pages((), (), 100),
        Pages((0,), (b"\x90",), 100),  # a page of no rows
        Pages((50,), (b"\x91\x91\x01",), 100),  # rows that were not asked for
        Pages((0,), (b"\xff",), 100),
        Pages((0,), (), 100),
    ):
        answers[:] = [nonsense] * 3
        with pytest.raises(ResultBroken):
            source.rows(0, 10)
    with pytest.raises(ResultBroken):
        source.long_cell(LongCell("x", 0, 100, "text"))
