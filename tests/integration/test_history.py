"""What an engine enters into the history: before statements are sent, whatever becomes of them and of the engine."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from helpers.canaries import contents
from helpers.command_line import lapwing, said, started
from helpers.engine_processes import engine_process
from helpers.engines import ENDLESS, Asker, asker, look, make_database
from helpers.full_disks import longest_file
from helpers.server_places import ServerPlace
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually, eventually_async
from lapwing.domain.connections import OpenSession, SessionRequest, TransactionMode, TransactionState
from lapwing.domain.errors import EngineGone
from lapwing.domain.events import NoticeReceived, TransactionChanged, TransactionExpiring
from lapwing.domain.history import (
    ClearHistory,
    DeleteHistory,
    FetchHistoryEntry,
    FetchTransaction,
    HistoryEntry,
    HistoryEntryGone,
    HistoryFace,
    HistoryParameter,
    HistoryState,
    PinHistory,
    SearchHistory,
)
from lapwing.domain.parameters import QueryParameter
from lapwing.settings.store import change_settings
from lapwing.store.history.opening import history_path

MANUAL = TransactionMode.MANUAL


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(note)")


async def kept(me: Asker, text: str = "", **more: object) -> list[HistoryEntry]:
    """What a search finds, the oldest first."""
    page = await me.ask("history.search", SearchHistory(text, limit=1_000, **more))  # type: ignore[arg-type]
    assert not page.problems
    return list(reversed(page.entries))


def stored(sql: str) -> list[tuple[Any, ...]]:
    """What another program reads in the file."""
    try:
        return look(history_path(), sql) if history_path().exists() else []
    except apsw.SQLError:  # it is being made
        return []


def everything_stored() -> bytes:
    return b"".join(contents(history_path().parent).values())


async def test_entries_say_what_was_sent_where_and_how_it_ended(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.run(session, "INSERT INTO log VALUES ('a'), ('b');\nSELECT * FROM log; SELECT nope", tab_id="tab 1")
    inserted, selected, failed = await kept(me)
    assert (inserted.sql, inserted.rows_affected, inserted.rows_fetched) == (
        "INSERT INTO log VALUES ('a'), ('b')",
        2,
        None,
    )
    assert (selected.sql, selected.rows_fetched, selected.state) == ("SELECT * FROM log", 2, HistoryState.DONE)
    assert (failed.state, failed.error, failed.error_code) == (
        HistoryState.FAILED,
        "no such column: nope",
        "SQLITE_ERROR",
    )
    assert (failed.session_id, failed.tab_id, failed.face) == (session, "tab 1", HistoryFace.WINDOW)
    assert (failed.database, failed.dialect, failed.connection_id) == (str(shop), "sqlite", "")
    assert failed.elapsed_s is not None
    assert inserted.started <= selected.started <= failed.started


async def test_a_statement_under_way_is_in_the_file_and_a_cancelled_one_says_so(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, ENDLESS)
    await eventually_async(lambda: stored("SELECT sql, state FROM entries") == [(ENDLESS, "running")])
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    (entry,) = await kept(me)
    assert entry.state is HistoryState.CANCELLED


async def test_every_statement_of_a_long_script_is_kept_and_none_that_was_not_sent(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    lines = [f"INSERT INTO log VALUES ({number})" for number in range(1_500)]
    outcome = await me.run(session, ";\n".join(["BEGIN", *lines, "SELECT nope", *lines]))
    assert (outcome.ran, outcome.failed) == (1_502, 1)
    await eventually_async(lambda: not stored("SELECT 1 FROM entries WHERE engine IS NOT NULL"))
    found = stored("SELECT sql, state FROM entries ORDER BY id")
    assert found == [("BEGIN", "done"), *((line, "done") for line in lines), ("SELECT nope", "failed")]


async def test_values_of_parameters_are_kept_unless_they_sound_secret(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    values = (QueryParameter("note", "tent"), QueryParameter("password", "hunter2"), QueryParameter("unused", "x"))
    await me.run(session, "INSERT INTO log VALUES (:note), (:password)", parameters=values)
    (entry,) = await kept(me)
    assert entry.parameters == (
        HistoryParameter("note", "server", "tent"),
        HistoryParameter("password", "server", None, False),
    )
    change_settings(history_values=False)
    await me.run(session, "SELECT :note", parameters=values)
    assert (await kept(me))[-1].parameters == (HistoryParameter("note", "server", None, False),)
    assert b"hunter2" not in everything_stored()


async def test_no_byte_of_a_password_reaches_the_file_not_even_by_an_error(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    session = (await me.ask("session.open", OpenSession(url=place.url(), password=place.password))).session_id
    await me.run(session, "ALTER ROLE nobody_here PASSWORD 'hunter2'; SELECT 1", on_error="continue")
    await me.run(session, "ALTER ROLE nobody_here PASSWORD hunter2 'hunter2")
    entries = await kept(me, "PASSWORD")
    assert [entry.state for entry in entries] == [HistoryState.FAILED] * 2
    assert b"hunter2" not in everything_stored()


async def test_a_connection_or_a_person_may_want_no_history(me: Asker, shop: Path) -> None:
    facts = await me.ask("session.open", OpenSession(url=f"sqlite:///{shop}?history=0"))
    await me.run(facts.session_id, "SELECT 1")
    change_settings(history=False)
    await me.run(await me.session(shop), "SELECT 2")
    assert await kept(me) == []
    assert not history_path().exists()


async def test_entries_are_pinned_and_deleted(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.run(session, "SELECT 1; SELECT 2; SELECT 3; SELECT 4")
    first, second, third, _ = await kept(me)
    await me.ask("history.pin", PinHistory(first.id))
    assert (await me.ask("history.delete", DeleteHistory((second.id,)))).count == 1
    with pytest.raises(HistoryEntryGone):
        await me.ask("history.entry", FetchHistoryEntry(second.id))
    with pytest.raises(HistoryEntryGone):
        await me.ask("history.pin", PinHistory(second.id))
    assert (await me.ask("history.clear", ClearHistory(SearchHistory("3")))).count == 1
    assert (await me.ask("history.clear", ClearHistory())).count == 1
    assert [entry.id for entry in await kept(me)] == [first.id]
    assert (await me.ask("history.clear", ClearHistory(keep_pinned=False))).count == 1
    assert third.id > first.id


async def test_the_whole_text_of_an_entry_can_be_had(me: Asker, shop: Path) -> None:
    long = f"SELECT '{'x' * 5_000}'"
    await me.run(await me.session(shop), long)
    (entry,) = await kept(me)
    assert (len(entry.sql), entry.characters) == (400, len(long))
    assert (await me.ask("history.entry", FetchHistoryEntry(entry.id))).sql == long


async def test_a_history_that_cannot_be_written_stops_no_statement_and_is_told_once(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.run(session, "SELECT 1")
    size = max(map(len, contents(history_path().parent).values()))
    with longest_file(size):
        for _ in range(2):
            assert (await me.run(session, f"UPDATE log SET note = '{'x' * 300_000}' WHERE 1 = 0")).failed == 0
    (told,) = me.heard(NoticeReceived)
    assert told.severity == "warning"
    assert told.text.startswith(f"The history in {history_path()} cannot be used: ")
    await me.run(session, "SELECT 2")
    assert [entry.sql for entry in await kept(me)] == ["SELECT 1", "SELECT 2"]


async def test_another_engine_that_holds_the_file_keeps_a_statement_waiting_only_briefly(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.run(session, "SELECT 1")
    other = apsw.Connection(str(history_path()))
    other.set_busy_timeout(10_000)
    other.execute("BEGIN IMMEDIATE")
    assert (await me.run(session, "SELECT 2")).failed == 0
    other.execute("ROLLBACK")
    other.close()
    assert [notice.severity for notice in me.heard(NoticeReceived)] == ["warning"]


# what is left after a kill


async def test_a_statement_is_in_the_history_when_the_engine_dies_behind_its_sending(
    shop: Path, tmp_path: Path
) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop)
        running = engine.begin(session, ENDLESS)
        await eventually_async(lambda: stored("SELECT state FROM entries") == [("running",)])
        os.kill(engine.process.pid, signal.SIGKILL)
        with pytest.raises(EngineGone):
            await running
    async with asker() as me:
        (entry,) = await kept(me)
    assert (entry.sql, entry.state, entry.elapsed_s) == (ENDLESS, HistoryState.UNKNOWN, None)


def test_a_statement_of_the_command_line_is_in_the_history_when_it_is_killed_while_the_server_works(
    postgresql: PostgreSQL, postgresql_database: str
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    sql = "CREATE TABLE made (a int); SELECT pg_sleep(600); CREATE TABLE never_made (a int)"
    process = started(
        "query", "--url", place.url(), "--password-env", "PW", sql, variables={"PW": place.password.reveal()}
    )
    eventually(lambda: ("SELECT pg_sleep(600)", "running") in stored("SELECT sql, state FROM entries"))
    process.kill()
    process.communicate()
    result = lapwing("history", "--format", "csv", "--state", "unknown")
    assert said(result) == ""
    states = dict(stored("SELECT sql, state FROM entries"))
    assert states["SELECT pg_sleep(600)"] == "unknown"
    assert states["CREATE TABLE made (a int)"] in {"done", "unknown"}


# transactions


async def test_statements_of_one_transaction_are_found_again(me: Asker, shop: Path) -> None:
    session = await me.session(shop, mode=MANUAL)
    await me.run(session, "INSERT INTO log VALUES (1); SELECT nope")
    await me.ask("session.rollback", SessionRequest(session))
    await me.run(session, "INSERT INTO log VALUES (2)")
    await me.run(session, "INSERT INTO log VALUES (3)")
    last = await me.ask("history.transaction", FetchTransaction(session))
    assert [entry.sql for entry in last.entries] == ["INSERT INTO log VALUES (2)", "INSERT INTO log VALUES (3)"]
    number = last.entries[0].transaction
    before = await me.ask("history.transaction", FetchTransaction(session, number - 1))
    assert [entry.sql for entry in before.entries] == ["INSERT INTO log VALUES (1)", "SELECT nope", "ROLLBACK"]


async def test_statements_of_a_transaction_that_died_with_its_engine_are_found_again(
    shop: Path, tmp_path: Path
) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop)
        await engine.run(session, "SELECT 'before'")
        await engine.run(session, "BEGIN; INSERT INTO log VALUES (1)")
        running = engine.begin(session, ENDLESS)
        await eventually_async(lambda: (ENDLESS,) in stored("SELECT sql FROM entries"))
        os.kill(engine.process.pid, signal.SIGKILL)
        with pytest.raises(EngineGone):
            await running
    async with asker() as me:
        found = await me.ask("history.transaction", FetchTransaction(session))
    assert [entry.sql for entry in found.entries] == ["BEGIN", "INSERT INTO log VALUES (1)", ENDLESS]
    assert found.entries[-1].state is HistoryState.UNKNOWN


async def test_an_open_transaction_in_which_nothing_runs_is_warned_of_and_rolled_back(shop: Path) -> None:
    change_settings(idle_transaction_s=1)
    async with asker() as me:
        session = await me.session(shop, mode=MANUAL)
        await me.run(session, "INSERT INTO log VALUES ('kept')")
        warned = await me.hears(TransactionExpiring)
        assert (warned.session_id, warned.in_s) == (session, 0.5)
        await me.ask("session.keep_open", SessionRequest(session))
        assert (await me.hears(TransactionExpiring, 2)).in_s is None
        await me.ask("session.commit", SessionRequest(session))
        await me.run(session, "INSERT INTO log VALUES ('forgotten')")
        await eventually_async(lambda: me.heard(TransactionChanged)[-1].reason is not None)
        last = me.heard(TransactionChanged)[-1]
        assert last.transaction is TransactionState.IDLE
        assert last.reason is not None
        assert last.reason.code == "transaction.timed_out"
        assert (await me.run(session, "SELECT note FROM log")).failed == 0
    assert look(shop, "SELECT note FROM log") == [("kept",)]


async def test_a_transaction_in_which_something_runs_is_left_alone(shop: Path) -> None:
    change_settings(idle_transaction_s=1)
    async with asker() as me:
        session = await me.session(shop, mode=MANUAL)
        await me.run(session, "INSERT INTO log VALUES (1)")
        await me.hears(TransactionExpiring)
        running = me.begin(session, ENDLESS)
        assert (await me.hears(TransactionExpiring, 2)).in_s is None
        await asyncio.sleep(1.2)  # longer than the limit
        assert all(changed.reason is None for changed in me.heard(TransactionChanged))
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
