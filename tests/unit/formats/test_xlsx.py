"""XLSX: what a spreadsheet reads back, by the standard's own rules (zip and XML), and what is told."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence

import pytest

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.transfer_errors import TooManyColumnsForXlsx
from lapwing.domain.values import Cell, RawText, Row
from lapwing.formats import xlsx
from lapwing.formats.xlsx import XlsxFormat, letters

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(columns: Sequence[Column], rows: Sequence[Row], **options: bool) -> tuple[zipfile.ZipFile, XlsxFormat]:
    writer = XlsxFormat(columns, WriteOptions(**options))  # type: ignore[arg-type]
    data = writer.head() + (writer.rows(rows) if rows else b"") + writer.rest() + writer.tail()
    return zipfile.ZipFile(io.BytesIO(data)), writer


def read(archive: zipfile.ZipFile, sheet: int = 1) -> list[list[tuple[str, str] | None]]:
    """Kind and value of each cell as a reader takes them: `n`, `b`, `date`, `moment` or `text`; None for no cell."""
    root = ET.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    return [[_cell(cell) for cell in row] for row in root.iter(f"{MAIN}row")]


def _cell(cell: ET.Element) -> tuple[str, str] | None:
    text = cell.find(f"{MAIN}is/{MAIN}t")
    if text is not None:
        shown = re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text.text or "")
        return "text", shown
    value = cell.findtext(f"{MAIN}v")
    if value is None:
        return None
    kind = {"1": "date", "2": "moment"}.get(cell.get("s", ""), cell.get("t", "n"))
    return kind, value


def cells(column: Column, *values: Cell) -> list[tuple[str, str] | None]:
    archive, _ = written([column], [(value,) for value in values], header=False)
    return [row[0] for row in read(archive)]


def test_a_number_is_a_number_only_where_a_double_holds_it() -> None:
    numeric = Column("n", "numeric", is_numeric=True)
    assert cells(numeric, "1.10", "-5", "123456789012345", "9007199254740992") == [
        ("n", "1.10"), ("n", "-5"), ("n", "123456789012345"), ("n", "9007199254740992"),
    ]  # fmt: skip
    texts = ["9007199254740993", "1.2345678901234567", "NaN", "007", "1e400", "9" * 1000]
    assert cells(numeric, *texts) == [("text", text) for text in texts]
    assert cells(Column("n"), 7, 0.1, 2**53 + 1, float("inf")) == [
        ("n", "7"), ("n", "0.1"), ("text", str(2**53 + 1)), ("text", "Inf"),
    ]  # fmt: skip


def test_dates_are_dates_where_a_spreadsheet_has_them() -> None:
    assert cells(Column("d", "date"), "1900-03-01", "2026-11-21", "1900-02-28", "infinity", "2026-02-30") == [
        ("date", "61"), ("date", "46347"), ("text", "1900-02-28"), ("text", "infinity"), ("text", "2026-02-30"),
    ]  # fmt: skip
    moments = cells(Column("m", "timestamp without time zone"), "2026-11-21 12:00:00", "2026-11-21 00:00:00.123456")
    assert moments == [("moment", "46347.5"), ("text", "2026-11-21 00:00:00.123456")]
    zoned = "2026-11-21 12:00:00+01"
    assert cells(Column("m", "timestamp with time zone"), zoned) == [("text", zoned)]
    assert cells(Column("b", "boolean"), "t", "f", None) == [("b", "1"), ("b", "0"), None]


def test_no_text_is_a_formula_or_loses_a_character() -> None:
    texts = ["=1+1", "\0\x0b\r\n\t", "_x0041_ and _x", " <a&b> ", "\ufffe🐦", ""]
    assert cells(Column("t", "text"), *texts) == [("text", text) for text in texts]


def test_what_is_written_otherwise_is_told() -> None:
    rows: list[Row] = [("short",), ("x" * 32_768,), (RawText(b"a\xff"),), ("y" * 40_000,)]
    archive, writer = written([Column("t")], rows)
    assert [(note.code, note.facts) for note in writer.notes.facts()] == [
        ("export.note.cut", {"count": 2, "row": 2}),
        ("export.note.bytes", {"count": 1, "row": 3}),
    ]
    assert read(archive)[2][0] == ("text", "x" * 32_767)


def test_a_full_sheet_goes_on_on_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    columns = [Column("a"), Column("a")]
    archive, writer = written(columns, [(number, "x") for number in range(7)])
    heading = [("text", "a"), ("text", "a")]
    numbers = [[("n", str(number)), ("text", "x")] for number in range(7)]
    assert [read(archive, sheet) for sheet in (1, 2, 3)] == [
        [heading, *numbers[:3]], [heading, *numbers[3:6]], [heading, *numbers[6:]],
    ]  # fmt: skip
    assert [note.code for note in writer.notes.facts()] == ["export.note.sheets"]
    names = ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")
    assert [sheet.get("name") for sheet in names] == ["Rows", "Rows 2", "Rows 3"]


def test_a_result_without_rows_is_a_sheet_with_its_heading() -> None:
    archive, _ = written([Column("a", "integer")], [])
    assert read(archive) == [[("text", "a")]]
    assert archive.testzip() is None


def test_columns_are_named_as_spreadsheets_name_them() -> None:
    assert [letters(number) for number in (0, 25, 26, 701, 702, 16_383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    with pytest.raises(TooManyColumnsForXlsx):
        XlsxFormat([Column("a")] * 16_385)
