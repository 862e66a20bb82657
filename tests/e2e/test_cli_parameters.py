"""`lapwing query` with values for the parameters of its statements."""

from pathlib import Path

import pytest

from helpers.command_line import database, lapwing, said
from lapwing.cli.exit_codes import ExitCode


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return database(tmp_path / "shop.sqlite", "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'one'), (2, 'it''s')")


def rows(shop: Path, sql: str, *options: str, **variables: str) -> list[str]:
    """The lines of a result without their header."""
    result = lapwing("query", "--url", shop, "--format", "csv", sql, *options, variables=variables)
    assert (result.returncode, result.stderr) == (0, b"")
    return result.stdout.decode().split("\r\n")[1:-1]


def test_values_are_given_by_name(shop: Path) -> None:
    assert rows(shop, "SELECT a FROM t WHERE b = :b AND a = @a", "--param", "b=it's", "--param", ":a=2") == ["2"]
    assert rows(shop, "SELECT ?, ?1, typeof(:n), :e = '' AS e", "--param=1=x=y", "--null", "n", "--param=e=") == [
        "x=y,x=y,null,1"
    ]


def test_a_value_can_be_said_to_be_of_a_kind(shop: Path) -> None:
    sql = "SELECT typeof(:a), typeof(:b), typeof(:c)"
    kinds = ("--param=a:text=1", "--param=b:binary=0x00", "--param=c:number=1e3")
    assert rows(shop, sql, *kinds) == ["text,blob,real"]


def test_a_secret_value_comes_from_the_environment(shop: Path) -> None:
    assert rows(shop, "SELECT b FROM t WHERE b = :token", "--param-env", "token=MY_TOKEN", MY_TOKEN="one") == ["one"]


def test_what_does_not_fit_is_refused_before_anything_runs(shop: Path) -> None:
    for options, words in (
        (["--param", "a:number=secret"], "The value of the parameter a cannot be used: it is no number"),
        (["--param", "a=1", "--param", "bb=2"], "No statement has a parameter bb. It has :a, :b. Nothing was run."),
        (["--param", "a=1"], "The parameter :b has no value."),
    ):
        result = lapwing("query", "--url", shop, "DELETE FROM t WHERE a = :a; SELECT :b", *options)
        assert result.returncode == ExitCode.USAGE
        assert words in said(result)
        assert "secret" not in said(result)
    assert rows(shop, "SELECT count(*) FROM t") == ["2"]


def test_a_file_is_given_values_statement_by_statement(shop: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.sql"
    script.write_text("INSERT INTO t VALUES (3, :b);\nSELECT b FROM t WHERE a = 3;\nDELETE FROM t WHERE a = :missing")
    result = lapwing("query", "--url", shop, "--format", "csv", "--file", script, "--param", "b=it's")
    assert (result.returncode, result.stdout) == (ExitCode.USAGE, b"b\r\nit's\r\n")
    assert "The parameter :missing has no value." in said(result)


def test_a_statement_without_its_values_says_that_they_are_missing(shop: Path) -> None:
    result = lapwing("query", "--url", shop, "SELECT :a")
    assert result.returncode == ExitCode.STATEMENT
    assert "parameters without a value (:a)" in said(result)
