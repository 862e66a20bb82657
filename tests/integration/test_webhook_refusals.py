"""What the webhook listener refuses, over real sockets: each with its right status, and a verdict that is kept."""

import asyncio
import gzip
import json
import random
import time

import pytest

from helpers.counts import times
from helpers.engines import engine
from helpers.waiting import eventually_async
from helpers.webhook_senders import (
    SECRET,
    Answer,
    github,
    listening,
    post,
    raw,
    read_answer,
    request_bytes,
    slack,
    standard,
    stripe,
    verdicts,
)
from lapwing import paths
from lapwing.domain.webhooks.inbox import InboxRequest, Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.server.http_server import HttpServer, bound_socket
from lapwing.server.limits import Limits
from lapwing.server.webhooks import WebhookApplication

pytestmark = pytest.mark.asyncio
GITHUB, STANDARD, NONE = SigningScheme.GITHUB, SigningScheme.STANDARD, SigningScheme.NONE
BODY = b'{"zen":"Approachable is better than simple."}'
JSON = ("Content-Type", "application/json")


async def test_each_refusal_has_its_status_and_its_verdict_is_kept() -> None:
    now = int(time.time())
    services = (
        ("gh", GITHUB),
        ("std", STANDARD),
        ("sl", SigningScheme.SLACK),
        ("st", SigningScheme.STRIPE),
        ("open", NONE),
    )
    async with listening(*services) as some:
        port = some.port
        signed = github(BODY, event="ping", delivery="one")
        big = b"x" * ((1 << 20) + 1)
        wanted: list[tuple[bytes, int, Verdict]] = [
            (
                request_bytes(port, "/webhook/gh", [*signed[:2], ("X-Hub-Signature-256", "sha256=" + "0" * 64)], BODY),
                401,
                Verdict.FORGED,
            ),
            (request_bytes(port, "/webhook/gh", [JSON], BODY), 401, Verdict.UNSIGNED),
            (request_bytes(port, "/webhook/gh", [*signed, signed[2]], BODY), 400, Verdict.MALFORMED),
            (request_bytes(port, "/webhook/gh", github(b"{"), b"{"), 400, Verdict.MALFORMED),
            (request_bytes(port, "/webhook/std", standard(BODY, now - 400, "m"), BODY), 401, Verdict.STALE),
            (request_bytes(port, "/webhook/sl", slack(BODY, now + 400), BODY), 401, Verdict.STALE),
            (request_bytes(port, "/webhook/st", stripe(BODY, now - 400), BODY), 401, Verdict.STALE),
            (request_bytes(port, "/webhook/nobody", signed, BODY), 404, Verdict.UNKNOWN),
            (request_bytes(port, "/webhook/GH/../gh", signed, BODY), 404, Verdict.UNKNOWN),
            (request_bytes(port, "/", signed, BODY), 404, Verdict.UNKNOWN),
            (request_bytes(port, "/webhook/gh", method="GET"), 405, Verdict.METHOD),
            (request_bytes(port, "/health", method="DELETE"), 405, Verdict.METHOD),
            (request_bytes(port, "/webhook/gh", [*signed, ("Host", "evil.example")], BODY), 400, Verdict.HOST),
            (request_bytes(port, "/health", [("Host", "evil.example")], method="GET"), 400, Verdict.HOST),
            (
                request_bytes(port, "/webhook/open", [JSON, ("Origin", "https://evil.example")], BODY),
                403,
                Verdict.BROWSER,
            ),
            (request_bytes(port, "/webhook/gh", github(big), big), 413, Verdict.TOO_LARGE),
            (request_bytes(port, "/webhook/gh", [*signed, ("Content-Length", "9" * 18)]), 413, Verdict.TOO_LARGE),
            (
                request_bytes(port, "/webhook/gh", [*signed, ("Content-Encoding", "gzip")], gzip.compress(BODY)),
                415,
                Verdict.MEDIA,
            ),
            (
                request_bytes(port, "/webhook/open", [("Content-Type", "multipart/form-data; boundary=x")], BODY),
                415,
                Verdict.MEDIA,
            ),
            (request_bytes(port, "/webhook/open", [("Content-Type", "image/png")], BODY), 415, Verdict.MEDIA),
            (request_bytes(port, "/webhook/gh", [JSON, ("Content-Type", "text/plain")], BODY), 400, Verdict.MALFORMED),
            (
                request_bytes(
                    port,
                    "/webhook/gh",
                    [*signed, ("Content-Length", "4"), ("Transfer-Encoding", "chunked")],
                    b"0\r\n\r\n",
                ),
                400,
                Verdict.MALFORMED,
            ),
            (
                request_bytes(port, "/webhook/gh", [("Content-Length", "4"), ("Content-Length", "5")], b"1234"),
                400,
                Verdict.MALFORMED,
            ),
            (request_bytes(port, "/webhook/gh", [("Content-Length", "-1")]), 400, Verdict.MALFORMED),
            (request_bytes(port, "/webhook/gh", [("Transfer-Encoding", "gzip")]), 400, Verdict.MALFORMED),
            (
                request_bytes(port, "/webhook/gh", [("Host", "127.0.0.1"), ("Host", "evil.example")]),
                400,
                Verdict.MALFORMED,
            ),
            (b"POST /webhook/gh HTTP/1.1\r\nContent-Length: 0\r\n\r\n", 400, Verdict.MALFORMED),
            (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 not TLS\r\n\r\n", 400, Verdict.MALFORMED),
            (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, Verdict.HOST),
            (request_bytes(port, "/webhook/gh", [("X-Long", "x" * 20_000)]), 431, Verdict.HEADERS),
            (request_bytes(port, "/webhook/gh", [(f"X-{number}", "x") for number in range(120)]), 431, Verdict.HEADERS),
        ]
        for data, status, verdict in wanted:
            answer = await raw(port, data)
            assert (answer.status, answer.json["status"]) == (status, "refused"), (data[:200], answer)
            assert answer.json["reason"].endswith("."), verdict
        kept = await verdicts(some, len(wanted))
        assert kept == [verdict for _, _, verdict in wanted]
        assert (await post(port, "/webhook/gh", signed, BODY)).status == 202


async def test_a_refusal_tells_what_would_have_been_allowed_and_when_to_come_again() -> None:
    async with listening(("gh", GITHUB), most_per_s=1) as some:
        assert (await post(some.port, "/webhook/gh", method="GET")).headers["allow"] == "POST"
        answers = [await some.post("gh", github(BODY, delivery=str(n)), BODY) for n in range(5)]
        refused = [each for each in answers if each.status == 429]
        assert refused
        assert {each.headers["retry-after"] for each in refused} == {"1"}


async def test_while_the_list_of_services_cannot_be_read_senders_are_told_to_come_again() -> None:
    """Who hears that there is nothing may never come again."""
    async with listening(("gh", GITHUB)) as some:
        assert (await some.post("nobody", github(b"[]"), b"[]")).status == 404
    path = paths.config() / "webhook-listener.json"
    path.write_text("{ half")
    async with engine() as made:
        await made.incoming.whole().begin()
        application = WebhookApplication(made.incoming.whole(), Limits())
        server = HttpServer(application, Limits(), lambda *_: None)
        await server.open(bound_socket("127.0.0.1", 0))
        answer = await post(server.address[1], "/webhook/gh", github(b"[]", delivery="1"), b"[]")
        assert (answer.status, answer.headers["retry-after"]) == (503, "30")
        await server.close()
        await made.incoming.whole().end()


async def test_a_body_is_cut_off_at_the_limit_while_it_is_read() -> None:
    """A gigabyte in chunks, of which nobody said how long it is: no more than the limit is ever held."""
    async with listening(("gh", GITHUB)) as some:
        reader, writer = await asyncio.open_connection("127.0.0.1", some.port)
        head = request_bytes(some.port, "/webhook/gh", [JSON, ("Transfer-Encoding", "chunked")])
        writer.write(head)
        piece = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
        sent = 0

        async def send() -> None:
            nonlocal sent
            while sent < 1 << 30:
                writer.write(piece)
                await writer.drain()
                sent += 65_536

        sending = asyncio.create_task(send())
        answer = await read_answer(reader)
        assert answer.status == 413
        with pytest.raises((ConnectionError, asyncio.CancelledError)):
            await sending
        assert sent < 64 << 20
        writer.close()
        assert await verdicts(some, 1) == [Verdict.TOO_LARGE]
        (kept,) = await some.kept()
        whole = await some.ask("inbox.body", InboxRequest(kept.id))
        assert len(whole.body) <= 16_384
        assert not whole.is_whole


async def test_whoever_is_slow_is_cut_off_in_the_head_and_in_the_body() -> None:
    limits = Limits(head_s=0.15, body_s=0.15, idle_s=0.1, linger_s=0.05)
    async with listening(("gh", GITHUB), limits=limits) as some:
        port = some.port
        whole = request_bytes(port, "/webhook/gh", github(BODY), BODY)

        async def dripping(data: bytes, start: int) -> Answer | None:
            """Send all up to there at once, and then a byte now and again; None: closed without an answer."""
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(data[:start])

            async def drip() -> None:
                for byte in data[start:]:
                    writer.write(bytes([byte]))
                    await asyncio.sleep(0.02)

            dripper = asyncio.create_task(drip())
            try:
                return await read_answer(reader)
            except asyncio.IncompleteReadError:
                return None
            finally:
                dripper.cancel()
                writer.close()

        head = len(whole) - len(BODY)
        answers = await asyncio.gather(
            dripping(whole, 1), dripping(whole, head - 1), dripping(whole, head), dripping(whole, 0)
        )
        assert [each.status for each in answers[:3] if each is not None] == [408, 408, 408]
        silent_reader, silent = await asyncio.open_connection("127.0.0.1", port)
        assert await silent_reader.read() == b""
        silent.close()
        kept = await verdicts(some, 3)
        assert set(kept) == {Verdict.SLOW}


async def test_a_body_that_stops_being_chunks_is_refused() -> None:
    async with listening(("gh", GITHUB)) as some:
        head = request_bytes(some.port, "/webhook/gh", [JSON, ("Transfer-Encoding", "chunked")])
        for garbage in (b"zz\r\n", b"5\r\nab\r\n\r\n", b"-1\r\n\r\n", b"ffffffffffffffffffffff\r\n"):
            answer = await raw(some.port, head + garbage)
            assert answer.status == 400, garbage
        reader, writer = await asyncio.open_connection("127.0.0.1", some.port)
        writer.write(head + b"5\r\nab")
        writer.write_eof()
        await reader.read()
        writer.close()
        assert set(await verdicts(some, 5)) == {Verdict.MALFORMED}


async def test_a_sender_that_says_no_more_is_answered_all_the_same() -> None:
    async with listening(("gh", GITHUB)) as some:
        reader, writer = await asyncio.open_connection("127.0.0.1", some.port)
        writer.write(request_bytes(some.port, "/webhook/gh", github(BODY, delivery="half"), BODY))
        writer.write_eof()
        assert (await read_answer(reader)).status == 202
        assert await reader.read() == b""
        writer.close()


async def test_requests_follow_each_other_on_a_connection() -> None:
    async with listening(("gh", GITHUB), ("open", NONE)) as some:
        reader, writer = await asyncio.open_connection("127.0.0.1", some.port)
        for number in range(3):
            body = json.dumps({"number": number}).encode()
            writer.write(request_bytes(some.port, "/webhook/gh", github(body, SECRET, "push", f"d{number}"), body))
        writer.write(request_bytes(some.port, "/health", method="GET"))
        statuses = [(await read_answer(reader)).status for _ in range(4)]
        assert statuses == [202, 202, 202, 200]
        writer.close()
        chunked = request_bytes(some.port, "/webhook/open", [JSON, ("Transfer-Encoding", "chunked")])
        assert (await raw(some.port, chunked + b'4\r\n{"a"\r\n3\r\n:1}\r\n0\r\n\r\n')).status == 202
        await eventually_async(lambda: some.engine.incoming.whole().telling.under_way == 0)
        assert [each.size_bytes for each in await some.kept(service="open")] == [7]


_PIECES = (
    b"\r\n\r\n",
    b"\x00",
    b"Content-Length: 5\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Expect: 100-continue\r\n",
    b"Connection: upgrade\r\nUpgrade: websocket\r\n",
)


def bent(whole: bytes, chance: random.Random) -> bytes:
    """A request with some bytes changed, lost or put in."""
    data = bytearray(whole)
    for _ in range(chance.randint(0, 5)):
        place = chance.randrange(len(data) + 1)
        match chance.randint(0, 2):
            case 0:
                del data[place : place + chance.randint(1, 20)]
            case 1:
                data[place:place] = chance.randbytes(chance.randint(1, 10))
            case _:
                data[place:place] = chance.choice((*_PIECES, whole))
    return bytes(data)


async def test_no_garbage_harms_the_listener(chance: random.Random, caplog: pytest.LogCaptureFixture) -> None:
    limits = Limits(head_s=0.2, body_s=0.2, idle_s=0.1, linger_s=0.1)
    async with listening(("gh", GITHUB), ("open", NONE), limits=limits) as some:
        chunks = b"5\r\n[1,2]\r\n0\r\n\r\n"
        wholes = (
            request_bytes(some.port, "/webhook/gh", github(BODY, delivery="x"), BODY),
            request_bytes(some.port, "/webhook/open", [JSON, ("Transfer-Encoding", "chunked")], chunks),
            request_bytes(some.port, "/webhook/open", [JSON], b"[1]") * 3,
        )

        async def harass(data: bytes) -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", some.port)
            try:
                writer.write(data)
                if chance.random() < 0.3:
                    writer.write_eof()
                if chance.random() < 0.3:
                    writer.transport.abort()
                await reader.read()
            except ConnectionError:
                pass  # what comes back does not matter here
            finally:
                writer.close()

        for _ in range(times(4, 200)):
            await asyncio.gather(*(harass(bent(chance.choice(wholes), chance)) for _ in range(25)))
        assert (await some.post("gh", github(b"[]", delivery="last"), b"[]")).status in {202, 429}
        assert some.engine.incoming.whole().health().is_well
    assert [record.getMessage() for record in caplog.records if record.levelname in {"ERROR", "CRITICAL"}] == []
