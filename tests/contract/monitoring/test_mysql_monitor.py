"""What is special in looking at MariaDB and MySQL: locks of definitions, names of databases, replicas, restarts."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from contract.asking import run
from contract.monitoring.mysql_monitored import MysqlMonitored
from contract.mysql_ways import Server
from helpers.waiting import eventually
from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.activity import Activity
from lapwing.domain.monitoring.metrics import Lane, SeriesKey
from lapwing.drivers.base import Session
from lapwing.drivers.monitoring import Monitor, ServerReadings

NEWS_S = 0.2


@pytest.fixture
def subject(either: Server) -> Iterator[MysqlMonitored]:
    made = MysqlMonitored(either)
    made.do(*made.setup)
    yield made
    made.close()


def activity_of(read: ServerReadings) -> Activity:
    assert read.activity is not None
    return read.activity


def activity(monitor: Monitor) -> Activity:
    return activity_of(monitor.read(Lane.FAST))


def number(session: Session) -> str:
    return str(session.surroundings().server_pid)


@contextmanager
def behind(subject: MysqlMonitored, *statements: str) -> Iterator[tuple[str, list[str], list["Future[object]"]]]:
    """A session that has read `accounts` in an open transaction, and others that each want to run a statement.

    Gives the number of the first one and of the others, in the order in which they wait.
    """
    with ExitStack() as ends, ThreadPoolExecutor(len(statements)) as threads:
        first = ends.enter_context(subject.person())
        others = [ends.enter_context(subject.person()) for _ in statements]
        numbers = [number(session) for session in others]
        first.begin()
        run(first, "SELECT count(*) FROM accounts")
        runs: list[Future[object]] = []
        with subject.monitor() as monitor:
            for session, statement, own in zip(others, statements, numbers, strict=True):
                runs.append(threads.submit(run, session, statement))
                eventually(lambda own=own: _waits(monitor, own), every_s=NEWS_S)  # type: ignore[misc]
        try:
            yield number(first), numbers, runs
        finally:
            first.rollback()
            for each in runs:
                each.exception(30)


def _waits(monitor: Monitor, own: str) -> bool:
    return any(each.id == own and each.wait.startswith("Lock: ") for each in activity(monitor).sessions)


def seen(monitor: Monitor, blocked_by: dict[str, tuple[str, ...]], waiting: Sequence[str]) -> ServerReadings:
    """A look in which those are blocked by these, and wait for locks.

    Who waits for the lock of a definition asks for it anew each second, and is shown at work for that moment.
    """

    def look() -> ServerReadings | None:
        read = monitor.read(Lane.FAST)
        found = {each.id: each for each in activity_of(read).sessions if each.id in blocked_by}
        is_so = {one: each.blocked_by for one, each in found.items()} == blocked_by
        return read if is_so and all(found[one].wait.startswith("Lock: ") for one in waiting) else None

    found = eventually(look, every_s=NEWS_S)
    assert found is not None
    return found


@contextmanager
def told_by_plugin(server: Server) -> Iterator[None]:
    """Where performance_schema is off, MariaDB's plugin tells who holds which definition."""
    if "MariaDB" not in server.version:
        yield
        return
    server.ask("INSTALL SONAME 'metadata_lock_info'")
    try:
        yield
    finally:
        server.ask("UNINSTALL SONAME 'metadata_lock_info'")


def test_a_table_that_is_altered_stands_between_readers(subject: MysqlMonitored) -> None:
    """One reads in a transaction, one wants to alter, and everybody who comes later waits behind that."""
    later = ("ALTER TABLE accounts ADD COLUMN more int", "SELECT count(*) FROM accounts")
    with (
        told_by_plugin(subject.server),
        behind(subject, *later) as (first, (altering, reading), runs),
        subject.monitor() as monitor,
    ):
        expected = {first: (), altering: (first,), reading: (altering,)}
        look = seen(monitor, expected, (altering, reading))
        told = activity_of(look)
        assert told.note == ""
        assert {lock.object for lock in told.locks} == {f"definition of {subject.database}.accounts"}
        read = {SeriesKey(each.name, each.labels).text: each.value for each in look.readings}
        assert (read["sessions_waiting"], read["blocked_sessions"], read["blocking_sessions"]) == (2, 2, 1)
        assert read["waits{event=Lock: table metadata}"] == 2
        own = next(each for each in told.sessions if each.id == altering)
        assert monitor.cancel_statement(altering, own.began)
        assert isinstance(runs[0].exception(30), LapwingError)
        assert runs[1].exception(30) is None, "nobody stands in the reader's way any more"


