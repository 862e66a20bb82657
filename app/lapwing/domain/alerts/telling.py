"""Changes of alerts in words, for mails, logs and the command line."""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from lapwing.domain.alerts.instances import AlertChange, AlertState
from lapwing.domain.alerts.rules import Severity
from lapwing.domain.monitoring.metrics import SeriesKey, Unit
from lapwing.domain.monitoring.shown import shown_value

_REASONS: Final = {
    "acknowledged": "acknowledged",
    "rule": "its rule was changed or removed",
    "gone": "what it was about is no more",
    "quiet": "its quiet time is over",
}


def value_text(value: float | None, text: str, unit: str) -> str:
    """A value with its unit; empty where there is none."""
    if text:
        return f"'{text}'"
    if value is None:
        return ""
    return shown_value(value, Unit(unit)) if unit in list(Unit) else f"{value:.6g}"


def series_text(change: AlertChange) -> str:
    """The labels of the series, as `{standby=a}`; empty where there are none."""
    return SeriesKey("", change.labels).text


def change_line(change: AlertChange) -> str:
    """One change with all that is known of it, in a line."""
    at = datetime.fromtimestamp(change.at).astimezone().isoformat(" ", "seconds")
    parts = [f"{at} {change.severity.upper()} {change.title} on {change.connection}{series_text(change)}"]
    parts.append(f": {change.before} -> {change.after}")
    if change.reason:
        parts.append(f" ({_REASONS.get(change.reason, change.reason)}{f' by {change.by}' if change.by else ''})")
    value = value_text(change.value, change.text, change.unit)
    for_ = f" for {change.duration}" if change.duration else ""
    parts.append(f"; {change.expression}{for_}{f'; now {value}' if value else ''}")
    if change.rule_labels:
        parts.append("; " + ", ".join(f"{name}={text}" for name, text in change.rule_labels.items()))
    return "".join(parts)


def subject_of(changes: Sequence[AlertChange]) -> str:
    """Several changes in a few words: how many fire, how many are over, and the worst of them."""
    firing = [change for change in changes if change.after is AlertState.FIRING]
    over = [change for change in changes if change.after is AlertState.RESOLVED]
    parts = []
    for severity in reversed(list(Severity)):
        count = sum(change.severity is severity for change in firing)
        if count:
            parts.append(f"{count} {severity}")
    if over:
        parts.append(f"{len(over)} resolved")
    worst = max(firing or changes, key=lambda change: change.severity.rank)
    return f"{', '.join(parts) or f'{len(changes)} changes'}: {worst.title} on {worst.connection}"


def sample_change(channel: str) -> AlertChange:
    """What a test of a channel tells."""
    return AlertChange(
        time.time(),
        "test",
        f"Test of the channel {channel}",
        Severity.INFO,
        "",
        "Lapwing",
        (),
        AlertState.OK,
        AlertState.FIRING,
        expression="test",
    )
