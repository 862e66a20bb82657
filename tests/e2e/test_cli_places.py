"""Where the command line connects to, and that no secret ever comes back out of it."""

from pathlib import Path

import pytest

from helpers.command_line import database, lapwing, said
from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.connections import Connection
from lapwing.engine.connections.store import SavedConnections, connections_document

SECRET = "canary42"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return database(tmp_path / "my shop?.sqlite", "CREATE TABLE t (a); INSERT INTO t VALUES (1)")


@pytest.fixture
def saved(shop: Path) -> None:
    connections_document().write(
        SavedConnections((Connection("id-1", "shop", str(shop)), Connection("id-2", "kept", str(shop), read_only=True)))
    )


def test_a_saved_connection_is_found_by_name(saved: None) -> None:
    assert lapwing("query", "--connection", "shop", "--format", "csv", "SELECT a FROM t").stdout == b"a\r\n1\r\n"
    refused = lapwing("query", "--connection", "kept", "DELETE FROM t")
    assert refused.returncode == ExitCode.STATEMENT
    unknown = lapwing("query", "--connection", "shops", "SELECT 1")
    assert (unknown.returncode, said(unknown).partition(".")[0]) == (2, "lapwing: There is no connection named shops")


def test_the_variable_says_where_to_when_nothing_else_does(shop: Path) -> None:
    result = lapwing("query", "--format", "csv", "SELECT a FROM t", variables={"LAPWING_URL": str(shop)})
    assert (result.returncode, result.stdout) == (0, b"a\r\n1\r\n")
    nowhere = lapwing("query", "SELECT 1")
    assert (nowhere.returncode, "LAPWING_URL" in said(nowhere)) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "variables", "told"),
    [
        (["--url", f"postgresql://me:{SECRET}@db/shop"], {}, "The URL holds a password"),
        (["--url", f"sqlite:////tmp/x?password={SECRET}"], {}, "The URL holds a password"),
        (["--url", f"postgresql://me:{SECRET}/rest@db/shop"], {}, "cannot be read"),
        (["--url", f"postgresql://me:{SECRET}"], {}, "cannot be read"),
        (["--url", f"me:{SECRET}@db/shop"], {}, "cannot be read"),
        ([], {"LAPWING_URL": f"postgresql://me:{SECRET}@db:99999/shop"}, "cannot be read"),
        (["--url", "sqlite://", "--password-env", "PW"], {"PW": SECRET}, "SQLite takes no password"),
        (["--url", "sqlite://", "--password-env", SECRET], {}, "is not set, or empty"),
        (["--connection", "shop", "--password-env", "PW"], {"PW": SECRET}, "SQLite takes no password"),
        (["--connection", "none", "--password-env", "PW"], {"PW": SECRET}, "no connection named none"),
    ],
)
def test_a_password_is_refused_and_never_repeated(
    saved: None, home: Path, arguments: list[str], variables: dict[str, str], told: str
) -> None:
    result = lapwing("query", *arguments, "SELECT 1", variables=variables)
    assert result.returncode == ExitCode.USAGE
    assert told in said(result)
    assert result.stdout == b""
    written = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert SECRET.encode() not in result.stderr + written


def test_the_refusal_names_the_ways_that_exist() -> None:
    words = said(lapwing("query", "--url", f"postgresql://me:{SECRET}@db/shop", "SELECT 1"))
    assert "--password-env" in words
    assert "LAPWING_URL" in words


def test_what_was_typed_wrongly_is_one_sentence(tmp_path: Path) -> None:
    for arguments, told in ((["qurey"], "Did you mean `query`?"), (["query", "--fromat"], "--format")):
        result = lapwing(*arguments, cwd=tmp_path)
        assert (result.returncode, result.stdout) == (ExitCode.USAGE, b"")
        assert told in said(result)
        assert said(result).count("\n") == 1


def test_sql_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "q.sql").write_bytes(b"SELECT '\xff'")
    for result in (
        lapwing("query", "--url", "sqlite://", "--file", tmp_path / "q.sql"),
        lapwing("query", "--url", "sqlite://", stdin=b"SELECT '\xff'"),
    ):
        assert result.returncode == ExitCode.USAGE
        assert "byte 9 is not UTF-8" in said(result)
    argument = lapwing("query", "--url", "sqlite://", "SELECT '\udcff'")
    assert argument.returncode == ExitCode.USAGE
    assert "character 9 is not UTF-8" in said(argument)
