"""Statements, advice and configuration of a real server, as parts of its monitor page."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.monitoring.statements import StatementCounters, StatementGrowth, StatementKey, StatementsAnswer
from lapwing.gui.monitor.statements_table import Shown
from lapwing.gui.shell.monitor_advice import AdvicePart
from lapwing.gui.shell.monitor_page import MonitorPage
from lapwing.gui.shell.monitor_settings import SettingsPart
from lapwing.gui.shell.monitor_statements import StatementsPart
from lapwing.gui.shell.window import MainWindow

ID = "shop"


@pytest.fixture
def shop(postgresql: PostgreSQL, postgresql_database: str) -> Iterator[str]:
    """The URL of a database that has something to be found."""
    with postgresql.access(f"host {postgresql_database} all all trust"):
        with postgresql.admin(postgresql_database) as admin:
            admin.execute('CREATE TABLE "<b>loose</b>" (word text)')
            admin.execute("CREATE TABLE item (id int PRIMARY KEY, kind int)")
            admin.execute("CREATE INDEX by_kind ON item (kind)")
            admin.execute("CREATE INDEX by_kind_and_id ON item (kind, id)")
        yield f"postgresql://{postgresql.owner.user}@{postgresql.host}:{postgresql.port}/{postgresql_database}"


@pytest_asyncio.fixture
async def page(window: MainWindow, shop: str) -> AsyncIterator[MonitorPage]:
    for connection_id in (ID, "twin"):
        await window.client.call("connection.save", SaveConnection(Connection(connection_id, connection_id, shop)))
    await eventually_async(lambda: window.saved.find("twin"))
    window.resize(1280, 800)
    window.show()
    made = MonitorPage(window.client, window.saved, {"connection": ID, "interval": "0.5"})
    window.add_page(made)
    window.documents.show_page(made)
    yield made


def growth(text: str, calls: int, total_ms: float, share: float, database: str = "shop") -> StatementGrowth:
    counters = StatementCounters(
        StatementKey(text, database), text, calls, total_ms, calls * 2, blocks_hit=3, blocks_read=1
    )
    return StatementGrowth(counters, share, (1.0, float("nan"), 2.0))


async def test_statements_say_what_a_server_that_counts_none_would_need(window: MainWindow, page: MonitorPage) -> None:
    page.show_tab("statements")
    part = page.part
    assert isinstance(part, StatementsPart)

    def is_told() -> bool:
        if "pg_stat_statements" not in part.view.empty.accessibleName():
            part.view.refresh()
        return "pg_stat_statements" in part.view.empty.accessibleName()

    await eventually_async(is_told, every_s=0.3)
    assert part.view.empty.isVisible()


async def test_statements_are_ordered_filtered_opened_and_explained(window: MainWindow, page: MonitorPage) -> None:
    page.show_tab("statements")
    part = page.part
    assert isinstance(part, StatementsPart)
    view = part.view
    await eventually_async(view.empty.isVisible)
    await eventually_async(lambda: page.feed.facts is not None and page.feed.facts.server.product)
    answer = StatementsAnswer(
        1000.0,
        1900.0,
        400.0,
        (
            growth("SELECT count(*) FROM item", 5, 100.0, 0.25),
            growth("SELECT * FROM item\nWHERE id = $1", 2, 300.0, 0.75),
            growth("", 1, 0.5, 0.0),
        ),
    )
    view.stop()  # the server's own answers do not come between
    view.show_answer(answer)
    view.field.setText("select")
    assert [row.counters.calls for row in view.model.rows] == [2, 5]
    assert view.model.index(0, Shown.STATEMENT).data() == "SELECT * FROM item WHERE id = $1"
    assert view.model.index(0, Shown.SHARE).data().startswith("75")
    assert view.model.index(0, Shown.MEAN).data() == "150\u202fms"
    assert view.table.header().isSectionHidden(Shown.DATABASE)
    view.table.header().sectionClicked.emit(Shown.CALLS)
    assert [row.counters.calls for row in view.model.rows] == [5, 2]
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Home)
    current = view.table.current()
    assert current is not None
    assert current.counters.calls == 5
    assert part.text.text() == "SELECT count(*) FROM item"
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    await eventually_async(lambda: window.tab is not None)
    assert window.tab is not None
    assert window.tab.editor.text() == "SELECT count(*) FROM item"
    assert window.tab.session.place.connection_id == ID
    window.documents.show_page(page)
    view.stop()
    view.show_answer(answer)
    view.explain.click()
    await eventually_async(lambda: len(window.editors()) == 2)
    assert window.editors()[-1].editor.text() == "EXPLAIN SELECT count(*) FROM item"


async def test_advice_has_evidence_and_its_statement_is_opened_and_not_run(
    window: MainWindow, page: MonitorPage, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    page.show_tab("advice")
    part = page.part
    assert isinstance(part, AdvicePart)
    view = part.view
    await eventually_async(lambda: view.model.rows)
    assert [row.subject for row in view.model.rows] == ["public.by_kind", "public.<b>loose</b>"]
    assert "by_kind_and_id" in view.what.text()
    shown = {name.text(): value.text() for name, value in view._facts if name.text()}
    assert shown["covered by"] == "by_kind_and_id"
    assert part.text.text() == 'DROP INDEX CONCURRENTLY "public"."by_kind";'
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    await eventually_async(lambda: window.tab is not None)
    assert window.tab is not None
    assert window.tab.editor.text().endswith('DROP INDEX CONCURRENTLY "public"."by_kind";')
    assert not window.tab.session.is_running
    assert (
        len(
            postgresql.ask("SELECT indexname FROM pg_indexes WHERE indexname = 'by_kind'", database=postgresql_database)
        )
        == 1
    )
    window.documents.show_page(page)
    with postgresql.admin(postgresql_database) as admin:
        admin.execute("DROP INDEX by_kind")
    view.again.click()
    await eventually_async(lambda: [row.subject for row in view.model.rows] == ["public.<b>loose</b>"])
    view.field.setText("nothing like that")
    assert view.empty.isVisible()


async def test_settings_are_compared_with_those_of_another_server(window: MainWindow, page: MonitorPage) -> None:
    page.show_tab("settings")
    part = page.part
    assert isinstance(part, SettingsPart)
    view = part.view
    await eventually_async(lambda: view.model.rows)
    view.field.setText("max_connections")
    (row,) = [row for row in view.model.rows if row.name == "max_connections"]
    view.list.selectAll()
    copy = window.actions_of_window.set.action("edit.copy")
    window.actions_of_window.update()
    await eventually_async(copy.isEnabled)
    copy.trigger()
    assert f"max_connections = {row.here.value}" in QGuiApplication.clipboard().text().splitlines()
    view.field.clear()
    assert view.others.choose("twin")
    view.refresh()
    await eventually_async(lambda: view.model.columnCount() == 4 and view.model.rows)
    view.differing.setChecked(True)
    assert view.model.rows == []
    assert view.empty.isVisible()
