"""The columns of alerts, their history, rules and channels."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.alerts.asking import RuleFacts, RuleOrigin
from lapwing.domain.alerts.channels import ChannelKind, ChannelState
from lapwing.domain.alerts.instances import ALIVE, AlertChange, AlertFacts, AlertState
from lapwing.domain.alerts.rules import Severity
from lapwing.domain.errors import from_wire
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP, error_text
from lapwing.gui.monitor import alerts_words as words
from lapwing.gui.monitor.alert_rule_words import rule_text
from lapwing.gui.widgets.moments import moment_text
from lapwing.gui.widgets.rows_list import Column

ColorOf = Callable[[str], str]
_QUIET: Final = "faint_text"
_ORIGINS: Final = {
    RuleOrigin.SHIPPED: QT_TRANSLATE_NOOP("Alerts", "Lapwing"),
    RuleOrigin.CHANGED: QT_TRANSLATE_NOOP("Alerts", "Lapwing, changed"),
    RuleOrigin.OWN: QT_TRANSLATE_NOOP("Alerts", "Yours"),
}
_CHANNELS: Final = {
    ChannelKind.WINDOW: QT_TRANSLATE_NOOP("Alerts", "Line across the window"),
    ChannelKind.DESKTOP: QT_TRANSLATE_NOOP("Alerts", "Notification of the desktop"),
    ChannelKind.LOG: QT_TRANSLATE_NOOP("Alerts", "Log file"),
    ChannelKind.EMAIL: QT_TRANSLATE_NOOP("Alerts", "E-mail"),
}
_CHANNEL_ICONS: Final = {
    ChannelKind.WINDOW: "panel-bottom",
    ChannelKind.DESKTOP: "bell",
    ChannelKind.LOG: "file",
    ChannelKind.EMAIL: "message",
}
_TOKENS: Final = {AlertState.FIRING: "bad", AlertState.PENDING: "warning", AlertState.RESOLVED: "good"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alerts", text)


def _severity(facts: AlertFacts | AlertChange) -> tuple[str, str]:
    return words.SEVERITY_ICONS[facts.severity]


def _alert_tip(facts: AlertFacts) -> str:
    return visible_text(f"{rule_text(facts.title)}\n{words.condition_text(facts.expression, facts.duration)}", "\n")


def alert_columns(color_of: ColorOf) -> tuple[Column, ...]:
    """Of alerts as they are; `color_of` tells the token of a connection's dot."""
    return (
        Column(
            _tr("Alert"),
            lambda it: words.series_text(it.title, it.instance.labels),
            drawing=_alert_drawing,
            spoken=lambda it: f"{words.severity_text(it.severity)}: {rule_text(it.title)}",
            tip=_alert_tip,
        ),
        Column(
            _tr("State"),
            words.standing_text,
            250,
            drawing=lambda it: words.STATE_ICONS[it.instance.state],
            color=lambda it: _QUIET if it.is_quiet else _TOKENS.get(it.instance.state, ""),
        ),
        Column(_tr("Since"), lambda it: words.since_text(it.instance.started or it.instance.since), 190),
        Column(
            _tr("Connection"),
            lambda it: visible_text(it.connection),
            170,
            drawing=lambda it: ("filled-dot", color_of(it.instance.connection_id)),
        ),
        Column(
            _tr("Value"),
            lambda it: words.shown(it.instance.value, it.instance.text, it.unit),
            120,
            is_right=True,
        ),
    )


def _alert_drawing(facts: AlertFacts) -> tuple[str, str]:
    drawing, color = _severity(facts)
    is_alive = facts.instance.standing in ALIVE or facts.instance.standing is AlertState.PENDING
    return drawing, color if is_alive and not facts.is_quiet else _QUIET


def history_columns(color_of: ColorOf) -> tuple[Column, ...]:
    """Of changes."""
    return (
        Column(_tr("Time"), lambda it: moment_text(it.at), 130),
        Column(
            _tr("Alert"),
            lambda it: words.series_text(it.title, it.labels),
            drawing=_severity,
            spoken=lambda it: f"{words.severity_text(it.severity)}: {rule_text(it.title)}",
            tip=lambda it: words.condition_text(it.expression, it.duration),
        ),
        Column(
            _tr("Change"),
            words.change_text,
            400,
            drawing=lambda it: words.STATE_ICONS[it.after],
            color=lambda it: _TOKENS.get(it.after, ""),
        ),
        Column(
            _tr("Connection"),
            lambda it: visible_text(it.connection),
            160,
            drawing=lambda it: ("filled-dot", color_of(it.connection_id)),
        ),
        Column(_tr("Value"), lambda it: words.shown(it.value, it.text, it.unit), 110, is_right=True),
    )


