"""Receivers that answer badly or not at all, certificates that prove nothing, and addresses nobody may be led to."""

import asyncio
import socket
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.engines import Asker
from helpers.http_receivers import Reply, endless, hangs, http_receiver, raw, resets, stalls, status
from helpers.webhooks import came, endpoint_at, teller
from lapwing.domain.webhooks.deliveries import (
    CheckEndpoint,
    DeliveryRequest,
    DeliveryState,
    EndpointChecked,
)
from lapwing.domain.webhooks.endpoints import Endpoint, SaveEndpoint
from lapwing.engine.webhooks.sending import MOST_ANSWER_BYTES

PUBLIC = "2d00::1"
"""Public, and nobody's: the block is not allocated."""


async def checked(some: Asker, endpoint: Endpoint) -> EndpointChecked:
    found = await some.ask("webhook.test", CheckEndpoint(SaveEndpoint(endpoint)))
    assert isinstance(found, EndpointChecked)
    return found


def error_of(found: EndpointChecked) -> str:
    return found.attempt.error.code if found.attempt.error is not None else ""


BAD: list[tuple[Reply, str]] = [
    (hangs(), "webhook.unreachable"),
    (resets(), "webhook.unreachable"),
    (raw(b""), "webhook.unreachable"),
    (raw(b"220 mail ESMTP\r\n"), "webhook.unreachable"),
    (raw(b"HTTP/1.1 abc\r\n\r\n"), "webhook.unreachable"),
    (stalls(b"HTTP/1.1 200 OK\r\nContent-Le"), "webhook.unreachable"),
    (endless(b"HTTP/1.1 200 OK\r\nX: "), "webhook.unreachable"),
    (raw(b"HTTP/1.1 500 " + b"\x1b[31m" * 9 + b"\r\nContent-Length: 0\r\n\r\n"), ""),
    (status(301, Location="/elsewhere"), "webhook.refused"),
    (status(404, b"\xff\xfe no"), "webhook.refused"),
    (stalls(b"HTTP/1.1 100 Continue\r\n\r\n"), "webhook.unreachable"),
    (stalls(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"), ""),
    (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"), ""),
    (endless(), ""),
    (endless(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000000000\r\n\r\n"), ""),
]


NEVER_END = {0: 300, 5: 300, 10: 300, 11: 1_000}
"""Those that only a limit ends, milliseconds by number: the status of the last one has to come before that."""


async def test_every_bad_answer_becomes_a_verdict_and_no_more_of_it_is_read_than_the_limit() -> None:
    """A status of 2xx means that it was taken, whatever becomes of the rest of the answer."""
    with http_receiver() as receiver:
        async with teller(delivers=False) as some:
            patient = endpoint_at(receiver, retries=0)
            receiver.answers = deque([status(200)])
            assert error_of(await checked(some.some, patient)) == ""
            for number, (reply, code) in enumerate(BAD):
                receiver.answers = deque([reply])
                within_ms = NEVER_END.get(number, patient.timeout_ms)
                found = await checked(some.some, replace(patient, timeout_ms=within_ms))
                if number == 7:
                    assert error_of(found) in {"webhook.refused", "webhook.unreachable"}
                    continue
                assert error_of(found) == code, number
                assert found.attempt.answer_bytes <= MOST_ANSWER_BYTES
                assert len(found.attempt.answer) <= 8_192
            assert "/elsewhere" not in "".join(each.line for each in receiver.received)


async def test_only_certificates_that_stand_up_are_told_anything(tmp_path: Path) -> None:
    async with teller(delivers=False) as some:
        for certificate in ("wrong host", "expired", "self-signed"):
            with http_receiver(tmp_path, certificate) as receiver:
                found = await checked(some.some, endpoint_at(receiver, ca_file=str(receiver.authority)))
                assert error_of(found) == "webhook.unreachable"
                assert found.attempt.error is not None
                assert "certificate" in str(found.attempt.error.facts["reason"])
                assert receiver.received == []
        with http_receiver(tmp_path, "good") as receiver:
            unknown = await checked(some.some, endpoint_at(receiver))
            assert (error_of(unknown), receiver.received) == ("webhook.unreachable", [])
            known = endpoint_at(receiver, url=receiver.url(host="localhost"), ca_file=str(receiver.authority))
            assert error_of(await checked(some.some, known)) == ""
            assert receiver.received[0].headers["host"] == f"localhost:{receiver.port}"


async def test_addresses_of_this_machine_and_of_private_networks_are_told_nothing_unless_allowed() -> None:
    with http_receiver() as receiver:
        async with teller(delivers=False) as some:
            for host in ("127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]"):
                endpoint = endpoint_at(receiver, url=f"https://{host}:{receiver.port}/", allows_private=False)
                found = await checked(some.some, endpoint)
                assert error_of(found) == "webhook.address", host
                assert found.attempt.address == ""
            assert receiver.connections == 0


async def test_a_name_that_leads_home_at_the_second_look_leads_nowhere() -> None:
    """DNS rebinding: what was judged is what is connected to, at each attempt anew."""
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    def prepare(some: Asker) -> None:
        some.engine.webhooks.look_up = rebinding

    with http_receiver() as receiver:
        async with teller(prepare=prepare) as some:
            url = f"https://rebind.example.org:{receiver.port}/"
            await some.save(endpoint_at(receiver, url=url, allows_private=False, timeout_ms=300, retries=1))
            some.tell(1)
            (failed,) = await some.until(DeliveryState.FAILED)
            whole = await some.ask("webhook.delivery", DeliveryRequest(failed.id))
            codes = [each.error.code for each in whole.attempts]
            assert codes == ["webhook.unreachable", "webhook.address"]
            assert asked == ["rebind.example.org"] * 2
            assert receiver.connections == 0


async def test_a_public_address_is_never_told_without_tls_and_the_next_address_is_tried() -> None:
    answers: list[list[str]] = [[PUBLIC], ["127.0.0.2", "127.0.0.1"]]

    def prepare(some: Asker) -> None:
        some.engine.webhooks.look_up = lambda _host, _port: answers.pop(0)

    with http_receiver() as receiver:
        async with teller(delivers=False, prepare=prepare) as some:
            plain = endpoint_at(receiver, url=f"http://intern.example.org:{receiver.port}/")
            assert error_of(await checked(some.some, plain)) == "webhook.plain"
            found = await checked(some.some, plain)
            assert (error_of(found), found.attempt.address) == ("", f"127.0.0.1:{receiver.port}")


async def test_a_resolver_that_hangs_costs_its_endpoint_the_timeout_and_others_nothing() -> None:
    released = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(host: str, _port: int) -> Sequence[str]:
        if host == "slow.example.org":
            asyncio.run_coroutine_threadsafe(released.wait(), loop).result()
            raise socket.gaierror(-2, "Name or service not known")
        return ["127.0.0.1"]

    def prepare(some: Asker) -> None:
        some.engine.webhooks.look_up = slow

    with http_receiver() as receiver:
        async with teller(prepare=prepare) as some:
            stuck = endpoint_at(receiver, name="stuck", url="https://slow.example.org/", timeout_ms=120_000)
            await some.save(stuck)
            await some.save(endpoint_at(receiver, url=f"http://fast.example.org:{receiver.port}/"))
            some.tell(*range(5))
            await came(receiver, 5)
            released.set()


async def test_proxies_of_the_environment_have_no_say_and_a_chosen_one_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with http_receiver() as receiver, http_receiver() as proxy:
        async with teller(delivers=False) as some:
            assert error_of(await checked(some.some, endpoint_at(receiver))) == ""
            assert len(receiver.received) == 1
            chosen = endpoint_at(receiver, proxy=f"http://127.0.0.1:{proxy.port}")
            assert error_of(await checked(some.some, chosen)) == ""
            assert proxy.received[0].line.startswith("POST http://127.0.0.1:")
            assert len(receiver.received) == 1


async def test_cookies_of_a_receiver_are_not_sent_back() -> None:
    with http_receiver() as receiver:
        receiver.otherwise = status(200, Set_Cookie="session=1; Path=/")
        async with teller() as some:
            await some.save(endpoint_at(receiver))
            some.tell(1, 2)
            await came(receiver, 2)
            assert not any("cookie" in each.headers for each in receiver.received)
