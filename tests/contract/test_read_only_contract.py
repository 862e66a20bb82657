"""A read-only session changes nothing, whatever is tried, and reads everything."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from contract.asking import rows_of, run, scalar
from contract.subjects.shape import Subject, without_sizes
from lapwing.domain.catalog import CatalogObject
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import LapwingError, OpeningFailed, ReadOnlyRefused, StatementFailed
from lapwing.domain.values import RawText
from lapwing.drivers.base import Session, capabilities_of


@pytest.fixture
def reader(subject: Subject) -> Iterator[Session]:
    """A read-only session."""
    opened = subject.open(read_only=True)
    yield opened
    opened.close()


def test_every_trick_is_refused_and_changes_nothing(subject: Subject, reader: Session) -> None:
    before = subject.server.fingerprint()
    for name, sql in subject.writes.items():
        with pytest.raises((ReadOnlyRefused, StatementFailed)) as refused:
            run(reader, sql)
        says = str(refused.value)
        assert "read-only" in says or subject.refuses_anyway(says), name
        assert subject.server.fingerprint() == before, name
    with pytest.raises(ReadOnlyRefused):
        run(reader, "INSERT INTO kept(note) VALUES ('still refused')")


@pytest.mark.parametrize("mode", list(TransactionMode))
def test_tricks_inside_a_transaction_are_refused_too(subject: Subject, reader: Session, mode: TransactionMode) -> None:
    before = subject.server.fingerprint()
    reader.mode = mode
    for sql in subject.writes.values():
        reader.begin()
        with pytest.raises((ReadOnlyRefused, StatementFailed)):
            run(reader, sql)
        if reader.transaction() is not TransactionState.OPEN:
            reader.rollback()
            reader.begin()
        if capabilities_of(subject.driver, reader).savepoints:
            reader.savepoint("s")
        with pytest.raises((ReadOnlyRefused, StatementFailed)):
            run(reader, sql)
        reader.rollback() if reader.transaction() is TransactionState.FAILED else reader.commit()
    assert subject.server.fingerprint() == before


def test_an_explained_change_is_harmless_or_refused(subject: Subject, reader: Session) -> None:
    before = subject.server.fingerprint()
    for sql in subject.writes.values():
        for explain in ("EXPLAIN ", "EXPLAIN QUERY PLAN ", "EXPLAIN ANALYZE "):
            try:
                run(reader, explain + sql)
            except LapwingError:
                continue
    assert subject.server.fingerprint() == before


def test_everything_that_reads_is_allowed(subject: Subject, reader: Session) -> None:
    for sql in subject.reads:
        assert run(reader, sql).columns, sql
        assert run(reader, f"/* DELETE */ {sql} -- DROP").columns, sql
        reader.mode = TransactionMode.MANUAL
        assert run(reader, sql).columns, sql
        reader.rollback()
        reader.mode = TransactionMode.AUTO


def test_the_catalogue_can_be_read(subject: Subject) -> None:
    with closing(subject.open()) as session:
        for sql in dict.fromkeys(sql for case in subject.described for sql in case.ddl):
            run(session, sql)
    with closing(subject.open(read_only=True)) as reader:
        assert reader.catalog.schemas()
        for case in subject.described:
            found = reader.catalog.describe(subject.schema, case.name)
            assert replace(found, relation=without_sizes(found.relation)) == case.details
            kind = found.relation.kind
            assert reader.catalog.properties(CatalogObject(kind, subject.schema, case.name)).sections


def test_values_can_be_read_also_those_that_are_read_twice(subject: Subject, reader: Session) -> None:
    for value in subject.values:
        assert scalar(reader, f"SELECT {value.sql}") == value.cell
    assert subject.valid_text_only or any(isinstance(value.cell, RawText) for value in subject.values)


def test_transactions_and_savepoints_may_be_used_for_reading(subject: Subject, reader: Session) -> None:
    reader.begin()
    if capabilities_of(subject.driver, reader).savepoints:
        reader.savepoint("a")
        assert rows_of(reader, "SELECT note FROM kept") == [("a",)]
        reader.roll_back_to_savepoint("a")
        reader.release_savepoint("a")
    assert rows_of(reader, "SELECT note FROM kept") == [("a",)]
    reader.commit()


def test_it_says_that_it_is_read_only(reader: Session) -> None:
    assert reader.is_read_only


def test_it_sees_what_others_commit(subject: Subject, session: Session) -> None:
    if not subject.reads_beside_writers:
        with pytest.raises(OpeningFailed, match="different configuration"):
            subject.open(read_only=True)
        return
    with closing(subject.open(read_only=True)) as reader:
        run(session, "INSERT INTO kept(note) VALUES ('new')")
        assert rows_of(reader, "SELECT note FROM kept ORDER BY id") == [("a",), ("new",)]
