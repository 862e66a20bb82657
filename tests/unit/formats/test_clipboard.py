"""What is put on a clipboard: the bytes are the contract."""

import csv
import io
import json

import pytest

from lapwing.domain.results import Column, CopyFormat
from lapwing.domain.values import RawText, Row
from lapwing.formats.clipboard import clipboard_pieces, names_of

COLUMNS = (
    Column("id", "bigint", "public.orders", "id", is_numeric=True),
    Column("Name", "text", "public.orders", "customer name"),
    Column("total", "numeric", "public.orders", "total", is_numeric=True),
)
ROWS: list[Row] = [
    ("9007199254741000", 'tab\t, "quote"\nline', "1191.80"),
    ("2", None, None),
    ("3", "", "0.10"),
    ("4", "it's | a \\ path", "NaN"),
]
ALL = (0, 1, 2)


def copied(copy_format: CopyFormat, dialect: str = "postgresql", rows: list[Row] = ROWS) -> str:
    pieces = clipboard_pieces(copy_format, COLUMNS, ALL, [(ALL, rows[:1]), (ALL, rows[1:])], dialect)
    found = list(pieces)
    assert sum(ended for _, ended in found) == len(rows)
    return b"".join(piece for piece, _ in found).decode()


GOLDEN = {
    CopyFormat.TSV: '9007199254741000\t"tab\t, ""quote""\nline"\t1191.80\n2\t\t\n3\t\t0.10\n4\tit\'s | a \\ path\tNaN',
    CopyFormat.CSV: 'id,Name,total\n9007199254741000,"tab\t, ""quote""\nline",1191.80\n2,,\n3,"",0.10\n'
    "4,it's | a \\ path,NaN\n",
    CopyFormat.MARKDOWN: "| id | Name | total |\n| ---: | --- | ---: |\n"
    '| 9007199254741000 | tab\\\\t, "quote"<br>line | 1191.80 |\n| 2 | NULL | NULL |\n| 3 |  | 0.10 |\n'
    "| 4 | it's \\| a \\\\ path | NaN |\n",
    CopyFormat.INSERT: 'INSERT INTO "public"."orders" ("id", "customer name", "total") VALUES\n'
    "(9007199254741000, 'tab\t, \"quote\"\nline', 1191.80),\n(2, NULL, NULL),\n(3, '', 0.10),\n"
    "(4, E'it''s | a \\\\ path', 'NaN');\n",
    CopyFormat.IN_LIST: "((9007199254741000, 'tab\t, \"quote\"\nline', 1191.80), (3, '', 0.10), "
    "(4, E'it''s | a \\\\ path', 'NaN'))",
}


@pytest.mark.parametrize("copy_format", list(GOLDEN))
def test_cells_are_copied_exactly(copy_format: CopyFormat) -> None:
    assert copied(copy_format) == GOLDEN[copy_format]


def test_names_of_columns_stand_above() -> None:
    assert copied(CopyFormat.TSV_HEADERS) == "id\tName\ttotal\n" + GOLDEN[CopyFormat.TSV]
    assert names_of(COLUMNS, (2, 0)) == "total\tid"


def test_what_spreadsheets_read_is_what_was_copied() -> None:
    read = list(csv.reader(io.StringIO(copied(CopyFormat.TSV)), delimiter="\t"))
    assert read == [["" if cell is None else str(cell) for cell in row] for row in ROWS]


def test_json_keeps_every_value() -> None:
    found = json.loads(copied(CopyFormat.JSON), parse_float=str, parse_int=str)
    lines = [json.loads(line, parse_float=str, parse_int=str) for line in copied(CopyFormat.NDJSON).splitlines()]
    assert found == lines
    assert [[row[name] for name in ("id", "Name", "total")] for row in found] == [list(row) for row in ROWS]


def test_a_list_for_in_has_each_value_once_and_no_null() -> None:
    rows: list[Row] = [("1", "b", None), ("2", "a", None), ("3", None, None), ("4", "b", None), ("5", "a", None)]
    chosen = [((1,), rows[:3]), ((1,), rows[3:])]
    pieces = clipboard_pieces(CopyFormat.IN_LIST, COLUMNS, (1,), chosen, "sqlite")
    assert b"".join(piece for piece, _ in pieces) == b"('b', 'a')"


def test_cells_that_are_not_selected_are_left_empty() -> None:
    chosen = [((0,), ROWS[:1]), ((0, 2), ROWS[2:3])]
    pieces = clipboard_pieces(CopyFormat.TSV, COLUMNS, (0, 2), chosen)
    assert b"".join(piece for piece, _ in pieces) == b"9007199254741000\t\n3\t0.10"


def test_statements_for_rows_with_other_columns_are_others() -> None:
    chosen = [((0,), ROWS[:1]), ((0,), ROWS[1:2]), ((2,), ROWS[2:3])]
    pieces = clipboard_pieces(CopyFormat.INSERT, COLUMNS, (0, 2), chosen, "sqlite")
    assert b"".join(piece for piece, _ in pieces).decode() == (
        'INSERT INTO "public"."orders" ("id") VALUES\n(9007199254741000),\n(2);\n'
        'INSERT INTO "public"."orders" ("total") VALUES\n(0.10);\n'
    )


def test_binary_and_invalid_text_are_copied_as_they_are_shown_and_as_bytes_in_statements() -> None:
    column = (Column("b"),)
    row: Row = (b"\x0a\xff",)
    raw: Row = (RawText(b"a\xff"),)
    shown = [piece for piece, _ in clipboard_pieces(CopyFormat.TSV, column, (0,), [((0,), [row, raw])])]
    assert b"".join(shown) == b"0x0AFF\na\\xff"
    sql = b"".join(piece for piece, _ in clipboard_pieces(CopyFormat.IN_LIST, column, (0,), [((0,), [row])], "sqlite"))
    assert sql == b"(x'0aff')"


def test_one_cell_alone_is_bare() -> None:
    found = list(clipboard_pieces(CopyFormat.BARE, COLUMNS, (1,), [((1,), ROWS[:1])]))
    assert found == [(b'tab\t, "quote"\nline', 1)]
