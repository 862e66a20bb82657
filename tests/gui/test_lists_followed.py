"""A window shows what other processes of its profile, and people, write into the lists."""

import asyncio
from dataclasses import replace

from helpers.command_line import lapwing, said
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.environments import SHIPPED, SaveEnvironment
from lapwing.gui.browser.navigator import NavigatorView
from lapwing.gui.client import EngineClient
from lapwing.gui.shell.window import MainWindow


def shown(window: MainWindow) -> list[str]:
    """The titles of the navigator's first rows."""
    navigator = window.findChild(NavigatorView)
    assert navigator is not None
    model = navigator.tree.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


async def test_an_open_window_shows_connections_and_environments_that_others_write(window: MainWindow) -> None:
    result = await asyncio.to_thread(
        lapwing, *("connection", "add", "shop", "--url", "sqlite:///shop.db", "--environment", "test")
    )
    assert result.returncode == 0, said(result)
    await eventually_async(lambda: "shop" in shown(window))
    other = EngineClient()
    await other.reach()
    await other.call("environment.save", SaveEnvironment(replace(SHIPPED[1], color="#12ab34")))
    await other.close()
    await eventually_async(lambda: [window.saved.color(each) for each in window.saved.connections] == ["#12ab34"])
    written = paths.config() / "connections.json"
    draft = written.with_name("draft")
    draft.write_text(written.read_text().replace('"shop"', '"sold"'))
    draft.replace(written)
    await eventually_async(lambda: "sold" in shown(window) and "shop" not in shown(window))
