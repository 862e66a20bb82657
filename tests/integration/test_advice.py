"""What could be better on real servers: each finding has its evidence, and its statement takes it away."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest

from helpers.engines import Asker, asker, make_database
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.servers.postgresql import PostgreSQL
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.monitoring.advice import (
    AdviceFinding,
    AdviceKind,
    AdviceLevel,
    AdviceReading,
    CompareSettings,
    ReadAdvice,
    SettingsAnswer,
)
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.domain.urls import sqlite_url

ID = "shop"
TABLES = {
    "postgresql": (
        'CREATE TABLE "Order" (id serial PRIMARY KEY, customer int, placed int)',
        'CREATE INDEX by_customer ON "Order" (customer)',
        'CREATE INDEX by_customer_and_time ON "Order" (customer, placed)',
        "CREATE TABLE loose (word text)",
        "CREATE TABLE counted (id smallserial PRIMARY KEY)",
        "SELECT setval('counted_id_seq', 31000)",
    ),
    "mariadb": (
        "CREATE TABLE `Order` (id int PRIMARY KEY AUTO_INCREMENT, customer int, placed int)",
        "CREATE INDEX by_customer ON `Order` (customer)",
        "CREATE INDEX by_customer_and_time ON `Order` (customer, placed)",
        "CREATE TABLE loose (word text)",
        "CREATE TABLE counted (id smallint PRIMARY KEY AUTO_INCREMENT)",
        "INSERT INTO counted VALUES (31000)",
    ),
}


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


async def save(me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))


async def advice(me: Asker) -> AdviceReading:
    answer = await me.ask("advice.read", ReadAdvice(ID))
    assert isinstance(answer, AdviceReading)
    return answer


def of(reading: AdviceReading, kind: AdviceKind) -> dict[str, AdviceFinding]:
    return {finding.subject: finding for finding in reading.findings if finding.kind is kind}


async def test_each_finding_is_gone_when_its_statement_was_run(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = "postgresql" if place.is_postgresql else "mariadb"
    session = (await place.session(me)).session_id
    for statement in TABLES[kind]:
        await me.run(session, statement)
    await save(me, place, monkeypatch)
    before = await advice(me)
    schema = "public." if place.is_postgresql else ""
    (duplicate,) = of(before, AdviceKind.DUPLICATE_INDEX).values()
    assert duplicate.subject == ("public.by_customer" if place.is_postgresql else "Order.by_customer")
    assert dict(duplicate.evidence)["covered by"] == "by_customer_and_time"
    keyless = of(before, AdviceKind.NO_KEY)[f"{schema}loose"]
    (sequence,) = of(before, AdviceKind.SEQUENCE).values()
    assert sequence.level is AdviceLevel.CRITICAL
    assert "94" in dict(sequence.evidence)["used"]
    for finding in (duplicate, keyless, sequence):
        for statement in finding.statement.split("\n"):
            outcome = await me.run(session, statement.rstrip(";"))
            assert not outcome.failed, statement
    after = await advice(me)
    for gone in (AdviceKind.DUPLICATE_INDEX, AdviceKind.NO_KEY, AdviceKind.SEQUENCE):
        assert of(after, gone) == {}
        assert gone in after.looked_at


async def test_an_index_that_was_not_made_to_its_end_is_critical(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    with postgresql.admin(postgresql_database) as admin:
        admin.execute("CREATE TABLE item (id int); INSERT INTO item VALUES (1), (1)")
        with pytest.raises(psycopg.errors.UniqueViolation):
            admin.execute('CREATE UNIQUE INDEX CONCURRENTLY "broken one" ON item (id)')
    await save(me, place, monkeypatch)
    broken = of(await advice(me), AdviceKind.INVALID_INDEX)["public.broken one"]
    assert broken.level is AdviceLevel.CRITICAL
    assert broken.statement == 'REINDEX INDEX CONCURRENTLY "public"."broken one";'


async def test_many_dead_rows_and_a_table_that_is_read_whole_are_found(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    with postgresql.admin(postgresql_database) as admin:
        admin.execute("CREATE TABLE item (id int) WITH (autovacuum_enabled = false)")
        admin.execute("INSERT INTO item SELECT generate_series(1, 30000)")
        for _ in range(55):
            admin.execute("SELECT count(*) FROM item")
        admin.execute("DELETE FROM item WHERE id % 3 = 0")
        admin.execute("CREATE INDEX seldom ON item (id)")
    await save(me, place, monkeypatch)

    reading = await advice(me)
    for _ in range(200):  # the server tells its counters after a moment
        if of(reading, AdviceKind.BLOAT) and of(reading, AdviceKind.MISSING_INDEX):
            break
        reading = await advice(me)
    bloat = of(reading, AdviceKind.BLOAT)["public.item"]
    assert dict(bloat.evidence)["dead rows"] == "10\u202f000"
    assert dict(bloat.evidence)["autovacuum"] == "false"
    missing = of(reading, AdviceKind.MISSING_INDEX)["public.item"]
    assert missing.statement == ""
    assert missing.caution
    unused = of(reading, AdviceKind.UNUSED_INDEX)["public.seldom"]
    assert unused.statement == 'DROP INDEX CONCURRENTLY "public"."seldom";'


async def test_advice_waits_for_nobody(me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = "postgresql" if place.is_postgresql else "mariadb"
    session = (await place.session(me)).session_id
    for statement in TABLES[kind]:
        await me.run(session, statement)
    await save(me, place, monkeypatch)
    if place.is_postgresql:
        await me.run(session, "BEGIN")
        await me.run(session, 'LOCK TABLE "Order", counted IN ACCESS EXCLUSIVE MODE')
    else:
        await me.run(session, "LOCK TABLES `Order` WRITE, counted WRITE")
    assert AdviceKind.DUPLICATE_INDEX in (await advice(me)).looked_at


async def test_settings_of_servers_are_told_beside_each_other(
    me: Asker, place: ServerPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(me, place, monkeypatch)
    answer = await me.ask("advice.settings", CompareSettings((ID, "gone")))
    assert isinstance(answer, SettingsAnswer)
    here, gone = answer.servers
    named = {setting.name: setting for setting in here.settings}
    assert named["max_connections"].value.isdigit()
    assert gone.settings == ()
    assert gone.note


async def test_a_file_has_advice_too(me: Asker, tmp_path: Path) -> None:
    file = make_database(
        tmp_path / "shop.sqlite",
        "CREATE TABLE customer (id INTEGER PRIMARY KEY)",
        'CREATE TABLE "the order" (id INTEGER PRIMARY KEY, customer REFERENCES customer, placed)',
        'CREATE INDEX by_time ON "the order" (placed)',
        'CREATE INDEX by_time_and_id ON "the order" (placed, id)',
    )
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", sqlite_url(file))))
    reading = await advice(me)
    assert of(reading, AdviceKind.DUPLICATE_INDEX)["by_time"].statement == 'DROP INDEX "by_time";'
    (missing,) = of(reading, AdviceKind.MISSING_INDEX).values()
    session = await me.session(file)
    for statement in ("DROP INDEX by_time", missing.statement.rstrip(";")):
        await me.run(session, statement)
    assert (await advice(me)).findings == ()


async def test_a_file_with_a_table_whose_module_is_missing_has_advice_all_the_same(me: Asker, tmp_path: Path) -> None:
    file = make_database(
        tmp_path / "shop.sqlite",
        "CREATE TABLE item (a, b)",
        "CREATE INDEX short ON item (a)",
        "CREATE INDEX long ON item (a, b)",
        "PRAGMA writable_schema = 1",
        "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING nosuch(x)')",
    )
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", sqlite_url(file))))
    assert list(of(await advice(me), AdviceKind.DUPLICATE_INDEX)) == ["short"]
