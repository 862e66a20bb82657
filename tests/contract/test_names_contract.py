"""All names of a database at once, as completion needs them: what is there, exactly, and without waiting."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from contract.asking import run
from contract.subjects.shape import Subject
from contract.subjects.sqlite import SqliteSubject
from helpers.lockers import locker
from helpers.names import HOSTILE_NAMES
from lapwing.domain.catalog import ForeignKey
from lapwing.domain.connections import Target, TransactionMode, TransactionState
from lapwing.domain.errors import DatabaseLocked, StatementCancelled
from lapwing.drivers.base import Session, capabilities_of
from lapwing.drivers.registry import driver_named
from lapwing.sql.completion.names import NamedKey, NamedRelation, Names
from lapwing.sql.dialect import dialect_named


def made(subject: Subject, session: Session) -> Names:
    """The names after all that the catalogue's contract describes was made."""
    for sql in dict.fromkeys(sql for case in subject.described for sql in case.ddl):
        run(session, sql)
    return session.catalog.names()


def exactly(names: Names, subject: Subject, name: str) -> NamedRelation:
    (found,) = [each for each in names.relations if (each.schema, each.name) == (subject.schema, name)]
    return found


def test_every_kind_of_relation_is_named_with_its_columns(subject: Subject, session: Session) -> None:
    names = made(subject, session)
    for case in subject.described:
        found = exactly(names, subject, case.name)
        assert found.kind == case.details.relation.kind
        shown = {(column.name, column.type_name) for column in found.columns}
        said = {(column.name, column.type_name) for column in case.details.columns if column.generated != "hidden"}
        assert said <= shown
        assert [column.name for column in found.columns] == [
            column.name for column in case.details.columns if column.name in {name for name, _ in shown}
        ]
        assert names.relation(case.name, subject.schema, is_quoted=True) == found


def test_foreign_keys_are_named_with_all_their_columns(subject: Subject, session: Session) -> None:
    names = made(subject, session)
    for case in subject.described:
        told = {said_of(key) for key in names.keys if (key.schema, key.table) == (subject.schema, case.name)}
        assert told >= {shown_of(key) for key in case.details.foreign_keys if key.references != ("rowid",)}
    run(session, "CREATE TABLE parents(a int, b int, PRIMARY KEY (b, a))")
    run(session, "CREATE TABLE children(x int, y int, z int, FOREIGN KEY (y, x) REFERENCES parents(b, a))")
    place = subject.schema, "children"
    (key,) = [key for key in session.catalog.names().keys if (key.schema, key.table) == place]
    assert key == NamedKey(*place, ("y", "x"), subject.schema, "parents", ("b", "a"))


def said_of(key: NamedKey) -> tuple[object, ...]:
    table = key.to_table if key.to_schema == key.schema else f"{key.to_schema}.{key.to_table}"
    return key.columns, table, key.to_columns


def shown_of(key: ForeignKey) -> tuple[object, ...]:
    return key.columns, key.table, key.references


def test_the_search_path_leads_to_what_was_just_made(subject: Subject, session: Session) -> None:
    run(session, subject.texts.create_log)
    names = session.catalog.names()
    assert subject.schema in names.search_path
    assert {*names.search_path} <= {*names.schemas, "temp"}
    found = names.relation("log")
    assert found is not None
    assert [column.name for column in found.columns] == ["id", "note"]
    assert {schema.name for schema in session.catalog.schemas()} <= {*names.schemas}


def test_tables_and_columns_of_any_name_are_named(subject: Subject, session: Session) -> None:
    quote = dialect_named(subject.driver.dialect).quote_identifier
    wanted = [name for name in HOSTILE_NAMES if subject.can_name(name)][::4]
    session.begin()
    for name in wanted:
        run(session, f"CREATE TABLE {quote(name)} ({quote(name)} int PRIMARY KEY, {quote(name + ' 2')} int)")
    names = session.catalog.names()
    for name in wanted:
        assert [column.name for column in exactly(names, subject, name).columns] == [name, f"{name} 2"]
    session.rollback()
    for name in wanted if not subject.driver.capabilities.transactional_ddl else ():
        run(session, f"DROP TABLE {quote(name)}")


def test_functions_of_the_server_are_named_with_their_arguments(subject: Subject, session: Session) -> None:
    routines = session.catalog.names().routines
    if not any(routine.is_builtin for routine in routines):
        pytest.skip("this server does not tell its own functions")
    found = {len(routine.arguments) for routine in routines if routine.name == "round"}
    assert {1, 2} <= found
    assert all(routine.is_builtin for routine in routines if routine.name == "round")


def test_reading_names_begins_no_transaction_and_sees_the_one_that_is_open(
    subject: Subject, session: Session, other: Session
) -> None:
    session.mode = TransactionMode.MANUAL
    session.catalog.names()
    assert session.transaction() is TransactionState.IDLE
    if not subject.driver.capabilities.transactional_ddl:
        pytest.skip("definitions are no part of a transaction here")
    run(session, subject.texts.create_log)
    assert session.catalog.names().relation("log") is not None
    assert other.catalog.names().relation("log") is None
    session.rollback()


