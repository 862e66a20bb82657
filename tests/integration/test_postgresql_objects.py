"""PostgreSQL's objects of every kind, on servers of several versions: exact, without secrets, waiting for nobody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import pytest

from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from lapwing.domain.catalog import CatalogObject, ObjectProperties, ObjectScope, StatementKind
from lapwing.domain.connections import Target
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Catalog, Session, StatementEnded
from lapwing.drivers.registry import driver_named
from lapwing.sql.dialect import dialect_named

VERSIONS: Final = ("13", "18")
SECRET: Final = "canary-in-options"
SCHEMA: Final = 'a"p. p'
MADE: Final = """
CREATE TYPE mood AS ENUM ('sad', 'o''k', 'happy');
CREATE TYPE pair AS (a int, "b c" text COLLATE "C");
CREATE DOMAIN mail AS varchar(50) COLLATE "C" DEFAULT 'x@y' NOT NULL CONSTRAINT "has at" CHECK (value ~ '@');
COMMENT ON DOMAIN mail IS 'It''s mail';
CREATE TYPE span AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
CREATE SEQUENCE numbers AS int INCREMENT -2 MINVALUE -50 MAXVALUE 100 START 20 CACHE 3 CYCLE;
CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TABLE log(a int);
CREATE TABLE people (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mail mail, m mood DEFAULT 'sad', note text,
    n numeric CHECK (n > 0), kind text NOT NULL, UNIQUE (kind)
);
ALTER TABLE people ALTER note SET STORAGE external, ALTER note SET STATISTICS 50, ALTER n SET (n_distinct = 5);
COMMENT ON TABLE people IS 'It''s people';
COMMENT ON COLUMN people.note IS 'notes';
COMMENT ON CONSTRAINT people_pkey ON people IS 'pk';
CREATE INDEX notes ON people (lower(note)) INCLUDE (m) WHERE n > 1;
COMMENT ON INDEX notes IS 'by note';
ALTER TABLE people CLUSTER ON people_kind_key;
ALTER TABLE people REPLICA IDENTITY USING INDEX people_kind_key;
CREATE STATISTICS st (dependencies) ON m, n FROM people;
CREATE TRIGGER "t 1" BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION fire();
ALTER TABLE people DISABLE TRIGGER "t 1";
CREATE RULE r1 AS ON DELETE TO people DO ALSO INSERT INTO log VALUES (old.id);
ALTER TABLE people ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "p 1" ON people AS RESTRICTIVE FOR UPDATE TO reader
    USING (n > (SELECT max(a) FROM log)) WITH CHECK (n < 3);
GRANT SELECT, UPDATE (note) ON people TO reader;
GRANT INSERT ON people TO plain WITH GRANT OPTION;
CREATE VIEW seen AS SELECT id, note FROM people WHERE m = 'sad';
GRANT SELECT ON seen TO PUBLIC;
COMMENT ON VIEW seen IS 'v';
CREATE MATERIALIZED VIEW frozen AS SELECT m, count(*) FROM people GROUP BY m;
CREATE UNIQUE INDEX ON frozen(m);
CREATE TABLE orders(id serial, person int REFERENCES people ON DELETE CASCADE, d date NOT NULL, PRIMARY KEY (id, d))
    PARTITION BY RANGE (d);
CREATE TABLE "orders 1" PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX by_person ON orders(person);
CREATE TRIGGER t2 AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION fire();
CREATE TABLE child (extra text) INHERITS (log);
CREATE FUNCTION add(a int, b int DEFAULT 5, OUT c int, VARIADIC rest int[] DEFAULT '{}') RETURNS int
    LANGUAGE sql AS 'select a + b';
