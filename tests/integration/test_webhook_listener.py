"""Webhooks from their senders to those who hear of them: kept before they are answered, and told at least once."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers.canaries import contents
from helpers.engine_processes import EngineProcess, engine_process
from helpers.engines import engine, look, make_database
from helpers.waiting import eventually_async
from helpers.webhook_senders import (
    IN_FILE,
    PASSPHRASE,
    SECRET,
    Listening,
    github,
    listening,
    post,
    slack,
    standard,
)
from lapwing import paths
from lapwing.domain.cloud_events import CloudEvent, EventPublished
from lapwing.domain.errors import StoredNewer, in_full
from lapwing.domain.monitoring.annotations import ReadAnnotations
from lapwing.domain.operations import Subscribe
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.domain.services import ServiceRequest, ServiceState
from lapwing.domain.webhooks.inbox import Handling, InboxRequest, ListInbox, Verdict
from lapwing.domain.webhooks.incoming import (
    ConfigureListener,
    IncomingService,
    IncomingServiceRequest,
    ListenerSettings,
    RotateSigningSecret,
    SaveIncomingService,
    SigningScheme,
)
from lapwing.domain.webhooks.incoming_errors import (
    InboxNotAccepted,
    IncomingServiceInvalid,
    ListenerSettingsInvalid,
    SigningSecretHidden,
)
from lapwing.domain.webhooks.listener_names import LISTENER

pytestmark = pytest.mark.asyncio
GITHUB, STANDARD, SLACK, NONE = SigningScheme.GITHUB, SigningScheme.STANDARD, SigningScheme.SLACK, SigningScheme.NONE


def merged(number: int) -> bytes:
    """A pull request that was merged."""
    request = {"number": number, "title": "Fix it", "user": {"login": "ann"}, "merged": True}
    return json.dumps({"action": "closed", "pull_request": request}).encode()


async def told(some: Listening, count: int) -> None:
    """Wait until that many accepted messages were told to everybody."""

    async def how_many() -> int:
        entries = await some.kept(verdicts=(Verdict.ACCEPTED,))
        return sum(each.handling in {Handling.DONE, Handling.FAILED} for each in entries)

    while await how_many() < count:
        await asyncio.sleep(0.01)


async def test_a_message_is_kept_then_told_to_everybody_and_written_into_charts() -> None:
    heard: list[CloudEvent] = []

    async def hear(event: CloudEvent) -> None:
        heard.append(event)
        if len(heard) == 1:
            raise RuntimeError("not this time")

    async with listening(("gh", GITHUB), ("sl", SLACK)) as some:
        await some.add("charts", NONE, annotate=True)
        some.engine.hub.subscribe("a plugin", ["webhook.*"], hear)
        body = merged(7)
        answer = await some.post("gh", github(body, event="pull_request", delivery="one"), body)
        assert answer.status == 202
        await told(some, 1)
        (event,) = heard
        assert (event.type, event.subject, event.source) == ("webhook.received", "gh", "webhook/gh")
        assert event.data["event"] == "pull_request.merged"
        assert event.data["id"] == answer.json["id"]
        assert event.data["summary"]["pr_number"] == 7
        assert body not in json.dumps(event.data).encode()
        (entry,) = await some.kept()
        assert (entry.handling, entry.times) == (Handling.FAILED, 1)
        assert "a plugin" in entry.outcome
        again = await some.ask("inbox.process_again", InboxRequest(entry.id))
        assert (again.handling, again.times, again.outcome, len(heard)) == (Handling.DONE, 2, "", 2)
        whole = await some.ask("inbox.body", InboxRequest(entry.id))
        assert (whole.body, whole.is_whole) == (body, True)
        assert ("x-github-delivery", "one") in whole.headers

        plain = [("Content-Type", "text/plain"), ("Authorization", "Bearer canary-of-a-sender")]
        assert (await some.post("charts", plain, b"deployed")).status == 202
        await told(some, 2)
        found = await some.ask("annotation.list", ReadAnnotations("", time.time() - 60, time.time() + 60))
        assert [each.source for each in found.annotations] == ["webhook/charts"]
        asked = b'{"type":"url_verification","challenge":"3eZbrw1a"}'
        answered = await some.post("sl", slack(asked, int(time.time())), asked)
        assert (answered.status, answered.body) == (200, b"3eZbrw1a")
        assert "canary-of-a-sender" not in everything()


def everything() -> str:
    """All that lies in this test's home, as text."""
    return b"".join(contents(paths.config().parent).values()).decode("latin-1")


