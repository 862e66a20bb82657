"""The catalogues of MariaDB and MySQL on real servers: exact, and never waiting for a lock."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

import pymysql
import pytest
from pymysql.connections import Connection

from contract.subjects.mariadb_catalogue import described
from contract.subjects.shape import Described, without_sizes
from helpers.names import HOSTILE_NAMES
from helpers.servers.mysql_family import MySQLFamily
from helpers.waiting import eventually
from lapwing.domain.catalog import RelationDetails
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.mysql import table
from lapwing.drivers.mysql.introspect import MOST_ESTIMATES, MysqlCatalog, TextRow

MADE_BY_ADMIN: Final = "`admin`@`%`"


@dataclass(frozen=True)
class Place:
    """A fresh database and a session in it."""

    server: MySQLFamily
    name: str
    session: Connection

    def another(self, user: str = "admin") -> Connection:
        return connect(self.server, self.name, user)

    def run(self, *statements: str) -> None:
        for statement in statements:
            ask(self.session, statement)


def connect(server: MySQLFamily, database: str, user: str) -> Connection:
    return pymysql.connect(
        host=server.host,
        port=server.port,
        user=user,
        password=server.logins[user].password or "",
        database=database,
        charset="utf8mb4",
        autocommit=True,
    )


def ask(session: Connection, sql: str, parameters: Sequence[str | None] = ()) -> list[TextRow]:
    with session.cursor() as cursor:
        try:
            cursor.execute(sql, parameters or None)
        except pymysql.err.MySQLError as refused:
            raise StatementFailed(server=refused.args[1], code=str(refused.args[0]), position=None) from refused
        return [tuple(None if cell is None else str(cell) for cell in row) for row in cursor.fetchall()]


def catalog_of(session: Connection) -> MysqlCatalog:
    """A catalogue read through PyMySQL."""
    return MysqlCatalog(lambda sql, parameters: ask(session, sql, parameters), session.get_server_info())


@pytest.fixture(params=["mariadb", "mysql"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    """On each of the servers."""
    with place_on(request.getfixturevalue(request.param)) as made:
        yield made


@pytest.fixture
def mariadb_place(mariadb: MySQLFamily) -> Iterator[Place]:
    """On MariaDB."""
    with place_on(mariadb) as made:
        yield made


@contextmanager
def place_on(server: MySQLFamily) -> Iterator[Place]:
    name = server.create_database()
    session = connect(server, name, "admin")
    try:
        with session:
            yield Place(server, name, session)
    finally:
        server.drop_database(name)


def make(place: Place) -> tuple[Described, ...]:
    cases = described(place.name, MADE_BY_ADMIN)
    place.run(*dict.fromkeys(sql for case in cases for sql in case.ddl))
    return cases


def test_every_kind_of_relation_is_described_exactly(mariadb_place: Place) -> None:
    cases = make(mariadb_place)
    catalog = catalog_of(mariadb_place.session)
    listed = {relation.name: relation for relation in catalog.relations(mariadb_place.name)}
    assert set(listed) == {case.name for case in cases}  # a sequence is none of them
    for case in cases:
        assert without_sizes(listed[case.name]) == case.details.relation
        found = catalog.describe(mariadb_place.name, case.name)
        assert replace(found, relation=without_sizes(found.relation)) == case.details


PORTABLE: Final = (
    "CREATE TABLE parent (id int PRIMARY KEY AUTO_INCREMENT, a varchar(9) NOT NULL DEFAULT 'it''s \\\\ %', "
    "b timestamp NULL DEFAULT current_timestamp ON UPDATE current_timestamp, c decimal(3,1) DEFAULT 1.5, "
    "d int AS (f + 1) VIRTUAL, e int AS (c * 2) STORED, f int INVISIBLE, UNIQUE KEY names (a), KEY f (f DESC, a(3)))",
    "CREATE TABLE child (id int PRIMARY KEY, up int, FOREIGN KEY (up) REFERENCES parent (id) ON DELETE SET NULL)",
    "CREATE VIEW seen AS SELECT id, a FROM parent",
    "CREATE TRIGGER guarded BEFORE INSERT ON child FOR EACH ROW SET NEW.up = 1",
)


def test_what_both_servers_have_in_common_is_described_alike(place: Place) -> None:
    place.run(*PORTABLE)
    catalog = catalog_of(place.session)
    parent, child = (catalog.describe(place.name, name) for name in ("parent", "child"))
    assert [column.name for column in parent.columns] == ["id", "a", "b", "c", "d", "e", "f"]
    generated = ["identity by default", "", "", "", "virtual", "stored", "hidden"]
    assert [column.generated for column in parent.columns] == generated
    defaults = [column.default for column in parent.columns]
    assert defaults[:2] == [None, r"'it''s \\ %'"]
    assert "on update" in (defaults[2] or "").lower()
    assert defaults[3:] == ["1.5", None, None, None]
    assert [index.name for index in parent.indexes] == ["PRIMARY", "f", "names"]
    assert parent.indexes[1].columns == ("f DESC", "a(3)")
    assert [(key.columns, key.table, key.references, key.on_delete) for key in child.foreign_keys] == [
        (("up",), "parent", ("id",), "SET NULL")
    ]
    assert child.columns[1].references == "parent.id"
    assert [column.name for column in catalog.describe(place.name, "seen").columns] == ["id", "a"]
    assert child.triggers[0].sql.endswith("FOR EACH ROW SET NEW.up = 1")


def test_what_is_described_can_be_made_again_from_its_statements(place: Place) -> None:
    if "MariaDB" in place.server.version:
        make(place)
    place.run(*PORTABLE)
    catalog = catalog_of(place.session)
    before = [catalog.describe(place.name, relation.name) for relation in catalog.relations(place.name)]
    assert len(before) >= 3
    place.run("SET foreign_key_checks = 0")
    for details in before:
        place.run(f"DROP {details.relation.kind} {quoted(details.relation.name)}")
    for details in sorted(before, key=lambda details: details.relation.kind):  # tables, then views
        place.run(details.sql)
        place.run(*(trigger.sql for trigger in details.triggers))
        for index in details.indexes:
            if index.origin != "primary key" and not details.foreign_keys:
                place.run(f"DROP INDEX {quoted(index.name)} ON {quoted(details.relation.name)}", index.sql)
    after = [catalog.describe(place.name, details.relation.name) for details in before]
    assert [without_order(details) for details in after] == [without_order(details) for details in before]


def without_order(details: RelationDetails) -> tuple[object, ...]:
    """All but the order of lines: an index that was dropped and made again stands last."""
    return (details.columns, details.indexes, details.foreign_keys, details.triggers, sorted(details.sql))


def quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


@contextmanager
def held(place: Place) -> Iterator[str]:
    """The name of a table that another session holds an exclusive metadata lock on: it is being made."""
    other, watching = place.another(), place.another()
    making = threading.Thread(target=ended_early, args=(other, "CREATE TABLE held AS SELECT sleep(100) AS a"))
    making.start()
    query = "SELECT id FROM information_schema.processlist WHERE state = 'User sleep' AND id = %s"
    try:
        eventually(lambda: ask(watching, query, [str(other.thread_id())]))
        yield "held"
    finally:
        ask(watching, f"KILL QUERY {other.thread_id()}")
        making.join()
        other.close()
        watching.close()


def ended_early(session: Connection, sql: str) -> None:
    try:
        ask(session, sql)
    except StatementFailed as error:
        assert error.facts["code"] in {"1317", "1158"}, error  # noqa: PT017 - how a killed query ends
    # MariaDB's sleep() also returns early without an error, and the table is made


def test_a_table_held_exclusively_keeps_nobody_waiting(place: Place) -> None:
    place.run("CREATE TABLE free (a int)")
    place.run("SET SESSION max_statement_time = 20") if "MariaDB" in place.server.version else None
    catalog = catalog_of(place.session)
    with held(place) as name:
        names = [relation.name for relation in catalog.relations(place.name)]
        assert "free" in names
        assert len(catalog.describe(place.name, "free").columns) == 1
        assert (name in names) == ("MariaDB" in place.server.version)  # MySQL shows a table when it is made
        if name in names:
            details = catalog.describe(place.name, name)
            assert details.relation.name == name
            assert "another session holds a metadata lock" in details.note
    assert ask(place.session, "SELECT @@SESSION.lock_wait_timeout") == ask(
        place.session, "SELECT @@GLOBAL.lock_wait_timeout"
    )


def test_a_table_that_is_merely_used_or_locked_for_writing_is_described_in_full(place: Place) -> None:
    place.run("CREATE TABLE used (a int PRIMARY KEY DEFAULT 5, b int AS (a * 2) STORED)")
    catalog = catalog_of(place.session)
    known = catalog.describe(place.name, "used")
    with place.another() as other:
        ask(other, "LOCK TABLES used WRITE")
        assert catalog.describe(place.name, "used") == known
        ask(other, "UNLOCK TABLES")
        ask(other, "BEGIN")
        ask(other, "INSERT INTO used (a) VALUES (1)")
        assert catalog.describe(place.name, "used").columns == known.columns


def test_an_open_transaction_survives_reading_what_is_locked(place: Place) -> None:
    place.run("CREATE TABLE mine (a int)", "BEGIN", "INSERT INTO mine VALUES (1)")
    catalog = catalog_of(place.session)
    with held(place) as name:
        if name in [relation.name for relation in catalog.relations(place.name)]:
            assert catalog.describe(place.name, name).note
        assert len(catalog.describe(place.name, "mine").columns) == 1
    place.run("COMMIT")
    assert ask(place.session, "SELECT a FROM mine") == [("1",)]


def test_who_may_only_read_sees_less_and_no_error(mariadb_place: Place) -> None:
    cases = make(mariadb_place)
    with mariadb_place.another("reader") as reader:
        catalog = catalog_of(reader)
        relations = catalog.relations(mariadb_place.name)
        assert [relation.name for relation in relations] == sorted(case.name for case in cases)
        details = {case.name: catalog.describe(mariadb_place.name, case.name) for case in cases}
    for case in cases:
        assert details[case.name].columns == case.details.columns
        assert details[case.name].indexes == case.details.indexes
        assert details[case.name].triggers == ()
    assert details["orders"].sql == next(case.details.sql for case in cases if case.name == "orders")
    assert details["overview"].sql == ""
    assert details["overview"].note == "This account may not see the statement that makes it."


def test_who_may_read_one_column_sees_that(place: Place) -> None:
    place.run("CREATE TABLE secret (open int, closed int)")
    user = f"{place.name}_narrow"
    place.run(f"CREATE USER {user}@'%'", f"GRANT SELECT (open) ON secret TO {user}@'%'")
    try:
        with pymysql.connect(
            host=place.server.host, port=place.server.port, user=user, database=place.name, autocommit=True
        ) as narrow:
            details = catalog_of(narrow).describe(place.name, "secret")
        assert [column.name for column in details.columns] == ["open"]
        assert details.sql == ""
        assert "may not see" in details.note
    finally:
        place.run(f"DROP USER {user}@'%'")


def test_a_view_of_a_table_that_is_gone_says_so(place: Place) -> None:
    place.run("CREATE TABLE base (a int)", "CREATE VIEW stale AS SELECT a FROM base", "DROP TABLE base")
    details = catalog_of(place.session).describe(place.name, "stale")
    assert details.relation.kind == "view"
    assert "base" in details.sql
    if not details.columns:
        assert "The server gives no columns" in details.note


def test_databases_come_with_the_servers_own_last(place: Place) -> None:
    schemas = catalog_of(place.session).schemas()
    assert [schema.name for schema in schemas if schema.is_default] == [place.name]
    system = [schema.name for schema in schemas if schema.is_system]
    assert {"information_schema", "mysql"} <= set(system)
    assert [schema.name for schema in schemas][-len(system) :] == system
    assert all(schema.detail for schema in schemas)


def test_rows_are_estimated_while_there_are_few_tables(place: Place) -> None:
    place.run("CREATE TABLE counted (a int) ENGINE=MyISAM", "INSERT INTO counted VALUES (1), (2), (3)")
    place.run("ANALYZE TABLE counted")
    catalog = catalog_of(place.session)
    assert [relation.rows_estimate for relation in catalog.relations(place.name)] == [3]
    for number in range(MOST_ESTIMATES):
        place.run(f"CREATE TABLE many_{number} (a int) ENGINE=MEMORY")
    listed = catalog.relations(place.name)
    assert len(listed) == MOST_ESTIMATES + 1
    assert listed[0].rows_estimate == (None if "MariaDB" in place.server.version else 3)
    assert catalog.describe(place.name, "counted").relation.rows_estimate == 3


def can_be_named(name: str) -> bool:
    """https://mariadb.com/kb/en/identifier-names/"""
    return len(name) <= 60 and name[-1:] not in " \t\n\r\v\f" and max(name) < "\U00010000"


