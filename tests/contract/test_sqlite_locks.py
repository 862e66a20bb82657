"""Locked SQLite files: who waits, for whom, how long, and how the waiting ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from contract.asking import rows_of, run, scalar
from helpers.lockers import Locker, locker
from helpers.processes import hears
from lapwing.domain.connections import Target, TransactionMode, TransactionState
from lapwing.domain.errors import DatabaseLocked, SnapshotOutdated, StatementCancelled
from lapwing.drivers.base import Session
from lapwing.drivers.registry import driver_named

HOUR_S = 3_600.0
SOON_S = 0.4


class Listener:
    """Hears of waiting, and does something about it the first time."""

    def __init__(self, act: Callable[[], None] = lambda: None) -> None:
        self.heard: list[tuple[float, str]] = []
        self._act = act

    def waits_for_lock(self, waited_s: float, holders: str) -> None:
        self.heard.append((waited_s, holders))
        if len(self.heard) == 1:
            self._act()


@pytest.fixture(params=["delete", "wal"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A database in one of the two journal modes."""
    made = tmp_path / "data base.sqlite"
    connection = apsw.Connection(str(made))
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute(f"PRAGMA journal_mode={request.param}")
    connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    connection.close()
    return made


@pytest.fixture
def other(path: Path) -> Iterator[Locker]:
    with locker(path) as process:
        yield process


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """A session that waits for ever."""
    opened = open_session(path, HOUR_S)
    yield opened
    opened.close()


def open_session(path: Path, busy_timeout_s: float, **options: str) -> Session:
    return driver_named("sqlite").open(
        Target("sqlite", str(path), options={"busy_timeout": str(busy_timeout_s), **options})
    )


def is_wal(path: Path) -> bool:
    return path.read_bytes()[18] == 2