def test_reading_names_gives_way_to_who_wants_the_session(subject: Subject, session: Session) -> None:
    if not capabilities_of(subject.driver, session).own_names:
        pytest.skip("names are read beside sessions here")
    for number in range(200):
        run(session, f"CREATE TABLE many_{number}(a int, b int, c int)")
    with pytest.raises(StatementCancelled):
        session.catalog.names(gives_way=lambda: True)
    assert session.transaction() is TransactionState.IDLE
    assert session.catalog.names().relation("many_7") is not None


def test_a_session_that_only_reads_tells_all_names_too(subject: Subject) -> None:
    session = subject.open()
    run(session, subject.texts.create_log)
    before = session.catalog.names()
    session.close()
    reading = subject.open(read_only=True)
    try:
        names = reading.catalog.names()
    finally:
        reading.close()
    assert names.relation("log") == before.relation("log")
    assert {routine.name for routine in names.routines} == {routine.name for routine in before.routines}


def test_a_sqlite_key_without_columns_means_the_primary_key_and_a_broken_view_has_no_columns(tmp_path: Path) -> None:
    subject = SqliteSubject(tmp_path)
    session = subject.open()
    for sql in (
        "CREATE TABLE parents(a, b, PRIMARY KEY (b, a))",
        "CREATE TABLE children(x, y, FOREIGN KEY (x, y) REFERENCES parents)",
        "CREATE TABLE orphans(x REFERENCES nowhere)",
        "CREATE VIEW broken AS SELECT a FROM nowhere",
        "CREATE TEMP TABLE passing(p)",
        f"ATTACH '{tmp_path / 'database' / 'neighbour.sqlite'}' AS beside",
    ):
        run(session, sql)
    names = session.catalog.names()
    assert names.search_path == ("temp", "main", "beside")
    keys = {(key.table, key.columns, key.to_table, key.to_columns) for key in names.keys}
    assert keys == {("children", ("x", "y"), "parents", ("b", "a"))}
    assert [exactly(names, subject, name).columns == () for name in ("broken", "orphans")] == [True, False]
    assert [found.schema for found in names.relations if found.name == "kept"] == ["beside", "main"]
    passing = names.relation("PASSING")
    assert passing is not None
    assert passing.schema == "temp"
    session.close()
    subject.close()


def test_the_inspector_of_a_dialect_names_relations_columns_and_keys(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "shop.db") as made_by:
        made_by.execute("CREATE TABLE parents(a int, b varchar(20), PRIMARY KEY (a, b))")
        made_by.execute("CREATE TABLE children(x int, y varchar(20), FOREIGN KEY (x, y) REFERENCES parents(a, b))")
        made_by.execute("CREATE VIEW seen AS SELECT x FROM children")
    made_by.close()
    session = driver_named("generic").open(Target("generic", f"sqlite:///{tmp_path / 'shop.db'}"))
    names = session.catalog.names()
    session.close()
    assert [(found.name, found.kind) for found in names.relations] == [
        ("children", "table"),
        ("parents", "table"),
        ("seen", "view"),
    ]
    parents = names.relation("PARENTS")
    assert parents is not None
    assert [(column.name, column.type_name) for column in parents.columns] == [("a", "INTEGER"), ("b", "VARCHAR(20)")]
    (key,) = names.keys
    assert (key.table, key.columns, key.to_table, key.to_columns) == ("children", ("x", "y"), "parents", ("a", "b"))


def test_a_locked_sqlite_file_is_not_waited_for(tmp_path: Path) -> None:
    subject = SqliteSubject(tmp_path)
    session = subject.driver.open(Target("sqlite", str(subject.path), options={"busy_timeout": "3600"}))
    with locker(subject.path) as other:
        other.does("BEGIN EXCLUSIVE")
        with suppress(DatabaseLocked):  # what was read of the file before may be told all the same
            session.catalog.names()
        other.does("ROLLBACK")
        assert session.catalog.names().relation("kept") is not None
    session.close()
    subject.close()


def test_duckdb_names_attached_databases_types_and_macros(tmp_path: Path) -> None:
    session = driver_named("generic").open(Target("generic", "duckdb:///:memory:"))
    for sql in (
        "ATTACH ':memory:' AS beside",
        "CREATE TABLE beside.there(a int)",
        "CREATE TYPE mood AS ENUM ('good', 'bad')",
        "CREATE TABLE here(feeling mood)",
        "COMMENT ON TABLE here IS 'What is here'",
        "COMMENT ON COLUMN here.feeling IS 'Of whom'",
        "CREATE MACRO doubled(x) AS 2 * x",
        "CREATE TEMP TABLE passing(a int)",
    ):
        run(session, sql)
    names = session.catalog.names()
    session.close()
    there, here, passing = names.relation("there", "beside"), names.relation("HERE"), names.relation("passing")
    assert there is not None
    assert passing is not None
    assert here is not None
    assert "beside" in names.schemas
    assert (here.comment, here.columns[0].comment) == ("What is here", "Of whom")
    assert [(found.name, found.kind) for found in names.types] == [("mood", "enum")]
    (doubled,) = [found for found in names.routines if found.name == "doubled"]
    assert (doubled.schema, doubled.arguments, doubled.is_builtin) == ("main", ("x",), False)
    assert "SELECT" in names.keywords
