"""The columns of endpoints, deliveries, messages and senders."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.deliveries import DeliveryState
from lapwing.domain.webhooks.endpoints import EndpointFacts
from lapwing.domain.webhooks.inbox import Handling
from lapwing.domain.webhooks.incoming import PATH, IncomingServiceFacts, SigningScheme
from lapwing.gui.webhooks import webhooks_words as words
from lapwing.gui.widgets.moments import moment_text
from lapwing.gui.widgets.rows_list import Column

_QUIET: Final = "faint_text"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Webhooks", text)


def endpoint_columns() -> tuple[Column, ...]:
    """Of endpoints; the first has the box that switches them."""
    return (
        Column(
            _tr("Endpoint"),
            lambda it: visible_text(it.endpoint.name),
            180,
            drawing=words.endpoint_icon,
            checked=lambda it: it.endpoint.enabled,
            color=_endpoint_color,
            spoken=lambda it: f"{visible_text(it.endpoint.name)}: {words.endpoint_state(it)}",
        ),
        Column(_tr("Address"), lambda it: visible_text(it.endpoint.url), color=_endpoint_color),
        Column(_tr("Events"), lambda it: visible_text(", ".join(it.endpoint.events)), 150, color=_endpoint_color),
        Column(
            _tr("State"),
            words.endpoint_state,
            254,
            color=lambda it: _QUIET if not it.endpoint.enabled else "bad" if it.error or it.failures else "",
            tip=lambda it: words.endpoint_problem(it) or words.endpoint_state(it),
        ),
        Column(_tr("Waiting"), lambda it: f"{it.waiting:,}" if it.waiting else "–", 80, is_right=True),
        Column(_tr("Last delivery"), lambda it: moment_text(it.last_delivery_at), 130),
    )


def _endpoint_color(facts: EndpointFacts) -> str:
    return "" if facts.endpoint.enabled else _QUIET


def delivery_columns() -> tuple[Column, ...]:
    """Of deliveries."""
    return (
        Column(_tr("Time"), lambda it: moment_text(it.created_at), 110),
        Column(
            _tr("Event"),
            lambda it: visible_text(it.event_type),
            drawing=lambda it: words.DELIVERY_ICONS[it.state],
            spoken=lambda it: f"{visible_text(it.event_type)}: {words.delivery_state(it)}",
        ),
        Column(_tr("Endpoint"), lambda it: visible_text(it.endpoint_name), 150),
        Column(
            _tr("State"),
            words.delivery_state,
            250,
            color=lambda it: "bad" if it.state is DeliveryState.FAILED else "",
        ),
        Column(_tr("Answer"), words.answer_text, 130, color=lambda it: "bad" if it.error else ""),
        Column(_tr("Attempts"), lambda it: str(it.attempts) if it.attempts else "–", 80, is_right=True),
        Column(_tr("Duration"), lambda it: words.took_text(it.duration_ms), 90, is_right=True),
    )


def message_columns() -> tuple[Column, ...]:
    """Of messages that came."""
    return (
        Column(_tr("Time"), lambda it: moment_text(it.at), 110),
        Column(_tr("Sender"), lambda it: visible_text(it.service) or "–", 130),
        Column(_tr("Event"), lambda it: visible_text(it.event) or "–", 150),
        Column(_tr("What it says"), words.line_text, color=lambda it: "dim_text" if it.verdict.is_refusal else ""),
        Column(
            _tr("Verdict"),
            lambda it: words.verdict_text(it.verdict),
            190,
            drawing=words.verdict_icon,
            color=lambda it: "bad" if it.verdict.is_refusal else "",
        ),
        Column(
            _tr("Processed"),
            words.handling_text,
            130,
            color=lambda it: "bad" if it.handling is Handling.FAILED else "",
        ),
    )


def sender_columns() -> tuple[Column, ...]:
    """Of senders; the first has the box that switches them."""
    return (
        Column(
            _tr("Sender"),
            lambda it: visible_text(it.service.name),
            150,
            drawing=lambda it: ("alert", "warning") if it.warning else ("lock", "good"),
            checked=lambda it: it.service.enabled,
            color=lambda it: "" if it.service.enabled else _QUIET,
            tip=lambda it: visible_text(words.warning_text(it.warning) if it.warning else it.service.name),
        ),
        Column(
            _tr("Signed by"),
            lambda it: words.marked(words.SCHEMES[it.service.scheme]),
            200,
            color=lambda it: "warning" if it.service.scheme is SigningScheme.NONE else "",
        ),
        Column(_tr("Address"), _path, tip=lambda it: visible_text(it.url)),
        Column(_tr("Secrets"), words.secrets_text, 180),
        Column(_tr("Accepted"), lambda it: f"{it.accepted:,}", 80, is_right=True),
        Column(
            _tr("Refused"),
            lambda it: f"{it.refused:,}",
            80,
            is_right=True,
            color=lambda it: "bad" if it.refused else "",
        ),
        Column(_tr("Last message"), lambda it: moment_text(it.last_at), 110),
    )


def _path(facts: IncomingServiceFacts) -> str:
    """Behind the address of the listener, which is the same for all of them."""
    return visible_text(f"{PATH}{facts.service.name}")
