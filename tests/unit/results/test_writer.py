"""Writing results: what is announced can be read, whatever happens afterwards."""

import os
import random
import resource
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.full_disks import longest_file, small_disk
from helpers.results import Room, columns_for, mixed_row, whole_rows, write_result
from lapwing.domain.errors import DiskFull, ResultSpaceUsed
from lapwing.domain.values import PREVIEW_CHARS, Cell, LongCell, RawText, Row
from lapwing.results.layout import PAGE_BYTES, ROWS_PER_PAGE
from lapwing.results.source import FileRowSource, whole_cell
from lapwing.results.writer import ResultWriter


def read_all(path: Path, row_count: int | None = None) -> list[Row]:
    source = FileRowSource(path, row_count)
    try:
        return whole_rows(source, source.rows(0, source.row_count))
    finally:
        source.close()


def test_rows_are_seen_by_others_after_a_flush_and_not_before(tmp_path: Path) -> None:
    writer = ResultWriter(tmp_path / "r", columns_for(1), Room())
    source = FileRowSource(tmp_path / "r")
    writer.append([(1,), (2,)])
    assert (writer.row_count, writer.flushed_rows, source.indexed_rows()) == (2, 0, 0)
    writer.flush()
    assert (writer.row_count, writer.flushed_rows, source.indexed_rows()) == (2, 2, 2)
    writer.append([(3,)])
    writer.flush()
    source.announce(3)
    assert source.rows(0, 9) == [(1,), (2,), (3,)]
    writer.close()
    writer.close()
    source.close()


def test_a_long_result_is_flushed_by_itself(tmp_path: Path) -> None:
    writer = ResultWriter(tmp_path / "r", columns_for(1), Room())
    for number in range(1_000):
        writer.append([(f"{number:01000}",)] * 64)
    assert writer.row_count - writer.flushed_rows < 300
    writer.close()


def test_files_are_for_their_owner_only_and_never_replace_another(tmp_path: Path) -> None:
    path = write_result(tmp_path / "r", [(1,)])
    assert {name.stat().st_mode & 0o777 for name in tmp_path.iterdir()} == {0o600}
    with pytest.raises(DiskFull):
        ResultWriter(path, columns_for(1), Room())
    assert read_all(path) == [(1,)]


@pytest.mark.parametrize("width", [1_600, 2_000])
def test_very_wide_rows_come_back_exactly(tmp_path: Path, width: int) -> None:
    rows: list[Row] = [tuple(f"{number} {column}" * (column % 7) for column in range(width)) for number in range(70)]
    rows.append((None,) * width)
    rows.append(tuple(range(width)))
    assert read_all(write_result(tmp_path / "r", rows)) == rows


def test_wide_rows_end_a_page_before_it_holds_64_of_them(tmp_path: Path) -> None:
    rows: list[Row] = [("x" * 20_000, number) for number in range(100)]
    source = FileRowSource(write_result(tmp_path / "r", rows))
    lengths = [entry.length for entry in source.entries()]
    assert max(lengths) <= PAGE_BYTES
    assert len(lengths) > 30
    assert sum(entry.rows for entry in source.entries()) == 100
    source.close()


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("ä" * PAGE_BYTES, "text"),
        ("\0" * (PAGE_BYTES + 1), "text"),
        (b"\xff" * (PAGE_BYTES + 1), "blob"),
        (RawText(b"\xff" * (PAGE_BYTES + 1)), "raw"),
    ],
)
def test_a_cell_longer_than_a_page_lies_apart_and_shows_its_start(tmp_path: Path, cell: Cell, kind: str) -> None:
    source = FileRowSource(write_result(tmp_path / "r", [(1, cell, "after")]))
    ((first, found, last),) = source.rows(0, 1)
    assert isinstance(found, LongCell)
    assert (first, found.kind, last) == (1, kind, "after")
    assert 0 < len(found.start) <= PREVIEW_CHARS
    assert whole_cell(source, found) == cell
    assert sum(entry.length for entry in source.entries()) < 3 * PREVIEW_CHARS
    source.close()


@pytest.mark.parametrize("length", [PAGE_BYTES - 40, PAGE_BYTES - 4, PAGE_BYTES - 3, PAGE_BYTES, PAGE_BYTES + 1])
@pytest.mark.parametrize("make", [lambda n: "x" * n, lambda n: b"x" * n, lambda n: RawText(b"\xff" * n)])
def test_cells_of_about_a_page_come_back_exactly(tmp_path: Path, length: int, make: object) -> None:
    assert callable(make)
    row = (make(length), None, make(3))
    assert read_all(write_result(tmp_path / "r", [row] * 3)) == [row] * 3


def test_a_long_cell_lies_directly_before_the_page_of_its_row(tmp_path: Path) -> None:
    """Finding relies on it: a hit in a long cell belongs to the page behind it."""
    rows: list[Row] = [("x" * 60_000, 1), ("y" * 100_000, "z" * 10_000), ("x" * 50_000, 2), (3, "w" * 70_000)]
    source = FileRowSource(write_result(tmp_path / "r", rows))
    before = 0
    for entry in source.entries():
        for row in source.rows(entry.first_row, entry.rows):
            for cell in row:
                if isinstance(cell, LongCell):
                    assert before <= cell.offset < entry.offset
        before = entry.offset + entry.length
    assert whole_rows(source, source.rows(0, 4)) == rows
    source.close()


