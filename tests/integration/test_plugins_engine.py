"""Plugins in an engine: they run, hear, are asked and ask, as far as a person granted it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from helpers.canaries import contents
from helpers.engines import Asker, asker, make_database
from helpers.installed_plugins import installed, lines, logged, opened
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.errors import from_wire
from lapwing.domain.events import NoticeReceived
from lapwing.domain.monitoring.samples import MetricsSampled, WatchMonitor
from lapwing.domain.operations import Subscribe
from lapwing.domain.plugins.errors import PluginFailed, PluginNotRunning, SettingInvalid
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
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.domain.urls import sqlite_url
from lapwing.plugins.host.hosted import Patience
from lapwing.plugins.installing import places


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE item(name)", "INSERT INTO item VALUES ('lamp')")


HEARING = """
    class Made(Plugin):
        def on_database_connect(self, connection):
            self.context.log(f"connected {connection.name} {connection.dialect}")

        def on_query_complete(self, outcome):
            self.context.log(f"done {outcome.query.kind} {outcome.query.sql} {outcome.rows}")

        def on_query_fail(self, outcome):
            self.context.log(f"failed {outcome.query.sql} {outcome.error_code}")

        def handle_event(self, event):
            self.context.log(f"event {event.type} {event.data['who']}")
            return {"seen": event.data["who"]}
"""


async def test_a_plugin_hears_of_connections_statements_and_events(me, shop, tmp_path):
    facts = await installed(me, tmp_path, HEARING, 'permissions = ["query:read", "events:workflow.*"]')
    assert facts.state is PluginState.RUNNING, facts.error
    session = await opened(me, shop)
    await me.run(session, "SELECT name FROM item")
    await me.run(session, "SELECT nothing FROM item")
    await logged(me, "connected Shop sqlite")
    await logged(me, "done read SELECT name FROM item 1")
    await logged(me, "failed SELECT nothing FROM item")
    _, answers = await me.engine.hub.publish_and_ask("workflow.greeted", {"who": "ann"})
    assert [answer.answer for answer in answers] == [{"seen": "ann"}]


async def test_a_plugin_shows_panels_forms_values_and_cells(me, tmp_path):
    code = """
        class Made(Plugin):
            def panel(self, panel_id, connection):
                return Document(panel_id, (DocumentPart(PartKind.TEXT, text=self.context.config["word"]),))

            def on_form(self, panel_id, values):
                return Document(f"{panel_id} {values['size'] + 1}")

            def on_menu(self, entry_id, connection):
                return None

            def view_value(self, viewer_id, cell, value):
                return Document(f"{cell.column} {type(value).__name__} {len(value)}")

            def format_cells(self, formatter_id, cell, texts):
                return [None if text is None else f"<{text}>" for text in texts[: 3]]
    """
    manifest = """
        permissions = ["ui:panel"]
        [[config]]
        name = "word"
        title = "Word"
        value = "hello"
        [[panels]]
        id = "main"
        title = "Main"
        [[menu]]
        id = "greet"
        title = "Greet"
        [[viewers]]
        id = "view"
        title = "View"
        [[formatters]]
        id = "format"
        title = "Format"
    """
    facts = await installed(me, tmp_path, code, manifest)
    assert facts.state is PluginState.RUNNING, facts.error
    shown = await me.ask("plugin.panel", ShowPanel("made", "main"))
    assert shown.document.parts[0].text == "hello"
    assert (await me.ask("plugin.form", SubmitForm("made", "main", {"size": 2}))).document.title == "main 3"
    assert (await me.ask("plugin.menu", DoMenuEntry("made", "greet"))).document.parts == ()
    found = await me.ask("plugin.value", ShowValue("made", "view", "data", "blob", None, b"\0\1"))
    assert found.document.title == "data bytes 2"
    found = await me.ask("plugin.cells", FormatCells("made", "format", "a", "text", ("x", None)))
    assert found.texts == ("<x>", None)
    with pytest.raises(PluginFailed):
        await me.ask("plugin.cells", FormatCells("made", "format", "a", "text", ("x",) * 4))
    for request in (ConfigurePlugin("made", {"word": 7}), ConfigurePlugin("made", {"other": "x"})):
        with pytest.raises(SettingInvalid):
            await me.ask("plugin.configure", request)
    facts = await me.ask("plugin.configure", ConfigurePlugin("made", {"word": "bye"}))
    assert (facts.state, facts.config) == (PluginState.RUNNING, {"word": "bye"})
    shown = await me.ask("plugin.panel", ShowPanel("made", "main"))
    assert shown.document.parts[0].text == "bye"
    facts = await me.ask("plugin.disable", PluginRequest("made"))
    assert (facts.state, facts.is_enabled, facts.pid) == (PluginState.DISABLED, False, None)
    with pytest.raises(PluginNotRunning):
        await me.ask("plugin.panel", ShowPanel("made", "main"))
    facts = await me.ask("plugin.enable", PluginRequest("made"))
    assert facts.state is PluginState.RUNNING


ASKING = """
    class Made(Plugin):
        def handle_event(self, event):
            name, *arguments = event.data["call"]
            try:
                return repr(getattr(self.context, name)(*arguments))
            except Exception as error:
                return f"{type(error).__name__}: {error}"
