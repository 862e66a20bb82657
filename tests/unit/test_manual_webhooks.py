"""The page about webhooks says what the code does: its example, its options, its figures."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.domain.webhooks.endpoints import Endpoint, PayloadFormat
from lapwing.domain.webhooks.endpoints_files import ImportOptions, endpoints_in
from lapwing.engine.webhooks.lane import OF_THE_MESSAGE
from lapwing.engine.webhooks.pace import Pace
from lapwing.settings.declared import WEBHOOKS, Settings
from lapwing.store.deliveries.queue import MOST_WAITING

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = (ROOT / "resources/help/39-webhooks.md").read_text("utf-8")


def test_the_configuration_on_the_page_can_be_imported() -> None:
    text = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[-1]
    (one,) = endpoints_in(text, ImportOptions(SecretPlace(SecretKind.KEYRING)))
    assert (one.endpoint.timeout_ms, list(one.header_values)) == (5000, ["Authorization"])


def test_every_command_and_option_is_named() -> None:
    declared = (ROOT / "app/lapwing/cli/webhook/commands.py").read_text("utf-8")
    options = set(re.findall(r'"(--[a-z-]+)"', declared))
    assert {option for option in options if option not in PAGE} == set()
    commands = set(re.findall(r"^@app.command\((?:\"(\w+)\")?\)\ndef (\w+)", declared, re.MULTILINE))
    names = {given or function for given, function in commands}
    assert {name for name in names if f"lapwing webhook {name}" not in PAGE and f"`{name} NAME`" not in PAGE} == set()


def test_figures_are_those_of_the_code() -> None:
    usual, pace, settings = Endpoint("", "", ""), Pace(), Settings()
    before = replace(pace)
    pace.follow(settings)
    assert pace == before
    for figure in (
        f"| {usual.timeout_ms:,} |",
        f"| {usual.retries} |",
        f"after about {pace.first_s:g} s",
        f"up to {pace.longest_s / 60:g} minutes",
        f"After {pace.failures} failures",
        f"left alone for {pace.open_s:g} s",
        f"up to {pace.longest_open_s / 60:g} minutes",
        f"{MOST_WAITING:,} wait",
        f"for {settings.deliveries_days} days, and in at most {settings.deliveries_mb} MB",
        ", ".join(map(str, sorted(OF_THE_MESSAGE))),
    ):
        assert figure in PAGE.replace("\n", " ").replace("  ", " "), figure
    assert f"the group *{WEBHOOKS}*" in PAGE
    assert (pace.keep_s, pace.obeyed_s) == (3 * 86_400, 3_600)
    assert all(f"`{each}`" in PAGE for each in PayloadFormat)
