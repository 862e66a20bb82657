"""What is offered at a caret, in which order, and what choosing it writes."""

import pytest

from lapwing.domain.completion import CompleteAt, CompletionPlace, ItemKind
from lapwing.sql.completion.complete import complete
from lapwing.sql.completion.names import NO_NAMES, NamedRoutine, Names
from lapwing.sql.dialect import dialect_named
from unit.sql.completion.offered import completed, inserts, items, written

CUSTOMERS = ["id", "name", "email", "city", "created_at"]
ORDERS = ["id", "customer_id", "total", "placed_on", "status"]


def columns(text: str, dialect: str = "postgresql", **how) -> list[str]:
    return inserts(text, dialect, ItemKind.COLUMN, **how)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT | FROM orders", ORDERS),
        ("SELECT | FROM shop.orders", ORDERS),
        ("SELECT o.| FROM orders o", ORDERS),
        ("SELECT O.| FROM orders o", ORDERS),
        ("SELECT orders.| FROM orders", ORDERS),
        ("SELECT shop.orders.| FROM shop.orders", ORDERS),
        ("SELECT orders.|", ORDERS),
        ("SELECT archive.orders.|", ["id", "archived_on"]),
        ('SELECT "Sales Data".regions.|', ["code", "title"]),
        ("SELECT * FROM orders WHERE |", ORDERS),
        ("SELECT * FROM orders WHERE total > 5 AND |", ORDERS),
        ("WITH big AS (SELECT id, total AS sum FROM orders) SELECT | FROM big", ["id", "sum"]),
        ("WITH big (a, b) AS (SELECT id, total FROM orders) SELECT b.| FROM big b", ["a", "b"]),
        ("SELECT x.| FROM (SELECT id, name FROM customers) x", ["id", "name"]),
        ("UPDATE orders SET |", ORDERS),
        ("UPDATE orders SET total = 1, |", ["id", "customer_id", "placed_on", "status"]),
        ("INSERT INTO orders (|", ORDERS),
        ("INSERT INTO orders (id, total, |) VALUES (1)", ["customer_id", "placed_on", "status"]),
        ("INSERT INTO orders (id) VALUES (1) ON CONFLICT (|)", ORDERS),
        ("DELETE FROM orders WHERE |", ORDERS),
        ("SELECT * FROM products WHERE |", ["id", "name", "price", '"Colour"', '"order"']),
    ],
)
def test_the_columns_of_the_sources_are_offered_in_their_order(text, expected):
    assert columns(text) == expected


def test_columns_that_several_sources_have_come_with_the_alias_of_each():
    found = columns("SELECT | FROM orders o JOIN customers c ON c.id = o.customer_id")
    assert found == ["o.id", "customer_id", "total", "placed_on", "status", "c.id", *CUSTOMERS[1:]]


def test_a_column_with_its_alias_is_found_by_its_own_name():
    item = items("SELECT i| FROM orders o, customers c")[0]
    assert (item.label, item.matched, item.detail) == ("o.id", (2,), "integer")


def test_columns_of_the_query_around_come_behind_those_of_the_nearest():
    found = columns("SELECT * FROM customers c WHERE EXISTS (SELECT 1 FROM shipments s WHERE |)")
    assert found == ["order_id", "line", "sent_on", *CUSTOMERS]


def test_before_from_is_written_columns_of_all_relations_are_offered_by_their_beginning():
    assert columns("SELECT plac|") == ["placed_on"]
    assert items("SELECT plac|")[0].detail == "date · orders +1"


def test_aliases_are_offered_behind_the_columns():
    found = [item.insert for item in items("SELECT | FROM orders o") if item.kind is ItemKind.ALIAS]
    assert found == ["o"]


def test_a_name_that_needs_quotes_is_written_with_them():
    assert written("SELECT Col| FROM products", "Colour") == 'SELECT "Colour"| FROM products'
    assert written("SELECT * FROM gift|", "Gift Cards") == 'SELECT * FROM "Gift Cards"|'
    assert written("SELECT * FROM gift|", "Gift Cards", "mysql") == "SELECT * FROM `Gift Cards`|"
    assert written("SELECT Col| FROM products", "Colour", "sqlite") == "SELECT Colour| FROM products"


