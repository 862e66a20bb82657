import pytest
from hypothesis import given

from lapwing.sql.classify import StatementFacts, statement_facts
from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from unit.sql.sql_texts import examples, texts

SQLITE = dialect_named("sqlite")
ANSI = dialect_named("ansi")

READING = [
    "SELECT 1",
    "select * from t where a = 'DELETE' and \"update\" = 1;",
    "/* DELETE */ SELECT 1 -- DROP",
    "VALUES (1), (2)",
    "WITH a AS (SELECT 1) SELECT * FROM a",
    "WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c LIMIT 9) SELECT n FROM c",
    "WITH a(x) AS NOT MATERIALIZED (SELECT 1), b(y) AS (SELECT x FROM a) SELECT y FROM b",
    "SELECT * FROM (WITH i(x) AS (SELECT 1) SELECT x FROM i)",
    "SELECT count(*), replace(a, 'x', 'y'), \"upper\"(b), [lower](c) FROM t",
    "SELECT max(a) FILTER (WHERE b), rank() OVER (PARTITION BY c) FROM t WHERE a IN (1) AND EXISTS (SELECT 1)",
    "SELECT CAST(a AS varchar(10)) FROM t JOIN u USING (b)",
    "SELECT * FROM pragma_table_info('t'), json_each('[1]')",
    "EXPLAIN SELECT 1",
    "EXPLAIN QUERY PLAN DELETE FROM t",
    "EXPLAIN DELETE FROM t",
    "PRAGMA user_version",
    "PRAGMA main.journal_mode",
    "PRAGMA table_info(t)",
    "PRAGMA main.table_info('t')",
    "PRAGMA /* = */ integrity_check (10)",
]
WRITING = [
    "INSERT INTO t VALUES (1)",
    "DELETE/**/FROM t",
    "/* SELECT */ UPDATE t SET a = 1",
    "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a",
    "WITH a AS (SELECT 1)--\nDELETE FROM t",
    "WITH a(x) AS (SELECT 1) REPLACE INTO t SELECT x FROM a",
    "WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a",
    "SELECT load_extension('x')",
    "SELECT \"load_extension\"('x')",
    "SELECT [load_extension] /* c */ ('x')",
    "SELECT `LOAD_EXTENSION`\n('x')",
    "SELECT * FROM 'load_extension'('x')",
    "SELECT writefile('a', 'b')",
    "SELECT unknown_function()",
    "SELECT 1, evil(x) AS (SELECT 1)",
    "SELECT (WITH x AS 5), evil(1)",
    "SELECT (WITH evil(1) SELECT 1)",
    "SELECT * FROM pragma_wal_checkpoint('x')",
    "SELECT 1; DELETE FROM t",
    "SELECT 1; SELECT 2",
    "SELECT * INTO u FROM t",
    "SELECT 1 \0",
    "SELECT 'a' ^ 1",
    "PRAGMA user_version = 1",
    "PRAGMA user_version(1)",
    "PRAGMA journal_mode(wal)",
    "PRAGMA main.journal_mode=wal",
    "PRAGMA optimize",
    "PRAGMA wal_checkpoint",
    "PRAGMA incremental_vacuum",
    'PRAGMA "user_version"',
    "PRAGMA",
    "EXPLAIN PRAGMA user_version = 1",
    "EXPLAIN",
    "BEGIN",
    "COMMIT",
    "ATTACH 'a' AS b",
    "VACUUM",
    "VACUUM INTO 'x'",
    "ANALYZE",
    "REINDEX",
    "CREATE TABLE a (b)",
    "DROP TABLE a",
    "ALTER TABLE a RENAME TO b",
    "WITH a AS (SELECT 1)",
    "'text'",
    "nonsense",
    "",
    "-- nothing",
    ".tables",
    ".shell ls",
]


@pytest.mark.parametrize("sql", READING)
def test_a_statement_that_only_reads_is_known_to(sql):
    assert statement_facts(SQLITE, sql).reads_only


