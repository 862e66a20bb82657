"""The manual's page about schedules says what they do."""

import re
from pathlib import Path
from typing import Final

from lapwing.cli.schedule.commands import COMMANDS
from lapwing.domain.schedules.schedules import OWN_WORKFLOWS
from lapwing.domain.schedules.times import read_times
from lapwing.engine.schedules.clocks import Clocks
from lapwing.store.schedules.keeping import MOST_RUNS

HELP: Final = Path(__file__).resolve().parents[2] / "resources/help"
PAGE: Final = (HELP / "45-schedules.md").read_text("utf-8")


def test_every_example_of_times_can_be_understood() -> None:
    times = re.findall(r"^\| `([^`]+)` \|", PAGE.partition("\n## What Lapwing")[0], re.MULTILINE)
    parts = re.findall(
        r"^\| (?:minute|hour|day of the month|month|day of the week) \| .* \| (.*) \|$", PAGE, re.MULTILINE
    )
    assert len(times) == 3
    assert len(parts) == 5
    for place, cell in enumerate(parts):
        for example in re.findall(r"`([^`]+)`", cell):
            words = ["0", "0", "*", "*", "*"]
            words[place] = example
            times.append(" ".join(words))
    times += re.findall(r"`(@[a-z]+)`", PAGE)
    for each in times:
        read_times(each, "UTC")


def test_commands_options_and_limits_are_those_of_the_code() -> None:
    assert all(
        f"`{command}`" in PAGE or f"lapwing schedule {command} " in PAGE.replace("\n", " ") for command in COMMANDS
    )
    declared = (HELP.parents[1] / "app/lapwing/cli/schedule/commands.py").read_text("utf-8")
    for option in set(re.findall(r'"(--[a-z]+)"', declared)) - {"--format", "--limit", "--wait"}:
        assert option in PAGE
    assert f"{MOST_RUNS} runs of each" in PAGE.replace("\n", " ")
    assert Clocks().grace_s == 60
    assert tuple(re.findall(r"^\| `(lapwing\.[a-z-]+)` \|", PAGE, re.MULTILINE)) == OWN_WORKFLOWS
