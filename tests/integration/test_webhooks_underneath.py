"""What is delivered to an endpoint while it is removed, edited by hand or changed, and while the clock jumps."""

import asyncio
import json
import time
from collections import deque
from dataclasses import replace

import pytest

from helpers.engines import look
from helpers.http_receivers import Received, Reply, http_receiver, status
from helpers.waiting import eventually_async
from helpers.webhooks import Teller, came, endpoint_at, teller, unlocked
from lapwing import paths
from lapwing.domain.secrets import Secret
from lapwing.domain.webhooks.deliveries import DeliveryRequest, DeliveryState, DeliveryWhole
from lapwing.domain.webhooks.endpoints import CircuitState, EndpointHeader, EndpointRequest
from lapwing.engine.webhooks import lane
from lapwing.settings.store import change_settings

WAITING, DELIVERED, FAILED = DeliveryState.WAITING, DeliveryState.DELIVERED, DeliveryState.FAILED


def later(code: int, until: asyncio.Event) -> Reply:
    """An answer that comes when the test says so."""
    test = asyncio.get_running_loop()

    async def reply(request: Received, writer: asyncio.StreamWriter) -> None:
        said = asyncio.run_coroutine_threadsafe(until.wait(), test)
        await asyncio.wrap_future(said)
        await status(code)(request, writer)

    return reply


async def whole(some: Teller, delivery_id: int) -> DeliveryWhole:
    found = await some.ask("webhook.delivery", DeliveryRequest(delivery_id))
    assert isinstance(found, DeliveryWhole)
    return found


async def test_a_delivery_that_is_under_way_when_its_endpoint_is_removed_does_not_wait_for_ever() -> None:
    released = asyncio.Event()
    with http_receiver() as receiver:
        receiver.answers = deque([later(500, released)])
        async with teller() as some:
            some.some.engine.webhooks.pace.end_s = 30.0
            await some.save(endpoint_at(receiver, retries=50))
            some.tell(1)
            await came(receiver, 1)
            (sent,) = await some.until(WAITING)
            await some.ask("webhook.remove", EndpointRequest("mine"))
            released.set()
            while not (found := await whole(some, sent.id)).attempts:
                pass
            assert found.facts.error is not None
            assert (found.facts.state, found.facts.error.code) == (FAILED, "webhook.endpoint_gone")
            assert (found.facts.attempts, found.facts.status) == (1, 500)


async def test_what_waits_for_an_endpoint_that_somebody_took_out_of_the_file_is_given_up() -> None:
    with http_receiver() as receiver:
        async with teller(delivers=False) as some:
            await some.save(endpoint_at(receiver, name="gone"))
            await some.save(endpoint_at(receiver, name="kept", connections=("shop",)))
            some.tell(1, 2)
            await some.until(WAITING, 2)
        path = paths.config() / "webhooks.json"
        stored = json.loads(path.read_text())
        stored["endpoints"] = [each for each in stored["endpoints"] if each["name"] == "kept"]
        text = path.read_text()
        path.write_text("{ half")
        async with teller() as some:
            while not (await some.ask("webhook.list")).problems:
                pass
            assert len(await some.deliveries(WAITING)) == 2, "a file that cannot be read says nothing about endpoints"
        path.write_text(text.replace(text, json.dumps(stored)))
        async with teller() as some:
            given_up = await some.until(FAILED, 2)
            assert {each.error.code for each in given_up if each.error} == {"webhook.endpoint_gone"}
            assert receiver.received == []


async def test_a_secret_that_somebody_asked_for_in_the_file_only_keeps_deliveries_waiting_until_it_is_entered() -> None:
    with http_receiver() as receiver:
        async with teller() as some:
            await unlocked(some)
            saved = await some.save(endpoint_at(receiver, signs=True))
            assert saved.signing_secret is not None
            path = paths.config() / "webhooks.json"
            stored = json.loads(path.read_text())
            stored["endpoints"][0]["headers"] = [{"name": "X-Token", "value": "", "is_secret": True}]
            path.write_text(json.dumps(stored))
            some.tell(1)
            while (facts := await some.endpoint()).error is None:
                assert receiver.received == []
            assert (facts.error.code, facts.waiting) == ("webhook.secrets_missing", 1)
            assert "X-Token" in str(facts.error.facts["what"])
            await some.save(facts.endpoint, header_values={"X-Token": Secret("of-mine")})
            (request,) = await came(receiver, 1)
            assert request.headers["x-token"] == "of-mine"
            kept = await some.ask("webhook.secret", EndpointRequest("mine"))
            assert kept.secret == saved.signing_secret, "the other secrets were not lost"


