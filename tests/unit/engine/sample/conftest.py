"""Sample databases for the tests: one of the real size, and small ones."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lapwing.engine.sample.build import build_sample, ensure_sample

SMALL = 2_000


@pytest.fixture(scope="session")
def full_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "data folder" / "sample.sqlite"
    assert ensure_sample(path)
    return path


@pytest.fixture(scope="session")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "sample.sqlite"
    build_sample(path, rows=SMALL)
    return path


@pytest.fixture
def full(full_path: Path) -> Iterator[sqlite3.Connection]:
    """The real one, to be read only."""
    with closing(sqlite3.connect(f"{full_path.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


@pytest.fixture
def changeable(small_path: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the small one, with foreign keys enforced."""
    path = tmp_path / "copy.sqlite"
    path.write_bytes(small_path.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection
