"""What only PostgreSQL's monitor does: its views differ by version, rights and role of the server."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest

from contract.asking import run
from contract.monitoring.postgresql_monitored import PostgresqlMonitored
from contract.monitoring.test_monitors import (
    Numbers,
    activity_of,
    fast,
    numbers,
    sessions,
    sessions_in,
    wait_until_alone,
)
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from helpers.servers.standby import NAME, standby_of
from helpers.waiting import eventually
from lapwing.domain.connections import METADATA_NAME
from lapwing.domain.errors import StatementFailed
from lapwing.domain.monitoring.activity import ActivityState
from lapwing.domain.monitoring.metrics import Lane
from lapwing.drivers.base import Session
from lapwing.drivers.monitoring import Monitor, ServerReadings
from lapwing.drivers.postgresql import activity as reading
from lapwing.drivers.postgresql import metric_parts
from lapwing.drivers.postgresql import session as opened_session
from lapwing.drivers.postgresql.objects import query

TOLD_S = 0.7
"""Version 13 tells what a session did, our looks too, when half a second has passed since it told the last time."""


@pytest.fixture(params=["13", "18"], scope="module")
def subject(request: pytest.FixtureRequest) -> Iterator[PostgresqlMonitored]:
    made = PostgresqlMonitored(request.getfixturevalue("postgresql_of")(request.param))
    try:
        made.do(*made.setup)
        yield made
    finally:
        made.close()


@pytest.fixture
def monitor(subject: PostgresqlMonitored) -> Iterator[Monitor]:
    with subject.monitor() as opened:
        wait_until_alone(opened)
        yield opened


def slow(monitor: Monitor) -> Numbers:
    return numbers(monitor.read(Lane.SLOW))


def seen(monitor: Monitor, is_so: Callable[[ServerReadings], bool]) -> ServerReadings:
    """A look in which that is so: who waits is shown as waiting for nobody while it looks for deadlocks."""

    def look() -> ServerReadings | None:
        read = monitor.read(Lane.FAST)
        return read if is_so(read) else None

    found = eventually(look)
    assert found is not None
    return found


def locks_of(read: ServerReadings) -> set[tuple[str, str, bool]]:
    return {(lock.object, lock.session_id, lock.is_granted) for lock in activity_of(read).locks}


def pid(session: Session) -> str:
    return str(session.surroundings().server_pid)


@contextmanager
def waiting(session: Session, *statements: str) -> Iterator[str]:
    """A session whose last statement waits for a lock meanwhile, in a transaction; its id."""
    found = pid(session)
    with ThreadPoolExecutor(1) as thread:
        session.begin()
        for statement in statements[:-1]:
            run(session, statement)
        way = thread.submit(run, session, statements[-1])
        try:
            yield found
        finally:
            session.cancel()
            way.exception(30)
            session.rollback()


def test_a_prepared_transaction_that_blocks_is_shown_as_a_session(
    subject: PostgresqlMonitored, monitor: Monitor
) -> None:
    gid = f"it's {subject.database}"
    prepares = "PREPARE TRANSACTION '" + gid.replace("'", "''") + "'"
    subject.do("BEGIN", "UPDATE accounts SET note = 'p' WHERE id = 3", prepares)
    try:
        with subject.person() as person, waiting(person, "UPDATE accounts SET note = 'q' WHERE id = 3") as waits:
            name = f"prepared: {gid}"
            look = seen(monitor, lambda read: {one for _, one, _ in locks_of(read)} == {waits, name})
            found = sessions_in(look)
            assert found[waits].blocked_by == (name,)
            assert found[name].state is ActivityState.IN_TRANSACTION
            assert found[name].database == subject.database
            read = numbers(look)
            assert (read["prepared_transactions"], read["blocked_sessions"], read["blocking_sessions"]) == (1, 1, 1)
            assert read["oldest_snapshot_age{holder=prepared transaction}"] >= 1
            with pytest.raises(StatementFailed, match="ROLLBACK PREPARED"):
                monitor.end_session(name, "")
    finally:
        subject.do(prepares.replace("PREPARE TRANSACTION", "ROLLBACK PREPARED"))


@pytest.mark.parametrize(
    ("held", "wanted", "named"),
    [
        ("LOCK TABLE accounts IN SHARE MODE", "DELETE FROM accounts", "public.accounts"),
        ("SELECT pg_advisory_xact_lock(-7)", "SELECT pg_advisory_xact_lock(-7)", "advisory lock -7"),
        ("SELECT pg_advisory_xact_lock(-1, 2)", "SELECT pg_advisory_xact_lock(-1, 2)", "advisory lock -1, 2"),
    ],
)
def test_what_is_locked_is_named_for_people(
    subject: PostgresqlMonitored, monitor: Monitor, held: str, wanted: str, named: str
) -> None:
    with subject.person() as holder, subject.person() as person:
        holder.begin()
        run(holder, held)
        with waiting(person, wanted) as waits:
            expected = {(named, pid(holder), True), (named, waits, False)}
            look = seen(monitor, lambda read: locks_of(read) >= expected)
            assert {each for each in locks_of(look) if each[0] == named} == expected
            seen(monitor, lambda read: sessions_in(read)[waits].wait.startswith("Lock: "))
        holder.rollback()


def test_the_third_in_the_queue_for_a_row_waits_for_the_row(subject: PostgresqlMonitored, monitor: Monitor) -> None:
    change = "UPDATE accounts SET note = note WHERE id = 1"
    with ExitStack() as ends:
        first, second, third = (ends.enter_context(subject.person()) for _ in range(3))
        first.begin()
        run(first, change)
        ends.enter_context(waiting(second, change))
        eventually(lambda: fast(monitor)["blocked_sessions"] == 1)
        ends.enter_context(waiting(third, change))

        def wanted(read: ServerReadings) -> list[str]:
            return [name for name, _, is_granted in locks_of(read) if not is_granted]

        look = seen(monitor, lambda read: numbers(read)["blocked_sessions"] == 2 and len(wanted(read)) == 2)
        waits = wanted(look)
        assert sorted(name.split(" ")[0] for name in waits) == ["row", "transaction"]
        assert any(name.startswith("row ") and name.endswith(" of public.accounts") for name in waits)


def test_metadata_sessions_are_shown_only_while_they_are_in_the_way(
    subject: PostgresqlMonitored, monitor: Monitor
) -> None:
    with subject.person() as ours, subject.person() as person:
        run(ours, f"SET application_name = '{METADATA_NAME}'")
        ours.begin()
        run(ours, "SELECT count(*) FROM accounts")
        assert pid(ours) not in sessions(monitor)
        assert fast(monitor)["connections"] == 1
        with waiting(person, "LOCK TABLE accounts") as waits:
            look = seen(monitor, lambda read: sessions_in(read)[waits].blocked_by == (pid(ours),))
            assert sessions_in(look)[pid(ours)].is_ours
            assert numbers(look)["connections"] == 1
        ours.rollback()


def test_tables_sequences_slots_and_sizes_are_told(subject: PostgresqlMonitored, monitor: Monitor) -> None:
    subject.do(
        "CREATE TABLE large AS SELECT i FROM generate_series(1, 20000) i",
        "DELETE FROM large WHERE i % 4 = 0",
    )
    wait_until_alone(monitor)
    subject.do("ANALYZE large")  # when what the other session did is counted
    slot = f"slot_{subject.database}"
    subject.server.ask(f"SELECT pg_create_physical_replication_slot('{slot}', true)")
    try:
        eventually(lambda: "analyze_age{table=public.large}" in slow(monitor))
        read = slow(monitor)
        assert read["dead_rows"] >= 5000
        assert read["dead_rows_share{table=public.large}"] == pytest.approx(0.25)
        assert read["sequence_use{sequence=public.numbers}"] == pytest.approx(29999 / 32766, abs=1e-5)
        assert read["sequence_use{sequence=public.others}"] == pytest.approx(19999 / 32766, abs=1e-5)
        assert read[f"database_size{{database={subject.database}}}"] > 5_000_000
        assert 0 < read["table_wraparound_left{table=public.large}"] < 2**31
        assert fast(monitor)["slots_inactive"] == 1
        assert fast(monitor)[f"slot_retained{{slot={slot}}}"] >= 0
        with subject.person() as person:
            person.begin()
            run(person, "ALTER SEQUENCE numbers CACHE 2")
            with subject.monitor() as other:
                read = slow(other)
                assert "sequence_use{sequence=public.numbers}" not in read
                assert "sequence_use{sequence=public.others}" in read
            person.rollback()
    finally:
        subject.server.ask(f"SELECT pg_drop_replication_slot('{slot}')")


@pytest.mark.parametrize(("ours", "shown"), [("UTF8", "SELECT '\\xe9'"), ("EUC_JP", "")])
def test_statements_in_other_encodings_hide_nothing_else(subject: PostgresqlMonitored, ours: str, shown: str) -> None:
    server = subject.server
    databases = [server.create_database(encoding=encoding, owner=SUPERUSER) for encoding in ("LATIN1", ours)]
    try:
        with ExitStack() as ends:
            target = subject.target()
            latin = ends.enter_context(subject.person(replace(target, database=databases[0])))

            run(latin, "SELECT 'é'")
            monitor = ends.enter_context(subject.monitor(replace(target, database=databases[1])))
            read = monitor.read(Lane.FAST)
            assert not any(each.is_permission for each in read.denied)
            assert sessions(monitor)[pid(latin)].statement == shown
            assert sessions(monitor)[pid(latin)].database == databases[0]
    finally:
        for name in databases:
            server.drop_database(name)


def test_sequences_are_looked_at_some_at_a_time(subject: PostgresqlMonitored, monitor: Monitor) -> None:
    made = (
        "DO $$ BEGIN FOR i IN 1..250 LOOP EXECUTE format('CREATE SEQUENCE many.s%s AS smallint', i); END LOOP; END $$"
    )
    subject.do(
        "CREATE SCHEMA many",
        made,
        "SELECT setval(oid::regclass, 30000) FROM pg_class WHERE relkind = 'S' AND relnamespace = 'many'::regnamespace",
    )

    def told() -> int:
        return sum(name.startswith("sequence_use{sequence=many.") for name in slow(monitor))

    assert told() < 200
    assert told() == told() == 250
    subject.do("DROP SCHEMA many CASCADE")
    assert told() < 250
    assert eventually(lambda: told() == 0)


def test_what_is_known_of_a_session_is_not_told_again(
    subject: PostgresqlMonitored, monitor: Monitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_MARGIN_S", -60.0)  # everything is so old that it is known
    with subject.person() as person:
        run(person, "SELECT 'the first'")
        before = sessions(monitor)[pid(person)]
        again = sessions(monitor)[pid(person)]
        assert (before.statement, before.began, before.user) == (again.statement, again.began, again.user)
        assert (again.session_age_s or 0) > (before.session_age_s or 0)
        with subject.person() as newcomer:
            run(newcomer, "SELECT 'a newcomer'")
            assert sessions(monitor)[pid(newcomer)].statement == "SELECT 'a newcomer'"
        monkeypatch.undo()
        run(person, "SELECT 'the second'")
        assert sessions(monitor)[pid(person)].statement == "SELECT 'the second'"


def test_a_function_that_may_not_be_called_takes_only_its_figures_away(
    subject: PostgresqlMonitored, monitor: Monitor
) -> None:
    rule = "EXECUTE ON FUNCTION pg_current_wal_lsn() {} PUBLIC"
    before = set(fast(monitor))
    subject.do(f"REVOKE {rule.format('FROM')}", "GRANT pg_monitor TO reader")
    try:
        with subject.monitor(subject.restricted()) as restricted:
            read = restricted.read(Lane.FAST)
            denied = {metric for each in read.denied if each.is_permission for metric in each.metrics}
            assert "log_written" in denied
            assert before - set(numbers(read)) <= {name for name in before if name.split("{")[0] in denied}
            assert {"transactions{outcome=commit}", "sessions{state=active}"} <= set(numbers(read))
            assert "log_written" in {metric for each in restricted.read(Lane.FAST).denied for metric in each.metrics}
    finally:
        subject.do(f"GRANT {rule.format('TO')}", "REVOKE pg_monitor FROM reader")


def test_what_takes_too_long_is_given_up_for_a_while(
    subject: PostgresqlMonitored, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def slowly(name: str) -> str:
        asked.append(name)
        return "SELECT pg_sleep(60)::text, NULL::text, NULL::text" if name == "monitor_sizes" else query(name)

    monkeypatch.setattr(metric_parts, "query", slowly)
    monkeypatch.setattr(opened_session, "_LOOKS", ("SET statement_timeout = '500ms'",))
    with subject.monitor() as monitor:
        read = monitor.read(Lane.SLOW)
        assert ("database_size",) in [each.metrics for each in read.denied if not each.is_permission]
        assert {"dead_rows", "wraparound_left", "scans"} <= {each.name for each in read.readings}
        asked.clear()
        read = monitor.read(Lane.SLOW)
        assert ("database_size",) in [each.metrics for each in read.denied]
        assert "monitor_sizes" not in asked


def at_rest(monitor: Monitor, names: tuple[str, ...]) -> Numbers:
    """Figures when all is counted that earlier sessions did, those of other tests that looked among them."""
    looks: list[Numbers] = []

    def same() -> bool:
        looks.append({name: value for name, value in fast(monitor).items() if name in names})
        return len(looks) > 1 and looks[-1] == looks[-2]

    eventually(same, every_s=TOLD_S)
    return looks[-1]


def test_transactions_are_those_of_others(subject: PostgresqlMonitored, monitor: Monitor) -> None:
    names = ("transactions{outcome=commit}", "commits", f"database_transactions{{database={subject.database}}}")
    before = at_rest(monitor, names)
    with subject.server.admin(subject.database) as person:
        for _ in range(50):
            person.execute("SELECT 1")

    def grown(name: str) -> int | float:
        return fast(monitor)[name] - before[name]

    for name in names:
        eventually(lambda name=name: grown(name) >= 50, every_s=TOLD_S)  # type: ignore[misc]
        assert grown(name) < 55, "a session takes some transactions to open, and ours are more by now"


def test_what_the_server_does_not_keep_is_said_with_what_to_set(subject: PostgresqlMonitored, monitor: Monitor) -> None:
    with subject.server.settings(track_activities="off", track_io_timing="on", track_counts="off"):
        eventually(lambda: "block_read_time" in fast(monitor))
        read = monitor.read(Lane.FAST)
        reasons = {metric: each.reason for each in read.denied for metric in each.metrics}
        assert "track_activities = on" in reasons["longest_statement"]
        assert "track_counts = on" in reasons["cache_hit"]
        assert "block_time" not in reasons
        assert "rows_read" not in numbers(read)
        assert not any(each.is_permission for each in read.denied)


def test_statements_that_somebody_deallocates_are_planned_again(subject: PostgresqlMonitored) -> None:
    session = subject.driver.open(replace(subject.target(), is_metadata=True, is_monitor=True))
    assert isinstance(session, opened_session.PostgresqlSession)
    try:
        before = {lane: session.monitor.read(lane) for lane in Lane}
        session.ask("DEALLOCATE ALL")
        for lane in Lane:
            read = session.monitor.read(lane)
            assert numbers(read).keys() >= numbers(before[lane]).keys()
            assert read.denied == before[lane].denied
    finally:
        session.close()


def test_a_standby_tells_how_far_it_is_and_its_primary_too(own_postgresql: PostgreSQL) -> None:
    primary = PostgresqlMonitored(own_postgresql)
    with ExitStack() as ends:
        ends.callback(primary.close)
        ends.enter_context(own_postgresql.settings(archive_mode="on", archive_command="true"))
        own_postgresql.restart()
        port = ends.enter_context(standby_of(own_postgresql))
        at = ends.enter_context(primary.monitor())
        eventually(lambda: fast(at).get(f"replication_lag_bytes{{standby={NAME}}}") == 0)
        eventually(lambda: fast(at).get(f"replication_lag{{standby={NAME}}}") is not None)
        assert fast(at)["standbys"] == 1
        follower = ends.enter_context(primary.monitor(replace(primary.target(), port=port)))
        for lane in Lane:
            read = follower.read(lane)
            missing = {metric for each in read.denied for metric in each.metrics}
            assert read.server.role == "standby"
            assert missing <= primary.may_be_denied - {"conflicts"}
        found = fast(follower)
        primary.do("CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) i")
        eventually(lambda: fast(follower)["log_written"] > found["log_written"])
        eventually(lambda: fast(follower)["replication_lag{standby=this server}"] == 0)
        assert found["conflicts{cause=lock}"] == 0
        own_postgresql.ask("SELECT pg_switch_wal()")
        eventually(lambda: fast(at)["log_archived{outcome=archived}"] > 0)
        assert fast(at)["log_archive_age"] >= 0
