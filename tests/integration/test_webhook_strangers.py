"""Strangers who flood the webhook listener, or hold what it has: no sender is kept out by them."""

import asyncio
import json

import pytest

from helpers.webhook_senders import github, listening, read_answer, request_bytes, verdicts
from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.server.limits import Limits

pytestmark = pytest.mark.asyncio
GITHUB = SigningScheme.GITHUB
BODY = b'{"zen":"Approachable is better than simple."}'
JSON = ("Content-Type", "application/json")


async def test_neither_strangers_nor_who_repeats_a_message_use_up_what_a_sender_may_send() -> None:
    async with listening(("gh", GITHUB), most_per_s=3) as some:
        first = github(b"[0]", delivery="first")
        assert (await some.post("gh", first, b"[0]")).status == 202
        forged = [*github(b"[]")[:2], ("X-Hub-Signature-256", "sha256=" + "0" * 64)]
        for headers, body, status in ((forged, b"[]", 401), ([JSON], b"[]", 401), (first, b"[0]", 200)):
            answers = [await some.post("gh", headers, body) for _ in range(6)]
            assert {each.status for each in answers} == {status}
        assert (await some.post("gh", github(b"[1]", delivery="second"), b"[1]")).status == 202


async def test_a_flood_of_one_address_drives_the_refused_messages_of_others_out_of_no_list() -> None:
    async with listening(("gh", GITHUB)) as some:
        assert (await some.post("gh", [JSON], b"[]")).status == 401
        whole = request_bytes(some.port, "/webhook/nobody", [JSON], b"[]")
        reader, writer = await asyncio.open_connection("127.0.0.1", some.port, local_addr=("127.0.0.2", 0))
        for _ in range(4):
            answers = []
            for _ in range(100):
                writer.write(whole.replace(b"Content-Type", b"Connection: keep-alive\r\nContent-Type"))
                answers.append(await read_answer(reader))
                if "connection" in answers[-1].headers:
                    writer.close()
                    reader, writer = await asyncio.open_connection("127.0.0.1", some.port, local_addr=("127.0.0.2", 0))
            assert {each.status for each in answers} == {404}
        writer.close()
        figures = dict(some.engine.incoming.whole().health().figures)
        assert int(figures["Refused"]) == 401
        assert int(figures["Not noted"]) >= 100
        kept = await some.kept(limit=1_000)
        assert sum(each.sender == "127.0.0.1" for each in kept) == 1


async def test_large_bodies_that_never_end_keep_no_sender_out() -> None:
    limits = Limits(most_held_bytes=300_000, body_s=60.0)
    async with listening(("gh", GITHUB), limits=limits) as some:
        strangers = []
        for _ in range(4):
            reader, writer = await asyncio.open_connection("127.0.0.1", some.port)
            writer.write(request_bytes(some.port, "/webhook/gh", [JSON, ("Content-Length", "1000000")], b"x" * 90_000))
            strangers.append((reader, writer))
        (first, *_), _ = await asyncio.wait(
            [asyncio.create_task(read_answer(reader)) for reader, _ in strangers], return_when=asyncio.FIRST_COMPLETED
        )
        assert first.result().status == 503
        body = b'["' + b"y" * 60_000 + b'"]'
        assert (await some.post("gh", github(body, delivery="real"), body)).status == 202
        for _, writer in strangers:
            writer.close()


async def test_whoever_holds_all_connections_and_says_nothing_keeps_no_sender_out() -> None:
    limits = Limits(most_connections=3, head_s=60.0, body_s=60.0)
    async with listening(("gh", GITHUB), limits=limits) as some:
        whole = request_bytes(some.port, "/webhook/gh", github(BODY, event="ping", delivery="0"), BODY)
        held = []
        for said in (whole[:40], whole[:-3], b""):
            held.append(await asyncio.open_connection("127.0.0.1", some.port))
            held[-1][1].write(said)
        for number in range(4):
            body = json.dumps(number).encode()
            assert (await some.post("gh", github(body, delivery=f"late-{number}"), body)).status == 202
        for _, writer in held:
            writer.close()


async def test_a_body_that_has_to_make_room_for_a_sender_is_put_off_and_not_called_malformed() -> None:
    async with listening(("gh", GITHUB), limits=Limits(most_connections=1, body_s=60.0)) as some:
        reader, writer = await asyncio.open_connection("127.0.0.1", some.port)
        head = [JSON, ("Content-Length", "100"), ("Expect", "100-continue")]
        writer.write(request_bytes(some.port, "/webhook/gh", head))
        assert b" 100 " in await reader.readuntil(b"\r\n\r\n"), "it waits for the body now"
        writer.write(b"half")
        assert (await some.post("gh", github(BODY, event="ping", delivery="real"), BODY)).status == 202
        assert (await read_answer(reader)).status == 503
        writer.close()
        assert set(await verdicts(some, 2)) == {Verdict.ACCEPTED, Verdict.BUSY}
