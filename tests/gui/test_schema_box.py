"""The schema of a tab is chosen above its editor."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QListView

from helpers.servers.postgresql import PostgreSQL
from helpers.tabs import after_run, shown_rows
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.window import MainWindow


@pytest.fixture
async def connection(window: MainWindow, postgresql: PostgreSQL, postgresql_database: str) -> AsyncIterator[Connection]:
    postgresql.ask("CREATE SCHEMA shelf", database=postgresql_database)
    postgresql.ask("GRANT ALL ON SCHEMA shelf TO lapwing", database=postgresql_database)
    url = f"postgresql://lapwing@{postgresql.host}:{postgresql.port}/{postgresql_database}?sslmode=disable"
    with postgresql.access(f"host {postgresql_database} all all trust"):
        yield await window.saved.add_url(url, name="shop")


async def test_another_schema_is_chosen_from_those_that_there_are(window: MainWindow, connection: Connection) -> None:
    tab = window.new_editor(connection_id=connection.id, text="CREATE TABLE t AS SELECT 7 AS a; SELECT a FROM shelf.t;")
    await tab.move_to(Place(connection.id))
    box = tab.tools.schema_box
    assert not box.isVisibleTo(tab)
    await tab.session.open()
    await eventually_async(lambda: box.isVisibleTo(tab) and box.currentText() == "public")
    box.showPopup()
    await eventually_async(lambda: box.findData("shelf") >= 0)
    assert box.findData("pg_catalog") < 0
    view = box.findChild(QListView)
    assert view is not None
    box.hidePopup()
    box.setCurrentIndex(box.findData("shelf"))
    box.activated.emit(box.currentIndex())
    await eventually_async(lambda: tab.session.facts is not None and tab.session.facts.surroundings.schema == "shelf")
    await after_run(tab, tab.run_script)
    assert shown_rows(tab) == [["7"]]
