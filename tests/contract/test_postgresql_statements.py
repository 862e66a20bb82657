"""What PostgreSQL's statements bring beside rows: facts of errors, notices, copies, columns' origins."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from contract.asking import Answer, rows_of, run, scalar, told
from contract.postgresql_sessions import opened, target_of
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually
from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import LapwingError, ReadOnlyRefused, StatementFailed
from lapwing.domain.results import Column
from lapwing.domain.values import RawText
from lapwing.drivers.base import Noticed, ResultBegan, RowsCame, Session

IDLE, OPEN, FAILED = TransactionState.IDLE, TransactionState.OPEN, TransactionState.FAILED


@pytest.fixture
def database(postgresql_database: str) -> str:
    return postgresql_database


@pytest.fixture
def session(postgresql: PostgreSQL, database: str) -> Iterator[Session]:
    with opened(target_of(postgresql, database=database)) as made:
        yield made


@pytest.fixture
def other(postgresql: PostgreSQL, database: str) -> Iterator[Session]:
    with opened(target_of(postgresql, database=database)) as made:
        yield made


def refusal(session: Session, sql: str) -> StatementFailed:
    with pytest.raises(StatementFailed) as refused:
        run(session, sql)
    return refused.value


def columns_of(session: Session, sql: str) -> list[Column]:
    columns = run(session, sql).columns
    assert columns is not None
    return list(columns)


# errors


def test_an_error_tells_everything_that_the_server_told(session: Session) -> None:
    run(session, "CREATE TABLE t(id int PRIMARY KEY, n int CONSTRAINT small CHECK (n < 5), m int NOT NULL)")
    run(session, "INSERT INTO t VALUES (1, 1, 1)")
    facts = refusal(session, "INSERT INTO t VALUES (1, 1, 1)").facts
    assert facts["code"] == "23505"
    assert facts["detail"] == "Key (id)=(1) already exists."
    assert facts["object"] == "constraint t_pkey of public.t"
    assert refusal(session, "INSERT INTO t VALUES (2, 7, 1)").facts["object"] == "constraint small of public.t"
    assert refusal(session, "INSERT INTO t VALUES (2, 1, NULL)").facts["object"] == "column m of public.t"
    assert "Perhaps you meant" in str(refusal(session, "SELECT idd FROM t").facts["server_hint"])


def test_an_error_inside_functions_tells_where(session: Session) -> None:
    run(
        session,
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n RETURN (SELECT nichts FROM nowhere);\nEND $$",
    )
    facts = refusal(session, "SELECT 1, f()").facts
    assert facts["position"] is None
    assert "PL/pgSQL function f() line 2" in str(facts["context"])
    assert "SELECT nichts FROM nowhere" in str(facts["context"])


def test_an_error_that_a_function_raises_has_its_own_code_detail_and_hint(session: Session) -> None:
    sql = (
        "DO $$ BEGIN RAISE 'no <b>way</b> %', 7 USING ERRCODE = 'LW001', DETAIL = 'a', HINT = 'b', "
        "COLUMN = 'c', TABLE = 't', SCHEMA = 's'; END $$"
    )
    facts = refusal(session, sql).facts
    assert (facts["server"], facts["code"], facts["detail"], facts["server_hint"], facts["object"]) == (
        "no <b>way</b> 7",
        "LW001",
        "a",
        "b",
        "column c of s.t",
    )


def test_a_time_limit_of_the_server_is_no_cancel_of_ours(session: Session) -> None:
    run(session, "SET statement_timeout = 50")
    error = refusal(session, "SELECT pg_sleep(10)")
    assert (error.facts["code"], "statement timeout" in str(error)) == ("57014", True)


def test_an_error_at_the_very_end_of_a_statement_is_its_own(session: Session, other: Session) -> None:
    run(session, "CREATE TABLE p(id int PRIMARY KEY)")
    run(session, "CREATE TABLE c(id int REFERENCES p DEFERRABLE INITIALLY DEFERRED)")
    answer = Answer()
    with pytest.raises(StatementFailed, match="foreign key"):
        answer.take_all(session.execute("INSERT INTO c VALUES (1) RETURNING id"))
    assert answer.ended is None
    assert told(other, "SELECT count(*) FROM c") == "0"


# notices


def test_notices_come_with_severity_detail_and_hint_between_the_rows(session: Session) -> None:
    run(
        session,
        "CREATE FUNCTION f(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE WARNING 'at %', i USING DETAIL = 'some', HINT = 'more'; RETURN i; END $$",
    )
    replies = list(session.execute("SELECT f(i) FROM generate_series(1, 3) i"))
    notices = [reply for reply in replies if isinstance(reply, Noticed)]
    assert notices == [Noticed(f"at {i}\nDETAIL: some\nHINT: more", "warning") for i in (1, 2, 3)]
    (notice,) = [reply for reply in session.execute("DROP TABLE IF EXISTS nowhere") if isinstance(reply, Noticed)]
    assert notice.severity == "notice"


def test_a_notice_is_told_while_its_statement_still_runs(session: Session) -> None:
    replies = session.execute("DO $$ BEGIN RAISE NOTICE 'early'; PERFORM pg_sleep(3600); END $$")
    assert next(replies) == Noticed("early", "notice")
    replies.close()  # type: ignore[attr-defined]
    assert told(session, "SELECT 7") == "7"


def test_a_flood_of_notices_takes_no_memory(session: Session) -> None:
    run(session, "SET client_min_messages = notice")
    tracemalloc.start()
    count = 0
    for reply in session.execute(
        "DO $$ BEGIN FOR i IN 1..50000 LOOP RAISE NOTICE '%', repeat('x', 100); END LOOP; END $$"
    ):
        count += isinstance(reply, Noticed)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 50_000
    assert peak < 2_000_000


def test_notifications_are_told_with_the_next_statement(session: Session, other: Session) -> None:
    run(session, 'LISTEN "a channel"')
    run(other, """NOTIFY "a channel", 'for you'""")
    run(other, 'NOTIFY "a channel"')
    pid = other.surroundings().server_pid
    wanted = [f"Notification on a channel from process {pid}: for you", f"Notification on a channel from process {pid}"]
    seen: list[str] = []

    def told_of() -> bool:
        seen.extend(run(session, "SELECT 1").notices)
        return seen == wanted

    eventually(told_of)
    assert run(session, """NOTIFY "a channel", 'mine'""").notices[0].endswith(": mine")


# copies


def test_copy_to_stdout_is_a_result_of_one_column(session: Session) -> None:
    run(session, "CREATE TABLE t AS SELECT i, CASE WHEN i = 2 THEN NULL ELSE 'tab\tänd\nline' END AS a "
                 "FROM generate_series(1, 1000) i")  # fmt: skip
    answer = run(session, "COPY t TO STDOUT")
    assert answer.columns == (Column("copy", "text"),)
    assert answer.rows is not None
    assert answer.rows[:2] == [("1\ttab\\tänd\\nline",), ("2\t\\N",)]
    assert len(answer.rows) == 1000
    assert answer.ended is not None
    assert answer.ended.rows_affected is None
    assert rows_of(session, "COPY (SELECT 1, 'a,b') TO STDOUT (FORMAT csv, HEADER)") == [
        ('?column?,?column?',), ('1,"a,b"',),
    ]  # fmt: skip
    assert rows_of(session, "COPY (SELECT E'a\\nb') TO STDOUT (FORMAT csv)") == [('"a\nb"',)]


def test_copy_in_other_encodings_and_in_binary_keeps_every_byte(session: Session) -> None:
    assert rows_of(session, "COPY (SELECT 'ä') TO STDOUT (ENCODING latin1)") == [(RawText(b"\xe4"),)]
    answer = run(session, "COPY (SELECT 258) TO STDOUT (FORMAT binary)")
    assert answer.columns == (Column("copy", "bytea", is_binary=True),)
    assert answer.rows is not None
    data = b"".join(row[0] for row in answer.rows if isinstance(row[0], bytes))
    assert data.startswith(b"PGCOPY\n\xff\r\n\0")
    assert data.endswith(b"\0\0\x01\x02\xff\xff")


def test_copy_from_stdin_is_refused_in_words_and_harms_nothing(session: Session) -> None:
    run(session, "CREATE TABLE t(a int)")
    for sql in ("COPY t FROM STDIN", "COPY t FROM STDIN (FORMAT csv)", "COPY t FROM STDIN (FORMAT binary)"):
        assert "none came with it" in str(refusal(session, sql))
        assert session.transaction() is IDLE
        assert told(session, "SELECT count(*) FROM t") == "0"


def test_a_copy_can_be_ended_early_and_cancelled(session: Session) -> None:
    replies = session.execute("COPY (SELECT generate_series(1, 1000000000)) TO STDOUT")
    assert isinstance(next(replies), ResultBegan)
    assert isinstance(next(replies), RowsCame)
    replies.close()  # type: ignore[attr-defined]
    assert told(session, "SELECT 7") == "7"


def test_an_error_in_the_midst_of_a_copy_keeps_its_rows(session: Session) -> None:
    answer = Answer()
    with pytest.raises(StatementFailed, match="division by zero"):
        answer.take_all(session.execute("COPY (SELECT 1 / (101 - i) FROM generate_series(1, 101) i) TO STDOUT"))
    assert answer.rows is not None
    assert len(answer.rows) == 100


# rows and columns


def test_slow_rows_are_told_when_they_come(session: Session) -> None:
    """Wider than what the server gathers before it sends, but for the last one's rest; the next one never comes."""
    sql = "SELECT i, repeat('x', 9000), CASE WHEN i > 3 THEN pg_sleep(3600)::text END FROM generate_series(1, 9) i"
    replies = session.execute(sql)
    assert isinstance(next(replies), ResultBegan)
    rows = 0
    while rows < 2:
        reply = next(replies)
        assert isinstance(reply, RowsCame)
        rows += len(reply.rows)
    replies.close()  # type: ignore[attr-defined]