def test_names_of_any_kind_are_told_apart(place: Place) -> None:
    names = [name for name in HOSTILE_NAMES if can_be_named(name)]
    assert len(names) > 90
    for name in names:
        column = quoted(name)
        place.run(f"CREATE TABLE {column} ({column} int PRIMARY KEY, KEY {quoted('by ' + name)} ({column}))")
    catalog = catalog_of(place.session)
    assert {relation.name for relation in catalog.relations(place.name)} == set(names)
    for name in names:
        details = catalog.describe(place.name, name)
        assert [column.name for column in details.columns] == [name]
        assert details.primary_key == (name,)
        assert {index.name for index in details.indexes} == {"PRIMARY", f"by {name}"}


def test_similar_names_are_not_mixed_up(place: Place) -> None:
    similar = ("straße", "STRASSE", "strasse", "Straße", "strásse")
    for number, name in enumerate(similar):
        place.run(f"CREATE TABLE {quoted(name)} ({', '.join(f'c{place} int' for place in range(number + 1))})")
    catalog = catalog_of(place.session)
    assert [len(catalog.describe(place.name, name).columns) for name in similar] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("name", ["nowhere", "", "a" * 65, "a ", "a/b", "..", "\udc80", "a\0b", "🐦", "STRASSE"])
def test_what_is_not_there_is_told(place: Place, name: str) -> None:
    place.run("CREATE TABLE `a` (a int)", "CREATE TABLE `strasse` (a int)")
    catalog = catalog_of(place.session)
    for schema, relation in ((place.name, name), (name, "a"), (name, name)):
        with pytest.raises(StatementFailed) as told:
            catalog.describe(schema, relation)
        assert "There is no table or view" in str(told.value)
    assert catalog.relations(name) == []


