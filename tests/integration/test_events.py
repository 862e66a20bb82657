"""Events: what happens in an engine, told in order, kept across restarts and kills, without rows and secrets."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpers.canaries import contents
from helpers.engine_processes import engine_process
from helpers.engines import ENDLESS, Asker, asker, make_database
from helpers.waiting import eventually, eventually_async
from lapwing import paths
from lapwing.domain.cloud_events import CloudEvent, EventPublished, envelope
from lapwing.domain.connections import CloseSession, Confirmation, Connection, OpenSession, SaveConnection, SqlInEvents
from lapwing.domain.errors import LapwingError, StoredNewer
from lapwing.domain.event_log import EventGone, EventTypeRefused, FetchEvent, PublishEvent, SearchEvents
from lapwing.domain.event_types import EVENT_TYPES
from lapwing.domain.operations import Subscribe
from lapwing.domain.query import CancelRun
from lapwing.domain.urls import sqlite_url
from lapwing.store.events.writer import EventWriter, events_path

CANARY = "canary-4711"


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("event.published",)))
        yield made


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(note)")


def told(me: Asker, *types: str) -> list[CloudEvent]:
    found = [each.event for each in me.heard(EventPublished)]
    return [each for each in found if not types or each.type in types]


async def heard(me: Asker, event_type: str, count: int = 1) -> list[CloudEvent]:
    await eventually_async(lambda: len(told(me, event_type)) >= count)
    return told(me, event_type)


async def opened(me: Asker, path: Path, **more: Any) -> str:
    """The id of a session on a saved connection."""
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", sqlite_url(path), **more)))
    found = await me.ask("session.open", OpenSession("shop"))
    return str(found.session_id)


async def kept(me: Asker, **more: Any) -> list[CloudEvent]:
    page = await me.ask("event.search", SearchEvents(**more))
    assert page.problems == ()
    return list(page.events)


def types_of(events: list[CloudEvent]) -> list[str]:
    return [each.type for each in events]


async def test_a_connection_and_its_statements_are_told_in_order_with_the_documented_data(
    me: Asker, shop: Path
) -> None:
    session = await opened(me, shop)
    second = await me.ask("session.open", OpenSession("shop"))
    await me.run(session, "INSERT INTO log VALUES ('a'), ('b'); SELECT * FROM log; SELECT nope; CREATE TABLE more(a)")
    await me.run(session, "CREATE TABLE more(a)")
    await heard(me, "schema.changed")
    await heard(me, "query.completed", 3)
    for each in (session, second.session_id):
        await me.ask("session.close", CloseSession(each))
    await heard(me, "connection.disconnected")
    assert types_of(told(me)) == [
        "connection.connected",
        *["query.started", "query.completed"] * 2,
        *["query.started", "query.failed"],
        *["query.started", "query.completed"],
        "schema.changed",
        "connection.disconnected",
    ]
    inserted, selected, made = (each.data for each in told(me, "query.completed"))
    assert (inserted["kind"], inserted["rowCount"], inserted["sql"]) == (
        "write",
        2,
        "INSERT INTO log VALUES ('a'), ('b')",
    )
    assert (selected["kind"], selected["rowCount"], selected["status"]) == ("read", 2, "success")
    assert made["kind"] == "define"
    (failed,) = (each.data for each in told(me, "query.failed"))
    assert (failed["status"], "nope" in failed["error"], failed["errorCode"] != "") == ("error", True, True)
    started = told(me, "query.started")[0].data
    assert started["queryId"] == inserted["queryId"] != selected["queryId"]
    fields = {each.type: {name for name, _ in each.fields} for each in EVENT_TYPES}
    for event in told(me):
        assert set(event.data) == fields[event.type], event.type
        assert event.connection_id == event.data["connectionId"] == "shop"
    assert [each.id for each in reversed(await kept(me))] == [each.id for each in told(me)]


async def test_of_a_fast_script_many_statements_are_told_together_and_none_is_left_out(me: Asker, shop: Path) -> None:
    session = await opened(me, shop)
    inserts = "BEGIN; " + "".join(f"INSERT INTO log VALUES ({n});" for n in range(499))
    await me.run(session, inserts + "INSERT INTO nope VALUES (1)")
    await heard(me, "query.failed")
    done = [each.data for each in told(me, "query.completed")]
    assert sum(each["statements"] for each in done) == 500
    assert sum(each["rowCount"] or 0 for each in done) == 499
    assert len(done) < 400
    assert {each["kind"] for each in done} == {"other", "write"}


async def test_one_that_is_cancelled_is_told_as_cancelled(me: Asker, shop: Path) -> None:
    session = await opened(me, shop)
    running = me.begin(session, ENDLESS)
    await heard(me, "query.started")
    await me.ask("query.cancel", CancelRun(f"run {me.last_number}"))
    await running
    (cancelled,) = await heard(me, "query.cancelled")
    assert cancelled.data["status"] == "cancelled"


async def test_an_opening_that_fails_is_told_with_its_code_and_how_often(me: Asker, tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(LapwingError):
            await opened(me, tmp_path / "nowhere.sqlite")
    first, second = await heard(me, "connection.error", 2)
    assert first.data["errorCode"] == second.data["errorCode"] != ""
    assert (first.data["retryCount"], second.data["retryCount"]) == (0, 1)


@pytest.mark.parametrize(
    ("environment", "own", "policy"),
    [
        ("none", SqlInEvents.FULL, "full"),
        ("production", SqlInEvents.FULL, "masked"),
        ("production", SqlInEvents.HASH, "hash"),
        ("none", SqlInEvents.NONE, "none"),
    ],
)
async def test_secrets_and_what_the_policy_forbids_reach_neither_store_nor_subscribers(
    me: Asker, shop: Path, environment: str, own: SqlInEvents, policy: str
) -> None:
    session = await opened(me, shop, environment=environment, sql_in_events=own)
    sql = f"ATTACH ':memory:' AS x KEY '{CANARY}'; /* {CANARY} */ SELECT note FROM log WHERE note = 'plain' AND 1 = 42"
    sql = sql.replace(f"/* {CANARY} */", "") if policy == "full" else sql
    await me.run(session, sql, confirmed=Confirmation.NAME)
    await me.run(
        session, f"SELECT * FROM nope WHERE password = '{CANARY}'" if policy == "full" else f'SELECT "{CANARY}" +'
    )
    await heard(me, "query.failed")
    found = await kept(me)
    assert CANARY not in json.dumps([each.data for each in found])
    selected = next(
        each.data["sql"] for each in found if each.type == "query.completed" and each.data["kind"] == "read"
    )
    assert {each.data.get("sqlPolicy", policy) for each in found} == {policy}
    expected = {
        "full": "SELECT note FROM log WHERE note = 'plain' AND 1 = 42",
        "masked": "SELECT note FROM log WHERE note = ? AND ? = ?",
        "none": "",
    }
    assert selected == expected[policy] if policy in expected else selected.startswith("sha256:")
    assert CANARY.encode() not in everything_stored()


async def test_a_subscriber_that_hangs_delays_neither_statements_nor_other_subscribers(me: Asker, shop: Path) -> None:
    never, others = asyncio.Event(), []

    async def hangs(_event: CloudEvent) -> None:
        await never.wait()

    async def hears(event: CloudEvent) -> None:
        others.append(event.type)

    me.engine.hub.subscribe("hangs", ("*",), hangs)
    me.engine.hub.subscribe("hears", ("query.completed",), hears)
    session = await opened(me, shop)
    for _ in range(30):
        await me.run(session, "SELECT 1")
    await eventually_async(lambda: len(others) == 30)
    assert len(await kept(me, types=("query.completed",))) == 30


async def test_what_was_told_outlives_a_kill(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as process:
        session = await process.session(shop)
        await process.run(session, "SELECT 'kept'")
        eventually(lambda: b"query.completed" in everything_stored())
        os.kill(process.process.pid, signal.SIGKILL)
        await process.ends()
    async with asker() as me:
        found = types_of(await kept(me, types=("query.*", "connection.*")))
    assert found == ["query.completed", "query.started", "connection.connected"]


def everything_stored() -> bytes:
    return b"".join(data for path, data in contents(events_path().parent).items() if path.match("events.sqlite*"))


async def test_events_are_found_by_text_pattern_connection_and_time_page_by_page(me: Asker) -> None:
    for number in range(25):
        about = "a" if number % 2 else "b"
        await me.ask(
            "event.publish", PublishEvent(f"workflow.step_{number % 5}", {"n": number, "note": "50%_off"}, about)
        )
    events = told(me)
    page = await me.ask("event.search", SearchEvents(limit=10))
    following = await me.ask("event.search", SearchEvents(limit=20, before_id=page.next))
    assert [*page.events, *following.events] == events[::-1]
    assert following.next == ""
    assert {each.type for each in await kept(me, types=("*.step_1", "workflow.step_2"))} == {
        "workflow.step_1",
        "workflow.step_2",
    }
    assert {each.connection_id for each in await kept(me, connection_id="a")} == {"a"}
    assert len(await kept(me, text="50%_OFF")) == 25
    assert await kept(me, text="50x_off") == []
    middle = events[12].at
    assert await kept(me, since=middle) == [each for each in events[::-1] if each.at >= middle]
    assert await kept(me, until=middle) == [each for each in events[::-1] if each.at <= middle]
    assert await me.ask("event.show", FetchEvent(events[3].id)) == events[3]
    with pytest.raises(EventGone):
        await me.ask("event.show", FetchEvent("nope"))
    others = [each.type for each in (await me.ask("event.types")).types]
    assert "workflow.step_4" in others


async def test_an_event_of_ones_own_gets_answers_and_lapwings_own_names_are_refused(me: Asker) -> None:
    async def answers(event: CloudEvent) -> object:
        return event.data["n"] + 1

    me.engine.hub.subscribe("adder", ("workflow.*",), answers)
    given = await me.ask("event.publish", PublishEvent("workflow.add", {"n": 1}, wait=True))
    assert [(each.subscriber, each.answer) for each in given.answers] == [("adder", 2)]
    for name in ("query.completed", "plugin.x.y", "Nonsense", "lapwing.x", "a..b"):
        with pytest.raises(EventTypeRefused):
            await me.ask("event.publish", PublishEvent(name))
    made = envelope(replace(given.event, at=0.25, connection_id="c"))
    assert made == {
        "specversion": "1.0",
        "id": given.event.id,
        "source": "command%20line",
        "type": "workflow.add",
        "time": "1970-01-01T00:00:00.250Z",
        "connectionid": "c",
        "datacontenttype": "application/json",
        "data": {"n": 1},
    }


def event(number: int, at: float, size: int = 0) -> CloudEvent:
    return CloudEvent(f"{number:026}", "workflow.x", at, {"text": "x" * size})


async def test_old_events_and_those_without_room_are_deleted(me: Asker) -> None:
    writer = EventWriter(events_path(), lambda: (1, 1))
    for number in range(2_000):
        writer.put(event(number, 1.0))
    writer.settle()
    writer.close()
    assert await kept(me) == []


async def test_there_is_room_for_the_latest(me: Asker) -> None:
    writer = EventWriter(events_path(), lambda: (0, 1))
    for number in range(2_500):
        writer.put(event(number, 1.0, 1_000))
        if number % 1_000 == 0:
            writer.settle()
    writer.settle()
    writer.close()
    found = await kept(me, limit=1)
    assert found[0].id == f"{2_499:026}"
    assert events_path().stat().st_size < 2_500_000


async def test_a_damaged_file_is_put_aside_and_told_and_a_newer_one_left(me: Asker) -> None:
    events_path().parent.mkdir(parents=True)
    events_path().write_bytes(b"this is no database, and long enough to be sure of it" * 100)
    await me.ask("event.publish", PublishEvent("workflow.x"))
    page = await me.ask("event.search", SearchEvents())
    assert types_of(list(page.events)) == ["workflow.x"]
    assert [each.code for each in page.problems] == ["event.damaged"]
    assert len(list(events_path().parent.glob("events.sqlite.damaged-*"))) >= 1


async def test_a_newer_file_is_left_as_it_is(me: Asker) -> None:
    make_database(private(events_path()), "PRAGMA user_version=99")
    before = events_path().read_bytes()
    await me.ask("event.publish", PublishEvent("workflow.x"))
    assert [each.code for each in (await me.ask("event.search", SearchEvents())).problems] == ["stored.newer"]
    with pytest.raises(StoredNewer):
        await me.ask("event.show", FetchEvent("x"))
    assert events_path().read_bytes() == before


def private(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


async def test_production_that_was_kept_before_events_had_policies_is_told_masked(me: Asker) -> None:
    path = private(paths.config() / "environments.json")
    stored = {"id": "production", "name": "Live", "color": "bad", "read_only": True}
    path.write_text(json.dumps({"version": 1, "environments": [stored]}))
    (production, *_rest) = (await me.ask("environment.list")).environments
    assert (production.name, production.sql_in_events) == ("Live", SqlInEvents.MASKED)
