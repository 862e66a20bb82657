"""What is special in looking at SQLite files: nobody is hindered, nothing is made, and the file may go away."""

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from helpers.lockers import locker
from lapwing.domain.connections import Target
from lapwing.domain.errors import ConnectionLost, FileMissing
from lapwing.domain.monitoring.metrics import Lane
from lapwing.drivers.monitoring import Monitor
from lapwing.drivers.registry import driver_named


@pytest.fixture(params=["delete", "wal"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database with a thousand rows in one of the two journal modes, which nobody has open."""
    made = tmp_path / "data base.sqlite"
    connection = apsw.Connection(str(made))
    connection.execute(f"PRAGMA synchronous=OFF; PRAGMA journal_mode={request.param}")
    connection.execute("CREATE TABLE t(a); CREATE INDEX i ON t(a)")
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO t SELECT i FROM n"
    )
    connection.close()
    return made


@pytest.fixture
def monitor(path: Path) -> Iterator[Monitor]:
    session = driver_named("sqlite").open(
        Target("sqlite", str(path), read_only=True, is_metadata=True, is_monitor=True)
    )
    assert session.monitor is not None
    yield session.monitor
    session.close()


def numbers(monitor: Monitor, lane: Lane = Lane.FAST) -> dict[str, float]:
    """By name; tables by their own."""
    return {each.labels[0][1] if each.labels else each.name: each.value for each in monitor.read(lane).readings}


def test_nothing_is_made_beside_a_file_and_nothing_of_it_changes(path: Path, monitor: Monitor) -> None:
    before = path.stat()
    for lane in (Lane.FAST, Lane.SLOW, Lane.FAST):
        monitor.read(lane)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_writer_that_waits_for_nobody_commits_while_it_is_looked_at(path: Path, monitor: Monitor) -> None:
    seen = numbers(monitor)["changes"]
    writer = apsw.Connection(str(path))
    for number in range(20):
        writer.execute("BEGIN IMMEDIATE; INSERT INTO t VALUES (?)", (number,))
        monitor.read(Lane.FAST)
        monitor.read(Lane.SLOW)
        writer.execute("COMMIT")
        assert numbers(monitor)["changes"] == seen + number + 1
    writer.close()


def test_a_file_that_somebody_has_for_himself_is_looked_at_all_the_same(path: Path, monitor: Monitor) -> None:
    with locker(path) as other:
        other.does("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO t VALUES (1)")
        found = numbers(monitor)
        assert found["lock_holders"] == 1
        assert found["pages"] > 0
        assert numbers(monitor, Lane.SLOW)["t"] > 0
        other.does("ROLLBACK")


def test_what_lies_in_the_log_counts_before_and_after_a_checkpoint(path: Path, monitor: Monitor) -> None:
    before = numbers(monitor)
    writer = apsw.Connection(str(path))
    writer.execute("INSERT INTO t SELECT randomblob(2000) FROM t")
    grown = numbers(monitor)
    pages = writer.pragma("page_count")
    assert (grown["pages"], grown["main"]) == (pages, pages * 4096)
    assert grown["pages"] > before["pages"]
    is_wal = writer.pragma("journal_mode") == "wal"
    assert (grown["wal_size"] > 0) is is_wal
    writer.execute("DELETE FROM t")
    writer.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    found = numbers(monitor)
    assert found["free_pages"] == writer.pragma("freelist_count") > 0
    assert found["free_bytes"] == found["free_pages"] * 4096
    assert found["wal_size"] == 0
    writer.execute("VACUUM")
    writer.execute("CREATE TABLE more(a)")
    found = numbers(monitor)
    assert found["free_pages"] == 0
    assert found["schema_changes"] == writer.pragma("schema_version")
    writer.close()


def test_tables_and_indexes_are_measured_by_their_pages(path: Path, monitor: Monitor) -> None:
    found = numbers(monitor, Lane.SLOW)
    assert set(found) == {"t", "i", "sqlite_schema"}
    assert sum(found.values()) == path.stat().st_size
    assert all(size % 4096 == 0 for size in found.values())


def test_a_file_that_goes_away_is_said_to_be_missing_and_another_in_its_place_is_noticed(
    path: Path, monitor: Monitor
) -> None:
    aside = path.with_name("aside")
    path.rename(aside)
    with pytest.raises(FileMissing):
        monitor.read(Lane.FAST)
    aside.rename(path)
    assert numbers(monitor)["pages"] > 0
    path.rename(aside)
    apsw.Connection(str(path)).execute("CREATE TABLE other(a)")
    with pytest.raises(ConnectionLost):
        monitor.read(Lane.FAST)


def test_an_empty_file_has_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    session = driver_named("sqlite").open(Target("sqlite", str(path), is_metadata=True, is_monitor=True))
    assert session.monitor is not None
    assert numbers(session.monitor)["pages"] == 0
    assert numbers(session.monitor, Lane.SLOW) == {}
    session.close()


def test_a_large_file_is_not_measured_table_by_table(path: Path, monitor: Monitor) -> None:
    writer = apsw.Connection(str(path))
    writer.execute("INSERT INTO t VALUES (zeroblob(34 << 20))")
    writer.close()
    read = monitor.read(Lane.SLOW)
    assert read.readings == ()
    assert [denied.metrics for denied in read.denied] == [("table_size",)]
    assert not read.denied[0].is_permission