def test_a_table_without_columns_has_rows_all_the_same(session: Session) -> None:
    run(session, "CREATE TABLE nothing()")
    run(session, "INSERT INTO nothing DEFAULT VALUES")
    run(session, "INSERT INTO nothing DEFAULT VALUES")
    answer = run(session, "SELECT * FROM nothing")
    assert (answer.columns, answer.rows) == ((), [(), ()])


def test_columns_say_where_they_come_from_through_joins_and_views(session: Session) -> None:
    run(session, 'CREATE SCHEMA "odd.one" CREATE TABLE "a.b"("c d" int, e text)')
    run(session, 'CREATE VIEW v AS SELECT "c d" AS n, e || e AS twice FROM "odd.one"."a.b"')
    found = columns_of(session, 'SELECT x."c d", x.e AS other, v.n, v.twice, x.ctid, 1 FROM "odd.one"."a.b" x, v')
    assert [(column.table, column.source) for column in found] == [
        ("odd.one.a.b", "c d"),
        ("odd.one.a.b", "e"),
        ("public.v", "n"),
        ("public.v", "twice"),
        ("odd.one.a.b", "ctid"),
        ("", ""),
    ]


def test_columns_are_named_anew_after_their_table_was_changed(session: Session) -> None:
    run(session, "CREATE TABLE t(a int)")
    assert columns_of(session, "SELECT a FROM t")[0].table == "public.t"
    run(session, "ALTER TABLE t RENAME TO u")
    run(session, "ALTER TABLE u RENAME COLUMN a TO b")
    found = columns_of(session, "SELECT b AS a FROM u")[0]
    assert (found.table, found.source) == ("public.u", "b")
    run(session, "BEGIN")
    run(session, "ALTER TABLE u ALTER COLUMN b TYPE varchar(7)")
    assert columns_of(session, "SELECT b FROM u")[0].type_name == "character varying(7)"
    run(session, "ROLLBACK")
    assert columns_of(session, "SELECT b FROM u")[0].type_name == "integer"


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("SHOW DateStyle", ["DateStyle"]),
        ("EXPLAIN SELECT 1", ["QUERY PLAN"]),
        ("VALUES (1, 2)", ["column1", "column2"]),
        ("TABLE t", ["a", "b"]),
        ("INSERT INTO t VALUES (1, 2) RETURNING b, a", ["b", "a"]),
        ("CALL p(7)", ["doubled"]),
        ("EXECUTE prepared(1)", ["a", "?column?"]),
        ("FETCH ALL FROM reading", ["b"]),
    ],
)
def test_everything_that_has_rows_has_columns(session: Session, sql: str, names: list[str]) -> None:
    for before in (
        "CREATE TABLE t(a int, b int)",
        "CREATE PROCEDURE p(INOUT doubled int) LANGUAGE plpgsql AS $$ BEGIN doubled := doubled * 2; END $$",
        "PREPARE prepared(int) AS SELECT a, $1 FROM t",
        "BEGIN",
        "DECLARE reading CURSOR FOR SELECT b FROM t",
    ):
        run(session, before)
    assert [column.name for column in columns_of(session, sql)] == names


