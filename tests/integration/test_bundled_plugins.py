"""Bundled plugins in an engine, each where it really runs: inside the engine, or in a process of its own."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker, make_database
from helpers.json_servers import Answer, Asked, json_server
from helpers.made_plugins import Heard, hosted
from helpers.plugin_contexts import CONNECTION
from helpers.waiting import eventually_async
from lapwing.domain.audit import head_in, verify_log
from lapwing.domain.connections import Connection, OpenSession, SaveConnection
from lapwing.domain.plugins.documents import PartKind
from lapwing.domain.plugins.errors import PluginFailed
from lapwing.domain.plugins.facts import (
    ConfigurePlugin,
    DoMenuEntry,
    FormatCells,
    PluginFacts,
    PluginRequest,
    PluginState,
    ShowValue,
    SubmitForm,
)
from lapwing.domain.plugins.manifest import Isolation
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.domain.urls import sqlite_url
from lapwing.plugins.api import CellFacts, MetricValue, Rows
from lapwing.plugins.host.launch import Launch
from lapwing.plugins.installing.known import bundled_plugins


@pytest.fixture
async def me(tmp_path: Path) -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


async def running(me: Asker, plugin_id: str, **config: Any) -> PluginFacts:
    """It, with these settings, when it runs; or when it cannot."""
    if config:
        await me.ask("plugin.configure", ConfigurePlugin(plugin_id, config))
    facts: PluginFacts = await me.ask("plugin.enable", PluginRequest(plugin_id))
    assert facts.state is PluginState.RUNNING, facts.error
    return facts


async def opened(me: Asker, path: Path) -> str:
    await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", sqlite_url(path))))
    return str((await me.ask("session.open", OpenSession("shop"))).session_id)


def events_in(log: Path) -> list[str]:
    return [json.loads(line)["event"] for line in log.read_bytes().splitlines()] if log.exists() else []


async def test_all_begin_or_say_what_has_to_be_filled_in(me: Asker) -> None:
    found = await asyncio.gather(*(me.ask("plugin.enable", PluginRequest(each)) for each in bundled_plugins()))
    for facts in found:
        if facts.state is PluginState.REFUSED:
            assert "missing in the settings" in str(facts.error), facts.manifest.id
        else:
            assert facts.state is PluginState.RUNNING, (facts.manifest.id, facts.error)
            assert (facts.pid is None) == (facts.manifest.isolation is Isolation.ENGINE)
    assert {facts.manifest.id for facts in found if facts.state is PluginState.REFUSED} == {"jira"}


async def test_the_audit_log_tells_what_was_run_and_is_whole(me: Asker, tmp_path: Path) -> None:
    log = tmp_path / "audit" / "shop.log"
    await running(me, "audit-log", logFile=str(log))
    session = await opened(me, make_database(tmp_path / "shop.sqlite", "CREATE TABLE item(name)"))
    await me.run(session, "INSERT INTO item VALUES ('lamp')")
    await me.run(session, "SELECT nothing FROM item")
    await eventually_async(lambda: "query.failed" in events_in(log))
    await me.ask("plugin.disable", PluginRequest("audit-log"))
    await eventually_async(lambda: "audit.ended" in events_in(log))
    told = events_in(log)
    for event in ("connection.connected", "query.started", "query.completed", "query.failed"):
        assert event in told
    assert told.index("query.started") < told.index("query.completed")
    data = log.read_bytes()
    assert b"INSERT INTO item" in data
    head = head_in(log.with_name("shop.log.head").read_bytes())
    verdict = verify_log([("shop.log", data.splitlines(keepends=True))], head)
    assert (verdict.finding, verdict.is_whole, verdict.lines) == (None, True, len(told))


async def test_a_statement_that_cannot_be_logged_is_refused_where_that_is_asked_for(me: Asker, tmp_path: Path) -> None:
    log = tmp_path / "audit.log"
    await running(me, "audit-log", logFile=str(log), required=True)
    me.engine.plugins.whole().judging.within_s = 60.0  # however busy the machine is
    session = await opened(me, make_database(tmp_path / "shop.sqlite", "CREATE TABLE item(name)"))
    await me.run(session, "INSERT INTO item VALUES ('lamp')")
    await eventually_async(lambda: "query.completed" in events_in(log))
    log.rename(tmp_path / "away")
    log.mkdir()  # nothing can be appended to a folder
    outcome = await me.run(session, "DELETE FROM item")
    assert "audit log" in str(outcome.statements[-1].error)
    assert not (await me.ask("plugin.health", PluginRequest("audit-log"))).is_well
    log.rmdir()
    (tmp_path / "away").rename(log)
    outcome = await me.run(session, "SELECT count(*) FROM item")
    assert outcome.statements[-1].error is None
    await eventually_async(lambda: events_in(log).count("query.completed") == 2)


async def test_cells_and_maps_are_shown_by_plugins(me: Asker) -> None:
    await running(me, "cell-formatters")
    found = await me.ask("plugin.cells", FormatCells("cell-formatters", "bytes-iec", "n", "bigint", ("1536", None)))
    assert found.texts == ("1.5 KiB", None)
    facts = await running(me, "geojson")
    assert facts.pid is not None
    assert facts.enforcement.files
    for value in (("POINT(16.5 48.25)", None), (None, bytes.fromhex("0101000000000000000000F03F0000000000000040"))):
        shown = await me.ask("plugin.value", ShowValue("geojson", "map", "at", "geometry", *value))
        assert shown.document.parts[0].kind is PartKind.SVG


async def test_slack_is_told_of_events_with_the_token_from_the_vault(me: Asker) -> None:
    def slack(asked: Asked) -> Answer:
        return Answer({"ok": asked.headers.get("authorization") == "Bearer xoxb-1", "error": "invalid_auth"})

    await me.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
    with json_server(slack) as server:
        messages = ["workflow.*: {type} says {word}"]
        await running(me, "slack", apiUrl=f"{server.url}/api", channel="#ops", botToken="xoxb-1", messages=messages)
        me.engine.hub.publish("workflow.greeted", {"word": "<hello>"})
        await eventually_async(lambda: server.asked)
        shown = await me.ask("plugin.menu", DoMenuEntry("slack", "test"))
    assert server.asked[0].path == "/api/chat.postMessage"
    assert server.asked[0].content["text"] == "workflow.greeted says &lt;hello&gt;"
    assert shown.document.parts[0].text == "The message was taken."


async def test_the_example_of_a_crm_answers_who_asked(me: Asker) -> None:
    answers: dict[str, Callable[[], Answer]] = {
        "GET": lambda: Answer({"contacts": []}),
        "POST": lambda: Answer({"id": 12345}, 201),
    }
    with json_server(lambda asked: answers[asked.method]()) as server:
        await running(me, "crm-example", baseUrl=server.url)
        _, found = await me.engine.hub.publish_and_ask("user.created", {"id": 7, "email": "a@example.com"})
    assert [each.answer for each in found] == [{"action": "created", "contact_id": "12345"}]


async def test_jira_makes_an_issue_of_a_form(me: Asker) -> None:
    with json_server(lambda _asked: Answer({"key": "OPS-1"}, 201)) as server:
        await running(me, "jira", baseUrl=server.url, project="OPS")
        form = await me.ask("plugin.menu", DoMenuEntry("jira", "create"))
        (part,) = form.document.parts
        values = {field.name: field.value for field in part.fields} | {"summary": "Add an index"}
        made = await me.ask("plugin.form", SubmitForm("jira", "create", values))
    assert ("Created", "OPS-1") in made.document.parts[0].pairs


async def test_figures_are_pushed_by_a_process_of_its_own(me: Asker, tmp_path: Path) -> None:
    with json_server(lambda _asked: Answer()) as server:
        await running(me, "prometheus-push", metricsEndpoint=server.url, collectionInterval=1, instance="here")
        session = await opened(me, make_database(tmp_path / "shop.sqlite", "CREATE TABLE item(name)"))
        await me.run(session, "INSERT INTO item VALUES ('lamp')")
        line = b'lapwing_queries_total{connection="Shop",dialect="sqlite",kind="write",status="success"} 1.0'
        await eventually_async(lambda: any(line in each.body for each in server.asked))
    assert {(each.method, each.path) for each in server.asked} == {("PUT", "/metrics/job/lapwing/instance/here")}


async def test_figures_of_sql_are_made_by_a_process_of_its_own(tmp_path: Path) -> None:
    manifest, folder = bundled_plugins()["sql-metrics"]
    config = {"metrics": ["orders @ shop: SELECT state, count(*) FROM orders GROUP BY state"], "within": "5s"}
    rows = Rows(("state", "count"), ("text", "bigint"), (("open", "3"),))
    heard = Heard(connections=(CONNECTION,), query=rows)
    launch = Launch(manifest, folder, tmp_path / "data", manifest.permissions, config)
    async with hosted(launch, heard) as plugin:
        found = await plugin.call("on_metrics_collect", within_s=60)
    assert found == (MetricValue("orders", 3.0, {"state": "open", "connection": "shop"}),)
    assert heard.asked[-1] == ("query", ("c1", config["metrics"][0].partition(": ")[2], 200, 5.0))


async def test_github_gets_statuses_of_workflow_events(me: Asker) -> None:
    sha = "a" * 40
    with json_server(lambda _asked: Answer({"id": 1}, 201)) as server:
        await running(me, "github", apiUrl=server.url, repository="anna/shop")
        me.engine.hub.publish("workflow.migrated", {"sha": sha, "state": "success"})
        await eventually_async(lambda: server.asked)
    assert server.asked[0].path == f"/repos/anna/shop/statuses/{sha}"


async def test_rows_go_into_a_file_of_geojson_and_back_through_a_process(tmp_path: Path) -> None:
    manifest, folder = bundled_plugins()["geojson"]
    columns = (CellFacts("id", "bigint"), CellFacts("at", "geometry"))
    rows = tuple((str(number), f"POINT({number % 180} 48.25)") for number in range(1_200))

    async def pages() -> AsyncIterator[Rows]:
        for start in range(0, len(rows), 500):
            yield Rows(("id", "at"), ("bigint", "geometry"), rows[start : start + 500])

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(data), 10_000):
            yield data[start : start + 10_000]

    launch = Launch(manifest, folder, tmp_path / "data", manifest.permissions)
    async with hosted(launch) as plugin:
        written = plugin.stream("export_rows", "geojson", columns, inputs=pages(), within_s=60)
        data = b"".join([piece async for piece in written])
        read = plugin.stream("import_rows", "geojson", inputs=pieces(), within_s=60)
        found = [row async for page in read for row in page.rows]
        assert [row[0] for row in found] == [row[0] for row in rows]
        assert json.loads(found[-1][1])["coordinates"] == [1_199 % 180, 48.25]
        data = b"nothing"
        with pytest.raises(PluginFailed, match="The file is no GeoJSON"):
            async for _ in plugin.stream("import_rows", "geojson", inputs=pieces(), within_s=60):
                pass
