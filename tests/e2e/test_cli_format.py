"""`lapwing format`: files keep what is theirs, and exit codes say what happened."""

import codecs
import os
from pathlib import Path

import pytest

from helpers.command_line import lapwing, said

GOLDENS = Path(__file__).resolve().parents[1] / "golden" / "cli"
TYPED = "select a,'x' from t; -- größe\n"
FORMATTED = "SELECT a, 'x' FROM t; -- größe\n"


@pytest.mark.parametrize("dialect", ["postgresql", "mysql", "sqlite"])
def test_a_script_becomes_the_agreed_bytes(dialect: str) -> None:
    result = lapwing("format", "--dialect", dialect, GOLDENS / f"format_{dialect}.sql")
    assert (result.returncode, result.stderr) == (0, b"")
    golden = GOLDENS / f"format_{dialect}.txt"
    if os.environ.get("LAPWING_WRITE_GOLDENS"):
        golden.write_bytes(result.stdout)
    assert result.stdout == golden.read_bytes()


def test_standard_input_is_formatted_by_the_options_given() -> None:
    result = lapwing(
        "format", "--dialect", "sqlite", "--keywords", "lower", "--commas", "leading", "--width", "20", "--indent", "2",
        "--functions", "upper", "--types", "upper", stdin=b"SELECT first_one, second_one, max(third) FROM t",
    )  # fmt: skip
    assert (result.returncode, said(result)) == (0, "")
    assert result.stdout == b"select\n  first_one\n  , second_one\n  , MAX(third)\nfrom t"


@pytest.mark.parametrize(
    ("mark", "encoding", "line_end"),
    [
        (b"", "utf-8", "\n"),
        (b"", "utf-8", "\r\n"),
        (b"", "latin-1", "\r\n"),
        (codecs.BOM_UTF8, "utf-8", "\n"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "\r\n"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "\n"),
    ],
)
def test_a_file_keeps_encoding_mark_line_ends_and_permissions(
    tmp_path: Path, mark: bytes, encoding: str, line_end: str
) -> None:
    def written(text: str) -> bytes:
        return mark + text.replace("\n", line_end).encode(encoding)

    path = tmp_path / "a.sql"
    path.write_bytes(written(TYPED))
    path.chmod(0o640)
    result = lapwing("format", "--dialect", "postgresql", "--in-place", path)
    assert (result.returncode, result.stdout) == (0, b"")
    assert said(result) == f"lapwing: {path} is formatted.\n"
    assert path.read_bytes() == written(FORMATTED)
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_line_ends_inside_a_string_stay_when_not_all_lines_end_so(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    path.write_bytes(b"select 'a\r\nb';\nselect 2;\n")
    assert lapwing("format", "--dialect", "sqlite", "--in-place", path).returncode == 0
    assert path.read_bytes() == b"SELECT 'a\r\nb';\nSELECT 2;\n"


def test_a_check_writes_nothing_and_names_what_is_not_formatted(tmp_path: Path) -> None:
    wrong, right = tmp_path / "wrong.sql", tmp_path / "right.sql"
    wrong.write_text(TYPED)
    right.write_text(FORMATTED)
    result = lapwing("format", "--dialect", "sqlite", "--check", wrong, right)
    assert (result.returncode, result.stdout) == (1, b"")
    assert said(result).splitlines()[0] == f"lapwing: {wrong} would be formatted."
    assert str(right) not in said(result)
    assert wrong.read_text() == TYPED
    assert lapwing("format", "--dialect", "sqlite", "--check", right).returncode == 0


def test_what_cannot_be_done_is_said_with_its_own_code(tmp_path: Path) -> None:
    missing = lapwing("format", "--dialect", "sqlite", tmp_path / "none.sql")
    assert (missing.returncode, "none.sql" in said(missing)) == (2, True)
    for arguments in (
        ["format", "a.sql"],
        ["format", "--dialect", "oracle9", "a.sql"],
        ["format", "--dialect", "ansi", "--in-place"],
        ["format", "--dialect", "ansi", "--in-place", "--check", "a.sql"],
        ["format", "--dialect", "ansi", "-", "a.sql"],
    ):
        refused = lapwing(*arguments)
        assert refused.returncode == 2, arguments
        assert "lapwing format --help" in said(refused)