def test_every_relation_of_the_server_itself_can_be_described(place: Place) -> None:
    catalog = catalog_of(place.session)
    for schema in ("information_schema", "mysql"):
        relations = catalog.relations(schema)
        assert len(relations) > 20
        for relation in relations:
            assert catalog.describe(schema, relation.name).columns


# all names at once


def test_routines_and_comments_are_named(place: Place) -> None:
    place.run(
        "CREATE TABLE told (a int COMMENT 'What it is', b varchar(9)) COMMENT 'Told of'",
        "CREATE VIEW seen AS SELECT a FROM told",
        "CREATE FUNCTION plain(a int, b varchar(20)) RETURNS varchar(40) DETERMINISTIC COMMENT 'Adds' RETURN 'x'",
        "CREATE FUNCTION bare() RETURNS int DETERMINISTIC RETURN 1",
        "CREATE PROCEDURE tidy(IN a int, INOUT b decimal(5,2), OUT c text) SELECT 1",
    )
    names = catalog_of(place.session).names()
    assert names.search_path == (place.name,)
    assert {place.name, "information_schema"} <= {*names.schemas}
    told, seen = names.relation("TOLD"), names.relation("seen")
    assert told is not None
    assert seen is not None
    assert (told.comment, [(column.name, column.comment) for column in told.columns]) == (
        "Told of",
        [("a", "What it is"), ("b", "")],
    )
    assert (seen.kind, seen.comment, [column.name for column in seen.columns]) == ("view", "", ["a"])
    bare, plain, tidy = sorted(names.routines, key=lambda routine: routine.name)
    assert (plain.kind, plain.arguments[1], plain.comment) == ("function", "b varchar(20)", "Adds")
    assert plain.result.startswith("varchar")
    assert (bare.kind, bare.arguments) == ("function", ())
    assert (tidy.kind, tidy.result) == ("procedure", "")
    assert tidy.arguments[1:] == ("INOUT b decimal(5,2)", "OUT c text")
    assert "SELECT" in names.keywords


