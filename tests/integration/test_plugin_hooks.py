"""Hooks in a real engine, with what each needs to be called at all, and when it is refused."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker, make_database
from helpers.installed_plugins import installed, lines, logged, opened
from helpers.waiting import eventually_async
from lapwing.domain.connections import CloseSession
from lapwing.domain.events import NoticeReceived
from lapwing.domain.plugins.errors import PluginFailed, PluginHasNot
from lapwing.domain.plugins.facts import (
    ConfigurePlugin,
    DoMenuEntry,
    FormatCells,
    PluginRequest,
    PluginState,
    ShowPanel,
    ShowValue,
    SubmitForm,
)
from lapwing.domain.plugins.installing import InstallPlugin, ReadPackage
from lapwing.domain.plugins.installing_errors import ManifestInvalid, PermissionsNotGranted
from lapwing.domain.services import ServiceRequest, ServiceState
from lapwing.plugins.installing import places


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE item(name)")


LOADING = """
    class Made(Plugin):
        def on_config_load(self, config):
            if config["word"] == "wrong":
                raise ValueError("that word is wrong")
            return {"word": config["word"].upper(), "size": "large", "other": 1}

        def initialize(self):
            self.context.log(f"begins with {self.context.config}")
"""
SETTINGS = """
    [[config]]
    name = "word"
    title = "Word"
    value = "hello"
    [[config]]
    name = "size"
    title = "Size"
    kind = "integer"
    value = 3
"""


async def test_a_plugin_may_make_something_else_of_its_settings_where_it_fits(me: Asker, tmp_path: Path) -> None:
    facts = await installed(me, tmp_path, LOADING, SETTINGS)
    assert facts.state is PluginState.RUNNING
    await logged(me, "begins with {'word': 'HELLO', 'size': 3}")
    told = await lines(me)
    assert any("makes of size is not used" in line for line in told)
    assert any("makes of other is not used" in line for line in told)
    assert facts.config == {"word": "hello", "size": 3}
    facts = await me.ask("plugin.configure", ConfigurePlugin("made", {"word": "wrong"}))
    assert facts.state is PluginState.REFUSED
    assert "that word is wrong" in str(facts.error)


HEALTHY = """
    class Made(Plugin):
        def on_health_check(self):
            if self.context.config["word"] == "raise":
                raise ValueError("no idea")
            return Health(self.context.config["word"] == "hello", "as it is")
"""


async def test_a_plugin_says_how_it_does(me: Asker, tmp_path: Path) -> None:
    await installed(me, tmp_path, HEALTHY, SETTINGS)
    found = await me.ask("plugin.health", PluginRequest("made"))
    assert (found.is_well, found.note) == (True, "as it is")
    await me.ask("plugin.configure", ConfigurePlugin("made", {"word": "ill"}))
    assert not (await me.ask("plugin.health", PluginRequest("made"))).is_well
    await me.ask("plugin.configure", ConfigurePlugin("made", {"word": "raise"}))
    with pytest.raises(PluginFailed, match="no idea"):
        await me.ask("plugin.health", PluginRequest("made"))


HEARING = """
    class Made(Plugin):
        def on_database_connect(self, connection): self.context.log(f"connected {connection.name}")
        def on_database_disconnect(self, connection): self.context.log(f"disconnected {connection.name}")
        def on_service_start(self, service): self.context.log(f"started {service.id}")
        def on_service_stop(self, service): self.context.log(f"stopped {service.id}")
        def on_service_error(self, service): self.context.log(f"failed {service.title}: {service.error}")
"""


async def test_a_plugin_hears_of_connections_that_close_and_of_services(me: Asker, shop: Path, tmp_path: Path) -> None:
    await installed(me, tmp_path, HEARING)
    session = await opened(me, shop)
    await me.ask("session.close", CloseSession(session))
    await logged(me, "disconnected Shop")
    told = await lines(me)
    assert told.index("connected Shop") < told.index("disconnected Shop")
    services = (await me.ask("service.list")).services
    service = next(each.id for each in services if each.state is ServiceState.RUNNING)
    await me.ask("service.stop", ServiceRequest(service))
    await logged(me, f"stopped {service}")
    await me.ask("service.start", ServiceRequest(service))
    await logged(me, f"started {service}")
    me.engine.hub.publish("service.error", {"service": "made", "title": "Made", "error": "it broke"})
    await logged(me, "failed Made: it broke")


BUSY = """
    class Made(Plugin):
        def handle_event(self, event):
            self.context.log("busy")
            while not (self.context.data_folder / "free").exists():
                time.sleep(0.01)

        def on_query_execute(self, query):
            return None
