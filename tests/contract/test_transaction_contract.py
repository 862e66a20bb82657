"""Transactions: what lasts, what is undone, and what the session says about it."""

import pytest

from contract.asking import Answer, rows_of, run, told
from contract.subjects.shape import Subject
from helpers.names import HOSTILE_NAMES
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import StatementFailed
from lapwing.drivers.base import Session, capabilities_of

IDLE, OPEN = TransactionState.IDLE, TransactionState.OPEN


@pytest.fixture
def log(subject: Subject, session: Session) -> Session:
    """A session on a database with an empty table `log`."""
    run(session, subject.texts.create_log)
    return session


def put(session: Session, note: str) -> None:
    run(session, f"INSERT INTO log(note) VALUES ('{note}')")


def notes(session: Session) -> list[object]:
    return [row[0] for row in rows_of(session, "SELECT note FROM log ORDER BY id")]


def test_with_automatic_commit_every_statement_lasts_at_once(log: Session, other: Session) -> None:
    put(log, "a")
    assert log.transaction() is IDLE
    assert notes(other) == ["a"]


def test_a_transaction_that_a_person_begins_lasts_until_a_person_ends_it(log: Session, other: Session) -> None:
    run(log, "BEGIN")
    assert log.transaction() is OPEN
    put(log, "a")
    assert (notes(log), notes(other)) == (["a"], [])
    run(log, "ROLLBACK")
    assert (log.transaction(), notes(log)) == (IDLE, [])
    run(log, "BEGIN")
    put(log, "b")
    run(log, "COMMIT")
    assert (log.transaction(), notes(other)) == (IDLE, ["b"])


def test_with_manual_commit_the_first_statement_begins_a_transaction(log: Session, other: Session) -> None:
    log.mode = TransactionMode.MANUAL
    assert log.transaction() is IDLE
    put(log, "a")
    put(log, "b")
    assert log.transaction() is OPEN
    assert notes(other) == []
    log.commit()
    assert (log.transaction(), notes(other)) == (IDLE, ["a", "b"])
    run(log, "DELETE FROM log")
    log.rollback()
    assert (log.transaction(), notes(log)) == (IDLE, ["a", "b"])


def test_with_manual_commit_reading_begins_a_transaction_too(log: Session) -> None:
    log.mode = TransactionMode.MANUAL
    assert notes(log) == []
    assert log.transaction() is OPEN
    log.rollback()


def test_what_a_person_writes_about_transactions_is_obeyed_with_manual_commit_too(log: Session, other: Session) -> None:
    log.mode = TransactionMode.MANUAL
    run(log, "BEGIN")
    put(log, "a")
    run(log, "COMMIT")
    assert (log.transaction(), notes(other)) == (IDLE, ["a"])


def test_commit_and_rollback_without_a_transaction_do_nothing(log: Session) -> None:
    log.commit()
    log.rollback()
    log.begin()
    assert log.transaction() is OPEN
    log.rollback()
    assert log.transaction() is IDLE


def test_definitions_are_undone_with_the_rest_where_the_server_can(subject: Subject, session: Session) -> None:
    if not subject.driver.capabilities.transactional_ddl:
        pytest.skip("definitions are no part of a transaction here")
    session.mode = TransactionMode.MANUAL
    run(session, subject.texts.create_log)
    put(session, "a")
    session.rollback()
    with pytest.raises(StatementFailed):
        notes(session)


def test_closing_a_session_rolls_its_transaction_back(subject: Subject, log: Session) -> None:
    closing = subject.open()
    closing.mode = TransactionMode.MANUAL
    put(closing, "lost")
    closing.close()
    assert notes(log) == []
    put(log, "free")


def test_closing_in_the_midst_of_reading_rolls_back_too(subject: Subject, log: Session) -> None:
    closing = subject.open()
    run(closing, "BEGIN")
    put(closing, "lost")
    replies = closing.execute(subject.texts.endless_rows)
    next(replies)
    next(replies)
    closing.close()
    assert notes(log) == []
    put(log, "free")


