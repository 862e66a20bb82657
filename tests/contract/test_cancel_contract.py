"""Cancelling: it ends what runs, soon, and never anything else."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from contract.asking import Answer, numbers_of, rows_of, run, told
from contract.subjects.shape import Subject
from helpers.counts import times
from helpers.waiting import eventually
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import StatementCancelled
from lapwing.drivers.base import PagesCame, ResultBegan, RowsCame, Session


@contextmanager
def cancelled_once(session: Session, when: Callable[[], object]) -> Iterator[None]:
    """Cancel the session from another thread as soon as `when` says so."""

    def cancel() -> None:
        eventually(when)
        session.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    try:
        yield
    finally:
        thread.join()


@contextmanager
def cancelled_after(session: Session, delay_s: float) -> Iterator[None]:
    """Cancel the session from another thread after a moment, whatever it does then."""

    def cancel() -> None:
        time.sleep(delay_s)
        session.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def test_cancel_reaches_the_server_and_the_session_answers_again(subject: Subject, session: Session) -> None:
    with pytest.raises(StatementCancelled), cancelled_once(session, subject.server.is_running):
        run(session, subject.texts.watched)
    eventually(subject.server.is_idle)
    assert told(session, "SELECT 7") == "7"


def test_cancelling_when_nothing_runs_harms_nothing(session: Session) -> None:
    session.cancel()
    assert told(session, "SELECT 7") == "7"
    session.cancel()
    session.cancel()
    assert told(session, "SELECT 8") == "8"


def test_cancel_at_any_moment_ends_the_statement_and_never_hits_the_next(
    subject: Subject, session: Session, chance: random.Random
) -> None:
    queries = [subject.texts.endless, subject.texts.endless_rows, subject.texts.endless]
    for turn in range(times(30, 1_000)):
        delay_s = chance.choice((0, 0.0005, 0.002)) * chance.random()
        with pytest.raises(StatementCancelled), cancelled_after(session, delay_s):
            run_until_cancelled(session, chance.choice(queries))
        assert told(session, "SELECT 7") == "7", turn


def run_until_cancelled(session: Session, sql: str) -> None:
    """An endless statement; when a cancel came before it began, and so was nobody's, another one ends it."""
    over = threading.Event()

    def cancel() -> None:
        while not over.wait(0.05):
            session.cancel()

    cancelling = threading.Thread(target=cancel)
    cancelling.start()
    try:
        run(session, sql)
    finally:
        over.set()
        cancelling.join()


def test_only_a_statement_that_ran_while_cancel_was_called_can_be_cancelled(
    subject: Subject, session: Session, chance: random.Random
) -> None:
    """Many short statements in a row, and one cancel among them: at most the one it met is ended."""
    sql = subject.texts.numbers(300)
    for _ in range(times(30, 1_000)):
        met = _CancelAmongMany(session, chance.random() * 0.003)
        while not met.is_over:
            met.begun += 1
            try:
                assert len(rows_of(session, sql)) == 300
            except StatementCancelled:
                met.hit.append(met.begun)
            met.ended += 1
        assert len(met.hit) <= 1
        assert all(met.first < number <= met.last for number in met.hit), vars(met)


class _CancelAmongMany:
    """One cancel, and the numbers of the statements that it can have met."""

    def __init__(self, session: Session, delay_s: float) -> None:
        self.begun = self.ended = self.first = 0
        self.last = -1
        self.hit: list[int] = []
        self._session = session
        self._delay_s = delay_s
        threading.Thread(target=self._cancel).start()

    def _cancel(self) -> None:
        time.sleep(self._delay_s)
        self.first = self.ended
        self._session.cancel()
        self.last = self.begun

    @property
    def is_over(self) -> bool:
        """Whether three more statements ran after the cancel."""
        return 0 <= self.last < self.ended - 3


def test_cancelling_between_two_reads_of_rows_ends_the_statement(subject: Subject, session: Session) -> None:
    answer = Answer()
    replies = session.execute(subject.texts.endless_rows)
    for _ in range(4):
        answer.take(next(replies))
    session.cancel()
    with pytest.raises(StatementCancelled):
        answer.take_all(replies)
    assert answer.rows
    assert numbers_of(answer.rows) == list(range(1, len(answer.rows) + 1))
    assert told(session, "SELECT 7") == "7"


def test_a_cancel_for_a_statement_whose_replies_were_closed_is_nobodys(subject: Subject, session: Session) -> None:
    replies = session.execute(subject.texts.endless_rows)
    assert isinstance(next(replies), ResultBegan)
    assert isinstance(next(replies), RowsCame | PagesCame)
    replies.close()  # type: ignore[attr-defined]
    session.cancel()
    assert told(session, "SELECT 7") == "7"


def test_a_cancelled_change_leaves_nothing_behind_and_a_lost_transaction_is_told(
    subject: Subject, session: Session, other: Session
) -> None:
    run(session, subject.texts.create_log)
    session.mode = TransactionMode.MANUAL
    run(session, "INSERT INTO log(note) VALUES ('kept')")
    answer = Answer()
    with pytest.raises(StatementCancelled), cancelled_once(session, subject.server.is_running):
        answer.take_all(session.execute(subject.texts.insert_many(10**9)))
    assert session.transaction() is subject.after_cancelled_change
    is_lost = subject.after_cancelled_change is not TransactionState.OPEN
    is_over = subject.after_cancelled_change is TransactionState.IDLE
    assert len(answer.notices) == is_over, "who loses a transaction is told"
    session.rollback() if is_lost else session.commit()
    assert rows_of(other, "SELECT note FROM log") == ([] if is_lost else [("kept",)])


def test_many_threads_may_cancel_at_once(subject: Subject, session: Session) -> None:
    stop = threading.Event()

    def cancel() -> None:
        while not stop.is_set():
            session.cancel()

    threads = [threading.Thread(target=cancel) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(5):
        with pytest.raises(StatementCancelled):
            run(session, subject.texts.endless)
    stop.set()
    for thread in threads:
        thread.join()
    assert told(session, "SELECT 7") == "7"


def test_cancelling_while_the_session_closes_is_safe(subject: Subject, chance: random.Random) -> None:
    for _ in range(times(20, 500)):
        opened = subject.open()
        with cancelled_after(opened, chance.random() * 0.0005):
            opened.close()
