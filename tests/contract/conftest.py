"""The subjects of the driver contract, one after the other."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest

from contract.subjects.duckdb import DuckdbSubject
from contract.subjects.mariadb import MariadbSubject
from contract.subjects.postgresql import AsciiSubject, PostgresqlSubject
from contract.subjects.shape import Subject
from contract.subjects.sqlite import SqliteSubject
from lapwing.drivers.base import Session

SUBJECTS: Final[dict[str, Callable[[pytest.FixtureRequest], Subject]]] = {
    "duckdb": lambda request: DuckdbSubject(request.getfixturevalue("tmp_path")),
    "mariadb": lambda request: MariadbSubject(request.getfixturevalue("mariadb")),
    "postgresql": lambda request: PostgresqlSubject(request.getfixturevalue("postgresql")),
    "postgresql-ascii": lambda request: AsciiSubject(request.getfixturevalue("postgresql")),
    "sqlite": lambda request: SqliteSubject(request.getfixturevalue("tmp_path")),
}


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
