"""A plugin runs in a process of its own: its hooks are called there, and nothing that it does harms anybody."""

import os
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.made_plugins import Heard, hosted, launch_of
from helpers.waiting import eventually_async
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.plugins.errors import PluginEnded, PluginFailed, PluginLate, PluginNotRunning
from lapwing.domain.plugins.facts import PluginState
from lapwing.plugins.api import CellFacts, ConnectionInfo, QueryInfo, QueryOutcome, Rows
from lapwing.plugins.host.folders import TemporaryFolder, base
from lapwing.plugins.host.hosted import Patience
from lapwing.plugins.host.launch import Limits

WITHIN_S = 60.0
OUTCOME = QueryOutcome(QueryInfo("1", ConnectionInfo("a", "A", "sqlite"), "SELECT 1", "read"), 0.5, 7)

LIVELY = """
    class Made(Plugin):
        def initialize(self):
            self.rows = 0
            self.context.log(f"hello from {self.context.plugin_id}")

        def on_query_complete(self, outcome):
            self.rows += outcome.rows

        def handle_event(self, event):
            return {"rows": self.rows, "size": self.context.config["size"], "type": event.type}

        def panel(self, panel_id, connection):
            return Document(panel_id, (DocumentPart(PartKind.KEY_VALUES, pairs=(("rows", str(self.rows)),)),))
"""


async def test_hooks_are_called_in_a_process_of_its_own_and_answer(tmp_path):
    heard = Heard()
    async with hosted(launch_of(tmp_path, LIVELY, config={"size": 3}), heard) as plugin:
        assert plugin.error is None
        assert plugin.is_running
        assert plugin.pid is not None
        assert os.getpriority(os.PRIO_PROCESS, plugin.pid) > min(18, os.getpriority(os.PRIO_PROCESS, 0))
        await plugin.call("on_query_complete", OUTCOME, within_s=WITHIN_S)
        document = await plugin.call("panel", "main", None, within_s=WITHIN_S)
        assert document.parts[0].pairs == (("rows", "7"),)
    assert ("info", "hello from made") in heard.lines
    assert not plugin.is_running


HOSTILE = """
    import ctypes, gc, os, sys, threading, time

    def leak():
        kept = []
        while True:
            kept.append(bytearray(1 << 20))

    def loop():
        while True:
            pass

    def hang():
        threading.Event().wait()

    def segfault():
        ctypes.string_at(0)

    def quit_at_once():
        os._exit(3)

    def leave():
        sys.exit("bye")

    def garbage_on_the_line():
        for number in range(3, 64):
            try:
                os.write(number, b"\\xff" * 64)
            except OSError:
                pass

    def closed_line():
        os.closerange(3, 64)
        time.sleep(3600)

    def recurse():
        recurse()

    def stolen_output():
        os.dup2(2, 1)
        os.write(2, b"\\x00\\xfe noise" * 100_000)

    def too_much():
        return "x" * (8 << 20)

    def not_data():
        return object()

    def threads():
        while True:
            threading.Thread(target=hang).start()

    class Made(Plugin):
        def handle_event(self, event):
            return globals()[event.type]()

        def panel(self, panel_id, connection):
            return 4711 if panel_id == "wrong" else Document(panel_id)
"""
PATIENCE = Patience(back_off_s=0.01, end_s=0.5)


def event(name: str) -> CloudEvent:
    return CloudEvent("1", name, 0.0)


@pytest.mark.parametrize("how", ["leak", "leave", "recurse", "too_much", "not_data", "threads"])
async def test_one_that_fails_is_told_so_and_goes_on(tmp_path, how):
    launch = launch_of(tmp_path, HOSTILE, limits=Limits(memory_bytes=200 << 20))
    async with hosted(launch, patience=Patience(hang_s=60)) as plugin:
        with pytest.raises(PluginFailed):
            await plugin.call("handle_event", event(how), within_s=WITHIN_S)
        assert plugin.failed == 1
        assert (await plugin.call("panel", "well", None, within_s=WITHIN_S)).title == "well"
        assert plugin.restarts == 0


