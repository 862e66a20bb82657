"""Scripts in an engine: behind an error, in one transaction, out of files, cancelled; nothing more is ever sent."""

import asyncio
import codecs
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker, look, make_database, rows_in
from helpers.server_places import ServerPlace
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import TransactionOpen
from lapwing.domain.events import (
    NoticeReceived,
    ScriptErrorAsked,
    ScriptProgressed,
    StatementRefused,
    StatementsCompleted,
    StatementStarted,
)
from lapwing.domain.query import AnswerRun, CancelRun, RunOutcome, RunQuery
from lapwing.domain.script_errors import ScriptNotAtomic, ScriptUndecodable, ScriptUnreadable

BROKEN = """INSERT INTO t VALUES (1);
INSERT INTO nope VALUES (2);
INSERT INTO t VALUES (3);
SELECT nope;
SELECT max(a) FROM t"""
COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT max(i) FROM n"
SLOW = f"INSERT INTO t {COUNT}"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE t(a)")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


async def run_file(me: Asker, session_id: str, path: Path, **more: Any) -> RunOutcome:
    me.last_number += 1
    request = RunQuery(f"run {me.last_number}", session_id, "", path=str(path), **more)
    outcome = await me.ask("query.run", request)
    assert isinstance(outcome, RunOutcome)
    return outcome


def values(path: Path) -> list[Any]:
    return [row[0] for row in look(path, "SELECT a FROM t ORDER BY rowid")]


def script_of(folder: Path, text: str | bytes) -> Path:
    path = folder / "script.sql"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# behind an error


async def test_a_run_goes_on_behind_errors_when_told_before(me: Asker, shop: Path) -> None:
    outcome = await me.run(await me.session(shop), BROKEN, on_error="continue")
    assert (outcome.ran, outcome.failed) == (5, 2)
    assert [event.outcome.index for event in me.heard(StatementRefused)] == [1, 3]
    assert rows_in(me.handles()[-1]) == [(3,)]


async def test_a_run_that_asks_waits_for_each_answer(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, BROKEN, on_error="ask")
    asked = await me.hears(ScriptErrorAsked)
    assert (asked.index, asked.sql, asked.error.facts["line"]) == (1, "INSERT INTO nope VALUES (2)", 2)
    assert values(shop) == [1]
    assert (await me.ask("query.answer", AnswerRun(asked.run_id, "continue"))).reached
    await me.hears(ScriptErrorAsked, 2)
    assert not running.done()
    assert (await me.ask("query.answer", AnswerRun(asked.run_id, "stop"))).reached
    outcome = await running
    assert (outcome.ran, outcome.failed, values(shop)) == (4, 2, [1, 3])
    assert not (await me.ask("query.answer", AnswerRun(asked.run_id, "stop"))).reached


async def test_one_answer_may_be_for_all_errors_and_the_last_statement_asks_nothing(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, f"{BROKEN};\nSELECT also_nope", on_error="ask")
    asked = await me.hears(ScriptErrorAsked)
    await me.ask("query.answer", AnswerRun(asked.run_id, "continue_all"))
    outcome = await running
    assert (outcome.ran, outcome.failed, len(me.heard(ScriptErrorAsked))) == (6, 3, 1)
    assert (await me.run(session, "SELECT nope", on_error="ask")).failed == 1
    assert len(me.heard(ScriptErrorAsked)) == 1


async def test_a_cancel_ends_a_run_that_asks(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, BROKEN, on_error="ask")
    asked = await me.hears(ScriptErrorAsked)
    await me.ask("query.cancel", CancelRun(asked.run_id))
    outcome = await running
    assert (outcome.ran, outcome.cancelled, values(shop)) == (2, True, [1])
    assert (await me.run(session, "SELECT 1")).failed == 0


# one transaction


