"""Events told to endpoints over real HTTP: what was accepted arrives, in its order, signed, and no secret is left."""

import json
import re
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.engines import Asker, look
from helpers.http_receivers import http_receiver, resets, status
from helpers.waiting import eventually_async
from helpers.webhook_senders import post
from helpers.webhooks import IN_FILE, PASSPHRASE, came, endpoint_at, is_signed, teller, unlocked
from lapwing import paths
from lapwing.domain.errors import in_full
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.domain.services import ServiceRequest
from lapwing.domain.webhooks.deliveries import (
    CheckEndpoint,
    DeliveryRequest,
    DeliveryState,
    ResendDeliveries,
)
from lapwing.domain.webhooks.deliveries_errors import DeliveryUnknown, EndpointInvalid, EndpointSecretsMissing
from lapwing.domain.webhooks.endpoints import (
    CircuitState,
    Endpoint,
    EndpointHeader,
    EndpointRequest,
    ImportEndpoints,
    RotateEndpointSecret,
    SaveEndpoint,
    SwitchEndpoint,
)
from lapwing.domain.webhooks.incoming import (
    ConfigureListener,
    IncomingService,
    ListenerSettings,
    SaveIncomingService,
    SigningScheme,
)
from lapwing.domain.webhooks.listener_names import LISTENER
from lapwing.server.listener import WebhookListener

WAITING, DELIVERED, FAILED = DeliveryState.WAITING, DeliveryState.DELIVERED, DeliveryState.FAILED
CANARY = "canary-of-the-header"


def numbers(bodies: list[bytes]) -> list[int]:
    return [json.loads(body)["data"]["n"] for body in bodies]


async def test_events_arrive_in_order_as_the_guide_writes_them_and_signed_for_an_independent_check() -> None:
    with http_receiver() as receiver:
        async with teller() as some:
            await unlocked(some)
            secret = (await some.save(endpoint_at(receiver, signs=True))).signing_secret
            assert secret is not None
            some.tell(*range(40))
            requests = await came(receiver, 40)
            assert numbers(receiver.bodies()) == list(range(40))
            assert all(is_signed(each, [secret.reveal()]) for each in requests)
            assert list(json.loads(requests[0].body)) == ["event", "timestamp", "data"]
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", json.loads(requests[0].body)["timestamp"])
            assert len({each.headers["webhook-id"] for each in requests}) == 40
            assert receiver.connections == 1
            await some.until(DELIVERED, 40)
            assert [each.data["status"] for each in some.published("webhook.delivered")] == [200] * 40


async def test_a_rotated_secret_signs_beside_the_one_before_it_until_its_time_is_over() -> None:
    with http_receiver() as receiver:
        async with teller() as some:
            await unlocked(some)
            saved = await some.save(endpoint_at(receiver, signs=True))
            assert saved.signing_secret is not None
            old, name = saved.signing_secret.reveal(), EndpointRequest("mine")
            new = (await some.ask("webhook.rotate", RotateEndpointSecret("mine"))).secret.reveal()
            assert (await some.ask("webhook.secret", name)).secret.reveal() == new != old
            some.tell(1)
            (both,) = await came(receiver, 1)
            assert is_signed(both, [old])
            assert is_signed(both, [new])
            newest = (await some.ask("webhook.rotate", RotateEndpointSecret("mine", keep_old_s=0.0))).secret.reveal()
            some.tell(2)
            alone = (await came(receiver, 2))[1]
            assert is_signed(alone, [newest])
            assert not is_signed(alone, [old, new])


