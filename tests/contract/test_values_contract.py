"""Values come back as they are stored: to the last bit, and none is ever lost."""

import random
import struct

import pytest

from contract.asking import numbers_of, rows_of, run, scalar, told
from contract.subjects.shape import Subject, Value
from lapwing.domain.connections import TransactionMode
from lapwing.domain.errors import StatementFailed
from lapwing.domain.values import Cell, RawText, cell_text, storage_class
from lapwing.drivers.base import Session


def bits(cell: Cell) -> object:
    """What makes two cells the same: the type, and every bit."""
    return (type(cell), struct.pack("<d", cell) if isinstance(cell, float) else cell)


def test_every_value_comes_back_exactly_and_with_its_storage_class(subject: Subject, session: Session) -> None:
    for value in subject.values:
        found = scalar(session, f"SELECT {value.sql}")
        assert bits(found) == bits(value.cell), value
        assert storage_class(found) == value.storage, value


def test_all_values_in_one_row_and_each_in_a_row_of_its_own_come_back_exactly(
    subject: Subject, session: Session
) -> None:
    one = "SELECT " + ", ".join(value.sql for value in subject.values)
    ((row),) = rows_of(session, one)
    assert [bits(cell) for cell in row] == [bits(value.cell) for value in subject.values]
    if not subject.any_in_one_column:
        return
    many = " UNION ALL ".join(f"SELECT {number}, {value.sql}" for number, value in enumerate(subject.values))
    rows = rows_of(session, f"{many} ORDER BY 1")
    assert [bits(cell) for _, cell in rows] == [bits(value.cell) for value in subject.values]


def test_stored_values_come_back_exactly_through_every_way_of_reading(subject: Subject, session: Session) -> None:
    if not subject.any_in_one_column:
        check_stored_in_columns_of_their_own(subject, session)
        return
    run(session, subject.texts.create_any)
    for number, value in enumerate(subject.values):
        run(session, f"INSERT INTO anything VALUES ({number}, {value.sql})")
    wanted = [(number, bits(value.cell)) for number, value in enumerate(subject.values)]
    for sql in (
        "SELECT number, cell FROM anything ORDER BY number",
        "SELECT number, cell FROM anything ORDER BY number -- a comment at the end",
        "/* PRAGMA */ SELECT number, cell FROM anything ORDER BY number;",
        "WITH a AS (SELECT * FROM anything) SELECT number, max(cell) OVER (PARTITION BY number) FROM a ORDER BY number",
        "SELECT * FROM (SELECT number, cell FROM anything UNION ALL SELECT -1, NULL) WHERE number >= 0 ORDER BY 1",
    ):
        assert [(number, bits(cell)) for number, cell in rows_of(session, sql)] == wanted, sql


def check_stored_in_columns_of_their_own(subject: Subject, session: Session) -> None:
    columns = ", ".join(f"{value.sql} AS c{number}" for number, value in enumerate(subject.values))
    run(session, f"CREATE TABLE anything AS SELECT {columns}")
    wanted = [bits(value.cell) for value in subject.values]
    for sql in (
        "SELECT * FROM anything",
        "SELECT * FROM anything -- a comment at the end",
        "WITH a AS (SELECT * FROM anything) SELECT * FROM a",
        "SELECT x.* FROM anything AS x CROSS JOIN (SELECT 1 AS one) AS y",
        "/* INSERT */ SELECT * FROM anything LIMIT 1;",
    ):
        ((row),) = rows_of(session, sql)
        assert [bits(cell) for cell in row] == wanted, sql


def raw_values(subject: Subject) -> list[Value]:
    return [value for value in subject.values if isinstance(value.cell, RawText)]


def eighty(subject: Subject, session: Session, table: str = "eighty") -> list[object]:
    """A table of 80 rows, of which some hold text that is not valid in its encoding; what must come back."""
    raw = raw_values(subject)
    if not raw:
        pytest.skip("this server holds valid text only")
    chance = random.Random(80)
    wanted: list[object] = []
    for number in range(80):
        value = chance.choice(raw) if chance.random() < 0.3 else None
        run(session, f"INSERT INTO {table} VALUES ({number}, {value.sql if value else number + 0.5})")
        wanted.append((subject.said(number), bits(value.cell if value else subject.said(number + 0.5))))
    return wanted


