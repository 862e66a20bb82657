"""What a session's catalogue says of the database."""

from dataclasses import replace

import pytest

from contract.asking import run, told
from contract.subjects.shape import Subject, without_sizes
from helpers.counts import times
from helpers.names import HOSTILE_NAMES
from lapwing.domain.catalog import ObjectScope
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import ResultClosed, StatementFailed
from lapwing.drivers.base import Session
from lapwing.sql.dialect import dialect_named


def test_every_kind_of_relation_is_described_exactly(subject: Subject, session: Session) -> None:
    for sql in dict.fromkeys(sql for case in subject.described for sql in case.ddl):
        run(session, sql)
    listed = {relation.name: relation for relation in session.catalog.relations(subject.schema)}
    for case in subject.described:
        assert without_sizes(listed[case.name]) == case.details.relation
        found = session.catalog.describe(subject.schema, case.name)
        assert replace(found, relation=without_sizes(found.relation)) == case.details


def test_the_schema_of_new_tables_is_the_default_one(subject: Subject, session: Session) -> None:
    schemas = session.catalog.schemas()
    assert [schema.name for schema in schemas if schema.is_default] == [subject.schema]


def test_relations_come_by_name_and_the_drivers_own_are_left_out(subject: Subject, session: Session) -> None:
    quote = dialect_named(subject.driver.dialect).quote_identifier
    before = {relation.name for relation in session.catalog.relations(subject.schema)}
    for name in ("Zebra", "apple", "Äpfel", "banana"):
        run(session, f"CREATE TABLE {quote(name)}(a int)")
    names = [relation.name for relation in session.catalog.relations(subject.schema)]
    assert set(names) == before | {"Zebra", "apple", "Äpfel", "banana"}
    assert names.index("apple") < names.index("banana") < names.index("Zebra")


def test_tables_and_columns_of_any_name_can_be_made_listed_described_read_and_dropped(
    subject: Subject, session: Session
) -> None:
    quote = dialect_named(subject.driver.dialect).quote_identifier
    names = [name for name in HOSTILE_NAMES if subject.can_name(name)]
    assert len(names) >= 100
    before = {relation.name for relation in session.catalog.relations(subject.schema)}
    session.begin()
    for name in names:
        run(session, f"CREATE TABLE {quote(name)} ({quote(name)} int PRIMARY KEY, {quote(name + ' 2')} varchar(50))")
        run(session, f"CREATE INDEX {quote('by ' + name)} ON {quote(name)} ({quote(name + ' 2')})")
        run(session, f"INSERT INTO {quote(name)} ({quote(name)}) VALUES (7)")
        answer = run(session, f"SELECT {quote(name)} FROM {quote(subject.schema)}.{quote(name)}")
        assert answer.rows == [(subject.said(7),)]
        assert answer.columns is not None
        assert [column.name for column in answer.columns] == [name]
        if subject.driver.capabilities.column_sources:
            assert [column.source for column in answer.columns] == [name]
    assert {relation.name for relation in session.catalog.relations(subject.schema)} == before | set(names)
    for name in names:
        details = session.catalog.describe(subject.schema, name)
        assert details.relation.name == name
        assert [column.name for column in details.columns] == [name, f"{name} 2"]
        assert details.primary_key == (name,)
        assert (f"by {name}", (f"{name} 2",)) in [(index.name, index.columns) for index in details.indexes]
        run(session, f"DROP TABLE {quote(name)}")
    session.commit()
    assert {relation.name for relation in session.catalog.relations(subject.schema)} == before


def test_a_relation_that_is_not_there_is_told(subject: Subject, session: Session) -> None:
    for name in ("nowhere", "", "'; DROP TABLE kept", "a\0b"):
        with pytest.raises(StatementFailed):
            session.catalog.describe(subject.schema, name)
    for schema in ("nowhere", "", '"', "a\0b"):
        with pytest.raises(StatementFailed):
            session.catalog.describe(schema, "kept")
        assert session.catalog.relations(schema) == []


def test_reading_the_catalogue_begins_no_transaction_and_sees_the_one_that_is_open(
    subject: Subject, session: Session, other: Session
) -> None:
    session.mode = TransactionMode.MANUAL
    session.catalog.relations(subject.schema)
    session.catalog.schemas()
    assert session.transaction() is TransactionState.IDLE
    if not subject.driver.capabilities.transactional_ddl:
        pytest.skip("definitions are no part of a transaction here")
    run(session, subject.texts.create_log)
    assert "log" in [relation.name for relation in session.catalog.relations(subject.schema)]
    assert "log" not in [relation.name for relation in other.catalog.relations(subject.schema)]
    session.rollback()


def test_the_catalogue_can_be_read_between_two_rows_of_a_result(subject: Subject, session: Session) -> None:
    run(session, subject.texts.create_log)
    replies = session.execute(subject.texts.numbers(1_000))
    next(replies)
    next(replies)
    before = session.catalog.relations(subject.schema)
    assert before
    if subject.driver.capabilities.interleaves:
        assert list(replies)
    else:
        with pytest.raises(ResultClosed):
            next(replies)
    assert session.catalog.relations(subject.schema) == before


def test_a_cancel_before_does_not_end_reading_the_catalogue(subject: Subject, session: Session) -> None:
    replies = session.execute(subject.texts.endless_rows)
    next(replies)
    session.cancel()
    replies.close()  # type: ignore[attr-defined]
    assert session.catalog.relations(subject.schema)
    assert told(session, "SELECT 7") == "7"


def test_twenty_thousand_tables_can_be_counted_and_listed(subject: Subject, session: Session) -> None:
    count = times(300, 20_000)
    session.begin()
    for number in range(count):
        run(session, f"CREATE TABLE many_{number}(a int, b int)")
    session.commit()
    assert len(session.catalog.relations(subject.schema)) >= count
    counts = {kind.kind: kind.count for kind in session.catalog.kinds(ObjectScope.SCHEMA, subject.schema)}
    assert counts["table"] == len(session.catalog.objects("table", subject.schema))
    assert len(session.catalog.describe(subject.schema, f"many_{count - 1}").columns) == 2
