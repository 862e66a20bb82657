"""Statements and plugins: one id for all that is told of a statement, and what becomes of a plugin's own ones."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from helpers.command_line import lapwing
from helpers.engines import Asker, asker, make_database
from helpers.installed_plugins import installed, lines, logged, opened
from helpers.waiting import eventually_async
from lapwing.domain.cloud_events import EventPublished
from lapwing.domain.connections import Confirmation, Environment
from lapwing.domain.event_log import SearchEvents
from lapwing.domain.events import DefinitionsChanged
from lapwing.domain.history import SearchHistory
from lapwing.domain.operations import Subscribe
from lapwing.domain.plugins.facts import ConfigurePlugin, PluginRequest


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE item(name)", "INSERT INTO item VALUES ('lamp')")


def patient(me: Asker) -> None:
    """Have judges waited for, however busy the machine is."""
    me.engine.plugins.whole().judging.within_s = 60.0


TELLING = """
    class Made(Plugin):
        def on_query_execute(self, query):
            self.context.log(f"before {query.id}")
            return Veto("No.") if query.kind == "write" else None

        def on_query_complete(self, outcome):
            self.context.log(f"well {outcome.query.id} {outcome.count} {outcome.last_id}")

        def on_query_fail(self, outcome):
            self.context.log(f"ill {outcome.query.id} {outcome.error_code}")
"""


async def test_a_statement_has_one_id_before_it_is_sent_when_it_ended_when_it_was_refused_and_in_events(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    await installed(me, tmp_path, TELLING, 'permissions = ["query:read"]')
    session = await opened(me, shop)
    patient(me)
    await me.run(session, "SELECT name FROM item; DELETE FROM item; SELECT nope FROM item", on_error="continue")
    await logged(me, "SQLITE_ERROR")  # the last of what is told
    found = [each for each in await lines(me) if each.startswith(("before", "well", "ill"))]
    ids = [each.split()[1] for each in found if each.startswith("before")]
    assert len(set(ids)) == 3
    ended = [f"well {ids[0]} 1", f"ill {ids[1]} plugin.vetoed", f"ill {ids[2]} SQLITE_ERROR"]
    assert [each for each in found if not each.startswith("before")] == ended
    events = (await me.ask("event.search", SearchEvents(types=("query.*",)))).events
    by_id = {query_id: [each.type for each in reversed(events) if each.data["queryId"] == query_id] for query_id in ids}
    assert list(by_id.values()) == [["query.started", "query.completed"], *[["query.started", "query.failed"]] * 2]


def numbers_of(told: list[dict[str, Any]]) -> list[int]:
    """The numbers of the statements that lines tell of."""
    found: list[int] = []
    for each in told:
        first = int(each["query_id"].rpartition("-")[2])
        last = int(each.get("last_query_id", each["query_id"]).rpartition("-")[2])
        found += range(first, last + 1)
    return found


async def test_the_audit_log_counts_statements_that_are_told_together_and_says_which_they_are(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    log = tmp_path / "audit.log"
    await me.ask("plugin.configure", ConfigurePlugin("audit-log", {"logFile": str(log)}))
    await me.ask("plugin.enable", PluginRequest("audit-log"))
    session = await opened(me, shop)
    patient(me)
    await me.run(session, "BEGIN; " + "".join(f"INSERT INTO item VALUES ({n});" for n in range(199)))

    def told(event: str) -> list[dict[str, Any]]:
        found = [json.loads(line) for line in log.read_bytes().splitlines()]
        return [each for each in found if each["event"] == event]

    await eventually_async(lambda: sum(each.get("statements", 1) for each in told("query.completed")) == 200)
    assert len(told("query.completed")) < 200
    assert sorted(numbers_of(told("query.completed"))) == list(range(1, 201))
    assert sorted(numbers_of(told("query.started"))) == list(range(1, 201))
    assert len({each["query_id"].rpartition("-")[0] for each in told("query.started")}) == 1
    assert sum(each["rows"] or 0 for each in told("query.completed")) == 199


RUNNING = """
    class Made(Plugin):
        def handle_event(self, event):
            try:
                rows = self.context.query("shop", event.data["sql"], within_s=event.data["within_s"])
            except Exception as error:
                return f"{type(error).__name__}: {error}"
            return [list(row) for row in rows.rows]

        def on_query_execute(self, query):
            self.context.log(f"asked {query.sql} by {query.plugin_id}")

        def on_query_complete(self, outcome):
            self.context.log(f"heard {outcome.query.sql} by {outcome.query.plugin_id}")
"""
RUNS = 'permissions = ["query:read", "query:write", "events:workflow.run"]'
JUDGING = """
    class Made(Plugin):
        def again(self, what, sql):
            try:
                self.context.query("shop", sql)
            except Exception as error:
                self.context.log(f"{what} {type(error).__name__}")

        def on_query_execute(self, query):
            if "again" in query.sql:
                self.again("judging", "SELECT 'again and again'")
            return Veto("Not today.") if "lamp" in query.sql else None

        def on_query_complete(self, outcome):
            self.context.log(f"heard {outcome.query.sql} by {outcome.query.plugin_id}")
            if "again" in outcome.query.sql:
                self.again("hearing", "SELECT 'again and again'")