def rule_columns() -> tuple[Column, ...]:
    """Of rules; the first has the box that switches them."""
    return (
        Column(
            _tr("Rule"),
            lambda it: visible_text(rule_text(it.rule.title)),
            290,
            drawing=lambda it: words.SEVERITY_ICONS[it.rule.severity],
            spoken=lambda it: f"{words.severity_text(it.rule.severity)}: {rule_text(it.rule.title)}",
            checked=lambda it: it.rule.enabled,
            color=lambda it: "" if it.rule.enabled else _QUIET,
            tip=lambda it: visible_text(rule_text(it.rule.help or it.rule.title)),
        ),
        Column(
            _tr("Condition"),
            _condition,
            drawing=lambda it: ("error", "bad") if it.problem else None,
            color=lambda it: "bad" if it.problem else "" if it.rule.enabled else _QUIET,
        ),
        Column(_tr("For"), _wanted_for, 140),
        Column(_tr("Alerts"), _states, 130, color=lambda it: "bad" if _alive(it) else ""),
        Column(_tr("From"), lambda it: words.marked(_ORIGINS[it.origin]), 120),
    )


def _condition(facts: RuleFacts) -> str:
    if facts.problem is not None:
        return visible_text(error_text(from_wire(facts.problem)))
    return words.condition_text(facts.rule.expression, facts.rule.duration)


def _wanted_for(facts: RuleFacts) -> str:
    rule = facts.rule
    wanted = (*rule.connections, *rule.dialects, *rule.environments)
    return visible_text(", ".join(wanted)) or _tr("every connection")


def _alive(facts: RuleFacts) -> int:
    return sum(facts.states.get(state, 0) for state in ALIVE)


def _states(facts: RuleFacts) -> str:
    if _alive(facts):
        return QCoreApplication.translate("Alerts", "%n firing", "", _alive(facts))
    if facts.states.get(AlertState.PENDING):
        return QCoreApplication.translate("Alerts", "%n pending", "", facts.states[AlertState.PENDING])
    if facts.states.get(AlertState.UNKNOWN):
        return _tr("no values")
    return _tr("OK") if facts.states else "–"


def channel_columns() -> tuple[Column, ...]:
    """Of channels; the first has the box that switches them."""
    return (
        Column(
            _tr("Channel"),
            channel_title,
            360,
            drawing=lambda it: (_CHANNEL_ICONS[it.channel.kind], "dim_text"),
            checked=lambda it: it.channel.enabled,
            color=lambda it: "" if it.channel.enabled else _QUIET,
        ),
        Column(_tr("Tells"), _least, 300),
        Column(
            _tr("State"),
            channel_state,
            drawing=lambda it: ("error", "bad") if it.error else None,
            color=lambda it: "bad" if it.error else "",
        ),
    )


def channel_title(state: ChannelState) -> str:
    kind = words.marked(_CHANNELS[state.channel.kind])
    return f"{kind}: {visible_text(state.channel.title)}" if state.channel.title else kind


def _least(state: ChannelState) -> str:
    least = state.channel.least
    if least is Severity.INFO:
        return _tr("Everything")
    severity = words.severity_text(least)
    return severity if least is Severity.CRITICAL else _tr("{severity} and worse").format(severity=severity)


def channel_state(state: ChannelState) -> str:
    if state.error is not None:
        text = visible_text(error_text(from_wire(state.error)))
        if state.again_at is not None:
            again = _tr("Tried again at {time}.")
            text = f"{text} {again.format(time=moment_text(state.again_at))}"
        return text
    if state.waiting:
        return QCoreApplication.translate("Alerts", "%n to be told", "", state.waiting)
    if state.channel.mail is not None:
        return visible_text(", ".join(state.channel.mail.recipients))
    return "–"
