"""The start-up SQL of connections, on real servers: on which sessions it is run, and what becomes of it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from helpers.databases import make_database
from helpers.engines import Asker, asker
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing.domain.catalog import ListSchemas
from lapwing.domain.connections import (
    Connection,
    ConnectionTest,
    OpenSession,
    Phase,
    SaveConnection,
    SessionFacts,
    SessionRequest,
    TransactionMode,
)
from lapwing.domain.secrets import PASSWORD, GiveSecret, SecretKind, SecretPlace
from lapwing.domain.startup_errors import StartupHoldsSecret, StartupRefused
from lapwing.domain.urls import sqlite_url


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


async def saved(me: Asker, place: ServerPlace, startup_sql: str) -> None:
    made = Connection("c", "Shop", place.url(), secret=SecretPlace(SecretKind.ASK), startup_sql=startup_sql)
    await me.ask("connection.save", SaveConnection(made))
    await me.ask("secret.give", GiveSecret("c", PASSWORD, place.password))


async def opened(me: Asker, **more: object) -> SessionFacts:
    facts = await me.ask("session.open", OpenSession("c", **more))  # type: ignore[arg-type]
    assert isinstance(facts, SessionFacts)
    return facts


async def test_it_is_run_on_each_session_of_a_person_also_on_one_opened_again_and_never_on_those_of_lapwing(
    me: Asker, place: ServerPlace
) -> None:
    place.ask("CREATE TABLE log(n integer)")
    if place.is_postgresql:
        place.ask("GRANT ALL ON log TO lapwing")
    await saved(me, place, "INSERT INTO log VALUES (1);\nCREATE TEMPORARY TABLE mine(n integer);")
    facts = await opened(me, mode=TransactionMode.MANUAL)
    assert (await me.run(facts.session_id, "INSERT INTO mine VALUES (7)")).failed == 0
    assert len(place.ask("SELECT n FROM log")) == 1  # committed by itself
    await me.ask("session.rollback", SessionRequest(facts.session_id))
    assert facts.surroundings.server_pid is not None
    await asyncio.to_thread(place.kill, facts.surroundings.server_pid)
    assert (await me.run(facts.session_id, "SELECT * FROM mine")).failed == 0
    await me.ask("catalog.schemas", ListSchemas("c"))
    assert len(place.ask("SELECT n FROM log")) == 2


async def test_what_fails_is_told_with_its_statement_and_leaves_no_session_behind(
    me: Asker, place: ServerPlace
) -> None:
    await saved(me, place, "SELECT 1; SELECT nothing FROM nowhere; SELECT 2")
    with pytest.raises(StartupRefused) as told:
        await opened(me)
    assert "SELECT nothing FROM nowhere" in str(told.value)
    assert "nowhere" in str(told.value.facts["server"])
    await eventually_async(lambda: place.pids() == [])
    tested = await me.ask("connection.test", ConnectionTest("c"))
    assert tested.failed is Phase.STARTUP
    assert Phase.FIRST_QUERY in [passed.phase for passed in tested.phases]
    better = await me.ask("connection.test", ConnectionTest("c", startup_sql="SELECT 3"))
    assert (better.failed, better.phases[-1].phase) == (None, Phase.STARTUP)


@pytest.fixture
def shop(tmp_path: Path, home: Path) -> Path:
    make_database(tmp_path / "other.db", "CREATE TABLE extra(n)")
    return make_database(tmp_path / "shop.db", "CREATE TABLE log(n)")


async def on_file(me: Asker, shop: Path, startup_sql: str, **more: bool) -> SessionFacts:
    made = Connection("c", "Shop", sqlite_url(shop), startup_sql=startup_sql, **more)  # type: ignore[arg-type]
    await me.ask("connection.save", SaveConnection(made))
    return await opened(me)


async def test_a_file_attached_by_it_is_there(me: Asker, shop: Path) -> None:
    facts = await on_file(me, shop, f"ATTACH '{shop.parent / 'other.db'}' AS other; PRAGMA foreign_keys = ON")
    assert (await me.run(facts.session_id, "INSERT INTO other.extra VALUES (1)")).failed == 0


@pytest.mark.parametrize(
    ("startup_sql", "read_only", "words"),
    [
        ("BEGIN; INSERT INTO log VALUES (1)", False, "leaves a transaction open"),
        (".tables", False, "Only statements for the server"),
        ("INSERT INTO log VALUES (1)", True, "read-only"),
    ],
)
async def test_what_cannot_be_run_at_the_start_opens_no_session(
    me: Asker, shop: Path, startup_sql: str, read_only: bool, words: str
) -> None:
    with pytest.raises(StartupRefused, match=words):
        await on_file(me, shop, startup_sql, read_only=read_only)
    assert (await me.ask("engine.status")).sessions == 0


async def test_one_with_a_secret_is_not_kept_and_not_repeated(me: Asker, shop: Path) -> None:
    with pytest.raises(StartupHoldsSecret) as told:
        await on_file(me, shop, "ATTACH 'x.db' AS x KEY 'canary'")
    assert "canary" not in str(told.value)
    assert (await me.ask("connection.list")).connections == ()
