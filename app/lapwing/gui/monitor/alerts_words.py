"""What the window says of alerts, in the person's language. Names from servers are made visible."""

import re
import time
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.alerts.instances import AlertChange, AlertFacts, AlertState
from lapwing.domain.alerts.rules import DAYS, QuietTime, Severity
from lapwing.domain.alerts.telling import value_text
from lapwing.domain.monitoring.metrics import Labels
from lapwing.domain.monitoring.shown import shown_seconds
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP
from lapwing.gui.monitor.alert_rule_words import rule_text
from lapwing.gui.widgets.moments import moment_text

_STATES: Final = {
    AlertState.OK: QT_TRANSLATE_NOOP("Alerts", "OK"),
    AlertState.PENDING: QT_TRANSLATE_NOOP("Alerts", "Pending"),
    AlertState.FIRING: QT_TRANSLATE_NOOP("Alerts", "Firing"),
    AlertState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Alerts", "Acknowledged"),
    AlertState.RESOLVED: QT_TRANSLATE_NOOP("Alerts", "Resolved"),
    AlertState.UNKNOWN: QT_TRANSLATE_NOOP("Alerts", "Unknown"),
}
_SEVERITIES: Final = {
    Severity.INFO: QT_TRANSLATE_NOOP("Alerts", "Info"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Alerts", "Warning"),
    Severity.CRITICAL: QT_TRANSLATE_NOOP("Alerts", "Critical"),
}
SEVERITY_ICONS: Final = {
    Severity.INFO: ("info", "accent_text"),
    Severity.WARNING: ("alert", "warning"),
    Severity.CRITICAL: ("error", "bad"),
}
"""A drawing and its colour."""
STATE_ICONS: Final = {
    AlertState.OK: ("check", "good"),
    AlertState.PENDING: ("clock", "warning"),
    AlertState.FIRING: ("bell", "bad"),
    AlertState.ACKNOWLEDGED: ("check", "accent_text"),
    AlertState.RESOLVED: ("success", "good"),
    AlertState.UNKNOWN: ("help", "faint_text"),
}
_REASONS: Final = {
    "acknowledged": QT_TRANSLATE_NOOP("Alerts", "by {by}"),
    "rule": QT_TRANSLATE_NOOP("Alerts", "rule changed"),
    "gone": QT_TRANSLATE_NOOP("Alerts", "gone"),
    "quiet": QT_TRANSLATE_NOOP("Alerts", "quiet time over"),
}
_LONGEST_CONDITION: Final = 48
_CLOCK: Final = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_WEEKLY: Final = re.compile(rf"((?:[a-z]{{3}}[ ,]+)+)({_CLOCK})[ -]+({_CLOCK})(?: +(\S+))?", re.IGNORECASE)
_ONCE: Final = re.compile(rf"(\d{{4}}-\d\d-\d\d {_CLOCK}) +- +(\d{{4}}-\d\d-\d\d {_CLOCK})(?: +(\S+))?")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alerts", text)


def marked(text: str) -> str:
    """A text that was marked where it is declared, in the person's language."""
    return QCoreApplication.translate("Alerts", text)


def state_text(state: AlertState) -> str:
    return marked(_STATES[state])


def severity_text(severity: Severity) -> str:
    return marked(_SEVERITIES[severity])


def standing_text(facts: AlertFacts) -> str:
    """The state; of an unknown one also what it was, of a quiet one that it is."""
    instance = facts.instance
    text = state_text(instance.state)
    if instance.state is AlertState.UNKNOWN:
        text = _tr("Unknown, was {state}")
        text = text.format(state=state_text(instance.before).lower())
    if facts.is_quiet:
        text = _tr("{state}, silenced").format(state=text)
    return text


def series_text(title: str, labels: Labels) -> str:
    """The title of a rule with the labels of the series behind it."""
    named = ", ".join(f"{name}={value}" for name, value in labels)
    title = rule_text(title)
    return visible_text(f"{title} ({named})" if named else title)


def shown(value: float | None, text: str, unit: str) -> str:
    """A value with its unit; a dash where there is none."""
    return visible_text(value_text(value, text, unit)) or "–"


def since_text(at: float) -> str:
    """When it began, and how long ago."""
    return f"{moment_text(at)}  ·  {shown_seconds(float(round(max(0.0, time.time() - at))))}"


def condition_text(expression: str, duration: str) -> str:
    """What a rule asks, in one line."""
    if not duration:
        return visible_text(expression)
    text = _tr("{condition} for {duration}")
    return visible_text(text.format(condition=expression, duration=duration))


def summary(alerts: list[AlertFacts]) -> str:
    """What the status bar says: how many there are, and which is the worst."""
    if not alerts:
        return ""
    worst = alerts[0]
    text = condition_text(worst.expression.replace("_", " "), worst.duration)
    if len(text) > _LONGEST_CONDITION:
        text = visible_text(rule_text(worst.title))
    count = QCoreApplication.translate("Alerts", "%n alert(s)", "", len(alerts))
    return f"{count}: {text}"


def change_text(change: AlertChange) -> str:
    """From which state to which, and why."""
    text = f"{state_text(change.before)} → {state_text(change.after)}"
    if change.reason in _REASONS and (change.by or change.reason != "acknowledged"):
        by = visible_text(change.by)
        text += f", {marked(_REASONS[change.reason]).format(by=by)}"
    return text


# quiet times, as lines that can be typed


def quiet_line(quiet: QuietTime) -> str:
    """`sat, sun 22:00-06:00 Europe/Prague`, or `2026-11-22 22:00 - 2026-11-23 02:00`."""
    when = f"{', '.join(quiet.days)} {quiet.start}-{quiet.end}" if quiet.days else f"{quiet.start} - {quiet.end}"
    return f"{when} {quiet.zone}".strip()


def quiet_from(line: str) -> QuietTime | None:
    """What a line means; None: nothing."""
    text = " ".join(line.split())
    weekly = _WEEKLY.fullmatch(text)
    if weekly:
        days = tuple(day.lower() for day in re.split(r"[ ,]+", weekly[1].strip(" ,")))
        found = QuietTime(weekly[2].zfill(5), weekly[3].zfill(5), days, weekly[4] or "")
        return found if all(day in DAYS for day in days) and not found.problem() else None
    once = _ONCE.fullmatch(text)
    if once:
        found = QuietTime(once[1], once[2], (), once[3] or "")
        return None if found.problem() else found
    return None
