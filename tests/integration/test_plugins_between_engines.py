"""Plugins in several engines of a profile: what acts on the world acts once, what a person waits for is everywhere."""

import asyncio
import time
from collections import Counter
from pathlib import Path

from helpers.engine_processes import EngineProcess, engine_process
from helpers.engines import make_database
from helpers.installed_plugins import installed, opened
from helpers.waiting import eventually_async
from lapwing.domain.event_log import PublishEvent
from lapwing.domain.plugins.facts import ConfigurePlugin, DoMenuEntry, PluginFacts, PluginRequest, PluginState
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.plugins.installing import places

NOTING = """
    class Made(Plugin):
        def note(self, what):
            with open(self.context.data_folder / "notes", "a") as file:
                file.write(f"{os.getpid()} {what}\\n")

        def handle_event(self, event):
            self.note(f"event {event.data['n']}")
            return os.getpid()

        def on_query_complete(self, outcome):
            self.note(f"query {outcome.query.sql}")
"""
MENU = """
        def on_menu(self, entry_id, connection):
            return Document(str(os.getpid()))
"""
HEARS = 'permissions = ["query:read", "events:workflow.*"]\n'
TOKEN = '[[config]]\nname = "token"\ntitle = "Token"\nkind = "secret"\n'
ENTRY = '[[menu]]\nid = "who"\ntitle = "Who"\n'


def folder(tmp_path: Path, name: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    return made


def notes(plugin_id: str, what: str) -> list[tuple[int, str]]:
    """What a plugin noted in all engines, with the process that did."""
    path = places.data_folder(plugin_id) / "notes"
    lines = [line.split(" ", 2) for line in path.read_text().splitlines()] if path.exists() else []
    return [(int(pid), text) for pid, kind, text in lines if kind == what]


async def state(engine: EngineProcess, plugin_id: str) -> PluginFacts:
    found = await engine.ask("plugin.status", PluginRequest(plugin_id))
    assert isinstance(found, PluginFacts)
    return found


async def becomes(engine: EngineProcess, plugin_id: str, *wanted: PluginState) -> PluginFacts:
    """Wait until a plugin is so in that engine."""
    end = time.monotonic() + 60
    while (facts := await state(engine, plugin_id)).state not in wanted:
        assert time.monotonic() < end, facts
        await asyncio.sleep(0.01)
    return facts


async def another(engine: EngineProcess, plugin_id: str, pid: int) -> None:
    """Wait until a plugin runs in another process than that."""
    while (await becomes(engine, plugin_id, PluginState.RUNNING)).pid == pid:
        await asyncio.sleep(0.01)


async def tell(engine: EngineProcess, *numbers: int) -> None:
    for number in numbers:
        await engine.ask("event.publish", PublishEvent("workflow.n", {"n": number}))


def once_each(found: list[tuple[int, str]], count: int) -> bool:
    return Counter(text for _, text in found) == Counter(str(number) for number in range(count))


async def test_events_are_handled_once_statements_are_heard_where_they_run_and_another_engine_goes_on_after_a_kill(
    tmp_path: Path,
) -> None:
    shop = make_database(tmp_path / "shop.sqlite", "CREATE TABLE item(name)")
    async with (
        engine_process(folder(tmp_path, "a")) as first,
        engine_process(folder(tmp_path, "b")) as second,
    ):
        await installed(first, tmp_path, NOTING + MENU, HEARS + ENTRY, plugin_id="each")
        await installed(first, tmp_path, NOTING, f"once = true\n{HEARS}{TOKEN}", plugin_id="once")
        once = await becomes(first, "once", PluginState.RUNNING, PluginState.ELSEWHERE)
        if once.state is PluginState.ELSEWHERE:  # the one that was started later was the first to hold the lock
            first, second = second, first
            once = await becomes(first, "once", PluginState.RUNNING)
        here = [(await becomes(first, "each", PluginState.RUNNING)).pid or 0, once.pid or 0]
        there = (await becomes(second, "each", PluginState.RUNNING)).pid or 0
        await becomes(second, "once", PluginState.ELSEWHERE)
        await tell(first, *range(5))
        await tell(second, *range(5, 10))
        await eventually_async(lambda: all(len(notes(each, "event")) >= 10 for each in ("each", "once")))
        for plugin_id, pid in zip(("each", "once"), here, strict=True):
            assert once_each(notes(plugin_id, "event"), 10)
            assert {process for process, _ in notes(plugin_id, "event")} == {pid}
        told = await second.ask("event.publish", PublishEvent("workflow.n", {"n": 10}, wait=True))
        assert sorted(each.answer for each in told.answers) == sorted(here)

        session = await opened(second, shop)
        await second.run(session, "SELECT 'there'")
        await eventually_async(lambda: notes("each", "query") and notes("once", "query"))
        assert notes("each", "query") == [(there, "SELECT 'there'")]
        assert notes("once", "query") == [(here[1], "SELECT 'there'")]
        assert (await second.ask("plugin.menu", DoMenuEntry("each", "who"))).document.title == str(there)

        await second.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
        await second.ask("plugin.configure", ConfigurePlugin("once", {"token": "canary"}))
        await another(first, "once", here[1])  # it is started anew where it runs

        first.process.kill()
        await first.ends()
        await tell(second, *range(11, 16))
        await eventually_async(lambda: all(len(notes(each, "event")) >= 16 for each in ("each", "once")))
        assert once_each(notes("each", "event"), 16)
        assert once_each(notes("once", "event"), 16)
        assert {process for process, text in notes("each", "event") if int(text) > 10} == {there}
        assert (await becomes(second, "once", PluginState.RUNNING)).pid == notes("once", "event")[-1][0]
