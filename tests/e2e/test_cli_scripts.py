"""`lapwing query --file`: scripts that are read piece by piece, behind errors and in one transaction."""

import json
from pathlib import Path

import pytest

from helpers.command_line import database, lapwing
from lapwing.cli.exit_codes import ExitCode

BROKEN = """INSERT INTO t VALUES (1);
INSERT INTO nope VALUES (2);
INSERT INTO t VALUES (3);
SELECT 'it''s',
  nope;
SELECT max(a) AS most FROM t;
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return database(tmp_path / "shop.sqlite", "CREATE TABLE t (a)")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.sql"
    path.write_text(BROKEN)
    return path


def values(shop: Path) -> list[int]:
    result = lapwing("query", "--url", shop, "--format", "json", "SELECT a FROM t ORDER BY rowid")
    return [row["a"] for row in json.loads(result.stdout or b"[]")]


def test_the_first_error_of_a_file_ends_it_and_is_placed_in_it(shop: Path, broken: Path) -> None:
    result = lapwing("query", "--url", shop, "--file", broken)
    assert (result.returncode, result.stdout) == (ExitCode.STATEMENT, b"")
    lines = result.stderr.decode().splitlines()
    advice = "1 statement before it has run. Correct the statement and run it again."
    assert lines == [
        "lapwing: Statement 1: 1 row affected.",
        f"lapwing: Statement 2, in line 2: no such table: nope. {advice}",
    ]
    assert values(shop) == [1]


def test_a_file_goes_on_behind_errors_when_told_to_and_says_each(shop: Path, broken: Path) -> None:
    result = lapwing("query", "--url", shop, "--file", broken, "--on-error", "continue", "--format", "csv")
    assert (result.returncode, result.stdout) == (ExitCode.STATEMENT, b"most\r\n3\r\n")
    said = result.stderr.decode()
    assert "Statement 2, in line 2: no such table: nope.\n" in said
    assert "At 5:3: no such column: nope.\n" in said
    assert "Correct the statement" not in said


def test_a_single_transaction_leaves_all_or_nothing(shop: Path, broken: Path, tmp_path: Path) -> None:
    result = lapwing("query", "--url", shop, "--file", broken, "--single-transaction")
    assert result.returncode == ExitCode.STATEMENT
    assert b"The transaction it was part of was rolled back." in result.stderr
    assert values(shop) == []
    good = tmp_path / "good.sql"
    good.write_text("INSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);")
    assert lapwing("query", "--url", shop, "--file", good, "--single-transaction").returncode == ExitCode.OK
    assert values(shop) == [1, 2]
    again = lapwing("query", "--url", shop, "--single-transaction", "INSERT INTO t VALUES (3); COMMIT")
    assert again.returncode == ExitCode.USAGE
    assert b"in line 1, COMMIT controls transactions itself" in again.stderr
    assert values(shop) == [1, 2]


def test_what_cannot_go_together_is_refused(shop: Path, broken: Path) -> None:
    result = lapwing("query", "--url", shop, "--file", broken, "--single-transaction", "--on-error", "continue")
    assert result.returncode == ExitCode.USAGE
    assert b"stops at its first error" in result.stderr


def test_a_file_in_another_encoding_is_read_when_it_is_named(shop: Path, tmp_path: Path) -> None:
    path = tmp_path / "latin.sql"
    path.write_bytes("SELECT 'grün' AS word".encode("latin-1"))
    refused = lapwing("query", "--url", shop, "--file", path)
    assert (refused.returncode, refused.stdout) == (ExitCode.USAGE, b"")
    assert b"byte 11 is not UTF-8" in refused.stderr
    assert b"latin1" in refused.stderr
    result = lapwing("query", "--url", shop, "--file", path, "--encoding", "latin1", "--format", "csv")
    assert result.stdout.decode() == "word\r\ngrün\r\n"
    assert lapwing("query", "--url", shop, "--file", path, "--encoding", "klingon").returncode == ExitCode.USAGE


def test_a_long_file_is_summed_up_and_says_how_far_it_is_where_that_is_wanted(shop: Path, tmp_path: Path) -> None:
    path = tmp_path / "long.sql"
    path.write_text("BEGIN;\n" + "INSERT INTO t VALUES (7);\n" * 20_000 + "COMMIT;\n")
    quiet = lapwing("query", "--url", shop, "--file", path)
    assert quiet.returncode == ExitCode.OK
    assert quiet.stderr.decode().splitlines()[-1] == "lapwing: 20,000 rows affected by 20,000 statements."
    assert b"%" not in quiet.stderr
    told = lapwing("query", "--url", shop, "--file", path, "--progress")
    lines = [line for line in told.stderr.decode().splitlines() if " %: INSERT INTO t VALUES (7)" in line]
    assert lines
    assert all(" statements, " in line for line in lines)
    assert len(values(shop)) == 40_000