"""


async def test_a_judge_that_is_busy_elsewhere_keeps_no_statement_and_the_person_is_told(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    await installed(me, tmp_path, BUSY, 'permissions = ["query:read", "events:workflow.*"]')
    session = await opened(me, shop)
    me.engine.hub.publish("workflow.begin")
    await logged(me, "busy")
    outcome = await me.run(session, "SELECT 1; SELECT 2; SELECT 3")
    assert [each.error for each in outcome.statements] == [None] * 3
    await eventually_async(lambda: [each for each in me.heard(NoticeReceived) if "Made" in each.text])
    session = await opened(me, shop, demands_verdict=True)
    (refused,) = (await me.run(session, "SELECT 1")).statements
    assert refused.error is not None
    assert refused.error.code == "plugin.unjudged"
    (places.data_folder("made") / "free").touch()


async def test_what_a_plugin_does_not_have_cannot_be_asked_of_it(me: Asker, tmp_path: Path) -> None:
    await installed(me, tmp_path, "class Made(Plugin):\n    def initialize(self): pass")
    for operation, request in (
        ("plugin.panel", ShowPanel("made", "main")),
        ("plugin.menu", DoMenuEntry("made", "main")),
        ("plugin.form", SubmitForm("made", "main", {})),
        ("plugin.value", ShowValue("made", "main", "a", "text", "x", None)),
        ("plugin.cells", FormatCells("made", "main", "a", "text", ("x",))),
    ):
        with pytest.raises(PluginHasNot):
            await me.ask(operation, request)
    assert (await me.ask("plugin.health", PluginRequest("made"))).is_well


@pytest.mark.parametrize(
    ("hook", "lacks"),
    [
        ("on_query_execute", "query:read"),
        ("on_query_complete", "query:read"),
        ("on_query_fail", "query:read"),
        ("on_webhook", "permission for that event"),
        ("handle_event", "permission for events"),
        ("panel", "ui:panel"),
    ],
)
async def test_a_hook_that_needs_a_permission_is_not_installed_without(
    me: Asker, tmp_path: Path, hook: str, lacks: str
) -> None:
    code = f"class Made(Plugin):\n    def {hook}(self, *_): pass"
    table = '[[panels]]\nid = "main"\ntitle = "Main"' if hook == "panel" else ""
    with pytest.raises(ManifestInvalid, match=lacks):
        await installed(me, tmp_path, code, table)


async def test_nothing_is_installed_that_a_person_has_not_agreed_to(me: Asker, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "made.py").write_text("from lapwing.plugins.api import Plugin\nclass Made(Plugin): pass\n")
    (folder / "plugin.toml").write_text(
        'id = "made"\nname = "Made"\nversion = "1"\nentry = "made:Made"\n'
        'hooks = ["initialize"]\npermissions = ["query:write", "network:*"]\n'
    )
    found = await me.ask("plugin.read_package", ReadPackage(str(folder)))
    with pytest.raises(PermissionsNotGranted, match="query:write"):
        await me.ask("plugin.install", InstallPlugin(str(folder), found.sha256, ("network:*",)))

    assert all(each.manifest.id != "made" for each in (await me.ask("plugin.list")).plugins)


HOSTILE = """
    import ctypes

    def leak():
        kept = []
        while True:
            kept.append(bytearray(1 << 20))

    def hang():
        while not os.path.exists("free"):  # in its own folder, where its process begins
            time.sleep(0.01)

    HOW = {
        "raise": lambda: 1 / 0,
        "leave": lambda: exit(3),
        "leak": leak,
        "quit": lambda: os._exit(3),
        "segfault": lambda: ctypes.string_at(0),
        "hang": hang,
    }

    class Made(Plugin):
        def on_query_complete(self, outcome):
            HOW[self.context.plugin_id]()
"""
DECENT = """
    class Made(Plugin):
        def on_query_complete(self, outcome):
            self.context.log(f"heard {outcome.query.sql}")

        def on_query_execute(self, query):
            return None
"""


async def test_whatever_one_plugin_does_statements_and_other_plugins_go_on(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    hostile = ("raise", "leave", "leak", "quit", "segfault", "hang")
    for how in hostile:
        await installed(me, tmp_path, HOSTILE, 'permissions = ["query:read"]', plugin_id=how)
    await installed(me, tmp_path, DECENT, 'permissions = ["query:read"]', plugin_id="decent")
    session = await opened(me, shop)
    judging = me.engine.plugins.whole().judging
    judging.within_s = judging.begin_s = 60.0
    for number in range(3):
        (done,) = (await me.run(session, f"SELECT {number}")).statements
        assert (done.error, done.row_count) == (None, 1)
        await logged(me, f"heard SELECT {number}", "decent")
    for how, words in (
        ("raise", "ZeroDivisionError"),
        ("leave", "SystemExit"),
        ("leak", "MemoryError"),
        ("quit", "it ended with code 3"),
        ("segfault", "SIGSEGV"),
    ):
        await logged(me, words, how)
    assert (await me.ask("plugin.status", PluginRequest("decent"))).restarts == 0
    assert not me.heard(NoticeReceived)
    (places.data_folder("hang") / "free").touch()
