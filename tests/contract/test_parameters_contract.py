"""Values go into statements exactly, and nothing in them is ever read as SQL: every driver, real servers."""

import pytest

from contract.asking import rows_of, run
from contract.subjects.shape import Subject
from lapwing.domain.errors import LapwingError, ReadOnlyRefused, StatementFailed
from lapwing.domain.parameters import ParameterInvalid, ParameterKind, ParameterMissing, QueryParameter
from lapwing.domain.values import Cell, cell_text
from lapwing.drivers.base import Session, capabilities_of
from lapwing.engine.running.binding import Binder
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import Dialect, dialect_named

NUMBER, TEXT, BINARY = ParameterKind.NUMBER, ParameterKind.TEXT, ParameterKind.BINARY
HOSTILE = (
    "'; DROP TABLE log; --",
    "\\'; DROP TABLE log; -- ",
    "''",
    "\\",
    "\\\\'",
    '"',
    "`x`",
    "*/ DROP TABLE log /*",
    "$$ $1 ? :a %s %(a)s",
    "NULL",
    "",
    "  blanks  ",
    "two\nlines\r\n",
    "Grüße 🐦 \u202e",
    "007",
    "1e5",
)


def dialect_of(subject: Subject) -> Dialect:
    return dialect_named(subject.driver.dialect)


def binder(subject: Subject, session: Session, *parameters: QueryParameter) -> Binder:
    return Binder(dialect_of(subject), capabilities_of(subject.driver, session).parameter_marks, parameters)


def ask(subject: Subject, session: Session, sql: str, **values: QueryParameter | str | None) -> list[tuple[Cell, ...]]:
    """The rows of a statement, run with these values."""
    given = [
        value if isinstance(value, QueryParameter) else QueryParameter(name.removeprefix("_"), value)
        for name, value in values.items()
    ]
    bound = binder(subject, session, *given).bound(sql)
    try:
        return rows_of(session, bound.sql, bound.values)
    except LapwingError as error:
        raise bound.explained(error) from error


@pytest.fixture
def log(subject: Subject, session: Session) -> str:
    run(session, subject.texts.create_log)
    return "log"


def test_text_is_stored_as_it_was_typed_whatever_it_looks_like(subject: Subject, session: Session) -> None:
    is_mysql = subject.driver.dialect == "mysql"
    run(session, f"CREATE TABLE said(id integer, note text){' CHARACTER SET utf8mb4' if is_mysql else ''}")
    kinds = (ParameterKind.SERVER, TEXT, ParameterKind.TIME)
    said = [QueryParameter("text", text, kind) for kind in kinds for text in HOSTILE]
    for number, one in enumerate(said):
        run_with(subject, session, f"INSERT INTO said VALUES ({number}, :text)", one)
        found = ask(subject, session, f"SELECT note FROM said WHERE note = :text AND id = {number}", t=one)
        assert found == [(one.value,)]
    assert len(rows_of(session, "SELECT * FROM said")) == len(said)


def test_settings_that_change_how_strings_are_read_let_nothing_out_of_a_value(
    subject: Subject, session: Session
) -> None:
    settings = {
        "mysql": ["SET sql_mode = 'NO_BACKSLASH_ESCAPES'", "SET sql_mode = 'ANSI_QUOTES'"],
        "postgresql": ["SET standard_conforming_strings = off"],
    }.get(subject.driver.dialect)
    if settings is None:
        pytest.skip("There are no such settings here.")
    for setting in settings:
        run(session, setting)
        for text in HOSTILE:
            given = QueryParameter("text", text, TEXT)
            assert ask(subject, session, "SELECT '\\\\', :text, ':text'", t=given)[0][1] == text


def run_with(subject: Subject, session: Session, sql: str, *parameters: QueryParameter) -> None:
    bound = binder(subject, session, *parameters).bound(sql)
    try:
        run(session, bound.sql, bound.values)
    except LapwingError as error:
        raise bound.explained(error) from error


def test_null_the_empty_text_and_the_word_are_three_things(subject: Subject, session: Session) -> None:
    for value in (None, "", "NULL"):
        assert ask(subject, session, "SELECT :value", value=QueryParameter("value", value, TEXT)) == [(value,)]


def test_one_value_fills_every_place_of_its_name(subject: Subject, session: Session) -> None:
    rows = ask(
        subject, session, "SELECT :a, :b, :a -- :c", a=QueryParameter("a", "x", TEXT), b=QueryParameter("b", "y", TEXT)
    )
    assert rows == [("x", "y", "x")]


def test_numbers_are_exact_and_of_the_type_that_their_digits_have(subject: Subject, session: Session) -> None:
    for text in ("0", "-5", "+7", "2147483648", "-9223372036854775808", "9007199254740993", "12.50", "-0.125"):
        (found,), (literal,) = (
            ask(subject, session, "SELECT :n", n=QueryParameter("n", text, NUMBER)),
            rows_of(session, f"SELECT {text.removeprefix('+')}"),
        )
        assert found == literal, text
    sums = ask(subject, session, "SELECT 1-:n", n=QueryParameter("n", "-5", NUMBER))
    assert cell_text(sums[0][0]) == "6"


