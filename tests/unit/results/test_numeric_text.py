"""Numbers that a server sends as text are ordered as numbers; one column of raw packets is read like all of them."""

import random
from decimal import Decimal
from pathlib import Path

import pytest

from helpers.results import write_result
from lapwing.domain.results import Column, SortKey
from lapwing.domain.values import Cell
from lapwing.results.codecs import codec_named
from lapwing.results.layout import EncodedPage, ResultBroken
from lapwing.results.mysql_rows import MYSQL_ROWS, PACKETS, split_column, split_packets
from lapwing.results.sorting import sort_rows
from lapwing.results.source import FileRowSource


def order_of(tmp_path: Path, cells: list[Cell], *, descending: bool = False) -> list[Cell]:
    """The cells in the order that sorting a numeric column gives."""
    path = write_result(tmp_path / "r", [(cell,) for cell in cells], columns=(Column("n", "numeric", is_numeric=True),))
    source = FileRowSource(path)
    sort_rows(source, [SortKey(0, descending)], tmp_path / "order")
    order = memoryview((tmp_path / "order").read_bytes()).cast("Q")
    source.close()
    return [cells[number] for number in order]


def test_numbers_as_text_are_ordered_as_numbers(tmp_path: Path) -> None:
    assert order_of(tmp_path, ["10", "9", None, "-3", "100"]) == [None, "-3", "9", "10", "100"]


def test_decimals_infinities_and_nan_are_ordered_exactly_as_postgresql_orders_them(tmp_path: Path) -> None:
    big = "1" + "0" * 400
    cells: list[Cell] = ["NaN", "1.50", f"{big}.1", "Infinity", f"{big}.2", "-Infinity", "1.5", None, "1e-300", "-0"]
    assert order_of(tmp_path, cells) == [
        None, "-Infinity", "-0", "1e-300", "1.50", "1.5", f"{big}.1", f"{big}.2", "Infinity", "NaN",
    ]  # fmt: skip


def test_a_numeric_column_with_other_text_is_ordered_as_text(tmp_path: Path) -> None:
    assert order_of(tmp_path, ["$9.00", "$10.00"]) == ["$10.00", "$9.00"]


@pytest.mark.parametrize("descending", [False, True])
def test_random_numbers_are_ordered_like_their_exact_values(tmp_path: Path, descending: bool) -> None:
    chance = random.Random(1)
    cells: list[Cell] = [f"{chance.randrange(-999, 999)}.{chance.randrange(100):02d}" for _ in range(500)]
    expected = sorted(cells, key=lambda cell: Decimal(str(cell)), reverse=descending)
    assert order_of(tmp_path, cells, descending=descending) == expected


def packet(cells: list[bytes | None]) -> bytes:
    body = b"".join(b"\xfb" if cell is None else length(cell) + cell for cell in cells)
    return len(body).to_bytes(3, "little") + b"\0" + body


def length(cell: bytes) -> bytes:
    if len(cell) < 251:
        return bytes([len(cell)])
    return b"\xfc" + len(cell).to_bytes(2, "little")


def test_one_column_of_packets_is_the_same_as_that_column_of_all(tmp_path: Path) -> None:
    chance = random.Random(2)
    choices: list[bytes | None] = [None, b"", b"1", b"x" * 300, "ü".encode(), b"\xff\xfe", b"y" * 250, b"z" * 251]
    rows = [[chance.choice(choices) for _ in range(5)] for _ in range(64)]
    columns = [Column(str(number), is_binary=number == 3) for number in range(5)]
    page = b"".join(map(packet, rows))
    whole = split_packets(page, columns)
    for number, column in enumerate(columns):
        assert split_column(page, number, is_binary=column.is_binary) == [row[number] for row in whole]
    codec = codec_named(MYSQL_ROWS, columns)
    assert codec.column(PACKETS + page, 3) == [row[3] for row in whole]


def test_a_cut_page_is_refused_whichever_column_is_wanted() -> None:
    page = packet([b"one", b"two"])
    for cut in range(1, len(page)):
        with pytest.raises(ResultBroken):
            split_column(page[:cut], 1, is_binary=False)


def test_pages_of_packets_are_written_and_sorted(tmp_path: Path) -> None:
    columns = (Column("n", "int", is_numeric=True), Column("t", "varchar(9)"))
    rows = [packet([str(number).encode(), b"text"]) for number in (10, 9, 100)]
    path = write_result(tmp_path / "r", [], columns=columns, codec=MYSQL_ROWS, pages=[EncodedPage(b"".join(rows), 3)])
    source = FileRowSource(path)
    assert source.rows(0, 3) == [("10", "text"), ("9", "text"), ("100", "text")]
    sort_rows(source, [SortKey(0)], tmp_path / "order")
    assert list(memoryview((tmp_path / "order").read_bytes()).cast("Q")) == [1, 0, 2]
    source.close()
