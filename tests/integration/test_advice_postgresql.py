"""Advice about PostgreSQL that would do harm, or fail, if it were given carelessly."""

import threading
from collections.abc import AsyncIterator

import psycopg
import pytest

from helpers.engines import Asker, asker
from helpers.server_places import ServerPlace
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.monitoring.advice import AdviceFinding, AdviceKind, AdviceReading, ReadAdvice
from lapwing.domain.secrets import SecretKind, SecretPlace

ID = "shop"


@pytest.fixture
def place(postgresql: PostgreSQL, postgresql_database: str) -> ServerPlace:
    return ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)


@pytest.fixture
async def me(place: ServerPlace, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asker]:
    monkeypatch.setenv("SHOP_PASSWORD", place.password.reveal())
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    async with asker() as made:
        await made.ask("connection.save", SaveConnection(Connection(ID, "Shop", place.url(), secret=secret)))
        yield made


def made(place: ServerPlace, *statements: str) -> None:
    """Run by the superuser, each by itself."""
    assert isinstance(place.server, PostgreSQL)
    with place.server.admin(place.database) as admin:
        for statement in statements:
            admin.execute(statement)


async def found(me: Asker, kind: AdviceKind) -> dict[str, AdviceFinding]:
    answer = await me.ask("advice.read", ReadAdvice(ID))
    assert isinstance(answer, AdviceReading)
    assert kind in answer.looked_at, answer.notes
    return {finding.subject: finding for finding in answer.findings if finding.kind is kind}


async def test_only_what_another_index_truly_does_is_called_a_duplicate(me: Asker, place: ServerPlace) -> None:
    made(
        place,
        "CREATE TABLE item (a int NOT NULL, b int, c text, EXCLUDE USING btree (b WITH =))",
        "CREATE INDEX plain ON item (a)",
        "CREATE UNIQUE INDEX key_of_it ON item (a)",
        "CREATE INDEX partial ON item (a) WHERE b > 0",
        "CREATE INDEX expression ON item ((a + 1))",
        "CREATE INDEX descending ON item (a DESC)",
        "CREATE INDEX by_text ON item (c)",
        "CREATE INDEX by_pattern ON item (c text_pattern_ops)",
        "CREATE INDEX hashed ON item USING hash (a)",
        "CREATE TABLE whole (a int, b int) PARTITION BY RANGE (a)",
        "CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (10)",
        "CREATE INDEX ON whole (a)",
        "CREATE INDEX ON whole (a, b)",
    )
    assert list(await found(me, AdviceKind.DUPLICATE_INDEX)) == ["public.plain"]


async def test_indexes_of_constraints_and_of_partitions_are_never_called_unused(me: Asker, place: ServerPlace) -> None:
    made(
        place,
        "CREATE TABLE item (a int PRIMARY KEY, b int UNIQUE, c int, EXCLUDE USING btree (c WITH =))",
        "INSERT INTO item SELECT n, n, n FROM generate_series(1, 9000) n",
        "CREATE INDEX seldom ON item (b, c)",
        "CREATE INDEX marked ON item (c, b)",
        "ALTER TABLE item CLUSTER ON marked",
        "CREATE TABLE whole (a int, b int) PARTITION BY RANGE (a)",
        "CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (10000)",
        "INSERT INTO whole SELECT n, n FROM generate_series(1, 9000) n",
        "CREATE INDEX ON whole (b)",
    )
    assert list(await found(me, AdviceKind.UNUSED_INDEX)) == ["public.seldom"]


async def test_sequences_end_where_their_columns_do_and_chosen_ends_are_left_to_people(
    me: Asker, place: ServerPlace
) -> None:
    made(
        place,
        "CREATE SEQUENCE wide",  # as those of serial columns were before PostgreSQL 10
        "CREATE TABLE old (id int PRIMARY KEY DEFAULT nextval('wide'))",
        "ALTER SEQUENCE wide OWNED BY old.id",
        "SELECT setval('wide', 2000000000)",
        "CREATE SEQUENCE chosen AS integer MAXVALUE 1000",
        "SELECT setval('chosen', 990)",
        "CREATE SEQUENCE plenty",
        "SELECT setval('plenty', 2000000000)",
        f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {place.user}",
    )
    sequences = await found(me, AdviceKind.SEQUENCE)
    assert {name: finding.statement for name, finding in sequences.items()} == {
        "public.chosen": "",
        "public.wide": 'ALTER TABLE "public"."old" ALTER COLUMN "id" TYPE bigint;',
    }


async def test_no_second_column_of_the_same_name_is_proposed_for_a_key(me: Asker, place: ServerPlace) -> None:
    made(place, "CREATE TABLE with_id (id int)", 'CREATE TABLE "with""out" (word text)')
    keyless = await found(me, AdviceKind.NO_KEY)
    assert keyless["public.with_id"].statement == ""
    made(place, keyless['public.with"out'].statement)
    assert list(await found(me, AdviceKind.NO_KEY)) == ["public.with_id"]


async def test_an_index_in_the_making_is_not_called_broken_and_remnants_are_to_be_dropped(
    me: Asker, place: ServerPlace
) -> None:
    made(place, "CREATE TABLE item (id int)", "INSERT INTO item VALUES (1), (1)", "CREATE TABLE other (id int)")
    with pytest.raises(psycopg.errors.UniqueViolation):
        made(place, "CREATE UNIQUE INDEX CONCURRENTLY item_ccnew ON item (id)")
    assert isinstance(place.server, PostgreSQL)
    with place.server.admin(place.database) as writer:
        writer.execute("BEGIN")
        writer.execute("INSERT INTO other VALUES (1)")
        making = threading.Thread(target=made, args=(place, "CREATE INDEX CONCURRENTLY slowly ON other (id)"))
        making.start()
        try:
            waiting = "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass('slowly') AND NOT indisvalid"
            await eventually_async(lambda: bool(place.ask(waiting)))
            broken = await found(me, AdviceKind.INVALID_INDEX)
        finally:
            writer.execute("COMMIT")
            making.join()
    assert {name: finding.statement for name, finding in broken.items()} == {
        "public.item_ccnew": 'DROP INDEX CONCURRENTLY "public"."item_ccnew";'
    }


async def test_following_all_advice_never_takes_away_both_of_two_alike(me: Asker, place: ServerPlace) -> None:
    made(
        place,
        "CREATE TABLE item (a int, b int)",
        "INSERT INTO item SELECT n, n FROM generate_series(1, 30000) n",
        "CREATE INDEX first ON item (a)",
        "CREATE INDEX second ON item (a)",
        "CREATE INDEX third ON item (a, b)",
        "CREATE INDEX apart ON item (b)",
        "ANALYZE item",
    )
    assert set(await found(me, AdviceKind.DUPLICATE_INDEX)) == {"public.first", "public.second"}
    assert set(await found(me, AdviceKind.UNUSED_INDEX)) == {"public.apart"}
