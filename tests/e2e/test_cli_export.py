"""`lapwing export`: the bytes of each format are the contract, and a file stands under its name only when it is whole.

`LAPWING_WRITE_GOLDENS=1` writes the files of `golden/export` anew; read the difference before it is committed.
"""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import apsw
import pytest

from helpers.command_line import database, lapwing, said, started
from helpers.engines import ENDLESS_ROWS, look
from helpers.waiting import PATIENCE_S
from lapwing.domain.transfer import SUFFIXES, ExportFormat

GOLDENS = Path(__file__).resolve().parents[1] / "golden"
SQL = "SELECT number, kind, value, typeof(value) AS type FROM awkward ORDER BY number"


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with every awkward value."""
    return database(tmp_path_factory.mktemp("awkward") / "a.sqlite", (GOLDENS / "cli/values.sql").read_text("utf-8"))


def parts(data: bytes) -> bytes:
    """What is in an archive, one file after the other."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist()) + b"\n"


SEVERAL = """
import contextlib, io, json, sys
from lapwing.cli.main import main
ended = []
for arguments in json.load(sys.stdin):
    with contextlib.redirect_stderr(io.StringIO()) as said:
        code = main(["export", *arguments])
    ended.append((code, said.getvalue()))
print(json.dumps(ended))
"""
"""Several commands in one process: what each ended with, and said."""


