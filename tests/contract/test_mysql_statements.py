"""What MariaDB and MySQL do that others do not: several results, warnings, commits of their own, packets of 16 MB."""

import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from contract.asking import Answer, rows_of, run, told
from contract.mysql_ways import Server, encrypted, in_clear, open_as, target
from contract.test_cancel_contract import cancelled_once
from helpers.waiting import eventually
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import (
    ConnectionLost,
    LapwingError,
    ReadOnlyRefused,
    RequestInvalid,
    StatementCancelled,
    StatementFailed,
    TransactionLost,
    TransactionOpen,
)
from lapwing.domain.values import LongCell
from lapwing.drivers.base import ResultBegan, Session
from lapwing.drivers.mysql.packets import ServerRefused
from lapwing.drivers.registry import driver_named
from lapwing.results.mysql_rows import MYSQL_ROWS
from lapwing.results.source import FileRowSource
from lapwing.results.writer import ResultWriter

IDLE, OPEN = TransactionState.IDLE, TransactionState.OPEN
MB16 = 1 << 24


@pytest.fixture
def database(either: Server) -> Iterator[str]:
    name = either.create_database(charset="utf8mb4")
    yield name
    either.drop_database(name)


@pytest.fixture
def session(either: Server, database: str) -> Iterator[Session]:
    with closing(open_in(either, database)) as opened:
        run(opened, "CREATE TABLE log (id int AUTO_INCREMENT PRIMARY KEY, note varchar(100))")
        yield opened


@pytest.fixture
def other(either: Server, session: Session, database: str) -> Iterator[Session]:
    with closing(open_in(either, database)) as opened:
        yield opened


def open_in(either: Server, database: str, user: str = "lapwing", *, read_only: bool = False) -> Session:
    return driver_named("mysql").open(target(either, user, in_clear(either), database=database, read_only=read_only))


def count(session: Session) -> str:
    return told(session, "SELECT count(*) FROM log")


# what is said beside the answer


def test_warnings_are_told_with_their_numbers(session: Session) -> None:
    run(session, "SET sql_mode = ''")
    answer = run(session, "INSERT INTO log(id, note) VALUES ('7x', 'a')")
    assert len(answer.notices) == 1
    assert "(1265)" in answer.notices[0] or "(1366)" in answer.notices[0]
    assert run(session, "SELECT 1").notices == ()


def test_a_flood_of_warnings_is_told_in_part_and_counted(session: Session) -> None:
    run(session, "SET sql_mode = ''")
    if session.product.startswith("MariaDB"):
        run(session, "SET max_error_count = 65535")
    rows = ", ".join(["('7x', 'a')"] * 300).replace("'7x'", "NULLIF('7x', '') + 0")
    answer = run(session, f"INSERT INTO log(id, note) VALUES {rows} ON DUPLICATE KEY UPDATE note = 'b'")
    warnings = [notice for notice in answer.notices if "(1292)" in notice]
    assert len(warnings) == 64
    assert "more warnings" in answer.notices[-1]


def test_what_the_server_counted_is_told(session: Session) -> None:
    assert run(session, "INSERT INTO log(note) VALUES ('a'), ('b')").notices[0].startswith("Records: 2")
    answer = run(session, "UPDATE log SET note = 'a'")
    assert answer.notices[0].startswith("Rows matched: 2  Changed: 1")
    assert answer.ended is not None
    assert answer.ended.rows_affected == 1, "as the server counts: rows that are another now"


def test_an_error_tells_what_the_server_says_more_about_it(session: Session) -> None:
    with pytest.raises(StatementFailed) as refused:
        run(session, "CREATE TABLE child (a int, FOREIGN KEY (a) REFERENCES nowhere (b)) ENGINE=InnoDB")
    facts = refused.value.facts
    assert facts["detail"] if str(facts["code"]).startswith("1005") else "nowhere" in str(facts["server"])


# several results


