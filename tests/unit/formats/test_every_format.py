"""What all formats have in common: their bytes are the contract, whoever hands the rows over."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, RawText, Row
from lapwing.formats.base import Format
from lapwing.formats.registry import FormatName, format_named

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["", ",", '"', "\r\n", "a\0", "NULL"]
)
CELLS: st.SearchStrategy[Cell] = (
    st.none()
    | TEXTS
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.binary(max_size=4)
    | st.just(RawText(b"a\xff"))
)
COLUMNS = st.lists(st.sampled_from(["text", "int", "real", "any"]), min_size=1, max_size=4)


@st.composite
def results(draw: st.DrawFn) -> tuple[tuple[Column, ...], list[Row]]:
    """Columns of one kind mostly, as in real tables, and up to a few pages of rows."""
    kinds = draw(COLUMNS)
    of_kind = {"text": TEXTS, "int": st.integers(-(2**63), 2**63 - 1), "real": st.floats(allow_nan=False), "any": CELLS}
    rows = draw(st.lists(st.tuples(*(of_kind[kind] for kind in kinds)), max_size=12))
    return tuple(Column(draw(TEXTS), is_numeric=kind == "int") for kind in kinds), rows


def written(output_format: Format, batches: Sequence[Sequence[Row]]) -> bytes:
    parts = [output_format.head(), *(output_format.rows(batch) for batch in batches), output_format.rest()]
    return b"".join(parts) + output_format.tail()


@pytest.mark.parametrize("name", FormatName)
@given(result=results(), size=st.integers(2, 12))
def test_the_bytes_do_not_depend_on_batches(
    name: FormatName, result: tuple[tuple[Column, ...], list[Row]], size: int
) -> None:
    columns, rows = result
    one_by_one = written(format_named(name)(columns), [[row] for row in rows])
    together = [rows[at : at + size] for at in range(0, len(rows), size)]
    assert written(format_named(name)(columns), together) == one_by_one


@pytest.mark.parametrize("name", FormatName)
def test_a_result_without_rows_still_has_its_shape(name: FormatName) -> None:
    empty = {
        "table": b"a | b\n--+--\n",
        "csv": b"a,b\r\n",
        "json": b"[]\n",
        "ndjson": b"",
        "markdown": b"| a | b |\n| --- | --- |\n",
    }
    assert written(format_named(name)((Column("a"), Column("b"))), []) == empty[name]


@pytest.mark.parametrize("name", FormatName)
def test_1600_columns_of_one_name_are_written(name: FormatName) -> None:
    columns = tuple(Column("same") for _ in range(1600))
    data = written(format_named(name)(columns), [[tuple(range(10_000, 11_600))] * 2])
    assert data.count(b"11599") == 2


@pytest.mark.parametrize("name", FormatName)
@pytest.mark.parametrize("size", [64, 199, 200, 201, 500])
def test_long_results_do_not_depend_on_batches_either(name: FormatName, size: int) -> None:
    rows: list[Row] = [(number, "x" * (number % 70), None) for number in range(500)]
    columns = tuple(map(Column, "abc"))
    batches = [rows[at : at + size] for at in range(0, 500, size)]
    assert written(format_named(name)(columns), batches) == written(
        format_named(name)(columns), [[row] for row in rows]
    )
