"""Names of objects as SQL takes them: checked by SQLite itself."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.catalog import CatalogColumn, Relation, RelationDetails, Schema
from lapwing.domain.connections import Connection
from lapwing.gui.browser.names import dialect_of, quoted_if_needed, relation_name, select_statement, sql_name
from lapwing.gui.browser.nodes import Kind, Node
from lapwing.sql.dialect import dialect_named

SQLITE = dialect_named("sqlite")
MAIN, OTHER = Schema("main", is_default=True), Schema("old shop")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("orders", "orders"),
        ("order_items2", "order_items2"),
        ("order", '"order"'),
        ("Orders", '"Orders"'),
        ("two words", '"two words"'),
        ('say "hi"', '"say ""hi"""'),
        ("2024", '"2024"'),
        ("größe", '"größe"'),
        ("", '""'),
    ],
)
def test_a_name_is_quoted_only_where_it_must_be(name: str, written: str) -> None:
    assert quoted_if_needed(name, SQLITE) == written


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_sqlite_reads_every_name_back(name: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE TABLE t ({quoted_if_needed(name, SQLITE)})")
        assert [row[1] for row in database.execute("PRAGMA table_info(t)")] == [name]


def test_the_schema_is_written_unless_it_is_the_default_one() -> None:
    assert relation_name(Relation("main", "orders", "table"), MAIN, SQLITE) == "orders"
    assert relation_name(Relation("old shop", "orders", "table"), OTHER, SQLITE) == '"old shop".orders'


def test_a_select_names_all_columns_but_the_hidden_ones() -> None:
    columns = (
        CatalogColumn("id", "", False),
        CatalogColumn("Total", "", True),
        CatalogColumn("h", "", True, generated="hidden"),
    )
    details = RelationDetails(Relation("main", "orders", "table"), columns)
    assert select_statement(details, MAIN, SQLITE) == 'SELECT id,\n       "Total"\nFROM orders;\n'


def test_a_table_without_columns_is_read_whole() -> None:
    details = RelationDetails(Relation("main", "orders", "table"))
    assert select_statement(details, MAIN, SQLITE) == "SELECT *\nFROM orders;\n"


def test_the_dialect_is_the_drivers_or_plain_sql() -> None:
    assert dialect_of(Connection("a", "a", "sqlite:////tmp/a.db")).id == "sqlite"
    assert dialect_of(Connection("a", "a", "nonsense://x")).id == "ansi"
    assert dialect_of(Connection("a", "a", "")).id == "ansi"
    assert dialect_of(None).id == "ansi"


def test_a_connection_is_copied_by_its_own_name() -> None:
    connection = Connection("a", "My Shop", "sqlite:////tmp/a.db")
    assert sql_name(Node(Kind.CONNECTION, "a", "My Shop", fact=connection)) == "My Shop"