def test_an_error_inside_a_transaction_leaves_it_as_the_server_does(subject: Subject, log: Session) -> None:
    log.mode = TransactionMode.MANUAL
    put(log, "a")
    with pytest.raises(StatementFailed):
        run(log, "SELECT * FROM nowhere")
    assert log.transaction() is subject.after_error
    log.rollback()
    assert notes(log) == []


def test_a_commit_that_is_refused_leaves_the_transaction_as_the_server_does(
    subject: Subject, session: Session, other: Session
) -> None:
    if not subject.texts.deferred:
        pytest.skip("every constraint is checked at once here")
    for sql in subject.texts.deferred:
        run(session, sql)
    with pytest.raises(StatementFailed):
        session.commit()
    assert session.transaction() is subject.after_refused_commit
    if subject.after_refused_commit is IDLE:
        assert told(other, "SELECT count(*) FROM child") == "0"
        for sql in subject.texts.deferred[-2:]:
            run(session, sql)
    with pytest.raises(StatementFailed):
        run(session, "COMMIT")
    assert session.transaction() is subject.after_refused_commit
    if subject.after_refused_commit is IDLE:
        for sql in subject.texts.deferred[-2:]:
            run(session, sql)
    run(session, "INSERT INTO parent VALUES (7)")
    session.commit()
    assert session.transaction() is IDLE
    assert told(other, "SELECT count(*) FROM child") == "1"


def test_a_statement_in_a_transaction_that_ends_it_is_told(subject: Subject, log: Session) -> None:
    if not subject.texts.rolled_back_by:
        pytest.skip("no statement of this server ends a transaction by failing")
    put(log, "a")
    for sql in subject.texts.rolls_back:
        run(log, sql)
    run(log, "BEGIN")
    put(log, "b")
    answer = Answer()
    with pytest.raises(StatementFailed):
        answer.take_all(log.execute(subject.texts.rolled_back_by))
    assert (log.transaction(), notes(log)) == (IDLE, ["a"])
    assert len(answer.notices) == 1


def test_savepoints_of_any_name_can_be_set_gone_back_to_and_released(subject: Subject, log: Session) -> None:
    if not capabilities_of(subject.driver, log).savepoints:
        pytest.skip("the server knows no savepoints")
    for name in filter(subject.can_name, HOSTILE_NAMES):
        check_savepoint(subject, log, name)
        run(log, "DELETE FROM log")


def check_savepoint(subject: Subject, log: Session, name: str) -> None:
    log.begin()
    put(log, "a")
    log.savepoint(name)
    put(log, "b")
    log.roll_back_to_savepoint(name)
    assert notes(log) == ["a"]
    put(log, "c")
    log.release_savepoint(name)
    with pytest.raises(StatementFailed):
        log.roll_back_to_savepoint(name)
    log.rollback() if subject.after_error is TransactionState.FAILED else log.commit()
    assert notes(log) == ([] if subject.after_error is TransactionState.FAILED else ["a", "c"])


def test_savepoints_nest(subject: Subject, log: Session) -> None:
    if not capabilities_of(subject.driver, log).savepoints:
        with pytest.raises(StatementFailed):
            log.savepoint("s")
        return
    names = ["s" if subject.savepoints_share_names else f"s{number}" for number in range(30)]
    log.begin()
    for number, name in enumerate(names):
        log.savepoint(name)
        put(log, str(number))
    for name in names[:19:-1]:
        log.roll_back_to_savepoint(name)
        log.release_savepoint(name)
    log.commit()
    assert notes(log) == [str(number) for number in range(20)]


def test_a_savepoint_that_no_server_can_name_is_refused(log: Session) -> None:
    with pytest.raises(StatementFailed):
        log.savepoint("a\0b")
    assert log.transaction() is IDLE
