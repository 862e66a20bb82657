"""Which clause a place is in, and what is written there so far."""

import pytest

from unit.sql.completion.places import place

CLAUSES = """
start           |
start           SEL|
start           EXPLAIN ANALYZE |
start           SELECT 1 UNION ALL |
start           WITH a AS (SELECT 1) |
start           WITH a AS (|)
start           CREATE VIEW v AS |
start           SELECT 1; |
select_list     SELECT |
select_list     SELECT | FROM orders
select_list     SELECT o. | FROM orders o
select_list     SELECT o.|
select_list     SELECT id, coalesce(total, | FROM orders
select_list     SELECT a IS DISTINCT FROM |
select_list     SELECT extract(year FROM |) FROM orders
select_list     SELECT DISTINCT | FROM orders
select_list     SELECT (SELECT |) FROM orders
select_list     INSERT INTO orders (id) SELECT |
select_list     INSERT INTO orders (SELECT |
select_list     SELECT 1 UNION SELECT |
select_list     CREATE TABLE t AS SELECT | FROM items
alias           SELECT id AS |
alias           SELECT * FROM orders AS |
alias           WITH |
alias           WITH a AS (SELECT 1), |
alias           SELECT * FROM (VALUES (1)) v(|)
with_columns    WITH a(|) AS (SELECT 1) SELECT 1
from            SELECT * FROM |
from            SELECT * FROM orders |
from            SELECT * FROM orders o LEFT JOIN |
from            SELECT * FROM orders, | WHERE 1 = 1
from            SELECT * FROM (|
from            SELECT * FROM (orders JOIN |
from            SELECT * FROM shop.|
from            SELECT * FROM orders wh|
on              SELECT * FROM orders JOIN items ON |
on              SELECT * FROM orders JOIN items ON a = left(b, |) WHERE 1
on              SELECT * FROM orders JOIN items ON (a = 1 AND | WHERE x
using           SELECT * FROM orders JOIN items USING (|
where           SELECT * FROM orders WHERE |
where           SELECT * FROM orders WHERE id IN (1, |)
where           SELECT * FROM orders WHERE a = | ORDER BY id
where           SELECT count(*) FILTER (WHERE |) FROM orders
group_by        SELECT a FROM orders GROUP BY |
having          SELECT a FROM orders GROUP BY a HAVING |
order_by        SELECT a FROM orders ORDER BY a, |
window          SELECT sum(a) OVER (PARTITION BY |) FROM orders
window          SELECT 1 FROM orders WINDOW w AS (|
limit           SELECT 1 FROM orders LIMIT |
insert_into     INSERT INTO |
insert_columns  INSERT INTO orders (|
insert_columns  INSERT INTO orders (id, | VALUES (1, 2)
values          INSERT INTO orders (id) VALUES (|)
values          VALUES (1), (|)
conflict_columns INSERT INTO orders (id) VALUES (1) ON CONFLICT (|)
set             INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET |
set_value       INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET total = |
where           INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET total = 1 WHERE |
returning       INSERT INTO orders (id) SELECT 1 FROM items RETURNING |
update          UPDATE |
set             UPDATE orders SET |
set             UPDATE orders SET total = 1, |
set_value       UPDATE orders SET total = |
set_value       UPDATE orders SET total = coalesce(total, |)
where           UPDATE orders SET total = (1 WHERE |
from            UPDATE orders SET total = 1 FROM |
delete_from     DELETE FROM |
where           DELETE FROM orders WHERE |
from            DELETE FROM orders USING |
returning       DELETE FROM orders RETURNING |
type            SELECT id::|
type            SELECT CAST(id AS |)
type            CREATE TABLE t (a |)
type            SELECT * FROM json_to_recordset('[]') AS r(a |)
type            ALTER TABLE orders ADD COLUMN a |
type            ALTER TABLE orders ALTER COLUMN total TYPE |
type            CREATE FUNCTION f(a int) RETURNS |
alias           CREATE TABLE t (|)
alias           CREATE TABLE |
alias           ALTER TABLE orders RENAME COLUMN total TO |
definition      CREATE TABLE t (a int |)
definition      CREATE TABLE t (a int, PRIMARY KEY (|))
definition      CREATE INDEX i ON orders (|)
definition      ALTER TABLE orders DROP COLUMN |
definition      COPY orders (|) FROM STDIN
relation        CREATE TABLE t (a int REFERENCES |)
relation        CREATE INDEX i ON |
relation        ALTER TABLE |
relation        DROP TABLE IF EXISTS |
relation        TRUNCATE |
relation        COPY |
relation        GRANT SELECT ON |
relation        COMMENT ON TABLE |
relation        MERGE INTO |
on              MERGE INTO orders o USING items i ON |
set_value       MERGE INTO orders o USING items i ON true WHEN MATCHED THEN UPDATE SET total = |
schema          DROP SCHEMA |
schema          SET search_path TO |
call            CALL |
"""


@pytest.mark.parametrize("line", CLAUSES.strip().splitlines())
def test_the_clause_of_a_place_is_known_however_little_is_written(line: str) -> None:
    clause, _, marked = line.partition(" ")
    assert place(marked.strip()).clause == clause


