"""Which events become messages, and what a mail of several says."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from lapwing.plugins.api import CloudEvent
from lapwing.plugins.kit.templates import filled

SEVERITIES: Final = ("info", "warning", "critical")
_BAD_ENDS: Final = (".failed", ".error", ".quarantined")
_LONGEST_LINE: Final = 2_000
MOST_LISTED: Final = 200
"""Messages that one mail lists; how many came beside them is told."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the settings: events of which names, at least how severe, become which text."""

    pattern: str
    least: str
    template: str


def rules_in(lines: Sequence[str]) -> tuple[Rule, ...]:
    """The rules of lines such as `alert.* warning: {rule} on {connection}`.

    Raises:
        ValueError: A line is none, in a sentence.
    """
    return tuple(_rule(line) for line in lines)


def _rule(line: str) -> Rule:
    head, colon, template = line.partition(":")
    pattern, *least = head.split()[:3] or [""]
    if not colon or not pattern or not template.strip():
        raise ValueError(f"“{line[:80]}” is no message. Write an event, a colon, and its text.")
    if len(least) > 1 or (least and least[0] not in SEVERITIES):
        raise ValueError(f"“{head.strip()[:80]}” names no severity. Write info, warning or critical behind the event.")
    return Rule(pattern, least[0] if least else SEVERITIES[0], template.strip())


def severity_of(event: CloudEvent) -> str:
    """As the event says; of one that says nothing, `warning` where something failed."""
    said = event.data.get("severity")
    if said in SEVERITIES:
        return str(said)
    return "warning" if event.type.endswith(_BAD_ENDS) else "info"


def message_about(event: CloudEvent, rules: Sequence[Rule]) -> str:
    """What is told of an event, in one line, by the first rule that names it; empty: it is not told."""
    rule = next((each for each in rules if fnmatchcase(event.type, each.pattern)), None)
    severity = severity_of(event)
    if rule is None or SEVERITIES.index(severity) < SEVERITIES.index(rule.least):
        return ""
    facts = {"type": event.type, "subject": event.subject, "source": event.source, "severity": severity, **event.data}
    return one_line(filled(rule.template, facts))


def one_line(text: str) -> str:
    """The text without breaks and other characters that steer."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:_LONGEST_LINE]


@dataclass(frozen=True, slots=True)
class Message:
    """One line of a mail. `at` is in Unix seconds."""

    at: float
    text: str


def subject_of(template: str, messages: Sequence[Message], count: int) -> str:
    """The subject of a mail; where it holds several messages, it says so."""
    more = f" (and {count - 1:,} more)" if count > 1 else ""
    return one_line(filled(template, {"first": f"{messages[0].text[:120]}{more}", "count": count}))


def body_of(messages: Sequence[Message], count: int) -> str:
    """The text of a mail of these messages, of which there were so many."""
    lines = [f"{_local(each.at)}  {each.text}" for each in messages]
    if count > len(messages):
        lines.append(f"... and {count - len(messages):,} more, which are not listed.")
    return "\n".join(lines) + "\n\n-- \nLapwing\n"


def _local(at: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(at))