def test_names_come_without_what_is_held_exclusively(place: Place) -> None:
    place.run("CREATE TABLE free (a int PRIMARY KEY)", "CREATE TABLE bound (b int, FOREIGN KEY (b) REFERENCES free(a))")
    place.run("SET SESSION max_statement_time = 20") if "MariaDB" in place.server.version else None
    with held(place):
        names = catalog_of(place.session).names()
    found = {relation.name: relation for relation in names.relations}
    assert [column.name for column in found["bound"].columns] == ["b"]
    assert [(key.table, key.to_table) for key in names.keys] == [("bound", "free")]
    if "held" in found:
        assert (found["held"].columns, found["held"].comment) == ((), "")


def test_the_names_of_another_database_can_be_read(place: Place) -> None:
    other = place.server.create_database()
    try:
        place.run(f"CREATE TABLE {quoted(other)}.there (a int)", "CREATE TABLE here (a int)")
        names = catalog_of(place.session).names(other)
        assert [(found.schema, found.name) for found in names.relations] == [(other, "there")]
        assert catalog_of(place.session).names("no such database").relations == ()
        system = catalog_of(place.session).names("information_schema").relation("tables")
        assert system is not None
        assert "table_name" in [column.name.lower() for column in system.columns]
    finally:
        place.server.drop_database(other)


