"""The subjects of the driver contract, one after the other."""

import os
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from contract.mysql_ways import Server
from contract.subjects.duckdb import DuckdbSubject
from contract.subjects.mariadb import MariadbSubject
from contract.subjects.mysql import MysqlSubject
from contract.subjects.postgresql import AsciiSubject, PostgresqlSubject
from contract.subjects.shape import Subject
from contract.subjects.sqlite import SqliteSubject
from lapwing.drivers.base import Session

SUBJECTS: Final[dict[str, Callable[[pytest.FixtureRequest], Subject]]] = {
    "duckdb": lambda request: DuckdbSubject(request.getfixturevalue("tmp_path")),
    "mariadb": lambda request: MariadbSubject(request.getfixturevalue("mariadb")),
    "mysql": lambda request: MysqlSubject(request.getfixturevalue("mysql")),
    "postgresql": lambda request: PostgresqlSubject(request.getfixturevalue("postgresql")),
    "postgresql-ascii": lambda request: AsciiSubject(request.getfixturevalue("postgresql")),
    "sqlite": lambda request: SqliteSubject(request.getfixturevalue("tmp_path")),
}


@pytest.fixture(autouse=True)
def no_files_of_a_person(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever runs the tests may have option files, password files and variables of his own."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("person")))
    for name in [name for name in os.environ if name.startswith(("MYSQL_", "MARIADB_"))]:
        monkeypatch.delenv(name)


@pytest.fixture(params=["mariadb", "mysql"])
def either(request: pytest.FixtureRequest) -> Server:
    """MariaDB, and MySQL."""
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=sorted(SUBJECTS))
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    """A driver with a fresh database."""
    made = SUBJECTS[request.param](request)
    yield made
    made.close()


@pytest.fixture
def session(subject: Subject) -> Iterator[Session]:
    """A session on the subject's database."""
    opened = subject.open()
    yield opened
    opened.close()


@pytest.fixture
def other(subject: Subject) -> Iterator[Session]:
    """A second session, to see what the first one has made lasting."""
    opened = subject.open()
    yield opened
    opened.close()