def test_a_procedure_gives_all_its_results_with_their_own_columns(session: Session) -> None:
    run(
        session,
        "CREATE PROCEDURE p(INOUT total int) BEGIN SELECT 1 AS a; SELECT 'x' AS b, 2 AS c WHERE false;"
        " INSERT INTO log(note) VALUES ('p'); SELECT id, note FROM log; SET total = total + 1; END",
    )
    run(session, "SET @total = 41")
    began = [reply for reply in session.execute("CALL p(@total)") if isinstance(reply, ResultBegan)]
    assert [[column.name for column in reply.columns] for reply in began] == [["a"], ["b", "c"], ["id", "note"]]
    assert {reply.codec for reply in began} == {MYSQL_ROWS}
    assert told(session, "SELECT @total") == "42"


def test_an_error_between_two_results_is_told_behind_the_rows_before_it(session: Session) -> None:
    run(session, "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT * FROM nowhere; SELECT 2; END")
    answer = Answer()
    with pytest.raises(StatementFailed, match="nowhere"):
        answer.take_all(session.execute("CALL p()"))
    assert answer.rows == [("1",)]
    assert told(session, "SELECT 7") == "7"


def test_a_procedure_nobody_reads_is_done_whole_and_one_that_is_cancelled_is_not(session: Session) -> None:
    run(
        session,
        "CREATE PROCEDURE p(works bool) BEGIN SELECT 1; IF works THEN SELECT count(*) INTO @b FROM"
        " information_schema.collations a, information_schema.collations b, information_schema.collations c,"
        " information_schema.collations d WHERE a.id + b.id + c.id + d.id <> 7; END IF;"
        " INSERT INTO log(note) VALUES ('p'); END",
    )
    replies = session.execute("CALL p(0)")
    next(replies)
    replies.close()  # type: ignore[attr-defined]
    assert count(session) == "1"
    answer = Answer()
    replies = session.execute("CALL p(1)")
    for _ in range(2):
        answer.take(next(replies))
    session.cancel()
    with pytest.raises(StatementCancelled):
        answer.take_all(replies)
    assert count(session) == "1"


def test_several_statements_are_refused_by_the_server_itself(either: Server, session: Session) -> None:
    """Not only by our splitter: the protocol was asked for one statement a message."""
    with pytest.raises(ServerRefused, match="1064"):
        session.link.ask("SELECT 1; DROP TABLE log")  # type: ignore[attr-defined]


def test_the_server_may_be_willing_to_take_files_and_still_gets_none(session: Session, tmp_path: Path) -> None:
    secret = tmp_path / "canary.txt"
    secret.write_text("canary\n")
    with pytest.raises(StatementFailed):
        run(session, f"LOAD DATA LOCAL INFILE '{secret}' INTO TABLE log (note)")
    assert count(session) == "0"
    assert not session.is_lost


# transactions


def test_definitions_commit_and_that_is_told(session: Session, other: Session) -> None:
    run(session, "BEGIN")
    run(session, "INSERT INTO log(note) VALUES ('a')")
    answer = run(session, "CREATE TABLE another (a int)")
    assert [notice for notice in answer.notices if "committed the transaction" in notice]
    assert (session.transaction(), count(other)) == (IDLE, "1")
    run(session, "BEGIN")
    run(session, "INSERT INTO log(note) VALUES ('b')")
    answer = Answer()
    with pytest.raises(StatementFailed):
        answer.take_all(session.execute("CREATE TABLE another (a int)"))
    assert [notice for notice in answer.notices if "committed the transaction" in notice]
    assert (session.transaction(), count(other)) == (IDLE, "2")


def test_a_second_begin_commits_the_first_transaction_and_that_is_told(session: Session, other: Session) -> None:
    run(session, "BEGIN")
    run(session, "INSERT INTO log(note) VALUES ('a')")
    answer = run(session, "START TRANSACTION")
    assert [notice for notice in answer.notices if "committed the transaction" in notice]
    assert (session.transaction(), count(other)) == (OPEN, "1")
    with pytest.raises(TransactionOpen):
        session.begin()
    session.rollback()


