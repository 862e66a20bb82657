"""Other databases of a PostgreSQL server: worked on in tabs that say which one they are on, and never on another."""

from collections.abc import AsyncIterator
from typing import cast

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QPushButton

from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from helpers.tables import dialog_named, settled, shown, write
from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing.domain.catalog import StatementKind, StatementList
from lapwing.domain.completion import CompleteAt, Completions
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.transfer import SampleRows
from lapwing.gui.browser.nodes import Kind, Node, ref_of
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.export_offers import offer_of_table_tab
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")

STOCK = "CREATE TABLE stock (id int PRIMARY KEY, at text); INSERT INTO stock VALUES (1, current_database()), (2, 'x')"
WHERE = "SELECT current_database() AS here"


@pytest_asyncio.fixture
async def other(window: MainWindow, postgresql: PostgreSQL, postgresql_database: str) -> AsyncIterator[str]:
    """Two databases with a table of the same name; `pg` leads to one of them. The name of the other one."""
    own, other = postgresql_database, f"{postgresql_database}_b"
    postgresql.ask(f"CREATE DATABASE {other}")
    try:
        for name in (own, other):
            postgresql.ask(STOCK, database=name)
        postgresql.ask("CREATE TABLE only_here (odd_column int)", database=other)
        url = f"postgresql://{SUPERUSER}@{postgresql.host}:{postgresql.port}/{own}"
        with postgresql.access("\n".join(f"host {name} all all trust" for name in (own, other, "postgres"))):
            await window.client.call("connection.save", SaveConnection(Connection("pg", "pg", url)))
            await eventually_async(lambda: window.saved.find("pg"))
            window.show()
            window.navigator.reveal("pg")
            await eventually_async(lambda: window.navigator.current_connection_id == "pg")
            yield other
            for page in window.pages():
                await page.close_page()
    finally:
        postgresql.ask(f"DROP DATABASE {other} WITH (FORCE)")


def table(other: str) -> ObjectRef:
    return ObjectRef("pg", other, "table", "public", "stock")


def stock(server: PostgreSQL, database: str) -> list[tuple[object, ...]]:
    return server.ask("SELECT id, at FROM stock ORDER BY id", database=database)


async def row_of(window: MainWindow, wanted: ObjectRef) -> Node:
    """An object's row in the navigator, which is read down to it."""
    model = window.navigator.tree.model()
    assert isinstance(model, TreeModel)
    window.navigator.reveal_object(wanted)
    found = await eventually_async(
        lambda: next(
            (node for node in model.root.walk() if node.kind is Kind.RELATION and ref_of(node) == wanted), None
        )
    )
    assert found is not None
    return found


async def run(tab: QueryTab, sql: str) -> list[list[str]]:
    tab.set_text(sql)
    await after_run(tab, tab.run_statement)
    return shown_rows(tab)


async def editor_on(window: MainWindow, place: Place) -> QueryTab:
    tab = window.new_editor(connection_id=place.connection_id, database=place.database)
    await eventually_async(lambda: tab.session.place == place)
    return tab


async def test_rows_of_another_database_are_shown_and_changed_there_alone(
    window: MainWindow, other: str, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    window.navigator.tree.activated_node.emit(await row_of(window, table(other)))
    tab = window.documents.current
    assert isinstance(tab, TableTab)
    await eventually_async(lambda: tab.data.page is not None)
    await settled(tab)
    assert shown(tab) == [("1", other), ("2", "x")]
    assert other in tab.tools.place.full_text
    assert other in tab.status().connection
    write(tab, 1, "at", "changed")
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert stock(postgresql, other) == [(1, other), (2, "changed")]
    assert stock(postgresql, postgresql_database) == [(1, postgresql_database), (2, "x")]
    source = offer_of_table_tab(tab).parts[0].source
    sample = await window.client.call("export.sample", source, SampleRows)
    assert other.encode() in sample.page
    again = window.page_makers["table"](window, tab.state())
    assert isinstance(again, TableTab)
    assert again.place == Place("pg", database=other)
    again.deleteLater()


async def test_an_editor_stays_on_the_database_that_it_says(
    window: MainWindow, other: str, postgresql_database: str
) -> None:
    window.navigator.tree.choose(await row_of(window, table(other)))
    window.navigator.tree.setFocus()
    await eventually_async(window.navigator.has_focus)
    tab = window.new_editor()
    await eventually_async(lambda: tab.session.place == Place("pg", database=other))
    box = tab.tools.connection_box
    assert box.currentText() == f"pg · {other}"
    tab.set_text("SELECT odd")
    asked = tab.assist.place_of(len("SELECT odd"))
    assert asked.place.database == other
    assert "odd_column" in await offers(window, tab), "before there is a session"
    assert await run(tab, WHERE) == [[other]]
    assert await tab.session.schemas() == ("public",)
    assert await window.close_page(tab)
    window.closed_pages.reopen()
    again = window.tab
    assert again is not None
    await eventually_async(lambda: again.session.place == Place("pg", database=other))
    assert await run(again, WHERE) == [[other]]
    own = next(
        row for row in range(again.tools.connection_box.count()) if again.tools.connection_box.itemText(row) == "pg"
    )
    again.tools.connection_box.setCurrentIndex(own)
    again.tools.connection_box.activated.emit(own)
    await eventually_async(lambda: again.session.place == Place("pg"))
    assert await run(again, WHERE) == [[postgresql_database]]


async def offers(window: MainWindow, tab: QueryTab) -> set[str]:
    """What completion offers at the end of the text once the names have come."""
    place = tab.assist.place_of(len(tab.editor.text())).place
    while True:
        found = await window.client.call("completion.at", CompleteAt(place, is_asked=True), Completions)
        if not found.is_loading:
            return {item.label for item in found.items}


async def test_a_tab_that_was_led_to_another_database_says_so_and_comes_back_there(
    window: MainWindow, other: str
) -> None:
    tab = await editor_on(window, Place("pg"))
    tab.set_text(f"\\c {other}\n{WHERE};")
    await after_run(tab, tab.run_script)
    assert shown_rows(tab) == [[other]]
    await eventually_async(lambda: tab.session.place == Place("pg", database=other))
    assert tab.tools.connection_box.currentText() == f"pg · {other}"
    await tab.session.close()
    assert await run(tab, WHERE) == [[other]], messages(tab)


async def test_statements_for_an_object_are_written_and_dropped_in_its_own_database(
    window: MainWindow, other: str, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    written = await window.client.call("catalog.statements", table(other).write(), StatementList)
    select = next(each.sql for each in written.statements if each.kind is StatementKind.SELECT)
    window.navigator.statement_wanted.emit("pg", other, f"{select};\n")
    tab = window.tab
    assert tab is not None
    await eventually_async(lambda: tab.session.place == Place("pg", database=other))
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab)[0] == ["1", other]
    await tab.session.close()
    window.navigator.change_wanted.emit(table(other), StatementKind.DROP)
    dialog = await dialog_named(window, "object_change")
    do = cast("QPushButton", dialog.findChild(QPushButton, "object_change.do"))
    await eventually_async(do.isEnabled)
    do.click()
    await eventually_async(lambda: postgresql.ask("SELECT to_regclass('stock')", database=other) == [(None,)])
    assert len(stock(postgresql, postgresql_database)) == 2
