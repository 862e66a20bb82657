"""Saved connections, catalogues and operations of an engine."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.engines import ENDLESS, Asker, asker, engine, make_database
from helpers.full_disks import longest_file
from helpers.lockers import locker
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.catalog import (
    DescribeRelation,
    ListRelations,
    ListSchemas,
    RelationDetails,
    RelationList,
    SchemaList,
)
from lapwing.domain.connections import (
    Connection,
    ConnectionList,
    Environment,
    OpenSession,
    RemoveConnection,
    SaveConnection,
    SessionFacts,
)
from lapwing.domain.errors import (
    ConnectionUnknown,
    DatabaseLocked,
    DefectFound,
    DiskFull,
    DriverUnknown,
    FileMissing,
    OperationUnknown,
    PasswordInUrl,
    ReadOnlyRefused,
    RequestInvalid,
    StatementFailed,
    StoredNewer,
    StoredUnreadable,
    UrlInvalid,
    in_full,
)
from lapwing.domain.events import ConnectionsChanged, StatementStarted
from lapwing.domain.operations import EngineStatus, OperationList, Permission, Subscribe
from lapwing.domain.query import CancelRun, Done
from lapwing.domain.urls import sqlite_url
from lapwing.engine.engine import defect
from lapwing.ipc.codec import MODULES, types_of


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(id INTEGER PRIMARY KEY, note TEXT)")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


def saved(shop: Path, connection_id: str = "a", name: str = "Shop") -> Connection:
    return Connection(connection_id, name, sqlite_url(shop))


# saved connections


async def test_connections_are_kept_in_their_order_replaced_and_removed(me: Asker, shop: Path) -> None:
    assert await me.ask("connection.list") == ConnectionList()
    await me.ask("events.subscribe", Subscribe(("connections.*",)))
    one, two = saved(shop), Connection("b", "🐦", "sqlite://", "group", Environment.PRODUCTION, read_only=True)
    for connection in (one, two, replace(one, name="Renamed")):
        assert await me.ask("connection.save", SaveConnection(connection)) == Done()
    assert await me.ask("connection.list") == ConnectionList((replace(one, name="Renamed"), two))
    await me.ask("connection.remove", RemoveConnection("a"))
    await me.ask("connection.remove", RemoveConnection("nobody's"))
    assert await me.ask("connection.list") == ConnectionList((two,))
    assert len(me.heard(ConnectionsChanged)) == 5
    assert shop.exists()
    async with asker() as later:
        assert await later.ask("connection.list") == ConnectionList((two,))


@pytest.mark.parametrize(("url", "error"), [("sqlite://host/x", UrlInvalid), ("pg://a:canary@b/c", PasswordInUrl)])
async def test_a_url_that_cannot_be_kept_is_refused(me: Asker, url: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        await me.ask("connection.save", SaveConnection(Connection("a", "A", url)))
    assert await me.ask("connection.list") == ConnectionList()
    assert not any("canary" in path.read_text() for path in paths.config().rglob("*") if path.is_file())


async def test_many_saves_at_once_lose_none(me: Asker, shop: Path) -> None:
    await asyncio.gather(*(me.ask("connection.save", SaveConnection(saved(shop, str(n)))) for n in range(30)))
    assert len((await me.ask("connection.list")).connections) == 30


async def test_a_damaged_list_is_kept_aside_and_told_once(me: Asker, shop: Path) -> None:
    path = paths.config() / "connections.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 1, "connections": [{"id": 7}]}')
    told = await me.ask("connection.list")
    assert told.connections == ()
    assert "cannot be read" in in_full(told.problems)
    assert ".damaged-" in in_full(told.problems)
    assert await me.ask("connection.list") == ConnectionList()
    await me.ask("connection.save", SaveConnection(saved(shop)))
    assert len(list(path.parent.glob("*.damaged-*"))) == 1


async def test_a_list_of_a_newer_lapwing_is_told_and_left(me: Asker, shop: Path) -> None:
    path = paths.config() / "connections.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 99, "connections": []}')
    for _ in range(2):
        assert "newer Lapwing" in in_full((await me.ask("connection.list")).problems)
    with pytest.raises(StoredNewer):
        await me.ask("connection.save", SaveConnection(saved(shop)))
    with pytest.raises(StoredNewer):
        await me.ask("session.open", OpenSession(connection_id="a"))
    assert path.read_text() == '{"version": 99, "connections": []}'


async def test_a_list_that_cannot_be_read_or_written_is_told(me: Asker, shop: Path) -> None:
    path = paths.config() / "connections.json"
    path.mkdir(parents=True)
    assert "cannot be read" in in_full((await me.ask("connection.list")).problems)
    with pytest.raises(StoredUnreadable):
        await me.ask("connection.save", SaveConnection(saved(shop)))
    path.rmdir()
    await me.ask("connection.save", SaveConnection(saved(shop)))
    with longest_file(10):
        for request in (SaveConnection(saved(shop, "b")), RemoveConnection("a")):
            with pytest.raises(DiskFull):
                await me.ask(f"connection.{'save' if isinstance(request, SaveConnection) else 'remove'}", request)
    assert await me.ask("connection.list") == ConnectionList((saved(shop),))


async def test_what_every_released_version_wrote_is_read(me: Asker) -> None:
    """Version 1, word for word: to be kept when there is a second one."""
    path = paths.config() / "connections.json"
    path.parent.mkdir(parents=True)
    stored = {
        "version": 1,
        "connections": [
            {"id": "a", "name": "A", "url": "sqlite:////tmp/a.db"},
            {"id": "b", "name": "B", "url": "sqlite://", "group": "g", "environment": "test", "read_only": True},
        ],
    }
    path.write_text(json.dumps(stored))
    told = await me.ask("connection.list")
    assert told == ConnectionList(
        (
            Connection("a", "A", "sqlite:////tmp/a.db"),
            Connection("b", "B", "sqlite://", "g", Environment.TEST, read_only=True),
        )
    )


# sessions


async def test_a_session_is_opened_by_id_by_name_and_by_url(me: Asker, shop: Path) -> None:
    await me.ask("connection.save", SaveConnection(saved(shop)))
    await me.ask("connection.save", SaveConnection(replace(saved(shop, "b", "Archive"), read_only=True)))
    for connection in ("a", "Shop"):
        facts = await me.ask("session.open", OpenSession(connection_id=connection))
        assert isinstance(facts, SessionFacts)
        assert (facts.driver, facts.dialect, facts.read_only) == ("sqlite", "sqlite", False)
        assert facts.database == str(shop)
    archive = await me.ask("session.open", OpenSession(connection_id="Archive"))
    assert archive.read_only
    error = (await me.run(archive.session_id, "INSERT INTO log(note) VALUES ('x')")).statements[0].error
    assert error is not None
    assert error.code == ReadOnlyRefused.code
    facts = await me.ask("session.open", OpenSession(url=sqlite_url(shop), read_only=True))
    assert facts.read_only


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (OpenSession(connection_id="nobody"), ConnectionUnknown),
        (OpenSession(url="sqlite:////nowhere/at/all.db"), FileMissing),
        (OpenSession(url="nonsense://host/db"), DriverUnknown),
        (OpenSession(url="sqlite://host/db"), UrlInvalid),
        (OpenSession(url="sqlite://?busy_timeout=soon"), UrlInvalid),
    ],
)
async def test_a_session_that_cannot_be_opened_says_why(
    me: Asker, request_: OpenSession, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await me.ask("session.open", request_)
    status = await me.ask("engine.status")
    assert isinstance(status, EngineStatus)
    assert status.sessions == 0


async def test_opening_that_is_given_up_leaves_nothing_open(me: Asker, shop: Path) -> None:
    with locker(shop) as other:
        other.does("BEGIN EXCLUSIVE")
        opening = asyncio.create_task(me.session(shop))
        await asyncio.sleep(0.05)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
    assert (await me.ask("engine.status")).sessions == 0
    assert (await me.run(await me.session(shop), "DROP TABLE log")).failed == 0


# catalogues


async def test_the_catalogue_is_read_beside_a_running_statement(me: Asker, shop: Path) -> None:
    await me.ask("connection.save", SaveConnection(saved(shop)))
    facts = await me.ask("session.open", OpenSession(connection_id="a"))
    running = me.begin(facts.session_id, ENDLESS)
    await me.hears(StatementStarted)
    schemas = await me.ask("catalog.schemas", ListSchemas(connection_id="a"))
    assert isinstance(schemas, SchemaList)
    assert [schema.name for schema in schemas.schemas] == ["main"]
    relations = await me.ask("catalog.relations", ListRelations("main", connection_id="a"))
    assert isinstance(relations, RelationList)
    assert [relation.name for relation in relations.relations] == ["log"]
    details = await me.ask("catalog.describe", DescribeRelation("main", "log", connection_id="a"))
    assert isinstance(details, RelationDetails)
    assert details.primary_key == ("id",)
    assert not running.done()
    await me.ask("query.cancel", CancelRun("run 1"))
    await running


async def test_the_catalogue_through_a_session_sees_what_only_that_session_has(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    await me.run(session, "CREATE TEMP TABLE mine(a); ATTACH ':memory:' AS more; CREATE TABLE more.t(a)")
    schemas = await me.ask("catalog.schemas", ListSchemas(session_id=session))
    assert [schema.name for schema in schemas.schemas] == ["main", "temp", "more"]
    relations = await me.ask("catalog.relations", ListRelations("more", session_id=session))
    assert [relation.name for relation in relations.relations] == ["t"]
    with pytest.raises(StatementFailed):
        await me.ask("catalog.describe", DescribeRelation("main", "nothing", session_id=session))


async def test_a_connection_that_is_changed_shows_its_new_catalogue(me: Asker, shop: Path, tmp_path: Path) -> None:
    other = make_database(tmp_path / "other.sqlite", "CREATE TABLE elsewhere(a)")

    async def names() -> list[str]:
        relations = await me.ask("catalog.relations", ListRelations("main", connection_id="a"))
        return [relation.name for relation in relations.relations]

    await me.ask("connection.save", SaveConnection(saved(shop)))
    assert await names() == ["log"]
    await me.ask("connection.save", SaveConnection(saved(other)))
    assert await names() == ["elsewhere"]
    await me.ask("connection.remove", RemoveConnection("a"))
    with pytest.raises(ConnectionUnknown):
        await names()


async def test_a_catalogue_that_could_not_be_read_is_read_later(me: Asker, shop: Path) -> None:
    missing = shop.with_name("later.sqlite")
    await me.ask("connection.save", SaveConnection(saved(missing)))
    request = ListSchemas(connection_id="a")
    answers = await asyncio.gather(*(me.ask("catalog.schemas", request) for _ in range(5)), return_exceptions=True)
    assert [type(answer) for answer in answers] == [FileMissing] * 5
    shop.rename(missing)
    assert (await me.ask("catalog.schemas", request)).schemas
    with locker(missing) as other:
        other.does("BEGIN EXCLUSIVE")
        reading = asyncio.create_task(me.ask("catalog.relations", ListRelations("main", connection_id="a")))
        await asyncio.sleep(0.02)
        other.does("COMMIT")
        assert (await reading).relations
    assert DatabaseLocked.code


# operations


async def test_every_operation_says_what_it_does_what_it_needs_and_what_it_takes() -> None:
    async with engine() as running:
        listed = await Asker(running).ask("engine.operations")
        assert isinstance(listed, OperationList)
        ids = [facts.id for facts in listed.operations]
        assert ids == sorted(set(ids))
        assert {"query.run", "result.pages", "session.open", "catalog.describe", "engine.status"} <= set(ids)
        types = {name: kind for module in MODULES for name, kind in types_of(module).items()}
        for operation in running.operations:
            facts = operation.facts
            assert re.fullmatch(r"[a-z]+\.[a-z_]+", facts.id), facts.id
            assert facts.help.endswith("."), facts.id
            assert facts.help[0].isupper(), facts.id
            assert isinstance(facts.needs, Permission)
            assert not facts.request or types[facts.request] is operation.request
            assert facts.answer in types, facts.id


async def test_what_is_no_operation_or_takes_something_else_is_refused(me: Asker) -> None:
    with pytest.raises(OperationUnknown):
        await me.ask("query.guess")
    for operation, request in (("query.run", None), ("query.run", ListSchemas()), ("engine.status", ListSchemas())):
        with pytest.raises(RequestInvalid):
            await me.ask(operation, request)


async def test_the_status_counts_sessions_and_room(me: Asker, shop: Path) -> None:
    before = await me.ask("engine.status")
    assert (before.sessions, before.results_bytes) == (0, 0)
    session = await me.session(shop)
    await me.run(session, "SELECT 1")
    after = await me.ask("engine.status")
    assert after.sessions == 1
    assert after.results_bytes > 100
    assert after.uptime_s >= before.uptime_s
    assert Path(after.results_folder) == paths.results()


def test_a_defect_is_logged_with_its_traceback_and_told_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise RuntimeError("canary")
    except RuntimeError as error:
        told = defect(error, "query.run")
    assert isinstance(told, DefectFound)
    assert "RuntimeError in query.run" in str(told)
    assert "canary" not in str(told) + told.next_step()
    assert str(paths.logs()) in told.next_step()
    assert "canary" in caplog.text
    assert "test_engine_connections" in caplog.text


async def test_a_listener_that_raises_keeps_nobody_from_hearing(me: Asker, caplog: pytest.LogCaptureFixture) -> None:
    async with engine() as running:
        heard: list[object] = []

        def broken(_event: object) -> None:
            raise RuntimeError("a broken listener")

        running.bus.listen(("*",), broken)
        stop = running.bus.listen(("connections.*",), heard.append)
        running.bus.publish(ConnectionsChanged())
        await asyncio.to_thread(running.bus.publish_from_thread, ConnectionsChanged())
        await eventually_async(lambda: len(heard) == 2)
        stop()
        stop()
        running.bus.publish(ConnectionsChanged())
        assert len(heard) == 2
    assert "a broken listener" in caplog.text
