"""Table data asked of an engine: events, pages that grow, cancelling, and what a commit does to the session."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker, look, make_database, numbers, rows_in
from lapwing.domain.connections import OpenSession, SessionRequest, TransactionMode, TransactionState
from lapwing.domain.errors import ResultClosed, StatementCancelled, StatementFailed, from_wire
from lapwing.domain.events import ResultEnded, ResultStarted, RowsAvailable, TransactionChanged
from lapwing.domain.history import SearchHistory
from lapwing.domain.query import CancelRun
from lapwing.domain.results import CloseResults
from lapwing.domain.table_data import (
    ChangeKind,
    ColumnSort,
    CommitChanges,
    CountTable,
    FollowKey,
    NamedValue,
    OpenTable,
    PreviewChanges,
    ReadMoreRows,
    ReadTable,
    RowChange,
    value_of,
)
from lapwing.domain.table_errors import SessionReadsOnly, TableAltered
from lapwing.domain.urls import sqlite_url
from lapwing.ipc.codec import decode_body, encode_body


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(
        tmp_path / "shop.sqlite",
        "CREATE TABLE goods(id INTEGER PRIMARY KEY, name TEXT, price REAL)",
        f"INSERT INTO goods SELECT i, 'name ' || i, i / 10.0 FROM ({numbers(500)})",
        "CREATE TABLE orders(id INTEGER PRIMARY KEY, good REFERENCES goods)",
        "INSERT INTO orders VALUES (1, 7)",
    )


@pytest.fixture
async def somebody() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


async def asked(somebody: Asker, operation: str, request: object) -> Any:
    """Ask, with request and answer as they cross the line."""
    answer = await somebody.ask(operation, decode_body(encode_body(request)))
    return decode_body(encode_body(answer))


def renamed(number: int, before: str, after: str) -> RowChange:
    key = (value_of(number),)
    return RowChange(
        ChangeKind.UPDATE, key, (NamedValue("name", value_of(before)),), (NamedValue("name", value_of(after)),)
    )


async def test_pages_are_appended_to_one_result_until_all_rows_are_there(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop)
    facts = await asked(somebody, "table.open", OpenTable(session, "main", "goods"))
    assert (facts.key, facts.columns, facts.read_only) == (("id",), ("id", "name", "price"), None)
    page = await asked(
        somebody, "table.read", ReadTable("r1", session, "main", "goods", "id <= 250", sorts=(ColumnSort("name"),))
    )
    (started,) = somebody.heard(ResultStarted)
    assert (started.run_id, started.result, page.row_count, page.has_more) == ("r1", page.result, 200, True)
    assert somebody.heard(ResultEnded) == []
    page = await asked(somebody, "table.more", ReadMoreRows("r2", page.result.result_id, 30))
    assert (page.row_count, page.has_more) == (230, True)
    page = await asked(somebody, "table.more", ReadMoreRows("r3", page.result.result_id))
    assert (page.row_count, page.has_more) == (250, False)
    assert [event.row_count for event in somebody.heard(RowsAvailable)][-1] == 250
    assert somebody.ended(page.result.result_id).complete
    assert [row[1] for row in rows_in(page.result)] == sorted(f"name {i}" for i in range(1, 251))
    with pytest.raises(ResultClosed):
        await asked(somebody, "table.more", ReadMoreRows("r4", page.result.result_id))


async def test_a_result_that_was_closed_is_not_read_on(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop)
    page = await asked(somebody, "table.read", ReadTable("r1", session, "main", "goods"))
    await asked(somebody, "result.close", CloseResults((page.result.result_id,)))
    with pytest.raises(ResultClosed):
        await asked(somebody, "table.more", ReadMoreRows("r2", page.result.result_id))


async def test_reading_and_counting_are_cancelled_and_the_rows_so_far_stay(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop)
    slow = "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n) > goods.id"
    request = ReadTable("slow", session, "main", "goods", f"id < 20 OR {slow}")
    reading = asyncio.create_task(asked(somebody, "table.read", request))
    await somebody.hears(ResultStarted)
    assert (await asked(somebody, "query.cancel", CancelRun("slow"))).reached
    with pytest.raises(StatementCancelled):
        await reading
    counting = asyncio.create_task(asked(somebody, "table.count", CountTable("count", session, "main", "goods", slow)))
    while not (await asked(somebody, "query.cancel", CancelRun("count"))).reached:
        await asyncio.sleep(0)
    with pytest.raises(StatementCancelled):
        await counting
    assert (await asked(somebody, "table.count", CountTable("c", session, "main", "goods", "id > 3"))).rows == 497


async def test_changes_are_previewed_committed_and_in_the_history(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop)
    changes = (
        renamed(1, "name 1", "new"),
        RowChange(ChangeKind.INSERT, values=(NamedValue("name", value_of("more")),)),
        RowChange(ChangeKind.DELETE, (value_of(2),), (NamedValue("price", value_of(0.2)),)),
    )
    preview = await asked(somebody, "table.preview", PreviewChanges(session, "main", "goods", changes))
    assert [statement.index for statement in preview.statements] == [2, 0, 1]
    outcome = await asked(somebody, "table.commit", CommitChanges("c", session, "main", "goods", changes))
    assert (outcome.done, outcome.transaction, outcome.result_of) == (True, TransactionState.IDLE, (0, 1))
    assert rows_in(outcome.result) == [(1, "new", 0.1), (501, "more", None)]
    assert look(shop, "SELECT count(*), max(id), min(name) FROM goods") == [(500, 501, "more")]
    page = await asked(somebody, "history.search", SearchHistory("goods"))
    texts = {entry.sql for entry in page.entries}
    assert {statement.sql for statement in preview.statements} <= texts
    outcome = await asked(somebody, "table.commit", CommitChanges("c", session, "main", "goods", changes))
    assert (outcome.done, outcome.failed) == (False, 2)
    assert from_wire(outcome.error).code == "table.conflict.gone"


async def test_in_manual_mode_changes_stay_open_and_the_owner_hears_of_it(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop, mode=TransactionMode.MANUAL)
    changes = (renamed(1, "name 1", "new"),)
    outcome = await asked(somebody, "table.commit", CommitChanges("c", session, "main", "goods", changes))
    assert (outcome.done, outcome.transaction) == (True, TransactionState.OPEN)
    assert [event.transaction for event in somebody.heard(TransactionChanged)] == [TransactionState.OPEN]
    assert look(shop, "SELECT name FROM goods WHERE id = 1") == [("name 1",)]
    await asked(somebody, "session.commit", SessionRequest(session))
    assert look(shop, "SELECT name FROM goods WHERE id = 1") == [("new",)]


async def test_a_read_only_session_says_so_and_sends_nothing(somebody: Asker, shop: Path) -> None:
    opened = await somebody.ask("session.open", OpenSession(url=sqlite_url(shop), read_only=True))
    facts = await asked(somebody, "table.open", OpenTable(opened.session_id, "main", "goods"))
    assert isinstance(from_wire(facts.read_only), SessionReadsOnly)
    request = CommitChanges("c", opened.session_id, "main", "goods", (renamed(1, "name 1", "new"),))
    with pytest.raises(SessionReadsOnly):
        await asked(somebody, "table.commit", request)


async def test_a_table_that_was_altered_is_read_as_it_is_now(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop)
    before = await asked(somebody, "table.read", ReadTable("r", session, "main", "goods"))
    await somebody.run(session, "ALTER TABLE goods ADD COLUMN colour")
    with pytest.raises(TableAltered):
        await asked(somebody, "table.more", ReadMoreRows("r", before.result.result_id))
    assert len(rows_in(before.result)) == 200
    page = await asked(somebody, "table.read", ReadTable("r", session, "main", "goods"))
    assert [column.name for column in page.result.columns] == ["id", "name", "price", "colour"]
    await somebody.run(session, "DROP TABLE goods")
    with pytest.raises(StatementFailed):
        await asked(somebody, "table.read", ReadTable("r", session, "main", "goods"))


async def test_keys_lead_from_table_to_table(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop)
    facts = await asked(somebody, "table.open", OpenTable(session, "main", "orders"))
    there = await asked(somebody, "table.follow", FollowKey(session, facts.references[0], (value_of(7),)))
    page = await asked(somebody, "table.read", ReadTable("r", session, there.schema, there.name, there.where))
    assert rows_in(page.result) == [(7, "name 7", 0.7)]
    back = (await asked(somebody, "table.open", OpenTable(session, "main", "goods"))).referenced_by
    there = await asked(somebody, "table.follow", FollowKey(session, back[0], (value_of(7),)))
    page = await asked(somebody, "table.read", ReadTable("r", session, there.schema, there.name, there.where))
    assert rows_in(page.result) == [(1, 7)]


async def test_a_result_that_is_closed_while_it_is_read_goes_when_it_was_read(somebody: Asker, shop: Path) -> None:
    session = await somebody.session(shop)
    slow = "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n) > goods.id"
    request = ReadTable("slow", session, "main", "goods", f"id < 20 OR {slow}")
    reading = asyncio.create_task(asked(somebody, "table.read", request))
    started = await somebody.hears(ResultStarted)
    await asked(somebody, "result.close", CloseResults((started.result.result_id,)))
    await asked(somebody, "query.cancel", CancelRun("slow"))
    with pytest.raises(StatementCancelled):
        await reading
    with pytest.raises(ResultClosed):
        await asked(somebody, "table.more", ReadMoreRows("r", started.result.result_id))
    assert (await asked(somebody, "engine.status", None)).results_bytes == 0
