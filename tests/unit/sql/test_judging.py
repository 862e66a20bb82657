"""What people are asked about before it is sent: what may change something, and what is easily regretted."""

import pytest

from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from lapwing.sql.judging import judge

SERVERS = ("postgresql", "mysql", "sqlite")


def found(dialect: str, sql: str) -> tuple[list[str], list[str]]:
    """The statements that may change something, and those that destroy."""
    judged = judge(dialect_named(dialect), sql)
    return [sql[a:b] for a, b in judged.changing], [sql[a:b] for a, b in judged.destroying]


@pytest.mark.parametrize("dialect", SERVERS)
def test_reading_and_transaction_control_are_not_asked_about(dialect: str) -> None:
    assert found(dialect, "SELECT 1; BEGIN; SELECT max(a) FROM t WHERE b IN (SELECT c FROM d); COMMIT; ROLLBACK") == (
        [],
        [],
    )


@pytest.mark.parametrize("dialect", DIALECT_IDS)
def test_whatever_may_change_something_is_found_wherever_it_stands(dialect: str) -> None:
    sql = "SELECT 1;\n/* no */ INSERT INTO t VALUES (1);\nUPDATE t SET a = 1 WHERE b = 2; DROP TABLE t"
    assert found(dialect, sql) == (
        ["INSERT INTO t VALUES (1)", "UPDATE t SET a = 1 WHERE b = 2", "DROP TABLE t"],
        ["DROP TABLE t"],
    )


@pytest.mark.parametrize("dialect", SERVERS)
@pytest.mark.parametrize(
    ("sql", "target"),
    [
        ("DELETE FROM shop.item", "shop.item"),
        ("UPDATE item SET a = (SELECT b FROM c WHERE d)", "item"),
        ("WITH x AS (SELECT 1 WHERE 1 = 1) DELETE FROM item", "item"),
        ('DROP TABLE IF EXISTS "an item"', "an item"),
    ],
)
def test_what_destroys_is_told_with_what_it_is_about(dialect: str, sql: str, target: str) -> None:
    sql = sql.replace('"', "`") if dialect == "mysql" else sql
    judged = judge(dialect_named(dialect), sql)
    assert len(judged.destroying) == 1
    assert judged.target == target


@pytest.mark.parametrize(
    ("dialect", "sql"),
    [
        ("postgresql", "SELECT my_function(1)"),
        ("postgresql", "SELECT * FROM t FOR UPDATE"),
        ("postgresql", "WITH gone AS (DELETE FROM t RETURNING 1) SELECT * FROM gone"),
        ("postgresql", "DO $$ BEGIN DELETE FROM t; END $$"),
        ("postgresql", "PREPARE x AS DELETE FROM t"),
        ("postgresql", "EXPLAIN ANALYZE DELETE FROM t WHERE a = 1"),
        ("postgresql", "COPY t FROM STDIN;\n1\n\\.\n"),
        ("postgresql", "\\i other.sql"),
        ("postgresql", "\\g file"),
        ("postgresql", "\\set x 'DROP TABLE t'"),
        ("mysql", "SET GLOBAL max_connections = 1"),
        ("mysql", "SET STATEMENT max_statement_time = 1 FOR DELETE FROM t"),
        ("mysql", "SET PASSWORD = 'x'"),
        ("mysql", "CALL tidy()"),
        ("sqlite", "PRAGMA user_version = 3"),
        ("sqlite", ".read other.sql"),
    ],
)
def test_what_is_not_certain_to_read_counts_as_changing(dialect: str, sql: str) -> None:
    assert len(found(dialect, sql)[0]) == 1


@pytest.mark.parametrize(
    ("dialect", "sql"),
    [
        ("postgresql", "SET search_path = a; RESET ALL; SHOW work_mem; EXPLAIN DELETE FROM t"),
        ("postgresql", "\\d item\n\\timing\nSELECT 1 \\gx\n"),
        ("mysql", "USE shop; SET NAMES utf8mb4; SELECT 1\\G"),
        ("sqlite", ".tables\n.headers on\nPRAGMA table_info(t); EXPLAIN QUERY PLAN DELETE FROM t"),
    ],
)
def test_what_touches_only_the_session_is_not_asked_about(dialect: str, sql: str) -> None:
    assert found(dialect, sql) == ([], [])


def test_of_several_that_destroy_no_single_name_is_told() -> None:
    assert judge(dialect_named("postgresql"), "DROP TABLE a; DROP TABLE b").target == ""