"""


async def asked(me: Asker, name: str, *arguments: Any) -> str:
    _, answers = await me.engine.hub.publish_and_ask("workflow.ask", {"call": [name, *arguments]})
    return str(answers[0].answer or answers[0].error)


async def test_a_plugin_reads_with_its_permissions_and_changes_nothing(me, shop, tmp_path):
    manifest = 'permissions = ["query:read", "schema:read", "events:workflow.*"]'
    await installed(me, tmp_path, ASKING, manifest)
    await opened(me, shop)
    assert "name='Shop'" in await asked(me, "connections")
    assert await asked(me, "tables", "shop") == "(('main', 'item'),)"
    assert "rows=(('lamp',),)" in await asked(me, "query", "shop", "SELECT name FROM item")
    for sql in ("DELETE FROM item", "SELECT 1; DELETE FROM item", "PRAGMA user_version = 3", "CREATE TABLE x(y)"):
        assert "Error: " in await asked(me, "query", "shop", sql)
    assert "rows=(('lamp',),)" in await asked(me, "query", "shop", "SELECT name FROM item")
    refused: tuple[tuple[Any, ...], ...] = (
        ("secret", "token"),
        ("keep_secret", "token", "x"),
        ("http", "GET", "http://example.com/"),
        ("publish", "query.completed", {}),
        ("publish", "mail.sent", {}),
    )
    for call in refused:
        assert (await asked(me, *call)).startswith("PermissionError"), call
    assert await asked(me, "publish", "workflow.done", {"x": 1}) == "None"


async def test_without_permissions_a_plugin_gets_nothing(me, shop, tmp_path):
    await installed(me, tmp_path, ASKING, 'permissions = ["events:workflow.*"]')
    await opened(me, shop)
    for call in (("connections",), ("tables", "shop"), ("query", "shop", "SELECT 1")):
        assert (await asked(me, *call)).startswith("PermissionError"), call


JUDGING = """
    class Made(Plugin):
        def on_query_execute(self, query):
            if "hang" in query.sql:
                time.sleep(3600)
            if "raise" in query.sql:
                raise ValueError("no idea")
            if query.kind == "write":
                return Veto(f"{query.connection.name} is closed today")
