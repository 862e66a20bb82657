"""Metadata lanes on real servers: few, named, patient with nobody, and kept as long as the connection says."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker
from helpers.proxy import Proxy
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.server import Server
from helpers.waiting import PATIENCE_S, eventually_async
from lapwing.domain.catalog import DescribeRelation, ListRelations, ListSchemas, SchemaList
from lapwing.domain.connections import METADATA_NAME, Connection, OpenSession, RemoveConnection, SaveConnection
from lapwing.domain.errors import (
    ConnectionUnknown,
    LapwingError,
    LoginRefused,
    PasswordNeeded,
    ReadOnlyRefused,
    ServerUnreachable,
    SessionUnknown,
    StatementFailed,
)
from lapwing.domain.query import CancelRun
from lapwing.domain.secrets import PASSWORD, GiveSecret, Secret, SecretKind, SecretPlace
from lapwing.domain.values import Row
from lapwing.drivers.base import PagesCame, ResultBegan, RowsCame, Session
from lapwing.engine.connections.lanes import LanePool
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.secrets import SecretsService
from lapwing.engine.connections.ways import way_to
from lapwing.engine.tunnels.service import TunnelsService
from lapwing.results.codecs import rows_of

ProxyTo = Callable[[Server], Proxy]
ID = "shop"


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
async def pool_of(place: ServerPlace) -> AsyncIterator[Callable[..., LanePool]]:
    """A function that makes a pool on the place; its arguments are options of the connection."""
    secrets = SecretsService()
    made: list[LanePool] = []

    def pool(**options: Any) -> LanePool:
        made.append(
            LanePool(Opener(secrets, TunnelsService()), way_to(None, place.url(**options), password=place.password))
        )
        return made[-1]

    yield pool
    for each in made:
        await each.close()
    secrets.close()


def pid_of(session: Session) -> int | None:
    return session.surroundings().server_pid


async def busy(pool: LanePool, count: int) -> tuple[threading.Event, "list[asyncio.Task[int | None]]"]:
    """So many jobs that wait until the event is set."""
    go_on = threading.Event()

    def job(session: Session) -> int | None:
        go_on.wait(PATIENCE_S)
        return pid_of(session)

    return go_on, [asyncio.create_task(pool.do(job)) for _ in range(count)]


async def until(wanted: Callable[[], Awaitable[bool]]) -> None:
    """Ask again and again until it is so."""
    async with asyncio.timeout(PATIENCE_S):
        while not await wanted():
            await asyncio.sleep(0.02)


# how many


async def test_there_are_at_most_two_however_much_is_read_at_once(
    place: ServerPlace, pool_of: Callable[..., LanePool]
) -> None:
    pool = pool_of()
    assert place.pids() == []
    go_on, tasks = await busy(pool, 9)
    await eventually_async(lambda: len(place.pids()) == 2)
    go_on.set()
    assert set(await asyncio.gather(*tasks)) == set(place.pids())
    assert await pool.do(pid_of) in place.pids()
    assert len(place.pids()) == 2


async def test_what_comes_beyond_the_usual_number_is_closed_at_once(
    place: ServerPlace, pool_of: Callable[..., LanePool]
) -> None:
    pool = pool_of(pool_max=1, pool_overflow=2)
    go_on, tasks = await busy(pool, 9)
    await eventually_async(lambda: len(place.pids()) == 3)
    go_on.set()
    assert len(set(await asyncio.gather(*tasks))) >= 3
    await eventually_async(lambda: len(place.pids()) == 1)


async def test_some_are_kept_open_and_idle_ones_are_closed(
    place: ServerPlace, pool_of: Callable[..., LanePool]
) -> None:
    pool = pool_of(pool_min=1, pool_max=3, pool_idle_timeout=1)
    go_on, tasks = await busy(pool, 3)
    await eventually_async(lambda: len(place.pids()) == 3)
    go_on.set()
    await asyncio.gather(*tasks)
    await eventually_async(lambda: len(place.pids()) == 1)
    kept = place.pids()
    assert [await pool.do(pid_of)] == kept
    without = pool_of(pool_idle_timeout=1)
    await without.do(pid_of)
    assert len(place.pids()) == 2
    await eventually_async(lambda: place.pids() == kept)


async def test_spare_ones_are_opened_when_one_is_needed(place: ServerPlace, pool_of: Callable[..., LanePool]) -> None:
    pool = pool_of(pool_min=2)
    await pool.do(pid_of)
    await eventually_async(lambda: len(place.pids()) == 2)


# how long


async def test_an_old_one_is_replaced(pool_of: Callable[..., LanePool]) -> None:
    pool = pool_of(pool_recycle=1)
    first = await pool.do(pid_of)

    async def is_another() -> bool:
        return await pool.do(pid_of) != first

    await until(is_another)


@pytest.mark.parametrize("options", [{"pool_health_check": 0}, {"pool_health_check": 600}])
async def test_a_read_does_not_notice_that_a_session_has_died(
    place: ServerPlace, pool_of: Callable[..., LanePool], options: dict[str, int]
) -> None:
    """Looked at before its use, or found dead in use and replaced: reading twice does no harm."""
    pool = pool_of(**options)
    first = await pool.do(pid_of)
    assert first is not None
    await asyncio.to_thread(place.kill, first)
    assert await pool.do(pid_of) not in {first, None}
    assert len(place.pids()) == 1


async def test_who_waits_hears_at_once_that_none_can_be_opened(
    place: ServerPlace, proxy_to: ProxyTo, pool_of: Callable[..., LanePool]
) -> None:
    proxy = proxy_to(place.server)
    place.port = proxy.port
    proxy.take_new("refused")
    pool = pool_of()
    go_on, tasks = await busy(pool, 6)
    go_on.set()
    assert {type(told) for told in await asyncio.gather(*tasks, return_exceptions=True)} == {ServerUnreachable}
    proxy.take_new("passed on")
    assert await pool.do(pid_of) in place.pids()


async def test_a_read_that_nobody_wants_any_more_ends_on_the_server(
    place: ServerPlace, pool_of: Callable[..., LanePool]
) -> None:
    pool = pool_of(pool_max=1)
    first = await pool.do(pid_of)
    reading = asyncio.create_task(pool.do(lambda session: list(session.execute(place.sleeping))))
    doing = "active" if place.is_postgresql else "Query"

    def is_at_work() -> bool:
        if place.is_postgresql:
            found = place.ask(f"SELECT state FROM pg_stat_activity WHERE pid = {first}")
        else:
            found = place.ask(f"SELECT command FROM information_schema.processlist WHERE id = {first}")
        return [doing] == [row[0] for row in found]

    await eventually_async(is_at_work)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await eventually_async(lambda: not is_at_work())
    assert await pool.do(pid_of) == first


async def test_a_read_that_begins_when_nobody_wants_it_any_more_ends_too(
    place: ServerPlace, pool_of: Callable[..., LanePool]
) -> None:
    pool = pool_of(pool_max=1)
    began, go_on = threading.Event(), threading.Event()

    def late(session: Session) -> None:
        began.set()
        go_on.wait(PATIENCE_S)
        list(session.execute(place.sleeping))

    reading = asyncio.create_task(pool.do(late))
    await eventually_async(began.is_set)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    go_on.set()
    assert await asyncio.wait_for(pool.do(pid_of), PATIENCE_S) in place.pids()


async def test_closing_ends_what_is_read_what_waits_and_what_is_opened(
    place: ServerPlace, proxy_to: ProxyTo, pool_of: Callable[..., LanePool]
) -> None:
    reading = pool_of()
    go_on, tasks = await busy(reading, 4)
    await eventually_async(lambda: len(place.pids()) == 2)
    proxy = proxy_to(place.server)
    proxy.take_new("never answered")
    place.port = proxy.port
    opening = pool_of(connect_timeout=600)
    hanging = asyncio.create_task(opening.do(pid_of))
    await eventually_async(lambda: proxy.connections)
    go_on.set()
    await asyncio.gather(reading.close(), opening.close())
    told = await asyncio.gather(*tasks, hanging, return_exceptions=True)
    assert all(isinstance(each, int | LapwingError) for each in told)
    await eventually_async(lambda: not place.pids())
    with pytest.raises(SessionUnknown):
        await reading.do(pid_of)


# what they may


async def test_they_only_read_and_say_who_they_are(place: ServerPlace, pool_of: Callable[..., LanePool]) -> None:
    place.ask("CREATE TABLE log(n integer)")
    pool = pool_of()

    def write(session: Session) -> None:
        list(session.execute("INSERT INTO log VALUES (1)"))

    with pytest.raises((ReadOnlyRefused, StatementFailed)):
        await pool.do(write)
    if place.is_postgresql:
        asked = "SELECT current_setting('application_name'), current_setting('lock_timeout')"
        wanted = (METADATA_NAME, "2s")
    else:
        asked = "SELECT @@lock_wait_timeout, @@innodb_lock_wait_timeout"
        wanted = ("2", "2")
    assert await pool.do(lambda session: first_row(session, asked)) == wanted


def first_row(session: Session, sql: str) -> Row:
    """The only row of a query, whichever way its driver hands it over."""
    began: ResultBegan | None = None
    rows: list[Row] = []
    for reply in session.execute(sql):
        if isinstance(reply, ResultBegan):
            began = reply
        elif isinstance(reply, RowsCame):
            rows += reply.rows
        elif isinstance(reply, PagesCame) and began is not None:
            rows += rows_of(reply.pages, began.codec, began.columns)
    return rows[0]


async def saved(me: Asker, place: ServerPlace, **options: Any) -> None:
    """The place is on the list of connections, and its password known."""
    secret = SecretPlace(SecretKind.ASK)
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(**options), secret=secret)))
    await me.ask("secret.give", GiveSecret(ID, PASSWORD, place.password))


def schema_of(place: ServerPlace) -> str:
    return "public" if place.is_postgresql else place.database


async def test_what_a_person_locks_is_waited_for_only_briefly_and_nothing_of_the_persons_waits(
    me: Asker, place: ServerPlace
) -> None:
    place.ask("CREATE TABLE log(n integer)")
    await saved(me, place)
    if place.is_postgresql:
        place.ask("GRANT ALL ON log TO lapwing; ALTER TABLE log OWNER TO lapwing")
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    lock = "BEGIN; LOCK TABLE log IN ACCESS EXCLUSIVE MODE" if place.is_postgresql else "LOCK TABLES log WRITE"
    assert (await me.run(session, lock)).failed == 0
    describing = asyncio.create_task(me.ask("catalog.describe", DescribeRelation(schema_of(place), "log", ID)))
    assert (await me.ask("catalog.schemas", ListSchemas(ID))).schemas
    assert (await me.run(session, "INSERT INTO log VALUES (1); DROP TABLE log")).failed == 0
    await asyncio.wait([describing], timeout=PATIENCE_S)
    assert describing.done()
    assert isinstance(describing.exception(), LapwingError | None)


async def test_reading_goes_on_beside_a_statement_that_runs(me: Asker, place: ServerPlace) -> None:
    await saved(me, place)
    session = (await me.ask("session.open", OpenSession(ID))).session_id
    running = me.begin(session, place.sleeping)
    listed = await me.ask("catalog.schemas", ListSchemas(ID))
    assert isinstance(listed, SchemaList)
    assert schema_of(place) in [schema.name for schema in listed.schemas]
    assert (await me.ask("catalog.relations", ListRelations(schema_of(place), ID))).relations == ()
    assert not running.done()
    await me.ask("query.cancel", CancelRun("run 1"))
    await running


async def test_a_connection_that_is_changed_or_removed_lets_its_lanes_go(me: Asker, place: ServerPlace) -> None:
    await saved(me, place)
    await me.ask("catalog.schemas", ListSchemas(ID))
    assert len(place.pids()) == 1
    await saved(me, place, pool_max=1)
    await eventually_async(lambda: not place.pids())
    await me.ask("catalog.schemas", ListSchemas(ID))
    assert len(place.pids()) == 1
    await me.ask("connection.remove", RemoveConnection(ID))
    await eventually_async(lambda: not place.pids())
    with pytest.raises(ConnectionUnknown):
        await me.ask("catalog.schemas", ListSchemas(ID))


async def test_a_password_that_is_missing_or_wrong_is_told_and_tried_once(me: Asker, place: ServerPlace) -> None:
    await saved(me, place)
    await me.ask("secret.give", GiveSecret(ID, PASSWORD, Secret("wrong")))
    with pytest.raises(LoginRefused):
        await me.ask("catalog.schemas", ListSchemas(ID))
    with pytest.raises(PasswordNeeded):
        await me.ask("catalog.schemas", ListSchemas(ID))
    await me.ask("secret.give", GiveSecret(ID, PASSWORD, place.password))
    assert (await me.ask("catalog.schemas", ListSchemas(ID))).schemas


async def test_a_database_that_is_open_in_one_way_only_is_read_in_the_same_way(me: Asker, tmp_path: Path) -> None:
    """DuckDB refuses a session that only reads while another one may write."""
    pytest.importorskip("duckdb_engine")
    url = f"duckdb:///{tmp_path / 'shop.duckdb'}"
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", url)))
    session = (await me.ask("session.open", OpenSession(ID, create=True))).session_id
    assert (await me.run(session, "CREATE TABLE log(n integer)")).failed == 0
    found = await me.ask("catalog.relations", ListRelations("main", ID))
    assert [relation.name for relation in found.relations] == ["log"]
