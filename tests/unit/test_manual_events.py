"""The manual's page about events names each type with its data, and the policies and limits that hold."""

import re
from pathlib import Path
from typing import Final

from lapwing.domain.connections import SqlInEvents
from lapwing.domain.event_types import EVENT_TYPES
from lapwing.engine.events.keeping import Keeping
from lapwing.engine.running.told import LONGEST_SQL
from lapwing.settings.declared import Settings

PAGE: Final = (Path(__file__).resolve().parents[2] / "resources/help/37-events.md").read_text("utf-8")


def test_each_type_stands_in_the_table_with_its_data() -> None:
    rows = dict(re.findall(r"^\| `([a-z*.]+)` \| .* \| (.*) \|$", PAGE, re.MULTILINE))
    told = {each.type: [name for name, _ in each.fields if name != "..."] for each in EVENT_TYPES}
    assert {event_type: re.findall(r"`([^`]+)`", cell) for event_type, cell in rows.items()} == told


def test_policies_and_limits_are_those_of_the_code() -> None:
    assert all(f"\n| `{policy}` | " in PAGE for policy in SqlInEvents)
    assert f"{LONGEST_SQL:,} characters" in PAGE
    settings = Settings()
    assert f"{settings.events_days} days and in at most {settings.events_mb} MB" in PAGE


def test_what_is_said_not_to_be_kept_is_not_kept() -> None:
    keeping = Keeping()
    assert [each.type for each in EVENT_TYPES if not keeping.keeps(each.type)] == [
        each.type for each in EVENT_TYPES if not each.is_kept
    ]
