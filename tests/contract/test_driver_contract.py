"""What every driver's session does with statements."""

import gc
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.asking import Answer, numbers_of, rows_of, run, told
from contract.subjects.shape import Subject
from helpers.waiting import eventually
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.drivers.base import PagesCame, ResultBegan, RowsCame, Session, StatementEnded
from lapwing.results.layout import ROWS_PER_PAGE
from lapwing.sql.dialect import dialect_named


@pytest.fixture
def log(subject: Subject, session: Session) -> Session:
    """A session on a database with an empty table `log`."""
    run(session, subject.texts.create_log)
    return session


def test_a_query_brings_its_columns_then_its_rows_then_its_end(subject: Subject, session: Session) -> None:
    replies = list(session.execute(subject.texts.numbers(1_000)))
    assert isinstance(replies[0], ResultBegan)
    assert isinstance(replies[-1], StatementEnded)
    assert all(isinstance(reply, RowsCame | PagesCame) for reply in replies[1:-1])
    answer = Answer()
    answer.take_all(replies)
    assert numbers_of(answer.rows) == list(range(1, 1_001))


def test_a_query_without_rows_has_columns_all_the_same(subject: Subject, log: Session) -> None:
    answer = run(log, "SELECT id, note FROM log")
    assert answer.columns is not None
    assert [column.name for column in answer.columns] == ["id", "note"]
    assert answer.rows == []


def test_a_statement_without_a_result_brings_only_its_end(subject: Subject, session: Session) -> None:
    answer = run(session, subject.texts.create_log)
    assert (answer.columns, answer.rows) == (None, None)
    assert answer.ended is not None
    assert answer.ended.rows_affected is None


def test_rows_affected_are_the_statements_own(subject: Subject, log: Session) -> None:
    def affected(sql: str) -> int | None:
        ended = run(log, sql).ended
        assert ended is not None
        return ended.rows_affected

    assert affected("INSERT INTO log(note) VALUES ('a'), ('b'), ('c')") == 3
    assert affected("SELECT * FROM log") is None
    assert affected("UPDATE log SET note = 'x' WHERE id > 1") == 2
    assert affected("UPDATE log SET note = 'x' WHERE id > 100") == 0
    assert affected("DELETE FROM log WHERE id = 1") == 1
    assert affected("DELETE FROM log WHERE id = 1") == 0
    assert affected(subject.texts.returning) == 1
    assert affected("DELETE FROM log") == 3
    assert affected("DROP TABLE log") is None


def test_a_statement_that_changes_data_may_have_rows_too(subject: Subject, log: Session) -> None:
    answer = run(log, subject.texts.returning)
    assert answer.rows == [("returned",)]
    assert rows_of(log, "SELECT note FROM log") == [("returned",)]


def test_only_what_changes_the_catalogue_says_so(subject: Subject, session: Session) -> None:
    def changed(sql: str) -> bool:
        ended = run(session, sql).ended
        assert ended is not None
        return ended.schema_changed

    assert changed(subject.texts.create_log)
    assert not changed("INSERT INTO log(note) VALUES ('create')")
    assert not changed("SELECT 'DROP TABLE log'")
    assert changed("CREATE INDEX by_note ON log(note)")
    assert changed(f"/* first */ {subject.texts.drop_index}")
    assert changed("DROP TABLE log")


@pytest.mark.parametrize(
    "script",
    [
        "INSERT INTO log(note) VALUES ('a'); INSERT INTO log(note) VALUES ('b')",
        "INSERT INTO log(note) VALUES ('a');;;INSERT INTO log(note) VALUES ('b');",
        "INSERT INTO log(note) VALUES (';'); -- ;\nDROP TABLE log",
        "SELECT 1; DROP TABLE log",
        "SELECT ';' /* ; */; /* ; */ DELETE FROM log",
        "INSERT INTO log(note) VALUES ('a');\nnonsense",
    ],
)
def test_several_statements_are_refused_and_none_of_them_runs(log: Session, script: str) -> None:
    run(log, "INSERT INTO log(note) VALUES ('before')")
    with pytest.raises(StatementFailed) as refused:
        run(log, script)
    assert isinstance(refused.value.facts["position"], int)
    assert script[refused.value.facts["position"] :].startswith(("INSERT", "DROP", "DELETE", "nonsense"))
    assert rows_of(log, "SELECT note FROM log") == [("before",)]


@pytest.mark.parametrize(
    "sql", ["SELECT 7;", ";;SELECT 7;;\n; -- end", "/* a;b */ SELECT /* ; */ 7 -- ; 8", "\n\nSELECT\n7"]
)
def test_terminators_blanks_and_comments_around_one_statement_are_nothing(session: Session, sql: str) -> None:
    assert told(session, sql) == "7"


@pytest.mark.parametrize("sql", ["", " ", ";", "-- nothing", "/* nothing */", "\n;;\n"])
def test_nothing_to_run_is_run_without_a_result(session: Session, sql: str) -> None:
    answer = run(session, sql)
    assert (answer.columns, answer.ended) == (None, StatementEnded())


def test_no_text_runs_two_statements(subject: Subject, log: Session) -> None:
    """Whatever a text is made of: either one statement of it has run, or none."""

    @given(st.lists(st.sampled_from(subject.smuggled), max_size=9))
    def check(pieces: Sequence[str]) -> None:
        run(log, "DELETE FROM log")
        try:
            run(log, "".join(pieces))
        except LapwingError:
            allowed = {"0"}
        else:
            allowed = {"0", "1"}
        log.rollback()
        assert told(log, "SELECT count(*) FROM log") in allowed

    check()


