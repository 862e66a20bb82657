"""`lapwing listener`: services, secrets and messages of a listener that runs in the engine of a window."""

import json
from pathlib import Path

from helpers.command_line import Result, lapwing, said
from helpers.engine_processes import engine_process
from helpers.waiting import eventually_async
from helpers.webhook_senders import PASSPHRASE, github, post
from lapwing.domain.secrets import UnlockSecrets
from lapwing.domain.services import ServiceRequest
from lapwing.domain.webhooks.listener_names import LISTENER

BODY = b'{"zen":"Speak like a human."}'


def listener(*arguments: str) -> Result:
    return lapwing("listener", *arguments, variables={"PASS": PASSPHRASE.reveal()})


async def test_a_service_is_added_asked_and_rotated_while_a_window_listens(tmp_path: Path) -> None:
    async with engine_process(tmp_path) as window:
        await window.ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
        configured = listener("configure", "--port", "0", "--host", "hooks.example.org")
        assert (configured.returncode, "lapwing service start webhook-listener" in said(configured)) == (0, True)
        await window.ask("service.start", ServiceRequest(LISTENER))

        added = listener("add", "github", "--secrets", "file", "--passphrase-env", "PASS")
        assert added.returncode == 0, said(added)
        assert "not shown again" in said(added)
        secret = added.stdout.decode().strip()
        assert secret not in said(added)
        status = await window.ask("listener.status")
        port = int(status.url.split(":")[2].partition("/")[0])

        headers = github(BODY, secret, "ping", "one")
        answers: list[int] = []
        while not answers or answers[-1] == 404:  # the listener looks at the file some times a second
            answers.append((await post(port, "/webhook/github", headers, BODY)).status)
        assert answers[-1] == 202
        rotated = listener("rotate", "github", "--overlap", "0", "--passphrase-env", "PASS")
        assert "Only the new secret is believed." in said(rotated)
        newer = github(b"{}", rotated.stdout.decode().strip(), "ping", "two")
        while (await post(port, "/webhook/github", newer, b"{}")).status != 202:
            pass
        assert (await post(port, "/webhook/github", github(b"[]", secret), b"[]")).status == 401

        def kept() -> list[dict[str, str]]:
            listed = listener("inbox", "--verdict", "accepted", "--format", "json")
            return json.loads(listed.stdout)  # type: ignore[no-any-return]

        rows = await eventually_async(
            lambda: done if len(done := [row for row in kept() if row["handling"] == "done"]) == 2 else []
        )
        assert [(row["service"], row["event"], row["status"]) for row in rows] == [("github", "ping", "202")] * 2
        body = listener("body", rows[1]["id"])
        assert (body.stdout, "x-github-delivery: one" in said(body)) == (BODY, True)
        services = json.loads(listener("services", "--format", "json").stdout)
        assert [(row["name"], row["accepted"]) for row in services] == [("github", "2")]
        removed = listener("remove", "github", "--passphrase-env", "PASS")
        assert removed.returncode == 0, said(removed)
    stopped = listener("status")
    assert (stopped.returncode, "does not answer" in said(stopped)) == (1, True)
    given = listener("add", "pay", "--scheme", "stripe")
    assert (given.returncode, "its sender gives the secret" in said(given)) == (2, True)
