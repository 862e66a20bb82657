"""The navigator's filter over rows that are already there."""

import pytest

from lapwing.gui.browser.filtering import NameFilter, show_fitting
from lapwing.gui.browser.nodes import Kind, Load, Node


def named(name: str, kind: Kind = Kind.RELATION, children: list[Node] | None = None) -> Node:
    return Node(kind, name, name, load=Load.NOT_YET if kind is Kind.RELATION else Load.NONE_NEEDED, children=children)


def tree(*tops: Node) -> Node:
    root = Node(Kind.ROOT, "", "", children=list(tops))
    for node in root.walk():
        for child in node.children:
            child.parent = node
    return root


def shown(node: Node, depth: int = 0) -> list[str]:
    lines = []
    for child in node.shown:
        lines.append("  " * depth + child.name)
        if child.is_open_in_filter:
            lines += shown(child, depth + 1)
    return lines


def shop() -> Node:
    orders = named("orders", children=[named("id", Kind.COLUMN), named("customer_id", Kind.COLUMN)])
    tables = [named("customers"), named("order_items"), orders]
    folder = Node(Kind.FOLDER, "table", "Tables", children=tables)
    schema = named("main", Kind.SCHEMA, [folder, Node(Kind.FOLDER, "view", "Views", children=[named("revenue")])])
    return tree(
        named("PRODUCTION", Kind.HEADING),
        named("live", Kind.CONNECTION),
        named("DEVELOPMENT", Kind.HEADING),
        named("shop", Kind.CONNECTION, [schema]),
    )


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("cust", "customers", True),
        ("TOM", "customers", True),
        ("item order", "order_items", True),
        ("item cust", "order_items", False),
        ("cust, item", "order_items", True),
        ("cust,item", "customers", True),
        ("oi", "order_items", True),
        ("oi", "OrderItems", True),
        ("OrIt", "OrderItems", True),
        ("OrIt", "order_items", True),
        ("ItOr", "OrderItems", False),
        ("OI", "OrderItems", True),
        ("o", "customers", True),
        ("x", "customers", False),
        ("straße", "STRASSE", True),
        ("hs", "HTTPServer", True),
        ("2", "events_2026", True),
        ("größe", "GRÖSSE", True),
    ],
)
def test_a_name_fits_by_its_parts_its_initials_and_in_any_case(typed: str, name: str, fits: bool) -> None:
    assert NameFilter.read(typed).fits(named(name)) is fits


@pytest.mark.parametrize(
    ("typed", "name", "letters"),
    [
        ("tom", "customers", "tom"),
        ("ITEM order", "order_items", "orderitem"),
        ("xyz, cust", "customers", "cust"),
        ("oi", "order_items", "oi"),
        ("OrIt", "OrderItems", "OrIt"),
        ("strasse", "Straße", "Straße"),
        ("item cust", "order_items", ""),
    ],
)
def test_the_letters_that_were_asked_for_can_be_shown(typed: str, name: str, letters: str) -> None:
    places = NameFilter.read(typed).places(name)
    assert "".join(name[place] for place in sorted(places)) == letters


def test_commas_and_blanks_alone_filter_nothing() -> None:
    assert not NameFilter.read(" , ,, ")
    assert NameFilter.read("a, ,b") == NameFilter.read("a,b")


def test_what_fits_is_shown_with_everything_above_it_and_its_heading() -> None:
    root = shop()
    show_fitting(root, NameFilter.read("item"))
    assert shown(root) == ["DEVELOPMENT", "shop", "  main", "    Tables", "      order_items"]


def test_a_column_opens_its_table_and_a_table_that_fits_stays_closed_with_all_its_columns() -> None:
    root = shop()
    show_fitting(root, NameFilter.read("customer_id"))
    assert shown(root)[-2:] == ["      orders", "        customer_id"]
    show_fitting(root, NameFilter.read("orders"))
    assert shown(root)[-1] == "      orders"
    orders = next(node for node in root.walk() if node.name == "orders")
    assert len(orders.shown) == 2


def test_a_connection_that_fits_without_anything_below_is_shown_closed_with_all_it_has() -> None:
    root = shop()
    show_fitting(root, NameFilter.read("shop"))
    assert shown(root) == ["DEVELOPMENT", "shop"]
    assert len(root.shown[1].shown[0].shown) == 2


def test_folders_and_headings_are_no_names() -> None:
    root = shop()
    show_fitting(root, NameFilter.read("tables"))
    assert shown(root) == []


def test_without_a_filter_everything_is_as_it_was() -> None:
    root = shop()
    show_fitting(root, NameFilter.read("item"))
    show_fitting(root, NameFilter.read(""))
    assert all(node.shown is node.children for node in root.walk())
    assert [child.row for child in root.shown] == [0, 1, 2, 3]


def test_a_name_that_changed_is_searched_anew() -> None:
    node = named("orders")
    assert NameFilter.read("ord").fits(node)
    node.take(named("invoices"))
    assert not NameFilter.read("ord").fits(node)
