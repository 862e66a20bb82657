"""The generic driver over DB-APIs of several kinds: what each can do is found out, and done."""

import gc
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest

from contract.asking import Answer, rows_of, run, told
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually
from lapwing.domain.connections import Target, TransactionMode, TransactionState
from lapwing.domain.errors import (
    ConnectionLost,
    LoginRefused,
    RequestInvalid,
    StatementCancelled,
    StatementFailed,
    TransactionLost,
)
from lapwing.domain.parameters import ParameterKind, QueryParameter
from lapwing.domain.secrets import Secret
from lapwing.drivers.base import ResultBegan, RowsCame, Session, capabilities_of
from lapwing.drivers.registry import driver_named
from lapwing.engine.running.binding import Binder
from lapwing.sql.dialect import dialect_named

DRIVER: Final = driver_named("generic")


@dataclass(frozen=True)
class Place:
    """A fresh database, how to get there, and what differs there."""

    url: str
    password: Secret | None
    product: str
    schema: str
    endless: str
    numbers: str
    """Many of them in one column."""
    outside: str
    """A statement that some servers refuse in a transaction."""
    number_type: str

    def target(self) -> Target:
        return Target("generic", self.url, password=self.password)

    def open(self) -> Session:
        return DRIVER.open(self.target())


def postgresql_place(server: PostgreSQL, database: str) -> Place:
    login = server.owner
    return Place(
        f"postgresql+psycopg://{login.user}@{server.host}:{server.port}/{database}",
        Secret(login.password or ""),
        "postgresql",
        "public",
        "SELECT pg_sleep(600)",
        "SELECT generate_series(1, 10000000)",
        "VACUUM",
        "INTEGER",
    )


def mariadb_place(server: MariaDB, database: str) -> Place:
    login = server.owner
    return Place(
        f"mysql+pymysql://{login.user}@{server.host}:{server.port}/{database}",
        Secret(login.password or ""),
        "mysql",
        database,
        "SELECT sleep(600)",
        "SELECT seq FROM seq_1_to_300000",  # PyMySQL has to read them all before anything else
        "ALTER TABLE log COMMENT 'x'",
        "INTEGER(11)",
    )


def sqlite_place(folder: Path) -> Place:
    path = folder / "a file.sqlite"
    path.touch()
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n{}) SELECT {} FROM n"
    return Place(
        f"sqlite:///{quote(str(path))}",
        None,
        "sqlite",
        "main",
        numbers.format("", "count(*)"),
        numbers.format(" WHERE i < 10000000", "i"),
        "VACUUM",
        "INTEGER",
    )


@pytest.fixture(params=["mariadb", "postgresql", "sqlite"])
def place(request: pytest.FixtureRequest) -> Place:
    if request.param == "sqlite":
        return sqlite_place(request.getfixturevalue("tmp_path"))
    server = request.getfixturevalue(request.param)
    database = request.getfixturevalue(f"{request.param}_database")
    return mariadb_place(server, database) if request.param == "mariadb" else postgresql_place(server, database)


@pytest.fixture
def session(place: Place) -> Iterator[Session]:
    with closing(place.open()) as opened:
        run(opened, "CREATE TABLE log (id INTEGER PRIMARY KEY, note VARCHAR(40) NOT NULL DEFAULT 'x')")
        yield opened


@pytest.fixture
def other(place: Place) -> Iterator[Session]:
    with closing(place.open()) as opened:
        yield opened


def put(session: Session, number: int, note: str = "a") -> None:
    run(session, f"INSERT INTO log VALUES ({number}, '{note}')")


def count(session: Session) -> str:
    return told(session, "SELECT count(*) FROM log")


def test_a_session_says_what_it_is_and_where(place: Place, session: Session) -> None:
    assert session.product.startswith(place.product)
    assert "SQLAlchemy" in session.product
    assert session.surroundings().schema == place.schema
    assert session.surroundings().isolation
    assert session.transaction() is TransactionState.IDLE
    assert session.is_alive()