def test_rows_affected_are_counted_only_where_something_was_changed(session: Session) -> None:
    def affected(sql: str) -> int | None:
        ended = run(session, sql).ended
        assert ended is not None
        return ended.rows_affected

    assert affected("CREATE TABLE t AS SELECT i FROM generate_series(1, 7) i") == 7
    assert affected("SELECT * INTO u FROM t") == 7
    assert affected("MERGE INTO t USING u ON t.i = u.i WHEN MATCHED AND t.i > 4 THEN DELETE") == 3
    assert affected("WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone") is None
    assert affected("TRUNCATE u") is None
    assert affected("DO $$ BEGIN INSERT INTO u VALUES (1); END $$") is None


def test_what_may_have_changed_the_catalogue_says_so(session: Session) -> None:
    def changed(sql: str) -> bool:
        ended = run(session, sql).ended
        assert ended is not None
        return ended.schema_changed

    for sql in (
        "CREATE TABLE t AS SELECT 1 AS a",
        "SELECT 1 AS a INTO u",
        "COMMENT ON TABLE t IS 'x'",
        "DO $$ BEGIN DROP TABLE u; END $$",
        "GRANT SELECT ON t TO PUBLIC",
        "DISCARD ALL",
    ):
        assert changed(sql), sql
    run(session, "BEGIN")
    assert changed("ROLLBACK")
    for sql in (
        "SELECT 'CREATE'",
        "SET work_mem = '4MB'",
        "ANALYZE t",
        "VACUUM t",
        "EXPLAIN CREATE TABLE v AS SELECT 1",
    ):
        assert not changed(sql), sql