"""


async def ran(me: Asker, sql: str, within_s: float = 60.0) -> Any:
    """What comes of a statement of the plugin."""
    _, answers = await me.engine.hub.publish_and_ask("workflow.run", {"sql": sql, "within_s": within_s})
    (found,) = answers
    assert not found.error, found
    return found.answer


async def entries(me: Asker, *, plugins: bool = True) -> list[tuple[str, str, str]]:
    page = await me.ask("history.search", SearchHistory(plugins=plugins))
    return [(each.sql, each.plugin_id, each.state.value) for each in page.entries]


async def test_statements_of_a_plugin_stand_in_the_history_are_told_and_end_alone(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    await me.ask("events.subscribe", Subscribe(("definitions.*",)))
    await installed(me, tmp_path, RUNNING, RUNS)
    session = await opened(me, shop)
    assert await ran(me, "SELECT name FROM item") == [["lamp"]]
    assert await ran(me, "DELETE FROM item") == []
    assert "nope" in await ran(me, "SELECT nope FROM item")
    assert await ran(me, "BEGIN") == []  # nothing stays open: the next one may begin, too
    assert await ran(me, "BEGIN") == []
    assert await ran(me, "CREATE TABLE more(a)") == []
    assert [each.statement for each in me.heard(DefinitionsChanged)] == ["CREATE TABLE more(a)"]
    await me.run(session, "SELECT count(*) FROM item")
    by_plugin = [
        ("CREATE TABLE more(a)", "made", "done"),
        ("BEGIN", "made", "done"),
        ("BEGIN", "made", "done"),
        ("SELECT nope FROM item", "made", "failed"),
        ("DELETE FROM item", "made", "done"),
        ("SELECT name FROM item", "made", "done"),
    ]
    assert await entries(me) == [("SELECT count(*) FROM item", "", "done"), *by_plugin]
    assert await entries(me, plugins=False) == [("SELECT count(*) FROM item", "", "done")]
    assert (await me.ask("history.places")).of_plugins
    listed = await asyncio.to_thread(lapwing, "history", "DELETE", "--plugins", "--format", "csv")
    assert listed.stdout.decode().splitlines()[1].endswith("no,DELETE FROM item,made"), listed
    await logged(me, "heard SELECT count(*) FROM item by")  # of its own it was neither asked nor told
    assert [each for each in await lines(me) if each.startswith(("asked", "heard"))] == [
        "asked SELECT count(*) FROM item by",
        "heard SELECT count(*) FROM item by",
    ]
    events = (await me.ask("event.search", SearchEvents(types=("query.completed", "query.failed")))).events
    told = [(each.data["sql"], each.data["face"], each.data["plugin"], each.data["rowCount"]) for each in events]
    assert told[-2:] == [("DELETE FROM item", "plugin", "made", 1), ("SELECT name FROM item", "plugin", "made", 1)]
    assert told[0] == ("SELECT count(*) FROM item", "window", "", 1)


async def test_a_statement_of_a_plugin_that_takes_too_long_is_cancelled_and_says_so(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    await me.ask("events.subscribe", Subscribe(("event.*",)))
    await installed(me, tmp_path, RUNNING, RUNS)
    await opened(me, shop)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    assert (await ran(me, endless, 0.2)).startswith("TimeoutError: The statement took longer than 0.2 s")
    assert await ran(me, "SELECT name FROM item") == [["lamp"]]
    assert await entries(me) == [("SELECT name FROM item", "made", "done"), (endless, "made", "cancelled")]
    told = await eventually_async(
        lambda: [each.event.data for each in me.heard(EventPublished) if each.event.type == "query.cancelled"]
    )
    assert [(each["sql"], each["plugin"]) for each in told] == [(endless, "made")]


async def test_a_connection_that_is_read_only_or_asks_a_person_lets_no_plugin_change_anything(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    await installed(me, tmp_path, RUNNING, RUNS)
    for more in ({"environment": Environment.PRODUCTION}, {"read_only": True}, {"confirmation": Confirmation.CHANGES}):
        await opened(me, shop, **more)
        for sql in (
            "DELETE FROM item",
            "SELECT 1; DELETE FROM item",
            "CREATE TABLE more(a)",
            "PRAGMA user_version = 3",
        ):
            assert (await ran(me, sql)).startswith("PermissionError: Shop "), (more, sql)
        assert await ran(me, "SELECT name FROM item") == [["lamp"]]
    assert {each[0] for each in await entries(me)} == {"SELECT name FROM item"}
    await logged(me, "A statement was not sent. Shop ")


async def test_other_plugins_judge_and_hear_of_a_plugins_statement_and_cannot_make_a_loop_of_it(
    me: Asker, shop: Path, tmp_path: Path
) -> None:
    await installed(me, tmp_path, RUNNING, RUNS)
    await installed(me, tmp_path, JUDGING, 'permissions = ["query:read"]', plugin_id="judge")
    await opened(me, shop)
    patient(me)
    assert "Not today." in await ran(me, "SELECT 'lamp'")
    assert await ran(me, "SELECT 'again'") == [["again"]]
    await logged(me, "heard SELECT 'again' by made", "judge")
    await logged(me, "hearing PermissionError", "judge")
    await logged(me, "judging PermissionError", "judge")
    assert [each for each in await entries(me) if "again" in each[0]] == [("SELECT 'again'", "made", "done")]
    assert ("SELECT 'lamp'", "made", "failed") in await entries(me)
