import pytest

from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named

MYSQL = dialect_named("mysql")

READING = [
    "SELECT 1",
    "select * from t where a = 'DELETE' and b = \"INSERT\" and `update` = 1 # DROP",
    "/* DELETE */ SELECT 1 -- DROP",
    "SELECT /*+ NO_INDEX(t) */ 1",
    "SELECT /*!40001 SQL_NO_CACHE */ * FROM t",
    "VALUES ROW(1), ROW(2)",
    "TABLE t",
    "(SELECT 1) UNION (SELECT 2)",
    "WITH RECURSIVE a (n) AS (SELECT 1 UNION SELECT n + 1 FROM a) SELECT * FROM a",
    "SELECT count(*), ifnull(a, b), IF(a, 1, 2), replace(a, 'x', 'y'), left(a, 1) FROM t",
    "SELECT CAST(a AS CHAR(10)), CONVERT(a USING utf8mb4), DATE_ADD(now(), INTERVAL 1 DAY), rank() OVER (ORDER BY a)",
    "SELECT a FROM t WHERE a IN (1) AND MATCH (b) AGAINST ('x') ORDER BY FIELD(a, 1, 2)",
    "SHOW TABLES",
    "SHOW CREATE TABLE t",
    "SHOW INDEX FROM t",
    "DESCRIBE t",
    "DESC t a",
    "EXPLAIN t",
    "EXPLAIN SELECT 1",
    "EXPLAIN FORMAT=JSON DELETE FROM t",
    "EXPLAIN FOR CONNECTION 5",
    "ANALYZE SELECT count(*) FROM t",
    "HELP 'select'",
    "CHECKSUM TABLE t",
    "SELECT @a, @@version, \\N",
]
WRITING = [
    "INSERT INTO t VALUES (1)",
    "REPLACE INTO t VALUES (1)",
    "WITH a AS (SELECT 1) UPDATE t SET a = 1",
    "SELECT 1 INTO OUTFILE '/tmp/a'",
    "SELECT 1 INTO @a",
    "SELECT /*! INTO OUTFILE 'a' */ 1",
    "SELECT 1 INTO DUMPFILE 'a'",
    "SELECT * FROM t FOR UPDATE",
    "SELECT * FROM t FOR SHARE",
    "SELECT * FROM t LOCK IN SHARE MODE",
    "SELECT @a := 1",
    "SELECT GET_LOCK('a', 1)",
    "SELECT LAST_INSERT_ID(5)",
    "SELECT NEXTVAL(s)",
    "SELECT NEXT VALUE FOR s",
    "SELECT my_function()",
    "SELECT mine.lower('a')",
    "SELECT sys_exec('x')",
    "SELECT 1; SELECT 2",
    "SELECT [1]",
    "EXPLAIN SELECT my_function()",
    "EXPLAIN ANALYZE DELETE FROM t",
    "ANALYZE DELETE FROM t",
    "ANALYZE TABLE t",
    "CHECK TABLE t",
    "CALL p()",
    "DO SLEEP(1)",
    "HANDLER t OPEN",
    "LOAD DATA INFILE 'a' INTO TABLE t",
    "SET @a = 1",
    "USE test",
    "EXECUTE p",
    "FLUSH TABLES",
    "KILL 5",
    "LOCK TABLES t READ",
    "BEGIN",
    "",
    "status",
]


@pytest.mark.parametrize("sql", READING)
def test_a_statement_that_only_reads_is_known_to(sql):
    assert statement_facts(MYSQL, sql).reads_only


@pytest.mark.parametrize("sql", WRITING)
def test_whatever_is_not_certain_counts_as_writing(sql):
    assert not statement_facts(MYSQL, sql).reads_only


@pytest.mark.parametrize(
    ("sql", "verb", "target"),
    [
        ("BEGIN", "BEGIN", None),
        ("BEGIN WORK", "BEGIN", None),
        ("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", "BEGIN", None),
        ("COMMIT WORK", "COMMIT", None),
        ("ROLLBACK", "ROLLBACK", None),
        ("ROLLBACK WORK TO SAVEPOINT `a b`", "ROLLBACK", "a b"),
        ("SAVEPOINT a", "SAVEPOINT", "a"),
        ("RELEASE SAVEPOINT a", "RELEASE", "a"),
        ("XA START 'x'", "BEGIN", None),
        ("XA BEGIN 'x'", "BEGIN", None),
        ("XA END 'x'", None, None),
        ("XA PREPARE 'x'", "PREPARE", None),
        ("XA COMMIT 'x' ONE PHASE", "COMMIT", None),
        ("XA ROLLBACK 'x'", "ROLLBACK", None),
        ("SET TRANSACTION READ ONLY", None, None),
        ("SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE", None, None),
        ("SET autocommit = 0", None, None),
        ("SET @@session.autocommit := 1", None, None),
        ("SET NAMES utf8, @@autocommit=1", None, None),
        ("SET GLOBAL tx_isolation = 'SERIALIZABLE'", None, None),
        ("/*!40000 SET autocommit=0 */", None, None),
    ],
)
def test_transaction_control_is_named(sql, verb, target):
    facts = statement_facts(MYSQL, sql)
    assert facts.is_transaction_control
    assert (facts.transaction_verb, facts.target) == (verb, target)


