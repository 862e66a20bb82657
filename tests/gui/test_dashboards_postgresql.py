"""Dashboards of a real PostgreSQL: what is blocked, what the role may not see, a server that goes and comes back."""

import pytest
from PySide6.QtWidgets import QPushButton

from helpers.blocked_sessions import blocked_sessions
from helpers.monitors import open_monitor, shown
from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, Environment, SaveConnection
from lapwing.gui.monitor.panel_notice import PanelNotice
from lapwing.gui.shell.monitor_page import MonitorPage
from lapwing.gui.shell.window import MainWindow

ID = "shop"
pytestmark = pytest.mark.qt_log_ignore("does not support")


async def monitor_of(window: MainWindow, server: PostgreSQL, database: str) -> MonitorPage:
    url = f"postgresql://{server.owner.user}@{server.host}:{server.port}/{database}"
    connection = Connection(ID, "zz_shop", url, environment=Environment.PRODUCTION)
    await window.client.call("connection.save", SaveConnection(connection))
    await eventually_async(lambda: window.saved.find(ID))
    return await open_monitor(window, ID)


def retry_button(page: MonitorPage) -> list[QPushButton]:
    """The button above the charts that tries again, while it is shown."""
    return [each for each in page.banner.findChildren(QPushButton, "monitor_retry") if not each.isHidden()]


def notice(page: MonitorPage, panel_id: str) -> str:
    """What a panel says instead of its values; empty: it shows them."""
    found = page.view.canvas.frames[panel_id].view.findChild(PanelNotice)
    return found.accessibleName() if found is not None and found.isVisible() else ""


async def test_blocked_sessions_are_counted_and_what_the_role_may_not_see_is_said_in_its_panel(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    user = postgresql.owner.user
    with (
        postgresql.access(f"host {postgresql_database} all all trust"),
        blocked_sessions(postgresql, postgresql_database),
    ):
        page = await monitor_of(window, postgresql, postgresql_database)
        assert page.tools.property("surface") == "production"
        assert page.tools.environment.accessibleName() == "Production"
        await eventually_async(lambda: "pg_monitor" in notice(page, "sessions"))
        await eventually_async(lambda: shown(page, "connections_now"))
        assert notice(page, "connections_now") == ""
        assert {"overview", "sessions", "io", "waits", "vacuum", "replication"} <= set(page.tools.tabs.titles)
        postgresql.ask(f"GRANT pg_monitor TO {user}")
        try:
            page.feed.retry()
            await eventually_async(lambda: shown(page, "blocked_now").startswith(("2", "3")))
            await eventually_async(lambda: notice(page, "sessions") == "" and "active" in shown(page, "sessions"))
        finally:
            postgresql.ask(f"REVOKE pg_monitor FROM {user}")


async def test_a_server_that_goes_is_said_above_its_charts_and_drawn_again_when_it_is_back(
    window: MainWindow, own_postgresql: PostgreSQL
) -> None:
    server = own_postgresql
    database = server.create_database()
    with server.access("host all all all trust"):
        page = await monitor_of(window, server, database)
        await eventually_async(lambda: shown(page, "connections_now"))
        server.stop()
        await eventually_async(lambda: "does not answer" in page.banner.text)
        status = page.status()
        assert status is not None
        assert "does not answer" in status.connection
        assert status.monitoring == (), "neither how long it is up nor what looking costs is so any longer"
        told: list[str] = []
        page.feed.trouble.connect(told.append)
        (await eventually_async(lambda: retry_button(page)))[0].click()
        await eventually_async(lambda: told and retry_button(page))  # after a try in vain there can be another
        server.start()
        await eventually_async(lambda: page.banner.text == "")
        await eventually_async(lambda: shown(page, "connections_now"))
        await eventually_async(lambda: [each for each in page.feed.annotations if each.kind == "restart"])