def test_names_can_be_read_by_who_may_only_read_or_has_no_database(mariadb_place: Place) -> None:
    cases = make(mariadb_place)
    with mariadb_place.another("reader") as reader:
        names = catalog_of(reader).names()
        assert {case.name for case in cases} <= {found.name for found in names.relations}
        ask(reader, "SELECT 1")
    with connect(mariadb_place.server, "", "reader") as nowhere:
        names = catalog_of(nowhere).names()
        assert (names.search_path, names.relations) == ((), ())
        assert mariadb_place.name in names.schemas


def test_keys_to_a_table_are_found_in_a_database_of_too_many_tables_to_be_opened(
    mariadb_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    mariadb_place.run(
        "CREATE TABLE parent (a int, b int, PRIMARY KEY (b, a))",
        "CREATE TABLE child (x int, y int, CONSTRAINT up FOREIGN KEY (y, x) REFERENCES parent (b, a))",
        "CREATE TABLE `odd-child` (y int, x int, FOREIGN KEY (y, x) REFERENCES parent (b, a))",
    )
    opened = catalog_of(mariadb_place.session).table(mariadb_place.name, "parent").facts.referenced_by
    monkeypatch.setattr(table, "MOST_OPENED", 0)
    (found,) = catalog_of(mariadb_place.session).table(mariadb_place.name, "parent").facts.referenced_by
    assert (found.columns, found.table, found.other_columns) == (("b", "a"), "child", ("y", "x"))
    assert found in opened, "the other one is called otherwise in InnoDB's dictionary"
    with mariadb_place.another("reader") as reader:
        assert catalog_of(reader).table(mariadb_place.name, "parent").facts.referenced_by == ()