async def test_what_came_before_is_known_again_also_by_another_engine() -> None:
    body, now = merged(1), int(time.time())
    first = github(body, event="pull_request", delivery="one")
    command = b"command=%2Fdeploy"
    order = [("Content-Type", "application/x-www-form-urlencoded"), *slack(command, now)[1:]]
    services = (("gh", GITHUB), ("std", STANDARD), ("sl", SLACK))
    async with listening(*services) as some:
        assert (await some.post("gh", first, body)).status == 202
        assert (await some.post("std", standard(body, now, "msg_1"), body)).status == 202
        assert (await some.post("sl", order, command)).status == 202
        answers = await asyncio.gather(*(some.post("gh", github(b"{}", delivery="two"), b"{}") for _ in range(8)))
        assert sorted(each.status for each in answers) == [200] * 7 + [202]
        await told(some, 4)
    async with listening(*services) as some:
        assert (await some.post("gh", first, body)).json["status"] == "duplicate"
        assert (await some.post("gh", github(body, delivery="renamed"), body)).status == 409
        assert (await some.post("gh", github(body), body)).status == 409
        assert (await some.post("std", standard(body, now + 5, "msg_1"), body)).status == 200
        assert (await some.post("std", standard(body, now + 5, "msg_2"), body)).status == 202
        assert (await some.post("sl", order, command)).status == 409
        await told(some, 5)
        assert len(await some.kept(verdicts=(Verdict.ACCEPTED,))) == 5
        assert len(await some.kept(verdicts=(Verdict.REPLAYED,))) == 3
        assert len(await some.kept(service="std", text="MSG_2")) == 1


async def test_a_secret_is_made_shown_once_and_rotated_with_an_overlap() -> None:
    body = merged(2)
    async with listening() as some:
        await some.add("gh", GITHUB, None)
        first = (await some.ask("listener.show_secret", IncomingServiceRequest("gh"))).secret.reveal()
        with pytest.raises(SigningSecretHidden):
            await some.ask("listener.show_secret", IncomingServiceRequest("gh"))
        assert (await some.post("gh", github(body, first, delivery="1"), body)).status == 202
        await some.ask("listener.rotate_secret", RotateSigningSecret("gh"))
        second = (await some.ask("listener.show_secret", IncomingServiceRequest("gh"))).secret.reveal()
        assert first != second
        for number, secret in enumerate((first, second)):
            other = merged(10 + number)
            assert (await some.post("gh", github(other, secret, delivery=f"r{number}"), other)).status == 202
        services = await some.ask("listener.rotate_secret", RotateSigningSecret("gh", Secret(SECRET), overlap_s=0))
        assert len(services.services[0].secrets) == 1
        for secret in (first, second):
            assert (await some.post("gh", github(body, secret, delivery="3"), body)).status == 401
        assert (await some.post("gh", github(b"[]", delivery="4"), b"[]")).status == 202
        renamed = IncomingService("git-hub", GITHUB, place=IN_FILE)
        await some.ask("listener.save_service", SaveIncomingService(renamed, replaces="gh"))
        assert (await some.post("git-hub", github(b"[1]", delivery="5"), b"[1]")).status == 202
        assert (await some.post("git-hub", github(b"[]", delivery="4"), b"[]")).status == 200
        with pytest.raises(IncomingServiceInvalid):
            await some.ask("listener.save_service", SaveIncomingService(IncomingService("st", SigningScheme.STRIPE)))
        left = everything()
        assert {secret for secret in (first, second, SECRET) if secret in left} == set()
        await some.ask("listener.remove_service", IncomingServiceRequest("git-hub"))
        assert (await some.post("git-hub", github(b"[2]", delivery="6"), b"[2]")).status == 404


async def test_the_listener_moves_where_the_settings_say_and_tells_why_it_cannot() -> None:
    async with listening(("gh", GITHUB)) as some:
        old = some.port
        taken = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
        port = taken.sockets[0].getsockname()[1]
        await some.ask("listener.configure", ConfigureListener(ListenerSettings(port=port)))

        async def service() -> Any:
            found = await some.ask("service.list")
            return next(each for each in found.services if each.id == LISTENER)

        while (await service()).error is None:
            await asyncio.sleep(0.01)
        assert (await service()).error.code == "listener.address"
        status = await some.ask("listener.status")
        assert (status.is_here, status.answers) == (False, False)
        with pytest.raises(ConnectionRefusedError):
            await post(old, "/webhook/gh", github(b"{}"), b"{}")
        taken.close()
        await taken.wait_closed()
        await some.ask("service.restart", ServiceRequest(LISTENER))
        while (await service()).state is not ServiceState.RUNNING:
            await asyncio.sleep(0.01)
        assert (await post(port, "/webhook/gh", github(b"{}"), b"{}")).status == 202
        assert (await some.ask("listener.status")).answers
        await some.add("open", NONE)
        with pytest.raises(ListenerSettingsInvalid):
            await some.ask("listener.configure", ConfigureListener(ListenerSettings("0.0.0.0", port)))
        await some.ask("service.stop", ServiceRequest(LISTENER))
        with pytest.raises(ConnectionRefusedError):
            await post(port, "/webhook/gh", github(b"{}"), b"{}")
        (entry,) = await some.kept()
        assert (await some.ask("inbox.process_again", InboxRequest(entry.id))).times == 2


