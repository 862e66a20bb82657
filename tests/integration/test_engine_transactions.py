"""Transactions in an engine: nothing open is ever ended without somebody having said how."""

import asyncio
import random
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.engines import ENDLESS, ENDLESS_ROWS, Asker, asker, engine, look, make_database
from helpers.names import HOSTILE_NAMES
from helpers.waiting import eventually_async
from lapwing.domain.connections import (
    CloseSession,
    SavepointRequest,
    SessionRequest,
    SetTransactionMode,
    TransactionMode,
    TransactionState,
)
from lapwing.domain.errors import RequestInvalid, StatementFailed, TransactionOpen
from lapwing.domain.events import SchemaChanged, StatementStarted, TransactionChanged
from lapwing.domain.operations import EngineStatus, Subscribe
from lapwing.domain.query import CancelRun, TransactionFacts

IDLE, OPEN = TransactionState.IDLE, TransactionState.OPEN


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(id INTEGER PRIMARY KEY, note TEXT)")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


def notes(shop: Path) -> list[str]:
    return [row[0] for row in look(shop, "SELECT note FROM log ORDER BY id")]


async def refuses_to_close(me: Asker, session: str) -> None:
    for request in (
        ("session.close", CloseSession(session)),
        ("session.set_mode", SetTransactionMode(session, TransactionMode.AUTO)),
        ("session.set_mode", SetTransactionMode(session, TransactionMode.MANUAL)),
    ):
        with pytest.raises(TransactionOpen):
            await me.ask(*request)


async def test_what_is_open_is_told_and_stays_open_until_somebody_says_how_it_ends(me: Asker, shop: Path) -> None:
    session = await me.session(shop, mode=TransactionMode.MANUAL)
    outcome = await me.run(session, "INSERT INTO log(note) VALUES ('a')")
    assert outcome.transaction is OPEN
    assert [event.transaction for event in me.heard(TransactionChanged)] == [OPEN]
    await refuses_to_close(me, session)
    assert notes(shop) == []
    assert await me.ask("session.commit", SessionRequest(session)) == TransactionFacts(session, IDLE)
    assert [event.transaction for event in me.heard(TransactionChanged)] == [OPEN, IDLE]
    assert notes(shop) == ["a"]
    await me.run(session, "DELETE FROM log")
    await me.ask("session.rollback", SessionRequest(session))
    assert notes(shop) == ["a"]
    await me.ask("session.close", CloseSession(session))


