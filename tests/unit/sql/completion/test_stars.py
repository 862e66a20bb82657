"""What a star is written out as."""

import pytest

from lapwing.sql.completion.stars import star_at
from lapwing.sql.dialect import dialect_named
from unit.sql.completion.places import PLAIN, SHOP, cut


def expanded(marked: str, dialect: str = "postgresql") -> str:
    text, caret = cut(marked)
    found = star_at(dialect_named(dialect), text, caret, SHOP if dialect == "postgresql" else PLAIN)
    return text[: found.start] + found.text + text[found.end :] if found.text else ""


@pytest.mark.parametrize(
    ("marked", "written"),
    [
        ("SELECT *| FROM items", "SELECT order_id, price FROM items"),
        ("SELECT |*, 1 FROM items", "SELECT order_id, price, 1 FROM items"),
        ("SELECT i.|* FROM items i, orders", "SELECT i.order_id, i.price FROM items i, orders"),
        ("SELECT *| FROM items i, items j", "SELECT i.order_id, i.price, j.order_id, j.price FROM items i, items j"),
        ("SELECT *| FROM customers", 'SELECT customer_id, name, "Weird Col" FROM customers'),
        ('SELECT *| FROM "Odd Table", items I', 'SELECT "Odd Table".a, I.order_id, I.price FROM "Odd Table", items I'),
        ("SELECT *| FROM (SELECT id AS x FROM orders) y", "SELECT x FROM (SELECT id AS x FROM orders) y"),
        ("WITH c(k) AS (SELECT 1) SELECT *| FROM c", "WITH c(k) AS (SELECT 1) SELECT k FROM c"),
        ("DELETE FROM items RETURNING *|", "DELETE FROM items RETURNING order_id, price"),
    ],
)
def test_a_star_is_written_out_as_its_columns(marked: str, written: str) -> None:
    assert expanded(marked) == written


@pytest.mark.parametrize("join", ["JOIN customers USING (customer_id)", "NATURAL JOIN customers"])
def test_columns_that_a_join_makes_one_are_written_once(join: str) -> None:
    listed = 'customer_id, orders.id, orders.total, customers.name, customers."Weird Col"'
    assert expanded(f"SELECT *| FROM orders {join}") == f"SELECT {listed} FROM orders {join}"


def test_a_merged_column_is_qualified_where_a_later_source_has_one_of_its_name() -> None:
    found = expanded("SELECT *| FROM orders JOIN customers USING (customer_id) CROSS JOIN orders p")
    assert found.startswith("SELECT orders.customer_id, orders.id, ")


def test_sqlite_keeps_a_merged_column_where_it_was() -> None:
    found = expanded("SELECT *| FROM orders JOIN customers USING (customer_id)", "sqlite")
    assert found.startswith('SELECT orders.id, customer_id, orders.total, customers.name, customers."Weird Col" FROM')


@pytest.mark.parametrize(
    "marked",
    [
        "SELECT count(*|) FROM items",
        "SELECT 2 *| 3",
        "SELECT *| FROM nothing",
        "SELECT * | FROM items",
        "SELECT *| FROM items, n",
    ],
)
def test_what_is_no_star_or_not_wholly_known_is_left_alone(marked: str) -> None:
    assert expanded(marked) == ""
