"""The subjects of the driver contract, one after the other."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from contract.subjects.shape import Subject
from contract.subjects.sqlite import SqliteSubject
from lapwing.drivers.base import Session

SUBJECTS: Final[dict[str, Callable[[Path], Subject]]] = {"sqlite": SqliteSubject}


@pytest.fixture(params=sorted(SUBJECTS))
def subject(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Subject]:
    """A driver with a fresh database."""
    made = SUBJECTS[request.param](tmp_path)
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
