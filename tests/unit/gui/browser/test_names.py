"""Names of objects as SQL takes them: checked by SQLite itself."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.catalog import CatalogColumn, CatalogObject, Relation, Schema, Trigger
from lapwing.domain.connections import Connection
from lapwing.gui.browser.names import dialect_of, qualified_name, quoted_if_needed, sql_name
from lapwing.gui.browser.nodes import Fact, Kind, Node
from lapwing.gui.browser.object_ref import ObjectRef
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


def row(kind: Kind, name: str, fact: Fact, schema: Schema, parent: Node | None = None) -> Node:
    """A row below a schema of a SQLite file, or below another row."""
    made = Node(kind, name, name, fact=fact)
    if parent is None:
        parent = Node(Kind.SCHEMA, schema.name, schema.name, fact=schema)
        parent.parent = Node(Kind.CONNECTION, "c", "shop", fact=Connection("c", "shop", "sqlite:////x.db"))
    made.parent = parent
    return made


def test_the_schema_is_written_unless_it_is_the_default_one() -> None:
    for schema, short in ((MAIN, "orders"), (OTHER, '"old shop".orders')):
        table = row(Kind.RELATION, "orders", Relation(schema.name, "orders", "table"), schema)
        assert sql_name(table) == short
        assert qualified_name(table) == f"{quoted_if_needed(schema.name, SQLITE)}.orders"


def test_parts_are_named_alone_and_columns_with_their_table_when_asked_for() -> None:
    table = row(Kind.RELATION, "orders", Relation("main", "orders", "table"), MAIN)
    column = row(Kind.COLUMN, "To tal", CatalogColumn("To tal", "", True), MAIN, table)
    trigger = row(Kind.TRIGGER, "touch", Trigger("touch", ""), MAIN, table)
    assert (sql_name(column), qualified_name(column)) == ('"To tal"', 'main.orders."To tal"')
    assert sql_name(trigger) == "touch"


def test_a_routine_is_named_without_its_arguments_and_a_favourite_with_its_schema() -> None:
    routine = row(Kind.OBJECT, "plus_one(int)", CatalogObject("function", "old shop", "plus_one", "int"), OTHER)
    assert sql_name(routine) == '"old shop".plus_one'
    favorite = row(Kind.FAVORITE, "orders", ObjectRef("c", "", "table", "main", "orders"), MAIN)
    assert sql_name(favorite) == "main.orders"


def test_the_dialect_is_the_drivers_or_plain_sql() -> None:
    assert dialect_of(Connection("a", "a", "sqlite:////tmp/a.db")).id == "sqlite"
    assert dialect_of(Connection("a", "a", "nonsense://x")).id == "ansi"
    assert dialect_of(Connection("a", "a", "")).id == "ansi"
    assert dialect_of(None).id == "ansi"


def test_a_connection_is_copied_by_its_own_name() -> None:
    connection = Connection("a", "My Shop", "sqlite:////tmp/a.db")
    assert sql_name(Node(Kind.CONNECTION, "a", "My Shop", fact=connection)) == "My Shop"
