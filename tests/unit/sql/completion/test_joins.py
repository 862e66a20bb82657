"""Join conditions, whole joins and common columns, from foreign keys and from names."""

import pytest

from lapwing.domain.completion import ItemKind
from lapwing.sql.completion.names import NamedColumn, NamedKey, NamedRelation, Names
from unit.sql.completion.offered import inserts, items, written


def joins(text: str, dialect: str = "postgresql", **how) -> list[str]:
    return inserts(text, dialect, ItemKind.JOIN, **how)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * FROM orders o JOIN customers c ON |", ["c.id = o.customer_id"]),
        ("SELECT * FROM customers c JOIN orders o ON |", ["o.customer_id = c.id"]),
        ("SELECT * FROM orders JOIN customers ON |", ["customers.id = orders.customer_id"]),
        ("select * from order_items i join shipments s on |", ["s.order_id = i.order_id and s.line = i.line"]),
        ("SELECT * FROM orders o JOIN customers c ON o.|", ["customer_id = c.id"]),
        ('SELECT * FROM orders "The Order" JOIN customers c ON |', ['c.id = "The Order".customer_id']),
        ("UPDATE orders SET total = 1 FROM orders o JOIN customers c ON |", ["c.id = o.customer_id"]),
    ],
)
def test_a_foreign_key_gives_the_join_condition_in_both_directions(text, expected):
    assert joins(text)[: len(expected)] == expected


def test_the_last_relation_before_comes_first_when_several_can_be_joined():
    text = "SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id JOIN order_items i ON |"
    assert joins(text)[0] == "i.order_id = o.id"


def test_without_keys_columns_that_look_like_one_are_joined():
    names = Names(
        search_path=("s",),
        relations=[
            NamedRelation("s", "categories", columns=(NamedColumn("id"), NamedColumn("title"))),
            NamedRelation(
                "s", "articles", columns=(NamedColumn("id"), NamedColumn("category_id"), NamedColumn("title"))
            ),
        ],
    )
    found = joins("select * from articles a join categories c on |", names=names)
    assert found == ["c.id = a.category_id", "c.title = a.title"]


def test_a_join_to_itself_is_offered_in_both_directions():
    names = Names(
        search_path=("s",),
        relations=[NamedRelation("s", "staff", columns=(NamedColumn("id"), NamedColumn("boss_id")))],
        keys=[NamedKey("s", "staff", ("boss_id",), "s", "staff", ("id",))],
    )
    found = joins("select * from staff a join staff b on |", names=names)
    assert found[:2] == ["b.boss_id = a.id", "b.id = a.boss_id"]


def test_behind_join_the_relations_that_a_key_connects_come_whole_and_first():
    found = inserts("SELECT * FROM orders o JOIN |")
    assert found[:3] == ["customers c ON c.id = o.customer_id", "order_items oi ON oi.order_id = o.id", "customers"]


def test_a_whole_join_has_no_alias_where_the_statement_uses_none():
    assert joins("select * from orders join |")[0] == "customers on customers.id = orders.customer_id"


def test_a_whole_join_takes_an_alias_that_is_still_free():
    found = joins("SELECT * FROM orders c JOIN |")
    assert found[0] == "customers c2 ON c2.id = c.customer_id"


def test_a_whole_join_can_be_found_by_the_name_of_its_relation():
    assert written("SELECT * FROM orders o JOIN cus|", "customers c ON c.id = o.customer_id") == (
        "SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id|"
    )


@pytest.mark.parametrize("text", ["SELECT * FROM orders CROSS JOIN |", "SELECT * FROM orders, |", "SELECT * FROM |"])
def test_no_join_condition_is_offered_where_none_can_stand(text):
    assert joins(text) == []


def test_using_offers_the_columns_that_both_sides_have_and_that_are_not_named_yet():
    assert inserts("SELECT * FROM order_items i JOIN shipments s USING (|") == ["order_id", "line"]
    assert inserts("SELECT * FROM order_items i JOIN shipments s USING (order_id, |)") == ["line"]


def test_behind_an_equals_sign_the_partner_by_key_comes_first():
    assert inserts("SELECT * FROM orders o JOIN customers c ON o.customer_id = |")[0] == "c.id"
    assert inserts("SELECT * FROM orders o, customers c WHERE c.id = |")[0] == "o.customer_id"
    assert inserts("SELECT * FROM orders o JOIN customers c ON c.id = o.|")[0] == "customer_id"


def test_a_condition_in_mysql_has_backticks_where_names_need_them():
    names = Names(
        search_path=("s",),
        relations=[
            NamedRelation("s", "order", columns=(NamedColumn("id"),)),
            NamedRelation("s", "line", columns=(NamedColumn("order id"),)),
        ],
        keys=[NamedKey("s", "line", ("order id",), "s", "order", ("id",))],
    )
    found = items("select * from `order` join |", "mysql", names=names)  # type: ignore[arg-type]
    assert found[0].insert == "line on line.`order id` = `order`.id"
