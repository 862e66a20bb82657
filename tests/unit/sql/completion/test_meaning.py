"""What a name in a statement means, and where else it stands."""

import pytest

from lapwing.domain.completion import NameAt
from lapwing.sql.completion.meaning import name_at
from lapwing.sql.dialect import dialect_named
from unit.sql.completion.places import SHOP, cut


def meant(marked: str) -> NameAt:
    text, caret = cut(marked)
    return name_at(dialect_named("postgresql"), text, caret, SHOP)


@pytest.mark.parametrize(
    ("marked", "kind", "title"),
    [
        ("SELECT o.|id FROM orders o", "column", "shop.orders.id"),
        ("SELECT id| FROM orders", "column", "shop.orders.id"),
        ("SELECT |o.id FROM orders o", "alias", "o"),
        ("SELECT id FROM ord|ers", "relation", "shop.orders"),
        ("SELECT orders|.id FROM orders", "relation", "shop.orders"),
        ("SELECT id FROM sh|op.orders", "schema", "shop"),
        ("WITH c AS (SELECT 1 AS k) SELECT k FROM |c", "cte", "c"),
        ("WITH c AS (SELECT 1 AS k) SELECT |k FROM c", "column", "c.k"),
        ("SELECT x.|d FROM (SELECT total * 2 AS d FROM orders) x", "column", "x.d"),
        ('SELECT "Weird| Col" FROM customers', "column", 'shop.customers."Weird Col"'),
        ("SELECT coal|esce(1)", "function", "coalesce"),
        ("SELECT plus|_one(1)", "function", "shop.plus_one"),
        ("INSERT INTO orders (|total) VALUES (1)", "column", "shop.orders.total"),
        ("UPDATE orders SET |total = 1", "column", "shop.orders.total"),
        (
            "SELECT 1 FROM orders o WHERE EXISTS (SELECT 1 FROM items WHERE order_id = o.|id)",
            "column",
            "shop.orders.id",
        ),
        ("SEL|ECT 1", "", ""),
        ("SELECT noth|ing FROM orders", "", ""),
        ("SELECT 'o|rders' FROM orders", "", ""),
    ],
)
def test_a_name_is_told_by_what_it_means(marked: str, kind: str, title: str) -> None:
    found = meant(marked)
    assert (found.kind, found.title) == (kind, title)


def test_a_column_tells_its_type_and_its_place_in_the_catalogue() -> None:
    found = meant("SELECT o.|total FROM orders o")
    assert (found.detail, found.schema, found.relation, found.column) == ("numeric", "shop", "orders", "total")


def test_a_relation_lists_its_columns() -> None:
    assert meant("SELECT 1 FROM |items").lines == ("order_id integer", "price numeric")


def test_a_column_of_several_sources_names_them() -> None:
    assert meant("SELECT |customer_id FROM orders o, customers").detail == "o, customers"


def test_a_column_that_using_made_one_is_not_ambiguous() -> None:
    assert meant("SELECT |customer_id FROM orders JOIN customers USING (customer_id)").detail == "integer"


@pytest.mark.parametrize(
    ("marked", "defined"),
    [
        ("SELECT |o.id FROM orders o", "o"),
        ("WITH c AS (SELECT 1 AS k) SELECT 1 FROM |c", "c"),
        ("WITH c AS (SELECT 1 AS k) SELECT d.|k FROM c d", "k"),
        ("WITH c(a) AS (SELECT 1) SELECT |a FROM c", "a"),
        ("SELECT |x FROM (SELECT id AS x FROM orders) y", "x"),
        ("SELECT total AS t FROM orders ORDER BY |t", "t"),
    ],
)
def test_what_the_statement_defines_is_found_there(marked: str, defined: str) -> None:
    text, caret = cut(marked)
    found = meant(marked)
    assert text[found.defined_start : found.defined_end] == defined
    assert found.defined_start != caret


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("SELECT |o.id FROM orders o WHERE o.id IN (SELECT 1 FROM items o WHERE o.price = 1)", [7, 24, 32]),
        ("SELECT o.id FROM orders o WHERE o.id IN (SELECT 1 FROM items |o WHERE o.price = 1)", [61, 69]),
        ("SELECT |id FROM orders WHERE Id = 1 AND 'id' = x.id", [7, 28]),
        ("WITH |c AS (SELECT 1 AS c) SELECT c.c FROM c", [5, 33, 42]),
    ],
)
def test_occurrences_are_of_the_very_same_thing(text: str, places: list[int]) -> None:
    assert [start for start, _ in meant(text).occurrences] == places
