"""Whose columns can be named at a place."""

import pytest

from lapwing.sql.completion.facts import SourceKind
from unit.sql.completion.places import place, told

ORDER_COLUMNS = ["id", "customer_id", "total"]
ITEM_COLUMNS = ["order_id", "price"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("SELECT | FROM orders", ["orders"]),
        ("SELECT | FROM orders o", ["o"]),
        ("SELECT | FROM ONLY shop.orders AS o, items", ["o", "items"]),
        ("SELECT | FROM orders TABLESAMPLE system (1), items", ["orders", "items"]),
        ("SELECT | FROM (orders o JOIN items i ON true) JOIN customers c ON true", ["o", "i", "c"]),
        (
            "SELECT | FROM orders o LEFT OUTER JOIN items i ON a = left(b, 2) NATURAL JOIN customers",
            ["o", "i", "customers"],
        ),
        ("SELECT * FROM orders o JOIN items i ON | JOIN customers ON true", ["o", "i"]),
        ("SELECT * FROM orders o, items i JOIN customers c ON |", ["i", "c"]),
        ("SELECT * FROM orders WHERE id IN (SELECT | FROM items)", ["items", "orders"]),
        ("SELECT * FROM orders o, (SELECT | FROM items) x", ["items"]),
        ("SELECT * FROM orders o, LATERAL (SELECT | FROM items) x, customers", ["items", "o"]),
        ("SELECT * FROM orders o JOIN LATERAL generate_series(1, |) g ON true", ["o"]),
        ("SELECT id FROM orders UNION SELECT | FROM items", ["items"]),
        ("UPDATE orders o SET total = | FROM items i", ["o", "i"]),
        ("DELETE FROM orders USING items WHERE |", ["orders", "items"]),
        ("INSERT INTO orders SELECT | FROM items", ["items"]),
        ("INSERT INTO orders SELECT price FROM items RETURNING |", ["orders"]),
        ("INSERT INTO orders VALUES (1) ON CONFLICT (id) DO UPDATE SET total = |", ["orders", "excluded"]),
        ("SELECT | FROM orders o WHERE (", ["o"]),
        ("SELECT | FROM orders wh", ["wh"]),
        ("SELECT count(| FROM orders", ["orders"]),
        ("SELECT id FROM orders UNION SELECT price FROM items ORDER BY |", []),
        ("SELECT coalesce(a, | FROM orders WHERE f(x", ["orders"]),
        ("SELECT * FROM a JOIN WHERE |", ["a"]),
        ("SELECT 1 FROM orders\n\nSELECT | FROM items", ["items"]),
    ],
)
def test_the_sources_of_a_place_come_nearest_first(marked: str, names: list[str]) -> None:
    assert [source.name for source in place(marked).sources] == names


@pytest.mark.parametrize(
    ("marked", "name", "columns"),
    [
        ("SELECT | FROM orders o", "o", ORDER_COLUMNS),
        ("SELECT | FROM orders AS o(a, b)", "o", ["a", "b", "total"]),
        ("SELECT | FROM audit.log", "log", ["id", "what"]),
        ('SELECT | FROM "Odd Table"', "Odd Table", ["a"]),
        ("SELECT | FROM nothing", "nothing", None),
        ("SELECT | FROM (SELECT id, total AS t, total * 2 d, o.id c FROM orders o) x", "x", ["id", "t", "d", "c"]),
        ("SELECT | FROM (SELECT *, 1 AS one FROM items) x", "x", [*ITEM_COLUMNS, "one"]),
        ("SELECT | FROM (SELECT i.*, o.id FROM orders o, items i) x", "x", [*ITEM_COLUMNS, "id"]),
        ("SELECT | FROM (SELECT a FROM b UNION SELECT c FROM d) x", "x", ["a"]),
        ("SELECT | FROM (VALUES (1, 2), (3, 4)) x", "x", ["column1", "column2"]),
        ("SELECT | FROM (VALUES (1, 2)) x(a, b)", "x", ["a", "b"]),
        ("SELECT | FROM (SELECT * FROM orders JOIN customers USING (customer_id)) x", "x",
         ["customer_id", "id", "total", "name", "Weird Col"]),
        ("WITH a AS (SELECT id FROM orders) SELECT | FROM a", "a", ["id"]),
        ("WITH a(x) AS (SELECT id FROM orders) SELECT | FROM a b", "b", ["x"]),
        ("WITH a AS (SELECT 1 x), b AS NOT MATERIALIZED (SELECT *, 1 n FROM a) SELECT | FROM b", "b", ["x", "n"]),
        ("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT | FROM t) SELECT 1", "t", ["n"]),
        ("WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT | FROM t) SELECT 1", "t", ["n"]),
        ("WITH d AS (DELETE FROM orders RETURNING id, total AS t) SELECT | FROM d", "d", ["id", "t"]),
        ("SELECT | FROM top_orders(3) t", "t", ["id", "rank"]),
        ("SELECT | FROM all_orders() t", "t", ORDER_COLUMNS),
        ("SELECT | FROM split('a')", "split", ["first", "rest"]),
        ("SELECT | FROM plus_one(1) p", "p", ["p"]),
        ("SELECT | FROM generate_series(1, 2) AS g(n)", "g", ["n"]),
        ("SELECT | FROM generate_series(1, 2) g", "g", ["g"]),
        ("SELECT | FROM json_to_record('{}') AS r(a int, b text)", "r", ["a", "b"]),
        ("SELECT | FROM unnest(ARRAY[1]) WITH ORDINALITY AS u(a, n)", "u", ["a", "n"]),
    ],
)  # fmt: skip
def test_the_columns_of_a_source_are_worked_out(marked: str, name: str, columns: list[str] | None) -> None:
    assert told(marked)[name] == columns


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("count(*)", "count"), ("sum(total) FILTER (WHERE id > 1) OVER ()", "sum"), ("total + 1", "?column?"),
        ("total::text", "total"), ("'1'::int", "int4"), ("CAST(total AS text)", "total"), ("(SELECT 1 AS one)", "one"),
        ("EXISTS (SELECT 1)", "exists"), ("CASE WHEN true THEN 1 END", "case"), ("current_date", "current_date"),
        ("ARRAY[1]", "array"), ("coalesce(total, 1)", "coalesce"), ("date '2020-01-01'", "date"), ("NULL", "?column?"),
        ("CASE WHEN true THEN 1 ELSE id END", "id"), ("(1, 2)", "row"), ("true", "?column?"), ("(o).total", "total"),
        ("extract(year FROM now())", "extract"), ("now() AT TIME ZONE 'utc'", "timezone"), ("-total", "?column?"),
        ("total::double precision", "total"), ("cast(1 + 1 AS integer)", "int4"), ("id || 'x'", "?column?"),
    ],
)  # fmt: skip
def test_expressions_are_called_as_postgresql_calls_them(expression: str, name: str) -> None:
    assert told(f"SELECT | FROM (SELECT {expression} FROM orders o) x")["x"] == [name]


