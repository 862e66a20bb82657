"""A selection as bands of rows; a statement ordered by its server; bytes of values."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.results import write_result
from lapwing.domain.results import Column, SortKey
from lapwing.domain.values import Cell, LongCell, RawText
from lapwing.gui.results.inspector.byte_source import bytes_of, is_binary
from lapwing.gui.results.selection import Span, bands_of
from lapwing.gui.results.server_order import can_be_ordered, ordered_statement
from lapwing.results.source import FileRowSource
from lapwing.sql.dialect import dialect_named

spans = st.builds(
    lambda top, height, left, width: Span(top, top + height, left, left + width),
    st.integers(0, 12),
    st.integers(0, 5),
    st.integers(0, 4),
    st.integers(0, 3),
)


@settings(max_examples=60)
@given(st.lists(spans, max_size=5), st.permutations(range(7)))
def test_bands_hold_exactly_the_selected_cells(chosen: list[Span], order: list[int]) -> None:
    bands = bands_of(chosen, order)
    cells = [(row, column) for band in bands for row in range(band.first, band.last + 1) for column in band.columns]
    wanted = {
        (row, column)
        for span in chosen
        for row in range(span.top, span.bottom + 1)
        for column in range(span.left, span.right + 1)
        if column < 7
    }
    assert len(cells) == len(set(cells))
    assert set(cells) == wanted
    assert [band.first for band in bands] == sorted(band.first for band in bands)
    assert all(list(band.columns) == [column for column in order if column in band.columns] for band in bands)


@pytest.mark.parametrize(
    ("sql", "can"),
    [
        ("SELECT 1", True),
        ("WITH a AS (SELECT 1) SELECT * FROM a -- end", True),
        ("VALUES (1)", True),
        ("DELETE FROM a RETURNING *", False),
        ("WITH a AS (DELETE FROM b RETURNING *) SELECT * FROM a", False),
        ("SELECT * INTO b FROM a", False),
        ("EXPLAIN SELECT 1", False),
        ("SHOW server_version", False),
        ("SELECT 1; SELECT 2", False),
        ("", False),
    ],
)
def test_only_what_certainly_reads_is_ordered_by_the_server(sql: str, can: bool) -> None:
    assert can_be_ordered(dialect_named("postgresql"), sql) is can


def test_the_server_orders_by_places_of_columns_whatever_stands_at_the_end() -> None:
    sql = ordered_statement("SELECT a, a FROM t -- end;\n;", [SortKey(1, descending=True), SortKey(0)])
    assert sql == "SELECT * FROM (\nSELECT a, a FROM t -- end;\n\n) AS ordered_rows ORDER BY 2 DESC, 1"


def read_all(source: FileRowSource, cell: Cell, column: Column) -> bytes:
    found = bytes_of(source, cell, column)
    parts = [found.read(start, 1_000) for start in range(0, found.size, 1_000)]
    assert b"".join(parts) == found.read(0, found.size)
    return b"".join(parts)


def test_bytes_of_values_are_read_piece_by_piece(tmp_path: Path) -> None:
    bytea, text = Column("b", "bytea"), Column("t", "text")
    long = bytes(range(256)) * 400
    rows = [(b"\x00\xff", "\\x00ff", RawText(b"a\xff"), "é", long, "\\x" + long.hex(), "é" * 70_000)]
    source = FileRowSource(write_result(tmp_path / "r", rows))
    (row,) = source.rows(0, 1)
    assert all(isinstance(cell, LongCell) for cell in row[4:])
    assert read_all(source, row[0], text) == b"\x00\xff"
    assert read_all(source, row[1], bytea) == b"\x00\xff"
    assert read_all(source, row[1], text) == b"\\x00ff"
    assert read_all(source, row[2], text) == b"a\xff"
    assert read_all(source, row[3], text) == "é".encode()
    assert read_all(source, row[4], text) == long
    assert read_all(source, row[5], bytea) == long
    assert read_all(source, row[6], text) == ("é" * 70_000).encode()
    binary = [
        is_binary(cell, column) for cell, column in zip(row[:6], [text, bytea, text, text, text, bytea], strict=True)
    ]
    assert binary == [True, True, False, False, True, True]