@pytest.mark.parametrize("sql", WRITING)
def test_whatever_is_not_certain_counts_as_writing(sql):
    assert not statement_facts(SQLITE, sql).reads_only


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 FROM t FETCH FIRST 5 ROWS ONLY",
        "SELECT a FROM t OFFSET 10 ROWS FETCH NEXT 5 ROWS ONLY",
        "(SELECT 1) UNION (SELECT 2)",
        "TABLE t",
        "EXPLAIN SELECT 1",
        "SELECT SUBSTRING(a FROM 1 FOR 2), EXTRACT(YEAR FROM b) FROM t AS u(a, b)",
    ],
)
def test_reading_is_known_in_the_standard_too(sql):
    assert statement_facts(ANSI, sql).reads_only


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM t FOR UPDATE",
        "SELECT * FROM t FOR/**/SHARE",
        "SELECT * FROM t FOR KEY SHARE",
        "SELECT NEXT VALUE FOR s",
        "SELECT * INTO u FROM t",
        "WITH a AS (UPDATE t SET a = 1 RETURNING a) SELECT * FROM a",
        "SELECT nextval('s')",
        "SELECT pg_terminate_backend(1)",
        "EXPLAIN ANALYZE SELECT 1",
        "EXPLAIN PLAN FOR SELECT 1",
        "EXPLAIN (ANALYZE) DELETE FROM t",
        "EXPLAIN DELETE FROM t",
        "CALL p()",
        "MERGE INTO t USING u ON a = b WHEN MATCHED THEN DELETE",
        "SELECT 1 FROM a, evil(x) AS (c INT)",
        "BEGIN ATOMIC SELECT 1; END",
    ],
)
def test_what_changes_something_in_the_standard_does_not_count_as_reading(sql):
    assert not statement_facts(ANSI, sql).reads_only


@pytest.mark.parametrize(
    ("sql", "verb", "target"),
    [
        ("BEGIN", "BEGIN", None),
        ("begin immediate transaction;", "BEGIN", None),
        ("COMMIT", "COMMIT", None),
        ("END TRANSACTION", "COMMIT", None),
        ("ROLLBACK", "ROLLBACK", None),
        ("ROLLBACK /* c */ TRANSACTION TO SAVEPOINT [a b]", "ROLLBACK", "a b"),
        ("ROLLBACK TO a", "ROLLBACK", "a"),
        ("SAVEPOINT 'x'", "SAVEPOINT", "x"),
        ("RELEASE SAVEPOINT x", "RELEASE", "x"),
        ("RELEASE x", "RELEASE", "x"),
    ],
)
def test_transaction_control_is_named(sql, verb, target):
    facts = statement_facts(SQLITE, sql)
    assert facts.is_transaction_control
    assert (facts.transaction_verb, facts.target) == (verb, target)


@pytest.mark.parametrize(
    "sql", ["EXPLAIN BEGIN", "SELECT 1 AS begin", "CREATE TRIGGER a BEGIN SELECT 1; END", "SET x = 1"]
)
def test_what_only_mentions_a_transaction_controls_none(sql):
    facts = statement_facts(SQLITE, sql)
    assert (facts.is_transaction_control, facts.transaction_verb) == (False, None)


