"""Objects of MariaDB and MySQL: routines, events, accounts, what uses what, and nothing of passwords."""

from collections.abc import Iterator

import pytest

from contract.asking import run
from contract.mysql_ways import Server
from helpers.names import HOSTILE_NAMES
from lapwing.domain.catalog import CatalogObject, ObjectProperties, StatementKind
from lapwing.domain.connections import Target
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import Session
from lapwing.drivers.mysql.properties import without_password
from lapwing.drivers.registry import driver_named

MADE = (
    "CREATE TABLE p (id int AUTO_INCREMENT PRIMARY KEY, n varchar(20) NOT NULL UNIQUE COMMENT 'the n',"
    " v int CHECK (v > 1), KEY (v)) COMMENT = 'it''s p'",
    "CREATE TABLE parts (a int PRIMARY KEY) PARTITION BY HASH (a) PARTITIONS 3",
    "CREATE TABLE d (pid int, CONSTRAINT fkp FOREIGN KEY (pid) REFERENCES p (id) ON DELETE CASCADE)",
    "CREATE VIEW vv AS SELECT p.n, x.c FROM p JOIN (SELECT count(*) AS c FROM p AS q) AS x",
    "CREATE FUNCTION f(a int, b varchar(5)) RETURNS int DETERMINISTIC RETURN (SELECT count(*) FROM p) + a",
    "CREATE PROCEDURE pr(IN x int, OUT y int) BEGIN SELECT count(*) INTO y FROM d, vv; UPDATE p SET v = 3; END",
    "CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW BEGIN INSERT INTO d VALUES (1); END",
    "CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO DELETE FROM d",
)


@pytest.fixture(params=["mariadb", "mysql"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def session(server: Server) -> Iterator[Session]:
    """The administrator's, in a database with something of every kind."""
    name = server.create_database()
    password = Secret(server.logins["admin"].password or "")
    target = Target("mysql", name, server.host, server.port, "admin", password=password)
    opened = driver_named("mysql").open(target)
    for sql in MADE:
        run(opened, sql)
    yield opened
    opened.close()
    server.drop_database(name)


def rows(properties: ObjectProperties, section: str) -> set[tuple[str, ...]]:
    return {row for found in properties.sections if found.id == section for row in found.rows}


def described(session: Session, kind: str, name: str, parent: str = "") -> ObjectProperties:
    return session.catalog.properties(CatalogObject(kind, session.database, name, parent=parent))


def test_what_uses_what_is_read_from_keys_and_definitions(session: Session) -> None:
    table = described(session, "table", "p")
    assert rows(table, "used by") == {
        ("table", "d", "constraint fkp"),
        ("view", "vv", ""),
        ("function", "f", ""),
        ("procedure", "pr", ""),
    }
    assert rows(table, "depends on") == {("table", "d", "trigger tr")}
    assert rows(described(session, "procedure", "pr"), "depends on") == {
        ("table", "d", ""), ("table", "p", ""), ("view", "vv", "")
    }  # fmt: skip
    assert rows(described(session, "event", "ev"), "depends on") == {("table", "d", "")}
    assert rows(described(session, "trigger", "tr", "p"), "depends on") == {("table", "d", "")}


def test_facts_of_a_table_are_told(session: Session) -> None:
    table = described(session, "table", "p")
    assert ("comment", "it's p") in rows(table, "definition")
    assert ("engine", "InnoDB") in rows(table, "definition")
    assert {row[0]: row[7] for row in rows(table, "columns")}["n"] == "the n"
    assert {row[1] for row in rows(table, "constraints")} == {"primary key", "unique", "check"}
    assert {row[0] for row in rows(described(session, "table", "parts"), "partitions")} == {"p0", "p1", "p2"}


def test_every_routine_trigger_and_event_is_made_again_by_what_is_said_of_it(session: Session) -> None:
    for kind, name, parent in (
        ("function", "f", ""), ("procedure", "pr", ""), ("trigger", "tr", "p"), ("event", "ev", ""), ("view", "vv", ""),
    ):  # fmt: skip
        wanted = CatalogObject(kind, session.database, name, parent=parent)
        before = session.catalog.properties(wanted)
        (drop,) = [one.sql for one in session.catalog.statements(wanted) if one.kind is StatementKind.DROP]
        run(session, drop)
        run(session, before.ddl.removesuffix(";"))
        again = session.catalog.properties(wanted)
        assert rows(again, "depends on") == rows(before, "depends on")
        assert again.ddl.partition("STARTS")[0] == before.ddl.partition("STARTS")[0]


def test_routines_are_called_with_places_for_their_arguments(session: Session) -> None:
    place = session.database
    for kind, name, call in (
        ("function", "f", f"SELECT {place}.f(:a, :b)"),
        ("procedure", "pr", f"CALL {place}.pr(:x, :y)"),
    ):
        found = session.catalog.statements(CatalogObject(kind, place, name))
        assert [one.sql for one in found if one.kind is StatementKind.CALL] == [call]


def test_accounts_are_told_without_anything_of_their_passwords(server: Server, session: Session) -> None:
    found = session.catalog.objects("user")
    assert {"admin", "reader", "odd name"} <= {one.name for one in found}
    told = "".join(repr(session.catalog.properties(one)) for one in found)
    assert "GRANT" in told
    assert "IDENTIFIED" not in told
    assert not any(login.password and login.password in told for login in server.logins.values())
    (drop,) = session.catalog.statements(next(one for one in found if one.name == "odd name"))
    assert drop.sql.startswith("DROP USER `odd name`@")


def test_who_may_see_little_is_told_of_himself(server: Server, session: Session) -> None:
    password = Secret(server.logins["reader"].password or "")
    opened = driver_named("mysql").open(Target("mysql", "", server.host, server.port, "reader", password=password))
    assert [one.name for one in opened.catalog.objects("user")] == ["reader"]
    assert "GRANT" in opened.catalog.properties(opened.catalog.objects("user")[0]).ddl
    opened.close()


def test_no_name_hides_a_password() -> None:
    for name in HOSTILE_NAMES:
        who = f"`{name.replace('`', '``')}`@`%`"
        for hashed in ("BY PASSWORD '*C0FFEE'", "VIA ed25519 USING 'C0FFEE' OR unix_socket", "WITH sha256 AS 'C0FFEE'"):
            told = without_password(f"GRANT USAGE ON *.* TO {who} IDENTIFIED {hashed} REQUIRE SSL WITH GRANT OPTION")
            assert "C0FFEE" not in told
            assert told.startswith(f"GRANT USAGE ON *.* TO {who}")
            assert told.endswith("REQUIRE SSL WITH GRANT OPTION")
