"""Runs in an engine: statements in order, what is told meanwhile, and what is kept."""

import asyncio
import random
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.engines import ENDLESS, ENDLESS_ROWS, Asker, asker, look, make_database, numbers, rows_in
from helpers.lockers import locker
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.connections import CloseSession, SessionRequest
from lapwing.domain.errors import RequestInvalid, ResultClosed, SessionUnknown, from_wire
from lapwing.domain.events import (
    LockAwaited,
    NoticeReceived,
    ResultEnded,
    ResultPaused,
    ResultRestarted,
    ResultStarted,
    RowsAvailable,
    StatementCompleted,
    StatementRefused,
    StatementsCompleted,
    StatementStarted,
)
from lapwing.domain.query import Cancelled, CancelRun, RunOutcome
from lapwing.domain.results import CloseResults, FetchMore
from lapwing.domain.values import Cell, RawText
from lapwing.drivers.base import Reply, Session


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(id INTEGER PRIMARY KEY, note TEXT)")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


def opened_session(me: Asker, session_id: str) -> Session:
    """The driver's session behind an id, to make a moment last that is too short to hit."""
    living = me.engine._sessions.find(session_id).living
    assert living.session is not None
    return living.session


async def test_a_query_is_told_step_by_step_and_its_rows_lie_in_a_file(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    outcome = await me.run(session, numbers(5_000))
    (handle,) = me.handles()
    assert rows_in(handle) == [(number,) for number in range(1, 5_001)]
    assert [column.name for column in handle.columns] == ["i"]
    kinds = [type(event) for event in me.events if not isinstance(event, RowsAvailable)]
    assert kinds == [StatementStarted, ResultStarted, ResultEnded, StatementCompleted]
    counts = [event.row_count for event in me.heard(RowsAvailable)]
    assert counts == sorted(set(counts))
    assert counts[0] <= 400
    assert me.ended(handle.result_id) == ResultEnded(handle.result_id, 5_000, complete=True)
    (statement,) = outcome.statements
    assert (statement.row_count, statement.complete, statement.error) == (5_000, True, None)
    assert (outcome.ran, outcome.failed, outcome.cancelled) == (1, 0, False)


async def test_a_script_runs_in_order_and_keeps_every_result(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    script = (
        "SELECT 1 AS a;\nINSERT INTO log(note) VALUES ('x'), ('y');\nSELECT note FROM log;SELECT 1 WHERE 0;\n-- end"
    )
    outcome = await me.run(session, script, offset=100)
    assert [statement.rows_affected for statement in outcome.statements] == [None, 2, None, None]
    assert [rows_in(handle) for handle in me.handles()] == [[(1,)], [("x",), ("y",)], []]
    places = [(event.index, event.of, event.start, event.end) for event in me.heard(StatementStarted)]
    texts = [script[start - 100 : end - 100] for _, _, start, end in places]
    assert texts == [
        "SELECT 1 AS a",
        "INSERT INTO log(note) VALUES ('x'), ('y')",
        "SELECT note FROM log",
        "SELECT 1 WHERE 0",
    ]
    assert [place[:2] for place in places] == [(0, 4), (1, 4), (2, 4), (3, 4)]


async def test_a_script_stops_at_its_first_error_which_says_where_in_the_whole_text(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    script = "INSERT INTO log(note) VALUES ('🐦');\nSELECT nichts FROM log;\nINSERT INTO log(note) VALUES ('never')"
    outcome = await me.run(session, script, offset=1_000)
    assert (outcome.ran, outcome.failed) == (2, 1)
    error = outcome.statements[1].error
    assert error is not None
    assert error.facts["position"] == 1_000 + script.index("nichts")
    assert error.facts["line"] == 2
    assert me.heard(StatementRefused)[0].error == error
    assert look(shop, "SELECT note FROM log") == [("🐦",)]


async def test_rows_before_an_error_are_kept_and_said_to_be_a_part(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    sql = f"SELECT CASE WHEN i < 300 THEN i ELSE abs(-9223372036854775807 - 1) END FROM ({numbers(1_000)})"
    outcome = await me.run(session, sql)
    (handle,) = me.handles()
    assert rows_in(handle) == [(number,) for number in range(1, 300)]
    assert me.ended(handle.result_id) == ResultEnded(handle.result_id, 299, complete=False, reason="error")
    assert (outcome.statements[0].row_count, outcome.statements[0].complete, outcome.failed) == (299, False, 1)


async def test_what_is_no_sql_is_told_as_such(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    outcome = await me.run(session, "SELECT 1;\n.import rows.csv log\n")
    error = outcome.statements[1].error
    assert error is not None
    assert ".import of sqlite3 is not supported here" in str(from_wire(error))
    assert (await me.run(session, "-- nothing but words")).ran == 0


async def test_a_hundred_thousand_statements_run_in_order_and_few_are_remembered(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    count = 3_000
    script = "BEGIN;" + "".join(f"INSERT INTO log(note) VALUES ({number});" for number in range(count)) + "COMMIT"
    outcome = await me.run(session, script)
    assert (outcome.ran, outcome.failed, len(outcome.statements)) == (count + 2, 0, 1_000)
    assert [int(row[0]) for row in look(shop, "SELECT note FROM log ORDER BY id")] == list(range(count))
    assert [event.index for event in me.heard(StatementStarted)] == list(range(100))
    told = [index for batch in me.heard(StatementsCompleted) for index in range(batch.first, batch.first + batch.count)]
    assert told == list(range(100, count + 2))
    assert sum(batch.rows_affected or 0 for batch in me.heard(StatementsCompleted)) == count - 99


# the row limit


async def test_at_the_row_limit_the_statement_pauses_and_goes_on_when_told(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running, paused = await me.paused(session, numbers(1_000), row_limit=150)
    (handle,) = me.handles()
    assert (paused.row_count, paused.result_id) == (150, handle.result_id)
    assert rows_in(handle) == [(number,) for number in range(1, 151)]
    assert not running.done()
    await me.ask("result.more", FetchMore(handle.result_id, 100))
    assert (await me.hears(ResultPaused, 2)).row_count == 250
    await me.ask("result.more", FetchMore(handle.result_id, None))
    outcome = await running
    assert me.ended(handle.result_id) == ResultEnded(handle.result_id, 1_000, complete=True)
    assert outcome.statements[0].row_count == 1_000
    assert len(rows_in(handle)) == 1_000
    with pytest.raises(ResultClosed):
        await me.ask("result.more", FetchMore(handle.result_id))


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 149, 150])
async def test_a_result_of_no_more_rows_than_the_limit_does_not_pause(me: Asker, shop: Path, count: int) -> None:
    session = await me.session(shop)
    await me.run(session, f"SELECT * FROM ({numbers(500)}) LIMIT {count}", row_limit=150)
    assert me.heard(ResultPaused) == []
    assert me.ended(me.handles()[0].result_id).complete


async def test_more_rows_can_be_asked_for_as_soon_as_the_pause_is_told(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, numbers(3_000), row_limit=10)
    for count in range(1, 200):
        paused = await me.hears(ResultPaused, count)
        await me.ask("result.more", FetchMore(paused.result_id, 10))
    await me.hears(ResultPaused, 200)
    await me.ask("query.cancel", CancelRun("run 1"))
    assert (await running).statements[0].row_count == 2_000


async def test_a_pause_ends_by_itself_and_frees_what_the_statement_held(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    outcome = await me.run(session, ENDLESS_ROWS, row_limit=100, pause_s=0.05)
    (handle,) = me.handles()
    assert me.ended(handle.result_id) == ResultEnded(handle.result_id, 100, complete=False, reason="timeout")
    assert (outcome.failed, outcome.cancelled, outcome.statements[0].complete) == (0, False, False)
    assert (await me.run(session, "DROP TABLE log")).failed == 0


async def test_a_statement_in_the_midst_of_a_script_does_not_pause(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    outcome = await me.run(session, f"{ENDLESS_ROWS}; SELECT 7", row_limit=100)
    assert me.heard(ResultPaused) == []
    first, last = me.handles()
    assert me.ended(first.result_id) == ResultEnded(first.result_id, 100, complete=False, reason="limit")
    assert rows_in(last) == [(7,)]
    assert outcome.failed == 0


@pytest.mark.parametrize("way", ["run", "commit", "release", "close result", "close session"])
async def test_a_paused_statement_makes_way(me: Asker, shop: Path, way: str) -> None:
    session = await me.session(shop)
    running, paused = await me.paused(session, ENDLESS_ROWS, row_limit=100)
    if way == "run":
        assert (await me.run(session, "SELECT 7")).failed == 0
    elif way == "commit":
        await me.ask("session.commit", SessionRequest(session))
    elif way == "release":
        assert await me.ask("query.release", CancelRun("run 1")) == Cancelled(reached=True)
    elif way == "close result":
        await me.ask("result.close", CloseResults((paused.result_id,)))
    else:
        await me.ask("session.close", CloseSession(session))
    outcome = await running
    assert outcome.failed == 0
    assert me.ended(paused.result_id).reason == "limit"


async def test_a_result_keeps_no_other_limit_than_its_own(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    outcome = await me.run(session, f"{numbers(300)};{numbers(300)}", row_limit=None)
    assert [statement.row_count for statement in outcome.statements] == [300, 300]


# cancelling


async def test_a_running_statement_is_cancelled_and_keeps_its_rows(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, f"{ENDLESS_ROWS};SELECT 'never'", row_limit=None)
    await me.hears(RowsAvailable, 3)
    assert await me.ask("query.cancel", CancelRun("run 1")) == Cancelled(reached=True)
    outcome = await running
    assert (outcome.cancelled, outcome.ran) == (True, 1)
    (handle,) = me.handles()
    end = me.ended(handle.result_id)
    assert (end.complete, end.reason) == (False, "cancelled")
    assert [row[0] for row in rows_in(handle)] == list(range(1, end.row_count + 1))
    assert await me.ask("query.cancel", CancelRun("run 1")) == Cancelled(reached=False)
    assert (await me.run(session, "SELECT 7")).failed == 0


async def test_cancelling_the_call_cancels_the_run(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, ENDLESS)
    await me.hears(StatementStarted)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (await me.run(session, "SELECT 7")).failed == 0


async def test_a_statement_that_was_done_before_the_cancel_is_said_to_be_done(me: Asker, shop: Path) -> None:
    """The cancel comes after the server has finished: what it changed has changed."""
    session = await me.session(shop)
    for turn in range(30):
        before = len(me.heard(StatementStarted))
        running = me.begin(session, f"INSERT INTO log(note) VALUES ('{turn}')")
        await me.hears(StatementStarted, before + 1)
        await me.ask("query.cancel", CancelRun(f"run {turn + 1}"))
        outcome = await running
        is_there = bool(look(shop, f"SELECT 1 FROM log WHERE note = '{turn}'"))
        assert is_there is (outcome.failed == 0)


@pytest.mark.parametrize("how", ["query.cancel", "cancelled call"])
async def test_a_cancel_that_comes_a_moment_before_the_statement_begins_ends_it_all_the_same(
    me: Asker, shop: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    session = await me.session(shop)
    opened = opened_session(me, session)
    execute, began, go_on = opened.execute, threading.Event(), threading.Event()

    def late(sql: str, parameters: Sequence[Cell] = ()) -> Iterator[Reply]:
        began.set()
        go_on.wait(PATIENCE_S)
        yield from execute(sql, parameters)

    monkeypatch.setattr(opened, "execute", late)
    running = me.begin(session, ENDLESS)
    await eventually_async(began.is_set)
    if how == "query.cancel":
        assert await me.ask("query.cancel", CancelRun("run 1")) == Cancelled(reached=True)
    else:
        running.cancel()
        await asyncio.sleep(0)
    go_on.set()
    told = (await asyncio.gather(running, return_exceptions=True))[0]
    assert isinstance(told, asyncio.CancelledError) or (isinstance(told, RunOutcome) and told.cancelled)


async def test_cancelling_a_pause_ends_it(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running, _ = await me.paused(session, ENDLESS_ROWS, row_limit=100)
    await me.ask("query.cancel", CancelRun("run 1"))
    outcome = await running
    assert outcome.cancelled
    assert outcome.statements[0].row_count == 100


async def test_a_run_that_waits_behind_another_can_be_cancelled(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    first = me.begin(session, ENDLESS)
    await me.hears(StatementStarted)
    second = me.begin(session, "INSERT INTO log(note) VALUES ('never')")
    third = me.begin(session, "INSERT INTO log(note) VALUES ('ran')")
    await asyncio.sleep(0)
    await me.ask("query.cancel", CancelRun("run 2"))
    for _ in range(20):
        await asyncio.sleep(0.005)
    assert not first.done(), "the cancel was not for this one"
    await me.ask("query.cancel", CancelRun("run 1"))
    assert (await first).cancelled
    assert (await second).ran == 0
    assert ((await third).failed, look(shop, "SELECT note FROM log")) == (0, [("ran",)])


async def test_a_cancel_is_for_its_own_run_at_any_moment(me: Asker, shop: Path, chance: random.Random) -> None:
    """Runs queued one behind the other, every second one cancelled at some moment: the others all succeed."""
    session = await me.session(shop)
    for _ in range(times(5, 200)):
        runs = [asyncio.create_task(me.ask("query.run", me.request(session, numbers(3_000)))) for _ in range(20)]
        await asyncio.sleep(0)
        for number in chance.sample(range(0, 20, 2), 10):
            await asyncio.sleep(chance.random() * 0.002)
            await me.ask("query.cancel", CancelRun(f"run {me.last_number - 19 + number}"))
        outcomes = await asyncio.gather(*runs)
        assert [outcome.failed for outcome in outcomes[1::2]] == [0] * 10


async def test_closing_a_session_stops_its_script_at_once(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    script = "".join(f"INSERT INTO log(note) VALUES ({number});" for number in range(20_000))
    running = me.begin(session, script)
    await me.hears(StatementCompleted, 5)
    await me.ask("session.close", CloseSession(session, roll_back=True))
    assert (await running).cancelled
    count = look(shop, "SELECT count(*) FROM log")
    assert count[0][0] < 20_000
    with pytest.raises(SessionUnknown):
        await me.run(session, "SELECT 1")
    assert look(shop, "SELECT count(*) FROM log") == count


# what is told meanwhile


async def test_the_first_rows_are_told_though_the_next_one_never_comes(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i <= 30"
    running = me.begin(session, rows)
    await eventually_async(lambda: [event for event in me.heard(RowsAvailable) if event.row_count >= 21])
    (handle,) = me.handles()
    assert rows_in(handle)[:21] == [(number,) for number in range(1, 22)]
    await me.ask("query.cancel", CancelRun("run 1"))
    await running
    assert len(rows_in(handle)) >= 21


async def test_an_owner_who_is_behind_is_waited_for(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    me.is_full = True
    script = "".join(f"INSERT INTO log(note) VALUES ({number});" for number in range(100))
    running = me.begin(session, script)
    for _ in range(20):
        await asyncio.sleep(0.005)
    assert me.events == []
    me.is_full = False
    assert (await running).ran == 100
    assert len(me.heard(StatementStarted)) == 100


async def test_an_owner_who_is_behind_holds_up_the_rows_too_and_can_still_cancel(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, ENDLESS_ROWS, row_limit=None)
    await me.hears(RowsAvailable, 2)
    me.is_full = True
    counts: list[int] = []

    def stands_still() -> bool:
        counts.append(me.heard(RowsAvailable)[-1].row_count)
        return counts.count(counts[-1]) > 100

    await eventually_async(stands_still)
    await me.ask("query.cancel", CancelRun("run 1"))
    assert (await running).cancelled


async def test_who_holds_a_lock_is_told_while_the_statement_waits(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    with locker(shop) as other:
        other.does("BEGIN IMMEDIATE")
        running = me.begin(session, "INSERT INTO log(note) VALUES ('late')")
        waiting = await me.hears(LockAwaited)
        assert f"({other.pid})" in waiting.holders
        other.does("COMMIT")
        assert (await running).failed == 0


async def test_a_result_whose_text_is_not_valid_begins_again_in_another_file(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    sql = f"SELECT CASE WHEN i = 900 THEN CAST(X'ff' AS TEXT) ELSE i END FROM ({numbers(1_000)})"
    outcome = await me.run(session, sql)
    (first,) = me.handles()
    again = me.heard(ResultRestarted)[0].result
    assert outcome.statements[0].result_id == again.result_id != first.result_id
    assert rows_in(again)[898:901] == [(899,), (RawText(b"\xff"),), (901,)]
    assert me.ended(again.result_id).row_count == 1_000
    assert Path(first.path).exists(), "its reader may not have heard yet"
    await me.ask("result.close", CloseResults((again.result_id,)))
    assert [path.name for path in Path(first.path).parent.iterdir()] == ["lock"]


async def test_a_transaction_lost_by_a_cancel_is_told(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.run(session, "BEGIN; INSERT INTO log(note) VALUES ('lost')")
    running = me.begin(session, f"INSERT INTO log(note) SELECT i FROM ({numbers(10**9)})")
    await me.hears(StatementStarted, 3)
    before = shop.stat().st_size
    await eventually_async(lambda: shop.stat().st_size > before)  # it has changed more than fits into memory
    await me.ask("query.cancel", CancelRun("run 2"))
    outcome = await running
    assert outcome.cancelled
    assert "rolled back" in me.heard(NoticeReceived)[0].text
    assert outcome.transaction.value == "idle"


async def test_two_runs_of_one_id_and_a_session_nobody_knows_are_refused(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    request = me.request(session, ENDLESS)
    running = asyncio.create_task(me.ask("query.run", request))
    await me.hears(StatementStarted)
    with pytest.raises(RequestInvalid):
        await me.ask("query.run", request)
    await me.ask("query.cancel", CancelRun(request.run_id))
    await running
    with pytest.raises(SessionUnknown):
        await me.run("nobody", "SELECT 1")
