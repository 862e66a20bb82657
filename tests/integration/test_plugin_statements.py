"""Statements and plugins: one id for all that is told of a statement, and what becomes of a plugin's own ones."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker, make_database
from helpers.installed_plugins import installed, lines, logged, opened
from helpers.waiting import eventually_async
from lapwing.domain.event_log import SearchEvents
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