async def test_a_defect_at_one_delivery_is_told_and_the_lane_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    real, broken = lane.Lane._send, [True]

    async def send(self: lane.Lane, *given: object) -> object:
        if broken:
            raise KeyError("a defect")
        return await real(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(lane.Lane, "_send", send)
    with http_receiver() as receiver:
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            some.tell(1)
            while (facts := await some.endpoint()).error is None:
                pass
            assert facts.error.code == "defect"
            broken.clear()
            await came(receiver, 1)
            await some.until(DELIVERED)


async def test_a_clock_that_was_put_back_lets_nothing_wait_longer_than_it_would_have() -> None:
    """A delivery whose next attempt lies a day ahead was noted while the clock was wrong."""
    with http_receiver() as receiver:
        receiver.answers = deque([status(503)])
        async with teller() as some:
            some.some.engine.webhooks.pace.first_s = some.some.engine.webhooks.pace.longest_s = 3_600.0
            await some.save(endpoint_at(receiver))
            some.tell(1)
            while not (await some.deliveries())[:1] or not (await some.deliveries())[0].attempts:
                pass
            wrong = time.time() + 86_400
            look(paths.data() / "store" / "deliveries.sqlite", f"UPDATE deliveries SET next_at = {wrong}")
            some.tell(2)
            await some.until(DELIVERED, 2)


async def test_an_endpoint_that_was_changed_while_its_old_address_said_gone_stays_enabled() -> None:
    released = asyncio.Event()
    with http_receiver() as receiver:
        receiver.answers = deque([later(410, released)])
        async with teller() as some:
            saved = await some.save(endpoint_at(receiver))
            some.tell(1)
            await came(receiver, 1)
            moved = replace(saved.endpoint, url=receiver.url("/moved"))
            await some.save(moved)
            released.set()
            some.tell(2)
            await came(receiver, 2)
            facts = await some.endpoint()
            assert (facts.endpoint.enabled, facts.endpoint.url) == (True, moved.url)
            assert receiver.received[1].line.startswith("POST /moved ")


async def test_what_a_person_sets_about_failing_endpoints_counts_at_once() -> None:
    with http_receiver() as receiver:
        receiver.otherwise = status(502)
        async with teller() as some:
            some.some.engine.webhooks.pace.open_s = some.some.engine.webhooks.pace.longest_open_s = 3_600.0
            await some.save(endpoint_at(receiver, retries=50))
            change_settings(deliveries_failures=2, deliveries_wait_s=1)
            await eventually_async(lambda: some.some.engine.webhooks.pace.longest_s == 1.0)
            some.tell(1)
            while (facts := await some.endpoint()).circuit is not CircuitState.OPEN:
                pass
            assert (facts.failures, len(receiver.received)) == (2, 2)


async def test_headers_that_name_a_secret_and_signatures_are_kept_in_no_log() -> None:
    """Even when the person did not mark a header as secret, or a receiver sets a cookie."""
    with http_receiver() as receiver:
        receiver.answers = deque([status(200, Set_Cookie="session=canary-2; Path=/")])
        async with teller() as some:
            await unlocked(some)
            headers = (EndpointHeader("X-Api-Key", "canary-1"), EndpointHeader("X-Team", "db"))
            await some.save(endpoint_at(receiver, signs=True, headers=headers))
            some.tell(1)
            (request,) = await came(receiver, 1)
            (done,) = await some.until(DELIVERED)
            found = await whole(some, done.id)
        assert "canary" not in (paths.config() / "webhooks.json").read_text()
    signature = request.headers["webhook-signature"]
    assert request.headers["x-api-key"] == "canary-1"
    assert ("X-Team", "db") in found.attempts[0].request_headers
    shown = dict(found.attempts[0].request_headers)["webhook-signature"]
    assert signature.startswith(shown.removesuffix("•••"))
    assert 8 <= len(shown) < 20
    kept = (paths.data() / "store" / "deliveries.sqlite").read_bytes() + repr(found).encode()
    for secret in ("canary", signature):
        assert secret.encode() not in kept
