"""Finding text in a result equals looking at every cell's shown text, whatever lies where in the file."""

import math
import random
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.results import mixed_row, write_result
from lapwing.domain.errors import StatementCancelled
from lapwing.domain.values import Cell, RawText, Row, cell_text
from lapwing.results import finding
from lapwing.results.finding import find_rows
from lapwing.results.source import FileRowSource


def naive(rows: list[Row], text: str, column: int | None, match_case: bool) -> list[int]:
    """Row by row, cell by cell."""

    def shows(cell: Cell) -> bool:
        if cell is None or not text:
            return False
        shown = cell_text(cell)
        if match_case:
            return text in shown
        if text.isascii():
            return re.search(re.escape(text), shown, re.IGNORECASE | re.ASCII) is not None
        return text.casefold() in shown.casefold()

    return [number for number, row in enumerate(rows) if any(map(shows, row if column is None else (row[column],)))]


def found(path: Path, text: str, column: int | None = None, *, match_case: bool = False) -> list[int]:
    source = FileRowSource(path)
    try:
        return list(find_rows(source, text, column, match_case=match_case))
    finally:
        source.close()


letters = st.text(st.sampled_from("abAB kK\u212a é\u00c9ßẞsSİiı01xXfFeE+-.\\nN🐦\0"), max_size=6)
cells = st.one_of(
    st.none(),
    letters,
    st.integers(-99, 999),
    st.sampled_from([0.1, -0.0, math.inf, -math.inf, 1e300, 5e-324]),
    st.binary(max_size=3),
    st.lists(st.sampled_from([b"a", b"\xff", b"\xe9", b"K", "é".encode()]), max_size=5).map(b"".join).map(RawText),
)


@given(st.lists(st.tuples(cells, cells), max_size=80), letters, st.sampled_from([None, 0, 1]), st.booleans())
@example([(math.inf, None)], "inf", None, False)
@example([(math.inf, None), (-math.inf, "in")], "In", None, True)
@example([(RawText(b"Jos\xe9"), None)], "s\\xe9", None, False)
@example([(b"\xde\xad", 57005)], "dead", 0, False)
@example([("\u212a", "k")], "k", None, False)
def test_the_rows_found_are_those_that_show_the_text(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], text: str, column: int | None, match_case: bool
) -> None:
    path = write_result(tmp_path_factory.mktemp("find") / "r", rows, width=2)
    assert found(path, text, column, match_case=match_case) == naive(rows, text, column, match_case)


@pytest.mark.parametrize("match_case", [False, True])
@pytest.mark.parametrize("text", ["Straße", "asse", "straße", "🐦", "17", "\\xff", "7e+2", "0xFF", "STRA", "\0"])
def test_rows_with_cells_of_every_size_are_found(
    tmp_path: Path, chance: random.Random, text: str, match_case: bool
) -> None:
    rows = [mixed_row(chance, number) for number in range(250)]
    path = write_result(tmp_path / "r", rows)
    assert found(path, text, match_case=match_case) == naive(rows, text, None, match_case)


def test_a_word_in_a_long_cell_is_found_wherever_the_cell_had_to_lie(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("x" * 60_000, 1),
        ("y" * 100_000 + "needle", "z" * 10_000),
        ("x" * 50_000, "y" * 70_000 + "needle"),
        (3, "needle"),
        ("needle" + "w" * 70_000, b"needle" * 20_000),
        (RawText(b"\xff needle" + b"v" * 70_000), 5),
        (None, b"needle"),
    ]
    path = write_result(tmp_path / "r", rows)
    assert found(path, "needle") == [1, 2, 3, 4, 5]
    assert found(path, "NEEDLE", 0) == [1, 4, 5]


@pytest.mark.parametrize("size", [7, 8, 13, 64, 1_000])
def test_words_over_the_ends_of_blocks_are_found(
    tmp_path: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(finding, "_BLOCK_BYTES", size)
    words = ["needle", "neneedle", "Nadel", "nee", "dle", "ü" * 9]
    rows: list[Row] = [("".join(chance.choices(words, k=3)), number) for number in range(200)]
    path = write_result(tmp_path / "r", rows)
    for text in ("needle", "eneed", "NADEL", "dlenee", "ü" * 15, "needleneedleneedle", "e"):
        assert found(path, text) == naive(rows, text, None, False), text


def test_a_word_longer_than_a_block_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_BLOCK_BYTES", 5)
    rows: list[Row] = [("before",), ("a rather long word",), ("after",)]
    assert found(write_result(tmp_path / "r", rows), "rather long word") == [1]


def test_only_announced_rows_are_found(tmp_path: Path) -> None:
    source = FileRowSource(write_result(tmp_path / "r", [("needle",)] * 200, batch=50), 70)
    assert list(find_rows(source, "needle")) == list(range(70))
    assert list(find_rows(source, "edl", match_case=True)) == list(range(70))
    source.announce(0)
    assert list(find_rows(source, "needle")) == []
    source.close()


@pytest.mark.parametrize("column", [-1, 1, 99])
def test_a_column_that_is_not_there_is_refused(tmp_path: Path, column: int) -> None:
    path = write_result(tmp_path / "r", [("needle",)])
    with pytest.raises(IndexError):
        found(path, "needle", column)


@pytest.mark.parametrize("text", ["needle", "7", "ß"])
def test_a_search_without_any_hit_stops_when_told(tmp_path: Path, text: str) -> None:
    source = FileRowSource(write_result(tmp_path / "r", [("hay",)] * 100))
    with pytest.raises(StatementCancelled):
        list(find_rows(source, text, stop=lambda: True))
    source.close()


def test_an_overlapping_hit_does_not_make_a_row_appear_twice(tmp_path: Path) -> None:
    rows: list[Row] = [("aaaa", "aaaa")] * 3
    assert found(write_result(tmp_path / "r", rows), "aa") == [0, 1, 2]
