"""A result that was cut, removed, overwritten or damaged raises; it never kills the process or shows other rows."""

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.results import mixed_row, whole_rows, write_result
from lapwing.domain.values import LongCell, Row
from lapwing.results.layout import ENTRY, INDEX_SUFFIX, MAGIC, ResultBroken
from lapwing.results.source import FileRowSource, OrderedRowSource

ROWS: list[Row] = [mixed_row(random.Random(7), number, 3) for number in range(130)]


def index_of(path: Path) -> Path:
    return path.with_name(path.name + INDEX_SUFFIX)


def open_descriptors() -> set[str]:
    """What this process has open."""
    return {os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()}


def test_a_file_that_is_removed_while_it_is_open_stays_readable(tmp_path: Path) -> None:
    path = write_result(tmp_path / "r", ROWS)
    source = FileRowSource(path)
    path.unlink()
    index_of(path).unlink()
    assert whole_rows(source, source.rows(0, 200)) == ROWS
    source.close()
    with pytest.raises(FileNotFoundError):
        FileRowSource(path)


def test_cutting_the_file_anywhere_while_it_is_open_raises_and_gives_no_wrong_row(
    tmp_path: Path, chance: random.Random
) -> None:
    path = write_result(tmp_path / "r", ROWS)
    whole = path.read_bytes()
    cuts = {0, 1, len(MAGIC), len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(times(40, 500)))}
    for cut in sorted(cuts, reverse=True):
        source = FileRowSource(path)
        os.truncate(path, cut)
        with pytest.raises(ResultBroken):
            whole_rows(source, source.rows(0, 200))
        source.close()
        path.write_bytes(whole)


def test_cutting_the_index_anywhere_while_it_is_open_gives_the_right_rows_or_raises(tmp_path: Path) -> None:
    path = write_result(tmp_path / "r", ROWS)
    entries = index_of(path).read_bytes()
    for cut in range(0, len(entries), 71):
        source = FileRowSource(path)
        os.truncate(index_of(path), cut)
        with suppress(ResultBroken):
            assert whole_rows(source, source.rows(0, 130)) == ROWS
        with suppress(ResultBroken):
            assert whole_rows(source, source.rows_at([129])) == ROWS[129:]
        if not cut:
            with pytest.raises(ResultBroken):
                source.rows(0, 1)
        source.close()
        source = FileRowSource(path, 130)
        with pytest.raises(ResultBroken):
            source.rows(0, 130)
        source.close()
        index_of(path).write_bytes(entries)


def test_every_way_of_opening_what_is_no_result_raises_and_leaves_nothing_open(tmp_path: Path) -> None:
    path = write_result(tmp_path / "r", ROWS)
    whole = path.read_bytes()
    before = open_descriptors()
    for start in (b"", b"L", MAGIC, MAGIC + b"\xff\xff\xff\xff", MAGIC + b"\x01\0\0\0\xc1", b"SQLite format 3\0" * 50):
        path.write_bytes(start)
        with pytest.raises(ResultBroken):
            FileRowSource(path)
    path.write_bytes(whole.replace(b"cells", b"seals", 1))
    with pytest.raises(ResultBroken, match="seals"):
        FileRowSource(path)
    index_of(path).unlink()
    with pytest.raises(FileNotFoundError):
        FileRowSource(path)
    assert open_descriptors() == before


def test_damage_anywhere_gives_rows_of_the_right_shape_or_raises(tmp_path: Path, chance: random.Random) -> None:
    """A changed byte inside a text cannot be noticed; but nothing else than OSError and ResultBroken may come."""
    path = write_result(tmp_path / "r", ROWS)
    files = {name: name.read_bytes() for name in (path, index_of(path))}
    for _ in range(times(150, 5_000)):
        victim = chance.choice(list(files))
        data = bytearray(files[victim])
        for _ in range(chance.choice((1, 1, 8))):
            data[chance.randrange(min(len(data), chance.choice((60, len(data)))))] = chance.randrange(256)
        victim.write_bytes(data)
        try:
            source = FileRowSource(path)
        except (OSError, ResultBroken):
            victim.write_bytes(files[victim])
            continue
        try:
            rows = source.rows(0, 200)
            assert len(rows) == source.row_count or source.row_count > 200
            assert all(len(row) == len(source.columns) for row in rows)
            whole_rows(source, rows)
        except (OSError, ResultBroken):
            pass  # told, as it should be
        finally:
            source.close()
            victim.write_bytes(files[victim])


def test_a_long_cell_whose_place_is_damaged_raises_before_memory_is_taken(tmp_path: Path) -> None:
    source = FileRowSource(write_result(tmp_path / "r", ROWS))
    for cell in (
        LongCell("x", 0, 1 << 60, "text"),
        LongCell("x", 1 << 62, 10, "text"),
        LongCell("x", -5, 10, "text"),
        LongCell("x", (1 << 64) - 1, 10, "blob"),
    ):
        with pytest.raises(ResultBroken):
            source.long_cell(cell)
    assert source.long_cell(LongCell("x", 0, -5, "text")) == b""
    with pytest.raises(ResultBroken):
        source.long_cell(LongCell("x", 5, 20, "text"), 0, -3)
    source.close()


def test_an_order_that_is_cut_or_names_rows_that_are_not_there_raises(tmp_path: Path) -> None:
    base = FileRowSource(write_result(tmp_path / "r", ROWS))
    order = tmp_path / "order"
    order.write_bytes(b"".join(number.to_bytes(8, "little") for number in range(130)))
    ordered = OrderedRowSource(base, order, 130)
    os.truncate(order, 8 * 100 + 3)
    assert whole_rows(ordered, ordered.rows(0, 100)) == ROWS[:100]
    for first, count in ((0, 130), (99, 2), (110, 10)):
        with pytest.raises(ResultBroken):
            ordered.rows(first, count)
    with pytest.raises(ResultBroken):
        ordered.rows_at([110])
    order.write_bytes((2**64 - 1).to_bytes(8, "little") * 130)
    with pytest.raises(ResultBroken):
        ordered.rows(0, 1)
    ordered.close()
    base.close()


def test_a_closed_source_raises_and_reads_no_other_file(tmp_path: Path) -> None:
    source = FileRowSource(write_result(tmp_path / "r", ROWS))
    source.close()
    source.close()
    entry = ENTRY.pack(0, 0, 0, 200) * 10
    (tmp_path / "other").write_bytes(entry)
    with (tmp_path / "other").open("rb"), (tmp_path / "other").open("rb"), pytest.raises((OSError, ResultBroken)):
        source.rows(0, 10)