def test_a_quote_that_was_opened_is_completed_and_not_doubled():
    assert written('SELECT * FROM "Gi|', "Gift Cards") == 'SELECT * FROM "Gift Cards"|'
    assert written('SELECT * FROM "Gi|ft"', "Gift Cards") == 'SELECT * FROM "Gift Cards"|'
    assert written('SELECT "na| FROM customers', "name").startswith('SELECT "name"|')
    assert written("SELECT * FROM [Gi|", "Gift Cards", "sqlite") == "SELECT * FROM [Gift Cards]|"


def test_in_an_opened_quote_only_names_are_offered():
    kinds = {item.kind for item in items('SELECT "| FROM customers')}
    assert kinds <= {ItemKind.COLUMN, ItemKind.ALIAS}


def test_a_choice_replaces_the_whole_word_around_the_caret():
    assert written("SELECT cust|omer FROM orders", "customer_id") == "SELECT customer_id| FROM orders"


def test_from_offers_ctes_then_the_search_path_then_schemas_then_other_schemas_and_the_server_last():
    found = inserts("WITH recent AS (SELECT 1) SELECT * FROM |")
    order = ["recent", "customers", "big_orders", '"Gift Cards"', "archive", "archive.orders", "pg_catalog.pg_class"]
    assert [name for name in found if name in order] == [
        "recent", "customers", "big_orders", '"Gift Cards"', "archive", "archive.orders", "pg_catalog.pg_class",
    ]  # fmt: skip


def test_behind_a_schema_only_its_relations_are_offered():
    assert inserts("SELECT * FROM archive.|") == ["orders"]
    assert inserts('SELECT * FROM "Sales Data".|') == ["regions"]
    assert written("SELECT * FROM archive.or|", "orders") == "SELECT * FROM archive.orders|"


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("INSERT INTO |", "big_orders", "daily_sales"),
        ("UPDATE |", "orders", "daily_sales"),
        ("SELECT | FROM orders", "order_total()", "archive_orders()"),
        ("SELECT | FROM orders", "order_total()", "audit()"),
        ("SELECT * FROM |", "orders_of()", "order_total()"),
        ("SELECT * FROM |", "generate_series()", "lower()"),
        ("SELECT total::|", "integer", "orders"),
        ("SELECT total::|", "mood", "reason"),
        ("SELECT total::|", "archive.reason", "precision"),
    ],
)
def test_what_is_offered_is_of_the_kind_that_can_stand_there(text, present, absent):
    found = [insert.lower() for insert in inserts(text)]
    assert present in found
    assert absent not in found


def test_views_are_offered_for_writing_behind_tables():
    found = inserts("INSERT INTO |")
    assert found.index("big_orders") > found.index('"Gift Cards"')


def test_a_function_is_called_with_the_caret_between_its_parentheses():
    assert written("SELECT coal|", "coalesce") == "SELECT coalesce(|)"
    assert written("SELECT now|", "now") == "SELECT now()|"
    assert written("SELECT COAL|", "coalesce") == "SELECT COALESCE(|)"
    assert written("SELECT coal|(a, b)", "coalesce") == "SELECT coalesce|(a, b)"
    assert written("SELECT order_to| FROM orders", "order_total") == "SELECT order_total(|) FROM orders"


def test_a_function_shows_how_it_is_called_and_what_it_gives():
    assert items("SELECT split_|")[0].detail == "(string text, delimiter text, n integer) → text"
    item = next(item for item in items("SELECT order_tot|") if item.insert == "order_total()")
    assert (item.detail, item.comment) == ("(order_id integer) → numeric", "The sum of its items.")


def test_columns_come_before_functions_and_those_before_keywords():
    kinds = [item.kind for item in items("SELECT c| FROM orders")]
    assert kinds.index(ItemKind.COLUMN) < kinds.index(ItemKind.FUNCTION) < kinds.index(ItemKind.KEYWORD)


def test_an_insert_can_take_all_columns_at_once():
    item = next(item for item in items("INSERT INTO orders (|") if item.kind is ItemKind.STAR)
    assert item.insert == "id, customer_id, total, placed_on, status"
    item = next(item for item in items("INSERT INTO products (id, |") if item.kind is ItemKind.STAR)
    assert item.insert == 'name, price, "Colour", "order"'


def test_a_select_list_can_take_all_columns_of_a_source_at_once():
    item = next(item for item in items("SELECT o.| FROM orders o") if item.kind is ItemKind.STAR)
    assert item.insert == "id, o.customer_id, o.total, o.placed_on, o.status"


@pytest.mark.parametrize("clause", ["ORDER BY", "GROUP BY"])
def test_what_the_select_list_names_comes_first_where_it_can_be_used(clause):
    assert columns(f"SELECT total * 2 AS doubled FROM orders {clause} |")[:2] == ["doubled", "id"]