async def test_a_script_in_one_transaction_lasts_as_a_whole_or_not_at_all(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    outcome = await me.run(session, BROKEN, transaction="script")
    assert (outcome.ran, outcome.rolled_back, outcome.transaction) == (2, True, TransactionState.IDLE)
    assert values(shop) == []
    good = "INSERT INTO t VALUES (1); SAVEPOINT a; INSERT INTO t VALUES (2); ROLLBACK TO a; INSERT INTO t VALUES (3)"
    outcome = await me.run(session, good, transaction="script")
    assert (outcome.failed, outcome.rolled_back, outcome.transaction) == (0, False, TransactionState.IDLE)
    assert values(shop) == [1, 3]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("INSERT INTO t VALUES (1);\nBEGIN;\nINSERT INTO t VALUES (2);\nCOMMIT;", 2, "BEGIN controls transactions"),
        ("INSERT INTO t VALUES (1);\n\nEND", 3, "END controls transactions"),
        ("INSERT INTO t VALUES (1); ROLLBACK", 1, "ROLLBACK controls transactions"),
        ("INSERT INTO t VALUES (1);\nVACUUM", 2, "VACUUM cannot run inside a transaction"),
    ],
)
async def test_what_cannot_run_in_one_transaction_is_refused_before_anything_is_sent(
    me: Asker, shop: Path, tmp_path: Path, text: str, line: int, words: str
) -> None:
    session = await me.session(shop)
    for start in (
        me.run(session, text, transaction="script"),
        run_file(me, session, script_of(tmp_path, text), transaction="script"),
    ):
        with pytest.raises(ScriptNotAtomic) as refused:
            await start
        assert refused.value.facts["line"] == line
        assert words in str(refused.value)
    assert me.heard(StatementStarted) == []
    assert values(shop) == []


async def test_a_transaction_that_is_open_already_is_not_taken_for_the_scripts(me: Asker, shop: Path) -> None:
    session = await me.session(shop, mode=TransactionMode.MANUAL)
    await me.run(session, "INSERT INTO t VALUES (1)")
    with pytest.raises(TransactionOpen):
        await me.run(session, "INSERT INTO t VALUES (2)", transaction="script")
    assert len(me.heard(StatementStarted)) == 1


async def test_a_cancelled_script_in_one_transaction_leaves_nothing(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, f"INSERT INTO t VALUES (1);\n{f'{SLOW};' * 300}", transaction="script")
    await me.hears(StatementStarted, 3)
    await me.ask("query.cancel", CancelRun(f"run {me.last_number}"))
    outcome = await running
    assert (outcome.cancelled, outcome.rolled_back, values(shop)) == (True, True, [])
    assert outcome.ran < 300
    assert (await me.run(session, "SELECT 1")).failed == 0


