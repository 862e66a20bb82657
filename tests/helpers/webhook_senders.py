"""Senders of webhooks: signatures written from their specifications, and HTTP spoken by hand."""

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from helpers.engines import Asker, engine
from helpers.waiting import eventually_async
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace, UnlockSecrets
from lapwing.domain.services import ServiceRequest
from lapwing.domain.webhooks.inbox import InboxEntry, ListInbox, Verdict
from lapwing.domain.webhooks.incoming import (
    ConfigureListener,
    IncomingService,
    ListenerSettings,
    SaveIncomingService,
    SigningScheme,
)
from lapwing.domain.webhooks.listener_names import LISTENER
from lapwing.server.limits import Limits
from lapwing.server.listener import WebhookListener

PASSPHRASE: Final = Secret("a long passphrase")
IN_FILE: Final = SecretPlace(SecretKind.FILE)
SECRET: Final = "the-secret-of-this-test"
STANDARD_SECRET: Final = "whsec_" + base64.b64encode(b"twenty-four bytes or so!").decode()
Headers = Sequence[tuple[str, str]]


def hmac_hex(key: bytes, content: bytes) -> str:
    return hmac.new(key, content, hashlib.sha256).hexdigest()


def github(body: bytes, secret: str = SECRET, event: str = "push", delivery: str = "") -> list[tuple[str, str]]:
    """What GitHub sends along."""
    headers = [("Content-Type", "application/json"), ("X-GitHub-Event", event)]
    headers.append(("X-Hub-Signature-256", f"sha256={hmac_hex(secret.encode(), body)}"))
    return [*headers, ("X-GitHub-Delivery", delivery)] if delivery else headers


def standard(body: bytes, at: int, name: str, secret: str = STANDARD_SECRET) -> list[tuple[str, str]]:
    """What a sender of Standard Webhooks sends along."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    made = hmac.new(key, f"{name}.{at}.".encode() + body, hashlib.sha256).digest()
    return [
        ("Content-Type", "application/json"),
        ("webhook-id", name),
        ("webhook-timestamp", str(at)),
        ("webhook-signature", f"v1,{base64.b64encode(made).decode()}"),
    ]


def slack(body: bytes, at: int, secret: str = SECRET) -> list[tuple[str, str]]:
    """What Slack sends along."""
    return [
        ("Content-Type", "application/json"),
        ("X-Slack-Request-Timestamp", str(at)),
        ("X-Slack-Signature", f"v0={hmac_hex(secret.encode(), f'v0:{at}:'.encode() + body)}"),
    ]


def stripe(body: bytes, at: int, secret: str = SECRET) -> list[tuple[str, str]]:
    """What Stripe sends along."""
    made = hmac_hex(secret.encode(), f"{at}.".encode() + body)
    return [("Content-Type", "application/json"), ("Stripe-Signature", f"t={at},v1={made},v0=00")]


# HTTP


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def request_bytes(port: int, path: str, headers: Headers = (), body: bytes = b"", method: str = "POST") -> bytes:
    """A request with a length and a host, where these are not given."""
    names = {name.lower() for name, _ in headers}
    more = [] if "host" in names else [("Host", f"127.0.0.1:{port}")]
    if "content-length" not in names and "transfer-encoding" not in names:
        more.append(("Content-Length", str(len(body))))
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in [*more, *headers]), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


async def read_answer(reader: asyncio.StreamReader) -> Answer:
    """One answer, whose length is given."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:-1])}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Answer(int(head[0].split()[1]), headers, body)


async def raw(port: int, data: bytes, *, host: str = "127.0.0.1") -> Answer:
    """What is answered to these bytes; the connection is then to be closed by the other side, or by us."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(data)
        return await read_answer(reader)
    finally:
        writer.close()


async def post(port: int, path: str, headers: Headers = (), body: bytes = b"", method: str = "POST") -> Answer:
    return await raw(port, request_bytes(port, path, headers, body, method))


# the listener


class Listening(Asker):
    """Somebody with an engine that listens.

    Attributes:
        port: Where.
    """

    port = 0

    async def add(self, name: str, scheme: SigningScheme, secret: str | None = SECRET, **more: Any) -> None:
        service = IncomingService(name, scheme, place=IN_FILE, **more)
        given = Secret(secret) if secret is not None and scheme is not SigningScheme.NONE else None
        await self.ask("listener.save_service", SaveIncomingService(service, given))

    async def listen(self, limits: Limits | None = None, **settings: Any) -> None:
        """Listen at any free port."""
        await self.ask("listener.configure", ConfigureListener(ListenerSettings(port=0, **settings)))
        self.engine.services.register(WebhookListener(self.engine.incoming, self.engine.bus, limits, 0.02))
        self.engine.services.begin()
        await self.ask("service.start", ServiceRequest(LISTENER))
        await eventually_async(lambda: self.address is not None)
        assert self.address is not None
        self.port = self.address[1]

    @property
    def address(self) -> tuple[str, int] | None:
        return self.engine.incoming.whole().address

    async def kept(self, **wanted: Any) -> tuple[InboxEntry, ...]:
        """What is in the inbox, the newest first."""
        found = await self.ask("inbox.list", ListInbox(**wanted))
        return tuple(found.entries)

    async def post(self, service: str, headers: Headers, body: bytes) -> Answer:
        return await post(self.port, f"/webhook/{service}", headers, body)


async def verdicts(some: Listening, count: int) -> list[Verdict]:
    """Those that are kept, the oldest first, as soon as there are that many."""
    found: list[Verdict] = []

    async def enough() -> bool:
        found[:] = [each.verdict for each in reversed(await some.kept(limit=1_000))]
        return len(found) >= count

    while not await enough():
        await asyncio.sleep(0.01)
    return found


@asynccontextmanager
async def listening(
    *services: tuple[str, SigningScheme], limits: Limits | None = None, **settings: Any
) -> AsyncIterator[Listening]:
    """An engine that listens for these services."""
    async with engine() as made:
        some = Listening(made)
        await some.ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
        for name, scheme in services:
            secret = STANDARD_SECRET if scheme is SigningScheme.STANDARD else SECRET
            await some.add(name, scheme, secret)
        await some.listen(limits, **settings)
        yield some