CREATE FUNCTION add(a text) RETURNS SETOF people LANGUAGE sql STABLE AS 'select * from "a""p. p".people';
COMMENT ON FUNCTION add(text) IS 'adds';
REVOKE ALL ON FUNCTION add(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add(text) TO reader;
CREATE PROCEDURE doit(INOUT x int, y text DEFAULT 'a') LANGUAGE plpgsql AS 'BEGIN x := 1; END';
CREATE AGGREGATE summed(int) (sfunc = int4pl, stype = int, initcond = '0', combinefunc = int4pl, parallel = safe);
CREATE AGGREGATE counted(*) (sfunc = int8inc, stype = int8, initcond = '0');
COMMENT ON AGGREGATE counted(*) IS 'n';
CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('CREATE CAST') EXECUTE FUNCTION told();
ALTER EVENT TRIGGER et DISABLE;
CREATE FOREIGN DATA WRAPPER w OPTIONS (a 'b''c');
CREATE SERVER "my srv" TYPE 't' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'h');
CREATE USER MAPPING FOR reader SERVER "my srv" OPTIONS (password 'canary-in-options');
CREATE FOREIGN TABLE far (a int OPTIONS (x 'y') NOT NULL) SERVER "my srv" OPTIONS (t 'u');
CREATE PUBLICATION pub FOR TABLE people, log WITH (publish = 'insert,update');
CREATE PUBLICATION every FOR ALL TABLES;
CREATE SUBSCRIPTION sub CONNECTION 'host=nowhere password=canary-in-options' PUBLICATION pub WITH (connect = false)
"""


@pytest.fixture(scope="module", params=VERSIONS)
def server(request: pytest.FixtureRequest, postgresql_of: Callable[[str], PostgreSQL]) -> PostgreSQL:
    return postgresql_of(request.param)


@contextmanager
def session_on(server: PostgreSQL, database: str, user: str = SUPERUSER) -> Iterator[Session]:
    password = Secret(server.logins[user].password or "")
    target = Target("postgresql", database, server.host, server.port, user, password=password)
    session = driver_named("postgresql").open(target)
    yield session
    session.close()


@pytest.fixture(scope="module")
def database(server: PostgreSQL) -> Iterator[str]:
    """A database with something of every kind, in a schema of a hostile name."""
    name = server.create_database()
    with server.admin(name) as admin:
        quoted = '"' + SCHEMA.replace('"', '""') + '"'
        admin.execute(f"CREATE SCHEMA {quoted}".encode())
        admin.execute(f"SET search_path = {quoted}".encode())
        for statement in dialect_named("postgresql").split(MADE):
            admin.execute(MADE[statement.start : statement.end].encode())
    yield name
    with server.admin(name) as admin:
        admin.execute(b"ALTER SUBSCRIPTION sub SET (slot_name = NONE)")
        admin.execute(b"DROP SUBSCRIPTION sub")
    server.drop_database(name)


@pytest.fixture
def session(server: PostgreSQL, database: str) -> Iterator[Session]:
    with session_on(server, database) as opened:
        yield opened


def run(session: Session, script: str) -> None:
    for statement in dialect_named("postgresql").split(script):
        assert isinstance(list(session.execute(script[statement.start : statement.end]))[-1], StatementEnded)


def everything(catalog: Catalog) -> list[CatalogObject]:
    """What lies in the database and its schema."""
    return [
        one
        for scope, schema in ((ObjectScope.DATABASE, ""), (ObjectScope.SCHEMA, SCHEMA))
        for kind in catalog.kinds(scope, schema)
        for one in catalog.objects(kind.kind, schema)
    ]


def rows(properties: ObjectProperties, section: str) -> tuple[tuple[str, ...], ...]:
    return next((found.rows for found in properties.sections if found.id == section), ())


def test_every_object_is_made_again_by_what_is_said_of_it(session: Session) -> None:
    catalog = session.catalog
    found = everything(catalog)
    kinds = {one.kind for one in found}
    assert kinds >= {
        "table", "partition", "view", "materialized view", "foreign table", "index", "trigger", "function",
        "procedure", "aggregate", "sequence", "type", "enum", "domain", "range type", "collation", "extension",
        "foreign data wrapper", "foreign server", "publication", "subscription", "event trigger",
    }  # fmt: skip
    for wanted in found:
        if is_made_with_another(catalog, wanted):
            continue
        before = catalog.properties(wanted)
        assert before.note == ""
        assert before.ddl or wanted.kind == "subscription"
        if not before.ddl:
            continue
        session.begin()
        (drop,) = [one.sql for one in catalog.statements(wanted, cascade=True) if one.kind is StatementKind.DROP]
        run(session, drop)
        run(session, before.ddl)
        again = catalog.properties(wanted)
        assert again.ddl == before.ddl
        assert again.object.comment == before.object.comment
        for section in ("columns", "constraints", "indexes", "rules", "policies", "privileges", "arguments", "labels"):
            assert rows(again, section) == rows(before, section)
        session.rollback()


def is_made_with_another(catalog: Catalog, wanted: CatalogObject) -> bool:
    """Whether the server makes it with something else: a constraint, a partition, a type, a column, an extension."""
    if wanted.kind == "index":
        indexes = catalog.describe(wanted.schema, wanted.parent).indexes
        return next(index.origin for index in indexes if index.name == wanted.name) != "created"
    return (
        wanted.detail.endswith(", internal")
        or "identity of" in wanted.detail
        or "owned by" in wanted.detail
        or wanted.parent == "orders 1"
        or wanted.kind in {"extension", "event trigger"}
    )


def test_no_password_is_told(server: PostgreSQL, session: Session) -> None:
    catalog = session.catalog
    wanted = [one for kind in ("role", "foreign server", "subscription") for one in catalog.objects(kind)]
    wanted += catalog.objects("foreign table", SCHEMA)
    told = "".join(repr(catalog.properties(one)) for one in wanted)
    assert SECRET not in told
    assert "SCRAM-SHA" not in told
    assert not any(login.password and login.password in told for login in server.logins.values())


def test_dependencies_go_through_rules_constraints_and_triggers(session: Session) -> None:
    catalog = session.catalog
    people = catalog.properties(CatalogObject("table", SCHEMA, "people"))
    place = '"a""p. p"'
    assert {
        ("view", f"{place}.seen", ""),
        ("materialized view", f"{place}.frozen", ""),
        ("table", f"{place}.orders", "constraint orders_person_fkey"),
        ("publication", "pub", ""),
    } <= set(rows(people, "used by"))
    assert {
        ("type", f"{place}.mood", ""),
        ("table", f"{place}.log", ""),
        ("function", f"{place}.fire()", ""),
    } <= set(rows(people, "depends on"))
    mood = catalog.properties(CatalogObject("enum", SCHEMA, "mood"))
    assert ("table", f"{place}.people") in [row[:2] for row in rows(mood, "used by")]
    fire = catalog.properties(CatalogObject("function", SCHEMA, "fire"))
    assert ("table", f"{place}.people", "trigger t 1") in rows(fire, "used by")


def test_privileges_are_told_with_whom_they_came_from(session: Session) -> None:
    people = session.catalog.properties(CatalogObject("table", SCHEMA, "people"))
    told = rows(people, "privileges")
    assert ("reader", "SELECT", "", "no", SUPERUSER) in told
    assert ("reader", "UPDATE", "note", "no", SUPERUSER) in told
    assert ("plain", "INSERT", "", "yes", SUPERUSER) in told
    assert told[0][0] == SUPERUSER


def test_partitions_and_inheritance_are_known(session: Session) -> None:
    catalog = session.catalog
    assert [one.name for one in catalog.objects("partition", SCHEMA, "orders")] == ["orders 1"]
    assert [one.name for one in catalog.objects("table", SCHEMA, "log")] == ["child"]
    kinds = {kind.kind: kind.count for kind in catalog.kinds(ObjectScope.RELATION, SCHEMA, "orders")}
    assert kinds["partition"] == 1
    parents = {found.name: found.parents for found in catalog.relations(SCHEMA)}
    assert [(above.schema, above.name) for above in parents["orders 1"]] == [(SCHEMA, "orders")]


def test_nothing_waits_for_who_holds_a_lock(server: PostgreSQL, database: str, session: Session) -> None:
    wanted = [one for one in everything(session.catalog) if not one.detail.endswith(", internal")]
    with server.admin(database) as admin, admin.transaction():
        for name in ("people", "orders", "log", "seen", "frozen", "numbers"):
            word = "TABLE" if name not in {"seen", "numbers"} else ""
            if word and name != "frozen":
                admin.execute(f'LOCK TABLE "a""p. p".{name} IN ACCESS EXCLUSIVE MODE'.encode())
        admin.execute(b'ALTER SEQUENCE "a""p. p".numbers INCREMENT BY -3')
        session.catalog.databases()
        found = {(one.kind, one.name): session.catalog.properties(one) for one in wanted}
    assert "has it locked" in found["table", "people"].note
    assert found["table", "people"].ddl == ""
    assert rows(found["table", "people"], "columns")
    assert found["enum", "mood"].ddl


def test_who_may_see_little_gets_answers_all_the_same(server: PostgreSQL, database: str) -> None:
    with session_on(server, database, "reader") as session:
        for wanted in everything(session.catalog):
            session.catalog.properties(wanted)
            session.catalog.statements(wanted)
        assert [one.name for one in session.catalog.objects("role") if one.name == "reader"]
        assert any(one.is_current and one.name == database for one in session.catalog.databases())


def test_routines_of_one_name_are_told_apart(session: Session) -> None:
    found = [one for one in session.catalog.objects("function", SCHEMA) if one.name == "add"]
    assert len({one.signature for one in found}) == 2
    written = {one.signature: [made.sql for made in session.catalog.statements(one)] for one in found}
    assert written["a text"] == [
        'SELECT * FROM "a""p. p"."add"(:a)',
        'DROP FUNCTION "a""p. p"."add"(a text)',
    ]
