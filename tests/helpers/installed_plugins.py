"""Plugins that a test installs into an engine that runs them, as a person does."""

import asyncio
import textwrap
import time
from pathlib import Path
from typing import Any, Protocol

from helpers.made_plugins import hooks_in
from lapwing.domain.connections import Connection, OpenSession, SaveConnection
from lapwing.domain.plugins.facts import PluginFacts, PluginRequest, PluginState
from lapwing.domain.plugins.installing import InstallPlugin, ReadPackage
from lapwing.domain.urls import sqlite_url


class Asks(Protocol):
    """Who asks an engine, in this process or in one of its own."""

    async def ask(self, operation: str, request: object = None) -> Any: ...


async def installed(me: Asks, folder: Path, code: str, manifest: str = "", plugin_id: str = "made") -> PluginFacts:
    """A plugin of that code, installed with all that it asks for, and running if it can."""
    package = folder / f"package-{plugin_id}"
    package.mkdir(exist_ok=True)
    text = textwrap.dedent(code)
    (package / "made.py").write_text(f"import os, time\nfrom lapwing.plugins.api import *\n{text}", encoding="utf-8")
    hooks = ", ".join(f'"{hook}"' for hook in hooks_in(text))
    head = f'id = "{plugin_id}"\nname = "Made"\nversion = "1.0"\nentry = "made:Made"\nhooks = [{hooks}]\n'
    (package / "plugin.toml").write_text(head + textwrap.dedent(manifest), encoding="utf-8")
    found = await me.ask("plugin.read_package", ReadPackage(str(package)))
    assert found.problem is None, found.problem
    await me.ask("plugin.install", InstallPlugin(str(package), found.sha256, found.asks))
    end = time.monotonic() + 30
    while True:
        facts: PluginFacts = await me.ask("plugin.status", PluginRequest(plugin_id))
        if facts.state not in {PluginState.DISABLED, PluginState.STARTING}:
            return facts
        assert time.monotonic() < end, facts
        await asyncio.sleep(0.01)


async def opened(me: Asks, path: Path, **more: Any) -> str:
    """The id of a session on a saved connection named Shop."""
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", sqlite_url(path), **more)))
    found = await me.ask("session.open", OpenSession("shop"))
    return str(found.session_id)


async def lines(me: Asks, plugin_id: str = "made") -> list[str]:
    log = await me.ask("plugin.log", PluginRequest(plugin_id))
    return [line.text for line in log.lines]


async def logged(me: Asks, text: str, plugin_id: str = "made") -> None:
    end = time.monotonic() + 30
    while not any(text in line for line in await lines(me, plugin_id)):
        assert time.monotonic() < end, await lines(me, plugin_id)
        await asyncio.sleep(0.01)
