"""Sessions and locks on real servers: who blocks whom, now and a while ago, and ending what is in the way."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from helpers.engines import Asker, asker
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.connections import Confirmation, Connection, Environment, SaveConnection
from lapwing.domain.environments import ConfirmationNeeded
from lapwing.domain.monitoring.activity import Activity, ActivitySession, ActivityState
from lapwing.domain.monitoring.blocking import blocking_of
from lapwing.domain.monitoring.errors import MonitorUnknown, PlanUnknown, SessionsReadOnly
from lapwing.domain.monitoring.samples import WatchMonitor
from lapwing.domain.monitoring.sessions import (
    ActivityRead,
    ActivityTimeline,
    CancelStatements,
    ExplainingStatement,
    ExplainSession,
    ReadActivity,
    ReadActivityTimeline,
    SessionEnd,
    SessionOutcomes,
    SessionRef,
    TerminateSessions,
)
from lapwing.domain.query import RunOutcome
from lapwing.domain.secrets import SecretKind, SecretPlace

ID = "shop"
_UPDATE = "UPDATE item SET name = 'lamp' WHERE id = 1"


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
def connection(place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> Connection:
    """Of an account that may see what others wait for, and end them."""
    login = place.server.owner if place.is_postgresql else place.server.logins["admin"]
    monkeypatch.setenv("SHOP_PASSWORD", login.password or "")
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    return Connection(ID, "Shop", place.url(user=login.user), secret=secret)


@dataclass
class Queue:
    """A session with an open transaction, and two that wait for its row."""

    root_id: str
    """In Lapwing; `root` is what the server calls it."""
    root: str
    runs: "list[asyncio.Task[RunOutcome]]"
    seen: Activity


async def queue(me: Asker, place: ServerPlace, connection: Connection) -> Queue:
    """Watch the place, and have two sessions wait there for a third, as the watcher sees it."""
    await me.ask("connection.save", SaveConnection(connection))
    first, *others = [(await place.session(me)).session_id for _ in range(3)]
    for sql in (
        "CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(20))",
        "INSERT INTO item VALUES (1, 'tent')",
        "BEGIN",
        _UPDATE,
    ):
        await me.run(first, sql)
    runs = [me.begin(each, _UPDATE) for each in others]
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    seen = await see(me, lambda found: len(waiting_in(found)) == 2 and wanting_in(found) == waiting_in(found))
    (root,) = blocking_of(seen.sessions).roots
    return Queue(first, root.session_id, runs, seen)


def waiting_in(seen: Activity) -> set[str]:
    return {each.id for each in seen.sessions if each.blocked_by}


def wanting_in(seen: Activity) -> set[str]:
    """Who has not got a lock: told by servers a moment after, or before, who waits."""
    return {each.session_id for each in seen.locks if not each.is_granted}


async def see(me: Asker, is_so: Callable[[Activity], bool]) -> Activity:
    """The first look from now on of which that is so."""
    end = time.monotonic() + PATIENCE_S
    while True:
        found = await read(me)
        if found is not None and is_so(found):
            return found
        assert time.monotonic() < end, found
        await asyncio.sleep(0.05)


async def read(me: Asker, at: float | None = None) -> Activity | None:
    found = await me.ask("activity.read", ReadActivity(ID, at))
    assert isinstance(found, ActivityRead)
    return found.activity


def named(seen: Activity, session_id: str) -> ActivitySession:
    return next(each for each in seen.sessions if each.id == session_id)


def refs(seen: Activity, *session_ids: str) -> tuple[SessionRef, ...]:
    return tuple(SessionRef(each, named(seen, each).began) for each in session_ids)


async def end(me: Asker, operation: str, sessions: tuple[SessionRef, ...], **more: Any) -> list[SessionEnd]:
    """What came of it for each."""
    kind = CancelStatements if operation == "activity.cancel" else TerminateSessions
    found = await me.ask(operation, kind(ID, sessions, **more))
    assert isinstance(found, SessionOutcomes)
    assert [each.session_id for each in found.outcomes] == [each.id for each in sessions]
    return [each.end for each in found.outcomes]


async def test_who_blocks_whom_is_seen_and_can_be_looked_up_when_it_is_over(
    me: Asker, place: ServerPlace, connection: Connection
) -> None:
    found = await queue(me, place, connection)
    root = named(found.seen, found.root)
    assert root.state is ActivityState.IN_TRANSACTION
    assert root.transaction_age_s is not None
    assert "/" not in root.client  # an address, not a network
    (tree,) = blocking_of(found.seen.sessions).roots
    assert tree.below == 2
    waiting = [each for each in found.seen.sessions if each.blocked_by]
    assert {each.statement for each in waiting} == {_UPDATE}
    assert wanting_in(found.seen) == {each.id for each in waiting}
    assert all(each.mode and each.object for each in found.seen.locks)

    await me.run(found.root_id, "ROLLBACK")
    await asyncio.gather(*found.runs)
    later = await see(me, lambda seen: not blocking_of(seen.sessions).waiting)
    assert later.at > found.seen.at
    before = await read(me, found.seen.at + 0.001)
    assert before is not None
    assert before.at == found.seen.at
    assert [node.session_id for node in blocking_of(before.sessions).roots] == [found.root]
    assert await read(me, 1.0) is None
    timeline = await me.ask("activity.timeline", ReadActivityTimeline(ID))
    assert isinstance(timeline, ActivityTimeline)
    blocked = {each.at: each.blocked for each in timeline.counts}
    assert (blocked[found.seen.at], blocked[later.at]) == (2, 0)
    newer = await me.ask("activity.timeline", ReadActivityTimeline(ID, after=found.seen.at))
    assert min(each.at for each in newer.counts) > found.seen.at


async def test_a_waiting_statement_is_cancelled_and_the_root_ended_and_a_later_session_of_that_id_is_left_alone(
    me: Asker, place: ServerPlace, connection: Connection
) -> None:
    found = await queue(me, place, connection)
    (tree,) = blocking_of(found.seen.sessions).roots
    first = tree.waiting[0].session_id
    (second,) = (each.id for each in found.seen.sessions if each.blocked_by and each.id != first)
    others = tuple(replace(each, began=f"{each.began or 1}000") for each in refs(found.seen, first, found.root))
    for operation in ("activity.cancel", "activity.terminate"):
        assert await end(me, operation, others) == [SessionEnd.GONE] * 2
    assert not any(run.done() for run in found.runs)

    assert await end(me, "activity.cancel", (*refs(found.seen, first), SessionRef("2000000000", "1"))) == [
        SessionEnd.DONE,
        SessionEnd.GONE,
    ]
    await eventually_async(lambda: sum(run.done() for run in found.runs) == 1)
    (cancelled,) = (run.result() for run in found.runs if run.done())
    assert cancelled.failed == 1 or cancelled.cancelled
    left = await see(me, lambda seen: blocking_of(seen.sessions).waiting == 1)
    assert [node.session_id for node in blocking_of(left.sessions).roots[0].waiting] == [second]

    assert await end(me, "activity.terminate", refs(found.seen, found.root)) == [SessionEnd.DONE]
    await asyncio.gather(*found.runs)
    after = await see(me, lambda seen: found.root not in {each.id for each in seen.sessions})
    assert not blocking_of(after.sessions).waiting
    assert await end(me, "activity.terminate", refs(found.seen, found.root)) == [SessionEnd.GONE]


async def test_the_plan_of_what_a_session_runs_is_had_by_a_statement_that_changes_nothing(
    me: Asker, place: ServerPlace, connection: Connection
) -> None:
    await me.ask("connection.save", SaveConnection(connection))
    first, second = [(await place.session(me)).session_id for _ in range(2)]
    endless = "SELECT count(*) FROM generate_series(1, 1000000000000)"
    running = me.begin(
        first, endless if place.is_postgresql else "SELECT count(*) FROM seq_1_to_1000000000000 WHERE md5(seq) = 0"
    )
    await me.ask("monitor.watch", WatchMonitor(ID, 0.5))
    seen = await see(me, lambda found: any("1000000000000" in each.statement for each in found.sessions))
    session = next(each for each in seen.sessions if "1000000000000" in each.statement)
    explained = await me.ask("activity.explain", ExplainSession(ID, SessionRef(session.id, session.began), seen.at))
    words = f"EXPLAIN {endless}" if place.is_postgresql else f"SHOW EXPLAIN FOR {session.id}"
    assert explained == ExplainingStatement(words, place.database)
    assert (await me.run(second, explained.sql)).failed == 0
    with pytest.raises(PlanUnknown):
        await me.ask("activity.explain", ExplainSession(ID, SessionRef(session.id, "another one")))
    assert await end(me, "activity.cancel", refs(seen, session.id)) == [SessionEnd.DONE]
    await running


async def test_nobody_is_ended_without_what_the_connection_asks_for(
    me: Asker, place: ServerPlace, connection: Connection
) -> None:
    found = await queue(me, place, connection)
    root = refs(found.seen, found.root)
    for change, confirmed, error in (
        ({"environment": Environment.PRODUCTION}, Confirmation.CHANGES, ConfirmationNeeded),
        ({"confirmation": Confirmation.CHANGES}, Confirmation.NONE, ConfirmationNeeded),
        ({"read_only": True}, Confirmation.NAME, SessionsReadOnly),
    ):
        await me.ask("connection.save", SaveConnection(replace(connection, **change)))
        for operation in ("activity.cancel", "activity.terminate"):
            with pytest.raises(error):
                await end(me, operation, root, confirmed=confirmed)
    await me.ask("connection.save", SaveConnection(replace(connection, environment=Environment.PRODUCTION)))
    await see(me, lambda seen: seen.at > found.seen.at)
    assert not any(run.done() for run in found.runs)
    assert await end(me, "activity.terminate", root, confirmed=Confirmation.NAME) == [SessionEnd.DONE]
    await asyncio.gather(*found.runs)


async def test_nothing_is_ended_on_a_server_that_is_not_monitored(
    me: Asker, place: ServerPlace, connection: Connection
) -> None:
    await me.ask("connection.save", SaveConnection(connection))
    with pytest.raises(MonitorUnknown):
        await end(me, "activity.cancel", (SessionRef("1", "1"),))
    assert await read(me) is None