def test_where_nobody_tells_who_holds_a_definition_that_is_said(subject: MysqlMonitored) -> None:
    if "MariaDB" not in subject.server.version:
        pytest.skip("performance_schema is on")
    with (
        behind(subject, "ALTER TABLE accounts ADD COLUMN more int") as (_first, (altering,), _runs),
        subject.monitor() as monitor,
    ):
        look = seen(monitor, {altering: ()}, (altering,))
        assert "METADATA_LOCK_INFO" in activity_of(look).note
        read = {each.name: each.value for each in look.readings if not each.labels}
        assert (read["sessions_waiting"], read["blocked_sessions"]) == (1, 0)


def test_a_session_that_only_sleeps_has_nothing_to_be_cancelled(subject: MysqlMonitored) -> None:
    with subject.person() as person, subject.monitor() as monitor:
        own = number(person)
        found = next(each for each in activity(monitor).sessions if each.id == own)
        monitor.cancel_statement(own, found.began)
        assert number(person) == own, "the session and what it does next are left alone"
        assert not monitor.end_session("0", found.began)
        assert not monitor.end_session("x; DROP TABLE accounts", found.began)


def test_databases_are_told_by_their_own_names(either: Server) -> None:
    name = either.create_database("test_Größe 1-a")
    try:
        subject = MysqlMonitored(either)
        subject.do(f"CREATE TABLE `{name}`.t(id int) ENGINE=InnoDB")
        with subject.monitor() as monitor:
            read = monitor.read(Lane.SLOW)
            sizes = {
                dict(each.labels)["database"]: each.value for each in read.readings if each.name == "database_size"
            }
            assert sizes[name] >= 16_384
        subject.close()
    finally:
        either.drop_database(name)


def test_a_server_that_was_started_anew_has_another_epoch(own_mariadb: Server) -> None:
    subject = MysqlMonitored(own_mariadb)
    with subject.monitor() as monitor:
        before = monitor.read(Lane.FAST)
    own_mariadb.stop()
    own_mariadb.start()
    with subject.monitor() as monitor:
        after = monitor.read(Lane.FAST)
    assert before.epoch != after.epoch
    assert before.server.started is not None
    assert after.server.started is not None
    assert after.server.started >= before.server.started - 2  # both are of whole seconds
    assert after.server_pid == own_mariadb.pid != before.server_pid
    assert after.data_folder == f"{own_mariadb.folder / 'data'}/"


def test_a_replica_tells_how_far_it_is_behind(own_mariadb: Server) -> None:
    """It follows a source that is not there: its threads do not both run, and there is no lag to be told."""
    subject = MysqlMonitored(own_mariadb)
    own_mariadb.ask(
        "CHANGE MASTER 'north' TO MASTER_HOST='127.0.0.1', MASTER_PORT=1, MASTER_USER='nobody', MASTER_PASSWORD='x'"
    )
    own_mariadb.ask("START SLAVE 'north'")
    with subject.monitor() as monitor:
        read = monitor.read(Lane.FAST)
        values = {SeriesKey(each.name, each.labels).text: each.value for each in read.readings}
        assert values["replication_running{channel=north}"] == 0
        assert "replication_lag{channel=north}" not in values
        assert values["relay_log{channel=north}"] >= 0
        assert read.server.role == "standby"
        assert not any("replication_running" in denied.metrics for denied in read.denied)
    own_mariadb.ask("STOP SLAVE 'north'")