async def test_outside_this_machine_only_signed_messages_are_taken_and_names_are_checked() -> None:
    async with listening(("gh", GITHUB), address="0.0.0.0", hosts=("hooks.example.org",)) as some:
        assert (await some.ask("listener.status")).warnings
        for host, status in (("hooks.example.org", 202), ("localhost", 400), (f"127.0.0.1:{some.port}", 202)):
            body = json.dumps(host).encode()
            headers = [*github(body, delivery=host), ("Host", host)]
            assert (await post(some.port, "/webhook/gh", headers, body)).status == status
        with pytest.raises(IncomingServiceInvalid):
            await some.add("open", NONE)
        while not (kept := await some.kept(verdicts=(Verdict.HOST,))):  # nobody waits until a refusal is kept
            await asyncio.sleep(0.01)
        with pytest.raises(InboxNotAccepted):
            await some.ask("inbox.process_again", InboxRequest(kept[0].id))


async def test_while_the_inbox_cannot_be_written_senders_are_told_to_come_again() -> None:
    async with listening(("gh", GITHUB)) as some:
        assert (await some.post("gh", github(b"{}", delivery="1"), b"{}")).status == 202
        await told(some, 1)
        path = paths.data() / "store" / "inbox.sqlite"
        make_database(path, "CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        answer = await some.post("gh", github(b"[]", delivery="2"), b"[]")
        assert (answer.status, answer.headers["retry-after"]) == (503, "30")
        make_database(path, "DROP TRIGGER full")
        assert (await some.post("gh", github(b"[]", delivery="2"), b"[]")).status == 202


async def test_while_the_vault_is_locked_senders_are_told_to_come_again() -> None:
    async with listening(("gh", GITHUB)) as some:
        assert (await some.post("gh", github(b"{}", delivery="1"), b"{}")).status == 202
    async with engine() as made:
        some = Listening(made)
        await some.listen()
        assert (await some.post("gh", github(b"[]", delivery="2"), b"[]")).status == 503
        health = made.incoming.whole().health()
        assert health.problem is not None
        assert (health.is_well, health.problem.code) == (False, "secret.file_locked")
        await some.ask("secret.unlock", UnlockSecrets(PASSPHRASE))
        while (answer := await some.post("gh", github(b"[]", delivery="2"), b"[]")).status == 503:
            await asyncio.sleep(0.05)
        assert answer.status == 202
        assert made.incoming.whole().health().is_well


async def test_a_damaged_inbox_is_put_aside_and_a_newer_one_left_alone() -> None:
    path = paths.data() / "store" / "inbox.sqlite"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database, but it is long enough to be taken for one" * 100)
    async with listening(("gh", GITHUB)) as some:
        assert (await some.post("gh", github(b"{}"), b"{}")).status == 202
        assert "damaged" in in_full((await some.ask("inbox.list", ListInbox())).problems)
    make_database(path, "PRAGMA user_version=99")
    async with engine() as made:
        some = Listening(made)
        with pytest.raises(StoredNewer):
            await some.ask("inbox.list", ListInbox())
        with pytest.raises(StoredNewer):
            await made.incoming.whole().begin()
    assert look(path, "SELECT count(*) FROM messages") == [(1,)]


# kills

_DEAF = """
from lapwing.engine.hub import EventHub
import asyncio
whole = EventHub.publish_and_ask
async def publish_and_ask(self, event_type, *args, **more):
    if event_type == "webhook.received":
        await asyncio.sleep(1_000)
    return await whole(self, event_type, *args, **more)
EventHub.publish_and_ask = publish_and_ask
"""


@asynccontextmanager
async def listening_process(folder: Path, patch: str) -> AsyncIterator[tuple[EngineProcess, int]]:
    """An engine process that listens, and its port."""
    folder.mkdir()
    async with engine_process(folder, patch=patch) as engine:
        await engine.ask("events.subscribe", Subscribe(("event.published",)))
        await engine.ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
        service = IncomingService("gh", GITHUB, place=IN_FILE)
        await engine.ask("listener.save_service", SaveIncomingService(service, Secret(SECRET)))
        await engine.ask("listener.configure", ConfigureListener(ListenerSettings(port=0)))
        await engine.ask("service.start", ServiceRequest(LISTENER))
        status = await engine.ask("listener.status")
        while not status.is_here:
            await asyncio.sleep(0.02)
            status = await engine.ask("listener.status")
        yield engine, int(status.url.split(":")[2].partition("/")[0])


async def test_what_was_acknowledged_is_told_though_the_engine_is_killed_before(tmp_path: Path) -> None:
    ids = set()
    async with listening_process(tmp_path / "first", _DEAF) as (process, port):
        for number in range(5):
            body = merged(number)
            answer = await post(port, "/webhook/gh", github(body, delivery=f"d{number}"), body)
            assert answer.status == 202
            ids.add(answer.json["id"])
        process.process.kill()
        await process.ends()
    async with listening_process(tmp_path / "second", "") as (process, port):

        def heard() -> set[str]:
            events = [each.event for each in process.heard(EventPublished)]
            return {each.data["id"] for each in events if each.type == "webhook.received"}

        await eventually_async(lambda: heard() == ids)
        answer = await post(port, "/webhook/gh", github(merged(0), delivery="d0"), merged(0))
        assert answer.json["status"] == "duplicate"