def several(folder: Path, commands: list[list[str]]) -> list[tuple[int, str]]:
    """Run them in a folder."""
    done = subprocess.run(
        [sys.executable, "-c", SEVERAL],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        cwd=folder,
        check=True,
    )
    return [(code, words) for code, words in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def exported(awkward: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the awkward values in every format."""
    folder = tmp_path_factory.mktemp("exported")
    commands = []
    for name in ExportFormat:
        more = ["--into", "awkward"] if name is ExportFormat.SQL else []
        commands.append(["--url", str(awkward), "--output", f"out{SUFFIXES[name]}", *more, SQL])
    for name, (code, words) in zip(ExportFormat, several(folder, commands), strict=True):
        assert (code, words.endswith(f"rows written to out{SUFFIXES[name]}.\n")) == (0, True), words
    return folder


@pytest.mark.parametrize("name", ExportFormat)
def test_a_format_writes_the_agreed_bytes(exported: Path, name: ExportFormat) -> None:
    output = exported / f"out{SUFFIXES[name]}"
    data = parts(output.read_bytes()) if name is ExportFormat.XLSX else output.read_bytes()
    golden = GOLDENS / "export" / f"{name}.txt"
    if os.environ.get("LAPWING_WRITE_GOLDENS"):
        golden.write_bytes(data)
    assert data == golden.read_bytes()


def test_exported_inserts_give_every_value_back(awkward: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.sql"
    assert lapwing("export", "--url", awkward, "--output", output, "--table", "awkward").returncode == 0
    copy = tmp_path / "copy.db"
    connection = apsw.Connection(str(copy))
    connection.execute("CREATE TABLE awkward (number INTEGER, kind TEXT, value)")
    connection.execute(output.read_bytes().decode())
    connection.close()
    exact = "CASE typeof(value) WHEN 'real' THEN printf('%!.20g', value) ELSE hex(CAST(value AS BLOB)) END"
    every = f"SELECT number, kind, typeof(value), {exact} FROM awkward ORDER BY number"
    assert len(look(copy, every)) > 40
    assert look(copy, every) == look(awkward, every)


def test_what_sqlite3_imports_is_what_was_there(awkward: Path, tmp_path: Path) -> None:
    """Texts that its reader of CSV takes: it knows neither NULL nor NUL."""
    output = tmp_path / "out.csv"
    where = "WHERE typeof(value) IN ('text', 'integer') AND kind NOT IN ('NUL', 'not UTF-8', 'surrogate as UTF-8')"
    sql = f"SELECT number, value FROM awkward {where} ORDER BY number"
    assert lapwing("export", "--url", awkward, "--output", output, "--no-header", sql).returncode == 0
    client = shutil.which("sqlite3")
    assert client is not None, "the sqlite3 client belongs to the packages for tests"
    copy = tmp_path / "copy.db"
    script = f"CREATE TABLE t (number TEXT, value TEXT);\n.mode csv\n.import {output} t\n"
    subprocess.run([client, copy], input=script.encode(), check=True)
    values = "CAST(number AS TEXT), CAST(value AS TEXT)"
    assert look(copy, f"SELECT {values} FROM t") == look(
        awkward, f"SELECT {values} FROM awkward {where} ORDER BY number"
    )


def test_options_of_csv_are_kept(awkward: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    sql = "SELECT 'a;b' AS x, NULL AS y, '=1+1' AS z, '-5' AS n, 'NULL' AS t "
    sql += "UNION ALL SELECT 'é', '', 'q\"q', x'00ff', 1.5"
    options = ["--delimiter", ";", "--null-text", "NULL", "--guard-formulas", "--line-end", "lf"]
    options += ["--encoding", "utf-8", "--byte-order-mark", "--binary", "postgresql"]
    assert lapwing("export", "--url", awkward, "--output", output, *options, sql).returncode == 0
    assert output.read_bytes() == (
        b'\xef\xbb\xbfx;y;z;n;t\n"a;b";NULL;\'=1+1;-5;"NULL"\n\xc3\xa9;"";"q""q";\\x00ff;1.5\n'
    )
    quoted = ["--overwrite", "--quote-all", "--quote", "'", "--delimiter", "\\t", "--no-header", "--encoding", "utf-16"]
    assert lapwing("export", "--url", awkward, "--output", output, *quoted, "SELECT 1, 'it''s', NULL").returncode == 0
    assert output.read_bytes().decode("utf-16") == "'1'\t'it''s'\t\r\n"


def test_numbers_of_json_are_as_they_are_chosen(awkward: Path, tmp_path: Path) -> None:
    def written(numbers: str) -> str:
        output = tmp_path / f"{numbers}.json"
        sql = "SELECT 9007199254740993 AS a, 7 AS b, 0.5 AS c"
        assert lapwing("export", "--url", awkward, "--output", output, "--numbers", numbers, sql).returncode == 0
        return output.read_text("utf-8")

    assert written("exact") == '[\n{"a":9007199254740993,"b":7,"c":0.5}\n]\n'
    assert json.loads(written("safe")) == [{"a": "9007199254740993", "b": 7, "c": 0.5}]
    assert json.loads(written("text")) == [{"a": "9007199254740993", "b": "7", "c": "0.5"}]


def test_ctrl_c_ends_the_statement_and_leaves_no_file(awkward: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    process = started("export", "--url", awkward, "--output", output, "--progress", ENDLESS_ROWS)
    assert process.stderr is not None
    assert re.fullmatch(rb"out\.csv: [0-9,]+ rows, [0-9,]+ a second\n", process.stderr.readline())
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130, errors
    assert list(tmp_path.iterdir()) == []


REFUSED = (
    (["--output", "o.txt", "SELECT 1"], 2, "Say the format with --format"),
    (["--output", "o.csv"], 2, "There is no SQL to run"),
    (["--output", "o.csv", "--table", "awkward", "SELECT 1"], 2, "either a statement or --table"),
    (["--output", "o.csv", "DELETE FROM awkward"], 2, "Only statements that certainly change nothing"),
    (["--output", "o.csv", "SELECT missing"], 5, "no such column"),
    (["--output", "o.sql", "SELECT 1"], 2, "the name of the table"),
    (["--output", "o.json", "--quote", "'", "SELECT 1"], 2, "--quote means nothing to json"),
    (["--output", "o.csv", "--encoding", "klingon", "SELECT 1"], 2, "Texts are written in one of"),
    (["--output", "o.csv", "--encoding", "iso-8859-1", "SELECT '日'"], 6, "U+65E5"),
    (["--output", "/none/o.csv", "SELECT 1"], 6, "no such file or directory"),
    (["--output", "there.csv", "SELECT 1"], 6, "exists already"),
)
"""Arguments, the exit code, and a part of what is said."""


def test_what_keeps_an_export_from_being_made_is_said(awkward: Path, tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("old", "utf-8")
    commands = [["--url", str(awkward), *arguments] for arguments, _, _ in REFUSED]
    for (arguments, code, part), (ended, words) in zip(REFUSED, several(tmp_path, commands), strict=True):
        assert (ended, part in words) == (code, True), (arguments, words)
    assert [path.name for path in tmp_path.iterdir()] == ["there.csv"]
    assert (tmp_path / "there.csv").read_text("utf-8") == "old"


def test_a_statement_may_come_from_standard_input_with_parameters(awkward: Path, tmp_path: Path) -> None:
    output = tmp_path / "o.tsv"
    result = lapwing("export", "--url", awkward, "--output", output, "--param", "v=a\tb", "-", stdin=b"SELECT :v AS v")
    assert result.returncode == 0, said(result)
    assert output.read_bytes() == b"v\na\\tb\n"