def test_a_number_says_how_many_rows_there_are_to_be(subject: Subject, session: Session, log: str) -> None:
    for number in range(1, 4):
        run(session, f"INSERT INTO {log}(id, note) VALUES ({number}, 'x')")
    for kind in (NUMBER, ParameterKind.SERVER):
        parameters = {"n": QueryParameter("n", "2", kind), "m": QueryParameter("m", "1", kind)}
        rows = ask(subject, session, f"SELECT id FROM {log} ORDER BY id LIMIT :n OFFSET :m", **parameters)
        assert [cell_text(row[0]) for row in rows] == ["2", "3"]


def test_bytes_are_given_as_digits(subject: Subject, session: Session) -> None:
    kind = "bytea" if subject.driver.dialect == "postgresql" else "blob"
    run(session, f"CREATE TABLE held(number integer, cell {kind})")
    texts = ("0x00FF275C", "\\x00ff275c", "x'00ff275c'", "00 ff 27 5c")
    for number, text in enumerate(texts):
        run_with(subject, session, f"INSERT INTO held VALUES ({number}, :b)", QueryParameter("b", text, BINARY))
    same = ask(subject, session, "SELECT number FROM held WHERE cell = :b", b=QueryParameter("b", texts[0], BINARY))
    assert len(same) == len(texts)
    held = {row[0] for row in rows_of(session, "SELECT cell FROM held")}
    assert held <= {b"\x00\xff'\\", "\\x00ff275c"}, "PostgreSQL writes bytes as text"


def test_what_is_not_of_its_kind_is_refused_without_being_repeated(subject: Subject, session: Session) -> None:
    for kind, texts in {
        NUMBER: ("1; DROP TABLE log", "1 OR 1=1", "NaN", "", "٣", "1_000", "--1", "0x10"),
        BINARY: ("0x0_", "zz", "0x123"),
        ParameterKind.BOOLEAN: ("maybe", ""),
        TEXT: ("\ud800",),
    }.items():
        for text in texts:
            with pytest.raises(ParameterInvalid) as refused:
                ask(subject, session, "SELECT :secret", secret=QueryParameter("secret", text, kind))
            assert not text or text not in str(refused.value)


def test_true_and_false_are_words_for_a_condition(subject: Subject, session: Session) -> None:
    for text, rows in (("yes", 1), ("0", 0)):
        found = ask(subject, session, "SELECT 1 WHERE :b", b=QueryParameter("b", text, ParameterKind.BOOLEAN))
        assert len(found) == rows


def test_a_name_without_a_value_keeps_the_statement_from_being_sent(
    subject: Subject, session: Session, log: str
) -> None:
    with pytest.raises(ParameterMissing) as refused:
        ask(subject, session, f"DELETE FROM {log} WHERE id = :id AND note = :note", id="1")
    assert ":note" in str(refused.value)


def test_an_error_points_to_its_place_in_the_text_as_it_was_written(subject: Subject, session: Session) -> None:
    sql = "SELECT :first_of_all,\n :b\n FROM nowhere_to_be_found WHERE ::"
    with pytest.raises(StatementFailed) as plain:
        run(session, sql.replace(":first_of_all", "'x'").replace(":b", "'y'"))
    with pytest.raises(StatementFailed) as refused:
        ask(subject, session, sql, a=QueryParameter("first_of_all", "'a long value'\n" * 9), b=QueryParameter("b", "2"))
    expected, found = plain.value.facts, refused.value.facts
    assert found["line"] == expected["line"]
    if expected["position"] is not None:
        moved = len(":first_of_all") - 3 + len(":b") - 3
        assert found["position"] == int(str(expected["position"])) + moved


def test_a_parameter_where_none_can_be_is_explained(subject: Subject, session: Session, log: str) -> None:
    with pytest.raises(StatementFailed) as refused:
        ask(subject, session, "SELECT * FROM :table", table="log")
    assert ":table" in refused.value.next_step()


def test_places_without_any_value_are_explained(subject: Subject, session: Session) -> None:
    with pytest.raises(StatementFailed) as refused:
        ask(subject, session, "SELECT 1 WHERE 1 = :id")
    assert ":id" in refused.value.next_step()


def test_what_is_known_of_a_statement_is_the_same_before_and_after(subject: Subject, session: Session) -> None:
    dialect = dialect_of(subject)
    for sql in ("SELECT :a", "DELETE FROM log WHERE id = :a", "WITH x AS (SELECT :a) SELECT * FROM x", "CALL p(:a)"):
        for kind in (ParameterKind.SERVER, TEXT, NUMBER):
            bound = binder(subject, session, QueryParameter("a", "1", kind)).bound(sql)
            assert statement_facts(dialect, bound.sql) == statement_facts(dialect, sql)


def test_a_read_only_session_refuses_a_change_with_values_and_reads_with_them(
    subject: Subject, session: Session
) -> None:
    run(session, subject.texts.create_log)
    if not subject.reads_beside_writers:
        session.close()
    reading = subject.open(read_only=True)
    try:
        assert ask(subject, reading, "SELECT :a", a=QueryParameter("a", "x", TEXT)) == [("x",)]
        with pytest.raises(ReadOnlyRefused):
            run_with(subject, reading, "INSERT INTO log(note) VALUES (:a)", QueryParameter("a", "x"))
    finally:
        reading.close()


def test_a_secret_value_is_not_repeated_in_what_the_server_says(subject: Subject, session: Session) -> None:
    with pytest.raises(StatementFailed) as refused:
        ask(subject, session, "SELECT 1 FROM nowhere WHERE (:password", password="hunter2-of-all")
    assert "hunter2" not in str(refused.value.facts)
