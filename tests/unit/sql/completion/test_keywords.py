"""The keywords that can follow at a place, by what stands before it and by dialect."""

from importlib import import_module

import pytest

from lapwing.domain.completion import ItemKind
from lapwing.sql.completion.builtins import builtin_signatures
from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from unit.sql.completion.offered import inserts

NOT_OF_THEIR_OWN = {"ROWID", "INNODB", "SAFE"}
"""Words that the servers take for keywords in one place only, and do not list."""


def keywords(text: str, dialect: str = "postgresql") -> list[str]:
    return inserts(text, dialect, ItemKind.KEYWORD)


def phrases_of(dialect: str) -> list[str]:
    own = import_module(f"lapwing.sql.completion.keywords_{dialect}")
    behind_colons = (line.rpartition(":")[2].rstrip(" +") for line in own.AFTER.replace("\n    ", " ").splitlines())
    texts = (own.START, own.DEFINITION, own.NEVER, *own.BEHIND.values(), *behind_colons)
    return [phrase.strip() for text in texts for phrase in text.split(",")]


@pytest.mark.parametrize("dialect", DIALECT_IDS)
def test_every_keyword_in_the_tables_of_a_dialect_is_one_of_its_keywords(dialect):
    known = dialect_named(dialect).keywords | dialect_named(dialect).types | NOT_OF_THEIR_OWN
    assert [phrase for phrase in phrases_of(dialect) if not known.issuperset(phrase.split())] == []


