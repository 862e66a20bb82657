import pytest

from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named

POSTGRESQL = dialect_named("postgresql")

READING = [
    "SELECT 1",
    "select * from t where a = 'DELETE' and \"update\" = $$ INSERT $$",
    "/* DELETE /* */ DROP */ SELECT 1 -- DROP",
    "VALUES (1), (2)",
    "TABLE t",
    "SHOW server_version",
    "(SELECT 1) UNION (SELECT 2)",
    "WITH a(x) AS MATERIALIZED (SELECT 1), b AS (SELECT x FROM a) SELECT * FROM b",
    "SELECT count(*) FILTER (WHERE a), sum(a) OVER (PARTITION BY b) FROM t WHERE a IN (1) AND EXISTS (SELECT 1)",
    "SELECT a::numeric(10, 2), CAST(b AS varchar(10)), interval '1 day', lower(c) FROM generate_series(1, 9) AS g(i)",
    "SELECT pg_catalog.lower('A'), \"lower\"('A'), pg_size_pretty(pg_relation_size('t')), now(), random()",
    "SELECT EXTRACT(YEAR FROM a), SUBSTRING(a FROM 1 FOR 2), COALESCE(a, b) FROM t FETCH FIRST 5 ROWS ONLY",
    "SELECT a -> 'b' ->> 'c', jsonb_path_query(a, '$.x') FROM t, LATERAL unnest(b) WITH ORDINALITY AS u(c, d)",
    "EXPLAIN SELECT 1",
    "EXPLAIN DELETE FROM t",
    "EXPLAIN (COSTS OFF, FORMAT JSON) UPDATE t SET a = nextval('s')",
    "EXPLAIN (ANALYZE FALSE) DELETE FROM t",
    "EXPLAIN (ANALYZE, BUFFERS) SELECT count(*) FROM t",
    "EXPLAIN ANALYZE SELECT 1",
]
WRITING = [
    "INSERT INTO t VALUES (1)",
    "WITH a AS (SELECT 1) DELETE FROM t",
    "WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a",
    "SELECT * INTO u FROM t",
    "SELECT * FROM t FOR UPDATE",
    "SELECT * FROM t FOR NO KEY UPDATE",
    "SELECT * FROM t FOR/**/SHARE",
    "SELECT * FROM t FOR KEY SHARE",
    "SELECT nextval('s')",
    "SELECT pg_catalog.setval('s', 1)",
    "SELECT set_config('a', 'b', false)",
    "SELECT pg_terminate_backend(1)",
    "SELECT pg_advisory_lock(1)",
    "SELECT lo_export(1, '/tmp/a')",
    "SELECT pg_notify('a', 'b')",
    "SELECT query_to_xml('DELETE FROM t', true, true, '')",
    "SELECT dblink('a', 'DELETE FROM t')",
    "SELECT my_function()",
    "SELECT mine.lower('a')",
    "SELECT \"LOWER\"('a')",
    "SELECT 1; SELECT 2",
    "SELECT \\x",
    "EXPLAIN ANALYZE DELETE FROM t",
    "EXPLAIN (VERBOSE, ANALYZE ON) DELETE FROM t",
    "EXPLAIN ANALYZE SELECT nextval('s')",
    "EXPLAIN ANALYZE EXECUTE p",
    "EXPLAIN nonsense",
    "COPY t TO STDOUT",
    "COPY (SELECT 1) TO PROGRAM 'x'",
    "CALL p()",
    "DO $$ BEGIN END $$",
    "EXECUTE p",
    "FETCH c",
    "SET a = 1",
    "RESET a",
    "LISTEN a",
    "VACUUM",
    "REFRESH MATERIALIZED VIEW v",
    "LOCK TABLE t",
    "BEGIN READ ONLY",
    "",
    "\\d",
]


@pytest.mark.parametrize("sql", READING)
def test_a_statement_that_only_reads_is_known_to(sql):
    assert statement_facts(POSTGRESQL, sql).reads_only


@pytest.mark.parametrize("sql", WRITING)
def test_whatever_is_not_certain_counts_as_writing(sql):
    assert not statement_facts(POSTGRESQL, sql).reads_only


@pytest.mark.parametrize(
    ("sql", "is_explain", "is_run"),
    [
        ("DELETE FROM t", False, True),
        ("EXPLAIN DELETE FROM t", True, False),
        ("EXPLAIN VERBOSE DELETE FROM t", True, False),
        ("EXPLAIN ANALYZE DELETE FROM t", True, True),
        ("EXPLAIN VERBOSE ANALYSE DELETE FROM t", True, True),
        ("EXPLAIN (ANALYZE) DELETE FROM t", True, True),
        ("EXPLAIN (ANALYZE off, COSTS on) DELETE FROM t", True, False),
        ("EXPLAIN (ANALYZE 0) DELETE FROM t", True, False),
        ("EXPLAIN (ANALYZE 'true', BUFFERS) DELETE FROM t", True, True),
    ],
)
def test_it_is_known_whether_what_is_explained_is_also_run(sql, is_explain, is_run):
    facts = statement_facts(POSTGRESQL, sql)
    assert (facts.verb, facts.is_explain, facts.is_run) == ("DELETE", is_explain, is_run)