# transactions


def test_what_cannot_run_inside_a_transaction_runs_alone_with_manual_commit(session: Session) -> None:
    session.mode = TransactionMode.MANUAL
    run(session, "CREATE TABLE t(a int)")
    session.commit()
    for sql in (
        "VACUUM t",
        "/* first */ vacuum (analyze) t",
        "CREATE INDEX CONCURRENTLY i ON t(a)",
        "CREATE UNIQUE INDEX CONCURRENTLY ON t(a)",
        "REINDEX INDEX CONCURRENTLY i",
        "REINDEX (CONCURRENTLY) TABLE t",
        "REINDEX SCHEMA public",
        "DROP INDEX CONCURRENTLY i",
        "DISCARD ALL",
    ):
        run(session, sql)
        assert session.transaction() is IDLE, sql
    for sql in ("CLUSTER t USING t_a_idx", "REINDEX TABLE t", "DROP INDEX t_a_idx", "PREPARE q AS SELECT 1"):
        run(session, sql)
        assert session.transaction() is OPEN, sql
        session.rollback()


def test_the_first_statement_with_manual_commit_leaves_nothing_behind_when_it_fails(session: Session) -> None:
    session.mode = TransactionMode.MANUAL
    for sql in ("SELEC", "SELECT 1/0", "SELECT 1; SELECT 2", "COPY pg_class FROM STDIN", "SELECT $1"):
        refusal(session, sql)
        assert session.transaction() is IDLE
    run(session, "SELECT 1")
    refusal(session, "SELECT 1/0")
    assert session.transaction() is FAILED
    assert refusal(session, "SELECT 1").facts["code"] == "25P02"
    session.rollback()


def test_a_commit_that_the_server_turns_into_a_rollback_is_an_error(session: Session) -> None:
    for by_hand in (True, False):
        session.begin()
        refusal(session, "SELECT 1/0")
        with pytest.raises(StatementFailed, match="rolled the transaction back"):
            run(session, "COMMIT") if by_hand else session.commit()
        assert session.transaction() is IDLE