@pytest.mark.parametrize("dialect", DIALECT_IDS)
def test_every_function_with_a_signature_is_one_of_its_dialect(dialect):
    assert set(builtin_signatures(dialect)) <= dialect_named(dialect).functions


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("|", ["SELECT", "INSERT INTO", "UPDATE", "DELETE FROM"]),
        ("SELECT * FROM orders GROUP |", ["BY"]),
        ("SELECT * FROM orders ORDER |", ["BY"]),
        ("SELECT * FROM orders o LEFT |", ["JOIN", "OUTER JOIN"]),
        ("SELECT * FROM orders o NATURAL |", ["JOIN", "LEFT JOIN"]),
        ("SELECT id |", ["FROM", "AS"]),
        ("SELECT count(*) |", ["OVER", "FILTER", "FROM"]),
        ("SELECT * FROM orders |", ["JOIN", "LEFT JOIN", "INNER JOIN", "RIGHT JOIN", "FULL JOIN"]),
        ("SELECT * FROM orders o JOIN customers c |", ["ON", "USING", "JOIN"]),
        ("SELECT * FROM orders o CROSS JOIN customers c |", ["JOIN", "LEFT JOIN"]),
        ("SELECT * FROM orders WHERE id IS |", ["NULL", "NOT NULL"]),
        ("SELECT * FROM orders WHERE id IS NOT |", ["NULL", "TRUE"]),
        ("SELECT * FROM orders WHERE id NOT |", ["IN", "LIKE", "BETWEEN", "ILIKE"]),
        ("SELECT * FROM orders WHERE id = 1 |", ["AND", "OR"]),
        ("SELECT CASE WHEN id = 1 |", ["THEN"]),
        ("SELECT CASE WHEN id = 1 THEN 2 |", ["WHEN", "ELSE", "END"]),
        ("SELECT * FROM orders ORDER BY id |", ["ASC", "DESC"]),
        ("SELECT * FROM orders ORDER BY id DESC NULLS |", ["FIRST", "LAST"]),
        ("SELECT * FROM orders LIMIT 5 |", ["OFFSET"]),
        ("INSERT |", ["INTO"]),
        ("INSERT INTO orders |", ["VALUES", "SELECT", "DEFAULT VALUES"]),
        ("INSERT INTO orders (id) |", ["VALUES", "SELECT", "DEFAULT VALUES"]),
        ("INSERT INTO shop.orders |", ["VALUES", "SELECT"]),
        ("INSERT INTO orders (id) VALUES (1) |", ["ON CONFLICT", "RETURNING"]),
        ("INSERT INTO orders (id) VALUES (1) ON |", ["CONFLICT"]),
        ("INSERT INTO orders (id) VALUES (1) ON CONFLICT |", ["DO NOTHING", "ON CONSTRAINT"]),
        ("INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) |", ["DO NOTHING", "DO UPDATE SET", "WHERE"]),
        ("INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO |", ["NOTHING", "UPDATE SET"]),
        ("UPDATE orders |", ["SET", "AS"]),
        ("UPDATE orders SET total = 1 |", ["WHERE", "FROM", "RETURNING"]),
        ("DELETE |", ["FROM"]),
        ("DELETE FROM orders |", ["WHERE", "USING", "RETURNING"]),
        ("CREATE |", ["TABLE", "VIEW", "INDEX"]),
        ("CREATE OR |", ["REPLACE"]),
        ("CREATE OR REPLACE |", ["VIEW", "FUNCTION"]),
        ("CREATE UNIQUE INDEX i |", ["ON"]),
        ("ALTER TABLE orders |", ["ADD COLUMN", "DROP COLUMN", "ALTER COLUMN"]),
        ("ALTER TABLE shop.orders |", ["ADD COLUMN", "DROP COLUMN", "ALTER COLUMN"]),
        ("ALTER TABLE orders RENAME COLUMN id |", ["TO"]),
        ("REFRESH |", ["MATERIALIZED VIEW"]),
        ("SELECT 1 UNION |", ["ALL", "SELECT"]),
        ("WITH x |", ["AS"]),
        ("SELECT extract(|", ["YEAR", "MONTH"]),
        ("SELECT cast(id |", ["AS"]),
        ("SELECT string_agg(name, ',' |", ["ORDER BY", "AND"]),
        ("SELECT sum(total) OVER (|", ["PARTITION BY", "ORDER BY", "ROWS"]),
        ("SELECT sum(total) OVER (ORDER BY id DESC |", ["NULLS FIRST", "NULLS LAST", "ROWS"]),
        ("SELECT * FROM orders ORDER BY id DESC |", ["NULLS FIRST", "NULLS LAST", "LIMIT"]),
        ("WITH x AS (|", ["SELECT", "VALUES", "WITH"]),
        ("WITH x AS (SELECT 1) |", ["SELECT", "INSERT INTO", "UPDATE"]),
        ("SELECT * FROM orders WHERE id IN (|", ["SELECT", "WITH", "VALUES"]),
        ("/* of SELECT */ UPDATE orders SET total = 1 |", ["WHERE", "FROM", "RETURNING"]),
    ],
)
def test_what_can_follow_in_postgresql_comes_first(text, first):
    assert keywords(text)[: len(first)] == first


@pytest.mark.parametrize(
    ("dialect", "text", "first"),
    [
        ("mysql", "REPLACE |", ["INTO"]),
        ("mysql", "SHOW |", ["TABLES", "DATABASES"]),
        ("mysql", "INSERT INTO orders |", ["VALUES", "SELECT", "SET"]),
        ("mysql", "INSERT INTO orders (id) VALUES (1) ON DUPLICATE |", ["KEY UPDATE"]),
        ("mysql", "ALTER TABLE orders |", ["ADD COLUMN", "DROP COLUMN", "MODIFY COLUMN", "CHANGE COLUMN"]),
        ("sqlite", "INSERT |", ["INTO", "OR REPLACE INTO", "OR IGNORE INTO"]),
        ("sqlite", "INSERT OR |", ["REPLACE INTO", "IGNORE INTO"]),
        ("sqlite", "ALTER TABLE orders |", ["ADD COLUMN", "DROP COLUMN", "RENAME TO", "RENAME COLUMN"]),
        ("sqlite", "EXPLAIN |", ["QUERY PLAN", "SELECT"]),
        ("sqlite", "CREATE VIRTUAL |", ["TABLE"]),
        ("sqlite", "PRAGMA foreign_|", ["foreign_keys", "foreign_key_list", "foreign_key_check"]),
        ("mysql", "SELECT now() + INTERVAL 1 |", ["DAY", "MONTH"]),
        ("ansi", "MERGE |", ["INTO"]),
    ],
)
def test_what_can_follow_in_other_dialects_comes_first(dialect, text, first):
    assert keywords(text, dialect)[: len(first)] == first


