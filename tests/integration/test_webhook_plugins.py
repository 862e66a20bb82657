"""From a real signed POST to who hears of it: a plugin in a process of its own."""

import json
from pathlib import Path

from helpers.installed_plugins import installed, lines, logged
from helpers.webhook_senders import Answer, Listening, github, listening
from lapwing.domain.plugins.facts import PluginState
from lapwing.domain.webhooks.inbox import Handling, InboxEntry, InboxRequest
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.engine.webhooks.inbox_telling import tell

BODY = json.dumps({"ref": "refs/heads/main", "commits": [{}], "pusher": {"name": "ann"}}).encode()
HEARING = """
    class Made(Plugin):
        def on_webhook(self, webhook):
            text = webhook.body.decode()
            if "fail" in text:
                raise ValueError("this one is not for me")
            signature = webhook.headers["x-hub-signature-256"]
            self.context.log(f"{webhook.service} {webhook.event} {webhook.headers['x-github-event']} {text}")
            self.context.log(f"signature of {len(signature)} characters")
"""


async def handled(some: Listening, answer: Answer) -> InboxEntry:
    """An accepted message, when it was told."""
    while (entry := (await some.ask("inbox.body", InboxRequest(answer.json["id"]))).entry).handling is Handling.WAITING:
        pass
    assert isinstance(entry, InboxEntry)
    return entry


async def test_a_plugin_hears_of_a_signed_message_with_its_body_and_never_of_a_forged_one(tmp_path: Path) -> None:
    async with listening(("gh", SigningScheme.GITHUB)) as some:
        facts = await installed(some, tmp_path, HEARING, 'permissions = ["events:webhook.received"]')
        assert facts.state is PluginState.RUNNING, facts.error
        assert facts.pid is not None, "it runs in a process of its own"
        forged = await some.post("gh", github(b'{"forged": 1}', "of somebody else"), b'{"forged": 1}')
        accepted = await some.post("gh", github(BODY, delivery="one"), BODY)
        assert (forged.status, accepted.status) == (401, 202)
        await logged(some, f"gh push push {BODY.decode()}")
        await logged(some, "signature of ")
        told = await lines(some)
        assert not any("forged" in line for line in told)
        assert not any("signature of 71 characters" in line for line in told), "what signed it is not handed on whole"
        entry = await handled(some, accepted)
        assert (entry.handling, entry.outcome) == (Handling.DONE, "")
        again = await some.ask("inbox.process_again", InboxRequest(entry.id))
        assert (again.handling, again.times) == (Handling.DONE, 2)
        assert sum("gh push push" in line for line in await lines(some)) == 2


async def test_a_message_that_a_plugin_fails_at_says_so_and_may_be_processed_again(tmp_path: Path) -> None:
    async with listening(("gh", SigningScheme.GITHUB)) as some:
        await installed(some, tmp_path, HEARING, 'permissions = ["events:webhook.received"]')
        answer = await some.post("gh", github(b'{"fail": 1}', delivery="one"), b'{"fail": 1}')
        assert answer.status == 202
        entry = await handled(some, answer)
        assert entry.handling is Handling.FAILED
        assert "The plugin made failed in on_webhook: ValueError: this one is not for me" in entry.outcome


async def test_a_line_that_is_too_long_for_a_chart_is_cut_and_a_defect_at_one_message_is_told_with_it() -> None:
    async with listening(("gh", SigningScheme.GITHUB)) as some:
        await some.add("charts", SigningScheme.GITHUB, annotate=True)
        body = json.dumps({"zen": "z" * 400, "repository": {"full_name": "r" * 400}}).encode()
        entry = await handled(some, await some.post("charts", github(body, event="ping"), body))
        assert (entry.handling, entry.outcome) == (Handling.DONE, "")

        async def broken(_wanted: object) -> None:
            raise KeyError("a defect")

        some.engine.incoming.whole().telling._tell = lambda entry: tell(
            entry, some.engine.hub, some.engine.incoming.whole().book, broken
        )
        entry = await handled(some, await some.post("charts", github(b"{}", event="ping"), b"{}"))
        assert entry.handling is Handling.FAILED
        assert "KeyError" in entry.outcome