def test_with_manual_commit_definitions_begin_no_transaction(session: Session) -> None:
    session.mode = TransactionMode.MANUAL
    assert run(session, "CREATE TABLE another (a int)").notices == ()
    assert session.transaction() is IDLE
    run(session, "SET @a = 1")
    assert session.transaction() is IDLE


def test_a_deadlock_takes_the_whole_transaction_with_it_and_that_is_told(session: Session, other: Session) -> None:
    run(session, "INSERT INTO log(id, note) VALUES (1, 'a'), (2, 'b')")
    for one, key in ((session, 1), (other, 2)):
        run(one, "BEGIN")
        run(one, f"UPDATE log SET note = 'x' WHERE id = {key}")
    answers = {session: Answer(), other: Answer()}
    errors: list[LapwingError] = []

    def cross(one: Session, key: int) -> None:
        try:
            answers[one].take_all(one.execute(f"UPDATE log SET note = 'y' WHERE id = {key}"))
        except LapwingError as error:
            errors.append(error)

    threads = [threading.Thread(target=cross, args=pair) for pair in ((session, 2), (other, 1))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    (error,) = errors
    assert str(error.facts["code"]).startswith("1213")
    loser = session if not answers[session].ended else other
    assert loser.transaction() is IDLE
    assert [notice for notice in answers[loser].notices if "rolled back the whole transaction" in notice]
    assert (other if loser is session else session).transaction() is OPEN
    session.rollback()
    other.rollback()


def test_waiting_for_a_lock_too_long_undoes_the_statement_alone(session: Session, other: Session) -> None:
    run(session, "INSERT INTO log(id, note) VALUES (1, 'a')")
    run(other, "BEGIN")
    run(other, "UPDATE log SET note = 'x' WHERE id = 1")
    run(session, "SET innodb_lock_wait_timeout = 1")
    run(session, "BEGIN")
    run(session, "INSERT INTO log(id, note) VALUES (2, 'kept')")
    answer = Answer()
    with pytest.raises(StatementFailed, match="Lock wait timeout"):
        answer.take_all(session.execute("UPDATE log SET note = 'y' WHERE id = 1"))
    assert (session.transaction(), answer.notices) == (OPEN, ())
    other.rollback()
    session.commit()
    assert count(other) == "2"


def test_a_statement_that_waits_for_a_lock_can_be_cancelled(either: Server, session: Session, other: Session) -> None:
    def waits() -> bool:
        return any("note = 'y'" in str(one["info"]) for one in either.activity())

    run(session, "INSERT INTO log(id, note) VALUES (1, 'a')")
    run(other, "BEGIN")
    run(other, "UPDATE log SET note = 'x'")
    with pytest.raises(StatementCancelled), cancelled_once(session, waits):
        run(session, "UPDATE log SET note = 'y' WHERE id = 1")
    other.rollback()


def test_isolation_is_that_of_the_next_transactions(session: Session) -> None:
    for level in driver_named("mysql").capabilities.isolation_levels:
        session.set_isolation(level)
        assert session.surroundings().isolation == level
    with pytest.raises(RequestInvalid):
        session.set_isolation("READ COMMITTED; DROP TABLE log")


def test_the_session_knows_where_it_is_when_a_person_goes_elsewhere(either: Server, session: Session) -> None:
    elsewhere = either.create_database()
    run(session, f"USE {elsewhere}")
    assert session.surroundings().schema == elsewhere
    assert [schema.name for schema in session.catalog.schemas() if schema.is_default] == [elsewhere]
    either.drop_database(elsewhere)


# ends from outside


def test_a_statement_that_somebody_else_kills_failed_and_was_not_cancelled(either: Server, session: Session) -> None:
    number = session.surroundings().server_pid
    killing = threading.Thread(target=kill_when_running, args=(either, f"KILL QUERY {number}"))
    killing.start()
    with pytest.raises(StatementFailed) as refused:
        run(session, "SELECT max(a.id) FROM log AS a, (SELECT sleep(600)) AS b")
    killing.join()
    assert "interrupted" in str(refused.value)
    assert told(session, "SELECT 7") == "7"


def kill_when_running(either: Server, sql: str) -> None:
    eventually(lambda: [one for one in either.activity() if "sleep(600)" in str(one["info"])])
    either.ask(sql)


def test_a_session_that_somebody_kills_is_lost_with_its_transaction(either: Server, session: Session) -> None:
    run(session, "BEGIN")
    run(session, "INSERT INTO log(note) VALUES ('a')")
    number = session.surroundings().server_pid
    killing = threading.Thread(target=kill_when_running, args=(either, f"KILL {number}"))
    killing.start()
    with pytest.raises(TransactionLost):
        run(session, "SELECT sleep(600)")
    killing.join()
    assert session.is_lost
    with pytest.raises(ConnectionLost):
        run(session, "SELECT 1")


def test_a_session_that_was_idle_too_long_says_what_the_server_said(either: Server, session: Session) -> None:
    run(session, "SET wait_timeout = 1")
    eventually(lambda: not session.is_alive())
    with pytest.raises(ConnectionLost) as lost:
        run(session, "INSERT INTO log(note) VALUES ('a')")
    assert type(lost.value) is ConnectionLost
    assert any(words in str(lost.value) for words in ("inactivity", "closed", "reset"))
    assert "Nobody" not in str(lost.value), "nothing was sent"


# packets


@pytest.mark.parametrize("size", [0xFFFFFF - 8, 0xFFFFFF - 4, MB16 - 1, MB16, MB16 + 1, 40_000_000])
def test_cells_longer_than_a_packet_come_whole(session: Session, size: int) -> None:
    sql = f"SELECT 'before', repeat('x', {size}), repeat(x'ff', 3) UNION ALL SELECT 'after', 'y', x'00'"
    first, second = rows_of(session, sql)
    assert (first[0], first[2], second) == ("before", b"\xff\xff\xff", ("after", "y", b"\0"))
    assert isinstance(first[1], str)
    assert len(first[1]) == size
    assert first[1].count("x") == size


@pytest.mark.parametrize("size", [0xFFFFFF - 1, 0xFFFFFF, 0xFFFFFF + 1, MB16 + 1])
def test_statements_longer_than_a_packet_arrive_whole(session: Session, size: int) -> None:
    """`size` is that of the payload: the command's byte and the statement."""
    frame = "SELECT length('')"
    text = "x" * (size - 1 - len(frame))
    assert told(session, f"SELECT length('{text}')") == str(len(text))


def test_a_statement_that_the_server_would_not_take_is_refused_before_it_is_sent(either: Server, database: str) -> None:
    with either.settings(max_allowed_packet=1 << 20), closing(open_in(either, database)) as session:
        with pytest.raises(StatementFailed, match="max_allowed_packet"):
            run(session, f"SELECT '{'x' * (1 << 20)}'")
        assert not session.is_lost
        assert told(session, f"SELECT length('{'x' * ((1 << 20) - 99)}')") == str((1 << 20) - 99)


def test_long_cells_are_kept_beside_the_pages_of_a_result(session: Session, tmp_path: Path) -> None:
    sql = "SELECT 1, repeat('ä', 5000000), repeat(x'00ff', 5000000) UNION ALL SELECT 2, 'b', x'01'"
    writer: ResultWriter | None = None
    for reply in session.execute(sql):
        if isinstance(reply, ResultBegan):
            writer = ResultWriter(tmp_path / "r", reply.columns, _Room(), reply.codec)
        elif writer is not None and hasattr(reply, "pages"):
            writer.append_pages(reply.pages)
        elif writer is not None and hasattr(reply, "rows"):
            writer.append(reply.rows)
    assert writer is not None
    writer.flush()
    source = FileRowSource(str(tmp_path / "r"))
    first, second = source.rows(0, 2)
    assert second == ("2", "b", b"\x01")
    assert first[0] == "1"
    assert isinstance(first[1], LongCell)
    assert isinstance(first[2], LongCell)
    assert (first[1].size_bytes, first[2].size_bytes) == (10_000_000, 10_000_000)
    writer.close()
    source.close()


class _Room:
    def take(self, size_bytes: int) -> None:
        """There is always room."""


# reading only


@pytest.mark.parametrize("mode", ["", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES"])
def test_a_read_only_session_reads_quotes_as_its_server_does(either: Server, database: str, mode: str) -> None:
    """What is a string to one mode hides a file's name from another."""
    written = either.folder / f"written-{len(mode)}"
    tricks = (
        f"SELECT '\\' INTO OUTFILE '{written}' -- '",
        f"SELECT '\\', 'x' INTO OUTFILE '{written}' #'",
        f'SELECT "\\" INTO OUTFILE \'{written}\' -- "',
        f"SELECT \"'\" , 'x' INTO OUTFILE '{written}' -- \"'\"",
        f"SELECT 'x' INTO OUTFILE '{written}'",
        f"SELECT `\\`, 'x' INTO OUTFILE '{written}' FROM (SELECT 1 AS `\\`) AS q",
    )
    with either.settings(sql_mode=mode), closing(open_in(either, database, "admin", read_only=True)) as reader:
        assert told(reader, "SELECT @@sql_mode") == mode
        for sql in tricks:
            with suppress(ReadOnlyRefused, StatementFailed):
                run(reader, sql)
            assert not written.exists(), sql
        assert rows_of(reader, "SELECT 'it''s', '\\\\'")[0][0] == "it's"


def test_a_transaction_that_a_person_begins_in_a_read_only_session_only_reads(
    either: Server, session: Session, database: str
) -> None:
    with closing(open_in(either, database, read_only=True)) as reader:
        for sql in ("BEGIN", "BEGIN WORK", "START TRANSACTION", "start transaction with consistent snapshot"):
            run(reader, sql)
            assert reader.transaction() is OPEN
            with pytest.raises(ReadOnlyRefused):
                run(reader, "INSERT INTO log(note) VALUES ('x')")
            assert reader.transaction() is OPEN
            run(reader, "SAVEPOINT a")
            run(reader, "ROLLBACK TO SAVEPOINT a")
            run(reader, "COMMIT")
            assert reader.transaction() is IDLE
        reader.begin()
        run(session, "INSERT INTO log(note) VALUES ('seen later')")
        reader.rollback()
        assert count(reader) == "1"


def test_harmless_settings_may_be_changed_in_a_read_only_session(
    either: Server, session: Session, database: str
) -> None:
    with closing(open_in(either, database, read_only=True)) as reader:
        for sql in (
            "SET @a = 1, @b := 2",
            "SET time_zone = '+05:00'",
            "SET SESSION group_concat_max_len = 9999",
            "SET @@session.sort_buffer_size = 99999, @@lock_wait_timeout = 7",
            "SET @c = (SELECT count(*) FROM log)",
        ):
            run(reader, sql)
        assert told(reader, "SELECT concat(@a, @b, @@group_concat_max_len, @c)") == "1299990"


def test_an_encrypted_session_does_all_this_too(either: Server, database: str) -> None:
    way = target(either, "lapwing", encrypted(either), database=database)
    with closing(driver_named("mysql").open(way)) as session:
        assert len(rows_of(session, f"SELECT repeat('x', {MB16})")[0][0]) == MB16  # type: ignore[arg-type]
        replies = session.execute("SELECT repeat('x', 1000000) UNION ALL SELECT sleep(600)")
        next(replies)
        replies.close()  # type: ignore[attr-defined]
        assert told(session, "SELECT 7") == "7"


def test_a_session_of_the_catalogue_waits_for_nobodys_locks(either: Server, session: Session) -> None:
    with closing(open_as(either, "lapwing")) as _:
        run(session, "LOCK TABLES log WRITE")
        metadata = driver_named("mysql").open(target(either, "lapwing", is_metadata=True, read_only=True))
        with closing(metadata):
            assert metadata.catalog.schemas()
        run(session, "UNLOCK TABLES")
