"""Catalogues over the engine: another database of the server, sessions of their own, and what a server has not."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker, make_database
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.domain.catalog import (
    DatabaseList,
    DescribeObject,
    KindList,
    ListDatabases,
    ListKinds,
    ListObjects,
    ListRelations,
    ListSchemas,
    ObjectList,
    ObjectProperties,
    ObjectScope,
    RelationList,
    StatementKind,
    StatementList,
    WriteStatements,
)
from lapwing.domain.connections import Connection, OpenSession, SaveConnection, SessionFacts
from lapwing.domain.errors import LapwingError, RequestInvalid
from lapwing.domain.secrets import Secret
from lapwing.domain.urls import sqlite_url
from lapwing.ipc.codec import decode_body, encode_body

MADE = "CREATE TABLE pears(id int PRIMARY KEY, name text); CREATE VIEW ripe AS SELECT name FROM pears"


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture
def two(postgresql: PostgreSQL) -> Iterator[tuple[str, str]]:
    """Two databases; only the second one has something in it."""
    names = postgresql.create_database(), postgresql.create_database()
    with postgresql.admin(names[1]) as admin:
        admin.execute(MADE.encode())
    yield names
    for name in names:
        postgresql.drop_database(name)


def url_of(server: PostgreSQL, database: str) -> str:
    return f"postgresql://postgres@{server.host}:{server.port}/{database}"


async def session_on(me: Asker, server: PostgreSQL, database: str) -> str:
    password = Secret(server.logins["postgres"].password or "")
    facts = await me.ask("session.open", OpenSession(url=url_of(server, database), password=password))
    assert isinstance(facts, SessionFacts)
    return facts.session_id


async def test_another_database_of_the_server_is_read_on_a_lane_of_its_own(
    me: Asker, postgresql: PostgreSQL, two: tuple[str, str], sessions_in: Callable[[str], list[str]]
) -> None:
    here, there = two
    session = await session_on(me, postgresql, here)
    found = await me.ask("catalog.databases", ListDatabases(session_id=session))
    assert isinstance(found, DatabaseList)
    known = {one.name: one for one in found.databases}
    assert known[here].is_current
    assert not known[there].is_current
    whole = await me.ask("catalog.properties", DescribeObject("database", "", there, session_id=session))
    assert isinstance(whole, ObjectProperties)
    assert (whole.object.size_bytes or 0) > 1_000_000

    relations = await me.ask("catalog.relations", ListRelations("public", session_id=session, database=there))
    assert isinstance(relations, RelationList)
    assert [one.name for one in relations.relations] == ["pears", "ripe"]
    own = await me.ask("catalog.relations", ListRelations("public", session_id=session, database=here))
    assert own == RelationList(())
    kinds = await me.ask(
        "catalog.kinds", ListKinds(ObjectScope.SCHEMA, session_id=session, database=there, schema="public")
    )
    assert isinstance(kinds, KindList)
    assert [(kind.kind, kind.count) for kind in kinds.kinds] == [("table", 1), ("view", 1), ("index", 1)]
    about = DescribeObject("table", "public", "pears", session_id=session, database=there)
    properties = await me.ask("catalog.properties", about)
    assert isinstance(properties, ObjectProperties)
    assert decode_body(encode_body(properties)) == properties
    assert "CREATE TABLE public.pears" in properties.ddl
    write = WriteStatements("table", "public", "pears", cascade=True, session_id=session, database=there)
    written = await me.ask("catalog.statements", write)
    assert isinstance(written, StatementList)
    assert "DROP TABLE public.pears CASCADE" in [one.sql for one in written.statements if one.can_cascade]
    await eventually_async(lambda: sessions_in(there) == ["Lapwing metadata"])


@pytest.fixture
def sessions_in(postgresql: PostgreSQL) -> Callable[[str], list[str]]:
    """The names of the sessions that a database has."""

    def look(database: str) -> list[str]:
        asked = "SELECT application_name FROM pg_stat_activity WHERE datname = %s"
        return [name for (name,) in postgresql.ask(asked, [database])]

    return look


async def test_a_database_that_is_not_there_is_told(me: Asker, postgresql: PostgreSQL, two: tuple[str, str]) -> None:
    session = await session_on(me, postgresql, two[0])
    with pytest.raises(LapwingError):
        await me.ask("catalog.schemas", ListSchemas(session_id=session, database="nowhere"))
    assert await me.ask("catalog.schemas", ListSchemas(session_id=session))


async def test_a_file_has_no_other_databases(me: Asker, tmp_path: Path) -> None:
    path = make_database(tmp_path / "a.db", "CREATE TABLE t(a)", "CREATE INDEX i ON t(a)")
    await me.ask("connection.save", SaveConnection(Connection("file", "file", sqlite_url(path))))
    assert await me.ask("catalog.databases", ListDatabases("file")) == DatabaseList(())
    found = await me.ask("catalog.objects", ListObjects("index", "file", schema="main"))
    assert isinstance(found, ObjectList)
    assert [(one.name, one.parent) for one in found.objects] == [("i", "t")]
    with pytest.raises(RequestInvalid):
        await me.ask("catalog.schemas", ListSchemas("file", database="other"))
    written = await me.ask("catalog.statements", WriteStatements("table", "main", "t", connection_id="file"))
    assert isinstance(written, StatementList)
    assert [one.kind for one in written.statements][-2:] == [StatementKind.TRUNCATE, StatementKind.DROP]