@pytest.mark.parametrize("how", ["segfault", "quit_at_once", "garbage_on_the_line"])
async def test_one_that_ends_is_started_again(tmp_path, how):
    async with hosted(launch_of(tmp_path, HOSTILE), patience=PATIENCE) as plugin:
        with pytest.raises(PluginEnded):
            await plugin.call("handle_event", event(how), within_s=WITHIN_S)
        await eventually_async(lambda: plugin.restarts == 1 and plugin.is_running)
        assert (await plugin.call("panel", "well", None, within_s=WITHIN_S)).title == "well"


@pytest.mark.parametrize("how", ["loop", "hang", "closed_line"])
async def test_one_that_hangs_keeps_nobody_and_is_ended_and_started_again(tmp_path, how):
    patience = replace(PATIENCE, hang_s=0.3, watch_s=0.02)
    async with hosted(launch_of(tmp_path, HOSTILE), patience=patience) as plugin:
        first = plugin.pid
        with pytest.raises((PluginLate, PluginEnded)) as refused:  # a line that is closed ends it at once
            await plugin.call("handle_event", event(how), within_s=0.05)
        assert plugin.slow == (refused.type is PluginLate)
        await eventually_async(lambda: plugin.restarts == 1 and plugin.is_running)
        assert plugin.pid != first
        assert first is not None
        assert not Path(f"/proc/{first}").exists()


async def test_an_answer_that_comes_too_late_is_nobodys(tmp_path):
    code = """
        import os, time

        class Made(Plugin):
            def handle_event(self, event):
                while not os.path.exists("free"):
                    time.sleep(0.005)
                return event.data["number"]
    """
    async with hosted(launch_of(tmp_path, code)) as plugin:
        for number in range(3):
            with pytest.raises(PluginLate):
                await plugin.call("handle_event", CloudEvent("1", "late", 0.0, {"number": number}), within_s=0.02)
        (tmp_path / "data" / "free").touch()
        last = CloudEvent("1", "in time", 0.0, {"number": "mine"})
        assert await plugin.call("handle_event", last, within_s=WITHIN_S) == "mine"
        assert (plugin.slow, plugin.restarts) == (3, 0)


async def test_what_is_no_document_is_no_answer(tmp_path):
    async with hosted(launch_of(tmp_path, HOSTILE)) as plugin:
        with pytest.raises(PluginFailed, match="not what the contract says"):
            await plugin.call("panel", "wrong", None, within_s=WITHIN_S)


async def test_what_a_plugin_prints_goes_into_its_log_and_is_bounded(tmp_path):
    heard = Heard()
    async with hosted(launch_of(tmp_path, HOSTILE), heard) as plugin:
        await plugin.call("handle_event", event("stolen_output"), within_s=WITHIN_S)
        await eventually_async(lambda: any("noise" in text for text in heard.texts))
        assert (await plugin.call("panel", "well", None, within_s=WITHIN_S)).title == "well"
    assert max(map(len, heard.texts)) <= 4_000


