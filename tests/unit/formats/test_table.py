"""The table: easy to read, and never less than the result."""

from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.formats.table import MEASURED_ROWS, TableFormat


def table(columns: tuple[Column, ...], *rows: Row) -> str:
    output = TableFormat(columns)
    return (output.head() + (output.rows(rows) if rows else b"") + output.rest() + output.tail()).decode()


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    assert table((Column("n"), Column("text"), Column("x")), (5, "a", 1.5), (1000, None, 10.25)).splitlines() == [
        "   n | text |     x",
        "-----+------+------",
        "   5 | a    |   1.5",
        "1000 | NULL | 10.25",
    ]


def test_a_column_of_nulls_goes_by_its_declared_type() -> None:
    columns = (Column("long name", is_numeric=True), Column("long name", is_numeric=False), Column("c"))
    assert table(columns, (None, None, 1)).splitlines()[2] == "     NULL | NULL      | 1"


def test_wide_and_combining_characters_keep_the_columns_straight() -> None:
    lines = table((Column("a"), Column("b")), ("日本", 1), ("e\u0301", 2)).splitlines()
    assert lines == ["a    | b", "-----+--", "日本 | 1", "e\u0301    | 2"]


def test_a_cell_wider_than_its_column_runs_over_and_is_not_cut() -> None:
    rows: list[Row] = [*[("short", 1)] * MEASURED_ROWS, ("x" * 50, 2)]
    lines = table((Column("a"), Column("b")), *rows).splitlines()
    assert lines[2] == "short | 1"
    assert lines[-1] == f"{'x' * 50} | 2"


def test_rows_come_as_soon_as_they_are_measured() -> None:
    output = TableFormat((Column("a"),))
    assert output.rows([(1,)] * (MEASURED_ROWS - 1)) == b""
    assert output.rows([(1,)]).count(b"\n") == MEASURED_ROWS + 2
    assert output.rows([(2,)]) == b"2\n"
    assert output.rest() == b""


def test_long_texts_end_the_measuring_early_and_do_not_widen_the_table() -> None:
    output = TableFormat((Column("a"), Column("b")))
    first = output.rows([("y" * (1 << 20), 1)]).decode().splitlines()
    assert [len(line) for line in first[:2]] == [104, 104]
    assert first[2].endswith("y | 1")


def test_what_a_terminal_would_obey_is_shown_instead() -> None:
    lines = table((Column("a\x1b[2J"),), ("line\nend\u202e",)).splitlines()
    assert lines == ["a\\x1b[2J", "-" * 15, "line\\nend\\u202e"]
