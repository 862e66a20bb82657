"""The navigator and what is done with its objects, on a real PostgreSQL."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from helpers.waiting import eventually_async
from lapwing.domain.catalog import StatementKind, StatementList
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.gui.browser.nodes import Kind, Load, Node, ref_of
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.shell.object_change import ChangeDialog
from lapwing.gui.shell.properties_page import PropertiesPage
from lapwing.gui.shell.properties_table import SectionTable
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.widgets import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")

_ODD = 'we"ird; -- <b>\u202e'
_QUOTED = '"we""ird; -- <b>\u202e"'
SHOP = f"""
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE customers (id int PRIMARY KEY, mood mood);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, CHECK (id > 0));
COMMENT ON TABLE orders IS 'One row <b>an order</b>';
CREATE VIEW revenue AS SELECT count(*) FROM orders;
CREATE FUNCTION add_tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount';
CREATE FUNCTION add_tax(amount integer) RETURNS integer LANGUAGE sql AS 'SELECT amount';
CREATE POLICY own ON customers USING (true);
CREATE SCHEMA {_QUOTED};
CREATE TABLE {_QUOTED}.{_QUOTED} ({_QUOTED} int);
CREATE VIEW {_QUOTED}.{_QUOTED[:-1]}v" AS SELECT * FROM {_QUOTED}.{_QUOTED};
"""
ORDERS = ObjectRef("pg", "", "table", "public", "orders")


@pytest_asyncio.fixture
async def shop(window: MainWindow, postgresql: PostgreSQL, postgresql_database: str) -> AsyncIterator[str]:
    """A connection called `pg`, open in the navigator down to its tables; the name of its database."""
    for statement in SHOP.split(";\n"):
        if statement.strip():
            postgresql.ask(statement, database=postgresql_database)
    url = f"postgresql://{SUPERUSER}@{postgresql.host}:{postgresql.port}/{postgresql_database}"
    rules = f"host {postgresql_database} all all trust\nhost postgres all all trust"
    with postgresql.access(rules):
        await window.client.call("connection.save", SaveConnection(Connection("pg", "pg", url)))
        await eventually_async(lambda: window.saved.find("pg"))
        window.show()
        window.navigator.reveal("pg")
        await eventually_async(lambda: found(window, "orders"))
        yield postgresql_database


def model(window: MainWindow) -> TreeModel:
    made = window.navigator.tree.model()
    assert isinstance(made, TreeModel)
    return made


def found(window: MainWindow, name: str, kind: Kind = Kind.RELATION) -> Node | None:
    """A row that is known, in sight or not."""
    return next((node for node in model(window).root.walk() if node.name == name and node.kind is kind), None)


def titles(node: Node) -> list[str]:
    return [f"{child.name} {child.detail}".rstrip() for child in node.children]


async def opened(window: MainWindow, name: str, kind: Kind) -> Node:
    """A row with what is below it."""
    node = await eventually_async(lambda: found(window, name, kind))
    assert node is not None
    window.navigator.tree.open_node(node)
    await eventually_async(lambda: node.load in {Load.DONE, Load.NONE_NEEDED, Load.FAILED})
    return node


async def properties(window: MainWindow, about: ObjectRef) -> PropertiesPage:
    window.navigator.properties_wanted.emit(about)
    page = window.documents.current
    assert isinstance(page, PropertiesPage)
    await eventually_async(lambda: page.findChildren(SectionTable))
    return page


def section(page: PropertiesPage, name: str) -> SectionTable:
    made = page.findChild(SectionTable, f"section_{name}")
    assert isinstance(made, SectionTable)
    return made


def cells(table: SectionTable) -> list[tuple[str, ...]]:
    return [table.cells(place) for place in range(table.model().rowCount())]


async def test_databases_schemas_kinds_and_parts_stand_below_each_other(window: MainWindow, shop: str) -> None:
    connection = found(window, "pg", Kind.CONNECTION)
    assert connection is not None
    await eventually_async(lambda: any(title.startswith("Roles ") for title in titles(connection)))
    assert titles(connection)[0] == shop
    assert "postgres" in titles(connection)
    public = found(window, "public", Kind.SCHEMA)
    assert public is not None
    await eventually_async(lambda: "Functions 2" in titles(public))
    assert {"Tables 2", "Views 1", "Enums 1"} <= set(titles(public))
    functions = next(child for child in public.children if child.name == "Functions")
    window.navigator.tree.open_node(functions)
    await eventually_async(lambda: functions.children)
    assert [child.name for child in functions.children] == ["add_tax(amount integer)", "add_tax(amount numeric)"]
    customers = await opened(window, "customers", Kind.RELATION)
    await eventually_async(lambda: "Policies 1" in titles(customers))
    other = next(child for child in connection.children if child.name == "postgres")
    window.navigator.tree.open_node(other)
    await eventually_async(lambda: any(child.kind is Kind.SCHEMA for child in other.children))


async def test_a_filter_finds_what_was_not_read_yet(window: MainWindow, shop: str) -> None:
    field = window.navigator.findChild(QLineEdit, "navigator_filter")
    assert isinstance(field, QLineEdit)
    assert found(window, "add_tax(amount integer)", Kind.OBJECT) is None
    field.setText("add tax, ird")
    await eventually_async(lambda: found(window, "add_tax(amount integer)", Kind.OBJECT))
    node = await eventually_async(lambda: found(window, _ODD))
    assert node is not None
    await eventually_async(lambda: model(window).index_of(node).isValid())
    assert model(window).index_of(node).data() == 'we"ird; -- <b>\\u202e'


async def test_properties_lead_on_to_what_uses_an_object_whatever_its_name(window: MainWindow, shop: str) -> None:
    page = await properties(window, ObjectRef("pg", "", "table", _ODD, _ODD))
    assert page.header.qualified_name == f"{_QUOTED}.{_QUOTED}"
    uses = section(page, "used_by")
    place = next(at for at, row in enumerate(cells(uses)) if row[0] == "view")
    uses.opened.emit(uses.cells(place))
    await eventually_async(lambda: window.documents.current is not page)
    view = window.documents.current
    assert isinstance(view, PropertiesPage)
    assert view.about == ObjectRef("pg", "", "view", _ODD, f"{_ODD}v")
    await eventually_async(lambda: view.findChildren(SectionTable))


async def test_comments_are_plain_text_and_overloads_are_told_apart(window: MainWindow, shop: str) -> None:
    page = await properties(window, ORDERS)
    comment = page.findChild(PlainLabel, "properties_comment")
    assert isinstance(comment, PlainLabel)
    assert comment.full_text == "One row <b>an order</b>"
    ddl = []
    for signature in ("amount integer", "amount numeric"):
        made = await properties(window, ObjectRef("pg", "", "function", "public", "add_tax", signature))
        code = made.findChild(CodeView, "ddl_code")
        assert isinstance(code, CodeView)
        ddl.append(code.text())
    assert "integer" in ddl[0]
    assert "numeric" in ddl[1]


async def test_what_others_need_is_dropped_with_them_only_when_that_was_ticked(
    window: MainWindow, shop: str, postgresql: PostgreSQL
) -> None:
    window.navigator.change_wanted.emit(ORDERS, StatementKind.DROP)
    dialog = window.findChildren(ChangeDialog)[-1]
    code, do = dialog.findChild(CodeView, "object_change.statement"), dialog.findChild(QPushButton, "object_change.do")
    assert isinstance(code, CodeView)
    assert isinstance(do, QPushButton)
    await eventually_async(do.isEnabled)
    assert code.text() == "DROP TABLE public.orders;"
    do.click()
    trouble = dialog.findChild(PlainLabel, "object_change.trouble")
    assert isinstance(trouble, PlainLabel)
    await eventually_async(trouble.isVisible)
    assert "revenue" in trouble.full_text
    cascade = dialog.findChild(QCheckBox, "object_change.cascade")
    assert isinstance(cascade, QCheckBox)
    await eventually_async(cascade.isEnabled)
    cascade.click()
    await eventually_async(lambda: "CASCADE" in code.text() and do.isEnabled())
    do.click()
    await eventually_async(lambda: found(window, "orders") is None)
    assert postgresql.ask("SELECT count(*) FROM pg_views WHERE viewname = 'revenue'", database=shop) == [(0,)]


async def test_what_has_no_rows_is_shown_with_its_properties_also_of_another_database(
    window: MainWindow, shop: str
) -> None:
    connection = found(window, "pg", Kind.CONNECTION)
    assert connection is not None
    other = next(child for child in connection.children if child.name == "postgres")
    window.navigator.tree.open_node(other)
    await eventually_async(lambda: any(child.name == "Extensions" for child in other.children))
    extensions = next(child for child in other.children if child.name == "Extensions")
    window.navigator.tree.open_node(extensions)
    await eventually_async(lambda: extensions.children)
    about = ref_of(extensions.children[0])
    assert about is not None
    assert (about.database, about.name) == ("postgres", "plpgsql")
    wanted = QSignalSpy(window.navigator.open_data)
    window.navigator.tree.activated_node.emit(extensions.children[0])
    page = window.documents.current
    assert isinstance(page, PropertiesPage)
    await eventually_async(lambda: page.findChildren(SectionTable))
    assert wanted.count() == 0


async def test_the_written_statements_take_every_name(window: MainWindow, shop: str, postgresql: PostgreSQL) -> None:
    about = ObjectRef("pg", "", "table", _ODD, _ODD)
    written = await window.client.call("catalog.statements", about.write(), StatementList)
    select = next(each.sql for each in written.statements if each.kind is StatementKind.SELECT)
    assert postgresql.ask(select, database=shop) == []