@pytest.mark.parametrize("good", [0, 1, ROWS_PER_PAGE - 1, ROWS_PER_PAGE, ROWS_PER_PAGE + 1, 9_999])
def test_rows_before_an_error_are_kept(subject: Subject, session: Session, good: int) -> None:
    answer = Answer()
    with pytest.raises(StatementFailed):
        answer.take_all(session.execute(subject.texts.fails_after(good)))
    kept = numbers_of(answer.rows or [])
    assert kept == list(range(1, len(kept) + 1))
    lost = 0 if good < subject.bulk_rows else subject.lost_rows
    assert good - lost <= len(kept) <= good
    assert answer.ended is None
    assert told(session, "SELECT 7") == "7"


def test_refusals_say_where_and_why(subject: Subject, log: Session) -> None:
    for failing in subject.failing:
        with pytest.raises(StatementFailed) as refused:
            run(log, failing.sql)
        facts = refused.value.facts
        assert failing.says in str(facts["server"]), failing
        assert (facts["position"], facts["code"]) == (failing.position, failing.code), failing
        if failing.position is not None:
            assert facts["line"] == failing.sql.count("\n", 0, failing.position) + 1
        assert told(log, "SELECT 7") == "7"


def test_closing_the_replies_early_ends_the_statement(subject: Subject, log: Session) -> None:
    for _ in range(3):
        replies = log.execute(subject.texts.endless_rows)
        assert isinstance(next(replies), ResultBegan)
        assert isinstance(next(replies), RowsCame | PagesCame)
        replies.close()  # type: ignore[attr-defined]
        assert list(replies) == []
        eventually(subject.server.is_idle)
        run(log, "INSERT INTO log(note) VALUES ('free')")
    run(log, "DROP TABLE log")


def test_forgetting_the_replies_ends_the_statement_too(subject: Subject, log: Session) -> None:
    run(log, subject.texts.insert_many(500))
    replies = log.execute("SELECT * FROM log")
    next(replies)
    next(replies)
    del replies
    gc.collect()
    run(log, "DROP TABLE log")


def test_a_statement_that_changes_data_is_done_whole_though_its_rows_are_not_read(
    subject: Subject, log: Session, other: Session
) -> None:
    replies = log.execute(subject.texts.returning)
    next(replies)
    replies.close()  # type: ignore[attr-defined]
    assert told(other, "SELECT count(*) FROM log") == "1"


def test_names_of_columns_may_repeat_and_be_empty(subject: Subject, session: Session) -> None:
    quote = dialect_named(subject.driver.dialect).quote_identifier
    names = ["a", "a", "A", *filter(subject.can_name, [" "])]
    cells = ", ".join(f"{number} AS {quote(name)}" for number, name in enumerate(names))
    answer = run(session, f"SELECT {cells}")
    assert answer.columns is not None
    assert [column.name for column in answer.columns] == names
    assert answer.rows == [tuple(map(subject.said, range(len(names))))]


def test_as_many_columns_as_the_server_can_give(subject: Subject, session: Session) -> None:
    count = subject.most_columns
    answer = run(session, subject.texts.wide(count))
    assert answer.columns is not None
    assert [column.name for column in answer.columns] == [f"c{number}" for number in range(count)]
    assert answer.rows == [tuple(map(subject.said, range(count)))]
    if subject.limits_columns:
        with pytest.raises(StatementFailed):
            run(session, subject.texts.wide(count + 1))


def test_a_column_says_where_it_comes_from(subject: Subject, log: Session) -> None:
    answer = run(log, "SELECT id AS number, note, 1 + 1 AS two FROM log")
    assert answer.columns is not None
    if subject.driver.capabilities.column_sources:
        assert [column.source for column in answer.columns] == ["id", "note", ""]
        assert [column.table for column in answer.columns] == [f"{subject.schema}.log", f"{subject.schema}.log", ""]
    assert answer.columns[0].is_numeric
    assert not answer.columns[1].is_numeric


def test_a_statement_may_have_several_results(subject: Subject, log: Session, other: Session) -> None:
    if not subject.texts.several:
        pytest.skip("statements have one result here")
    *prepared, several = subject.texts.several
    for sql in prepared:
        run(log, sql)
    answer = run(log, several)
    assert [list(rows) for rows in answer.earlier] == [[(subject.said(1),)], []]
    assert answer.rows == [("a",), ("b",)]
    assert answer.ended is not None
    assert answer.ended.rows_affected == subject.texts.several_affected
    replies = log.execute(several)
    assert isinstance(next(replies), ResultBegan)
    replies.close()  # type: ignore[attr-defined]
    assert told(other, "SELECT count(*) FROM log") == "2", "what changes something is done whole, though nobody reads"


def test_a_fresh_session_is_idle_and_says_what_it_is(subject: Subject, session: Session) -> None:
    assert session.transaction() is TransactionState.IDLE
    assert session.product.startswith(subject.product)
    assert not session.is_read_only
    assert session.database


def test_closing_twice_is_closing_once(subject: Subject) -> None:
    opened = subject.open()
    opened.close()
    opened.close()
    opened.cancel()
