"""What keeps the generic driver from opening a connection is said with what to do about it."""

import subprocess
import sys
from pathlib import Path

import pytest

from lapwing.domain.connections import Target
from lapwing.domain.errors import (
    DriverUnknown,
    FileMissing,
    LapwingError,
    ModuleMissing,
    OpeningFailed,
    ReadOnlyImpossible,
    UrlInvalid,
)
from lapwing.domain.secrets import Secret
from lapwing.drivers.registry import driver_named

CANARY = "canary-passphrase"


def refusal(url: str, *, read_only: bool = False, kind: type[LapwingError] = LapwingError) -> LapwingError:
    with pytest.raises(kind) as refused:
        driver_named("generic").open(Target("generic", url, read_only=read_only, password=Secret(CANARY)))
    said = f"{refused.value} {refused.value.next_step()} {refused.value.facts}"
    assert CANARY not in said
    assert "sqlalche.me" not in said
    return refused.value


def test_a_package_that_is_missing_is_named() -> None:
    refused = refusal("oracle+oracledb://me@db.example.org/shop", kind=ModuleMissing)
    assert "oracle on db.example.org, database shop, user me needs the Python package oracledb" in str(refused)
    assert refused.next_step().endswith("python -m pip install oracledb")
    assert "mysqlclient" in str(refusal("mysql+mysqldb://db.example.org/shop", kind=ModuleMissing))
    assert "snowflake-sqlalchemy" in str(refusal("snowflake://me@account/db", kind=ModuleMissing))


def test_an_unknown_dialect_is_told_with_those_that_are_known() -> None:
    refused = refusal("nosuch://db.example.org/shop", kind=DriverUnknown)
    assert "nosuch" in str(refused)
    assert {"duckdb", "mssql", "oracle"} <= set(refused.next_step().removesuffix(".").split(": ")[1].split(", "))


@pytest.mark.parametrize("url", ["", "nonsense", "duckdb", "duckdb//x", "mysql+pymysql://host:port/x", "://x"])
def test_what_is_no_url_is_told(url: str) -> None:
    refusal(url, kind=UrlInvalid)


def test_a_driver_for_asynchronous_programs_is_refused_with_a_sentence() -> None:
    refused = refusal("sqlite+aiosqlite:////tmp/x", kind=LapwingError)
    assert isinstance(refused, UrlInvalid | ModuleMissing)
    assert "sqlite" in str(refused)


def test_a_missing_file_is_not_made_unless_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "new.duckdb"
    assert str(path) in str(refusal(f"duckdb:///{path}", kind=FileMissing))
    assert not path.exists()
    driver_named("generic").open(Target("generic", f"duckdb:///{path}", create=True)).close()
    assert path.exists()


def test_read_only_is_refused_where_nothing_enforces_it(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").touch()
    refused = refusal(f"sqlite:///{tmp_path / 'a.sqlite'}", read_only=True, kind=ReadOnlyImpossible)
    assert "cannot be opened read-only" in str(refused)


def test_what_the_database_says_is_told(tmp_path: Path) -> None:
    path = tmp_path / "text.duckdb"
    path.write_text("this is no database " * 1_000)
    refused = refusal(f"duckdb:///{path}", kind=OpeningFailed)
    assert "not a valid DuckDB database" in str(refused)
    assert "Connection refused" in str(refusal("postgresql+psycopg://me@127.0.0.1:1/x", kind=OpeningFailed))


def test_sqlalchemy_is_loaded_only_when_a_connection_is_opened() -> None:
    code = (
        "import sys; from lapwing.drivers.registry import driver_named; driver_named('generic'); "
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0
