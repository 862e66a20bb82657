"""What the window says of webhooks, in the person's language. Texts of other programs are made visible."""

import time
from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.errors import from_wire
from lapwing.domain.monitoring.shown import shown_seconds
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.deliveries import DeliveryFacts, DeliveryState
from lapwing.domain.webhooks.endpoints import CircuitState, EndpointFacts, PayloadFormat
from lapwing.domain.webhooks.inbox import Handling, InboxEntry, Verdict
from lapwing.domain.webhooks.incoming import IncomingServiceFacts, SigningScheme
from lapwing.gui.i18n import QT_TRANSLATE_NOOP, error_text
from lapwing.gui.reasons import reason_text
from lapwing.gui.widgets.moments import moment_text

PAYLOADS: Final = {
    PayloadFormat.LAPWING: QT_TRANSLATE_NOOP("Webhooks", "Lapwing (event, timestamp, data)"),
    PayloadFormat.CLOUDEVENTS: QT_TRANSLATE_NOOP("Webhooks", "CloudEvents 1.0"),
    PayloadFormat.SLACK: QT_TRANSLATE_NOOP("Webhooks", "Slack (text)"),
}
DELIVERY_STATES: Final = {
    DeliveryState.WAITING: QT_TRANSLATE_NOOP("Webhooks", "Waiting"),
    DeliveryState.DELIVERED: QT_TRANSLATE_NOOP("Webhooks", "Delivered"),
    DeliveryState.FAILED: QT_TRANSLATE_NOOP("Webhooks", "Failed"),
}
DELIVERY_ICONS: Final = {
    DeliveryState.WAITING: ("clock", "warning"),
    DeliveryState.DELIVERED: ("check", "good"),
    DeliveryState.FAILED: ("error", "bad"),
}
SCHEMES: Final = {
    SigningScheme.GITHUB: QT_TRANSLATE_NOOP("Webhooks", "GitHub"),
    SigningScheme.STANDARD: QT_TRANSLATE_NOOP("Webhooks", "Standard Webhooks"),
    SigningScheme.SLACK: QT_TRANSLATE_NOOP("Webhooks", "Slack"),
    SigningScheme.STRIPE: QT_TRANSLATE_NOOP("Webhooks", "Stripe"),
    SigningScheme.NONE: QT_TRANSLATE_NOOP("Webhooks", "Nothing"),
}
_VERDICTS: Final = {
    Verdict.ACCEPTED: QT_TRANSLATE_NOOP("Webhooks", "Accepted"),
    Verdict.DUPLICATE: QT_TRANSLATE_NOOP("Webhooks", "Duplicate"),
    Verdict.MALFORMED: QT_TRANSLATE_NOOP("Webhooks", "Malformed"),
    Verdict.UNSIGNED: QT_TRANSLATE_NOOP("Webhooks", "Not signed"),
    Verdict.FORGED: QT_TRANSLATE_NOOP("Webhooks", "Wrong signature"),
    Verdict.STALE: QT_TRANSLATE_NOOP("Webhooks", "Too old"),
    Verdict.REPLAYED: QT_TRANSLATE_NOOP("Webhooks", "Replayed"),
    Verdict.BROWSER: QT_TRANSLATE_NOOP("Webhooks", "From a web page"),
    Verdict.UNKNOWN: QT_TRANSLATE_NOOP("Webhooks", "Unknown sender"),
    Verdict.METHOD: QT_TRANSLATE_NOOP("Webhooks", "Wrong method"),
    Verdict.HOST: QT_TRANSLATE_NOOP("Webhooks", "Wrong host name"),
    Verdict.SLOW: QT_TRANSLATE_NOOP("Webhooks", "Too slow"),
    Verdict.TOO_LARGE: QT_TRANSLATE_NOOP("Webhooks", "Too large"),
    Verdict.MEDIA: QT_TRANSLATE_NOOP("Webhooks", "Wrong type of content"),
    Verdict.HEADERS: QT_TRANSLATE_NOOP("Webhooks", "Headers too long"),
    Verdict.TOO_MANY: QT_TRANSLATE_NOOP("Webhooks", "Too many"),
    Verdict.BUSY: QT_TRANSLATE_NOOP("Webhooks", "Put off"),
}
_HANDLINGS: Final = {
    Handling.NONE: "–",
    Handling.WAITING: QT_TRANSLATE_NOOP("Webhooks", "Waiting"),
    Handling.DONE: QT_TRANSLATE_NOOP("Webhooks", "Done"),
    Handling.FAILED: QT_TRANSLATE_NOOP("Webhooks", "Failed"),
}