async def test_closing_with_rollback_rolls_back(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.run(session, "BEGIN; INSERT INTO log(note) VALUES ('lost')")
    await refuses_to_close(me, session)
    await me.ask("session.close", CloseSession(session, roll_back=True))
    assert notes(shop) == []


@pytest.mark.parametrize(
    "script",
    [
        "INSERT INTO log(note) SELECT 'a' FROM (VALUES (1), (2), (3)) RETURNING id",
        f"INSERT INTO log(note) VALUES ('a'); {ENDLESS_ROWS}",
    ],
)
async def test_a_transaction_is_known_to_be_open_while_a_statement_in_it_is_paused(
    me: Asker, shop: Path, script: str
) -> None:
    session = await me.session(shop, mode=TransactionMode.MANUAL)
    running, _ = await me.paused(session, script, row_limit=1)
    await refuses_to_close(me, session)
    await me.ask("query.cancel", CancelRun("run 1"))
    await running
    await me.ask("session.commit", SessionRequest(session))
    assert notes(shop)[0] == "a"


async def test_a_transaction_is_known_to_be_open_while_a_later_statement_runs(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, f"BEGIN; INSERT INTO log(note) VALUES ('a'); {ENDLESS}")
    await me.hears(StatementStarted, 3)
    await refuses_to_close(me, session)
    await me.ask("query.cancel", CancelRun("run 1"))
    outcome = await running
    assert outcome.transaction is OPEN
    await me.ask("session.commit", SessionRequest(session))
    assert notes(shop) == ["a"]


async def test_the_mode_can_be_changed_between_transactions(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.ask("session.set_mode", SetTransactionMode(session, TransactionMode.MANUAL))
    await me.run(session, "INSERT INTO log(note) VALUES ('a')")
    assert notes(shop) == []
    await me.ask("session.rollback", SessionRequest(session))
    await me.ask("session.set_mode", SetTransactionMode(session, TransactionMode.AUTO))
    await me.run(session, "INSERT INTO log(note) VALUES ('b')")
    assert notes(shop) == ["b"]


async def test_savepoints_are_set_gone_back_to_and_released(me: Asker, shop: Path) -> None:
    session = await me.session(shop, mode=TransactionMode.MANUAL)
    for name in HOSTILE_NAMES[:20]:
        await me.ask("session.savepoint", SavepointRequest(session, name))
        await me.run(session, "INSERT INTO log(note) VALUES ('gone')")
        await me.ask("session.savepoint", SavepointRequest(session, name, "roll_back"))
        facts = await me.ask("session.savepoint", SavepointRequest(session, name, "release"))
    assert facts.transaction is IDLE
    with pytest.raises(RequestInvalid):
        await me.ask("session.savepoint", SavepointRequest(session, "a", "forget"))
    with pytest.raises(StatementFailed):
        await me.ask("session.savepoint", SavepointRequest(session, "nobody's", "release"))


async def test_when_a_caller_is_gone_all_it_had_open_is_rolled_back_and_nothing_of_others(shop: Path) -> None:
    async with engine() as running:
        me, other = Asker(running), Asker(running)
        mine = await me.session(shop)
        theirs = await other.session(shop)
        await me.ask("events.subscribe", Subscribe(("*",)))
        await me.run(mine, "BEGIN; INSERT INTO log(note) VALUES ('lost')")
        stuck = await me.session(shop)
        task = me.begin(stuck, ENDLESS)
        await me.hears(StatementStarted, 3)
        await running.leave(me)
        assert (await task).cancelled
        told = len(me.events)
        assert (await other.run(theirs, "INSERT INTO log(note) VALUES ('kept'); CREATE TABLE t(a)")).failed == 0
        assert notes(shop) == ["kept"]
        assert len(me.events) == told
        status = await other.ask("engine.status")
        assert isinstance(status, EngineStatus)
        assert status.sessions == 1


async def test_who_subscribes_hears_of_changes_to_the_catalogue(shop: Path) -> None:
    async with engine() as running:
        me, other = Asker(running), Asker(running)
        await other.ask("events.subscribe", Subscribe(("schema.*",)))
        session = await me.session(shop)
        await me.run(session, "SELECT 1; INSERT INTO log(note) VALUES ('x')")
        assert other.heard(SchemaChanged) == []
        await me.run(session, "CREATE TABLE t(a)")
        assert other.heard(SchemaChanged) == [SchemaChanged("", session)]
        await me.run(session, "BEGIN; DROP TABLE t")
        await me.ask("session.rollback", SessionRequest(session))
        assert len(other.heard(SchemaChanged)) == 3


async def test_nothing_is_ever_committed_that_nobody_committed(me: Asker, shop: Path, chance: random.Random) -> None:
    """Random walks through runs, pauses, cancels, closes: only what a commit was answered for is there."""
    committed: list[str] = []
    for turn in range(times(25, 1_000)):
        session = await me.session(shop, mode=TransactionMode.MANUAL)
        pending: list[str] = []
        for step in range(chance.randint(1, 5)):
            note = f"{turn}.{step}"
            what = chance.choice(("insert", "insert", "paused", "cancelled", "commit", "rollback", "error"))
            if what == "insert":
                await me.run(session, f"INSERT INTO log(note) VALUES ('{note}')")
                pending.append(note)
            elif what == "paused":
                running, _ = await me.paused(
                    session, f"INSERT INTO log(note) VALUES ('{note}'); {ENDLESS_ROWS}", row_limit=3
                )
                await me.ask("query.cancel", CancelRun(run_id(me)))
                await running
                pending.append(note)
            elif what == "cancelled":
                running = me.begin(session, f"INSERT INTO log(note) VALUES ('{note}'); {ENDLESS}")
                before = len(me.heard(StatementStarted))
                await me.hears(StatementStarted, before + 2)
                await me.ask("query.cancel", CancelRun(run_id(me)))
                await running
                pending.append(note)
            elif what == "error":
                await me.run(session, f"INSERT INTO log(note) VALUES ('{note}'); nonsense")
                pending.append(note)
            else:
                await me.ask(f"session.{what}", SessionRequest(session))
                committed += pending if what == "commit" else []
                pending = []
        await me.ask("session.close", CloseSession(session, roll_back=True))
    assert notes(shop) == committed


def run_id(me: Asker) -> str:
    """The id of the run begun last."""
    return me.heard(StatementStarted)[-1].run_id


async def test_sessions_that_are_opened_and_closed_leave_no_thread(me: Asker, shop: Path) -> None:
    await me.session(shop)  # with the first one begins the thread that writes the history
    before = threading.active_count()
    sessions = await asyncio.gather(*(me.session(shop) for _ in range(20)))
    assert threading.active_count() == before + 20
    await asyncio.gather(*(me.ask("session.close", CloseSession(session)) for session in sessions))
    assert threading.active_count() <= before + 20
    left = [thread for thread in threading.enumerate() if thread.name.startswith("session ")]
    await eventually_async(lambda: sum(thread.is_alive() for thread in left) == 1)