@pytest.mark.parametrize(
    ("sql", "verb", "target"),
    [
        ("BEGIN", "BEGIN", None),
        ("begin isolation level serializable;", "BEGIN", None),
        ("BEGIN WORK", "BEGIN", None),
        ("START TRANSACTION READ ONLY", "BEGIN", None),
        ("COMMIT", "COMMIT", None),
        ("END TRANSACTION", "COMMIT", None),
        ("ROLLBACK", "ROLLBACK", None),
        ("ABORT WORK", "ROLLBACK", None),
        ('ROLLBACK TO SAVEPOINT "a b"', "ROLLBACK", "a b"),
        ("ROLLBACK WORK TO a", "ROLLBACK", "a"),
        ("SAVEPOINT a", "SAVEPOINT", "a"),
        ("RELEASE SAVEPOINT a", "RELEASE", "a"),
        ("PREPARE TRANSACTION 'x'", "PREPARE", "x"),
        ("COMMIT PREPARED 'x'", None, None),
        ("ROLLBACK PREPARED 'x'", None, None),
        ("SET TRANSACTION READ WRITE", None, None),
        ("SET LOCAL TRANSACTION ISOLATION LEVEL SERIALIZABLE", None, None),
        ("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE", None, None),
        ("SET default_transaction_read_only = off", None, None),
        ("SET SESSION transaction_isolation TO 'serializable'", None, None),
        ("RESET default_transaction_isolation", None, None),
    ],
)
def test_transaction_control_is_named(sql, verb, target):
    facts = statement_facts(POSTGRESQL, sql)
    assert facts.is_transaction_control
    assert (facts.transaction_verb, facts.target) == (verb, target)
    assert not facts.commits_implicitly


@pytest.mark.parametrize(
    "sql", ["PREPARE p AS SELECT 1", "EXPLAIN SELECT 1", "SET a = 1", "START", "CREATE FUNCTION f() BEGIN ATOMIC END"]
)
def test_what_only_looks_like_transaction_control_is_none(sql):
    facts = statement_facts(POSTGRESQL, sql)
    assert (facts.is_transaction_control, facts.transaction_verb) == (False, None)


@pytest.mark.parametrize(
    ("sql", "is_chained"),
    [("COMMIT AND CHAIN", True), ("ROLLBACK WORK AND CHAIN", True), ("COMMIT AND NO CHAIN", False), ("COMMIT", False)],
)
def test_a_chain_is_seen(sql, is_chained):
    assert statement_facts(POSTGRESQL, sql).is_chained is is_chained


@pytest.mark.parametrize(
    ("sql", "has_where"),
    [
        ("DELETE FROM t WHERE a = 1", True),
        ("DELETE FROM t USING u WHERE t.a = u.a", True),
        ("DELETE FROM t WHERE CURRENT OF c", True),
        ("UPDATE t SET a = (SELECT 1 WHERE true) FROM u WHERE b", True),
        ("WITH x AS (SELECT 1 WHERE true) DELETE FROM t", False),
        ("UPDATE t SET a = $$ WHERE $$", False),
        ("UPDATE t SET (a, b) = (SELECT 1, 2 WHERE true)", False),
        ("DELETE FROM t /* WHERE /* */ WHERE */", False),
        ("EXPLAIN ANALYZE DELETE FROM t", False),
    ],
)
def test_a_where_of_its_own_is_seen(sql, has_where):
    assert statement_facts(POSTGRESQL, sql).has_where is has_where


@pytest.mark.parametrize(
    ("sql", "target"),
    [
        ('INSERT INTO public."my t" VALUES (1)', "public.my t"),
        ("UPDATE ONLY t SET a = 1", "t"),
        ("DELETE FROM ONLY a.b", "a.b"),
        ("WITH x AS (SELECT 1) DELETE FROM t", "t"),
        ("EXPLAIN ANALYZE UPDATE t SET a = 1", "t"),
        ("MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE", "t"),
        ("TRUNCATE TABLE ONLY t", "t"),
        ("CREATE UNLOGGED TABLE IF NOT EXISTS t (a int)", "t"),
        ("CREATE OR REPLACE TEMP VIEW v AS SELECT 1", "v"),
        ("CREATE MATERIALIZED VIEW v AS SELECT 1", "v"),
        ("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)", "i"),
        ("CREATE INDEX ON t (a)", None),
        ("CREATE FOREIGN TABLE t (a int) SERVER s", "t"),
        ("CREATE EXTENSION IF NOT EXISTS dblink", "dblink"),
        ("DROP INDEX CONCURRENTLY IF EXISTS i", "i"),
        ("ALTER TABLE IF EXISTS ONLY t ADD a int", "t"),
        ("COMMENT ON TABLE t IS 'x'", "t"),
        ("COMMENT ON COLUMN t.a IS 'x'", "t.a"),
        ("REFRESH MATERIALIZED VIEW CONCURRENTLY v", "v"),
        ("LOCK TABLE ONLY t", "t"),
        ("COPY t (a) FROM STDIN", "t"),
        ("COPY (SELECT 1) TO STDOUT", None),
        ("VACUUM (FULL, ANALYZE) t", "t"),
        ("VACUUM FULL VERBOSE t", "t"),
        ("VACUUM", None),
        ("ANALYZE VERBOSE t", "t"),
        ("REINDEX (VERBOSE) TABLE CONCURRENTLY t", "t"),
        ("CALL s.p(1)", "s.p"),
        ("SELECT * FROM t", None),
    ],
)
def test_the_target_is_named_without_quotes(sql, target):
    assert statement_facts(POSTGRESQL, sql).target == target


@pytest.mark.parametrize(
    ("sql", "is_ddl"),
    [
        ("CREATE TABLE a (b int)", True),
        ("GRANT SELECT ON t TO u", True),
        ("COMMENT ON TABLE t IS NULL", True),
        ("TRUNCATE t", True),
        ("EXPLAIN CREATE TABLE a AS SELECT 1", False),
        ("VACUUM t", False),
        ("INSERT INTO t VALUES ('CREATE')", False),
    ],
)
def test_ddl_is_known(sql, is_ddl):
    assert statement_facts(POSTGRESQL, sql).is_ddl is is_ddl