@pytest.mark.parametrize(("dialect", "name"), [("mysql", "total + 1"), ("sqlite", "total + 1")])
def test_expressions_are_called_by_their_text_elsewhere(dialect: str, name: str) -> None:
    assert told("SELECT | FROM (SELECT total + 1 FROM orders) x", dialect)["x"] == [name]


def test_mysql_mentions_a_relation_before_it_says_what_it_is() -> None:
    marked = "DELETE FROM o USING orders o JOIN items i ON true WHERE |"
    assert list(told(marked, "mysql")) == ["o", "i"]
    target = place(marked, "mysql").target
    assert target is not None
    assert target.name == "orders"


@pytest.mark.parametrize(
    ("dialect", "event", "rows"),
    [("sqlite", "UPDATE OF total", ["new", "old"]), ("sqlite", "DELETE", ["old"]), ("mysql", "INSERT", ["new"])],
)
def test_the_body_of_a_trigger_can_name_the_rows(dialect: str, event: str, rows: list[str]) -> None:
    head = f"CREATE TRIGGER x AFTER {event} ON orders FOR EACH ROW BEGIN"
    assert list(told(f"{head} DELETE FROM items WHERE price = |; END", dialect)) == ["items", *rows]
    assert list(told(f"{head} SELECT 1; UPDATE items SET price = |; END", dialect)) == ["items", *rows]


def test_mysql_updates_several_tables() -> None:
    assert list(told("UPDATE orders o JOIN items i ON i.order_id = o.id SET o.total = |", "mysql")) == ["o", "i"]


@pytest.mark.parametrize(
    ("marked", "left", "right"),
    [
        ("SELECT * FROM orders o JOIN items i ON |", ["o"], "i"),
        ("SELECT * FROM orders o JOIN items i ON true JOIN customers c USING (|)", ["o", "i"], "c"),
        ("SELECT * FROM a, orders o JOIN items i ON |", ["o"], "i"),
        ("SELECT * FROM orders o JOIN (items i JOIN customers c ON |) ON true", ["i"], "c"),
        ("SELECT * FROM orders o JOIN (items i JOIN customers c ON true) ON |", ["o"], "i"),
        ("SELECT * FROM orders o JOIN ON |", ["o"], None),
        ("SELECT * FROM orders o JOIN |", ["o"], None),
    ],
)
def test_a_condition_knows_what_it_joins(marked: str, left: list[str], right: str | None) -> None:
    found = place(marked)
    assert [source.name for source in found.left] == left
    assert (found.right.name if found.right else None) == right


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("WITH a AS (SELECT 1), b AS (SELECT 2) SELECT * FROM |", ["b", "a"]),
        ("WITH a AS (SELECT 1), b AS (SELECT * FROM |) SELECT 1", ["a"]),
        ("WITH RECURSIVE a AS (SELECT * FROM |) SELECT 1", ["a"]),
        ("WITH a AS (SELECT * FROM |", []),
        ("WITH a AS (SELECT 1) SELECT * FROM (WITH b AS (SELECT 2) SELECT * FROM |) x", ["b", "a"]),
    ],
)
def test_a_from_sees_the_common_table_expressions_before_it(marked: str, names: list[str]) -> None:
    assert [cte.name for cte in place(marked).ctes] == names


def test_a_source_tells_where_it_stands_how_it_is_written_and_how_far_it_is() -> None:
    inner, outer = place("SELECT 1 FROM shop.Orders AS O WHERE EXISTS (SELECT 1 FROM items WHERE |)").sources
    assert (inner.depth, outer.depth) == (0, 1)
    assert (outer.name, outer.written, outer.schema, outer.table) == ("o", "O", "shop", "Orders")
    assert (outer.start, outer.end, outer.alias_start) == (14, 25, 29)
    assert outer.relation is not None
    assert outer.kind is SourceKind.TABLE


def test_a_quoted_alias_keeps_its_case() -> None:
    assert place('SELECT | FROM orders "O"').sources[0].name == "O"


def test_a_name_that_is_a_common_table_expression_hides_the_table() -> None:
    (source,) = place("WITH orders AS (SELECT 1 AS x) SELECT | FROM orders").sources
    assert source.kind is SourceKind.CTE
    assert source.relation is None