def test_a_lock_that_is_not_given_up_ends_in_an_error_that_names_its_holder(path: Path, other: Locker) -> None:
    session = open_session(path, SOON_S)
    session.listener = listener = Listener()
    other.does("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLocked) as refused:
        run(session, "INSERT INTO t VALUES (2)")
    assert f"({other.pid})" in str(refused.value)
    assert listener.heard
    assert all(holders == listener.heard[0][1] and f"({other.pid})" in holders for _, holders in listener.heard)
    assert [waited for waited, _ in listener.heard] == sorted(waited for waited, _ in listener.heard)
    other.does("ROLLBACK")
    run(session, "INSERT INTO t VALUES (2)")
    session.close()


def test_the_statement_goes_on_when_the_lock_is_given_up(session: Session, other: Locker) -> None:
    session.listener = listener = Listener(lambda: other.does("COMMIT"))
    other.does("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)")
    run(session, "INSERT INTO t VALUES (3)")
    assert len(listener.heard) >= 1
    assert rows_of(session, "SELECT a FROM t") == [(1,), (2,), (3,)]


def test_a_transaction_keeps_its_lock_when_further_sessions_are_opened_and_closed(
    path: Path, session: Session, other: Locker
) -> None:
    """Whoever closes a file lets go of all locks that his process has on it."""
    session.begin()
    run(session, "INSERT INTO t VALUES (2)")
    open_session(path, SOON_S).close()
    other.starts("PRAGMA busy_timeout=0")
    assert hears(other.process) == "done"
    other.starts("INSERT INTO t VALUES (99)")
    assert "BusyError" in hears(other.process)
    session.commit()
    assert rows_of(session, "SELECT a FROM t") == [(1,), (2,)]


def test_cancel_ends_the_waiting(session: Session, other: Locker) -> None:
    session.listener = Listener(session.cancel)
    other.does("BEGIN IMMEDIATE")
    with pytest.raises(StatementCancelled):
        run(session, "INSERT INTO t VALUES (3)")
    other.does("ROLLBACK")
    assert rows_of(session, "SELECT a FROM t") == [(1,)]


def test_commit_and_savepoints_wait_and_are_cancelled_like_statements(
    path: Path, session: Session, other: Locker
) -> None:
    if is_wal(path):
        pytest.skip("with a write-ahead log readers do not hold up a commit")
    run(session, "BEGIN")
    run(session, "INSERT INTO t VALUES (2)")
    other.does("BEGIN; SELECT * FROM t")
    session.listener = Listener(session.cancel)
    with pytest.raises(StatementCancelled):
        session.commit()
    assert session.transaction() is TransactionState.OPEN
    session.listener = Listener(lambda: other.does("COMMIT"))
    session.commit()
    assert session.transaction() is TransactionState.IDLE
    assert rows_of(session, "SELECT a FROM t") == [(1,), (2,)]


def test_a_commit_that_stays_locked_out_leaves_the_transaction_open(path: Path, other: Locker) -> None:
    if is_wal(path):
        pytest.skip("with a write-ahead log readers do not hold up a commit")
    session = open_session(path, SOON_S)
    run(session, "BEGIN")
    run(session, "INSERT INTO t VALUES (2)")
    other.does("BEGIN; SELECT * FROM t")
    with pytest.raises(DatabaseLocked, match=str(other.pid)):
        session.commit()
    assert session.transaction() is TransactionState.OPEN
    other.does("COMMIT")
    session.commit()
    session.close()


def test_two_that_wait_for_each_other_are_told_at_once(path: Path, session: Session, other: Locker) -> None:
    """One reads and wants to write, the other writes and wants to commit: no waiting helps."""
    if is_wal(path):
        pytest.skip("with a write-ahead log this is an outdated snapshot")
    run(session, "BEGIN")
    assert rows_of(session, "SELECT a FROM t") == [(1,)]
    other.does("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)")
    other.starts("COMMIT")
    session.listener = Listener(lambda: pytest.fail("it waits although it cannot help"))
    with pytest.raises(DatabaseLocked, match=str(other.pid)):
        run(session, "UPDATE t SET a = a")
    session.rollback()


def test_reading_is_never_held_up_with_a_write_ahead_log(path: Path, session: Session, other: Locker) -> None:
    other.does("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)")
    session.listener = Listener(lambda: pytest.fail("it waits"))
    assert rows_of(session, "SELECT a FROM t") == [(1,)]
    if not is_wal(path):
        other.does("ROLLBACK")
        other.does("BEGIN EXCLUSIVE")
        session.listener = Listener(lambda: other.does("ROLLBACK"))
        assert rows_of(session, "SELECT a FROM t") == [(1,)]


def test_a_transaction_that_began_reading_before_anothers_commit_cannot_write(
    path: Path, session: Session, other: Locker
) -> None:
    if not is_wal(path):
        pytest.skip("only with a write-ahead log")
    session.mode = TransactionMode.MANUAL
    assert rows_of(session, "SELECT a FROM t") == [(1,)]
    other.does("INSERT INTO t VALUES (2)")
    session.listener = Listener(lambda: pytest.fail("it waits although it cannot help"))
    with pytest.raises(SnapshotOutdated):
        run(session, "INSERT INTO t VALUES (3)")
    assert rows_of(session, "SELECT a FROM t") == [(1,)]
    session.rollback()
    run(session, "INSERT INTO t VALUES (3)")
    session.commit()
    assert rows_of(session, "SELECT a FROM t") == [(1,), (2,), (3,)]
    session.rollback()


def test_a_program_that_only_has_the_file_open_is_not_named(path: Path, other: Locker) -> None:
    session = open_session(path, SOON_S)
    with locker(path) as idle:
        idle.does("SELECT * FROM t")
        other.does("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked) as refused:
            run(session, "INSERT INTO t VALUES (2)")
    assert str(other.pid) in str(refused.value)
    assert str(idle.pid) not in str(refused.value)
    session.close()


def test_another_session_of_this_program_is_named_as_such(path: Path) -> None:
    waiting, holding = open_session(path, SOON_S), open_session(path, SOON_S)
    run(holding, "BEGIN IMMEDIATE")
    waiting.listener = listener = Listener()
    with pytest.raises(DatabaseLocked, match="another session"):
        run(waiting, "INSERT INTO t VALUES (2)")
    assert {holders for _, holders in listener.heard} == {"another session here"}
    holding.close()
    waiting.close()


def test_who_holds_an_attached_file_is_named(path: Path, tmp_path: Path) -> None:
    attached = tmp_path / "attached.sqlite"
    attached.write_bytes(path.read_bytes())
    session = open_session(path, SOON_S, **{"attach.more": str(attached)})
    with locker(attached) as other:
        other.does("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked, match=str(other.pid)):
            run(session, "INSERT INTO more.t VALUES (2)")
    run(session, "INSERT INTO more.t VALUES (2)")
    session.close()


def test_opening_a_locked_file_names_its_holder(path: Path) -> None:
    with locker(path) as other:
        other.does("PRAGMA locking_mode=EXCLUSIVE")
        other.does("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseLocked, match=str(other.pid)):
            open_session(path, SOON_S)
    open_session(path, SOON_S).close()


def test_the_catalogue_waits_afresh_whatever_happened_before(path: Path, other: Locker) -> None:
    if is_wal(path):
        pytest.skip("with a write-ahead log reading does not wait")
    session = open_session(path, SOON_S)
    other.does("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseLocked):
        run(session, "SELECT * FROM t")
    with pytest.raises(DatabaseLocked, match=str(other.pid)):
        session.catalog.relations("main")
    session.listener = listener = Listener(lambda: other.does("ROLLBACK"))
    assert [relation.name for relation in session.catalog.relations("main")] == ["t"]
    assert listener.heard[0][0] < SOON_S
    session.close()


def test_a_cancelled_wait_does_not_shorten_a_later_one(path: Path, session: Session, other: Locker) -> None:
    if is_wal(path):
        pytest.skip("with a write-ahead log reading does not wait")
    session.listener = Listener(session.cancel)
    other.does("BEGIN EXCLUSIVE")
    with pytest.raises(StatementCancelled):
        run(session, "SELECT * FROM t")
    session.listener = Listener(lambda: other.does("ROLLBACK"))
    assert len(session.catalog.relations("main")) == 1
    assert scalar(session, "SELECT 7") == 7
