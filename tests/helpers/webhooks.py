"""An engine that delivers webhooks, fast, and what a receiver makes of them."""

import base64
import hashlib
import hmac
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from helpers.engines import Asker, asker
from helpers.http_receivers import Received, Receiver
from helpers.waiting import eventually_async
from lapwing.domain.cloud_events import CloudEvent, EventPublished
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace, UnlockSecrets
from lapwing.domain.webhooks.deliveries import DeliveryFacts, DeliveryState, ReadDeliveries
from lapwing.domain.webhooks.endpoints import Endpoint, EndpointFacts, EndpointSaved, SaveEndpoint

IN_FILE = SecretPlace(SecretKind.FILE)
PASSPHRASE = Secret("a long passphrase")


def endpoint_at(receiver: Receiver, **more: Any) -> Endpoint:
    """One on loopback that hears of `workflow.*` and signs nothing."""
    facts = {"name": "mine", "url": receiver.url(), "events": ("workflow.*",), "signs": False, "secret": IN_FILE}
    return Endpoint("", **{**facts, "allows_private": True, "timeout_ms": 20_000, **more})


class Teller:
    """An engine whose events are delivered."""

    def __init__(self, some: Asker) -> None:
        self.some = some
        self.ask = some.ask

    async def save(self, endpoint: Endpoint, **more: Any) -> EndpointSaved:
        saved = await self.ask("webhook.save", SaveEndpoint(endpoint, **more))
        assert isinstance(saved, EndpointSaved)
        return saved

    def tell(self, *numbers: int, kind: str = "workflow.billing") -> None:
        for number in numbers:
            self.some.engine.hub.publish(kind, {"n": number})

    async def deliveries(self, *states: DeliveryState) -> list[DeliveryFacts]:
        """Those in these states, the first one first."""
        found = await self.ask("webhook.deliveries", ReadDeliveries(states=states, limit=1_000))
        return list(reversed(found.deliveries))

    async def until(self, state: DeliveryState, count: int = 1) -> list[DeliveryFacts]:
        """Wait until that many are in a state."""
        found: list[DeliveryFacts] = []
        while len(found) < count:
            found = await self.deliveries(state)
        return found

    async def endpoint(self) -> EndpointFacts:
        """The only one."""
        (found,) = (await self.ask("webhook.list")).endpoints
        assert isinstance(found, EndpointFacts)
        return found

    def published(self, kind: str) -> list[CloudEvent]:
        return [each.event for each in self.some.heard(EventPublished) if each.event.type == kind]


@asynccontextmanager
async def teller(*, delivers: bool = True, prepare: Callable[[Asker], None] | None = None) -> AsyncIterator[Teller]:
    """An engine; with `delivers` its services run."""
    async with asker() as some:
        pace = some.engine.webhooks.pace
        pace.first_s = pace.longest_s = pace.look_s = pace.blocked_s = 0.02
        pace.open_s = pace.longest_open_s = 0.05
        if prepare is not None:
            prepare(some)
        await some.ask("events.subscribe", Subscribe(("event.*", "webhook.*")))
        if delivers:
            some.engine.start_services()
        yield Teller(some)


async def unlocked(some: Teller) -> None:
    """The encrypted file of secrets is there and open."""
    await some.ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))


def is_signed(request: Received, secrets: Sequence[str]) -> bool:
    """Whether one of the signatures is by one of the secrets.

    Written from the specification of Standard Webhooks, independently of Lapwing: base64 behind `whsec_` is the key;
    HMAC-SHA256 over id, timestamp and body with dots between; `v1,` and base64, several with spaces between.
    """
    signed = f"{request.headers['webhook-id']}.{request.headers['webhook-timestamp']}.".encode() + request.body
    given = request.headers["webhook-signature"].split(" ")
    expected = set()
    for secret in secrets:
        assert secret.startswith("whsec_")
        key = base64.b64decode(secret[len("whsec_") :])
        assert 24 <= len(key) <= 64
        expected.add("v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode())
    return bool(expected & set(given))


async def came(receiver: Receiver, count: int) -> list[Received]:
    """Wait until that many requests came."""
    await eventually_async(lambda: len(receiver.received) >= count)
    return receiver.received