def test_a_cell_of_100_mb_takes_no_more_than_a_few_copies_of_it(tmp_path: Path) -> None:
    text = "Zeile\n" * (100 * 1024 * 1024 // 6)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    path = write_result(tmp_path / "r", [(1, text), (2, "short")])
    grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown_mb < 350
    source = FileRowSource(path)
    cell = source.rows(0, 1)[0][1]
    assert isinstance(cell, LongCell)
    assert (cell.size_bytes, cell.start) == (len(text), text[:PREVIEW_CHARS])
    assert source.long_cell(cell, 6 * 10_000_000, 12) == b"Zeile\nZeile\n"
    assert whole_cell(source, cell) == text
    source.close()


def test_the_quota_is_taken_byte_for_byte(tmp_path: Path, chance: random.Random) -> None:
    room = Room()
    writer = ResultWriter(tmp_path / "r", columns_for(3), room)
    for number in range(200):
        writer.append([mixed_row(chance, number, 3)])
    writer.flush()
    writer.close()
    sizes = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert room.taken_bytes == sizes


def append_until(writer: ResultWriter, refusal: type[Exception], chance: random.Random) -> list[Row]:
    """The rows that were appended before one was refused."""
    rows: list[Row] = []

    def append_for_ever() -> None:
        while True:
            batch = [mixed_row(chance, len(rows) + number) for number in range(chance.randint(1, ROWS_PER_PAGE))]
            rows.extend(batch)
            append(writer, batch, flush=chance.random() < 0.2)

    with pytest.raises(refusal):
        append_for_ever()
    return rows


def append(writer: ResultWriter, rows: list[Row], *, flush: bool = True) -> None:
    writer.append(rows)
    if flush:
        writer.flush()


def test_a_used_up_quota_keeps_all_that_was_flushed(tmp_path: Path, chance: random.Random) -> None:
    for turn in range(times(20, 500)):
        path = tmp_path / str(turn)
        room = Room(chance.randrange(400, 3_000_000))
        writer = ResultWriter(path, columns_for(4), room)
        rows = append_until(writer, ResultSpaceUsed, chance)
        assert writer.row_count == writer.flushed_rows
        assert read_all(path, writer.flushed_rows) == rows[: writer.flushed_rows]
        assert read_all(path) == rows[: writer.flushed_rows]
        writer.close()


def test_a_disk_that_is_full_anywhere_keeps_all_that_was_flushed(tmp_path: Path, chance: random.Random) -> None:
    """Also when the system took a part of the bytes, and when there is room again afterwards."""
    for turn in range(times(25, 1_000)):
        path = tmp_path / str(turn)
        writer = ResultWriter(path, columns_for(4), Room())
        with longest_file(chance.randrange(1_000, 3_000_000)):
            rows = append_until(writer, DiskFull, chance)
        kept = rows[: writer.flushed_rows]
        assert read_all(path) == kept
        more: list[Row] = [("again", number, "x" * chance.choice((1, 90_000)), None) for number in range(100)]
        writer.append(more)
        writer.flush()
        assert writer.flushed_rows == len(kept) + 100
        assert read_all(path) == kept + more
        writer.close()


def test_an_index_that_cannot_grow_keeps_all_that_it_names(tmp_path: Path) -> None:
    writer = ResultWriter(tmp_path / "r", columns_for(1), Room())
    for number in range(400):
        writer.append([(number,)])
        writer.flush()
    with longest_file(400 * 24 + 10), pytest.raises(DiskFull):
        append(writer, [(400,)])
    assert read_all(tmp_path / "r") == [(number,) for number in range(400)]
    writer.append([("again",)])
    writer.flush()
    writer.close()
    assert read_all(tmp_path / "r") == [*((number,) for number in range(400)), ("again",)]


def test_a_really_full_disk_is_told_in_words(tmp_path: Path, chance: random.Random) -> None:
    with small_disk(tmp_path / "disk", 1_024) as disk:
        if disk is None:
            pytest.skip("only root may mount a small disk")
        writer = ResultWriter(disk / "r", columns_for(4), Room())
        rows = append_until(writer, DiskFull, chance)
        assert read_all(disk / "r") == rows[: writer.flushed_rows]
        with pytest.raises(DiskFull, match="No space left on device") as refused:
            append(writer, rows * 10)
        assert refused.value.code == "disk.full"
        writer.close()


def test_a_result_that_cannot_begin_leaves_no_file_and_nothing_open(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    with longest_file(10), pytest.raises(DiskFull):
        ResultWriter(tmp_path / "r", columns_for(5), Room())
    with pytest.raises(ResultSpaceUsed):
        ResultWriter(tmp_path / "r", columns_for(5), Room(3))
    (tmp_path / "s.index").touch()
    with pytest.raises(DiskFull):
        ResultWriter(tmp_path / "s", columns_for(5), Room())
    assert [path.name for path in tmp_path.iterdir()] == ["s.index"]
    assert len(os.listdir("/proc/self/fd")) == before
    with pytest.raises(DiskFull):
        ResultWriter(tmp_path / "no" / "folder", columns_for(1), Room())