@pytest.mark.parametrize(
    ("dialect", "clause", "marked"),
    [
        ("mysql", "set", "INSERT INTO orders (id) VALUES (1) ON DUPLICATE KEY UPDATE |"),
        ("mysql", "set", "INSERT INTO orders SET |"),
        ("mysql", "set_value", "INSERT INTO orders (id) VALUES (1) ON DUPLICATE KEY UPDATE total = VALUES(|)"),
        ("mysql", "on", "UPDATE orders JOIN items ON | SET total = 1"),
        ("mysql", "schema", "USE |"),
        ("mysql", "relation", "SHOW COLUMNS FROM |"),
        ("mysql", "relation", "DESCRIBE |"),
        ("mysql", "set", "CREATE TRIGGER x AFTER UPDATE ON orders FOR EACH ROW UPDATE items SET |"),
        ("sqlite", "insert_into", "REPLACE INTO |"),
        ("sqlite", "where", "CREATE TRIGGER x AFTER UPDATE ON orders BEGIN DELETE FROM items WHERE |; END"),
        ("ansi", "from", "SELECT * FROM orders CROSS JOIN |"),
    ],
)
def test_each_dialect_has_clauses_of_its_own(dialect: str, clause: str, marked: str) -> None:
    assert place(marked, dialect).clause == clause


@pytest.mark.parametrize(
    ("marked", "word", "quote", "qualifiers"),
    [
        ("SELECT to|tal FROM orders", "to", "", ()),
        ("SELECT o.to| FROM orders o", "to", "", ("o",)),
        ('SELECT "shop"."orders".| FROM x', "", "", ("shop", "orders")),
        ('SELECT "to| FROM orders WHERE "id" = 1', "to", '"', ()),
        ('SELECT o."to|" FROM orders o', "to", '"', ("o",)),
        ("SELECT |FROM orders", "", "", ()),
        ("SELECT 12| FROM orders", "", "", ()),
    ],
)
def test_the_word_at_a_place_is_told_with_its_quote_and_qualifiers(
    marked: str, word: str, quote: str, qualifiers: tuple[str, ...]
) -> None:
    found = place(marked)
    assert (found.word, found.quote, found.qualifiers) == (word, quote, qualifiers)
    assert marked.replace("|", "")[found.start : found.end].startswith(quote + word)


def test_a_choice_replaces_the_whole_word_around_the_caret() -> None:
    found = place("SELECT cust|omer_id FROM orders")
    assert (found.start, found.end) == (7, 18)


@pytest.mark.parametrize(
    "marked",
    ["SELECT 'a|' FROM t", "SELECT 'a|", "SELECT 1 -- a|", "SELECT /* a| */ 1", "SELECT $$ a| $$", "SELECT E'\\'|'"],
)
def test_nothing_is_said_of_places_in_strings_and_comments(marked: str) -> None:
    assert place(marked).in_text


@pytest.mark.parametrize("marked", ["SELECT 'a'| FROM t", "SELECT /* a */| 1", 'SELECT "a| FROM t'])
def test_behind_a_string_and_in_a_quoted_name_is_no_text(marked: str) -> None:
    assert not place(marked).in_text


@pytest.mark.parametrize(
    ("marked", "expects"),
    [
        ("SELECT |", True),
        ("SELECT a |", False),
        ("SELECT a, |", True),
        ("SELECT * |", False),
        ("SELECT 2 * |", True),
        ("SELECT * FROM orders WHERE |", True),
        ("SELECT * FROM orders WHERE id |", False),
        ("SELECT * FROM orders WHERE id = |", True),
        ("SELECT * FROM orders WHERE (id) |", False),
        ("SELECT * FROM orders WHERE id IS NULL |", False),
        ("SELECT * FROM orders |", False),
        ("SELECT * FROM orders JOIN |", True),
        ("SELECT * FROM orders ORDER BY id DESC |", False),
        ("SELECT CASE WHEN |", True),
    ],
)
def test_it_is_known_whether_an_operand_begins(marked: str, expects: bool) -> None:
    assert place(marked).expects_operand is expects


def test_the_words_before_a_place_come_nearest_first() -> None:
    assert place('SELECT * FROM "a" LEFT JOIN o.b|').before[:4] == ("JOIN", "LEFT", '"A"', "FROM")


@pytest.mark.parametrize(
    ("marked", "taken"),
    [
        ("INSERT INTO orders (id, |, total)", {"id", "total"}),
        ("UPDATE orders SET id = 1, |", {"id"}),
        ("SELECT * FROM orders JOIN items USING (id, |)", {"id"}),
        ("SELECT id, o.total, | FROM orders o", {"id", "total"}),
    ],
)
def test_what_a_list_holds_already_is_known(marked: str, taken: set[str]) -> None:
    assert place(marked).taken == taken


@pytest.mark.parametrize(
    "marked",
    [
        "INSERT INTO orders (|)",
        "INSERT INTO shop.orders VALUES (|)",
        "UPDATE orders o SET |",
        "DELETE FROM orders WHERE |",
        "ALTER TABLE orders DROP COLUMN |",
        "CREATE INDEX i ON orders (|)",
        "CREATE TABLE t (a int REFERENCES orders (|))",
    ],
)
def test_the_relation_that_a_statement_is_about_is_known(marked: str) -> None:
    target = place(marked).target
    assert target is not None
    assert target.name == "orders"


def test_a_constraint_knows_the_columns_of_the_table_that_is_being_made() -> None:
    target = place("CREATE TABLE t (a int, b text, PRIMARY KEY (|))").target
    assert target is not None
    assert [column.name for column in target.columns] == ["a", "b"]


def test_order_by_knows_the_names_that_the_select_list_gives() -> None:
    assert place("SELECT id, total * 2 AS double FROM orders ORDER BY |").outputs == ("id", "double")


def test_parameters_are_told_once_each() -> None:
    assert place("SELECT :id, $1, 'a :b' FROM orders WHERE id = :id AND |").parameters == (":id", "$1")
