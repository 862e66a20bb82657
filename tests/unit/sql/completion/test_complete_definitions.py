"""What is offered where relations are named outside of queries, and where something is being defined."""

import pytest

from lapwing.domain.completion import ItemKind
from unit.sql.completion.offered import inserts

ORDERS = ["id", "customer_id", "total", "placed_on", "status"]


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("DROP VIEW |", "big_orders", "orders"),
        ("DROP TABLE |", "orders", "big_orders"),
        ("TRUNCATE |", "orders", "big_orders"),
        ("REFRESH MATERIALIZED VIEW |", "daily_sales", "big_orders"),
        ("ALTER TABLE |", "orders", "big_orders"),
        ("CREATE TABLE t (id integer REFERENCES |", "orders", "big_orders"),
        ("CALL |", "archive_orders()", "order_total()"),
    ],
)
def test_relations_and_routines_are_of_the_kind_that_can_stand_there(text, present, absent):
    found = inserts(text)
    assert present in found
    assert absent not in found


def test_excluded_has_the_columns_of_the_inserted_relation():
    text = "INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET total = excluded.|"
    assert inserts(text, kind=ItemKind.COLUMN) == ORDERS


def test_a_definition_offers_types_and_constraints():
    assert "NOT NULL" in inserts("CREATE TABLE t (id integer |")
    assert inserts("CREATE TABLE t (id |")[:3] == ["INTEGER", "BIGINT", "TEXT"]
    assert inserts("create table t (id int|")[0] == "int"


@pytest.mark.parametrize(
    "text",
    [
        "ALTER TABLE orders DROP COLUMN |",
        "ALTER TABLE orders ALTER COLUMN |",
        "CREATE TABLE t (order_id integer REFERENCES orders (|",
        "COPY orders (|",
    ],
)
def test_where_columns_of_a_relation_are_listed_only_these_are_offered(text):
    assert inserts(text) == ORDERS


def test_an_index_can_have_columns_and_calls_and_then_an_order():
    assert inserts("CREATE INDEX i ON orders (|")[:5] == ORDERS
    assert "lower()" in inserts("CREATE INDEX i ON orders (|")
    assert inserts("CREATE INDEX i ON orders (total |") == ["ASC", "DESC", "NULLS FIRST", "NULLS LAST"]


def test_a_key_of_a_new_table_is_of_its_own_columns():
    assert inserts("CREATE TABLE t (a integer, b text, PRIMARY KEY (|") == ["a", "b"]


def test_a_new_element_of_a_table_is_a_name_or_when_asked_a_constraint():
    assert inserts("CREATE TABLE t (id integer, |")[:2] == ["PRIMARY KEY", "FOREIGN KEY"]
    assert inserts("CREATE TABLE t (id integer, p|", is_asked=False) == []


def test_a_default_is_a_value_or_a_call():
    found = inserts("CREATE TABLE t (id integer DEFAULT |")
    assert {"NULL", "CURRENT_DATE", "now()"} <= set(found)
    assert "id" not in found


def test_a_query_in_a_definition_is_completed_as_any_other():
    assert inserts("CREATE VIEW v AS SELECT | FROM orders", kind=ItemKind.COLUMN) == ORDERS


def test_schemas_are_offered_where_one_is_named():
    assert inserts("DROP SCHEMA |", kind=ItemKind.SCHEMA) == ["shop", "archive", '"Sales Data"', "pg_catalog"]
    assert inserts("SET search_path TO |") == ["shop", "archive", '"Sales Data"', "pg_catalog"]


def test_a_pragma_of_a_table_takes_a_table():
    assert "orders" in inserts("PRAGMA table_info(|", "sqlite")


def test_tables_to_lock_are_offered():
    assert "orders" in inserts("LOCK TABLES |", "mysql")
