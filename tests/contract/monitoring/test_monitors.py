"""What every driver's monitor does, on real servers under a load that the tests make themselves."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress

import pytest

from contract.asking import run
from contract.monitoring.monitored import Monitored
from helpers.waiting import eventually
from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.monitoring.activity import Activity, ActivitySession
from lapwing.domain.monitoring.metrics import Lane, Metric, SeriesKey
from lapwing.drivers.base import Session
from lapwing.drivers.monitoring import Monitor, ServerReadings

Numbers = dict[str, int | float]
NEWS_S = 0.2
"""InnoDB of MariaDB tells those the same again who ask for transactions and locks more often than every 0.1 s."""


@pytest.fixture
def monitor(subject: Monitored) -> Iterator[Monitor]:
    with subject.monitor() as opened:
        wait_until_alone(opened)
        yield opened


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def numbers(read: ServerReadings) -> Numbers:
    return {SeriesKey(each.name, each.labels).text: each.value for each in read.readings}


def fast(monitor: Monitor) -> Numbers:
    return numbers(monitor.read(Lane.FAST))


def activity_of(read: ServerReadings) -> Activity:
    assert read.activity is not None
    return read.activity


def sessions_in(read: ServerReadings) -> dict[str, ActivitySession]:
    return {each.id: each for each in activity_of(read).sessions}


def sessions(monitor: Monitor) -> dict[str, ActivitySession]:
    return sessions_in(monitor.read(Lane.FAST))


def wait_until_alone(monitor: Monitor) -> None:
    """Wait until nobody but Lapwing is there: a server ends sessions, and counts what they did, after they left."""
    eventually(lambda: fast(monitor).get("connections", 0) == 0)


def there(metric: Metric, read: ServerReadings) -> bool:
    names = {each.name for each in read.readings}
    return all(name in names for name in (*metric.readings, *metric.over))


def test_each_metric_is_read_or_said_to_be_denied(subject: Monitored, monitor: Monitor) -> None:
    reads = {lane: monitor.read(lane) for lane in Lane}
    for metric in monitor.metrics:
        read = reads[metric.lane]
        is_denied = any(metric.id in denied.metrics for denied in read.denied)
        assert there(metric, read) != is_denied or (metric.id in subject.may_lack and not is_denied), metric.id
    known = {metric.id for metric in monitor.metrics}
    used = {name for metric in monitor.metrics for name in (*metric.readings, *metric.over)}
    labels = {name: metric.labels for metric in monitor.metrics for name in (*metric.over, *metric.readings)}
    for read in reads.values():
        assert {metric for denied in read.denied for metric in denied.metrics} <= known & subject.may_be_denied
        for reading in read.readings:
            assert reading.name in used
            assert tuple(name for name, _value in reading.labels) in {labels[reading.name], ()}
        assert len(numbers(read)) == len(read.readings), "two readings have the same name and labels"


def test_a_server_says_what_it_is_and_what_looking_costs(monitor: Monitor) -> None:
    read = monitor.read(Lane.FAST)
    assert read.server.product
    assert read.epoch
    assert read.epoch == monitor.read(Lane.FAST).epoch
    assert read.cost_s is None or read.cost_s > 0


def all_counted(subject: Monitored, monitor: Monitor) -> Numbers:
    """Figures with all that was done before: version 13 of PostgreSQL may tell those of half a second ago."""
    before = fast(monitor)
    for statement, name in subject.load.mark:
        subject.do(statement)
        eventually(lambda name=name: fast(monitor)[name] > before[name])  # type: ignore[misc]
        wait_until_alone(monitor)
    return fast(monitor)


def test_figures_grow_by_what_a_person_does(subject: Monitored, monitor: Monitor) -> None:
    before = all_counted(subject, monitor)
    subject.do(*subject.load.statements)

    def grown(name: str) -> int | float:
        return fast(monitor).get(name, 0) - before.get(name, 0)

    for name, count in subject.load.grows_at_least.items():
        eventually(lambda name=name, count=count: grown(name) >= count)  # type: ignore[misc]
    for name, count in subject.load.grows.items():
        eventually(lambda name=name, count=count: grown(name) == count)  # type: ignore[misc]


def test_looking_is_in_no_figure(subject: Monitored, monitor: Monitor) -> None:
    def counts() -> Numbers:
        return {name: value for name, value in fast(monitor).items() if name.split("{")[0] in subject.counts_idle}

    def rests() -> Numbers:
        """What is counted once the server has counted all that happened before."""
        found = counts()
        for _ in range(5):
            monitor.read(Lane.SLOW)
            assert counts().keys() == found.keys()
        return found if counts() == found else {}

    assert eventually(rests, every_s=0.2).keys() == counts().keys()


def test_counters_are_whole_numbers(monitor: Monitor) -> None:
    grows = {name for metric in monitor.metrics if metric.unit == "per_second" for name in metric.readings}
    for lane in Lane:
        for reading in monitor.read(lane).readings:
            assert reading.name not in grows or isinstance(reading.value, int), reading


def test_a_reset_of_statistics_begins_another_epoch(subject: Monitored, monitor: Monitor) -> None:
    before = {lane: monitor.read(lane).epoch for lane in Lane}
    if not subject.reset():
        pytest.skip("This server forgets nothing by itself.")

    def is_another(lane: Lane) -> bool:
        """A server whose clock has whole seconds sees no reset in the second of its start, or of its last reset."""
        subject.reset()
        return monitor.read(lane).epoch != before[lane]

    for lane in Lane:
        eventually(lambda lane=lane: is_another(lane))  # type: ignore[misc]


def test_sessions_of_lapwings_own_are_left_out(subject: Monitored, monitor: Monitor) -> None:
    if subject.queue is None:
        pytest.skip("There are no sessions.")
    with subject.person() as person, subject.monitor() as other:
        run(person, "SELECT 'a person was here'")
        other.read(Lane.FAST)
        read = monitor.read(Lane.FAST)
        assert read.activity is not None
        people = [each for each in read.activity.sessions if each.application.startswith("Lapwing") or each.statement]
        assert [each.statement for each in people] in (["SELECT 'a person was here'"], [""])
        assert numbers(read)["connections"] == 1
        assert people[0].is_ours


class Waiting:
    """Three sessions of persons in a queue for locks."""

    def __init__(self, subject: Monitored, threads: ThreadPoolExecutor, ends: ExitStack) -> None:
        assert subject.queue is not None
        self.sessions = [ends.enter_context(subject.person()) for _ in range(3)]
        self.ids = [str(session.surroundings().server_pid) for session in self.sessions]
        for session, statement in zip(self.sessions, subject.queue.begins, strict=True):
            session.begin()
            run(session, statement)
        self.runs = []
        for session, statement in zip(self.sessions[1:], subject.queue.waits, strict=True):
            self.runs.append(threads.submit(run, session, statement))
        ends.callback(self._let_go)

    def _let_go(self) -> None:
        """Have nobody wait any more, in the order in which they hold things up."""
        with suppress(LapwingError):
            self.sessions[0].rollback()
        for session, waiting in zip(self.sessions[1:], self.runs, strict=True):
            with suppress(LapwingError):
                waiting.result(30)
            with suppress(LapwingError):
                session.rollback()


@pytest.fixture
def waiting(subject: Monitored, threads: ThreadPoolExecutor) -> Iterator[Waiting]:
    if subject.queue is None:
        pytest.skip("There are no sessions.")
    with ExitStack() as ends:
        yield Waiting(subject, threads, ends)


def blocked(monitor: Monitor, ids: list[str]) -> ServerReadings | None:
    """A look that shows the second waiting for the first and the third for the second.

    What is to be told of them is to be taken of this look: who waits is woken now and then, to see whether it waits in
    a circle, and is shown as waiting for nobody at that moment.
    """
    read = monitor.read(Lane.FAST)
    found = {each.id: each.blocked_by for each in activity_of(read).sessions}
    return read if [found[one] for one in ids] == [(), (ids[0],), (ids[1],)] else None


def test_who_waits_for_whom_is_told(subject: Monitored, monitor: Monitor, waiting: Waiting) -> None:
    assert subject.queue is not None
    place = subject.queue.object

    def told() -> ServerReadings | None:
        """Also by what they wait for: MySQL does not tell the keys of a page that somebody works on at the moment."""
        seen = blocked(monitor, waiting.ids)
        wanted = [] if seen is None else [lock.object for lock in activity_of(seen).locks if not lock.is_granted]
        return seen if len(wanted) == 2 and all(place in each for each in wanted) else None

    seen = eventually(told, every_s=NEWS_S)
    assert seen is not None
    activity, found = activity_of(seen), sessions_in(seen)
    first, second, third = (found[one] for one in waiting.ids)
    assert first.state == "in transaction"
    assert (second.state, third.state) == ("active", "active")
    assert first.transaction_age_s is not None
    assert [second.statement, third.statement] == list(subject.queue.waits)
    assert second.statement_age_s is not None
    wanted = {lock.session_id: lock for lock in activity.locks if not lock.is_granted}
    assert set(wanted) == set(waiting.ids[1:])
    held = [lock for lock in activity.locks if lock.is_granted and lock.session_id == waiting.ids[0]]
    assert wanted[waiting.ids[1]].object in {lock.object for lock in held}
    read = numbers(seen)
    assert (read["sessions_waiting"], read["blocked_sessions"], read["blocking_sessions"]) == (2, 2, 1)
    assert read["longest_lock_wait"] >= 0
    assert read["longest_transaction"] > 0
    assert read["sessions{state=active}"] == 2
    assert read["sessions{state=in transaction}"] == 1


def test_a_statement_is_cancelled_and_a_session_ended(monitor: Monitor, waiting: Waiting) -> None:
    seen = eventually(lambda: blocked(monitor, waiting.ids), every_s=NEWS_S)
    assert seen is not None
    found = sessions_in(seen)
    first, second, _third = (found[one] for one in waiting.ids)
    if second.began:
        assert not monitor.cancel_statement(second.id, "another time")
        assert not monitor.end_session(second.id, "another time")
    assert monitor.cancel_statement(second.id, second.began)
    with pytest.raises(LapwingError):
        waiting.runs[0].result(30)
    assert monitor.end_session(first.id, first.began)
    eventually(lambda: first.id not in sessions(monitor))
    assert not monitor.end_session(first.id, first.began)
    assert waiting.sessions[1].surroundings().server_pid == int(second.id)


def test_a_deadlock_is_counted(subject: Monitored, monitor: Monitor, threads: ThreadPoolExecutor) -> None:
    if subject.deadlock is None:
        pytest.skip("There are no deadlocks, or they are not counted.")
    before = fast(monitor)["deadlocks"]
    with subject.person() as one, subject.person() as other:
        for session, statement in zip((one, other), subject.deadlock.first, strict=True):
            session.begin()
            run(session, statement)
        ways = zip((one, other), subject.deadlock.second, strict=True)
        failed = [way.exception(30) for way in [threads.submit(_then_leave, *way) for way in ways]]
        assert sum(isinstance(error, StatementFailed) for error in failed) == 1
    eventually(lambda: fast(monitor)["deadlocks"] == before + 1)


def _then_leave(session: Session, statement: str) -> None:
    try:
        run(session, statement)
    finally:
        session.rollback()


def test_nothing_waits_for_a_table_that_somebody_locks(subject: Monitored, monitor: Monitor) -> None:
    if not subject.alone:
        pytest.skip("Nobody can lock a table here.")
    before = {lane: {each.name for each in monitor.read(lane).readings} for lane in Lane}
    with subject.person() as person:
        person.begin()
        run(person, subject.alone)
        for lane in Lane:
            read = monitor.read(lane)
            assert before[lane] - {each.name for each in read.readings} <= subject.may_lack
        found = sessions(monitor)[str(person.surroundings().server_pid)]
        assert found.blocked_by == ()
        assert fast(monitor)["blocked_sessions"] == 0
        person.rollback()


def test_an_account_without_rights_is_told_so_and_sees_the_rest(subject: Monitored, waiting: Waiting) -> None:
    target = subject.restricted()
    if target is None:
        pytest.skip("Every account sees everything here.")
    with subject.monitor(target) as monitor:
        read = monitor.read(Lane.FAST)
        missing = {metric for denied in read.denied if denied.is_permission for metric in denied.metrics}
        assert missing
        assert "longest_statement" in missing
        names = {each.name for each in read.readings}
        for metric in monitor.metrics:
            assert metric.id not in missing or not names >= set(metric.readings)
        for denied in read.denied:
            assert denied.reason.endswith(".")
        assert read.activity is not None
        assert read.activity.note
        shown = " ".join(each.statement for each in read.activity.sessions if each.id in waiting.ids)
        assert "accounts" not in shown
        monitor.read(Lane.SLOW)