"""


def patient(me: Asker) -> None:
    """Have judges waited for, however busy the machine is."""
    judging = me.engine.plugins.whole().judging
    judging.within_s = judging.begin_s = 60.0


async def test_a_veto_keeps_a_statement_from_being_sent_and_says_why(me, shop, tmp_path):
    await installed(me, tmp_path, JUDGING, 'permissions = ["query:read"]')
    session = await opened(me, shop)
    patient(me)
    outcome = await me.run(session, "DELETE FROM item; SELECT count(*) FROM item", on_error="continue")
    refused, counted = outcome.statements
    assert refused.error.code == "plugin.vetoed"
    assert from_wire(refused.error).exit_code == ExitCode.STATEMENT
    assert refused.error.facts["reason"] == "Shop is closed today"
    assert counted.error is None
    outcome = await me.run(session, "SELECT name FROM item")
    assert outcome.statements[0].row_count == 1


@pytest.mark.parametrize("how", ["raise", "hang"])
async def test_a_judge_without_an_answer_lets_pass_and_says_so_unless_the_connection_demands_one(
    me, shop, tmp_path, how
):
    await installed(me, tmp_path, JUDGING, 'permissions = ["query:read"]')
    session = await opened(me, shop)
    outcome = await me.run(session, f"SELECT name, '{how}' FROM item; SELECT '{how}' FROM item")
    assert [each.error for each in outcome.statements] == [None, None]
    told = [each.text for each in me.heard(NoticeReceived)]
    assert len(told) == 1
    assert "Made" in told[0]
    await opened(me, shop, demands_verdict=True)
    outcome = await me.run(session, f"SELECT '{how}' FROM item")
    assert outcome.statements[0].error.code == "plugin.unjudged"


async def test_no_statement_waits_for_a_plugin_that_hangs_at_its_start_and_hears_of_none(me, shop, tmp_path):
    code = """
        class Made(Plugin):
            def initialize(self):
                was_here = self.context.data_folder / "was here"
                if was_here.exists():
                    time.sleep(3600)
                was_here.touch()

            def on_service_start(self, service): pass
    """
    await installed(me, tmp_path, code)
    await installed(me, tmp_path, JUDGING, 'permissions = ["query:read"]', plugin_id="judge")
    await me.engine.close()
    async with asker() as again:
        again.engine.start_services()
        patient(again)
        session = await opened(again, shop)
        (refused,) = (await again.run(session, "DELETE FROM item")).statements
        assert refused.error is not None
        assert refused.error.code == "plugin.vetoed"
        facts = {each.manifest.id: each for each in (await again.ask("plugin.list")).plugins}
        assert facts["made"].state is PluginState.STARTING
        facts = await again.ask("plugin.disable", PluginRequest("judge"))
        assert facts.state is PluginState.DISABLED


async def test_a_plugin_that_ended_goes_on_with_what_was_told_meanwhile(me, tmp_path):
    code = """
        class Made(Plugin):
            def handle_event(self, event):
                if event.data["n"] == 1:
                    os._exit(3)
                self.context.log(f"handled {event.data['n']}")
    """
    me.engine.plugins.whole().running._patience = Patience(back_off_s=0.01)
    await installed(me, tmp_path, code, 'permissions = ["events:workflow.*"]')
    for number in range(5):
        me.engine.hub.publish("workflow.n", {"n": number})
    await logged(me, "handled 4")
    assert [each for each in await lines(me) if each.startswith("handled")] == [f"handled {n}" for n in (0, 2, 3, 4)]


async def test_a_plugin_that_cannot_begin_says_why(me, tmp_path):
    facts = await installed(me, tmp_path, "class Made(Plugin):\n    def initialize(self):\n        1 / 0\n")
    assert facts.state is PluginState.REFUSED
    assert facts.error is not None
    assert "division by zero" in str(facts.error.facts["reason"])
    assert any("ZeroDivisionError" in line for line in await lines(me))


async def test_what_happens_to_the_engine_is_told_to_plugins_in_order(me, tmp_path):
    code = """
        class Made(Plugin):
            def initialize(self): self.context.log("initialize")
            def pre_startup(self): self.context.log("pre_startup")
            def post_shutdown(self): self.context.log("post_shutdown")
            def shutdown(self): self.context.log("shutdown")
    """
    await installed(me, tmp_path, code)
    await me.engine.close()
    async with asker() as again:
        again.engine.start_services()
        async with asyncio.timeout(60):
            while (await lines(again))[-2:] != ["initialize", "pre_startup"]:
                await asyncio.sleep(0.01)
        await again.engine.close()
        found = await lines(again)
    assert found[-4:] == ["initialize", "pre_startup", "post_shutdown", "shutdown"]


async def test_figures_of_a_plugin_stand_beside_those_of_a_monitored_server(me, shop, tmp_path):
    code = """
        class Made(Plugin):
            def on_metrics_collect(self):
                yield MetricValue("orders", 7, {"state": "open"})
                yield MetricValue("not a name", 1)
                yield MetricValue("nothing", float("nan"))
    """
    await me.ask("events.subscribe", Subscribe(("metrics.*",)))
    await installed(me, tmp_path, code)
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", sqlite_url(shop))))
    await me.ask("monitor.watch", WatchMonitor("shop"))

    def told() -> dict[str, float | None]:
        values = [value for each in me.heard(MetricsSampled) for value in each.values]
        return {each.key.text: each.value for each in values if each.key.metric.startswith("plugin.")}

    await eventually_async(told)
    assert told() == {"plugin.made.orders{state=open}": 7}


async def test_one_that_comes_with_lapwing_runs_inside_the_engine_and_is_stopped_like_any_other(me, shop):
    facts = await me.ask("plugin.enable", PluginRequest("audit-log"))
    assert (facts.state, facts.pid) == (PluginState.RUNNING, None), facts.error
    assert not facts.enforcement.files
    session = await opened(me, shop)
    await me.run(session, "SELECT name FROM item")
    folder = places.data_folder("audit-log")

    def written() -> str:
        return b"".join(contents(folder).values()).decode()

    await eventually_async(lambda: "SELECT name FROM item" in written())
    assert (await me.ask("plugin.health", PluginRequest("audit-log"))).is_well
    facts = await me.ask("plugin.disable", PluginRequest("audit-log"))
    assert facts.state is PluginState.DISABLED
    await me.run(session, "SELECT 4711")
    assert "4711" not in written()


async def test_an_engine_that_does_one_thing_asks_and_tells_plugins_of_its_statements(me, shop, tmp_path):
    code = (
        JUDGING
        + """
        def on_query_fail(self, outcome):
            self.context.log(f"failed {outcome.error_code}")
    """
    )
    await installed(me, tmp_path, code, 'permissions = ["query:read"]')
    await installed(me, tmp_path, ASKING, 'permissions = ["events:workflow.*"]', plugin_id="other")
    await me.engine.close()
    async with asker() as again:
        session = await again.session(shop)
        patient(again)
        (refused,) = (await again.run(session, "DELETE FROM item")).statements
        assert refused.error is not None
        assert refused.error.code == "plugin.vetoed"
        facts = {each.manifest.id: each for each in (await again.ask("plugin.list")).plugins}
        assert facts["made"].state is PluginState.RUNNING
        assert facts["other"].state is PluginState.DISABLED
        await logged(again, "failed plugin.vetoed")


async def test_secrets_of_a_plugin_go_to_the_vault_and_come_back_to_it_alone(me, tmp_path):
    manifest = """
        permissions = ["events:workflow.*", "secrets:own"]
        [[config]]
        name = "token"
        title = "Token"
        kind = "secret"
    """
    await me.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
    await installed(me, tmp_path, ASKING, manifest)
    await installed(me, tmp_path, ASKING, 'permissions = ["events:workflow.other"]', plugin_id="other")
    facts = await me.ask("plugin.configure", ConfigurePlugin("made", {"token": "canary-4711"}))
    assert (facts.state, facts.config) == (PluginState.RUNNING, {})
    assert await asked(me, "secret", "token") == "'canary-4711'"
    assert await asked(me, "keep_secret", "session", "canary-4712") == "None"
    assert await asked(me, "secret", "session") == "'canary-4712'"
    await me.ask("plugin.configure", ConfigurePlugin("made", {"token": ""}))
    assert await asked(me, "secret", "token") == "''"
    _, answers = await me.engine.hub.publish_and_ask("workflow.other", {"call": ["secret", "session"]})
    told = {answer.subscriber: str(answer.answer) for answer in answers}
    assert told["plugin other"].startswith("PermissionError")
    assert not [path for path, data in contents(paths.data().parent).items() if b"canary-4711" in data]
