"""A connection is left when a person says so: nothing of Lapwing's stays on the server, and no work ends unasked."""

from collections.abc import AsyncIterator

import pytest

from helpers.acting import act
from helpers.servers.postgresql import PostgreSQL
from helpers.tabs import after_run, answer, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, TransactionMode
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow


@pytest.fixture
async def connection(window: MainWindow, postgresql: PostgreSQL, postgresql_database: str) -> AsyncIterator[Connection]:
    url = f"postgresql://lapwing@{postgresql.host}:{postgresql.port}/{postgresql_database}?sslmode=disable"
    with postgresql.access(f"host {postgresql_database} all all trust"):
        yield await window.saved.add_url(url, name="shop")


@pytest.fixture
async def tab(window: MainWindow, connection: Connection) -> QueryTab:
    """A tab with a session, while the navigator has the connection open as well."""
    made = window.new_editor(connection_id=connection.id, text="SELECT 41 + 1 AS a")
    await made.move_to(Place(connection.id))
    await after_run(made, made.run_script)
    window.navigator.reveal(connection.id)
    await eventually_async(lambda: rows_below(window) > 0)
    return made


def rows_below(window: MainWindow) -> int:
    """How many rows the navigator has below its first connection."""
    model = window.navigator.tree.model()
    return model.rowCount(model.index(0, 0))


def count(postgresql: PostgreSQL, database: str) -> int:
    """Sessions on the database, whoever they belong to."""
    return len(postgresql.ask("SELECT 1 FROM pg_stat_activity WHERE datname = %s", [database]))


async def test_nothing_stays_on_the_server_until_the_next_statement(
    window: MainWindow, tab: QueryTab, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    await eventually_async(lambda: count(postgresql, postgresql_database) >= 2)
    await act(window, "connection.disconnect")
    await eventually_async(lambda: count(postgresql, postgresql_database) == 0)
    await eventually_async(lambda: tab.session.facts is None)
    assert messages(tab)[-1].startswith("Disconnected.")
    tree = window.navigator.tree
    await eventually_async(lambda: rows_below(window) == 0)
    assert not tree.isExpanded(tree.model().index(0, 0))
    tab.editor.set_text("SELECT 42 AS a, 2 AS b")
    assert count(postgresql, postgresql_database) == 0
    await after_run(tab, tab.run_script)
    assert shown_rows(tab) == [["42", "2"]]


async def test_an_open_transaction_is_asked_about_and_kept_by_default(
    window: MainWindow, tab: QueryTab, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    await tab.session.set_mode(TransactionMode.MANUAL)
    tab.editor.set_text("CREATE TABLE kept AS SELECT 1 AS a")
    await after_run(tab, tab.run_script)
    await act(window, "connection.disconnect")
    await answer(window, "keep")
    assert tab.session.has_open_transaction
    await tab.session.commit()
    tab.editor.set_text("INSERT INTO kept VALUES (2)")
    await after_run(tab, tab.run_script)
    await act(window, "connection.disconnect")
    await answer(window, "disconnect")
    await eventually_async(lambda: count(postgresql, postgresql_database) == 0)
    await eventually_async(lambda: not tab.session.has_open_transaction)
    assert postgresql.ask("SELECT count(*) FROM kept", database=postgresql_database) == [(1,)]
