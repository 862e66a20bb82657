"""The names of a PostgreSQL database, on servers of several versions, with rights and locks in the way."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from contract.asking import run
from contract.postgresql_sessions import opened, target_of
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import OWNER, SUPERUSER
from lapwing.drivers.base import Session
from lapwing.sql.completion.names import NamedColumn


@dataclass(frozen=True)
class Place:
    """A fresh database and sessions in it."""

    server: PostgreSQL
    name: str
    ends: ExitStack

    def ask(self, sql: str) -> None:
        """What the superuser does there."""
        self.server.ask(sql, database=self.name)

    def session(self, user: str) -> Session:
        socket = user == SUPERUSER
        return self.ends.enter_context(opened(target_of(self.server, user, self.name, socket=socket)))


@pytest.fixture
def place(postgresql_of: Callable[[str], PostgreSQL], request: pytest.FixtureRequest) -> Iterator[Place]:
    """On a server of the version that the test names."""
    server = postgresql_of(request.param)
    name = server.create_database()
    with ExitStack() as ends:
        yield Place(server, name, ends)
    server.drop_database(name)


KINDS = """
CREATE SCHEMA shop; CREATE SCHEMA hidden; REVOKE ALL ON SCHEMA hidden FROM PUBLIC;
CREATE TABLE hidden.secrets(a int);
CREATE TYPE shop.mood AS ENUM ('good', 'bad');
CREATE TYPE shop.pair AS (a int, b text);
CREATE DOMAIN shop.positive AS int CHECK (value > 0);
CREATE SCHEMA ranges; CREATE TYPE ranges.span AS RANGE (subtype = float8);
CREATE TABLE shop.orders(id shop.positive PRIMARY KEY, feeling shop.mood, times timestamptz[], gone int);
ALTER TABLE shop.orders DROP COLUMN gone;
COMMENT ON TABLE shop.orders IS 'What was bought'; COMMENT ON COLUMN shop.orders.feeling IS 'Of who bought';
CREATE TABLE shop.parted(a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE shop.part PARTITION OF shop.parted FOR VALUES FROM (1) TO (2);
CREATE TABLE shop.refers(a int REFERENCES shop.parted);
CREATE FUNCTION shop.total(a int, b numeric DEFAULT 1, VARIADIC c text[] DEFAULT '{}') RETURNS numeric
  LANGUAGE sql AS 'SELECT 1.0';
COMMENT ON FUNCTION shop.total IS 'Adds up';
CREATE FUNCTION shop.listed(INOUT a int, OUT b text) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, ''b''';
CREATE FUNCTION shop.rows(int) RETURNS TABLE(x int, y text) LANGUAGE sql AS 'SELECT 1, ''b''';
CREATE PROCEDURE shop.tidy(IN a int, INOUT b int) LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE shop.gathered(int) (sfunc = int4pl, stype = int)
"""


@pytest.mark.parametrize("place", ["13", "system", "18"], indirect=True)
def test_postgresqls_routines_types_comments_and_keys_are_named(place: Place) -> None:
    place.ask(KINDS)
    names = place.session(SUPERUSER).catalog.names()
    orders = names.relation("orders", "shop")
    assert orders is not None
    assert (orders.comment, orders.columns) == (
        "What was bought",
        (
            NamedColumn("id", "shop.positive"),
            NamedColumn("feeling", "shop.mood", "Of who bought"),
            NamedColumn("times", "timestamp with time zone[]"),
        ),
    )
    routines = {
        (found.name, found.kind, found.arguments, found.result) for found in names.routines if found.schema == "shop"
    }
    assert routines == {
        (
            "total",
            "function",
            ("a integer", "b numeric DEFAULT 1", "VARIADIC c text[] DEFAULT '{}'::text[]"),
            "numeric",
        ),
        ("listed", "function", ("INOUT a integer",), "TABLE(a integer, b text)"),
        ("rows", "function", ("integer",), "TABLE(x integer, y text)"),
        ("tidy", "procedure", ("a integer", "INOUT b integer"), ""),
        ("gathered", "aggregate", ("integer",), "integer"),
    }
    assert {(found.name, found.kind) for found in names.types if found.schema == "shop"} == {
        ("mood", "enum"), ("pair", "composite"), ("positive", "domain"),
    }  # fmt: skip
    assert ("span", "range") in {(found.name, found.kind) for found in names.types if found.schema == "ranges"}
    assert [(key.table, key.to_table) for key in names.keys] == [("refers", "parted")]
    assert {"SELECT", "LATERAL"} <= names.keywords
    assert {"generate_series", "upper", "power"} <= {found.name for found in names.routines if found.is_builtin}
    assert "int4pl" not in {found.name for found in names.routines}


@pytest.mark.parametrize("place", ["system"], indirect=True)
def test_a_role_without_rights_is_told_what_it_may_use(place: Place) -> None:
    place.ask(KINDS)
    place.ask("REVOKE ALL ON SCHEMA shop FROM PUBLIC; CREATE TABLE public.seen(a int)")
    names = place.session(OWNER).catalog.names()
    assert {"shop", "hidden"}.isdisjoint(names.schemas)
    assert {found.schema for found in names.relations} == {"public", "pg_catalog", "information_schema"}
    assert names.relation("seen") is not None
    assert not names.keys


@pytest.mark.parametrize("place", ["system"], indirect=True)
def test_what_others_have_locked_is_not_waited_for(place: Place) -> None:
    place.ask(KINDS)
    session = place.session(SUPERUSER)
    before = session.catalog.names()
    with place.server.admin(place.name) as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE shop.orders, shop.parted, shop.refers IN ACCESS EXCLUSIVE MODE")
        other.execute("ALTER TABLE shop.orders ADD COLUMN more int")
        other.execute("CREATE OR REPLACE VIEW shop.seen AS SELECT * FROM shop.orders")
        names = session.catalog.names()
        other.execute("ROLLBACK")
    assert names.relations == before.relations
    assert names.keys == before.keys


@pytest.mark.parametrize("place", ["system"], indirect=True)
def test_temporary_tables_are_named_and_found_by_the_session_that_has_them(place: Place) -> None:
    session, other = place.session(OWNER), place.session(OWNER)
    run(session, "CREATE TEMPORARY TABLE passing(a int)")
    assert session.catalog.names().relation("passing") is not None
    path = session.surroundings().search_path
    seen = other.catalog.names()
    assert seen.relation("passing") is None
    (passing,) = [found for found in seen.relations if found.name == "passing"]
    assert passing.schema in path
    assert passing.schema not in seen.schemas
