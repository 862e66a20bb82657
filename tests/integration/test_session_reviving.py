"""Connections that die: what is opened again, what is told, and that nothing is ever sent twice. Real servers."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from helpers.engines import Asker, asker
from helpers.proxy import Conduct, Proxy
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.server import Server
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.connections import (
    CloseSession,
    OpenSession,
    SavepointRequest,
    SessionFacts,
    SessionRequest,
    SetIsolation,
    SetTransactionMode,
    TransactionMode,
    TransactionState,
)
from lapwing.domain.errors import (
    ConnectionLost,
    OpeningCancelled,
    OpeningFailed,
    ReconnectNeeded,
    SessionElsewhere,
    TransactionLost,
    TransactionOpen,
)
from lapwing.domain.events import ResultEnded, RowsAvailable, SessionReopened, StatementStarted, TransactionChanged
from lapwing.domain.query import CancelRun, RunOutcome
from lapwing.engine.connections.reviving import REOPENED

ProxyTo = Callable[[Server], Proxy]
IDLE, OPEN = TransactionState.IDLE, TransactionState.OPEN


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
def log(place: ServerPlace) -> str:
    """A table that counts what was done."""
    place.ask("CREATE TABLE log(n integer)")
    if place.is_postgresql:
        place.ask("GRANT ALL ON log TO lapwing")
    return "log"


def rows(place: ServerPlace) -> list[int]:
    return [int(row[0]) for row in place.ask("SELECT n FROM log ORDER BY n")]


def code(outcome: RunOutcome) -> str:
    """The code of the error that the run ended with, or empty."""
    error = outcome.statements[-1].error
    return error.code if error else ""


async def killed(place: ServerPlace, facts: SessionFacts) -> None:
    """Its session is ended by an administrator."""
    assert facts.surroundings.server_pid is not None
    await asyncio.to_thread(place.kill, facts.surroundings.server_pid)


async def test_a_session_that_died_idle_is_opened_again_by_the_next_statement(
    me: Asker, place: ServerPlace, log: str
) -> None:
    facts = await place.session(me)
    assert (await me.run(facts.session_id, "INSERT INTO log VALUES (1)")).failed == 0
    await killed(place, facts)
    outcome = await me.run(facts.session_id, "INSERT INTO log VALUES (2)")
    assert code(outcome) == ""
    (reopened,) = me.heard(SessionReopened)
    assert (reopened.session_id, reopened.note) == (facts.session_id, REOPENED)
    assert "temporary tables" in reopened.note
    assert [reopened.facts.surroundings.server_pid] == place.pids()
    assert reopened.facts.surroundings.server_pid != facts.surroundings.server_pid
    assert rows(place) == [1, 2]
    started = [event for event in me.events if isinstance(event, SessionReopened | StatementStarted)]
    assert isinstance(started[1], SessionReopened)
    await me.run(facts.session_id, "SELECT 1")
    assert len(me.heard(SessionReopened)) == 1


async def test_a_transaction_that_died_is_told_once_and_nothing_is_sent_before_that(
    me: Asker, place: ServerPlace, log: str
) -> None:
    facts = await place.session(me)
    session = facts.session_id
    await me.run(session, "BEGIN; INSERT INTO log VALUES (1)")
    await killed(place, facts)
    with pytest.raises(TransactionLost):
        await me.run(session, "INSERT INTO log VALUES (2)")
    (told,) = [event for event in me.heard(TransactionChanged) if event.reason is not None]
    assert (told.transaction, told.reason and told.reason.code) == (IDLE, TransactionLost.code)
    assert (rows(place), me.heard(SessionReopened)) == ([], [])
    assert code(await me.run(session, "INSERT INTO log VALUES (3)")) == ""
    assert len(me.heard(SessionReopened)) == 1
    assert rows(place) == [3]
    await me.ask("session.close", CloseSession(session))


@pytest.mark.parametrize(
    ("operation", "request_"),
    [
        ("session.commit", lambda session: SessionRequest(session)),
        ("session.rollback", lambda session: SessionRequest(session)),
        ("session.savepoint", lambda session: SavepointRequest(session, "a")),
    ],
)
async def test_what_ends_or_marks_a_transaction_tells_that_it_died(
    me: Asker, place: ServerPlace, log: str, operation: str, request_: Callable[[str], object]
) -> None:
    facts = await place.session(me, mode=TransactionMode.MANUAL)
    await me.run(facts.session_id, "INSERT INTO log VALUES (1)")
    with pytest.raises(TransactionOpen):
        await me.ask("session.set_mode", SetTransactionMode(facts.session_id, TransactionMode.AUTO))
    await killed(place, facts)
    with pytest.raises(ConnectionLost):
        await me.ask(operation, request_(facts.session_id))
    assert (await me.ask("session.facts", SessionRequest(facts.session_id))).transaction is IDLE
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert (await me.ask("session.facts", SessionRequest(facts.session_id))).transaction is OPEN
    await me.ask("session.commit", SessionRequest(facts.session_id))
    assert rows(place) == [2]


async def test_looking_at_a_dead_session_tells_nobody_so_the_next_statement_does(
    me: Asker, place: ServerPlace, log: str
) -> None:
    facts = await place.session(me)
    await me.run(facts.session_id, "BEGIN; INSERT INTO log VALUES (1)")
    await killed(place, facts)
    for _ in range(2):
        assert (await me.ask("session.facts", SessionRequest(facts.session_id))).transaction is OPEN
    with pytest.raises(TransactionLost):
        await me.run(facts.session_id, "INSERT INTO log VALUES (2)")
    assert rows(place) == []


async def test_mode_isolation_and_read_only_are_those_of_the_session_before(me: Asker, place: ServerPlace) -> None:
    place.ask("CREATE TABLE log(n integer)")
    facts = await place.session(me, read_only=True, mode=TransactionMode.MANUAL)
    await me.ask("session.set_isolation", SetIsolation(facts.session_id, "SERIALIZABLE"))
    await killed(place, facts)
    outcome = await me.run(facts.session_id, "SELECT 1")
    assert (code(outcome), outcome.transaction) == ("", OPEN)
    (reopened,) = me.heard(SessionReopened)
    assert (reopened.facts.surroundings.isolation, reopened.facts.read_only) == ("SERIALIZABLE", True)
    await me.ask("session.rollback", SessionRequest(facts.session_id))
    assert code(await me.run(facts.session_id, "DELETE FROM log")) != ""


async def test_a_session_that_was_led_elsewhere_asks_before_it_runs_anything_where_it_is_now(
    me: Asker, place: ServerPlace, log: str
) -> None:
    facts = await place.session(me)
    move = "CREATE SCHEMA other; SET search_path = other" if place.is_postgresql else "USE information_schema"
    assert code(await me.run(facts.session_id, move)) == ""
    now = await me.ask("session.facts", SessionRequest(facts.session_id))
    await killed(place, now)
    with pytest.raises(SessionElsewhere) as told:
        await me.run(facts.session_id, "INSERT INTO log VALUES (1)")
    assert now.surroundings.schema in str(told.value)
    assert rows(place) == []
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert rows(place) == [2]
    assert len(me.heard(SessionReopened)) == 1


async def test_a_session_that_was_led_elsewhere_in_a_lost_transaction_asks_too(
    me: Asker, place: ServerPlace, log: str
) -> None:
    facts = await place.session(me)
    move = "SET search_path = pg_catalog" if place.is_postgresql else "USE information_schema"
    assert code(await me.run(facts.session_id, f"BEGIN; {move}")) == ""
    await killed(place, facts)
    for error in (TransactionLost, SessionElsewhere):
        with pytest.raises(error):
            await me.run(facts.session_id, "INSERT INTO log VALUES (1)")
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert rows(place) == [2]


async def test_a_connection_may_say_that_it_is_not_opened_again_by_itself(
    me: Asker, place: ServerPlace, log: str
) -> None:
    facts = await place.session(me, options={"auto_reconnect": 0})
    await killed(place, facts)
    for _ in range(2):
        with pytest.raises(ReconnectNeeded):
            await me.run(facts.session_id, "INSERT INTO log VALUES (1)")
    again = await me.ask("session.reopen", SessionRequest(facts.session_id))
    assert [again.surroundings.server_pid] == place.pids()
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert rows(place) == [2]


async def test_reconnecting_a_session_that_lives_ends_no_transaction(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me)
    again = await me.ask("session.reopen", SessionRequest(facts.session_id))
    assert again.surroundings.server_pid != facts.surroundings.server_pid
    await eventually_async(lambda: place.pids() == [again.surroundings.server_pid])
    await me.run(facts.session_id, "BEGIN")
    with pytest.raises(TransactionOpen):
        await me.ask("session.reopen", SessionRequest(facts.session_id))


async def test_a_statement_whose_connection_dies_is_not_run_again(me: Asker, place: ServerPlace, log: str) -> None:
    facts = await place.session(me)
    running = me.begin(facts.session_id, f"INSERT INTO log VALUES (1); {place.sleeping}; INSERT INTO log VALUES (2)")
    await me.hears(StatementStarted, 2)
    await killed(place, facts)
    outcome = await running
    assert (outcome.ran, outcome.failed, outcome.transaction) == (2, 1, IDLE)
    assert code(outcome) == ConnectionLost.code
    assert code(await me.run(facts.session_id, "SELECT 1")) == ""
    assert rows(place) == [1]


async def test_a_transaction_that_dies_with_a_statement_is_told_with_it_and_not_once_more(
    me: Asker, place: ServerPlace, log: str
) -> None:
    facts = await place.session(me)
    running = me.begin(facts.session_id, f"BEGIN; INSERT INTO log VALUES (1); {place.sleeping}")
    await me.hears(StatementStarted, 3)
    await killed(place, facts)
    outcome = await running
    assert code(outcome) == TransactionLost.code
    (told,) = [event for event in me.heard(TransactionChanged) if event.reason is not None]
    assert (told.transaction, told.reason and told.reason.code) == (IDLE, TransactionLost.code)
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert rows(place) == [2]


async def test_a_result_that_is_cut_off_is_marked_and_keeps_its_rows(
    me: Asker, place: ServerPlace, proxy_to: ProxyTo
) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    facts = await place.session(me)
    running = me.begin(facts.session_id, place.endless_rows, row_limit=None)
    await me.hears(RowsAvailable)
    proxy.reset_all()
    outcome = await running
    ended = await me.hears(ResultEnded)
    assert (ended.complete, ended.reason) == (False, "lost")
    assert ended.row_count > 0
    assert outcome.statements[0].row_count == ended.row_count
    assert code(outcome) == ConnectionLost.code


async def test_a_server_that_is_gone_is_told_and_found_again_when_it_is_back(
    me: Asker, place: ServerPlace, log: str, proxy_to: ProxyTo
) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    facts = await place.session(me)
    proxy.take_new("refused")
    proxy.close_all()
    for _ in range(2):
        with pytest.raises(OpeningFailed):
            await me.run(facts.session_id, "INSERT INTO log VALUES (1)")
    proxy.take_new("passed on")
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert rows(place) == [2]


async def test_a_cancel_ends_an_opening_that_a_statement_waits_for(
    me: Asker, place: ServerPlace, log: str, proxy_to: ProxyTo
) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    facts = await place.session(me, options={"connect_timeout": 600})
    proxy.take_new("never answered")
    proxy.close_all()
    running = me.begin(facts.session_id, "INSERT INTO log VALUES (1)")
    await eventually_async(lambda: proxy.connections == 2)
    assert (await me.ask("query.cancel", CancelRun("run 1"))).reached
    with pytest.raises(OpeningCancelled):
        await running
    proxy.take_new("passed on")
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert rows(place) == [2]


# networks that say nothing


async def test_a_cancel_on_a_network_that_says_nothing_closes_the_connection_and_tells_the_loss(
    me: Asker, place: ServerPlace, log: str, proxy_to: ProxyTo
) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    facts = await place.session(me)
    running = me.begin(facts.session_id, f"BEGIN; INSERT INTO log VALUES (1); {place.sleeping}")
    await me.hears(StatementStarted, 3)
    proxy.take_new("never answered")
    proxy.steer(to_server=Conduct(stall="unread"), to_client=Conduct(stall="unread"))
    assert (await me.ask("query.cancel", CancelRun("run 1"))).reached
    assert not running.done(), "the cancel was answered before the network was given up"
    outcome = await running
    assert (outcome.cancelled, outcome.transaction) == (True, IDLE)
    assert code(outcome) == TransactionLost.code
    proxy.heal()
    proxy.take_new("passed on")
    assert code(await me.run(facts.session_id, "INSERT INTO log VALUES (2)")) == ""
    assert rows(place) == [2]


@pytest.mark.parametrize("busy", [True, False])
async def test_closing_ends_however_silent_the_network_is(
    me: Asker, place: ServerPlace, proxy_to: ProxyTo, busy: bool
) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    session = (await place.session(me)).session_id
    running = me.begin(session, f"BEGIN; {place.sleeping}") if busy else None
    if busy:
        await me.hears(StatementStarted, 2)
    else:
        await me.run(session, "BEGIN")
    proxy.take_new("never answered")
    proxy.steer(to_server=Conduct(stall="unread"), to_client=Conduct(stall="unread"))
    await asyncio.wait_for(me.ask("session.close", CloseSession(session, roll_back=True)), PATIENCE_S)
    if running is not None:
        assert await asyncio.wait_for(asyncio.gather(running, return_exceptions=True), PATIENCE_S)


async def test_a_session_opened_with_a_password_of_its_own_is_opened_again_with_it(
    me: Asker, place: ServerPlace
) -> None:
    facts = await me.ask("session.open", OpenSession(url=place.url(), password=place.password))
    await killed(place, facts)
    assert code(await me.run(facts.session_id, "SELECT 1")) == ""
