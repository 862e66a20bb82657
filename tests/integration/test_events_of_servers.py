"""Events of statements on real servers: who ran them, the servers' codes, and nothing of rows in what servers say."""

import json
from collections.abc import AsyncIterator, Iterator

import pytest

from helpers.engines import Asker, asker
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing.domain.cloud_events import CloudEvent, EventPublished
from lapwing.domain.operations import Subscribe

CANARY = "canary-4711"


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("event.published",)))
        yield made


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


async def failed(me: Asker, count: int) -> list[CloudEvent]:
    def found() -> list[CloudEvent]:
        return [each.event for each in me.heard(EventPublished) if each.event.type == "query.failed"]

    await eventually_async(lambda: len(found()) == count)
    return found()


async def test_what_a_server_says_of_an_error_is_told_without_values_of_rows(me: Asker, place: ServerPlace) -> None:
    facts = await place.session(me)
    await me.run(facts.session_id, "CREATE TABLE IF NOT EXISTS secret_names (name VARCHAR(40) PRIMARY KEY)")
    await me.run(facts.session_id, "INSERT INTO secret_names VALUES (concat('canary', '-4711'))")
    for sql in (
        "INSERT INTO secret_names SELECT name FROM secret_names",
        "UPDATE secret_names SET name = CAST(name AS nope)",
    ):
        await me.run(facts.session_id, sql)
    events = await failed(me, 2)
    assert CANARY not in json.dumps([each.data for each in events])
    assert {each.data["user"].partition("@")[0] for each in events} == {place.user}
    codes = [each.data["errorCode"] for each in events]
    assert ("23505" if place.is_postgresql else "1062") in codes[0]
    assert all(each.data["error"] and not each.data["error"].startswith("The server refused") for each in events)