@pytest.mark.parametrize(
    ("sql", "is_control", "verb"),
    [
        ("START TRANSACTION READ ONLY", True, "BEGIN"),
        ("START", False, None),
        ("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", True, None),
        ("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE", True, None),
        ("SET x = 1", False, None),
        ("COMMIT AND CHAIN", True, "COMMIT"),
        ("BEGIN ATOMIC SELECT 1; END", False, None),
        ("END", False, None),
    ],
)
def test_transaction_control_is_named_in_the_standard_too(sql, is_control, verb):
    facts = statement_facts(ANSI, sql)
    assert (facts.is_transaction_control, facts.transaction_verb) == (is_control, verb)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM t WHERE a = 1",
        "UPDATE t SET a = (SELECT 1) WHERE b",
        "WITH x AS (SELECT 1) DELETE FROM t WHERE a IN (SELECT 1)",
        "EXPLAIN DELETE FROM t WHERE a",
        "delete from t/**/where(a)",
        "SELECT 1 FROM t WHERE a",
    ],
)
def test_a_where_of_its_own_is_seen(sql):
    assert statement_facts(SQLITE, sql).has_where


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM t",
        "DELETE FROM t -- WHERE a = 1",
        "DELETE FROM t /* WHERE */;",
        "DELETE FROM [where]",
        "DELETE FROM \"WHERE\" RETURNING 'where'",
        "UPDATE t SET a = (SELECT 1 WHERE 1)",
        "UPDATE t SET a = b) WHERE (c",
        "WITH x AS (SELECT 1 WHERE 1) DELETE FROM t",
        "DELETE FROM t; SELECT 1 WHERE 1",
        "EXPLAIN UPDATE t SET a = 1",
    ],
)
def test_a_where_elsewhere_does_not_count(sql):
    assert not statement_facts(SQLITE, sql).has_where


@pytest.mark.parametrize(
    ("sql", "target"),
    [
        ("INSERT INTO t VALUES (1)", "t"),
        ('INSERT OR REPLACE INTO main."my t" VALUES (1)', "main.my t"),
        ("REPLACE INTO [a]]", "a"),
        ("UPDATE OR IGNORE `a``b` SET c = 1", "a`b"),
        ('UPDATE "or" SET c = 1', "or"),
        ("DELETE FROM main /* c */ . t", "main.t"),
        ("WITH x AS (SELECT 1) DELETE FROM 'quoted'", "quoted"),
        ("EXPLAIN QUERY PLAN DELETE FROM t", "t"),
        ("CREATE TABLE IF NOT EXISTS a.b (c)", "a.b"),
        ('CREATE TABLE "if" (c)', "if"),
        ("CREATE TEMP VIEW v AS SELECT 1", "v"),
        ("CREATE UNIQUE INDEX i ON t (a)", "i"),
        ("CREATE VIRTUAL TABLE s USING fts5(x)", "s"),
        ("CREATE TEMPORARY TRIGGER IF NOT EXISTS g AFTER DELETE ON t BEGIN SELECT 1; END", "g"),
        ("DROP TABLE IF EXISTS t", "t"),
        ("DROP INDEX main.i", "main.i"),
        ("ALTER TABLE t RENAME TO u", "t"),
        ("PRAGMA main.user_version", "main.user_version"),
        ("ATTACH (SELECT 'a' AS b) AS c", "c"),
        ("DETACH DATABASE c", "c"),
        ("REINDEX t", "t"),
        ("SELECT * FROM t", None),
        ("INSERT VALUES (1)", None),
        ("DELETE t", None),
        ("CREATE NONSENSE t", None),
        ("DROP", None),
        ("UPDATE", None),
        ("ATTACH 'a'", None),
    ],
)
def test_the_target_is_named_without_quotes(sql, target):
    assert statement_facts(SQLITE, sql).target == target


@pytest.mark.parametrize(
    ("sql", "is_ddl"),
    [
        ("CREATE TABLE a (b)", True),
        ("drop view v", True),
        ("ALTER TABLE a ADD b", True),
        ("EXPLAIN CREATE TABLE a (b)", False),
        ("INSERT INTO a VALUES ('CREATE')", False),
        ("PRAGMA user_version", False),
    ],
)
def test_ddl_is_known(sql, is_ddl):
    assert statement_facts(SQLITE, sql).is_ddl is is_ddl


@pytest.mark.parametrize("sql", ["", ";", "-- c", "/* c */;", ".tables", "\n\n"])
def test_nothing_has_no_facts(sql):
    assert statement_facts(SQLITE, sql) == StatementFacts("")


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(300)
@given(text=texts())
def test_facts_and_statements_agree_on_the_verb_of_any_text(dialect_id, text):
    dialect = dialect_named(dialect_id)
    facts = statement_facts(dialect, text)
    first = next(dialect.iter_statements(text), None)
    if first is not None:
        assert (facts.verb, facts.is_explain) == (first.verb, first.is_explain)
