"""PostgreSQL's catalogue on servers of several versions: exact, never waiting for a lock."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import psycopg
import pytest
from psycopg import pq

from contract.subjects.postgresql_catalogue import described, distant
from contract.subjects.shape import Described
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually
from lapwing.domain.catalog import RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.postgresql.introspect import PostgresqlCatalog, TextRow

VERSIONS = ("13", "system", "18")
ALL_KINDS = """
CREATE TABLE locked(a int PRIMARY KEY DEFAULT 1 + 1, b text CHECK (b <> ''), c int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX by_b ON locked(lower(b)) WHERE a > 1;
CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER watched BEFORE UPDATE ON locked FOR EACH ROW WHEN (new.a > 1) EXECUTE FUNCTION nothing();
CREATE VIEW seen AS SELECT * FROM locked;
CREATE VIEW seen_again AS SELECT * FROM seen;
CREATE MATERIALIZED VIEW kept AS SELECT b FROM locked WITH NO DATA;
CREATE TABLE inheriting(d int) INHERITS (locked);
CREATE TABLE parted(a int NOT NULL, b int DEFAULT 5) PARTITION BY RANGE ((a + 1));
CREATE TABLE part PARTITION OF parted FOR VALUES FROM (1) TO (2)
"""


@dataclass(frozen=True)
class Place:
    """A fresh database and sessions in it."""

    server: PostgreSQL
    name: str
    admin: psycopg.Connection

    def session(self, user: str) -> psycopg.Connection:
        return psycopg.connect(
            host=self.server.host,
            port=self.server.port,
            user=user,
            password=self.server.logins[user].password,
            dbname=self.name,
            autocommit=True,
        )


@pytest.fixture(params=VERSIONS)
def place(request: pytest.FixtureRequest, postgresql_of: Callable[[str], PostgreSQL]) -> Iterator[Place]:
    server = postgresql_of(request.param)
    name = server.create_database()
    with server.admin(name) as admin:
        yield Place(server, name, admin)
    server.drop_database(name)


def catalog_of(session: psycopg.Connection, locks: str = "pg_catalog.pg_locks") -> PostgresqlCatalog:
    """A catalogue read through psycopg; `locks` is where it looks who is in the way."""

    def ask(sql: str, parameters: Sequence[str | None]) -> list[TextRow]:
        sent = [None if parameter is None else parameter.encode() for parameter in parameters]
        result = session.pgconn.exec_params(sql.replace("pg_catalog.pg_locks", locks).encode(), sent)
        if result.status != pq.ExecStatus.TUPLES_OK:
            code = result.error_field(pq.DiagnosticField.SQLSTATE) or b""
            raise StatementFailed(server=result.get_error_message(), code=code.decode(), position=None)
        cells = [[result.get_value(row, place) for place in range(result.nfields)] for row in range(result.ntuples)]
        return [tuple(None if cell is None else cell.decode() for cell in row) for row in cells]

    return PostgresqlCatalog(
        ask, session.info.server_version, lambda: session.pgconn.transaction_status != pq.TransactionStatus.IDLE
    )


def make(session: psycopg.Connection, cases: Sequence[Described]) -> None:
    for sql in dict.fromkeys(sql for case in cases for sql in case.ddl):
        session.execute(sql.encode())


def cases_of(place: Place) -> tuple[Described, ...]:
    return (*described(place.server.version_number), distant())


def test_every_kind_of_relation_is_described_exactly(place: Place) -> None:
    make(place.admin, cases_of(place))
    catalog = catalog_of(place.admin)
    listed = {relation.name: relation for relation in catalog.relations("public")}
    for case in cases_of(place):
        assert listed[case.name] == case.details.relation
        assert catalog.describe("public", case.name) == case.details


def test_what_is_described_can_be_made_again_from_its_statements(place: Place) -> None:
    make(place.admin, cases_of(place))
    catalog = catalog_of(place.admin)
    before = [catalog.describe("public", relation.name) for relation in catalog.relations("public")]
    assert len(before) >= 15
    for details in before:
        place.admin.execute(f"DROP {dropped(details)} IF EXISTS {quoted(details.relation.name)} CASCADE".encode())
    left = list(before)
    while left:  # what refers to others is made behind them
        made = [details for details in left if try_to_make(place.admin, details)]
        assert made, left[0].sql
        left = [details for details in left if details not in made]
    after = [catalog.describe("public", details.relation.name) for details in before]
    assert after == before


def dropped(details: RelationDetails) -> str:
    return {"table": "TABLE", "partition": "TABLE"}.get(details.relation.kind, details.relation.kind)


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def try_to_make(session: psycopg.Connection, details: RelationDetails) -> bool:
    try:
        with session.transaction():
            session.execute(details.sql.encode())
            for index in details.indexes:
                if index.origin == "created":
                    session.execute(index.sql.encode())
            for trigger in details.triggers:
                session.execute(trigger.sql.encode())
    except (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedObject):
        return False
    return True


def test_a_table_held_exclusively_is_described_as_far_as_it_can_be_without_waiting(place: Place) -> None:
    place.admin.execute(ALL_KINDS.encode())
    with place.session("postgres") as reader, place.session("postgres") as holder:
        reader.execute("SET statement_timeout = '20s'")  # an error instead of a hanging test
        catalog = catalog_of(reader)
        free = {relation.name: catalog.describe("public", relation.name) for relation in catalog.relations("public")}
        with holder.transaction():
            holder.execute("LOCK TABLE locked, inheriting, parted, part IN ACCESS EXCLUSIVE MODE")
            assert [relation.name for relation in catalog.relations("public")] == list(free)
            for name, known in free.items():
                found = catalog.describe("public", name)
                if name == "seen_again":  # its query reads only the view, which nobody holds
                    assert found == known
                    continue
                assert found.note.startswith("Defaults, expressions and SQL cannot be read now: session ")
                assert str(holder.info.backend_pid) in found.note
                assert [column.type_name for column in found.columns] == [column.type_name for column in known.columns]
                assert [index.columns for index in found.indexes] == [index.columns for index in known.indexes]
                assert [trigger.name for trigger in found.triggers] == [trigger.name for trigger in known.triggers]
                assert found.primary_key == known.primary_key
                assert found.sql == ""
        assert {name: catalog.describe("public", name) for name in free} == free


def test_nobody_is_overtaken_who_waits_for_a_table(place: Place) -> None:
    place.admin.execute(b"CREATE TABLE wanted(a int DEFAULT 5)")
    with place.session("postgres") as user, place.session("postgres") as waiter, place.session("postgres") as reader:
        reader.execute("SET statement_timeout = '20s'")
        with user.transaction():
            user.execute("SELECT * FROM wanted")
            waiter.pgconn.send_query(b"ALTER TABLE wanted ADD COLUMN b int")
            waiting = "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'wanted'::regclass"
            eventually(lambda: place.admin.execute(waiting.encode()).fetchall())
            assert "cannot be read now" in catalog_of(reader).describe("public", "wanted").note
        while waiter.pgconn.get_result() is not None:
            pass
        assert len(catalog_of(reader).describe("public", "wanted").columns) == 2


def test_a_lock_taken_a_moment_after_looking_cuts_the_reading_short(place: Place) -> None:
    place.admin.execute(b"CREATE TABLE taken(a int DEFAULT 5)")
    with place.session("postgres") as reader, place.session("postgres") as holder:
        reader.execute("SET statement_timeout = '20s'")
        reader.execute("CREATE TEMP VIEW no_locks AS SELECT * FROM pg_catalog.pg_locks WHERE false")
        catalog = catalog_of(reader, locks="pg_temp.no_locks")
        with holder.transaction():
            holder.execute("LOCK TABLE taken IN ACCESS EXCLUSIVE MODE")
            assert "another transaction has it locked" in catalog.describe("public", "taken").note
        assert reader.execute("SHOW lock_timeout").fetchone() == ("0",)
        assert catalog.describe("public", "taken").columns[0].default == "5"


def test_the_settings_of_an_open_transaction_are_left_alone(place: Place) -> None:
    place.admin.execute(b"CREATE TABLE plain(a int DEFAULT 5)")
    with place.session("postgres") as reader, reader.transaction():
        reader.execute("SET LOCAL lock_timeout = '7s'")
        assert catalog_of(reader).describe("public", "plain").columns[0].default == "5"
        assert reader.execute("SHOW lock_timeout").fetchone() == ("7s",)


def test_who_may_see_little_gets_an_answer_all_the_same(place: Place) -> None:
    make(place.admin, cases_of(place))
    place.admin.execute(b"CREATE SCHEMA closed; CREATE TABLE closed.secret(a int DEFAULT 5)")
    with place.session("reader") as reader:
        catalog = catalog_of(reader)
        assert "closed" in [schema.name for schema in catalog.schemas()]
        for case in cases_of(place):
            assert catalog.describe("public", case.name) == case.details
        assert [relation.name for relation in catalog.relations("closed")] == ["secret"]
        assert catalog.describe("closed", "secret").columns[0].default == "5"


def test_who_may_not_read_a_catalogue_is_told_by_the_server(place: Place) -> None:
    place.admin.execute(b"REVOKE SELECT ON pg_catalog.pg_trigger FROM public; CREATE TABLE plain(a int)")
    with place.session("reader") as reader, pytest.raises(StatementFailed) as refused:
        catalog_of(reader).describe("public", "plain")
    assert "permission denied" in str(refused.value)
    assert refused.value.facts["code"] == "42501"


def test_schemas_come_with_their_owners_and_the_servers_own_last(place: Place) -> None:
    place.admin.execute(b'CREATE SCHEMA "Zoo" AUTHORIZATION reader; CREATE TEMP TABLE passing(a int)')
    with place.session("lapwing") as other:
        other.execute("CREATE TEMP TABLE theirs(a int)")
        schemas = catalog_of(place.admin).schemas()
    shown = [(schema.name, schema.is_default, schema.is_system) for schema in schemas]
    assert [entry for entry in shown if not entry[0].startswith("pg_temp_")] == [
        ("public", True, False),
        ("Zoo", False, False),
        ("information_schema", False, True),
        ("pg_catalog", False, True),
    ]
    (own,) = [schema for schema in schemas if schema.name.startswith("pg_temp_")]
    assert own.detail == "temporary"
    assert [relation.name for relation in catalog_of(place.admin).relations(own.name)] == ["passing"]
    assert next(schema.detail for schema in schemas if schema.name == "Zoo") == "reader"


def test_rows_are_estimated_where_somebody_counted(place: Place) -> None:
    place.admin.execute(b"CREATE TABLE counted AS SELECT generate_series(1, 700); CREATE TABLE fresh(a int)")
    place.admin.execute(b"ANALYZE counted")
    estimates = {relation.name: relation.rows_estimate for relation in catalog_of(place.admin).relations("public")}
    assert estimates == {"counted": 700, "fresh": None}


def test_a_name_that_is_too_long_is_no_other_table(place: Place) -> None:
    place.admin.execute(f'CREATE TABLE "{"a" * 63}"(a int)'.encode())
    with pytest.raises(StatementFailed):
        catalog_of(place.admin).describe("public", "a" * 64)
    with pytest.raises(StatementFailed):
        catalog_of(place.admin).describe("public", "\udc80")


def test_nothing_in_the_search_path_gets_between(place: Place) -> None:
    make(place.admin, cases_of(place))
    place.admin.execute(
        b"CREATE SCHEMA trap; CREATE FUNCTION trap.format_type(oid, int) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;"
        b"CREATE TABLE trap.pg_class(oid oid, relname name); SET search_path = trap, pg_catalog, public"
    )
    catalog = catalog_of(place.admin)
    for case in cases_of(place):
        found = catalog.describe("public", case.name)
        assert found.columns[:1] == case.details.columns[:1] or "." in found.columns[0].default  # type: ignore[operator]


def test_every_relation_of_the_server_itself_can_be_described(place: Place) -> None:
    catalog = catalog_of(place.admin)
    for schema in ("pg_catalog", "information_schema"):
        relations = catalog.relations(schema)
        assert len(relations) > 50
        for relation in relations:
            assert catalog.describe(schema, relation.name).columns
