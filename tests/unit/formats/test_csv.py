"""CSV: what comes back out of it is what was in the table."""

import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.results import Column
from lapwing.domain.values import Cell
from lapwing.formats.csv import CsvFormat

TEXTS = st.text(st.sampled_from('a ,"\r\n\0\\;é日'), max_size=6)


def lines(*cells: Cell) -> str:
    """One column's lines below its header."""
    output = CsvFormat((Column("c"),))
    assert output.head() == b"c\r\n"
    return output.rows([(cell,) for cell in cells]).decode()


@given(st.lists(st.tuples(TEXTS, st.none() | TEXTS, st.integers() | st.none()), min_size=1, max_size=20))
def test_a_strict_reader_gets_every_text_back(rows: list[tuple[Cell, ...]]) -> None:
    data = CsvFormat(tuple(map(Column, "abc"))).rows(rows).decode()
    expected = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert list(csv.reader(io.StringIO(data, newline=""), strict=True)) == expected


@given(st.lists(st.none() | TEXTS, min_size=1, max_size=20))
def test_null_and_the_empty_text_differ(cells: list[Cell]) -> None:
    fields = re.findall(r'("(?:[^"]|"")*"|[^\r\n"]*)\r\n', lines(*cells))
    assert [field == "" for field in fields] == [cell is None for cell in cells]
    assert [field == '""' for field in fields] == [cell == "" for cell in cells]


def test_only_what_needs_quotes_has_them() -> None:
    assert lines("plain text", "it's", "a,b") == 'plain text\r\nit\'s\r\n"a,b"\r\n'


def test_numbers_are_exact() -> None:
    assert lines(2**63 - 1, -(2**63)) == "9223372036854775807\r\n-9223372036854775808\r\n"
    assert lines(0.1, 5.0, -0.0, 1e16) == "0.1\r\n5.0\r\n-0.0\r\n1e16\r\n"
    assert lines(1e308, 1e308) == "1e308\r\n1e308\r\n", "their sum is infinite, they are not"
    assert lines(1.5, float("inf"), None) == "1.5\r\nInf\r\n\r\n"


def test_a_header_is_quoted_like_any_text() -> None:
    assert CsvFormat((Column('say "a,b"'), Column(""))).head() == b'"say ""a,b""",""\r\n'