async def test_postgresql_commits_checks_that_wait_for_the_end_and_refuses_what_runs_alone(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    session = (await place.session(me)).session_id
    made = "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED)"
    await me.run(session, made)
    for alone in ("VACUUM", "CREATE INDEX CONCURRENTLY i ON a (id)", "CREATE DATABASE x", "ALTER SYSTEM SET a = 1"):
        with pytest.raises(ScriptNotAtomic, match=alone.split()[0]):
            await me.run(session, f"INSERT INTO a VALUES (1); {alone}", transaction="script")
    outcome = await me.run(session, "INSERT INTO a VALUES (1); INSERT INTO b VALUES (2)", transaction="script")
    assert (outcome.failed, outcome.rolled_back, outcome.transaction) == (1, True, TransactionState.IDLE)
    (error,) = [each.error for each in outcome.statements if each.error]
    assert "foreign key" in str(error.facts["server"])
    assert place.ask("SELECT count(*) FROM a") == [(0,)]


async def test_mariadb_is_said_to_commit_by_itself_before_it_does(
    me: Asker, mariadb: MariaDB, mariadb_database: str
) -> None:
    place = ServerPlace("mysql", mariadb, mariadb_database, mariadb.port)
    session = (await place.session(me)).session_id
    text = "CREATE TABLE t (a INT);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);\nINSERT INTO nope VALUES (3)"
    outcome = await me.run(session, text, transaction="script")
    note = me.heard(NoticeReceived)[0]
    assert note.text.startswith("Line 1: CREATE commits the open transaction by itself on this server")
    assert me.events.index(note) < me.events.index(me.heard(StatementStarted)[0])
    assert (outcome.rolled_back, place.ask("SELECT count(*) FROM t")) == (True, [(0,)])


# files


@pytest.mark.parametrize(
    ("mark", "encoding", "named"),
    [
        (b"", "utf-8", ""),
        (codecs.BOM_UTF8, "utf-8", ""),
        (codecs.BOM_UTF16_LE, "utf-16-le", ""),
        (codecs.BOM_UTF16_BE, "utf-16-be", ""),
        (b"", "latin-1", "latin1"),
        (b"", "cp1252", "windows-1252"),
    ],
)
async def test_a_file_is_read_in_the_encoding_that_its_mark_or_a_person_names(
    me: Asker, shop: Path, tmp_path: Path, mark: bytes, encoding: str, named: str
) -> None:
    text = "INSERT INTO t VALUES ('grün; ß');\r\nINSERT INTO t VALUES ('b\r\n');"
    path = script_of(tmp_path, mark + text.encode(encoding))
    outcome = await run_file(me, await me.session(shop), path, encoding=named)
    assert (outcome.failed, values(shop)) == (0, ["grün; ß", "b\r\n"])


async def test_a_file_that_is_no_text_is_refused_whole_with_the_byte(me: Asker, shop: Path, tmp_path: Path) -> None:
    session = await me.session(shop)
    start = b"INSERT INTO t VALUES (1);\n" * 30_000  # more than one piece
    path = script_of(tmp_path, start + b"INSERT INTO t VALUES ('\xe2\x82')")
    with pytest.raises(ScriptUndecodable) as refused:
        await run_file(me, session, path)
    assert refused.value.facts["byte"] == len(start) + len("INSERT INTO t VALUES ('") + 1
    assert values(shop) == []


@pytest.mark.parametrize(
    ("encoding", "words"), [("klingon", "no encoding klingon"), ("zlib", "no encoding of text"), ("", "no such file")]
)
async def test_a_file_that_cannot_be_read_says_why(
    me: Asker, shop: Path, tmp_path: Path, encoding: str, words: str
) -> None:
    path = script_of(tmp_path, "SELECT 1") if encoding else tmp_path / "missing.sql"
    with pytest.raises(ScriptUnreadable, match=words):
        await run_file(me, await me.session(shop), path, encoding=encoding)


async def test_an_error_in_a_file_is_placed_by_line_and_column_in_it(me: Asker, shop: Path, tmp_path: Path) -> None:
    filler = "INSERT INTO t VALUES ('two\nlines');\n" * 20_000
    path = script_of(tmp_path, f"BEGIN;\n{filler}/* more */ SELECT 1,\n  nope;\nINSERT INTO t VALUES (1)")
    session = await me.session(shop)
    outcome = await run_file(me, session, path)
    error = outcome.statements[-1].error
    assert error is not None
    assert (outcome.ran, outcome.failed) == (20_002, 1)
    facts = error.facts
    assert (facts["line"], facts["column"], facts["position"], facts["file"]) == (40_003, 3, None, str(path))
    await me.ask("query.run", RunQuery("end", session, "ROLLBACK"))


async def test_a_long_file_is_told_in_few_events_and_with_how_far_it_is(me: Asker, shop: Path, tmp_path: Path) -> None:
    count = 20_000
    text = "BEGIN;\n" + "".join(f"INSERT INTO t VALUES ({number});\n" for number in range(count)) + "COMMIT;\n"
    path = script_of(tmp_path, text)
    outcome = await run_file(me, await me.session(shop), path)
    assert (outcome.ran, outcome.failed, values(shop)) == (count + 2, 0, list(range(count)))
    assert len(me.events) < 1_000
    told = me.heard(StatementsCompleted)
    assert [batch.first for batch in told] == [100, *(batch.first + batch.count for batch in told[:-1])]
    assert sum(batch.rows_affected or 0 for batch in told) == count - 99
    progress = me.heard(ScriptProgressed)
    assert progress
    assert all(event.size == len(text) and 0 <= event.size_done <= event.size for event in progress)
    assert [event.done for event in progress] == sorted({event.done for event in progress})


async def test_results_and_errors_keep_their_places_among_statements_that_are_told_together(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    quiet = "INSERT INTO t VALUES (0);\n" * 150
    path = script_of(tmp_path, f"BEGIN;\n{quiet}SELECT 'first';\n{quiet}SELECT nope;\n{quiet}COMMIT")
    outcome = await run_file(me, await me.session(shop), path, on_error="continue")
    assert (outcome.ran, outcome.failed) == (454, 1)
    told: list[int] = []
    for event in me.events:
        if isinstance(event, StatementStarted):
            told.append(event.index)
        elif isinstance(event, StatementsCompleted):
            told.extend(range(event.first, event.first + event.count))
    assert told == list(range(454))


async def test_a_cancelled_file_sends_nothing_more_and_the_session_goes_on(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    path = script_of(tmp_path, f"BEGIN;\n{'INSERT INTO t VALUES (0);' * 200}COMMIT;\n{f'{SLOW};' * 500}")
    session = await me.session(shop)
    running = asyncio.create_task(run_file(me, session, path))
    await eventually_async(lambda: any(event.done >= 202 for event in me.heard(ScriptProgressed)))  # it has committed
    await me.ask("query.cancel", CancelRun(f"run {me.last_number}"))
    outcome = await running
    assert outcome.cancelled
    assert 200 <= len(values(shop)) < 700
    assert outcome.ran - 2 <= len(values(shop)) + 1
    assert (await me.run(session, "SELECT 1")).failed == 0


# data of a COPY


async def test_copy_takes_its_lines_and_its_errors_name_the_line_of_the_script(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str, tmp_path: Path
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    session = (await place.session(me)).session_id
    wide = "".join(f"{number}\t{'x' * 50}\\n;\n" for number in range(20_000))
    broken = "COPY c (a)\nFROM stdin;\n1\nnope\n3\n\\.\n"
    text = f"CREATE TABLE c (a int, b text);\nCOPY c FROM STDIN;\n{wide}\\.\n\n{broken}SELECT 1"
    for start in (me.run(session, text), run_file(me, session, script_of(tmp_path, text.replace("CREATE", "-- ")))):
        outcome = await start
        assert (outcome.failed, place.ask("SELECT count(*), min(length(b)) FROM c")[0][1]) == (1, 52)
        error = outcome.statements[-1].error
        assert error is not None
        assert error.facts["line"] == text[: text.index("nope")].count("\n") + 1
    assert place.ask("SELECT count(*) FROM c") == [(40_000,)]
    empty = await me.run(session, "COPY c FROM STDIN;\n\\.\nSELECT 1")
    assert (empty.failed, empty.statements[0].rows_affected) == (0, 0)


async def test_data_that_comes_behind_a_refused_copy_is_not_taken_for_statements(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str, tmp_path: Path
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    session = (await place.session(me)).session_id
    data = "DROP TABLE keep;\n" * 30_000
    text = f"CREATE TABLE keep ();\nCOPY nope FROM STDIN;\n{data}\\.\nSELECT 'behind';"
    outcome = await run_file(me, session, script_of(tmp_path, text), on_error="continue")
    assert (outcome.ran, outcome.failed) == (3, 1)
    assert place.ask("SELECT count(*) FROM pg_tables WHERE tablename = 'keep'") == [(1,)]


async def test_what_variables_bring_in_cannot_end_the_transaction_of_a_script(
    me: Asker, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    session = (await place.session(me)).session_id
    await me.run(session, "CREATE TABLE t (a int)")
    text = "\\set end 'COMMIT'\nINSERT INTO t VALUES (1);\n:end;\nINSERT INTO t VALUES (2);"
    outcome = await me.run(session, text, transaction="script")
    assert (outcome.failed, outcome.rolled_back) == (1, True)
    (error,) = [each.error for each in outcome.statements if each.error]
    assert (error.code, error.facts["line"]) == ("script.not_atomic", 3)
    assert place.ask("SELECT count(*) FROM t") == [(0,)]
