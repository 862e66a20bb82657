"""Mail of plugins: the bundled one through an engine, and what `context.mail` refuses, all to a real SMTP server."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.engines import Asker, asker
from helpers.mail_servers import mail_server
from helpers.plugin_contexts import TestContext
from helpers.waiting import eventually, eventually_async
from lapwing import paths
from lapwing.domain.plugins.facts import ConfigurePlugin, DoMenuEntry, PluginRequest, PluginState
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.engine.plugins.mail import PluginMail
from lapwing.plugins.api import CloudEvent, Mail
from lapwing.plugins.bundled.email.digest import Digest
from lapwing.plugins.bundled.email.messages import Message
from lapwing.plugins.bundled.email.plugin import Email

MAIL = Mail("lapwing@example.org", ("ops@example.org",), "Hello", "One line.\n.\nLine three, äöü.")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


@pytest.fixture
async def mails() -> AsyncIterator[PluginMail]:
    made = PluginMail()
    yield made
    made.close()


async def test_events_of_a_severity_become_mail_encrypted_and_with_the_password_of_the_vault(
    me: Asker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server(tmp_path, "starttls", "lapwing", "canary-pass") as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(server.ca))
        config = {
            "server": f"smtp://127.0.0.1:{server.port}",
            "user": "lapwing",
            "password": "canary-pass",
            "sender": "lapwing@example.org",
            "recipients": ["ops@example.org", "boss@example.org"],
            "messages": ["workflow.* warning: {type}: {word}"],
            "digest": "0s",
        }
        await me.ask("secret.unlock", UnlockSecrets(Secret("a long passphrase"), create=True))
        await me.ask("plugin.configure", ConfigurePlugin("email", config))
        facts = await me.ask("plugin.enable", PluginRequest("email"))
        assert facts.state is PluginState.RUNNING, facts.error
        me.engine.hub.publish("workflow.quiet", {"word": "never told", "severity": "info"})
        me.engine.hub.publish(
            "workflow.loud", {"word": "ä\r\nBcc: all@example.org\r\n\r\nbody", "severity": "critical"}
        )
        await eventually_async(lambda: bool(server.mails))
        shown = await me.ask("plugin.menu", DoMenuEntry("email", "test"))
        assert shown.document.parts[0].text == "The mail was taken."
    (mail, test) = server.mails
    told = "workflow.loud: ä Bcc: all@example.org body"
    assert mail["Subject"] == f"[Lapwing] {told}"
    assert mail["Bcc"] is None
    assert mail["To"] == "ops@example.org, boss@example.org"
    assert told in mail.get_content()
    assert "mail comes through" in test.get_content()
    assert server.envelopes[0] == ("lapwing@example.org", ["ops@example.org", "boss@example.org"])
    assert server.was_encrypted == [True, True]
    assert set(server.logins) == {("lapwing", "canary-pass")}
    assert not [each for each in paths.data().rglob("*.json") if "canary" in each.read_text()]


def begun(folder: Path, **config: object) -> tuple[Email, TestContext]:
    plugin = Email()
    known = {"server": "smtps://mail.example.org", "sender": "a@example.org", "recipients": ["b@example.org"]}
    plugin.context = context = TestContext(
        folder, {**known, "subject": "{first}", "digest": "1h", "messages": ["job.failed: {what}"], **config}
    )
    plugin.initialize()
    return plugin, context


def test_a_storm_is_one_mail_that_says_how_much_there_was(tmp_path: Path) -> None:
    plugin, context = begun(tmp_path)
    for number in range(1_000):
        plugin.handle_event(CloudEvent(str(number), "job.failed", 1_000.0 + number, {"what": f"Export {number}"}))
    assert context.mails == []
    plugin.shutdown()  # what was collected is not lost with the plugin
    (mail,) = context.mails
    assert mail.subject == "Export 0 (and 999 more)"
    lines = mail.text.splitlines()
    assert [line.partition("  ")[2] for line in lines[:200]] == [f"Export {number}" for number in range(200)]
    assert lines[200] == "... and 800 more, which are not listed."


def test_what_is_collected_is_sent_when_the_time_is_over() -> None:
    sent: list[tuple[tuple[Message, ...], int]] = []
    digest = Digest(0.02, lambda messages, count: sent.append((messages, count)))
    digest.put(Message(1.0, "m1"))
    eventually(lambda: len(sent) == 1)
    digest.put(Message(1.0, "m2"))
    eventually(lambda: len(sent) == 2)
    assert sent == [((Message(1.0, "m1"),), 1), ((Message(1.0, "m2"),), 1)]


def test_a_mail_that_is_refused_for_good_is_told_and_one_that_may_be_taken_later_waits(tmp_path: Path) -> None:
    plugin, context = begun(tmp_path, digest="0s")
    refusals = {"never": RuntimeError("550 never"), "later": ConnectionError("451 later")}

    def mailing(mail: Mail) -> None:
        if mail.subject in refusals:
            raise refusals[mail.subject]

    context.mailing = mailing
    for what in ("never", "well", "later", "waits"):
        plugin.handle_event(CloudEvent("1", "job.failed", 1.0, {"what": what}))
    eventually(lambda: plugin.on_health_check().note == "451 later")
    assert [mail.subject for mail in context.mails] == ["well"]
    plugin.shutdown()
    assert context.lines == [
        ("error", "A message was refused. 550 never"),
        ("warning", "2 messages were not sent before the end."),
    ]


@pytest.mark.parametrize(
    ("server", "mail", "hosts", "wrong"),
    [
        ("smtp://elsewhere.example.org", MAIL, ("mail.example.org",), PermissionError),
        ("smtp://mail.example.org", MAIL, ("*",), PermissionError),
        ("smtp://mail.example.org", MAIL, ("*.example.org",), PermissionError),
        ("smtp+plain://mail.example.org", MAIL, ("mail.example.org",), ValueError),
        ("https://mail.example.org", MAIL, ("mail.example.org",), ValueError),
        ("smtp://ann:secret@mail.example.org", MAIL, ("mail.example.org",), ValueError),
        ("smtp://mail.example.org/x", MAIL, ("mail.example.org",), ValueError),
        ("smtp://[::1", MAIL, ("::1",), ValueError),
        ("smtp://h", Mail("a@b.c", ("d@e.f",), "Hello\r\nBcc: all@example.org", ""), ("h",), ValueError),
        ("smtp://h", Mail("a@b.c\r\nBcc: x@y.z", ("d@e.f",), "Hello", ""), ("h",), ValueError),
        ("smtp://h", Mail("a@b.c", ("d@e.f\nBcc: x@y.z",), "Hello", ""), ("h",), ValueError),
        ("smtp://h", Mail("a@b.c", ("d@e.f>\0",), "Hello", ""), ("h",), ValueError),
        ("smtp://h", Mail("a@b.c", (), "Hello", ""), ("h",), ValueError),
        ("smtp://h", Mail("a@b.c", ("d@e.f",), "Hello", "x" * ((1 << 20) + 1)), ("h",), ValueError),
    ],
)
async def test_a_plugin_sends_no_mail_to_elsewhere_and_adds_no_header(
    mails: PluginMail, server: str, mail: Mail, hosts: tuple[str, ...], wrong: type[Exception]
) -> None:
    with pytest.raises(wrong):
        await mails.send("made", hosts, server, mail, "", "", 5.0)


async def test_a_plugin_learns_why_no_mail_was_taken_and_never_the_password(mails: PluginMail, tmp_path: Path) -> None:
    async def sent(scheme: str, port: int, password: str = "") -> object:
        user = "ann" if password else ""
        return await mails.send("made", ("127.0.0.1",), f"{scheme}://127.0.0.1:{port}", MAIL, user, password, 30.0)

    with mail_server(tmp_path, user="ann", password="canary-right") as server:
        with pytest.raises(RuntimeError, match="535") as refused:
            await sent("smtp+plain", server.port, "canary-wrong")
        assert "canary" not in str(refused.value)
        with pytest.raises(RuntimeError, match="STARTTLS"):
            await sent("smtp", server.port, "canary-right")
        server.refusing = 1
        with pytest.raises(ConnectionError, match="451 try again later"):
            await sent("smtp+plain", server.port, "canary-right")
        assert await sent("smtp+plain", server.port, "canary-right") == ()
    assert server.mails[0].get_content().splitlines() == MAIL.text.splitlines()
    with pytest.raises(OSError, match="refused"):
        await sent("smtp+plain", server.port)
    with mail_server(tmp_path, "tls") as server, pytest.raises(OSError, match="certificate"):
        await sent("smtps", server.port)
    assert server.mails == []


async def test_a_server_that_says_nothing_holds_up_only_so_long(mails: PluginMail) -> None:
    came = asyncio.Event()

    async def dripping(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.set()
        while not writer.is_closing():
            writer.write(b"2")
            await asyncio.wait([asyncio.ensure_future(reader.read(1))], timeout=0.05)
            if reader.at_eof():
                writer.close()

    listening = await asyncio.start_server(dripping, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    async with listening:
        with pytest.raises(ConnectionError, match="did not take the mail within"):
            await mails.send("made", ("127.0.0.1",), f"smtp+plain://127.0.0.1:{port}", MAIL, "", "", 0.5)
    assert came.is_set()
