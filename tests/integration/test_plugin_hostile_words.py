"""What a hostile plugin says to the engine harms neither it nor who hears of it."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker
from helpers.installed_plugins import installed, lines, logged
from helpers.made_plugins import Heard, hosted, launch_of
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.plugins.errors import PluginFailed, PluginLate
from lapwing.plugins.api import CellFacts
from lapwing.plugins.host.process import PluginProcess

WITHIN_S = 60.0
SAYING = """
    import datetime, decimal, uuid

    def nested(depth):
        made = "x"
        for _ in range(depth):
            made = [made]
        return made

    THINGS = {
        "time": lambda: datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc),
        "bytes": lambda: b"\\xff\\0",
        "nan": lambda: float("nan"),
        "names": lambda: {1: "one"},
        "deep": lambda: nested(400),
        "much": lambda: "x" * 300_000,
    }

    class Made(Plugin):
        def handle_event(self, event):
            name = event.data.get("thing")
            if event.type == "workflow.answer":
                return {"thing": THINGS[name]()}
            if event.type == "workflow.say":
                try:
                    if name == "type":
                        self.context.publish("workflow.\x1b[2J", {})
                    self.context.publish("workflow.said", {"thing": THINGS[name]()})
                except Exception as error:
                    return f"{type(error).__name__}: {error}"
            if event.type == "workflow.said":
                self.context.log(f"said {event.data['thing']!r}")
            return "told"
"""


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


async def asked(me: Asker, event_type: str, thing: str) -> object:
    _, (answer,) = await me.engine.hub.publish_and_ask(event_type, {"thing": thing})
    return answer.answer if not answer.error else answer.error


async def test_data_of_plugins_is_made_plain_before_anybody_hears_of_it(me: Asker, tmp_path: Path) -> None:
    await installed(me, tmp_path, SAYING, 'permissions = ["events:workflow.*"]')
    for thing, made in (
        ("time", "2026-01-02T00:00:00Z"),
        ("bytes", "/wA="),
        ("nan", None),
        ("names", {"1": "one"}),
    ):
        assert await asked(me, "workflow.answer", thing) == {"thing": made}
        assert await asked(me, "workflow.say", thing) == "told"
        await logged(me, f"said {made!r}")
    for thing, refusal in (("deep", "nested at most 32 deep"), ("much", "at most 256 kB")):
        assert refusal in str(await asked(me, "workflow.answer", thing))
        assert str(await asked(me, "workflow.say", thing)).startswith("ValueError: ")
    assert "words with dots between" in str(await asked(me, "workflow.say", "type"))


FLOODING = """
    class Made(Plugin):
        def handle_event(self, event):
            for number in range(2_000):
                print("x" * 1_000)
                self.context.log("y" * 1_000)
            print("done")

        def panel(self, panel_id, connection):
            raise ValueError("\\x1b[2J\\u202e" + "z" * (1 << 20))

        def on_metrics_collect(self):
            self.times = getattr(self, "times", 0) + 1
            for number in range(400):
                yield MetricValue("rows", 1.0, {"number": str(self.times * 400 + number)})
"""


MANIFEST = """
    permissions = ["events:workflow.*", "ui:panel"]
    [[panels]]
    id = "main"
    title = "Main"
"""


async def test_a_flood_of_lines_is_bounded_and_told(me: Asker, tmp_path: Path) -> None:
    await installed(me, tmp_path, FLOODING, MANIFEST)
    await me.engine.hub.publish_and_ask("workflow.flood")
    await eventually_async(lambda: me.engine.plugins.whole().running.log("made").left_out > 2_000)
    kept = sum(path.stat().st_size for path in paths.logs().glob("plugin-made*"))
    assert kept < 3 << 20
    assert len(await lines(me)) <= 1_000


async def test_a_plugin_has_only_so_many_figures(me: Asker, tmp_path: Path) -> None:
    await installed(me, tmp_path, FLOODING, MANIFEST)
    metrics = me.engine.plugins.whole().metrics
    metrics.fresh_s = 0
    counts = []
    for _ in range(4):
        session: Any = None  # plugins' figures are not asked of a server
        readings, _ = await asyncio.to_thread(metrics.read, session, Lane.SLOW, session)
        counts.append(len(readings))
    assert counts == [400, 400, 200, 0]
    await logged(me, "more than 1,000 figures")


async def test_words_of_a_failure_are_cut_and_made_visible(tmp_path: Path) -> None:
    async with hosted(launch_of(tmp_path, FLOODING)) as plugin:
        with pytest.raises(PluginFailed) as failure:
            await plugin.call("panel", "main", None, within_s=WITHIN_S)
    words = str(failure.value)
    assert "\\x1b[2J\\u202e" in words
    assert len(words) < 6_000


FORGING = """
    import array, os, signal, socket, stat
    import msgspec

    def is_socket(number):
        try:
            return stat.S_ISSOCK(os.fstat(number).st_mode)
        except OSError:
            return False

    LINE = next(number for number in range(3, 64) if is_socket(number))

    def frame(*parts):
        packed = msgspec.msgpack.encode(parts)
        os.write(LINE, len(packed).to_bytes(4, "big") + packed)

    class Made(Plugin):
        def handle_event(self, event):
            for number in range(-3, 3):
                frame(1, number, "handle_event", "forged")
                frame(2, number, "x", {"kind": "y", "text": "z"})
            frame(0, 2**63, "connections", [])
            frame(77, 1, "log", ["of no kind", "info"])
            frame(3, 1, "log", ["told", "info", "more"])
            frame(3, 1, "nothing.of.the.kind", [None] * 1000)
            frame(3, 1, "log", "no list")
            frame(3, 1, "stream.input.export_rows", [7])
            return "own"

        def panel(self, panel_id, connection):
            sock = socket.socket(fileno=os.dup(LINE))
            for _ in range(40):
                with open("/dev/null") as file:
                    rights = array.array("i", [file.fileno()])
                    packed = msgspec.msgpack.encode([3, 1, "log", ["with a descriptor", "info"]])
                    data = len(packed).to_bytes(4, "big") + packed
                    sock.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
            sock.detach()
            return Document("well")

        def view_value(self, viewer_id, cell, value):
            os.kill(os.getpid(), signal.SIGSTOP)
"""


async def test_forged_frames_and_descriptors_on_the_line_change_nothing(tmp_path: Path) -> None:
    heard = Heard(connections=())
    async with hosted(launch_of(tmp_path, FORGING), heard) as plugin:
        before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
        answer = await plugin.call("handle_event", CloudEvent("1", "test", 0.0), within_s=WITHIN_S)
        assert answer in {"own", "forged"}  # both are the plugin's own words
        assert (await plugin.call("panel", "main", None, within_s=WITHIN_S)).title == "well"
        await eventually_async(lambda: heard.texts.count("with a descriptor") == 40)
        assert "of no kind" in heard.texts
        if before:
            assert len(os.listdir("/proc/self/fd")) <= before
        assert plugin.restarts == 0


async def test_a_plugin_that_reads_nothing_costs_only_so_much_memory(tmp_path: Path) -> None:
    async with hosted(launch_of(tmp_path, FORGING)) as plugin:
        arguments = ("main", CellFacts("a", "text"), "x" * (3 << 20))
        for _ in range(30):
            with pytest.raises(PluginLate):
                await plugin.call("view_value", *arguments, within_s=0.02)
        process = plugin._process
        assert isinstance(process, PluginProcess)
        assert process.unsent_bytes < 16 << 20