@pytest.mark.parametrize("level", ["READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_an_isolation_level_is_that_of_the_next_transactions(session: Session, level: str) -> None:
    session.set_isolation(level)
    assert session.surroundings().isolation == level
    session.begin()
    assert told(session, "SHOW transaction_isolation").upper() == level
    session.rollback()
    with pytest.raises(LapwingError):
        session.set_isolation("SNAPSHOT'; DROP TABLE t; --")


def test_two_phases_and_chains_are_the_servers(session: Session) -> None:
    run(session, "BEGIN")
    run(session, "COMMIT AND CHAIN")
    assert session.transaction() is OPEN
    run(session, "ROLLBACK AND CHAIN")
    assert session.transaction() is OPEN
    run(session, "CREATE TABLE t(a int)")
    run(session, "PREPARE TRANSACTION 'lapwing test'")
    assert session.transaction() is IDLE
    session.mode = TransactionMode.MANUAL
    run(session, "ROLLBACK PREPARED 'lapwing test'")
    assert session.transaction() is IDLE


def test_ending_a_read_early_keeps_what_the_transaction_did(session: Session, other: Session) -> None:
    run(session, "CREATE TABLE t(a int)")
    session.mode = TransactionMode.MANUAL
    run(session, "INSERT INTO t VALUES (1)")
    replies = session.execute("SELECT i FROM generate_series(1, 300000) i")
    next(replies)
    next(replies)
    replies.close()  # type: ignore[attr-defined]
    assert session.transaction() is OPEN
    session.commit()
    assert told(other, "SELECT count(*) FROM t") == "1"


def test_ending_a_change_early_does_not_undo_it(session: Session, other: Session) -> None:
    run(session, "CREATE TABLE t(a int)")
    replies = session.execute("INSERT INTO t SELECT i FROM generate_series(1, 50000) i RETURNING a")
    next(replies)
    next(replies)
    replies.close()  # type: ignore[attr-defined]
    assert told(other, "SELECT count(*) FROM t") == "50000"


# a session that only reads


def test_settings_of_a_read_only_session_last(postgresql: PostgreSQL, database: str) -> None:
    with opened(target_of(postgresql, database=database, read_only=True)) as reader:
        run(reader, "SET work_mem = '12345kB'")
        run(reader, "SELECT set_config('lapwing.a', 'b', false)")
        run(reader, "PREPARE q AS SELECT 'prepared'")
        assert told(reader, "SHOW work_mem") == "12345kB"
        assert told(reader, "SELECT current_setting('lapwing.a')") == "b"
        assert told(reader, "EXECUTE q") == "prepared"
        assert reader.transaction() is IDLE


def test_a_persons_transaction_on_a_read_only_session_reads_at_its_level(postgresql: PostgreSQL, database: str) -> None:
    with opened(target_of(postgresql, database=database, read_only=True)) as reader:
        run(reader, "BEGIN ISOLATION LEVEL REPEATABLE READ")
        assert told(reader, "SHOW transaction_isolation") == "repeatable read"
        assert told(reader, "SHOW transaction_read_only") == "on"
        run(reader, "DECLARE reading CURSOR FOR SELECT i FROM generate_series(1, 9) i")
        assert rows_of(reader, "FETCH 2 FROM reading") == [("1",), ("2",)]
        run(reader, "COMMIT AND CHAIN")
        assert reader.transaction() is OPEN
        with pytest.raises(ReadOnlyRefused):
            run(reader, "SET TRANSACTION READ WRITE")
        with pytest.raises(ReadOnlyRefused):
            run(reader, "CREATE TABLE t(a int)")
        run(reader, "ROLLBACK")
        assert reader.transaction() is IDLE


def test_what_a_read_only_transaction_wrote_all_the_same_is_undone(postgresql: PostgreSQL, database: str) -> None:
    """Large objects may be made in a read-only transaction of PostgreSQL 15."""
    with opened(target_of(postgresql, database=database, read_only=True)) as reader:
        with pytest.raises(ReadOnlyRefused):
            run(reader, "SELECT lo_create(4711)")
        reader.begin()
        with pytest.raises(ReadOnlyRefused):
            run(reader, "SELECT lo_create(4711)")
        assert told(reader, "SELECT count(*) FROM pg_largeobject_metadata") == "0"


def test_ending_a_read_early_leaves_a_read_only_session_idle(postgresql: PostgreSQL, database: str) -> None:
    with opened(target_of(postgresql, database=database, read_only=True)) as reader:
        replies = reader.execute("SELECT generate_series(1, 1000000000)")
        next(replies)
        next(replies)
        replies.close()  # type: ignore[attr-defined]
        assert reader.transaction() is IDLE
        assert scalar(reader, "SELECT 7") == "7"


def test_a_database_that_only_reads_by_its_settings_refuses_in_the_same_words(
    postgresql: PostgreSQL, database: str
) -> None:
    target = target_of(postgresql, database=database)
    target = replace(target, options={"options": "-c default_transaction_read_only=on"})
    with opened(target) as session, pytest.raises(ReadOnlyRefused):
        run(session, "CREATE TABLE t(a int)")
