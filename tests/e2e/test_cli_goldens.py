"""Each output format against a file: the bytes are the contract.

`LAPWING_WRITE_GOLDENS=1` writes the files anew; read the difference before it is committed.
"""

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from helpers.command_line import database, lapwing
from lapwing.formats.registry import FormatName

GOLDENS = Path(__file__).resolve().parents[1] / "golden" / "cli"


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with every awkward value."""
    return database(tmp_path_factory.mktemp("awkward") / "a.sqlite", (GOLDENS / "values.sql").read_text("utf-8"))


@pytest.mark.parametrize("output_format", FormatName)
def test_a_format_writes_the_agreed_bytes(awkward: Path, output_format: FormatName) -> None:
    result = lapwing("query", "--url", awkward, "--format", output_format, "--file", GOLDENS / "query.sql")
    assert (result.returncode, result.stderr) == (0, b"")
    golden = GOLDENS / f"{output_format}.txt"
    if os.environ.get("LAPWING_WRITE_GOLDENS"):
        golden.write_bytes(result.stdout)
    assert result.stdout == golden.read_bytes()


def test_csv_holds_what_the_sqlite3_client_says(awkward: Path) -> None:
    """Texts and integers; the client ends a text at its first NUL, so that one is left out."""
    sql = "SELECT number, kind, value FROM awkward WHERE typeof(value) IN ('text', 'integer') AND kind NOT IN ('NUL',"
    sql += " 'not UTF-8', 'surrogate as UTF-8') ORDER BY number"
    client = shutil.which("sqlite3")
    assert client is not None, "the sqlite3 client belongs to the packages for tests"
    theirs = subprocess.run([client, "-csv", "-header", awkward, sql], capture_output=True, check=True).stdout
    ours = lapwing("query", "--url", awkward, "--format", "csv", sql).stdout

    def read(data: bytes) -> list[list[str]]:
        return list(csv.reader(io.StringIO(data.decode(), newline="")))

    assert len(read(ours)) > 25
    assert read(ours) == read(theirs)


def test_json_and_ndjson_say_the_same(awkward: Path) -> None:
    sql = "SELECT * FROM awkward ORDER BY number"
    rows = json.loads(lapwing("query", "--url", awkward, "--format", "json", sql).stdout)
    lines = lapwing("query", "--url", awkward, "--format", "ndjson", sql).stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows
    values = {row["kind"]: row["value"] for row in rows}
    assert values["2^53"] == 9007199254740992
    assert values["2^53 + 1"] == "9007199254740993"
    assert values["smallest real"] == 5e-324
    assert (values["infinity"], values["null"], values["empty blob"]) == ("Inf", None, "0x")
