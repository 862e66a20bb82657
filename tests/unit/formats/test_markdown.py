"""Markdown: the cells of a row stay in their columns, and texts stay texts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.formats.markdown import MarkdownFormat


def lines(*rows: Row) -> list[str]:
    output = MarkdownFormat([Column(f"c{number}") for number in range(len(rows[0]))])
    return output.rows(rows).decode().splitlines()


@given(st.lists(st.text(st.sampled_from("ab|\\\r\n`<_"), max_size=8), min_size=2, max_size=2))
def test_a_row_has_as_many_cells_as_columns_whatever_stands_in_them(texts: list[str]) -> None:
    last = lines(tuple(texts))[-1]
    assert len(lines(tuple(texts))) == 3
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", last)) == 3


def test_markup_is_escaped_and_words_stay_readable() -> None:
    cells = ("a|b", "first\r\nsecond", "<b>&", "*x* _y_", "snake_case", "\\|", None, 7)
    assert lines(cells)[-1] == (
        r"| a\|b | first<br>second | &lt;b>&amp; | \*x\* \_y\_ | snake_case | \\\| | NULL | 7 |"
    )


def test_a_column_that_begins_with_a_number_stands_to_the_right() -> None:
    assert lines((1, "a", 1.5))[1] == "| ---: | --- | ---: |"