@pytest.mark.parametrize("mode", list(TransactionMode))
def test_no_row_is_lost_because_its_text_is_not_valid(
    subject: Subject, session: Session, mode: TransactionMode
) -> None:
    session.mode = mode
    run(session, subject.texts.create_any.replace("anything", "eighty"))
    wanted = eighty(subject, session)
    assert [(number, bits(cell)) for number, cell in rows_of(session, "SELECT * FROM eighty")] == wanted
    for number in range(80):
        ((cell,),) = rows_of(session, f"SELECT cell FROM eighty WHERE number = {subject.parameter(1)}", (number,))
        assert (subject.said(number), bits(cell)) == wanted[number]
    session.rollback()


def test_invalid_text_in_a_temporary_table_is_read_like_any_other(subject: Subject, session: Session) -> None:
    create = subject.texts.create_any.replace("CREATE TABLE", "CREATE TEMPORARY TABLE").replace("anything", "eighty")
    run(session, create)
    wanted = eighty(subject, session)
    assert [(number, bits(cell)) for number, cell in rows_of(session, "SELECT * FROM eighty")] == wanted


def test_invalid_text_behind_a_million_bytes_of_good_rows_voids_none_of_them(
    subject: Subject, session: Session
) -> None:
    raw = raw_values(subject)
    if not raw:
        pytest.skip("this server holds valid text only")
    numbers = subject.texts.numbers(5_000)
    answer = run(session, f"SELECT i, CASE WHEN i = 4999 THEN {raw[0].sql} ELSE 'good' END FROM ({numbers}) AS n")
    assert answer.began_again == subject.reads_again
    assert answer.rows is not None
    assert numbers_of(answer.rows) == list(range(1, 5_001))
    assert (answer.rows[4_998][1], answer.rows[4_999][1]) == (raw[0].cell, "good")


def test_the_widest_row_may_hold_invalid_text_too(subject: Subject, session: Session) -> None:
    raw = raw_values(subject)
    if not raw:
        pytest.skip("this server holds valid text only")
    for count in (subject.most_columns, subject.most_columns - 3, subject.most_columns - 10):
        wide = subject.texts.wide(count).removesuffix(f"{count - 1} AS c{count - 1}")
        ((row),) = rows_of(session, f"{wide}{raw[0].sql} AS last")
        assert row == (*map(subject.said, range(count - 1)), raw[0].cell)


def test_a_change_that_returns_invalid_text_is_done_once_and_loses_no_row(subject: Subject, session: Session) -> None:
    raw = raw_values(subject)
    if not raw:
        pytest.skip("this server holds valid text only")
    run(session, subject.texts.create_any)
    for number in range(10):
        run(session, f"INSERT INTO anything VALUES ({number}, {raw[0].sql if number % 3 == 1 else repr('good')})")
    answer = run(session, "UPDATE anything SET number = number + 100 RETURNING cell, number")
    assert answer.rows is not None
    assert len(answer.rows) == 10
    assert sum(raw[0].cell in row for row in answer.rows) == 3
    assert answer.ended is not None
    assert answer.ended.rows_affected == 10
    assert told(session, "SELECT min(number) FROM anything") == "100"


def test_text_with_nul_goes_in_and_out_as_a_value_or_is_refused(subject: Subject, session: Session) -> None:
    for text in ("a\0b", "\0", "\0\0a", "🐦\0"):
        if subject.holds_nul:
            assert scalar(session, f"SELECT {subject.parameter(1)}", (text,)) == text
        else:
            with pytest.raises(StatementFailed, match="NUL"):
                scalar(session, f"SELECT {subject.parameter(1)}", (text,))


def test_cells_go_in_as_parameters_and_come_back(subject: Subject, session: Session) -> None:
    row: tuple[Cell, ...] = (None, 0, -(2**63), 2**63 - 1, -0.0, 5e-324, "", "NULL", "🐦", b"", b"\0\xff")
    marks = ", ".join(map(subject.parameter, range(1, len(row) + 1)))
    (found,) = rows_of(session, f"SELECT {marks}", row)
    assert [bits(cell) for cell in found] == [bits(subject.said(cell)) for cell in row]


def test_the_shown_text_of_a_real_reads_back_as_the_same_real(
    subject: Subject, session: Session, chance: random.Random
) -> None:
    for _ in range(300):
        (value,) = struct.unpack("<d", chance.randbytes(8))
        if value != value:
            continue
        cell = scalar(session, subject.texts.real_parameter, (value,))
        assert bits(cell) == bits(subject.said(cell))
        assert struct.pack("<d", float(cell_text(cell))) == struct.pack("<d", value)
