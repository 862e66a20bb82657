"""The manual's page about webhooks that come in says what the code does."""

import json
import re
from pathlib import Path
from typing import Final

from lapwing.cli.listener.commands import COMMANDS
from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import LOOPBACK, ListenerSettings, SigningScheme
from lapwing.domain.webhooks.listener_names import LISTENER
from lapwing.engine.webhooks.arrivals import Arrival
from lapwing.engine.webhooks.incoming import MOST_REFUSED_BYTES, NOTED_BURST_S, NOTED_PER_S
from lapwing.engine.webhooks.understanding import understand
from lapwing.engine.webhooks.verifying import TOLERANCE_S
from lapwing.server.limits import Limits
from lapwing.store.inbox.trimming import MOST_REFUSED, SEEN_DAYS

PAGE: Final = (Path(__file__).resolve().parents[2] / "resources/help/40-webhook-listener.md").read_text("utf-8")


def cells(heading: str) -> list[list[str]]:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_every_verdict_is_told_with_its_answer() -> None:
    told = {row[1]: int(row[0]) for row in cells("What is checked")}
    assert told == {verdict.value: verdict.status for verdict in Verdict}


def test_every_scheme_and_every_command_is_told() -> None:
    assert [row[0].strip("`") for row in cells("Adding a service")] == list(SigningScheme)
    told = [re.match(r"`lapwing listener (\w+)", row[0]) for row in cells("From the command line")]
    assert [found[1] for found in told if found] == list(COMMANDS)


def test_limits_and_places_are_those_of_the_code() -> None:
    limits, usual = Limits(), ListenerSettings()
    for said in (
        f"{TOLERANCE_S} seconds",
        f"{limits.head_s:g} seconds",
        f"{limits.most_body_bytes >> 20} MB",
        f"last {MOST_REFUSED:,}",
        f"{MOST_REFUSED_BYTES >> 10} kB",
        f"remembered for {SEEN_DAYS} days",
        f"Of one address {NOTED_PER_S * NOTED_BURST_S:g} at once and {NOTED_PER_S:g} a second",
        f"than {limits.most_connections}, or bodies of more than {limits.most_held_bytes >> 20} MB",
        f"{usual.keep_days} days and up to {usual.keep_mb} MB",
        f"`{LOOPBACK}`, port {usual.port}",
        f"lapwing service start {LISTENER}",
    ):
        assert said in " ".join(PAGE.split()), said
    assert limits.head_s == limits.body_s


def test_the_example_is_what_is_made_of_a_pull_request() -> None:
    told = json.loads(PAGE.partition("```json\n")[2].partition("\n```")[0])
    body = {
        "action": "closed",
        "pull_request": {
            "number": 7,
            "title": "Fix the basket",
            "user": {"login": "ann"},
            "merged": True,
            "base": {"ref": "main"},
        },
        "repository": {"full_name": "acme/shop"},
        "sender": {"login": "bob"},
    }
    headers = [("x-github-event", "pull_request"), ("content-type", "application/json")]
    said = understand(SigningScheme.GITHUB, Arrival("github", headers, json.dumps(body).encode(), "", 0.0))
    assert (told["event"], told["text"], told["summary"]) == (said.event, said.text, said.summary)