def test_parameters_of_the_statement_are_offered_again():
    assert inserts("SELECT * FROM orders WHERE id = :order AND total > |", "ansi", ItemKind.PARAMETER) == [":order"]
    assert written("SELECT :order_id, :or|", ":order_id", "ansi") == "SELECT :order_id, :order_id|"
    assert inserts("SELECT $1, $|") == ["$1"]


def test_a_parameter_that_is_being_typed_is_not_offered_to_itself():
    assert items("SELECT :order|", "ansi") == ()


def test_mysql_casts_only_to_what_it_can_cast_to():
    assert "UNSIGNED" in inserts("SELECT CAST(id AS |", "mysql")
    assert "VARCHAR" not in inserts("SELECT CAST(id AS |", "mysql")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT 'na|",
        "SELECT 1 -- na|",
        "SELECT /* na|",
        "SELECT 12|",
        "SELECT * FROM orders WHERE total > 1|",
    ],
)
def test_nothing_is_offered_in_strings_comments_and_numbers(text):
    assert items(text) == ()


@pytest.mark.parametrize("text", ["SELECT |", "SELECT * FROM |", "|", "SELECT * FROM orders AS |", "SELECT id AS a|"])
def test_while_typing_nothing_is_offered_without_a_word_or_a_dot_nor_for_a_name_of_ones_own(text):
    assert items(text, is_asked=False) == ()


@pytest.mark.parametrize("text", ["SELECT i| FROM orders", "SELECT o.| FROM orders o", "s|", 'SELECT "| FROM orders'])
def test_while_typing_a_word_a_dot_or_a_quote_is_enough(text):
    assert items(text, is_asked=False)


def test_an_alias_is_proposed_when_it_is_asked_for():
    assert "oi" in inserts("SELECT * FROM order_items |", kind=ItemKind.ALIAS)
    assert inserts("SELECT * FROM order_items AS |", kind=ItemKind.ALIAS) == ["oi"]
    assert inserts("SELECT * FROM order_items |", kind=ItemKind.ALIAS, is_asked=False) == []


def test_recent_choices_come_first_among_equals():
    assert items("SELECT * FROM |", recent=("products",))[0].insert == "products"
    assert items("SELECT | FROM orders", recent=("status",))[0].insert == "status"


def test_at_most_as_many_items_come_as_were_asked_for():
    assert len(items("SELECT |", most=7)) == 7


@pytest.mark.parametrize("dialect", ["postgresql", "mysql", "sqlite", "ansi"])
def test_without_a_connection_the_words_of_the_dialect_are_offered(dialect):
    found = completed("SELECT coun|", dialect, names=NO_NAMES)
    assert found.items[0].insert == "count()"


def test_names_are_compared_as_the_server_compares_them():
    assert columns("SELECT ORDERS.| FROM orders") == ORDERS
    assert columns("SELECT ORDERS.| FROM orders", "sqlite") == ORDERS


def test_a_server_that_tells_its_functions_is_offered_no_others() -> None:
    told = Names(
        search_path=("public",),
        folding="lower",
        routines=[
            NamedRoutine("pg_catalog", name, result="double precision", is_builtin=True)
            for name in ("random", *(f"other_{number}" for number in range(200)))
        ],
    )
    place = CompletionPlace("SELECT ran", 10, "postgresql")
    labels = [item.label for item in complete(dialect_named("postgresql"), CompleteAt(place), told).items]
    assert "random" in labels
    assert "random_normal" not in labels
    place = CompletionPlace("SELECT coal", 11, "postgresql")
    labels = [item.label for item in complete(dialect_named("postgresql"), CompleteAt(place), told).items]
    assert "coalesce" in labels


def test_behind_a_command_that_describes_relations_they_are_offered() -> None:
    for command, dialect in (("\\d", "postgresql"), ("\\dt+", "postgresql"), (".schema", "sqlite")):
        assert written(f"SELECT 1;\n{command} ord|\nSELECT 2", "orders", dialect) == (
            f"SELECT 1;\n{command} orders|\nSELECT 2"
        )
        assert {item.kind for item in items(f"{command} |", dialect)} <= {
            ItemKind.TABLE,
            ItemKind.VIEW,
            ItemKind.SCHEMA,
        }
    assert written("\\d archive.ord|", "orders") == "\\d archive.orders|"