def test_a_session_is_asked_whether_it_lives_without_touching_its_transaction(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lapwing.drivers.generic.session._BELIEVED_S", 0.0)
    assert session.is_alive()
    session.begin()
    put(session, 1)
    assert session.is_alive()
    assert (session.transaction(), count(session)) == (TransactionState.OPEN, "1")
    with pytest.raises(StatementFailed):
        run(session, "SELECT * FROM nowhere")
    assert session.is_alive()
    session.rollback()
    assert count(session) == "0"


def test_percent_signs_and_colons_are_no_parameters(session: Session) -> None:
    put(session, 1, "100%s :a %(b)s ::c")
    assert rows_of(session, "SELECT note FROM log WHERE note LIKE '100%'") == [("100%s :a %(b)s ::c",)]


def test_values_go_in_by_the_db_apis_own_marks(session: Session) -> None:
    text = "it's 100% %s ? :b $1 \\"
    values = [QueryParameter("text", text), QueryParameter("n", "7", ParameterKind.NUMBER)]
    binder = Binder(dialect_named("ansi"), capabilities_of(DRIVER, session).parameter_marks, values)
    bound = binder.bound("INSERT INTO log VALUES (:n % 4, :text)")
    run(session, bound.sql, bound.values)
    for sql in (
        "SELECT id, note FROM log WHERE note LIKE '%100%' AND note = :text",
        "SELECT id, note FROM log WHERE id = :n % 4",
        "SELECT id, note FROM log WHERE id = 7 % 4 AND note = @text AND :text = note",
    ):
        bound = binder.bound(sql)
        ((number, note),) = rows_of(session, bound.sql, bound.values)
        assert (int(str(number)), note) == (3, text)


def test_with_automatic_commit_every_statement_lasts_at_once(place: Place, session: Session, other: Session) -> None:
    put(session, 1)
    assert (count(other), session.transaction()) == ("1", TransactionState.IDLE)
    run(session, place.outside)
    assert run(session, "UPDATE log SET note = 'b'").ended.rows_affected == 1  # type: ignore[union-attr]
    with pytest.raises(StatementFailed):
        run(session, "SELECT * FROM nowhere")
    assert (count(session), session.transaction()) == ("1", TransactionState.IDLE)


@pytest.mark.parametrize("ends", ["COMMIT", "ROLLBACK"])
def test_a_transaction_that_a_person_begins_lasts_until_a_person_ends_it(
    session: Session, other: Session, ends: str
) -> None:
    run(session, "BEGIN")
    put(session, 1)
    assert (session.transaction(), count(session), count(other)) == (TransactionState.OPEN, "1", "0")
    run(session, ends)
    expected = "1" if ends == "COMMIT" else "0"
    assert (session.transaction(), count(session), count(other)) == (TransactionState.IDLE, expected, expected)
    put(session, 2)
    assert count(other) == str(int(expected) + 1)


def test_with_manual_commit_a_transaction_lasts_until_commit_or_rollback(session: Session, other: Session) -> None:
    session.mode = TransactionMode.MANUAL
    put(session, 1)
    assert (session.transaction(), count(other)) == (TransactionState.OPEN, "0")
    session.rollback()
    assert (session.transaction(), count(session)) == (TransactionState.IDLE, "0")
    session.rollback()
    put(session, 1)
    session.commit()
    session.commit()
    assert (session.transaction(), count(other)) == (TransactionState.IDLE, "1")


def test_a_failure_leaves_the_transaction_as_the_server_does(place: Place, session: Session) -> None:
    session.begin()
    put(session, 1)
    with pytest.raises(StatementFailed):
        run(session, "SELECT * FROM nowhere")
    failed = place.product == "postgresql"
    assert session.transaction() is (TransactionState.FAILED if failed else TransactionState.OPEN)
    session.rollback()
    assert (session.transaction(), count(session)) == (TransactionState.IDLE, "0")


def test_savepoints_of_any_name_undo_what_came_behind_them(session: Session) -> None:
    for number, name in enumerate(("plain", "Two Words", "a'b\"c`d", "100%s", "select")):
        session.begin()
        session.savepoint(name)
        put(session, number)
        session.roll_back_to_savepoint(name)
        session.release_savepoint(name)
        session.commit()
    assert count(session) == "0"


def test_isolation_levels_are_those_of_the_dialect(session: Session) -> None:
    levels = capabilities_of(DRIVER, session).isolation_levels
    assert "SERIALIZABLE" in levels
    assert "AUTOCOMMIT" not in levels
    for level in levels:
        session.set_isolation(level)
        assert session.surroundings().isolation == level
        put(session, levels.index(level))
    with pytest.raises(RequestInvalid):
        session.set_isolation("NONSENSE")


def test_rows_come_while_there_are_more_and_stop_when_nobody_wants_them(place: Place, session: Session) -> None:
    replies = session.execute(place.numbers)
    assert isinstance(next(replies), ResultBegan)
    first = next(replies)
    assert isinstance(first, RowsCame)
    assert first.rows == [(1,)]
    replies.close()  # type: ignore[attr-defined]
    assert (told(session, "SELECT 7"), session.transaction()) == ("7", TransactionState.IDLE)


def test_a_cancel_reaches_the_server_where_the_db_api_has_one(place: Place, session: Session) -> None:
    can = capabilities_of(DRIVER, session)
    assert can.cancels == (place.product != "mysql")  # PyMySQL has nothing that could
    if not can.cancels:
        session.cancel()
        assert told(session, "SELECT 7") == "7"
        return
    over = threading.Event()

    def cancel() -> None:
        while not over.wait(0.3):  # again where the statement had not begun
            session.cancel()

    cancelling = threading.Thread(target=cancel)
    cancelling.start()
    with pytest.raises(StatementCancelled):
        run(session, place.endless)
    over.set()
    cancelling.join()
    assert (told(session, "SELECT 7"), session.transaction()) == ("7", TransactionState.IDLE)
    session.cancel()
    assert told(session, "SELECT 8") == "8"


def test_relations_are_described_by_the_dialects_inspector(place: Place, session: Session) -> None:
    run(session, "CREATE TABLE note (id INTEGER PRIMARY KEY, log INTEGER REFERENCES log (id), line VARCHAR(9))")
    run(session, "CREATE UNIQUE INDEX by_line ON note (line, id)")
    run(session, "CREATE VIEW seen AS SELECT id FROM note")
    assert [schema.name for schema in session.catalog.schemas() if schema.is_default] == [place.schema]
    relations = [(relation.name, relation.kind) for relation in session.catalog.relations(place.schema)]
    assert relations == [("log", "table"), ("note", "table"), ("seen", "view")]
    details = session.catalog.describe(place.schema, "note")
    assert [(column.name, column.type_name) for column in details.columns] == [
        ("id", place.number_type),
        ("log", place.number_type),
        ("line", "VARCHAR(9)"),
    ]
    assert details.primary_key == ("id",)
    assert [(key.columns, key.table, key.references) for key in details.foreign_keys] == [(("log",), "log", ("id",))]
    assert details.columns[1].references == "log.id"
    assert ("by_line", ("line", "id"), True) in [(one.name, one.columns, one.unique) for one in details.indexes]
    assert details.sql.startswith("CREATE TABLE")
    assert "note" in session.catalog.describe(place.schema, "seen").sql
    for schema, name in ((place.schema, "nowhere"), ("nowhere", "note")):
        with pytest.raises(StatementFailed, match="There is no table or view"):
            session.catalog.describe(schema, name)
    assert session.transaction() is TransactionState.IDLE


def test_reading_the_catalogue_leaves_an_open_transaction_as_it_is(place: Place, session: Session) -> None:
    session.begin()
    put(session, 1)
    with pytest.raises(StatementFailed):
        session.catalog.describe(place.schema, "nowhere")
    assert [relation.name for relation in session.catalog.relations(place.schema)] == ["log"]
    assert (session.transaction(), count(session)) == (TransactionState.OPEN, "1")
    session.rollback()
    assert count(session) == "0"


def test_refusals_have_codes_and_places_and_no_password(place: Place, session: Session) -> None:
    with pytest.raises(StatementFailed) as refused:
        run(session, "SELECT 1,\n  nix FROM log")
    facts = refused.value.facts
    assert "nix" in str(facts["server"])
    if place.product == "postgresql":
        assert (facts["code"], facts["position"], facts["line"]) == ("42703", 12, 2)
    if place.password is not None:
        assert place.password.reveal() not in f"{facts} {session.product} {session.database} {vars(session)}"
        with pytest.raises(StatementFailed) as repeated:
            run(session, f'SELECT * FROM "{place.password.reveal()}"')
        assert place.password.reveal() not in str(repeated.value.facts)


def test_a_wrong_password_is_refused_without_repeating_it(postgresql: PostgreSQL, postgresql_database: str) -> None:
    target = postgresql_place(postgresql, postgresql_database).target()
    with pytest.raises(LoginRefused) as refused:
        DRIVER.open(Target("generic", target.database, password=Secret("canary-wrong")))
    assert "password authentication failed" in str(refused.value)
    assert "canary" not in f"{refused.value} {refused.value.facts}"


# psycopg complains of a cursor that it cannot close any more
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_session_whose_backend_was_ended_is_lost_and_says_so(
    postgresql: PostgreSQL, postgresql_database: str
) -> None:
    place = postgresql_place(postgresql, postgresql_database)
    for in_transaction in (False, True):
        with closing(place.open()) as session:
            if in_transaction:
                session.begin()
            pid = int(told(session, "SELECT pg_backend_pid()"))
            postgresql.ask("SELECT pg_terminate_backend(%s)", [pid])
            eventually(lambda pid=pid: not postgresql.ask("SELECT 1 FROM pg_stat_activity WHERE pid = %s", [pid]))  # type: ignore[misc]
            with pytest.raises(TransactionLost if in_transaction else ConnectionLost) as lost:
                run(session, "SELECT 1")
            assert isinstance(lost.value, TransactionLost) == in_transaction
            assert session.is_lost
            assert not session.is_alive()
            with pytest.raises(ConnectionLost):
                run(session, "SELECT 1")
            del lost
    gc.collect()


def test_results_of_a_postgresql_query_keep_every_digit(postgresql: PostgreSQL, postgresql_database: str) -> None:
    with closing(postgresql_place(postgresql, postgresql_database).open()) as session:
        answer = Answer()
        answer.take_all(
            session.execute(
                "SELECT 1.50::numeric, 'infinity'::float8, true, ARRAY[1.10, NULL], '{\"a\": 1.10}'::text, "
                "interval '1 day 1 second', '\\xff'::bytea, 10::numeric ^ 30"
            )
        )
    assert answer.rows == [
        (
            "1.50",
            float("inf"),
            "true",
            "[1.10, null]",
            '{"a": 1.10}',
            "1 day 00:00:01",
            b"\xff",
            "1000000000000000000000000000000.0000000000000000",
        )
    ]