async def test_after_three_crashes_it_is_left_alone_until_a_person_starts_it(tmp_path):
    now = [0.0]
    patience = replace(PATIENCE, clock=lambda: now[0])
    async with hosted(launch_of(tmp_path, HOSTILE), patience=patience) as plugin:
        for _ in range(2):
            await eventually_async(lambda: plugin.is_running)
            with pytest.raises(PluginEnded):
                await plugin.call("handle_event", event("quit_at_once"), within_s=WITHIN_S)
            await eventually_async(lambda: not plugin.is_running)
        now[0] = 400.0  # these are long ago
        for _ in range(3):
            await eventually_async(lambda: plugin.is_running)
            with pytest.raises(PluginEnded):
                await plugin.call("handle_event", event("quit_at_once"), within_s=WITHIN_S)
            await eventually_async(lambda: not plugin.is_running)
        await eventually_async(lambda: plugin.state is PluginState.QUARANTINED)
        assert plugin.restarts == 4
        with pytest.raises(PluginNotRunning):
            await plugin.call("panel", "well", None, within_s=WITHIN_S)
        await plugin.start()
        assert (await plugin.call("panel", "well", None, within_s=WITHIN_S)).title == "well"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import nothing_of_that_name", "No module named 'nothing_of_that_name'"),
        ("class Other(Plugin): pass", "has no class Made"),
        ("Made = 3", "is no class made from"),
        ("this is no Python", "invalid syntax"),
        ("class Made(Plugin):\n    def initialize(self): raise ValueError('not today')", "not today"),
    ],
)
async def test_one_that_cannot_begin_says_why_and_is_not_tried_again(tmp_path, code, reason):
    async with hosted(launch_of(tmp_path, code), patience=PATIENCE) as plugin:
        assert plugin.state is PluginState.REFUSED
        assert reason in str(plugin.error)
        assert plugin.pid is None


STREAMS = """
    class Made(Plugin):
        def export_rows(self, format_id, columns, rows):
            yield "/".join(column.column for column in columns).encode()
            for page in rows:
                yield "".join(text or "-" for row in page.rows for text in row).encode()

        def import_rows(self, format_id, data):
            for piece in data:
                yield Rows(("letter",), ("text",), tuple((letter,) for letter in piece.decode()))
"""


async def test_rows_and_files_go_through_a_plugin_piece_by_piece(tmp_path):
    taken: list[int] = []

    async def pages() -> AsyncIterator[Rows]:
        for number in range(3):
            taken.append(number)
            yield Rows(("a",), ("text",), ((str(number),), (None,)))

    async def pieces() -> AsyncIterator[bytes]:
        yield b"ab"
        yield b"c"

    async with hosted(launch_of(tmp_path, STREAMS)) as plugin:
        columns = (CellFacts("a", "text"), CellFacts("b", "int"))
        written = plugin.stream("export_rows", "made", columns, inputs=pages(), within_s=WITHIN_S)
        assert await anext(written) == b"a/b"
        assert taken == []
        assert [piece async for piece in written] == [b"0-", b"1-", b"2-"]
        read = plugin.stream("import_rows", "made", inputs=pieces(), within_s=WITHIN_S)
        assert [page.rows async for page in read] == [(("a",), ("b",)), (("c",),)]
        cut = plugin.stream("export_rows", "made", columns, inputs=pages(), within_s=WITHIN_S)
        await anext(cut)
        await cut.aclose()


async def test_a_process_ends_with_its_engine_and_the_next_one_sweeps_what_is_left(tmp_path):
    code = f"""
        import asyncio, os, sys
        from pathlib import Path
        from helpers.made_plugins import Heard, launch_of
        from lapwing.plugins.host.hosted import HostedPlugin

        async def main():
            heard = Heard()
            plugin = HostedPlugin(launch_of(Path({str(tmp_path)!r}), {HOSTILE!r}), heard.serve, heard.log)
            await plugin.start()
            print(plugin.pid, flush=True)
            asyncio.create_task(plugin.call("handle_event", {event("loop")!r}, within_s=60))
            await asyncio.sleep(60)

        from lapwing.domain.cloud_events import CloudEvent
        asyncio.run(main())
    """
    folder = Path(__file__).parents[1]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(folder.parent / "app")])}
    engine = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, env=env)
    assert engine.stdout is not None
    pid = int(engine.stdout.readline())
    engine.kill()
    engine.wait()
    engine.stdout.close()
    await eventually_async(lambda: not _lives(pid))
    assert len(list(base().iterdir())) == 1
    TemporaryFolder().remove()
    assert list(base().iterdir()) == []


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
