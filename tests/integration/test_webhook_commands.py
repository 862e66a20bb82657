"""`lapwing webhook` as a pipeline uses it: the guide's configuration imported, endpoints tested, deliveries read."""

import asyncio
import json
from pathlib import Path

import pytest

from helpers.http_receivers import http_receiver
from helpers.webhooks import PASSPHRASE, is_signed, teller
from lapwing.cli import engine_run
from lapwing.cli.main import main
from lapwing.domain.webhooks.deliveries import DeliveryFacts, DeliveryState

TOKEN = "Bearer canary-token"
OPENED = ("--passphrase-env", "LW_PASS")


class Shell:
    """The commands in this process: each makes an engine of its own."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def webhook(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self._capture.readouterr()
        code = main(["webhook", *arguments])
        out, err = self._capture.readouterr()
        return code, out.decode(), err.decode()

    def rows(self, *arguments: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self.webhook(*arguments, "--format", "json")[1])
        return found


@pytest.fixture
def shell(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("LW_PASS", PASSPHRASE.reveal())
    for name in ("start_logs", "end_logs"):  # a process starts its logs once; here every command would
        monkeypatch.setattr(engine_run, name, lambda *_: None)
    return Shell(capfdbinary)


def test_a_configuration_is_imported_tested_and_listed_without_its_secrets(shell: Shell, tmp_path: Path) -> None:
    with http_receiver() as receiver:
        one = {"name": "queries", "url": receiver.url(), "events": ["query.*"], "headers": {"Authorization": TOKEN}}
        path = tmp_path / "webhooks.json"
        path.write_text(json.dumps({"webhooks": {"enabled": True, "endpoints": [one]}}))
        code, _, said = shell.webhook("import", str(path), "--allow-private", "--secrets", "file", *OPENED)
        assert (code, said) == (0, "lapwing: 1 endpoint added: queries.\n")
        code, _, said = shell.webhook("test", "queries", *OPENED)
        assert (code, "queries answered 200" in said) == (0, True)
        (request,) = receiver.received
        assert (request.headers["authorization"], json.loads(request.body)["event"]) == (TOKEN, "query.completed")
        assert is_signed(request, [shell.webhook("secret", "queries", *OPENED)[1].strip()])
        (row,) = shell.rows("list")
        assert (row["name"], row["events"], row["state"], row["waiting"]) == ("queries", "query.*", "enabled", 0)
        assert "canary" not in f"{row}{said}"


def test_secrets_are_not_taken_where_other_people_of_the_machine_see_them(shell: Shell) -> None:
    slack = "https://hooks.slack.com/services/T0/B0/canary"
    for arguments in ((slack,), ("https://example.org/", "--header", "X-Api-Key=canary")):
        code, _, said = shell.webhook("add", "mine", *arguments)
        assert (code, "canary" in said) == (2, False)
        assert "-env" in said
    assert shell.rows("list") == []


def test_what_is_accepted_waits_in_the_log_until_an_engine_delivers_it(shell: Shell) -> None:
    async def accept() -> None:
        async with teller(delivers=False) as some:
            some.tell(1)

    async def deliver() -> DeliveryFacts:
        async with teller() as some:
            return (await some.until(DeliveryState.DELIVERED))[0]

    with http_receiver() as receiver:
        added = shell.webhook("add", "mine", receiver.url(), "--event", "workflow.*", "--allow-private", "--unsigned")
        assert added == (0, "", "lapwing: mine is told of workflow.*.\n")
        asyncio.run(accept())
        (row,) = shell.rows("deliveries", "--endpoint", "mine", "--state", "waiting")
        assert (row["event"], row["state"], row["attempts"]) == ("workflow.billing", "waiting", 0)
        delivered = asyncio.run(deliver())
        (attempt,) = json.loads(shell.webhook("show", str(delivered.id))[1])["attempts"]
        assert (attempt["status"], attempt["answer"]) == (200, "ok")
        again = shell.webhook("resend", str(delivered.id))
        assert again == (0, "", "lapwing: 1 delivery will be made again.\n")
        assert shell.webhook("resend")[0] == 2
        assert shell.webhook("disable", "mine")[2] == "lapwing: mine is disabled.\n"
        assert shell.webhook("remove", "mine")[0] == 0
        assert shell.rows("list") == []
        assert shell.webhook("show", "99")[0] == 2