_ADVICE: Final = {
    Verdict.UNSIGNED: QT_TRANSLATE_NOOP("Webhooks", "See whether the sender was given the secret."),
    Verdict.FORGED: QT_TRANSLATE_NOOP(
        "Webhooks", "See whether the sender has the same secret; if not, make a new one and enter it there."
    ),
    Verdict.STALE: QT_TRANSLATE_NOOP("Webhooks", "See to the clocks of both machines."),
    Verdict.UNKNOWN: QT_TRANSLATE_NOOP(
        "Webhooks", "See to the address at the sender; or add a sender of that name, or switch it on."
    ),
    Verdict.HOST: QT_TRANSLATE_NOOP(
        "Webhooks", "If the name leads here on purpose, add it to the host names in the settings of the listener."
    ),
    Verdict.TOO_MANY: QT_TRANSLATE_NOOP("Webhooks", "How many are taken is a setting of the listener."),
    Verdict.MEDIA: QT_TRANSLATE_NOOP("Webhooks", "Have the sender send JSON, and not compressed."),
}
"""What to do about refused messages, where something can be done."""


def marked(text: str) -> str:
    """A text that was marked where it is declared, in the person's language."""
    return QCoreApplication.translate("Webhooks", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Webhooks", text)


def until_text(at: float) -> str:
    """How long from now."""
    return shown_seconds(float(max(0, round(at - time.time()))))


def took_text(duration_ms: float) -> str:
    return f"{duration_ms:.0f} ms" if duration_ms else "–"


# endpoints


def endpoint_icon(facts: EndpointFacts) -> tuple[str, str]:
    """A drawing and its colour."""
    if not facts.endpoint.enabled:
        return ("power", "bad" if facts.endpoint.disabled_because else "faint_text")
    if facts.circuit is CircuitState.OPEN:
        return ("error", "bad")
    if facts.error is not None or facts.failures:
        return ("alert", "warning")
    return ("success", "good") if facts.last_delivery_at else ("dot", "dim_text")


def endpoint_state(facts: EndpointFacts) -> str:
    """Whether it is told, and when the next attempt is made."""
    endpoint = facts.endpoint
    if not endpoint.enabled:
        return _tr("Disabled by Lapwing") if endpoint.disabled_because else _tr("Disabled")
    if facts.circuit is CircuitState.HALF_OPEN:
        return _tr("One attempt is made")
    if facts.circuit is CircuitState.OPEN:
        text = _tr("Paused, again in {time}")
        return text.format(time=until_text(facts.again_at or time.time()))
    if facts.again_at is not None and facts.failures:
        return _tr("Failing, again in {time}").format(time=until_text(facts.again_at))
    if facts.error is not None:
        return _tr("Failing")
    return _tr("Ready")


def endpoint_problem(facts: EndpointFacts) -> str:
    """What keeps it from being told, and what to do about it; empty: nothing."""
    if facts.endpoint.disabled_because:
        return _tr("It answered that it is gone (410). What waits for it is sent when you enable it again.")
    return visible_text(error_text(from_wire(facts.error))) if facts.error is not None else ""


# deliveries


def delivery_state(facts: DeliveryFacts) -> str:
    text = marked(DELIVERY_STATES[facts.state])
    if facts.state is DeliveryState.WAITING and facts.attempts and facts.next_at:
        again = _tr("Failed, again in {time}")
        return again.format(time=until_text(facts.next_at))
    return text


def answer_text(facts: DeliveryFacts) -> str:
    """The status of the last answer, or why there is none."""
    if facts.status:
        return str(facts.status)
    return visible_text(error_text(from_wire(facts.error))) if facts.error is not None else "–"


# messages


def verdict_text(verdict: Verdict) -> str:
    return marked(_VERDICTS[verdict])


def verdict_icon(entry: InboxEntry) -> tuple[str, str]:
    """A drawing and its colour."""
    if entry.verdict is Verdict.ACCEPTED:
        return ("error", "bad") if entry.handling is Handling.FAILED else ("check", "good")
    return ("copy", "dim_text") if entry.verdict is Verdict.DUPLICATE else ("close", "bad")


def handling_text(entry: InboxEntry) -> str:
    text = marked(_HANDLINGS[entry.handling])
    return f"{text} ({entry.times}×)" if entry.times > 1 else text


def processed_text(entry: InboxEntry) -> str:
    """What became of it, and when."""
    text = handling_text(entry)
    return f"{text}  ·  {moment_text(entry.handled_at)}" if entry.handled_at else text


def entry_problem(entry: InboxEntry) -> str:
    """Why it was refused and what to do about it, or what failed when it was told; empty: nothing."""
    advice = marked(_ADVICE[entry.verdict]) if entry.verdict in _ADVICE else ""
    return visible_text(f"{reason_text(entry.reason)} {advice}".strip() or entry.outcome)


def line_text(entry: InboxEntry) -> str:
    """What it is about, or why it was refused."""
    return visible_text(reason_text(entry.text or entry.reason)) or "–"


# senders


def warning_text(warning: str) -> str:
    """What is dangerous about it, or keeps it from its work."""
    return reason_text(warning)


def secrets_text(facts: IncomingServiceFacts) -> str:
    """How many secrets are believed, and until when the one before."""
    if facts.service.scheme is SigningScheme.NONE:
        return "–"
    if not facts.secrets:
        return _tr("None")
    ends = [each.ends_at for each in facts.secrets if each.ends_at is not None]
    if ends:
        return _tr("Two, until {time}").format(time=moment_text(min(ends)))
    return _tr("One")
