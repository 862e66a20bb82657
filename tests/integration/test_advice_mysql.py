"""Advice about MariaDB that would do harm, or be refused, if it were given carelessly."""

from collections.abc import AsyncIterator

import pytest

from helpers.engines import Asker, asker
from helpers.server_places import ServerPlace
from helpers.servers.mariadb import MariaDB
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.monitoring.advice import AdviceFinding, AdviceKind, AdviceReading, ReadAdvice
from lapwing.domain.secrets import SecretKind, SecretPlace

ID = "shop"


@pytest.fixture
def place(mariadb: MariaDB, mariadb_database: str) -> ServerPlace:
    return ServerPlace("mysql", mariadb, mariadb_database, mariadb.port)


@pytest.fixture
async def me(place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asker]:
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    async with asker() as made:
        await made.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))
        yield made


def made(place: ServerPlace, *statements: str) -> None:
    for statement in statements:
        place.ask(statement.rstrip(";"))


async def read(me: Asker) -> AdviceReading:
    answer = await me.ask("advice.read", ReadAdvice(ID))
    assert isinstance(answer, AdviceReading)
    return answer


def of(reading: AdviceReading, kind: AdviceKind) -> dict[str, AdviceFinding]:
    return {finding.subject: finding for finding in reading.findings if finding.kind is kind}


async def test_a_wider_counting_column_stays_what_it_was_otherwise(me: Asker, place: ServerPlace) -> None:
    made(
        place,
        "CREATE TABLE item (id smallint NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'The shop''s `number`')",
        "INSERT INTO item VALUES (-5), (32000)",
        "CREATE TABLE old (id tinyint(3) unsigned zerofill NOT NULL AUTO_INCREMENT PRIMARY KEY)",
        "INSERT INTO old VALUES (250)",
    )
    found = of(await read(me), AdviceKind.SEQUENCE)
    made(place, *(finding.statement for finding in found.values()))
    columns = place.ask(
        "SELECT table_name, column_type, column_comment FROM information_schema.columns"
        " WHERE table_schema = DATABASE() ORDER BY table_name"
    )
    assert columns == [
        ("item", "bigint(20)", "The shop's `number`"),
        ("old", "bigint(20) unsigned zerofill", ""),
    ]
    assert place.ask("SELECT id FROM item ORDER BY id") == [(-5,), (32000,)]
    assert of(await read(me), AdviceKind.SEQUENCE) == {}


async def test_a_unique_index_with_null_in_it_is_no_key_and_no_column_is_proposed_twice(
    me: Asker, place: ServerPlace
) -> None:
    made(
        place,
        "CREATE TABLE loose (code int UNIQUE, word text)",
        "CREATE TABLE with_id (ID int)",
        "CREATE TABLE counted (n int NOT NULL AUTO_INCREMENT, KEY (n))",
        "CREATE TABLE keyed (code int NOT NULL UNIQUE)",
    )
    found = of(await read(me), AdviceKind.NO_KEY)
    assert sorted(found) == ["counted", "loose", "with_id"]
    assert found["counted"].statement == found["with_id"].statement == ""
    made(place, found["loose"].statement)
    assert sorted(of(await read(me), AdviceKind.NO_KEY)) == ["counted", "with_id"]


async def test_an_index_that_the_optimizer_leaves_alone_takes_no_others_place(me: Asker, place: ServerPlace) -> None:
    made(place, "CREATE TABLE item (a int, b int, KEY used (a), KEY tried (a, b))")
    assert list(of(await read(me), AdviceKind.DUPLICATE_INDEX)) == ["item.used"]
    can_hide = place.ask(
        "SELECT 1 FROM information_schema.columns WHERE table_name = 'STATISTICS' AND column_name = 'IGNORED'"
    )
    if not can_hide:
        pytest.skip("MariaDB before 10.6 has no ignored indexes")
    made(place, "ALTER TABLE item ALTER INDEX tried IGNORED")
    assert of(await read(me), AdviceKind.DUPLICATE_INDEX) == {}


async def test_an_index_that_the_server_needs_is_never_called_unused(
    me: Asker, counting_mariadb: MariaDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = counting_mariadb
    place = ServerPlace("mysql", server, server.create_database(), server.port)
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    await me.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))
    server.ask(f"GRANT SELECT ON performance_schema.* TO '{server.owner.user}'@'%'")
    made(
        place,
        "CREATE TABLE parent (id int PRIMARY KEY, code int, KEY by_code (code))",
        "CREATE TABLE child (n int NOT NULL AUTO_INCREMENT, parent int, code int, word text, `sel``dom` int,"
        " KEY counting (n), KEY of_parent (parent, code), KEY of_code (code), KEY `sel``dom` (`sel``dom`),"
        " FULLTEXT KEY words (word), FOREIGN KEY (parent) REFERENCES parent (id),"
        " FOREIGN KEY (code) REFERENCES parent (code))",
        "INSERT INTO parent VALUES (1, 1)",
        "INSERT INTO child (word) VALUES ('red'), ('green')",
    )
    place.ask("SELECT word FROM child")
    place.ask("SELECT id FROM parent IGNORE INDEX (by_code)")
    unused = of(await read(me), AdviceKind.UNUSED_INDEX)
    assert sorted(unused) == ["child.sel`dom"]
    made(place, unused["child.sel`dom"].statement)