async def test_no_secret_is_left_in_a_file_a_log_or_an_answer_even_when_the_receiver_repeats_it(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with http_receiver() as receiver:
        receiver.answers = deque([status(500, f"no: {CANARY}-1 {CANARY}-2".encode(), X_Echo=f"{CANARY}-1")])
        async with teller() as some:
            await unlocked(some)
            wanted = endpoint_at(
                receiver,
                signs=True,
                url=receiver.url("/hook/{secret}?x=1"),
                headers=(EndpointHeader("Authorization", is_secret=True), EndpointHeader("X-Team", "db")),
            )
            with pytest.raises(EndpointSecretsMissing):
                await some.save(wanted)
            values = {"Authorization": Secret(f"{CANARY}-1")}
            saved = await some.save(wanted, header_values=values, url_secret=Secret(f"{CANARY}-2"))
            assert saved.signing_secret is not None
            some.tell(1)
            (failed, _) = await came(receiver, 2)
            assert failed.line == f"POST /hook/{CANARY}-2?x=1 HTTP/1.1"
            assert (failed.headers["authorization"], failed.headers["x-team"]) == (f"{CANARY}-1", "db")
            (done,) = await some.until(DELIVERED)
            whole = await some.ask("webhook.delivery", DeliveryRequest(done.id))
            listed = await some.ask("webhook.list")
            checked = await some.ask("webhook.test", CheckEndpoint(SaveEndpoint(replace(wanted, id="mine"))))
            told = repr((whole, listed, checked, saved, some.some.events))
        kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert [attempt.status for attempt in whole.attempts] == [500, 200]
    assert ("Authorization", "•••") in whole.attempts[0].request_headers
    for secret in (CANARY, saved.signing_secret.reveal()):
        assert secret not in told + caplog.text
        assert secret.encode() not in kept


async def test_a_receiver_that_fails_is_told_again_with_the_same_id_and_the_others_wait_behind() -> None:
    with http_receiver() as receiver:
        receiver.answers = deque([status(503, Retry_After="0"), resets(), status(429)])
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            some.tell(1, 2, 3)
            requests = await came(receiver, 6)
            assert numbers(receiver.bodies()) == [1, 1, 1, 1, 2, 3]
            assert len({each.headers["webhook-id"] for each in requests[:4]}) == 1
            first, *_ = await some.until(DELIVERED, 3)
            whole = await some.ask("webhook.delivery", DeliveryRequest(first.id))
            assert [attempt.status for attempt in whole.attempts] == [503, 0, 429, 200]
            assert [each.error is None for each in whole.attempts] == [False, False, False, True]


async def test_a_message_that_is_refused_for_itself_steps_aside() -> None:
    with http_receiver() as receiver:
        receiver.answers = deque([status(422)])
        async with teller() as some:
            some.some.engine.webhooks.pace.first_s = some.some.engine.webhooks.pace.longest_s = 3_600.0
            await some.save(endpoint_at(receiver))
            some.tell(1, 2, 3)
            await some.until(DELIVERED, 2)
            (refused,) = await some.deliveries(WAITING)
            assert numbers(receiver.bodies()) == [1, 2, 3]
            assert (refused.attempts, refused.status, (await some.endpoint()).circuit) == (1, 422, CircuitState.CLOSED)
            assert (await some.ask("webhook.resend", ResendDeliveries((refused.id,)))).count == 1
            await some.until(DELIVERED, 3)


async def test_what_is_given_up_is_told_kept_and_can_be_sent_again_and_never_delivered_itself() -> None:
    with http_receiver() as receiver:
        receiver.otherwise = status(500)
        async with teller() as some:
            await some.save(endpoint_at(receiver, retries=1, events=("workflow.*", "webhook.*")))
            some.tell(7)
            (failed,) = await some.until(FAILED)
            assert (failed.attempts, failed.status, failed.next_at) == (2, 500, None)
            await eventually_async(lambda: some.published("webhook.failed"))
            (event,) = some.published("webhook.failed")
            assert (event.data["errorCode"], event.data["attempts"], event.subject) == ("webhook.refused", 2, "mine")
            receiver.otherwise = status(204)
            assert (await some.ask("webhook.resend", ResendDeliveries())).count == 1
            await some.until(DELIVERED)
            assert set(numbers(receiver.bodies())) == {7}
            assert len({each.headers["webhook-id"] for each in receiver.received}) == 1
            with pytest.raises(DeliveryUnknown):
                await some.ask("webhook.resend", ResendDeliveries((999,)))


async def test_an_endpoint_that_keeps_failing_is_left_alone_and_tried_by_one_delivery() -> None:
    with http_receiver() as receiver:
        receiver.otherwise = status(502)
        async with teller() as some:
            pace = some.some.engine.webhooks.pace
            pace.failures, pace.open_s, pace.longest_open_s = 3, 3_600.0, 3_600.0
            saved = await some.save(endpoint_at(receiver, retries=50))
            some.tell(*range(5))
            await came(receiver, 3)
            while (facts := await some.endpoint()).circuit is not CircuitState.OPEN:
                pass
            assert (facts.waiting, facts.failures) == (5, 3)
            assert facts.error is not None
            some.tell(5)
            await some.until(WAITING, 6)
            assert len(receiver.received) == 3
            receiver.otherwise = status(200)
            await some.save(saved.endpoint)  # who saves it means that it is mended
            await some.until(DELIVERED, 6)
            assert numbers(receiver.bodies())[3:] == list(range(6))


async def test_an_endpoint_that_was_left_alone_is_told_again_by_itself_and_old_deliveries_are_given_up() -> None:
    with http_receiver() as receiver:
        receiver.answers = deque([status(502)] * 5)
        async with teller() as some:
            some.some.engine.webhooks.pace.failures = 2
            await some.save(endpoint_at(receiver, retries=50))
            some.tell(1, 2)
            await some.until(DELIVERED, 2)
            assert numbers(receiver.bodies()) == [1] * 6 + [2]
            assert (await some.endpoint()).circuit is CircuitState.CLOSED
            receiver.otherwise = status(502)
            some.some.engine.webhooks.pace.keep_s = 0.0
            some.tell(3)
            (expired,) = await some.until(FAILED)
            assert expired.error is not None
            assert (expired.error.code, expired.attempts) == ("webhook.expired", 1)


async def test_an_endpoint_that_says_it_is_gone_is_disabled_and_what_waits_waits_until_it_is_enabled() -> None:
    with http_receiver() as receiver:
        receiver.answers = deque([status(410)])
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            some.tell(1, 2)
            await some.until(FAILED)
            facts = await some.endpoint()
            assert (facts.endpoint.enabled, facts.endpoint.disabled_because, facts.waiting) == (False, "gone", 1)
            some.tell(3)
            await some.ask("webhook.switch", SwitchEndpoint("mine", enabled=True))
            some.tell(4)
            await some.until(DELIVERED, 2)
            assert numbers(receiver.bodies()) == [1, 2, 4]


async def test_deliveries_wait_for_a_locked_file_of_secrets_and_go_when_it_is_opened() -> None:
    with http_receiver() as receiver:
        async with teller(delivers=False) as some:
            await unlocked(some)
            secret = (await some.save(endpoint_at(receiver, signs=True))).signing_secret
            some.tell(1)
        async with teller() as some:
            while (facts := await some.endpoint()).error is None:
                pass
            assert (facts.error.code, facts.waiting, receiver.received) == ("secret.file_locked", 1, [])
            await some.ask("secret.unlock", UnlockSecrets(PASSPHRASE))
            (request,) = await came(receiver, 1)
            assert secret is not None
            assert is_signed(request, [secret.reveal()])
            (delivered,) = await some.until(DELIVERED)
            assert delivered.attempts == 1


async def test_what_waits_for_a_removed_endpoint_is_given_up_and_its_secrets_are_forgotten() -> None:
    with http_receiver() as receiver:
        async with teller(delivers=False) as some:
            await unlocked(some)
            saved = await some.save(endpoint_at(receiver, signs=True))
            some.tell(1)
            await some.until(WAITING)
            await some.ask("webhook.remove", EndpointRequest("mine"))
            (given_up,) = await some.deliveries(FAILED)
            assert given_up.error is not None
            assert given_up.error.code == "webhook.endpoint_gone"
            again = await some.save(endpoint_at(receiver, signs=True))
            assert again.endpoint.id == saved.endpoint.id
            assert again.signing_secret not in (None, saved.signing_secret)


async def test_an_engine_that_does_not_deliver_accepts_for_the_one_that_does() -> None:
    with http_receiver() as receiver:
        async with teller() as delivering:
            await delivering.save(endpoint_at(receiver))
            async with teller(delivers=False) as other:
                other.tell(1, 2)
                assert len(await delivering.until(DELIVERED, 2)) == 2
            async with teller(delivers=False) as short:
                short.tell(3)  # and ends at once
            await delivering.until(DELIVERED, 3)
            assert numbers(receiver.bodies()) == [1, 2, 3]


async def test_an_event_that_json_cannot_hold_costs_no_other_and_half_a_character_arrives_escaped() -> None:
    with http_receiver() as receiver:
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            hub = some.some.engine.hub
            for data in ({"n": float("nan")}, {(1, 2): 3}, {"n": "half \udc80 \0 \u202e"}, {"n": 4}):
                hub.publish("workflow.billing", data)  # type: ignore[arg-type]
            await came(receiver, 2)
            assert [json.loads(body)["data"]["n"] for body in receiver.bodies()] == ["half \udc80 \0 \u202e", 4]


async def test_a_stopped_service_accepts_and_delivers_when_it_is_started_again() -> None:
    with http_receiver() as receiver:
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            await some.ask("service.stop", ServiceRequest("webhook-deliveries"))
            some.tell(1, 2)
            await some.until(WAITING, 2)
            assert receiver.received == []
            await some.ask("service.start", ServiceRequest("webhook-deliveries"))
            await some.until(DELIVERED, 2)


async def test_an_endpoint_written_into_the_file_by_hand_is_followed() -> None:
    with http_receiver() as receiver:
        async with teller() as some:
            await some.save(endpoint_at(receiver, events=("query.*",)))
            path = paths.config() / "webhooks.json"
            assert path.stat().st_mode & 0o077 == 0
            path.write_text(path.read_text().replace('"query.*"', '"workflow.*"'))
            while not receiver.received:
                some.tell(1)
                await some.deliveries()


async def test_the_configuration_of_the_guide_is_imported_and_its_token_kept_as_a_secret(home: Path) -> None:
    with http_receiver() as receiver:
        one = {
            "name": "query_completion",
            "url": receiver.url("/webhooks/query-completed"),
            "events": ["workflow.billing"],
            "headers": {"Authorization": f"Bearer {CANARY}"},
            "timeout": 5000,
            "retries": 3,
        }
        text = json.dumps({"webhooks": {"enabled": True, "endpoints": [one, {**one, "name": "second", "events": []}]}})
        async with teller() as some:
            await unlocked(some)
            with pytest.raises(EndpointInvalid, match="Without TLS"):
                await some.ask("webhook.import", ImportEndpoints(Secret(text), IN_FILE))
            asked = ImportEndpoints(Secret(text), IN_FILE, allows_private=True)
            assert (await some.ask("webhook.import", asked)).added == ("query_completion", "second")
            assert (await some.ask("webhook.import", asked)).replaced == ("query_completion", "second")
            some.tell(1)
            requests = await came(receiver, 2)
            assert {each.headers["authorization"] for each in requests} == {f"Bearer {CANARY}"}
            assert CANARY.encode() not in (home / "config" / "webhooks.json").read_bytes()


async def test_an_outcome_that_cannot_be_kept_sends_nothing_again_and_is_kept_later() -> None:
    with http_receiver() as receiver:
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            await some.ask("webhook.list")
            path = paths.data() / "store" / "deliveries.sqlite"
            look(path, "CREATE TRIGGER full BEFORE UPDATE ON deliveries BEGIN SELECT RAISE(ABORT, 'disk full'); END")
            some.tell(1)
            await came(receiver, 1)
            while "disk full" not in in_full((await some.ask("webhook.list")).problems):
                assert len(receiver.received) == 1
            look(path, "DROP TRIGGER full")
            await some.until(DELIVERED)
            assert len(receiver.received) == 1


async def test_a_damaged_queue_is_put_aside_and_a_newer_one_is_left_as_it_is() -> None:
    path = paths.data() / "store" / "deliveries.sqlite"
    path.parent.mkdir(parents=True, mode=0o700)
    path.write_bytes(b"no database " * 1_000)
    with http_receiver() as receiver:
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            some.tell(1)
            await some.until(DELIVERED)
            assert "is damaged" in in_full((await some.ask("webhook.list")).problems)
        look(path, "PRAGMA user_version=99")
        async with teller() as some:
            some.tell(2)
            while "newer" not in in_full((await some.ask("webhook.list")).problems):
                pass
    assert look(path, "SELECT count(*) FROM deliveries") == [(1,)]


async def test_what_our_own_endpoint_sent_to_our_own_listener_is_not_sent_again() -> None:
    def listens(some: Asker) -> None:
        some.engine.services.register(WebhookListener(some.engine.incoming, some.engine.bus))

    async with teller(prepare=listens) as some:
        await some.ask("listener.configure", ConfigureListener(ListenerSettings(port=0)))
        await some.ask("listener.save_service", SaveIncomingService(IncomingService("home", SigningScheme.NONE)))
        await some.ask("service.start", ServiceRequest(LISTENER))
        incoming = some.some.engine.incoming
        await eventually_async(lambda: incoming.whole().address)
        port = incoming.whole().address[1]
        await unlocked(some)
        url, events = f"http://127.0.0.1:{port}/webhook/home", ("workflow.*", "webhook.*")
        await some.save(Endpoint("", "home", url, events, signs=False, secret=IN_FILE, allows_private=True))
        some.tell(1)
        await eventually_async(lambda: len(some.published("webhook.received")) == 1)
        answer = await post(port, "/webhook/home", [("Webhook-Id", "of-somebody-else")], b"{}")
        assert answer.status == 202
        await eventually_async(lambda: len(some.published("webhook.received")) == 3)
        some.tell(2)
        await eventually_async(lambda: len(some.published("webhook.received")) == 4)
        delivered = await some.until(DELIVERED, 3)
        assert [each.event_type for each in delivered] == ["workflow.billing", "webhook.received", "workflow.billing"]
