"""What only files have: SQL, TSV, and the options of all of them."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.domain.results import Column
from lapwing.domain.transfer import BinaryAs, ExportFormat, LineEnd, NumbersAs, WriteOptions
from lapwing.domain.transfer_errors import TableNameMissing, TextNotEncodable
from lapwing.domain.values import Cell, RawText, Row
from lapwing.formats.base import Format
from lapwing.formats.csv import CsvFormat
from lapwing.formats.ndjson import NdjsonFormat
from lapwing.formats.objects import is_held_by_double
from lapwing.formats.registry import format_named
from lapwing.formats.sql import SqlFormat
from lapwing.formats.tsv import TsvFormat

TEXTS = st.text(st.sampled_from("a,;\"'\\\t\r\n\0=é日N"), max_size=6)
CELLS: st.SearchStrategy[Cell] = st.none() | TEXTS | st.integers(-(2**63), 2**63) | st.binary(max_size=3)


def whole(writer: Format, *batches: list[Row]) -> bytes:
    return writer.head() + b"".join(map(writer.rows, batches)) + writer.rest() + writer.tail()


@pytest.mark.parametrize("name", ExportFormat)
@settings(max_examples=20)
@given(rows=st.lists(st.tuples(CELLS, TEXTS | st.none()), min_size=1, max_size=9), size=st.integers(1, 9))
def test_the_bytes_do_not_depend_on_batches(name: ExportFormat, rows: list[Row], size: int) -> None:
    columns = (Column("a", is_numeric=True), Column("b"))
    options = WriteOptions(table="t", rows_per_statement=3, null_text="N", guard_formulas=True)
    together = whole(format_named(name)(columns, options), rows)
    batches = [rows[at : at + size] for at in range(0, len(rows), size)]
    assert whole(format_named(name)(columns, options), *batches) == together


@settings(max_examples=60)
@given(
    rows=st.lists(st.tuples(TEXTS | st.none(), TEXTS), min_size=1), all_=st.booleans(), null=st.sampled_from(["", "N"])
)
def test_null_is_told_from_every_text_by_quotes(rows: list[tuple[str | None, str]], all_: bool, null: str) -> None:
    options = WriteOptions(False, ";", "'", all_, null, LineEnd.LF)
    text = whole(CsvFormat((Column("a"), Column("b")), options), list(rows)).decode()
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", quotechar="'", strict=True))
    assert found == [[null if cell is None else cell for cell in row] for row in rows]
    alone = whole(CsvFormat((Column("a"),), options), [(row[0],) for row in rows]).decode()
    assert (alone == f"{null}\n" * len(rows)) is all(row[0] is None for row in rows)


def test_formulas_are_guarded_where_that_is_asked_for_and_numbers_stay() -> None:
    cells: list[Cell] = ["=1", "+x", "-1.5", "-x", "@a", "\tb", "\rc", "+1e5", "a=1", 5]
    columns = (Column("=evil"),)
    text = whole(CsvFormat(columns, WriteOptions(guard_formulas=True, line_end=LineEnd.LF)), [(c,) for c in cells])
    assert text.decode() == "'=evil\n'=1\n'+x\n-1.5\n'-x\n'@a\n'\tb\n\"'\rc\"\n+1e5\na=1\n5\n"


def test_an_encoding_that_lacks_a_character_names_the_row() -> None:
    writer = CsvFormat((Column("a"),), WriteOptions(encoding="iso-8859-1"))
    assert writer.head() + writer.rows([("é",)]) == b"a\r\n\xe9\r\n"
    with pytest.raises(TextNotEncodable) as caught:
        writer.rows([("a",), ("€",)])
    assert caught.value.facts == {"character": "U+20AC", "encoding": "iso-8859-1", "row": 3}
    assert (
        whole(TsvFormat((Column("é"),), WriteOptions(encoding="utf-16")), [("日",)]).decode("utf-16") == "é\r\n日\r\n"
    )


def test_tsv_is_one_line_a_row_whatever_is_in_it() -> None:
    row: Row = (None, "\\N", "a\tb\nc\rd\\", "", b"\x00", RawText(b"\xff"), 1.5)
    options = WriteOptions(line_end=LineEnd.LF, binary=BinaryAs.POSTGRESQL, header=False)
    writer = TsvFormat([Column("a")] * 7, options)
    assert whole(writer, [row]) == b"\\N\t\\\\N\ta\\tb\\nc\\rd\\\\\t\t\\\\x00\t\\\\xff\t1.5\n"
    assert [note.code for note in writer.notes.facts()] == ["export.note.bytes"]


def test_json_says_numbers_of_servers_as_numbers() -> None:
    texts = ["1.10", "9007199254740993", "NaN", "007", None, "1e5"]

    def lines(numbers: NumbersAs) -> list[str]:
        writer = NdjsonFormat((Column("n", is_numeric=True),), WriteOptions(numbers=numbers))
        return [line[5:-1] for line in whole(writer, [(text,) for text in texts]).decode().splitlines()]

    assert lines(NumbersAs.SAFE) == ["1.10", '"9007199254740993"', '"NaN"', '"007"', "null", "1e5"]
    assert lines(NumbersAs.EXACT) == ["1.10", "9007199254740993", '"NaN"', '"007"', "null", "1e5"]
    assert lines(NumbersAs.TEXT) == ['"1.10"', '"9007199254740993"', '"NaN"', '"007"', "null", '"1e5"']
    big = whole(NdjsonFormat((Column("n"),), WriteOptions(numbers=NumbersAs.EXACT)), [(10**30,)])
    assert json.loads(big, parse_int=str) == {"n": str(10**30)}


@given(st.from_regex(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?", fullmatch=True))
def test_a_number_called_safe_is_the_same_for_who_reads_doubles(text: str) -> None:
    from decimal import Decimal

    if is_held_by_double(text):
        assert Decimal(repr(float(text))) == Decimal(text)


def test_statements_are_those_of_the_dialect() -> None:
    columns = [Column("n", is_numeric=True), Column("t"), Column("t"), Column("b")]
    row: Row = ("9007199254740993.5", "it's \\ \0", None, b"\x01\xff")

    def values(dialect: str) -> str:
        return whole(SqlFormat(columns, WriteOptions(dialect=dialect, table="s.t")), [row]).decode()

    assert values("sqlite") == (
        'INSERT INTO s.t ("n", "t", "t_2", "b") VALUES\n'
        "('9007199254740993.5', ('it''s \\ '||char(0)||''), NULL, x'01ff');\n"
    )
    assert values("postgresql").endswith("(9007199254740993.5, E'it''s \\\\ \0', NULL, E'\\\\x01ff');\n")
    assert values("mysql").endswith("(9007199254740993.5, _utf8mb4 x'69742773205c2000', NULL, x'01ff');\n")
    assert values("mysql").startswith("INSERT INTO s.t (`n`, `t`, `t_2`, `b`) VALUES\n")
    with pytest.raises(TableNameMissing):
        SqlFormat(columns, WriteOptions(table=" "))


@pytest.mark.parametrize(
    "wrong", [{"delimiter": ";;"}, {"quote": ","}, {"null_text": 'a"'}, {"encoding": "x"}, {"rows_per_statement": 0}]
)
def test_options_that_do_not_go_together_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\."):
        WriteOptions(**wrong)  # type: ignore[arg-type]