@pytest.mark.parametrize(
    ("dialect", "text", "absent"),
    [
        ("mysql", "SELECT * FROM orders |", "FULL JOIN"),
        ("mysql", "INSERT INTO orders |", "DEFAULT VALUES"),
        ("mysql", "SELECT * FROM orders WHERE id |", "ILIKE"),
        ("mysql", "SELECT * FROM orders ORDER BY id |", "NULLS FIRST"),
        ("sqlite", "SELECT * FROM orders |", "FOR UPDATE"),
        ("sqlite", "SELECT * FROM orders |", "TABLESAMPLE"),
        ("postgresql", "SELECT * FROM orders |", "STRAIGHT_JOIN"),
        ("postgresql", "SELECT * FROM orders |", "ON"),
        ("postgresql", "SELECT * FROM orders |", "SET"),
        ("postgresql", "SELECT * FROM orders WHERE id = 1 |", "RETURNING"),
        ("postgresql", "DELETE FROM orders WHERE id = 1 |", "GROUP BY"),
        ("postgresql", "UPDATE orders SET total = 1 |", "ORDER BY"),
        ("postgresql", "INSERT INTO orders (id) |", "OVER"),
        ("postgresql", "SELECT lower(name |", "FROM"),
        ("postgresql", "SELECT lower(|", "SELECT"),
        ("postgresql", "SELECT * FROM orders WHERE (id = 1 |", "ORDER BY"),
        ("postgresql", "INSERT INTO orders VALUES (1 |", "ON CONFLICT"),
        ("postgresql", "WITH x AS (|", "CREATE"),
        ("postgresql", "SELECT * FROM orders ORDER BY id DESC |", "ASC"),
        ("postgresql", "SELECT id |", "SELECT"),
        ("postgresql", "SELECT * FROM orders JOIN customers USING (|", "SELECT"),
    ],
)
def test_what_cannot_follow_is_not_offered(dialect, text, absent):
    assert absent not in keywords(text, dialect)


def test_only_keywords_are_offered_where_only_a_keyword_can_stand():
    assert inserts("SELECT * FROM orders GROUP |") == ["BY"]
    assert not inserts("SELECT * FROM orders o WHERE id |", kind=ItemKind.COLUMN)


def test_a_quoted_name_that_is_a_keyword_is_a_name():
    assert "BY" not in inserts('SELECT "GROUP" |')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sel|", "select"),
        ("SEL|", "SELECT"),
        ("Sel|", "SELECT"),
        ("select * from orders |", "join"),
        ("SELECT * FROM orders |", "JOIN"),
        ("select * from orders Wh|", "WHERE"),
        ("SELECT * FROM orders wh|", "where"),
        ("|", "SELECT"),
        ("| from orders where id = 1", "select"),
    ],
)
def test_keywords_come_in_the_letters_that_the_person_writes(text, expected):
    assert keywords(text)[0] == expected


def test_a_first_letter_behind_a_table_is_left_to_be_its_alias_unless_asked():
    assert inserts("SELECT * FROM orders o|", is_asked=False) == []
    assert "ORDER BY" in inserts("SELECT * FROM orders OR|", is_asked=False)


def test_a_letter_behind_the_columns_of_an_insert_is_no_alias():
    assert inserts("INSERT INTO orders (id) V|", is_asked=False)[0] == "VALUES"


def test_a_keyword_that_is_written_whole_is_not_offered_any_more_while_typing():
    assert inserts("select id from|", is_asked=False) == []
    assert inserts("select * from orders where id is|", is_asked=False)[0] == "is null"
    assert inserts("select id from|")[0] == "from"