@pytest.mark.parametrize(
    "sql", ["BEGIN NOT ATOMIC SELECT 1; END", "START SLAVE", "SET @a = 1", "XA RECOVER", "SET NAMES utf8"]
)
def test_what_only_looks_like_transaction_control_is_none(sql):
    facts = statement_facts(MYSQL, sql)
    assert (facts.is_transaction_control, facts.transaction_verb) == (False, None)


def test_a_chain_is_seen():
    assert statement_facts(MYSQL, "COMMIT AND CHAIN NO RELEASE").is_chained
    assert not statement_facts(MYSQL, "COMMIT RELEASE").is_chained


@pytest.mark.parametrize(
    ("sql", "commits"),
    [
        ("CREATE TABLE t (a INT)", True),
        ("CREATE TEMPORARY TABLE t (a INT)", False),
        ("DROP TEMPORARY TABLE t", False),
        ("DROP TABLE t", True),
        ("/*!50003 DROP TABLE t */", True),
        ("LOCK TABLES t READ", True),
        ("ANALYZE TABLE t", True),
        ("ANALYZE SELECT 1", False),
        ("SET PASSWORD = ''", True),
        ("SET a = 1", False),
        ("START SLAVE", True),
        ("START TRANSACTION", False),
        ("EXPLAIN SELECT 1", False),
        ("INSERT INTO t VALUES (1)", False),
    ],
)
def test_a_statement_that_commits_what_is_open_is_known(sql, commits):
    assert statement_facts(MYSQL, sql).commits_implicitly is commits


@pytest.mark.parametrize(
    ("sql", "has_where"),
    [
        ("DELETE FROM t WHERE a = 1", True),
        ("DELETE t1, t2 FROM t1 JOIN t2 WHERE t1.a = t2.a", True),
        ("DELETE FROM t1 USING t1 JOIN t2 WHERE t1.a = t2.a", True),
        ("UPDATE t1, t2 SET t1.a = t2.a WHERE t1.b = t2.b", True),
        ("UPDATE t1 JOIN (SELECT 1 AS a WHERE 1) AS u SET t1.a = u.a", False),
        ("DELETE FROM t LIMIT 1", False),
        ("DELETE FROM t # WHERE", False),
        ('UPDATE t SET a = "WHERE"', False),
        ("UPDATE t SET a = 1 /*!50000 WHERE b = 1 */", True),
    ],
)
def test_a_where_of_its_own_is_seen(sql, has_where):
    assert statement_facts(MYSQL, sql).has_where is has_where


@pytest.mark.parametrize(
    ("sql", "target"),
    [
        ("INSERT LOW_PRIORITY IGNORE INTO `a``b`.t VALUES (1)", "a`b.t"),
        ("INSERT t VALUES (1)", "t"),
        ("REPLACE DELAYED t VALUES (1)", "t"),
        ("UPDATE LOW_PRIORITY t1, t2 SET t1.a = 1", "t1"),
        ("DELETE QUICK FROM t", "t"),
        ("DELETE t1, t2 FROM t1 JOIN t2", "t1"),
        ("TRUNCATE t", "t"),
        ("CREATE OR REPLACE TEMPORARY TABLE IF NOT EXISTS t (a INT)", "t"),
        ("CREATE OR REPLACE ALGORITHM = MERGE DEFINER = `root`@`%` SQL SECURITY INVOKER VIEW v AS SELECT 1", "v"),
        ("CREATE DEFINER=user@localhost PROCEDURE p() SELECT 1", "p"),
        (
            "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER g BEFORE INSERT ON t FOR EACH ROW DO 1 */",
            "g",
        ),
        ("CREATE UNIQUE INDEX i ON t (a)", "i"),
        ("CREATE USER IF NOT EXISTS 'a'@'b'", "a"),
        ("DROP TABLE IF EXISTS a, b", "a"),
        ("DROP EVENT e", "e"),
        ("ALTER ONLINE IGNORE TABLE t ADD a INT", "t"),
        ("ALTER DEFINER = CURRENT_USER EVENT e DISABLE", "e"),
        ("RENAME TABLE a TO b", "a"),
        ("LOAD DATA LOCAL INFILE 'a' REPLACE INTO TABLE t FIELDS TERMINATED BY ','", "t"),
        ("ANALYZE NO_WRITE_TO_BINLOG TABLE t", "t"),
        ("LOCK TABLES t READ", "t"),
        ("CALL a.p()", "a.p"),
        ("USE `a b`", "a b"),
        ("DESC t", "t"),
        ("SELECT * FROM t", None),
    ],
)
def test_the_target_is_named_without_quotes(sql, target):
    assert statement_facts(MYSQL, sql).target == target


@pytest.mark.parametrize(
    ("sql", "is_ddl"),
    [("CREATE TABLE t (a INT)", True), ("RENAME TABLE a TO b", True), ("TRUNCATE t", True), ("ANALYZE TABLE t", False)],
)
def test_ddl_is_known(sql, is_ddl):
    assert statement_facts(MYSQL, sql).is_ddl is is_ddl
